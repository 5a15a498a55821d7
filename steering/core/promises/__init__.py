"""Promises, proved: every path of a call is followed, and the shortest one that breaks a promise is told. Pure.

Each condition of a promise is a fact of its own: "before X always A, heard B" is broken where X is entered
while A is not true, or while B was not heard. All promises that ask for the same fact share one exploration
of the paths. Facts that guards ask for are followed beside it, so that a branch on them proves something.

A promise of a flow that another one runs holds in the other's calls too, but for `always ends with`, which
speaks of the calls that are the flow's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from steering.core.flow import Flow, Promise, Prompt
from steering.core.places import Places, Reply, fact_of, form_fact, heard_fact
from steering.core.promises.facts import Facts
from steering.core.promises.paths import explore
from steering.core.promises.states import State, Watch
from steering.core.promises.ways import Where, told, way

# Facts of guards and forms that are followed beside a condition; of more, both branches are taken.
MOST_GUARDS, MOST_FORMS = 6, 4


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that does not hold: the number of *promise* in its *flow*, and why in words."""

    flow: str
    number: int
    why: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """One condition of one promise."""

    flow: Flow
    number: int
    promise: Promise
    condition: str = ""


def prove(root: Flow, where: Where) -> tuple[Broken, ...]:
    """What breaks the promises of *root* and of the flows it runs, each with its shortest path.

    *where* tells where a place of a flow is written, of ("collect", "step.greet"): "line 41".
    """
    asked: dict[str, list[_Asked]] = defaultdict(list)
    broken: dict[tuple[str, int], Broken] = {}
    places = Places(root)
    for flow in places.flows.values():
        for number, promise in enumerate(flow.promises):
            if promise.kind == "always ends with":
                if flow is root:
                    asked[""].append(_Asked(flow, number, promise))
                continue
            for condition in promise.conditions:
                if why := _ambiguous(places, flow, condition):
                    broken.setdefault((flow.name, number), Broken(flow.name, number, why))
                else:
                    asked[fact_of(root, flow, condition)].append(_Asked(flow, number, promise, condition))
    guards = _guard_facts(places)
    found: dict[tuple[str, int], tuple[int, Broken]] = {}
    for fact, promises in asked.items():
        for far, one in _Hunt(places, fact, promises, guards, where).broken():
            key = one.flow, one.number
            if key not in broken and (key not in found or far < found[key][0]):
                found[key] = far, one
    return (*broken.values(), *(one for _, one in found.values()))


def _ambiguous(places: Places, flow: Flow, condition: str) -> str:
    """Why the engine cannot tell *condition* from something of the same name in another flow of the call."""
    word, _, name = condition.partition(" ")
    fact = fact_of(places.root, flow, condition)
    for other in places.flows.values():
        if other is flow:
            continue
        alike = word == "heard" and name in other.wording and heard_fact(places.root, other, name) == fact
        if alike and other.wording[name].prompt.template.text != flow.wording[name].prompt.template.text:
            return f"'{condition}' means two texts: the flow '{other.name}' has another '{name}'; give one of them another name"
        if word == "agreed" and name in other.steps and other.steps[name].consent:
            return f"'{condition}' means two questions: the flow '{other.name}' has a consent '{name}' too; give one of them another name"
    return ""


def _guard_facts(places: Places) -> tuple[str, ...]:
    """The proved, heard and agreed facts that guards ask for, each once."""
    flows = places.flows.values()
    proved = {fact for flow in flows for step in flow.steps.values() for fact in step.proves}
    guards = [(flow, when.guard) for flow in flows for step in flow.steps.values() for when in step.when if when.guard]
    guards += [(flow, check.guard) for flow in flows for check in flow.checks.values() if check.guard]
    asked = ((flow, name) for flow, guard in guards for name in guard.names if name not in places.values)
    facts = (fact_of(places.root, flow, name) for flow, name in asked if name in proved or name.startswith(("heard ", "agreed ")))
    return tuple(dict.fromkeys(facts))


class _Hunt(Watch):
    """The paths on which *fact* is not true yet, watched for what was promised not to happen there."""

    def __init__(self, places: Places, fact: str, promises: list[_Asked], guards: tuple[str, ...], where: Where) -> None:
        self.places, self.root, self.fact, self.promises, self.where = places, places.root, fact, promises, where
        self.to_the_end, self.looking = not fact, True
        # Where each promise is broken first, and how; what a condition is missing for is added in the end.
        self.found: dict[int, tuple[State, str]] = {}
        self.entered: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.said: dict[str, list[int]] = defaultdict(list)
        for i, one in enumerate(promises):
            for subject in one.promise.subjects:
                if one.promise.kind == "before":
                    self.entered[one.flow.name, subject].append(i)
                elif one.promise.kind == "never say":
                    self.said[subject].append(i)
        beside = [guard for guard in guards if guard != fact][:MOST_GUARDS]
        if fact.startswith("heard "):
            beside += _forms(places)
        self.facts = Facts(places, (fact, *beside))
        # A fact that is proved stays, and so does one that is heard without a value in it; where it is true there is
        # nothing to find, if no guard turns on it.
        stays = not fact.startswith("agreed ") and not self.facts.passing
        self.only_false = bool(fact) and not beside and fact not in guards and stays

    def broken(self) -> Iterator[tuple[int, Broken]]:
        """What is broken, each with the length of its path."""
        found = explore(self.facts, self, only_false=self.only_false)
        for i, (state, how) in self.found.items():
            one = self.promises[i]
            missing = f": {self._missing(one, lost=any(past.true & 1 for _, past in way(found, state)))}" if self.fact else ""
            yield found.far[state], Broken(one.flow.name, one.number, f"{told(found, state, self.where)}{how}{missing}")

    # ---- what happens on the paths

    def arrives(self, flow: Flow, step: str, state: State) -> None:
        for i in self.entered.get((flow.name, step), ()):
            if not state.true & 1:
                self._note(i, state, "")

    def says(self, prompt: Prompt, state: State, true: int, reply: Reply | None = None) -> None:
        if true & 1 or not self.said:
            return
        for name in prompt.template.names:
            for i in self.said.get(name, ()):
                self._note(i, state, f"{self._by(reply)} says '{name}'")

    def _by(self, reply: Reply | None) -> str:
        if reply is None:
            return ""
        return f": {reply.by} ({self.where(reply.flow.name, reply.at)})" if reply.at else f": {reply.by}"

    def ends(self, flow: Flow, step: str, how: str, state: State) -> None:
        if self.fact:
            return
        nowhere = [one for one in ("hangs up", "voicemail") if one not in self.places.anytime[self.root.name].events]
        for i, one in enumerate(self.promises):
            if flow is not self.root or step not in one.promise.subjects:
                broken_off = how in ("hangs up", "voicemail")
                line = " | ".join(f"({one})" for one in (nowhere if how in nowhere else [how]))
                hint = f"; `{line}: STEP` under anytime says where it ends then" if broken_off else ""
                after = "" if how in ("end", "hand_to") else f" --({how})-->" if broken_off else f" --{how}--> goodbye"
                self._note(i, state, f"{after}: the call ends at '{step}'{hint}")

    def _note(self, i: int, state: State, how: str) -> None:
        if i not in self.found:
            self.found[i] = state, how
            self.looking = len(self.found) < len(self.promises)

    def _missing(self, one: _Asked, *, lost: bool) -> str:
        """Why the condition does not hold; *lost*: it did, earlier on the path."""
        if lost:
            values = " and ".join(f"'{name}'" for name, bits in self.facts.told.items() if bits & 1)
            return f"'{one.condition}' is no longer true{f'; it holds only for the {values} that it was said with' if values else ''}"
        word, _, name = one.condition.partition(" ")
        hint = ""
        if word == "heard" and name and not one.flow.wording[name].must_hear:
            hint = f" (without `must_hear: all` nobody knows whether '{name}' was heard)"
        return f"'{one.condition}' is not yet true{hint}"


def _forms(places: Places) -> list[str]:
    """The forms before whose first question a text may be said; of those that say one themselves first."""
    steps = [(flow, step) for flow in places.flows.values() for step in flow.steps.values() if step.form]
    steps.sort(key=lambda one: not any(prompt.wording for prompt in one[1].say))
    return [form_fact(flow, step.name) for flow, step in steps[:MOST_FORMS]]
