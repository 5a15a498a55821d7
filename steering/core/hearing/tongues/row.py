"""From an utterance to a row of items: each word or phrase with what its language's lexicon says it means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from importlib import import_module
from itertools import accumulate, pairwise
from typing import NamedTuple

from steering.core.hearing.folding import LONGEST, fold
from steering.core.hearing.tokens import folded_tokens
from steering.core.hearing.tongues.lexicon import SENSES, Lexicon
from steering.core.languages import Language, listed
from steering.core.languages import language as language_of
from steering.core.values import SYMBOLS

Sense = int | str | Decimal
FEW = 4
MOST = 24
"""Places in a take at which a value is looked for; behind them it is a list, a song, or noise."""
_LONGEST_COMPOUND = 120
_NOTHING: Mapping[str, Sense] = {}
_FIGURES = re.compile(r"-?\d{1,15}(?:[.,]\d{1,15})*")
_GROUPS = re.compile(r"(?<![\d.,:/-])\d{1,3}(?: \d{3})+(?![\d:/-])")
# Groups of two are Indian: 1,25,000.
_EVERY_THREE = re.compile(r"-?\d{1,3}(?:([.,])\d{2}(?=\1\d{2,3}))?(?:\1\d{2}(?=\1))*(?:[.,]\d{3})+")


class Item(NamedTuple):
    """A word, phrase or written number, and its senses by the name of their field in the lexicon."""

    text: str
    senses: Mapping[str, Sense]


class Row:
    """The items of one take: what was said between two corrections."""

    __slots__ = ("_weight", "items", "lexicon", "region")

    def __init__(self, items: list[Item], lexicon: Lexicon, region: str) -> None:
        self.items = items
        self.lexicon = lexicon
        self.region = region
        self._weight: list[int] = []

    def __len__(self) -> int:
        return len(self.items)

    def sense(self, at: int, name: str) -> Sense | None:
        """What the item at *at* means as *name*; None when there is none or it means no such thing."""
        return self.items[at].senses.get(name) if 0 <= at < len(self.items) else None

    def number(self, at: int, name: str) -> int | None:
        found = self.sense(at, name)
        return found if isinstance(found, int) else None

    def one(self, at: int) -> bool:
        """Whether the item at *at* is the number one, as a word."""
        return self.number(at, "numbers") == 1 or self.number(at, "articles") == 1

    def name(self, at: int, name: str) -> str | None:
        found = self.sense(at, name)
        return found if isinstance(found, str) else None

    def after(self, at: int, *names: str) -> int:
        """The place behind the item at *at* when it means one of *names*, else *at*."""
        return at + 1 if any(self.sense(at, name) is not None for name in names) else at

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


class Table:
    """A lexicon made ready: phrases by their first token, and the pattern of compounds."""

    __slots__ = ("endings", "fillers", "glue", "heads", "known", "lexicon", "phrases", "prefixes", "sizes", "starts")

    def __init__(self, lexicon: Lexicon) -> None:
        tongue = language_of(lexicon.tag)
        self.lexicon = lexicon
        entries: dict[tuple[str, ...], dict[str, Sense]] = {}
        self.prefixes: tuple[str, ...] = ()
        self.glue = re.compile("(?!)")
        self.known: frozenset[str] = frozenset()
        self.heads: frozenset[str] = frozenset()
        self.starts: frozenset[str] = frozenset()
        self.endings: tuple[str, ...] = ()
        for name in SENSES:
            for value, phrase in meanings(getattr(lexicon, name)):
                entries.setdefault(self.tokens(phrase), {}).setdefault(name, value)
        for phrase in (*tongue.corrections, *tongue.no):
            entries.setdefault(self.tokens(phrase), {}).setdefault("turns", 1)
        for phrase in (*tongue.polite, *tongue.yes):
            entries.setdefault(self.tokens(phrase), {}).setdefault("carriers", 1)
        for mark, code in SYMBOLS.items():
            entries.setdefault((mark,), {}).setdefault("currencies", code)
        self.fillers = frozenset(self.tokens(phrase) for phrase in tongue.fillers)
        entries.pop((), None)
        for tokens in self.fillers:
            entries.setdefault(tokens, {})
        self._learn_compounds(tongue, entries)
        entries = {tokens if len(tokens) == 1 else self._divided(tokens): senses for tokens, senses in entries.items()}
        # A neutral phrase says that its words mean nothing.
        self.phrases = {tokens: _NOTHING if "neutral" in senses else senses for tokens, senses in entries.items()}
        sizes: dict[str, set[int]] = {}
        for tokens in entries:
            sizes.setdefault(tokens[0], set()).add(len(tokens))
        self.sizes = {head: tuple(sorted(several, reverse=True)) for head, several in sizes.items()}

    def _learn_compounds(self, tongue: Language, entries: Mapping[tuple[str, ...], Mapping[str, Sense]]) -> None:
        self.known = frozenset(tokens[0] for tokens in entries if len(tokens) == 1)
        self.heads = frozenset(tokens[0] for tokens in entries)
        self.prefixes = tuple(self._spelled(prefix) for prefix in listed(self.lexicon.prefixes))
        self.endings = tuple(sorted((self._spelled(ending) for ending in listed(self.lexicon.endings)), key=len, reverse=True))
        if not (self.lexicon.glued and tongue.spaced):
            return
        wanted = frozenset(SENSES) - {"neutral", "carriers", "turns"} if self.endings else _GLUED
        glued = {tokens[0] for tokens, senses in entries.items() if len(tokens) == 1 and wanted.intersection(senses)}
        parts = sorted(glued, key=len, reverse=True)
        self.starts = frozenset(part[:2] for part in parts)
        # Longest first and never given back: a compound is read in one pass.
        self.glue = re.compile("(?>" + "|".join(map(re.escape, parts)) + ")")

    def tokens(self, text: str) -> tuple[str, ...]:
        return folded_tokens(self._spelled(text), self.lexicon.tag)

    def items(self, text: str) -> list[Item]:
        """The items of *text*, without fillers."""
        tokens = self._divided(self.tokens(text))
        found: list[Item] = []
        at = 0
        while at < len(tokens):
            item, end = self._item(tokens, at)
            if item:
                found.append(item)
            at = end
        return found

    def _item(self, tokens: tuple[str, ...], at: int) -> tuple[Item | None, int]:
        token = tokens[at]
        for size in self.sizes.get(token, ()):
            phrase = tokens[at : at + size]
            senses = self.phrases.get(phrase)
            if senses is not None:
                return (Item(" ".join(phrase), senses) if senses or phrase not in self.fillers else None), at + size
        value = figure(token, self.lexicon.decimal_mark) if token[-1].isdecimal() else None
        return Item(token, _NOTHING if value is None else {"figure": value}), at + 1

    def _divided(self, tokens: tuple[str, ...]) -> tuple[str, ...]:
        if not (self.starts or self.prefixes):
            return tokens
        found: list[str] = []
        parts: dict[str, tuple[str, ...]] = {}
        for token in tokens:
            if token not in parts:
                parts[token] = (token,) if token in self.known or not token[0].isalpha() else self._parts(token)
            found.extend(parts[token])
        return tuple(found[:LONGEST])

    def _parts(self, token: str) -> tuple[str, ...]:
        for prefix in self.prefixes:
            rest = token.removeprefix(prefix)
            if rest == token or not rest:
                continue
            if rest in self.heads:
                return (prefix, rest)
            inner = next((one for one in self.prefixes if rest.startswith(one) and rest[len(one) :] in self.heads), None)
            if inner:
                return (prefix, inner, rest[len(inner) :])
        if token[:2] not in self.starts and token[:1] not in self.starts:
            return (token,)
        return self._compound(token) or (token,)

    def _compound(self, token: str) -> tuple[str, ...]:
        """The parts of *token*, without its ending; nothing when it is no compound."""
        if len(token) > _LONGEST_COMPOUND:
            return ()
        ends = [0]
        while match := self.glue.match(token, ends[-1]):
            ends.append(match.end())
        size = len(token)
        if ends[-1] != size:
            if not token.endswith(self.endings):
                return ()
            endings = (len(ending) for ending in self.endings if token.endswith(ending))
            size = next((size - ending for ending in endings if size - ending in ends[1:]), 0)
        return tuple(token[start:end] for start, end in pairwise(ends) if end <= size)

    def _spelled(self, text: str) -> str:
        text = _GROUPS.sub(lambda match: match[0].replace(" ", ""), fold(text))
        for old, new in self.lexicon.respell.items():
            text = text.replace(old, new)
        return text


_GLUED = {"numbers", "articles", "ordinals", "tens", "hundreds", "scales", "joins", "halves"}


@cache
def table(base: str) -> Table:
    """The table of the language *base*, read at its first use; ModuleNotFoundError when there is none."""
    lexicon: Lexicon = import_module(f"steering.core.hearing.tongues.{base}").LEXICON
    return Table(lexicon)


def divided(tag: str) -> tuple[str, str]:
    """The language of a BCP 47 *tag* and its region: "es-MX" is "es", "MX"."""
    base, *others = tag.split("-")
    return base.casefold(), others[-1].upper() if others and len(others[-1]) == 2 else ""


# One answer is asked for several values: every question of a form.
@lru_cache(maxsize=64)
def _items(text: str, base: str) -> tuple[Item, ...]:
    return tuple(table(base).items(text))


def takes(text: str, language: str) -> list[Row]:
    """*text* cut where the caller corrects himself, the last take first; a few at most."""
    base, region = divided(language)
    words = table(base)
    rows: list[list[Item]] = [[]]
    for item in _items(text, base):
        if "turns" in item.senses:
            rows.append([])
        else:
            rows[-1].append(item)
    spoken = [items for items in reversed(rows) if items][:FEW]
    return [Row(items, words.lexicon, region) for items in spoken]


def meanings(text: str) -> Iterator[tuple[Sense, str]]:
    """The pairs of *text*: `2: dos, un par | 3: tres`; a phrase without a value means 1."""
    for entry in listed(text):
        value, colon, phrases = entry.partition(":")
        for phrase in (phrases if colon else value).split(","):
            if phrase.strip():
                yield (_value(value.strip()) if colon else 1), phrase.strip()


def _value(written: str) -> Sense:
    bare = written.removeprefix("-")
    if bare.isdecimal():
        return int(written)
    return Decimal(written) if bare.replace(".", "", 1).isdecimal() else written


def figure(token: str, decimal_mark: str) -> Decimal | None:
    """The value of a number in figures by the marks of its language, "1.250,50"; None when it is none."""
    if not _FIGURES.fullmatch(token) or len(token) > LONGEST_FIGURE:
        return None
    marks = [mark for mark in token if mark in ".,"]
    if not marks:
        return Decimal(token)
    last = marks[-1]
    # One mark before three digits groups them, unless it is the language's own mark for decimals.
    if _EVERY_THREE.fullmatch(token) and (len(marks) > 1 or last != decimal_mark):
        return Decimal(token.replace(last, ""))
    whole, _, rest = token.rpartition(last)
    if marks.count(last) > 1:
        return None
    return Decimal(f"{whole.replace(',', '').replace('.', '')}.{rest}")


LONGEST_FIGURE = 24
