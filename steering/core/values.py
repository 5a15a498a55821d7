"""Values by kind: their classes, and the one written form in which sessions keep them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation


@dataclass(frozen=True, slots=True)
class Money:
    """An amount with its ISO 4217 currency."""

    amount: Decimal
    currency: str = "USD"

    def __str__(self) -> str:
        sign = "-" if self.amount < 0 else ""
        symbol = next((mark for mark, code in SYMBOLS.items() if code == self.currency), "")
        amount = abs(self.amount)
        written = f"{amount:,.0f}" if amount == amount.to_integral() else f"{amount:,.2f}"
        return f"{sign}{symbol}{written}" if symbol else f"{sign}{self.currency} {written}"


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day; *ambiguous* when nobody said a.m. or p.m."""

    value: time
    ambiguous: bool = False

    def __str__(self) -> str:
        return self.value.strftime("%H:%M")


SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB"}
# Commas divide thousands, or lakhs, and nothing else: "12,50" is no number of ours, and surely not 1250.
_GROUPED = r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?"
_MONEY = re.compile(rf"(?P<sign>-?)\s*(?P<mark>[$€£¥₹₩₽]|[A-Z]{{3}})?\s*(?P<sign2>-?)(?P<amount>{_GROUPED})\s*(?P<after>[€₽]|[A-Z]{{3}})?")
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?(?: ?(?P<half>[ap])\.?m\.?)?", re.IGNORECASE)
_HALF_DAY = 12
_NUMBER = re.compile(rf"[+-]?{_GROUPED}")


def read(kind: str, text: str) -> object | None:
    """The value that the written *text* of *kind* stands for, or None when it is none.

    money → Money, number → Decimal, date → date, time → Time, digits → str of digits; all others → the text.
    """
    text = text.strip()
    if not text:
        return None
    reader = _READERS.get(kind)
    return reader(text) if reader else text


def write(value: object) -> str:
    """The written form of a value, which `read` reads back."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return str(value)


def iso(seconds: float) -> str:
    """*seconds* since 1970 in ISO 8601, UTC, with milliseconds."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _money(text: str) -> Money | None:
    if not (match := _MONEY.fullmatch(text)):
        return None
    mark = match["mark"] or match["after"] or "$"
    amount = Decimal(match["amount"].replace(",", ""))
    return Money(-amount if match["sign"] or match["sign2"] else amount, SYMBOLS.get(mark, mark))


def _number(text: str) -> Decimal | None:
    if "," in text and not _NUMBER.fullmatch(text):
        return None
    try:
        value = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _time(text: str) -> Time | None:
    match = _CLOCK.fullmatch(text)
    try:
        if match is None or not (match["minute"] or match["half"]):
            return Time(time.fromisoformat(text))
        hour, half = int(match["hour"]), (match["half"] or "").lower()
        if half and not 1 <= hour <= _HALF_DAY:
            return None
        if half:  # 12 AM is midnight and 12 PM noon
            hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
        return Time(time(hour, int(match["minute"] or 0)))
    except ValueError:
        return None


def _digits(text: str) -> str | None:
    bare = re.sub(r"[\s-]", "", text)
    return bare if bare.isascii() and bare.isdigit() else None


_READERS = {"money": _money, "number": _number, "date": _date, "time": _time, "digits": _digits}
