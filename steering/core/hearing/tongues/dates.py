"""Days: named outright, counted from now, or by their weekday; the laws are those of `hearing.dates`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date
from datetime import datetime
from typing import NamedTuple

from steering.core.hearing.calendar import coming, coming_day, made, months_on, shifted
from steering.core.hearing.tongues.numbers import hundreds, small, whole
from steering.core.hearing.tongues.row import MOST, Row, Whole, takes
from steering.core.hearing.tongues.spans import Placed, meant

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_WRITTEN = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{2}|\d{4}))?")
_SPANS = {"day": 1, "week": 7}
_NO_DAY = frozenset(
    {"numbers", "spans", "hours", "minutes", "currencies", "coins", "things", "scales", "hundreds", "counted", "points", "quarters"}
)


class _Found(NamedTuple):
    day: Date | None
    end: int
    weekday: bool = False


def hear(text: str, now: datetime | None, language: str) -> Date | None:
    """The one day in *text*; without *now* only a full date is heard."""
    today = now.date() if now else None
    for row in takes(text, language):
        found = _days(row, today)
        if found:
            days = _one_day(meant(row, found, when=True))
            return days.pop() if len(days) == 1 else None
    return None


def _one_day(found: Sequence[Placed[_Found]]) -> set[Date]:
    weekdays = {one.value.day for one in found if one.value.day and one.value.weekday}
    dates = {one.value.day for one in found if one.value.day and not one.value.weekday}
    # "viernes veinte" is one day, "martes o miércoles" is two.
    if dates and {day.weekday() for day in weekdays} <= {day.weekday() for day in dates}:
        return dates
    return dates | weekdays


def _days(row: Row, today: Date | None) -> list[Placed[_Found]]:
    found: list[Placed[_Found]] = []
    at = tried = 0
    while at < len(row) and tried < MOST:
        senses = row.items[at].senses
        one = _written(row, at, today) if row.text(at)[0].isdecimal() else None
        if one is None and not _BEGINS.isdisjoint(senses):
            tried += 1
            rules = (rule for begins, rule in _RULES if not begins.isdisjoint(senses))
            one = next((one for rule in rules if (one := rule(row, at, today))), None)
        if one is None:
            at += 1
            continue
        if one.day:
            found.append(Placed(one, at, one.end))
        at = one.end
    return found


def _written(row: Row, at: int, today: Date | None) -> _Found | None:
    word = row.text(at)
    if match := _ISO.fullmatch(word):
        return _Found(made(int(match[1]), int(match[2]), int(match[3])), at + 1)
    if not (match := _WRITTEN.fullmatch(word)) or row.sense(at + 1, "hours") is not None:
        return None
    day, month = int(match[1]), int(match[3])
    if (row.lexicon.year_first or row.region == "US") != (day > 12 or month > 12) and not (day > 12 and not row.lexicon.year_first):
        day, month = month, day
    if month > 12:
        day, month = month, day
    if match[4]:
        year = int(match[4])
        return _Found(made(_in_full(year), month, day), at + 1)
    return _Found(coming(today, month, day) if today and 1 <= month <= 12 and match[2] != "-" else None, at + 1)


def _year_first(row: Row, at: int, today: Date | None) -> _Found | None:
    """二千二十七年三月一日, 이천이십칠년 삼월 일일."""
    if not row.lexicon.year_first:
        return None
    said = _year(row, at)
    if said is None or row.sense(said.end - 1, "year_words") is None:
        return None
    month = _month(row, said.end)
    day = _day(row, month.end) if month else None
    if month is None or day is None:
        return None
    return _Found(made(said.value, month.value, day.value), row.after(day.end, "day_words"))


def _month_first(row: Row, at: int, today: Date | None) -> _Found | None:
    month = _month(row, at)
    if month is None:
        return None
    day = _day(row, row.past_all(month.end, "the", "of"))
    if day is None or row.sense(day.end, "hours") is not None or row.sense(day.end, "scales") is not None:
        return None
    end = row.after(day.end, "day_words")
    if row.lexicon.year_first:
        return _Found(coming(today, month.value, day.value) if today else None, end)
    return _dated(row, month.value, day.value, end, today)


def _day_first(row: Row, at: int, today: Date | None) -> _Found | None:
    day = _day(row, at)
    if day is None:
        return None
    place = row.past_all(row.after(day.end, "day_words"), "of", "the")
    month = _month(row, place)
    if month is None and day.ordinal and (counted := _day(row, place)) and counted.ordinal and counted.value <= 12:
        month = counted  # "am fünfzehnten dritten"
    if month:
        return _dated(row, month.value, day.value, month.end, today)
    ahead = row.number(place, "months_on")
    if ahead is not None and today:
        base = months_on(today.replace(day=1), ahead)
        return _Found(made(base.year, base.month, day.value) if base else None, place + 1)
    return None


def _in_month(row: Row, at: int, today: Date | None) -> _Found | None:
    """来月の五日: the month from now before its day."""
    ahead = row.number(at, "months_on")
    if ahead is None or not today:
        return None
    place = row.past_all(at + 1, "of", "the", "day_words")
    day = _day(row, place)
    if day is None:
        return None
    end = row.after(day.end, "day_words")
    if place == at + 1 and end == day.end:
        return None
    base = months_on(today.replace(day=1), ahead)
    return _Found(made(base.year, base.month, day.value) if base else None, end)


def _lone_day(row: Row, at: int, today: Date | None) -> _Found | None:
    """A day of the month alone: "el quince", "le premier", "am fünfzehnten", 十五日."""
    led = row.past_all(at, "the")
    day = _day(row, led)
    if day is None:
        return None
    if led > at and (dated := _day_first(row, led, today)):
        return dated
    if not today:
        return None
    end = row.after(day.end, "day_words")
    named = end > day.end
    if not named and row.means(day.end, _NO_DAY):
        return None
    if not named and ((not day.sure and day.value == 1) or (row.sense(led, "figure") is not None and led == at)):
        return None
    if day.ordinal and led > at and row.number(led - 1, "the") == 0 and day.end < len(row) and not row.items[day.end].senses:
        return None  # "der erste Eindruck"
    alone = row.bare((at, end)) or row.sense(at - 1, "weekdays") is not None
    if named or led > at or (day.ordinal and alone) or row.sense(at - 1, "weekdays") is not None:
        return _Found(coming_day(today, day.value), end)
    return None


def _weekday(row: Row, at: int, today: Date | None) -> _Found | None:
    """ "el próximo martes", "mardi prochain", 来週の火曜日, "Dienstag nächster Woche"."""
    if not today:
        return None
    weeks = row.number(at, "weeks")
    place = row.past_all(at + 1, "of", "the", "day_words") if weeks is not None else at
    which = row.name(place, "which") or ""
    place += bool(which)
    day = row.number(place, "weekdays")
    if day is None:
        return None
    end = place + 1
    if not which and (behind := row.name(end, "which")) and row.number(end + 1, "weekdays") is None:
        which, end = behind, end + 1
    if weeks is None:
        behind_at = row.past_all(end, "of", "the", "ahead")
        weeks = row.number(behind_at, "weeks")
        end = end if weeks is None else behind_at + 1
    monday = -today.weekday()
    ahead = (day - today.weekday() - 1) % 7 + 1
    if weeks is not None:
        ahead = monday + 7 * weeks + day
    elif which == "next":
        ahead = monday + 7 + day
    elif which == "last":
        ahead = -((today.weekday() - day - 1) % 7 + 1)
    elif which == "this":
        ahead = (day - today.weekday()) % 7
    further = row.number(end, "weeks_on")
    if further:
        return _Found(shifted(today, ahead + 7 * further), end + 1)
    counted = _counted(row, end, today) if weeks is None and not which else None
    if counted and counted.day and (counted.day - today).days % 7 == 0:
        return _Found(shifted(today, ahead + (counted.day - today).days), counted.end)
    return _Found(shifted(today, ahead), end, not which and weeks is None)


def _named(row: Row, at: int, today: Date | None) -> _Found | None:
    ahead = row.number(at, "days")
    return None if ahead is None or not today else _Found(shifted(today, ahead), at + 1)


def _counted(row: Row, at: int, today: Date | None) -> _Found | None:
    """ "dentro de tres días", "через неделю", 三日後, "il y a deux semaines"."""
    if not today or at >= len(row):
        return None
    within, since = row.sense(at, "ahead") is not None, row.sense(at, "ago") is not None
    start = at + 1 if within or since else at
    dual = row.number(start, "duals")
    alone = within or since or row.sense(start, "spans") is not None
    count = Whole(dual, start) if dual else hundreds(row, start) or (Whole(1, start) if alone else None)
    if count is None:
        return None
    place = count.end
    if place == start and not dual and row.sense(start, "the") is not None and hundreds(row, start + 1, ordinals=True):
        return None  # قبل يوم عشرين: the day is named, not counted
    span = row.name(place, "spans")
    if span is None or not 0 < count.value < 1000:
        return None
    end = place + 1
    if row.sense(end, "later") is not None:
        sign, end = 1, end + 1
    elif row.sense(end, "earlier") is not None:
        sign, end = -1, end + 1
    elif since or within:
        sign = 1 if within else -1
    else:
        return None
    ahead = sign * count.value
    if span in _SPANS:
        return _Found(shifted(today, ahead * _SPANS[span]), end)
    return _Found(months_on(today, ahead * (12 if span == "year" else 1)), end)


_NUMBERS = frozenset({"figure", "numbers", "articles", "tens"})
_RULES = (
    (_NUMBERS | {"eras"}, _year_first),
    (_NUMBERS | {"ahead", "ago", "spans"}, _counted),
    (frozenset({"days"}), _named),
    (_NUMBERS | {"ordinals"}, _day_first),
    (_NUMBERS | {"months"}, _month_first),
    (frozenset({"months_on"}), _in_month),
    (frozenset({"weeks", "which", "weekdays"}), _weekday),
    (_NUMBERS | {"the", "ordinals"}, _lone_day),
)
_BEGINS = frozenset().union(*(begins for begins, _ in _RULES))


def _day(row: Row, at: int) -> Whole | None:
    if at >= len(row):
        return None
    day = hundreds(row, at, ordinals=True)
    if day and day.value > 1 and row.sense(day.end - 1, "day_words") is not None and row.sense(day.end, "day_words") is None:
        # 십일 with nothing behind it is the tenth: one and day are the same word.
        day = Whole(day.value - 1, day.end - 1)
    return day if day and 1 <= day.value <= 31 else None


def _month(row: Row, at: int) -> Whole | None:
    month = row.number(at, "months")
    if month:
        return Whole(month, at + 1)
    if not row.lexicon.month_words or at >= len(row):
        return None
    counted = hundreds(row, at)
    named = counted and 1 <= counted.value <= 12 and row.sense(counted.end, "month_words") is not None
    return Whole(counted.value, counted.end + 1) if counted and named else None


def _dated(row: Row, month: int, day: int, end: int, today: Date | None) -> _Found:
    year = _year(row, row.past_all(end, "of", "year_words"))
    if year:
        return _Found(made(year.value, month, day), year.end)
    return _Found(coming(today, month, day) if today else None, end)


def _year(row: Row, at: int) -> Whole | None:
    """A year, as one number or as two ("neunzehn fünfundachtzig"), with the word for it; digit by digit too."""
    if at >= len(row):
        return None
    era = row.number(at, "eras")
    if era is not None:
        since = hundreds(row, at + 1)
        return Whole(era + since.value, row.after(since.end, "year_words")) if since and 0 < since.value < 100 else None
    year = whole(row, at, ordinals=True)
    if year is None:
        return None
    value, end = year.value, year.end
    if value in (19, 20):
        rest = small(row, end, ordinals=True)
        if rest and rest.value > 9:
            value, end = value * 100 + rest.value, rest.end
    elif value < 10 and row.lexicon.year_first:
        for _ in range(3):
            digit = row.number(end, "numbers")
            value, end = (value * 10 + digit, end + 1) if digit is not None and digit < 10 else (value, end)
    named = row.after(end, "year_words")
    value = _in_full(value) if named > end and 9 < value < 100 else value
    return Whole(value, named) if 1900 <= value <= 2100 else None


def _in_full(year: int) -> int:
    """A year of two digits as this century's or the last one's."""
    return year if year > 99 else year + (2000 if year < 70 else 1900)
