"""The gunicorn worker: gevent's, made fair to every connection and quick to leave."""

from __future__ import annotations

import gc
import sys
import time
from contextlib import suppress
from functools import partial
from ssl import SSLError
from types import FrameType
from typing import Any

import gevent
from gevent.event import Event
from gevent.pool import Pool
from gevent.server import StreamServer
from gunicorn.http.errors import ConfigurationProblem, LimitRequestHeaders, LimitRequestLine, ParseException  # type: ignore[import-untyped]
from gunicorn.sock import ssl_context  # type: ignore[import-untyped]
from gunicorn.workers.ggevent import GeventWorker  # type: ignore[import-untyped]

from steering.web.errors import refusal
from steering.web.logs import shown
from steering.web.metrics import METRICS
from steering.web.sockets import Wire

_DRAIN = 0.8
_GIVE_WAY = 0.001  # seconds


class Listener(StreamServer):
    """Takes a connection at once only where no other worker holds fewer, and else gives the others a moment to.

    Whichever worker wakes first would otherwise take all that few clients have, and keep them for as long as they last.
    """

    _patient = True

    def do_read(self) -> Any:
        if self._patient and METRICS.holds_more():
            self.stop_accepting()
            gevent.spawn_later(_GIVE_WAY, self._accept_again)
            return None
        self._patient = True
        return super().do_read()

    def _accept_again(self) -> None:
        if self.started:
            # Who still waits is taken now, whoever holds less.
            self._patient = False
            self.start_accepting()
            gevent.sleep(_GIVE_WAY)
            self._patient = True

    def do_handle(self, *args: Any) -> None:
        METRICS.hold(+1)
        super().do_handle(*args)

    def do_close(self, *args: Any) -> None:
        METRICS.hold(-1)
        super().do_close(*args)


class Worker(GeventWorker):  # type: ignore[misc]
    """Serves until it is told to leave, by SIGTERM, SIGINT or SIGQUIT; then says 1001 to the sockets and finishes what it has begun.

    gunicorn's own loop looks for the signal once a second and then waits for sockets that never close.
    """

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        METRICS.use_row(self.age)
        self._leaving = Event()
        self._busy = 0

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.alive = False
        self._leaving.set()

    handle_quit = handle_exit

    def handle_request(self, listener_name: Any, req: Any, sock: Any, addr: Any) -> None:
        # Without a pause a connection with its next request at hand starves the others.
        gevent.sleep(0)
        self._busy += 1
        try:
            super().handle_request(listener_name, req, sock, addr)
        finally:
            self._busy -= 1

    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:
        """Answers what never became a request of the application, as the application answers errors."""
        if isinstance(exc, gevent.GreenletExit):
            # Told to leave while it waited for another request.
            return
        cfg = self.cfg
        match exc:
            case LimitRequestLine():
                status, why = 414, f"The address is too long: the first line of a request has at most {cfg.limit_request_line} bytes."
            case LimitRequestHeaders():
                most = f"at most {cfg.limit_request_fields}, of {cfg.limit_request_field_size} bytes each"
                status, why = 431, f"The headers are too many or too long: {most}."
            case ParseException() | SSLError() if req is None and not isinstance(exc, ConfigurationProblem):
                status, why = 400, "This is not a request of HTTP/1.1."
            case _:
                status, why = 500, "Something went wrong on our side."
        if status < 500:
            # What was sent may hold a key: its kind must do.
            self.log.warning("refused with %s before it was a request: %s", status, type(exc).__name__)
        else:
            self.log.error("request failed: %s", shown(getattr(req, "path", "")), exc_info=exc)
        wire = Wire(client)
        with suppress(OSError):
            wire.send(refusal(status, why))
            # Closed with bytes unread, it would be a reset before it is an answer.
            wire.close()

    def run(self) -> None:
        # A commit comes back from its thread in half a millisecond, not in five, however busy the loop is.
        sys.setswitchinterval(0.0005)
        # What stands now stays; what turns make is gone before it grows old.
        gc.freeze()
        gc.set_threshold(20_000, 50, 50)
        servers = [self._listen(sock) for sock in self.sockets]
        upkeep = self.wsgi.extensions["upkeep"]
        upkeep.start()
        while self.alive:
            self.notify()
            self._leaving.wait(1.0)
        for server in servers:
            server.close()
        self.wsgi.extensions["sockets"].close()
        upkeep.stop()
        until = time.monotonic() + _DRAIN
        while self._busy and time.monotonic() < until:
            gevent.sleep(0.01)
        for server in servers:
            server.stop(timeout=0.1)
        # What is frozen is not collected at the end either, and dies after gevent, by whose locks logging lets its handlers go.
        gc.unfreeze()

    def _listen(self, sock: Any) -> Listener:
        sock.setblocking(True)
        tls = {"ssl_context": ssl_context(self.cfg)} if self.cfg.is_ssl else {}
        server = Listener(sock, handle=partial(self.handle, sock), spawn=Pool(self.worker_connections), **tls)
        server.start()
        return server
