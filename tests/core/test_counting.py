"""A number that is said with what it counts answers that question of a form, whatever is asked and said beside it."""

from __future__ import annotations

import pytest

from tests.core.caller import Caller

STAY = """
flow: stay
steps:
  stay:
    form:
      arrives:
        ask: What day?
        type: date after today
      party:
        ask: How many guests?
        type: number at least 1 up to 8
      room:
        ask: Which room?
        one_of: king | suite
    confirm: "{{ arrives }}, {{ party }}, {{ room }}. Right?"
    go: done
  done:
    end: Booked.
"""
SEATS = """
flow: seats
steps:
  seats:
    form:
      adults:
        ask: How many adults?
        type: number at least 1 up to 8
      kids:
        ask: How many children?
        type: number up to 8
      at:
        ask: What time?
        type: time
    confirm: "{{ adults }}, {{ kids }}, {{ at }}. Right?"
    go: done
  done:
    end: Booked.
"""
TUESDAY, TENTH = "2026-01-06", "2026-01-10"


def kept(flow: str, *said: str) -> dict[str, str]:
    call = Caller(flow)
    for words in said:
        call.says(words)
    return dict(call.session.slots)


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("a suite on tuesday for four guests", {"arrives": TUESDAY, "party": "4", "room": "suite"}),
        ("four guests", {"party": "4"}),
        ("a couple of guests on tuesday", {"arrives": TUESDAY, "party": "2"}),
        ("on the tenth, four guests", {"arrives": TENTH, "party": "4"}),
        ("the tenth for a party of four", {"arrives": TENTH}),
        ("june four guests", {"arrives": "2026-06-04"}),
        ("two or three guests on tuesday", {"arrives": TUESDAY}),
        ("tuesday, not four guests", {"arrives": TUESDAY}),
        ("nine guests on tuesday", {"arrives": TUESDAY}),
        ("two guests, no, three guests", {}),
    ],
)
def test_a_number_with_what_it_counts_is_taken_beside_a_day(said: str, slots: dict[str, str]) -> None:
    assert kept(STAY, said) == slots


@pytest.mark.parametrize("said", ["two or three guests", "between two and four guests", "four guests or five"])
def test_an_end_of_a_span_is_no_number(said: str) -> None:
    assert kept(STAY, "tuesday", said) == {"arrives": TUESDAY}


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("two adults and three kids", {"adults": "2", "kids": "3"}),
        ("two adults and two children at seven pm", {"adults": "2", "kids": "2", "at": "19:00"}),
        ("two", {"adults": "2"}),
        ("two children", {"kids": "2"}),
        ("zero kids", {"kids": "0"}),
    ],
)
def test_two_numbers_are_told_apart_by_what_they_count(said: str, slots: dict[str, str]) -> None:
    assert kept(SEATS, said) == slots


def test_a_number_that_is_told_by_name_is_corrected_later() -> None:
    assert kept(STAY, "tuesday", "four", "no, five guests") == {"arrives": TUESDAY, "party": "5"}
