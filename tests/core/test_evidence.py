"""What counts as heard and as agreed, and what happens when it does not."""

from __future__ import annotations

import pytest

from steering.core.turn import IN_HISTORY, PLAYED, SENT, Kind, Settled
from steering.core.wording import lock, spoken_hash
from tests.core.caller import Caller

NOTICE = """
flow: notice
if_not_heard: unheard
wording:
  recorded:
    text: This call is recorded. It may be kept for three years.
    must_hear: all
    again: rest
anytime:
  stop calling: opt_out
steps:
  greet:
    say: wording.recorded
    ask: All right?
    hear: {yes: bye, no: bye}
  bye:
    end: Goodbye.
  unheard:
    end: Let us talk another time.
  opt_out:
    end: We will stop.
    record: do_not_call
"""


NOTICE_SPOKEN = "This call is recorded. It may be kept for three years. All right?"


def test_cut_wording_is_said_again_from_where_it_was_cut():
    call = Caller(NOTICE)

    again = call.says("yes", heard="This call is recorded. It may")

    assert again == "be kept for three years. All right?"
    assert not call.session.heard
    assert call.says("yes", heard="be kept for three") == "years. All right?"
    assert call.says("yes", heard="years. All right?") == "Goodbye."
    assert call.session.heard == {"recorded": "in history"}


def test_wording_cut_off_three_times_goes_to_if_not_heard():
    call = Caller(NOTICE)

    for _ in range(3):
        call.says("yes", heard="This call")

    assert call.session.step == "unheard"


def test_opt_out_is_heard_over_a_cut_wording():
    call = Caller(NOTICE)

    call.says("stop calling", heard="This call")

    assert call.session.step == "opt_out"


def test_whole_wording_heard_counts_with_its_grade():
    call = Caller(NOTICE)

    call.says("yes", heard="this call is recorded it may be kept for three years all")

    assert call.session.heard == {"recorded": "in history"}


def test_without_any_assistant_text_it_counts_as_sent():
    call = Caller(NOTICE)

    call.says("yes")

    assert call.session.heard == {"recorded": "sent"}


# ---- grades


def test_grade_is_what_the_platform_s_report_is_worth():
    call = Caller(NOTICE)

    call.says("yes", heard=NOTICE_SPOKEN, evidence=PLAYED)

    assert call.session.heard == {"recorded": PLAYED}
    text = "This call is recorded. It may be kept for three years."
    assert call.reply.settled == (
        Settled(what="heard", name="recorded", flow="notice", grade=PLAYED, lock=lock(text), spoken_lock=spoken_hash(text)),
    )


@pytest.mark.parametrize("heard", ["", "This call is recorded. It may be kept for three", "Hello there, how are you?"])
def test_text_that_is_there_but_shorter_is_never_sent(heard):
    call = Caller(NOTICE)

    call.says("yes", heard=heard)

    assert not call.session.heard
    assert call.session.step == "greet"
    assert [(one.what, one.grade) for one in call.reply.settled] == [("cut off", "")]


def test_words_before_and_after_the_text_do_not_matter():
    call = Caller(NOTICE)

    call.says("yes", heard="Hi! One moment. THIS CALL is recorded — it may be kept, for three years. All ri")

    assert call.session.heard == {"recorded": IN_HISTORY}


def test_silence_without_any_report_is_no_evidence_until_somebody_speaks():
    call = Caller(NOTICE)

    call.is_silent()
    assert not call.session.heard
    call.is_silent()
    call.says("yes")

    assert call.session.heard == {"recorded": SENT}
    assert call.session.step == "bye"


def test_silence_after_a_text_that_came_back_whole_is_evidence():
    call = Caller(NOTICE)

    call.take(Kind.SILENCE, heard=NOTICE_SPOKEN)

    assert call.session.heard == {"recorded": IN_HISTORY}


def test_cutting_in_without_a_report_is_a_cut():
    call = Caller(NOTICE)

    again = call.take(Kind.INTERRUPT)

    assert again.startswith("This call is recorded.")
    assert not call.session.heard


def test_word_cut_in_the_middle_is_said_again_whole():
    call = Caller(NOTICE)

    assert call.says("yes", heard="This call is recorded. It may be ke") == "kept for three years. All right?"


def test_text_given_up_is_settled_as_not_heard():
    call = Caller(NOTICE)

    for _ in range(3):
        call.says("yes", heard="This call")

    assert [one.what for one in call.reply.settled] == ["cut off", "not heard"]
    assert not call.session.heard


WITH_VALUE = """
flow: with_value
needs:
  agency: text, e.g. Northwind
wording:
  notice:
    text: I am an assistant of {{ agency }}.
    must_hear: all
steps:
  greet:
    say: wording.notice
    consent: Do you agree to pay {{ agency }}?
    if_yes: bye
    if_no: bye
  bye:
    end: Goodbye.
"""


@pytest.mark.parametrize("heard", [None, "I am an assistant of Northwind. Do you agree to pay Northwind?"])
def test_text_that_was_said_with_another_value_is_not_the_text(heard):
    call = Caller(WITH_VALUE, {"agency": "Northwind"})

    again = call.says("yes", heard=heard, facts={"agency": "Southwind"})

    assert again == "I am an assistant of Southwind. Do you agree to pay Southwind?"
    assert not call.session.heard
    assert not call.session.agreed


SAID_BEFORE = """
flow: said_before
needs:
  balance: money, e.g. $12.50
steps:
  pay:
    say: You owe {{ balance }}.
    consent: Do you agree to pay it?
    if_yes: bye
    if_no: bye
  bye:
    end: Goodbye.
"""


@pytest.mark.parametrize("heard", [None, "You owe twelve dollars and fifty cents. Do you agree to pay it?"])
@pytest.mark.parametrize("between", [(), ("purple monkey",)])
def test_agreement_is_to_the_value_that_was_told_before_its_question(heard, between):
    call = Caller(SAID_BEFORE, {"balance": "$12.50"})
    for text in between:
        call.says(text)

    again = call.says("yes", heard=heard, facts={"balance": "$99.00"})

    assert again == "You owe ninety nine dollars. Do you agree to pay it?"
    assert not call.session.agreed
    call.says("yes")
    assert call.session.agreed


NO_CONSENT = WITH_VALUE.replace("    consent: Do you agree to pay", "    ask: Shall we call from").replace(
    "    if_yes: bye\n    if_no: bye\n", "    hear:\n      yes | no: bye\n"
)


@pytest.mark.parametrize("flow", [SAID_BEFORE, WITH_VALUE, NO_CONSENT])
def test_text_that_becomes_another_while_the_caller_is_silent_is_said_again(flow):
    name, old, new = ("balance", "$12.50", "$99.00") if flow is SAID_BEFORE else ("agency", "Northwind", "Southwind")
    call = Caller(flow, {name: old})

    again = call.take(Kind.SILENCE, facts={name: new})

    assert "ninety nine" in again or again.count("Southwind") == 2
    assert not call.session.heard


PRIVATE_VALUE = """
flow: private_value
wording:
  code:
    text: Your code is {{ pin }}.
    must_hear: all
steps:
  ask:
    ask: Which PIN do you want?
    collect: pin, 4 digits, private
    go: read
  read:
    say: wording.code
    ask: All right?
    hear: {yes: bye, no: bye}
  bye:
    end: Goodbye.
"""


def test_private_value_in_a_text_that_must_be_heard_is_kept_until_it_was():
    call = Caller(PRIVATE_VALUE)
    call.says("4512")

    again = call.says("yes", heard="Your code is four")
    call.says("yes", heard=again)

    assert again == "Your code is four five one two. All right?"
    assert call.session.heard == {"code": IN_HISTORY}
    assert call.session.slots == {"pin": "…"}


# ---- the end of a call


def test_hang_up_in_the_middle_leaves_the_text_unheard():
    call = Caller(NOTICE)

    call.take(Kind.HANGUP, heard="This call is rec")

    assert call.session.ended == "hangs up"
    assert not call.session.heard
    assert [one.what for one in call.reply.settled] == ["cut off"]


def test_hang_up_without_a_report_is_no_evidence():
    call = Caller(NOTICE)

    call.take(Kind.HANGUP)

    assert not call.session.heard
    assert not call.reply.settled


def test_hang_up_after_the_whole_text_leaves_it_heard():
    call = Caller(NOTICE)

    call.take(Kind.HANGUP, heard=NOTICE_SPOKEN)

    assert call.session.heard == {"recorded": IN_HISTORY}


# ---- the platform's own opening

BY_PLATFORM = "opening: by the platform\n" + NOTICE


def test_platform_that_spoke_the_whole_text_has_disclosed_it():
    call = Caller(BY_PLATFORM, starts=False)

    call.says("yes", heard=NOTICE_SPOKEN)

    assert call.session.heard == {"recorded": IN_HISTORY}
    assert call.session.step == "bye"


@pytest.mark.parametrize("heard", [None, "Welcome! All right?"])
def test_platform_that_left_the_text_out_is_made_good_for(heard):
    call = Caller(BY_PLATFORM, starts=False)

    said = call.says("yes", heard=heard)

    assert said == NOTICE_SPOKEN
    assert not call.session.heard


# ---- consent

CONSENT = """
flow: consent
needs:
  amount: money, e.g. $5
  pin: digits, private, optional, e.g. 4512
wording:
  terms:
    text: Do you accept our terms of business?
anytime:
  go back: (back)
  start over: (start over)
steps:
  authorise:
    consent: Do you authorise a payment of {{ amount }}?
    accept_only: yes | i authorise
    if_yes: more
    if_no: plan
    if_unclear:
      - Sorry, I missed that. {{ question }}
      - Sorry?
  more:
    ask: Anything else?
    hear: {no: accept}
  accept:
    consent: wording.terms
    if_yes: bye
    if_no: bye
  plan:
    end: A plan then.
  bye:
    end: Goodbye.
"""
AMOUNT = {"amount": "$5"}
QUESTION = "Do you authorise a payment of five dollars?"


def test_consent_that_was_cut_off_is_asked_again_whatever_was_said():
    call = Caller(CONSENT, AMOUNT)

    again = call.says("yes", heard="Do you authorise")

    assert again.startswith("Do you authorise")
    assert call.session.step == "authorise"
    assert call.says("yes", heard=again) == "Anything else?"


def test_consent_cut_off_in_a_re_ask_is_asked_again():
    call = Caller(CONSENT, AMOUNT)
    call.says("purple")

    again = call.says("yes", heard="Sorry, I missed that. Do you")

    assert again == "Do you authorise a payment of five dollars?"
    assert not call.session.agreed


def test_agreement_keeps_question_words_step_and_evidence():
    call = Caller(CONSENT, AMOUNT)

    call.says("um yes please", heard=QUESTION)

    assert call.reply.settled == (
        Settled(
            what="agreed",
            name="authorise",
            flow="consent",
            grade=IN_HISTORY,
            words="um yes please",
            text="Do you authorise a payment of $5?",
            spoken=QUESTION,
            lock=lock("Do you authorise a payment of {{ amount }}?"),
            spoken_lock=lock(QUESTION),
        ),
    )


def test_refusal_is_kept_as_well():
    call = Caller(CONSENT, AMOUNT)

    call.says("no way", heard=QUESTION)

    assert [(one.what, one.words, one.grade) for one in call.reply.settled] == [("refused", "no way", IN_HISTORY)]
    assert not call.session.agreed


def test_evidence_of_the_question_is_remembered_over_a_re_ask_without_it():
    call = Caller(CONSENT, AMOUNT)
    call.says("purple", heard=QUESTION, evidence=PLAYED)
    call.says("purple", heard="Sorry, I missed that. Do you authorise a payment of five dollars?", evidence=PLAYED)

    call.says("yes", heard="Sorry?", evidence=PLAYED)

    assert [(one.what, one.grade) for one in call.reply.settled] == [("agreed", PLAYED)]


def test_answer_before_the_question_is_no_consent():
    call = Caller(CONSENT, AMOUNT)
    call.says("yes")
    call.says("no", heard="Anything")
    assert call.session.step == "accept"

    again = call.says("yes", heard="")

    assert again == "Do you accept our terms of business?"
    assert "accept" not in call.session.agreed


def test_consent_in_the_words_of_a_wording_is_asked_again_when_cut_off():
    call = Caller(CONSENT, AMOUNT)
    call.says("yes")
    call.says("no")

    again = call.says("yes", heard="Do you accept")

    assert again == "Do you accept our terms of business?"
    call.says("yes", heard=again)
    assert call.reply.settled[-1].lock == lock("Do you accept our terms of business?")
    assert call.reply.settled[-1].spoken_lock == spoken_hash("Do you accept our terms of business?")


def test_agreement_taken_back_is_settled_as_withdrawn():
    call = Caller(CONSENT, AMOUNT)
    call.says("yes")

    call.says("go back")

    assert not call.session.agreed
    assert call.reply.settled == (Settled(what="withdrawn", name="authorise", flow="consent"),)


def test_starting_over_withdraws_every_agreement_and_keeps_what_was_heard():
    call = Caller(NOTICE.replace("hear: {yes: bye, no: bye}", "hear: {yes: agree, no: bye}") + AGREE)
    call.says("yes")
    call.says("yes")

    call.says("start over")

    assert [(one.what, one.name) for one in call.reply.settled] == [("withdrawn", "agree")]
    assert call.session.heard == {"recorded": SENT}


AGREE = """
  agree:
    consent: Do you agree?
    if_yes: last
    if_no: bye
  last:
    ask: Anything else?
    hear: {no: bye, start over: (start over)}
"""

PRIVATE_CONSENT = """
flow: private_consent
needs:
  card: digits, private, e.g. 4512
steps:
  authorise:
    consent: May we charge the card {{ card }}?
    if_yes: bye
    if_no: bye
  bye:
    end: Goodbye.
"""


def test_private_value_in_a_question_stays_hidden_in_the_evidence():
    call = Caller(PRIVATE_CONSENT, {"card": "4512"})

    call.says("yes")

    (agreed,) = call.reply.settled
    assert agreed.text == "May we charge the card …?"
    assert "four" not in agreed.spoken
    assert agreed.spoken_lock == lock(agreed.spoken)


# ---- private answers, whatever becomes of them

PRIVATE_ASK = """
flow: private_ask
time_limit: 5 minutes
wording:
  notice:
    text: This call is recorded.
    must_hear: all
steps:
  ask:
    say: wording.notice
    ask: Your PIN?
    collect: pin, 4 digits, private
    go: bye
  bye:
    end: Goodbye.
"""


@pytest.mark.parametrize(("heard", "late"), [("This call", 0), (None, 600)])
def test_words_that_answer_a_private_question_are_private_even_when_dropped(heard, late):
    call = Caller(PRIVATE_ASK)
    call.now += late

    call.says("4512", heard=heard)

    assert not call.session.slots
    assert call.reply.private


AMOUNTS = """
flow: amounts
wording:
  notice:
    text: You will pay {{ amount }} today.
    must_hear: all
anytime:
  go back: (back)
  start over: (start over)
  another amount: another
promises:
  - before: take
    always: heard notice, agreed authorise
steps:
  which:
    ask: How much?
    collect: amount, money
    go: authorise
  authorise:
    say: wording.notice
    consent: Do you authorize this payment?
    if_yes: sure
    if_no: bye
  sure:
    ask: Shall I take it now?
    hear: {yes: take, no: bye}
  take:
    end: Taking {{ amount }}.
  another:
    ask: How much, then?
    collect: amount, money
    go: authorise
  bye:
    end: Goodbye.
"""
NOTICE_OF_400 = "You will pay four hundred dollars today. Do you authorize this payment?"


def test_a_corrected_value_is_read_again_before_it_is_agreed_to():
    call = Caller(AMOUNTS)
    call.says("fifty dollars")

    assert call.says("no, I meant four hundred dollars") == NOTICE_OF_400

    assert not call.session.heard
    assert [(one.what, one.name) for one in call.reply.settled] == [("heard", "notice"), ("outdated", "notice")]
    call.says("yes", heard=NOTICE_OF_400)
    assert call.session.heard == {"notice": IN_HISTORY}
    assert call.says("yes") == "Taking four hundred dollars."


@pytest.mark.parametrize("again", ["whole", "rest"])
@pytest.mark.parametrize("heard", ["You will pay fifty dollars", "You will pay fifty dollars today. Do you"])
def test_a_value_corrected_over_the_text_that_names_it_is_read_anew(again: str, heard: str):
    call = Caller(AMOUNTS.replace("must_hear: all", f"must_hear: all\n    again: {again}"))
    call.says("fifty dollars")

    assert call.says("no, I meant four hundred dollars", heard=heard) == NOTICE_OF_400

    assert not call.session.heard
    call.says("yes", heard=NOTICE_OF_400)
    assert call.says("yes") == "Taking four hundred dollars."


def test_what_is_no_correction_does_not_keep_a_text_from_being_said_again():
    call = Caller(AMOUNTS)
    call.says("fifty dollars")

    for words in ("no", "I meant", "four hundred dollars", "no, I meant fifty dollars"):
        call = Caller(AMOUNTS)
        call.says("fifty dollars")

        assert call.says(words, heard="You will pay") == NOTICE_OF_400.replace("four hundred", "fifty"), words


def test_a_value_collected_again_outdates_what_was_heard_and_agreed():
    call = Caller(AMOUNTS)
    call.says("fifty dollars")
    call.says("yes")
    call.says("another amount")
    assert call.session.agreed

    assert call.says("four hundred dollars") == NOTICE_OF_400

    assert not call.session.heard
    assert not call.session.agreed
    assert [(one.what, one.name) for one in call.reply.settled] == [("outdated", "notice"), ("withdrawn", "authorise")]


def test_the_same_value_collected_again_changes_nothing():
    call = Caller(AMOUNTS)
    call.says("fifty dollars")
    call.says("yes")
    call.says("another amount")

    call.says("fifty")

    assert call.session.heard == {"notice": SENT}
    assert call.session.agreed == {"authorise": "yes"}


@pytest.mark.parametrize("words", [["go back", "go back"], ["start over"]])
def test_a_value_that_is_dropped_takes_what_was_heard_with_it(words):
    call = Caller(AMOUNTS)
    call.says("fifty dollars")
    call.says("yes")

    for said in words:
        call.says(said)

    assert call.reply.spoken == "How much?"
    assert not call.session.heard
    assert not call.session.agreed


def test_the_words_that_were_heard_are_kept_with_their_values():
    call = Caller(AMOUNTS)
    call.says("fifty dollars")
    call.says("yes")

    assert call.reply.settled[0].spoken == "You will pay fifty dollars today."


@pytest.mark.parametrize("away", ["(start over)", "(back)"])
def test_text_whose_value_is_dropped_by_a_silence_is_owed_no_more(away):
    call = Caller(
        f"""
flow: drops
wording:
  terms:
    text: You will pay on {{{{ day }}}}.
    must_hear: all
anytime:
  (silence): {away}
steps:
  asks:
    ask: What day?
    collect: day, date
    go: told
  told:
    say: wording.terms
    consent: Do you agree to {{{{ day }}}}?
    if_yes: bye
    if_no: bye
  bye:
    end: Goodbye.
"""
    )
    call.says("tomorrow")

    assert call.is_silent() == "What day?"
    assert call.says("friday").startswith("You will pay on January ninth")
