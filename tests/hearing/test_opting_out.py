"""Opt-outs as callers put them, and what only sounds like one."""

from __future__ import annotations

import pytest

from steering.core.hearing.opting_out import OptOuts
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
