"""What a caller says unasked and must not be kept is hidden; what only looks like it stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steering.core.hearing.cardinals import UNITS
from steering.core.masking import masked

CARDS = (
    *("4111111111111111", "4222222222222", "5555555555554444", "2223003122003222", "378282246310005", "6011111111111117"),
    *("30569309025904", "3530111333300000", "6200000000000005", "6759649826438453"),
)
NAMES = {str(value): name for name, value in UNITS.items() if len(str(value)) == 1}


def in_words(digits: str) -> str:
    return " ".join(NAMES[digit] for digit in digits)


@pytest.mark.parametrize("card", CARDS)
def test_a_card_number_is_hidden_however_it_is_said(card: str) -> None:
    groups = [card[at : at + 4] for at in range(0, len(card), 4)]
    for said in (card, " ".join(groups), "-".join(groups), in_words(card), ", ".join(in_words(one) for one in groups), " ".join(card)):
        assert masked(f"my card is {said} thanks") == "my card is … thanks", said


@pytest.mark.parametrize("before", [0, 1, 18, 900])
def test_a_card_number_is_hidden_in_a_long_row_of_digits(before: int) -> None:
    card = " ".join(CARDS[0])

    hidden = masked(f"{'0 ' * before}{card}{' 0' * 90}")

    assert "…" in hidden
    assert "4" not in hidden
    assert "1" not in hidden


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("it's four one one one uh one one one one one one one one then one one one one", "it's …"),
        ("forty one eleven eleven eleven eleven eleven eleven eleven", "…"),
        ("forty-one eleven, eleven eleven, eleven eleven, eleven eleven", "…"),
        ("four triple one, quadruple one quadruple one quadruple one", "…"),
        ("Visa 4111 1111 1111 1111 exp 12/27 cvv 123", "Visa … exp 12/27 cvv …"),
        ("the number is 4111.1111.1111.1111.", "the number is …."),
        ("card4111111111111111ok", "card…ok"),
        ("my cvv is three two one", "my cvv is …"),
        ("the security code is 1234", "the security code is …"),
        ("the three digits on the back are 987", "the three digits on the back are …"),
    ],
)
def test_cards_and_their_codes_in_real_speech(said: str, kept: str) -> None:
    assert masked(said) == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("my social is 123-45-6789", "my social is …"),
        ("123-45-6789", "…"),
        ("123 45 6789", "…"),
        ("one two three, four five, six seven eight nine", "…"),
        ("my social security number is one two three four five six seven eight nine okay", "my social security number is … okay"),
        ("SSN 123456789", "SSN …"),
        ("the last four of my social are 6 7 8 9", "the last four of my social are …"),
        ("it's one twenty three forty five sixty seven eighty nine", "it's …"),
    ],
)
def test_a_social_security_number_is_hidden(said: str, kept: str) -> None:
    assert masked(said) == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("my date of birth is 03/04/1985", "my date of birth is …"),
        ("I was born on March third nineteen eighty five, in Ohio", "I was born on …, in Ohio"),
        ("birthday's the fourth of July 1976 and I live here", "birthday's the … and I live here"),
        ("dob 1985-03-04", "dob …"),
        ("born April 4th 1990", "born …"),
    ],
)
def test_a_birth_date_is_hidden_near_its_word(said: str, kept: str) -> None:
    assert masked(said) == kept


@pytest.mark.parametrize(
    "said",
    [
        "",
        "yes please",
        "my order number is 4111111111111112",
        "order 123456789",
        "tracking number one two three four five six seven eight nine",
        "my confirmation code is 987654321",
        "call me at 312 555 0100",
        "+1 (312) 555-0100",
        "one eight hundred five five five one two one two",
        "on March third twenty twenty six at 9:30",
        "the appointment is on 11/24/2026",
        "2026-11-24T09:30",
        "two at seven pm for four people",
        "one thousand two hundred fifty dollars and fifty cents",
        "zip code 60614",
        "my number is five",
        "flight 4111 at gate 11 11",
        "1234567890123456",
        "000-12-3456",
        "I was born in Ohio",
        "security is tight",
        "the o in Ohio",
    ],
)
def test_what_is_none_of_it_survives(said: str) -> None:
    assert masked(said) is said


def test_digits_in_the_language_of_the_call_are_heard_too() -> None:
    spanish = "cuatro " + "uno " * 15

    assert masked(f"mi tarjeta es {spanish}gracias", "es") == "mi tarjeta es … gracias"


@given(st.text(), st.sampled_from(CARDS), st.text())
def test_no_text_around_a_card_number_brings_it_back(before: str, card: str, after: str) -> None:
    kept = masked(f"{before} card {card} end {after}")

    assert card not in kept


@given(st.text(alphabet=st.sampled_from("0123456789 -,.abcone ")))
def test_masking_again_changes_nothing(text: str) -> None:
    once = masked(text)

    assert masked(once) == once
