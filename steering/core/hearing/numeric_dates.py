"""Days said as numbers: "3/15", "2026-03-15", "four twelve eighty five", "oh four slash twelve", "04121985"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date

from steering.core.hearing.calendar import Found, century, coming, is_number, made, padded, short_year, year_at
from steering.core.hearing.digits import digits

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{2}|\d{4}))?")
_SIGNS = frozenset({"slash", "dash", "hyphen", "the", "of", "dot"})
_OH = frozenset({"oh", "o"})
_EIGHT, _FEWEST = 8, 4
"""Digits, and the words that they are said in at least."""


def written(tokens: Sequence[str], at: int, today: Date | None, *, day_first: bool) -> Found | None:
    """One token of figures: "2026-03-15", "3/15/2026", "3/15"."""
    word = tokens[at]
    if match := _ISO.fullmatch(word):
        return Found(made(int(match[1]), int(match[2]), int(match[3])), at + 1)
    if match := _SLASHED.fullmatch(word):
        month, day = _ordered(int(match[1]), int(match[2]), day_first=day_first)
        if match[3]:
            year = int(match[3])
            return Found(made(year if year > 99 else century(year, today), month, day), at + 1)
        fits = "/" in word and today is not None and 1 <= month <= 12
        return Found(coming(today, month, day) if today and fits else None, at + 1)
    return None


def in_three(tokens: Sequence[str], at: int, today: Date | None, *, day_first: bool) -> Found | None:
    """Month, day and year one after the other; the year may be left out behind a "slash"."""
    first = None if at and is_number(tokens[at - 1]) else padded(tokens, at)
    second = padded(tokens, _past_signs(tokens, first[1])) if first else None
    if first is None or second is None:
        return None
    after = _past_signs(tokens, second[1])
    year = year_at(tokens, after) or short_year(tokens, after, today)
    end = year[1] if year else second[1]
    if end < len(tokens) and is_number(tokens[end]):
        return None
    month, day = _ordered(first[0], second[0], day_first=day_first)
    if year:
        found = made(year[0], month, day)
        return Found(found, end) if found else None
    return Found(coming(today, month, day), end) if tokens[first[1]] == "slash" and today and 1 <= month <= 12 else None


def in_eight(tokens: Sequence[str], at: int, today: Date | None, *, day_first: bool) -> Found | None:
    """Eight digits, however they are said: "04121985", "zero four one two nineteen eighty five"."""
    if at and (is_number(tokens[at - 1]) or tokens[at - 1] in _OH):
        return None
    end = at
    while end < len(tokens) and end - at <= _EIGHT and (is_number(tokens[end]) or tokens[end] in _OH):
        end += 1
    if sum(len(word) if word.isdecimal() else 1 for word in tokens[at:end]) < _FEWEST:
        return None
    said = digits(" ".join(tokens[at:end]), _EIGHT)
    if said is None:
        return None
    month, day = _ordered(int(said[:2]), int(said[2:4]), day_first=day_first)
    found = made(int(said[4:]), month, day) if 1900 <= int(said[4:]) < 2100 else None
    return Found(found, end) if found else None


def _ordered(first: int, second: int, *, day_first: bool) -> tuple[int, int]:
    """Month and day, in the order of the region unless that cannot be."""
    return (second, first) if first > 12 or (day_first and second <= 12) else (first, second)


def _past_signs(tokens: Sequence[str], at: int) -> int:
    while at < len(tokens) and tokens[at] in _SIGNS:
        at += 1
    return at
