"""Times of day: "las tres y media", "halb vier", "без четверти четыре", 午後三時半, "الثالثة إلا ربعًا"."""

from __future__ import annotations

import re
from datetime import datetime
from datetime import time as TimeOfDay
from decimal import Decimal
from typing import NamedTuple

from steering.core.hearing.tongues.numbers import hundreds, small
from steering.core.hearing.tongues.row import FEW, MOST, Row, Whole, takes
from steering.core.hearing.tongues.spans import Placed, meant, spanned
from steering.core.values import Time

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?")
_COUNTED = frozenset({"spans", "things", "currencies", "coins", "counted", "scales", "hundreds", "months", "minutes"})
_WEIGHTLESS = frozenset({"carriers", "at", "the", "of", "days", "weekdays", "parts_of_day", "day_words"})
_FROM_NOW = frozenset({"later", "earlier"})
_BEGINS = frozenset({"figure", "numbers", "articles", "tens", "fractions", "halves", "noons", "hour_names", "quarters", "to_half", "less"})


class _Clock(NamedTuple):
    """Hour and minute as said; *sure* when nothing but a time is said so, *told* when it has its half of the day."""

    hour: int
    minute: int
    end: int
    sure: bool = True
    told: bool = False


def hear(text: str, now: datetime | None, language: str) -> Time | None:
    """The one time of day in *text*; ambiguous when nothing says which half of the day."""
    for row in takes(text, language):
        found: list[Placed[Time]] = []
        passed: Placed[Time] | None = None
        at = tried = 0
        while at < len(row) and tried < MOST:
            known = not _BEGINS.isdisjoint(row.items[at].senses) or row.text(at)[0].isdecimal()
            tried += known
            one = _clock(row, at) if known else None
            if one is None:
                at += 1
                continue
            value, end, told = _placed(row, at, one)
            placed = Placed(value, at, end)
            if one.sure or told or _led(row, at, end):
                # "de neuf heures à onze heures" begins with an hour as well.
                found += [passed, placed] if passed and spanned(row, passed.end, at) else [placed]
                passed = None
            else:
                passed = placed
            at = end
        if found:
            hours = {one.value for one in meant(row, found, when=True)}
            return hours.pop() if len(hours) == 1 else None
    return None


def _clock(row: Row, at: int) -> _Clock | None:
    noon = row.number(at, "noons")
    if noon is not None:
        return _with_minutes(row, _Clock(noon, 0, at + 1, told=True))
    word = row.text(at)
    if match := _CLOCK.fullmatch(word):
        end = row.after(at + 1, "hours")
        told = word[0] == "0" and ":" in word
        return _valid(_Clock(int(match[1]), int(match[2]), end, sure=":" in word or end > at + 1, told=told))
    if row.sense(at - 1, "ahead") is not None or row.sense(at - 1, "ago") is not None:
        return None
    return _counted_to(row, at) or _spoken(row, at)


def _spoken(row: Row, at: int) -> _Clock | None:
    """An hour, with its noun, minutes, half or quarter."""
    fraction = _fractional(row, at)
    if fraction:
        return fraction
    word = row.text(at)
    if word.isdecimal() and len(word) in (3, 4):
        return _valid(_Clock(int(word[:-2]), int(word[-2:]), row.after(at + 1, "hours"), sure=False))
    hour = _hour(row, at)
    if hour is None:
        return None
    noun = row.number(hour.end, "hours")
    if noun is None:
        return _with_minutes(row, _Clock(hour.value, 0, hour.end, sure=False))
    if row.means(hour.end + 1, _FROM_NOW):
        return None
    return _with_minutes(row, _Clock(hour.value, 0, hour.end + 1, sure=noun > 0 or hour.value > 12), named=True)


def _fractional(row: Row, at: int) -> _Clock | None:
    """साढ़े तीन बजे, डेढ़ बजे."""
    value = row.sense(at, "fractions")
    hour = small(row, at + 1) if isinstance(value, Decimal) else None
    if isinstance(value, Decimal) and hour:
        minutes, end = int((hour.value + value) * 60), hour.end
    else:
        value = row.sense(at, "halves")
        if not isinstance(value, Decimal):
            return None
        minutes, end = int(value * 60), at + 1
    noun = row.sense(end, "hours") is not None
    if not noun and row.sense(end, "scales") is not None:
        return None
    return _valid(_Clock(minutes // 60, minutes % 60, end + noun, sure=noun))


def _counted_to(row: Row, at: int) -> _Clock | None:
    """Minutes before the hour they count from: "viertel nach drei", "halb vier", "без пяти три", "четверть четвёртого"."""
    less = row.sense(at, "less") is not None
    start = at + 1 if less else at
    half = None if less else row.number(start, "to_half")
    if half is not None and (hour := _hour(row, start + 1)):
        return _shifted(hour, half - 60)
    minutes = _minutes(row, start)
    if minutes is None:
        return None
    if less:
        hour = _hour(row, minutes.end)
        if hour is None and (first := row.number(start, "numbers")):
            # "без двадцати пять" is twenty to five.
            minutes, hour = Whole(first, start + 1), _hour(row, start + 1)
        return _shifted(hour, -minutes.value) if hour and minutes.value else None
    into = row.number(minutes.end, "of_next")
    if into is not None:
        return _valid(_Clock(into or 12, minutes.value, minutes.end + 1))
    sign = 1 if row.sense(minutes.end, "past") is not None else -1 if row.sense(minutes.end, "to") is not None else 0
    if not sign or not 0 < minutes.value < 60:
        return None
    place = row.past_all(minutes.end + 1, "at", "the")
    half = row.number(place, "to_half")
    if half is not None and (hour := _hour(row, place + 1)):
        return _shifted(hour, half - 60 + sign * minutes.value)
    noon = row.number(place, "noons")
    if noon is not None:
        total = ((noon or 24) * 60 + sign * minutes.value) % 1440
        return _Clock(total // 60, total % 60, place + 1, told=True)
    hour = _hour(row, place)
    return _shifted(hour._replace(end=row.after(hour.end, "hours")), sign * minutes.value) if hour else None


def _with_minutes(row: Row, hour: _Clock, *, named: bool = False) -> _Clock | None:
    """*hour* with the minutes behind it, added or taken away."""
    at = row.after(hour.end, "joins")
    if row.sense(at, "less") is not None:
        minutes = _minutes(row, row.after(at + 1, "the"))
        if minutes and 0 < minutes.value < 60:
            return _shifted(Whole(hour.hour or 24, minutes.end), -minutes.value, told=hour.told)
        return _valid(hour)
    minutes = _minutes(row, at)
    joined = at > hour.end
    if joined and _in_range(row, hour.end):
        return _valid(hour)
    if minutes is None or minutes.value > 59 or (joined and minutes.value == 0):
        return _valid(hour)
    word = row.sense(at, "quarters") is not None
    noun = row.sense(minutes.end - 1, "minutes") is not None
    if not word and not noun and row.means(minutes.end, _COUNTED | {"hours"}):
        return _valid(hour)
    zero = row.number(at, "numbers") == 0 or row.text(at).startswith("0")
    if not (word or noun or joined or named or zero or minutes.value > 9):
        return _valid(hour)
    if row.sense(minutes.end, "before") is not None:
        return _shifted(Whole(hour.hour or 24, minutes.end + 1), -minutes.value)
    sure = hour.sure or word or noun
    return _valid(hour._replace(minute=minutes.value, end=minutes.end, sure=sure))


def _in_range(row: Row, end: int) -> bool:
    """Whether the hour before *end* is the first of two: "entre las tres y las cuatro"."""
    return any(row.sense(place, "ranges") is not None for place in range(max(0, end - FEW), end))


def _minutes(row: Row, at: int) -> Whole | None:
    """Minutes as a number, with its noun or without, or a quarter or half of an hour."""
    part = row.number(at, "quarters")
    if part is not None:
        return Whole(part, at + 1)
    if row.sense(at, "minutes") is not None:
        dual = row.number(at, "duals")
        return Whole(dual, at + 1) if dual else Whole(1, at + 2) if row.one(at + 1) else None
    said = hundreds(row, at) if at < len(row) else None
    if said and said.value == 0 and row.number(said.end, "numbers") is not None:
        said = small(row, said.end)
    if said is None or said.value > 59:
        return None
    return said._replace(end=row.after(said.end, "minutes"))


def _hour(row: Row, at: int) -> Whole | None:
    named = row.number(at, "hour_names")
    if named is not None:
        return Whole(named, at + 1)
    if at >= len(row):
        return None
    counted = row.lexicon.tens or row.sense(at, "figure") is not None
    said = hundreds(row, at) if counted else small(row, at, joins=row.lexicon.hour_joins)
    if said and said.value > 24:
        said = small(row, at, joins=False)
    return said if said and said.value <= 24 else None


def _placed(row: Row, at: int, one: _Clock) -> tuple[Time, int, bool]:
    """The time in the half of the day that was said before or behind it, where it ends, and whether one was said."""
    place = row.past_all(one.end, "of", "the", "at", "days", "weekdays", "day_words")
    part = row.name(place, "parts_of_day")
    end = place + 1 if part else one.end
    if not part:
        part = next((part for back in range(at - 1, max(-1, at - 5), -1) if (part := row.name(back, "parts_of_day"))), None)
    if part and not (one.told and part != "night"):
        return Time(TimeOfDay(_in_part(one.hour, part), one.minute)), end, True
    return Time(TimeOfDay(one.hour, one.minute), 1 <= one.hour <= 12 and not one.told), end, one.told


def _in_part(hour: int, part: str) -> int:
    """*hour* as said, in the part of the day: twelve and the small hours of a night come after midnight."""
    if hour > 12:
        return hour
    if part == "am" or (part == "night" and (hour == 12 or hour < 5)):
        return hour % 12
    return hour if part == "noon" and hour > 9 else hour % 12 + 12


def _led(row: Row, at: int, end: int) -> bool:
    """Whether a bare number is a time: behind "a las", or with nothing of weight around it."""
    if row.means(end, _COUNTED):
        return False
    if row.sense(at - 1, "at") is not None or ((row.sense(at - 1, "ranges") or row.sense(at - 1, "joins")) and _in_range(row, at)):
        return True
    if end == at + 1 and row.unsure(at):
        return False
    return len(row) <= _SHORT and all(at <= place < end or row.means(place, _WEIGHTLESS) for place in range(len(row)))


_SHORT = 20


def _shifted(hour: Whole, minutes: int, *, told: bool = False) -> _Clock | None:
    total = (hour.value * 60 + minutes) % 1440
    clock, minute = divmod(total, 60)
    if not told and 0 < hour.value <= 12:
        clock = clock % 12 or 12
    return _valid(_Clock(clock, minute, hour.end, told=told))


def _valid(one: _Clock) -> _Clock | None:
    if one.hour > 24 or one.minute > 59 or (one.hour == 24 and one.minute):
        return None
    return one._replace(hour=one.hour % 24)
