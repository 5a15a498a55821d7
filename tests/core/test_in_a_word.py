"""Answers in a word that stand for a value: "none" to how many, "all of it" to how much; and a yes that brings more than a yes."""

from __future__ import annotations

import pytest

from tests.core.caller import Caller

MANY = """
flow: many
steps:
  many:
    ask: How many people live there?
    collect: people, number at least {least} up to 10
    go: done
  done:
    end: Ok.
if_unclear:
  - Sorry? {{{{ question }}}}
"""
PAY = """
flow: pay
{head}
needs:
  balance: money, e.g. $312.40
steps:
  pay:
    form:
      amount:
        ask: {ask}
        type: money at least 5 {limit}
    confirm: That is {{{{ amount }}}}. Is that right?
    go: done
  done:
    end: Ok.
if_unclear:
  - Sorry? {{{{ question }}}}
"""


def people(said: str, least: int = 0) -> str | None:
    call = Caller(MANY.format(least=least))
    call.says(said)
    return call.session.slots.get("people")


def amount(said: str, limit: str = "up to balance", ask: str = "How much would you like to pay?", head: str = "") -> str | None:
    call = Caller(PAY.format(limit=limit, ask=ask, head=head), {"balance": "$312.40"})
    call.says(said)
    return call.session.slots.get("amount")


@pytest.mark.parametrize("said", ["none", "nobody", "no one", "none, thank God", "not any", "we don't have any", "um, none"])
def test_none_is_no_number_of_them(said: str) -> None:
    assert people(said) == "0"
    assert people(said, least=1) is None


@pytest.mark.parametrize("said", ["none of your business", "nobody told me", "not sure", "no"])
def test_what_only_begins_like_none_is_nothing(said: str) -> None:
    assert people(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "all of it",
        "the full amount",
        "everything",
        "the whole balance",
        "all",
        "I'll pay it all",
        "yes, all of it please",
        "pay in full",
        "pay it off",
    ],
)
def test_all_of_it_is_the_value_that_bounds_the_amount(said: str) -> None:
    assert amount(said) == "$312.40"
    assert amount(said, "up to 400") is None
    assert amount(said, "") is None


@pytest.mark.parametrize("said", ["not all of it", "half of it", "I can't pay all of it", "is that everything", "what is the total"])
def test_less_than_all_of_it_is_not_the_whole(said: str) -> None:
    assert amount(said) is None


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("es", "todo el saldo"),
        ("fr", "la totalité"),
        ("de", "den vollen Betrag"),
        ("it", "tutto"),
        ("pt", "o valor total"),
        ("ru", "всю сумму"),
        ("ja", "全額でお願いします"),
        ("ko", "전부요"),
        ("hi", "पूरी रकम"),
        ("ar", "كل المبلغ"),
    ],
)
def test_all_of_it_is_heard_in_the_language_of_the_call(tag: str, said: str) -> None:
    assert amount(said, head=f"language: {tag}") == "$312.40"


def test_an_amount_for_each_of_another_time_is_none() -> None:
    ask = "How much can you pay each month?"

    assert amount("fifty a week", ask=ask) is None
    assert amount("fifty dollars a day", ask=ask) is None
    assert amount("fifty a month", ask=ask) == "$50"
    assert amount("fifty a week") == "$50"


PICK = """
flow: pick
answers:
  how much is it: Ten dollars.
steps:
  greet:
    ask: Would you like to order?
    hear:
      yes: pick
      no: done
  pick:
    form:
      day:
        ask: What day would you like?
        type: date after today
      place:
        ask: Counter or drive through?
        one_of: counter | drive through
    confirm: "{{ day | with weekday }}, {{ place }}. Is that right?"
    go: done
  done:
    end: Ok.
if_unclear:
  - Sorry? {{ question }}
"""


def read_back() -> Caller:
    call = Caller(PICK)
    for said in ("yes", "friday", "the drive thru please"):
        call.says(said)
    assert call.session.slots["place"] == "drive through"
    return call


@pytest.mark.parametrize("said", ["ok and 2 bottles", "yes and two bottles", "yes, no, wait", "that's right but can you do it on sunday"])
def test_a_yes_that_brings_more_does_not_end_the_read_back(said: str) -> None:
    call = read_back()
    call.says(said)

    assert call.session.ended == ""


@pytest.mark.parametrize("said", ["yes and thank you", "yes and that's all", "okay", "yes, Friday", "yes that's right thanks"])
def test_a_yes_with_courtesies_does(said: str) -> None:
    call = read_back()
    call.says(said)

    assert call.session.step == "done"


@pytest.mark.parametrize(
    "said", ["is it ready tomorrow", "are you open on friday", "will it be there friday", "tomorrow is sunday isn't it"]
)
def test_a_day_that_is_only_asked_about_is_none(said: str) -> None:
    call = Caller(PICK)
    call.says("yes")
    call.says(said)

    assert "day" not in call.session.slots


@pytest.mark.parametrize("said", ["yes and how much is it", "yes, how much is it?"])
def test_a_yes_with_a_question_that_is_answered_gets_the_answer(said: str) -> None:
    call = Caller(PICK)

    assert call.says(said) == "Ten dollars. Would you like to order?"
    assert call.says("yes when do you open") == "What day would you like?"
