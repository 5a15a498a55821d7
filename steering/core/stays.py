"""Two days of a form in one answer, the second of which follows the first: "friday to sunday", "arriving friday leaving sunday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from steering.core.call import Call
from steering.core.flow import Collect
from steering.core.heard import value_of
from steering.core.hearing.calendar import MONTHS, ORDINALS, WEEKDAYS, is_number
from steering.core.hearing.relative_days import NAMES
from steering.core.hearing.stems import stem
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.turn import Kind, Turn
from steering.core.values import write

_TO = frozenset({"to", "until", "till", "til", "through", "thru"})
_OF_DAYS = frozenset({*WEEKDAYS, *MONTHS, *ORDINALS, *NAMES})
_BRIEF = 20
_OF_ANY_DAY = frozenset({"day", "date"})


def both_days(call: Call, turn: Turn) -> dict[str, object]:
    """The two days by slot where the form asks for them, neither is given yet, and *turn* says both in that order, in English."""
    language = call.flow.language
    days = [one for one in call.here.form if one.kind.name == "date"]
    if language[:2] != "en" or len(days) != 2 or turn.kind is not Kind.SPEECH:
        return {}
    first, last = days
    told = first.private or last.private or first.name in call.slots or last.name in call.slots
    said = takes(value_tokens(turn.text, language), language)
    if told or len(said) != 1 or first.name not in last.kind.limit_names or not _names_two(said[0]):
        return {}
    found = [both for before, behind in _parts(said[0], last, language) if (both := _both(call, turn, first, last, before, behind))]
    return found[0] if len(found) == 1 else {}


def _names_two(said: Sequence[str]) -> bool:
    """Whether there are words for two days in an answer that is brief enough to hold nothing else."""
    return len(said) <= _BRIEF and sum(word in _OF_DAYS or is_number(word) for word in said) > 1


def _parts(said: Sequence[str], last: Collect, language: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind a word that leads to the *last* day: "to", or its name in the file."""
    names = {stem(word, language) for word in last.name.split("_") if word not in _OF_ANY_DAY}
    for at, word in enumerate(said):
        before, behind = said[:at], said[at + 1 :]
        # "the tenth to the twelfth of march" begins in march too, and is not taken for this month's.
        begins_there = not MONTHS.keys().isdisjoint(behind) and {*MONTHS, *WEEKDAYS}.isdisjoint(before)
        if (word in _TO or stem(word, language) in names) and not begins_there:
            yield " ".join(before).removeprefix("from "), " ".join(behind)


def _both(call: Call, turn: Turn, first: Collect, last: Collect, before: str, behind: str) -> dict[str, object]:
    begin = value_of(call, replace(turn, text=before), first)
    if begin is None:
        return {}
    # The one is the limit of the other.
    call.slots[first.name] = write(begin)
    end = value_of(call, replace(turn, text=behind), last)
    del call.slots[first.name]
    return {} if end is None else {first.name: begin, last.name: end}
