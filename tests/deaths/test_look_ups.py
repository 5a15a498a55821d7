"""A worker dies while it asks somebody: whoever gets the call next finishes the turn, and asks a POST only once."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.deaths.line import Cut, Messages, Platform, words_of
from tests.deaths.test_deaths import workers
from tests.web.conftest import BEARER, Server

FLOW = """
flow: booking
checks:
  find:
    {kind}: http://127.0.0.1:{port}/slots
    within: 1 second
    keep: day from first
    sample: {{"first": "2026-11-24"}}
steps:
  menu:
    ask: Say book.
    hear: {{book: find}}
  find:
    check: find
    if_ok: booked
    if_failed: nothing
  booked:
    end: You are booked for {{{{ day }}}}.
  nothing:
    end: I could not book that.
"""


class Booking(ThreadingHTTPServer):
    """A service whose first question kills the worker that asks it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.victim: Server | None = None
        super().__init__(("127.0.0.1", 0), Answering)


class Answering(BaseHTTPRequestHandler):
    server: Booking

    def do_GET(self) -> None:
        asked = self.server.asked
        asked.append(self.command)
        if len(asked) == 1 and self.server.victim:
            (worker,) = workers(self.server.victim)
            os.kill(worker, signal.SIGKILL)
            return
        body = b'{"first": "2026-11-24"}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def booking() -> Iterator[Booking]:
    with Booking() as service:
        thread = threading.Thread(target=service.serve_forever)
        thread.start()
        yield service
        service.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("kind", "asked", "words"),
    [
        ("get", ["GET", "GET"], "You are booked for November twenty fourth, twenty twenty six."),
        ("post", ["POST"], "I could not book that."),
    ],
    ids=["get", "post"],
)
def test_03_look_up_whose_asker_died_is_finished_by_the_retry(
    kind: str, asked: list[str], words: str, booking: Booking, serve: Callable[..., Server], tmp_path: Path
) -> None:
    (tmp_path / "booking.yaml").write_text(FLOW.format(kind=kind, port=booking.server_port))
    server = serve("wsgi:app", STEERING_FLOWS=str(tmp_path), STEERING_LOOKUP_HOSTS="127.0.0.1")
    platform, booking.victim = Platform(server.port), server
    history: Messages = [{"role": "assistant", "content": words_of(platform.post("call", []))}, {"role": "user", "content": "book"}]

    with pytest.raises(Cut):
        platform.post("call", history)
    reply, again = platform.post("call", history), platform.post("call", history)
    transcript = httpx.get(f"{server.url}/sessions/call/transcript", headers=BEARER).json()["turns"]

    assert words_of(reply).endswith(words)
    assert again == reply
    assert booking.asked == asked
    assert [(turn["n"], turn["status"]) for turn in transcript] == [(0, "done"), (1, "done")]
    assert transcript[1]["spoken"] == words_of(reply)
