"""Whether an answer says nothing but one sort of thing of a language, one phrase after another, with polite words around them."""

from __future__ import annotations

from functools import cache

from steering.core.hearing.folding import answer, listen
from steering.core.hearing.trie import Trie
from steering.core.languages import language as language_of

OPEN = "…"
"""What stands, at the beginning or the end of a phrase, for a few words of any kind: "let me get my …"."""
_REACH, _LETTERS = 8, 12
"""Words it stands for at most, and letters in a language without spaces."""


def says_only(text: str, said: tuple[str, ...], around: tuple[str, ...], language: str) -> bool:
    """Whether *text* says one of *said*, and nothing else but more of them, politeness, greetings, and what stands *around* them."""
    words, phrases = answer(text, language).words, _phrases(said, around, language)
    reach = _REACH if language_of(language).spaced else _LETTERS
    # How far phrases lead one after another, whether one of them has said it by then.
    so_far = {(0, False)}
    for at in range(len(words)):
        reached = [said for place, said in so_far if place == at]
        for end, says in _ends(words, at, phrases, reach) if reached else ():
            so_far |= {(end, said or says) for said in reached}
    return (len(words), True) in so_far


def _ends(words: tuple[str, ...], at: int, phrases: tuple[Trie[bool], Trie[bool], Trie[bool]], reach: int) -> set[tuple[int, bool]]:
    """The places to which a phrase leads from *at*, and whether it says what is asked about."""
    whole, ahead, behind = phrases
    found = {(hit.end, hit.value) for hit in whole.hits(words, at)}
    for hit in ahead.hits(words, at):
        found |= {(end, True) for end in range(hit.end, min(hit.end + reach, len(words)) + 1)}
    if behind.size:
        found |= {(hit.end, True) for start in range(at, min(at + reach, len(words)) + 1) for hit in behind.hits(words, start)}
    return found


@cache
def _phrases(said: tuple[str, ...], around: tuple[str, ...], language: str) -> tuple[Trie[bool], Trie[bool], Trie[bool]]:
    """The phrases that are whole (and what may stand around them), those that are open at their end, and at their beginning."""
    tongue = language_of(language)
    beside = (*around, *tongue.polite, *tongue.fillers, *tongue.greetings)
    whole = Trie((listen(one, language).words, one in said) for one in (*said, *beside) if OPEN not in one)
    ahead = Trie((listen(one, language).words, True) for one in said if one.endswith(OPEN))
    return whole, ahead, Trie((listen(one, language).words, True) for one in said if one.startswith(OPEN))
