"""Authors' phrases found in what a caller said: whole words, the longest first, never a denied one.

A table is built once, at load. Finding costs the length of what was said, whatever the number of
phrases; only when nothing matches exactly are recogniser errors forgiven, token by token.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Generic, TypeVar

from rapidfuzz import fuzz, process

from steering.core.hearing.cardinals import BELOW_HUNDRED, SCALES
from steering.core.hearing.determiners import otherwise
from steering.core.hearing.folding import Heard, listen, readings, words
from steering.core.hearing.negation import denial, negated
from steering.core.hearing.stems import stem
from steering.core.hearing.trie import Hit, Trie
from steering.core.languages import language as language_of

__all__ = ["Match", "PhraseTable", "collisions", "table_of", "words"]

T = TypeVar("T")
NoOrder = Callable[[Heard, int, int, str, str], bool]
"""Whether a phrase at a place, in a language, is only told of (see `steering.core.hearing.mentions`)."""

_MENDABLE = 5
"""Letters a word must have before an error in it is forgiven: "can" and "can't" are never one word."""
_LIKENESS = 80.0
_MENDED_AT_MOST = 2
_MENDING_UP_TO = 60
_ALIKE_AT_MOST = 64


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """The phrase that was heard, as its author wrote it, and the number of its words."""

    value: T
    phrase: str
    words: int


# Who denies: these words begin the denial, they are no answer before it.
_SUBJECTS = frozenset(
    {"i", "you", "he", "she", "it", "we", "they", "this", "that", "there", "do", "does", "did", "am", "is", "are", "was", "were"}
    | {"will", "would", "can", "could", "have", "has", "had", "please"}
)


class PhraseTable(Generic[T]):
    """Phrases and what they stand for; of equal phrases the earlier entry stays."""

    __slots__ = ("_alike", "_entries", "_language", "_no_order", "_trie")

    def __init__(self, entries: Iterable[tuple[str, T]], language: str = "en", no_order: NoOrder | None = None) -> None:
        """*no_order* says of a phrase that was heard at `words[start:end]` whether it is only told of there; such a one does not match."""
        self._language = language
        self._no_order = no_order
        self._entries = tuple(entries)
        heard = [listen(phrase, language).words for phrase, _ in self._entries]
        others = list(otherwise(heard, [value for _, value in self._entries], language))
        forms = (*heard, *(form for form, _ in others))
        self._entries = (*self._entries, *(self._entries[at] for _, at in others))
        self._trie = Trie((tuple(stem(word, language) for word in tokens), None) for tokens in forms)
        self._alike: dict[str, tuple[str, ...]] = {}
        for word in dict.fromkeys(word for tokens in heard for word in tokens if _mendable(word)):
            for key in _sounds(word):
                some = self._alike.get(key, ())
                if len(some) < _ALIKE_AT_MOST:
                    self._alike[key] = (*some, word)

    def match(self, said: str | Sequence[str]) -> Match[T] | None:
        """The longest phrase in *said* that is not denied there; of equally long ones the earlier entry."""
        heard, *others = readings(said, self._language)
        stems = self._stems(heard)
        hits = [self._best(heard, stems, frozenset()), *(self._best(other, self._stems(other), frozenset()) for other in others)]
        hit = max((hit for hit in hits if hit), key=lambda hit: (hit.size, -hit.order), default=None)
        if hit is None and len(stems) <= _MENDING_UP_TO:
            mended = self._mend(heard, stems)
            if mended:
                hit = self._best(heard, stems, mended)
        if hit is None:
            return None
        phrase, value = self._entries[hit.order]
        return Match(value, phrase, hit.size)

    def denied(self, said: str | Sequence[str]) -> tuple[str, ...] | None:
        """The words before a negation that denies one of the phrases, None when none is denied.

        "no i do not want an agent" denies "agent", and "no" stands before it.
        """
        for heard in readings(said, self._language):
            stems = self._stems(heard)
            if self._trie.begins.keys().isdisjoint(stems):
                continue
            skip = partial(_filler, heard.words, language=self._language)
            for start in range(len(stems)):
                for hit in self._trie.hits(stems, start, skip):
                    at = denial(heard, hit.start, hit.end, self._language)
                    if at is not None:
                        before = heard.words[: _first_half(heard.words, at)]
                        while before and before[-1] in _SUBJECTS:
                            before = before[:-1]
                        return before
        return None

    def _stems(self, heard: Heard) -> list[str]:
        return [stem(word, self._language) for word in heard.words]

    def _best(self, heard: Heard, stems: list[str], mended: frozenset[int]) -> Hit[None] | None:
        if self._trie.begins.keys().isdisjoint(stems):
            return None
        skip = partial(_filler, heard.words, language=self._language)
        best: Hit[None] | None = None
        for start in range(len(stems)):
            for hit in reversed(self._trie.hits(stems, start, skip)):
                if best and (hit.size, -hit.order) <= (best.size, -best.order):
                    continue
                if mended and len(mended.intersection(range(hit.start, hit.end))) > _MENDED_AT_MOST:
                    continue
                if not negated(heard, hit.start, hit.end, self._language) and not self._only_told(heard, hit):
                    best = hit
        return best

    def _only_told(self, heard: Heard, hit: Hit[None]) -> bool:
        told = self._no_order
        return told is not None and told(heard, hit.start, hit.end, self._entries[hit.order][0], self._language)

    def _mend(self, heard: Heard, stems: list[str]) -> frozenset[int]:
        """The places of *stems* that were replaced by the stem of a word of the table that they sound like."""
        places = []
        for at, word in enumerate(heard.words):
            if not _mendable(word) or word in _own_words(self._language):
                continue
            alike = [one for key in _sounds(word) for one in self._alike.get(key, ())]
            found = process.extractOne(word, alike, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
            if found and stem(found[0], self._language) != stems[at]:
                stems[at] = stem(found[0], self._language)
                places.append(at)
        return frozenset(places)


def collisions(
    entries: Sequence[tuple[str, object]], language: str = "en", *, own: int | None = None, at_most: int = 20
) -> list[tuple[str, str, str]]:
    """Pairs of phrases for different things that one sentence can hold with equal length, and such a sentence.

    Only their order decides there. Reported are phrases that are one phrase when folded, and equally
    long ones that share an end: "cancel order" and "order status" in "cancel order status". With *own*, one
    of a pair is among the first *own* entries. One pair stands for all that lead to the same two things.
    """
    table = [(phrase, value, tuple(stem(word, language) for word in listen(phrase, language).words)) for phrase, value in entries]
    begins: dict[tuple[int, tuple[str, ...]], dict[object, int]] = {}
    for index, (_, value, stems) in enumerate(table):
        for size in range(1, len(stems) + 1):
            begins.setdefault((len(stems), stems[:size]), {}).setdefault(value, index)
    found: list[tuple[str, str, str]] = []
    for index, (phrase, value, stems) in enumerate(table):
        for cut in range(len(stems)):
            for other_value, other in begins.get((len(stems), stems[cut:]), {}).items():
                foreign = own is not None and index >= own and other >= own
                if other_value == value or foreign or (cut == 0 and other < index):
                    continue
                rest = listen(table[other][0], language).words[len(stems) - cut :]
                found.append((phrase, table[other][0], " ".join((phrase, *rest))))
                if len(found) == at_most:
                    return found
    return found


# "pick it up" is "pick up".
_THINGS = frozenset({"it", "them", "that", "this", "those", "these"})
_PARTICLES = frozenset({"up", "off", "out", "in", "on", "back", "over", "down", "away"})


def _filler(tokens: Sequence[str], at: int, language: str) -> int:
    if tokens[at] in _THINGS and language[:2] == "en" and at + 1 < len(tokens) and tokens[at + 1] in _PARTICLES:
        return 1
    hit = _fillers(language).longest(tokens, at)
    return hit.end - hit.start if hit else 0


@cache
def _fillers(language: str) -> Trie[None]:
    return Trie((listen(filler, language).words, None) for filler in language_of(language).fillers)


def _first_half(words: Sequence[str], at: int) -> int:
    """Where the negation at *at* begins: with its "ne" in French ("ce n'est pas une urgence")."""
    return next((place for place in range(max(0, at - 2), at) if words[at] == "pas" and words[place] in ("n", "ne")), at)


def _sounds(word: str) -> tuple[str, str]:
    """What a misheard word keeps, one or the other: its beginning, or its first letter and its end."""
    return word[:2], f"{word[0]}-{word[-2:]}"


def _mendable(word: str) -> bool:
    return len(word) >= _MENDABLE and word.isalpha()


@cache
def _own_words(language: str) -> frozenset[str]:
    """Words whose meaning the engine knows: they are never taken for a misheard other word."""
    tongue = language_of(language)
    phrases = (*tongue.yes, *tongue.soft_yes, *tongue.no, *tongue.unsure, *tongue.neutral, *tongue.negations, *tongue.known)
    numbers = (*tongue.digits, *BELOW_HUNDRED, *SCALES)
    return frozenset(word for phrase in (*phrases, *numbers) for word in listen(phrase, language).words)


@lru_cache(maxsize=256)
def table_of(phrases: tuple[str, ...], language: str) -> PhraseTable[None]:
    """*phrases* that all mean the same."""
    return PhraseTable(((phrase, None) for phrase in phrases), language)
