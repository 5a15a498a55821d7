"""What a caller says unasked and must not be kept is hidden; what only looks like it stays."""

from __future__ import annotations

from pathlib import Path

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
        ("Visa 4111 1111 1111 1111 exp 12/27 cvv 123", "Visa … exp … cvv …"),
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
        ("4111 1111 uh let me see 1111 1111 exp 12/27", "… exp …"),
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


JOINED = [
    ("the first four are 4111, next four 1111, next four 1111, last four 1111", "the first four are …"),
    ("four one one one and then one one one one and then one one one one and finally one one one one", "…"),
    ("4111 1111 followed by 1111 and the last four digits are 1111 thanks", "… thanks"),
    ("four thousand one hundred eleven, one one one one, one one one one, one one one one", "…"),
    ("four triple one, four ones, four ones, four ones", "…"),
    ("card 4111-1111-1111-1112 no sorry 1111", "card …"),
    ("4111 1112 no 1111 1111 1111 ok", "… ok"),
    ("four one one one one one one one one one one one one one one two, no, I mean one at the end", "… at the end"),
    ("it's 4111 1111 1111 1111, sorry, 1112", "it's …, sorry, …"),
    ("my social is 123 45 6788, no, 6789", "my social is …, no, …"),
    ("123-45-6788, I mean 6789", "…, I mean …"),
    ("five one five dash eight two dash oh oh nine three", "…"),
    ("my social is a hundred twenty three forty five sixty seven eighty nine", "my social is …"),
    ("I T I N nine one two seven oh one two three four", "I T I N …"),
    ("my social's last four six seven eight nine", "my social's last four …"),
    ("first three are 515, next two are 82, last four are 0093", "first three are …"),
    ("three digit code on the back is eight eight two", "three digit code on the back is …"),
    (
        "exp date is oh nine twenty seven and the number on the back is four four two",
        "exp date is … and the number on the back is …",
    ),
    ("the number on the back of my card is 442", "the number on the back of my card is …"),
    ("the security code is oh forty two", "the security code is …"),
    (
        "the card is 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 expires 0 9 2 7 and the code is 1 2 3",
        "the card is … expires … and the code is …",
    ),
    ("march fourth seventy one is when I was born", "… is when I was born"),
    ("3/4/71, that's my birthday", "…, that's my birthday"),
    ("I'm born in seventy one on march the fourth", "I'm born in …"),
    ("I was born in 1971 in Ohio on March 4th, so", "I was born in …, so"),
]


@pytest.mark.parametrize(("said", "kept"), JOINED)
def test_numbers_that_are_joined_corrected_or_counted_are_hidden(said: str, kept: str) -> None:
    assert masked(said) == kept


TRAPS = (
    "the number on the back of the letter is 4512",
    "the back door code is 4512",
    "call me back at 442",
    "call me back on this number 4422",
    "the digits on the back of my jersey are 23 and 442",
    "get back to me about number 442",
    "seat in the back row number 442",
    "on the way back I passed exit 442",
    "my visa was issued in 2019 and the area code is 312",
    "order 4111111111111112, no, 4111111111111113",
    "order number 5512 no sorry 5513",
    "it's room 4111 no 4112 on floor 11",
    "the first four are mine and the next four are yours",
    "the first 4 of us, the next 4 at 10, the last 4 at 11",
    "I need 4 tickets, then 4 more, then 1",
    "the last four digits of my order are 5512",
    "the last 4 weeks were 1 after the other",
    "two thousand nineteen was when I moved, in two thousand twenty I came back",
    "one eight hundred fifty five five twelve twelve",
    "eight hundred fifty five five one two one two",
    "one eight hundred five five five one two one two",
    "call eight hundred five five five twelve twelve",
    "a hundred and twenty three dollars and forty five cents",
    "five thousand four hundred thirty two dollars",
    "one hundred twenty three million four hundred fifty six thousand seven hundred eighty nine",
    "I make fifty two thousand four hundred a year",
    "two hundred and five pills, twelve refills",
    "the appointment on march 4th, I was born ready",
    "can you come March 4th, it's my birthday",
    "on March 3rd nineteen people come to the birthday party",
    "march fourth was the day I was told about my date of birth",
    "on March 4 we celebrate, that was when my wife called",
    "the fourth of march is when I can come",
    "is March 4th okay",
    "312 dash 555 dash 0100",
    "three one two dash five five five dash oh one oh oh",
    "oh, 4 of them and oh, 5 of those",
    "flight five one five dash eight two",
    "tracking nine four zero zero and then one one one eight and then nine nine five six and finally one two three four",
    "order one two three four and then five six seven eight and then nine zero one two and finally three four five six",
    "between 11/24/2026 and then 11/30/2026, sorry, 12/24/2026",
    "policy 515 no 516 dash 82",
    "four ones, four ones",
    "two sixes and three fives",
    "the number on the back of the statement is 4512",
    "the code on the back of the box is 442",
    "the last four of my order are 5512, next in line",
    "your first two letters came on the 3rd and then the 4th",
    "nine hundred five dollars, no, nine hundred fifteen",
    "six hundred twelve Main Street, no, six hundred fourteen",
    "four thousand one hundred eleven dollars, no, four thousand two hundred",
    "order one one one one and then two two two two, no sorry, two two two three",
    "my confirmation code is 442 and the number on the letter is 123",
    "on the back there are three stickers",
    "I moved in march nineteen seventy one",
    "my birthday party needs room for the guests on the patio, table by the door please, at 7 on march 4th",
    "flight 4111 no 4112 at gate 11",
    "invoice 378282 dash 246310",
    "one oh one dash oh four",
    "is the fourth of march your birthday sale",
)


@pytest.mark.parametrize("said", TRAPS)
def test_other_numbers_that_are_joined_corrected_or_counted_survive(said: str) -> None:
    assert masked(said) is said


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("4111 1111 1111 1111 and my area code is 312", "… and my area code is 312"),
        ("4111 1111 1111 1111 and my zip code is 606", "… and my zip code is 606"),
        ("4111 1111 1111 1111, sorry, 20 dollars", "…, sorry, 20 dollars"),
        ("4111 1111 1111 1111, no, 2 people", "…, no, 2 people"),
        ("4111 1111 1111 1111 and the last code was for room 442", "… and the last code was for room 442"),
        ("I was born in 1971 and on March 4th I have an appointment", "I was born in … and on March 4th I have an appointment"),
        ("born in 1971 in Ohio, call me on March 4th", "born in … in Ohio, call me on March 4th"),
        ("123-45-6789, no, order 4512", "…, no, order 4512"),
    ],
)
def test_what_stands_beside_a_hidden_number_survives(said: str, kept: str) -> None:
    assert masked(said) == kept


@given(st.text(), st.sampled_from(CARDS), st.text())
def test_no_text_around_a_card_number_brings_it_back(before: str, card: str, after: str) -> None:
    kept = masked(f"{before} card {card} end {after}")

    assert card not in kept


@given(st.text(alphabet=st.sampled_from("0123456789 -,.abcone ")))
def test_masking_again_changes_nothing(text: str) -> None:
    once = masked(text)

    assert masked(once) == once


CASES = Path(__file__).parent


@pytest.mark.parametrize("case", (CASES / "numbers_hidden.txt").read_text(encoding="utf-8").splitlines())
def test_what_must_not_be_kept_is_hidden_in_other_peoples_words(case: str) -> None:
    said, _, kept = case.partition(" => ")

    assert masked(said) == kept


@pytest.mark.parametrize("said", (CASES / "numbers_kept.txt").read_text(encoding="utf-8").splitlines())
def test_ordinary_numbers_stay(said: str) -> None:
    assert masked(said) is said
