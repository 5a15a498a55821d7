"""A value out of its limits: the caller hears why, then the question again, and it costs an attempt."""

from __future__ import annotations

import re

import pytest

from steering.core.languages import LANGUAGES, language
from steering.core.limits import Broken
from steering.core.turn import Kind
from tests.core.caller import Caller

PAY = """
flow: pay
language: {language}
steps:
  pay:
    ask: {ask}
    collect: it, {kind}
    go: done
  done:
    end: Fine, {{{{ it }}}}.
  desk:
    hand_to: desk
if_unclear:
  - Sorry? {{{{ question }}}}
  - Once more. {{{{ question }}}}
  - go: desk
"""


def caller(kind: str, ask: str = "What is it?", language: str = "en") -> Caller:
    return Caller(PAY.format(kind=kind, ask=ask, language=language))


@pytest.mark.parametrize(
    ("kind", "said", "told"),
    [
        ("date after today", "yesterday", "That date is in the past. What is it?"),
        ("date after today", "today", "It can't be today. What is it?"),
        ("date from today", "last friday", "That date is in the past. What is it?"),
        ("date until today", "tomorrow", "That date is still to come. What is it?"),
        ("date before 2026-03-01", "april first", "I need a date before March first, twenty twenty six. What is it?"),
        ("money up to 500", "six hundred dollars", "That is more than five hundred dollars. What is it?"),
        ("money up to 500", "six hundred euros", "That is more than five hundred euros. What is it?"),
        ("money up to €500", "six hundred", "That is more than five hundred euros. What is it?"),
        ("money at least $5.50", "two bucks", "That is less than five dollars and fifty cents. What is it?"),
        ("number up to 10", "twelve", "That is more than ten. What is it?"),
        ("number at least 2", "just one", "That is less than two. What is it?"),
        ("number at least 1 up to 90", "zero", "That is less than one. What is it?"),
        ("number at least 1 up to 90", "ninety one", "That is more than ninety. What is it?"),
        ("number up to 90", "minus five", "That is less than zero. What is it?"),
        ("money up to 500", "minus forty dollars", "That is less than zero dollars. What is it?"),
        ("date after today before 2027-01-01", "today", "It can't be today. What is it?"),
        ("date after today before 2027-01-01", "january second", "I need a date before January first, twenty twenty seven. What is it?"),
        ("4 digits", "four five one", "I need four digits. What is it?"),
        ("4 digits", "it's four five one two three", "I need four digits. What is it?"),
        ("1 digits", "one two", "I need one digit. What is it?"),
        ("phone", "three one two five five five", "That is no complete phone number. What is it?"),
        ("phone", "i have two", "Sorry? What is it?"),
        ("email", "a..b@gmail.com", "That is no complete email address. What is it?"),
        ("4 digits", "what do you mean", "Sorry? What is it?"),
        ("money up to 500", "no idea", "Sorry? What is it?"),
    ],
)
def test_the_reason_stands_in_the_place_of_the_reask(kind: str, said: str, told: str) -> None:
    assert caller(kind).says(said) == told


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("number at least -5 up to 10", "minus five"),
        ("number at least 1 up to 90", "ninety"),
        ("number at least 1 up to 90", "one"),
        ("number up to 90", "zero"),
        ("number", "minus five"),
    ],
)
def test_a_value_at_its_limit_is_taken(kind: str, said: str) -> None:
    assert caller(kind).says(said).startswith("Fine,")


def test_keys_out_of_their_limits_are_told_too() -> None:
    assert caller("4 digits").presses("451#") == "I need four digits. What is it?"
    assert caller("money up to 500").presses("501") == "That is more than five hundred dollars. What is it?"


@pytest.mark.parametrize(
    ("kind", "keys", "kept"),
    [
        ("4 digits", "4512", "4512"),
        ("4 digits", "4512#", "4512"),
        ("4 digits", "45*512#", "4512"),
        ("4 digits", "9*4512#77", "4512"),
        ("4 digits", "*4512", "4512"),
        ("digits", "7#", "7"),
        ("number", "12#", "12"),
        ("money", "50#", "$50"),
        ("phone", "3125550199#", "+13125550199"),
    ],
)
def test_keys_fill_what_may_be_keyed(kind: str, keys: str, kept: str) -> None:
    call = caller(kind)
    call.presses(keys)

    assert call.session.slots == {"it": kept}


@pytest.mark.parametrize(
    ("kind", "keys"), [("date", "12"), ("name", "26"), ("text", "4512"), ("yes or no", "1"), ("4 digits", "#"), ("4 digits", "*")]
)
def test_keys_fill_nothing_else(kind: str, keys: str) -> None:
    call = caller(kind)

    assert call.presses(keys) == "Sorry? What is it?"
    assert call.session.slots == {}


def test_every_answer_out_of_the_limits_costs_an_attempt() -> None:
    call = caller("money up to 500")

    said = [call.says("six hundred"), call.says("what"), call.says("seven hundred")]

    assert said[:2] == ["That is more than five hundred dollars. What is it?", "Once more. What is it?"]
    assert call.session.step == "desk"


def test_the_reason_is_not_repeated_its_question_is() -> None:
    call = Caller(PAY.format(kind="money up to 500", ask="What is it?", language="en") + "anytime:\n  say that again: (repeat)\n")
    call.says("six hundred")

    assert call.says("say that again") == "What is it?"


def test_a_value_within_its_limits_is_taken_after_all() -> None:
    call = caller("money up to 500")
    call.says("six hundred")

    assert call.says("five hundred") == "Fine, five hundred dollars."


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_reason_is_told_in_the_callers_language(tag: str) -> None:
    call = caller("4 digits", language=tag)

    said = call.take(Kind.KEYS, "451")

    assert said.startswith(Broken("digits", "number", "4").told(tag)[1])
    assert set(language(tag).limits) == set(language("en").limits)
    assert not re.search(r"\d|\{", "".join(Broken(why, "number", "4").told(tag)[1] for why in language(tag).limits))


@pytest.mark.parametrize(
    ("language", "kind", "said"),
    [
        ("en-US", "money up to 500", "a hundred euros"),
        ("en-US", "money up to 500", "six hundred euros"),
        ("en-US", "money", "fifty pounds"),
        ("en", "money up to $500", "a hundred euros"),
        ("en", "money at least $25 up to $500", "a hundred pesos"),
        ("es-MX", "money at least 100 up to 500", "doscientos dólares"),
        ("es-MX", "money up to $500", "doscientos dólares"),
        ("es", "money up to €500", "doscientos dólares"),
        ("de-CH", "money up to 500", "zweihundert Euro"),
    ],
)
def test_amount_in_another_currency_is_asked_again_without_a_limit_told(language, kind, said):
    call = caller(kind, language=language)

    assert call.says(said) == "Sorry? What is it?"


@pytest.mark.parametrize(
    ("language", "kind", "said"),
    [
        ("en-US", "money up to 500", "a hundred dollars"),
        ("en-US", "money up to 500", "a hundred"),
        ("en-US", "money", "fifty bucks"),
        ("en-US", "money up to €500", "a hundred euros"),
        ("en", "money up to 500", "a hundred euros"),
        ("en-GB", "money up to 500", "fifty pounds"),
        ("en-GB", "money up to £500", "fifty"),
        ("es-MX", "money up to 500", "doscientos pesos"),
        ("es-MX", "money up to $500", "doscientos pesos"),
        ("es-US", "money up to 500", "doscientos dólares"),
        ("es", "money up to $500", "doscientos dólares"),
        ("de-CH", "money up to 500", "zweihundert Franken"),
    ],
)
def test_amount_in_the_currency_of_the_limit_or_the_region_is_taken(language, kind, said):
    call = caller(kind, language=language)

    assert call.says(said).startswith("Fine")


BALANCE = """
flow: arrange
language: {language}
needs:
  balance: money, e.g. $250
  last_day: date, e.g. 2026-02-01
  seats: number, e.g. 4
  closing: time, e.g. 17:00
steps:
  arrange:
    ask: What is it?
    collect: it, {kind}
    go: done
  done:
    end: Fine, {{{{ it }}}}.
"""
BROUGHT = {"balance": "$250", "last_day": "2026-02-01", "seats": "4", "closing": "17:00"}
STAY = """
flow: stay
steps:
  stay:
    form:
      arrives:
        ask: From when?
        type: date from today
      leaves:
        ask: Until when?
        type: date after arrives
    confirm: "{{ arrives }} to {{ leaves }}. Right?"
    go: done
  done:
    end: Fine.
"""


def by_a_fact(kind: str, language: str = "en", **facts: str) -> Caller:
    return Caller(BALANCE.format(kind=kind, language=language), BROUGHT | facts)


@pytest.mark.parametrize(
    ("kind", "said", "told"),
    [
        ("money up to balance", "three hundred dollars", "That is more than two hundred fifty dollars. What is it?"),
        ("money at least 25 up to balance", "ten dollars", "That is less than twenty five dollars. What is it?"),
        ("money at least balance", "ten dollars", "That is less than two hundred fifty dollars. What is it?"),
        ("money up to balance", "minus forty dollars", "That is less than zero dollars. What is it?"),
        ("date from today until last_day", "march first", "I need a date no later than February first, twenty twenty six. What is it?"),
        ("number at least 1 up to seats", "five", "That is more than four. What is it?"),
        ("time from 9am before closing", "six pm", "I need a time before five PM. What is it?"),
    ],
)
def test_a_fact_is_a_limit_that_is_told(kind: str, said: str, told: str) -> None:
    assert by_a_fact(kind).says(said) == told


@pytest.mark.parametrize(
    ("kind", "said", "facts"),
    [
        ("money up to balance", "two hundred fifty dollars", {}),
        ("money up to balance", "three hundred dollars", {"balance": "$1,250.50"}),
        ("date until last_day", "february first", {}),
        ("number up to seats", "four", {}),
        ("time before closing", "four thirty pm", {}),
    ],
)
def test_a_value_within_the_fact_is_taken(kind: str, said: str, facts: dict[str, str]) -> None:
    assert by_a_fact(kind, **facts).says(said).startswith("Fine")


def test_an_amount_in_another_currency_than_the_fact_is_not_taken() -> None:
    assert by_a_fact("money up to balance").says("a hundred euros").startswith("Sorry, I missed that.")
    assert by_a_fact("money up to balance", balance="€250").says("a hundred euros").startswith("Fine")


def test_an_earlier_answer_is_a_limit_of_a_later_one() -> None:
    call = Caller(STAY)
    call.says("friday")
    assert call.says("tomorrow") == "I need a date after January ninth, twenty twenty six. Until when?"
    call.says("sunday")

    # What is no longer after it is asked for anew.
    assert call.says("no, arrives on the twentieth") == "Until when?"
    assert call.session.slots == {"arrives": "2026-01-20"}


@pytest.mark.parametrize(
    ("kind", "said", "told"),
    [
        ("time after 9am before 5pm", "six pm", "I need a time before five PM. What is it?"),
        ("time after 9am before 5pm", "eight in the morning", "I need a time after nine AM. What is it?"),
        ("time after 9am before 5pm", "nine am", "I need a time after nine AM. What is it?"),
        ("time from 9am until 5pm", "five thirty pm", "I need a time no later than five PM. What is it?"),
        ("time from 9:30 until noon", "nine am", "I need a time no earlier than nine thirty AM. What is it?"),
        ("time after 9am before 5pm", "at five", "I need a time before five PM. What is it?"),
        ("time after 9am before 5pm", "midnight", "I need a time after nine AM. What is it?"),
    ],
)
def test_a_time_out_of_its_limits_is_told(kind: str, said: str, told: str) -> None:
    assert caller(kind).says(said) == told


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("time after 9am before 5pm", "nine oh one am"),
        ("time after 9am before 5pm", "three in the afternoon"),
        ("time from 9am until 5pm", "nine am"),
        ("time from 9am until 5pm", "five pm"),
        ("time until noon", "noon"),
        ("time", "eleven pm"),
    ],
)
def test_a_time_within_its_limits_is_taken(kind: str, said: str) -> None:
    assert caller(kind).says(said).startswith("Fine")


APPOINTMENT = """
flow: appointment
steps:
  visit:
    form:
      day:
        ask: What day?
        type: date after today
      at:
        ask: What time?
        type: time {limits}
    confirm: "{{{{ day }}}} at {{{{ at }}}}. Right?"
    go: done
  done:
    end: Fine.
"""
WHICH = "In the morning or in the afternoon?"


@pytest.mark.parametrize(
    ("limits", "said", "kept"),
    [
        ("from 9am until 17:00", "maybe around two", "14:00"),
        ("from 9am until 17:00", "at nine", "09:00"),
        ("from 9am until 17:00", "five", "17:00"),
        ("from 9am until 17:00", "half past nine please", "09:30"),
        ("from 9am until 17:00", "twelve", "12:00"),
        ("from 7am until 18:00", "eight", "08:00"),
        ("from 7am until 18:00", "six o'clock", "18:00"),
        ("after 9am", "how about three", "15:00"),
        ("until noon", "at ten", "10:00"),
        ("from 9am until 17:00", "nine in the morning", "09:00"),
    ],
)
def test_the_only_half_of_the_day_within_the_limits_is_meant(limits: str, said: str, kept: str) -> None:
    call = caller(f"time {limits}")

    assert call.says(said).startswith("Fine,")
    assert call.session.slots == {"it": kept}


@pytest.mark.parametrize(
    ("limits", "said", "told"),
    [
        ("", "at three", WHICH),
        ("from 7am until 21:00", "eight", WHICH),
        ("after 9am", "at ten", WHICH),
        ("from 9am until 17:00", "eight", "I need a time no later than five PM. What is it?"),
        ("from 9am until 17:00", "nine in the evening", "I need a time no later than five PM. What is it?"),
        ("from 9am until 17:00", "two in the morning", "I need a time no earlier than nine AM. What is it?"),
    ],
)
def test_an_hour_within_both_halves_or_none_is_asked(limits: str, said: str, told: str) -> None:
    call = caller(f"time {limits}".strip())

    assert call.says(said) == told
    assert call.session.slots == {}


def test_an_hour_beside_its_day_takes_the_half_within_the_limits() -> None:
    call = Caller(APPOINTMENT.format(limits="from 9am until 17:00"))

    assert call.says("thursday at three").endswith("at three PM. Right?")
    assert call.says("no, at ten").endswith("at ten AM. Right?")
    assert call.says("yes") == "Fine."


def test_a_half_that_was_said_with_the_day_is_not_overruled_by_the_limits() -> None:
    call = Caller(APPOINTMENT.format(limits="from 9am until 17:00"))
    call.says("friday evening")

    assert call.says("at nine") == WHICH
    assert call.says("in the evening") == "I need a time no later than five PM. What time?"
    assert call.session.halves == {"day": "later"}
    assert call.says("at four").endswith("at four PM. Right?")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_limit_of_time_is_told_in_the_callers_language(tag: str) -> None:
    told = caller("time before 17:00", language=tag).says("18:30")

    assert told.startswith(Broken("time before", "time", "17:00").told(tag)[1])
    for word in ("after", "before", "from", "until"):
        assert not re.search(r"\d|\{", Broken(f"time {word}", "time", "09:00").told(tag)[1])
