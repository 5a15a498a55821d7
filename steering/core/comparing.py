"""Two written values compared, each read by its kind; a value that a guard has in writing is read by the kind of the other."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne
from typing import Any, Literal

from steering.core.hours import duration
from steering.core.values import Money, Time, read

# (kind, text); the kind of a written value is "" until it meets its other side.
Pair = tuple[str, str]
Operator = Literal["is", "is not", "<", ">", "<=", ">="]

# Marks of writing, but for those within a number ("3.5") and the sign before one.
_MARKS = re.compile(r"""['’‘ʼ`"“”„«»!?;()…¿¡‐–—]|(?<!\d)[.,:]|[.,:](?!\d)|(?<=[^\W_])-|-(?!\d)""")
_EXACT = frozenset({"email", "url", "phone"})
# Kinds whose values have an order, as a text is tried for one.
_ORDERED = ("number", "date", "time")
_SIGNS: dict[Operator, Callable[[Any, Any], bool]] = {"is": eq, "is not": ne, "<": lt, ">": gt, "<=": le, ">=": ge}


def compared(one: Pair, operator: Operator, other: Pair) -> bool:
    """Whether *one* stands to *other* as the *operator* says."""
    pair = _alike(one, other)
    if pair is None:
        return operator == "is not"
    a, b = pair
    if isinstance(a, str) and operator not in ("is", "is not"):
        # Digits and fields of a look-up are texts; only what they stand for has an order.
        found = next((both for kind in _ORDERED if None not in (both := (_value(kind, a), _value(kind, b)))), None)
        if found is None:
            return False
        a, b = found
    return _SIGNS[operator](a, b)


def misfit(name: str, kind: str, operator: Operator, text: str) -> str:
    """Why a value of *kind* never stands to the written *text* as the *operator* says; empty when it may."""
    if _value(_for(kind, text), text) is None:
        return f"'{text}' is no {kind}, as '{name}' is"
    if sort(kind) == "text" and operator not in ("is", "is not") and all(read(one, text) is None for one in _ORDERED):
        return f"'{name}' and '{text}' have no order; compare them with 'is'"
    return ""


def sort(kind: str) -> str:
    """The sort of values that a kind compares with."""
    return {"money": "number", "duration": "number"}.get(kind, kind if kind in ("number", "date", "time") else "text")


def _alike(one: tuple[str, str], other: tuple[str, str]) -> tuple[Any, Any] | None:
    """Both values in one comparable form, or None when they cannot be compared."""
    a, b = _value(one[0] or _for(other[0], one[1]), one[1]), _value(other[0] or _for(one[0], other[1]), other[1])
    if isinstance(a, Money) and isinstance(b, Money):
        return (a.amount, b.amount) if a.currency == b.currency else None
    if isinstance(a, Money) and isinstance(b, Decimal):
        return a.amount, b
    if isinstance(a, Decimal) and isinstance(b, Money):
        return a, b.amount
    return (a, b) if a is not None and type(a) is type(b) else None


def _for(kind: str, text: str) -> str:
    """How a written value is read beside a value of *kind*: an amount without a currency is any currency's."""
    return "number" if kind == "money" and read("number", text) is not None else kind


def _value(kind: str, text: str) -> object | None:
    if kind == "duration":
        seconds = duration(text)
        return Decimal(str(seconds)) if seconds is not None else read("number", text)
    value = read(kind, text)
    if isinstance(value, Time):
        return value.value
    if not isinstance(value, str):
        return value
    folded = "".join(value.split()).casefold()
    # Addresses live by their marks; in words a recogniser leaves them out: "St. Mary's" is "st marys".
    return folded if kind in _EXACT else _MARKS.sub("", folded) or folded
