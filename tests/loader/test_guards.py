"""Guards: what holds, what does not, what cannot be read, and that a written guard reads back as itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steering.core.guard_text import GuardError, parse
from steering.core.guards import And, Compare, Fact, Guard, Known, Name, Not, OneOf, Or, Written

FACTS = {
    "balance": ("money", "$1,250.50"),
    "euros": ("money", "€1,250.50"),
    "count": ("number", "3"),
    "day": ("date", "2026-11-24"),
    "at": ("time", "14:30"),
    "ssn4": ("digits", "4512"),
    "account_ssn4": ("digits", "4512"),
    "first_name": ("name", "Maria Lopez"),
    "hospital": ("text", "st marys"),
    "rate": ("text", "3.5"),
    "mail": ("email", "j.lee@acme.com"),
    "plan": ("choice", "gold plus"),
    "smoker": ("yes or no", "no"),
    "amount": ("text", "9"),
    "right_person": ("yes or no", "yes"),
    "today": ("date", "2026-11-20"),
    "time_left": ("duration", "90"),
}
NAMES = frozenset(FACTS) | {"missing"}

HOLDS = """
balance > 1000
balance > 1,000
balance > $1,250
balance is 1250.50
balance is $1250.5
balance <= 1,250.50
count is 3.0
count is 3
count < 10
count in (1, 2, 3)
day > today
day is 2026-11-24
today < 2026-12-01
at > 14:00
at is 2:30 PM
at > 9am
at < 3:05 p.m.
plan not in (silver, bronze)
not plan not in (silver, gold plus)
ssn4 is account_ssn4
ssn4 is "4512"
first_name is maria lopez
first_name is "MARIA  LOPEZ"
first_name is not "Mario"
hospital is "St. Mary's"
hospital is not "St. Martin's"
rate is "3.5"
rate is not "35"
mail is "J.Lee@acme.com"
mail is not "jlee@acme.com"
plan is gold plus
plan in (silver, gold plus)
plan in (silver | gold plus)
smoker is no
right_person
right_person is yes
right_person and balance > 1000
missing is not known
not missing is known
not missing > 3
balance is known and not missing is known
missing > 3 or count > 2
not (count > 5 and count < 7)
count > 5 and count < 7 or count is 3
time_left < 2 minutes
time_left is 90 seconds
time_left is 90
amount > 8
amount < 10
balance is not euros
"""
FAILS = """
balance > 2000
balance < 1250.50
balance is euros
balance > euros
count is 4
count in (4, 5)
day < today
first_name is Maria
plan is gold
smoker
smoker is yes
missing
missing is known
missing is 3
missing is not 3
missing > 3
missing in (1, 2)
missing not in (1, 2)
plan not in (gold plus)
at < 12am
at > 2:30pm
count is missing
not right_person
right_person and missing
amount > abc
time_left < 1 minute
count > 5 and (count < 7 or count is 3)
"""
CANNOT_BE_READ = [
    ("", 1),
    ("balance >", 10),
    ("> 3", 1),
    ("balance > and", 11),
    ("(balance > 3", 13),
    ("balance > 3)", 12),
    ("plan in gold", 9),
    ("plan in (gold", 14),
    ("plan not (gold)", 6),
    ("plan not in gold", 13),
    ('plan is "gold', 9),
    ("balance > 3 and", 16),
    ("not", 4),
    ("balance = 3", 9),
    ("balance == 3", 9),
    ("3", 1),
    ('"gold" is known', 16),
    ("(" * 60 + "balance > 3" + ")" * 60, 41),
    ("not " * 60 + "smoker", 161),
]


@pytest.mark.parametrize("text", HOLDS.strip().splitlines())
def test_guard_holds(text: str) -> None:
    assert parse(text, NAMES).holds(FACTS.get)


@pytest.mark.parametrize("text", FAILS.strip().splitlines())
def test_guard_does_not_hold(text: str) -> None:
    assert not parse(text, NAMES).holds(FACTS.get)


@pytest.mark.parametrize(("text", "column"), CANNOT_BE_READ)
def test_guard_cannot_be_read_at_its_column(text: str, column: int) -> None:
    with pytest.raises(GuardError) as error:
        parse(text, NAMES)

    assert error.value.column == column


@pytest.mark.parametrize(
    ("text", "misfits"),
    [
        ("balance > tomorrow", 1),
        ("balance is day", 1),
        ("day is 3", 1),
        ("count < today", 1),
        ("day > today and at > 14:00", 0),
        ("first_name > Maria", 1),
        ("first_name is 3", 0),
        ("ssn4 is 45a2", 1),
        ("amount > 100", 0),
        ("count in (1, two)", 1),
        ("count not in (1, two)", 1),
        ("at > 13pm", 1),
        ("at > 9:60", 1),
        ("time_left < soon", 1),
        ("time_left < 2 minutes", 0),
        ("not (balance > x or day > y)", 2),
        ("count > balance", 0),
    ],
)
def test_comparison_that_never_holds_is_named(text: str, misfits: int) -> None:
    assert len(parse(text, NAMES).misfits(lambda name: FACTS[name][0])) == misfits


def test_names_and_what_is_assured() -> None:
    guard = parse("balance > 3 and (day is today or day is not known) and not smoker", NAMES)

    assert guard.names == ("balance", "day", "today", "smoker")
    assert guard.assures({}) == {"balance"}


names = st.sampled_from(sorted(FACTS)).map(Name)
written = st.sampled_from(["1,000", "$5", "2 minutes", "gold plus", "2026-11-02", "3.5"]).map(Written)
quoted = st.text(st.characters(exclude_characters='"', exclude_categories=["Cs", "Cc"]), max_size=10).map(
    lambda text: Written(text, quoted=True)
)
sides = names | written | quoted
tests = (
    names.map(lambda name: Fact(name.name))
    | names.map(lambda name: Known(name.name))
    | st.builds(Compare, sides, st.sampled_from(["is", "is not", "<", ">", "<=", ">="]), sides)
    | st.builds(OneOf, names, st.lists(sides, min_size=1, max_size=3).map(tuple))
)


def joined(kind: type[And] | type[Or], inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    # Within its own kind a join is written with brackets and stays as it is.
    return st.lists(inner, min_size=2, max_size=3).map(lambda parts: kind(tuple(parts)))


nodes = st.recursive(tests, lambda inner: inner.map(Not) | joined(And, inner) | joined(Or, inner), max_leaves=8)


@settings(max_examples=300)
@given(nodes)
def test_written_guard_reads_back_as_itself(node: object) -> None:
    guard = Guard(node)

    again = parse(str(guard), NAMES)

    assert again == guard
    assert again.holds(FACTS.get) == guard.holds(FACTS.get)


@settings(max_examples=300)
@given(
    st.text(max_size=40)
    | st.lists(st.sampled_from(["balance", "is", "not", "and", "or", "(", ")", "in", ">", '"', "3", ",", "known"])).map(" ".join)
)
def test_any_text_is_a_guard_or_an_error(text: str) -> None:
    try:
        found: Guard | GuardError = parse(text, NAMES)
    except GuardError as error:
        found = error

    if isinstance(found, GuardError):
        assert 1 <= found.column <= len(text) + 1
    else:
        assert parse(str(found), NAMES) == found
