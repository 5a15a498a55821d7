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
- A flow that is run is an *activation*: it is explored once for each state in which it is entered, whoever
  runs it. Its ends go back to all its callers, its hubs to the hubs of its callers.
- `(back)` leads to any question asked earlier on the path: what was heard and proved since stays, agreements
  and values are those of then. It is followed last, when it is known what can become true after a question.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from steering.core import guards
from steering.core.flow import Flow, Hear, Prompt, Rung, Step, Target
from steering.core.obligations import heard_name

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
    """Who is told what happens on the paths, in the order of their length."""

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
    ends: list[tuple[State, int]] = field(default_factory=list)
    hubs: list[State] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Anytime:
    """What leads away from everywhere in one flow: targets with their names on a path."""

    spoken: tuple[tuple[Target, str], ...]
    felt: tuple[tuple[Target, str], ...]
    events: Mapping[str, tuple[Target, str]]
    back: bool


def heard_fact(root: Flow, flow: Flow, wording: str) -> str:
    """The fact that *wording* of *flow* was heard in a call of *root*: in another language it is another fact."""
    return f"heard {heard_name(root, flow, wording)}"


def form_fact(flow: Flow, step: str) -> str:
    """The fact that the questions of a form may have their answers already."""
    return f"form {flow.name} {step}"


def question_of(step: Step, question: str) -> Prompt | None:
    """What is said when *question* of *step* is asked."""
    if question.startswith("form:"):
        return next((one.ask for one in step.form if f"form:{one.name}" == question), None)
    return {"ask": step.ask, "consent": step.consent, "confirm": step.confirm}.get(question)


class Paths:
    """All states of the calls of *root*.

    States in which the first fact is true are left out with *only_false*: nothing that is asked for is there.
    """

    def __init__(self, root: Flow, facts: tuple[str, ...], watch: Watch, *, only_false: bool = False) -> None:
        self.root, self.watch, self.only_false = root, watch, only_false
        self.flows = {flow.name: flow for flow in (root, *root.others.values())}
        self.bit = {fact: 1 << i for i, fact in enumerate(facts)}
        self.heard = sum(bit for fact, bit in self.bit.items() if fact.startswith("heard "))
        self.agreed = sum(bit for fact, bit in self.bit.items() if fact.startswith("agreed "))
        self.forms = sum(bit for fact, bit in self.bit.items() if fact.startswith("form "))
        self.anytime = {name: _anytime(flow) for name, flow in self.flows.items()}
        self.turns_back = any(one.back or any(map(_turns_back, self.flows[name].steps.values())) for name, one in self.anytime.items())
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
        self.runs = [_Run(root, frozenset())]
        self.run_of: dict[tuple[str, str, int, int, frozenset[str], bool], int] = {}
        self.came: dict[State, Came] = {}
        self.far: dict[State, int] = {}
        self.into: dict[State, list[State]] = {}
        self.layers: list[list[State]] = [[]]

    def explore(self) -> None:
        """Visits every state."""
        root = self.root
        openings: list[tuple[str, str | None]] = [(root.start, None)]
        if root.hours and root.hours_else:
            openings.append((root.hours_else.name, None))
        for step, by in openings:
            self._go(None, State("enter", 0, (step, ""), 0, 0), by)
        layer = 0
        while True:
            while layer < len(self.layers):
                # It grows while it is gone through: a hub is no step further.
                for state in self.layers[layer]:
                    if self.far[state] == layer:
                        self._visit(state)
                layer += 1
            if not self.turns_back or not self._turn_back():
                return

    # ---- moving

    def _go(self, before: State | None, state: State, by: str | None, *, cost: int = 1, call: State | None = None) -> None:
        if self.only_false and state.true & 1:
            return
        far = 0
        if before is not None:
            far = self.far[before] + cost
            if self.turns_back:
                self.into.setdefault(state, []).append(before)
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
            self._go(state, State("enter", 0, (self.root.start, ""), pending, true & self.heard), by)
        elif pending & GONE:
            self.watch.ends(run.flow, state.at[0], "hangs up", state)
        elif target.kind == "repeat":
            self._go(state, state._replace(true=true), by)

    def _owes(self, flow: Flow, prompt: Prompt | None) -> int:
        """What is pending when *prompt* has been said."""
        if prompt is None or not prompt.wording or not flow.wording[prompt.wording].must_hear:
            return 0
        return self.bit.get(heard_fact(self.root, flow, prompt.wording), 0) << _FLAGS or OTHER

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
            if state.run and "do_not_call" not in step.record:
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
            self._breaks_off(run, state, step, pending, true)
            # Who speaks while a look-up runs has it taken for lost, and what the reply said so far with it.
            lost = {pending, 0}
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
        flow, (name, question), pending = run.flow, state.at, state.pending
        step = flow.steps[name]
        prompt, back = question_of(step, question), self.root.if_back
        if prompt:
            self._say(flow, prompt, state, state.true)
        if back:
            self._say(flow, back, state, state.true)
            self._go(state, state._replace(pending=pending | self._owes(flow, back)), "the caller comes back")
        self._breaks_off(run, state, step, pending, state.true)
        true = state.true | pending >> _FLAGS
        # Who is silent shows nothing of what he heard: it stays owed, wherever the silence leads.
        silent = dict.fromkeys(((0, true), (pending, state.true)))
        for anything in ("spoken", "felt"):
            self._go(state, State("hub", state.run, (anything, ""), 0, true), None, cost=0)
        if pending or question == "consent":
            self._cut(run, state)
        self._run_anytime(run, state, "", true, felt=True)
        if self.root.time_limit is not None:
            for _, target in self.root.if_time_short:
                for owed, so_far in silent:
                    self._go(state, State("enter", 0, (target.name, ""), owed, so_far), "if_time_short")
            self.watch.ends(flow, name, "time_limit", state)
        for one in step.hear:
            if one.keys or any(question == "ask" or phrase not in ("yes", "no") for phrase in one.phrases):
                self._follow(run, state, one.target, one.phrases[0] if one.phrases else f"key {one.keys[0]}", 0, true)
        for event in ("voicemail", "cuts in"):
            self._event(run, state, step, event, 0, true)
        self._answered(run, state, step, question, true)
        for answer in flow.answers:
            self._say(flow, answer.prompt, state, true)
            again = self._owes(flow, answer.prompt) | self._owes(flow, prompt)
            self._go(state, state._replace(pending=again, true=true), "answers")
        self._climb(run, state, step, "if_unclear", 0, true)
        for owed, so_far in silent:
            if not self._event(run, state, step, "silence", owed, so_far):
                self._climb(run, state, step, "if_silent", owed, so_far)
        self._go(state, state._replace(pending=0, true=true), "the caller cuts in")

    def _cut(self, run: _Run, state: State) -> None:
        """The caller has cut off a text: any part of the others may have been heard."""
        texts, target = state.pending >> _FLAGS, self.root.if_not_heard
        for heard in _parts(texts):
            if heard == texts and not state.pending & OTHER and state.at[1] != "consent":
                continue
            true = state.true | heard
            self._go(state, State("hub", state.run, ("spoken", ""), 0, true), "cutting in", cost=0)
            self._run_anytime(run, state, "cutting in, ", true, felt=False)
            if target:
                self._go(state, State("enter", 0, (target.name, ""), 0, true), "cutting in three times, if_not_heard")
        if not target:
            self.watch.ends(run.flow, state.at[0], "cutting in three times", state)

    def _answered(self, run: _Run, state: State, step: Step, question: str, true: int) -> None:
        """What follows from a value or an agreement that the caller gives."""
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

    def _climb(self, run: _Run, state: State, step: Step, ladder: str, pending: int, true: int) -> None:
        own: tuple[Rung, ...] | None = getattr(step, ladder)
        rungs: tuple[Rung, ...] = own or getattr(run.flow, ladder)
        for number, rung in enumerate((*rungs, Rung()), 1):
            by = f"{ladder} for the {_ordinal(number)} time" if number > 1 else ladder
            if rung.prompt:
                self._say(run.flow, rung.prompt, state, true)
                self._go(state, state._replace(pending=pending | self._owes(run.flow, rung.prompt), true=true), by)
                continue
            if rung.target:
                self._follow(run, state, rung.target, by, pending, true)
            else:
                self.watch.ends(run.flow, step.name, by, state)
            return

    # ---- what can be said anywhere

    def _hub(self, state: State, run: _Run) -> None:
        heard, true = state.at[0], state.true
        anytime = self.anytime[run.flow.name]
        run.hubs.append(state)
        lines: Iterable[tuple[Target, str]] = anytime.spoken
        if heard == "felt":
            lines = anytime.felt
        elif heard != "spoken":
            lines = [anytime.events[heard]] if heard in anytime.events else []
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

    def _run_anytime(self, run: _Run, state: State, how: str, true: int, *, felt: bool) -> None:
        """Flows that an `anytime` phrase or a feeling runs from here, to come back here; and `(repeat)`."""
        for name in (run.flow.name, *sorted(run.below)):
            anytime = self.anytime[name]
            for target, by in (*anytime.spoken, *anytime.felt) if felt else anytime.spoken:
                if target.kind == "run":
                    self._call(run, state, target.name, self.flows[name], how + by, 0, true)
                elif target.kind == "repeat":
                    self._go(state, state._replace(true=true), how + by)

    def _hears(self, run: _Run, step: Step, event: str) -> Hear | list[str] | None:
        """The line of the step that hears *event*, else the flows in which it may be heard anytime."""
        own = next((one for one in step.hear if event in one.events), None)
        return own or [name for name in (run.flow.name, *sorted(run.below)) if event in self.anytime[name].events] or None

    def _event(self, run: _Run, state: State, step: Step, event: str, pending: int, true: int) -> bool:
        """Follows a bracketed word; False when nobody hears it."""
        place = self._hears(run, step, event)
        if isinstance(place, Hear):
            self._follow(run, state, place.target, f"({event})", pending, true)
        elif place:
            self._go(state, State("hub", state.run, (event, ""), pending, true), None, cost=0)
            for name in place:
                target, by = self.anytime[name].events[event]
                if target.kind == "run":
                    self._call(run, state, target.name, self.flows[name], by, pending, true)
                elif target.kind in ("repeat", "back"):
                    self._follow(run, state, target, by, pending, true)
        return bool(place)

    def _breaks_off(self, run: _Run, state: State, step: Step, pending: int, true: int) -> None:
        """The caller hangs up, or is a machine: at any moment, and whatever was heard of a text."""
        for heard in _parts(pending >> _FLAGS):
            if not self._event(run, state, step, "hangs up", GONE, true | heard):
                self.watch.ends(run.flow, step.name, "hangs up", state)
        if not self._event(run, state, step, "voicemail", 0, true):
            self.watch.ends(run.flow, step.name, "voicemail", state)

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
        if any(one.run == caller.run and one.at == caller.at for one in callee.callers):
            return
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
                if name in self.bit:
                    return bool(true & self.bit[name])
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
        anywhere = any(self.anytime[name].back for name in (run.flow.name, *run.below))
        if not anywhere and not _turns_back(run.flow.steps[state.at[0]]):
            return []
        texts = state.pending >> _FLAGS
        return [state.true | part for part in (_parts(texts) if anywhere else (texts,))]

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
            for before in self.into.get(state, ()):
                if not _same_question(before, state):
                    tell(before, found)
        while todo:
            state, found = todo.popleft()
            for before in self.into.get(state, ()):
                tell(before, found)
        added = False
        for state, found in later.items():
            if state.kind != "asked":
                continue
            for run, true in found:
                again = self._asked_anew(state._replace(pending=0, true=self._as_of(state, true)))
                if run != state.run or again in self.far or (self.only_false and again.true & 1):
                    continue
                self.far[again] = len(self.layers)
                self.came[again] = Came(state, "(back)", since=state)
                self.layers.append([again])
                self.into.setdefault(again, []).append(state)
                self._come_back(again)
                added = True
        return added

    def _to_same_question(self, seeds: dict[State, set[tuple[int, int]]]) -> None:
        """A question asked again is not asked later: from it `(back)` leads to what was before its first asking."""
        todo = deque(seeds)
        while todo:
            state = todo.popleft()
            for before in self.into.get(state, ()):
                if _same_question(before, state) and not seeds[state] <= (known := seeds.setdefault(before, set())):
                    known |= seeds[state]
                    todo.append(before)

    def _as_of(self, earlier: State, true: int) -> int:
        """What is true back at the question *earlier*, when *true* is so now."""
        return (true & ~(self.agreed | self.forms)) | (true & earlier.true & self.agreed) | (earlier.true & self.forms)

    # ---- the way to a state

    def way(self, state: State) -> list[tuple[str | None, State]]:
        """The moves that lead to *state*, from the first state on; each with its name."""
        moves: list[tuple[str | None, State]] = []
        at: State | None = state
        while at is not None:
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
        return moves[::-1]

    def _inside(self, state: State, call: State) -> list[tuple[str | None, State]]:
        """The moves from *state* back to where *call* entered its flow."""
        run = self.runs[state.run]
        caller = next(one for one in run.callers if one.run == call.run and one.at == call.at)
        moves: list[tuple[str | None, State]] = []
        at = state
        while at != run.entry:
            came = self.came[at]
            if came.since is not None:
                moves += reversed(self._and_back(came.since, at))
                at = came.since
                continue
            moves.append((came.by, at))
            if came.before is None:
                break
            if came.call is None:
                at = came.before
            else:
                moves += self._inside(came.before, came.call)
                at = came.call
        return [*moves, (caller.by, at)]

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
                moves: list[tuple[str | None, State]] = [("(back)", again)]
                while state != since:
                    moves.append((self.came[state].by if self.came[state].before == from_[state] else "", state))
                    state = from_[state]
                return moves[::-1]
            for other in onward.get(state, ()):
                if other not in from_ and other != since:
                    from_[other] = state
                    todo.append(other)
        return [("(back)", again)]


def _anytime(flow: Flow) -> _Anytime:
    spoken: list[tuple[Target, str]] = []
    events: dict[str, tuple[Target, str]] = {}
    for line in flow.anytime:
        name = line.phrases[0] if line.phrases else f"key {line.keys[0]}" if line.keys else ""
        if name:
            spoken.append((line.target, f"anytime '{name}'"))
        for event in line.events:
            events.setdefault(event, (line.target, f"anytime ({event})"))
    felt = [(one.target, f"if_feeling {one.expression} {one.test}") for one in flow.feelings]
    targets = [target for target, _ in (*spoken, *felt, *events.values())]
    targets += [rung.target for rung in (*flow.if_silent, *flow.if_unclear) if rung.target]
    return _Anytime(tuple(spoken), tuple(felt), events, any(target.kind == "back" for target in targets))


def _same_question(one: State, other: State) -> bool:
    return one.kind == other.kind == "asked" and one.run == other.run and one.at == other.at


def _turns_back(step: Step) -> bool:
    targets = [one.target for one in step.hear]
    targets += [rung.target for rung in (*(step.if_silent or ()), *(step.if_unclear or ())) if rung.target]
    return any(target.kind == "back" for target in targets)


def _parts(texts: int) -> Iterator[int]:
    """Every set of some of *texts*, none and all among them."""
    part = texts
    while True:
        yield part
        if not part:
            return
        part = (part - 1) & texts


def _ordinal(number: int) -> str:
    return f"{number}" + {2: "nd", 3: "rd"}.get(number, "th")
