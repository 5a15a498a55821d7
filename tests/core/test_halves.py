"""A time of day that may be either half of it is not kept as heard: the caller is asked which it is."""

from __future__ import annotations

import pytest

from steering.core.halves import in_half
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
BOOKING = """
flow: booking
language: {tag}
anytime:
  go back: (back)
steps:
  hello:
    ask: Ready?
    hear:
      yes | go: meeting
  meeting:
    form:
      day:
        ask: What day?
        type: date from today
      at:
        ask: What time?
        type: time
    confirm: "{{{{ day }}}} at {{{{ at }}}}. Right?"
    go: done
  done:
    end: Fine.
"""
IN_STEPS = """
flow: booking
steps:
  ask_day:
    ask: What day?
    collect: day, date from today
    go: thanks
  thanks:
    say: Thank you.
    go: ask_time
  ask_time:
    ask: What time?
    collect: at, time
    go: ask_pills
  ask_pills:
    ask: And when did you take your pills?
    collect: pills, time
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


def booked(tag: str, day: str, time: str) -> Caller:
    call = Caller(BOOKING.format(tag=tag))
    call.says("go")
    call.says(day)
    call.says(time)
    return call


@pytest.mark.parametrize(
    ("tag", "day", "time", "kept"),
    [
        ("en", "tomorrow morning", "at ten", "10:00"),
        ("en", "uh tomorrow morning please", "ten thirty", "10:30"),
        ("en", "friday afternoon", "at three", "15:00"),
        ("en", "this evening", "at seven", "19:00"),
        ("en", "tonight", "eight o'clock", "20:00"),
        ("en", "in the morning on friday", "half past nine", "09:30"),
        ("en", "the fifteenth in the afternoon", "quarter to four", "15:45"),
        ("en", "next monday in the morning works", "at nine", "09:00"),
        ("en", "tomorrow morning, no wait, tomorrow afternoon", "at two", "14:00"),
        ("en", "tomorrow morning", "three pm", "15:00"),
        ("en", "tomorrow morning", "fourteen thirty", "14:30"),
        ("es", "mañana por la mañana", "a las diez", "10:00"),
        ("es", "el viernes por la tarde", "a las cuatro y media", "16:30"),
        ("es", "esta noche", "a las nueve", "21:00"),
        ("fr", "demain matin", "à dix heures", "10:00"),
        ("fr", "vendredi après-midi", "à trois heures", "15:00"),
        ("de", "morgen früh", "um neun", "09:00"),
        ("de", "am Freitag Nachmittag", "um drei", "15:00"),
        ("it", "domani mattina", "alle dieci", "10:00"),
        ("it", "venerdì pomeriggio", "alle tre", "15:00"),
        ("pt", "amanhã de manhã", "às dez", "10:00"),
        ("pt", "sexta à tarde", "às três", "15:00"),
        ("ru", "завтра утром", "в десять", "10:00"),
        ("ru", "вечером в пятницу", "в семь", "19:00"),
        ("ja", "明日の午前", "十時", "10:00"),
        ("ko", "내일 오후", "세 시", "15:00"),
        ("hi", "कल सुबह", "दस बजे", "10:00"),
        ("ar", "غدا صباحا", "الساعة العاشرة", "10:00"),
    ],
)
def test_the_half_that_was_said_with_the_day_is_not_asked_again(tag: str, day: str, time: str, kept: str) -> None:
    call = booked(tag, day, time)

    assert call.session.question == "confirm"
    assert call.session.slots["at"] == kept


@pytest.mark.parametrize(
    ("tag", "day", "time"),
    [
        ("en", "tomorrow", "at ten"),
        ("en", "tomorrow i am free", "at ten"),
        ("en", "good morning, tomorrow please", "at ten"),
        ("en", "tomorrow but not in the morning", "at ten"),
        ("en", "friday morning or afternoon", "at ten"),
        ("en", "i work in the afternoon friday is fine", "at three"),
        ("en", "my mornings are busy so friday", "at ten"),
        ("en", "friday afternoon", "at eleven"),
        ("en", "tomorrow morning", "at two"),
        ("en", "tomorrow morning, no, friday", "at ten"),
        ("es", "mañana", "a las diez"),
        ("es", "buenas tardes, el viernes", "a las diez"),
        ("es", "mañana pero no por la mañana", "a las diez"),
        ("fr", "bonsoir, demain", "à dix heures"),
        ("de", "morgen", "um neun"),
        ("de", "guten Morgen, am Freitag", "um neun"),
        ("it", "buona sera, venerdì", "alle dieci"),
        ("pt", "boa tarde, sexta", "às dez"),
        ("ru", "доброе утро, завтра", "в десять"),
        ("ja", "明日", "十時"),
        ("ar", "صباح الخير، يوم الجمعة", "الساعة العاشرة"),
    ],
)
def test_a_half_that_is_not_that_of_the_day_is_asked(tag: str, day: str, time: str) -> None:
    call = booked(tag, day, time)

    assert call.session.question == "half:at"
    assert "at" not in call.session.slots


def test_another_day_brings_its_own_half_and_the_old_one_is_forgotten() -> None:
    call = booked("en", "tomorrow morning", "at ten")

    assert call.says("no, friday").startswith("January ninth, twenty twenty six at ten AM")
    assert call.says("no, at nine") == WHICH

    call = booked("en", "tomorrow morning", "at ten")
    call.says("no, friday afternoon")
    call.says("no, at four")
    assert call.session.slots == {"day": "2026-01-09", "at": "16:00"}


def test_going_back_forgets_the_day_with_its_half() -> None:
    call = Caller(BOOKING.format(tag="en"))
    call.says("go")
    call.says("tomorrow morning")
    assert call.says("go back") == "What day?"
    assert call.session.halves == {}
    assert call.says("friday") == "What time?"
    assert call.says("at ten") == WHICH


def test_a_half_goes_from_the_step_of_the_day_to_that_of_its_time_and_no_further() -> None:
    call = Caller(IN_STEPS)

    assert call.says("tomorrow afternoon") == "Thank you. What time?"
    call.says("at three")
    assert call.session.slots["at"] == "15:00"
    assert call.says("at eight") == WHICH
