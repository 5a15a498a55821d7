"""Where promises are broken: the paths on which what they ask for is not true yet. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from steering.core.flow import Flow, Promise, Prompt
from steering.core.places import Places, Reply, form_fact
from steering.core.promises.facts import Alike, Facts, kind_of
from steering.core.promises.paths import explore
from steering.core.promises.states import State, Watch
from steering.core.promises.ways import Where, told, way

# Facts of guards and forms that are followed beside a condition; of more, both branches are taken.
MOST_GUARDS, MOST_FORMS = 6, 4


@dataclass(frozen=True, slots=True)
class Asked:
    """One condition of one promise."""

    flow: Flow
    number: int
    promise: Promise
    condition: str = ""


class Hunt(Watch):
    """The paths on which a fact is not true yet, watched for what was promised not to happen there.

    *asked* is by the fact. Of one fact it is found where a promise is broken first; of more, which are alike, whether it is.
    """

    def __init__(self, places: Places, asked: Mapping[str, list[Asked]], guards: tuple[str, ...], where: Where) -> None:
        self.places, self.root, self.asked, self.where = places, places.root, asked, where
        self.promises = [(one, 1 << lane) for lane, promises in enumerate(asked.values()) for one in promises]
        # Where each promise is broken first, and how; what a condition is missing for is added in the end.
        self.found: dict[int, tuple[State, str]] = {}
        self.left = {1 << lane: len(promises) for lane, promises in enumerate(asked.values())}
        self.looking = sum(self.left)
        self.entered: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.said: dict[str, list[int]] = defaultdict(list)
        for i, (one, _) in enumerate(self.promises):
            for subject in one.promise.subjects:
                if one.promise.kind == "before":
                    self.entered[one.flow.name, subject].append(i)
                elif one.promise.kind == "never say":
                    self.said[subject].append(i)
        self.listening = bool(self.said)
        self.fact, *others = asked
        self.to_the_end = not self.fact
        beside = _beside(places, self.fact, guards)
        self.facts = Alike(places, tuple(asked), beside) if others else Facts(places, (self.fact, *beside))
        # A fact that is proved stays, and so does one that is heard without a value in it; where it is true there is
        # nothing to find, if no guard turns on it.
        stays = not self.fact.startswith("agreed ") and not self.facts.passing
        self.only_false = bool(self.fact) and not beside and self.fact not in guards and stays

    def doubts(self) -> dict[str, list[Asked]]:
        """What is broken, by the fact."""
        explore(self.facts, self, only_false=self.only_false)
        broken: dict[str, list[Asked]] = defaultdict(list)
        facts = [fact for fact, promises in self.asked.items() for _ in promises]
        for i in sorted(self.found):
            broken[facts[i]].append(self.promises[i][0])
        return broken

    def broken(self) -> Iterator[tuple[Asked, int, str]]:
        """What is broken of one fact, each with the length of its path, and the path in words."""
        found = explore(self.facts, self, only_false=self.only_false)
        for i, (state, how) in self.found.items():
            one, _ = self.promises[i]
            missing = f": {self._missing(one, lost=any(past.true & 1 for _, past in way(found, state)))}" if self.fact else ""
            yield one, found.far[state], f"{told(found, state, self.where)}{how}{missing}"

    # ---- what happens on the paths

    def arrives(self, lanes: int, flow: Flow, step: str, state: State) -> None:
        if not state.true & 1:
            for i in self.entered.get((flow.name, step), ()):
                self._note(lanes, i, state, "")

    def says(self, lanes: int, prompt: Prompt, state: State, true: int, reply: Reply | None = None) -> None:
        for name in () if true & 1 else prompt.template.names:
            for i in self.said.get(name, ()):
                self._note(lanes, i, state, f"{self._by(reply)} says '{name}'")

    def _by(self, reply: Reply | None) -> str:
        if reply is None:
            return ""
        return f": {reply.by} ({self.where(reply.flow.name, reply.at)})" if reply.at else f": {reply.by}"

    def ends(self, lanes: int, flow: Flow, step: str, how: str, state: State) -> None:
        nowhere = [one for one in ("hangs up", "voicemail") if one not in self.places.anytime[self.root.name].events]
        for i, (one, _) in enumerate(self.promises):
            if flow is not self.root or step not in one.promise.subjects:
                broken_off = how in ("hangs up", "voicemail")
                line = " | ".join(f"({one})" for one in (nowhere if how in nowhere else [how]))
                hint = f"; `{line}: STEP` under anytime says where it ends then" if broken_off else ""
                after = "" if how in ("end", "hand_to") else f" --({how})-->" if broken_off else f" --{how}--> goodbye"
                self._note(lanes, i, state, f"{after}: the call ends at '{step}'{hint}")

    def _note(self, lanes: int, i: int, state: State, how: str) -> None:
        lane = self.promises[i][1]
        if lanes & lane and i not in self.found:
            self.found[i] = state, how
            self.left[lane] -= 1
            if not self.left[lane]:
                self.looking &= ~lane

    def _missing(self, one: Asked, *, lost: bool) -> str:
        """Why the condition does not hold; *lost*: it did, earlier on the path."""
        if lost:
            values = " and ".join(f"'{name}'" for name, bits in self.facts.told.items() if bits & 1)
            return f"'{one.condition}' is no longer true{f'; it holds only for the {values} that it was said with' if values else ''}"
        word, _, name = one.condition.partition(" ")
        hint = ""
        if word == "heard" and name and not one.flow.wording[name].must_hear:
            hint = f" (without `must_hear: all` nobody knows whether '{name}' was heard)"
        return f"'{one.condition}' is not yet true{hint}"


def alike(places: Places, facts: Iterable[str], guards: tuple[str, ...]) -> list[list[str]]:
    """The *facts* in groups of those that can be followed at once."""
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for fact in facts:
        valued = not places.changing.isdisjoint(places.values_of.get(fact, ()))
        groups[not fact, kind_of(fact), valued, fact in guards, _beside(places, fact, guards)].append(fact)
    return list(groups.values())


def _beside(places: Places, fact: str, guards: tuple[str, ...]) -> tuple[str, ...]:
    """The facts that are followed beside *fact*."""
    beside = [guard for guard in guards if guard != fact][:MOST_GUARDS]
    return (*beside, *(_forms(places) if fact.startswith("heard ") else ()))


def _forms(places: Places) -> list[str]:
    """The forms before whose first question a text may be said; of those that say one themselves first."""
    steps = [(flow, step) for flow in places.flows.values() for step in flow.steps.values() if step.form]
    steps.sort(key=lambda one: not any(prompt.wording for prompt in one[1].say))
    return [form_fact(flow, step.name) for flow, step in steps[:MOST_FORMS]]
