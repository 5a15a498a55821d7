"""What the engine says in English it also hears: `hear(say(x)) == x`."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from steering.core.hearing import hear
from steering.core.speech import say, speak
from steering.core.values import Money

DAYS = [date(2020, 1, 1) + timedelta(days=days) for days in range(3653)]
AREAS = st.integers(200, 999)


@settings(max_examples=600)
@given(st.integers(-(10**9), 10**9) | st.integers(0, 1100))
def test_integers(number: int) -> None:
    assert hear("number", say(f"{number:,}")) == number


@settings(max_examples=200)
@given(st.decimals(0, 10**6, places=2))
def test_decimals(number: Decimal) -> None:
    assert hear("number", say(f"{number}")) == number


@settings(max_examples=600)
@given(st.integers(0, 10**9), st.sampled_from(["USD", "EUR", "GBP"]))
def test_money(cents: int, currency: str) -> None:
    # "fifty cents" and "a penny" by themselves are of dollars: others have them too.
    amount = Money(Decimal(cents + (0 if currency == "USD" else 100)) / 100, currency)

    assert hear("money", say(str(amount))) == amount


def test_every_amount_up_to_a_hundred_dollars() -> None:
    amounts = [Money(Decimal(cents) / 100) for cents in range(10_001)]

    assert [str(one) for one in amounts if hear("money", say(str(one))) != one] == []


def test_every_date_of_ten_years() -> None:
    assert [one for one in DAYS if hear("date", say(one.isoformat())) != one] == []


def test_every_date_of_ten_years_with_its_weekday() -> None:
    assert [one for one in DAYS if hear("date", speak("date", one.isoformat(), how="with weekday"), now=date(2020, 1, 1)) != one] == []


def test_every_minute_of_a_day() -> None:
    wrong = []
    for minute in range(0, 1440):
        said = f"{(minute // 60 + 11) % 12 + 1}:{minute % 60:02} {'am' if minute < 720 else 'pm'}"
        heard = hear("time", say(said))
        if str(heard) != f"{minute // 60:02}:{minute % 60:02}":
            wrong.append((said, say(said), str(heard)))

    assert wrong == []


@settings(max_examples=400)
@given(AREAS, st.integers(200, 999), st.integers(0, 9999))
def test_telephone_numbers(area: int, office: int, line: int) -> None:
    number = f"+1{area}{office}{line:04}"

    assert hear("phone", speak("phone", number)) == number
    assert hear("phone", say(f"({area}) {office}-{line:04}")) == number


@settings(max_examples=400)
@given(st.text("0123456789", min_size=2, max_size=16))
def test_codes(code: str) -> None:
    spoken = speak("digits", code)

    assert hear("digits", spoken) == code
    assert hear(f"digits:{len(code)}", spoken) == code
