"""Words that mix letters and digits and that no other form took: AB12CD · B-204 · top10."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.codes import short_code, spelled
from steering.core.speech.english.words import digits
from steering.core.speech.forms import DIGITS, GLUED, LETTERS
from steering.core.speech.integers import english

# SAVE20: letters that can be read as a word, behind "code".
_COUPON = re.compile(r"(?=[A-Z]{4})((?:[^AEIOUY]{0,2}|S[CPT]R)(?:[AEIOUY]{1,2}[^AEIOUY]{1,3})+[AEIOUY]?)(\d{1,3})")
_PROMISED = re.compile(r"(?:\b[Cc]ode:?|\b(?:[Pp]romo(?:tion(?:al)?)?|[Cc]oupon|[Dd]iscount|[Oo]ffer) code is)\s[\"“']?$")


@book.form("code", r"(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]+", at=GLUED + DIGITS, then=LETTERS, glue=DIGITS)
def _mixed(match: re.Match[str]) -> str | None:
    """A word of letters and digits; a lower-case word keeps its letters together ("covid19", "top10")."""
    word = match[0]
    if (coupon := _COUPON.fullmatch(word)) and _PROMISED.search(match.string, max(0, match.start() - 24), match.start()):
        return f"{coupon[1]} {digits(coupon[2])}"
    if short := short_code(match):
        return short
    if word.isupper() or not word.isascii() or len(re.findall(r"[A-Za-z]+", word)) > 1 or len(word) <= 3:
        return spelled(word)
    return " ".join(
        part if part.isalpha() else (english(int(part)) if len(part) < 4 and part[0] != "0" else digits(part))
        for part in re.findall(r"\d+|[^\W\d_]+", word)
    )


@book.form("code", r"\d+(?=[^\W\d_])", at=DIGITS, then=LETTERS)
def _digits_before_letters(match: re.Match[str]) -> str:
    return digits(match[0])
