"""Who takes a call with a yes, and says by it that it is he: "yes", "yes, speaking", "yes I am"; not "yes, I'm her lawyer"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal

from steering.core.hearing.folding import Heard, listen, marked
from steering.core.hearing.right_party import Asked, by_name
from steering.core.hearing.trie import Hit, Trie
from steering.core.languages import language as language_of

_Sort = Literal["oneself", "yes", "name", "beside", "taking", "excuse"]
_OPEN = "…"
_NOT_ON = frozenset({"for", "with", "by", "to", "on", "my", "the", "our", "her", "him", "mine"})
"""Words that begin something new behind another yes, and go on behind "speaking": "speaking for her"."""


def is_oneself(heard: Heard, asked: Asked, language: str) -> bool:
    """Whether a yes in *heard*, an answer to a question for somebody (*asked*), says that it is he who speaks.

    "Speaking", "this is she" and "I am" do, whatever comes behind them but another who introduces himself.
    A plain yes does where nothing stands beside it but politeness: who says more ("yes, you may", "sure, who's asking") is asked again.
    """
    words, sayings = heard.words, _sayings(asked, language)
    said, alone, at = False, True, 0
    while at < len(words):
        hit = sayings.longest(words, at)
        if hit is None and any(word.startswith(words[at]) for word in words[at + 1 : at + 2]):
            at += 1  # "ye yes"
            continue
        if hit is None:
            return False
        if hit.value == "oneself" and _ended(heard, hit, sayings, language):
            return not _another(words, hit.end, sayings, language)
        if hit.value == "oneself":
            return False  # "i am her lawyer"
        if hit.value == "excuse":
            break
        said, alone = said or hit.value == "yes", alone and hit.value != "taking"
        at = hit.end
    return said and alone


def _ended(heard: Heard, hit: Hit[_Sort], sayings: Trie[_Sort], language: str) -> bool:
    """Whether nothing more belongs to it: "this is she i'm driving", not "this is her phone", "i am maria's mother"."""
    end = hit.end
    if end == len(heard.words) or end in heard.breaks or heard.words[end] in _going_on(language):
        return True
    after = sayings.longest(heard.words, end)
    return after is not None and after.value != "name"


def _another(words: tuple[str, ...], at: int, sayings: Trie[_Sort], language: str) -> bool:
    """Whether somebody introduces himself behind *at* as something: "I am. I'm her lawyer", "I am, her lawyer"."""
    ways, kinds = _introducing(language), frozenset(language_of(language).determiners)
    while (passed := sayings.longest(words, at)) and passed.value == "beside":
        at = passed.end
    places = (at, *(hit.end for start in range(at, len(words)) for hit in ways.hits(words, start)))
    return any(not kinds.isdisjoint(words[place : place + 1]) for place in places)


@lru_cache(maxsize=256)
def _sayings(asked: Asked, language: str) -> Trie[_Sort]:
    tongue = language_of(language)
    sorts: tuple[tuple[_Sort, Iterable[str]], ...] = (
        ("taking", tongue.taking),
        ("oneself", tongue.oneself),
        ("yes", (*tongue.plain_yes, *tongue.confirming)),
        ("excuse", tongue.excuses),
        ("name", by_name(asked)),
        ("beside", (*tongue.polite, *tongue.greetings, *tongue.fillers, *tongue.corrections)),
        ("taking", [phrase for phrase in (*tongue.yes, *tongue.soft_yes) if not phrase.startswith(tongue.plain_yes)]),
    )
    return Trie((listen(marked(phrase, language), language).words, sort) for sort, phrases in sorts for phrase in phrases)


@cache
def _going_on(language: str) -> frozenset[str]:
    tongue = language_of(language)
    phrases = (*tongue.openers, *tongue.questions, *tongue.both, *tongue.turns)
    return frozenset(words[0] for phrase in phrases if (words := listen(phrase, language).words)) - _NOT_ON


@cache
def _introducing(language: str) -> Trie[None]:
    ways = (way.removesuffix(_OPEN) for way in language_of(language).introductions if way.endswith(_OPEN))
    return Trie((listen(marked(way, language), language).words, None) for way in ways)
