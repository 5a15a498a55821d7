"""A voice platform as far as turns go: it keeps a history and sends all of it each time."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from steering.core.session import Session
from steering.core.turn import Kind
from steering.history import Message
from steering.loader import load_sources
from steering.rows import restored, turn_body
from steering.service import Answer, History, Steering
from steering.store.memory import MemoryStore
from steering.testing import OneFlow

SURVEY = """
flow: survey
anytime:
  stop calling | take me off: opt_out
  agent | a person: person
steps:
  greet:
    say: Welcome to the survey.
    ask: May I ask three questions?
    hear:
      yes: number
      no: bye
  number:
    ask: What is your number?
    collect: size, number
    go: color
  color:
    ask: Red or blue?
    hear:
      red: sure
      blue: sure
  sure:
    consent: Do you agree to be called again?
    accept_only: yes | i agree
    if_yes: thanks
    if_no: bye
  thanks:
    end: Thank you. Goodbye.
  bye:
    end: All right. Goodbye.
  person:
    hand_to: desk
  opt_out:
    end: We will stop calling.
    record: do_not_call
"""


class Clock:
    def __init__(self) -> None:
        self.now = 1_767_628_800.0

    def __call__(self) -> float:
        return self.now


class Line:
    """One session on the line of one platform."""

    def __init__(self, source: str = SURVEY, *, steering: Steering | None = None, id: str | None = "call", owner: str = "") -> None:
        name = source.split("flow:")[1].split()[0]
        self.clock = Clock()
        flow = load_sources({f"{name}.yaml": source}, name)
        self.steering = steering or Steering(OneFlow(flow), MemoryStore(), clock=self.clock)
        self.id, self.owner = id, owner
        self.messages: list[Message] = []
        self.answers: list[Answer] = []

    def ask(self, messages: list[Message] | None = None, **more: object) -> Answer:
        """The answer to *messages* (default: the whole history), which is not added to it."""
        sent = self.messages if messages is None else messages
        self.clock.now += 1
        answer = self.steering.take(History(owner=self.owner, session_id=self.id, messages=tuple(sent), **more))  # type: ignore[arg-type]
        final = answer if isinstance(answer, Answer) else answer.result()
        assert final is not None
        self.answers.append(final)
        return final

    def hear(self, text: str | None = None, **more: object) -> str:
        """What is said to *text* (None: contact without words); both go into the history."""
        if text is not None:
            self.messages.append(them(text))
        answer = self.ask(**more)
        spoken = " ".join(answer.lines)
        self.messages.append(us(spoken))
        return spoken

    def lengthen(self, text: str) -> str:
        """The caller goes on talking over our answer: the last words come again, longer."""
        while self.messages[-1].role == "assistant":
            self.messages.pop()
        last = self.messages.pop()
        return self.hear(f"{last.text} {text}".strip())

    def cut(self, words: int) -> None:
        """Only the first *words* of our last reply were spoken."""
        last = self.messages[-1]
        self.messages[-1] = replace(last, text=" ".join(last.text.split()[:words]))

    @property
    def step(self) -> str:
        view = self.steering.get(self.owner, self.id or "")
        return view.step if view else ""

    @property
    def turns(self) -> int:
        view = self.steering.get(self.owner, self.id or "")
        return view.turns if view else 0

    def rows(self, *, live_only: bool = False) -> list[tuple[int, bool, str]]:
        def work(txn):  # type: ignore[no-untyped-def]
            row = txn.session(self.owner, self.id)
            return [(one.n, one.live, one.status) for one in txn.turns(row.key, live_only=live_only)]

        return self.steering.store.read(work)

    @property
    def records(self) -> tuple[str, ...]:
        """The legal events of the call as it stands now."""
        return self.session.records

    @property
    def session(self) -> Session:
        def work(txn):  # type: ignore[no-untyped-def]
            row = txn.session(self.owner, self.id)
            return restored(turn_body(txn.live_turn(row.key, row.head)))

        return self.steering.store.read(work)

    def settled(self) -> list[list[str]]:
        """What the events of the turns say of disclosures and consents: what, name, grade, and the two locks."""

        def work(txn):  # type: ignore[no-untyped-def]
            rows = txn.audit(txn.session(self.owner, self.id).key)
            return [entry for row in rows if row.data for entry in msgspec.json.decode(row.data).get("settled", ())]

        return self.steering.store.read(work)

    def texts(self) -> list[str]:
        """The caller's words in every row, retired ones too."""

        def work(txn):  # type: ignore[no-untyped-def]
            rows = txn.turns(txn.session(self.owner, self.id).key, live_only=False)
            return [body.text for one in rows if (body := turn_body(one)) and body.text]

        return self.steering.store.read(work)

    def events(self) -> list[str]:
        def work(txn):  # type: ignore[no-untyped-def]
            return [one.kind for one in txn.audit(txn.session(self.owner, self.id).key)]

        return self.steering.store.read(work)


def them(text: str, time: tuple[int, int] | None = None, kind: Kind = Kind.SPEECH) -> Message:
    return Message(role="caller", text=text, time=time, kind=kind)


def us(text: str) -> Message:
    return Message(role="assistant", text=text)
