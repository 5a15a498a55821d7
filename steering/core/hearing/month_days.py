"""Days by their month: "march third", "the 15th of next month", "the fifteenth", "the end of the month"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date

from steering.core.hearing.calendar import (
    MONTHS,
    ORDINALS,
    UNIT_ORDINALS,
    WEEKDAYS,
    Found,
    coming,
    coming_day,
    made,
    month_end,
    months_on,
    padded,
    short_year,
    year_at,
)
from steering.core.hearing.cardinals import BELOW_HUNDRED, TENS, below_hundred
from steering.core.languages import listed

_NO_MONTH_BEFORE = frozenset({"i", "you", "we", "they", "he", "she", "it", "that", "who", "this"})
# What an ordinal before it counts, when it is no day of a month.
_COUNTED = frozenset(
    listed(
        """
        time | times | floor | one | ones | person | thing | call | day | week | month | year | street | avenue | of | half | quarter
        option | choice | try | attempt | child | kid | grade | place | party | name | thoughts | thought | letter | digit | page
        line | street's | ave | st | road | century | available | part | step | visit | appointment | payment | cousin | class
        """
    )
)
_MONTHS = 12
_SPECIFIC = 32
"""From this number on, what follows a day is a year without its century: "april twelfth eighty five"."""


def month_first(tokens: Sequence[str], at: int, today: Date | None) -> Found | None:
    month = MONTHS.get(tokens[at])
    if month is None or (tokens[at] in ("may", "march") and at and tokens[at - 1] in _NO_MONTH_BEFORE):
        return None
    start = at + 1
    if start < len(tokens) and tokens[start] == "the":
        start += 1
    numbered = _day_number(tokens, start)
    return _dated(tokens, month, numbered[0], numbered[1], today) if numbered else None


def year_first(tokens: Sequence[str], at: int, today: Date | None) -> Found | None:
    """ "twenty ten december thirty first", "2010 december 31"."""
    year = year_at(tokens, at)
    if year is None or year[1] >= len(tokens) or tokens[year[1]] not in MONTHS:
        return None
    numbered = _day_number(tokens, year[1] + 1 + (tokens[year[1] + 1 : year[1] + 2] == ("the",)))
    return Found(made(year[0], MONTHS[tokens[year[1]]], numbered[0]), numbered[1]) if numbered else None


def day_first(tokens: Sequence[str], at: int, today: Date | None) -> Found | None:
    numbered = _day_number(tokens, at)
    if numbered is None:
        return None
    start = numbered[1]
    if start < len(tokens) and tokens[start] == "of":
        start += 1
    month = start + (tokens[start : start + 1] == ("the",))
    if tokens[start - 1 : start] == ("of",) and month < len(tokens) and 1 <= ORDINALS.get(tokens[month], 0) <= _MONTHS:
        return _dated(tokens, ORDINALS[tokens[month]], numbered[0], month + 1, today)  # "the ninth of the ninth fifty nine"
    if start < len(tokens) and tokens[start] in MONTHS:
        return _dated(tokens, MONTHS[tokens[start]], numbered[0], start + 1, today)
    if tuple(tokens[start : start + 2]) in (("next", "month"), ("this", "month")) and today:
        base = months_on(today.replace(day=1), 1 if tokens[start] == "next" else 0)
        return Found(made(base.year, base.month, numbered[0]) if base else None, start + 2)
    if tuple(tokens[start : start + 2]) == ("the", "month") and today:
        return Found(coming_day(today, numbered[0]), start + 2)
    return None


def alone(tokens: Sequence[str], at: int, today: Date | None) -> Found | None:
    """A day of the month by itself, as an ordinal: "the fifteenth", "on the 3rd"."""
    if not today or not _ordinal_at(tokens, at):
        return None
    numbered = _day_number(tokens, at)
    # "second" by itself is a short time, not a day.
    whole = numbered is not None and len(tokens) == numbered[1] - at and tokens[at] != "second"
    led = numbered is not None and (whole or (at > 0 and tokens[at - 1] in ("the", *WEEKDAYS)))
    if not led or numbered is None or (numbered[1] < len(tokens) and tokens[numbered[1]] in _COUNTED):
        return None
    return Found(coming_day(today, numbered[0]), numbered[1])


def at_the_end(tokens: Sequence[str], at: int, today: Date | None) -> Found | None:
    """ "the end of the month", "the last day of december", "the end of the year"."""
    start = at + 2 if tuple(tokens[at : at + 2]) == ("last", "day") else at + 1 if tokens[at] == "end" else 0
    if not today or not start or tokens[start : start + 1] != ("of",):
        return None
    place = start + 2 if tokens[start + 1 : start + 2] in (("the",), ("this",), ("next",)) else start + 1
    unit = tokens[place] if place < len(tokens) else ""
    ahead = 1 if tokens[place - 1] == "next" else 0
    if unit == "month":
        return Found(month_end(today, ahead), place + 1)
    if unit == "year":
        return Found(made(today.year + ahead, 12, 31), place + 1)
    if unit in MONTHS:
        return Found(month_end(today, (MONTHS[unit] - today.month) % 12), place + 1)
    return None


def nth_weekday(tokens: Sequence[str], at: int, today: Date | None) -> Found | None:
    """ "the first monday of december", "the last friday in november", "the second tuesday of next month"."""
    number = UNIT_ORDINALS.get(tokens[at], -1 if tokens[at] == "last" else 0)
    weekday = WEEKDAYS.get(tokens[at + 1]) if at + 1 < len(tokens) else None
    if not today or not number or weekday is None or tokens[at + 2 : at + 3] not in (("of",), ("in",)):
        return None
    place = at + 4 if tokens[at + 3 : at + 4] in (("the",), ("this",), ("next",)) else at + 3
    unit = tokens[place] if place < len(tokens) else ""
    ahead = 1 if tokens[place - 1] == "next" else 0
    if unit in MONTHS:
        ahead = (MONTHS[unit] - today.month) % 12
    elif unit != "month":
        return None
    last = month_end(today, ahead)
    if last is None:
        return None
    first = last.replace(day=1)
    day = last.day - (last.weekday() - weekday) % 7 if number < 0 else 1 + (weekday - first.weekday()) % 7 + 7 * (number - 1)
    return Found(made(last.year, last.month, day), place + 1)


def _dated(tokens: Sequence[str], month: int, day: int, end: int, today: Date | None) -> Found:
    start = end + 1 if end < len(tokens) and tokens[end] in ("of", "in") else end
    year = year_at(tokens, start) or _bare_year(tokens, start, today)
    if year:
        return Found(made(year[0], month, day), year[1])
    if tuple(tokens[end : end + 2]) in (("next", "year"), ("this", "year"), ("last", "year")) and today:
        return Found(made(today.year + {"next": 1, "last": -1}.get(tokens[end], 0), month, day), end + 2)
    return Found(coming(today, month, day) if today else None, end)


def _bare_year(tokens: Sequence[str], at: int, today: Date | None) -> tuple[int, int] | None:
    """A year without its century behind a day, where it can be no hour: "eighty five", "oh five"."""
    said = padded(tokens, at)
    ahead = tokens[said[1]] if said and said[1] < len(tokens) else ""
    if said is None or not (said[0] >= _SPECIFIC or tokens[at] in ("oh", "o")) or ahead in ("am", "pm", "dollars", "minutes", "percent"):
        return None
    return short_year(tokens, at, today)


def _day_number(tokens: Sequence[str], at: int) -> tuple[int, int] | None:
    """A day of the month, 1 to 31, as ordinal or cardinal, and where it ends."""
    if at >= len(tokens):
        return None
    word = tokens[at]
    if word.isdecimal() and len(word) <= 2:
        end = at + 2 if at + 1 < len(tokens) and tokens[at + 1] in ("st", "nd", "rd", "th") else at + 1
        return (int(word), end) if 1 <= int(word) <= 31 else None
    if word in ORDINALS:
        return ORDINALS[word], at + 1
    if word in TENS and at + 1 < len(tokens) and tokens[at + 1] in UNIT_ORDINALS and TENS[word] + UNIT_ORDINALS[tokens[at + 1]] <= 31:
        return TENS[word] + UNIT_ORDINALS[tokens[at + 1]], at + 2
    if word in BELOW_HUNDRED:
        said = below_hundred(tokens, at)
        return said if said and 1 <= said[0] <= 31 else None
    return None


def _ordinal_at(tokens: Sequence[str], at: int) -> bool:
    word, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else ""
    return word in ORDINALS or (word in TENS and after in UNIT_ORDINALS) or (word.isdecimal() and after in ("st", "nd", "rd", "th"))
