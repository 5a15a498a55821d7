"""`<Gather>`: what Twilio heard or was pressed, posted turn by turn; the way to talk where no socket can be had.

The turn that is answered travels in the address, so that a request sent again gets the same answer.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
from collections.abc import Mapping

from flask import Blueprint, Response, request

from steering.core.turn import Kind
from steering.errors import SteeringError
from steering.history import Message
from steering.service import Steering, Waiting
from steering.web import turns
from steering.web.history import MAX_WORDS
from steering.web.settings import Settings
from steering.web.tails import clean
from steering.web.twilio import twiml
from steering.web.twilio.desk import Desk, xml
from steering.web.twilio.voice import OVER

log = logging.getLogger(__name__)

# How long Twilio's own patience lets an answer take, in seconds, and the silences in a row that a call may have.
_PATIENCE = 10.0
_MOST_SILENCES = 10
_KEYS = frozenset("0123456789*#")


def message_from_gather(fields: Mapping[str, str]) -> Message:
    """What the caller said or pressed; neither is a silence."""
    keys = "".join(key for key in fields.get("Digits", "") if key in _KEYS)[:MAX_WORDS]
    words = clean(fields.get("SpeechResult", "")).strip()[:MAX_WORDS]
    if keys and not words:
        return Message(role="caller", text=keys, kind=Kind.KEYS)
    return Message(role="caller", text=f"{keys} {words}".strip())


def turn_key(settings: Settings, after: int | None, message: Message) -> str:
    """What names a turn in an address and in the ledger, and tells nobody without the token what was said."""
    token = settings.twilio_tokens[0] if settings.twilio_tokens else ""
    return hmac.new(token.encode(), f"{after} {message.kind} {message.text}".encode(), hashlib.sha256).hexdigest()[:32]


def blueprint(steering: Steering, settings: Settings) -> Blueprint:
    """The route `/twilio/gather`."""
    pages, desk = Blueprint("twilio_gather", __name__), Desk(steering, settings)

    @pages.post("/twilio/gather")
    def gather() -> Response:
        line, fields = desk.picked_up(request)
        asked = request.args
        after, quiet, turn, spoken = (asked.get(name, "") for name in ("after", "quiet", "turn", "said"))
        message = message_from_gather(fields)
        silences = 0 if message.text or turn else (_number(quiet) or 0) + 1
        n = _number(after)
        try:
            if fields.get("CallStatus") in OVER:
                desk.over(line, fields)
                return xml(twiml.nothing())
            if silences > _MOST_SILENCES:
                desk.over(line, fields, reason="silence")
                return desk.goodbye(line)
            if n is None:
                standing = steering.standing(line.owner, line.session)
                n = standing.n if standing else None
            key = turn[:100] or turn_key(settings, n, message)
            taken = desk.take(line, fields, (message,), after=n, key=key)
        except SteeringError as error:
            # The caller is asked to say it again, and answers the same turn.
            log.error("%s: %s", error.code, error)
            taken = turns.trouble(line.session)
            key = ""
        if isinstance(taken, Waiting):
            found = turns.finish_soon(taken, _PATIENCE if turn else turns.PATIENCE)
            if found is None:
                said = "" if turn else turns.say_one_moment(taken)
                to = line.url("/twilio/gather", after=str(n), turn=key, said=spoken or said)
                return xml(twiml.say_and_go(((said, desk.language(line)),), settings, to=to))
            taken = found
        return desk.say(line, taken, after=n, spoken=spoken, quiet=silences)

    return pages


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 7 else None
