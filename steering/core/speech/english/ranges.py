"""Ranges, scores and sizes: 5-7 business days · 10-20% · 1990-1995 · 3-2."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.words import DECIMAL, cardinal, decimal, digits, year
from steering.core.speech.forms import DIGITS
from steering.core.speech.integers import english

_TO = r"(?:\s?[–—~]\s?|-|\s-\s(?=\d))"


_LONG_AGO = re.compile(r"\b(?:in|from|since|circa|ca?\.)\s?$", re.IGNORECASE)


@book.form(
    "range",
    rf"(?P<low>(?:1\d|20)\d\d){_TO}(?P<high>(?:1\d|20)\d\d|\d\d)(?![\d\w%-]|[.,:/]\d)",
    at=DIGITS,
    then=" -–—",
    run=(4, 4),
    spaced="-–—",
)
def _years(match: re.Match[str]) -> str | None:
    high = match["high"]
    if match["low"] < "1500" and not _LONG_AGO.search(match.string, max(0, match.start() - 8), match.start()):
        return None
    return f"{year(int(match['low']))} to {year(int(high)) if len(high) == 4 else 'oh ' * (high[0] == '0') + english(int(high))}"


@book.form(
    "range",
    r"(?:(?P<low>\d{1,3}(?:\.\d)?)[xX]?\s?[-–]\s?)?(?P<times>\d{1,4}(?:\.\d{1,2})?)(?:[xX](?!\w)|\sx(?=\s(?:daily|weekly|a\s|per\s)|/))",
    at=DIGITS,
    then="xX.-– ",
    run=(1, 4),
    spaced="-–x",
)
def _times(match: re.Match[str]) -> str:
    low = f"{decimal(match['low'])} to " if match["low"] else ""
    return f"{low}{decimal(match['times'])} time{'' if match['times'] == '1' and not low else 's'}"


_ZERO_FIRST = re.compile(r"(?<![\d,])0\d")


@book.form(
    "range",
    rf"(?P<low>{DECIMAL})(?P<percent>\s?%)?{_TO}(?P<high>{DECIMAL})(?P<percent2>\s?%)?(?!-?\d|[.,:/]\d)",
    at=DIGITS,
    then=" ,.%-–—~",
    spaced="%-–—~",
)
def _range(match: re.Match[str]) -> str:
    if "." not in match[0] and _ZERO_FIRST.search(match[0]):
        # "448-019": no count begins with a zero.
        return f"{digits(match['low'])}, {digits(match['high'])}"
    if match["low"] == match["high"] and len(match["low"]) > 1 and "%" not in match[0]:
        return f"{decimal(match['low'])} {decimal(match['high'])}"
    low, high = (decimal(match[name]) for name in ("low", "high"))
    return f"{low}{' percent' if match['percent'] else ''} to {high}{' percent' if match['percent2'] else ''}"


@book.form("range", r"(?P<low>\d{1,4})-(?P<word>in|to|by|on|for|of)-(?P<high>\d{1,4})(?!\w)", at=DIGITS, then="-", run=(1, 4))
def _in_words(match: re.Match[str]) -> str:
    return f"{cardinal(match['low'])} {match['word']} {cardinal(match['high'])}"


_PRICED = re.compile(r"[$€£][\d,.]+(?:/[a-z]{1,5})?\s$")
_PRICE = re.compile(r"\s?[$€£]")
_EQUALS = re.compile(r"\s?[\d.,]{1,16}\s?=")


@book.form("range", r"(?P<thick>\d{1,2})[xX](?P<wide>\d{1,2})s(?!\w)", at=DIGITS, then="xX", run=(1, 2))
def _boards(match: re.Match[str]) -> str:
    return f"{english(int(match['thick']))} by {english(int(match['wide']))}s"


@book.form("range", r"x(?=\s?[$€£]?\d)", heads=("x",))
def _by(match: re.Match[str]) -> str | None:
    text, start, end = match.string, match.start(), match.end()
    if _EQUALS.match(text, end) or _PRICE.match(text, end) or _PRICED.search(text, max(0, start - 16), start):
        return "times"
    return "by" if re.search(r"(?:[\d\"″'′]|\b(?:in|ft|cm|mm|m)\.?)\s?$", match.string[max(0, match.start() - 6) : match.start()]) else None
