"""What is ruled out by its first word alone is never found: the short cuts of hearing against what they cut short."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steering.core.hearing import dates, offers
from steering.core.hearing.calendar import MONTHS, ORDINALS, SMALL, WEEKDAYS
from steering.core.hearing.holidays import HOLIDAYS
from steering.core.languages import listed

TODAY = date(2026, 11, 18)
OTHERS = """
    in next this last past coming following end of the day week month year not oh o today tomorrow yesterday tonight 5 12 2026
    4/12
"""
FIRST = {*MONTHS, *WEEKDAYS, *ORDINALS, *SMALL, *OTHERS.split(), *(name[0] for name in HOLIDAYS)}
REST = """
    of the month | of december | of next month | the month | day of the year | monday of december | friday in november | after
    tomorrow | morning | days ago | day | weeks from friday | a couple of weeks | couple of days | three days | week | weeks ago |
    month ago | before christmas | after the fifteenth | monday | this monday | but the next one | monday but the next one | this
    monday but the next one | fifth | the fifth | third | st | th | six | 12 | twenty six | twenty fifth | oh five | december
    thirty first | december 31 | of december twenty twenty six | next month | next week | two nineteen eighty five | slash twelve
    | twelve eighty five | four one two one nine eight five | four twelve 1985 | year's eve | eve | friday | business days | 4 12
"""
REFUSING = """
    i we do don't can't cannot won't not even have haven't got pay think could 's is too much early late way a that it doesn't
    work good bad out no fine
"""


@pytest.mark.parametrize("day_first", [False, True])
def test_a_rule_of_days_that_is_not_asked_has_no_answer(day_first: bool) -> None:
    asked = dates._rules(day_first=day_first)
    rules = {rule for some in asked.values() for rule in some}
    rows = [(word, *rest.split()) for word, rest in product(sorted(FIRST), ("", *listed(REST)))]

    for row in rows:
        unasked = rules - {*asked.get("0" if row[0][-1].isdecimal() else row[0], ())}
        assert [(row, rule) for rule in unasked if rule(row, 0, TODAY)] == []


@given(st.lists(st.sampled_from(REFUSING.split()), min_size=1, max_size=8))
@settings(max_examples=500)
def test_every_refusal_holds_a_sign_of_one(words: list[str]) -> None:
    said = " ".join(words).replace(" 's", "'s")

    assert not offers._REFUSING.search(said) or any(sign in said for sign in offers._SIGNS_OF_REFUSAL)
