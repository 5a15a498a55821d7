"""A value that changes after it was heard or agreed to: what the call does, and what is said of it afterwards."""

from __future__ import annotations

import pytest

from steering.errors import FactSettled
from tests.core.test_evidence import AMOUNTS, NOTICE_OF_400
from tests.turns.platform import Line, them, us

DEBT = """
flow: debt
needs:
  balance: money, e.g. $12.50
  agency: text, e.g. Northwind
wording:
  notice:
    text: You owe {{ balance }}.
    must_hear: all
steps:
  tell:
    say: wording.notice
    ask: Is that right?
    hear: {yes: agree, no: bye}
  agree:
    consent: Will you pay it?
    if_yes: sure
    if_no: bye
  sure:
    ask: Shall I send you to {{ agency }}?
    hear: {yes: bye, no: bye}
  bye:
    end: Goodbye.
"""
FACTS = {"balance": "$12.50", "agency": "Northwind"}


@pytest.fixture
def debt() -> Line:
    line = Line(DEBT)
    line.steering.put("", "call", flow="debt", facts=FACTS)
    line.hear()
    return line


def test_a_fact_that_was_heard_cannot_change_in_the_call(debt: Line) -> None:
    debt.hear("yes")

    with pytest.raises(FactSettled, match="'balance' cannot change in this call"):
        debt.steering.put("", "call", flow=None, facts=FACTS | {"balance": "$9,999.00"})

    assert debt.steering.get("", "call").facts["balance"] == "$12.50"  # type: ignore[union-attr]


def test_a_fact_that_was_heard_in_a_turn_that_was_taken_back_cannot_change_either(debt: Line) -> None:
    debt.hear("yes")
    history = list(debt.messages)
    debt.messages = [us("You owe twelve"), them("wait")]
    assert debt.ask().lines[0] == "You owe twelve dollars and fifty cents."

    with pytest.raises(FactSettled, match="'balance' cannot change in this call"):
        debt.steering.put("", "call", flow=None, facts=FACTS | {"balance": "$9,999.00"})

    debt.messages = history
    assert debt.hear("yes") == "Shall I send you to Northwind?"


def test_a_fact_that_nobody_has_heard_may_change(debt: Line) -> None:
    debt.hear("yes")

    debt.steering.put("", "call", flow=None, facts=FACTS | {"agency": "Southwind"})

    assert debt.hear("yes") == "Shall I send you to Southwind?"


def test_a_fact_may_change_before_it_was_heard(debt: Line) -> None:
    debt.steering.put("", "call", flow=None, facts=FACTS | {"balance": "$13.00"})

    assert debt.hear("yes") == "You owe thirteen dollars. Is that right?"


def test_the_certificate_shows_the_words_that_were_heard_last() -> None:
    line = Line(AMOUNTS)
    line.hear()
    line.hear("fifty dollars")
    assert line.hear("no, I meant four hundred dollars") == NOTICE_OF_400

    (cut,) = line.steering.certificate("", "call").disclosures  # type: ignore[union-attr]
    for words in ("yes", "yes"):
        line.hear(words)
    (told,) = line.steering.certificate("", "call").disclosures  # type: ignore[union-attr]

    assert (cut.grade, cut.spoken) == ("not disclosed", "")
    assert (told.grade, told.spoken, told.said) == ("in history", "You will pay four hundred dollars today.", 2)


def test_an_agreement_to_another_amount_is_withdrawn() -> None:
    line = Line(AMOUNTS)
    line.hear()
    for words in ("fifty dollars", "yes", "another amount", "four hundred dollars", "yes"):
        line.hear(words)

    agreements = line.steering.certificate("", "call").agreements  # type: ignore[union-attr]

    assert [(one.step, one.answer) for one in agreements] == [("authorise", "withdrawn"), ("authorise", "agreed")]
