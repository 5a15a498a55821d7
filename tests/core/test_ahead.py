"""A value said with the answer that leads to a form is not asked for again; nothing that proves is filled ahead."""

from __future__ import annotations

import pytest

from steering.core.turn import Kind, Passed, Recalled
from tests.core.caller import Caller

PAY = """
flow: pay
needs:
  account_phone: phone, optional, e.g. +13125550199
wording:
  terms:
    text: Payments are final.
    must_hear: all
{checks}steps:
  ask_payment:
    ask: Can you pay something this week?
    hear:
      yes | i can pay: arrange
      no: bye
      agent: bye
  arrange:
{say}    form:
      amount:
        ask: How much?
        type: {money}
      day:
        ask: On what day?
        type: date from today until 2026-03-01
{more}{confirm}    {go}
  bye:
    end: Goodbye.
"""
CONFIRM = '    confirm: "{{ amount }} on {{ day }}. Right?"\n'


PLAIN = {"say": "", "money": "money up to 500", "more": "", "confirm": CONFIRM, "go": "go: bye", "checks": ""}


def pay(said: str, **parts: str) -> Caller:
    call = Caller(PAY.format(**PLAIN | parts))
    call.says(said)
    return call


@pytest.mark.parametrize(
    ("said", "amount", "day"),
    [
        ("yes i can pay fifty dollars on friday", "$50", "2026-01-09"),
        ("yeah sure fifty dollars on friday", "$50", "2026-01-09"),
        ("yes, i can do fifty bucks tomorrow", "$50", "2026-01-06"),
        ("yes a hundred on the fifteenth", "$100", "2026-01-15"),
        ("yes i can do a hundred on the fifteenth", "$100", "2026-01-15"),
        ("i can pay forty dollars next tuesday", "$40", "2026-01-13"),
        ("yes forty five dollars and ten cents on friday", "$45.10", "2026-01-09"),
        ("yep, $20 on Friday", "$20", "2026-01-09"),
    ],
)
def test_what_is_said_with_the_yes_is_read_back_and_not_asked(said: str, amount: str, day: str) -> None:
    call = pay(said)

    assert (call.session.step, call.session.question) == ("arrange", "confirm")
    assert call.session.slots == {"amount": amount, "day": day}
    assert call.says("yes") == "Goodbye."


@pytest.mark.parametrize(
    ("said", "slots", "asked"),
    [
        ("yes fifty dollars", {"amount": "$50"}, "form:day"),
        ("yes on friday", {"day": "2026-01-09"}, "form:amount"),
        ("yes", {}, "form:amount"),
        ("yes fifty", {}, "form:amount"),
        ("yes six hundred dollars on friday", {"day": "2026-01-09"}, "form:amount"),
        ("yes fifty dollars on april first", {"amount": "$50"}, "form:day"),
        ("yes of course, i have two kids", {}, "form:amount"),
    ],
)
def test_what_is_missing_unclear_or_out_of_its_limits_is_asked(said: str, slots: dict[str, str], asked: str) -> None:
    call = pay(said)

    assert call.session.slots == slots
    assert call.session.question == asked


@pytest.mark.parametrize(
    "said",
    [
        "fifty dollars on friday",
        "maybe fifty dollars on friday",
        "yes but i already paid fifty dollars on friday",
        "is it fifty dollars on friday",
        "i don't know, fifty dollars",
        "yes one moment",
    ],
)
def test_a_value_without_a_clear_answer_answers_nothing(said: str) -> None:
    call = pay(said)

    assert call.session.step == "ask_payment"
    assert call.session.slots == {}


def test_a_no_and_a_person_take_no_value_along() -> None:
    assert pay("no i can't pay fifty dollars on friday").session.ended
    assert pay("agent, fifty dollars on friday").session.slots == {}


def test_a_form_without_a_read_back_goes_on_with_what_was_said() -> None:
    assert pay("yes fifty dollars on friday", confirm="").reply.spoken == "Goodbye."


def test_private_and_checked_values_and_counts_are_asked_all_the_same() -> None:
    more = "      phone:\n        ask: What is your number?\n        type: phone\n"
    go = "check: is_theirs\n    if_ok: bye\n    if_failed: bye"
    for unchecked, kept in ((False, {}), (True, {"phone": "+13125550199"})):
        name = "account_phone is known" if unchecked else "phone is account_phone"
        call = pay("yes my number is 312 555 0199", more=more, go=go, checks=f"checks:\n  is_theirs: {name}\n")
        assert call.session.slots == kept

    call = pay("yes fifty dollars on friday", money="money\n        private: yes")
    assert "amount" not in call.session.slots
    assert call.session.question == "form:amount"

    more = "      people:\n        ask: How many?\n        type: number\n"
    assert "people" not in pay("yes for two people", more=more).session.slots


def test_a_form_whose_text_must_be_heard_is_not_filled_before_it() -> None:
    call = pay("yes fifty dollars on friday", say="    say: wording.terms\n")

    assert call.session.slots == {}
    assert call.reply.spoken == "Payments are final. How much?"


def test_the_half_of_the_day_that_was_said_ahead_counts() -> None:
    call = pay("yes tomorrow morning", money="time")
    assert call.session.slots == {"day": "2026-01-06"}
    call.says("at ten")
    assert call.session.slots["amount"] == "10:00"


def test_back_forgets_what_was_filled_ahead() -> None:
    call = pay("yes fifty dollars on friday", checks="anytime:\n  go back: (back)\n")

    assert call.says("go back") == "Can you pay something this week?"
    assert call.session.slots == {}
    assert call.says("yes") == "How much?"


def test_what_was_filled_before_is_not_changed_by_another_yes() -> None:
    call = pay("yes fifty dollars on friday", confirm="", go="go: ask_payment")
    assert call.says("yes forty dollars tomorrow").startswith("Can you pay")
    assert call.session.slots == {"amount": "$50", "day": "2026-01-09"}


def test_a_replay_without_the_words_fills_what_the_record_has() -> None:
    moves = (Passed(step="ask_payment", by="hear.0", to="arrange"),)
    call = Caller(PAY.format(**PLAIN))
    call.take(Kind.SPEECH, "yes my card is …", recalled=Recalled(moves=moves, values={"amount": "$50", "day": "2026-01-09"}))

    assert call.session.slots == {"amount": "$50", "day": "2026-01-09"}
    assert call.session.question == "confirm"
