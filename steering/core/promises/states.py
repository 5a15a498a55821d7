"""The states of calls that were found, how each was reached, and which are still to be looked at. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from steering.core.flow import Flow, Prompt
from steering.core.places import Reply, question_of
from steering.core.promises.facts import GONE, TEXTS, Facts


class State(NamedTuple):
    """Where a call may be. *at* is a step and its question, or what a hub hears."""

    kind: Literal["enter", "asked", "left", "hub"]
    run: int
    at: tuple[str, str]
    pending: int
    true: int


class Came(NamedTuple):
    """How a state was reached. *call* is where a flow was run, when *before* is inside of it; *since* a question gone back to."""

    before: State | None
    by: str | None
    call: State | None = None
    since: State | None = None


class Watch:
    """Who is told what happens on the paths, in the order of their length, as long as *looking*. *to_the_end*: ends are of interest."""

    to_the_end, looking = False, True

    def arrives(self, flow: Flow, step: str, state: State) -> None: ...
    def says(self, prompt: Prompt, state: State, true: int, reply: Reply | None = None) -> None: ...
    def ends(self, flow: Flow, step: str, how: str, state: State) -> None: ...


@dataclass(slots=True)
class Run:
    """An activation of a flow. *below* are the flows that wait for it; *own* when it is a step of its caller's flow.

    *callers* are by activation and place: the state in which it is run, and the words for it.
    """

    flow: Flow
    below: frozenset[str]
    own: bool
    entry: State
    callers: dict[tuple[int, tuple[str, str]], tuple[State, str]] = field(default_factory=dict)
    ends: list[tuple[State, int]] = field(default_factory=list)
    hubs: list[State] = field(default_factory=list)


class Found:
    """The states of the calls of *facts*.

    Those in which the first fact is true are left out with *only_false*: nothing that is asked for is there.
    With *turns_back* marks can go back by `into`, from each state to those before it with the name of the move,
    and by `again`, from a question that was gone back to, to those in whose place it stands.
    """

    def __init__(self, facts: Facts, watch: Watch, *, only_false: bool = False, turns_back: bool = False) -> None:
        self.facts, self.places, self.root, self.watch = facts, facts.places, facts.root, watch
        self.only_false, self.turns_back = only_false, turns_back
        self.runs = [Run(self.root, frozenset(), own=False, entry=State("enter", 0, (self.root.start, ""), 0, 0))]
        self.run_of: dict[tuple[str, str, int, int, frozenset[str], bool], int] = {}
        self.came: dict[State, Came] = {}
        self.far: dict[State, int] = {}
        self.layers: list[list[State]] = [[]]
        self.visited: set[State] = set()
        self.into: dict[State, dict[State, str]] = {}
        self.again: dict[State, set[State]] = {}

    def begin(self, step: str, by: str | None = None, *, cost: int = 0) -> None:
        """Begins a call at *step*."""
        self._add(State("enter", 0, (step, ""), 0, 0), cost, None, by)

    def unvisited(self) -> Iterator[State]:
        """Every state once, the nearest first, and those that are found meanwhile."""
        while len(self.visited) < len(self.far):
            # Layers, and each of them too, grow while they are gone through: a hub is no step further.
            for far, layer in enumerate(self.layers):
                for state in layer:
                    if self.far[state] == far and state not in self.visited:
                        self.visited.add(state)
                        yield state

    def go(self, before: State, state: State, by: str | None, *, cost: int = 1, call: State | None = None, forgets: bool = False) -> None:
        """Moves from *before* to *state*; *call* is where the flow that is left was run; who *forgets* can go back no further."""
        if self.only_false and state.true & 1:
            return
        if self.turns_back and not forgets:
            self.into.setdefault(state, {}).setdefault(before, by or "")
        far = self.far[before] + cost
        if call is not None:
            # Inside an activation distances are those of its first caller.
            first, _ = next(iter(self.runs[before.run].callers.values()))
            far += max(0, self.far[call] - self.far[first])
        self._add(state, far, before, by, call)

    def go_back(self, earlier: State, again: State) -> bool:
        """Goes back to the question *earlier*, now *again*; False when that is known. It is further than all that was known before."""
        if self.only_false and again.true & 1:
            return False
        known = self.again.setdefault(again, set())
        new = earlier not in known
        known.add(earlier)
        if again not in self.far:
            self._add(again, len(self.layers), earlier, "(back)", since=earlier)
            self.come_back(again)
        return new

    def _add(
        self, state: State, far: int, before: State | None, by: str | None, call: State | None = None, since: State | None = None
    ) -> None:
        if state in self.far and self.far[state] <= far:
            return
        self.far[state], self.came[state] = far, Came(before, by, call, since)
        while len(self.layers) <= far:
            self.layers.append([])
        self.layers[far].append(state)

    # ---- flows that are run

    def call(self, state: State, name: str, home: Flow, by: str, pending: int, true: int) -> None:
        """Runs the flow or step *name*, which *home* names, to come back to where *state* is."""
        run = self.runs[state.run]
        flow = home if name in home.steps else self.places.flows[name]
        entry = name if name in flow.steps else flow.start
        below, own = run.below | {run.flow.name}, flow is run.flow
        number = self.run_of.setdefault((flow.name, entry, pending, true, below, own), len(self.runs))
        if number == len(self.runs):
            self.runs.append(Run(flow, below, own, State("enter", number, (entry, ""), pending, true)))
        callee = self.runs[number]
        if (state.run, state.at) in callee.callers:
            return
        callee.callers[state.run, state.at] = state, by
        self.go(state, callee.entry, by)
        for end, left in tuple(callee.ends):
            self._return(state, end, left)
        for hub in tuple(callee.hubs):
            self._lift(hub, state)

    def end_run(self, end: State, pending: int) -> None:
        """Ends a flow that was run in *end*, and goes on where its callers wait."""
        run = self.runs[end.run]
        run.ends.append((end, pending))
        for caller, _ in tuple(run.callers.values()):
            self._return(caller, end, pending)

    def _return(self, caller: State, end: State, pending: int) -> None:
        """Asks the question of *caller* again, or leaves its step."""
        flow = self.runs[caller.run].flow
        if not caller.at[1]:
            self.go(end, State("left", caller.run, caller.at, pending, end.true), "returns", call=caller)
        elif pending & GONE:
            self.watch.ends(flow, caller.at[0], "hangs up", caller)
        else:
            asked = self.asked_anew(caller, pending, end.true)
            self.go(end, asked, "returns", call=caller)
            if asked in self.far:
                self.come_back(asked)

    def lift(self, hub: State) -> None:
        """Says what can be said in a flow that waits in those above it too, where *hub* is."""
        for caller, _ in tuple(self.runs[hub.run].callers.values()):
            self._lift(hub, caller)

    def _lift(self, hub: State, caller: State) -> None:
        self.go(hub, hub._replace(run=caller.run), None, cost=0, call=caller)

    def asked_anew(self, asked: State, pending: int, true: int) -> State:
        """The question of *asked* when it is come back to: what must be heard there and was not is said again."""
        flow, (name, question) = self.runs[asked.run].flow, asked.at
        pending |= self.facts.owed(flow, question_of(flow.steps[name], question))
        for prompt in flow.steps[name].say:
            pending |= self.facts.owed(flow, prompt) & ~(true << TEXTS)
        return State("asked", asked.run, asked.at, pending, true)

    def come_back(self, asked: State) -> None:
        """Tells that a step is come back to at its question."""
        flow, name = self.runs[asked.run].flow, asked.at[0]
        self.watch.arrives(flow, name, asked)
        for prompt in flow.steps[name].say:
            if self.facts.owed(flow, prompt):
                self.watch.says(prompt, asked, asked.true)
