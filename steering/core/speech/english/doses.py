"""How medicine is taken: b.i.d. · 10 mg PO qd · q4-6h prn · 1 tab BID x 7 days."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.sentences import stop
from steering.core.speech.forms import DIGITS, GLUED
from steering.core.speech.integers import english

_WORDS = {
    "bid": "twice a day",
    "tid": "three times a day",
    "qid": "four times a day",
    "qd": "once a day",
    "qod": "every other day",
    "qhs": "at bedtime",
    "hs": "at bedtime",
    "qam": "every morning",
    "qpm": "every evening",
    "prn": "as needed",
    "po": "by mouth",
    "ac": "before meals",
    "pc": "after meals",
}
# Without the dose before them these are other things: a bid, an office box, the air conditioning.
_DOSE = re.compile(
    r"(?:\d\s?(?:mg|mcg|g|m[lL]|units?|IU|tabs?|caps?|puffs?|drops?|gtts?|tsp|tbsp)\.?|\b(?:tablets?|capsules?|pills?|doses?|puffs?|drops?|"
    r"teaspoons?|tablespoons?|units?|mouth|day|daily|needed|bedtime|hours|meals|"
    r"q\.?\s?\d{1,2}(?:-\d{1,2})?\s?h(?:rs?)?|PO|po|p\.o\.|[btq]\.i\.d\.|BID|TID|QID|[bt]id|[Tt]ake|take it|[Aa]pply))"
    r"(?:\s\([^()]{1,16}\))?,?\s$"
)


@book.form("name", r"(?P<letters>[btq]\.i\.d|p\.r\.n|q\.o\.d|q\.h\.s|q\.d|q\.[ap]\.m)\.", at=GLUED, glue=".", flags=re.IGNORECASE)
@book.form("name", r"(?P<letters>h\.s|p\.o|a\.c|p\.c)\.", at=GLUED, glue=".", flags=re.IGNORECASE)
@book.form("name", rf"(?P<letters>{'|'.join(_WORDS)}|{'|'.join(_WORDS).upper()})(?!\w|\.\w|[&/-])", heads=_WORDS)
def _times(match: re.Match[str]) -> str | None:
    letters = match["letters"].replace(".", "").lower()
    alone = match[0].endswith(".") and letters not in ("hs", "po", "ac", "pc")
    if not alone and not _DOSE.search(match.string, max(0, match.start() - 32), match.start()):
        return None
    return _WORDS[letters] + stop(match)


@book.form(
    "name",
    r"q\.?\s?(?P<low>\d{1,2})(?:\s?[-–]\s?(?P<high>\d{1,2}))?\s?(?P<unit>h(?:rs?|ours?)?|d(?:ays?)?|wks?|weeks?|min)(?!\w)\.?",
    at=GLUED,
    glue="." + DIGITS,
    heads=("q",),
    flags=re.IGNORECASE,
)
def _every(match: re.Match[str]) -> str:
    low, unit = int(match["low"]), {"h": "hour", "d": "day", "w": "week", "m": "minute"}[match["unit"][0].lower()]
    if low == 1 and not match["high"]:
        return f"every {unit}{stop(match)}"
    to = f" to {english(int(match['high']))}" if match["high"] else ""
    return f"every {english(low)}{to} {unit}s{stop(match)}"


@book.form("name", r"(?P<word>tab|cap)(?P<many>s?)(?!\w)\.?", heads=("tab", "tabs", "cap", "caps"))
def _tablets(match: re.Match[str]) -> str | None:
    text, start = match.string, match.start()
    if not _TAKEN.search(text, max(0, start - 24), start) and not (text[start - 2 : start - 1].isdigit() and _HOW.match(text, match.end())):
        return None
    return {"tab": "tablet", "cap": "capsule"}[match["word"]] + match["many"] + stop(match)


_HOW = re.compile(r"\s(?:PO|po|BID|bid|TID|tid|QID|qid|daily|q\.?\s?\d|q[dh]|qhs|PRN|prn|by mouth|twice|once)\b")
_TAKEN = re.compile(r"\b(?:[Tt]ake|[Gg]ive|mg|qty\.?)\s(?:\w{3,5} to )?[\w/-]{1,7}\s$")


@book.form("name", r"[x×]\s?(?=\d{1,3}\s?(?:days?|d|weeks?|wks?|months?|hours?|hrs?|doses)\b)", at="×" + GLUED, glue=DIGITS, heads=("x",))
def _for(match: re.Match[str]) -> str | None:
    return "for " if _DOSE.search(match.string, max(0, match.start() - 32), match.start()) else None
