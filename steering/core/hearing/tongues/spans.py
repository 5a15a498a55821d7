"""Which of the values in a take are meant: none that is denied, and none where something only begins or ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from steering.core.hearing.tongues.row import FEW, Row

T = TypeVar("T")
_LIGHT = ("at", "the", "of", "which")
"""What may stand between a value and the word that bounds or denies it: "después de | las | cinco"."""


class Placed(NamedTuple, Generic[T]):
    """A value with its place in a take."""

    value: T
    start: int
    end: int


def meant(row: Row, found: Sequence[Placed[T]], *, when: bool = False) -> Sequence[Placed[T]]:
    """Those of *found* that are not denied; none at all when one of them is open. *when*: they are days or hours."""
    deniable = row.before_no or row.holds("denies") or row.holds("denies_behind")
    kept = [one for one in found if not (deniable and _denied(row, one))]
    if (row.holds("bounds") or row.holds("bounds_behind")) and any(_open(row, one, when=when) for one in kept):
        return ()
    if row.after_no and len(found) == 2 == len(kept):
        return kept[1:]  # "no el martes el jueves"
    return kept


def spanned(row: Row, end: int, start: int) -> bool:
    """Whether what ends at *end* and what begins at *start* may be the ends of a span: "de veinte a treinta", बीस तीस."""
    return end == start or (row.after(end, "either", "joins") > end and row.past_all(end + 1, *_LIGHT) == start)


def _denied(row: Row, one: Placed[T]) -> bool:
    if row.sense(one.end, "denies_behind") is not None or _refused(row, one.end):
        return True
    return row.sense(_before(row, one, "denies"), "denies") is not None


def _refused(row: Row, end: int) -> bool:
    """Whether nothing but a no follows *end*: "el martes no puedo", "Dienstag kann ich nicht"."""
    denied = row.before_no
    for at in range(end, len(row)):
        denies = row.after(at, "denies", "denies_behind") > at
        if at - end > FEW or not (denies or row.sense(at, "carriers") is not None):
            return False
        denied = denied or denies
    return denied


def _open(row: Row, one: Placed[T], *, when: bool) -> bool:
    bounding = ("all", "when" if when else "amount")
    behind = row.past_all(one.end, "the", "of", "day_words", "things")
    sides = (row.name(_before(row, one, "bounds"), "bounds"), *(row.name(at, "bounds_behind") for at in {one.end, behind}))
    return any(side in bounding for side in sides)


def _before(row: Row, one: Placed[T], name: str) -> int:
    """The place before *one* of what means *name*, or of the first word of weight."""
    # A day may begin with its own "до" or "du".
    at = one.start if row.after(one.start, *_LIGHT) > one.start and row.sense(one.start, name) is not None else one.start - 1
    # "not friday the fifteenth" is one day, "not friday thursday" two.
    light = (*_LIGHT, "weekdays") if row.sense(one.start, "weekdays") is None else _LIGHT
    while at >= 0 and one.start - at <= FEW and row.sense(at, name) is None and row.after(at, *light) > at:
        at -= 1
    return at
