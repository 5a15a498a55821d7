"""`time`: one time of day: "half past three", "quarter to nine", "3:05 pm", "fourteen thirty", "noon"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from datetime import time as TimeOfDay
from typing import NamedTuple

from steering.core.hearing.cardinals import UNITS, below_hundred
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.languages import listed
from steering.core.values import Time

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?")
_NAMED = {"noon": TimeOfDay(12), "midday": TimeOfDay(12), "noontime": TimeOfDay(12), "midnight": TimeOfDay(0)}
_PAST = {"past": 1, "after": 1, "to": -1, "till": -1, "until": -1, "before": -1, "of": -1}
_MORNING = frozenset({"am", "morning"})
_LATER = frozenset({"pm", "afternoon", "evening", "night", "tonight"})
_LEADS = frozenset({"at", "around", "about", "by", "before", "after", "until", "till", "from", "say", "make", "maybe"})
_CARRIERS = frozenset(
    listed(
        """
        it's | its | it | is | um | uh | please | like | or | so | the | how | let's | do | works | work | sharp
        would | be | for | me
        """
    )
)


class _Found(NamedTuple):
    hour: int
    minute: int
    end: int
    sure: bool


def time(text: str, language: str = "en") -> Time | None:
    """The one time of day in *text*; ambiguous when nothing says which half of the day."""
    for take in reversed(takes(value_tokens(text, language), language)):
        found = _times(_joined(take))
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def hear(text: str, now: datetime | None, language: str) -> Time | None:
    return time(text, language)


def _joined(tokens: Sequence[str]) -> list[str]:
    """*tokens* with "p", "m" as one."""
    halves = [place for place in range(len(tokens) - 1) if tokens[place] in ("a", "p") and tokens[place + 1] == "m"]
    return [f"{word}m" if place in halves else word for place, word in enumerate(tokens) if place - 1 not in halves]


def _times(tokens: Sequence[str]) -> set[Time]:
    found: set[Time] = set()
    at = 0
    while at < len(tokens):
        if tokens[at] in _NAMED:
            found.add(Time(_NAMED[tokens[at]]))
            at += 1
            continue
        one = _clock(tokens, at)
        if one is None:
            at += 1
            continue
        value, end, told = _placed(tokens, one)
        if value and (one.sure or told or _led(tokens, at, end)):
            found.add(value)
        at = end
    return found


def _clock(tokens: Sequence[str], at: int) -> _Found | None:
    """Hour and minute as said, with no regard to the half of the day."""
    if match := _CLOCK.fullmatch(tokens[at]):
        return _valid(int(match[1]), int(match[2]), at + 1, sure=":" in tokens[at])
    if tokens[at] in ("half", "quarter") or tuple(tokens[at : at + 2]) == ("a", "quarter"):
        return _relative(tokens, at)
    first = _small(tokens, at)
    if first is None:
        return None
    value, end = first
    after = tokens[end] if end < len(tokens) else ""
    if after in ("minute", "minutes") or (after in _PAST and end + 1 < len(tokens)):
        related = _relative(tokens, at)
        if related or after in ("minute", "minutes"):
            return related
    if after == "hundred":
        hours = end + 1 < len(tokens) and tokens[end + 1] == "hours"
        return _valid(value, 0, end + 1 + hours, sure=bool(hours))
    if after in ("o'clock", "oclock", "sharp"):
        return _valid(value, 0, end + 1, sure=True)
    if tuple(tokens[end : end + 2]) == ("o", "clock"):
        return _valid(value, 0, end + 2, sure=True)
    if tokens[at].isdecimal() and len(tokens[at]) in (3, 4):
        return _valid(int(tokens[at][:-2]), int(tokens[at][-2:]), at + 1, sure=False)
    if after in ("oh", "o", "zero") and end + 1 < len(tokens) and tokens[end + 1] in UNITS:
        return _valid(value, UNITS[tokens[end + 1]], end + 2, sure=True)
    minutes = _small(tokens, end)
    if minutes and minutes[0] >= 10 and tokens[end] != "a" and (value < 20 or value < 24):
        return _valid(value, minutes[0], minutes[1], sure=False)
    return _valid(value, 0, end, sure=False)


def _relative(tokens: Sequence[str], at: int) -> _Found | None:
    """ "half past three", "quarter to nine", "ten minutes after four"."""
    if tokens[at] == "a":
        at += 1
    if tokens[at] in ("half", "quarter"):
        minutes, end = (30 if tokens[at] == "half" else 15), at + 1
    else:
        said = _small(tokens, at)
        if said is None:
            return None
        minutes, end = said
        if end < len(tokens) and tokens[end] in ("minute", "minutes"):
            end += 1
    sign = _PAST.get(tokens[end], 0) if end < len(tokens) else 0
    if sign:
        end += 1
    elif minutes == 30 and tokens[at] == "half":
        sign = 1  # British: "half three"
    hour = _small(tokens, end)
    if end < len(tokens) and tokens[end] in _NAMED:
        hour = (_NAMED[tokens[end]].hour or 24, end + 1)
    if not sign or hour is None or not 0 < minutes < 60:
        return None
    total = (hour[0] * 60 + sign * minutes) % (24 * 60)
    end = hour[1] + (hour[1] < len(tokens) and tokens[hour[1]] in ("o'clock", "oclock"))
    clock, rest = divmod(total, 60)
    return _valid(clock or 12, rest, end, sure=True) if hour[0] <= 12 else _valid(clock, rest, end, sure=True)


def _placed(tokens: Sequence[str], one: _Found) -> tuple[Time | None, int, bool]:
    """The time with the half of the day that was said around it, where it ends, and whether one was said."""
    end = one.end
    half = ""
    for size in range(4):
        word = tokens[end + size] if end + size < len(tokens) else ""
        if word in _MORNING or word in _LATER:
            half, end = word, end + size + 1
            break
        if word not in ("in", "the", "at", "this", "tomorrow", "o'clock"):
            break
    if not half and any(word in tokens[max(0, one.end - 6) : one.end] for word in ("morning", "afternoon", "evening", "tonight")):
        half = next(word for word in tokens[max(0, one.end - 6) : one.end] if word in ("morning", "afternoon", "evening", "tonight"))
    if not half:
        ambiguous = 1 <= one.hour <= 12 and not (tokens[one.end - 1].startswith("0") and ":" in tokens[one.end - 1])
        return Time(TimeOfDay(one.hour, one.minute), ambiguous), end, False
    hour = one.hour
    if half in _LATER and hour < 12 and not (half in ("night", "tonight") and hour < 5):
        hour += 12
    elif hour == 12 and (half in _MORNING or half in ("night", "tonight")):
        hour = 0
    return Time(TimeOfDay(hour, one.minute)), end, True


def _led(tokens: Sequence[str], at: int, end: int) -> bool:
    """Whether a bare number is a time: after "at", or with nothing of weight around it."""
    if at and tokens[at - 1] in _LEADS:
        return end == len(tokens) or tokens[end] not in _NOT_TIMES
    return all(word in _LEADS or word in _CARRIERS for word in (*tokens[:at], *tokens[end:]))


_NOT_TIMES = frozenset(
    listed(
        """
        days | weeks | months | years | minutes | hours | dollars | people | kids | percent | miles | pounds | times
        of
        """
    )
)


def _small(tokens: Sequence[str], at: int) -> tuple[int, int] | None:
    if at < len(tokens) and tokens[at].isdecimal() and len(tokens[at]) <= 4:
        return int(tokens[at]), at + 1
    return below_hundred(tokens, at)


def _valid(hour: int, minute: int, end: int, *, sure: bool) -> _Found | None:
    return _Found(hour % 24, minute, end, sure) if hour <= 24 and minute < 60 and (hour < 24 or not minute) else None
