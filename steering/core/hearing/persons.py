"""Whether a caller asks for a person: in the language's own words, where an author has led one of them somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from steering.core.hearing.folding import Heard, answer, listen
from steering.core.hearing.negation import negated
from steering.core.hearing.trie import Trie
from steering.core.languages import language as language_of


@dataclass(frozen=True, slots=True)
class _Rules:
    persons: Trie[None]
    before: frozenset[str]
    wishes: frozenset[str]
    after: frozenset[str]


def asks_for_person(text: str, language: str = "en") -> bool:
    """Whether *text* asks for a person: "let me talk to a human", "representative please"; not "i am a human"."""
    rules = _rules(language)
    heard = answer(text, language)
    for start in range(len(heard.words)):
        hit = rules.persons.longest(heard.words, start)
        if hit and _wanted(rules, heard, start, hit.end) and not negated(heard, start, hit.end, language):
            return True
    return False


def _wanted(rules: _Rules, heard: Heard, start: int, end: int) -> bool:
    """Whether a wish leads to the words there, or they are all that is said."""
    at = start
    while at and at not in heard.breaks and heard.words[at - 1] in rules.before:
        at -= 1
    wished = rules.wishes.intersection(heard.words[at : start + 1])
    alone = at == 0 and all(word in rules.after for word in heard.words[end:])
    return bool(wished) or alone


@cache
def _rules(language: str) -> _Rules:
    tongue = language_of(language)
    around = {word for phrase in (*tongue.polite, *tongue.fillers, *tongue.greetings) for word in listen(phrase, language).words}
    persons = Trie((listen(phrase, language).words, None) for phrase in tongue.agent)
    yes = {word for phrase in tongue.plain_yes for word in listen(phrase, language).words}
    return _Rules(persons, frozenset({*tongue.requests, *around, *yes}), frozenset(tongue.wishes), frozenset(around))
