"""The numbers that are said in a text, and a text without some of them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from steering.core.call import HIDDEN
from steering.core.said_digits import OH, Word, digit_names, digit_runs, digits_of, uncounted, words_with_digits

Span = tuple[int, int]
_FIGURE = re.compile(r"\d")
_APART = bytes.maketrans(b"-,.;:!?/'\"()", b" " * 12)
_FIGURES = b"0123456789"
SHORTEST_NUMBER = 4


def numbers_in(text: str, language: str = "en", shortest: int = SHORTEST_NUMBER) -> frozenset[str]:
    """The numbers of *shortest* digits or more that are said in *text*, in figures."""
    return frozenset(digits for *_, digits in numbers_said(text, language) if len(digits) >= shortest)


def without_numbers(text: str, numbers: frozenset[str], language: str = "en") -> str:
    """*text* with `…` for those of *numbers* (in figures) that are said in it."""
    if not numbers or not may_be_piece(text, language):
        return text
    said = numbers_said(text, language)
    return without(text, [(words[first].start, words[last].end) for words, first, last, digits in said if digits in numbers])


def numbers_said(text: str, language: str) -> Iterator[tuple[Sequence[Word], int, int, str]]:
    """Every number that *text* says: the words, which are its first and last, and its digits; one that may be meant in two ways in both."""
    words = words_with_digits(text, language)
    for counted in (words, less) if (less := uncounted(words)) is not words else (words,):
        for first, last in digit_runs(counted):
            for start, digits in readings(counted, first, last):
                yield counted, start, last, digits


def readings(words: Sequence[Word], first: int, last: int) -> Iterator[tuple[int, str]]:
    """The first word of the run from *first* to *last*, and its digits; with the "oh" before it too."""
    whole = digits_of(words, first, last)
    yield first, whole
    if first and words[first - 1].folded in OH:
        yield first - 1, f"0{whole}"


def may_be_piece(text: str, language: str = "en") -> bool:
    """Whether *text* may hold a piece of a card number: some digits, and no whole one."""
    words, figures = at_a_glance(text)
    return bool(figures) or not digit_names(language).keys().isdisjoint(words)


def without(text: str, spans: Sequence[Span]) -> str:
    """*text* with `…` for its *spans*; the same object when there are none."""
    if not spans:
        return text
    kept, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            kept += [text[at:start], HIDDEN]
        at = max(at, end)
    return "".join((*kept, text[at:]))


def at_a_glance(text: str) -> tuple[list[str], int]:
    """The words of *text*, folded, and how many figures it has: what every turn is asked, so done on bytes, which is quick."""
    raw = text.casefold().encode(errors="surrogatepass")
    figures = len(raw) - len(raw.translate(None, _FIGURES))
    told = raw.translate(_APART).decode(errors="surrogatepass")
    if not text.isascii():
        figures, told = len(_FIGURE.findall(text)), told.replace("…", " ")
    return told.split(), figures
