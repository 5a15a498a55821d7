"""What proves who is there is told as known and as the caller's own: a guess, a question or another's number is asked again."""

from __future__ import annotations

import pytest

from tests.core.caller import Caller

VERIFY = """
flow: verify
language: {language}
needs:
  ssn4: 4 digits, private, e.g. 4512
  born: date, private, e.g. 1980-03-03
checks:
  same: given is ssn4
  same_day: birthday is born
steps:
  verify:
    ask: The last four digits?
    collect: given, 4 digits, private
    check: same, 2 tries
    if_ok: day
    if_failed: bye
    proves: right_person
  day:
    ask: When were you born?
    collect: birthday, date, private
    check: same_day
    if_ok: free
    if_failed: bye
  free:
    ask: And any number?
    collect: any_number, 4 digits
    go: bye
  bye:
    end: Goodbye.
"""


def caller(language: str = "en") -> Caller:
    return Caller(VERIFY.format(language=language), {"ssn4": "4512", "born": "1980-03-03"})


@pytest.mark.parametrize(
    "said",
    [
        "my husband's is 4512",
        "my husband's social is four five one two",
        "her number is 4512",
        "is it 4512",
        "um is it 4512",
        "4512?",
        "could it be 4512",
        "is that 4512 that you have",
        "I don't know, maybe 4512",
        "I'm not sure but 4512",
        "try 4512",
        "I guess 4512",
        "I think it's 4512",
        "she's told me it's 4512",
        "they told me 4512",
        "4512 is my pin but not my social",
        "4512 is not mine",
        "do you have 4512",
    ],
)
def test_guess_question_or_number_of_another_proves_nothing(said):
    call = caller()

    assert "The last four digits?" in call.says(said)
    assert call.session.proved == ()
    assert call.session.step == "verify"


@pytest.mark.parametrize(
    "said",
    [
        "4512",
        "it's 4512",
        "my number is 4512",
        "the last four are 4512",
        "they are four five one two",
        "yes it's four five one two",
        "sure, that would be 4512",
        "let me see it's 4512",
        "four five one two that's it",
        "um so my social ends in four five one two thank you",
        "sorry I meant 4512",
        "no I said 4512",
    ],
)
def test_own_number_proves(said):
    call = caller()

    call.says(said)

    assert call.session.proved == ("right_person",)


def test_keyed_number_proves():
    call = caller()

    call.presses("4512")

    assert call.session.proved == ("right_person",)


@pytest.mark.parametrize(
    ("said", "step"),
    [("my wife's is march third 1980", "day"), ("maybe march third 1980", "day"), ("I was born on march third 1980", "free")],
)
def test_date_that_a_guard_compares_is_told_as_known(said, step):
    call = caller()
    call.says("4512")

    call.says(said)

    assert call.session.step == step


def test_guess_is_taken_where_nothing_is_checked():
    call = caller()
    call.says("4512")
    call.says("march third 1980")

    call.says("maybe 4512")

    assert call.session.slots["any_number"] == "4512"


@pytest.mark.parametrize(
    ("language", "guess", "known"),
    [
        ("es", "creo que cuatro cinco uno dos", "es cuatro cinco uno dos"),
        ("es", "el de mi esposo es 4512", "mi número es 4512"),
        ("fr", "peut-être 4512", "c'est le 4512"),
        ("de", "vielleicht 4512", "meine Nummer ist 4512"),
        ("it", "forse 4512", "il mio numero è 4512"),
        ("pt", "acho que é 4512", "meu número é 4512"),
        ("ru", "наверное 4512", "мой номер 4512"),
        ("ja", "たぶん4512", "4512です"),
        ("ko", "아마 4512", "4512입니다"),
        ("hi", "शायद 4512", "मेरा नंबर 4512 है"),
        ("ar", "ربما 4512", "رقمي 4512"),
    ],
)
def test_guess_proves_nothing_in_any_language(language, guess, known):
    call = caller(language)

    call.says(guess)
    assert call.session.proved == ()

    call.says(known)
    assert call.session.proved == ("right_person",)
