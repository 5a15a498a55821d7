"""Fractions: 1/2 · 2 1/2 hours · 3/4."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.series import ONE_OF
from steering.core.speech.english.words import decimal, fraction, house_number, mixed_number, sign, year
from steering.core.speech.forms import DIGITS
from steering.core.speech.integers import english

_RATED = re.compile(r"\b(?:rated?|rating|scored?:?|score (?:of|is|was)|rating:|gave (?:us|it))\s(?:it\s|us\s|a\s)?$", re.IGNORECASE)
_STARS = re.compile(r"\s(?:stars|points|correct)\b")


_HALVES = r"(?:(?P<whole{0}>\d{{1,3}}) )?(?P<top{0}>\d{{1,2}})/(?P<bottom{0}>\d{{1,3}})"


@book.form(
    "fraction", _HALVES.format(1) + r"\s?[-–—]\s?" + _HALVES.format(2) + r"(?![\d/]|\.\d)", at=DIGITS, then=" /", run=(1, 3), spaced=DIGITS
)
def _from_to(match: re.Match[str]) -> str:
    low, high = (
        mixed_number(match[f"whole{n}"], int(match[f"top{n}"]), int(match[f"bottom{n}"]))
        if match[f"whole{n}"]
        else fraction(int(match[f"top{n}"]), int(match[f"bottom{n}"]))
        for n in (1, 2)
    )
    return f"{low} to {high}"


# What halves are taken of: half a tablet, half an hour.
_HALVED = re.compile(
    r"\s(?P<noun>tablet|tab|pill|capsule|dose|dropper|scoop|cup|teaspoon|tablespoon|gallon|pint|bottle|page|mile|block|"
    r"hour|day|dozen|portion|serving|slice)\b"
)


_HALF_OF = re.compile(r"\s{1,2}an?\s")


@book.form("fraction", r"(?P<points>\d\.\d)\s?/\s?(?P<most>[45](?:\.0)?|10|100)(?!\w|[.,/]\d)", at=DIGITS, then=".", run=(1, 1))
def _score(match: re.Match[str]) -> str:
    return f"{decimal(match['points'])} out of {decimal(match['most'])}"


@book.form(
    "fraction",
    r"(?P<sign>-?)(?P<whole>\d{1,6})(?:\s{1,2}|-)(?P<top>\d{1,3})[/⁄](?P<bottom>\d{1,4})(?:-(?=[a-z]))?(?![\d/⁄]|\.\d)",
    r"(?<!\d[/⁄])(?P<sign>-?)(?P<whole>)(?P<top>\d{1,6})\s?[/⁄]\s?(?P<bottom>\d{1,6})(?:th|rd|nd|st)?s?(?:-(?=[a-z])|(?![\w/⁄]|\.\d))",
    at=DIGITS + "-",
    then=" -/⁄",
    run=(1, 6),
    spaced=DIGITS + " /⁄",
)
def _fraction(match: re.Match[str]) -> str:
    top, bottom = int(match["top"]), int(match["bottom"])
    text, start, end = match.string, match.start(), match.end()
    if not match["whole"] and top <= bottom and not text.startswith(" of", end) and ONE_OF.search(text, max(0, start - 16), start):
        return f"{english(top)} of {english(bottom)}"
    rated = not text[start - 2 : start - 1].isdigit() and _RATED.search(text, max(0, start - 24), start)
    if not match["whole"] and (rated or _STARS.match(text, end)):
        return f"{english(top)} out of {english(bottom)}"
    if match["top"][:2] == "20" and len(match["top"]) == 4 and len(match["bottom"]) == 2 and top % 100 + 1 == bottom:
        # What begins in one year and ends in the next.
        return f"{year(top)} {english(bottom)}"
    if top == bottom > 9 or (top + bottom == 100 and not match["whole"]):
        # "fifty fifty", "twenty twenty vision", "eighty twenty coinsurance"
        return f"{english(top)} {english(bottom)}"
    if not match["whole"] and bottom >= 50 and bottom != 100 and top % 25 == bottom % 25 == 0:
        # The limits of a policy: 100/300.
        return f"{english(top)} {english(bottom)}"
    if not match["whole"] and top > bottom >= 40:
        # A blood pressure.
        return f"{house_number(str(top))} over {english(bottom)}"
    if text.startswith(" ARM", end):
        # A mortgage that is fixed for five years and changes each year.
        return f"{english(top)} {english(bottom)}"
    if match[0] == "9/11":
        return "nine eleven"
    if match[0] == "1/2" and _HALF_OF.match(text, end):
        return "half"
    if start and match[0] == "1/2" and (half := _HALVED.match(text, end)):
        return f"half {'an' if half['noun'][0] in 'aeiouh' and half['noun'] != 'half' else 'a'}"
    if not match["whole"]:
        # "a three quarter inch bolt"
        part = fraction(top, bottom).removesuffix("s") + " " if match[0].endswith("-") else fraction(top, bottom)
        return sign(match["sign"]) + part
    return sign(match["sign"]) + mixed_number(match["whole"], top, bottom) + (" " if match[0].endswith("-") else "")
