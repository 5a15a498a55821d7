"""Whether a machine answered: greetings and tones are known by their words."""

from __future__ import annotations

from functools import cache

from steering.core.hearing.phrases import PhraseTable
from steering.core.languages import language as language_of


def is_voicemail(text: str, language: str = "en") -> bool:
    """Whether *text* is the greeting of a voicemail rather than a person's words."""
    return _greetings(language).match(text) is not None


@cache
def _greetings(language: str) -> PhraseTable[None]:
    return PhraseTable(((phrase, None) for phrase in language_of(language).voicemail), language)
