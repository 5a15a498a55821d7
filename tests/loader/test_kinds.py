"""What is collected, and within which limits: what can be written, and what an author is told of what cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.loader import check, load

FLOW = """flow: kinds
anytime:
  agent | a person | key 0: desk
  repeat: (repeat)
  stop calling: out
steps:
  ask_it:
    ask: What is it?
    collect: {collect}
    go: desk
  desk:
    hand_to: "+13125550100"
  out:
    end: We will not call again.
    record: do_not_call
"""


def told(tmp_path: Path, collect: str) -> list[str]:
    path = tmp_path / "kinds.yaml"
    path.write_text(FLOW.format(collect=collect))
    return [one.message for one in check(path)]


@pytest.mark.parametrize(
    ("collect", "limits"),
    [
        ("it, number at least 5 up to 90", (("at least", "5"), ("up to", "90"))),
        ("it, money up to $500 at least $1.50", (("up to", "$500"), ("at least", "$1.50"))),
        ("it, date after today before 2027-01-01", (("after", "today"), ("before", "2027-01-01"))),
        ("it, number up to 90", (("up to", "90"),)),
    ],
)
def test_both_limits_of_a_kind_can_be_written(collect: str, limits: tuple[tuple[str, str], ...], tmp_path: Path) -> None:
    assert told(tmp_path, collect) == []

    asked = load(tmp_path / "kinds.yaml").steps["ask_it"].collect
    assert asked is not None
    assert asked.kind.limits == limits


@pytest.mark.parametrize(
    ("collect", "says"),
    [
        ("it, number from 5 to 90", "write number at least 5 up to 90"),
        ("it, number between 1 and 5", "write number at least 1 up to 5"),
        ("it, number 1-5", "write number at least 1 up to 5"),
        ("it, number at least 9 up to 5", "No number is both at least 9 and up to 5"),
        ("it, date after 2027-01-01 before 2027-01-01", "No date is both after 2027-01-01 and before 2027-01-01"),
        ("it, number up to 5 up to 9", "The limit 'up to' is written twice"),
        ("it, date up to 5", "'date' has no limit 'up to'"),
        ("it, date after tomorrow", "write today, or a day such as 2026-12-01"),
        ("it, 4 digit", "did you mean '4 digits'?"),
        ("it, gold | silver", "one_of: gold | silver"),
    ],
)
def test_an_author_is_told_how_to_write_it(collect: str, says: str, tmp_path: Path) -> None:
    assert says in "\n".join(told(tmp_path, collect))


AROUND = """flow: around
steps:
  menu:
    ask: Book or cancel?
    hear:
      book: book
      cancel: bye
  book:
    ask: What day?
    collect: day, date
    go: bye
  bye:
    end: Bye {{ day }}.
"""


def test_a_value_that_may_be_missing_is_told_with_the_way_round_it(tmp_path: Path) -> None:
    path = tmp_path / "around.yaml"
    path.write_text(AROUND)

    assert [one.message for one in check(path) if one.code == "missing-value"] == [
        "Not every path here has collected 'day' (the way from 'menu' has not), and a line without its value is not said"
    ]
