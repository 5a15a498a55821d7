"""`money`: one amount, written or said: "$1,250.50", "a buck fifty", "nine ninety nine", "twenty euros"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from steering.core.hearing.calendar import MONTHS
from steering.core.hearing.cardinals import SCALES, UNITS, Number, below_hundred, figures
from steering.core.hearing.number import BEGINNINGS, number_at
from steering.core.hearing.offers import unrefused
from steering.core.hearing.spans import is_open
from steering.core.hearing.tokens import takes, value_tokens, withdrawn
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
    "CNY": "yuan | renminbi | cny",
    "SEK": "krona | kronor | sek",
    "PLN": "zloty | zlotys | pln",
    "BRL": "reais | brl",
    "ILS": "shekel | shekels | ils",
    "AED": "dirham | dirhams | aed",
    "TRY": "lira",
    "ZAR": "rand | zar",
}
_UNITS = {word: code for code, names in _CURRENCIES.items() for word in listed(names)}
_CENTS = {"cent": "USD", "cents": "USD", "¢": "USD", "pence": "GBP", "penny": "USD", "pennies": "USD", "p": "GBP"}
_MINUS = frozenset({"minus", "negative", "-"})
_COINS = {
    **dict.fromkeys(("quarter", "quarters"), Decimal("0.25")),
    **dict.fromkeys(("dime", "dimes"), Decimal("0.1")),
    **dict.fromkeys(("nickel", "nickels"), Decimal("0.05")),
}
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25")}
_NATIONS = {"canadian": "CAD", "australian": "AUD", "us": "USD", "american": "USD", "mexican": "MXN", "swiss": "CHF", "british": "GBP"}
_BEGINNINGS = BEGINNINGS | {*_MINUS, *_PARTS, *SYMBOLS, *_UNITS, "couple"}
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
        minimum | maximum | max | tops | give
        you | we | with | most | least | how | cost | costs | price | spend | spent | charged | charge | they | me
        deposit | withdraw | transfer | put | down | on | let | go | ahead | and | take | work | works | what | all | said | rent
        ish | there | have | got | only | then | good | fine | sounds | try | start | toward | towards | might | could | as | much
        going | gonna | will | able | my | this | these | than | more | less | no | not | hour | year | day | piece | total | altogether
        sorry | actually | down | back | off | out | swing | scrape | together | manage
        tomorrow | monday | tuesday | wednesday | thursday | friday | saturday | sunday | next
        every | starting | beginning | cash | handle | thinking | hoping | tax | taxes | before | after
        if | i | he | she | his | her | thank | thanks | exact | extra
        """
    )
)


class _Found(NamedTuple):
    """An amount that ends before the token at *end*, *sure* by its own words; no money where it could be two amounts."""

    money: Money | None
    end: int
    sure: bool


def money(text: str, language: str = "en") -> Money | None:
    """The one amount in *text*; None when there is none, or several."""
    said = takes(value_tokens(unrefused(text, language), language), language)
    for place in reversed(range(len(said))):
        take = said[place]
        found = _amounts(take)
        if not found and place and withdrawn(take):
            return None
        sure = [one for one in found if one[0].sure]
        chosen = sure or (found if _bare(take, found) else [])
        if chosen:
            values = {None if is_open(take, start, one.end) else one.money for one, start in chosen}
            # In "five dollars and fifty cents, no, sixty" the cents or all of it are sixty.
            unclear = not sure and place > 0 and said[place - 1][-1:] == ("cents",)
            return values.pop() if len(values) == 1 and not unclear and not _spanned(take, found) else None
    return None


def hear(text: str, now: datetime | None, language: str) -> Money | None:
    return money(text, language)


def _amounts(tokens: Sequence[str]) -> list[tuple[_Found, int]]:
    found = []
    at = 0
    while at < len(tokens):
        one = _amount(tokens, at) if tokens[at] in _BEGINNINGS or tokens[at][-1].isdecimal() else None
        if one is None:
            at += 1
        else:
            if not (at and tokens[at - 1] == "not"):
                # "half of fifty dollars", "ten percent of fifty dollars" are less than that.
                shared = at > 1 and tokens[at - 1] == "of" and tokens[at - 2] in _PORTIONS
                found.append((one._replace(money=None) if shared else one, at))
            at = one.end
    return found


def _bare(tokens: Sequence[str], found: list[tuple[_Found, int]]) -> bool:
    """Whether the numbers in *tokens* stand alone enough to be amounts without a currency."""
    inside = {place for one, start in found for place in range(start, one.end)}
    return all(place in inside or word in _CARRIERS or _carries(tokens, place) for place, word in enumerate(tokens))


def _carries(tokens: Sequence[str], at: int) -> bool:
    """Whether a word means nothing only there: "at most fifty", "let us do fifty", "when i get paid, fifty", "fifty by"."""
    if tokens[at] == "get":
        return tokens[at + 1 : at + 2] == ("paid",)
    if tokens[at] == "at":
        return _limits(tokens, at)
    return tokens[at - 1 : at + 1] == ("let", "us") if tokens[at] == "us" else tokens[at] == "by" and at == len(tokens) - 1


def _limits(tokens: Sequence[str], at: int) -> bool:
    """Whether "at most" or "at the least" stands there: "at ten thirty" is a time."""
    return any(word in ("most", "least") for word in tokens[at + 1 : at + 3])


def _spanned(tokens: Sequence[str], found: list[tuple[_Found, int]]) -> bool:
    """Whether an amount is only the end of a span: "forty to fifty dollars", "between a hundred and two hundred dollars"."""
    for (one, start), (_, after) in pairwise(found):
        between = tuple(tokens[one.end : after])
        if between in (("to",), ("or",), ("-",)) or (between == ("and",) and start and tokens[start - 1] == "between"):
            return True
    return False


def _amount(tokens: Sequence[str], at: int) -> _Found | None:
    word = tokens[at]
    if word in _MINUS and at + 1 < len(tokens) and tokens[at + 1] not in _MINUS:
        one = _amount(tokens, at + 1)
        return one._replace(money=one.money and Money(-one.money.amount, one.money.currency)) if one else None
    if word in SYMBOLS or (word in _UNITS and len(word) == 3 and at + 1 < len(tokens) and figures(tokens[at + 1]) is not None):
        return _after_sign(tokens, at, SYMBOLS.get(word) or _UNITS[word])
    if word in ("a", "one") and at + 1 < len(tokens):
        if tokens[at + 1] in _UNITS:
            return _with_cents(tokens, Decimal(1), at + 2, _UNITS[tokens[at + 1]])
        if tokens[at + 1] in _CENTS:
            return _Found(Money(Decimal("0.01"), _CENTS[tokens[at + 1]]), at + 2, True)
        if tokens[at + 1] in _COINS and tokens[at + 1] not in _PARTS and word == "a" and len(tokens) <= _SHORT:
            return _Found(Money(_COINS[tokens[at + 1]]), at + 2, True)
    if word in _OFTEN:
        return None
    whole = Number(Decimal(2), at + 1, True) if word == "couple" else _part_of_a_scale(tokens, at) or number_at(tokens, at)
    if whole is None:
        return None
    if tokens[whole.end - 1] == "couple":
        whole = _couple_of(tokens, whole)
    amount, end = whole.value, whole.end
    middle = (at + end) // 2
    if whole.spoken and tokens[at:middle] == tokens[middle:end] and tokens[end : end + 1] and tokens[end] in _UNITS:
        return _Found(None, end + 1, True)  # "fifty fifty dollars": a stutter
    if end < len(tokens) and tokens[end] in _CENTS:
        # "a hundred and five cents": $1.05, or $100.05; "… and ten cents": of what was not understood.
        two = "and" in tokens[at:end] or (at > 0 and tokens[at - 1] == "and")
        return _Found(None if two else Money(_rounded(amount / 100), _CENTS[tokens[end]]), end + 1, True)
    if end < len(tokens) and tokens[end] in _COINS and amount == amount.to_integral_value():
        return _Found(Money(_rounded(amount * _COINS[tokens[end]])), end + 1, True)
    nation = _NATIONS.get(tokens[end]) if end + 1 < len(tokens) and tokens[end + 1] in _UNITS else None
    if nation:
        return _with_cents(tokens, amount, end + 2, nation)
    if end < len(tokens) and (tokens[end] in _UNITS or tokens[end] in SYMBOLS):
        return _with_cents(tokens, amount, end + 1, _UNITS.get(tokens[end]) or SYMBOLS[tokens[end]])
    cents = _small(tokens, end + (tokens[end : end + 1] in (("and",), ["and"])))
    if cents and cents[1] < len(tokens) and tokens[cents[1]] in _CENTS and amount == amount.to_integral_value():
        return _Found(Money(_rounded(amount + Decimal(cents[0]) / 100), _CENTS[tokens[cents[1]]]), cents[1] + 1, True)
    if amount < 1 and any(word in _SHARES for word in tokens[at:end]):
        return None  # "half" is half of what is owed
    if whole.spoken and end - at > 1 and tokens[end - 1] in ("oh", "o"):
        return _Found(None, end, False)  # "twenty five oh": broken off
    sure = end > at and "grand" in tokens[at:end]
    return _colloquial(tokens, at, whole) or _Found(Money(_rounded(amount)), end, sure)


_OFTEN = frozenset({"once", "twice", "thrice"})
_SHORT = 4
_PORTIONS = frozenset({"half", "quarter", "quarters", "third", "thirds", "percent", "%"})
_SHARES = frozenset({"half", "halves", "quarter"})
_ENDING = 99
"""Cents of a price: "nine ninety nine" is no hundreds."""


def _part_of_a_scale(tokens: Sequence[str], at: int) -> Number | None:
    """ "half a million", "a quarter of a million", "half a dollar"."""
    start = at + 1 if tokens[at] == "a" else at
    count = Decimal(1)
    if start + 1 < len(tokens) and tokens[start] in UNITS and tokens[start + 1] == "quarters":
        count, start = Decimal(UNITS[tokens[start]]), start + 1
    if start >= len(tokens) or tokens[start] not in _PARTS:
        return None
    end = start + 1
    while end < len(tokens) and tokens[end] in ("of", "a"):
        end += 1
    if end >= len(tokens) or (tokens[end] not in SCALES and not (tokens[end] in ("dollar", "buck") and tokens[end - 1] == "a")):
        return None
    scale = SCALES.get(tokens[end])
    part = count * _PARTS[tokens[start]]
    return Number(part * scale, end + 1, True) if scale else Number(part, end, True)


def _couple_of(tokens: Sequence[str], whole: Number) -> Number:
    """ "a couple of hundred", "a couple thousand", "a couple of bucks"."""
    end = whole.end + 1 if whole.end < len(tokens) and tokens[whole.end] == "of" else whole.end
    word = tokens[end] if end < len(tokens) else ""
    scale = 100 if word == "hundred" else SCALES.get(word)
    if scale:
        return Number(whole.value * scale, end + 1, True)
    return Number(whole.value, end, True) if word in _UNITS else whole


def _after_sign(tokens: Sequence[str], at: int, currency: str) -> _Found | None:
    if at + 1 == len(tokens):
        return None
    one = number_at(tokens, at + 1)
    if one is None:
        return None
    amount, end = one.value, one.end
    if end < len(tokens) and tokens[end] in ("m", "b"):
        amount, end = amount * {"m": 10**6, "b": 10**9}[tokens[end]], end + 1
    if end < len(tokens) and _UNITS.get(tokens[end]):
        end += 1
    return _with_cents(tokens, amount, end, currency, bare=False)


def _with_cents(tokens: Sequence[str], amount: Decimal, end: int, currency: str, *, bare: bool = True) -> _Found:
    """*amount* with the cents that may follow: "and fifty cents", or in short "a buck fifty"."""
    at = end + 1 if end < len(tokens) and tokens[end] == "and" else end
    if at + 1 < len(tokens) and tokens[at] == "a" and tokens[at + 1] in _PARTS:
        return _Found(Money(amount + _PARTS[tokens[at + 1]], currency), at + 2, True)
    if at > end and at + 1 < len(tokens) and tokens[at] == "a" and tokens[at + 1] in _COINS:
        return _Found(Money(_rounded(amount + _COINS[tokens[at + 1]]), currency), at + 2, True)
    cents = _small(tokens, at)
    if cents:
        named = cents[1] < len(tokens) and tokens[cents[1]] in _CENTS
        if named or (bare and amount == amount.to_integral_value() and (cents[1] == len(tokens) or tokens[cents[1]] not in _NO_CENTS)):
            return _Found(Money(_rounded(amount + Decimal(cents[0]) / 100), currency), cents[1] + named, True)
    return _Found(Money(_rounded(amount), currency), end, True)


_FIFTY = 50
_GREAT = frozenset({*SCALES, "hundred"})
# "fifty dollars two weeks from now", "twenty dollars three times a month", "fifty dollars 12 march".
_NO_CENTS = (
    _GREAT
    | MONTHS.keys()
    | set(
        listed(
            """
            day | days | week | weeks | month | months | year | years | hour | hours | minute | minutes | time | times | business | working
            more | payment | payments | installment | installments | check | checks | paycheck | paychecks | am | pm | o'clock
            people | persons | % | percent
            """
        )
    )
)


def _small(tokens: Sequence[str], at: int) -> tuple[int, int] | None:
    """Cents from zero to ninety nine at *at*, in figures, in words, or as "oh nine"; and where they end."""
    if at >= len(tokens):
        return None
    if tokens[at] in ("oh", "o") and at + 1 < len(tokens) and tokens[at + 1] in UNITS:
        return UNITS[tokens[at + 1]], at + 2
    if tokens[at].isdecimal():
        return (int(tokens[at]), at + 1) if len(tokens[at]) <= 2 else None
    return below_hundred(tokens, at)


def _colloquial(tokens: Sequence[str], at: int, whole: Number) -> _Found | None:
    """Dollars and cents without their names: "nine ninety nine", "twelve fifty", "two hundred ten forty five"."""
    if not whole.spoken:
        return None
    if whole.value >= 100 and any(word in _GREAT for word in tokens[at : whole.end]):
        dollars, end = whole.value, whole.end
        oh, tail = _tail(tokens, end)
        if oh and tail and tokens[end - 1] == "hundred":
            return _Found(Money(dollars + tail[0]), tail[1], False)
        if tail is None or (tail[1] < len(tokens) and tokens[tail[1]] in _GREAT | _UNITS.keys()):
            return None
        if not oh and tokens[end - 1] in UNITS and tokens[end - 2] in SCALES:
            return _Found(None, tail[1], False)  # "one thousand two fifty": 1,002.50 or 1,250
        return _Found(Money(_rounded(dollars + Decimal(tail[0]) / 100)), tail[1], False) if oh or tail[0] >= 10 else None
    pieces = _pieces(tokens, at, whole.end)
    if not 2 <= len(pieces) <= 3 or not all(piece[1] or piece[0] >= 10 for piece in pieces[1:]) or not pieces[0][0]:
        return None
    *dollars_said, cents = (piece[0] for piece in pieces)
    if len(dollars_said) == 1 and (dollars_said[0] < 10 or dollars_said[0] == cents == _FIFTY) and cents != _ENDING:
        return _Found(None, whole.end, False)  # "two fifty": $2.50 or $250; "fifty fifty": a half
    amount = dollars_said[0] if len(dollars_said) == 1 else dollars_said[0] * 100 + dollars_said[1]
    return _Found(Money(_rounded(Decimal(amount) + Decimal(cents) / 100)), whole.end, False)


def _pieces(tokens: Sequence[str], at: int, end: int) -> list[tuple[int, bool]]:
    """The numbers below a hundred from *at* to *end*, and whether each was said with an "oh"; none if something else is there."""
    found: list[tuple[int, bool]] = []
    while at < end:
        oh, piece = _tail(tokens, at)
        if piece is None or piece[1] > end or len(found) > len("abc"):
            return []
        found.append((piece[0], oh))
        at = piece[1]
    return found


def _tail(tokens: Sequence[str], at: int) -> tuple[bool, tuple[int, int] | None]:
    """A number below a hundred in words at *at*, and whether it was said with an "oh"."""
    if at + 1 < len(tokens) and tokens[at] in ("oh", "o", "zero") and tokens[at + 1] in UNITS:
        return True, (UNITS[tokens[at + 1]], at + 2)
    return False, below_hundred(tokens, at)


def _rounded(amount: Decimal) -> Decimal:
    """*amount* without trailing zeros that nobody said: whole, or in cents."""
    return amount.to_integral_value() if amount == amount.to_integral_value() else amount.quantize(Decimal("0.01"))
