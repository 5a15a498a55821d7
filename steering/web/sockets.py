"""WebSockets of every kind: admitted, counted, closed gently. What is said on them is their routes' own."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import msgspec
from flask import Blueprint, request
from flask_sock import Sock
from simple_websocket import ConnectionClosed, Server
from werkzeug.exceptions import BadRequest, HTTPException, ServiceUnavailable

from steering.web.body import MAX_BODY
from steering.web.metrics import METRICS

log = logging.getLogger(__name__)

OPTIONS = {"max_message_size": MAX_BODY, "receive_bytes": 65536}
GOING_AWAY, TEXT_ONLY, FAILED = 1001, 1003, 1011
# What a close says in which nothing is said, and what is said by no close at all.
_NORMAL, _NOTHING, _BROKEN = 1000, 1005, 1006
# Seconds that a line may be quiet before it is asked whether it lives, and that it has to answer; that long a write may take, too.
QUIET = 20.0
# A ping without words, as a server sends it.
_PING = b"\x89\x00"
# Messages that wait to be answered; while there are more, or they are longer than one may be, no others are read.
_MOST_WAITING = 100


class UpgradeRequired(HTTPException):
    code = 426
    description = "This server speaks version 13 of WebSocket."


class Peer:
    """The other side of one socket. ConnectionClosed or OSError from everything but `close` when the socket is no longer open."""

    def __init__(self, ws: Server) -> None:
        self._ws, self._closed = ws, False
        # simple-websocket takes a line that broke for one that was closed without a word.
        ws.close_reason = _BROKEN
        ws.sock.waiting = ws.input_buffer

    @property
    def waiting(self) -> bool:
        """Whether a message has come and is not read yet."""
        return bool(self._ws.input_buffer)

    @property
    def left(self) -> bool:
        """Whether the other side has closed the socket because it was done: neither did we, nor did the line break."""
        return not self._closed and self._ws.close_reason in (_NORMAL, _NOTHING)

    def receive(self, seconds: float | None = None) -> str | bytes | None:
        """The next message; None when none comes in *seconds*."""
        # Without a pause a socket with its next message at hand starves the others.
        time.sleep(0)
        message: str | bytes | None = self._ws.receive(timeout=seconds)
        return message

    def text(self, seconds: float | None = None) -> str | None:
        """The same on a socket that is closed at a binary message."""
        raw = self.receive(seconds)
        if isinstance(raw, bytes | bytearray):
            self.close(TEXT_ONLY, "This socket takes text messages only.")
            raise ConnectionClosed(TEXT_ONLY)
        return raw

    def texts(self) -> Iterator[str]:
        """Those that have come already."""
        while self.waiting:
            if (text := self.text()) is not None:
                yield text

    def send(self, *messages: Mapping[str, Any]) -> None:
        """Sends each message as JSON."""
        for message in messages:
            self._ws.send(msgspec.json.encode(message).decode())

    def close(self, code: int, why: str) -> None:
        """Closes the socket; nothing happens when it is closed already."""
        self._closed = True
        with suppress(ConnectionClosed, OSError):
            self._ws.close(code, why)
        # Its greenlet waits for a message that will not come.
        self._ws.event.set()

    def gone(self, seconds: float) -> None:
        """Returns when the socket is closed on both sides, or after *seconds*."""
        self._ws.thread.join(seconds)


class Sockets:
    """The open sockets of this process, so that they can be counted and told that it ends."""

    def __init__(self, most: int) -> None:
        self.most = most
        # Seconds in which the other side may answer a close.
        self.patience = 1.0
        self._open: set[Peer] = set()

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
            peer = Peer(ws)
            self._open.add(peer)
            METRICS.count("sockets")
            try:
                serve(peer, **values)
            except (ConnectionClosed, OSError):
                pass
            except Exception:
                log.exception("a socket failed")
                peer.close(FAILED, "Something went wrong on our side.")
            finally:
                self._open.discard(peer)
                METRICS.count("sockets_closed")
                # The server closes the connection when this returns: not before the other side has read why.
                peer.gone(self.patience)

        for at, one in enumerate((rule, *also)):
            sock.route(one, bp=pages, endpoint=f"{name}_{at}")(opened)
        return pages

    def close(self) -> None:
        """Says 1001 to every open socket."""
        self.patience = 0.4
        for peer in tuple(self._open):
            # One that does not read must not keep the others waiting.
            threading.Thread(target=peer.close, args=(GOING_AWAY, "The server is restarting."), daemon=True).start()


class Wire:
    """A socket whose writes are whole and one after another, which notices when nobody is there any more, and closes gently.

    simple-websocket writes from two threads with `send`, which may stop half way, and closes with bytes
    unread, at which the other side sees a reset instead of the reason. Its own pings wait behind a write that
    nobody reads, and outlive the socket.
    """

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._writing = threading.Lock()
        self.fileno = sock.fileno
        # What was read and is not answered yet.
        self.waiting: Sequence[str | bytes] = ()
        sock.settimeout(QUIET)

    def recv(self, size: int) -> bytes:
        """What comes next. OSError when nothing does, nor an answer to a ping."""
        # The same pause; and whoever does not wait for answers has to.
        time.sleep(0)
        while self.fileno() >= 0 and (len(self.waiting) > _MOST_WAITING or sum(map(len, self.waiting)) > MAX_BODY):
            time.sleep(0.05)
        try:
            return self._sock.recv(size)
        except TimeoutError:
            self.send(_PING)
            return self._sock.recv(size)

    def send(self, data: bytes) -> None:
        """Sends all of *data*. OSError when it cannot be, and nothing more is then sent or read."""
        with self._writing:
            try:
                self._sock.sendall(data)
            except OSError:
                # A part of a message may have gone: whatever follows would be taken for its rest.
                with suppress(OSError):
                    self._sock.shutdown(socket.SHUT_RDWR)
                raise

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
            environ[name] = Wire(environ[name])
