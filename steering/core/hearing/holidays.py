"""Days with names: "thanksgiving", "new year's eve", "the day before christmas" counts from one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from steering.core.languages import listed

_MONDAY, _THURSDAY, _SUNDAY = 0, 3, 6


def _nth(month: int, weekday: int, number: int, later: int = 0) -> Callable[[int], date]:
    """The *number*th such weekday of a month, and some days later."""

    def day(year: int) -> date:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1) + later)

    return day


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _last_monday_of_may(year: int) -> date:
    last = date(year, 5, 31)
    return last - timedelta(last.weekday())


def _easter(year: int) -> date:
    """Easter Sunday by the Gregorian rule (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


_DAYS = {
    "new year's day | new years day | new year's | new years | new year": _fixed(1, 1),
    "new year's eve | new years eve": _fixed(12, 31),
    "martin luther king day | m l k day | mlk day": _nth(1, _MONDAY, 3),
    "valentine's day | valentines day | valentine's | valentines": _fixed(2, 14),
    "presidents day | presidents' day | president's day": _nth(2, _MONDAY, 3),
    "saint patrick's day | saint patricks day | st patrick's day | st patricks day": _fixed(3, 17),
    "good friday": lambda year: _easter(year) - timedelta(2),
    "easter | easter sunday": _easter,
    "easter monday": lambda year: _easter(year) + timedelta(1),
    "mother's day | mothers day": _nth(5, _SUNDAY, 2),
    "memorial day": _last_monday_of_may,
    "juneteenth": _fixed(6, 19),
    "father's day | fathers day": _nth(6, _SUNDAY, 3),
    "independence day": _fixed(7, 4),
    "labor day | labour day": _nth(9, _MONDAY, 1),
    "columbus day | indigenous peoples day": _nth(10, _MONDAY, 2),
    "halloween": _fixed(10, 31),
    "veterans day | veteran's day": _fixed(11, 11),
    "thanksgiving day | thanksgiving": _nth(11, _THURSDAY, 4),
    "black friday": _nth(11, _THURSDAY, 4, later=1),
    "cyber monday": _nth(11, _THURSDAY, 4, later=4),
    "christmas eve": _fixed(12, 24),
    "christmas day | christmas | xmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
}
HOLIDAYS = {tuple(name.split()): day for names, day in _DAYS.items() for name in listed(names)}
LONGEST = max(map(len, HOLIDAYS))


def coming_holiday(name: tuple[str, ...], today: date) -> date | None:
    """The next day of that name from *today* on, today included; None when it has no such name."""
    day = HOLIDAYS.get(name)
    if day is None or today.year >= date.max.year:
        return None
    return day(today.year) if day(today.year) >= today else day(today.year + 1)


def last_holiday(name: tuple[str, ...], today: date) -> date | None:
    """The last day of that name before *today*; None when it has no such name."""
    day = HOLIDAYS.get(name)
    if day is None or today.year <= date.min.year:
        return None
    return day(today.year) if day(today.year) < today else day(today.year - 1)
