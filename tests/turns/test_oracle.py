"""Retries, extensions, rewinds, cuts and reordered requests against a plain oracle: equal replies, always."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from steering.core.engine import advance, open_session
from steering.core.session import Session
from steering.core.turn import Kind, Reply, Turn
from steering.history import Message, groups_of
from steering.loader import load_sources
from steering.service import Answer, History, Steering
from steering.store import open_store
from steering.store.memory import MemoryStore
from steering.testing import OneFlow
from tests.turns.platform import them, us

PLAN = """
flow: plan
wording:
  notice:
    text: This call is recorded for your safety.
    must_hear: all
anytime:
  stop calling: opt_out
  agent: person
  repeat: (repeat)
  go back: (back)
  start over: (start over)
steps:
  greet:
    say: wording.notice
    ask: May we talk about your plan?
    hear: {yes: size, no: bye, later on: bye}
  size:
    ask: How many of you are there?
    collect: size, number
    go: color
  color:
    say: That makes {{ size }}.
    ask: Red or blue?
    hear: {red: sure, blue: size}
  sure:
    consent: Do you agree to the red plan for {{ size }}?
    accept_only: yes | i agree
    if_yes: color
    if_no: bye
  bye:
    end: All right. Goodbye.
  person:
    hand_to: desk
  opt_out:
    end: We will stop calling.
    record: do_not_call
"""

FLOW = load_sources({"plan.yaml": PLAN}, "plan")
WORDS = st.sampled_from(
    [
        "yes",
        "yes please",
        "no",
        "maybe",
        "five",
        "three of us",
        "red",
        "blue",
        "",
        "i agree",
        "yes but not now",
        "repeat",
        "go back",
        "start over",
        "agent",
        "stop calling",
        "mumble",
    ]
)


class Oracle:
    """What was answered to each beginning of a call, evaluated from scratch the first time it was asked."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, ...], tuple[Session, Reply]] = {}

    def reply(self, messages: list[Message]) -> str:
        groups, _ = groups_of(messages)
        session, reply = advance(FLOW, open_session(FLOW, id="call"), Turn(session_id="call", kind=Kind.START, at=1.0))
        for i, group in enumerate(groups):
            key = tuple(one.text for one in groups[: i + 1])
            if key not in self.kept:
                turn = Turn(session_id="call", kind=group.kind, text=group.text, heard=group.before_text, at=1.0)
                after = advance(FLOW, session, turn)
                if session.ended:
                    return after[1].spoken
                self.kept[key] = after
            session, reply = self.kept[key]
        return reply.spoken


class Calls(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.oracle, self.history = Oracle(), list[Message]()
        self.now = 1000.0
        self.store = self.open()
        self.steering = Steering(OneFlow(FLOW), self.store, clock=lambda: self.now)

    def open(self):  # type: ignore[no-untyped-def]
        return MemoryStore()

    def teardown(self) -> None:
        self.store.close()

    def ask(self, messages: list[Message]) -> str:
        self.now += 1
        answer = self.steering.take(History(session_id="call", messages=tuple(messages)))
        assert isinstance(answer, Answer)
        return " ".join(answer.lines)

    def send(self) -> None:
        expected = self.oracle.reply(self.history)
        assert self.ask(self.history) == expected
        self.history.append(us(expected))

    @property
    def last_caller(self) -> int:
        return max(i for i, one in enumerate(self.history) if one.role == "caller")

    @initialize()
    def open_call(self) -> None:
        self.send()

    @rule(words=WORDS)
    def say(self, words: str) -> None:
        self.history.append(them(words))
        self.send()

    @precondition(lambda self: len(self.history) > 1)
    @rule()
    def retry(self) -> None:
        assert self.ask(self.history[: self.last_caller + 1]) == self.oracle.reply(self.history[: self.last_caller + 1])

    @precondition(lambda self: len(self.history) > 1)
    @rule(words=WORDS)
    def extend(self, words: str) -> None:
        at = self.last_caller
        last = self.history[at]
        self.history = [*self.history[:at], replace(last, text=f"{last.text} {words}".strip())]
        self.send()

    @precondition(lambda self: len(self.history) > 3)
    @rule(data=st.data(), words=WORDS)
    def rewind(self, data: st.DataObject, words: str) -> None:
        callers = [i for i, one in enumerate(self.history) if one.role == "caller"]
        at = data.draw(st.sampled_from(callers))
        self.history = [*self.history[:at], them(words)]
        self.send()

    @precondition(lambda self: len(self.history) > 1 and self.history[-1].text.count(" ") > 3)
    @rule(data=st.data())
    def cut(self, data: st.DataObject) -> None:
        words = self.history[-1].text.split()
        kept = data.draw(st.integers(min_value=3, max_value=len(words)))
        self.history[-1] = us(" ".join(words[:kept]))

    @rule(first=WORDS, second=WORDS)
    def reorder(self, first: str, second: str) -> None:
        earlier = [*self.history, them(first)]
        later = [*earlier, us(self.oracle.reply(earlier)), them(second)]

        assert self.ask(later) == self.oracle.reply(later)
        assert self.ask(earlier) == self.oracle.reply(earlier)
        self.history = [*later, us(self.oracle.reply(later))]

    @invariant()
    def one_live_row_a_turn(self) -> None:
        def work(txn):  # type: ignore[no-untyped-def]
            row = txn.session("", "call")
            return [one.n for one in txn.turns(row.key)] if row else []

        live = self.store.read(work)
        assert len(live) == len(set(live))


class CallsInSqlite(Calls):
    def open(self):  # type: ignore[no-untyped-def]
        import tempfile

        self.folder = tempfile.TemporaryDirectory()
        return open_store(f"sqlite:///{self.folder.name}/calls.db", master_key=None)

    def teardown(self) -> None:
        super().teardown()
        self.folder.cleanup()


@pytest.mark.parametrize(("machine", "examples"), [(Calls, 100), (CallsInSqlite, 5)])
def test_replies_equal_those_of_the_oracle(machine, examples):
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        machine,
        settings=settings(max_examples=examples, stateful_step_count=50, suppress_health_check=list(HealthCheck)),
    )
