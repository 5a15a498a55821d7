"""What a caller meets: the rules of docs/authors.md, each by a small call."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import steering
from steering.core.engine import advance, open_session
from steering.core.feelings import EXPRESSIONS
from steering.core.turn import Kind, Result, Turn
from steering.errors import FactError, FlowError, TurnRejected
from steering.loader import load_sources
from tests.core.caller import MONDAY, Caller

YES_NO = """
flow: yes_no
anytime:
  stop calling | do not call: opt_out
  agent | a person | key 0: person
  say that again: (repeat)
  go back: (back)
  start over: (start over)
steps:
  first:
    say: Hello there.
    ask: Is it Monday?
    hear:
      yes | it sure is: second
      no: bye
      wrong number: wrong
  second:
    ask: Is it morning?
    hear: {yes: bye, no: bye}
  bye:
    end: Goodbye.
  wrong:
    end: Sorry. Goodbye.
  person:
    hand_to: desk
  opt_out:
    end: We will stop.
    record: do_not_call
"""


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("yes", "second"),
        ("um yes please", "second"),
        ("yeah that's right", "second"),
        ("absolutely not", "bye"),
        ("no thanks, wrong number", "wrong"),
        ("yes, get me an agent", "person"),
        ("I don't want an agent", "first"),
        ("I guess", "first"),
        ("maybe", "first"),
        ("yes hold on let me get her", "first"),
        ("it sure is, but call me back", "first"),
        ("stop calling and get me an agent a person", "opt_out"),
        ("purple", "first"),
        ("no I don't want an agent", "bye"),
        ("it's not a wrong number", "first"),
        ("don't stop calling", "first"),
    ],
)
def test_words_lead_where_the_author_says(said, step):
    call = Caller(YES_NO)

    call.says(said)

    assert call.session.step == step


@pytest.mark.parametrize(
    "said", ["quit calling me", "I don't want you to call me", "don't ever call this number again", "take me off this list"]
)
def test_opt_out_is_heard_in_other_words_than_the_author_s(said):
    call = Caller(YES_NO)

    call.says(said)

    assert call.session.records == ("do_not_call",)


def test_silence_asks_again_twice_then_says_goodbye():
    call = Caller(YES_NO)

    first, second, third = call.is_silent(), call.is_silent(), call.is_silent()

    assert "Is it Monday?" in first
    assert "Is it Monday?" in second
    assert first != second
    assert call.reply.ended
    assert "oodbye" in third


def test_silence_and_unclear_have_counters_of_their_own():
    call = Caller(YES_NO)

    call.is_silent(), call.is_silent(), call.says("purple"), call.says("purple")

    assert not call.reply.ended


def test_counters_start_again_at_another_question():
    call = Caller(YES_NO)
    call.says("purple"), call.says("purple"), call.says("yes")

    call.says("purple")

    assert call.session.unclear == 1
    assert not call.reply.ended


def test_digression_costs_no_attempt():
    call = Caller(YES_NO)
    call.says("purple"), call.says("purple")

    for _ in range(5):
        assert "Is it Monday?" in call.says("say that again")

    assert call.session.unclear == 2


def test_repeat_says_the_whole_last_reply_again():
    call = Caller(YES_NO)

    assert call.says("say that again") == "Hello there. Is it Monday?"


def test_repeat_after_a_re_ask_says_the_question():
    call = Caller(YES_NO)
    call.says("purple")

    assert call.says("say that again") == "Is it Monday?"


def test_back_returns_to_the_question_before_and_at_the_first_repeats():
    call = Caller(YES_NO)
    call.says("yes")

    assert call.says("go back") == "Is it Monday?"
    assert call.session.step == "first"
    assert call.says("go back") == "Is it Monday?"


def test_keys_answer_like_speech():
    call = Caller(YES_NO)

    call.presses("0")

    assert call.session.step == "person"
    assert call.reply.ended


def test_hand_off_speaks_the_language_s_line_and_ends():
    call = Caller(YES_NO)

    assert call.says("agent") == "One moment, I will connect you."
    assert [effect.name for effect in call.reply.effects if effect.kind == "hand_to"] == ["desk"]


def test_words_after_the_end_get_the_closing_words_and_change_nothing():
    call = Caller(YES_NO)
    call.says("no")
    before = call.session

    again = call.says("wait yes")

    assert again == "Goodbye."
    assert call.session == before


def test_hanging_up_ends_without_a_word():
    call = Caller(YES_NO)

    assert call.take(Kind.HANGUP) == ""
    assert call.reply.ended


CONSENT = """
flow: consent
anytime:
  agent: person
steps:
  authorise:
    consent: Do you authorise a payment of $5?
    accept_only: yes | i authorise
    if_yes: paid
    if_no: plan
  paid:
    end: Paid.
  plan:
    end: A plan then.
  person:
    hand_to: desk
"""


NOT_QUITE = ["I guess so", "okay, not now", "yes if it is free", "yes no wait", "what do you mean", "yes but call my wife", "purple"]


@pytest.mark.parametrize("said", NOT_QUITE)
def test_nothing_but_the_closed_list_is_consent(said):
    call = Caller(CONSENT)

    call.says(said)

    assert call.session.step != "paid"
    assert not call.session.agreed


def test_consent_keeps_the_words():
    call = Caller(CONSENT)

    call.says("um yes please")

    assert call.session.agreed == {"authorise": "um yes please"}


FORM = """
flow: booking
steps:
  booking:
    form:
      day:
        ask: What day?
        type: date after today
      period:
        ask: Morning or afternoon?
        one_of: morning | afternoon
    confirm: That is {{ day }} in the {{ period }}. Is that right?
    go: done
  done:
    end: Booked.
"""


def test_form_takes_several_answers_in_one_sentence():
    call = Caller(FORM)

    assert "Is that right?" in call.says("tuesday in the afternoon please")
    assert call.says("yes") == "Booked."


def test_form_corrects_what_was_wrong_and_reads_back():
    call = Caller(FORM)
    call.says("tuesday"), call.says("morning")

    assert "in the afternoon" in call.says("no, in the afternoon")
    assert call.session.slots == {"day": "2026-01-06", "period": "afternoon"}


@pytest.mark.parametrize(
    ("said", "day"), [("not tuesday", None), ("why not tuesday", "2026-01-06"), ("not tuesday, wednesday", "2026-01-07")]
)
def test_denied_value_is_not_taken(said, day):
    call = Caller(FORM)

    call.says(said)

    assert call.session.slots.get("day") == day


def test_value_out_of_its_limit_is_asked_for_again():
    call = Caller(FORM)

    call.says("today")

    assert "day" not in call.session.slots
    assert call.session.question == "form:day"


PARENT = """
flow: parent
anytime:
  stop calling: opt_out
  weather: run report
  español | spanish: run spanish
steps:
  one:
    run: report
    go: two
  two:
    ask: Anything else?
    hear: {yes: one, no: bye}
  bye:
    end: Goodbye.
  opt_out:
    end: We will stop.
    record: do_not_call
"""
REPORT = """
flow: report
steps:
  ask_city:
    ask: Which city?
    hear: {here | rome: sunny}
  sunny:
    end: It is sunny.
"""
SPANISH = """
flow: spanish
language: es
steps:
  hola:
    ask: ¿Quiere ayuda?
    hear: {yes: fin, no: fin}
  fin:
    hand_to: mesa
"""


def test_run_returns_to_go_and_keeps_a_stack():
    call = Caller(PARENT, None, REPORT, SPANISH)
    assert call.reply.spoken == "Which city?"
    assert [(frame.flow, frame.step) for frame in call.session.stack] == [("parent", "one")]

    assert call.says("rome") == "It is sunny. Anything else?"
    assert not call.session.stack


def test_opt_out_of_the_caller_flow_is_heard_in_a_sub_flow():
    call = Caller(PARENT, None, REPORT, SPANISH)

    call.says("stop calling")

    assert (call.session.flow, call.session.step) == ("parent", "opt_out")
    assert call.reply.ended


def test_anytime_run_returns_to_the_open_question():
    call = Caller(PARENT, None, REPORT, SPANISH)
    call.says("rome")

    assert call.says("weather") == "Which city?"
    assert call.says("here") == "It is sunny. Anything else?"


def test_repeat_and_back_of_the_caller_flow_act_in_the_sub_flow():
    call = Caller(PARENT.replace("anytime:", "anytime:\n  again: (repeat)\n  go back: (back)"), None, REPORT, SPANISH)
    call.says("rome"), call.says("weather")

    assert call.says("again") == "Which city?"
    assert call.says("go back") == "Which city?"
    assert call.says("here") == "It is sunny. Anything else?"


def test_run_of_the_caller_flow_in_a_sub_flow_returns_to_its_question():
    call = Caller(PARENT, None, REPORT, SPANISH)

    assert call.says("weather") == "Which city?"
    assert call.says("here") == "It is sunny. Which city?"
    assert call.says("here") == "It is sunny. Anything else?"


SELF_RUN = """
flow: self_run
anytime:
  stop calling: opt_out
  never mind: bye
steps:
  one:
    run: extra
    go: agree
  extra:
    ask: Anything extra?
    hear: {yes: noted, no: noted}
  noted:
    end: Noted.
  agree:
    ask: Shall we go on?
    hear: {yes: bye, no: bye}
  bye:
    end: Goodbye.
  opt_out:
    end: We will stop.
    record: do_not_call
"""


@pytest.mark.parametrize(("said", "answer", "ended"), [("stop calling", "We will stop.", True), ("never mind", "Goodbye.", True)])
def test_anytime_leaves_a_step_that_its_own_flow_runs(said, answer, ended):
    call = Caller(SELF_RUN)
    assert call.reply.spoken == "Anything extra?"

    assert call.says(said) == answer
    assert call.reply.ended is ended


def test_a_ladder_of_the_file_leaves_a_step_that_its_own_flow_runs():
    call = Caller(SELF_RUN + "if_unclear:\n  - go: bye\nif_silent:\n  - Hm?\n  - go: agree\n")

    assert (call.says("purple"), call.reply.ended) == ("Goodbye.", True)
    call = Caller(SELF_RUN + "if_silent:\n  - go: agree\n")
    call.is_silent()
    assert (call.says("yes"), call.reply.ended) == ("Goodbye.", True)


def test_a_ladder_of_its_own_stays_in_the_step_that_is_run():
    own = SELF_RUN.replace(
        "    hear: {yes: noted, no: noted}\n", "    hear: {yes: noted, no: noted}\n    if_silent:\n      - go: noted\n", 1
    )

    assert Caller(own).is_silent() == "Noted. Shall we go on?"


def test_step_of_the_same_flow_runs_and_returns():
    assert Caller(SELF_RUN).says("yes") == "Noted. Shall we go on?"


def test_opt_out_written_in_a_sub_flow_ends_the_whole_call():
    report = REPORT.replace("steps:", "anytime:\n  leave me be: stop\nsteps:") + "  stop:\n    end: Stopped.\n    record: do_not_call\n"
    call = Caller(PARENT, None, report, SPANISH)

    assert call.says("leave me be") == "Stopped."
    assert call.reply.ended


TABLE = """
flow: table
steps:
  table:
    form:
      count:
        ask: How many?
        type: number up to 10
      at:
        ask: At what time?
        type: time
    confirm: "{{ count }} at {{ at }}, right?"
    go: done
  done:
    end: Done.
"""


def test_one_number_answers_one_question_of_a_form():
    call = Caller(TABLE)

    assert call.says("two") == "At what time?"
    call.says("seven pm")
    # It may be the hour as well, so it is not guessed.
    assert call.says("five") == "What should I change?"
    call.says("five people")

    assert call.session.slots == {"count": "5", "at": "19:00"}


def test_anytime_run_in_another_language():
    call = Caller(PARENT, None, REPORT, SPANISH)
    call.says("rome")

    assert call.says("español") == "¿Quiere ayuda?"
    call.says("sí")
    assert call.reply.ended


WHEN = """
flow: guards
needs:
  balance: money, e.g. $100
  name: name, optional, e.g. Ann
steps:
  sort:
    when:
      balance > 1000 and name is known: rich_ann
      balance > $1,000: rich
      otherwise: poor
  rich:
    end: Rich.
  rich_ann:
    end: Hello {{ name }}.
  poor:
    end: Fine.
"""


@pytest.mark.parametrize(
    ("facts", "said"),
    [({"balance": "$1,250.50"}, "Rich."), ({"balance": "999"}, "Fine."), ({"balance": "2000", "name": "Ann"}, "Hello Ann.")],
)
def test_when_guards_are_tried_in_order(facts, said):
    assert Caller(WHEN, facts).reply.spoken == said


def test_missing_fact_says_the_safe_line_and_takes_no_step():
    flow = load_sources({"guards.yaml": WHEN}, "guards")
    session = open_session(flow, id="call")

    after, reply = advance(flow, session, Turn(session_id="call", kind=Kind.START, at=1.0))

    assert after == replace(session, unclear=1)
    assert reply.trouble == "missing_facts"
    assert "went wrong" in reply.spoken


@pytest.mark.parametrize("facts", [{"balance": "a lot"}, {"balanse": "5"}, {}])
def test_facts_are_checked_when_a_session_opens(facts):
    with pytest.raises(FactError):
        steering.open_session(load_sources({"guards.yaml": WHEN}, "guards"), id="call", facts=facts)


HOURS = """
flow: hours
open: Mon-Fri 08:00-17:30 America/Chicago, else closed
holidays: 2026-01-06
time_limit: 10 minutes
if_time_short:
  2 minutes: hurry
if_back: Welcome back.
steps:
  menu:
    ask: Book or cancel?
    hear: {book: menu, cancel: bye}
  hurry:
    ask: We have little time. Book now?
    hear: {yes: bye, no: bye}
  bye:
    end: Goodbye.
  closed:
    end: We are closed.
"""


def test_closed_hours_and_holidays_lead_elsewhere():
    call = Caller(HOURS)
    assert call.reply.spoken == "Book or cancel?"

    for later in (12 * 3600, 24 * 3600):
        session, reply = advance(call.flow, open_session(call.flow, id="x"), Turn(session_id="x", kind=Kind.START, at=MONDAY + later))
        assert reply.spoken == "We are closed."
        assert session.ended


def test_short_time_leads_elsewhere_once_and_no_time_is_goodbye():
    call = Caller(HOURS)
    call.now += 8.5 * 60
    assert call.says("book").startswith("We have little time")
    assert "Sorry" in call.says("purple")
    call.now += 5 * 60

    call.says("book")

    assert call.reply.ended


def test_contact_without_words_says_if_back_and_the_open_question():
    call = Caller(HOURS)

    assert call.start() == "Welcome back. Book or cancel?"


LOOK_UP = """
flow: look_up
needs:
  base: url, e.g. https://slots.test
checks:
  find:
    get: "{{ base }}/slots?name={{ name }}"
    within: 2 seconds
    keep: slot from first_free
    sample: {"first_free": "nine"}
steps:
  who:
    ask: Your name?
    collect: name, text
    check: find, 2 tries
    if_ok: booked
    if_failed: desk
  booked:
    end: Booked for {{ slot }}.
  desk:
    hand_to: desk
"""


def test_look_up_is_asked_for_as_a_value_and_answered_by_a_turn():
    call = Caller(LOOK_UP, {"base": "https://slots.test"})
    call.says("Ann & Bob")
    (effect,) = call.reply.effects

    said = call.take(Kind.RESULT, result=Result(key=effect.key, ok=True, values={"slot": "nine thirty"}))

    assert effect.url == "https://slots.test/slots?name=Ann%20%26%20Bob"
    assert call.reply.wait == "nothing"
    assert said == "Booked for nine thirty."


def test_failed_check_asks_again_while_there_are_tries():
    call = Caller(LOOK_UP, {"base": "https://slots.test"})
    for expected in ("who", "desk"):
        call.says("Ann")
        call.take(Kind.RESULT, result=Result(key=call.reply.effects[-1].key, ok=False))
        assert call.session.step == expected


def test_check_without_data_takes_if_failed_at_once():
    call = Caller(LOOK_UP, {"base": "https://slots.test"})
    call.says("Ann")

    call.take(Kind.RESULT, result=Result(key=call.reply.effects[-1].key, ok=False, reason="timeout"))

    assert call.session.step == "desk"
    assert call.reply.trouble == "timeout"


SECRET = """
flow: secret
needs:
  pin: digits, private, e.g. 4512
checks:
  same: given is pin
anytime:
  start over: (start over)
steps:
  verify:
    ask: Your PIN?
    collect: given, 4 digits, private
    check: same, 2 tries
    if_ok: next
    if_failed: bye
    proves: right_person
  next:
    ask: Anything else?
    hear: {no: bye, yes: verify}
  bye:
    end: Goodbye.
"""


def test_private_value_is_forgotten_once_it_was_checked():
    call = Caller(SECRET, {"pin": "4512"})

    call.says("four five one two")

    assert call.session.proved == ("right_person",)
    assert call.session.slots == {"given": "…"}
    assert call.reply.private


LATER = """
flow: later
needs:
  pin: digits, private, e.g. 4512
checks:
  same: given is pin
steps:
  ask_pin:
    ask: Your PIN?
    collect: given, 4 digits, private
    go: between
  between:
    ask: Shall I check it?
    hear: {yes: verify, no: bye}
  verify:
    check: same
    if_ok: passed
    if_failed: bye
  passed:
    ask: It is right. Anything else?
    hear: {yes: bye, no: bye}
  bye:
    end: Goodbye.
"""


def test_private_value_is_kept_until_a_later_check_has_asked_it():
    call = Caller(LATER, {"pin": "4512"})
    call.says("four five one two")
    assert call.session.slots == {"given": "4512"}

    call.says("yes")

    assert call.session.step == "passed"
    assert call.session.slots == {"given": "…"}


def test_starting_over_gives_no_new_tries():
    call = Caller(SECRET, {"pin": "4512"})
    call.says("one one one one")
    call.says("start over")

    call.says("two two two two")

    assert call.session.step == "bye"


FEELING = """
flow: feeling
if_feeling:
  anger strong: care
  sadness rising: care
  Surprise (negative) above 0.3: care
answers: talk_answers
steps:
  ask:
    ask: How are you?
    hear: {yes: bye, fine: bye}
  care:
    ask: I hear you. A person?
    hear: {yes: bye, no: ask}
  bye:
    end: Goodbye.
"""
ANSWERS = """# talk_answers
answers:
  where are you | what is your address: We are at 12 Oak Street.
  when do you open | what are your hours: We open at 8 AM.
"""


@pytest.mark.parametrize(
    ("turns", "fires"),
    [
        ([{"Anger": 0.25}], True),
        ([{"Anger": 0.19}], False),
        ([{"anger": 0.25, **dict.fromkeys(EXPRESSIONS[:4] + EXPRESSIONS[10:20], 0.3)}], False),
        ([{"Sadness": 0.1}, {"Sadness": 0.12}, {"Sadness": 0.25}], True),
        ([{"Sadness": 0.25}], False),
        ([{"Surprise (negative)": 0.31}], True),
    ],
)
def test_feelings_lead_to_care_when_words_matched_nothing(turns, fires):
    call = Caller(FEELING, None, ANSWERS)

    for scores in turns:
        call.says("purple", prosody=scores)

    assert (call.session.step == "care") is fires


def test_words_go_before_feelings():
    call = Caller(FEELING, None, ANSWERS)

    call.says("fine", prosody={"Anger": 0.5})

    assert call.session.step == "bye"


def test_feeling_fires_again_only_after_it_has_calmed():
    call = Caller(FEELING, None, ANSWERS)
    call.says("purple", prosody={"Anger": 0.3})
    call.says("no", prosody={"Anger": 0.3})
    assert call.session.step == "ask"
    call.says("purple", prosody={"Anger": 0.3})
    assert call.session.step == "ask"
    call.says("purple", prosody={"Anger": 0.1})

    call.says("where are you", prosody={"Anger": 0.3})

    assert call.session.step == "care"


def test_question_is_answered_and_the_open_one_asked_again():
    call = Caller(FEELING, None, ANSWERS)

    said = call.says("so tell me where are you located")

    assert said == "We are at twelve Oak Street. How are you?"
    assert call.session.unclear == 0


def test_far_question_is_not_answered():
    call = Caller(FEELING, None, ANSWERS)

    assert "Oak Street" not in call.says("my neighbour bought a dog in the street yesterday")


LOOP = """
flow: loop
steps:
  a:
    say: Round.
    when:
      today is 2020-01-01: end_it
      otherwise: a
  end_it:
    end: Done.
"""


def test_turn_passes_twenty_steps_at_most():
    flow = load_sources({"loop.yaml": LOOP}, "loop")

    with pytest.raises(TurnRejected):
        advance(flow, open_session(flow, id="x"), Turn(session_id="x", kind=Kind.START, at=1.0))


def test_session_json_is_under_a_kilobyte_beyond_its_facts():
    call = Caller(YES_NO)
    for words in ("purple", "yes", "go back", "yes", "purple"):
        call.says(words)

    assert len(call.session.to_json()) < 1000


def test_turn_is_pure():
    call = Caller(YES_NO)
    turn = Turn(session_id="call", kind=Kind.SPEECH, text="yes", at=call.now)

    assert advance(call.flow, call.session, turn) == advance(call.flow, call.session, turn)


BY_THE_HOUR = """
flow: by_the_hour
needs:
  visit: time, e.g. 9:30 AM
open: Mon-Fri 08:00-17:30 America/Chicago, else greet
holidays: 2026-01-06
steps:
  greet:
    ask: Your visit is at {{ visit }}. May I connect you?
    hear: {yes: connect, no: bye}
  connect:
    when:
      open and visit < 5pm: desk
      otherwise: later
  desk:
    hand_to: desk
  later:
    end: Please call when we are open.
  bye:
    end: Goodbye.
"""


@pytest.mark.parametrize(
    ("hours", "visit", "step"), [(0, "9:30 AM", "desk"), (8, "9:30 AM", "later"), (24, "9:30 AM", "later"), (0, "5:30 pm", "later")]
)
def test_a_guard_asks_whether_it_is_open_now(hours: int, visit: str, step: str) -> None:
    call = Caller(BY_THE_HOUR, {"visit": visit})
    call.now += hours * 3600

    call.says("yes")

    assert call.session.step == step


def test_a_fact_that_is_a_time_is_said_as_one_however_it_is_written() -> None:
    said = {Caller(BY_THE_HOUR, {"visit": visit}).reply.spoken for visit in ("9:30 AM", "09:30", "9:30")}

    assert said == {"Your visit is at nine thirty AM. May I connect you?"}


def test_without_hours_there_is_no_asking_whether_it_is_open() -> None:
    with pytest.raises(FlowError, match="Nobody ever gives a value 'open'; to ask whether you are open, write your hours below `open:`"):
        Caller(BY_THE_HOUR.replace("open: Mon-Fri 08:00-17:30 America/Chicago, else greet\n", ""))
