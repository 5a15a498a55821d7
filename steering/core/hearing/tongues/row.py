"""From an utterance to a row of items: each word or phrase with what its language's lexicon says it means."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from steering.core.hearing.tongues.lexicon import Lexicon
from steering.core.hearing.tongues.table import NO, NOTHING, Item, Sense, table
from steering.core.languages import LANGUAGES

FEW = 4
MOST = 24
"""Places in a take at which a value is looked for; behind them it is a list, a song, or noise."""


class Whole(NamedTuple):
    """A whole number that ends before *end*; *sure* unless it is a mere article."""

    value: int
    end: int
    sure: bool = True
    ordinal: bool = False


class Row:
    """The items of one take: what was said between two corrections."""

    __slots__ = ("_held", "_senses", "_weight", "after_no", "before_no", "hundreds", "items", "lexicon", "region")

    def __init__(self, items: list[Item], lexicon: Lexicon, region: str, *, after_no: bool = False, before_no: bool = False) -> None:
        """*after_no*: the utterance begins with a "no" that may be a "not" too; *before_no*: a no follows."""
        self.items = items
        self.lexicon = lexicon
        self.region = region
        self.after_no = after_no
        self.before_no = before_no
        # The empty one stands behind the last, and before the first.
        self._senses = [*(item.senses for item in items), NOTHING]
        self._weight: list[int] = []
        self._held: frozenset[str] = frozenset()
        self.hundreds: dict[tuple[int, bool], Whole | None] = {}
        """The numbers below a thousand that were read already, by their place and whether they may be ordinals."""

    def __len__(self) -> int:
        return len(self.items)

    def sense(self, at: int, name: str) -> Sense | None:
        """What the item at *at* means as *name*; None when there is none or it means no such thing."""
        return self._senses[at].get(name) if at < len(self._senses) else None

    def number(self, at: int, name: str) -> int | None:
        found = self._senses[at].get(name) if at < len(self._senses) else None
        return found if isinstance(found, int) else None

    def means(self, at: int, names: frozenset[str]) -> bool:
        """Whether the item at *at* means one of *names*."""
        return at < len(self._senses) and not names.isdisjoint(self._senses[at])

    def holds(self, name: str) -> bool:
        """Whether any item means *name*."""
        if not self._held:
            self._held = frozenset().union(*self._senses)
        return name in self._held

    def one(self, at: int) -> bool:
        """Whether the item at *at* is the number one, as a word."""
        return self.number(at, "numbers") == 1 or self.number(at, "articles") == 1

    def name(self, at: int, name: str) -> str | None:
        found = self.sense(at, name)
        return found if isinstance(found, str) else None

    def after(self, at: int, *names: str) -> int:
        """The place behind the item at *at* when it means one of *names*, else *at*."""
        senses = self._senses[at] if at < len(self._senses) else NOTHING
        for name in names:
            if name in senses:
                return at + 1
        return at

    def past_all(self, at: int, *names: str) -> int:
        """The place behind the items from *at* on that mean one of *names*, a few at most."""
        for _ in range(FEW):
            after = self.after(at, *names)
            if after == at:
                break
            at = after
        return at

    def text(self, at: int) -> str:
        return self.items[at].text if 0 <= at < len(self.items) else ""

    def unsure(self, at: int) -> bool:
        """Whether the number at *at* is as likely a word that means nothing: 네 is four, and yes."""
        return self.sense(at, "articles") is not None and self.sense(at, "carriers") is not None

    def bare(self, *inside: tuple[int, int]) -> bool:
        """Whether nothing of weight stands outside the ranges *inside*."""
        if any(end - start == 1 and self.unsure(start) for start, end in inside):
            return False
        if not self._weight:
            self._weight = list(accumulate(("carriers" not in item.senses for item in self.items), initial=0))
        return self._weight[-1] == sum(self._weight[end] - self._weight[start] for start, end in inside)


def divided(tag: str) -> tuple[str, str]:
    """The language of a BCP 47 *tag* and its region: "es-MX" is "es", "MX"."""
    base, *others = tag.split("-")
    return base.casefold(), others[-1].upper() if others and len(others[-1]) == 2 else ""


@cache
def decimal_mark(language: str) -> str:
    """What stands before decimals in the language of a tag, and in its region; English writes a point."""
    base, region = divided(language)
    if base == "en" or base not in LANGUAGES:
        return "."
    lexicon = table(base).lexicon
    return "." if region in lexicon.pointed else lexicon.decimal_mark


# One answer is asked for several values: every question of a form.
@lru_cache(maxsize=64)
def _items(text: str, base: str, decimal_mark: str) -> tuple[Item, ...]:
    return tuple(table(base).items(text, decimal_mark))


def takes(text: str, language: str) -> list[Row]:
    """*text* cut where the caller corrects himself, the last take first; a few at most."""
    base, region = divided(language)
    words = table(base)
    rows: list[list[Item]] = [[]]
    cuts: list[Item] = []
    for item in _items(text, base, decimal_mark(language)):
        if "turns" in item.senses:
            rows.append([])
            cuts.append(item)
        else:
            rows[-1].append(item)
    first = next((at for at, items in enumerate(rows) if items), 0)
    spoken = [
        Row(
            items,
            words.lexicon,
            region,
            after_no=at == first > 0 and "denies" in cuts[at - 1].senses,
            before_no=at < len(cuts) and cuts[at].senses["turns"] == NO,
        )
        for at, items in enumerate(rows)
        if items
    ]
    return spoken[: -FEW - 1 : -1]
