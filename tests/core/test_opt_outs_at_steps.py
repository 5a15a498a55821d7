"""An opt-out that stands at a step alone is one everywhere: over a text, in the first words, at any other step."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.core.turn import Kind
from steering.loader import check
from tests.core.caller import Caller

ASKED = """
flow: asked
wording:
  notice:
    text: This call is recorded.
    must_hear: all
steps:
  a:
    say: wording.notice
    ask: Shall we begin?
    hear:
      yes: b
      no: bye
      stop calling | the third | key 3: oo
  b:
    ask: Red or blue?
    hear:
      red | blue: bye
  oo:
    end: We will not call again.
    record: do_not_call
  bye:
    end: Goodbye.
"""


def caller(*, starts: bool = True) -> Caller:
    return Caller(ASKED, starts=starts)


@pytest.mark.parametrize("words", ["stop calling", "please remove me from your list", "quit calling me"])
def test_it_is_taken_over_a_text_that_must_be_heard(words: str) -> None:
    call = caller()

    assert call.says(words, heard="This call") == "We will not call again."
    assert (call.session.records, call.session.ended) == (("do_not_call",), "end")


@pytest.mark.parametrize("words", ["stop calling", "take me off your list"])
def test_it_is_taken_in_the_first_words(words: str) -> None:
    call = caller(starts=False)

    assert call.says(words) == "We will not call again."
    assert call.session.records == ("do_not_call",)


def test_it_is_taken_at_another_step() -> None:
    call = caller()
    call.says("yes", heard="This call is recorded. Shall we begin?")

    assert call.says("I told you to stop calling me") == "We will not call again."


def test_an_answer_that_leads_there_is_an_answer_only() -> None:
    call = caller()

    assert call.says("the third", heard="This call") == "This call is recorded. Shall we begin?"
    assert call.take(Kind.KEYS, "3", heard="This call") == "This call is recorded. Shall we begin?"
    assert call.says("the third", heard="This call is recorded. Shall we begin?") == "We will not call again."


@pytest.mark.parametrize("words", ["the third", "no"])
def test_an_answer_that_leads_there_is_none_at_another_step(words: str) -> None:
    call = caller()
    call.says("yes", heard="This call is recorded. Shall we begin?")

    call.says(words)

    assert (call.session.step, call.session.records) == ("b", ())


def test_the_proof_knows_that_it_comes_before_the_text_was_heard(tmp_path: Path) -> None:
    path = tmp_path / "asked.yaml"
    path.write_text(ASKED.replace("steps:", "promises:\n  - before: oo\n    always: heard notice\nsteps:", 1))

    (found,) = (one for one in check(path) if one.code == "broken-promise")

    assert "anytime 'stop calling'" in str(found)


def test_no_advice_is_given_on_an_opt_out_that_works_everywhere(tmp_path: Path) -> None:
    path = tmp_path / "asked.yaml"
    path.write_text(ASKED)
    assert "recommend-opt-out" not in {one.code for one in check(path)}

    path.write_text(ASKED.replace("stop calling | ", ""))
    assert "recommend-opt-out" in {one.code for one in check(path)}
