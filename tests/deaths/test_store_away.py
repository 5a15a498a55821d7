"""The ledger is held by somebody else for longer than anyone may wait."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.deaths.line import FLOWS, Messages, Platform, words_of
from tests.web.conftest import BEARER, Server


@contextmanager
def held(ledger: Path) -> Iterator[None]:
    with open(ledger.with_name(ledger.name + ".lock")) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def test_20_ledger_that_is_held_costs_a_known_call_one_safe_line_and_no_turn(serve: Callable[..., Server], tmp_path: Path) -> None:
    server = serve("wsgi:app", STEERING_FLOWS=str(FLOWS), STEERING_FLOW="survey")
    platform, ledger = Platform(server.port), tmp_path / "calls.db"
    opening = words_of(platform.post("call", []))
    history: Messages = [{"role": "assistant", "content": opening}, {"role": "user", "content": "yes"}]

    with held(ledger):
        since = time.monotonic()
        safe = words_of(platform.post("call", history))
        waited = time.monotonic() - since
        unknown = httpx.post(f"{server.url}/chat/completions?custom_session_id=other", json={"messages": []}, headers=BEARER, timeout=60)
    history += [{"role": "assistant", "content": safe}, {"role": "user", "content": "yes"}]
    answer = words_of(platform.post("call", history))
    turns = httpx.get(f"{server.url}/sessions/call/transcript", headers=BEARER).json()["turns"]

    assert "something went wrong" in safe
    assert waited < 3
    assert (unknown.status_code, unknown.headers["Retry-After"]) == (503, "1")
    assert answer == "Thank you. Did you eat well?"
    assert [turn["status"] for turn in turns] == ["done", "void", "done"]
