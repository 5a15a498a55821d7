"""Phrases with other small words in them: "pay my bill" is "pay a bill", "pay the bill" and "pay that bill" too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from steering.core.languages import language as language_of

_AT_MOST = 2
"""Small words of one phrase that may be others, one at a time."""
_ANY = "…"


def otherwise(phrases: Sequence[tuple[str, ...]], meanings: Sequence[object], language: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """The other forms of *phrases*, each with the place of its phrase among them.

    Articles, possessives and demonstratives are alike between two words, and before two ("my power is out"); at the end
    they may be something else ("don't call her"). Phrases that differ by just that and mean several things stay as they
    are: "pay my bill" and "pay his bill" with two targets.
    """
    alike = language_of(language).determiners
    folded = [_folded(phrase, alike) for phrase in phrases]
    meant: dict[tuple[str, ...], set[object]] = defaultdict(set)
    for form, meaning in zip(folded, meanings, strict=True):
        meant[form].add(meaning)
    for at, (phrase, form) in enumerate(zip(phrases, folded, strict=True)):
        places = [place for place, word in enumerate(form) if word == _ANY] if len(meant[form]) == 1 else []
        for place in places[:_AT_MOST]:
            yield from (((*phrase[:place], word, *phrase[place + 1 :]), at) for word in alike)


def _folded(phrase: tuple[str, ...], alike: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_ANY if at < len(phrase) - (1 if at else 2) and word in alike else word for at, word in enumerate(phrase))
