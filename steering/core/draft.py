"""What a call knows while a turn is taken: a changeable copy of its Session, and the questions that can be put to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from steering.core.feelings import calmed, felt
from steering.core.flow import Collect, Flow, Prompt, Step
from steering.core.guards import Guard
from steering.core.obligations import heard_name
from steering.core.places import question_of
from steering.core.session import Session
from steering.core.turn import Effect, Kind, Line, Passed, Recalled, Settled, Turn

HIDDEN = "…"


UNANSWERABLE = ("missing_facts", "missing_value")


class SafeLine(Exception):
    """The turn cannot be answered for a *reason* of ours, one of UNANSWERABLE: the safe line is said, and no step taken."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class Level(NamedTuple):
    """A flow on the stack with the number of frames below it; the running flow is the first."""

    flow: Flow
    depth: int


class Draft:
    """The session of one turn while it changes. The dictionaries are copies of its own."""

    def __init__(self, root: Flow, session: Session, turn: Turn) -> None:
        self.root, self.was, self.turn = root, session, turn
        self.flow = root.named(session.flow)
        self.step = session.step
        self.question, self.question_heard = session.question, session.question_heard
        self.stack = session.stack
        self.facts = dict(session.facts) | dict(turn.facts)
        self.slots, self.halves = dict(session.slots), dict(session.halves)
        self.proved = list(session.proved)
        self.heard = dict(session.heard)
        self.agreed = dict(session.agreed)
        self.records = list(session.records)
        self.silences, self.unclear = session.silences, session.unclear
        self.tries, self.cut = dict(session.tries), dict(session.cut)
        self.marks = list(session.marks)
        self.feelings, self.fired = session.feelings, dict(session.fired)
        self.flags = list(session.flags)
        self.ended, self.waiting = session.ended, ""
        self.at = max(session.at, turn.at)
        self.started = session.started or self.at
        self.lines: list[Line] = []
        # The answer of a look-up goes on with the reply that waited for it.
        self.said = list(session.said) if turn.kind is Kind.RESULT else []
        self.trace: list[Passed] = []
        self.effects: list[Effect] = []
        self.settled: list[Settled] = []
        self.trouble = ""
        self.private = self.scored = False
        self.checked_values: set[str] = set()
        self.hops = 0

    @property
    def here(self) -> Step:
        return self.flow.steps[self.step]

    @property
    def now(self) -> datetime:
        zone: tzinfo = ZoneInfo(self.root.hours.zone) if self.root.hours else UTC
        return datetime.fromtimestamp(self.at, zone)

    @property
    def recalls(self) -> Recalled | None:
        """What the record has of this turn, in a replay where not all of its words were kept."""
        return self.turn.recalled if self.turn.recalled and HIDDEN in self.turn.text else None

    def levels(self) -> Sequence[Level]:
        """The running flow and those that wait for it, innermost first; steps that a flow runs of its own are one with it."""
        if not self.stack:
            return (Level(self.flow, 0),)
        flows = [*(frame.flow for frame in self.stack), self.flow.name]
        outwards = range(len(flows) - 1, -1, -1)
        return [Level(self.root.named(flows[i]), i) for i in outwards if not i or flows[i - 1] != flows[i]]

    def feel(self, scores: Mapping[str, float]) -> None:
        """Notes how the caller sounds; one window serves the rules of every flow on the stack."""
        rules = [rule for level in self.levels() for rule in level.flow.feelings]
        if rules:
            self.feelings = felt(rules, self.feelings, scores)
            self.fired = calmed(rules, self.feelings, self.fired)
            self.scored = True

    def field(self) -> Collect | None:
        """The slot that the open question asks for."""
        if self.question == "ask":
            return self.here.collect
        name = self.question.removeprefix("form:").removeprefix("half:")
        return next((one for one in (self.here.collect, *self.here.form) if one and one.name == name), None)

    def prompt(self) -> Prompt | None:
        """The open question."""
        if self.question.startswith("half:"):
            return self.flow.which_half
        return self.flow.what_to_change if self.question == "change" else question_of(self.here, self.question)

    def asked_by_author(self) -> str:
        """The open question, or the one of the author's that the engine asks about."""
        if self.question.startswith("half:"):
            return self.question.replace("half:", "form:") if self.here.form else "ask"
        return "confirm" if self.question == "change" else self.question

    def value(self, name: str) -> tuple[str, str] | None:
        """(kind, written value) of anything a guard or a template may name; None when it is not there."""
        written = self.slots.get(name, self.facts.get(name))
        if written is not None:
            kind = self.flow.kinds.get(name) or self.root.kinds.get(name)
            return (kind.name if kind else "text"), written
        if name in self.proved:
            return "yes or no", "yes"
        if name.startswith(("heard ", "agreed ")):
            word, _, subject = name.partition(" ")
            found = heard_name(self.root, self.flow, subject) in self.heard if word == "heard" else subject in self.agreed
            return ("yes or no", "yes") if found else None
        if name == "today":
            return "date", self.now.date().isoformat()
        if name == "open" and self.flow.hours is not None:
            return "yes or no", "yes" if self.flow.hours.open_at(self.at, self.flow.holidays) else "no"
        if name == "time_left" and self.root.time_limit is not None:
            return "duration", str(max(0, round(self.root.time_limit - (self.at - self.started))))
        return None

    def holds(self, guard: Guard, by: str) -> bool:
        """Whether *guard* holds. In a replay it may ask for a value that is not kept: then whether the call left by *by* here."""
        recalled = self.turn.recalled
        if recalled and any((found := self.value(name)) and found[1] == HIDDEN for name in guard.names):
            return any(move.step == self.step and move.by == by for move in recalled.moves)
        return guard.holds(self.value)

    def time_left(self) -> float:
        limit = self.root.time_limit
        return float("inf") if limit is None else limit - (self.at - self.started)

    def known(self, name: str) -> tuple[str, str]:
        """(kind, written value) of what is to be told; SafeLine when it is not there, or private and not kept."""
        found = self.value(name)
        if found is None or (found[1] == HIDDEN and name in self.root.all_private and not self.turn.recalled):
            raise SafeLine("missing_value")
        return found

    def require(self, flow: Flow) -> None:
        """SafeLine when *flow* needs a fact that the call has not."""
        if any(not need.optional and self.value(name) is None for name, need in flow.needs.items()):
            raise SafeLine("missing_facts")
