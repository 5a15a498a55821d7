"""`if_feeling`: when a rule fires, on scores as low as real ones, and when it fires again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steering.core.feelings import EXPRESSIONS, Window, calmed, felt, firing, rule_name
from steering.core.flow import Feeling, Target

CARE = Target(kind="step", name="care")
STRONG = Feeling(expression="anger", test="strong", target=CARE)
RISING = Feeling(expression="Anger", test="rising", target=CARE)
ABOVE = Feeling(expression="ANGER", test="above", threshold=0.3, target=CARE)
OTHERS = [name for name in EXPRESSIONS if name != "Anger"]


def fires(rule: Feeling, *turns: dict[str, float]) -> bool:
    window: Window = ()
    for scores in turns:
        window = felt([rule], window, scores)
    return firing([rule], window, {}) is rule


def test_there_are_forty_eight_expressions() -> None:
    assert len(set(EXPRESSIONS)) == 48


@pytest.mark.parametrize(
    ("scores", "fired"),
    [
        ({"Anger": 0.20}, True),
        ({"anger": 0.20}, True),
        ({"Anger": 0.1999}, False),
        # Three times the mean of all forty eight, where it is one of them: 0.3 against a mean of 0.1.
        ({"Anger": 0.3} | dict.fromkeys(OTHERS, 4.5 / 47), True),
        ({"Anger": 0.3} | dict.fromkeys(OTHERS, 4.6 / 47), False),
        # An absent one counts as nothing, and is one of the forty eight.
        ({"Anger": 0.3, "Joy": 0.5, "Fear": 0.5}, True),
        ({}, False),
    ],
)
def test_strong_is_a_fifth_and_three_times_the_mean(scores: dict[str, float], fired: bool) -> None:
    assert fires(STRONG, scores) is fired


@pytest.mark.parametrize(
    ("turns", "fired"),
    [
        ([0.2, 0.3], True),
        ([0.2, 0.29], False),
        ([0.3], False),
        ([0.1, 0.2, 0.3, 0.3], True),
        # The first turn has left the window of four.
        ([0.0, 0.3, 0.3, 0.3, 0.38], False),
        ([0.9, 0.1, 0.1, 0.1, 0.2], True),
    ],
)
def test_rising_is_a_tenth_over_the_earlier_turns_of_the_window(turns: list[float], fired: bool) -> None:
    assert fires(RISING, *({"Anger": score} for score in turns)) is fired


def test_above_is_above() -> None:
    assert fires(ABOVE, {"Anger": 0.301})
    assert not fires(ABOVE, {"Anger": 0.3})


@given(st.floats(0.2, 1), st.floats(0, 1))
def test_a_rule_rests_until_its_score_is_below_two_thirds_of_the_one_that_fired(first: float, then: float) -> None:
    window = felt([STRONG], felt([STRONG], (), {"Anger": first}), {"Anger": then})

    rests = rule_name(STRONG) in calmed([STRONG], window, {rule_name(STRONG): first})

    assert rests is (then >= first * 2 / 3 - 1e-9)
