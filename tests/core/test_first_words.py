"""What the first words of a call may do before anything was said to the caller."""

from __future__ import annotations

from steering.core.engine import advance, open_session
from steering.core.turn import Kind, Turn
from steering.loader import load_sources

VISIT = """
flow: visit
needs:
  first_name: name, e.g. Maria
anytime:
  stop calling: out
steps:
  greet:
    ask: Hello {{ first_name }}. Shall we begin?
    hear:
      yes | no: bye
  bye:
    end: Goodbye.
  out:
    end: We will not call again.
    record: do_not_call
"""
FORM = """
flow: refill
steps:
  ask:
    form:
      pills:
        ask: How many pills?
        type: number up to 90
      copay:
        ask: How much do you want to pay?
        type: money
      at:
        ask: At what time?
        type: time
    confirm: "{{ pills }} pills for {{ copay }} at {{ at }}. Right?"
    go: bye
  bye:
    end: Goodbye.
"""


def test_an_opt_out_in_the_first_words_is_taken_before_the_opening() -> None:
    flow = load_sources({"visit.yaml": VISIT}, "visit")
    session = open_session(flow, {"first_name": "Maria"}, id="c", seed="s")

    after, reply = advance(flow, session, Turn(kind=Kind.SPEECH, text="please stop calling me"))

    assert reply.spoken == "We will not call again."
    assert (after.records, bool(after.ended)) == (("do_not_call",), True)


def test_an_opt_out_is_taken_though_facts_are_missing() -> None:
    flow = load_sources({"visit.yaml": VISIT}, "visit")
    session = open_session(flow, id="c", seed="s")

    _, trouble = advance(flow, session, Turn(kind=Kind.SPEECH, text="yes"))
    after, reply = advance(flow, session, Turn(kind=Kind.SPEECH, text="stop calling"))

    assert trouble.trouble == "missing_facts"
    assert (reply.spoken, after.records) == ("We will not call again.", ("do_not_call",))


def filled(*words: str) -> dict[str, str]:
    flow = load_sources({"refill.yaml": FORM}, "refill")
    session, _ = advance(flow, open_session(flow, id="c", seed="s"), Turn(kind=Kind.START))
    for one in words:
        session, _ = advance(flow, session, Turn(kind=Kind.SPEECH, text=one))
    return dict(session.slots)


def test_a_bare_number_answers_only_the_question_that_was_asked() -> None:
    assert filled("thirty") == {"pills": "30"}
    assert filled("thirty", "forty") == {"pills": "30", "copay": "$40"}
    assert filled("thirty pills and forty dollars")["copay"] == "$40"
