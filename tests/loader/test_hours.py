"""Hours of business and quiet, and lengths of time."""

from datetime import UTC, date, datetime

import pytest

from steering.core.hours import Hours, HoursError, QuietHours, duration

HOURS = Hours.parse("Mon-Fri 08:00-17:30 | Sat 22:00-02:00 America/Chicago")


def at(day: int, hour: int, minute: int = 0) -> float:
    """Unix seconds of a November 2026 time in Chicago (UTC-6)."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC).timestamp() + 6 * 3600


@pytest.mark.parametrize(
    ("when", "is_open"),
    [
        (at(20, 8), True),
        (at(20, 7, 59), False),
        (at(20, 17, 30), False),
        (at(21, 12), False),
        (at(21, 23), True),
        (at(22, 1, 59), True),
        (at(22, 2), False),
    ],
)
def test_open_between_the_hours_in_their_zone(when: float, is_open: bool) -> None:
    assert HOURS.open_at(when) is is_open


def test_holiday_is_closed() -> None:
    assert not HOURS.open_at(at(20, 12), (date(2026, 11, 20),))


def test_quiet_hours_run_over_midnight_in_the_callers_zone() -> None:
    quiet = QuietHours.parse("21:00-08:00")

    assert quiet.quiet_at(at(20, 22), "America/Chicago")
    assert not quiet.quiet_at(at(20, 12), "America/Chicago")


@pytest.mark.parametrize(
    "text", ["", "Mon 08:00", "Mon 08:00-17:00", "Moon 08:00-17:00 UTC", "Mon 25:00-26:00 UTC", "Mon 08:00-17:00 Mars/Base"]
)
def test_hours_that_cannot_be_read_are_refused(text: str) -> None:
    with pytest.raises(HoursError):
        Hours.parse(text)


@pytest.mark.parametrize(("text", "seconds"), [("90 seconds", 90), ("10 minutes", 600), ("2 hours", 7200), ("soon", None), ("10", None)])
def test_duration(text: str, seconds: float | None) -> None:
    assert duration(text) == seconds
