"""What keeps a heard value from being taken: `date after today`, `money up to balance`, `4 digits`; and how the caller is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import NamedTuple, TypeVar

from steering.core.flow import Kind
from steering.core.hearing import hear
from steering.core.languages import language as language_of
from steering.core.speech import say, speak
from steering.core.values import Money, Time, read, write

_Point = TypeVar("_Point", date, time)


class Broken(NamedTuple):
    """Why a value is not taken: a key of `Language.limits`, and the bound of *kind* that the sentence names."""

    why: str
    kind: str = "number"
    bound: str = ""

    def told(self, language: str) -> tuple[str, str]:
        """The sentence for the caller, in written and in spoken form."""
        sentence = language_of(language).limits[self.why]
        if not self.bound:
            return sentence, say(sentence, language)
        spoken = sentence.replace("{{ limit }}", speak(self.kind, self.bound, language))
        return sentence.replace("{{ limit }}", self.bound), say(spoken, language)


def broken(value: object, kind: Kind, today: date) -> Broken | None:
    """The first limit of *kind* that *value* breaks; an hour that may be of either half of the day breaks it in both."""
    if isinstance(value, Time) and value.ambiguous:
        hour = value.value.hour % 12
        halves = [broken(Time(value.value.replace(hour=one)), kind, today) for one in (hour, hour + 12)]
        return None if None in halves else halves[-1]
    for word, bound in kind.limits:
        if found := _broken(value, word, bound, today):
            return found
    # What has a most and no least is a count or an amount: it begins at nothing.
    most = [bound for word, bound in kind.limits if word == "up to"]
    counts = len(kind.limits) == len(most) == 1 and not most[0].startswith("-")
    return _much_or_little(value, "at least", "0") if counts else None


def with_values(kind: Kind, value: Callable[[str], str | None]) -> Kind | None:
    """*kind* with the written values of the facts and slots that are its limits; None when one has none (yet)."""
    if not (names := kind.limit_names):
        return kind
    known = {name: written for name in names if (written := value(name)) is not None}
    if len(known) < len(set(names)):
        return None
    return replace(kind, limits=tuple((word, known.get(bound, bound)) for word, bound in kind.limits))


def in_currency(value: Money, kind: Kind, language: str) -> bool:
    """Whether *value* is in the currency that *kind* takes: that of a limit's mark, else the region's; without either any is taken.

    An amount said without a currency has come in that of the *language*: with a marked limit that one is taken too.
    """
    home = hear("money", "1", language=language)
    bounds = [text for _, text in kind.limits if read("number", text) is None]
    # Heard, for a bare "$" is the peso of its country.
    amounts = [hear("money", text, language=language) or read("money", text) for text in bounds]
    marked = {bound.currency for bound in amounts if isinstance(bound, Money)}
    own = {home.currency} if isinstance(home, Money) else set()
    if marked:
        return value.currency in marked | own
    # A bare amount is in dollars in all of English, and "pounds" are at home in a part of it.
    base, _, region = language.partition("-")
    return not region or (base == "en" and region != "US") or value.currency in own


def edges(kind: Kind, today: date) -> tuple[date, date]:
    """The first and the last day that the limits of *kind* allow."""
    least, most = date.min, date.max
    for word, bound_text in kind.limits:
        bound = _day(bound_text, today)
        if bound is None:
            continue
        if word in ("after", "from"):
            least = max(least, bound + timedelta(days=word == "after"))
        else:
            most = min(most, bound - timedelta(days=word == "before"))
    return least, most


def wrong_size(size: int) -> Broken:
    """Another number of digits was heard than is needed."""
    return Broken("digit") if size == 1 else Broken("digits", "number", str(size))


def _broken(value: object, word: str, bound: str, today: date) -> Broken | None:
    if isinstance(value, date):
        return _late_or_early(value, word, bound, today)
    return _out_of_hours(value, word, bound) if isinstance(value, Time) else _much_or_little(value, word, bound)


def _out_of_hours(value: Time, word: str, bound_text: str) -> Broken | None:
    bound = read("time", bound_text)
    return None if isinstance(bound, Time) and _lies(value.value, word, bound.value) else Broken(f"time {word}", "time", bound_text)


def _lies(value: _Point, word: str, bound: _Point) -> bool:
    return {"after": value > bound, "before": value < bound, "from": value >= bound, "until": value <= bound}[word]


def _late_or_early(value: date, word: str, bound_text: str, today: date) -> Broken | None:
    bound = _day(bound_text, today)
    if bound is None:
        return Broken(word, "date", bound_text)
    if _lies(value, word, bound):
        return None
    if bound_text == "today":
        return Broken("today" if value == today else "past" if value < today else "future")
    return Broken(word, "date", write(bound))


def _day(bound: str, today: date) -> date | None:
    day = today if bound == "today" else read("date", bound)
    return day if isinstance(day, date) else None


def _much_or_little(value: object, word: str, bound_text: str) -> Broken | None:
    if isinstance(value, Money):
        bound = read("money", bound_text)
        if not isinstance(bound, Money):
            return Broken(word, "number", bound_text)
        # A bound without a currency is in that of the amount.
        edge = replace(bound, currency=value.currency) if read("number", bound_text) is not None else bound
        fits = value.amount >= edge.amount if word == "at least" else value.amount <= edge.amount
        return None if fits else Broken(word, "money", write(edge))
    number = read("number", bound_text)
    if not isinstance(value, int | Decimal) or not isinstance(number, Decimal):
        return Broken(word, "number", bound_text)
    fits = value >= number if word == "at least" else value <= number
    return None if fits else Broken(word, "number", bound_text)
