"""Whether a machine answered: greetings and tones are known by their words."""

from __future__ import annotations

from functools import cache

from steering.core.hearing.folding import listen
from steering.core.hearing.phrases import PhraseTable
from steering.core.hearing.trie import Trie
from steering.core.languages import language as language_of


def is_voicemail(text: str, language: str = "en") -> bool:
    """Whether *text* is the greeting of a voicemail rather than the words of a person, who may offer to take a message."""
    heard, live = listen(text, language).words, _live(language)
    return not any(live.longest(heard, at) for at in range(len(heard))) and _greetings(language).match(text) is not None


@cache
def _live(language: str) -> Trie[None]:
    return Trie((listen(phrase, language).words, None) for phrase in language_of(language).live)


@cache
def _greetings(language: str) -> PhraseTable[None]:
    return PhraseTable(((phrase, None) for phrase in language_of(language).voicemail), language)
