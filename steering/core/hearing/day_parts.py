"""What was said with a day: its half ("tomorrow morning", "mañana por la mañana", 明日の午後), and what is left without it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from steering.core.hearing import hear, tongues
from steering.core.hearing.negation import affirmed
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.hearing.tongues import row
from steering.core.languages import language as language_of

_ENGLISH = {"morning": "morning", "afternoon": "later", "evening": "later", "tonight": "night", "night": "night"}
_PARTS = {"am": "morning", "noon": "later", "pm": "later", "night": "night"}
_REACH = 8
"""Words between the first of a day and its half: "friday the fifteenth of march in the afternoon"."""
_LEADING = 2
"""Words before a half that stands before its day: "um in the morning on friday"."""


_BRIEF = 20
"""Words of an answer in which a day is looked for to be left out."""


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


def without_day(day: date, text: str, now: datetime, language: str = "en") -> str | None:
    """*text* without the words that say *day*: "no, five on" of "no, five on friday".

    None where it is long, is not spaced, or goes on with a number behind the last of the day ("january twenty twenty six").
    """
    words = text.split()
    # Heard in another season too: "january fifteenth" is not only "the fifteenth".
    moments = (now, now + timedelta(days=100))

    def said(words: Sequence[str]) -> list[object]:
        return [hear("date", " ".join(words), moment, language) for moment in moments]

    days = said(words)
    if len(words) > _BRIEF or days[0] != day or not language_of(language).spaced:
        return None
    start = next(place for place in reversed(range(len(words))) if said(words[place:]) == days)
    end = next(place for place in range(start + 1, len(words) + 1) if said(words[start:place]) == days)
    if all(hear("number", word, language=language) is not None for word in words[end - 1 : end + 1]) and end < len(words):
        return None
    return " ".join((*words[:start], *words[end:]))


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
