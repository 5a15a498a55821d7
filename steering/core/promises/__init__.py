"""Promises, proved: every path of a call is followed, and the shortest one that breaks a promise is told. Pure.

Each condition of a promise is a fact of its own: "before X always A, heard B" is broken where X is entered
while A is not true, or while B was not heard. All promises that ask for the same fact share one exploration
of the paths, and so do all facts that are alike, to find which of them are in doubt. Facts that guards ask for
are followed beside it, so that a branch on them proves something.

A promise of a flow that another one runs holds in the other's calls too, but for `always ends with`, which
speaks of the calls that are the flow's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from steering.core.flow import Flow
from steering.core.places import Places, fact_of, heard_fact
from steering.core.promises.hunt import Asked, Hunt, alike
from steering.core.promises.ways import Where


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that does not hold: the number of *promise* in its *flow*, and why in words."""

    flow: str
    number: int
    why: str


def prove(root: Flow, where: Where) -> tuple[Broken, ...]:
    """What breaks the promises of *root* and of the flows it runs, each with its shortest path.

    *where* tells where a place of a flow is written, of ("collect", "step.greet"): "line 41".
    """
    asked: dict[str, list[Asked]] = defaultdict(list)
    broken: dict[tuple[str, int], Broken] = {}
    places = Places(root)
    for flow in places.flows.values():
        for number, promise in enumerate(flow.promises):
            if promise.kind == "always ends with":
                if flow is root:
                    asked[""].append(Asked(flow, number, promise))
                continue
            for condition in promise.conditions:
                if why := _ambiguous(places, flow, condition):
                    broken.setdefault((flow.name, number), Broken(flow.name, number, why))
                else:
                    asked[fact_of(root, flow, condition)].append(Asked(flow, number, promise, condition))
    guards = _guard_facts(places)
    found: dict[tuple[str, int], tuple[int, str]] = {}
    for fact, promises in _doubtful(places, asked, guards, where):
        for one, far, why in Hunt(places, {fact: promises}, guards, where).broken():
            key = one.flow.name, one.number
            if key not in broken and (key not in found or far < found[key][0]):
                found[key] = far, why
    return (*broken.values(), *(Broken(*key, why) for key, (_, why) in found.items()))


def _doubtful(places: Places, asked: Mapping[str, list[Asked]], guards: tuple[str, ...], where: Where) -> Iterator[tuple[str, list[Asked]]]:
    """What is *asked* for and may be missing, by the fact: that nothing else is, is found for many facts at once."""
    for facts in alike(places, asked, guards):
        some = {fact: asked[fact] for fact in facts}
        yield from (some if len(facts) == 1 else Hunt(places, some, guards, where).doubts()).items()


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
