"""What a platform reports of what was played, and what the record makes of it."""

from __future__ import annotations

import pytest

from steering.certificate import NOT_DISCLOSED, NOT_HEARD
from steering.core.engine import advance, open_session
from steering.core.turn import IN_HISTORY, PLAYED, SENT, Kind, Turn
from steering.core.wording import lock
from steering.loader import load_sources
from steering.replay import first_difference
from tests.turns.platform import SURVEY, Line, them, us

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


WORDING = """wording:
  notice:
    text: This call may be recorded.
    must_hear: all
steps:"""


def replayed_the_same(line: Line) -> bool:
    call = line.steering.recording("", "call")
    assert call is not None
    return first_difference(call, load_sources(call.sources, call.flow)) is None


def certified(line: Line) -> tuple[dict[str, str], list[tuple[str, str]]]:
    found = line.steering.certificate("", "call")
    assert found is not None
    return {one.name: one.grade for one in found.disclosures}, [(one.answer, one.grade) for one in found.agreements]


def test_platform_that_takes_its_report_back_takes_the_evidence_back():
    line = Line(NOTICE)
    line.hear()
    said = line.hear("yes")
    assert certified(line)[0] == {"recorded": IN_HISTORY}

    line.messages[0] = us("This call is recorded. It may")
    for _ in range(2):
        line.ask(line.messages[:2])

    assert line.answers[-1].lines == (said,)
    assert certified(line)[0] == {"recorded": NOT_DISCLOSED}
    assert line.events().count("heard_less") == 1


def test_call_goes_back_to_the_text_whose_report_was_taken_back():
    line = Line(NOTICE)
    opening = line.hear()
    line.hear("yes")

    line.messages[0] = us("This call is recorded. It may")
    again = line.hear("no")

    assert (again, line.step) == (opening, "greet")
    assert certified(line)[0] == {"recorded": NOT_DISCLOSED}
    assert line.hear("yes") == "Anything else?"
    assert certified(line)[0] == {"recorded": IN_HISTORY}
    assert replayed_the_same(line)


def test_report_that_is_taken_back_three_times_ends_the_call():
    line = Line(NOTICE)
    opening = line.hear()
    for _ in range(3):
        line.hear("yes")
        at = max(i for i, one in enumerate(line.messages) if one.text == opening)
        line.messages[at] = us("This call is recorded. It may")
        line.hear("no")

    assert (line.session.ended, line.session.heard) == ("goodbye", {})
    assert replayed_the_same(line)


def test_opt_out_over_a_text_whose_report_was_taken_back_is_kept():
    line = Line(SURVEY.replace("say: Welcome to the survey.", "say: wording.notice").replace("steps:", WORDING, 1))
    line.hear()
    line.hear("yes")

    line.messages[0] = us("This call may")

    assert line.hear("stop calling") == "We will stop calling."
    assert replayed_the_same(line)


def test_shorter_report_that_still_holds_the_text_takes_nothing_back():
    line = Line(NOTICE)
    line.hear()
    line.hear("yes")

    line.messages[0] = us("This call is recorded. It may be kept for three years. All")
    line.hear("no")

    assert certified(line)[0] == {"recorded": IN_HISTORY}


AGREE = """
flow: agree
steps:
  greet:
    consent: Do you agree to be called?
    accept_only: yes | key 1
    if_yes: more
    if_no: bye
  more:
    ask: Anything else?
    hear:
      no: bye
  bye:
    end: Goodbye.
"""


def test_agreement_to_a_question_that_was_not_played_is_none():
    line = Line(AGREE)
    asked = line.hear()
    line.hear("yes")

    line.messages[0] = us("Do you agree")
    again = line.hear("no")

    assert (again, line.session.agreed) == (asked, {})
    assert certified(line)[1] == [("revised", NOT_HEARD)]
    assert replayed_the_same(line)


def test_agreement_in_the_last_words_to_a_question_that_was_not_played_is_certified_as_such():
    line = Line(WORDED)
    line.hear()
    line.hear("yes")

    line.messages[0] = us("Do you agree")
    line.ask(line.messages[:2])

    assert certified(line)[1] == [("agreed", NOT_HEARD)]


def test_key_that_agrees_is_kept_as_a_key():
    line = Line(AGREE)
    line.hear()
    line.messages.append(them("1", kind=Kind.KEYS))
    line.ask()

    found = line.steering.certificate("", "call")

    assert [one.words for one in found.agreements] == ["key 1"]


def test_open_question_is_asked_with_the_text_that_is_still_owed():
    line = Line(NOTICE)
    line.hear()
    line.messages += [them("yes"), us("Something that we never said."), them("yes")]

    again = line.ask()

    assert again.lines == ("This call is recorded. It may be kept for three years.", "All right?")
    line.messages.append(us(" ".join(again.lines)))
    line.hear("yes")
    assert line.session.heard == {"recorded": IN_HISTORY}


def test_platform_that_reports_nothing_played_has_sent_nothing():
    line = Line(NOTICE)
    line.ask([])

    line.ask([us(""), them("yes")])

    assert not line.session.heard
    assert line.session.step == "greet"


AFTERWARDS = """
flow: afterwards
wording:
  terms:
    text: You may cancel within ten days.
    must_hear: all
steps:
  greet:
    ask: All right?
    hear:
      yes: terms
  terms:
    say: wording.terms
    consent: Do you agree to be called?
    accept_only: yes | key 1
    if_yes: bye
    if_no: bye
  bye:
    end: Goodbye.
"""


def at_the_terms(*, reports: bool) -> Line:
    line = Line(AFTERWARDS)
    if reports:
        line.hear()
        line.hear("sure")
    else:
        line.ask([])
        line.ask([them("sure")])
        line.clock.now += 60
    return line


def test_platform_that_has_reported_and_then_reports_nothing_has_shown_nothing():
    line = at_the_terms(reports=True)

    again = line.ask([them("yes")])

    assert again.lines == ("You may cancel within ten days.", "Do you agree to be called?")
    assert not line.session.heard
    assert not line.session.agreed
    assert line.ask([them("yes")]) == again


def test_what_was_withheld_counts_once_it_is_reported():
    line = at_the_terms(reports=True)
    again = line.ask([them("yes")])

    line.ask([them("yes"), us(" ".join(again.lines)), them("yes")])

    assert (line.session.heard, line.session.ended) == ({"terms": IN_HISTORY}, "end")


def test_platform_that_never_reported_goes_on_with_the_weakest_grade():
    line = at_the_terms(reports=False)

    line.ask([them("yes")])

    assert (line.session.heard, line.session.ended) == ({"terms": SENT}, "end")


def test_platform_that_withholds_its_report_three_times_ends_the_call():
    line = at_the_terms(reports=True)

    for _ in range(3):
        line.clock.now += 60
        line.ask([them("yes")])

    assert (line.session.ended, line.session.heard) == ("goodbye", {})


def test_silence_without_a_report_takes_nothing_as_cut_off():
    line = at_the_terms(reports=True)

    line.ask([them("")])

    assert not line.session.cut
    assert not line.session.heard


def test_hang_up_of_a_platform_that_has_reported_cuts_nothing_off():
    line = at_the_terms(reports=True)

    line.steering.hung_up("", "call")

    assert line.settled() == []


def test_call_whose_report_was_withheld_is_taken_again_the_same():
    line = at_the_terms(reports=True)
    again = line.ask([them("yes")])
    line.ask([them("yes"), us(" ".join(again.lines)), them("yes")])

    assert replayed_the_same(line)


def test_report_that_comes_after_none_at_all_takes_the_evidence_back():
    line = Line(NOTICE)
    said = " ".join(line.ask([]).lines)
    reply = line.ask([them("yes")])
    assert certified(line)[0] == {"recorded": SENT}

    line.ask([us(said[:9]), them("yes"), us(" ".join(reply.lines)), them("no")])

    assert certified(line)[0] == {"recorded": NOT_DISCLOSED}


WORDED = """
flow: worded
wording:
  monthly:
    text: Do you agree to pay ten dollars every month?
steps:
  ask:
    consent: wording.monthly
    if_yes: done
    if_no: bye
  done:
    end: Thank you.
  bye:
    end: Goodbye.
"""


@pytest.mark.parametrize("answer", ["yes", "no", "what"])
def test_consent_in_a_wording_that_was_cut_off_is_asked_again_whatever_was_said(answer):
    line = Line(WORDED)
    asked = line.hear()
    line.cut(3)

    assert line.hear(answer) == asked
    assert line.step == "ask"
    assert line.hear("yes") == "Thank you."


# ---- a machine


REACHED = """
flow: reached
needs:
  url: url, e.g. https://desk.example
checks:
  open:
    get: "{{ url }}/open"
    keep: slot from first
anytime:
  (voicemail): WHERE
steps:
  look:
    check: open
    if_ok: bye
    if_failed: bye
  bye:
    end: Goodbye.
"""


@pytest.mark.parametrize("where", ["(repeat)", "(back)"])
def test_machine_that_has_been_asked_nothing_is_told_nothing_again(where):
    flow = load_sources({"reached.yaml": REACHED.replace("WHERE", where)}, "reached")
    session = open_session(flow, {"url": "https://desk.example"})
    waiting, _ = advance(flow, session, Turn(kind=Kind.START, at=1.0))

    for at in (session, waiting):
        after, reply = advance(flow, at, Turn(kind=Kind.VOICEMAIL, at=2.0))
        assert (after.ended, reply.lines) == ("voicemail", ())
