"""What counts as heard."""

from __future__ import annotations

import pytest

from steering.core.obligations import begins, folded, holds, words_heard

LINE = folded("This call's recorded. It may be kept!")


def test_words_are_compared_without_case_and_punctuation():
    assert LINE == ("this", "calls", "recorded", "it", "may", "be", "kept")
    assert folded("THIS call’s, recorded") == LINE[:3]


@pytest.mark.parametrize(("start", "whole"), [("this call's", True), ("this call's reco", True), ("call's", False), ("", False)])
def test_cut_text_is_a_beginning_even_within_a_word(start, whole):
    assert begins(folded(start), LINE) is whole


def test_longer_text_is_no_beginning():
    assert not begins((*LINE, "more"), LINE)


def test_line_is_heard_when_its_words_stand_together():
    assert holds(("hello", *LINE, "right"), LINE)
    assert not holds(LINE[:-1], LINE)


def test_words_heard_are_those_at_the_end_of_what_was_played():
    assert words_heard(LINE, folded("hello there this call's recorded")) == 3
    assert words_heard(LINE, folded("something else")) == 0
