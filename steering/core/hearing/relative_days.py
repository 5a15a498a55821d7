"""Days counted from now or from another: "next tuesday", "tomorrow", "in three days", "a week from friday"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date

from steering.core.hearing import month_days
from steering.core.hearing.calendar import MONTHS, ORDINALS, SMALL, WEEKDAYS, Found, is_number, months_on, shifted, year_at
from steering.core.hearing.cardinals import below_hundred
from steering.core.hearing.holidays import HOLIDAYS, LONGEST, coming_holiday, last_holiday

_OFFSETS = {"today": 0, "tonight": 0, "today's": 0, "tomorrow": 1, "tomorrow's": 1, "yesterday": -1}
_NAMED = {
    ("day", "after", "tomorrow"): 2,
    ("day", "before", "yesterday"): -2,
    ("this", "morning"): 0,
    ("this", "afternoon"): 0,
    ("this", "evening"): 0,
    ("last", "night"): -1,
}
_LAST = ("last", "past")
_BRIEF = 3
NAMES = {*_OFFSETS, *_LAST, "just", *(name[0] for name in (*_NAMED, *HOLIDAYS))}
"""The words with which days begin that have a name."""
_SPANS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14}
_MONTHS = {"month": 1, "months": 1, "year": 12, "years": 12}
WHICH = ("next", "this", "last", "past", "coming", "following")
_WEEKS = {"next": 7, "last": -7, "this": 0}
_BUSINESS = frozenset({"business", "working"})
_OLDEST = 1900
_MANY = 366
"""Business days that are counted at most."""


def next_but_one(tokens: Sequence[str], at: int, today: Date | None) -> Found | None:
    """ "not this tuesday but the next one": the one after the coming one."""
    start = at + 2 if tokens[at + 1 : at + 2] in (("this",), ("the",), ("coming",)) else at + 1
    if tokens[at] != "not" or not today or start >= len(tokens) or (coming := weekday(tokens, start, today)) is None or coming.day is None:
        return None
    end = coming.end + sum(tokens[coming.end + place : coming.end + place + 1] in (("but",), ("the",)) for place in range(2))
    if tuple(tokens[end : end + 2]) in (("next", "one"), ("one", "after"), ("following", "one")):
        return Found(shifted(coming.day, 7), end + 2)
    return None


def weekday(tokens: Sequence[str], at: int, today: Date | None) -> Found | None:
    """ "tuesday", "next tuesday", "tuesday next week", "friday week", "next week on tuesday"."""
    if not today:
        return None
    if tokens[at] in _WEEKS and tokens[at + 1 : at + 2] == ("week",):
        place = at + 3 if tokens[at + 2 : at + 3] == ("on",) else at + 2
        day = WEEKDAYS.get(tokens[place]) if place < len(tokens) else None
        return None if day is None else Found(shifted(today, day - today.weekday() + _WEEKS[tokens[at]]), place + 1)
    which = tokens[at] if tokens[at] in WHICH else ""
    place = at + 1 if which else at
    if which == "this" and tokens[place : place + 1] in (("coming",), ("past",)):
        which, place = tokens[place], place + 1
    day = WEEKDAYS.get(tokens[place]) if place < len(tokens) else None
    if day is None or (tokens[place] == "mon" and _is_french(tokens, place + 1)):
        return None
    ahead = (day - today.weekday() - 1) % 7 + 1
    start = place + 2 if tokens[place + 1 : place + 2] == ("of",) else place + 1
    after = tuple(tokens[start : start + 2])
    if not which and len(after) == 2 and after[1] == "week" and after[0] in _WEEKS:
        return Found(shifted(today, day - today.weekday() + _WEEKS[after[0]]), start + 2)
    if tokens[place + 1 : place + 3] == ("after", "next"):
        return Found(None, place + 3)
    if not which and (beside := _beside(tokens, place + 1, day, today)):
        return beside
    if not which and (end := _but_next(tokens, place + 1)):
        return Found(shifted(today, ahead + 7), end)
    if not which and tokens[place + 1 : place + 2] == ("week",):
        return Found(shifted(today, ahead + 7), place + 2)
    if which == "next":
        ahead = 7 - today.weekday() + day
    elif which in ("last", "past"):
        ahead = -((today.weekday() - day - 1) % 7 + 1)
    elif which == "this":
        ahead = (day - today.weekday()) % 7
    return Found(shifted(today, ahead), place + 1)


def _but_next(tokens: Sequence[str], at: int) -> int:
    """Where "(monday) not this one but the next" ends; zero when it is not said at *at*."""
    if tokens[at : at + 1] != ("not",) or tuple(tokens[at : at + 2]) not in (("not", "this"), ("not", "the"), ("not", "coming")):
        return 0
    end = at + 2
    while end < len(tokens) and end - at < _BUT_NEXT and tokens[end] in ("coming", "one", "week", "but", "the"):
        end += 1
    if tokens[end : end + 2] == ("one", "after"):
        return end + 2
    return end + 1 + (tokens[end + 1 : end + 2] == ("one",)) if tokens[end : end + 1] in (("next",), ("following",)) else 0


_BUT_NEXT = 7


def _beside(tokens: Sequence[str], at: int, weekday: int, today: Date) -> Found | None:
    """ "(the monday) after thanksgiving", "(the friday) before the fifteenth"."""
    side = tokens[at] if at < len(tokens) else ""
    start = at + 2 if tokens[at + 1 : at + 2] == ("the",) else at + 1
    if side not in ("after", "before", "following") or start >= len(tokens):
        return None
    based = next((one for rule in _DAYS if (one := rule(tokens, start, today))), None)
    if based is None or based.day is None:
        return None
    on = based.day.weekday()
    ahead = -((on - weekday - 1) % 7 + 1) if side == "before" else (weekday - on - 1) % 7 + 1
    return Found(shifted(based.day, ahead), based.end)


def _is_french(tokens: Sequence[str], at: int) -> bool:
    """Whether "mon" is no Monday, by what follows it: "mon amie"."""
    return at < len(tokens) and not is_number(tokens[at]) and tokens[at] not in _AFTER_A_DAY


_AFTER_A_DAY = frozenset({*MONTHS, *ORDINALS, "the", "at", "in", "and", "or", "morning", "afternoon", "evening", "next", "week", "please"})


def named(tokens: Sequence[str], at: int, today: Date | None) -> Found | None:
    """ "tomorrow", "the day after tomorrow", "this evening", "thanksgiving"."""
    if not today:
        return None
    for size in (3, 2):
        ahead = _NAMED.get(tuple(tokens[at : at + size]))
        if ahead is not None:
            return Found(shifted(today, ahead), at + size)
    if tokens[at] in _OFFSETS:
        week = tokens[at + 1 : at + 2] == ("week",)
        return Found(shifted(today, _OFFSETS[tokens[at]] + 7 * week), at + 1 + week)
    if tokens[at : at + 2] == ("just", "now") and len(tokens) <= _BRIEF:
        return Found(today, at + 2)
    if tokens[at] in _LAST:
        sizes = range(min(LONGEST, len(tokens) - at - 1), 0, -1)
        past = ((last_holiday(tuple(tokens[at + 1 : at + 1 + size]), today), at + 1 + size) for size in sizes)
        return next((Found(day, end) for day, end in past if day), None)
    for size in range(min(LONGEST, len(tokens) - at), 0, -1):
        holiday = coming_holiday(tuple(tokens[at : at + size]), today)
        year = year_at(tokens, at + size) if holiday else None
        if holiday and year and _OLDEST <= year[0] <= today.year + 1:
            return Found(coming_holiday(tuple(tokens[at : at + size]), Date(year[0], 1, 1)), year[1])
        if holiday:
            return Found(holiday, at + size)
    return None


def counted(tokens: Sequence[str], at: int, today: Date | None) -> Found | None:
    """ "in three days", "two weeks from friday", "three days ago", "the day before christmas", "in five business days"."""
    if not today:
        return None
    within = tokens[at] == "in"
    begin = at + 1 if within else at
    count, end = _count(tokens, begin + (tokens[begin : begin + 1] in (("exactly",), ("about",)) if within else 0))
    if not count:
        return None
    business = tokens[end] in _BUSINESS if end < len(tokens) else False
    end += business
    unit = tokens[end].removesuffix("'s") if end < len(tokens) else ""
    if unit in WEEKDAYS and unit.endswith("days"):
        # "two fridays from now" is the second; "two fridays a month" is none.
        ahead = (WEEKDAYS[unit] - today.weekday() - 1) % 7 + 1 + 7 * (count - 1)
        counts = tuple(tokens[end + 1 : end + 3]) in (("from", "now"), ("from", "today"))
        return Found(shifted(today, ahead), end + 3) if counts else Found(None, end + 1)
    if unit not in _SPANS and (business or unit not in _MONTHS):
        return None
    end += 1
    if tokens[end : end + 1] == ("or",):
        return Found(None, end + 1)  # "in a day or two"
    if tokens[end : end + 1] == ("time",):
        end += 1
    after = tokens[end] if end < len(tokens) else ""
    base: Date | None = today
    if after == "on" and tokens[at] == "a" and (unit in _MONTHS or (at and _is_rated(tokens[at - 1]))):
        return None  # "fifty a week on friday", "a hundred a month on the fifteenth"
    if after in ("from", "after", "before", "on"):
        based = _base(tokens, end + 1, today)
        if based:
            count, base, end = (-count if after == "before" else count), based.day, based.end
        elif after == "before" and not within:
            count, end = -count, end + 1
        elif not (within and after == "on"):
            return None
    elif after in ("today", "tomorrow") and unit not in ("day", "days"):
        # British: "a week today".
        base, end = shifted(today, _OFFSETS[after]), end + 1
    elif after in ("ago", "back"):
        count, end = -count, end + 1
        end += tokens[end : end + 1] == ("today",)
    elif not within:
        return None
    if base is None:
        return None
    if business:
        return Found(_working(base, count), end) if unit in ("day", "days") else None
    return Found(shifted(base, count * _SPANS[unit]) if unit in _SPANS else months_on(base, count * _MONTHS[unit]), end)


def _is_rated(word: str) -> bool:
    """Whether a length of time behind *word* says how often: "fifty a week", "once a week"."""
    return is_number(word) or word in _RATED


_RATED = frozenset({"dollars", "bucks", "dollar", "euros", "pounds", "once", "twice", "times"})


def from_unknown(tokens: Sequence[str]) -> bool:
    """Whether what is counted from is not known: "the friday after", "two weeks after my payday"; not "friday after five"."""
    sides = [at for at, word in enumerate(tokens) if word in ("after", "before")]
    counted = (at for at in sides if at and (tokens[at - 1] in WEEKDAYS or tokens[at - 1] in _SPANS or tokens[at - 1] in _MONTHS))
    return any(at + 1 == len(tokens) or _is_payday(tokens, at + 1) for at in counted)


def _is_payday(tokens: Sequence[str], at: int) -> bool:
    return tokens[at + (tokens[at] in ("my", "the", "our") and at + 1 < len(tokens))] in _PAYDAYS


_PAYDAYS = frozenset({"payday", "pay", "paycheck", "check", "birthday", "appointment", "surgery", "vacation", "trip", "that"})
_DAYS = (named, month_days.month_first, month_days.alone, month_days.day_first)


def _count(tokens: Sequence[str], at: int) -> tuple[int, int]:
    """How many are counted, and where that ends; zero when nothing is."""
    if at >= len(tokens):
        return 0, at
    if tokens[at].isdecimal():
        return (int(tokens[at]), at + 1) if len(tokens[at]) <= 3 else (0, at)
    if tokens[at] in ("day", "week", "month", "year"):
        # "the day after thanksgiving", "week before christmas"; not "any day after monday"
        if at and tokens[at - 1] in ("any", "every", "each", "some"):
            return 0, at
        return (1, at) if tokens[at + 1 : at + 2] in (("after",), ("before",)) else (0, at)
    said = below_hundred(tokens, at) or ((SMALL[tokens[at]], at + 1) if tokens[at] in SMALL else None)
    if said is None:
        return 0, at
    count, end = said
    if tokens[at] in ("a", "an") and tokens[end : end + 1] == ("couple",):
        count, end = 2, end + 1
    return count, end + (tokens[end : end + 1] == ("of",))


def _base(tokens: Sequence[str], at: int, today: Date) -> Found | None:
    """The day that is counted from: "from now", "from this friday", "after the fifteenth"."""
    if tokens[at : at + 1] == ("now",):
        return Found(today, at + 1)
    while at < len(tokens) and tokens[at] in ("this", "the"):
        at += 1
    if at >= len(tokens):
        return None
    rules = (named, weekday, month_days.month_first, month_days.alone, month_days.day_first)
    return next((one for rule in rules if (one := rule(tokens, at, today))), None)


def _working(day: Date, count: int) -> Date | None:
    """*count* days from Monday to Friday on from *day*."""
    step = 1 if count > 0 else -1
    left, found = min(abs(count), _MANY), day
    while left:
        after = shifted(found, step)
        if after is None:
            return None
        found = after
        left -= found.weekday() < 5
    return found
