"""Twilio's webhooks of a call: it begins, the relay has ended, somebody was dialled, something paid, it is over."""

from __future__ import annotations

import re
from collections.abc import Mapping

from flask import Blueprint, Response, request

from steering.core.turn import Kind
from steering.errors import SteeringError
from steering.history import Message
from steering.service import Steering
from steering.web import turns
from steering.web.settings import Settings
from steering.web.tails import clean
from steering.web.twilio import twiml
from steering.web.twilio.desk import Desk, words_of, xml
from steering.web.twilio.twiml import Line

OVER = frozenset({"completed", "busy", "no-answer", "failed", "canceled"})
_LAST_DIGITS = re.compile(r"[xX*]+[-xX* ]*(\d{2,4})")


def blueprint(steering: Steering, settings: Settings) -> Blueprint:
    """The routes under `/twilio` that Twilio asks by itself."""
    pages, desk = Blueprint("twilio", __name__), Desk(steering, settings)

    @pages.post("/twilio/voice")
    def voice() -> Response:
        line, fields = desk.picked_up(request)
        flow, by = request.args.get("flow"), fields.get("AnsweredBy", "")
        try:
            if by == "fax":
                desk.over(line, fields, reason=by)
                return xml(twiml.hang_up((), settings))
            if by.startswith("machine"):
                return _to_machine(line, flow, fields.get("CallSid", ""), fields)
            answer = turns.settled(desk.take(line, fields, flow=flow))
            standing = steering.standing(line.owner, line.session)
        except SteeringError as error:
            again = "" if request.args.get("again") else line.url("/twilio/voice", again="1", flow=flow or "", mode=_mode())
            return desk.trouble(line, error, again=again)
        if _mode() == "gather" or standing is None:
            return desk.say(line, answer)
        return xml(twiml.relay(line, standing, settings))

    def _to_machine(line: Line, flow: str | None, call: str, fields: Mapping[str, str]) -> Response:
        standing = desk.standing(line)
        message = Message(role="caller", text="", kind=Kind.VOICEMAIL)
        after = standing.n if standing and not standing.ended else None
        answer = turns.settled(desk.take(line, fields, (message,), after=after, flow=flow, key=f"machine {call}" if call else ""))
        if not answer.ended:
            desk.over(line, fields)
        return xml(twiml.hang_up(words_of(answer, "", desk.language(line)) if answer.ended else (), settings))

    @pages.post("/twilio/ended")
    def ended() -> Response:
        line, fields = desk.picked_up(request)
        try:
            if fields.get("CallStatus") in OVER:
                desk.over(line, fields)
                return xml(twiml.nothing())
            standing = steering.standing(line.owner, line.session)
            if standing and standing.ended:
                return desk.onward(line, standing)
            # The relay has failed: the call goes on without it.
            return desk.say(line, turns.settled(desk.take(line, fields)))
        except SteeringError as error:
            again = "" if request.args.get("again") else line.url("/twilio/ended", again="1")
            return desk.trouble(line, error, again=again)

    @pages.post("/twilio/dialled")
    def dialled() -> Response:
        line, fields = desk.picked_up(request)
        status = _word(fields.get("DialCallStatus"))
        desk.note(line, "dialled", {"status": status, "seconds": _word(fields.get("DialCallDuration"))})
        return xml(twiml.nothing()) if status in ("completed", "answered") else desk.goodbye(line)

    @pages.post("/twilio/paid")
    def paid() -> Response:
        line, fields = desk.picked_up(request)
        desk.note(line, "paid", payment_from_pay(fields))
        return desk.goodbye(line)

    @pages.post("/twilio/status")
    def status() -> Response:
        line, fields = desk.picked_up(request)
        reason = fields.get("CallStatus")
        if reason in OVER:
            seconds = fields.get("CallDuration", "")
            desk.over(line, fields, reason=reason, seconds=float(seconds) if seconds.isdecimal() else None)
        return Response(status=204)

    return pages


def payment_from_pay(fields: Mapping[str, str]) -> dict[str, str]:
    """What may be kept of the result of `<Pay>`: how it went, the last digits of the card, the confirmation."""
    last = _LAST_DIGITS.fullmatch(fields.get("PaymentCardNumber", ""))
    return {
        "result": _word(fields.get("Result")),
        "last_digits": last[1] if last else "",
        "confirmation": _word(fields.get("PaymentConfirmationCode")),
    }


def _mode() -> str:
    return "gather" if request.args.get("mode") == "gather" else ""


def _word(text: str | None) -> str:
    return clean(text or "").strip()[:100]
