"""Hours of business and of quiet: by the local clock, across midnight, over changes of the clock, and on holidays."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from steering.core.hours import Hours, HoursError, QuietHours, duration

CHICAGO = "America/Chicago"


def at(local: str, zone: str = CHICAGO, fold: int = 0) -> float:
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone), fold=fold).timestamp()


@pytest.mark.parametrize(
    ("hours", "local", "is_open"),
    [
        ("Mon-Fri 08:00-17:30", "2026-11-20 07:59:59", False),
        ("Mon-Fri 08:00-17:30", "2026-11-20 08:00", True),
        ("Mon-Fri 08:00-17:30", "2026-11-20 17:29:59", True),
        ("Mon-Fri 08:00-17:30", "2026-11-20 17:30", False),
        ("Mon-Fri 08:00-17:30", "2026-11-21 12:00", False),
        ("Mon-Fri 8:00-17:30 | Sat 9:00-12:00", "2026-11-21 09:00", True),
        ("Mon, Wed, Fri 08:00-17:00", "2026-11-19 12:00", False),
        ("Mon Wed Fri 08:00-17:00", "2026-11-18 12:00", True),
        ("Monday-Friday 08:00-17:00", "2026-11-20 12:00", True),
        ("08:00-17:00", "2026-11-22 12:00", True),
        ("Mon-Sun 00:00-24:00", "2026-11-22 23:59", True),
        ("Sat-Tue 08:00-17:00", "2026-11-23 12:00", True),
        ("Sat-Tue 08:00-17:00", "2026-11-25 12:00", False),
        # Friday night is Friday's, on Saturday too.
        ("Fri 22:00-02:00", "2026-11-20 23:00", True),
        ("Fri 22:00-02:00", "2026-11-21 01:59", True),
        ("Fri 22:00-02:00", "2026-11-21 02:00", False),
        ("Fri 22:00-02:00", "2026-11-20 01:00", False),
        ("Fri 22:00-02:00", "2026-11-21 23:00", False),
    ],
)
def test_hours_by_the_local_clock(hours: str, local: str, is_open: bool) -> None:
    assert Hours.parse(f"{hours} {CHICAGO}").open_at(at(local)) is is_open


def test_zone_decides_the_day_and_the_hour() -> None:
    sunday_evening_in_chicago = at("2026-11-22 18:30")

    assert not Hours.parse(f"Mon-Fri 08:00-17:00 {CHICAGO}").open_at(sunday_evening_in_chicago)
    assert Hours.parse("Mon-Fri 08:00-17:00 Asia/Tokyo").open_at(sunday_evening_in_chicago)


@pytest.mark.parametrize("day", ["2026-03-06", "2026-03-09", "2026-10-30", "2026-11-02"])
def test_opening_stays_at_eight_when_the_clock_changes(day: str) -> None:
    hours = Hours.parse(f"Mon-Fri 08:00-17:00 {CHICAGO}")

    assert not hours.open_at(at(f"{day} 08:00") - 1)
    assert hours.open_at(at(f"{day} 08:00"))


def test_hour_that_comes_twice_is_open_twice() -> None:
    hours = Hours.parse(f"Sun 01:00-02:00 {CHICAGO}")

    assert hours.open_at(at("2026-11-01 01:30"))
    assert hours.open_at(at("2026-11-01 01:30", fold=1))
    assert at("2026-11-01 01:30", fold=1) - at("2026-11-01 01:30") == 3600


@pytest.mark.parametrize(
    ("local", "is_open"),
    [
        ("2026-12-25 12:00", False),
        ("2026-12-25 23:59", False),
        ("2026-12-24 23:00", True),
        ("2026-12-25 01:00", True),
        ("2026-12-26 01:00", False),
    ],
)
def test_holiday_closes_what_begins_on_it(local: str, is_open: bool) -> None:
    hours = Hours.parse(f"Mon-Sun 10:00-02:00 {CHICAGO}")

    assert hours.open_at(at(local), (date(2026, 12, 25),)) is is_open


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Mon-Fri 08:00-17:00", "time zone"),
        ("Mon-Fri 08:00-17:00 America/Chicaco", "no time zone"),
        ("Mon-Fry 08:00-17:00 America/Chicago", "not a day"),
        ("Mon-Fri 08:00 America/Chicago", "in the form"),
        ("Mon-Fri 25:00-26:00 America/Chicago", "not a time of day"),
        ("Mon-Fri 08:60-17:00 America/Chicago", "not a time of day"),
        ("Mon-Fri 08:00-08:00 America/Chicago", "same time"),
        ("Mon-Fri 08:00-17:00 | America/Chicago", "in the form"),
        ("Mon-Fri 08:00-17:00 x America/Chicago", "in the form"),
        ("", "time zone"),
        ("America/Chicago", "in the form"),
        ("Mon-Fri 08:00-17:00 ../etc/passwd", "time zone"),
        ("Mon-Fri 08:00-17:00 etc/../../passwd", "no time zone"),
    ],
)
def test_hours_that_cannot_be_read_say_why(text: str, why: str) -> None:
    with pytest.raises(HoursError, match=why):
        Hours.parse(text)


def test_quiet_hours_cross_midnight_every_day() -> None:
    quiet = QuietHours.parse("21:00-08:00 America/New_York")

    assert [quiet.quiet_at(at(f"2026-11-20 {hour}", "America/New_York")) for hour in ("20:59", "21:00", "03:00", "07:59", "08:00")] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_quiet_hours_without_a_zone_are_those_of_the_called_party() -> None:
    quiet = QuietHours.parse("21:00-08:00")
    moment = at("2026-11-20 22:00", "America/New_York")

    assert quiet.quiet_at(moment, ["America/New_York"])
    assert not quiet.quiet_at(moment, ["America/Los_Angeles"])


def test_who_may_be_in_a_quiet_zone_is_not_called() -> None:
    quiet = QuietHours.parse("21:00-08:00 America/Los_Angeles")
    moment = at("2026-11-20 22:00", "America/New_York")

    assert quiet.quiet_at(moment, ["America/Los_Angeles", "America/New_York"])
    assert quiet.quiet_at(moment, ["America/New_York"])


def test_the_zone_of_the_hours_is_for_those_whose_own_is_not_known() -> None:
    moment = at("2026-11-20 22:00", "America/New_York")

    assert quiet_in("America/New_York", moment, [])
    assert not quiet_in("America/Los_Angeles", moment, [])
    assert not quiet_in("America/Los_Angeles", moment, ["Nowhere/At_All"])


def test_nobody_is_called_at_an_hour_that_nobody_knows() -> None:
    assert QuietHours.parse("21:00-08:00").quiet_at(at("2026-11-20 12:00", "America/New_York"))


def quiet_in(zone: str, moment: float, zones: list[str]) -> bool:
    return QuietHours.parse(f"21:00-08:00 {zone}").quiet_at(moment, zones)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90 seconds", 90),
        ("1 minute", 60),
        ("2 minutes", 120),
        ("1.5 hours", 5400),
        ("3 Years", 3 * 31_556_952),
        ("2minutes", 120),
        (" 10 minutes ", 600),
        ("ten minutes", None),
        ("10", None),
        ("-1 minute", None),
        ("10 minutes ago", None),
        ("", None),
        ("9" * 30 + " days", None),
    ],
)
def test_lengths_of_time(text: str, seconds: float | None) -> None:
    assert duration(text) == seconds
