"""A person, an opt-out and a yes are told apart, in the words that callers use and authors do not list."""

from __future__ import annotations

import pytest

from steering.core.hearing.persons import asks_for_person
from tests.core.caller import Caller

GREET = """
flow: greet
anytime:
  agent | a person | key 0: desk
  stop calling | do not call: out
steps:
  greet:
    ask: Is this Maria?
    hear:
      yes | speaking: done
      no | wrong number: wrong
  done:
    end: Good.
  wrong:
    end: Sorry.
  desk:
    hand_to: desk
  out:
    end: We will not call again.
    record: do_not_call
"""


def led(said: str, source: str = GREET) -> str:
    """Where *said* leads from the first question: a step, or `?`."""
    call = Caller(source)
    call.says(said)
    return call.session.step if call.session.ended else "?"


@pytest.mark.parametrize(
    "said",
    [
        "can i speak to a human",
        "representative",
        "a representative please",
        "let me talk to somebody",
        "i want to speak with a supervisor",
        "no i want to talk to someone",
        "this is ridiculous get me a manager",
        "customer service please",
        "person",
        "human",
        "operator",
    ],
)
def test_a_person_is_reached_in_words_that_nobody_listed(said: str) -> None:
    assert led(said) == "desk"


@pytest.mark.parametrize(
    "said",
    [
        "i am a human",
        "my manager told me",
        "someone stole my card",
        "i don't want a representative",
        "i talked to a representative yesterday",
        "she is the supervisor here",
        "are you human",
    ],
)
def test_who_only_speaks_of_one_is_not_connected(said: str) -> None:
    assert not asks_for_person(said)
    assert led(said) != "desk"


def test_without_a_line_that_leads_to_a_person_nobody_is_connected() -> None:
    assert led("representative", GREET.replace("agent | a person | key 0", "billing")) == "?"


@pytest.mark.parametrize(
    ("said", "step"), [("speaking", "done"), ("yes speaking", "done"), ("am i speaking to a robot", "?"), ("speak up", "?")]
)
def test_a_yes_of_one_word_is_no_question_and_no_other_form_of_the_word(said: str, step: str) -> None:
    assert led(said) == step


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("stop", "out"),
        ("please stop", "out"),
        ("stop it", "out"),
        ("stop by tomorrow", "?"),
        ("I'd like to be removed", "out"),
        ("I'd like to be removed as a cosigner", "?"),
    ],
)
def test_stop_by_itself_is_an_opt_out_where_there_is_a_line_for_one(said: str, step: str) -> None:
    assert led(said) == step


def test_stop_is_what_an_author_makes_of_it() -> None:
    assert led("stop", GREET.replace("wrong number:", "stop:")) == "wrong"
