"""Detours prove nothing: whoever comes back to a question owes and has what he had, and nothing more."""

from __future__ import annotations

from steering.core.turn import Kind, Result
from tests.core.caller import Caller

NOTICE = """
flow: notice
wording:
  terms:
    text: Calls cost nothing. You may leave at any time.
    must_hear: all
anytime:
  come again: (repeat)
  go back: (back)
if_back: You are back.
steps:
  terms:
    say: wording.terms
    ask: Shall we go on?
    hear:
      yes: done
      no: done
  done:
    hand_to: desk
"""

OPENING = """
flow: opening
opening: by the platform
needs:
  desk_url: url, e.g. https://desk.example
checks:
  is_open:
    get: "{{ desk_url }}/open"
  is_owner: pin is known
anytime:
  my account: account
steps:
  look:
    check: is_open
    if_ok: closed
    if_failed: closed
  account:
    ask: What is your PIN?
    collect: pin, 4 digits
    check: is_owner
    if_ok: closed
    if_failed: closed
    proves: owner
  closed:
    end: We are closed.
"""

AGREE_TWICE = """
flow: agree_twice
steps:
  agree:
    consent: May we record this call?
    if_yes: again
    if_no: done
  again:
    ask: Shall I ask once more?
    hear:
      yes: agree
      no: done
  done:
    hand_to: desk
"""

TWO_RUNS = """
flow: two_runs
steps:
  hello:
    ask: Shall we begin?
    hear:
      yes: one
  one:
    run: survey
    go: two
  two:
    run: survey
    go: done
  done:
    hand_to: desk
"""

SURVEY = """
flow: survey
anytime:
  go back: (back)
steps:
  first:
    ask: Was it good?
    hear:
      yes | no: second
  second:
    ask: Was it quick?
    hear:
      yes | no: thanks
  thanks:
    end: Thank you.
"""

CALM = """
flow: calm
anytime:
  ask me: run survey
if_feeling:
  anger above 0.3: run breathe
steps:
  hello:
    ask: Shall we begin?
    hear:
      yes: done
  breathe:
    say: Take a breath.
    go: breathed
  breathed:
    end: Thank you for waiting.
  done:
    hand_to: desk
"""


def test_text_not_heard_stays_owed_when_the_caller_comes_back() -> None:
    call = Caller(NOTICE)
    call.take(Kind.START)

    call.says("yes", heard="You are back. Shall we go on?")

    assert call.session.step == "terms"
    assert call.session.heard == {}


def test_text_not_heard_stays_owed_when_its_question_is_repeated() -> None:
    call = Caller(NOTICE)
    call.take(Kind.START)
    call.says("come again", heard="You are")

    call.says("yes", heard="Shall we go on?")

    assert call.session.step == "terms"


def test_answer_of_a_look_up_is_taken_by_the_step_that_asked_it() -> None:
    call = Caller(OPENING, {"desk_url": "https://desk.example"}, starts=False)

    call.says("my account please")
    call.take(Kind.RESULT, result=Result(key=call.session.waiting, ok=True))

    assert call.session.proved == ()
    assert call.session.step == "closed"


def test_no_to_a_consent_takes_an_earlier_yes_back() -> None:
    call = Caller(AGREE_TWICE)
    call.says("yes"), call.says("yes")

    call.says("no")

    assert call.session.agreed == {}
    assert [one.what for one in call.reply.settled] == ["withdrawn", "refused"]


def test_back_at_the_first_question_of_a_run_repeats_it_after_another_run() -> None:
    call = Caller(TWO_RUNS, {}, SURVEY)
    call.says("yes"), call.says("yes"), call.says("no")
    assert call.session.step == "first"

    call.says("go back")

    assert call.session.step == "first"
    assert "Was it good?" in call.reply.spoken


def test_back_after_a_run_leads_to_the_question_before_it() -> None:
    flow = TWO_RUNS.replace("    run: survey\n    go: done", "    ask: Is that all?\n    hear:\n      yes: done")
    call = Caller(flow.replace("steps:", "anytime:\n  go back: (back)\nsteps:"), {}, SURVEY)
    call.says("yes"), call.says("yes"), call.says("no")
    assert "Is that all?" in call.reply.spoken

    call.says("go back")

    assert "Shall we begin?" in call.reply.spoken


def test_care_that_is_run_in_a_run_comes_back_to_its_question() -> None:
    call = Caller(CALM, {}, SURVEY)
    call.says("ask me")
    assert "Was it good?" in call.reply.spoken

    call.says("purple", prosody={"Anger": 0.6})

    assert call.session.flow == "survey"
    assert call.reply.spoken == "Take a breath. Thank you for waiting. Was it good?"


def test_text_that_was_cut_off_is_said_again_after_a_run_and_after_back() -> None:
    flow = NOTICE.replace("  come again: (repeat)\n", "  ask me: run survey\n  the end: ask_more\n")
    flow = flow.replace("  done:", "  ask_more:\n    ask: Is there more?\n    hear:\n      yes: done\n  done:")
    call = Caller(flow, {}, SURVEY)

    call.says("ask me", heard="Calls cost"), call.says("yes")
    assert call.says("no") == "Thank you. Calls cost nothing. You may leave at any time. Shall we go on?"
    call.says("the end", heard="Calls cost")
    assert call.says("go back") == "Calls cost nothing. You may leave at any time. Shall we go on?"
