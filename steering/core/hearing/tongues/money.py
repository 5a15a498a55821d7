"""Amounts: "cinco euros con veinte", "fünf Euro zwanzig", "пять рублей двадцать копеек", "20,50 €"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from steering.core.hearing.tongues.numbers import Number, number, small, whole
from steering.core.hearing.tongues.row import MOST, Row, takes
from steering.core.values import SYMBOLS, Money

# Currencies that share a word: which one "peso" is, the region of the language says.
_ALIKE = {
    "MXN": ("ARS", "CLP", "COP", "DOP", "UYU"),
    "USD": ("CAD", "AUD"),
    "SAR": ("QAR", "OMR", "YER"),
    "AED": ("MAD",),
    "EGP": ("SDG",),
}
_CENT = Decimal("0.01")


class _Amount(NamedTuple):
    money: Money
    end: int
    sure: bool


def hear(text: str, now: datetime | None, language: str) -> Money | None:
    """The one amount in *text*; None when there is none, or several."""
    for row in takes(text, language):
        found = list(_amounts(row))
        chosen = [one for one, _ in found if one.sure]
        if not chosen and row.bare(*((at, one.end) for one, at in found)):
            chosen = [one for one, _ in found]
        if chosen:
            values = {one.money for one in chosen}
            return values.pop() if len(values) == 1 else None
    return None


def _amounts(row: Row) -> Iterator[tuple[_Amount, int]]:
    """The amounts and where they begin."""
    at = tried = 0
    while at < len(row) and tried < MOST:
        known = not _BEGINS.isdisjoint(row.items[at].senses)
        tried += known
        one = _amount(row, at) if known else None
        if one:
            yield one, at
        at = one.end if one else at + 1


_BEGINS = frozenset({"numbers", "articles", "figure", "tens", "minus", "fractions", "halves", "currencies"})


def _amount(row: Row, at: int) -> _Amount | None:
    if row.sense(at, "minus") is not None and row.sense(at + 1, "minus") is None:
        one = _amount(row, at + 1)
        return one._replace(money=Money(-one.money.amount, one.money.currency)) if one else None
    code = row.name(at, "currencies")
    if code and row.sense(at, "numbers") is None:
        after = row.sense(at + 1, "figure") is not None or (row.number(at + 1, "numbers") == 1 and row.sense(at + 2, "scales") is None)
        if row.text(at) not in SYMBOLS and not after:
            return None
        one_number = number(row, at + 1)
        return _with_coins(row, one_number, code, bare=False) if one_number else None
    one_number = number(row, at)
    if one_number is None:
        return None
    place = row.after(one_number.end, "of")
    code = row.name(place, "currencies")
    if code:
        return _with_coins(row, one_number._replace(end=place + 1), code, bare=True)
    # A dual is number and unit in one: دولاران.
    dual = row.number(one_number.end - 1, "numbers") == 2
    if dual and (code := row.name(one_number.end - 1, "currencies")):
        return _with_coins(row, one_number, code, bare=False)
    coin = row.name(place, "coins") or (row.name(one_number.end - 1, "coins") if dual else None)
    if coin:
        end = place + 1 if row.name(place, "coins") else one_number.end
        return _Amount(Money(_rounded(one_number.value / 100), _at_home(row, coin)), end, True)
    if not one_number.sure or row.sense(one_number.end, "things") is not None or row.sense(one_number.end, "spans") is not None:
        return None
    return _in_two(row, one_number) or _Amount(Money(_rounded(one_number.value), _own(row)), one_number.end, False)


def _with_coins(row: Row, amount: Number, code: str, *, bare: bool) -> _Amount:
    """*amount* of the currency *code* with the coins that may follow, named or not."""
    code = _at_home(row, code)
    at = row.past_all(amount.end, "with_coins", "joins")
    if row.sense(at, "halves") is not None and at > amount.end and row.sense(at + 1, "scales") is None:
        return _Amount(Money(amount.value + Decimal("0.5"), code), at + 1, True)
    coins = (None if row.lexicon.tens else small(row, at)) or whole(row, at)
    if coins and 0 < coins.value < 100:
        named = row.sense(coins.end, "coins") is not None
        dual = row.number(coins.end - 1, "numbers") == 2 and row.sense(coins.end - 1, "coins") is not None
        other = any(
            row.sense(coins.end, name) is not None for name in ("currencies", "scales", "hundreds", "spans", "things", "hours", "months")
        )
        if named or dual or (bare and coins.sure and not other and amount.value % 1 == 0):
            sign = -1 if amount.value < 0 else 1
            return _Amount(Money(_rounded(amount.value + sign * Decimal(coins.value) / 100), code), coins.end + named, True)
    return _Amount(Money(_rounded(amount.value), code), amount.end, True)


def _in_two(row: Row, one: Number) -> _Amount | None:
    """Units and coins without their names: "nueve noventa y nueve", "doce con cincuenta"."""
    at = row.after(one.end, "with_coins", "joins")
    coins = whole(row, at)
    if coins is None or not 10 <= coins.value < 100 or one.value % 1 or not 0 < one.value < 1000:
        return None
    return _Amount(Money(_rounded(one.value + Decimal(coins.value) / 100), _own(row)), coins.end, False)


def _own(row: Row) -> str:
    """The currency of a bare amount: the region's, or the language's."""
    return row.lexicon.regions.get(row.region, row.lexicon.currency)


def _at_home(row: Row, code: str) -> str:
    own = _own(row)
    return own if own in _ALIKE.get(code, ()) else code


def _rounded(amount: Decimal) -> Decimal:
    """*amount* without trailing zeros that nobody said: whole, or in cents."""
    return amount.to_integral_value() if amount == amount.to_integral_value() else amount.quantize(_CENT)
