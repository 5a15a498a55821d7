"""The facts that paths are followed for, as bits of numbers. Pure.

Bit i of *true* stands for fact i. In *pending* the texts of the facts that are owed to the caller stand above two
flags: another text is, and nobody is there any more to hear one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

from steering.core import guards
from steering.core.flow import Flow, Prompt
from steering.core.places import Places, fact_of

OTHER, GONE = 1, 2
TEXTS = 2


class Facts:
    """The facts *names* in the calls that have *places*. *fills* are, by the name of a value, the forms that it may answer."""

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

    def owed(self, flow: Flow, prompt: Prompt | None) -> int:
        """What is pending when *prompt* has been said."""
        fact = self.places.heard(flow, prompt)
        return (self.bit.get(fact, 0) << TEXTS or OTHER) if fact else 0

    def back_at(self, then: int, true: int) -> Iterator[int]:
        """What may be true back at a question where *then* was, when *true* is so now."""
        back = (true & ~(self.agreed | self.forms)) | (true & then & self.agreed) | (then & self.forms)
        # Values that came since are dropped.
        return (back & ~part for part in parts(back & ~then & self.passing))

    def after(self, true: int, names: Iterable[str]) -> Iterator[int]:
        """What may be true when the values *names* may be others than before."""
        ending = true & _all(self.told.get(name, 0) for name in names)
        return (true & ~part for part in parts(ending))

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
                bit = self.bit.get(fact_of(self.root, flow, name))
                if bit and name not in self.places.values:
                    return bool(true & bit)
                need = flow.needs.get(name)
                return True if isinstance(node, guards.Known) and need and not need.optional else None
            case _:
                return None


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
