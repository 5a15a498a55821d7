"""Hours of business and of quiet, and lengths of time, as authors write them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
UNITS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "month": 2_629_746, "year": 31_556_952}

_DURATION = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s*(second|minute|hour|day|week|month|year)s?")
_DAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*", re.IGNORECASE)
_TIMES = re.compile(r"(\d{1,2}:\d{2})\s*-\s*(\d{1,2}:\d{2})")


class HoursError(ValueError):
    """Hours that cannot be read."""


@dataclass(frozen=True, slots=True)
class Span:
    """From *begin* to *end* on *days* (0 is Monday); an end at or before the begin is the next day's."""

    days: frozenset[int]
    begin: int
    end: int

    def covers(self, local: datetime, holidays: Container[date]) -> bool:
        minute = local.hour * 60 + local.minute
        today, yesterday = local.date(), local.date() - timedelta(days=1)
        if self.begin < self.end:
            return self._on(today, holidays) and self.begin <= minute < self.end
        return (self._on(today, holidays) and minute >= self.begin) or (self._on(yesterday, holidays) and minute < self.end)

    def _on(self, day: date, holidays: Container[date]) -> bool:
        return day.weekday() in self.days and day not in holidays


@dataclass(frozen=True, slots=True)
class Hours:
    """Business hours: `Mon-Fri 08:00-17:30 | Sat 09:00-12:00 America/Chicago`."""

    spans: tuple[Span, ...]
    zone: str

    @classmethod
    def parse(cls, text: str) -> Hours:
        """HoursError says what is wrong with *text*."""
        written, zone = _with_zone(text)
        if not zone:
            raise HoursError("opening hours need a time zone at the end, such as America/Chicago")
        return cls(tuple(_span(part) for part in written.split("|")), zone)

    def open_at(self, unix_seconds: float, holidays: Container[date] = ()) -> bool:
        """Whether it is open then; a holiday is closed the whole local day."""
        local = datetime.fromtimestamp(unix_seconds, ZoneInfo(self.zone))
        return any(span.covers(local, holidays) for span in self.spans)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Hours in which no call is placed, by the clock of who is called: `21:00-08:00 America/New_York`.

    The zone is that of people whose own is not known.
    """

    span: Span
    zone: str = ""

    @classmethod
    def parse(cls, text: str) -> QuietHours:
        """HoursError says what is wrong with *text*."""
        written, zone = _with_zone(text)
        return cls(_span(written), zone)

    def quiet_at(self, unix_seconds: float, zones: Iterable[str] = ()) -> bool:
        """Whether no call may be placed then to somebody in one of *zones*; it may not when nobody knows a zone."""
        known = [*filter(None, map(_zone, zones))] or [*filter(None, [_zone(self.zone)])]
        return not known or any(self.span.covers(datetime.fromtimestamp(unix_seconds, zone), ()) for zone in known)


def duration(text: str) -> float | None:
    """The seconds of `90 seconds`, `10 minutes`, `2 hours`, `3 years`; None when it is no length of time."""
    match = _DURATION.fullmatch(text.strip().casefold())
    return float(match[1]) * UNITS[match[2]] if match else None


def length(seconds: float) -> str:
    """*seconds* in the largest unit of which they are a whole number, as `duration` reads them: `7 years`, `90 seconds`."""
    units = [unit for unit in UNITS if unit != "week" and not seconds % UNITS[unit]]
    unit = max(units, key=lambda one: UNITS[one], default="second")
    count = seconds / UNITS[unit]
    return f"{count:.15g} {unit}{'' if count == 1 else 's'}"


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def _with_zone(text: str) -> tuple[str, str]:
    head, _, last = text.strip().rpartition(" ")
    if not last[:1].isalpha() or _DAY.fullmatch(last):
        return text.strip(), ""
    if _zone(last) is None:
        raise HoursError(f"there is no time zone '{last}'; write one such as America/Chicago")
    return head, last


def _span(text: str) -> Span:
    match = _TIMES.search(text)
    if not match or text[match.end() :].strip():
        raise HoursError(f"'{text.strip()}' is not in the form Mon-Fri 08:00-17:30")
    begin, end = _minutes(match[1]), _minutes(match[2])
    if begin == end:
        raise HoursError(f"'{match[0]}' begins and ends at the same time")
    return Span(_days(text[: match.start()]), begin, end)


def _minutes(text: str) -> int:
    if text == "24:00":
        return 24 * 60
    try:
        value = time.fromisoformat(text.zfill(5))
    except ValueError as error:
        raise HoursError(f"'{text}' is not a time of day") from error
    return value.hour * 60 + value.minute


def _days(text: str) -> frozenset[int]:
    found: set[int] = set()
    for part in re.split(r"[,\s]+", text.strip()):
        if not part:
            continue
        ends = [_day(name) for name in part.split("-", 1)]
        first, last = ends[0], ends[-1]
        # Sat-Tue wraps around the end of the week.
        found.update((first + i) % 7 for i in range((last - first) % 7 + 1))
    return frozenset(found or range(7))


def _day(name: str) -> int:
    if not (match := _DAY.fullmatch(name)):
        raise HoursError(f"'{name}' is not a day of the week")
    return DAYS.index(match[1].casefold())
