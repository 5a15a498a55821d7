"""Whether a caller wants to hear it once more: in the language's own words, where an author lets it be repeated."""

from __future__ import annotations

from functools import cache

from steering.core.hearing.alone import says_only
from steering.core.hearing.waiting import asks_to_wait
from steering.core.languages import language as language_of

_ASKING = frozenset("?？؟")


def asks_again(text: str, language: str = "en") -> bool:
    """Whether *text* asks for it once more and says nothing else: "pardon?", "wait, what?", "hello?"; not "uh huh", nor a mere "hello"."""
    tongue = language_of(language)
    if not says_only(text, _repeating(language, not _ASKING.isdisjoint(text)), tongue.wait, language):
        return False
    # "sorry, hold on" wants a moment.
    return not says_only(text, tongue.yes, (), language) and not asks_to_wait(text, language)


@cache
def _repeating(language: str, asking: bool) -> tuple[str, ...]:
    """The words for it, with greetings that ask whether anybody is there: said twice, or as a question."""
    tongue = language_of(language)
    return (*tongue.repeat, *(f"{one} {one}" for one in tongue.greetings), *(tongue.greetings if asking else ()))
