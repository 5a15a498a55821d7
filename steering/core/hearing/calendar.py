"""The words of the calendar and the days they name, counted from a known day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from steering.core.hearing.cardinals import BELOW_HUNDRED, TEENS, TENS, UNITS, below_hundred
from steering.core.languages import listed

MONTHS = {
    word: month
    for month, names in enumerate(
        (
            "january | jan", "february | feb | febuary", "march | mar", "april | apr", "may", "june | jun", "july | jul", "august | aug",
            "september | sep | sept", "october | oct", "november | nov", "december | dec",
        ),
        start=1,
    )
    for word in listed(names)
}  # fmt: skip
WEEKDAYS = {
    word: day
    for day, names in enumerate(
        (
            "monday | mondays | mon", "tuesday | tuesdays | tue | tues", "wednesday | wednesdays | wed",
            "thursday | thursdays | thu | thur | thurs",
            "friday | fridays | fri", "saturday | saturdays", "sunday | sundays",
        )
    )
    for word in listed(names)
}  # fmt: skip
_FIRST_ORDINALS = listed("first | second | third | fourth | fifth | sixth | seventh | eighth | ninth")
UNIT_ORDINALS = {word: value for value, word in enumerate(_FIRST_ORDINALS, start=1)}
ORDINALS = (
    UNIT_ORDINALS
    | {(word[:-2] + "fth" if word == "twelve" else word + "th"): value for word, value in TEENS.items()}
    | {word[:-1] + "ieth": value for word, value in TENS.items() if value <= 30}
)
SMALL = BELOW_HUNDRED | {"a": 1, "an": 1, "couple": 2}


class Found(NamedTuple):
    """A day that was named before the token at *end*; None when the calendar has none of that name."""

    day: date | None
    end: int


def is_number(word: str) -> bool:
    """Whether a number begins with *word*."""
    return word in BELOW_HUNDRED or word[-1].isdecimal()


def padded(tokens: Sequence[str], at: int) -> tuple[int, int] | None:
    """A number of one or two digits at *at*, with the "oh" before it, and where it ends: "oh four", "04", "twelve"."""
    if at >= len(tokens):
        return None
    if tokens[at].isdecimal():
        return (int(tokens[at]), at + 1) if len(tokens[at]) <= 2 else None
    if tokens[at] in ("oh", "o", "zero") and at + 1 < len(tokens) and tokens[at + 1] in UNITS:
        return UNITS[tokens[at + 1]], at + 2
    return below_hundred(tokens, at)


def year_at(tokens: Sequence[str], at: int) -> tuple[int, int] | None:
    """A year of four digits, in figures or words: "2026", "twenty twenty six", "nineteen oh five", "two thousand (and) five"."""
    if at >= len(tokens):
        return None
    if tokens[at].isdecimal() and len(tokens[at]) == 4:
        return int(tokens[at]), at + 1
    if tuple(tokens[at : at + 2]) == ("two", "thousand"):
        end = at + 3 if at + 2 < len(tokens) and tokens[at + 2] == "and" else at + 2
        tail = below_hundred(tokens, end)
        return (2000 + tail[0], tail[1]) if tail else (2000, at + 2)
    head = below_hundred(tokens, at)
    if head is None or not 10 <= head[0] <= 21 or head[1] >= len(tokens):
        return None
    if tokens[head[1]] in ("oh", "o") and head[1] + 1 < len(tokens) and tokens[head[1] + 1] in UNITS:
        return head[0] * 100 + UNITS[tokens[head[1] + 1]], head[1] + 2
    if tokens[head[1]] == "hundred":
        start = head[1] + 2 if tokens[head[1] + 1 : head[1] + 2] == ("and",) else head[1] + 1
        tail = below_hundred(tokens, start)
        return (head[0] * 100 + tail[0], tail[1]) if tail else (head[0] * 100, head[1] + 1)
    tail = below_hundred(tokens, head[1])
    return (head[0] * 100 + tail[0], tail[1]) if tail and tail[0] >= 10 else None


def short_year(tokens: Sequence[str], at: int, today: date | None) -> tuple[int, int] | None:
    """A year without its century: "eighty five", "oh five", "'85"; at most ten years from now, else of the last century."""
    said = padded(tokens, at)
    return (century(said[0], today), said[1]) if said else None


def century(year: int, today: date | None) -> int:
    """The whole year that two digits stand for."""
    now = today.year if today else _A_YEAR_LIKE_OURS
    return 2000 + year if 2000 + year <= now + _AHEAD else 1900 + year


_A_YEAR_LIKE_OURS, _AHEAD = 2026, 10


def made(year: int, month: int, day: int) -> date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def months_on(day: date, months: int) -> date | None:
    """The same day *months* later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    found = (made(year, month + 1, last) for last in range(day.day, day.day - 4, -1))
    return next((one for one in found if one), None)


def coming(today: date, month: int, day: int) -> date | None:
    """The next such day from *today* on, today included."""
    found = (made(year, month, day) for year in range(today.year, today.year + 9))
    return next((one for one in found if one and one >= today), None)


def month_end(today: date, months: int) -> date | None:
    """The last day of the month that is *months* after this one."""
    first = months_on(today.replace(day=1), months + 1)
    return shifted(first, -1) if first else None


def coming_day(today: date, day: int) -> date | None:
    """The next day of a month numbered *day*, today included."""
    for ahead in range(12):
        year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        found = made(year, month + 1, day)
        if found and found >= today:
            return found
    return None
