"""Where Twilio's requests become turns, and the answers TwiML."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Mapping, Sequence

from flask import Request, Response
from werkzeug.exceptions import Forbidden

from steering.core.expected import Expected
from steering.core.languages import language
from steering.errors import RequestRefused, SteeringError, StoreUnavailable
from steering.history import Message
from steering.service import Answer, History, Steering, Waiting
from steering.sessions import Standing
from steering.web import turns
from steering.web.history import session_id
from steering.web.settings import Settings
from steering.web.twilio import twiml
from steering.web.twilio.signature import base_of, signed_fields
from steering.web.twilio.twiml import Line, Words

log = logging.getLogger(__name__)

_UNKNOWN = Standing(n=0, ended=False, expected=Expected(language="en"), languages=("en",), goodbye=language("en").goodbye)
# What Twilio sends for a number that the caller keeps back: the words, typed on a keypad.
_WITHHELD = frozenset({"+266696687", "+86282452253", "+7378742833", "+2562533", "+8656696", "+464"})


def words_of(answer: Answer, spoken: str, language: str) -> list[tuple[str, str]]:
    """The lines of *answer* that are still to be said after *spoken*, each with its language, or the call's."""
    lines = turns.rest(answer, spoken)
    known = answer.languages[len(answer.languages) - len(lines) :] if len(answer.languages) == len(answer.lines) else ()
    return list(zip(lines, known or [language] * len(lines), strict=True))


def number_of(text: str) -> str:
    """A caller's number as Twilio gives it, "" when it is withheld."""
    return "" if text.strip() in _WITHHELD else text.strip()


def sid_of(text: str) -> str:
    """The sid of a call, which has 34 characters, from whatever stands in its place."""
    return text.strip()[:34]


class Desk:
    """Takes Twilio's requests on *steering*."""

    def __init__(self, steering: Steering, settings: Settings) -> None:
        self.steering, self.settings = steering, settings

    def picked_up(self, request: Request) -> tuple[Line, Mapping[str, str]]:
        """The call that Twilio's *request* is about (of the session in its address, else named by Twilio), and its fields."""
        fields = signed_fields(request, self.settings)
        owner = self.settings.owner_named(request.args.get("owner", ""))
        if owner is None:
            raise Forbidden("Whose call is this? Add `?owner=NAME` to the address, with an owner of STEERING_API_KEY.")
        session = _known(request.args.get("session")) or _known(fields.get("CallSid")) or uuid.uuid4().hex
        return Line(base=base_of(request, self.settings), owner=owner, session=session), fields

    def take(
        self,
        line: Line,
        fields: Mapping[str, str],
        messages: Sequence[Message] = (),
        *,
        after: int | None = None,
        flow: str | None = None,
        key: str = "",
    ) -> Answer | Waiting:
        """The turn of *messages*, or without any the opening. SteeringError."""
        us, them = fields.get("To", ""), fields.get("From", "")
        if fields.get("Direction", "").startswith("outbound"):
            us, them = them, us
        return turns.take(
            self.steering,
            History(
                owner=line.owner,
                session_id=line.session,
                flow=flow,
                messages=tuple(messages),
                idempotency_key=key,
                after=after,
                platform="twilio",
                number=number_of(them),
                called=us,
                call_sid=sid_of(fields.get("CallSid", "")),
            ),
        )

    def over(self, line: Line, fields: Mapping[str, str], *, reason: str = "", seconds: float | None = None) -> None:
        """Ends the session of a call that is over, unless it has been given to another call since. StoreUnavailable."""
        self.steering.hung_up(line.owner, line.session, reason=reason, seconds=seconds, call_sid=sid_of(fields.get("CallSid", "")))

    def standing(self, line: Line) -> Standing | None:
        """Where the call is; None when it is not known, or just now nobody can tell."""
        try:
            return self.steering.standing(line.owner, line.session)
        except StoreUnavailable:
            return None

    def language(self, line: Line) -> str:
        """The language in which the call is now."""
        return (self.standing(line) or _UNKNOWN).expected.language

    def say(self, line: Line, answer: Answer, *, after: int | None = None, spoken: str = "", quiet: int = 0) -> Response:
        """*answer* without what was *spoken* already, and what comes after it. *after* is the turn before, should this be none."""
        standing = self.standing(line) or _UNKNOWN
        words = words_of(answer, spoken, standing.expected.language)
        if answer.ended:
            return self.onward(line, standing, words)
        n = after if answer.n is None else answer.n
        return xml(twiml.gather(line, words, standing, self.settings, after=n, quiet=quiet))

    def onward(self, line: Line, standing: Standing, words: Words = ()) -> Response:
        """Where an ended call goes after *words*: to whom it was handed, or it is hung up."""
        if standing.hand_to:
            target = self.steering.numbers.hand_off(standing.hand_to)
            amount = self._fact(line, target.amount) if target and target.amount else ""
            if target and (said := twiml.hand_off(line, words, target, amount, standing.expected.language, self.settings)):
                return xml(said)
            if target is None or target.kind != "webhook":
                log.error("the call of session %s cannot go to '%s': see hand_offs in numbers.yaml", line.session, standing.hand_to)
                words = (*words, (standing.goodbye, standing.languages[0]))
        return xml(twiml.hang_up(words, self.settings))

    def goodbye(self, line: Line) -> Response:
        """A last word to a caller whom nobody answers any more."""
        standing = self.standing(line) or _UNKNOWN
        return xml(twiml.hang_up(((standing.goodbye, standing.languages[0]),), self.settings))

    def trouble(self, line: Line, error: SteeringError, *, again: str) -> Response:
        """The safe line, and another try at the address *again*; without one, goodbye."""
        log.error("%s: %s", error.code, error)
        if not again:
            return self.goodbye(line)
        return xml(twiml.say_and_go(words_of(turns.trouble(line.session), "", "en"), self.settings, to=again))

    def note(self, line: Line, kind: str, data: Mapping[str, str]) -> None:
        """Writes what Twilio tells into the record; the call goes on even when it cannot be written."""
        try:
            self.steering.note(line.owner, line.session, kind, data)
        except SteeringError as error:
            log.error("%s of session %s is not in the record: %s", kind, line.session, error)

    def _fact(self, line: Line, name: str) -> str:
        try:
            view = self.steering.get(line.owner, line.session)
        except StoreUnavailable:
            return ""
        return view.facts.get(name, "") if view else ""


def xml(text: str) -> Response:
    """A page of TwiML."""
    return Response(text, content_type="text/xml; charset=utf-8")


def _known(id: str | None) -> str | None:
    try:
        return session_id(id, "session") if id else None
    except RequestRefused:
        return None
