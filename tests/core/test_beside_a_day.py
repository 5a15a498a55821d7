"""A number that is left beside a day is the hour or the amount that the form asks for too."""

from __future__ import annotations

import pytest

from tests.core.caller import Caller

FORM = """
flow: arrangement
language: {tag}
steps:
  arrangement:
    form:
{fields}
    confirm: "{read_back}. Right?"
    go: done
  done:
    end: Fine.
"""
DAY = "      day:\n        ask: What day?\n        type: date from today"
TIME = "      at:\n        ask: What time?\n        type: time"
AMOUNT = "      amount:\n        ask: How much can you pay?\n        type: money"
TUESDAY, FRIDAY = "2026-01-06", "2026-01-09"


def meeting(said: str, tag: str = "en") -> Caller:
    """A caller who says *said* when Tuesday at three is read back."""
    call = Caller(FORM.format(tag=tag, fields=f"{DAY}\n{TIME}", read_back="{{ day }}, {{ at }}"))
    call.says(TUESDAY)
    call.says("15:00")
    assert call.session.question == "confirm"
    call.says(said)
    return call


def payment(said: str, tag: str = "en") -> dict[str, str]:
    call = Caller(FORM.format(tag=tag, fields=f"{AMOUNT}\n{DAY}", read_back="{{ amount }}, {{ day }}"))
    call.says(said)
    return dict(call.session.slots)


@pytest.mark.parametrize(
    ("tag", "said", "hour"),
    [
        ("en", "no, five on friday", "05:00"),
        ("en", "five on friday", "05:00"),
        ("en", "no, four thirty on friday", "04:30"),
        ("en", "no friday five o'clock", "05:00"),
        ("en", "make it five on friday", "05:00"),
        ("en", "no i said five on friday", "05:00"),
        ("en", "actually five on friday please", "05:00"),
        ("en", "no wait five on the ninth", "05:00"),
        ("en", "no, ten thirty friday", "10:30"),
        ("en", "five on friday would be better", "05:00"),
        ("en", "can we do five on friday instead", "05:00"),
        ("es", "no, cinco el viernes", "05:00"),
        ("fr", "non, cinq heures vendredi", "05:00"),
        ("de", "nein, um fünf am Freitag", "05:00"),
        ("it", "no, le cinque venerdì", "05:00"),
        ("pt", "não, cinco na sexta", "05:00"),
        ("ru", "нет, в пять в пятницу", "05:00"),
    ],
)
def test_the_read_back_is_corrected_in_its_day_and_its_hour(tag: str, said: str, hour: str) -> None:
    call = meeting(said, tag)

    assert call.session.slots == {"day": FRIDAY}
    assert call.session.halves == {"at": hour}


@pytest.mark.parametrize(
    "said",
    [
        "no, friday",
        "no, friday the ninth",
        "no, the ninth",
        "no, five of us on friday",
        "no, there are five people on friday",
        "no, on friday i have two kids",
        "no, one of the kids is sick so friday",
        "no, friday works for the two of us",
        "no, friday, apartment five",
    ],
)
def test_a_number_that_counts_something_else_is_no_hour(said: str) -> None:
    assert meeting(said).session.slots == {"day": FRIDAY, "at": "15:00"}


@pytest.mark.parametrize(
    ("tag", "said", "amount", "day"),
    [
        ("en", "a hundred a month on the fifteenth", "$100", "2026-01-15"),
        ("en", "a hundred on the fifteenth", "$100", "2026-01-15"),
        ("en", "fifty a month on the first", "$50", "2026-02-01"),
        ("en", "fifty a week starting friday", "$50", FRIDAY),
        ("en", "fifty a week on friday", "$50", FRIDAY),
        ("en", "i can do a hundred on the fifteenth", "$100", "2026-01-15"),
        ("en", "a hundred and fifty on the twentieth", "$150", "2026-01-20"),
        ("en", "seventy five every month on the third", "$75", "2026-02-03"),
        ("en", "i could pay forty by friday", "$40", FRIDAY),
        ("en", "let's do a hundred, on the fifteenth", "$100", "2026-01-15"),
        ("en", "one hundred on january fifteenth", "$100", "2026-01-15"),
        ("en", "on the fifteenth a hundred", "$100", "2026-01-15"),
        ("es", "cien al mes el quince", "€100", "2026-01-15"),
        ("fr", "cent par mois le quinze", "€100", "2026-01-15"),
        ("de", "hundert im Monat am Fünfzehnten", "€100", "2026-01-15"),
        ("it", "cento al mese il quindici", "€100", "2026-01-15"),
        ("pt", "cinquenta na sexta", "BRL 50", FRIDAY),
        ("ru", "пятьдесят в пятницу", "₽50", FRIDAY),
        ("ja", "金曜日に五十円", "¥50", FRIDAY),
        ("ko", "금요일에 오십 원", "₩50", FRIDAY),
    ],
)
def test_an_amount_and_a_day_in_one_breath_are_both_taken(tag: str, said: str, amount: str, day: str) -> None:
    assert payment(said, tag) == {"amount": amount, "day": day}


@pytest.mark.parametrize(
    ("tag", "said", "day"),
    [
        ("en", "the fifteenth", "2026-01-15"),
        ("en", "january twenty twenty six", "2026-01-20"),
        ("en", "two weeks from friday", "2026-01-23"),
        ("en", "two weeks on friday", "2026-01-23"),
        ("en", "once a month on the fifteenth", "2026-01-15"),
        ("en", "two fifty on friday", FRIDAY),
        ("en", "it's been a hundred days, friday", FRIDAY),
        ("en", "two payments on friday", FRIDAY),
        ("en", "at five on friday", FRIDAY),
        ("en", "apartment fifty on friday", FRIDAY),
        ("en", "just the two of us on friday", FRIDAY),
        ("en", "by five on friday", FRIDAY),
        ("es", "el quince", "2026-01-15"),
        ("fr", "le quinze", "2026-01-15"),
        ("de", "am Fünfzehnten", "2026-01-15"),
    ],
)
def test_a_number_that_belongs_to_the_day_or_counts_something_else_is_no_amount(tag: str, said: str, day: str) -> None:
    assert payment(said, tag) == {"day": day}


def test_the_read_back_of_an_amount_is_corrected_in_both() -> None:
    call = Caller(FORM.format(tag="en", fields=f"{AMOUNT}\n{DAY}", read_back="{{ amount }}, {{ day }}"))
    call.says("fifty dollars tomorrow")
    call.says("no, forty on friday")

    assert call.session.slots == {"amount": "$40", "day": FRIDAY}
