"""What every language but English is made of: its words, and how it builds numbers, amounts, dates and times.

A language is a subclass with its tables; what its grammar does otherwise, it overrides. `forms.py` finds the
written forms and asks these methods for the words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import NamedTuple, Self

from steering.core.speech import integers
from steering.core.speech.forms import Forms
from steering.core.speech.grouping import in_threes, international
from steering.core.speech.tongues.units import UNITS, Unit

LIMIT = 10**12
# Thousands stand before their noun as other numbers do: mil euros, but millones de euros.
_ADJECTIVES = ("mil", "mille", "mila")


@dataclass(frozen=True, slots=True)
class Currency:
    one: str
    many: str
    part: str = ""
    parts: str = ""
    feminine: bool = False
    # The part's own gender: a Russian kopeck and an Italian lira's cent differ from their unit.
    part_feminine: bool = False


class Region(NamedTuple):
    """What a region does otherwise than its language: the currency of a bare `$`, the mark before decimals, and its clock."""

    dollar: str = "USD"
    decimal_mark: str = ""
    # Whether a time of day is told by twelve hours.
    twelve_hours: bool = False


class Tongue:
    tag: str
    # The region of the tag, whose telephone numbers are dialled without a country code.
    home = ""
    digit_names: tuple[str, ...]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    currencies: dict[str, Currency] = {}
    # Written units behind an amount: "20 euros", "500円".
    money_words: dict[str, str] = {}
    point = "point"
    comma = "comma"
    minus = "minus"
    plus = "plus"
    percent = "percent"
    at = "at"
    dot = "dot"
    symbols: dict[str, str] = {}
    to = "to"
    # Whether words are divided by spaces, and what stands behind a sign.
    spaced = True
    space = " "
    # The mark before decimals, and the mark between groups of three.
    decimal_mark = ","
    group_mark = "."
    # The currency of a bare "$", and what the regions of a tag ("MX") write otherwise.
    dollar = "USD"
    regions: Mapping[str, Region] = {}
    twelve_hours = False
    ordinals = r"(?!)"
    dates: tuple[str, ...] = ()
    times: tuple[str, ...] = (
        r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::\d\d)?(?:\s?(?P<half>[ap])\.?\s?m\b\.?|\s?h(?:rs?)?(?![\w.]\w))?(?![\d:])",
        r"(?P<hour>0?[1-9]|1[0-2])\s?(?P<half>[ap])\.?\s?m\b\.?",
    )
    # What stands around noon and midnight that are written "12 h" and "24 h": elsewhere these are so many hours.
    clock_before, clock_after = "", r"(?!)"
    # Articles behind which noon and midnight are hours like others: alle dodici, às doze horas.
    clock_article = r"(?!)"
    hour_name = ""
    # What months and weekdays are cut to, in their order, without the dot; "sep,sept" where there are several.
    short_months = ""
    short_weekdays = ""
    # Abbreviations with their dot or stroke, in lower case and without spaces: "sr.", "z.b.".
    abbreviations: dict[str, str] = {}
    # Those that are words too, and are cut short only before a number.
    numbered: dict[str, str] = {}
    # The star and the pound of a telephone; what stands between an amount and its time ("20 €/mes"), and the times
    # that take something else, or are cut short.
    keys: dict[str, str] = {}
    per = ""
    pers: dict[str, str] = {}
    # "3x al día": one and many times, and whether the word is feminine.
    repeated: tuple[str, str, bool] | None = None
    # Between a number and what comes so many times: 3 x 50 €.
    by = ""
    # Words that announce a code, that stand behind one, or announce a number to call, and those of a flight.
    announces = r"(?!)"
    announced_after = r"(?!)"
    calls = r"(?!)"
    flights: tuple[str, ...] = ()
    # Five digits that name a town, with what stands before them.
    postal = r"(?!)"
    and_parts = " "
    joined = ", "
    # Words behind which "15/3" is a day, and whether it is written month first.
    on = r"(?!)"
    on_after = r"(?!)"
    month_first = False
    # Fractions: those with words of their own, what the others are made of, and how a number takes one.
    halves: dict[tuple[int, int], str] = {}
    parts: dict[int, tuple[str, str]] = {}
    over = ""
    # "y medio" and "y media" behind the noun: dos horas y media.
    half_after: tuple[str, str] | None = None
    and_half = " "
    # "millones" behind a marked amount, what stands between it and the currency, and the signs of scales: "1,5 M€".
    scales = ""
    of = " "
    scale_signs: dict[str, tuple[str, str]] = {}

    def __init__(self, region: str = "") -> None:
        if region:
            self.dollar, mark, self.twelve_hours = self.regions[region]
            if mark and mark != self.decimal_mark:
                self.decimal_mark, self.group_mark = mark, ","

        # The forms ask a tongue for its words, so they need this module first.
        from steering.core.speech.tongues.forms import forms_of

        self.forms: Forms = forms_of(self)
        self.say = self.forms.spoken
        self.nothing_to_do = self.forms.nothing_to_do

    def in_region(self, region: str) -> Self:
        """The language as it is written in *region*."""
        if not region:
            return self
        voice = type(self)(region) if region in self.regions else copy(self)
        voice.home = region
        return voice

    def own(self, forms: Forms) -> None:
        """Register the forms that only this language has; they are tried before most others."""

    def abbreviation(self, written: str, before: str) -> str:
        """What *written*, one of `abbreviations`, is short for; *before* is the text before it."""
        return self.abbreviations.get(written) or self.numbered[written]

    # Numbers

    def cardinal(self, number: int, *, feminine: bool = False) -> str:
        """*number* in words, as it is counted."""
        return integers.cardinal(number, self.tag)

    def before_noun(self, number: int, *, feminine: bool = False) -> str:
        """*number* as it stands before the noun that it counts: one euro, one hour."""
        return self.cardinal(number, feminine=feminine)

    def ordinal(self, number: int) -> str:
        return integers.ordinal(number, self.tag)

    def ordinal_as_written(self, match: re.Match[str]) -> str | None:
        """The ordinal that `ordinals` matched, in the gender and case of its ending."""
        return self.ordinal(int(match["number"]))

    def count(self, digits: str) -> str:
        """The written whole number *digits*, read digit by digit when it is no count."""
        if len(digits) > 12 or (len(digits) > 1 and digits[0] == "0"):
            return self.digits(digits)
        return self.cardinal(int(digits))

    def fraction(self, digits: str) -> str:
        """The digits behind the decimal mark."""
        return self.digits(digits)

    def in_pairs(self, digits: str) -> str:
        """One or two digits behind the decimal mark as one number: tres coma setenta y cinco."""
        return self.cardinal(int(digits)) if len(digits) < 3 and digits[0] != "0" else self.digits(digits)

    def decimal(self, whole: str, rest: str, mark: str) -> str:
        if not rest:
            return self.count(whole)
        return f"{self.count(whole)} {self.comma if mark == ',' else self.point} {self.fraction(rest)}"

    def percentage(self, whole: str, rest: str, mark: str) -> str:
        return f"{self.decimal(whole, rest, mark)} {self.percent}"

    def number(self, value: Decimal) -> str:
        whole, _, rest = f"{abs(value):f}".partition(".")
        return (self.minus + self.space if value < 0 else "") + self.decimal(whole, rest, self.decimal_mark)

    def digits(self, text: str) -> str:
        return " ".join(self.digit_names[int(character)] if character.isdigit() else character for character in text if character.isalnum())

    def spelled(self, text: str) -> str:
        return self.joined.join(
            self.digits(part.upper()) if any(map(str.isdigit, part)) else " ".join(part.upper()) for part in re.findall(r"[^\W_]+", text)
        )

    def hours(self, low: str, high: str) -> str:
        """From one time of day to another."""
        return self.range(low, high)

    def chain(self, numbers: list[str]) -> str:
        """Numbers in a row with hyphens between them."""
        return self.joined.join(map(self.digits, numbers))

    def range(self, low: str, high: str) -> str:
        return f"{low} {self.to} {high}"

    def measured(self, whole: str, rest: str, mark: str, unit: Unit) -> str:
        """A number with its unit."""
        if rest or len(whole) > 9 or (len(whole) > 1 and whole[0] == "0"):
            return f"{self.decimal(whole, rest, mark)}{self.space}{unit.many}"
        return self.units(int(whole), unit.one, unit.many, feminine=unit.feminine)

    def part(self, whole: int, top: int, bottom: int) -> str:
        """A fraction, behind a *whole* number unless that is 0."""
        if words := self.halves.get((top, bottom)):
            pass
        elif bottom in self.parts:
            one, many = self.parts[bottom]
            words = f"{self.before_noun(top)} {one if top == 1 else many}"
        else:
            words = f"{self.cardinal(top)} {self.over} {self.cardinal(bottom)}"
        return f"{self.cardinal(whole)}{self.and_half}{words}" if whole else words

    def agreeing(self, number: int, noun: str, before: str) -> str | None:
        """*number* in the gender of the *noun* behind it, or None where that changes nothing; *before* is the text before."""
        return None

    def half_of(self, noun: str, before: str) -> str | None:
        """Half of a *noun*, as in "1/2 tableta", or None where a half is said by itself."""
        return None

    def times_over(self, number: int) -> str | None:
        """How often: "3x"."""
        if not self.repeated:
            return None
        one, many, feminine = self.repeated
        return self.units(number, one, many, feminine=feminine)

    def one_or_two(self, number: int, noun: str) -> str | None:
        """One or two of *noun*, where a language says them without a number before it, or None."""
        return None

    # Money

    def units(self, number: int, one: str, many: str, *, feminine: bool) -> str:
        """*number* with the noun that it counts."""
        return f"{self.before_noun(number, feminine=feminine)} {one if number == 1 else many}"

    def coins(self, number: int, code: str) -> str | None:
        """*number* of the currency *code*, or of its hundredth ("USD/100"), with its noun; None where there is none."""
        currency = self.currencies.get(code.removesuffix("/100"))
        if currency is None:
            return None
        if code in self.currencies:
            return self.units(number, currency.one, currency.many, feminine=currency.feminine)
        return self.units(number, currency.part, currency.parts, feminine=currency.part_feminine) if currency.part else None

    def money(self, amount: Decimal, code: str) -> str:
        sign = self.minus + self.space if amount < 0 else ""
        whole, rest = divmod(int((abs(amount) * 100).to_integral_value()), 100)
        words = self.coins(whole, code) if abs(amount) < LIMIT else None
        if words is None:
            return f"{sign}{self.number(abs(amount))} {' '.join(code)}"
        parts = self.coins(rest, f"{code}/100") if rest else None
        if parts is None:
            return sign + words
        return f"{sign}{words}{self.and_parts}{parts}" if whole else sign + parts

    def scaled(self, number: str, scale: str, noun: str) -> str:
        """*number* of a *scale* of a currency: "tres coma cinco", "millones", "euros"."""
        return f"{number} {scale}{' ' if scale in _ADJECTIVES else self.of}{noun}"

    def singular(self, whole: str) -> bool:
        """Whether what *whole* and some decimals count stands in the singular."""
        return False

    def each(self, time: str) -> str:
        """What an amount is paid for, when *time* is written behind its stroke."""
        unit = UNITS[self.tag].get(time)
        return self.pers.get(time.casefold()) or f"{self.per} {unit.one if unit else time}"

    # Dates and times

    def weekday(self, place: int, before: str) -> str:
        """The name of a weekday that was cut short; *before* is the text before it."""
        return self.weekdays[place]

    def year(self, number: int) -> str:
        return self.cardinal(number)

    def day(self, number: int, before: str) -> str:
        """The day of the month; *before* is the text before it."""
        return self.cardinal(number)

    def date_words(self, day: int | None, month: int, year: int | None, before: str = "") -> str:
        parts = [self.day(day, before)] if day else []
        parts.append(self.months[month - 1])
        if year is not None:
            parts.append(self.year(year))
        return " ".join(parts)

    def date(self, when: date, *, weekday: bool = False) -> str:
        words = self.date_words(when.day, when.month, when.year)
        return f"{self.weekdays[when.weekday()]}{self.joined}{words}" if weekday else words

    def clock(self, hour: int, minute: int, half: str) -> str:
        """A time of day; *half* is "a", "p" or nothing."""
        raise NotImplementedError

    def time(self, when: time) -> str:
        return self.clock(when.hour, when.minute, ("p" if when.hour > 11 else "a") if self.twelve_hours else "")

    def moment(self, day: str, clock: str) -> str:
        """A date with its time."""
        return f"{day}{self.joined}{clock}"

    # Telephones and addresses

    def phone_group(self, group: str) -> str:
        return self.digits(group)

    def phone(self, number: str) -> str:
        groups = re.findall(r"\d+", number)
        plus = f"{self.plus} " if number.strip().startswith("+") else ""
        if len(groups) == 1:
            groups = international(groups[0]) if plus else in_threes(groups[0])
        return plus + self.joined.join(map(self.phone_group, groups))

    def address(self, text: str) -> str:
        """An electronic address as it is dictated."""
        words: list[str] = []
        for part in re.findall(r"[^\W\d_]+|\d+|[^\w\s]|_", text):
            if part.isdigit():
                words.append(self.digits(part))
            else:
                words.append(
                    {"@": self.at, ".": self.dot, "www": "w w w"}.get(part) or (part if part.isalpha() else self.symbols.get(part, ""))
                )
        return " ".join(filter(None, words))
