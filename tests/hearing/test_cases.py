"""Every kind against its table of cases, and the tables against the rule for tables."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from steering.core.hearing import hear
from steering.core.values import Time

CASES = Path(__file__).parent / "cases"
NOW = datetime(2026, 11, 18, 10)
TABLES = ("yes_no", "digits", "money", "date", "time")


def rows(kind: str) -> list[tuple[str, str, str]]:
    lines = (line for line in (CASES / f"{kind}.txt").read_text().splitlines() if line and not line.startswith("#"))
    found = []
    for line in lines:
        left, _, expected = line.rpartition(" => ")
        head, bar, said = left.rpartition(" | ")
        found.append((head if bar else kind, said, expected))
    return found


def written(value: object) -> str:
    if value is None:
        return "-"
    return f"{value}?" if isinstance(value, Time) and value.ambiguous else str(value)


@pytest.mark.parametrize(("kind", "said", "expected"), [row for table in TABLES for row in rows(table)])
def test_what_was_said_is_heard(kind: str, said: str, expected: str) -> None:
    assert written(hear(kind, said, NOW)) == expected


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_sixty_cases_a_third_of_them_with_nothing(table: str) -> None:
    expected = [row[2] for row in rows(table)]

    assert len(expected) >= 60
    assert expected.count("-") * 3 >= len(expected) - 6


def test_dates_that_need_the_present_are_not_guessed() -> None:
    assert hear("date", "tomorrow") is None
    assert str(hear("date", "march third 1985")) == "1985-03-03"


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="no kind 'colour'"):
        hear("colour", "red")
