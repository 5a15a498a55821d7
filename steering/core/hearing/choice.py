"""`choice:a|b|c`: which one of several was said, as it was written."""

from __future__ import annotations

from functools import lru_cache

from steering.core.hearing.phrases import PhraseTable
from steering.core.hearing.tokens import takes, value_tokens


def choice(text: str, choices: tuple[str, ...], language: str = "en") -> str | None:
    """The one of *choices* that *text* names; None when it names none, or several without settling on one."""
    table = _table(choices, language)
    for take in reversed(takes(value_tokens(text, language), language)):
        match = table.match(take)
        if match is None:
            continue
        others = _table(tuple(one for one in choices if one != match.value), language).match(take)
        return None if others and others.words == match.words else match.value
    return None


@lru_cache(maxsize=512)
def _table(choices: tuple[str, ...], language: str) -> PhraseTable[str]:
    return PhraseTable(((one, one) for one in choices), language)
