"""Fractions: 1/2 · 2 1/2 hours · 3/4."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.words import fraction, sign
from steering.core.speech.forms import DIGITS
from steering.core.speech.integers import english


@book.form(
    "fraction",
    r"(?P<sign>-?)(?P<whole>\d{1,6})(?:\s|-)(?P<top>\d{1,3})[/⁄](?P<bottom>\d{1,4})(?![\d/⁄]|\.\d)",
    r"(?P<sign>-?)(?P<whole>)(?P<top>\d{1,6})\s?[/⁄]\s?(?P<bottom>\d{1,6})(?:th|rd|nd|st)?s?(?![\w/⁄]|\.\d)",
    at=DIGITS + "-",
    then=" -/⁄",
)
def _fraction(match: re.Match[str]) -> str:
    top, bottom = int(match["top"]), int(match["bottom"])
    if top == bottom > 9:
        # "fifty fifty", "twenty twenty vision"
        return f"{english(top)} {english(bottom)}"
    if not match["whole"] and top > bottom >= 40:
        # A blood pressure.
        return f"{english(top)} over {english(bottom)}"
    if not match["whole"]:
        return sign(match["sign"]) + fraction(top, bottom)
    part = fraction(top, bottom)
    if top == 1 and bottom in (2, 4):
        part = part.replace("one ", "a " if bottom != 8 else "an ")
    return f"{sign(match['sign'])}{english(int(match['whole']))} and {part}"
