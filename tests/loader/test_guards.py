"""Guards: what they compare, and that their written form reads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steering.core.guards import And, Compare, Fact, Guard, GuardError, Known, Name, Node, Not, Or, Written, parse

VALUES = {
    "balance": ("money", "$1,250.50"),
    "euros": ("money", "€20"),
    "time_left": ("duration", "95"),
    "right_person": ("yes or no", "yes"),
    "today": ("date", "2026-11-21"),
    "day": ("date", "2026-11-22"),
    "period": ("choice", "Morning"),
    "ssn4": ("digits", "4512"),
    "other4": ("digits", "45 12"),
}
NAMES = {*VALUES, "missing"}


@pytest.mark.parametrize(
    "text",
    [
        "balance > 1000 and time_left < 2 minutes",
        "balance = $1,250.50",
        "euros = 20",
        "right_person",
        "day > today",
        "day is not 2026-11-23",
        "period is morning",
        "period in (evening, morning)",
        'period is not "late night"',
        "ssn4 is other4",
        "missing is not known and not missing",
    ],
)
def test_guard_holds(text: str) -> None:
    assert parse(text, NAMES).holds(VALUES.get)


@pytest.mark.parametrize(
    "text",
    ["ssn4 is missing", "ssn4 is not missing", "missing < 5", "missing is known", "euros = $20", "day < 5", "time_left > 2 minutes"],
)
def test_guard_on_what_is_missing_or_unlike_does_not_hold(text: str) -> None:
    assert not parse(text, NAMES).holds(VALUES.get)


@pytest.mark.parametrize(
    "text", ["", "balance >", "> 5", "(balance > 5", "balance > 5)", "5 minutes", 'a is "b', "a in b", "not " * 60 + "a"]
)
def test_guard_that_makes_no_sense_is_refused_with_a_column(text: str) -> None:
    with pytest.raises(GuardError) as refused:
        parse(text)

    assert 1 <= refused.value.column <= len(text) + 1


names = st.sampled_from(sorted(VALUES)).map(Name)
written = st.sampled_from(["1000", "$1,250.50", "2 minutes", "2026-11-02"]).map(Written) | st.just(Written("late night", quoted=True))
tests: st.SearchStrategy[Node] = (
    names.map(lambda one: Fact(one.name))
    | names.map(lambda one: Known(one.name))
    | st.builds(Compare, names, st.sampled_from(["is", "is not", "<", ">", "<=", ">="]), names | written)
)


def _grown(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return inner.map(Not) | parts.map(And) | parts.map(Or)


@given(st.recursive(tests, _grown, max_leaves=8))
def test_written_form_reads_back(node: Node) -> None:
    assert parse(str(Guard(node)), NAMES) == Guard(node)
