"""What the open question expects, and a machine that answered."""

from __future__ import annotations

import pytest

from steering.core.expected import Expected, expected
from steering.core.turn import Kind

from .caller import Caller

FLOW = """
flow: listens
wording:
  notice:
    text: This call is recorded.
    must_hear: all
anytime:
  operator | key pound: person
steps:
  menu:
    say: wording.notice
    ask: Sales or service?
    hear:
      sales | key 1: pin
      service | key 2: amount
      (voicemail): message
  pin:
    ask: What is your pin?
    collect: pin, 4 digits
    go: amount
  amount:
    ask: How many boxes?
    collect: boxes, number
    go: colour
  colour:
    form:
      colour:
        ask: Red or blue?
        one_of: red | blue
    go: sure
  sure:
    consent: Do you agree to the order?
    accept_only: i agree
    if_yes: done
    if_no: done
  message:
    end: Please call us back.
  person:
    hand_to: "+13125550100"
  done:
    end: Thank you.
"""


def open_question(caller: Caller) -> Expected:
    return expected(caller.flow, caller.session)


def test_each_question_tells_how_to_listen() -> None:
    caller = Caller(FLOW)
    assert open_question(caller) == Expected(language="en", keys=1, pound=True, phrases=("sales", "service"), must_hear=True)

    caller.says("sales")
    assert open_question(caller) == Expected(language="en", keys=4, pound=True)

    caller.presses("4512")
    assert open_question(caller).keys == 0

    caller.presses("12")
    assert (open_question(caller).keys, open_question(caller).phrases) == (1, ("red", "blue"))

    caller.says("red")
    assert open_question(caller).must_hear

    caller.says("i agree")
    assert open_question(caller) == Expected(language="en")


def test_an_ended_call_expects_nothing() -> None:
    caller = Caller(FLOW)
    caller.says("operator")

    assert open_question(caller) == Expected(language="en")


def test_a_machine_hears_the_message_for_machines_and_nothing_before_it() -> None:
    caller = Caller(FLOW)
    caller.session = caller.fresh()

    assert caller.take(Kind.VOICEMAIL) == "Please call us back."
    assert caller.reply.ended


def test_a_machine_hears_nothing_when_there_is_no_message_for_it() -> None:
    caller = Caller(FLOW.replace("      (voicemail): message\n", "      message: message\n"))
    caller.session = caller.fresh()

    assert caller.take(Kind.VOICEMAIL) == ""
    assert caller.session.ended == "voicemail"
    assert caller.says("hello") == ""


@pytest.mark.parametrize("said", ["sales", ""])
def test_a_machine_may_be_found_out_later(said: str) -> None:
    caller = Caller(FLOW.replace("anytime:", "anytime:\n  (voicemail): message"))
    caller.says(said)

    assert caller.take(Kind.VOICEMAIL, heard="This call is") == "Please call us back."
