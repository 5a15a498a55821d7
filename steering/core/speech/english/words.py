"""Numbers in English words, and the pieces of pattern that the forms share."""

from __future__ import annotations

import re
from functools import lru_cache

from steering.core.speech.integers import LIMIT, english, english_ordinal

# Atomic: "1,234.56" must not fall apart into a one and the rest.
NUMBER = r"(?>\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)|\d+)"
DECIMAL = rf"(?:{NUMBER}(?:\.\d+)?|\.\d+)"
SIGN = r"[-+]?"
SCALES = {
    "k": "thousand",
    "m": "million",
    "mm": "million",
    "mn": "million",
    "mil": "million",
    "b": "billion",
    "bn": "billion",
    "bil": "billion",
    "t": "trillion",
    "tn": "trillion",
    "thousand": "thousand",
    "million": "million",
    "billion": "billion",
    "trillion": "trillion",
    "hundred": "hundred",
    "lakh": "lakh",
    "crore": "crore",
}
SCALE = r"(?:\s?(?P<scale>thousand|million|billion|trillion|lakh|crore|mil|bil|mm|MM|mn|bn|tn|[KkMBT]|(?<=\d)[mb])(?![\w&]))"
# Without a currency "4B" is a flat and "5 M" a medium.
COUNT_SCALE = r"(?:(?:\s?(?P<scale>thousand|million|billion|trillion|mil|mn|bn|tn)|(?P<letter>[KkM]))(?![\w&]))"
_NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NAMED = str.maketrans({str(digit): f" {name} " for digit, name in enumerate(_NAMES)})
_SIGNS = {"-": "minus ", "+": "plus "}

# A noun that is counted by the number before it: a plural, or a unit of time or things.
_COUNTED = re.compile(
    r"\s+(?:(?:more|other|new|full|business|calendar|working|different|reward|bonus|square|free|additional|total|unread|monthly)\s+)?"
    r"(?!(?:was|is|as|has|this|its|us|yes|does|unless|plus|always|sales|results|taxes|starts|ends|begins|expires|falls)\b)"
    r"(?:[a-z]{2,}s|people|percent|children|men|women|feet|inches)\b"
)


def value(text: str) -> int:
    return int(text.replace(",", ""))


def sign(text: str) -> str:
    return _SIGNS.get(text, "")


@lru_cache(maxsize=4096)
def digits(text: str) -> str:
    """Each digit of *text* by its name; letters stay, spaced."""
    return " ".join(text.translate(_NAMED).split())


@lru_cache(maxsize=4096)
def cardinal(text: str) -> str:
    """The written whole number *text*, or its digits when it is too long to be a count."""
    bare = text.replace(",", "")
    if len(bare) > 15 or (len(bare) > 1 and bare[0] == "0"):
        return digits(bare)
    return english(int(bare))


def ordinal(number: int) -> str:
    return english_ordinal(number) if number < LIMIT else digits(str(number))


@lru_cache(maxsize=4096)
def decimal(text: str) -> str:
    """A number with or without a point: `2.50` → two point five zero, `.5` → point five."""
    whole, point, rest = text.partition(".")
    if not point:
        return cardinal(whole)
    return f"{cardinal(whole)} point {digits(rest)}" if whole else f"point {digits(rest)}"


def year(number: int) -> str:
    """A year as it is said: 1905 nineteen oh five, 2000 two thousand, 2024 twenty twenty four."""
    high, low = divmod(number, 100)
    if number < 1000 or number > 9999 or (high % 10 == 0 and low < 10):
        return english(number)
    if low == 0:
        return f"{english(high)} hundred"
    return f"{english(high)} oh {english(low)}" if low < 10 else f"{english(high)} {english(low)}"


def house_number(number: str) -> str:
    """A house number as it is said: 500 five hundred, 1600 sixteen hundred, 412 four twelve, 2788 twenty seven eighty eight."""
    if len(number) > 4 or number[0] == "0":
        return digits(number)
    high, low = divmod(int(number), 100)
    if not high or (high % 10 == 0 and not low):
        return english(int(number))
    return f"{english(high)} hundred" if not low else f"{english(high)} {'oh ' if low < 10 else ''}{english(low)}"


def fraction(top: int, bottom: int) -> str:
    """3/4 three quarters, 1/100 one hundredth."""
    if bottom == 0 or bottom > 1000:
        return f"{cardinal(str(top))} over {cardinal(str(bottom))}"
    part = {1: "whole", 2: "half", 4: "quarter"}.get(bottom) or ordinal(bottom).removeprefix("one ")
    if top != 1:
        part = "halves" if part == "half" else part + "s"
    return f"{cardinal(str(top))} {part}"


def mixed_number(whole: str, top: int, bottom: int) -> str:
    """A number and its fraction: 2 1/2 two and a half, 5 3/4 five and three quarters."""
    part = fraction(top, bottom)
    return f"{cardinal(whole)} and {part.replace('one ', 'a ') if top == 1 and bottom in (2, 4) else part}"


def counts_something(text: str, end: int) -> bool:
    """Whether a plural or another counted noun follows the number that ends at *end*."""
    return _COUNTED.match(text, end) is not None
