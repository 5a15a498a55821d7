"""Answers of callers that other hands wrote, who had not seen the rules: four sets, each harder than the one before, and two more.

Each was measured before any rule was changed for it (docs/hearing.md has those numbers). What was learned from a set since then
is in the floors.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from steering.core.hearing import hear
from steering.core.hearing.consent import agreement
from tests.hearing.test_cases import written

CALLERS = Path(__file__).parent / "cases" / "callers"
Said = tuple[str, str, str, datetime]
"""Kind, words, what is to be heard, and when they were said: the day is in the first line of a set."""
ADVISED = ("yes", "yes i do", "i do", "i agree", "go ahead")
"""What docs/authors.md advises to list where these are agreement."""
FLOORS = {"first": (99, 100), "second": (98, 100), "third": (99, 100), "fourth": (89, 100), "fifth": (97, 98), "sixth": (96, 97)}
"""By set: the least share of right answers, and of nothing heard where nothing is, in per cent; consent by the advised list."""


def rows(name: str) -> list[Said]:
    head, *lines = (CALLERS / f"{name}.txt").read_text().splitlines()
    now = datetime.fromisoformat(f"{head.split()[4]}T10:00")
    found = []
    for line in (line for line in lines if line and not line.startswith("#")):
        left, _, expected = line.rpartition(" => ")
        kind, _, said = left.rpartition(" | ")
        found.append((kind, said, expected, now))
    return found


def plain(row: Said) -> str:
    return written(hear(row[0], row[1], row[3]))


def advised(row: Said) -> str:
    return str(agreement(row[1], ADVISED)) if row[0] == "consent" else plain(row)


@pytest.mark.parametrize("name", FLOORS)
def test_callers_are_heard(name: str) -> None:
    there = [row for row in rows(name) if row[2] != "-"]
    nothing = [row for row in rows(name) if row[2] == "-"]
    right, silent = FLOORS[name]

    assert len(there) > 150
    assert sum(advised(row) == row[2] for row in there) * 100 >= right * len(there)
    assert sum(plain(row) == "-" for row in nothing) * 100 >= silent * len(nothing)


@pytest.mark.parametrize("name", FLOORS)
def test_no_caller_is_heard_the_wrong_way_round(name: str) -> None:
    said = [row for row in rows(name) if row[0] == "yes_no"]

    assert [row[1] for row in said if {plain(row), row[2]} == {"yes", "no"}] == []


@pytest.mark.parametrize("name", FLOORS)
@pytest.mark.parametrize("hears", [plain, advised])
def test_no_doubt_of_a_caller_is_agreement(name: str, hears: Callable[[Said], str]) -> None:
    assert [row[1] for row in rows(name) if row[0] == "consent" and hears(row) == "yes" != row[2]] == []
