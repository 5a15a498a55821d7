"""Who takes the call with a yes and asks who calls, or why: "yes who is this"."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from steering.core.hearing.folding import LIMIT, Heard, listen, marked, readings
from steering.core.hearing.trie import Trie
from steering.core.languages import language as language_of

_SENTENCE = re.compile(r"[.!?…؟।]+(?=\s)|[。！？]")


def asks_back(text: str, heard: Heard, at: int, language: str) -> bool:
    """Whether a plain yes at *at* in what was *heard* of *text* and a whole question of that sort are one sentence.

    Nothing but greetings and politeness stands between them: not "yes speaking who is this", "yes. who is this?",
    nor "yes what is this about the balance".
    """
    words, asking, passing = heard.words, _asking(language), _passing(language)
    if asking.begins.keys().isdisjoint(words):
        return False
    begun = _sentences(text, language) if heard.breaks else frozenset[int]()
    while (passed := passing.longest(words, at)) and passed.end not in begun:
        at = passed.end
    asked = None if passed else asking.longest(words, at)
    if asked is None:
        return False
    end = asked.end
    return end == len(words) or end in heard.breaks or any(some.longest(words, end) for some in (passing, asking))


def _sentences(text: str, language: str) -> frozenset[int]:
    """The places at which a sentence begins."""
    return frozenset(accumulate(len(readings(part, language)[-1].words) for part in _SENTENCE.split(text[:LIMIT])))


@cache
def _asking(language: str) -> Trie[None]:
    return Trie((listen(marked(phrase, language), language).words, None) for phrase in language_of(language).asking_back)


@cache
def _passing(language: str) -> Trie[None]:
    tongue = language_of(language)
    phrases = (*tongue.plain_yes, *tongue.polite, *tongue.greetings, *tongue.fillers, *tongue.both, *tongue.corrections)
    return Trie((listen(marked(phrase, language), language).words, None) for phrase in phrases)
