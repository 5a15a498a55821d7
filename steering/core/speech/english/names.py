"""Titles and what stands behind a name: Mr. and Mrs. · Rt. Hon. · Jr. · Inc. · Sr. Analyst."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.sentences import stop
from steering.core.speech.english.shortened import AFTER_NAMES, NEEDS_DOT, TITLES

_OF_AN_AGE = re.compile(r" (?:[XYZ]|Alpha)\b")
_ROMAN = re.compile(r"\s+[IVX]+\b")
_CAPITALS_NEXT = re.compile(r"\s(?![IVX]+\b)[A-Z]{2,}\b")


@book.form("name", r"Rt\.\s?Hon\.", words=("rt",))
def _right_honourable(match: re.Match[str]) -> str:
    return "Right Honourable"


@book.form("name", r"(?P<word>[A-Z][a-z]{1,5})\.?(?=\s+[A-Z])", words=TITLES)
def _title(match: re.Match[str]) -> str | None:
    word = match["word"].lower()
    if word in NEEDS_DOT and not match[0].endswith("."):
        return None
    if word == "gen" and _OF_AN_AGE.match(match.string, match.end()):
        return "Generation"
    if word == "pt" and _CAPITALS_NEXT.match(match.string, match.end()):
        return "Patient"
    if word == "pt" and _ROMAN.match(match.string, match.end()):
        return "Part"
    return TITLES[word]


@book.form("name", r"(?P<word>[A-Za-z]{2,5})\.", words=("mr", "mrs", "ms"))
def _title_alone(match: re.Match[str]) -> str:
    return TITLES[match["word"].lower()] + stop(match)


_ROAD = re.compile(r"\s(?:R(?:oa)?d|H(?:ighwa|w)y|R(?:ou)?te)\b")


@book.form(
    "name",
    r"(?P<word>Jr|Sr|Inc|Corp|Ltd|Co|Bros|Dept|Esq|Assn|Assocs?|Univ|Intl|Natl|Mfg|Govt)(?P<dot>\.?)(?![\w.]\w|-)",
    words=AFTER_NAMES,
)
def _after_name(match: re.Match[str]) -> str | None:
    word = match["word"].lower()
    before = match.string[max(0, match.start() - 24) : match.start()]
    if not match["dot"] and word in ("co", "sr", "univ", "intl", "natl", "corp"):
        return None
    if not match["dot"] and not re.search(r"[A-Z][\w'.-]*,?\s$", before):
        return None
    if word == "sr" and match["dot"] and not re.search(r"[A-Z][\w'-]*,?\s$", before):
        # "Sr. Analyst" is a title, and ends no sentence; "Sr. Maria" is a nun.
        return "Sister" if re.match(r"\s[A-Z]", match.string[match.end() :]) and not _JOB.match(match.string, match.end()) else "Senior"
    if word == "co" and _ROAD.match(match.string, match.end()):
        return "County"
    # "First Natl. Bank" goes on; "Acme Corp." may end.
    goes_on = word in ("natl", "intl", "univ") and match.end() < len(match.string.rstrip())
    return AFTER_NAMES[word] + (stop(match) if before.strip() and not goes_on else "")


_JOB = re.compile(
    r"\s(?:Analyst|Manager|Engineer|Director|Vice|VP|Executive|Associate|Advisor|Adviser|Specialist|Consultant|Account|Claims|Agent|"
    r"Representative|Officer|Editor|Developer|Accountant|Partner|Counsel|Care|Citizens?|Living|Loan|Project|Product|Sales|Program|Technical|Staff)\b"
)
