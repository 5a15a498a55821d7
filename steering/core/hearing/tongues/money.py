"""Amounts: "cinco euros con veinte", "fünf Euro zwanzig", "пять рублей двадцать копеек", "20,50 €"."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from steering.core.hearing.tongues.numbers import Number, number, small, whole
from steering.core.hearing.tongues.row import MOST, Row, takes
from steering.core.hearing.tongues.spans import Placed, meant, spanned
from steering.core.values import SYMBOLS, Money

# Currencies that share a word: which one "peso" is, the region of the language says.
_ALIKE = {
    "MXN": ("ARS", "CLP", "COP", "DOP", "UYU"),
    "USD": ("CAD", "AUD"),
    "SAR": ("QAR", "OMR", "YER"),
    "AED": ("MAD",),
    "EGP": ("SDG",),
}
# Whose own currency a bare "$" is.
_DOLLARS = frozenset({"MXN", "ARS", "CLP", "COP", "DOP", "UYU", "CAD", "AUD"})
_CENT = Decimal("0.01")
# What makes a number behind an amount another value, not its coins.
_OTHERS = frozenset({"currencies", "scales", "hundreds", "spans", "things", "hours", "months"})


class _Amount(NamedTuple):
    money: Money
    end: int
    sure: bool


def hear(text: str, now: datetime | None, language: str) -> Money | None:
    """The one amount in *text*; None when there is none, or several."""
    for row in takes(text, language):
        found = _amounts(row)
        starts = (*(one.start for one in found[1:]), -1)
        if any(one.value.sure for one in found):
            chosen = [one for one, after in zip(found, starts, strict=False) if one.value.sure or spanned(row, one.end, after)]
        else:
            chosen = found if row.bare(*((one.start, one.end) for one in found)) else []
        if chosen:
            values = {one.value.money for one in meant(row, chosen)}
            return values.pop() if len(values) == 1 else None
    return None


def _amounts(row: Row) -> list[Placed[_Amount]]:
    found: list[Placed[_Amount]] = []
    at = tried = 0
    while at < len(row) and tried < MOST:
        known = not _BEGINS.isdisjoint(row.items[at].senses)
        tried += known
        one = _amount(row, at) if known else None
        if one:
            found.append(Placed(one, at, one.end))
        at = one.end if one else at + 1
    return found


_BEGINS = frozenset({"numbers", "articles", "figure", "tens", "minus", "fractions", "halves", "currencies", "coins"})


def _amount(row: Row, at: int) -> _Amount | None:
    if row.sense(at, "minus") is not None and row.sense(at + 1, "minus") is None:
        owed = _amount(row, at + 1)
        return owed._replace(money=Money(-owed.money.amount, owed.money.currency)) if owed else None
    if code := _currency(row, at):
        one = _noun_first(row, at)
        written = row.text(at) in SYMBOLS or row.sense(at + 1, "figure") is not None
        return _with_coins(row, one, code, bare=not written) if one else None
    one = _figures(row, at)
    coins = _coins(row, at, one)
    # "cinq cents" is five hundred, when no dollars stand before it.
    if coins and not (coins.value < 10 and row.sense(coins.end - 1, "hundreds") is not None):
        return _Amount(Money(_rounded(coins.value / 100), _at_home(row, coins.currency)), coins.end, True)
    if one is None:
        return None
    place = row.after(one.end, "of")
    if code := _currency(row, place):
        return _with_coins(row, one._replace(end=place + 1), code, bare=True)
    if not one.sure or row.sense(one.end, "things") is not None or row.sense(one.end, "spans") is not None:
        return None
    return _in_two(row, one) or _Amount(Money(_rounded(one.value), _own(row)), one.end, False)


def _currency(row: Row, at: int) -> str | None:
    """The currency named at *at*; a bare "$" is the region's own dollar or peso."""
    own = _own(row)
    at_home = row.text(at) == "$" and row.text(at - 1) != "us" and own in _DOLLARS
    return own if at_home else row.name(at, "currencies")


def _figures(row: Row, at: int) -> Number | None:
    """The number at *at*; three figures behind a mark are thousands, as no amount has so many decimals."""
    one, written = number(row, at), row.sense(at, "figure")
    if one and one.end == at + 1 and isinstance(written, Decimal) and written.as_tuple().exponent == -3 and abs(written) >= 1:
        return one._replace(value=written * 1000)
    return one


def _noun_first(row: Row, at: int) -> Number | None:
    """The number of the currency named at *at*: a sign's or code's, a dual's (دولاران), or one (دولار واحد)."""
    if dual := row.number(at, "duals"):
        return Number(Decimal(dual), at + 1)
    if row.text(at) in SYMBOLS or row.sense(at + 1, "figure") is not None:
        return _figures(row, at + 1)
    return Number(Decimal(1), at + 2) if row.one(at + 1) else None


class _Coins(NamedTuple):
    value: Decimal
    currency: str
    end: int


def _coins(row: Row, at: int, counted: Number | None) -> _Coins | None:
    """Coins by their name, after the number *counted* or before it: "cincuenta céntimos", سنتان, سنت واحد."""
    # "cent un" is a hundred and one, not one cent.
    if (code := row.name(at, "coins")) and row.sense(at, "hundreds") is None:
        if dual := row.number(at, "duals"):
            return _Coins(Decimal(dual), code, at + 1)
        return _Coins(Decimal(1), code, at + 2) if row.one(at + 1) else None
    # "vingt-cinq cents" are coins, although hundreds are counted so too.
    for one in (None if row.lexicon.tens else small(row, at), counted):
        if one and (code := row.name(one.end, "coins")) and row.sense(one.end + 1, "currencies") is None:
            return _Coins(Decimal(one.value), code, one.end + 1)
    return None


def _with_coins(row: Row, amount: Number, code: str, *, bare: bool) -> _Amount:
    """*amount* of the currency *code* with the coins that may follow, named or not."""
    code = _at_home(row, code)
    at = row.past_all(amount.end, "with_coins", "joins")
    if row.sense(at, "halves") is not None and at > amount.end and row.sense(at + 1, "scales") is None:
        return _Amount(Money(amount.value + Decimal("0.5"), code), at + 1, True)
    count, end = Decimal(0), amount.end
    if coins := _coins(row, at, number(row, at)):
        count, end = coins.value, coins.end
    elif bare and amount.value % 1 == 0 and (said := whole(row, at)) and said.sure:
        other = row.means(said.end, _OTHERS)
        count, end = (Decimal(0), end) if other else (Decimal(said.value), said.end)
    if not 0 < count < 100:
        return _Amount(Money(_rounded(amount.value), code), amount.end, True)
    sign = -1 if amount.value < 0 else 1
    return _Amount(Money(_rounded(amount.value + sign * count / 100), code), end, True)


def _in_two(row: Row, one: Number) -> _Amount | None:
    """Units and coins without their names: "nueve noventa y nueve", "doce con cincuenta"."""
    at = row.after(one.end, "with_coins", "joins")
    coins = whole(row, at)
    if coins is None or not 10 <= coins.value < 100 or one.value % 1 or not 0 < one.value < 1000:
        return None
    if one.value % 5 == 0 and one.value >= 10 and coins.value - one.value in (5, 10):
        return None  # "veinte treinta" is from twenty to thirty
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
