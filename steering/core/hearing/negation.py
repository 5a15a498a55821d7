"""How far a "not" reaches: "I don't want an agent" holds no wish for an agent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from steering.core.hearing.folding import Heard, fold, listen
from steering.core.hearing.trie import Trie
from steering.core.languages import language as language_of

_DENY_A_VERB = frozenset({"do", "does", "did"})
REACH = 7
"""Words that a negation reaches at most."""


@dataclass(frozen=True, slots=True)
class _Rules:
    before: Trie[None]
    after: Trie[None]
    turns: Trie[None]
    asides: Trie[None]
    nothing_of: Trie[None]
    states: frozenset[str]
    answers: frozenset[str]
    carries: frozenset[str]


def negated(heard: Heard, start: int, end: int, language: str = "en") -> bool:
    """Whether `heard.words[start:end]` is denied by a negation outside it."""
    return denial(heard, start, end, language) is not None


def denial(heard: Heard, start: int, end: int, language: str = "en") -> int | None:
    """The place of the negation outside `heard.words[start:end]` that denies it."""
    rules = _rules(language)
    words = heard.words
    denying = not rules.before.begins.keys().isdisjoint(words[max(0, start - REACH) : end])
    if denying and any(rules.before.longest(words, place) for place in range(start, end)):
        return None  # the phrase is about the negation: "do not call"
    hit = rules.after.longest(words, end) if end not in heard.breaks else None
    if hit:
        return end
    at = start - 1
    while denying and at >= 0 and start - at <= REACH and at + 1 not in heard.breaks:
        negation = rules.before.longest(words, at)
        if negation and negation.end > start:
            return at  # "no dejen | de llamar"
        if negation:
            of_any = negation.end == start and (
                words[end - 1] in rules.states or (end not in heard.breaks and rules.nothing_of.longest(words, end) is not None)
            )
            return None if not of_any and _stops(rules, heard, at, negation.end, start) else at
        at -= 1
    return None


def affirmed(text: str, language: str = "en") -> str:
    """The words of *text* without what is denied in it: "no not monday, wednesday" is "no wednesday".

    A denial reaches from its "not" to the next break or new beginning; an answer by itself ("no") and
    what is complete in itself ("not sure") deny nothing that follows.
    """
    rules = _rules(language)
    heard = listen(text, language)
    words, kept, at = heard.words, list[str](), 0
    while at < len(words):
        negation = rules.before.longest(words, at)
        alone = (
            negation is None
            or (negation.end == at + 1 and words[at] in rules.answers)
            or (at and words[at - 1] == "why")
            or rules.asides.longest(words, at)
        )
        if negation is None or alone:
            kept.append(words[at])
            at += 1
            continue
        at = negation.end
        while at < len(words) and at not in heard.breaks and not (at > negation.end and rules.turns.longest(words, at)):
            at += 1
    return " ".join(kept)


def _stops(rules: _Rules, heard: Heard, at: int, after: int, start: int) -> bool:
    """Whether the negation at *at* is over before *start*."""
    words = heard.words
    alone = after == at + 1 and words[at] in rules.answers
    if alone and (at == 0 or at in heard.breaks or words[at - 1] in rules.answers):
        return True  # "no" as an answer by itself: "no wrong number", but not "never stop", "no need to cancel"
    # An answer complete in itself: "i don't know | agent". It may begin a word or two before the "not".
    for first in range(max(0, at - 2), at + 1):
        aside = rules.asides.longest(words, first)
        if aside and after <= aside.end <= start:
            return True
    # What directly follows "do not" is what is denied: "do not get me an agent".
    begins = after + 1 if at and words[at - 1] in _DENY_A_VERB else after
    return any(words[place - 1] not in rules.carries and rules.turns.longest(words, place) for place in range(begins, start))


@cache
def _rules(language: str) -> _Rules:
    tongue = language_of(language)

    def trie(phrases: Iterable[str]) -> Trie[None]:
        return Trie((listen(phrase, language).words, None) for phrase in phrases)

    # The language's plain no comes first: "never" and "nothing" answer too, but only by themselves.
    answers = frozenset(fold(word) for word in tongue.no[:1] if word in tongue.negations)
    return _Rules(
        before=trie(tongue.negations),
        after=trie(tongue.negations_after),
        turns=trie(tongue.turns),
        asides=trie(tongue.asides),
        nothing_of=trie(tongue.nothing_of),
        states=frozenset(tongue.states),
        answers=answers,
        carries=frozenset(tongue.carries),
    )
