"""A time of day that may be either half of it is not kept as heard: the caller is asked which it is."""

from __future__ import annotations

import pytest

from steering.core.heard import in_half
from steering.core.languages import LANGUAGES, language
from tests.core.caller import Caller

VISIT = """
flow: visit
language: {tag}
anytime:
  go back: (back)
  say that again: (repeat)
  weather: run report
steps:
  name_it:
    ask: Ready?
    hear:
      yes | go: visit
  visit:
    ask: What time?
    collect: at, time
    go: done
  report:
    end: It rains.
  done:
    end: At {{{{ at }}}}.
"""
FORM = """
flow: meeting
steps:
  meeting:
    form:
      day:
        ask: What day?
        type: date after today
      at:
        ask: What time?
        type: time
    confirm: "{{ day }} at {{ at }}. Right?"
    go: done
  done:
    end: Fine.
"""
WHICH = "In the morning or in the afternoon?"


def at_the_time(tag: str = "en") -> Caller:
    call = Caller(VISIT.format(tag=tag))
    call.says("go")
    return call


@pytest.mark.parametrize(
    ("said", "half", "kept"),
    [
        ("half past three", "in the afternoon", "15:30"),
        ("half past three", "morning", "03:30"),
        ("at nine", "in the evening please", "21:00"),
        ("nine o'clock", "p.m.", "21:00"),
        ("nine o'clock", "a m", "09:00"),
        ("at nine", "at night", "21:00"),
        ("at two", "at night", "02:00"),
        ("twelve thirty", "in the afternoon", "12:30"),
        ("twelve thirty", "at night", "00:30"),
        ("three", "three thirty pm", "15:30"),
        ("three", "fifteen hundred hours", "15:00"),
        ("ten", "the morning, no wait, evening", "22:00"),
        ("three", "no, four in the afternoon", "16:00"),
        ("three", "no, half past four, in the afternoon", "16:30"),
    ],
)
def test_the_half_of_the_day_is_asked_for(said: str, half: str, kept: str) -> None:
    call = at_the_time()

    assert call.says(said) == WHICH
    assert call.session.slots == {}
    call.says(half)
    assert call.session.slots == {"at": kept}
    assert call.session.halves == {}


@pytest.mark.parametrize(("said", "kept"), [("half past three in the afternoon", "15:30"), ("noon", "12:00"), ("fourteen thirty", "14:30")])
def test_a_clear_time_is_kept_at_once(said: str, kept: str) -> None:
    call = at_the_time()
    call.says(said)

    assert call.session.slots == {"at": kept}


def test_no_half_costs_an_attempt_and_another_hour_is_remembered() -> None:
    call = at_the_time()
    call.says("three")

    assert call.says("at four") == f"Sorry, I missed that. {WHICH}"
    call.says("afternoon")
    assert call.session.slots == {"at": "16:00"}


def test_back_and_repeat_and_digressions_leave_no_half_behind() -> None:
    call = at_the_time()
    call.says("three")

    assert call.says("say that again") == WHICH
    assert call.says("weather") == "It rains. What time?"
    call.says("three")
    assert call.says("go back") == "What time?"
    assert call.session.halves == {}
    assert call.says("go back") == "Ready?"


def test_a_form_asks_the_half_of_an_hour_said_beside_the_day() -> None:
    call = Caller(FORM)

    assert call.says("tuesday at three") == WHICH
    assert call.says("in the afternoon") == "January sixth, twenty twenty six at three PM. Right?"
    assert call.says("no, at four") == WHICH
    call.says("afternoon")
    assert call.session.slots == {"day": "2026-01-06", "at": "16:00"}
    assert call.says("yes") == "Fine."


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_half_is_asked_and_answered_in_the_callers_language(tag: str) -> None:
    call, tongue = at_the_time(tag), language(tag)

    assert call.says("3:30") == tongue.which_half
    assert [in_half("03:30", phrase, tag) for phrase in tongue.morning] == [in_half("03:30", "am", "en")] * len(tongue.morning)
    assert [in_half("03:30", phrase, tag) for phrase in tongue.later] == [in_half("03:30", "pm", "en")] * len(tongue.later)
    assert [str(in_half("09:30", phrase, tag)) for phrase in tongue.night] == ["21:30"] * len(tongue.night)
    call.says(tongue.later[0])
    assert call.session.slots == {"at": "15:30"}
