"""Ordinals, percents, bare years, cardinals and decimals."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.words import (
    COUNT_SCALE,
    DECIMAL,
    NUMBER,
    SCALES,
    SIGN,
    cardinal,
    counts_something,
    decimal,
    ordinal,
    sign,
    value,
    year,
)
from steering.core.speech.forms import DIGITS, LETTERS


@book.form("ordinal", r"(\d{1,2})(?:st|nd|rd|th)\s?[-–]\s?(?=\d{1,2}(?:st|nd|rd|th)\b)", at=DIGITS, then="snrt", run=(1, 2))
def _ordinal_to(match: re.Match[str]) -> str:
    return f"{ordinal(int(match[1]))} to "


@book.form(
    "ordinal",
    rf"({NUMBER})[\s-]?(?:st|nd|rd|th)(?P<many>s?)(?![\w'])",
    at=DIGITS,
    then="snrtSNRT ,-",
    flags=re.IGNORECASE,
    spaced="snrtSNRT",
)
def _ordinal(match: re.Match[str]) -> str | None:
    # "1 st" is a street more often than a first.
    if " " in match[0] and match[0].lower().endswith("st"):
        return None
    return ordinal(value(match[1])) + match["many"]


@book.form(
    "percent", rf"({SIGN})({DECIMAL})\s?(?:%|percent\b|pct\b\.?)(?:-(?=[a-z]))?", at=DIGITS + "-+.", then=LETTERS + " ,.%", spaced="%p"
)
def _percent(match: re.Match[str]) -> str:
    return f"{sign(match[1])}{decimal(match[2])} percent{' ' if match[0][-1] == '-' else ''}"


_QUANTITY_BEFORE = re.compile(
    r"\b(?:over|about|than|nearly|almost|approximately|least|up to|exactly|around|has|have|had|an?|another|only)\s$", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|from|during|year|before|after|circa|ca?\.|late|early|est\.|established|born|died)"
    r"|\d{4} (?:and|to)|^)\s*$",
    re.IGNORECASE,
)


# A 2019 Toyota.
_MODEL = re.compile(r" [A-Z](?:[a-z]|-\d)")
_PRICES = re.compile(r"\s(?:dollars|prices|terms|money)\b")
_OLD_YEAR = re.compile(r"\b(?:in|since|year|circa|ca?\.) $", re.IGNORECASE)


@book.form("date", r"(1\d\d\d|20\d\d)(?![\d,.:/%]*\d|[\w%$€£°¢])(?!-\w)", at=DIGITS, run=(4, 4))
def _bare_year(match: re.Match[str]) -> str | None:
    text, start = match.string, match.start()
    number = int(match[1])
    before = text[max(0, start - 16) : start]
    if _PRICES.match(text, match.end()) and before.endswith("in "):
        return year(number)
    quantity = _QUANTITY_BEFORE.search(before) and not (before.endswith("a ") and _MODEL.match(text, match.end()))
    if counts_something(text, match.end()) or quantity:
        return None
    if number < 1100 and not _OLD_YEAR.search(before):
        return None
    # Only years of living memory need no word that says so.
    if not 1900 <= number < 2100 and not _YEAR_BEFORE.search(before):
        return None
    return year(number)


@book.form("cardinal", r"(?<![\d,.] )(\d{1,3}(?: \d{3})* 000)(?! ?\d)", at=DIGITS, then=" ", run=(1, 3), spaced=DIGITS)
def _spaced(match: re.Match[str]) -> str:
    """Thousands divided by spaces: 1 000 000."""
    return cardinal(match[1].replace(" ", ""))


_RACE_BEFORE = re.compile(r"\b(?:our|your|the|annual|charity|first|fun|a) $")
_RACE_ON = re.compile(r"\s(?:on|at|in|is|was|this|next|and|to|for)\b|[.,?!](?!\w)|$")
_RACE = re.compile(r"\s(?:run|race|walk|marathon|fun run|gold|resolution|TV|display|monitor)\b")


def _is_race(match: re.Match[str]) -> bool:
    """A 10K race, our 5K on Sunday: kilometers are not thousands."""
    text, start, end = match.string, match.start(), match.end()
    if _RACE.match(text, end):
        return True
    return match[0] in ("5K", "10K") and _RACE_ON.match(text, end) is not None and bool(_RACE_BEFORE.search(text, max(0, start - 9), start))


@book.form(
    "cardinal",
    rf"({SIGN})({NUMBER})(?:{COUNT_SCALE}|(?:\s?\+)(?=\s|$))?(?![^\W_]|[\d.]*\.\d)(?:-(?=[A-Za-z]|,|\s(?:and|or|to)\s\d))?",
    at=DIGITS + "-+",
)
def _cardinal(match: re.Match[str]) -> str | None:
    if match["letter"] and _is_race(match):
        return None
    words = sign(match[1]) + cardinal(match[2])
    if scale := match["scale"] or match["letter"]:
        words += " " + SCALES[scale.lower()]
    if match[0].endswith("+"):
        return words + " plus"
    return words + (" " if match[0].endswith("-") else "")


@book.form("decimal", rf"({SIGN})({DECIMAL}){COUNT_SCALE}?(?:-(?=[A-Za-z]))?", at=DIGITS + "-+.")
def _decimal(match: re.Match[str]) -> str | None:
    if match["letter"] and _is_race(match):
        return None
    if "." not in match[2] and match.string[match.end() : match.end() + 1].isalpha():
        return None
    words = sign(match[1]) + decimal(match[2])
    scale = match["scale"] or match["letter"]
    return f"{words} {SCALES[scale.lower()]}" if scale else words
