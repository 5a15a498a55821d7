"""Workers die at any moment, and processes race: nothing said is lost, and no turn is taken twice."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from tests.deaths.line import FLOWS, QUESTIONS, Cut, Messages, Platform, examine, words_of
from tests.deaths.racer import race
from tests.web.conftest import Server

KILLS = int(os.environ.get("STEERING_TEST_KILLS", "8"))
CALLERS = 6
RACERS = 4
SURVEY = {"STEERING_FLOWS": str(FLOWS), "STEERING_FLOW": "survey"}


def workers(server: Server) -> list[int]:
    master = server.process.pid
    return [int(pid) for pid in Path(f"/proc/{master}/task/{master}/children").read_text().split()]


def test_03_nothing_acknowledged_is_lost_when_workers_are_killed_under_load(serve: Callable[..., Server], tmp_path: Path) -> None:
    server = serve("wsgi:app", WEB_CONCURRENCY="2", STEERING_LOG_LEVEL="ERROR", **SURVEY)
    platform, chance, over = Platform(server.port), random.Random(3), Event()

    def keep_calling(caller: int) -> None:
        dice, calls = random.Random(caller), 0
        while not over.is_set():
            platform.call(f"caller-{caller}-call-{calls}", dice)
            calls += 1

    kills, since = 0, time.monotonic()
    with ThreadPoolExecutor(CALLERS) as pool:
        callers = [pool.submit(keep_calling, number) for number in range(CALLERS)]
        try:
            # A kill between two requests shows nothing: go on until some were cut.
            while kills < KILLS or not platform.cut:
                wait_for_replies(platform, callers, chance.randrange(20, 200))
                os.kill(chance.choice(workers(server)), signal.SIGKILL)
                kills += 1
        finally:
            over.set()
    for caller in callers:
        caller.result()
    server.stop()

    print(f"{kills} kills in {time.monotonic() - since:.1f} s: {len(platform.heard)} calls, {platform.replies} replies, {platform.cut} cut")
    assert platform.replies == len(platform.heard) * (QUESTIONS + 1)
    examine(tmp_path / "calls.db", platform.heard)


def wait_for_replies(platform: Platform, callers: list[Future[None]], number: int) -> None:
    """Until the server has taken *number* more turns: a kill must find it at work."""
    enough, until = platform.replies + number, time.monotonic() + 120
    while platform.replies < enough:
        for caller in callers:
            if caller.done():
                caller.result()
        assert time.monotonic() < until, "the server answers no more"
        time.sleep(0.002)


@pytest.mark.parametrize("place", ["before the commit", "after the commit", "in the stream"])
def test_03_retry_after_a_death_gets_the_whole_reply_of_one_evaluation(place: str, serve: Callable[..., Server], tmp_path: Path) -> None:
    died = tmp_path / "died"
    server = serve("tests.deaths.dying:app", DIES_AT=place, DIED=str(died), **SURVEY)
    platform, history, heard = Platform(server.port), Messages(), list[str]()
    for n in range(3):
        history += [{"role": "user", "content": "yes"}] if n else []
        heard.append(words_of(platform.post("call", history)))
        history.append({"role": "assistant", "content": heard[-1]})
    history.append({"role": "user", "content": "yes"})

    with pytest.raises(Cut):
        platform.post("call", history)
    reply, again = platform.post("call", history), platform.post("call", history)
    server.stop()

    assert died.exists()
    assert words_of(reply) == "I see. Did you take your medicine?"
    assert again == reply
    examine(tmp_path / "calls.db", {"call": [*heard, words_of(reply)]})


def test_15_four_processes_that_race_take_every_turn_once_and_answer_alike(tmp_path: Path) -> None:
    calls, spawn = 8, multiprocessing.get_context("spawn")
    with spawn.Manager() as shared, ProcessPoolExecutor(RACERS, mp_context=spawn) as pool:
        line_up = shared.Barrier(RACERS)
        racing = [pool.submit(race, line_up, tmp_path / "calls.db", calls) for _ in range(RACERS)]
        first, *others = [one.result(timeout=60) for one in racing]

    assert others == [first] * (RACERS - 1)
    heard: dict[str, list[str]] = {}
    for id, answer in first:
        heard.setdefault(id, []).append(" ".join(answer.lines))
    assert len(heard) == calls
    examine(tmp_path / "calls.db", heard)
