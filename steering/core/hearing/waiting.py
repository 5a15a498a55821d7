"""Whether a caller asks us to wait, and whether he is back: in the language's own words, at every question."""

from __future__ import annotations

from functools import cache

from steering.core.hearing.alone import says_only
from steering.core.languages import language as language_of


def asks_to_wait(text: str, language: str = "en") -> bool:
    """Whether *text* asks for a moment and says nothing else: "hold on", "sure, let me get a pen"."""
    return says_only(text, _waiting(language), _beside(language), language)


def is_back(text: str, language: str = "en") -> bool:
    """Whether *text* tells no more than that somebody is there again: "okay I'm back", "hello?", "yes"."""
    return says_only(text, _present(language), (), language)


@cache
def _waiting(language: str) -> tuple[str, ...]:
    tongue = language_of(language)
    return (*tongue.wait, *tongue.fetching)


@cache
def _beside(language: str) -> tuple[str, ...]:
    return (*_assents(language), *language_of(language).yes, *language_of(language).meanwhile)


@cache
def _assents(language: str) -> tuple[str, ...]:
    tongue = language_of(language)
    return (*tongue.plain_yes, *tongue.soft_yes)


@cache
def _present(language: str) -> tuple[str, ...]:
    tongue = language_of(language)
    return (*tongue.back, *tongue.greetings, *_assents(language))
