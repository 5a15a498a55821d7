"""A history that parts from ours, and comes back to it: which rows are live, what the record says, and what is never lost."""

from __future__ import annotations

import pytest

from steering.core.flow import OPT_OUT
from steering.loader import load_sources
from steering.replay import first_difference
from tests.turns.platform import SURVEY, Line, them, us

PRIVATE = """
flow: private
steps:
  greet:
    ask: All right?
    hear:
      yes: pin
      no: bye
  pin:
    ask: What is your PIN?
    collect: pin, 4 digits, private
    go: bye
  bye:
    end: Goodbye.
"""


def at_the_color(source: str = SURVEY) -> Line:
    line = Line(source)
    for words in (None, "yes", "five"):
        line.hear(words)
    return line


def words_of(line: Line) -> list[str]:
    return [one["caller"] for one in line.steering.transcript("", "call") or []]


def replayed_the_same(line: Line) -> bool:
    call = line.steering.recording("", "call")
    assert call is not None
    return first_difference(call, load_sources(call.sources, call.flow)) is None


def test_turns_after_the_one_that_was_edited_are_taken_back():
    line = at_the_color()
    line.messages[1] = them("uh what")

    line.hear("red")

    assert words_of(line) == ["", "red"]
    assert replayed_the_same(line)


def test_call_goes_on_from_where_its_history_parted_from_ours():
    line = at_the_color()
    line.messages[1] = them("uh what")
    line.hear("red")

    line.hear("yes")

    assert line.step == "number"
    assert replayed_the_same(line)


def test_whole_chain_is_live_again_when_a_history_comes_back():
    line = at_the_color()
    line.hear("red")
    whole = list(line.messages[:-1])
    line.messages = [*whole[:3], them("six")]
    line.ask()

    line.ask(whole)

    assert words_of(line) == ["", "yes", "five", "red"]
    assert line.step == "sure"
    assert replayed_the_same(line)


@pytest.mark.parametrize("at", [1, 5], ids=["in the turn that was edited", "in the newest words"])
def test_opt_out_is_kept_in_a_history_that_is_not_ours(at):
    line = at_the_color()
    line.messages[1] = them("uh what")
    line.messages.append(them("hello"))
    line.messages[at] = them("stop calling me")

    line.ask()

    assert line.session.records == (OPT_OUT,)
    assert replayed_the_same(line)


def test_opt_out_that_was_answered_by_the_safe_line_is_kept():
    line = Line()
    line.hear()
    line.messages += [them("stop calling me"), us("I am sorry, something went wrong on our side. Please say that again.")]

    line.hear("hello")

    assert line.session.records == (OPT_OUT,)


def test_private_answer_in_a_history_that_is_not_ours_is_not_kept():
    line = Line(PRIVATE)
    line.hear()
    line.hear("yes")
    line.messages[1] = them("well")

    line.hear("4455")

    assert words_of(line) == ["", "…"]
    assert replayed_the_same(line)
