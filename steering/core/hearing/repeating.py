"""Whether a caller wants to hear it once more: in the language's own words, where an author lets it be repeated."""

from __future__ import annotations

from functools import cache

from steering.core.hearing.folding import answer, listen
from steering.core.hearing.trie import Trie
from steering.core.languages import language as language_of


def asks_again(text: str, language: str = "en") -> bool:
    """Whether *text* asks for it once more and says nothing else: "pardon?", "sorry, what did you say"."""
    words, rules = answer(text, language).words, _rules(language)
    # How far phrases lead one after another, whether one of them has asked by then.
    so_far = {(0, False)}
    for at in range(len(words)):
        for asked in (False, True):
            if (at, asked) in so_far:
                so_far |= {(hit.end, asked or hit.value) for hit in rules.hits(words, at)}
    return (len(words), True) in so_far


@cache
def _rules(language: str) -> Trie[bool]:
    tongue = language_of(language)
    around = (*tongue.polite, *tongue.fillers, *tongue.greetings)
    phrases = [*((phrase, True) for phrase in tongue.repeat), *((phrase, False) for phrase in around)]
    return Trie((listen(phrase, language).words, asks) for phrase, asks in phrases)
