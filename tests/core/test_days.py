"""A day that comes again, without its month or its year, is the one that the limits of the question allow."""

from __future__ import annotations

import pytest

from tests.core.caller import Caller
from tests.core.test_limits import STAY

# The call is on Monday, 5 January 2026.
WHEN = """
flow: when
language: {language}
needs:
  last_day: date, e.g. 2025-11-20
  deadline: date, e.g. 2026-01-08
  opening_day: date, e.g. 2026-06-01
steps:
  when:
    ask: {ask}
    collect: {name}, date {limits}
    go: done
  done:
    end: Fine.
"""
FACTS = {"last_day": "2025-11-20", "deadline": "2026-01-08", "opening_day": "2026-06-01"}


def asked(limits: str, language: str = "en", name: str = "it", ask: str = "When did it happen?") -> Caller:
    return Caller(WHEN.format(limits=limits, language=language, name=name, ask=ask), FACTS)


@pytest.mark.parametrize(
    ("limits", "said", "kept"),
    [
        ("until today", "saturday", "2026-01-03"),
        ("until today", "on the 2nd", "2026-01-02"),
        ("until today", "it was on the 3rd", "2026-01-03"),
        ("until today", "it happened on sunday night", "2026-01-04"),
        ("until today", "uh friday i think", "2026-01-02"),
        ("until today", "the thirty first", "2025-12-31"),
        ("until today", "december thirtieth", "2025-12-30"),
        ("until today", "12/30", "2025-12-30"),
        ("until today", "on christmas", "2025-12-25"),
        ("until today", "friday the second", "2026-01-02"),
        ("until today", "friday january second", "2026-01-02"),
        ("until today", "monday december first", "2025-12-01"),
        ("until today", "friday, no, saturday", "2026-01-03"),
        # Today is never called by its weekday.
        ("until today", "monday", "2025-12-29"),
        ("before today", "monday", "2025-12-29"),
        ("before today", "sunday", "2026-01-04"),
        ("from 2026-01-01 until today", "on friday", "2026-01-02"),
        ("until last_day", "november third", "2025-11-03"),
        ("until last_day", "the twenty first", "2025-10-21"),
        ("until last_day", "thursday", "2025-11-20"),
        ("before last_day", "thursday", "2025-11-13"),
        # What is clear stays.
        ("until today", "last saturday", "2026-01-03"),
        ("until today", "yesterday", "2026-01-04"),
        ("until today", "today", "2026-01-05"),
        ("until today", "the fifth", "2026-01-05"),
        ("until today", "three days ago", "2026-01-02"),
        ("until today", "january third 2025", "2025-01-03"),
        ("", "saturday", "2026-01-10"),
        ("from today", "saturday", "2026-01-10"),
        ("from today", "the second", "2026-02-02"),
        ("until deadline", "wednesday", "2026-01-07"),
        ("until 2026-03-01", "saturday", "2026-01-10"),
    ],
)
def test_a_day_that_comes_again_is_the_last_one_where_it_must_be_past(limits: str, said: str, kept: str) -> None:
    call = asked(limits)
    call.says(said)

    assert call.session.slots == {"it": kept}


@pytest.mark.parametrize(
    ("limits", "said", "told"),
    [
        ("until today", "tomorrow", "That date is still to come."),
        ("until today", "next friday", "That date is still to come."),
        ("until today", "this friday", "That date is still to come."),
        ("until today", "the coming saturday", "That date is still to come."),
        ("until today", "this coming saturday", "That date is still to come."),
        ("until today", "friday coming", "That date is still to come."),
        ("until today", "next monday", "That date is still to come."),
        ("until today", "in three days", "That date is still to come."),
        ("until today", "a week from friday", "That date is still to come."),
        ("until today", "the fifteenth of next month", "That date is still to come."),
        ("until today", "the fifteenth of this month", "That date is still to come."),
        ("until today", "the end of this month", "That date is still to come."),
        ("until today", "january twentieth 2026", "That date is still to come."),
        ("until today", "saturday or sunday", "Sorry, I missed that."),
        ("until today", "tuesday the second of january", "Sorry, I missed that."),
        ("before today", "the fifth", "It can't be today."),
        ("after today", "the fifth", "It can't be today."),
        ("from 2026-01-01 until today", "wednesday", "That date is still to come."),
        # A limit that is to come makes no day a past one, and one that the caller does not know of none a far one.
        ("until deadline", "friday", "I need a date no later than January eighth, twenty twenty six."),
        ("after opening_day", "tuesday", "I need a date after June first, twenty twenty six."),
        ("after 2026-06-01", "tuesday", "I need a date after June first, twenty twenty six."),
    ],
)
def test_a_day_that_is_clear_or_has_no_such_reading_is_asked_again(limits: str, said: str, told: str) -> None:
    call = asked(limits)

    assert call.says(said) == f"{told} When did it happen?"
    assert call.session.slots == {}


@pytest.mark.parametrize(
    ("language", "said", "kept"),
    [
        ("es", "el sábado", "2026-01-03"),
        ("es", "fue el dos", "2026-01-02"),
        ("es", "el treinta de diciembre", "2025-12-30"),
        ("fr", "samedi", "2026-01-03"),
        ("fr", "le deux janvier", "2026-01-02"),
        ("de", "am Samstag", "2026-01-03"),
        ("de", "am zweiten Januar", "2026-01-02"),
        ("it", "sabato", "2026-01-03"),
        ("pt", "no sábado", "2026-01-03"),
        ("ru", "в субботу", "2026-01-03"),
        ("ja", "土曜日", "2026-01-03"),
        ("ko", "토요일", "2026-01-03"),
        ("hi", "शनिवार", "2026-01-03"),
        ("ar", "يوم السبت", "2026-01-03"),
        ("es", "el sábado que viene", None),
        ("es", "el próximo sábado", None),
        ("es", "este sábado", None),
        ("fr", "samedi prochain", None),
        ("de", "nächsten Samstag", None),
        ("de", "kommenden Samstag", None),
        ("de", "Samstag in einer Woche", None),
        ("es", "mañana", None),
    ],
)
def test_a_past_day_is_meant_in_every_language(language: str, said: str, kept: str | None) -> None:
    call = asked("until today", language)
    call.says(said)

    assert call.session.slots.get("it") == kept


@pytest.mark.parametrize("limit", ["before today", "until today", ""])
@pytest.mark.parametrize("said", ["april twelfth", "4/12", "the twelfth", "sunday"])
def test_a_date_of_birth_without_its_year_is_asked_for_it(said: str, limit: str) -> None:
    call = asked(limit, name="birth_date", ask="What is your date of birth?")

    assert call.says(said).startswith("I need the day, the month and the year.")
    call.says("april twelfth eighty five")
    assert call.session.slots == {"birth_date": "1985-04-12"}


@pytest.mark.parametrize(
    ("language", "ask", "said", "told"),
    [
        ("es", "¿Cuál es su fecha de nacimiento?", "el cuatro de marzo", "Necesito el día, el mes y el año."),
        ("de", "Wann sind Sie geboren?", "am vierten März", "Ich brauche den Tag, den Monat und das Jahr."),
    ],
)
def test_the_year_of_a_birth_is_asked_for_in_the_callers_language(language: str, ask: str, said: str, told: str) -> None:
    call = asked("until today", language, ask=ask)

    assert call.says(said).startswith(told)
    assert call.session.slots == {}


def test_a_question_at_a_date_of_birth_is_no_day() -> None:
    call = asked("until today", name="birth_date", ask="What is your date of birth?")

    assert "year" not in call.says("are you open on Sunday")
    assert call.session.slots == {}


def test_the_day_of_a_birthday_party_needs_no_year() -> None:
    call = asked("after today", name="party", ask="On what day is the birthday party?")
    call.says("april twelfth")

    assert call.session.slots == {"party": "2026-04-12"}


PROVED = """
flow: proved
needs:
  visit_day: date, private, e.g. 2025-12-30
checks:
  same_day: last_visit is visit_day
steps:
  prove:
    ask: When was your last visit?
    collect: last_visit, date until today
    check: same_day
    if_ok: done
    if_failed: done
    proves: right_person
  done:
    end: Fine.
"""


def test_a_day_that_proves_something_is_taken_only_as_it_is_said() -> None:
    call = Caller(PROVED, {"visit_day": "2025-12-30"})

    assert call.says("december thirtieth").startswith("That date is still to come.")
    assert call.says("december thirtieth 2025") == "Fine."


REPORT = """
flow: report
steps:
  report:
    form:
      happened:
        ask: When did it happen?
        type: date until today
      hour:
        ask: About what time?
        type: time
    confirm: "{{ happened | with weekday }} at {{ hour }}. Right?"
    go: done
  done:
    end: Fine.
"""


def test_an_hour_beside_a_past_day_is_taken_with_it() -> None:
    call = Caller(REPORT)
    call.says("saturday at nine pm")
    assert call.session.slots == {"happened": "2026-01-03", "hour": "21:00"}

    call = Caller(REPORT)
    call.says("saturday morning")
    call.says("at ten")
    assert call.session.slots == {"happened": "2026-01-03", "hour": "10:00"}


def test_a_past_day_is_corrected_and_denied_at_the_read_back() -> None:
    call = Caller(REPORT)
    call.says("saturday at nine pm")

    call.says("no, friday")
    assert call.session.slots == {"happened": "2026-01-02", "hour": "21:00"}
    assert call.says("no, not friday") == "When did it happen?"
    assert call.session.slots == {"hour": "21:00"}


@pytest.mark.parametrize(
    ("arrives", "leaves", "kept"),
    [
        ("next friday", "sunday", "2026-01-18"),
        ("monday", "wednesday", "2026-01-14"),
        ("next friday", "friday", "2026-01-23"),
        ("next friday", "the eighteenth", "2026-01-18"),
        ("february tenth", "the fifteenth", "2026-02-15"),
        ("february tenth", "friday", "2026-02-13"),
        ("february twenty seventh", "the second", "2026-03-02"),
        ("december twenty eighth", "january tenth", "2027-01-10"),
        ("friday", "sunday", "2026-01-11"),
        ("next friday", "next sunday", "2026-01-18"),
    ],
)
def test_a_day_after_another_answer_is_the_first_one_after_it(arrives: str, leaves: str, kept: str) -> None:
    call = Caller(STAY)
    call.says(arrives)
    call.says(leaves)

    assert call.session.slots["leaves"] == kept


@pytest.mark.parametrize("leaves", ["tomorrow", "this sunday", "january seventh", "in three days", "january eighteenth 2026"])
def test_a_day_before_the_other_answer_is_told(leaves: str) -> None:
    call = Caller(STAY)
    call.says("february tenth")

    assert call.says(leaves) == "I need a date after February tenth, twenty twenty six. Until when?"


def test_the_first_day_within_reach_holds_to_a_limit_above_too() -> None:
    call = Caller(STAY.replace("date after arrives", "date after arrives until 2026-01-20"))
    call.says("next friday")

    assert call.says("thursday") == "I need a date after January sixteenth, twenty twenty six. Until when?"
    assert call.says("sunday").endswith("Right?")


@pytest.mark.parametrize(
    ("said", "arrives", "leaves"),
    [
        ("friday to sunday", "2026-01-09", "2026-01-11"),
        ("from friday until sunday", "2026-01-09", "2026-01-11"),
        ("arriving friday leaving sunday", "2026-01-09", "2026-01-11"),
        ("we arrive next friday and leave on sunday", "2026-01-16", "2026-01-18"),
        ("february first to february fourth", "2026-02-01", "2026-02-04"),
        ("february first through the fourth", "2026-02-01", "2026-02-04"),
        ("march tenth to fourteenth", "2026-03-10", "2026-03-14"),
        ("monday to friday", "2026-01-12", "2026-01-16"),
        ("tomorrow till friday", "2026-01-06", "2026-01-09"),
        ("arriving on the sixteenth and leaving on the eighteenth", "2026-01-16", "2026-01-18"),
        ("uh we'd like to stay from friday to sunday please", "2026-01-09", "2026-01-11"),
    ],
)
def test_two_days_in_one_answer_are_the_first_and_the_last(said: str, arrives: str, leaves: str) -> None:
    call = Caller(STAY)

    assert call.says(said).endswith("Right?")
    assert call.session.slots == {"arrives": arrives, "leaves": leaves}


@pytest.mark.parametrize(
    "said",
    [
        "the tenth to the twelfth of march",
        "friday or sunday",
        "leaving sunday arriving friday",
        "friday or saturday until sunday",
        "february tenth to february fourth 2026",
        "three nights",
        "friday to sunday, no, saturday to monday",
        "from friday to my sister",
    ],
)
def test_two_days_without_an_order_are_asked_again(said: str) -> None:
    call = Caller(STAY)
    call.says(said)

    assert "leaves" not in call.session.slots


def test_two_days_that_do_not_follow_one_another_are_not_told_apart() -> None:
    call = Caller(STAY.replace("date after arrives", "date"))
    call.says("friday to sunday")

    assert call.session.slots == {}


def test_a_day_that_was_given_is_not_changed_by_two() -> None:
    call = Caller(STAY)
    call.says("tomorrow")
    call.says("friday to sunday")

    assert call.session.slots == {"arrives": "2026-01-06"}
