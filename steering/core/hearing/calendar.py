"""The words of the calendar and the days they name, counted from a known day."""

from __future__ import annotations

from datetime import date, timedelta

from steering.core.hearing.cardinals import TEENS, TENS, UNITS
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
SMALL = UNITS | TEENS | TENS | {"a": 1, "an": 1, "couple": 2}


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


def coming_day(today: date, day: int) -> date | None:
    """The next day of a month numbered *day*, today included."""
    for ahead in range(12):
        year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        found = made(year, month + 1, day)
        if found and found >= today:
            return found
    return None
