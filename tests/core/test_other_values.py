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


@pytest.mark.parametrize(
    ("question", "said", "number"),
    [
        ("How many people are coming?", "two hours ago", None),
        ("How many people are coming?", "ten minutes ago", None),
        ("How many people are coming?", "me and two kids", None),
        ("How many people are coming?", "my wife and two kids", None),
        ("How many people are coming?", "two kids and me", None),
        ("How many people are coming?", "two three people", None),
        ("How many people are coming?", "two people", "2"),
        ("How many guests?", "We had four guests last time", None),
        ("How many guests?", "I don't have four guests", None),
        ("How many guests?", "two three guests", None),
        ("How many guests?", "we have four guests", "4"),
        ("How many guests did you have last time?", "we had four guests last time", "4"),
        ("How many minutes did you wait?", "twenty seconds", None),
        ("How many minutes did you wait?", "twenty minutes", "20"),
        ("From zero to ten, how likely is it?", "nine, nine and a half", None),
        ("From zero to ten, how likely is it?", "nine and a half", "9.5"),
    ],
)
def test_a_number_of_something_else_or_of_two_is_asked_again(question: str, said: str, number: str | None) -> None:
    assert kept(question, "number", said) == number


@pytest.mark.parametrize(
    ("question", "said", "hour"),
    [
        ("Since when is it out?", "since 3 pm", "15:00"),
        ("Since when is it out?", "since about six this morning", "06:00"),
        ("Since when is it out?", "an hour ago", "15:00"),
        ("Since when is it out?", "ten minutes ago", "15:50"),
        ("What time shall we call?", "since 3 pm", None),
        ("What time shall we call?", "in an hour and a half", "17:30"),
        ("What time shall we call?", "in ten hours", None),
        ("What time shall we call?", "now", "16:00"),
        ("What time shall we call?", "two in the afternoon no three", "15:00"),
        ("What time shall we call?", "3 pm eastern", None),
        ("What time shall we call?", "3 pm utc", "15:00"),
    ],
)
def test_an_hour_is_counted_from_now_and_by_the_clock_of_the_call(question: str, said: str, hour: str | None) -> None:
    assert kept(question, "time", said) == hour


@pytest.mark.parametrize(
    ("said", "day"),
    [("last christmas", "2025-12-25"), ("last night", "2026-01-04"), ("just now", "2026-01-05"), ("last thanksgiving", "2025-11-27")],
)
def test_a_day_that_is_past_by_its_name_is_taken(said: str, day: str) -> None:
    assert kept("On what day did it happen?", "date until today", said) == day


def test_a_wish_that_it_were_not_so_is_no_no() -> None:
    assert kept("Do you smoke?", "yes or no", "I wish I didn't") is None
    assert kept("Do you smoke?", "yes or no", "I wish") == "no"
