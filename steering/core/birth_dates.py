"""Where a birth date stands: after a word of birth ("born on March 4th"), or before one ("March 4th is my birthday"). Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from steering.core.languages import listed
from steering.core.said_digits import BETWEEN, Word

BIRTH = frozenset(listed("born | birth | birthday | birthdate | dob | geboren | geburtsdatum | nacimiento | nací | naissance | né | née"))
MONTHS = frozenset(
    listed(
        """
        january | february | march | april | may | june | july | august | september | october | november | december
        jan | feb | mar | apr | jun | jul | aug | sep | sept | oct | nov | dec
        """
    )
)
_ORDINALS = frozenset(
    listed(
        """
        first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth | eleventh | twelfth | thirteenth | fourteenth
        fifteenth | sixteenth | seventeenth | eighteenth | nineteenth | twentieth | thirtieth | st | nd | rd | th | hundred | thousand
        """
    )
)
_WITHIN = BETWEEN | {"of", "the"}
_IS = frozenset(listed("is | was | that's | it's | that"))
_TO_BIRTH = _IS | frozenset(listed("when | the | my | i | date | day | of | year"))
_NEAR = 8
_PLACE = 2


def dated(word: Word) -> bool:
    """Whether *word* may be of a date: digits, a month, an ordinal."""
    return bool(word.digits) or word.folded in MONTHS or word.folded in _ORDINALS


def birth_dates(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The dates beside the words of birth."""
    for at, word in enumerate(words):
        if word.folded in BIRTH:
            first = next((one for one in range(at + 1, min(len(words), at + 1 + _NEAR)) if dated(words[one])), len(words))
            found = (first, _end(words, first)) if first < len(words) else _before(words, at)
            if found and any(words[one].digits or words[one].folded in _ORDINALS for one in range(found[0], found[1] + 1)):
                yield words[found[0]].start, words[found[1]].end


def _end(words: Sequence[Word], first: int) -> int:
    """The last word of the date that begins at *first*; a place may stand in it: "1971 in Ohio on March 4th"."""
    last = at = first
    while at < len(words):
        if dated(words[at]):
            last = at
        elif words[at].folded in ("on", "in") and words[at - 1].folded != "and":
            at = _after_place(words, at)
            continue
        elif words[at].folded not in _WITHIN:
            break
        at += 1
    return last


def _after_place(words: Sequence[Word], at: int) -> int:
    """Where the date goes on after the "on" or "in" at *at*, past a place; the end of *words* when it does not."""
    if words[at].folded == "in":
        on = next((one for one in range(at + 1, min(len(words), at + 2 + _PLACE)) if words[one].folded == "on"), at)
        at = on if not any(dated(words[one]) for one in range(at + 1, on)) else at
    after = next((one for one in range(at + 1, len(words)) if words[one].folded != "the"), len(words))
    return after if after < len(words) and dated(words[after]) else len(words)


def _before(words: Sequence[Word], birth: int) -> tuple[int, int] | None:
    """The date that the word at *birth* tells of: "March 4th 1971 is when I was born"."""
    at = birth - 1
    while at >= 0 and words[at].folded in _TO_BIRTH and birth - at <= _NEAR:
        at -= 1
    if at < 0 or not dated(words[at]) or words[at + 1].folded not in _IS:
        return None
    first = at
    while at >= 0 and (dated(words[at]) or words[at].folded in _WITHIN):
        first = at if dated(words[at]) else first
        at -= 1
    return first, next(one for one in range(birth - 1, -1, -1) if dated(words[one]))
