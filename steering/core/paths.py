"""Every path that a call can take, followed as far as a few facts are concerned. Pure.

Theory of operation. A state is a place (a step entered, a question asked, or a hub), the must-hear texts that
the reply so far holds, and which of the *facts* are true: bit i of `true` stands for `facts[i]`. States are
visited in the order of their distance from the beginning, so the first one found wanting has the shortest
path. What callers say is not looked at: whatever an exit may hear is taken to be said. A guard is followed
both ways unless the facts decide it. So there is no call without its path here, while a few paths have no
call (a phrase that another one always wins, more failed tries than there are).

Every moment at which the engine changes something has its rule here; who changes `engine`, `call` or `slots`
changes it here too, and `tests/promises` plays random flows against the engine to see that they agree.

- A text of the last reply counts as heard when the next turn is taken. Or the caller cuts in: then only
  `anytime` phrases, a hang-up and the third cut lead away, with any part of the texts heard.
- `anytime` phrases and feelings lead to the same places from every step, so they leave from a *hub*, one for
  each set of true facts, instead of from every question.
- An opt-out is taken while a look-up runs too, and in the first words of a call that cannot open because facts
  are missing: a path begins where it leads, and nothing was said, asked or proved before.
- A flow that is run is an *activation*: it is explored once for each state in which it is entered, whoever
  runs it. Its ends go back to all its callers, its hubs to the hubs of its callers.
- `(back)` leads to any question asked earlier on the path: what was heard and proved since stays, agreements
  and values are those of then. It is followed last, when it is known what can become true after a question.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from steering.core import guards
from steering.core.flow import OPT_OUT, Flow, Hear, Prompt, Step, Target
from steering.core.places import Ladder, Places, Question, Way, fact_of, form_fact, question_of, turns_back

# What is pending besides the texts of the facts: another must-hear text; the caller is gone.
OTHER, GONE = 1, 2
_FLAGS = 2


class State(NamedTuple):
    """Where a call may be. *kind* is enter, asked, left or hub; *at* is a step and its question, or what a hub hears."""

    kind: str
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


class Watch(Protocol):
    """Who is told what happens on the paths, in the order of their length, as long as *looking*. *to_the_end*: ends are of interest."""

    to_the_end: bool
    looking: bool

    def arrives(self, flow: Flow, step: str, state: State) -> None: ...
    def says(self, flow: Flow, prompt: Prompt, state: State, true: int) -> None: ...
    def ends(self, flow: Flow, step: str, how: str, state: State) -> None: ...


class Nobody:
    """A watch that nobody keeps."""

    to_the_end, looking = False, True

    def arrives(self, flow: Flow, step: str, state: State) -> None: ...
    def says(self, flow: Flow, prompt: Prompt, state: State, true: int) -> None: ...
    def ends(self, flow: Flow, step: str, how: str, state: State) -> None: ...


class _Caller(NamedTuple):
    run: int
    at: tuple[str, str]
    state: State
    by: str


@dataclass(slots=True)
class _Run:
    """An activation of a flow. *below* are the flows that wait for it; *own* when it is a step of its caller's flow."""

    flow: Flow
    below: frozenset[str]
    own: bool = False
    entry: State | None = None
    callers: list[_Caller] = field(default_factory=list)
    known: set[tuple[int, tuple[str, str]]] = field(default_factory=set)
    questions: dict[tuple[str, str], Question] = field(default_factory=dict)
    hubbed: set[int] = field(default_factory=set)
    ends: list[tuple[State, int]] = field(default_factory=list)
    hubs: list[State] = field(default_factory=list)


class Paths:
    """All states of the calls that have *places*.

    States in which the first fact is true are left out with *only_false*: nothing that is asked for is there.
    """

    def __init__(self, places: Places, facts: tuple[str, ...], watch: Watch, *, only_false: bool = False) -> None:
        self.places, self.watch, self.only_false = places, watch, only_false
        self.root, self.flows, self.anytime = places.root, places.flows, places.anytime
        self.bit = {fact: 1 << i for i, fact in enumerate(facts)}
        self.heard = sum(bit for fact, bit in self.bit.items() if fact.startswith("heard "))
        self.agreed = sum(bit for fact, bit in self.bit.items() if fact.startswith("agreed "))
        self.forms = sum(bit for fact, bit in self.bit.items() if fact.startswith("form "))
        self.fills = {
            slot: sum(
                self.bit.get(form_fact(flow, step.name), 0)
                for flow in self.flows.values()
                for step in flow.steps.values()
                if any(one.name == slot for one in step.form)
            )
            for slot in {one.name for flow in self.flows.values() for step in flow.steps.values() for one in step.form}
            if self.forms
        }
        self.text_back = self._owes(self.root, self.root.if_back)
        # A lone fact that is proved, or none, is what it was at any question that is gone back to.
        self.turns_back = places.back and len(facts) > 1
        self._begin()

    def _begin(self) -> None:
        self.runs = [_Run(self.root, frozenset())]
        self.run_of: dict[tuple[str, str, int, int, frozenset[str], bool], int] = {}
        self.came: dict[State, Came] = {}
        self.far: dict[State, int] = {}
        self.layers: list[list[State]] = [[]]
        self.visited: set[State] = set()
        # Where the marks of questions go on: the states before each state with the name of the move, and
        # the questions in whose place a question stands that was gone back to.
        self.into: dict[State, dict[State, str]] = {}
        self.again: dict[State, set[State]] = {}

    def explore(self) -> None:
        """Visits every state."""
        self._visit_all()
        if self.turns_back:
            while self.watch.looking and self._turn_back():
                self._visit_all()
        elif self.watch.looking and self.places.back and self._back_tells():
            self.turns_back = True
            self._begin()
            self.explore()

    def _visit_all(self) -> None:
        if not self.far:
            self._go(None, State("enter", 0, (self.root.start, ""), 0, 0), None, cost=0)
            if self.root.hours and self.root.hours_else:
                self._go(None, State("enter", 0, (self.root.hours_else.name, ""), 0, 0), None, cost=0)
            for target, by in self.anytime[self.root.name].out:
                # Told where no usual path is as short.
                unopened = f"{by} in the first words, before its facts are there"
                self._go(None, State("enter", 0, (target.name, ""), 0, 0), unopened, cost=2)
        while len(self.visited) < len(self.far):
            # Layers, and each of them too, grow while they are gone through: a hub is no step further.
            for far, layer in enumerate(self.layers):
                for state in layer:
                    if self.far[state] == far and state not in self.visited:
                        self.visited.add(state)
                        self._visit(state)
                        if not self.watch.looking:
                            return

    def _back_tells(self) -> bool:
        """Whether `(back)` can lead a lone fact to a state that is not known without it.

        An agreement may have been taken back by a no since, and a text that a step before has said is not said again.
        """
        for state in self.far:
            if state.kind != "asked":
                continue
            step = self.runs[state.run].flow.steps[state.at[0]]
            if state.true and step.if_no and self.bit.get(f"agreed {step.name}") and self._asks_after(state, step.if_no):
                return True
            if state.pending >> _FLAGS & ~(self._asked_anew(state._replace(pending=0)).pending >> _FLAGS):
                return True
        return False

    def _asks_after(self, state: State, target: Target) -> bool:
        """Whether a call goes on to ask anything after the exit of *state* to *target*."""
        if state.run or target.kind != "step":
            return True
        onward = Paths(self.places, tuple(self.bit), Nobody())
        onward._go(None, State("enter", 0, (target.name, ""), 0, 0), None, cost=0)
        onward._visit_all()
        return any(one.kind == "asked" for one in onward.far)

    # ---- moving

    def _go(
        self, before: State | None, state: State, by: str | None, *, cost: int = 1, call: State | None = None, forgets: bool = False
    ) -> None:
        if self.only_false and state.true & 1:
            return
        far = cost
        if before is not None:
            far += self.far[before]
            if self.turns_back and not forgets:
                self.into.setdefault(state, {}).setdefault(before, by or "")
        if call is not None and before is not None:
            # Inside an activation distances are those of its first caller.
            far += max(0, self.far[call] - self.far[self.runs[before.run].callers[0].state])
        known = self.far.get(state)
        if known is not None and known <= far:
            return
        self.far[state], self.came[state] = far, Came(before, by, call)
        while len(self.layers) <= far:
            self.layers.append([])
        self.layers[far].append(state)

    def _visit(self, state: State) -> None:
        run = self.runs[state.run]
        if state.kind == "enter":
            self._entered(state, run)
        elif state.kind == "asked":
            self._asked(state, run)
        elif state.kind == "hub":
            self._hub(state, run)
        else:
            step = run.flow.steps[state.at[0]]
            if step.go:
                self._follow(run, state, step.go, "go", state.pending, state.true)
            else:
                self._leave(run, state, step, state.pending, state.true)

    def _follow(self, run: _Run, state: State, target: Target, by: str, pending: int, true: int) -> None:
        """Takes an exit of *state* that leads to *target*; `(back)` is followed later."""
        if target.kind == "step":
            self._go(state, State("enter", state.run, (target.name, ""), pending, true), by)
        elif target.kind == "run":
            self._call(run, state, target.name, run.flow, by, pending, true)
        elif target.kind == "start over":
            self._go(state, State("enter", 0, (self.root.start, ""), pending, true & self.heard), by, forgets=True)
        elif pending & GONE:
            self.watch.ends(run.flow, state.at[0], "hangs up", state)
        elif target.kind == "repeat":
            self._go(state, state._replace(true=true), by)

    def _owes(self, flow: Flow, prompt: Prompt | None) -> int:
        """What is pending when *prompt* has been said."""
        fact = self.places.heard(flow, prompt)
        return (self.bit.get(fact, 0) << _FLAGS or OTHER) if fact else 0

    def _say(self, flow: Flow, prompt: Prompt, state: State, true: int) -> None:
        if prompt.template.spoken is None:
            self.watch.says(flow, prompt, state, true)

    # ---- steps

    def _entered(self, state: State, run: _Run) -> None:
        flow, pending, true = run.flow, state.pending, state.true
        step = flow.steps[state.at[0]]
        self.watch.arrives(flow, step.name, state)
        said = () if pending & GONE else (*step.say, step.end) if step.end else step.say
        for prompt in said:
            self._say(flow, prompt, state, true)
            pending |= self._owes(flow, prompt)
        if step.run:
            self._call(run, state, step.run, flow, f"run {step.run}", pending, true)
        elif step.hand_to:
            self.watch.ends(flow, step.name, "hand_to", state)
        elif step.end:
            if state.run and OPT_OUT not in step.record:
                run.ends.append((state, pending))
                for caller in tuple(run.callers):
                    self._return(caller, state, pending)
            else:
                self.watch.ends(flow, step.name, "end", state)
        elif step.consent:
            self._ask(run, state, step, "consent", pending, true)
        elif step.form:
            fact = self.bit.get(form_fact(flow, step.name))
            self._next_of_form(run, state, step, pending, true, fresh=fact is not None and not true & fact)
        elif step.ask:
            self._ask(run, state, step, "ask", pending, true)
        else:
            self._leave(run, state, step, pending, true)

    def _ask(self, run: _Run, state: State, step: Step, question: str, pending: int, true: int, by: str | None = None) -> None:
        if pending & GONE:
            self.watch.ends(run.flow, step.name, "hangs up", state)
            return
        pending |= self._owes(run.flow, question_of(step, question))
        self._go(state, State("asked", state.run, (step.name, question), pending, true), by, cost=int(state.kind != "enter"))

    def _next_of_form(self, run: _Run, state: State, step: Step, pending: int, true: int, *, fresh: bool) -> None:
        """Asks what may be open in a form: of a *fresh* one its first question."""
        for one in step.form[:1] if fresh else step.form:
            self._ask(run, state, step, f"form:{one.name}", pending, true)
        if fresh:
            return
        if step.confirm:
            self._ask(run, state, step, "confirm", pending, true)
        else:
            self._leave(run, state, step, pending, true)

    def _leave(self, run: _Run, state: State, step: Step, pending: int, true: int) -> None:
        """Goes on from a step that has nothing more to ask."""
        if step.check:
            self._check(run, state, step, pending, true)
            return
        for when in step.when:
            held = when.guard is None or self._holds(when.guard.node, run.flow, true)
            if held is not False:
                self._follow(run, state, when.target, str(when.guard or "otherwise"), pending, true)
            if held:
                return
        if step.go:
            self._follow(run, state, step.go, "go", pending, true)

    def _check(self, run: _Run, state: State, step: Step, pending: int, true: int) -> None:
        check = run.flow.checks[step.check]
        held = self._holds(check.guard.node, run.flow, true) if check.guard else None
        lost = {pending}
        gained = sum(self.bit.get(fact, 0) for fact in set(step.proves))
        if check.look_up:
            if pending & GONE:
                self.watch.ends(run.flow, step.name, "hangs up", state)
                return
            waits = self.places.question(run.flow, run.below, (step.name, ""))
            self._breaks_off(run, state, waits, pending, true)
            # Who speaks while a look-up runs has it taken for lost, and what the reply said so far with it; but for an opt-out.
            lost = {pending, 0}
            self._go(state, State("hub", state.run, ("out", ""), 0, true), "during the look-up", cost=0)
            for slot, _ in check.look_up.keep:
                gained |= self.fills.get(slot, 0)
        if held is not False and step.if_ok:
            self._follow(run, state, step.if_ok, "if_ok", pending, true | gained)
        for left in lost if held is not True else ():
            if step.tries > 1 and (step.collect or step.form):
                first = f"form:{step.form[0].name}" if step.form else "ask"
                self._ask(run, state, step, first, left, true, "the check fails")
            if step.if_failed:
                self._follow(run, state, step.if_failed, "if_failed", left, true)

    # ---- questions

    def _asked(self, state: State, run: _Run) -> None:
        at = run.questions.get(state.at)
        if at is None:
            at = run.questions[state.at] = self.places.question(run.flow, run.below, state.at)
        for prompt in at.said:
            self.watch.says(run.flow, prompt, state, state.true)
        _, _, _, pending, so_far = state
        if at.events or self.watch.to_the_end:
            self._breaks_off(run, state, at, pending, so_far)
        true = so_far | pending >> _FLAGS
        if self.turns_back or true not in run.hubbed:
            run.hubbed.add(true)
            for anything in ("spoken", "felt"):
                self._go(state, State("hub", state.run, (anything, ""), 0, true), None, cost=0)
        self._run_anytime(run, state, (*at.spoken, *at.felt), "", true)
        if pending or at.name == "consent":
            self._cut(run, state, at)
        for prompt in at.answers:
            self.watch.says(run.flow, prompt, state, so_far if prompt in at.silences else true)
        for target, by in at.exits:
            self._follow(run, state, target, by, 0, true)
        for event in at.events and ("voicemail", "cuts in"):
            self._event(run, state, at, event, 0, true)
        self._answered(run, state, at, true)
        self._climb(run, state, at.if_unclear, 0, true)
        # Who is silent shows nothing of what he heard: it stays owed, wherever the silence leads.
        for owed, known in ((0, true), (pending, so_far)) if pending else ((0, true),):
            if not self._event(run, state, at, "silence", owed, known):
                self._climb(run, state, at.if_silent, owed, known)
            if self.root.time_limit is not None:
                for _, target in self.root.if_time_short:
                    self._go(state, State("enter", 0, (target.name, ""), owed, known), "if_time_short")
        if self.root.time_limit is not None:
            self.watch.ends(run.flow, state.at[0], "time_limit", state)
        if pending or at.texts or at.text or self.text_back:
            self._asked_again(run, state, at, true)

    def _asked_again(self, run: _Run, state: State, at: Question, true: int) -> None:
        """The question once more: after a cut, an answer, a re-ask, or a break in the line."""
        question = self._owes(run.flow, at.text)
        replies = [(0, "the caller cuts in"), (question, "answers")]
        replies += [(self._owes(run.flow, text) | (question if by == "answers" else 0), by) for text, by in at.texts]
        replies.append((self.text_back | question, "the caller comes back"))
        for pending, by in dict(replies).items():
            self._go(state, State("asked", state.run, state.at, pending, true), by)
            if state.pending and pending:
                self._go(state, State("asked", state.run, state.at, pending | state.pending, state.true), by)

    def _cut(self, run: _Run, state: State, at: Question) -> None:
        """The caller has cut off a text: any part of the others may have been heard."""
        texts, target = state.pending >> _FLAGS, self.root.if_not_heard
        for heard in _parts(texts):
            if heard == texts and not state.pending & OTHER and at.name != "consent":
                continue
            true = state.true | heard
            self._go(state, State("hub", state.run, ("spoken", ""), 0, true), "cutting in", cost=0)
            self._run_anytime(run, state, at.spoken, "cutting in, ", true)
            if target:
                self._go(state, State("enter", 0, (target.name, ""), 0, true), "cutting in three times, if_not_heard")
        if not target:
            self.watch.ends(run.flow, state.at[0], "cutting in three times", state)

    def _answered(self, run: _Run, state: State, at: Question, true: int) -> None:
        """What follows from a value or an agreement that the caller gives."""
        step, question = at.step, at.name
        if question == "consent":
            agreed = self.bit.get(f"agreed {step.name}", 0)
            if step.if_yes:
                self._follow(run, state, step.if_yes, "if_yes", 0, true | agreed)
            if step.if_no:
                self._follow(run, state, step.if_no, "if_no", 0, true & ~agreed)
        elif question == "ask" and step.collect:
            self._leave(run, state, step, 0, true | self.fills.get(step.collect.name, 0))
        elif question == "confirm":
            self._next_of_form(run, state, step, 0, true, fresh=False)
            self._leave(run, state, step, 0, true)
        elif question.startswith("form:"):
            for one in step.form:
                true |= self.fills.get(one.name, 0)
            self._next_of_form(run, state, step, 0, true, fresh=False)

    def _climb(self, run: _Run, state: State, ladder: Ladder, pending: int, true: int) -> None:
        if ladder.end:
            self._follow(run, state, ladder.end, ladder.by, pending, true)
        else:
            self.watch.ends(run.flow, state.at[0], ladder.by, state)

    # ---- what can be said anywhere

    def _hub(self, state: State, run: _Run) -> None:
        heard, true = state.at[0], state.true
        anytime = self.anytime[run.flow.name]
        run.hubs.append(state)
        lines: Iterable[Way] = {"spoken": anytime.spoken, "out": anytime.out, "felt": anytime.felt}.get(heard, ())
        if heard in anytime.events:
            lines = [anytime.events[heard]]
        for target, by in lines:
            # A step of a waiting flow ends those that run above it; a step run by its own flow is one with it.
            if target.kind == "start over" or (target.kind == "step" and not run.own):
                self._follow(run, state, target, by, state.pending, true)
        if run.own or heard not in anytime.events:
            for caller in tuple(run.callers):
                self._up(caller, state)

    def _up(self, caller: _Caller, hub: State) -> None:
        """What can be said in a flow that waits can be said here too."""
        self._go(hub, hub._replace(run=caller.run), None, cost=0, call=caller.state)

    def _run_anytime(self, run: _Run, state: State, ways: Iterable[tuple[Target, str, Flow]], how: str, true: int) -> None:
        """Flows that an `anytime` phrase or a feeling runs from here, to come back here; and `(repeat)`."""
        for target, by, home in ways:
            if target.kind == "run":
                self._call(run, state, target.name, home, how + by, 0, true)
            else:
                self._go(state, state._replace(true=true), how + by)

    def _event(self, run: _Run, state: State, at: Question, event: str, pending: int, true: int) -> bool:
        """Follows a bracketed word; False when nobody hears it."""
        place = at.events.get(event)
        if place is None:
            return False
        if isinstance(place, Hear):
            self._follow(run, state, place.target, f"({event})", pending, true)
            return True
        self._go(state, State("hub", state.run, (event, ""), pending, true), None, cost=0)
        for flow in place:
            target, by = self.anytime[flow.name].events[event]
            if target.kind == "run":
                self._call(run, state, target.name, flow, by, pending, true)
            elif target.kind in ("repeat", "back"):
                self._follow(run, state, target, by, pending, true)
        return True

    def _breaks_off(self, run: _Run, state: State, at: Question, pending: int, true: int) -> None:
        """The caller hangs up, or is a machine: at any moment, and whatever was heard of a text."""
        for heard in _parts(pending >> _FLAGS):
            if not self._event(run, state, at, "hangs up", GONE, true | heard):
                self.watch.ends(run.flow, at.step.name, "hangs up", state)
        taken = self._event(run, state, at, "voicemail", 0, true)
        if not taken or (self._asks_nothing_again(at) and not (at.name and self._was_asked(state))):
            self.watch.ends(run.flow, at.step.name, "voicemail", state)

    def _asks_nothing_again(self, at: Question) -> bool:
        """Whether a machine leads to `(repeat)` or `(back)`: where nobody has been asked anything, the call ends."""
        place = at.events["voicemail"]
        targets = [place.target] if isinstance(place, Hear) else [self.anytime[flow.name].events["voicemail"][0] for flow in place]
        return any(target.kind in ("repeat", "back") for target in targets)

    def _was_asked(self, state: State) -> bool:
        """Whether the caller has been asked anything before *state*."""
        return any(one.kind == "asked" for _, one in self.way(state)[:-1])

    # ---- flows that are run

    def _call(self, run: _Run, state: State, name: str, home: Flow, by: str, pending: int, true: int) -> None:
        """Runs the flow or step *name*, to come back to where *state* is."""
        flow = home if name in home.steps else self.flows[name]
        entry = name if name in flow.steps else flow.start
        below, own = run.below | {run.flow.name}, flow is run.flow
        key = (flow.name, entry, pending, true, below, own)
        number = self.run_of.setdefault(key, len(self.runs))
        if number == len(self.runs):
            self.runs.append(_Run(flow, below, own))
        callee, caller = self.runs[number], _Caller(state.run, state.at, state, by)
        if (caller.run, caller.at) in callee.known:
            return
        callee.known.add((caller.run, caller.at))
        callee.callers.append(caller)
        callee.entry = State("enter", number, (entry, ""), pending, true)
        self._go(state, callee.entry, by)
        for end, left in tuple(callee.ends):
            self._return(caller, end, left)
        for hub in tuple(callee.hubs):
            self._up(caller, hub)

    def _return(self, caller: _Caller, end: State, pending: int) -> None:
        """Goes on where *caller* waits: its question is asked again, or its step is left."""
        flow, (name, question) = self.runs[caller.run].flow, caller.at
        if not question:
            self._go(end, State("left", caller.run, caller.at, pending, end.true), "returns", call=caller.state)
        elif pending & GONE:
            self.watch.ends(flow, name, "hangs up", caller.state)
        else:
            asked = self._asked_anew(State("asked", caller.run, caller.at, pending, end.true))
            self._go(end, asked, "returns", call=caller.state)
            if asked in self.far:
                self._come_back(asked)

    def _asked_anew(self, asked: State) -> State:
        """The question *asked* of a step that is come back to: what must be heard there and was not is said again."""
        flow, (name, question) = self.runs[asked.run].flow, asked.at
        pending = asked.pending | self._owes(flow, question_of(flow.steps[name], question))
        for prompt in flow.steps[name].say:
            pending |= self._owes(flow, prompt) & ~(asked.true << _FLAGS)
        return asked._replace(pending=pending)

    def _come_back(self, asked: State) -> None:
        flow, name = self.runs[asked.run].flow, asked.at[0]
        self.watch.arrives(flow, name, asked)
        for prompt in flow.steps[name].say:
            if self._owes(flow, prompt):
                self._say(flow, prompt, asked, asked.true)

    # ---- guards

    def _holds(self, node: guards.Node, flow: Flow, true: int) -> bool | None:
        """Whether a guard holds, None when the facts do not tell."""
        match node:
            case guards.And(parts):
                held = [self._holds(part, flow, true) for part in parts]
                return False if False in held else None if None in held else True
            case guards.Or(parts):
                held = [self._holds(part, flow, true) for part in parts]
                return True if True in held else None if None in held else False
            case guards.Not(inner):
                found = self._holds(inner, flow, true)
                return None if found is None else not found
            case guards.Known(name) | guards.Fact(name):
                bit = self.bit.get(fact_of(self.root, flow, name))
                if bit and name not in self.places.values:
                    return bool(true & bit)
                need = flow.needs.get(name)
                return True if isinstance(node, guards.Known) and need and not need.optional else None
            case _:
                return None

    # ---- back

    def _backs(self, state: State) -> list[int]:
        """What may be true when the caller goes back from *state*; empty when that cannot be said there."""
        run = self.runs[state.run]
        if state.kind != "asked":
            return []
        at = self.places.question(run.flow, run.below, state.at)
        texts = state.pending >> _FLAGS
        return [state.true | part for part in (_parts(texts) if at.back else (texts,))] if turns_back(at) else []

    def _turn_back(self) -> bool:
        """Adds the states after a `(back)`; False when there are no new ones."""
        seeds = {state: {(state.run, true) for true in backs} for state in self.far if (backs := self._backs(state))}
        self._to_same_question(seeds)
        later: dict[State, set[tuple[int, int]]] = {}
        todo: deque[tuple[State, set[tuple[int, int]]]] = deque()

        def tell(state: State, more: set[tuple[int, int]]) -> None:
            known = later.setdefault(state, set())
            if new := more - known:
                known |= new
                todo.append((state, new))

        for state, found in seeds.items():
            for before in self._before(state):
                if not _same_question(before, state):
                    tell(before, found)
        while todo:
            state, found = todo.popleft()
            for before in self._before(state):
                tell(before, found)
        added = False
        for state, found in later.items():
            if state.kind != "asked":
                continue
            for run, true in found:
                again = self._asked_anew(state._replace(pending=0, true=self._as_of(state, true)))
                if run != state.run or again == state or (self.only_false and again.true & 1):
                    continue
                if state not in self.again.setdefault(again, set()):
                    self.again[again].add(state)
                    added = True
                if again not in self.far:
                    self.far[again] = len(self.layers)
                    self.came[again] = Came(state, "(back)", since=state)
                    self.layers.append([again])
                    self._come_back(again)
        return added

    def _before(self, state: State) -> set[State]:
        """The states before *state*; a question that was gone back to has before it what was before its first asking."""
        places, todo = {state}, [state]
        while todo:
            for earlier in self.again.get(todo.pop(), ()):
                if earlier not in places:
                    places.add(earlier)
                    todo.append(earlier)
        return {before for place in places for before in self.into.get(place, ())}

    def _to_same_question(self, seeds: dict[State, set[tuple[int, int]]]) -> None:
        """A question asked again is not asked later: from it `(back)` leads to what was before its first asking."""
        todo = deque(seeds)
        while todo:
            state = todo.popleft()
            for before in self._before(state):
                if _same_question(before, state) and not seeds[state] <= (known := seeds.setdefault(before, set())):
                    known |= seeds[state]
                    todo.append(before)

    def _as_of(self, earlier: State, true: int) -> int:
        """What is true back at the question *earlier*, when *true* is so now."""
        return (true & ~(self.agreed | self.forms)) | (true & earlier.true & self.agreed) | (earlier.true & self.forms)

    # ---- the way to a state

    def way(self, state: State) -> list[tuple[str | None, State]]:
        """The moves that lead to *state*, from the first state on; each with its name."""
        return self._moves(state, None)[::-1]

    def _moves(self, state: State, entry: State | None) -> list[tuple[str | None, State]]:
        """The moves from *state* back to the beginning, or to where its flow was entered."""
        moves: list[tuple[str | None, State]] = []
        at: State | None = state
        while at is not None and at != entry:
            came = self.came[at]
            if came.since is not None:
                moves += reversed(self._and_back(came.since, at))
                at = came.since
                continue
            moves.append((came.by, at))
            if came.call is None or came.before is None:
                at = came.before
            else:
                moves += self._inside(came.before, came.call)
                at = came.call
        return moves

    def _inside(self, state: State, call: State) -> list[tuple[str | None, State]]:
        """The moves from *state* back to where *call* entered its flow."""
        run = self.runs[state.run]
        assert run.entry is not None
        caller = next(one for one in run.callers if one.run == call.run and one.at == call.at)
        return [*self._moves(state, run.entry), (caller.by, run.entry)]

    def _and_back(self, since: State, again: State) -> list[tuple[str | None, State]]:
        """The moves from the question *since* to one from which `(back)` leads to *again*."""
        onward: dict[State, list[State]] = {}
        for state, befores in self.into.items():
            for before in befores:
                onward.setdefault(before, []).append(state)
        from_: dict[State, State] = {}
        todo = deque([since])
        while todo:
            state = todo.popleft()
            if state.run == since.run and state.at != since.at and again.true in [self._as_of(since, one) for one in self._backs(state)]:
                moves: list[tuple[str | None, State]] = []
                while state != since:
                    moves.append((self.into[state][from_[state]], state))
                    state = from_[state]
                questions = dict.fromkeys(one.at for _, one in moves if one.kind == "asked" and one.run == since.run)
                times = f", {len(questions)} times" if len(questions) > 1 else ""
                return [*moves[::-1], (f"(back){times}", again)]
            for other in onward.get(state, ()):
                if other not in from_ and other != since:
                    from_[other] = state
                    todo.append(other)
        return [("(back)", again)]


def _same_question(one: State, other: State) -> bool:
    return one.kind == other.kind == "asked" and one.run == other.run and one.at == other.at


def _parts(texts: int) -> Iterator[int]:
    """Every set of some of *texts*, none and all among them."""
    part = texts
    while True:
        yield part
        if not part:
            return
        part = (part - 1) & texts
