"""EVI's WebSocket at /ws: the whole history in, `assistant_input` lines and exactly one `assistant_end` out."""

from __future__ import annotations

import logging
import socket
import threading
import time
from typing import Any

import msgspec
from flask import Blueprint, g, request
from flask_sock import Sock
from simple_websocket import ConnectionClosed, Server
from werkzeug.exceptions import BadRequest, HTTPException, ServiceUnavailable

from steering.errors import RequestRefused, SteeringError, StoreUnavailable
from steering.service import Answer, History, Steering, Waiting
from steering.web import turns
from steering.web.auth import bearer, owner_of_key
from steering.web.body import MAX_BODY
from steering.web.errors import describe, error_object
from steering.web.history import asked, messages, session_id
from steering.web.metrics import METRICS
from steering.web.settings import Settings

log = logging.getLogger(__name__)

OPTIONS = {"max_message_size": MAX_BODY, "receive_bytes": 65536}
_GOING_AWAY, _TEXT_ONLY, _FAILED = 1001, 1003, 1011
# How often a socket that waits for a look-up looks for a newer message, in seconds.
_LOOK_AROUND = 0.1


class UpgradeRequired(HTTPException):
    code = 426
    description = "This server speaks version 13 of WebSocket."


class Sockets:
    """The open sockets of this process, so that they can be counted and told that it ends."""

    def __init__(self, most: int) -> None:
        self.most = most
        # Seconds in which the other side may answer a close.
        self.patience = 1.0
        self._open: set[Server] = set()

    def full(self) -> bool:
        return len(self._open) >= self.most

    def add(self, ws: Server) -> None:
        self._open.add(ws)
        METRICS.count("sockets")

    def remove(self, ws: Server) -> None:
        self._open.discard(ws)
        METRICS.count("sockets_closed")

    def close(self) -> None:
        """Says 1001 to every open socket."""
        self.patience = 0.4
        for ws in tuple(self._open):
            try:
                ws.close(_GOING_AWAY, "The server is restarting.")
            except (ConnectionClosed, OSError):
                continue
            # Its greenlet waits for a message that will not come.
            ws.event.set()


class Wire:
    """A socket whose writes are whole and one after another, and which closes gently.

    simple-websocket writes from two threads with `send`, which may stop half way, and closes with bytes
    unread, at which the other side sees a reset instead of the reason.
    """

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._writing = threading.Lock()
        self.recv, self.fileno = sock.recv, sock.fileno

    def send(self, data: bytes) -> None:
        with self._writing:
            self._sock.sendall(data)

    def close(self) -> None:
        until = time.monotonic() + 1
        try:
            self._sock.shutdown(socket.SHUT_WR)
            while (left := until - time.monotonic()) > 0:
                self._sock.settimeout(left)
                if not self._sock.recv(65536):
                    break
        except OSError:
            pass
        self._sock.close()


def blueprint(steering: Steering, settings: Settings, sockets: Sockets) -> Blueprint:
    """The route `/ws`."""
    pages, sock = Blueprint("websocket", __name__), Sock()

    @pages.before_request
    def admit() -> None:
        g.owner = owner_of_key(request.args.get("token") or bearer(request), settings)
        if not request.headers.get("Sec-WebSocket-Key"):
            raise BadRequest("The header Sec-WebSocket-Key is missing.")
        if request.headers.get("Sec-WebSocket-Version") != "13":
            raise UpgradeRequired
        if sockets.full():
            raise ServiceUnavailable("All sockets of this server are taken.", retry_after=5)
        _wrap(request.environ)

    @sock.route("/ws", bp=pages)  # type: ignore[untyped-decorator]
    def serve(ws: Server) -> None:
        sockets.add(ws)
        try:
            Channel(ws, steering, settings, g.owner, request.args.get("custom_session_id"), request.args.get("flow")).serve()
        except (ConnectionClosed, OSError):
            pass
        except Exception:
            log.exception("a socket failed")
            ws.close(_FAILED, "Something went wrong on our side.")
        finally:
            sockets.remove(ws)
            # The server closes the connection when this returns: not before the other side has read why.
            ws.thread.join(sockets.patience)

    return pages


def _wrap(environ: dict[str, Any]) -> None:
    for name in ("gunicorn.socket", "werkzeug.socket"):
        if name in environ:
            # A line that went dead without a word must not hold its place for ever.
            environ[name].setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            environ[name] = Wire(environ[name])


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
            self._ws.close(_TEXT_ONLY, "This socket takes text messages only.")
            raise ConnectionClosed(_TEXT_ONLY)
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
