"""The half of the day that was said with a day: "tomorrow morning", "mañana por la mañana", "во вторник утром", 明日の午後."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from steering.core.hearing import hear, tongues
from steering.core.hearing.negation import affirmed
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.hearing.tongues import row

_ENGLISH = {"morning": "morning", "afternoon": "later", "evening": "later", "tonight": "night", "night": "night"}
_PARTS = {"am": "morning", "noon": "later", "pm": "later", "night": "night"}
_REACH = 8
"""Words between the first of a day and its half: "friday the fifteenth of march in the afternoon"."""
_LEADING = 2
"""Words before a half that stands before its day: "um in the morning on friday"."""


class _Word(NamedTuple):
    text: str
    half: str | None


def half_said_with(day: date, text: str, now: datetime, language: str = "en") -> str | None:
    """The half ("morning", "later", "night") in which *text* puts *day*; None when it names none, two, or one of something else."""
    for said in _takes(affirmed(text, language), language):
        named = [at for at, word in enumerate(said) if word.half]
        if named:
            halves = {said[at].half if _beside(day, said, at, now, language) else None for at in named}
            return halves.pop() if len(halves) == 1 else None
    return None


def _beside(day: date, said: Sequence[_Word], at: int, now: datetime, language: str) -> bool:
    """Whether the half at *at* follows *day*, or opens the answer and *day* follows."""
    places = [(max(0, at - _REACH), at), (max(0, at - _REACH), at + 1)]
    if at <= _LEADING:
        places.append((at + 1, at + 1 + _REACH))
    return any(hear("date", " ".join(word.text for word in said[a:b]), now, language) == day for a, b in places)


def _takes(text: str, language: str) -> Iterator[list[_Word]]:
    """The words of *text* between its corrections, the last take first."""
    if tongues.speaks(language):
        for items in row.takes(text, language):
            yield [_Word(item.text, _PARTS.get(str(item.senses.get("parts_of_day")))) for item in items.items]
    else:
        for take in reversed(takes(value_tokens(text, language), language)):
            yield [_Word(word, None if at and take[at - 1] == "good" else _ENGLISH.get(word)) for at, word in enumerate(take)]
