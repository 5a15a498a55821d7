"""Taking back what was said: at the next question of a form, and when the form is read back."""

from __future__ import annotations

import pytest

from steering.core.languages import LANGUAGES, language
from tests.core.caller import Caller

VISIT = """
flow: visit
anytime:
  go back: (back)
  say that again: (repeat)
steps:
  visit:
    form:
      day:
        ask: What day?
        type: date after today
      period:
        ask: Morning or afternoon?
        one_of: morning | afternoon
      guests:
        ask: How many guests?
        type: number up to 8
      reminder:
        ask: Shall we remind you?
        type: yes or no
    confirm: "{{ day }}, {{ period }}, {{ guests }}. Right?"
    go: done
  done:
    end: Booked.
if_unclear:
  - Sorry? {{ question }}
  - Once more. {{ question }}
  - Goodbye then. {{ question }}
"""
GIVEN = {"day": "2026-01-06", "period": "morning", "guests": "2", "reminder": "yes"}


def at_the_readback() -> Caller:
    call = Caller(VISIT)
    for said in ("tuesday", "morning", "two", "yes"):
        call.says(said)
    assert call.session.slots == GIVEN
    return call


@pytest.mark.parametrize("said", ["no, i meant wednesday", "sorry, wednesday", "actually make it wednesday", "wednesday", "no wednesday"])
def test_an_earlier_answer_is_corrected_at_the_next_question(said: str) -> None:
    call = Caller(VISIT)
    call.says("tuesday")

    assert call.says(said) == "Thank you. Morning or afternoon?"
    assert call.session.slots == {"day": "2026-01-07"}
    assert call.session.unclear == 0


def test_a_correction_and_an_answer_in_one_sentence_are_both_taken() -> None:
    call = Caller(VISIT)
    call.says("tuesday")

    assert call.says("sorry, wednesday, in the afternoon") == "How many guests?"
    assert call.session.slots == {"day": "2026-01-07", "period": "afternoon"}


def test_the_no_of_a_correction_is_no_answer_to_the_open_question() -> None:
    call = Caller(VISIT)
    call.says("tuesday"), call.says("morning"), call.says("two")

    assert call.says("no i meant wednesday") == "Thank you. Shall we remind you?"
    assert call.session.slots == {"day": "2026-01-07", "period": "morning", "guests": "2"}


def test_a_day_in_a_story_corrects_nothing() -> None:
    call = Caller(VISIT)
    call.says("tuesday")

    call.says("morning because my sister comes to see me on friday")

    assert call.session.slots == {"day": "2026-01-06", "period": "morning"}


def test_answers_come_in_any_order() -> None:
    call = Caller(VISIT)

    assert call.says("in the afternoon please") == "Thank you. What day?"
    assert call.says("say that again") == "What day?"
    assert call.says("tuesday") == "How many guests?"


def test_an_answer_to_another_question_costs_no_attempt_until_it_is_nothing_new() -> None:
    call = Caller(VISIT)
    call.says("purple")

    assert call.says("in the morning") == "Thank you. What day?"
    assert call.says("in the afternoon") == "Thank you. What day?"
    assert call.session.unclear == 1
    assert call.says("in the afternoon") == "Once more. What day?"
    assert call.session.slots == {"period": "afternoon"}


@pytest.mark.parametrize(
    ("said", "asked", "kept"),
    [
        ("no, the day is wrong", "What day?", {"period", "guests", "reminder"}),
        ("no, not tuesday", "What day?", {"period", "guests", "reminder"}),
        ("yes except the day", "What day?", {"period", "guests", "reminder"}),
        ("the date is not right", "What day?", {"period", "guests", "reminder"}),
        ("can you change the day", "What day?", {"period", "guests", "reminder"}),
        ("the day is right but the number of guests is wrong", "How many guests?", {"day", "period", "reminder"}),
        ("no the day and the period are wrong", "What day?", {"guests", "reminder"}),
        ("no, that's all wrong", "What day?", set()),
    ],
)
def test_only_what_is_wrong_is_asked_again(said: str, asked: str, kept: set[str]) -> None:
    call = at_the_readback()

    assert call.says(said) == asked
    assert set(call.session.slots) == kept


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("no, wednesday", {"day": "2026-01-07"}),
        ("no i said wednesday in the afternoon", {"day": "2026-01-07", "period": "afternoon"}),
        ("almost, but in the afternoon", {"period": "afternoon"}),
        ("not tuesday, wednesday", {"day": "2026-01-07"}),
        ("there will be three guests", {"guests": "3"}),
    ],
)
def test_what_is_said_anew_is_corrected_and_read_back(said: str, changed: dict[str, str]) -> None:
    call = at_the_readback()

    assert call.says(said).endswith("Right?")
    assert call.session.slots == GIVEN | changed


def test_a_correction_out_of_its_limits_is_told_and_asked_again() -> None:
    assert at_the_readback().says("no, yesterday") == "That date is in the past. What day?"
    assert at_the_readback().says("no, twenty guests") == "That is more than eight. How many guests?"


def test_a_yes_is_a_yes_whatever_number_stands_beside_it() -> None:
    assert at_the_readback().says("yes, the twenty of us thank you") == "Booked."


def test_a_bare_no_asks_what_to_change_and_throws_nothing_away() -> None:
    call = at_the_readback()

    assert call.says("no") == "What should I change?"
    assert call.session.slots == GIVEN
    assert call.says("the day") == "What day?"
    assert call.says("friday").endswith("Right?")
    assert call.says("yes") == "Booked."


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("make it wednesday", "January seventh, twenty twenty six, morning, two. Right?"),
        ("the number of guests", "How many guests?"),
        ("everything", "What day?"),
        ("nothing, it's fine", "January sixth, twenty twenty six, morning, two. Right?"),
        ("huh what about it", "Sorry? What should I change?"),
        ("what", "What should I change?"),
        ("say that again", "What should I change?"),
        ("go back", "January sixth, twenty twenty six, morning, two. Right?"),
    ],
)
def test_what_to_change_is_answered_in_many_ways(said: str, answer: str) -> None:
    call = at_the_readback()
    call.says("no")

    assert call.says(said) == answer


TWO_DAYS = """
flow: two_days
steps:
  trip:
    form:
      leaving_day:
        ask: When do you leave?
        type: date
      return_day:
        ask: When do you come back?
        type: date
    confirm: From {{ leaving_day }} to {{ return_day }}. Right?
    go: done
  done:
    end: Booked.
"""


def test_a_named_value_is_told_from_another_of_its_kind() -> None:
    call = Caller(TWO_DAYS)
    call.says("monday"), call.says("friday")

    call.says("no, the return day is saturday")

    assert call.session.slots == {"leaving_day": "2026-01-12", "return_day": "2026-01-10"}


ONE = """
flow: one
steps:
  pay:
    form:
      amount:
        ask: How much?
        type: money
    confirm: "{{ amount }}. Right?"
    go: done
  done:
    end: Paid.
"""


def test_a_bare_no_asks_the_only_question_again() -> None:
    call = Caller(ONE)
    call.says("fifty dollars")

    assert call.says("no") == "How much?"


ANY_LANGUAGE = """
flow: any_language
language: {tag}
steps:
  visit:
    form:
      code:
        ask: A?
        type: 4 digits
      plan:
        ask: B?
        one_of: gold | silver
    confirm: C?
    go: done
  done:
    end: D.
"""


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_to_change_is_asked_and_answered_in_the_callers_language(tag: str) -> None:
    call, tongue = Caller(ANY_LANGUAGE.format(tag=tag)), language(tag)
    call.says("4512"), call.says("gold")

    assert call.says(tongue.no[0]) == tongue.what_to_change
    assert call.says(tongue.called["digits"][0]) == "A?"
    assert call.session.slots == {"plan": "gold"}
    call.says("4513")
    call.says(tongue.no[0])
    assert call.says(tongue.everything[0]) == "A?"
    assert call.session.slots == {}


TWO_STEPS = """
flow: two
steps:
  day:
    ask: What day?
    collect: day, date after today
    go: told
  told:
    say: Good.
    go: text
  text:
    ask: Shall we text you?
    hear:
      yes: agree
      no: done
  agree:
    consent: May we keep your number?
    if_yes: done
    if_no: done
  done:
    end: See you {{ day | with weekday }}.
"""


@pytest.mark.parametrize("said", ["no, i meant wednesday", "sorry wednesday", "no make that wednesday", "uh i mean wednesday"])
def test_the_answer_before_is_corrected_in_the_next_step_too(said: str) -> None:
    call = Caller(TWO_STEPS)
    call.says("tuesday")

    assert call.says(said) == "Good. Shall we text you?"
    assert call.session.slots == {"day": "2026-01-07"}


@pytest.mark.parametrize("said", ["no", "no wednesday", "no actually wednesday is bad", "no i mean i hate texts on a wednesday"])
def test_a_no_to_the_open_question_corrects_nothing(said: str) -> None:
    call = Caller(TWO_STEPS)
    call.says("tuesday")
    call.says(said)

    assert call.session.slots == {"day": "2026-01-06"}


@pytest.mark.parametrize(("kind", "kept"), [("time from 9am until 17:00", "15:00"), ("time", "10:00")])
def test_an_hour_before_is_corrected_where_its_half_is_known(kind: str, kept: str) -> None:
    call = Caller(TWO_STEPS.replace("date after today", kind).replace("{{ day | with weekday }}", "at {{ day }}"))
    call.says("ten in the morning")
    call.says("no, i meant three")

    assert call.session.slots == {"day": kept}


def test_only_the_answer_before_is_corrected() -> None:
    call = Caller(TWO_STEPS)
    call.says("tuesday")
    call.says("yes")
    call.says("no i meant wednesday")

    assert call.session.slots == {"day": "2026-01-06"}


def test_a_value_that_something_was_decided_by_is_not_changed() -> None:
    call = Caller(TWO_STEPS.replace("    go: told\n", "    when:\n      day is 2026-01-06: told\n      otherwise: done\n"))
    call.says("tuesday")
    call.says("no i meant wednesday")

    assert call.session.slots == {"day": "2026-01-06"}


PILLS = """
flow: pills
steps:
  pills:
    form:
      pills:
        ask: How many pills?
        type: number at least 1 up to 90
      copay:
        ask: How much do you pay?
        type: money up to 500
      way:
        ask: Pick up or delivery?
        one_of: pick up | delivery
    confirm: "{{ pills }} pills, {{ way }}, {{ copay }}. Right?"
    go: done
  done:
    end: Done.
"""
ORDERED = {"pills": "30", "copay": "$40", "way": "pick up"}


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("the money should be fifty", {"copay": "$50"}),
        ("change the amount to fifty", {"copay": "$50"}),
        ("no make the copay fifty and delivery", {"copay": "$50", "way": "delivery"}),
        ("the pills are fine but the copay should be fifty", {"copay": "$50"}),
        ("the pills should be twenty", {"pills": "20"}),
        ("i said twenty pills", {"pills": "20"}),
        ("can you deliver it", {"way": "delivery"}),
    ],
)
def test_a_value_that_is_named_is_the_one_that_changes(said: str, changed: dict[str, str]) -> None:
    call = Caller(PILLS)
    for answer in ("thirty", "forty", "i'll pick it up"):
        call.says(answer)
    assert call.session.slots == ORDERED
    call.says(said)

    assert call.session.slots == ORDERED | changed


@pytest.mark.parametrize("said", ["a hundred", "a hundred and twenty", "ninety five"])
def test_a_count_out_of_its_limits_is_no_amount(said: str) -> None:
    call = Caller(PILLS)

    assert call.says(said) == "That is more than ninety. How many pills?"
    assert call.session.slots == {}


def test_an_amount_with_its_currency_is_no_count() -> None:
    call = Caller(PILLS)
    call.says("thirty dollars")

    assert call.session.slots == {"copay": "$30"}


def test_three_answers_in_one_sentence_are_taken_apart() -> None:
    call = Caller(PILLS)
    call.says("thirty pills forty dollars and i'll pick it up")

    assert call.session.slots == ORDERED


@pytest.mark.parametrize("said", ["no not tuesday", "not tuesday"])
def test_an_earlier_answer_that_is_only_denied_is_asked_anew(said: str) -> None:
    call = Caller(VISIT)
    call.says("tuesday")

    assert call.says(said) == "What day?"
    assert call.session.slots == {}


def test_what_is_named_after_a_correction_is_asked_anew() -> None:
    call = at_the_readback()

    assert call.says("no i mean the day") == "What day?"


@pytest.mark.parametrize(
    "said",
    ["yes but what period is that", "okay but I need it sooner", "you got almost everything right", "yes what about my dog"],
)
def test_a_yes_that_keeps_something_back_confirms_nothing(said: str) -> None:
    call = at_the_readback()

    assert call.says(said).startswith("Sorry?")
    assert call.session.slots == GIVEN


@pytest.mark.parametrize("said", ["I already got my pills on friday", "we already had the dog there on wednesday"])
def test_what_was_done_already_corrects_nothing(said: str) -> None:
    call = at_the_readback()

    call.says(said)

    assert call.session.slots == GIVEN


ANTICIPO = """
flow: anticipo
language: {}
steps:
  pay:
    form:
      day:
        ask: Day?
        type: date after today
      amount:
        ask: Amount?
        type: money at least 100 up to 500
    confirm: "{{{{ day }}}}, {{{{ amount }}}}?"
    go: done
  done:
    end: Fine.
"""


@pytest.mark.parametrize(
    ("tag", "day", "said"),
    [
        ("es-MX", "mañana", "no tengo doscientos pesos"),
        ("es-MX", "mañana", "no puedo doscientos"),
        ("es-MX", "mañana", "ya pagué doscientos pesos"),
        ("es-MX", "mañana", "doscientos dólares"),
        ("pt-BR", "amanhã", "não tenho duzentos reais"),
        ("pt-BR", "amanhã", "já paguei duzentos reais"),
        ("fr-FR", "demain", "je n'ai pas deux cents euros"),
        ("fr-FR", "demain", "j'ai déjà payé deux cents euros"),
        ("it-IT", "domani", "non ho duecento euro"),
        ("it-IT", "domani", "ho già pagato duecento euro"),
        ("de-DE", "morgen", "ich habe keine zweihundert Euro"),
        ("de-DE", "morgen", "ich habe schon zweihundert Euro bezahlt"),
        ("en-US", "tomorrow", "I already paid two hundred dollars"),
    ],
)
def test_a_denied_or_past_amount_is_none(tag: str, day: str, said: str) -> None:
    call = Caller(ANTICIPO.format(tag))
    call.says(day)

    call.says(said)

    assert call.session.slots == {"day": "2026-01-06"}


def test_an_answer_to_the_open_question_changes_no_earlier_one_by_the_way() -> None:
    call = Caller(ANTICIPO.format("es-MX"))
    call.says("mañana")

    call.says("doscientos pesos en tres días")

    assert call.session.slots == {"day": "2026-01-06", "amount": "MXN 200"}


def test_a_bare_number_at_the_read_back_is_the_one_value_that_it_can_be() -> None:
    call = Caller(ANTICIPO.format("es-MX"))
    call.says("mañana"), call.says("ciento cincuenta pesos")

    call.says("no, doscientos")

    assert call.session.slots == {"day": "2026-01-06", "amount": "MXN 200"}


REFILL = """
flow: refill
steps:
  refill:
    form:
      code:
        ask: Code?
        type: 7 digits
      days:
        ask: How many days?
        type: number at least 10 up to 90
      day:
        ask: What day?
        type: date after today
      hour:
        ask: What hour?
        type: time
    confirm: "{{ code }}, {{ days }}, {{ day }}, {{ hour }}?"
    go: done
  done:
    end: Fine.
"""


def test_digits_are_corrected_at_a_question_of_how_many() -> None:
    call = Caller(REFILL)
    call.says("1234567")

    assert call.says("no I said 1234568") == "Thank you. How many days?"
    assert call.session.slots == {"code": "1234568"}


def test_digits_without_a_correction_change_none() -> None:
    call = Caller(REFILL)
    call.says("1234567")
    call.says("1234568")

    assert call.session.slots == {"code": "1234567"}


@pytest.mark.parametrize("said", ["no, make it five and friday", "no, friday and five"])
def test_an_hour_beside_a_day_is_not_lost(said: str) -> None:
    call = Caller(REFILL)
    for one in ("1234567", "thirty", "tomorrow", "four pm"):
        call.says(one)

    assert call.says(said) == "In the morning or in the afternoon?"
    call.says("afternoon")
    assert call.session.slots == {"code": "1234567", "days": "30", "day": "2026-01-09", "hour": "17:00"}


CLAIM = """
flow: claim
steps:
  claim:
    form:
      claim:
        ask: Claim?
        type: 8 digits
      day:
        ask: What day?
        type: date
      hour:
        ask: What time?
        type: time
    confirm: "{{ claim }}, {{ day }}, {{ hour }}. Right?"
    go: done
  done:
    end: Fine.
"""
CLAIMED = {"claim": "12345678", "day": "2026-01-06", "hour": "10:00"}
WHICH = "In the morning or in the afternoon?"


def at_the_claim() -> Caller:
    call = Caller(CLAIM)
    for said in ("12345678", "tomorrow", "ten in the morning"):
        call.says(said)
    assert call.session.slots == CLAIMED
    return call


@pytest.mark.parametrize(
    ("said", "told", "gone"),
    [
        ("no the time is wrong it was eleven", WHICH, "hour"),
        ("no, the time is wrong, it was eleven", WHICH, "hour"),
        ("the time is wrong it should be eleven", WHICH, "hour"),
        ("no the time was eleven not ten", WHICH, "hour"),
        ("no the hour is eleven", WHICH, "hour"),
        ("no it was eleven", WHICH, "hour"),
        ("no eleven", WHICH, "hour"),
        ("no it should be eleven thirty", WHICH, "hour"),
        ("no the time is wrong", "What time?", "hour"),
        ("no the day is wrong it was eleven", "What day?", "day"),
        ("no the claim number is wrong it was eleven", "I need eight digits. Claim?", "claim"),
        ("no the claim number is 1234567", "I need eight digits. Claim?", "claim"),
        ("no it's 1234567", "I need eight digits. Claim?", "claim"),
    ],
)
def test_what_is_wrong_takes_no_other_value_with_it(said: str, told: str, gone: str) -> None:
    call = at_the_claim()

    assert call.says(said) == told
    assert call.session.slots == {name: value for name, value in CLAIMED.items() if name != gone}


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("no the time is wrong it was eleven in the morning", {"hour": "11:00"}),
        ("no it was eleven pm", {"hour": "23:00"}),
        ("no the claim number is wrong it's 87654321", {"claim": "87654321"}),
        ("no 87654321", {"claim": "87654321"}),
        ("no it was the eleventh", {"day": "2026-01-11"}),
        ("no the day is wrong it was thursday", {"day": "2026-01-08"}),
        ("no the day is wrong it was thursday at eleven am", {"day": "2026-01-08", "hour": "11:00"}),
    ],
)
def test_what_is_wrong_is_changed_to_what_is_said(said: str, changed: dict[str, str]) -> None:
    call = at_the_claim()

    assert call.says(said).endswith("Right?")
    assert call.session.slots == CLAIMED | changed


TABLE = """
flow: table
steps:
  table:
    form:
      day:
        ask: What day?
        type: date after today
      hour:
        ask: What time?
        type: time
      guests:
        ask: How many guests?
        type: number at least 1 up to 12
      deposit:
        ask: How much do you pay ahead?
        type: money up to 80
    confirm: "{{ day }}, {{ hour }}, {{ guests }}, {{ deposit }}. Right?"
    go: done
  done:
    end: Fine.
if_unclear:
  - Sorry? {{ question }}
  - Once more. {{ question }}
"""
RESERVED = {"day": "2026-01-06", "hour": "19:00", "guests": "4", "deposit": "$20"}


def at_the_table() -> Caller:
    call = Caller(TABLE)
    for said in ("tomorrow", "seven pm", "four", "twenty dollars"):
        call.says(said)
    assert call.session.slots == RESERVED
    return call


@pytest.mark.parametrize("said", ["no it was eleven", "no eleven", "no, make it eleven", "no it should be eleven", "no, ninety"])
def test_a_number_that_could_be_two_values_is_not_guessed(said: str) -> None:
    call = at_the_table()

    assert call.says(said) == "What should I change?"
    assert call.session.slots == RESERVED
    assert call.says("eleven") == "Sorry? What should I change?"
    assert call.session.slots == RESERVED


@pytest.mark.parametrize(
    ("said", "told", "left"),
    [
        ("no the time is wrong it was eleven", WHICH, {"hour": None}),
        ("no the guests are wrong it was eleven", "Right?", {"guests": "11"}),
        ("no eleven guests", "Right?", {"guests": "11"}),
        ("no the deposit was eleven", "Right?", {"deposit": "$11"}),
        ("no eleven dollars", "Right?", {"deposit": "$11"}),
        ("no at eleven pm", "Right?", {"hour": "23:00"}),
        ("no, fifty", "Right?", {"deposit": "$50"}),
        ("no, twenty guests", "That is more than twelve. How many guests?", {"guests": None}),
        ("no, yesterday", "That date is in the past. What day?", {"day": None}),
        ("yes four", "Fine.", {}),
    ],
)
def test_a_number_that_is_told_by_its_name_or_by_itself_changes_that_value(said: str, told: str, left: dict[str, str | None]) -> None:
    call = at_the_table()

    assert call.says(said).endswith(told)
    assert call.session.slots == {name: value for name, value in (RESERVED | left).items() if value is not None}


PIZZA = """
flow: pizza
language: {}
steps:
  order:
    form:
      size:
        ask: What size?
        one_of: {}
      topping:
        ask: Which topping?
        one_of: {}
      count:
        ask: How many?
        type: number at least 1 up to 20
      phone:
        ask: What number?
        type: phone
    confirm: "{{{{ count }}}} {{{{ size }}}} {{{{ topping }}}}, {{{{ phone }}}}. Right?"
    go: thanks
  thanks:
    end: Thanks.
if_unclear:
  - Sorry? {{{{ question }}}}
  - Once more. {{{{ question }}}}
"""
ENGLISH = ("en", "small | medium | large", "cheese | pepperoni | mushroom")
FIRST = {"size": "large", "topping": "pepperoni", "count": "2"}


def ordered(*said: str) -> Caller:
    call = Caller(PIZZA.format(*ENGLISH))
    for one in ("two large pepperoni", *said):
        call.says(one)
    assert call.session.slots.items() >= FIRST.items()
    return call


@pytest.mark.parametrize(
    "said",
    [
        "and one small cheese",
        "um and one small cheese",
        "and a small cheese",
        "also a small mushroom",
        "plus one medium",
        "another small cheese",
        "and another small one",
        "and three mushroom",
        "i also want a small",
        "can i also get a small cheese",
    ],
)
def test_what_is_said_besides_takes_nothing_back(said: str) -> None:
    call = ordered()
    assert call.says(said) == "Sorry? What number?"
    assert call.session.slots == FIRST

    call = ordered("312 555 0199")
    assert call.says(said).startswith("Sorry? two large pepperoni,")
    assert call.session.slots == FIRST | {"phone": "+13125550199"}
    assert call.says("yes") == "Thanks."


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("no, small", {"size": "small"}),
        ("make that small", {"size": "small"}),
        ("and make it small", {"size": "small"}),
        ("and no, i meant small", {"size": "small"}),
        ("and not pepperoni, cheese", {"topping": "cheese"}),
        ("small cheese", {"size": "small", "topping": "cheese"}),
        ("and change it to mushroom instead", {"topping": "mushroom"}),
    ],
)
def test_a_correction_may_begin_with_and(said: str, changed: dict[str, str]) -> None:
    call = ordered("312 555 0199")
    call.says(said)

    assert call.session.slots == FIRST | changed | {"phone": "+13125550199"}


@pytest.mark.parametrize(
    ("said", "slots"), [("and a large", {"size": "large"}), ("and pepperoni", {"topping": "pepperoni"}), ("also two", {"count": "2"})]
)
def test_what_is_said_besides_answers_what_was_not_answered(said: str, slots: dict[str, str]) -> None:
    call = Caller(PIZZA.format(*ENGLISH))
    call.says(said)

    assert call.session.slots == slots


@pytest.mark.parametrize("said", ["another day, wednesday", "and the day is wednesday", "and change it to wednesday"])
def test_what_is_named_besides_is_corrected(said: str) -> None:
    call = Caller(VISIT)
    call.says("tuesday")
    call.says(said)

    assert call.session.slots == {"day": "2026-01-07"}


def test_what_is_named_at_what_to_change_is_changed_though_it_begins_with_and() -> None:
    call = ordered("312 555 0199")
    call.says("no")

    assert call.says("and small").startswith("two small pepperoni")


@pytest.mark.parametrize(
    ("language", "sizes", "first", "second"),
    [
        ("es", "grande | chica", "dos grande", "y una chica"),
        ("es", "grande | chica", "dos grande", "también una chica"),
        ("fr", "grande | petite", "deux grande", "et une petite"),
        ("de", "groß | klein", "zwei groß", "und noch eine klein"),
        ("it", "grande | piccola", "due grande", "e una piccola"),
        ("pt", "grande | pequena", "duas grande", "e uma pequena"),
        ("ru", "большая | маленькая", "две большая", "и ещё одна маленькая"),
    ],
)
def test_nothing_is_taken_back_by_and_in_other_languages(language: str, sizes: str, first: str, second: str) -> None:
    call = Caller(PIZZA.format(language, sizes, "queso | champiñones"))
    call.says(first)
    before = call.session.slots
    assert before["size"] == sizes.split(" | ")[0]

    call.says(second)

    assert call.session.slots["size"] == before["size"]


@pytest.mark.parametrize("said", ["tuesday", "um, tuesday", "Tuesday.", "two", "2", "morning", "january sixth", "tuesday, morning, two"])
def test_what_was_read_back_and_is_said_after_us_is_a_yes(said: str) -> None:
    call = at_the_readback()

    assert call.says(said) == "Booked."
    assert call.session.slots == GIVEN


@pytest.mark.parametrize(
    "said", ["tuesday?", "is that tuesday", "maybe tuesday", "two is too many", "tuesday is my birthday", "january", "2026"]
)
def test_a_value_of_the_read_back_among_other_words_is_no_yes(said: str) -> None:
    call = at_the_readback()

    assert call.says(said) != "Booked."


@pytest.mark.parametrize("said", ["not tuesday", "no tuesday", "no, two"])
def test_a_value_of_the_read_back_that_is_refused_is_asked_again(said: str) -> None:
    call = at_the_readback()

    assert call.says(said) in ("What day?", "How many guests?")


PHARMACY = """
flow: refill
steps:
  what:
    form:
      rx:
        ask: What is the prescription number?
        type: 7 digits
      day:
        ask: What day?
        type: date after today
      hour:
        ask: At what time?
        type: time from 8am until 18:00
      place:
        ask: Counter or drive through?
        one_of: counter | drive through
    confirm: Prescription {{ rx }}, {{ day | with weekday }} at {{ hour }}, {{ place }}. Right?
    go: done
  done:
    end: Ordered.
if_unclear:
  - Sorry? {{ question }}
  - Once more. {{ question }}
"""
REFILLED = {"rx": "1234567", "day": "2026-01-07", "hour": "15:00", "place": "counter"}


def refilled(*said: str) -> Caller:
    call = Caller(PHARMACY)
    for one in ("1234567", "wednesday", "three", *said):
        call.says(one)
    return call


@pytest.mark.parametrize(
    "said",
    ["3 pm", "3 p.m.", "3:00 PM", "at 3 pm", "the 7th", "wednesday the 7th", "1/7", "1234567", "counter at 3 pm", "on the 7th at 3:00 pm"],
)
def test_what_was_read_back_and_is_said_after_us_in_figures_is_a_yes(said: str) -> None:
    call = refilled("counter")

    assert call.says(said) == "Ordered."
    assert call.session.slots == REFILLED


@pytest.mark.parametrize(
    "said", ["3 pm on the 8th", "3 pm?", "is it 3 pm", "3 pm is too late", "3 pm, no", "4 pm", "7", "make it two prescriptions"]
)
def test_figures_that_say_or_ask_anything_else_are_no_yes(said: str) -> None:
    call = refilled("counter")

    assert call.says(said) != "Ordered."
    assert call.session.slots["rx"] == "1234567"


@pytest.mark.parametrize("said", ["and my other prescription 7654321", "and also 7654321", "plus another one 7654321"])
def test_another_number_besides_is_put_in_the_place_of_none(said: str) -> None:
    call = refilled()
    assert call.says(said) == "Sorry? Counter or drive through?"

    call = refilled("counter")
    assert call.says(said).startswith("Sorry? Prescription one two three")
    assert call.session.slots == REFILLED


@pytest.mark.parametrize(
    "said", ["yeah that's right and also 7654321", "yes and another one, 7654321", "yes. And my other prescription 7654321"]
)
def test_a_yes_with_something_besides_is_asked_again(said: str) -> None:
    call = refilled("counter")

    assert call.says(said).startswith("Sorry? Prescription one two three")
    assert call.session.slots == REFILLED


def test_a_yes_with_a_correction_behind_it_corrects() -> None:
    call = refilled("counter")

    assert "at four PM" in call.says("yes and make it 4 pm")


PAYMENT = """
flow: payment
steps:
  card:
    form:
      amount:
        ask: How much?
        type: money at least 5 up to $312.40
      card_number:
        ask: What is the card number?
        type: 16 digits
        private: yes
      code:
        ask: What is the code?
        type: 3 digits
        private: yes
    confirm: That is {{ amount }}. Right?
    go: done
  done:
    end: Paid.
"""


def paid() -> Caller:
    call = Caller(PAYMENT)
    for one in ("sixty dollars", "4111 1111 1111 1111", "737"):
        call.says(one)
    return call


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("the code", "What is the code?"),
        ("the security code", "What is the code?"),
        ("the three digits", "What is the code?"),
        ("the 3 digits", "What is the code?"),
        ("the number on the back", "What is the code?"),
        ("the card code", "What is the code?"),
        ("the code is seven thirty eight", "What is the code?"),
        ("the card number", "What is the card number?"),
        ("the sixteen digits", "What is the card number?"),
        ("the card", "What is the card number?"),
        ("the amount", "How much?"),
    ],
)
def test_of_two_values_of_one_kind_the_one_that_is_named_in_the_file_is_asked_again(said: str, asked: str) -> None:
    call = paid()
    assert call.says(f"no, {said}") == asked

    call = paid()
    call.says("no")
    assert call.says(said) == asked
    assert len(call.session.slots) == 2


@pytest.mark.parametrize("said", ["no, 738", "it's 738", "no seven three eight", "120"])
def test_digits_that_may_be_a_private_answer_are_no_amount_out_of_its_limits(said: str) -> None:
    call = paid()

    assert call.says(said) == "What should I change?"
    assert call.session.slots["amount"] == "$60"


@pytest.mark.parametrize("said", ["tomorrow at 6:30 pm", "tomorrow at seven in the morning", "tomorrow at seven"])
def test_an_hour_out_of_its_limits_beside_its_day_is_told(said: str) -> None:
    call = Caller(PHARMACY)
    call.says("1234567")

    assert call.says(said).startswith("I need a time no ")
    assert call.session.slots == {"rx": "1234567", "day": "2026-01-06"}
    assert call.session.unclear == 0


@pytest.mark.parametrize(
    "said", ["it's 1234567, wednesday at three, counter", "1234567 wednesday at 3, counter", "counter, wednesday at three, it's 1234567"]
)
def test_a_long_number_leaves_an_hour_beside_it(said: str) -> None:
    call = Caller(PHARMACY)
    call.says(said)

    assert call.session.slots == REFILLED


def test_a_choice_of_two_words_leaves_the_hour_before_it() -> None:
    call = Caller(PHARMACY)
    call.says("1234567, wednesday at three, drive through")

    assert call.session.slots == REFILLED | {"place": "drive through"}


@pytest.mark.parametrize("said", ["3 pm no 4", "5 in the afternoon, no, four"])
def test_an_hour_anew_is_in_the_half_that_was_named(said: str) -> None:
    call = Caller(PHARMACY)
    call.says("1234567"), call.says("wednesday")

    assert call.says(said) == "Counter or drive through?"
    assert call.session.slots["hour"] == "16:00"


@pytest.mark.parametrize(
    ("said", "place"), [("the second", "drive through"), ("the first one please", "counter"), ("I'll take the last", "drive through")]
)
def test_a_place_among_the_choices_is_one_of_them_and_no_day(said: str, place: str) -> None:
    call = refilled(said)

    assert call.session.slots == REFILLED | {"place": place}


def test_a_place_that_is_none_of_the_choices_is_no_day_either() -> None:
    call = refilled()

    assert call.says("the third") == "Sorry? Counter or drive through?"
    assert call.says("no, the second of february") == "Thank you. Counter or drive through?"
    assert call.session.slots["day"] == "2026-02-02"


def test_a_place_among_choices_that_the_question_does_not_name_is_asked_again() -> None:
    call = Caller(PHARMACY.replace("Counter or drive through?", "How will you get it?"))
    for one in ("1234567", "wednesday", "three"):
        call.says(one)

    assert call.says("the second") == "Sorry? How will you get it?"
    assert "place" not in call.session.slots


CALL_BACK = """
flow: call_back
language: {language}
steps:
  book:
    form:
      day:
        ask: Day?
        type: date from today
      hour:
        ask: Hour?
        type: time from 9am until 17:00
      number:
        ask: Number?
        type: phone
      who:
        ask: Name?
        type: name
    confirm: {confirm}
    go: booked
  booked:
    end: Booked.
"""
BOOKED = {"day": "2026-01-07", "hour": "10:00", "number": "+13125550142", "who": "John Smith"}


def booked(*said: str) -> Caller:
    call = Caller(
        CALL_BACK.format(language="en", confirm="We will call {{ who }} at {{ number }}, {{ day }} at {{ hour }}. Is that right?")
    )
    for one in ("wednesday at ten, call me at 312 555 0142", "John Smith", *said):
        call.says(one)
    return call


def test_an_hour_beside_a_telephone_number_is_taken() -> None:
    assert booked().session.slots == BOOKED


def test_every_value_that_is_said_anew_is_changed() -> None:
    call = booked("no, thursday at eleven, 312 555 0199")

    assert call.session.slots == BOOKED | {"day": "2026-01-08", "hour": "11:00", "number": "+13125550199"}


@pytest.mark.parametrize("said", ["it's John Smith", "John Smith", "John Smith, please", "ten"])
def test_a_name_said_as_it_was_read_back_is_a_yes(said: str) -> None:
    call = booked(said)

    assert call.session.ended == "end"
    assert call.session.slots == BOOKED


@pytest.mark.parametrize("said", ["Jane Smith", "is it John Smith", "not John Smith", "John Smith is my husband"])
def test_another_name_or_one_in_doubt_is_no_yes(said: str) -> None:
    assert not booked(said).session.ended


def test_the_end_of_a_number_is_no_hour_out_of_its_limits() -> None:
    call = booked()

    assert call.says("no, 0143") == "What should I change?"
    assert call.session.slots == BOOKED


@pytest.mark.parametrize("said", ["el lunes", "a las tres", "el lunes a las tres", "lunes, por favor"])
def test_what_was_read_back_in_spanish_and_is_said_after_us_is_a_yes(said: str) -> None:
    call = Caller(CALL_BACK.format(language="es-US", confirm="Sería el {{ day | with weekday }} a las {{ hour }}. ¿Está bien?"))
    for one in ("el lunes", "a las tres", "312 555 0142", "Juan Pérez", said):
        call.says(one)

    assert call.session.ended == "end"


EXPIRY = PAYMENT.replace(
    "      code:", "      expires:\n        ask: When does it expire?\n        type: text\n        private: yes\n      code:"
)


def expiring() -> Caller:
    call = Caller(EXPIRY)
    call.says("sixty dollars"), call.says("4111 1111 1111 1111")
    return call


@pytest.mark.parametrize(
    "said",
    [
        "I can't read it",
        "what do you mean",
        "I don't know",
        "when does what expire?",
        "sorry it's 4012 8888 8888 1881",
        "um I don't have it with me",
    ],
)
def test_what_is_plainly_no_answer_is_none_to_a_private_question_for_any_words(said: str) -> None:
    call = expiring()

    assert "When does it expire?" in call.says(said)
    assert "expires" not in call.session.slots


@pytest.mark.parametrize("said", ["april twenty seven", "04/27", "it doesn't expire", "oh four twenty seven I think"])
def test_other_words_answer_a_private_question_for_any_words(said: str) -> None:
    call = expiring()

    assert call.says(said) == "What is the code?"


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("wait the card number is wrong", "What is the card number?"),
        ("no, the card number was wrong, sorry", "What is the card number?"),
        ("the amount is wrong", "How much?"),
    ],
)
def test_an_earlier_answer_that_is_called_wrong_is_asked_anew(said: str, asked: str) -> None:
    call = expiring()
    assert call.says(said) == asked
    assert "expires" not in call.session.slots

    call = expiring()
    call.says("04/27")
    assert call.says(said) == asked
    assert call.session.slots["expires"] == "04/27"
