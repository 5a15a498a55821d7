"""WebSockets of every kind: admitted, counted, closed gently. What is said on them is their routes' own."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

from flask import Blueprint, request
from flask_sock import Sock
from simple_websocket import ConnectionClosed, Server
from werkzeug.exceptions import BadRequest, HTTPException, ServiceUnavailable

from steering.web.body import MAX_BODY
from steering.web.metrics import METRICS

log = logging.getLogger(__name__)

OPTIONS = {"max_message_size": MAX_BODY, "receive_bytes": 65536}
GOING_AWAY, TEXT_ONLY, FAILED = 1001, 1003, 1011


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

    def door(self, name: str, rule: str, admit: Callable[[], None], serve: Callable[..., None], *, also: tuple[str, ...] = ()) -> Blueprint:
        """A route at *rule* on which *serve* has each socket that *admit* (which raises) lets in; a path's values are passed on."""
        pages, sock = Blueprint(name, __name__), Sock()

        @pages.before_request
        def handshake() -> None:
            admit()
            if not request.headers.get("Sec-WebSocket-Key"):
                raise BadRequest("The header Sec-WebSocket-Key is missing.")
            if request.headers.get("Sec-WebSocket-Version") != "13":
                raise UpgradeRequired
            if len(self._open) >= self.most:
                raise ServiceUnavailable("All sockets of this server are taken.", retry_after=5)
            _wrap(request.environ)

        def opened(ws: Server, **values: str) -> None:
            self._open.add(ws)
            METRICS.count("sockets")
            try:
                serve(ws, **values)
            except (ConnectionClosed, OSError):
                pass
            except Exception:
                log.exception("a socket failed")
                ws.close(FAILED, "Something went wrong on our side.")
            finally:
                self._open.discard(ws)
                METRICS.count("sockets_closed")
                # The server closes the connection when this returns: not before the other side has read why.
                ws.thread.join(self.patience)

        for at, one in enumerate((rule, *also)):
            sock.route(one, bp=pages, endpoint=f"{name}_{at}")(opened)
        return pages

    def close(self) -> None:
        """Says 1001 to every open socket."""
        self.patience = 0.4
        for ws in tuple(self._open):
            try:
                ws.close(GOING_AWAY, "The server is restarting.")
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


def _wrap(environ: dict[str, Any]) -> None:
    for name in ("gunicorn.socket", "werkzeug.socket"):
        if name in environ:
            # A line that went dead without a word must not hold its place for ever.
            environ[name].setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            environ[name] = Wire(environ[name])
