"""Amounts and numbers as people of a language write them, brought into the one written form that `values.read` knows."""

from __future__ import annotations

import re

from steering.core.hearing.tongues.row import decimal_mark
from steering.core.values import read

_FIGURES = re.compile(r"\d(?:[\d.,\s]*\d)?")
_BY_COMMA = re.compile(r"(?P<whole>\d{1,3}(?:(?P<mark>[.\s])\d{3}(?:(?P=mark)\d{3})*)?|\d+)(?:,(?P<rest>\d+))?")


def pointed(kind: str, text: str, language: str) -> str:
    """*text* of *kind* with a point before its decimals where the language writes a comma ("1.250,50" in German); else as it is.

    What `read` can read as it stands stays so, but for the German, Spanish or French "1.250" of money: no amount has three decimals.
    """
    if kind not in ("money", "number") or decimal_mark(language) != ",":
        return text
    if read(kind, text) is not None and not (kind == "money" and re.search(r"(?<![\d.,])\d{1,3}\.\d{3}(?!\d)", text)):
        return text
    return _FIGURES.sub(lambda match: _by_point(match[0]) or match[0], text, count=1)


def misread(kind: str, text: str) -> str:
    """`: write 12.50`, with the reason, for a *text* of *kind* that has a comma before its decimals; else nothing."""
    meant = _FIGURES.sub(lambda match: _by_point(match[0]) or match[0], text, count=1)
    if kind not in ("money", "number") or meant == text or read(kind, meant) is None:
        return ""
    return f": write {meant}, a comma stands only before three figures"


def _by_point(figures: str) -> str:
    """*figures* as they are read where a comma stands before decimals; empty when they are none."""
    match = _BY_COMMA.fullmatch(figures)
    if match is None:
        return ""
    whole = re.sub(r"\D", "", match["whole"])
    return f"{whole}.{match['rest']}" if match["rest"] else whole
