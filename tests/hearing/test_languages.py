"""Every language's own words mean what their file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.core.hearing import hear
from steering.core.hearing.consent import agreement
from steering.core.hearing.voicemail import is_voicemail
from steering.core.hearing.yes_no import yes_no
from steering.core.languages import LANGUAGES, language

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_plain_answers_are_heard(tag: str) -> None:
    tongue = language(tag)

    assert {yes_no(phrase, tag) for phrase in tongue.plain_yes} == {"yes"}
    assert [phrase for phrase in tongue.no if yes_no(phrase, tag) != "no"] == []
    assert [phrase for phrase in tongue.unsure if yes_no(phrase, tag) != "unsure"] == []
    assert [phrase for phrase in (*tongue.yes, *tongue.soft_yes) if yes_no(phrase, tag) != "yes"] == []
    assert [phrase for phrase in tongue.neutral if yes_no(phrase, tag) is not None] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_doubt_is_agreement(tag: str) -> None:
    tongue = language(tag)

    assert {hear("consent", phrase, language=tag) for phrase in (*tongue.plain_yes, *tongue.agreeing)} == {"yes"}
    assert [phrase for phrase in (*tongue.no, *tongue.unsure, *tongue.neutral) if agreement(phrase, ("yes",), tag) == "yes"] == []


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("es", "pues sí"),
        ("es", "si acepto qué pasa"),
        ("fr", "ben oui"),
        ("de", "also ja"),
        ("de", "ja oder"),
        ("it", "beh sì"),
        ("pt", "sim né"),
        ("ru", "ну да"),
        ("ja", "まあはい"),
        ("hi", "तो हाँ"),
        ("ar", "يعني نعم"),
    ],
)
def test_half_a_hedge_is_no_agreement(tag: str, said: str) -> None:
    assert agreement(said, ("yes",), tag) == "unsure"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_greetings_of_machines_are_known(tag: str) -> None:
    tongue = language(tag)

    assert all(is_voicemail(phrase, tag) for phrase in tongue.voicemail)
    assert not any(is_voicemail(phrase, tag) for phrase in (*tongue.yes, *tongue.no))
    assert (len(tongue.if_silent), len(tongue.if_unclear)) == (2, 2)


@pytest.mark.parametrize("tag", LANGUAGES[1:])
def test_digits_are_heard_by_their_names(tag: str) -> None:
    names = language(tag).digits

    assert hear("digits", " ".join(names), language=tag) == "0123456789"
    assert hear("digits:4", f"{names[4]} {names[5]} {names[0]} {names[2]}", language=tag) == "4502"


def test_the_docs_print_every_english_opt_out() -> None:
    page = " ".join((ROOT / "docs" / "hearing.md").read_text().split())

    assert [phrase for phrase in language("en").opt_out if phrase not in page] == []


@pytest.mark.parametrize(
    ("heading", "field"),
    [("## Opt-outs", "opt_out"), ("## Persons", "agent"), ("## Goodbyes", "stop"), ("## Once more", "repeat"), ("## A moment", "wait")],
)
def test_what_is_heard_without_being_written_is_printed(heading: str, field: str) -> None:
    page = (ROOT / "docs" / "hearing.md").read_text()
    printed = " ".join(page.split(heading)[1].split("\n\n")[2].split())

    assert printed.split(" · ") == list(getattr(language("en"), field))
