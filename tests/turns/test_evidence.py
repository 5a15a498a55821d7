"""What a platform reports of what was played, and what the record makes of it."""

from __future__ import annotations

import pytest

from steering.core.turn import IN_HISTORY, PLAYED, SENT
from steering.core.wording import lock
from tests.turns.platform import Line, them, us

NOTICE = """
flow: notice
wording:
  recorded:
    text: This call is recorded. It may be kept for 3 years.
    must_hear: all
steps:
  greet:
    say: wording.recorded
    ask: All right?
    hear:
      yes: more
      no: bye
  more:
    ask: Anything else?
    hear:
      no: bye
  bye:
    end: Goodbye.
"""
LOCKS = [lock("This call is recorded. It may be kept for 3 years."), lock("This call is recorded. It may be kept for three years.")]


@pytest.mark.parametrize(("more", "grade"), [({}, IN_HISTORY), ({"evidence": PLAYED}, PLAYED)])
def test_grade_is_that_of_the_platform(more, grade):
    line = Line(NOTICE)
    line.hear()

    line.hear("yes", **more)

    assert line.session.heard == {"recorded": grade}


def test_grade_once_given_stays():
    line = Line(NOTICE)
    line.hear()

    line.hear("yes", evidence=PLAYED)
    line.hear("no")

    assert line.session.heard == {"recorded": PLAYED}


def test_event_of_the_turn_says_what_it_settled():
    line = Line(NOTICE)
    line.hear()

    line.cut(3)
    line.hear("yes")
    line.hear("yes")

    assert line.settled() == [["cut off", "recorded", "", "", ""], ["heard", "recorded", IN_HISTORY, *LOCKS]]


def test_client_that_sends_no_assistant_text_gives_the_weakest_grade():
    line = Line(NOTICE)
    line.ask([])

    line.ask([them("yes")])

    assert line.session.heard == {"recorded": SENT}


def test_assistant_messages_between_two_turns_are_one_text():
    line = Line(NOTICE)
    line.hear()

    line.ask([us("This call is recorded."), us("It may be kept"), us("for three years."), us("All"), them("yes")])

    assert line.session.heard == {"recorded": IN_HISTORY}


def test_call_that_its_platform_ends_leaves_the_text_unheard():
    line = Line(NOTICE)
    line.hear()

    line.steering.hung_up("", "call")

    assert not line.session.heard
    assert line.session.ended == "hangs up"


TERMS = "You may cancel within ten days."
LAST_WORDS = """
flow: last_words
wording:
  terms:
    text: You may cancel within ten days.
    must_hear: all
steps:
  greet:
    ask: All right?
    hear:
      yes: bye
  bye:
    say: wording.terms
    end: Goodbye.
"""


@pytest.mark.parametrize(("words", "heard"), [(8, [["heard", "terms", IN_HISTORY, lock(TERMS), lock(TERMS)]]), (4, [])])
def test_text_in_the_closing_words_is_heard_by_what_comes_after_them(words, heard):
    line = Line(LAST_WORDS)
    line.hear()
    line.hear("yes")
    assert not line.settled()

    line.cut(words)
    for _ in range(2):
        line.ask([*line.messages, them("thanks")])

    assert line.settled() == heard
