"""Ranges and scores: 5-7 business days · 10-20% · 1990-1995 · 3-2."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.words import DECIMAL, cardinal, decimal, year
from steering.core.speech.forms import DIGITS

_TO = r"(?:\s?[–—]\s?|-|\s-\s(?=\d))"


@book.form("range", rf"(?P<low>(?:1[5-9]|20)\d\d){_TO}(?P<high>(?:1[5-9]|20)\d\d|\d\d)(?![\d\w%-]|[.,:/]\d)", at=DIGITS, then=" -–—")
def _years(match: re.Match[str]) -> str:
    high = match["high"]
    return f"{year(int(match['low']))} to {year(int(high)) if len(high) == 4 else cardinal(high)}"


@book.form(
    "range", rf"(?P<low>{DECIMAL})(?P<percent>\s?%)?{_TO}(?P<high>{DECIMAL})(?P<percent2>\s?%)?(?!-?\d|[.,:/]\d)", at=DIGITS, then=" ,.%-–—"
)
def _range(match: re.Match[str]) -> str:
    if match["low"] == match["high"] and "%" not in match[0]:
        return f"{decimal(match['low'])} {decimal(match['high'])}"
    low, high = (decimal(match[name]) for name in ("low", "high"))
    return f"{low}{' percent' if match['percent'] else ''} to {high}{' percent' if match['percent2'] else ''}"


@book.form("range", r"(?P<x>\d{1,4})\s?[x×]\s?(?P<y>\d{1,4})(?:\s?[x×]\s?(?P<z>\d{1,4}))?(?!\w)", at=DIGITS, then=" x×")
def _size(match: re.Match[str]) -> str:
    return " by ".join(cardinal(side) for side in match.groups() if side)


@book.form("range", r"(?P<low>\d{1,4})-(?P<word>in|to|by|on|for|of)-(?P<high>\d{1,4})(?!\w)", at=DIGITS, then="-")
def _in_words(match: re.Match[str]) -> str:
    return f"{cardinal(match['low'])} {match['word']} {cardinal(match['high'])}"


@book.form("range", r"(?P<times>\d{1,3})[xX](?!\w)", at=DIGITS, then="xX")
def _times(match: re.Match[str]) -> str:
    return f"{cardinal(match['times'])} times"


@book.form("range", r"x(?=\s?\d)", heads=("x",))
def _by(match: re.Match[str]) -> str:
    return "by"
