"""`date`: one day, named outright or counted from now: "march third", "3/15", "next tuesday", "a week from friday".

"tuesday" is the coming one, never today; "next tuesday" is in the week after this one (weeks begin on
Monday); a day without a year is the coming one, today included.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date as Date
from datetime import datetime
from functools import cache, partial

from steering.core.hearing import month_days, numeric_dates, relative_days
from steering.core.hearing.calendar import MONTHS, ORDINALS, SMALL, UNIT_ORDINALS, WEEKDAYS, Found, is_number
from steering.core.hearing.cardinals import BELOW_HUNDRED, TENS
from steering.core.hearing.offers import unrefused
from steering.core.hearing.spans import is_open
from steering.core.hearing.tokens import takes, value_tokens, withdrawn

_Rule = Callable[[Sequence[str], int, Date | None], Found | None]

_DAY_FIRST = frozenset({"GB", "IE", "AU", "NZ", "IN", "ZA"})
"""Regions of English where 03/04 is the third of April."""
_NAMES = frozenset({*ORDINALS, *WEEKDAYS, *MONTHS} - {"may", "second"})
_NUMBERED = frozenset({*ORDINALS, *SMALL} - {"a", "an", "couple"})
_OR = (("or",), ("to",), ("through",))
_DENYING = frozenset({"not", "except", "besides", "excluding"})
_BEFORE_BUT = frozenset({"day", "days", "anything", "time", "date"})


def date(text: str, now: datetime | None, language: str = "en") -> Date | None:
    """The one day in *text*; without *now* only a full date is heard."""
    today = now.date() if now else None
    rules = _rules(day_first=language.rpartition("-")[2].upper() in _DAY_FIRST)
    said = [_plain(take) for take in takes(value_tokens(unrefused(text, language), language), language)]
    for place in reversed(range(len(said))):
        take = said[place]
        if place and not any(word in MONTHS for word in take) and any(word in ORDINALS or word in TENS for word in take):
            # "august the second, no, the third nineteen forty four" is in august.
            month = next((word for word in reversed(said[place - 1]) if word in MONTHS), None)
            take = (month, *take) if month else take
        found = _days(take, today, rules)
        if not found and place and withdrawn(take):
            return None
        # A correction that holds a number and no day takes back what was said before it.
        if found or any(is_number(word) or word in _NAMES for word in take):
            return found.pop() if len(found) == 1 else None
    return None


def _plain(take: Sequence[str]) -> tuple[str, ...]:
    """*take* with "sunday" for "sunday's"."""
    return tuple([_OF_A_DAY.get(word, word) for word in take])


_OF_A_DAY = {f"{day}'s": day for day in WEEKDAYS}


def hear(text: str, now: datetime | None, language: str) -> Date | None:
    return date(text, now, language)


def _days(tokens: Sequence[str], today: Date | None, rules: Mapping[str, Sequence[_Rule]]) -> set[Date]:
    if relative_days.from_unknown(tokens) or _unless(tokens):
        return {Date.min, Date.max}
    found: set[Date] = set()
    weekdays: set[int] = set()
    opened = False
    at = 0
    while at < len(tokens):
        asked = rules.get(_FIGURES if tokens[at][-1].isdecimal() else tokens[at])
        one = next((one for rule in asked if (one := rule(tokens, at, today))), None) if asked else None
        bounds = one is not None and is_open(tokens, at, one.end)
        opened = opened or bounds
        if bounds and (found or weekdays) and tokens[at - 1] in ("until", "till", "til"):
            return {Date.min, Date.max}  # "tomorrow until friday"
        if one is None or one.day is None or bounds or _denied(tokens, at):
            at = one.end if one else at + 1
            continue
        if tokens[one.end : one.end + 1] in _OR and one.end + 1 < len(tokens) and tokens[one.end + 1] in _NUMBERED:
            return {Date.min, Date.max}  # "the fifth or sixth"
        if one.end == at + 1 and tokens[at] in WEEKDAYS:
            weekdays.add(one.day.weekday())
            weekday = one.day
        else:
            found.add(one.day)
        at = one.end
    # "friday the fifteenth" is one day; "tuesday or wednesday" is two.
    if found:
        return found if weekdays <= {day.weekday() for day in found} or today is None else found | {weekday}
    # "the monday after thanksgiving" is not the coming one.
    return {weekday} if len(weekdays) == 1 and not opened else {Date.min, Date.max} if weekdays else set()


def _denied(tokens: Sequence[str], at: int) -> bool:
    """Whether the day at *at* is the one that is not meant: "not on monday", "any day but friday"."""
    while at and tokens[at - 1] in ("on", "the", "this", "next"):
        at -= 1
    if tuple(tokens[max(0, at - 2) : at]) == ("why", "not"):
        return False
    return at > 0 and (tokens[at - 1] in _DENYING or (tokens[at - 1] == "but" and at > 1 and tokens[at - 2] in _BEFORE_BUT))


def _unless(tokens: Sequence[str]) -> bool:
    """Whether one day is named for another one: "if not friday then monday", "friday, or if not monday"."""
    if "if" not in tokens:
        return False
    places = (at for at in range(1, len(tokens)) if tokens[at - 1 : at + 1] == ("if", "not"))
    return any(word in _NAMES for at in places for word in tokens[at + 1 : at + 1 + _NEAR])


_NEAR = 3
_FIGURES = "0"
"""What stands for every token of figures among the words with which a day begins."""


@cache
def _rules(*, day_first: bool) -> dict[str, tuple[_Rule, ...]]:
    """What may stand at a place that begins with a word, the longest readings first."""
    numbers = {*BELOW_HUNDRED, _FIGURES}
    rules: tuple[tuple[_Rule, set[str]], ...] = (
        (partial(numeric_dates.written, day_first=day_first), {_FIGURES}),
        (partial(numeric_dates.in_eight, day_first=day_first), numbers | {"oh", "o"}),
        (partial(numeric_dates.in_three, day_first=day_first), numbers | {"oh", "o"}),
        (relative_days.next_but_one, {"not"}),
        (relative_days.counted, {*SMALL, _FIGURES, "in", "day", "week", "month", "year"}),
        (relative_days.named, relative_days.NAMES),
        (month_days.year_first, numbers),
        (month_days.at_the_end, {"last", "end"}),
        (month_days.nth_weekday, {*UNIT_ORDINALS, "last"}),
        (month_days.month_first, {*MONTHS}),
        (month_days.day_first, {*ORDINALS, *numbers}),
        (relative_days.weekday, {*WEEKDAYS, *relative_days.WHICH}),
        (month_days.alone, {*ORDINALS, *TENS, _FIGURES}),
    )
    words = set().union(*(words for _, words in rules))
    return {word: tuple(rule for rule, words in rules if word in words) for word in words}
