"""Values in words in every language but English: one grammar for all, one lexicon a language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from steering.core.hearing.tongues import dates, money, names, numbers, phones, times
from steering.core.hearing.tongues.digits import digits
from steering.core.hearing.tongues.digits import hear as hear_digits
from steering.core.hearing.tongues.row import divided

__all__ = ["KINDS", "LANGUAGES", "digits", "speaks"]

LANGUAGES = ("es", "de", "fr", "it", "pt", "ru", "ja", "ko", "hi", "ar")

KINDS: dict[str, Callable[[str, datetime | None, str], object | None]] = {
    "number": numbers.hear,
    "money": money.hear,
    "date": dates.hear,
    "time": times.hear,
    "digits": hear_digits,
    "phone": phones.hear,
    "name": names.hear,
}


def speaks(language: str) -> bool:
    """Whether there is a lexicon for the language of this tag."""
    return divided(language)[0] in LANGUAGES
