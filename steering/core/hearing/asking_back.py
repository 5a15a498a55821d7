"""Who takes the call with a yes and asks who calls, or why: "yes who is this"."""

from __future__ import annotations

from functools import cache

from steering.core.hearing.folding import Heard, listen, marked
from steering.core.hearing.trie import Trie
from steering.core.languages import language as language_of


def asks_back(heard: Heard, at: int, language: str) -> bool:
    """Whether a whole question of that sort follows a plain yes at *at* in what was *heard*, in the same sentence or the next.

    Nothing but greetings and politeness stands between them: not "yes speaking who is this", nor "yes what is this
    about the balance". Recognisers punctuate as they like, so a full stop after the yes makes it no answer.
    """
    words, asking, passing = heard.words, _asking(language), _passing(language)
    if asking.begins.keys().isdisjoint(words):
        return False
    while passed := passing.longest(words, at):
        at = passed.end
    asked = asking.longest(words, at)
    if asked is None:
        return False
    end = asked.end
    return end == len(words) or end in heard.breaks or any(some.longest(words, end) for some in (passing, asking))


def question_behind(text: str, language: str) -> str:
    """The question behind a plain yes: "how much is it" of "yes and how much is it"; empty where there is none."""
    words, passing, questions = listen(marked(text, language), language).words, _passing(language), _questions(language)
    at = 0
    while passed := passing.longest(words, at):
        at = passed.end
    return " ".join(words[at:]) if at and questions.longest(words, at) else ""


@cache
def _questions(language: str) -> Trie[None]:
    return Trie((listen(phrase, language).words, None) for phrase in language_of(language).questions)


@cache
def _asking(language: str) -> Trie[None]:
    return Trie((listen(marked(phrase, language), language).words, None) for phrase in language_of(language).asking_back)


@cache
def _passing(language: str) -> Trie[None]:
    tongue = language_of(language)
    phrases = (*tongue.plain_yes, *tongue.polite, *tongue.greetings, *tongue.fillers, *tongue.both, *tongue.corrections)
    return Trie((listen(marked(phrase, language), language).words, None) for phrase in phrases)
