"""Words that mix letters and digits and that no other form took: AB12CD · B-204 · top10."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.codes import announced, spelled
from steering.core.speech.english.words import digits
from steering.core.speech.forms import DIGITS, GLUED, LETTERS
from steering.core.speech.integers import english


@book.form("code", r"(?=[A-Z-]*\d)(?=[\d-]*[A-Z])[A-Z\d]+(?:-[A-Z\d]+)+(?![\w-])", at=GLUED + DIGITS, then=LETTERS + "-")
def _divided(match: re.Match[str]) -> str | None:
    code = match[0]
    # "A 30-DAY TRIAL"
    if re.fullmatch(r"\d+-[A-Z]*[AEIOUY][A-Z]+", code) and not announced(match.string, match.start()):
        return None
    return _short(match) or spelled(code)


def _short(match: re.Match[str]) -> str | None:
    """Letters and a number of up to two digits, which is no code: B12, K-12, 14C, 10-K, ICD-10."""
    parts = re.fullmatch(r"([A-Za-z]|[A-Z]{1,4}(?=-))-?([1-9]\d?)|([1-9]\d?)-?([A-Z])", match[0])
    if not parts or announced(match.string, match.start()):
        return None
    if parts[1]:
        return f"{' '.join(parts[1].upper())} {english(int(parts[2]))}"
    return f"{english(int(parts[3]))} {parts[4]}"


@book.form("code", r"(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]+", at=GLUED + DIGITS, then=LETTERS)
def _mixed(match: re.Match[str]) -> str | None:
    """A word of letters and digits; a lower-case word keeps its letters together ("covid19", "top10")."""
    word = match[0]
    if short := _short(match):
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
