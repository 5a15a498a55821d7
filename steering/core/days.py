"""Which of its days a caller means by one that comes again ("saturday", "the 2nd", "december thirtieth"): the one within the limits.

Theory of operation. Such a day is the coming one, from whatever day its words are heard. So what the caller means is heard by the
same rules from another day: from one before the last that a limit in the past allows, or from that of his own earlier answer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from steering.core.flow import Kind
from steering.core.hearing import hear, tongues
from steering.core.hearing.calendar import MONTHS, WEEKDAYS
from steering.core.hearing.relative_days import NAMES, WHICH
from steering.core.hearing.tokens import value_tokens
from steering.core.hearing.tongues import row
from steering.core.limits import edges

_Hear = Callable[[date], date | None]
_PERIODS = (8, 32, 367)
"""Days in which one of a week, a month or a year has surely come once more."""
_REACH = 183
"""Days behind an earlier answer within which another one is meant."""
_BEFORE, _BEHIND = frozenset({*WHICH, "upcoming", "previous"}), frozenset({"next", "last", "coming", "following"})
_PINNED = frozenset({*WEEKDAYS, *MONTHS, *NAMES, "week", "weekend", "month", "year", "coming", "past"})
_PINNING = frozenset({"which", "weeks", "weeks_on", "months_on", "ahead", "ago"})


def counted_from(day: date | None, text: str, kind: Kind, now: datetime, language: str, *, follows: bool) -> datetime:
    """The moment from which *text* is heard for a question of *kind*: *now*, from which it says *day*, but where another is meant.

    One is where *day* is too late for a limit that is not to come ("saturday" for `date until today` is the last one), or too
    early for one that *follows* an earlier answer of the caller's ("sunday" for `date after arrives`).
    """

    def heard(since: date) -> date | None:
        found = hear("date", text, since, language)
        return found if isinstance(found, date) else None

    today = now.date()
    least, most = edges(kind, today)
    late = most <= today and (day > today if day else _has_weekday(text, language))
    early = follows and day is not None and today < day < least
    if not (late or early) or _is_pinned(text, language):
        return now
    # Nobody calls today by its weekday.
    meant = _last(heard, min(most, today - timedelta(days=1))) if late else _first(heard, least)
    if meant is None or not least <= meant <= most or not _comes_again(heard, day or meant):
        return now
    return datetime.combine(_on(meant, -1), time(), now.tzinfo)


def _comes_again(heard: _Hear, day: date) -> bool:
    """Whether the same words mean *day* on the days before it and a later one behind it: "in two days" do not, nor does a full date."""
    later = heard(_on(day, 1))
    return heard(_on(day, -1)) == heard(_on(day, -2)) == day and (later is None or later > day)


def _is_pinned(text: str, language: str) -> bool:
    """Whether *text* says which one is meant: "next friday", "this month", "el sábado que viene"."""
    if tongues.speaks(language):
        return any(not _PINNING.isdisjoint(item.senses) for items in row.takes(text, language) for item in items.items)
    said = value_tokens(text, language)
    return any((a in _BEFORE and b in _PINNED) or (a in WEEKDAYS and b in _BEHIND) for a, b in pairwise(said))


def _has_weekday(text: str, language: str) -> bool:
    """Whether a weekday is in *text*: with another day of the month, "friday the second" is no day from now on."""
    if tongues.speaks(language):
        return any("weekdays" in item.senses for items in row.takes(text, language) for item in items.items)
    return not WEEKDAYS.keys().isdisjoint(value_tokens(text, language))


def _last(heard: _Hear, most: date) -> date | None:
    """The last such day until *most*."""
    for period in _PERIODS:
        day = heard(_on(most, -period))
        if day is not None and day <= most:
            while (later := heard(_on(day, 1))) is not None and day < later <= most:
                day = later
            return day
    return None


def _first(heard: _Hear, least: date) -> date | None:
    """The first such day from *least* on, if a caller who has just named *least* would mean it."""
    day = heard(_on(least, -2))
    while day is not None and day < least:
        later = heard(_on(day, 1))
        day = later if later is not None and later > day else None
    return day if day is not None and (day - least).days <= _REACH else None


def _on(day: date, days: int) -> date:
    """*day* so many *days* on, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
