"""What a platform reports of what was played, and what the record makes of it."""

from __future__ import annotations

import pytest

from steering.core.turn import IN_HISTORY, PLAYED
from tests.turns.platform import Line

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
