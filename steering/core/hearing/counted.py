"""Numbers that count something else than what is asked: "70 kilos" are no pounds, "two weeks" are no days."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from steering.core.hearing.cardinals import cardinal
from steering.core.hearing.folding import words
from steering.core.hearing.number import numbers
from steering.core.hearing.tokens import value_tokens
from steering.core.languages import listed

_NAMES = """
    year years | month months | week weeks fortnight | day days | hour hours | minute minutes | seconds secs | pound pounds lb lbs
    | kilo kilos kilogram kilograms kg | gram grams g | milligram milligrams mg | ounce ounces oz | stone | foot feet ft
    | inch inches | meter meters metre metres | centimeter centimeters cm | mile miles | kilometer kilometers km
    | time times | pill pills tablet tablets capsule capsules | dollar dollars buck bucks | percent % | degree degrees
    """
_UNITS = {word: names.split()[0] for names in listed(_NAMES) for word in names.split()}
# "in the last thirty days" and "a day" ask for no days.
_BESIDE = frozenset({"a", "an", "per", "each", "every", "last", "past", "this", "next"})
_PLACES = frozenset({"scale", "rate", "rating", "score"})
_AGES = frozenset({"old", "age", "ages", "aged", "born"})


def counts_another(value: object, text: str, language: str, about: str) -> bool:
    """Whether the number *value* stands in *text* only before a unit that is not the one which the question *about* asks for.

    A question that names no unit takes any, but for an age; one for a place on a scale takes none. English alone.
    """
    if language[:2] != "en" or not isinstance(value, int | Decimal):
        return False
    tokens = value_tokens(text, language)
    behind = [tokens[end : end + 2] for found, _, end in numbers(tokens) if found == value]
    units = {_UNITS.get(after[0]) if after else None for after in behind}
    if not units or None in units:
        return False
    asked = words(about, language)
    named = {_UNITS[word] for word in asked if word in _UNITS}
    if not units.isdisjoint(named):
        return False
    if all(after[1:] == ("ago",) for after in behind):
        return True  # "two hours ago" tells when, whatever is counted
    aged = all(after[0] == "years" and after[1:] == ("old",) for after in behind)
    if "year" in units and not _AGES.isdisjoint(asked):
        return False
    return aged or not _PLACES.isdisjoint(asked) or any(word in _UNITS and not _is_beside(asked, at) for at, word in enumerate(asked))


def each_other_time(text: str, language: str, about: str) -> bool:
    """Whether an amount is offered for each of another time than the question *about* names: "fifty a week" where a month is asked for."""
    if language[:2] != "en":
        return False
    named = {_PERIODS[word] for word in words(about, language) if word in _PERIODS}
    said = words(text, language)
    each = {_PERIODS[after] for word, after in pairwise(said) if after in _PERIODS and word in _EACH} | {
        _PERIODS[word] for word in said if word.endswith("ly") and word in _PERIODS
    }
    return bool(named and each and named.isdisjoint(each))


_PERIODS = {
    **{"day": "day", "daily": "day", "week": "week", "weekly": "week", "month": "month", "monthly": "month"},
    **{"year": "year", "yearly": "year", "annually": "year", "fortnight": "fortnight", "quarter": "quarter", "quarterly": "quarter"},
}
_EACH = frozenset({"a", "per", "each", "every"})


def _is_beside(asked: tuple[str, ...], at: int) -> bool:
    return at > 0 and (asked[at - 1] in _BESIDE or cardinal(asked, at - 1) is not None)
