"""Hume's webhooks at /hume/webhook: who calls before the first words, and how a call went when it is over.

A delivery is believed by its signature, which is checked before anything in it is read; a repeated one changes nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from flask import Blueprint, Response, request
from werkzeug.exceptions import Unauthorized

from steering.errors import PlatformError, RequestRefused, SteeringError
from steering.hume_rest import Hume
from steering.service import History, Steering
from steering.web.body import parse, read_body
from steering.web.history import session_id
from steering.web.platforms import HANG_UP_TOOLS, object_of, text_of
from steering.web.settings import Settings

log = logging.getLogger(__name__)

SIGNATURE, TIMESTAMP = "X-Hume-AI-Webhook-Signature", "X-Hume-AI-Webhook-Timestamp"
# Seconds, on both sides of now.
WINDOW = 180


def signature(key: str, raw: bytes, timestamp: str) -> str:
    """What Hume signs: HMAC-SHA256, in lower hex, over the raw body, a dot and the timestamp."""
    return hmac.new(key.encode(), raw + b"." + timestamp.encode(), hashlib.sha256).hexdigest()


def signed_by(raw: bytes, signed: str, timestamp: str, keys: Iterable[tuple[str, str]], now: float) -> str | None:
    """The owner of the one of *keys* that signed *raw* within the window, None when none did."""
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12 and abs(now - int(timestamp)) <= WINDOW):
        return None
    found = None
    for owner, key in keys:
        if hmac.compare_digest(signature(key, raw, timestamp).encode(), signed.encode("utf-8", "replace")):
            found = owner
    return found


def call_from_event(event: Mapping[str, Any]) -> dict[str, Any]:
    """What `chat_started` tells of a call, as fields of a History; *session_id* is the caller's own, else the chat's."""
    twilio = object_of(event.get("twilio_metadata"))
    return {
        "session_id": text_of(event, "custom_session_id") or text_of(event, "chat_id"),
        "number": text_of(event, "caller_number") or text_of(twilio, "from_number"),
        "called": text_of(twilio, "to_number"),
        "platform_id": text_of(event, "config_id"),
        "call_sid": text_of(twilio, "call_sid"),
    }


def blueprint(steering: Steering, settings: Settings) -> Blueprint:
    """The route `/hume/webhook`."""
    pages = Blueprint("hume", __name__)
    hume = Hume(settings.hume_api_key, api=settings.hume_api_url) if settings.hume_api_key else None

    @pages.post("/hume/webhook")
    def webhook() -> Response:
        raw = read_body(request)
        signed, timestamp = request.headers.get(SIGNATURE, ""), request.headers.get(TIMESTAMP, "")
        owner = signed_by(raw, signed, timestamp, settings.hume_webhook_keys, steering.clock())
        if owner is None:
            raise Unauthorized("The signature is missing, wrong or out of its time; HUME_WEBHOOK_KEYS has the keys that count.")
        event = parse(raw)
        if not isinstance(event, dict):
            raise RequestRefused("The body is no object.")
        try:
            Delivery(steering, settings, hume, settings.owner_named(owner) or "", event).take()
        except SteeringError as error:
            # Sent again it would be no better; the call itself goes on without it.
            log.error("hume: %s: %s", error.code, error)
        return Response(b'{"status":"ok"}', content_type="application/json")

    return pages


class Delivery:
    """One event, believed."""

    def __init__(self, steering: Steering, settings: Settings, hume: Hume | None, owner: str, event: Mapping[str, Any]) -> None:
        self._steering, self._settings, self._hume = steering, settings, hume
        self._owner, self._event = owner, event

    def take(self) -> None:
        """Does what the event asks for; an unknown one asks for nothing. SteeringError."""
        chat = session_id(text_of(self._event, "chat_id") or None, "chat_id")
        take = {"chat_started": self._started, "chat_ended": self._ended, "tool_call": self._tool}.get(text_of(self._event, "event_name"))
        if chat and take:
            take(chat)

    def _started(self, chat: str) -> None:
        known = call_from_event(self._event)
        session_id(known["session_id"], "custom_session_id")
        self._steering.introduce(History(owner=self._owner, platform="evi", **known))
        if not text_of(self._event, "custom_session_id"):
            key = self._settings.first_keys.get(self._owner, "")
            self._tell(f"{chat} session", lambda hume: hume.name_session(chat, chat, key))

    def _ended(self, chat: str) -> None:
        seconds = self._event.get("duration_seconds")
        told: dict[str, Any] = {"reason": text_of(self._event, "end_reason") or "chat_ended", "returns": True}
        told["seconds"] = float(seconds) if isinstance(seconds, int | float) and not isinstance(seconds, bool) else None
        for id in (session_id(text_of(self._event, "custom_session_id") or None, "custom_session_id"), chat):
            if id and self._steering.hung_up(self._owner, id, **told):
                return
        log.info("hume: a chat ended that no session knows")

    def _tool(self, chat: str) -> None:
        call = object_of(self._event.get("tool_call_message"))
        id, name = text_of(call, "tool_call_id"), text_of(call, "name")
        if id and call.get("response_required") is True and name not in HANG_UP_TOOLS:
            self._tell(f"{chat} {id}", lambda hume: hume.refuse_tool(chat, id, name))

    def _tell(self, once: str, tell: Callable[[Hume], None]) -> None:
        """Tells the chat something, once, and not while Hume waits for the answer to its delivery."""
        hume = self._hume
        if hume is None or not self._steering.first_time("hume", f"{self._owner} {once}"):
            return

        def told() -> None:
            try:
                tell(hume)
            except PlatformError as error:
                log.error("hume: %s", error)

        threading.Thread(target=told, daemon=True).start()
