"""A lexicon made ready: from the tokens of an utterance to words and phrases with what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import NamedTuple

from steering.core.hearing.folding import ANSWER, fold
from steering.core.hearing.tokens import folded_tokens
from steering.core.hearing.tongues.lexicon import SENSES, Lexicon
from steering.core.languages import Language, listed
from steering.core.languages import language as language_of
from steering.core.values import SYMBOLS

Sense = int | str | Decimal
NO = 2
"""The sense of a turn that is a no, and not only a correction."""
_LONGEST_COMPOUND = 120
NOTHING: Mapping[str, Sense] = {}
_FIGURES = re.compile(r"-?\d{1,15}(?:[.,]\d{1,15})*")
_GROUPS = re.compile(r"\d(?<![\d.,:/-]\d)\d{0,2}(?: \d{3})+(?![\d:/-])")
# Groups of two are Indian: 1,25,000.
_EVERY_THREE = re.compile(r"-?\d{1,3}(?:([.,])\d{2}(?=\1\d{2,3}))?(?:\1\d{2}(?=\1))*(?:[.,]\d{3})+")


class Item(NamedTuple):
    """A word, phrase or written number, and its senses by the name of their field in the lexicon."""

    text: str
    senses: Mapping[str, Sense]


class Table:
    """A lexicon made ready: phrases by their first token, and the pattern of compounds."""

    __slots__ = ("alone", "endings", "glue", "heads", "known", "lexicon", "phrases", "prefixes", "sizes", "starts")

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
        denying = frozenset((*tongue.negations, *tongue.negations_after)) - frozenset(tongue.no[:1])
        # "nicht" and "jamais" answer by themselves, but what they stand before is denied, not corrected.
        for turn, phrases in ((1, tongue.corrections), (NO, tuple(phrase for phrase in tongue.no if phrase not in denying))):
            for phrase in phrases:
                entries.setdefault(self.tokens(phrase), {}).setdefault("turns", turn)
        for name, phrases in (("denies", tongue.negations), ("denies_behind", tongue.negations_after)):
            for phrase in phrases:
                entries.setdefault(self.tokens(phrase), {}).setdefault(name, 1)
        # "no hay problema" takes nothing back.
        noes = frozenset((tongue.no[0], *tongue.negations))
        spared = (phrase for phrase in tongue.neutral if not noes.isdisjoint(phrase.split()))
        for phrase in (*tongue.polite, *tongue.yes, *spared):
            entries.setdefault(self.tokens(phrase), {}).setdefault("carriers", 1)
        for mark, code in SYMBOLS.items():
            entries.setdefault((mark,), {}).setdefault("currencies", code)
        fillers = frozenset(self.tokens(phrase) for phrase in tongue.fillers)
        entries.pop((), None)
        for tokens in fillers:
            entries.setdefault(tokens, {})
        self._learn_compounds(tongue, entries)
        entries = {tokens if len(tokens) == 1 else self._divided(tokens): senses for tokens, senses in entries.items()}
        # A neutral phrase says that its words mean nothing; a filler is no item at all.
        meant = ((tokens, NOTHING if "neutral" in senses else senses) for tokens, senses in entries.items())
        self.phrases = {tokens: Item(" ".join(tokens), senses) if senses or tokens not in fillers else None for tokens, senses in meant}
        sizes: dict[str, set[int]] = {}
        for tokens in entries:
            sizes.setdefault(tokens[0], set()).add(len(tokens))
        self.sizes = {head: tuple(sorted(several, reverse=True)) for head, several in sizes.items()}
        # Words that begin no longer phrase are looked up at once.
        self.alone = {tokens[0]: item for tokens, item in self.phrases.items() if self.sizes[tokens[0]] == (1,)}

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

    def items(self, text: str, decimal_mark: str) -> list[Item]:
        """The items of *text*, without fillers; *decimal_mark* is the region's."""
        tokens = self._divided(self.tokens(text))
        found: list[Item] = []
        at = 0
        while at < len(tokens):
            known = tokens[at] in self.alone
            item, end = (self.alone[tokens[at]], at + 1) if known else self._item(tokens, at, decimal_mark)
            if item:
                found.append(item)
            at = end
        return found

    def _item(self, tokens: tuple[str, ...], at: int, decimal_mark: str) -> tuple[Item | None, int]:
        token = tokens[at]
        for size in self.sizes.get(token, ()):
            phrase = tokens[at : at + size]
            if phrase in self.phrases:
                return self.phrases[phrase], at + size
        value = figure(token, decimal_mark) if token[-1].isdecimal() else None
        return Item(token, NOTHING if value is None else {"figure": value}), at + 1

    def _divided(self, tokens: tuple[str, ...]) -> tuple[str, ...]:
        if not (self.starts or self.prefixes):
            return tokens
        found: list[str] = []
        parts: dict[str, tuple[str, ...]] = {}
        for token in tokens:
            if token not in parts:
                parts[token] = (token,) if token in self.known or not token[0].isalpha() else self._parts(token)
            found.extend(parts[token])
        return tuple(found[: 2 * ANSWER])

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
    if len(set(marks)) == 1 and _EVERY_THREE.fullmatch(token) and (len(marks) > 1 or last != decimal_mark):
        return Decimal(token.replace(last, ""))
    whole, _, rest = token.rpartition(last)
    if marks.count(last) > 1:
        return None
    return Decimal(f"{whole.replace(',', '').replace('.', '')}.{rest}")


LONGEST_FIGURE = 24
