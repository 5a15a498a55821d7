"""`number`: one number in words or figures, with sign, decimals and halves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from steering.core.hearing.cardinals import SCALES, TEENS, TENS, UNITS, Number, below_hundred, cardinal
from steering.core.hearing.tokens import takes, value_tokens

_MINUS = frozenset({"minus", "negative"})
_LOT = {"dozen": 12, "couple": 2, "score": 20}
_OH = UNITS | {"oh": 0, "o": 0, "nought": 0, "naught": 0, "nil": 0}
_RANGE = frozenset({"to", "or", "between"})


def number(text: str, language: str = "en") -> int | Decimal | None:
    """The one number in *text*; None when there is none, or several."""
    for take in reversed(takes(value_tokens(text, language), language)):
        found = [value for value, _, _ in numbers(take)]
        if found:
            return plain(found[0]) if len(set(found)) == 1 else None
    return None


def hear(text: str, now: datetime | None, language: str) -> int | Decimal | None:
    return number(text, language)


def plain(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value


def numbers(tokens: Sequence[str]) -> list[tuple[Decimal, int, int]]:
    """All numbers in *tokens* with where they begin and end."""
    found: list[tuple[Decimal, int, int]] = []
    at = 0
    while at < len(tokens):
        one = number_at(tokens, at)
        if one is None:
            at += 1
        else:
            found.append((one.value, at, one.end))
            at = one.end
    return found


def number_at(tokens: Sequence[str], at: int) -> Number | None:
    """The number that begins at *at*: cardinal, decimal, half, dozen; with its sign."""
    if tokens[at] in _MINUS and at + 1 < len(tokens) and tokens[at + 1] not in _MINUS:
        one = number_at(tokens, at + 1)
        return one._replace(value=-one.value) if one else None
    if tokens[at] == "half" and tokens[at + 1 : at + 3] == ("a", "dozen"):
        return Number(Decimal(6), at + 3, True)
    if tokens[at] in ("a", "half") and at + 1 < len(tokens) and tokens[at + 1] in _LOT:
        return Number(Decimal(_LOT[tokens[at + 1]]), at + 2, True)
    if tokens[at] in ("point", "nought", "naught", "oh", "nil"):
        end = at if tokens[at] == "point" else at + 1
        return _decimals(tokens, Number(Decimal(0), end, True))
    one = cardinal(tokens, at)
    if one is None:
        return None
    one = _run_on(tokens, at, one)
    if one.end < len(tokens) and tokens[one.end] == "dozen":
        return Number(one.value * 12, one.end + 1, True)
    return _decimals(tokens, one) or _half(tokens, one) or one


def _run_on(tokens: Sequence[str], at: int, one: Number) -> Number:
    """Numbers said in pieces are one number: "one twenty", "nineteen eighty four", "four five one two"."""
    if not one.spoken or one.value > 99:
        return one
    pieces, end = [int(one.value)], one.end
    while end < len(tokens) and len(pieces) <= LONGEST_RUN and (tokens[end] in _OH or tokens[end] in TEENS or tokens[end] in TENS):
        piece = below_hundred(tokens, end) or (0, end + 1)
        pieces.append(piece[0])
        end = piece[1]
    if len(pieces) == 1 or len(pieces) > LONGEST_RUN:
        return one
    return Number(Decimal("".join(str(piece) for piece in pieces)), end, True)


LONGEST_RUN = 15


def _decimals(tokens: Sequence[str], one: Number) -> Number | None:
    """*one* with the digits after "point"."""
    if not (one.end + 1 < len(tokens) and tokens[one.end] == "point"):
        return None
    digits, end = "", one.end + 1
    while end < len(tokens) and len(digits) < LONGEST_RUN:
        piece = below_hundred(tokens, end)
        if piece is None and tokens[end] in _OH:
            piece = (0, end + 1)
        if piece is None:
            if not tokens[end].isdecimal():
                break
            digits, end = digits + tokens[end][:LONGEST_RUN], end + 1
        else:
            digits, end = digits + str(piece[0]), piece[1]
    return Number(one.value + Decimal(f"0.{digits}"), end, one.spoken) if digits else None


def _half(tokens: Sequence[str], one: Number) -> Number | None:
    parts = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
    after = tuple(tokens[one.end : one.end + 3])
    if len(after) == 3 and after[:2] == ("and", "a") and after[2] in parts:
        scale = SCALES.get(tokens[one.end + 3], 1) if one.end + 3 < len(tokens) else 1
        return Number((one.value + parts[after[2]]) * scale, one.end + (3 if scale == 1 else 4), one.spoken)
    return None
