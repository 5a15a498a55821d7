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


def test_a_call_that_cannot_open_says_the_safe_line_three_times_and_then_goodbye() -> None:
    flow = load_sources({"visit.yaml": VISIT}, "visit")
    session, replies = open_session(flow, id="c", seed="s"), []

    for kind, text in ((Kind.START, ""), (Kind.SPEECH, "hello?"), (Kind.SILENCE, ""), (Kind.SPEECH, "hello?")):
        session, reply = advance(flow, session, Turn(kind=kind, text=text))
        replies.append(reply)

    assert [(reply.trouble, reply.ended) for reply in replies] == [("missing_facts", False)] * 3 + [("missing_facts", True)]
    assert replies[-1].spoken == "Thank you for your time. Goodbye."
    assert (session.ended, session.step) == ("goodbye", "")
    assert advance(flow, session, Turn(kind=Kind.SPEECH, text="hello?"))[1].spoken == replies[-1].spoken


def test_a_call_whose_facts_come_late_has_its_whole_ladder() -> None:
    flow = load_sources({"visit.yaml": VISIT}, "visit")
    lacking, _ = advance(flow, open_session(flow, id="c", seed="s"), Turn(kind=Kind.SPEECH, text="hello?"))

    after, reply = advance(flow, lacking, Turn(kind=Kind.SPEECH, text="hello?", facts={"first_name": "Maria"}))

    assert not reply.trouble
    assert (bool(after.step), after.unclear) == (True, 0)


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


LOOKED_UP = """
flow: visit
needs:
  agency: text, e.g. Northwind
  desk_url: url, e.g. https://desk.example
checks:
  is_open:
    post: "{{ desk_url }}/open"
anytime:
  key 9: out
  stop calling: out
steps:
  greet:
    say: This is {{ agency }}.
    record: contacted
    check: is_open
    if_ok: bye
    if_failed: bye
  bye:
    end: Goodbye.
  out:
    end: "{{ agency }} will not call again."
    record: do_not_call
"""
FACTS = {"agency": "Northwind", "desk_url": "https://desk.example"}


def test_an_opt_out_in_the_first_words_asks_nothing_of_the_world() -> None:
    flow = load_sources({"visit.yaml": LOOKED_UP}, "visit")

    after, reply = advance(flow, open_session(flow, FACTS), Turn(kind=Kind.SPEECH, text="stop calling me"))

    assert (reply.spoken, reply.wait, after.ended) == ("Northwind will not call again.", "nothing", "end")
    assert [effect.key for effect in reply.effects] == ["record:contacted", "record:do_not_call", "hang_up"]


def test_an_opt_out_does_not_wait_for_a_look_up() -> None:
    flow = load_sources({"visit.yaml": LOOKED_UP}, "visit")
    waiting, _ = advance(flow, open_session(flow, FACTS), Turn(kind=Kind.START))

    after, reply = advance(flow, waiting, Turn(kind=Kind.SPEECH, text="don't call me again"))
    other, lost = advance(flow, waiting, Turn(kind=Kind.SPEECH, text="hello"))

    assert (reply.spoken, after.records, after.waiting) == ("Northwind will not call again.", ("contacted", "do_not_call"), "")
    assert (lost.spoken, lost.trouble, other.records) == ("Goodbye.", "look_up_lost", ("contacted",))


def test_an_opt_out_whose_words_cannot_be_said_yet_is_noted_with_a_goodbye() -> None:
    flow = load_sources({"visit.yaml": LOOKED_UP}, "visit")
    for words in (Turn(kind=Kind.SPEECH, text="stop calling"), Turn(kind=Kind.KEYS, text="9")):
        after, reply = advance(flow, open_session(flow), words)

        assert (after.records, after.ended, reply.trouble) == (("do_not_call",), "goodbye", "")
        assert reply.spoken == flow.goodbye.template.text


def test_an_opt_out_is_heard_in_any_words_though_only_a_key_is_written() -> None:
    flow = load_sources({"visit.yaml": LOOKED_UP.replace("  stop calling: out\n", "")}, "visit")

    after, _ = advance(flow, open_session(flow, FACTS), Turn(kind=Kind.SPEECH, text="take me off your list"))

    assert after.records == ("contacted", "do_not_call")


def test_an_opt_out_after_the_last_words_is_noted_once() -> None:
    flow = load_sources({"visit.yaml": VISIT}, "visit")
    session, _ = advance(flow, open_session(flow, {"first_name": "Maria"}), Turn(kind=Kind.START))
    session, bye = advance(flow, session, Turn(kind=Kind.SPEECH, text="no"))

    other, again = advance(flow, session, Turn(kind=Kind.SPEECH, text="what was that?"))
    after, reply = advance(flow, session, Turn(kind=Kind.SPEECH, text="wait, stop calling me"))
    twice, once_more = advance(flow, after, Turn(kind=Kind.SPEECH, text="I said stop calling me"))

    assert (other, again.effects) == (session, ())
    assert (after.records, after.step, after.ended, reply.ended) == (("do_not_call",), "bye", "end", True)
    assert bye.spoken == again.spoken == reply.spoken == once_more.spoken == "Goodbye."
    assert [effect.key for effect in reply.effects] == ["record:do_not_call"]
    assert (twice, once_more.effects) == (after, ())


def test_an_opt_out_in_the_first_words_of_a_call_that_is_closed_is_noted() -> None:
    closed = VISIT.replace("anytime:", "open: Mon-Fri 08:00-17:00 America/Chicago, else bye\nanytime:")
    flow = load_sources({"visit.yaml": closed}, "visit")

    session = open_session(flow, {"first_name": "Maria"})
    after, reply = advance(flow, session, Turn(kind=Kind.SPEECH, text="stop calling", at=1_767_542_400.0))

    assert (reply.spoken, after.step, after.records) == ("Goodbye.", "bye", ("do_not_call",))
