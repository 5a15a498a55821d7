"""EVI's WebSocket at /ws: the whole history in, `assistant_input` lines and exactly one `assistant_end` out."""

from __future__ import annotations

import logging
from typing import Any

import msgspec
from flask import Blueprint, g, request
from simple_websocket import ConnectionClosed, Server
from werkzeug.exceptions import HTTPException

from steering.errors import RequestRefused, SteeringError, StoreUnavailable
from steering.service import Answer, History, Steering, Waiting
from steering.web import turns
from steering.web.auth import bearer, owner_of_key
from steering.web.errors import describe, error_object
from steering.web.history import asked, messages, session_id
from steering.web.metrics import METRICS
from steering.web.settings import Settings
from steering.web.sockets import TEXT_ONLY, Sockets

log = logging.getLogger(__name__)

# How often a socket that waits for a look-up looks for a newer message, in seconds.
_LOOK_AROUND = 0.1


def blueprint(steering: Steering, settings: Settings, sockets: Sockets) -> Blueprint:
    """The route `/ws`."""

    def admit() -> None:
        g.owner = owner_of_key(request.args.get("token") or bearer(request), settings)

    def serve(ws: Server) -> None:
        Channel(ws, steering, settings, g.owner, request.args.get("custom_session_id"), request.args.get("flow")).serve()

    return sockets.door("websocket", "/ws", admit, serve)


class Channel:
    """One socket: it remembers its session, and a newer message makes an answer under way stale."""

    def __init__(self, ws: Server, steering: Steering, settings: Settings, owner: str, id: str | None, flow: str | None) -> None:
        self._ws, self._steering, self._settings = ws, steering, settings
        self._owner, self._id, self._flow = owner, id, flow
        self._next: History | None = None

    def serve(self) -> None:
        """Answers until the socket closes."""
        while True:
            if self._next is None:
                self._read(self._ws.receive())
            if (history := self._next) is not None:
                self._next = None
                self._answer(history)

    def _read(self, raw: str | bytes) -> None:
        if isinstance(raw, bytes | bytearray):
            self._ws.close(TEXT_ONLY, "This socket takes text messages only.")
            raise ConnectionClosed(TEXT_ONLY)
        try:
            sent = asked(raw.encode())
            self._id = session_id(sent.custom_session_id or self._id, "custom_session_id")
            said = messages(sent.messages, self._settings.greeting_instruction)
        except RequestRefused as error:
            self._refuse(describe(error)[1])
        except HTTPException as error:
            self._refuse(error_object(error.code or 400, error.description or "", code="request_too_large"))
        else:
            self._next = History(
                owner=self._owner, session_id=self._id, flow=self._flow, model=sent.model, messages=said, platform="websocket"
            )

    def _answer(self, history: History) -> None:
        try:
            taken = turns.take(self._steering, history)
        except StoreUnavailable as error:
            # A socket has no status with which to ask for a retry.
            log.error("%s: %s", error.code, error)
            taken = turns.trouble(history.session_id or "")
        except SteeringError as error:
            self._refuse(describe(error)[1])
            self._send({"type": "assistant_end"})
            return
        if isinstance(taken, Waiting):
            self._id = taken.session_id
            self._say_when_found(taken)
        else:
            self._say_all(taken, taken.lines)

    def _say_when_found(self, waiting: Waiting) -> None:
        answer, spoken = turns.finish_soon(waiting), ""
        if answer is None and not self._stale() and (spoken := turns.say_one_moment(waiting)):
            self._say(spoken)
        while answer is None:
            if self._stale():
                return
            answer = turns.finish_soon(waiting, _LOOK_AROUND)
        self._say_all(answer, turns.rest(answer, spoken))

    def _say_all(self, answer: Answer, lines: tuple[str, ...]) -> None:
        self._id = answer.session_id or self._id
        for line in lines:
            if self._stale():
                return
            self._say(line)
        if not self._stale():
            self._send({"type": "assistant_end"})

    def _stale(self) -> bool:
        """Whether a newer turn has come; what came and is no turn is answered on the way."""
        while self._ws.input_buffer:
            self._read(self._ws.receive())
        return self._next is not None

    def _say(self, line: str) -> None:
        self._send({"type": "assistant_input", "text": line, "custom_session_id": self._id})

    def _refuse(self, error: dict[str, Any]) -> None:
        METRICS.count("refusals")
        self._send({"type": "error", **error})

    def _send(self, message: dict[str, Any]) -> None:
        self._ws.send(msgspec.json.encode(message).decode())
