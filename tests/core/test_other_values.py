"""What only looks like the value that is asked for is asked again: another rate, another day, another unit, another time."""

from __future__ import annotations

import pytest

from tests.core.caller import Caller

ASKED = """
flow: asked
language: {tag}
steps:
  ask:
    ask: "{question}"
    collect: value, {kind}
    go: done
  done:
    end: Fine.
"""
MONTHLY, SHALL_COME = "How much can you pay each month?", "What day shall we come?"
AMOUNT, DAY = "money", "date after today"


def kept(question: str, kind: str, said: str, tag: str = "en") -> str | None:
    """What is kept of *said*, on Monday the fifth of January 2026; None where the question is asked again."""
    call = Caller(ASKED.format(tag=tag, question=question, kind=kind))
    call.says(said)
    return call.session.slots.get("value")


@pytest.mark.parametrize(
    ("question", "said", "amount"),
    [
        (MONTHLY, "fifty a week", None),
        (MONTHLY, "fifty dollars a day", None),
        (MONTHLY, "fifty every two weeks", None),
        (MONTHLY, "fifty weekly", None),
        (MONTHLY, "six hundred per year", None),
        (MONTHLY, "fifty", "$50"),
        (MONTHLY, "fifty a month", "$50"),
        (MONTHLY, "fifty monthly", "$50"),
        (MONTHLY, "not more than sixty", "$60"),
        (MONTHLY, "max two hundred", "$200"),
        (MONTHLY, "two hundred tops", "$200"),
        ("What is your weekly budget?", "two hundred a month", None),
        ("What is your weekly budget?", "two hundred a week", "$200"),
        ("How much will you pay?", "fifty a week", "$50"),
    ],
)
def test_an_amount_by_another_time_than_the_questions_is_asked_again(question: str, said: str, amount: str | None) -> None:
    assert kept(question, AMOUNT, said) == amount


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("thursday not this but next", "2026-01-15"),
        ("thursday, not this one but the next", "2026-01-15"),
        ("thursday not this one the following one", "2026-01-15"),
        ("not this thursday but the next one", "2026-01-15"),
        ("thursday not friday", "2026-01-08"),
        ("if not friday then thursday", None),
        ("friday, or if not, thursday", None),
        ("thursday if not friday", None),
        ("I leave friday", None),
        ("we're flying out on friday", None),
        ("my surgery is friday", None),
        ("I leave friday so thursday", "2026-01-08"),
        ("friday", "2026-01-09"),
    ],
)
def test_a_day_that_is_not_meant_or_of_something_else_is_asked_again(said: str, day: str | None) -> None:
    assert kept(SHALL_COME, DAY, said) == day


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What day do you leave?", "I leave friday"),
        ("When is your surgery?", "my surgery is friday"),
        ("When is your trip?", "I fly on friday"),
    ],
)
def test_a_day_of_what_the_question_names_is_taken(question: str, said: str) -> None:
    assert kept(question, DAY, said) == "2026-01-09"
