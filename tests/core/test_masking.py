"""What a caller says unasked and must not be kept is hidden; what only looks like it stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steering.core.hearing.cardinals import UNITS
from steering.core.masking import in_pieces, masked

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
        ("cvv is eight twenty six", "cvv is …"),
        ("c v v eight two six", "c v v …"),
        ("the C.V.V. is 826", "the C.V.V. is …"),
        ("and the c v c code is four four two one", "and the c v c code is …"),
        ("4111 1111, wait, 1111 1111", "…"),
        ("four one one one one one one one, hold on one second, okay, one one one one one one one one", "…"),
        ("4111 1111 uh let me see 1111 1111 exp 12/27", "… exp 12/27"),
        ("it's 4111… 1111… 1111… 1111", "it's …"),
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
        "order 4111 1111 at 312 555 0100",
        "4111 1111 is the order and 1111 1111 is the invoice",
        "I have 2 kids, wait, 3 kids, and 14 cats",
        "between 11/24/2026 and 11/30/2026, no, 12/24/2026",
        "my number is 312 555 0100, sorry, 312 555 0199",
        "tracking number 1Z 999 AA1 01 2345 6784",
        "tracking number 9400 1118 9956 1234 5678 90",
        "the total is $4,111.11 plus $1,111.11",
        "c v three",
        "hold on one second",
        "the code is 4512",
        "uno, dos, tres",
        "room 4111, floor 11",
    ],
)
def test_what_is_none_of_it_survives(said: str) -> None:
    assert masked(said) is said


def test_digits_in_the_language_of_the_call_are_heard_too() -> None:
    spanish = "cuatro " + "uno " * 15

    assert masked(f"mi tarjeta es {spanish}gracias", "es") == "mi tarjeta es … gracias"


@pytest.mark.parametrize(("zero", "script"), [("０", "full-width"), ("٠", "Arabic-Indic"), ("۰", "Persian"), ("०", "Devanagari")])
def test_figures_of_any_script_are_figures(zero: str, script: str) -> None:
    card, ssn = ("".join(chr(ord(zero) + int(one)) for one in digits) for digits in ("4111111111111111", "123456789"))

    assert masked(f"it is {card} thanks") == "it is … thanks", script
    assert masked(f"{card[:4]} {card[4:8]} 1111 1111") == "…"
    assert masked(f"my social is {ssn[:3]}-{ssn[3:5]}-{ssn[5:]}") == "my social is …"
    assert masked(f"cvv {card[:3]}") == "cvv …"
    assert masked(f"order {ssn}") == f"order {ssn}"


def test_superscripts_are_no_figures() -> None:
    said = "four² one³ ¹¹¹¹ " * 9

    assert masked(said) is said


def test_digits_in_english_and_in_spanish_are_heard_in_every_call() -> None:
    english, spanish = "four" + " one" * 15, "cuatro" + " uno" * 15
    for language in ("en", "es", "fr", "de"):
        assert masked(f"{english} ok", language) == "… ok"
        assert masked(f"{spanish} ok", language) == "… ok"
    assert masked("el código de seguridad es ocho dos seis") == "el código de seguridad es …"
    assert masked("my cvv es ocho dos seis") == "my cvv es …"


PIECES = ("four one one one", "one one one one", "one one one one", "one one one one")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (PIECES, ("…",) * 4),
        (
            ("my card number is 4111", "1111", "okay 1111", "and then 1111 thanks"),
            ("my card number is …", "…", "okay …", "and then … thanks"),
        ),
        (("4111 1111 1111", "1111"), ("…", "…")),
        (("it's 4111 1111", "hold on", "1111 1111 expires 12/27"), ("it's …", "hold on", "… expires 12/27")),
        (("yes", *PIECES), ("yes", "…", "…", "…", "…")),
        (("my pin is 4512", *PIECES), ("my pin is 4512", "…", "…", "…", "…")),
        (("378282", "246310", "005"), ("…", "…", "…")),
        (("cuatro uno uno uno", "uno uno uno uno uno uno", "uno uno uno uno uno uno"), ("…", "…", "…")),
    ],
)
def test_a_card_number_in_pieces_is_hidden_with_its_last_piece(said: tuple[str, ...], kept: tuple[str, ...]) -> None:
    assert in_pieces(said) == kept
    assert all(in_pieces(said[:end]) is None for end in range(1, len(said)))
    assert [masked(one) for one in said] == list(said)


@pytest.mark.parametrize(
    "said",
    [
        ("yes please", "no"),
        ("four one one one", "one one one one", "one one one one", "one one one two"),
        ("my order is 411111", "312 555 0100"),
        ("four one one one one one", "1111111111"),
        ("4111 1111", "my zip code is 1111 1111"),
        ("4111 1111 was on the letter that you sent me in March", "11111111"),
        ("4111 1111", "I do not know what you want from me at all", "1111 1111"),
        ("on 11/24/2026", "at 9:30", "for two"),
        (),
    ],
)
def test_digits_of_several_turns_that_are_no_card_number_survive(said: tuple[str, ...]) -> None:
    assert in_pieces(said) is None


@given(st.lists(st.text(), max_size=4), st.sampled_from(CARDS), st.data())
def test_pieces_are_found_wherever_a_number_is_broken(before: list[str], card: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.sampled_from([3, 4, 5, 7, 8, 9]), min_size=1)))
    pieces = [card[start:end] for start, end in zip([0, *cuts], [*cuts, len(card)], strict=True)]

    hidden = in_pieces([*before, *pieces])

    assert hidden == (*before, *["…"] * len(pieces)) or any(len(one) in (10, 11) for one in pieces)


@given(st.text(), st.sampled_from(CARDS), st.text())
def test_no_text_around_a_card_number_brings_it_back(before: str, card: str, after: str) -> None:
    kept = masked(f"{before} card {card} end {after}")

    assert card not in kept


@given(st.text(alphabet=st.sampled_from("0123456789 -,.abcone ")))
def test_masking_again_changes_nothing(text: str) -> None:
    once = masked(text)

    assert masked(once) == once
