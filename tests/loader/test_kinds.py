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
        ("it, time after 9am before 5pm", (("after", "09:00"), ("before", "17:00"))),
        ("it, time from 9:30 until noon", (("from", "09:30"), ("until", "12:00"))),
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
        ("it, time after 5pm before 9am", "No time is both after 17:00 and before 09:00"),
        ("it, time from 9", "'9' is no time to compare with; write a time such as 9am or 17:30"),
        ("it, time up to 9", "dates and times have after, before, from, until"),
        ("it, time 9am-5pm", "write time from 9am until 5pm"),
        ("it, money up to balance", "'balance' is no money to compare with, or the name of one"),
        ("it, money at least €50 up to $500", "The limits of 'it' are in two currencies, EUR and USD"),
        ("it, time between 9 and 5", "write time from 09:00 until 17:00"),
        ("it, time 9 to 11:30", "write time from 09:00 until 11:30"),
        ("it, time 1-4pm", "write time from 13:00 until 4pm"),
        (
            "it, dates after today",
            "There is no kind of value 'dates'; those with limits are date, time, number, money; did you mean 'date'?",
        ),
        ("it, digits 5", "did you mean '5 digits'?"),
        ("it, 4 digit", "did you mean '4 digits'?"),
        ("it, gold | silver", "one_of: gold | silver"),
    ],
)
def test_an_author_is_told_how_to_write_it(collect: str, says: str, tmp_path: Path) -> None:
    assert says in "\n".join(told(tmp_path, collect))


@pytest.mark.parametrize(
    "collect", ["it, time from 09:00 until 17:00", "it, time from 13:00 until 4pm", "it, date after today", "it, 5 digits"]
)
def test_what_an_author_is_told_to_write_loads(collect: str, tmp_path: Path) -> None:
    assert told(tmp_path, collect) == []


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


LIMITED = """flow: limited
needs:
  balance: money, e.g. €250
  tip: money, optional, e.g. €5
  secret: money, private, e.g. €9
  due: date, e.g. 2026-12-01
steps:
  ask_it:
    ask: How much?
    collect: it, {kind}
    go: visit
  visit:
    form:
      starts:
        ask: When?
        type: date {first}
      ends:
        ask: Until when?
        type: date after starts
    go: bye
  bye:
    end: Bye.
"""


@pytest.mark.parametrize(
    ("kind", "first", "code", "says"),
    [
        ("money up to balance", "from today", "", ""),
        ("money at least 5 up to balance", "until due", "", ""),
        ("money up to ballance", "from today", "bad-sample", "or the name of one; did you mean 'balance'?"),
        ("money up to due", "from today", "bad-kind", "'it' is money and its limit 'due' is date"),
        ("money up to secret", "from today", "bad-kind", "'secret' is private and cannot be a limit"),
        ("money up to tip", "from today", "missing-value", "Not every path to 'ask_it' has 'tip' when 'it' is asked"),
        ("money up to it", "from today", "missing-value", "Not every path to 'ask_it' has 'it'"),
        ("money at least $5 up to balance", "from today", "bad-kind", "in two currencies, EUR and USD"),
        ("money", "before ends", "missing-value", "Not every path to 'visit' has 'ends' when 'starts' is asked"),
        ("money", "after it", "bad-kind", "'starts' is date and its limit 'it' is money"),
    ],
)
def test_a_limit_is_a_value_of_its_kind_that_is_surely_there(kind: str, first: str, code: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "limited.yaml"
    path.write_text(LIMITED.format(kind=kind, first=first))

    found = [one for one in check(path) if one.severity == "error"]

    assert [one.code for one in found] == ([code] if code else [])
    assert says in "".join(one.message for one in found)


PROMISED = """flow: promised
needs:
  balance: money, e.g. $250
promises:
  - never say: balance
    until: agreed start
steps:
  start:
    consent: May I?
    if_yes: done
    if_no: done
  pay:
    ask: How much?
    collect: it, money up to balance
    go: done
  done:
    end: Bye.
anytime:
  pay: pay
"""


def test_a_limit_that_may_be_told_counts_as_said(tmp_path: Path) -> None:
    path = tmp_path / "promised.yaml"
    path.write_text(PROMISED)

    assert any(one.code == "broken-promise" and "says 'balance'" in one.message for one in check(path))
