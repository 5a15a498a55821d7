"""What can happen at each place of a flow, worked out once for all paths that come by. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from steering.core.flow import Flow, Hear, Prompt, Rung, Step, Target, Template, Value
from steering.core.obligations import heard_name

EVENTS = ("silence", "voicemail", "cuts in", "hangs up")
Way = tuple[Target, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """What may be said at a question beside it: *by* which word of *flow*, written at its place *at* (empty: the engine says it)."""

    prompt: Prompt
    by: str
    flow: Flow
    at: str = ""


@dataclass(frozen=True, slots=True)
class Anytime:
    """What leads away from everywhere in one flow: targets with their names on a path. *out* are the opt-outs among the *spoken*."""

    spoken: tuple[Way, ...]
    out: tuple[Way, ...]
    felt: tuple[Way, ...]
    events: Mapping[str, Way]
    back: bool


@dataclass(frozen=True, slots=True)
class Ladder:
    """Where a ladder ends: at a target, or (None) with a goodbye. *own*: it is the step's, and not the file's."""

    end: Target | None
    by: str
    own: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A step while one of its questions is open.

    *said* is its prompt, where that has values in it, and *replies* are those with values that may be said beside it.
    *texts* are the must-hear texts that are said then; the question's own is *text*.
    *spoken* and *felt* are the flows that run from here whatever the step, with the flow that names them. *events*
    tells where a bracketed word leads: to a line of the step's, or to `anytime` lines of flows.
    """

    step: Step
    name: str
    said: Prompt | None
    replies: tuple[Reply, ...]
    text: Prompt | None
    texts: tuple[tuple[Prompt, str], ...]
    exits: tuple[Way, ...]
    spoken: tuple[tuple[Target, str, Flow], ...]
    felt: tuple[tuple[Target, str, Flow], ...]
    events: Mapping[str, Hear | tuple[Flow, ...]]
    if_silent: Ladder
    if_unclear: Ladder
    back: bool


class Places:
    """The places of *root* and of the flows it runs."""

    def __init__(self, root: Flow) -> None:
        self.root = root
        self.flows = {flow.name: flow for flow in (root, *root.others.values())}
        # A name that is a value too is asked for as a value.
        self.values = frozenset(name for flow in self.flows.values() for name in flow.kinds)
        self.anytime = {name: _anytime(flow) for name, flow in self.flows.items()}
        self.back = any(one.back for one in self.anytime.values()) or any(
            _turns_back(step) for flow in self.flows.values() for step in flow.steps.values()
        )
        # The values with which a fact is true of what was said, or that may be answers of a form, by the name of the fact.
        self.values_of: dict[str, set[str]] = defaultdict(set)
        # What was collected by the step before, and where that led, by the flow and the step that asks next.
        self.asked_before: dict[tuple[str, str], list[tuple[str, Target]]] = defaultdict(list)
        for flow in self.flows.values():
            for text in flow.wording.values():
                self.values_of[heard_fact(root, flow, text.name)].update(text.prompt.template.names)
            for step in flow.steps.values():
                self.values_of[f"agreed {step.name}"].update(values_agreed_to(step))
                self.values_of[form_fact(flow, step.name)].update(one.name for one in step.form)
                if step.collect and step.go:
                    for after in goes_to(flow.steps, step):
                        self.asked_before[flow.name, after].append((step.collect.name, step.go))
        self.changing = frozenset(self._changing())
        self._questions: dict[tuple[str, frozenset[str], tuple[str, str]], Question] = {}

    def _changing(self) -> Iterator[str]:
        """The values that are collected, or kept of a look-up: a call may have another for one that it has."""
        for flow in self.flows.values():
            for step in flow.steps.values():
                yield from (one.name for one in (step.collect, *step.form) if one)
            for check in flow.checks.values():
                yield from (slot for slot, _ in check.look_up.keep) if check.look_up else ()

    def heard(self, flow: Flow, prompt: Prompt | None) -> str:
        """The fact that *prompt* was heard, empty when nobody must hear it."""
        if prompt is None or not prompt.wording or not flow.wording[prompt.wording].must_hear:
            return ""
        return heard_fact(self.root, flow, prompt.wording)

    def question(self, flow: Flow, below: frozenset[str], at: tuple[str, str]) -> Question:
        """The question *at* (step, question) of *flow*, while the flows *below* wait for it."""
        key = flow.name, below, at
        if key not in self._questions:
            self._questions[key] = self._made(flow, below, at)
        return self._questions[key]

    def _made(self, flow: Flow, below: frozenset[str], at: tuple[str, str]) -> Question:
        step, prompt = flow.steps[at[0]], question_of(flow.steps[at[0]], at[1])
        flows = (flow, *(self.flows[name] for name in sorted(below)))
        replies = list(_replies(flow, step))
        back = [Reply(self.root.if_back, "if_back", self.root, "said.if_back")] if self.root.if_back else []
        beside = (*back, *replies, *(Reply(one, "its limit", flow) for one in _limits(step, at[1])))
        return Question(
            step=step,
            name=at[1],
            said=prompt if prompt and prompt.template.spoken is None else None,
            replies=tuple(one for one in beside if one.prompt.template.spoken is None),
            text=prompt if self.heard(flow, prompt) else None,
            texts=tuple((one.prompt, one.by) for one in replies if self.heard(flow, one.prompt)),
            exits=tuple(_exits(step, at[1])),
            spoken=tuple((target, by, one) for one in flows for target, by in self.anytime[one.name].spoken if _stays(target)),
            felt=tuple((target, by, one) for one in flows for target, by in self.anytime[one.name].felt if _stays(target)),
            events={event: place for event in EVENTS if (place := self._hears(flows, step, event))},
            if_silent=_ladder(flow, step, "if_silent"),
            if_unclear=_ladder(flow, step, "if_unclear"),
            back=any(self.anytime[one.name].back for one in flows),
        )

    def _hears(self, flows: tuple[Flow, ...], step: Step, event: str) -> Hear | tuple[Flow, ...]:
        own = next((one for one in step.hear if event in one.events), None)
        return own or tuple(flow for flow in flows if event in self.anytime[flow.name].events)


def _replies(flow: Flow, step: Step) -> Iterator[Reply]:
    """The answers of *flow*, and the lines of the ladders of *step*."""
    for number, answer in enumerate(flow.answers, 1):
        yield Reply(answer.prompt, "answers", flow, f"said.answers.{number}")
    for name in ("if_silent", "if_unclear"):
        home = f"said.{step.name}.{name}" if getattr(step, name) else f"said.{name}"
        for number, rung in enumerate(_rungs(flow, step, name), 1):
            if rung.prompt:
                yield Reply(rung.prompt, name, flow, f"{home}.{number}")


def _limits(step: Step, question: str) -> Iterator[Prompt]:
    """What a caller is told who answers out of limits: the values that are limits of what *step* asks for."""
    for one in (step.collect, *step.form) if question not in ("", "consent") else ():
        names = one.kind.limit_names if one else ()
        if one and names:
            parts = tuple(Value(name=name) for name in names)
            yield Prompt(id=f"{step.name}.limit.{one.name}", template=Template(text=one.name, parts=parts))


def heard_fact(root: Flow, flow: Flow, wording: str) -> str:
    """The fact that *wording* of *flow* was heard in a call of *root*: in another language it is another fact."""
    return f"heard {heard_name(root, flow, wording)}"


def fact_of(root: Flow, flow: Flow, condition: str) -> str:
    """The fact that a guard or a promise of *flow* names *condition*."""
    word, _, name = condition.partition(" ")
    return heard_fact(root, flow, name) if word == "heard" and name else condition


def form_fact(flow: Flow, step: str) -> str:
    """The fact that the questions of a form may have their answers already."""
    return f"form {flow.name} {step}"


def question_of(step: Step, question: str) -> Prompt | None:
    """What is said when *question* of *step* is asked."""
    if question.startswith("form:"):
        return next((one.ask for one in step.form if f"form:{one.name}" == question), None)
    return {"ask": step.ask, "consent": step.consent, "confirm": step.confirm}.get(question)


def goes_to(steps: Mapping[str, Step], step: Step) -> Iterator[str]:
    """The steps that follow *step* by `go` alone, up to the first that asks; nothing is decided on the way."""
    known: set[str] = set()
    while step.go and step.go.kind == "step" and step.go.name in steps and not (step.when or step.check or step.run or step.record):
        yield step.go.name
        step = steps[step.go.name]
        if step.asks or step.name in known:
            return
        known.add(step.name)


def values_agreed_to(step: Step) -> frozenset[str]:
    """The values in the question of a consent, and in what its step says before it."""
    return frozenset(name for prompt in (*step.say, step.consent) if prompt and step.consent for name in prompt.template.names)


def turns_back(question: Question) -> bool:
    """Whether `(back)` can be taken from *question*."""
    return question.back or _turns_back(question.step)


def _stays(target: Target) -> bool:
    return target.kind in ("run", "repeat")


def _anytime(flow: Flow) -> Anytime:
    spoken: list[Way] = []
    events: dict[str, Way] = {}
    for line in flow.anytime:
        name = line.phrases[0] if line.phrases else f"key {line.keys[0]}" if line.keys else ""
        if name:
            spoken.append((line.target, f"anytime '{name}'"))
        for event in line.events:
            events.setdefault(event, (line.target, f"anytime ({event})"))
    felt = [(one.target, f"if_feeling {one.expression} {one.test}") for one in flow.feelings]
    targets = [target for target, _ in (*spoken, *felt, *events.values())]
    targets += [rung.target for rung in (*flow.if_silent, *flow.if_unclear) if rung.target]
    out = tuple((target, by) for target, by in spoken if flow.opts_out(target))
    return Anytime(tuple(spoken), out, tuple(felt), events, any(target.kind == "back" for target in targets))


def _exits(step: Step, question: str) -> Iterator[Way]:
    """What the step hears in words or keys, once for each target; a plain yes or no is an answer to its `ask` only."""
    known: set[str] = set()
    for one in step.hear:
        if str(one.target) in known:
            continue
        if one.keys or any(question == "ask" or phrase not in ("yes", "no") for phrase in one.phrases):
            known.add(str(one.target))
            yield one.target, one.phrases[0] if one.phrases else f"key {one.keys[0]}"


def _rungs(flow: Flow, step: Step, ladder: str) -> tuple[Rung, ...]:
    own: tuple[Rung, ...] | None = getattr(step, ladder)
    rungs: tuple[Rung, ...] = getattr(flow, ladder)
    return own or rungs


def _ladder(flow: Flow, step: Step, name: str) -> Ladder:
    for number, rung in enumerate((*_rungs(flow, step, name), Rung()), 1):
        if not rung.prompt:
            by = f"{name} for the {_ordinal(number)} time" if number > 1 else name
            return Ladder(rung.target, by, bool(getattr(step, name)))
    raise AssertionError("a ladder has an end")


def _turns_back(step: Step) -> bool:
    targets = [one.target for one in step.hear]
    targets += [rung.target for rung in (*(step.if_silent or ()), *(step.if_unclear or ())) if rung.target]
    return any(target.kind == "back" for target in targets)


def _ordinal(number: int) -> str:
    return f"{number}" + {2: "nd", 3: "rd"}.get(number, "th")
