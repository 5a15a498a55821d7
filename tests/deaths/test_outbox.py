"""A worker dies while it tells somebody: the next one tells it, with the same id. A receiver that hangs delays no call."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import httpx

from tests.deaths.line import Platform
from tests.deaths.test_deaths import workers
from tests.effects.stub import Send, says, stub
from tests.web.conftest import BEARER, Server

FLOW = """
flow: stop
steps:
  hello:
    ask: Is this Maria?
    hear:
      stop: opt_out
      yes: bye
  opt_out:
    end: We will stop calling.
    record: do_not_call
  bye:
    end: Goodbye.
"""
SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"


def ids(requests: list[bytes], type: str) -> list[str]:
    """The webhook ids of the requests of that type."""
    heads = [request.decode().partition("\r\n\r\n") for request in requests]
    return [head.lower().partition("webhook-id: ")[2].split("\r\n")[0] for head, _, body in heads if f'"type":"{type}"' in body]


def test_what_a_worker_was_telling_when_it_died_is_told_by_the_next(serve: Callable[..., Server], tmp_path: Path) -> None:
    (tmp_path / "stop.yaml").write_text(FLOW)
    started: list[Server] = []

    def kills(request: bytes, send: Send) -> None:
        (worker,) = workers(started[0])
        os.kill(worker, signal.SIGKILL)

    with stub(kills, says("", "204 No Content")) as receiver:
        settings = {"SERVE_TELLING": "1", "STEERING_FLOWS": str(tmp_path), "STEERING_WEBHOOK_SECRET": SECRET}
        started.append(serve("tests.deaths.telling:app", STEERING_WEBHOOK_URL=f"{receiver.url}/hooks", **settings))
        platform = Platform(started[0].port)
        platform.post("call", [{"role": "user", "content": "hello"}])
        history = [{"role": "assistant", "content": "Is this Maria?"}, {"role": "user", "content": "stop"}]
        platform.post("call", history)
        for _ in range(300):
            if len(ids(receiver.requests, "call.recorded")) >= 2 and not given_up_or_recorded(started[0]):
                break
            time.sleep(0.1)

        first, *again = ids(receiver.requests, "call.recorded")
    assert again == [first]


def given_up_or_recorded(server: Server) -> list[str]:
    """The types of what was given up; a worker that is being replaced is asked again."""
    try:
        found = httpx.get(f"{server.url}/outbox", headers=BEARER, timeout=60).raise_for_status().json()
    except httpx.HTTPError:
        return ["nobody answers"]
    return [one["type"] for one in found["dead"]]


def test_a_receiver_that_hangs_delays_no_call(serve: Callable[..., Server], tmp_path: Path) -> None:
    over = Event()

    def hangs(request: bytes, send: Send) -> None:
        over.wait(60)

    with stub(hangs) as receiver:
        (tmp_path / "stop.yaml").write_text(FLOW)
        server = serve(
            "wsgi:app",
            STEERING_FLOWS=str(tmp_path),
            STEERING_FLOW="stop",
            STEERING_WEBHOOK_SECRET=SECRET,
            STEERING_WEBHOOK_URL=f"{receiver.url}/hooks",
        )
        platform = Platform(server.port)
        for i in range(20):
            platform.post(f"call-{i}", [{"role": "user", "content": "hello"}])
            platform.post(f"call-{i}", [{"role": "assistant", "content": "Is this Maria?"}, {"role": "user", "content": "stop"}])
        for _ in range(100):
            if receiver.requests:
                break
            time.sleep(0.1)
        platform.post("last", [{"role": "user", "content": "hello"}])
        found = httpx.get(f"{server.url}/outbox", headers=BEARER).json()
        over.set()

    assert receiver.requests
    assert found["waiting"] >= 20
    assert found["dead"] == []
