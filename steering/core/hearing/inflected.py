"""Whether a caller denies an author's phrase in another form than the author's: "no la cancele" where he wrote `cancelar`.

In English the forms of a word meet in their stem, and a denial is seen by that. In the other languages two words of one beginning
are held for forms of one word, and only here, where to take one for the other means that the question is asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise, takewhile

from steering.core.hearing.folding import fold, listen
from steering.core.hearing.trie import Trie
from steering.core.languages import language as language_of

_LETTERS, _ENDING = 4, 3
"""Letters that two forms of one word share at least, and the longest ending by which the shorter may differ."""
_REACH = 3
"""Words between a plain no and what it denies: "no quiero que la cancelen"."""
_SEPARABLE = ("ab", "an", "auf", "aus", "ein", "um", "vor", "weg", "zu")


def denies(text: str, phrases: Iterable[str], language: str) -> bool:
    """Whether *text* denies the first word of one of *phrases* in some form; not "no, cancele", nor "no cancelar"."""
    if language.partition("-")[0] == "en":
        return False
    heard, plain, negations = listen(text, language), _plain(language), _negations(language)
    if plain not in heard.words and negations.begins.keys().isdisjoint(heard.words):
        return False
    firsts = {words[0] for phrase in phrases if (words := listen(phrase, language).words)}
    for start, end in pairwise((0, *sorted(heard.breaks - {0, len(heard.words)}), len(heard.words))):
        clause = heard.words[start:end]
        forms = [at for at in range(len(clause)) if any(_is_form(clause, at, first, language) for first in firsts)]
        if forms and any(_denied(clause, at, clause[at] in firsts, plain, negations) for at in forms):
            return True
    return False


def _denied(clause: Sequence[str], at: int, exact: bool, plain: str, negations: Trie[None]) -> bool:
    """Whether the word at *at* is denied in its clause: by a plain no close before it, or by another negation on either side."""
    close = [place for place in range(max(0, at - _REACH - 1), at) if clause[place] == plain]
    return any(not exact or at - place > 1 for place in close) or any(
        clause[place] != plain and negations.longest(clause, place) for place in range(len(clause)) if place != at
    )


def _is_form(clause: Sequence[str], at: int, word: str, language: str) -> bool:
    """Whether a form of *word* stands at *at*; in German also one that is taken apart: "sagen Sie ihn nicht ab"."""
    if _alike(clause[at], word):
        return True
    if language.partition("-")[0] != "de":
        return False
    apart = (word[len(prefix) :] for prefix in _SEPARABLE if word.startswith(prefix) and prefix in clause[at:])
    return any(_alike(clause[at], rest) or (len(clause[at]) >= _ENDING and rest.startswith(clause[at])) for rest in apart)


def _alike(one: str, other: str) -> bool:
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one == other or shared >= max(_LETTERS, min(len(one), len(other)) - _ENDING)


@cache
def _plain(language: str) -> str:
    """The plain no where it is the word of denials too: not French "non", Italian "no"."""
    tongue = language_of(language)
    return fold(tongue.no[0]) if tongue.no[0] in (*tongue.negations, *tongue.negations_after) else ""


@cache
def _negations(language: str) -> Trie[None]:
    tongue = language_of(language)
    return Trie((listen(one, language).words, None) for one in tongue.negations if one != tongue.no[0])
