"""Whether a caller wants to hear it once more: in the language's own words, where an author lets it be repeated."""

from __future__ import annotations

from steering.core.hearing.alone import says_only
from steering.core.languages import language as language_of


def asks_again(text: str, language: str = "en") -> bool:
    """Whether *text* asks for it once more and says nothing else: "pardon?", "sorry, what did you say"; not "uh huh"."""
    tongue = language_of(language)
    return says_only(text, tongue.repeat, (), language) and not says_only(text, tongue.yes, (), language)
