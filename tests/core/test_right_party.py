"""What is heard where a person is asked for: a plain no leads on, an absence or a "not the wrong number" does not."""

from __future__ import annotations

import pytest

from tests.core.caller import Caller

CALL = """
flow: right_party
steps:
  greet:
    ask: May I speak with Maria?
    hear:
      yes | speaking: verified
      no | wrong number | not here: wrong
{more}  verified:
    end: Hello Maria.
  wrong:
    end: Sorry to have bothered you.
"""
LINE = "      at work | not home: later\n  later:\n    end: We will call later.\n"


def heard(said: str, more: str = "") -> str:
    call = Caller(CALL.format(more=more))
    call.says(said)
    return call.session.step


@pytest.mark.parametrize(
    "said",
    [
        "no it's not the wrong number",
        "no, it isn't the wrong number",
        "it's not the wrong number",
        "no you don't have the wrong number",
        "no not the wrong number",
        "that's not a wrong number",
        "no this isn't the wrong number",
        "no you didn't get the wrong number",
        "you haven't got the wrong number",
        "nope you don't have a wrong number",
    ],
)
def test_a_denied_wrong_number_is_no_no(said: str) -> None:
    assert heard(said) == "greet"


@pytest.mark.parametrize(
    "said",
    [
        "he's at work",
        "she died last year",
        "she passed away",
        "he's dead",
        "she's asleep right now",
        "he's on vacation",
        "she's in the shower",
        "he just left",
        "she's out of town",
        "he is at the store",
        "i'm sorry she passed away in june",
        "he's at work can i take a message",
    ],
)
def test_who_only_cannot_be_had_is_no_wrong_person(said: str) -> None:
    assert heard(said) == "greet"


@pytest.mark.parametrize(
    "said",
    [
        "no, wrong number",
        "it's the wrong number",
        "no you have the wrong number",
        "no she's not here",
        "he's not home",
        "no it's not her number",
        "no he's at work",
        "no she died",
        "nope, she's on vacation",
        "he's at work, this is the wrong number",
    ],
)
def test_a_plain_no_is_one_whatever_follows(said: str) -> None:
    assert heard(said) == "wrong"


def test_a_line_of_the_authors_own_takes_an_absence() -> None:
    assert heard("he's at work", LINE) == "later"
    assert heard("no he's at work", LINE) == "later"
