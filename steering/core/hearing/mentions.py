"""Whether an author's phrase is only told of: "did I cancel it already", "I spoke to an agent yesterday". Who says so orders nothing.

A question by which callers do ask for something ("can I cancel", "is it okay if I cancel") is an order all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from steering.core.hearing.folding import Heard, listen
from steering.core.hearing.trie import Trie
from steering.core.languages import language as language_of

_REACH = 6
"""Words that lead to a phrase at most: "has my appointment with you been cancelled"."""
_BETWEEN = 2
"""Words between "my" and a person: "my health insurance agent"."""
_VERB_LAST = 4
"""Words between "wenn ich" and its verb, which German puts last."""
_BUT = 12
"""Words after a phrase in which a "but" takes it back."""
_ADVERBS = frozenset({"already", "ever", "really", "actually", "just", "also", "guys", "all"})
_AUXILIARIES = frozenset({"did", "was", "were", "is", "are", "has", "have"})
_OPENS = frozenset({"why", "when", "how", "who", "so", "and", "but", "or", "wait", "yes", "no", "well", "oh", "sorry", "um", "uh", "hi"})
_SUBJECTS = frozenset({"i", "you", "we", "they", "he", "she", "it", "this", "that", "my", "our", "your", "his", "her", "their", "the"})
_WHO = frozenset({"i", "you", "we", "they"})
_MODALS = frozenset({"can", "could", "may", "should", "would", "want", "need", "to", "like"})
_OTHERS = frozenset({"his", "hers", "theirs"})
_OTHER_WISHES = (("wants", "to"), ("needs", "to"), ("has", "to"), ("had", "to"), ("wanted", "to"), ("needed", "to"), ("going", "to"))


@dataclass(frozen=True, slots=True)
class _Rules:
    telling: Trie[None]
    nearly: Trie[None]
    buts: Trie[None]
    granting: frozenset[str]
    spoken_with: Trie[None]
    persons: frozenset[tuple[str, ...]]
    small: frozenset[str]
    tells: Trie[None]
    between: frozenset[str]
    wishes: frozenset[str]


def told_of(heard: Heard, start: int, end: int, phrase: str, language: str) -> bool:
    """Whether *phrase*, heard at `heard.words[start:end]`, is past, asked about, a condition or somebody else's there."""
    rules, words = _rules(language), heard.words
    at = start
    while at and at not in heard.breaks and words[at - 1] in _ADVERBS:
        at -= 1
    begins = _begins(heard, start)
    apart = _VERB_LAST if language.partition("-")[0] == "de" else 0
    for first in range(max(begins, at - _REACH), at):
        if (hit := rules.telling.longest(words, first)) and hit.end <= at <= hit.end + apart:
            granted = (
                rules.wishes.intersection(words[hit.end : at])
                or rules.granting.intersection(words[max(0, first - 3) : first])
                or words[end : end + 1] in _GERMAN_WISHES
            )
            return not granted
        if (hit := rules.nearly.longest(words, first)) and hit.end == at:
            return any(rules.buts.longest(words, place) for place in range(end, min(len(words), end + _BUT)))
    return language[:2] == "en" and (_asked(heard, begins, start, end, phrase) or _somebody_elses(heard, start, end))


def only_spoken_of(heard: Heard, start: int, end: int, phrase: str, language: str) -> bool:
    """Whether *phrase*, heard at `heard.words[start:end]`, is a person whom the caller has spoken with, or asks about; no wish for one."""
    rules, words = _rules(language), heard.words
    if not _is_person(phrase, language):
        return False
    begins = _begins(heard, start)
    if rules.wishes.intersection(words[max(begins, start - _REACH) : start]):
        return False
    if language[:2] == "en" and "my" in words[max(begins, start - _BETWEEN) : start + 1]:
        return True
    if end not in heard.breaks and rules.tells.longest(words, end):
        return True
    return any(
        (hit := rules.spoken_with.longest(words, first)) and hit.end <= start and rules.between.issuperset(words[hit.end : start])
        for first in range(begins, start)
    )


def _begins(heard: Heard, start: int) -> int:
    """Where the clause of the word at *start* begins, at most so many words before it as may lead to it."""
    return next((place for place in range(start, max(0, start - _REACH), -1) if place in heard.breaks), max(0, start - _REACH))


def _asked(heard: Heard, begins: int, start: int, end: int, phrase: str) -> bool:
    """Whether an English question asks for what was done: "did you cancel", "was it cancelled"; not "is it possible to"."""
    words = heard.words
    for at in range(max(begins, start - _REACH), start):
        verb, subject = words[at], words[at + 1 : start]
        if verb not in _AUXILIARIES or not (at == 0 or at in heard.breaks or words[at - 1] in _OPENS):
            continue
        if not subject or subject[0] not in (_WHO if verb == "have" else _SUBJECTS) or _MODALS.intersection(subject):
            continue
        own = listen(phrase).words
        if verb == "did" or any(word.endswith("ed") and word not in own for word in words[start:end]):
            return True
    return False


def _somebody_elses(heard: Heard, start: int, end: int) -> bool:
    """Whether another one wishes it for what is his: "my husband wants to cancel his"."""
    words = heard.words
    last = end + 1 >= len(words) or end + 1 in heard.breaks
    return last and words[end : end + 1] != () and words[end] in _OTHERS and words[max(0, start - 2) : start] in _OTHER_WISHES


_GERMAN_WISHES = (("kann",), ("konnte",), ("darf",), ("durfte",))


@lru_cache(maxsize=256)
def _is_person(phrase: str, language: str) -> bool:
    rules = _rules(language)
    return _without(listen(phrase, language).words, rules.small) in rules.persons


def _without(words: tuple[str, ...], small: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in small)


@cache
def _rules(language: str) -> _Rules:
    tongue = language_of(language)

    def trie(phrases: tuple[str, ...]) -> Trie[None]:
        return Trie((listen(phrase, language).words, None) for phrase in phrases)

    def single(phrases: tuple[str, ...]) -> frozenset[str]:
        return frozenset(word for phrase in phrases for word in listen(phrase, language).words)

    small = single(tongue.determiners)
    return _Rules(
        telling=trie(tongue.telling),
        nearly=trie(tongue.nearly),
        buts=trie(tuple(one for one in tongue.reserves if one in tongue.both)),
        granting=single(tongue.granting),
        spoken_with=trie(tongue.spoken_with),
        persons=frozenset(_without(listen(phrase, language).words, small) for phrase in tongue.agent),
        small=small,
        tells=trie(tongue.agent_tells),
        between=frozenset({*small, *single(tongue.agent), "real", "live", "last"}),
        wishes=frozenset({*tongue.wishes, *single(tongue.agent_wishes)}),
    )
