"""Who wants to end the call may say so in other words than the author's, where the author lets him."""

from __future__ import annotations

import pytest

from tests.core.caller import Caller

VISIT = """
flow: visit
language: en
anytime:
  stop calling: opt_out
  goodbye | hang up: bye
steps:
  greet:
    ask: Will you come?
    hear:
      yes: come
      no: stay
      gotta go: hurry
  bye:
    end: Goodbye then.
  come:
    end: Good.
  stay:
    end: Sorry.
  hurry:
    end: Quickly then.
  opt_out:
    end: We will stop.
    record: do_not_call
"""


def step_after(said: str, flow: str = VISIT) -> str:
    call = Caller(flow)
    call.says(said)
    return call.session.step


@pytest.mark.parametrize(
    "said", ["bye", "I have to go", "thanks, bye bye", "I'm hanging up", "um, I need to go, have a nice day", "hang up please"]
)
def test_a_goodbye_in_other_words_ends_the_call(said: str) -> None:
    assert step_after(said) == "bye"


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("I have to go to the bank first", "greet"),
        ("yes, bye", "come"),
        ("gotta go", "hurry"),
        ("stop", "opt_out"),
        ("bye, and stop calling me", "opt_out"),
        ("end the call", "bye"),
        ("please stop the call", "bye"),
        ("stop the calls", "opt_out"),
        ("no calls, thanks", "opt_out"),
        ("no robocalls", "opt_out"),
        ("please never call", "opt_out"),
        ("I withdraw my consent", "opt_out"),
        ("forget my number", "opt_out"),
        ("forget my number, I'll give you another", "greet"),
    ],
)
def test_more_than_a_goodbye_is_heard_as_what_it_is(said: str, step: str) -> None:
    assert step_after(said) == step


def test_without_a_line_for_it_a_goodbye_is_misunderstood() -> None:
    flow = VISIT.replace("  goodbye | hang up: bye\n", "").replace("  bye:\n    end: Goodbye then.\n", "")

    assert step_after("I have to go", flow) == "greet"


def test_a_line_that_opts_out_takes_no_goodbye() -> None:
    flow = (
        VISIT.replace("  goodbye | hang up: bye\n", "")
        .replace("stop calling", "stop calling | hang up")
        .replace("  bye:\n    end: Goodbye then.\n", "")
    )

    assert step_after("bye", flow) == "greet"


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("es", "adiós", "tengo que colgar, gracias"),
        ("fr", "au revoir", "je raccroche"),
        ("de", "auf wiederhören", "ich muss auflegen"),
        ("it", "arrivederci", "devo andare, arrivederci"),
        ("pt", "tchau", "vou desligar"),
        ("ru", "до свидания", "всего доброго"),
        ("ja", "さようなら", "切ります"),
        ("ko", "끊을게요", "안녕히 계세요"),
        ("hi", "अलविदा", "बाय"),
        ("ar", "مع السلامة", "إلى اللقاء"),
    ],
)
def test_every_language_has_words_for_it(language: str, written: str, said: str) -> None:
    flow = VISIT.replace("language: en", f"language: {language}").replace("goodbye | hang up", written)

    assert step_after(said, flow) == "bye"
