"""What is said besides: "and one small cheese" adds to what was answered before, it takes none of it back."""

from __future__ import annotations

from functools import cache

from steering.core.hearing.folding import listen
from steering.core.hearing.trie import Trie
from steering.core.languages import language as language_of

_ANEW = frozenset({"make", "change", "switch", "move"})
"""Words behind which a value is put in the place of another: "and make it small"."""


_MORE = frozenset({"other", "another"})
"""Words of a change that are heard in what is added as well: "and my other prescription"."""


def adds(text: str, language: str, *, agreed: bool = False) -> bool:
    """Whether *text* begins as something that is added, *agreed*: behind a yes, and neither denies nor changes anything."""
    tongue = language_of(language)
    said = listen(text, language).words
    at = next((place for place, word in enumerate(said) if word not in tongue.fillers), len(said))
    hits = (_adding(language).longest(said, start) for start in range(at, len(said) if agreed else at + 1))
    hit = next((hit for hit in hits if hit), None)
    rest = said[hit.end :] if hit else ()
    return bool(rest) and _taking_back(language).isdisjoint(rest)


@cache
def _adding(language: str) -> Trie[None]:
    return Trie((listen(phrase, language).words, None) for phrase in language_of(language).adding)


@cache
def _taking_back(language: str) -> frozenset[str]:
    tongue = language_of(language)
    return (
        _ANEW | {word for word in (*tongue.negations, *tongue.no, *tongue.changes, *tongue.corrections) if len(word.split()) == 1}
    ) - _MORE
