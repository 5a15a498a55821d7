"""Fractions: 1/2 · 2 1/2 hours · 3/4."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.words import cardinal, ordinal, sign
from steering.core.speech.forms import DIGITS
from steering.core.speech.integers import english


def fraction(top: int, bottom: int) -> str:
    if bottom == 0 or bottom > 1000:
        return f"{cardinal(str(top))} over {cardinal(str(bottom))}"
    part = {1: "whole", 2: "half", 4: "quarter"}.get(bottom) or ordinal(bottom)
    if top != 1:
        part = "halves" if part == "half" else part + "s"
    return f"{cardinal(str(top))} {part}"


@book.form(
    "fraction", r"(?P<sign>[-−–]?)(?P<whole>\d{1,6})(?:\s|-)(?P<top>\d{1,3})[/⁄](?P<bottom>\d{1,4})(?![\d/⁄]|\.\d)", at=DIGITS + "-−–"
)
@book.form(
    "fraction",
    r"(?P<sign>[-−–]?)(?P<whole>)(?P<top>\d{1,6})\s?[/⁄]\s?(?P<bottom>\d{1,6})(?:th|rd|nd|st)?s?(?![\w/⁄]|\.\d)",
    at=DIGITS + "-−–",
)
def _fraction(match: re.Match[str]) -> str:
    top, bottom = int(match["top"]), int(match["bottom"])
    if not match["whole"]:
        return sign(match["sign"]) + fraction(top, bottom)
    part = fraction(top, bottom)
    if top == 1 and bottom in (2, 4):
        part = part.replace("one ", "a " if bottom != 8 else "an ")
    return f"{sign(match['sign'])}{english(int(match['whole']))} and {part}"
