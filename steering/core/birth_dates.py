"""Where a birth date stands: after a word of birth ("born on March 4th"), or before one ("March 4th is my birthday"). Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from steering.core.languages import listed
from steering.core.said_digits import BETWEEN, OH, Word

BIRTH = frozenset(
    listed("born | birth | birthday | birthdate | bday | dob | geboren | geburtsdatum | nacimiento | nací | naissance | né | née")
)
MONTHS = frozenset(
    listed(
        """
        january | february | march | april | may | june | july | august | september | october | november | december
        jan | feb | mar | apr | jun | jul | aug | sep | sept | oct | nov | dec
        enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre | noviembre | diciembre
        janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre | novembre | décembre
        januar | februar | märz | juni | juli | oktober | dezember
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
# A year in Spanish words: "mil novecientos setenta y uno".
_YEARS = frozenset(listed("mil | novecientos | veinte | treinta | cuarenta | cincuenta | sesenta | setenta | ochenta | noventa | diez"))
_WITHIN = BETWEEN | frozenset(listed("of | the | de | del | y | month | day | year"))
# Where no month and no year tells a date, nothing else stands between it and its word: "birthday cake for 20".
_LEADS = (
    _WITHIN
    | OH
    | frozenset(
        listed("is | was | on | in | it's | its | that's | i | i'm | would | be | date | birth | at | le | el | am | so | well | number")
    )
)
# Words of birth that end their sentence: "am 4. März 1971 geboren".
_ENDS = frozenset(listed("geboren"))
_IS = frozenset(listed("is | was | that's | it's | that"))
_TO_BIRTH = _IS | frozenset(listed("when | the | my | i | date | day | of | year"))
_NEAR = 8
_PLACE = 2
_YEAR = 4
_WHOLE = 6
"""Digits of a whole date."""


def dated(word: Word) -> bool:
    """Whether *word* may be of a date: digits, a month, an ordinal."""
    return bool(word.digits) or word.folded in MONTHS or word.folded in _ORDINALS or word.folded in _YEARS


def birth_dates(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The dates beside the words of birth."""
    for at, word in enumerate(words):
        if word.folded in BIRTH:
            first = _first(words, at)
            found = (first, _end(words, first)) if first < len(words) else _before(words, at)
            if found and _tells(words, at, *found):
                yield _span(words, *found)


def _first(words: Sequence[Word], at: int) -> int:
    """The first word of a date soon after the one at *at*; the end of *words* when there is none."""
    return next((one for one in range(at + 1, min(len(words), at + 1 + _NEAR)) if dated(words[one])), len(words))


def _span(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Where the words from *first* to *last* stand, with the "oh" before them."""
    first -= first > 0 and words[first - 1].folded in OH
    return words[first].start, words[last].end


def _tells(words: Sequence[Word], birth: int, first: int, last: int) -> bool:
    """Whether the words from *first* to *last* are a day or a year, and not a number of something."""
    date = words[first : last + 1]
    if not any(word.digits or word.folded in _ORDINALS or word.folded in _YEARS for word in date):
        return False
    sure = sum(len(word.digits) for word in date) >= _YEAR or any(word.folded in MONTHS or word.folded in _ORDINALS for word in date)
    return sure or first < birth or all(word.folded in _LEADS for word in words[birth + 1 : first])


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
    if at < 0 or not dated(words[at]):
        return None
    first = at
    while at >= 0 and (dated(words[at]) or words[at].folded in _WITHIN):
        first = at if dated(words[at]) else first
        at -= 1
    last = next(one for one in range(birth - 1, -1, -1) if dated(words[one]))
    digits = sum(len(word.digits) for word in words[first : last + 1])
    told = words[last + 1].folded in _IS or words[last + 1].folded in _ENDS or digits >= _WHOLE
    return (first, last) if told else None
