"""The states of calls that were found, how each was reached, and which are still to be looked at. Pure."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from steering.core.flow import Flow, Prompt
from steering.core.places import Reply, question_of
from steering.core.promises.facts import GONE, TEXTS, UNASKED, Facts


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


class Caller(NamedTuple):
    """The state in which a flow is run, the words for it, and for which facts it comes to that."""

    state: State
    by: str
    lanes: int


class Watch:
    """Who is told what happens on the paths of which facts, as long as it is *looking* for anything of them; of a
    lone fact in the order of their length. *to_the_end*: ends are of interest; *listening*: so is what is said.
    """

    to_the_end, listening, looking = False, False, 1

    def arrives(self, lanes: int, flow: Flow, step: str, state: State) -> None: ...
    def says(self, lanes: int, prompt: Prompt, state: State, true: int, reply: Reply | None = None) -> None: ...
    def ends(self, lanes: int, flow: Flow, step: str, how: str, state: State) -> None: ...


@dataclass(slots=True)
class Run:
    """An activation of a flow. *below* are the flows that wait for it; *own* when it is a step of its caller's flow.

    *callers* are by activation and place. *ends* are states in which it ends with what is pending then, and *hubs* those
    that are lifted to its callers; each with the facts for which it comes to that.
    """

    flow: Flow
    below: frozenset[str]
    own: bool
    entry: State
    callers: dict[tuple[int, tuple[str, str]], Caller] = field(default_factory=dict)
    ends: dict[tuple[State, int], int] = field(default_factory=lambda: defaultdict(int))
    hubs: dict[State, int] = field(default_factory=lambda: defaultdict(int))


class Found:
    """The states of the calls of *facts*, each with the lanes of those for which a call comes there.

    Those in which the first fact is true are left out with *only_false*: nothing that is asked for is there.
    With *turns_back* marks can go back by `into`, from each state to those before it, and by `again`, from a question
    that was gone back to, to those in whose place it stands.

    What follows from a state is first told by its rule, as moves, and then made, for the facts for which it is so.
    """

    def __init__(self, facts: Facts, watch: Watch, *, only_false: bool = False, turns_back: bool = False) -> None:
        self.facts, self.places, self.root, self.watch = facts, facts.places, facts.root, watch
        self.only_false, self.turns_back = only_false, turns_back
        self.runs = [Run(self.root, frozenset(), own=False, entry=State("enter", 0, (self.root.start, ""), 0, 0))]
        self.run_of: dict[tuple[str, str, int, int, frozenset[str], bool], int] = {}
        self.lanes: dict[State, int] = {}
        self.visited: dict[State, int] = {}
        self.came: dict[State, Came] = {}
        self.far: dict[State, int] = {}
        self.layers: list[deque[State]] = [deque()]
        self.into: dict[State, dict[State, int]] = {}
        self.names: dict[State, dict[State, str]] = defaultdict(dict)
        self.again: dict[State, dict[State, int]] = {}
        self.backs = 0
        self.moves: list[tuple[Callable[..., None], tuple[Any, ...]]] = []

    def begin(self, step: str, by: str | None = None, *, cost: int = 0) -> None:
        """Begins a call at *step*; *by* what its caller has said already, if anything."""
        pending = UNASKED if self.watch.to_the_end and by is None else 0
        self._add(self.facts.lanes, State("enter", 0, (step, ""), pending, 0), cost, Came(None, by))

    def unvisited(self) -> Iterator[tuple[State, int]]:
        """Every state once, the nearest first, and those that are found meanwhile; each with its facts."""
        while len(self.visited) < len(self.far):
            # Layers, and each of them too, grow while they are gone through: a hub is no step further.
            for far, layer in enumerate(self.layers):
                while layer:
                    state = layer.popleft()
                    if self.far[state] == far and state not in self.visited:
                        self.visited[state] = self.lanes[state]
                        yield state, self.lanes[state]

    def follow(self, lanes: int, rule: Callable[[], None]) -> None:
        """Makes the moves that *rule* tells, for each of *lanes* as it is told with its fact."""
        facts = self.facts

        def told(one: Facts) -> list[tuple[Callable[..., None], tuple[Any, ...]]]:
            self.facts, self.moves = one, []
            rule()
            return self.moves

        ways = list(facts.each(lanes, told))
        self.facts = facts
        for some, moves in ways:
            for move, told_of in moves:
                move(some, *told_of)

    # ---- what rules tell

    def tell(self, move: Callable[..., None], *told_of: Any) -> None:
        """Has *move* made for those facts of which it is told."""
        self.moves.append((move, told_of))

    def go(self, before: State, state: State, by: str | None, *, cost: int = 1, forgets: bool = False) -> None:
        """Moves from *before* to *state*; who *forgets* can go back no further."""
        self.moves.append((self._go, (before, state, by, cost, None, forgets)))

    def call(self, state: State, name: str, home: Flow, by: str, pending: int, true: int) -> None:
        """Runs the flow or step *name*, which *home* names, to come back to where *state* is."""
        self.moves.append((self._call, (state, name, home, by, pending, true)))

    def end_run(self, end: State, pending: int) -> None:
        """Ends a flow that was run in *end*, and goes on where its callers wait."""
        self.moves.append((self._end_run, (end, pending)))

    def lift(self, hub: State) -> None:
        """Says what can be said in a flow that waits in those above it too, where *hub* is."""
        self.moves.append((self._lift, (hub,)))

    # ---- moves

    def _go(self, lanes: int, before: State, state: State, by: str | None, cost: int, call: State | None, forgets: bool) -> None:
        """As `go`; *call* is where the flow that is left was run."""
        if self.only_false and state.true & 1:
            return
        if self.turns_back and not forgets:
            known = self.into.setdefault(state, {})
            if before not in known:
                self.names[state][before] = by or ""
            known[before] = known.get(before, 0) | lanes
        far = self.far[before] + cost
        if call is not None:
            # Inside an activation distances are those of its first caller.
            first = next(iter(self.runs[before.run].callers.values())).state
            far += max(0, self.far[call] - self.far[first])
        self._add(lanes, state, far, Came(before, by, call))

    def go_back(self, lanes: int, earlier: State, again: State) -> None:
        """Goes back to the question *earlier*, now *again*. It is further than all that was known before."""
        if again == earlier or (self.only_false and again.true & 1):
            return
        known = self.again.setdefault(again, {})
        if lanes & ~known.get(earlier, 0):
            self.backs += 1
            known[earlier] = known.get(earlier, 0) | lanes
        if lanes & ~self.lanes.get(again, 0):
            self._add(lanes, again, len(self.layers), Came(earlier, "(back)", since=earlier))
            self.follow(lanes, lambda: self.come_back(again))

    def _add(self, lanes: int, state: State, far: int, came: Came) -> None:
        if state in self.far and self.far[state] <= far:
            return
        self.lanes[state], self.far[state], self.came[state] = lanes, far, came
        while len(self.layers) <= far:
            self.layers.append(deque())
        self.layers[far].append(state)

    # ---- flows that are run

    def _call(self, lanes: int, state: State, name: str, home: Flow, by: str, pending: int, true: int) -> None:
        run = self.runs[state.run]
        flow = home if name in home.steps else self.places.flows[name]
        entry = name if name in flow.steps else flow.start
        below, own = run.below | {run.flow.name}, flow is run.flow
        number = self.run_of.setdefault((flow.name, entry, pending, true, below, own), len(self.runs))
        if number == len(self.runs):
            self.runs.append(Run(flow, below, own, State("enter", number, (entry, ""), pending, true)))
        callee = self.runs[number]
        known = callee.callers.get((state.run, state.at), Caller(state, by, 0))
        lanes &= ~known.lanes
        if not lanes:
            return
        callee.callers[state.run, state.at] = known._replace(lanes=known.lanes | lanes)
        self._go(lanes, state, callee.entry, by, 1, None, False)
        for (end, left), some in tuple(callee.ends.items()):
            self._return(lanes & some, known.state, end, left)
        for hub, some in tuple(callee.hubs.items()):
            self._lift_to(lanes & some, hub, known.state)

    def _end_run(self, lanes: int, end: State, pending: int) -> None:
        run = self.runs[end.run]
        run.ends[end, pending] |= lanes
        for caller in tuple(run.callers.values()):
            self._return(lanes & caller.lanes, caller.state, end, pending)

    def _return(self, lanes: int, caller: State, end: State, pending: int) -> None:
        """Asks the question of *caller* again, or leaves its step."""
        if not lanes:
            return
        flow = self.runs[caller.run].flow
        if not caller.at[1]:
            self._go(lanes, end, State("left", caller.run, caller.at, pending, end.true), "returns", 1, caller, False)
        elif pending & GONE:
            self.watch.ends(lanes, flow, caller.at[0], "hangs up", caller)
        else:
            self.follow(lanes, lambda: self._asks_again(caller, end, pending))

    def _asks_again(self, caller: State, end: State, pending: int) -> None:
        asked = self.asked_anew(caller, pending, end.true)
        self.moves.append((self._go, (end, asked, "returns", 1, caller, False)))
        if not (self.only_false and asked.true & 1):
            self.come_back(asked)

    def _lift(self, lanes: int, hub: State) -> None:
        run = self.runs[hub.run]
        run.hubs[hub] |= lanes
        for caller in tuple(run.callers.values()):
            self._lift_to(lanes & caller.lanes, hub, caller.state)

    def _lift_to(self, lanes: int, hub: State, caller: State) -> None:
        if lanes:
            self._go(lanes, hub, hub._replace(run=caller.run), None, 0, caller, False)

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
        self.tell(self.watch.arrives, flow, name, asked)
        for prompt in flow.steps[name].say:
            if self.facts.owed(flow, prompt):
                self.tell(self.watch.says, prompt, asked, asked.true)


class FoundAtOnce(Found):
    """The same for many facts: whether a call comes to a state, and not how far that is.

    Hubs wait until nothing else is left, so that what leads away from them is followed once for many.
    """

    def __init__(self, facts: Facts, watch: Watch, *, only_false: bool = False, turns_back: bool = False) -> None:
        super().__init__(facts, watch, only_false=only_false, turns_back=turns_back)
        self.near: deque[State] = deque()
        self.hubs: deque[State] = deque()

    def unvisited(self) -> Iterator[tuple[State, int]]:
        while todo := self.near or self.hubs:
            state = todo.popleft()
            known = self.visited.get(state, 0)
            if lanes := self.lanes[state] & ~known & self.watch.looking:
                self.visited[state] = known | lanes
                yield state, lanes

    def _add(self, lanes: int, state: State, far: int, came: Came) -> None:
        known = self.lanes.get(state, 0)
        if lanes & ~known:
            self.lanes[state] = known | lanes
            self.far.setdefault(state, far)
            (self.hubs if state.kind == "hub" else self.near).append(state)
