"""Strings of digits: one by one, in pairs and numbers, doubled: "doble cinco", "soixante-quinze", 공일공."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from steering.core.hearing.digits import KEYS, LONGEST, corrected, fits, keyed
from steering.core.hearing.tongues.numbers import hundreds, whole
from steering.core.hearing.tongues.row import MOST, Row, takes


class _Run(NamedTuple):
    digits: str
    start: int
    end: int
    sure: bool


def digits(text: str, size: int | None = None, language: str = "es") -> str | None:
    """The digits in *text*; with *size* exactly so many. None when they are not there or not clear."""
    if KEYS.fullmatch(text[:LONGEST]):
        return fits(keyed(text), size)
    found: str | None = None
    for row in reversed(takes(text, language)):
        said = in_row(row, size)
        if said:
            found = said if found is None else corrected(found, said, size)
    return fits(found, size)


def hear(text: str, now: datetime | None, language: str) -> str | None:
    return digits(text, language=language)


def in_row(row: Row, size: int | None) -> str:
    runs = [run for run in _runs(row) if not _counts(row, run)]
    runs = [run for run in runs if (run.sure and len(run.digits) > 1) or _alone(row, run, len(runs))]
    if size is not None:
        fitting = {run.digits for run in runs if len(run.digits) == size}
        return fitting.pop() if len(fitting) == 1 else "".join(run.digits for run in runs)
    longest = max((len(run.digits) for run in runs), default=0)
    best = {run.digits for run in runs if len(run.digits) == longest}
    return best.pop() if len(best) == 1 else ""


def _alone(row: Row, run: _Run, runs: int) -> bool:
    """Whether a single digit is the answer and not a word of a sentence: "tres", "es el tres"."""
    if run.sure and (runs > 1 or len(row) - (run.end - run.start) <= 1):
        return True
    return row.bare((run.start, run.end))


def _counts(row: Row, run: _Run) -> bool:
    """Whether the run only says how many: "cuatro dígitos"."""
    return len(run.digits) < 3 and row.sense(run.end, "counted") is not None


def _runs(row: Row) -> list[_Run]:
    runs: list[_Run] = []
    at = 0
    while at < len(row) and len(runs) < MOST:
        run = None if _BEGINS.isdisjoint(row.items[at].senses) and not row.text(at)[-1].isdecimal() else _run(row, at)
        if run and len(run.digits) > LONGEST:
            return []
        if run:
            runs.append(run)
        at = run.end if run else at + 1
    return runs


_BEGINS = frozenset({"numbers", "articles", "tens", "scales", "repeats"})


def _run(row: Row, start: int) -> _Run | None:
    said, sure = "", 0
    at = end = start
    while at < len(row) and len(said) <= LONGEST:
        piece = _piece(row, at)
        if piece is None:
            if not said or (row.sense(at, "between") is None and row.sense(at, "joins") is None):
                break
            at += 1
            continue
        said, sure = said + piece[0], sure + piece[2]
        at = end = piece[1]
    return _Run(said, start, end, sure > 0 or len(said) > 2) if said else None


def _piece(row: Row, at: int) -> tuple[str, int, bool] | None:
    """The digits of one number at *at*, where they end, and whether they are more than an article."""
    times = row.number(at, "repeats")
    if times:
        one = hundreds(row, at + 1)
        return (str(one.value) * times, one.end, True) if one and one.value < 100 else None
    text = row.text(at)
    if text[-1:].isdecimal():
        return "".join(filter(str.isdecimal, text)), at + 1, True
    one = whole(row, at)
    return (str(one.value), one.end, one.sure) if one else None
