"""Calls on a ledger of their own, on a clock that tests move."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from steering.history import Message
from steering.loader.shelf import Shelf
from steering.numbers import Switchboard
from steering.service import Answer, History, Steering
from steering.store import open_store

FLOW = """\
flow: visit
needs:
  first_name: name, optional, e.g. Maria
  account: digits, optional, private, e.g. 4512
anytime:
  stop calling: opt_out
steps:
  hello:
    ask: Is this Maria?
    hear:
      yes: noted
      no: wrong
      agent: desk
  noted:
    say: Thank you.
    record: reached
    go: more
  more:
    ask: Anything else?
    hear:
      no: wrong
      agent: desk
  opt_out:
    end: We will stop calling.
    record: do_not_call
  desk:
    hand_to: front_desk
  wrong:
    end: Goodbye.
"""


class Clock:
    """Unix seconds, beginning now: signatures are checked against the time that it is."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now


class Calls:
    """Calls of one flow. *clock* is the service's."""

    def __init__(self, folder: Path, store: str) -> None:
        (folder / "visit.yaml").write_text(FLOW)
        self.folder, self.clock = folder, Clock()
        self.store = open_store("memory:" if store == "memory" else f"sqlite:///{folder}/calls.db", master_key=None)
        # Looked at each time, and read at once.
        switchboard = Switchboard(folder, count(0, 2).__next__, lambda work: work())
        self.steering = Steering(Shelf(folder), self.store, switchboard=switchboard, clock=self.clock)
        self.talk: dict[str, list[Message]] = {}

    def hear(self, *words: str, id: str = "call") -> str:
        """What is said to the last of *words*, each heard in its turn."""
        messages = self.talk.setdefault(id, [])
        answer = self.ask(messages, id)
        if not messages:
            messages.append(Message(role="assistant", text=answer))
        for text in words:
            messages.append(Message(role="caller", text=text))
            answer = self.ask(messages, id)
            messages.append(Message(role="assistant", text=answer))
        return answer

    def lengthen(self, more: str, id: str = "call") -> str:
        """The caller goes on talking: our answer is taken back."""
        messages = self.talk[id]
        messages.pop()
        messages[-1] = Message(role="caller", text=f"{messages[-1].text} {more}")
        answer = self.ask(messages, id)
        messages.append(Message(role="assistant", text=answer))
        return answer

    def shorten(self, text: str, id: str = "call") -> str:
        """The words as they were before."""
        messages = self.talk[id]
        messages.pop()
        messages[-1] = Message(role="caller", text=text)
        answer = self.ask(messages, id)
        messages.append(Message(role="assistant", text=answer))
        return answer

    def ask(self, messages: list[Message], id: str) -> str:
        answer = self.steering.take(History(owner="acme", session_id=id, messages=tuple(messages)))
        assert isinstance(answer, Answer)
        return " ".join(answer.lines)

    def statuses(self, id: str = "call") -> dict[str, str]:
        def work(txn):  # type: ignore[no-untyped-def]
            row = txn.session("acme", id)
            return {one.key: one.status for one in txn.effects(row.key)}

        found: dict[str, str] = self.store.read(work)
        return found

    def events(self, id: str = "call") -> list[str]:
        def work(txn):  # type: ignore[no-untyped-def]
            return [one.kind for one in txn.audit(txn.session("acme", id).key)]

        found: list[str] = self.store.read(work)
        return found


@pytest.fixture(params=["memory", "sqlite"])
def calls(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Calls]:
    made = Calls(tmp_path, request.param)
    yield made
    made.store.close()
