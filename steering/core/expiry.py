"""Where the day stands on which a card expires: after its word ("expires 04/27"), or before one ("04/27 is the expiration date"). Pure.

A card number is never kept, and what stands on the card beside it is not kept either. The last four digits may be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from steering.core.birth_dates import MONTHS, dated
from steering.core.languages import listed
from steering.core.said_digits import OH, Word, words_with_digits
from steering.core.said_numbers import without

EXPIRY = frozenset(
    listed(
        """
        expires | expire | expired | expiring | expiration | expiry | exp | valid | thru | vence | vencimiento | caduca | caducidad | gültig
        ablaufdatum | expiración
        """
    )
)
# What stands between the word and its day, or the day and its word.
_LEADS = frozenset(
    listed(
        """
        is | are | on | in | en | it | it's | at | the | end | date | of | until | till | thru | through | to | by | uh | um | er | month
        year | that's | that | and | my | card | el | de | la | es | fecha | am | bis
        """
    )
)
_GOOD = frozenset(("through", "until", "till"))
_WITHIN = frozenset(listed("of | the | de | del | slash | dash | hyphen | uh | um | year | month"))
_LONGEST, _WHOLE, _SHORTEST, _NEAR = 8, 4, 3, 6
"""Digits of the longest day, of a month with its year, and of the shortest; words between the day and its word."""


def without_expiry(text: str, language: str = "en") -> str:
    """*text* with `…` for the days on which a card expires."""
    return without(text, list(expiries(words_with_digits(text, language))))


def expiries(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where in the text the days stand beside the words that tell when something expires."""
    for at, word in enumerate(words):
        good = word.folded in _GOOD and at and words[at - 1].folded == "good"
        if (word.folded in EXPIRY or good) and (found := _after(words, at) or _before(words, at)):
            first = found[0] - (found[0] > 0 and words[found[0] - 1].folded in OH)
            yield words[first].start, words[found[1]].end


def _after(words: Sequence[Word], cue: int) -> tuple[int, int] | None:
    first = cue + 1
    while first < min(len(words), cue + _NEAR) and (words[first].folded in _LEADS | EXPIRY | OH) and not words[first].digits:
        first += 1
    last, size = first, 0
    for at in range(first, len(words)):
        if dated(words[at]):
            last, size = at, size + len(words[at].digits)
        year = at + 1 < len(words) and len(words[at + 1].digits) == _WHOLE and words[at + 1].digits.startswith("20")
        if (size >= _WHOLE and at == last and not year) or not (dated(words[at]) or words[at].folded in _WITHIN):
            break
    return (first, last) if first < len(words) and _is_day(words[first : last + 1]) else None


def _before(words: Sequence[Word], cue: int) -> tuple[int, int] | None:
    last = cue - 1
    while last > max(0, cue - _NEAR) and words[last].folded in _LEADS and not dated(words[last]):
        last -= 1
    first = last + 1
    for at in range(last, -1, -1):
        # What is longer than a month or a day, and no year, is another number.
        if dated(words[at]) and (at == last or len(words[at].digits) <= len("31")):
            first = at
        elif words[at].folded not in _WITHIN:
            break
    return (first, last) if _is_day(words[first : last + 1]) else None


def _is_day(said: Sequence[Word]) -> bool:
    """Whether *said* is a month with its year, or a day: "0427", "april 2027", "12/31/2027"."""
    digits = sum(len(word.digits) for word in said)
    month = any(word.folded in MONTHS for word in said)
    return bool(said) and dated(said[0]) and dated(said[-1]) and (2 if month else _SHORTEST) <= digits <= _LONGEST
