"""Whole numbers in words: the one place that knows num2words and its traps.

num2words is given integers only (its decimals, currencies and signs are wrong in several languages), and
never more digits than it can read. Its answers are cached by groups of three where a language allows it.
"""

from __future__ import annotations

from functools import lru_cache

from num2words import num2words

LIMIT = 10**15

_ENGLISH_SCALES = ("", "thousand", "million", "billion", "trillion")
_ENGLISH_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


@lru_cache(maxsize=8192)
def cardinal(number: int, language: str) -> str:
    """*number* (0 ≤ number < LIMIT) as num2words counts it in *language*."""
    return str(num2words(number, lang=language))


@lru_cache(maxsize=2048)
def ordinal(number: int, language: str) -> str:
    return str(num2words(number, lang=language, to="ordinal"))


def _english_group(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = cardinal(rest, "en").replace("-", " ") if rest or not hundreds else ""
    return f"{cardinal(hundreds, 'en')} hundred {words}".rstrip() if hundreds else words


def english(number: int) -> str:
    """*number* in English: no "and", no hyphens, no commas."""
    if number < 1000:
        return _english_group(number)
    groups: list[str] = []
    for scale in _ENGLISH_SCALES:
        number, group = divmod(number, 1000)
        if group:
            groups.append(f"{_english_group(group)} {scale}".rstrip())
    return " ".join(reversed(groups))


def english_ordinal(number: int) -> str:
    head, _, last = english(number).rpartition(" ")
    if last in _ENGLISH_ORDINALS:
        last = _ENGLISH_ORDINALS[last]
    elif last.endswith("y"):
        last = last[:-1] + "ieth"
    else:
        last += "th"
    return f"{head} {last}".strip()
