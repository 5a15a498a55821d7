"""EVI's WebSocket at /ws: the whole history in, `assistant_input` lines and exactly one `assistant_end` out."""

from __future__ import annotations

import logging
from typing import Any

from flask import Blueprint, g, request
from werkzeug.exceptions import HTTPException

from steering.errors import RequestRefused, SteeringError, StoreUnavailable
from steering.service import History, Steering, Waiting
from steering.web import turns
from steering.web.auth import bearer, owner_of_key
from steering.web.errors import describe, error_object
from steering.web.history import asked, messages, session_id
from steering.web.metrics import METRICS
from steering.web.settings import Settings
from steering.web.sockets import Peer, Sockets

log = logging.getLogger(__name__)

_END = {"type": "assistant_end"}


def blueprint(steering: Steering, settings: Settings, sockets: Sockets) -> Blueprint:
    """The route `/ws`."""

    def admit() -> None:
        g.owner = owner_of_key(request.args.get("token") or bearer(request), settings)

    def serve(peer: Peer) -> None:
        Channel(peer, steering, settings, g.owner, request.args.get("custom_session_id"), request.args.get("flow")).serve()

    return sockets.door("websocket", "/ws", admit, serve)


class Channel:
    """One socket: it remembers its session, and a newer message makes an answer under way stale."""

    def __init__(self, peer: Peer, steering: Steering, settings: Settings, owner: str, id: str | None, flow: str | None) -> None:
        self._peer, self._steering, self._settings = peer, steering, settings
        self._owner, self._id, self._flow = owner, id, flow
        self._next: History | None = None

    def serve(self) -> None:
        """Answers until the socket closes."""
        while True:
            if self._next is None and (text := self._peer.text()) is not None:
                self._read(text)
            if (history := self._next) is not None:
                self._next = None
                self._answer(history)

    def _read(self, text: str) -> None:
        try:
            sent = asked(text.encode())
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
            self._peer.send(_END)
            return
        if isinstance(taken, Waiting):
            self._id = taken.session_id
        answer, spoken = turns.bridged(taken, say=self._say, stale=self._stale)
        if answer is None:
            return
        self._id = answer.session_id or self._id
        for line in turns.rest(answer, spoken):
            if self._stale():
                return
            self._say(line)
        if not self._stale():
            self._peer.send(_END)

    def _stale(self) -> bool:
        """Whether a newer turn has come; what came and is no turn is answered on the way."""
        for text in self._peer.texts():
            self._read(text)
        return self._next is not None

    def _say(self, line: str) -> None:
        self._peer.send({"type": "assistant_input", "text": line, "custom_session_id": self._id})

    def _refuse(self, error: dict[str, Any]) -> None:
        METRICS.count("refusals")
        self._peer.send({"type": "error", **error})
