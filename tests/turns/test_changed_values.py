"""A value that changes after it was heard or agreed to: what the call does, and what is said of it afterwards."""

from __future__ import annotations

import pytest

from steering.certificate.page import page
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


def readings(line: Line) -> list[tuple[str, str, int, bool]]:
    (told,) = line.steering.certificate("", "call").disclosures  # type: ignore[union-attr]
    return [(one.spoken, one.grade, one.said, one.until is None) for one in told.readings]


def test_the_certificate_shows_each_reading_with_its_own_evidence() -> None:
    line = Line(AMOUNTS)
    line.hear()
    for words in ("fifty dollars", "yes", "another amount", "four hundred dollars", "yes"):
        line.hear(words)

    assert readings(line) == [
        ("You will pay fifty dollars today.", "in history", 1, False),
        ("You will pay four hundred dollars today.", "in history", 1, True),
    ]
    assert page(line.steering.certificate("", "call")).count("until a value changed") == 1  # type: ignore[arg-type]


def test_a_reading_that_was_never_heard_is_shown_as_such() -> None:
    line = Line(AMOUNTS)
    line.hear()
    for words in ("fifty dollars", "no, I meant four hundred dollars", "yes"):
        line.hear(words)

    assert [reading[:2] for reading in readings(line)][-1] == ("You will pay four hundred dollars today.", "in history")


def test_the_rest_of_a_text_that_was_cut_off_is_no_reading_of_its_own() -> None:
    line = Line(DEBT.replace("must_hear: all", "must_hear: all\n    again: rest"))
    line.steering.put("", "call", flow="debt", facts=FACTS)
    line.hear()
    line.cut(3)
    assert line.hear("yes") == "dollars and fifty cents. Is that right?"
    line.hear("yes")

    assert readings(line) == [("You owe twelve dollars and fifty cents.", "in history", 2, True)]
