"""One of several server processes that get the same turns at the same moment."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Barrier

from steering.errors import StoreUnavailable
from steering.history import Message
from steering.loader.shelf import Shelf
from steering.service import Answer, History, Steering
from steering.store import open_store
from tests.deaths.line import FLOWS, QUESTIONS


def race(start: Barrier, database: Path, calls: int) -> list[tuple[str, Answer]]:
    """Every answer of whole calls in sessions that all racers share."""
    steering = Steering(Shelf(FLOWS), open_store(f"sqlite:///{database}", master_key=None), default_flow="survey")
    answers = []
    for number in range(calls):
        id = f"call-{number}"
        messages: list[Message] = []
        for n in range(QUESTIONS + 1):
            if n:
                messages.append(Message(role="caller", text="yes"))
            start.wait(60)
            answer = _taken(steering, History(owner="acme", session_id=id, messages=tuple(messages)))
            answers.append((id, answer))
            messages.append(Message(role="assistant", text=" ".join(answer.lines)))
    steering.close()
    return answers


def _taken(steering: Steering, history: History) -> Answer:
    """The answer to *history*, asked for again, as platforms do, while the others hold the ledger."""
    until = time.monotonic() + 120
    while True:
        try:
            answer = steering.take(history)
        except StoreUnavailable:
            assert time.monotonic() < until, "the ledger was never free"
        else:
            assert isinstance(answer, Answer)
            return answer
