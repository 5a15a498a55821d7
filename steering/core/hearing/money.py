"""`money`: one amount, written or said: "$1,250.50", "a buck fifty", "nine ninety nine", "twenty euros"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from steering.core.hearing.cardinals import SCALES, TEENS, TENS, UNITS, Number, below_hundred, cardinal, figures
from steering.core.hearing.number import number_at
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.languages import listed
from steering.core.values import SYMBOLS, Money

_CURRENCIES = {
    "USD": "dollar | dollars | buck | bucks | usd",
    "EUR": "euro | euros | eur",
    "GBP": "pound | pounds | quid | gbp | sterling",
    "JPY": "yen | jpy",
    "INR": "rupee | rupees | inr",
    "CAD": "cad",
    "AUD": "aud",
    "CHF": "franc | francs | chf",
    "MXN": "peso | pesos | mxn",
    "KRW": "won | krw",
    "RUB": "ruble | rubles | rouble | roubles | rub",
}
_UNITS = {word: code for code, names in _CURRENCIES.items() for word in listed(names)}
_CENTS = {"cent": "USD", "cents": "USD", "¢": "USD", "pence": "GBP", "penny": "USD", "pennies": "USD", "p": "GBP"}
_MINUS = frozenset({"minus", "negative", "-"})
_COINS = {"quarter": Decimal("0.25"), "dime": Decimal("0.1"), "nickel": Decimal("0.05")}
_NATIONS = {"canadian": "CAD", "australian": "AUD", "us": "USD", "american": "USD", "mexican": "MXN", "swiss": "CHF", "british": "GBP"}
# What may stand around a bare number that is an amount by its question alone.
_CARRIERS = frozenset(
    listed(
        """
        it | is | it's | its | that | that's | about | around | roughly | approximately | maybe | just | only | like | um
        uh | er | oh | well | i
        i'd | i'll | i'm | i've | can | could | pay | owe | paid | do | say | make | the | total | amount | balance | be
        was | would | to | for | of
        please | yes | yeah | ok | okay | so | my | let's | up | exactly | even | a | an | think | guess | afford | want
        send | today | now | sir
        ma'am | right | almost | over | under | somewhere | probably | monthly | month | per | each | week | bill | budget
        minimum | maximum | give
        you | we | with | at | most | least | how | cost | costs | price | spend | spent | charged | charge | they | me
        deposit | withdraw | transfer
        """
    )
)


class _Found(NamedTuple):
    money: Money
    end: int
    sure: bool


def money(text: str, language: str = "en") -> Money | None:
    """The one amount in *text*; None when there is none, or several."""
    for take in reversed(takes(value_tokens(text, language), language)):
        found = _amounts(take)
        sure = [one for one in found if one[0].sure]
        chosen = sure or (found if _bare(take, found) else [])
        if chosen:
            values = {one[0].money for one in chosen}
            return values.pop() if len(values) == 1 else None
    return None


def hear(text: str, now: datetime | None, language: str) -> Money | None:
    return money(text, language)


def _amounts(tokens: Sequence[str]) -> list[tuple[_Found, int]]:
    found = []
    at = 0
    while at < len(tokens):
        one = _amount(tokens, at)
        if one is None:
            at += 1
        else:
            found.append((one, at))
            at = one.end
    return found


def _bare(tokens: Sequence[str], found: list[tuple[_Found, int]]) -> bool:
    """Whether the numbers in *tokens* stand alone enough to be amounts without a currency."""
    inside = {place for one, start in found for place in range(start, one.end)}
    return all(place in inside or word in _CARRIERS for place, word in enumerate(tokens))


def _amount(tokens: Sequence[str], at: int) -> _Found | None:
    word = tokens[at]
    if word in _MINUS and at + 1 < len(tokens) and tokens[at + 1] not in _MINUS:
        one = _amount(tokens, at + 1)
        return one._replace(money=Money(-one.money.amount, one.money.currency)) if one else None
    if word in SYMBOLS or (word in _UNITS and len(word) == 3 and at + 1 < len(tokens) and figures(tokens[at + 1]) is not None):
        return _after_sign(tokens, at, SYMBOLS.get(word) or _UNITS[word])
    if word in ("a", "one") and at + 1 < len(tokens):
        if tokens[at + 1] in _UNITS:
            return _with_cents(tokens, Decimal(1), at + 2, _UNITS[tokens[at + 1]])
        if tokens[at + 1] in _COINS and word == "a" and len(tokens) <= _SHORT:
            return _Found(Money(_COINS[tokens[at + 1]]), at + 2, True)
    if tuple(tokens[at : at + 3]) in (("half", "a", "dollar"), ("half", "a", "buck")):
        return _Found(Money(Decimal("0.5")), at + 3, True)
    whole = number_at(tokens, at)
    if whole is None:
        return None
    end = whole.end
    amount, sure = whole.value, False
    if end < len(tokens) and tokens[end] == "k":
        amount, end = amount * 1000, end + 1
    if end < len(tokens) and tokens[end] in _CENTS:
        return _Found(Money(_rounded(amount / 100), _CENTS[tokens[end]]), end + 1, True)
    nation = _NATIONS.get(tokens[end]) if end + 1 < len(tokens) and tokens[end + 1] in _UNITS else None
    if nation:
        return _with_cents(tokens, amount, end + 2, nation)
    if end < len(tokens) and (tokens[end] in _UNITS or tokens[end] in SYMBOLS):
        return _with_cents(tokens, amount, end + 1, _UNITS.get(tokens[end]) or SYMBOLS[tokens[end]])
    colloquial = _colloquial(tokens, at, whole)
    sure = end > at and "grand" in tokens[at:end]
    return colloquial or _Found(Money(_rounded(amount)), end, sure)


_SHORT = 4


def _after_sign(tokens: Sequence[str], at: int, currency: str) -> _Found | None:
    if at + 1 == len(tokens):
        return None
    one = number_at(tokens, at + 1)
    if one is None:
        return None
    amount, end = one.value, one.end
    if end < len(tokens) and tokens[end] in ("k", "m", "b"):
        amount, end = amount * {"k": 10**3, "m": 10**6, "b": 10**9}[tokens[end]], end + 1
    if end < len(tokens) and _UNITS.get(tokens[end]):
        end += 1
    return _with_cents(tokens, amount, end, currency, bare=False)


def _with_cents(tokens: Sequence[str], amount: Decimal, end: int, currency: str, *, bare: bool = True) -> _Found:
    """*amount* with the cents that may follow: "and fifty cents", or in short "a buck fifty"."""
    at = end + 1 if end < len(tokens) and tokens[end] == "and" else end
    if tuple(tokens[at : at + 2]) == ("a", "half"):
        return _Found(Money(amount + Decimal("0.5"), currency), at + 2, True)
    cents = cardinal(tokens, at) if at < len(tokens) else None
    if cents and 0 < cents.value < 100:
        named = cents.end < len(tokens) and tokens[cents.end] in _CENTS
        if named or (bare and amount == amount.to_integral_value() and (cents.end == len(tokens) or tokens[cents.end] not in SCALES)):
            return _Found(Money(_rounded(amount + cents.value / 100), currency), cents.end + named, True)
    return _Found(Money(_rounded(amount), currency), end, True)


def _colloquial(tokens: Sequence[str], at: int, whole: Number) -> _Found | None:
    """Dollars and cents without their names: "nine ninety nine", "twelve fifty", "five oh five"."""
    if not whole.spoken:
        return None
    head = below_hundred(tokens, at)
    if head is None or not head[0] or head[1] >= whole.end:
        return None
    oh = tokens[head[1]] in ("oh", "o", "zero") and head[1] + 1 < whole.end
    tail = below_hundred(tokens, head[1] + 1) if oh else below_hundred(tokens, head[1])
    if tail is None or tail[1] != whole.end or (oh and tail[0] > 9) or not (oh or tokens[head[1]] in TENS or tokens[head[1]] in TEENS):
        return None
    if tokens[head[1] - 1] in UNITS or tokens[head[1] - 1] in TEENS or tokens[head[1] - 1] in TENS:
        return _Found(Money(_rounded(Decimal(head[0]) + Decimal(tail[0]) / 100)), whole.end, False)
    return None


def _rounded(amount: Decimal) -> Decimal:
    """*amount* without trailing zeros that nobody said: whole, or in cents."""
    return amount.to_integral_value() if amount == amount.to_integral_value() else amount.quantize(Decimal("0.01"))
