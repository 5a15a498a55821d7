"""Opt-outs as callers put them, and what only sounds like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.core.hearing.opting_out import OptOuts
from steering.core.languages import LANGUAGES, language
from tests.hearing.test_cases import rows

OPT_OUTS = OptOuts([("do not call", 4), ("stop calling", 4)], 2, ["do not text me"])


@pytest.mark.parametrize(("said", "expected"), [row[1:] for row in rows("opt_out")])
def test_who_asks_not_to_be_called_again_is_heard(said: str, expected: str) -> None:
    assert (OPT_OUTS.match(said) is not None) == (expected == "out")


def test_the_authors_own_words_lead_to_their_line_and_all_others_to_the_first() -> None:
    assert OPT_OUTS.match("please do not call") == (4, 3)
    assert OPT_OUTS.match("please do not ring me") == (2, 4)


def test_what_the_author_uses_for_something_else_is_no_opt_out() -> None:
    assert OPT_OUTS.match("do not text me") is None
    assert OPT_OUTS.match("do not text us") == (2, 4)


def test_fillers_are_passed_over_and_denied_words_are_none() -> None:
    assert OPT_OUTS.match("quit um you know phoning me")
    assert OPT_OUTS.match("I never said stop calling me") is None


def test_an_oath_of_the_authors_own_leads_where_he_says() -> None:
    opt_outs = OptOuts([("fuck off", 4), ("stop calling", 5)], 2, [])

    assert opt_outs.match("just fuck off") == (4, 2)
    assert opt_outs.match("stop the fucking calls")
    assert opt_outs.match("stop fucking calling") == (5, 2)


def test_an_english_oath_hides_no_opt_out_in_a_flow_of_another_language() -> None:
    assert OptOuts([], 2, [], "es").match("stop fucking calling me")


ELSEWHERE = Path(__file__).parent / "cases"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_opt_outs_of_every_language_are_heard_in_every_flow(tag: str) -> None:
    opt_outs = OptOuts([], 0, [], tag)

    for other in LANGUAGES:
        spoken = [one for one in language(other).opt_out if " " in one or not language(other).spaced]
        assert [one for one in spoken if not opt_outs.match(one)] == []


@pytest.mark.parametrize("tag", ["es", "de", "ja"])
def test_english_opt_outs_are_heard_with_contractions_and_not_where_they_are_denied(tag: str) -> None:
    opt_outs = OptOuts([], 0, [], tag)

    assert opt_outs.match("please don't call me again")
    assert opt_outs.match("I never said stop calling me") is None


def test_nothing_that_callers_say_of_other_things_is_an_opt_out_of_another_language() -> None:
    said = {row.partition(" | ")[2] or row for file in ELSEWHERE.rglob("*.txt") for row in _said(file)}
    # In English some are opt-outs beside what their table is about.
    english = OptOuts([], 0, [], "en")
    for tag in LANGUAGES[1:]:
        opt_outs = OptOuts([], 0, language(tag).opt_out, tag)

        assert [one for one in said if opt_outs.match(one) and not english.match(one)] == [], tag


def _said(file: Path) -> list[str]:
    if file.stem == "opt_out":
        return []
    return [line.rpartition(" => ")[0] for line in file.read_text(encoding="utf-8").splitlines() if " => " in line and line[0] != "#"]
