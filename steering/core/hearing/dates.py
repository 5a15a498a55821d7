"""`date`: one day, named outright or counted from now: "march third", "3/15", "next tuesday", "a week from friday".

"tuesday" is the coming one, never today; "next tuesday" is in the week after this one (weeks begin on
Monday); a day without a year is the coming one, today included.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date
from datetime import datetime
from typing import NamedTuple

from steering.core.hearing.calendar import (
    MONTHS,
    ORDINALS,
    SMALL,
    UNIT_ORDINALS,
    WEEKDAYS,
    coming,
    coming_day,
    made,
    months_on,
    shifted,
)
from steering.core.hearing.cardinals import TEENS, TENS, UNITS, below_hundred
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.languages import listed

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})[-/](\d{1,2})(?:[-/](\d{2}|\d{4}))?")
_OFFSETS = {"today": 0, "tonight": 0, "tomorrow": 1, "tomorrow's": 1, "today's": 0, "yesterday": -1}
_SPANS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14}
_NO_MONTH_BEFORE = frozenset({"i", "you", "we", "they", "he", "she", "it", "that", "who", "this"})


_HOLIDAYS = {"christmas eve": (12, 24), "christmas day": (12, 25), "new year's": (1, 1), "new years": (1, 1)}


class _Found(NamedTuple):
    day: Date | None
    end: int


def date(text: str, now: datetime | None, language: str = "en") -> Date | None:
    """The one day in *text*; without *now* only a full date is heard."""
    today = now.date() if now else None
    for take in reversed(takes(value_tokens(text, language), language)):
        found = _days(take, today)
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def hear(text: str, now: datetime | None, language: str) -> Date | None:
    return date(text, now, language)


def _days(tokens: Sequence[str], today: Date | None) -> set[Date]:
    found: set[Date] = set()
    weekdays: set[int] = set()
    at = 0
    while at < len(tokens):
        one = next((one for rule in _RULES if (one := rule(tokens, at, today))), None)
        if one is None or one.day is None:
            at = one.end if one else at + 1
            continue
        if one.end == at + 1 and tokens[at] in WEEKDAYS:
            weekdays.add(one.day.weekday())
            weekday = one.day
        else:
            found.add(one.day)
        at = one.end
    # "friday the fifteenth" is one day; "tuesday or wednesday" is two.
    if found:
        return found if weekdays <= {day.weekday() for day in found} or today is None else found | {weekday}
    return {weekday} if len(weekdays) == 1 else {Date.min, Date.max} if weekdays else set()


def _written(tokens: Sequence[str], at: int, today: Date | None) -> _Found | None:
    word = tokens[at]
    if match := _ISO.fullmatch(word):
        return _Found(made(int(match[1]), int(match[2]), int(match[3])), at + 1)
    if match := _SLASHED.fullmatch(word):
        month, day = int(match[1]), int(match[2])
        if month > 12:
            month, day = day, month
        if match[3]:
            year = int(match[3])
            return _Found(made(year if year > 99 else _century(year), month, day), at + 1)
        fits = "/" in word and today is not None and 1 <= month <= 12
        return _Found(coming(today, month, day) if today and fits else None, at + 1)
    return None


def _month_first(tokens: Sequence[str], at: int, today: Date | None) -> _Found | None:
    month = MONTHS.get(tokens[at])
    if month is None or (tokens[at] in ("may", "march") and at and tokens[at - 1] in _NO_MONTH_BEFORE):
        return None
    start = at + 1
    if start < len(tokens) and tokens[start] == "the":
        start += 1
    numbered = _day_number(tokens, start)
    if numbered is None:
        return None
    return _dated(tokens, month, numbered[0], numbered[1], today)


def _day_first(tokens: Sequence[str], at: int, today: Date | None) -> _Found | None:
    numbered = _day_number(tokens, at)
    if numbered is None:
        return None
    start = numbered[1]
    if start < len(tokens) and tokens[start] == "of":
        start += 1
    if start < len(tokens) and tokens[start] in MONTHS:
        return _dated(tokens, MONTHS[tokens[start]], numbered[0], start + 1, today)
    if tuple(tokens[start : start + 2]) in (("next", "month"), ("this", "month")) and today:
        base = months_on(today.replace(day=1), 1 if tokens[start] == "next" else 0)
        return _Found(made(base.year, base.month, numbered[0]) if base else None, start + 2)
    return None


def _the_day(tokens: Sequence[str], at: int, today: Date | None) -> _Found | None:
    """A day of the month alone, as an ordinal: "the fifteenth", "on the 3rd"."""
    if not today or not _ordinal_at(tokens, at):
        return None
    numbered = _day_number(tokens, at)
    alone = numbered is not None and (len(tokens) == numbered[1] - at or (at > 0 and tokens[at - 1] in ("the", *WEEKDAYS)))
    if not alone or numbered is None or (numbered[1] < len(tokens) and tokens[numbered[1]] in _COUNTED):
        return None
    return _Found(coming_day(today, numbered[0]), numbered[1])


_COUNTED = frozenset(
    listed("time | floor | one | person | thing | call | day | week | month | year | street | avenue | of | half | quarter")
)


def _weekday(tokens: Sequence[str], at: int, today: Date | None) -> _Found | None:
    which = tokens[at] if tokens[at] in ("next", "this", "last", "coming") else ""
    place = at + 1 if which else at
    if not today or place >= len(tokens):
        return None
    if place + 1 < len(tokens) and which == "this" and tokens[place] == "coming":
        which, place = "coming", place + 1
    day = WEEKDAYS.get(tokens[place])
    if day is None:
        return None
    ahead = (day - today.weekday() - 1) % 7 + 1
    after = tuple(tokens[place + 1 : place + 3])
    if which == "next" or after == ("next", "week"):
        ahead = 7 - today.weekday() + day
    elif which == "last" or after == ("last", "week"):
        ahead = -((today.weekday() - day - 1) % 7 + 1) if which else day - today.weekday() - 7
    elif which == "this" or after == ("this", "week"):
        ahead = (day - today.weekday()) % 7
    return _Found(shifted(today, ahead), place + (3 if after in _WEEKS and not which else 1))


_WEEKS = (("next", "week"), ("last", "week"), ("this", "week"))


def _named(tokens: Sequence[str], at: int, today: Date | None) -> _Found | None:
    if not today:
        return None
    here = tuple(tokens[at : at + 4])
    if here[:4] == ("the", "day", "after", "tomorrow"):
        return _Found(shifted(today, 2), at + 4)
    if here[:3] == ("day", "after", "tomorrow"):
        return _Found(shifted(today, 2), at + 3)
    if here[:3] == ("day", "before", "yesterday"):
        return _Found(shifted(today, -2), at + 3)
    if here[0] in _OFFSETS:
        return _Found(shifted(today, _OFFSETS[here[0]]), at + 1)
    holiday = _HOLIDAYS.get(" ".join(here[:2]))
    return _Found(coming(today, *holiday), at + 2) if holiday else None


def _counted(tokens: Sequence[str], at: int, today: Date | None) -> _Found | None:
    """A day counted from another: "in three days", "two weeks from friday", "three days ago", "a week from today"."""
    if not today:
        return None
    within = tokens[at] == "in"
    start = at + 1 if within else at
    if start >= len(tokens):
        return None
    if tokens[start].isdecimal() and len(tokens[start]) <= 3:
        count, end = int(tokens[start]), start + 1
    else:
        said = below_hundred(tokens, start) or ((SMALL[tokens[start]], start + 1) if tokens[start] in SMALL else None)
        if said is None:
            return None
        count, end = said
    if tokens[start] in ("a", "an") and end < len(tokens) and tokens[end] == "couple":
        count, end = 2, end + 1
    if end < len(tokens) and tokens[end] == "of":
        end += 1
    if end < len(tokens) and tokens[end] == "business":
        return None
    unit = tokens[end] if end < len(tokens) else ""
    end += 1
    if unit not in _SPANS and unit not in ("month", "months", "year", "years"):
        return None
    after = tokens[end] if end < len(tokens) else ""
    base: Date | None = today
    sign = 1
    if after in ("from", "after") and end + 1 < len(tokens):
        if tokens[end + 1] == "now":
            end += 2
        else:
            start = end + 2 if tokens[end + 1] == "this" else end + 1
            named = (rule(tokens, start, today) for rule in (_named, _weekday, _month_first, _the_day) if start < len(tokens))
            other = next((one for one in named if one), None)
            if other is None:
                return None
            base, end = other.day, other.end
    elif after in ("ago", "before"):
        sign, end = -1, end + 1
    elif not within:
        return None
    if base is None:
        return None
    count *= sign
    if unit in _SPANS:
        return _Found(shifted(base, count * _SPANS[unit]), end)
    return _Found(months_on(base, count * (12 if unit.startswith("year") else 1)), end)


_RULES = (_written, _counted, _named, _month_first, _day_first, _weekday, _the_day)


def _dated(tokens: Sequence[str], month: int, day: int, end: int, today: Date | None) -> _Found:
    start = end + 1 if end < len(tokens) and tokens[end] in ("of", "in") else end
    year = _year(tokens, start)
    if year:
        return _Found(made(year[0], month, day), year[1])
    if tuple(tokens[end : end + 2]) == ("next", "year") and today:
        return _Found(made(today.year + 1, month, day), end + 2)
    return _Found(coming(today, month, day) if today else None, end)


def _year(tokens: Sequence[str], at: int) -> tuple[int, int] | None:
    """A year in figures or words: "2026", "twenty twenty six", "nineteen oh five", "two thousand (and) five"."""
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
        return head[0] * 100, head[1] + 1
    tail = below_hundred(tokens, head[1])
    return (head[0] * 100 + tail[0], tail[1]) if tail and tail[0] >= 10 else None


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
    if word in UNITS or word in TEENS or word in TENS:
        said = below_hundred(tokens, at)
        return said if said and 1 <= said[0] <= 31 else None
    return None


def _ordinal_at(tokens: Sequence[str], at: int) -> bool:
    word, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else ""
    return word in ORDINALS or (word in TENS and after in UNIT_ORDINALS) or (word.isdecimal() and after in ("st", "nd", "rd", "th"))


def _century(year: int) -> int:
    return 2000 + year if year < 70 else 1900 + year
