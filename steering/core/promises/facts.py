"""The facts that paths are followed for, as bits of numbers. Pure.

Bit i of *true* stands for fact i. In *pending* the texts of the facts that are owed to the caller stand above three
flags: another text is, nobody is there any more to hear one, and nothing has been asked yet (where ends are of interest).

The first fact is the one that the paths are followed for; the others are followed beside it. Facts that are `Alike`
are followed at once: where nothing turns on one of them, what happens to it happens to all. Each is a *lane*, a bit
in numbers that tell for which of them something is so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from operator import or_
from typing import TypeVar

from steering.core import guards
from steering.core.flow import Flow, Prompt
from steering.core.places import Places, fact_of

T = TypeVar("T")
OTHER, GONE, UNASKED = 1, 2, 4
TEXTS = 3


class Facts:
    """The facts *names* in the calls that have *places*. *fills* are, by the name of a value, the forms that it may answer."""

    lanes = 1

    def __init__(self, places: Places, names: tuple[str, ...]) -> None:
        self.places, self.root = places, places.root
        self.bit = {name: 1 << i for i, name in enumerate(names)}
        self.heard, self.agreed, self.forms = (
            sum(bit for name, bit in self.bit.items() if name.startswith(kind)) for kind in ("heard ", "agreed ", "form ")
        )
        self.fills: dict[str, int] = defaultdict(int)
        # What is true of words with a value in them ends with that value.
        self.told: dict[str, int] = defaultdict(int)
        for fact, bit in self.bit.items():
            for name in places.values_of.get(fact, ()):
                if bit & self.forms:
                    self.fills[name] |= bit
                elif name in places.changing:
                    self.told[name] |= bit
        self.passing = _all(self.told.values())

    def bit_of(self, fact: str) -> int:
        """The bit of *fact*, or 0."""
        return self.bit.get(fact, 0)

    def told_with(self, value: str) -> int:
        """The facts that are true for one *value* alone."""
        return self.told.get(value, 0)

    def each(self, lanes: int, look: Callable[[Facts], T]) -> Iterator[tuple[int, T]]:
        """What *look* finds in the facts, with those of *lanes* for which it is so."""
        yield lanes, look(self)

    def owed(self, flow: Flow, prompt: Prompt | None) -> int:
        """What is pending when *prompt* has been said."""
        fact = self.places.heard(flow, prompt)
        return (self.bit_of(fact) << TEXTS or OTHER) if fact else 0

    def back_at(self, then: int, true: int) -> Iterator[int]:
        """What may be true back at a question where *then* was, when *true* is so now."""
        back = (true & ~(self.agreed | self.forms)) | (true & then & self.agreed) | (then & self.forms)
        # Values that came since are dropped.
        return (back & ~part for part in parts(back & ~then & self.passing))

    def after(self, true: int, names: Iterable[str]) -> Iterator[int]:
        """What may be true when the values *names* may be others than before."""
        ending = true & _all(self.told_with(name) for name in names)
        return (true & ~part for part in parts(ending))

    def anew(self, true: int) -> Iterator[int]:
        """What may be true when a call of which only that is kept which was heard is begun again."""
        return (true & self.heard & ~part for part in parts(true & self.heard & self.passing))

    def holds(self, node: guards.Node, flow: Flow, true: int) -> bool | None:
        """Whether a guard of *flow* holds, None when the facts do not tell."""
        match node:
            case guards.And(parts) | guards.Or(parts):
                decides = isinstance(node, guards.Or)
                held = {self.holds(part, flow, true) for part in parts}
                return decides if decides in held else None if None in held else not decides
            case guards.Not(inner):
                found = self.holds(inner, flow, true)
                return None if found is None else not found
            case guards.Known(name) | guards.Fact(name):
                bit = self.bit_of(fact_of(self.root, flow, name))
                if bit and name not in self.places.values:
                    return bool(true & bit)
                need = flow.needs.get(name)
                return True if isinstance(node, guards.Known) and need and not need.optional else None
            case _:
                return None


class Alike(Facts):
    """Facts *names* of one kind, each with the facts *beside*, as one that stands for all; one lane each.

    What is asked about one of them by its name, or by a value in its words, tells it apart there.
    """

    def __init__(self, places: Places, names: tuple[str, ...], beside: tuple[str, ...]) -> None:
        super().__init__(places, (kind_of(names[0]), *beside))
        self.own = [Facts(places, (name, *beside)) for name in names]
        self.lanes = (1 << len(names)) - 1
        self.asked = 0
        self.lane: dict[str, int] = defaultdict(int)
        for i, (name, own) in enumerate(zip(names, self.own, strict=True)):
            for one in (name, *(f"value {value}" for value, bits in own.told.items() if bits & 1)):
                self.lane[one] |= 1 << i
        # As the others it may be true for a value alone, though for none that has a name.
        self.passing |= self.own[0].passing & 1

    def bit_of(self, fact: str) -> int:
        self.asked |= self.lane.get(fact, 0)
        return super().bit_of(fact)

    def told_with(self, value: str) -> int:
        self.asked |= self.lane.get(f"value {value}", 0)
        return super().told_with(value)

    def each(self, lanes: int, look: Callable[[Facts], T]) -> Iterator[tuple[int, T]]:
        self.asked = 0
        found = look(self)
        apart = self.asked & lanes
        if alike := lanes & ~apart:
            yield alike, found
        for lane in lanes_of(apart):
            yield lane, look(self.own[lane.bit_length() - 1])


def kind_of(fact: str) -> str:
    """What facts that are `Alike` have in common by their names."""
    word, space, _ = fact.partition(" ")
    return word + space if space else ""


def lanes_of(lanes: int) -> Iterator[int]:
    """Each of *lanes* by itself."""
    while lanes:
        yield (lane := lanes & -lanes)
        lanes ^= lane


def _all(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


def parts(texts: int) -> Iterator[int]:
    """Every set of some of *texts*, none and all among them."""
    part = texts
    while True:
        yield part
        if not part:
            return
        part = (part - 1) & texts
