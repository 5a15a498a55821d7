"""Which digits can be a card number, or a social security number of the United States. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from steering.core.languages import listed
from steering.core.said_digits import Word

CARD = frozenset(
    listed("card | visa | mastercard | amex | discover | debit | credit | expires | expiration | exp | tarjeta | karte | carte")
)
_SHORTEST, LONGEST = 13, 19
GROUP = 4
_ISSUERS = re.compile(
    r"(?:4\d{12}(?:\d{3}){0,2}|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}"
    r"|(?:6011|64[4-9]\d|65\d\d|622\d|62\d\d)\d{12,15}|(?:30[0-5]\d|3095|36\d\d|3[89]\d\d)\d{10,15}|35(?:2[89]|[3-8]\d)\d{12,15}"
    r"|(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{9,15})"
)
_BEGINS = re.compile(r"[46]|3[05-9]|5[0-8]|2[2-7]")


def is_card(digits: str) -> bool:
    """Whether *digits* are of an issuer's range and pass Luhn."""
    return _ISSUERS.fullmatch(digits) is not None and _luhn(digits)


def begins_card(digits: str) -> bool:
    """Whether *digits* begin as the numbers of an issuer do."""
    return _BEGINS.match(digits) is not None


def cards(said: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where card numbers stand in a stretch of digits, the longest from each place."""
    at = 0
    while at < len(said):
        end = next((end for end, digits in _from(said, at) if is_card(digits)), 0)
        if end:
            yield said[at].start, said[end - 1].end
        at = end or at + 1


def corrected_cards(said: Sequence[Word], anew: Sequence[Word], size: int) -> Iterator[tuple[int, int]]:
    """Where card numbers stand whose last digits in *said* are taken back and said *anew*: *size* of them, or a group of four."""
    for dropped in {size, GROUP} if size >= GROUP else {size}:
        kept, left = list(said), dropped
        while kept and left >= len(kept[-1].digits):
            left -= len(kept.pop().digits)
        if left and kept:
            kept[-1] = replace(kept[-1], digits=kept[-1].digits[:-left])
        begins = anew[0].start if anew else 0
        yield from ((start, end) for start, end in cards([*kept, *anew]) if start < begins < end)


def _from(said: Sequence[Word], at: int) -> list[tuple[int, str]]:
    """The digits from the word *at* on, as long as a card number may be, with the words that they end before: longest first."""
    found: list[tuple[int, str]] = []
    digits = ""
    for end in range(at + 1, len(said) + 1):
        digits += said[end - 1].digits
        if len(digits) > LONGEST:
            break
        if len(digits) >= _SHORTEST:
            found.append((end, digits))
    return found[::-1]


def _luhn(digits: str) -> bool:
    total = 0
    for at, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if at % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def could_be_social(digits: str) -> bool:
    """Whether *digits* can be a social security number: no part of them is one that is never given."""
    return len(digits) == 9 and digits[:3] not in ("000", "666") and digits[3:5] != "00" and digits[5:] != "0000" and digits[0] != "9"
