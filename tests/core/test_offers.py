"""A value is taken where it is offered: not where it is asked about, past, or told of something else."""

from __future__ import annotations

import pytest

from tests.core.caller import Caller

PAY = """
flow: pay
steps:
  promise:
    form:
      amount:
        ask: {ask}
        type: money at least 25 up to 1250.50
      pay_day:
        ask: On what day?
        type: date after today
    confirm: That is {{{{ amount }}}} on {{{{ pay_day | with weekday }}}}. Is that right?
    go: done
  done:
    end: Fine.
  desk:
    hand_to: desk
if_unclear:
  - Sorry? {{{{ question }}}}
  - go: desk
"""


def caller(ask: str = "How much will you pay?") -> Caller:
    return Caller(PAY.format(ask=ask))


@pytest.mark.parametrize(
    "said",
    [
        "fifty dollars is too much",
        "I don't have fifty dollars",
        "I already sent you a hundred dollars",
        "my rent is nine hundred dollars",
        "I make 800 dollars a month",
        "you people already took 300 dollars",
        "is the minimum fifty dollars",
        "do I have to pay fifty dollars",
        "what happens if I pay fifty dollars",
        "I thought it was fifty dollars",
        "I get paid on the 15th, I paid 200 last month",
        "my birthday is march third",
        "the bank gave me 300 dollars",
    ],
)
def test_an_amount_that_is_not_offered_is_asked_again(said: str) -> None:
    call = caller()
    call.says(said)

    assert call.reply.spoken == "Sorry? How much will you pay?"
    assert call.session.slots == {}


@pytest.mark.parametrize(
    "said",
    [
        "fifty",
        "I can do fifty",
        "I'll pay fifty",
        "I'll give you fifty",
        "I will pay fifty",
        "I could make fifty dollars",
        "fifty is fine",
        "can I pay fifty dollars",
        "would fifty dollars be okay",
        "how about fifty dollars",
        "is it okay if I pay fifty dollars",
        "I thought maybe fifty dollars",
        "I already paid a hundred, but I can do fifty",
        "my rent is nine hundred dollars so I can only do fifty",
        "I can't do a hundred I can do fifty dollars",
        "I just got paid, fifty dollars",
    ],
)
def test_an_amount_that_is_offered_is_taken(said: str) -> None:
    call = caller()
    call.says(said)

    assert call.session.slots.get("amount") == "$50"


def test_what_the_question_asks_for_is_no_other_thing() -> None:
    for ask, said in [
        ("How much is your rent?", "my rent is nine hundred dollars"),
        ("How much do you make in a month?", "I make nine hundred dollars"),
        ("How much did you pay last time?", "I already paid nine hundred dollars"),
    ]:
        call = caller(ask)
        call.says(said)

        assert call.session.slots.get("amount") == "$900", said


def test_a_day_and_an_amount_in_one_sentence_fill_both() -> None:
    for said in ("sixty next friday", "I can do sixty next friday", "sixty dollars on friday the sixteenth"):
        call = caller()
        call.says(said)

        assert call.session.slots == {"amount": "$60", "pay_day": "2026-01-16"}, said


COUNT = """
flow: count
steps:
  ask:
    ask: {ask}
    collect: it, number at least 1 up to 600
    go: done
  done:
    end: Fine, {{{{ it }}}}.
  desk:
    hand_to: desk
if_unclear:
  - Sorry? {{{{ question }}}}
  - go: desk
"""


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        ("What is your weight in pounds?", "I'm 67 years old"),
        ("What is your weight in pounds?", "70 kilos"),
        ("How much do you weigh?", "I'm 67 years old"),
        ("How many days should the refill last?", "I take 20 milligrams"),
        ("How many days should the refill last?", "I have 12 pills left"),
        ("How many days should the refill last?", "my doctor gave me 40"),
        ("How many days should the refill last?", "two weeks"),
        ("How many days should the refill last?", "twelve weeks"),
        ("How many days should the refill last?", "three months"),
    ],
)
def test_a_number_that_counts_something_else_is_asked_again(ask: str, said: str) -> None:
    assert Caller(COUNT.format(ask=ask)).says(said) == f"Sorry? {ask}"


@pytest.mark.parametrize(
    ("ask", "said", "told"),
    [
        ("What is your weight in pounds?", "180", "one hundred eighty"),
        ("What is your weight in pounds?", "180 lbs", "one hundred eighty"),
        ("How much do you weigh?", "70 kilos", "seventy"),
        ("How old are you?", "67 years old", "sixty seven"),
        ("How many days should the refill last?", "thirty", "thirty"),
        ("How many days should the refill last?", "ninety days please", "ninety"),
        ("How many did you take?", "two pills", "two"),
        ("In the last seven days how many did you take?", "two pills", "two"),
        ("How many do you take a day?", "three tablets", "three"),
        ("How many tablets do you have?", "twelve pills", "twelve"),
    ],
)
def test_a_number_in_what_is_asked_for_is_taken(ask: str, said: str, told: str) -> None:
    assert Caller(COUNT.format(ask=ask)).says(said) == f"Fine, {told}."


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("friday doesn't work for me", {}),
        ("friday won't work", {}),
        ("fifty won't work", {}),
        ("fifty isn't possible", {}),
        ("fifty won't work how about forty", {"amount": "$40"}),
        ("friday doesn't work but monday does", {"pay_day": "2026-01-12"}),
        ("not monday, forty on friday", {"amount": "$40", "pay_day": "2026-01-09"}),
    ],
)
def test_what_is_refused_behind_its_name_is_not_taken(said: str, slots: dict[str, str]) -> None:
    call = caller()
    call.says(said)

    assert call.session.slots == slots


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("I've been waiting for forty minutes", None),
        ("you people called me three times", None),
        ("I've been a customer for 10 years", None),
        ("nine out of ten", "9"),
        ("a solid eight", "8"),
    ],
)
def test_a_place_on_a_scale_is_nothing_counted(said: str, heard: str | None) -> None:
    call = Caller(COUNT.format(ask="On a scale of zero to ten, how likely are you to recommend us?"))
    call.says(said)

    assert call.session.slots.get("it") == heard


@pytest.mark.parametrize("said", ["what day is it today", "what's today's date", "what is the fifteenth"])
def test_a_day_that_is_only_asked_about_is_none(said: str) -> None:
    call = caller()
    call.says("fifty")
    call.says(said)

    assert "pay_day" not in call.session.slots
