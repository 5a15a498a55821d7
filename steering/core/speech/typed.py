"""Values by their kind: a fact is spoken as what it is, whatever its written form looks like."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from steering.core import values
from steering.core.speech.grouping import groups
from steering.core.speech.voice import Voice

FILTERS = frozenset({"digits", "spelled", "ordinal", "slowly", "with weekday"})


def typed(voice: Voice, kind: str, value: str, how: str) -> str | None:
    """*value* in words by *kind* and the filter *how*; None when it is to be read as text."""
    if how in ("digits", "spelled") or (how == "slowly" and kind not in ("phone", "digits")):
        return _by_character(voice, value, how)
    if how == "slowly":
        return ", ".join(voice.digits(re.sub(r"^\+1(?=\d{10}$)|\D", "", value)).split())
    if how == "ordinal" and value.strip().isascii() and value.strip().isdigit():
        return voice.ordinal(int(value))
    speaker = _SPEAKERS.get(kind)
    return speaker(voice, value, how) if speaker else None


def _by_character(voice: Voice, value: str, how: str) -> str:
    bare = re.sub(r"[\s.,-]", "", value)
    if how == "digits" and bare.isdigit():
        return ", ".join(map(voice.digits, groups(bare)))
    if how == "slowly" and not re.search(r"\d", value):
        return ", ".join(value.split())
    return voice.spelled(value) if how != "slowly" else ", ".join(re.sub(r",", " ", voice.spelled(value)).split())


def _digits(voice: Voice, value: str, how: str) -> str | None:
    bare = values.read("digits", value)
    return ", ".join(map(voice.digits, groups(bare))) if isinstance(bare, str) else None


def _number(voice: Voice, value: str, how: str) -> str | None:
    number = values.read("number", value)
    return voice.number(number) if isinstance(number, Decimal) and abs(number.adjusted()) < 40 else None


def _money(voice: Voice, value: str, how: str) -> str | None:
    amount = values.read("money", value)
    return voice.money(amount.amount, amount.currency) if isinstance(amount, values.Money) else None


def _date(voice: Voice, value: str, how: str) -> str | None:
    day = values.read("date", value)
    if not isinstance(day, date):
        return None
    # A moment is read as text: the language knows what stands between day and time.
    return None if len(value) > 10 else voice.date(day, weekday=how == "with weekday")


def _time(voice: Voice, value: str, how: str) -> str | None:
    moment = values.read("time", value)
    return voice.time(moment.value) if isinstance(moment, values.Time) else None


def _phone(voice: Voice, value: str, how: str) -> str | None:
    return voice.phone(value) if re.fullmatch(r"\+?[\d\s().-]{3,40}", value) else None


def _spelling(voice: Voice, value: str, how: str) -> str:
    return ", ".join(re.sub(",", " ", voice.spelled(value)).split())


def _address(voice: Voice, value: str, how: str) -> str:
    return voice.address(re.sub(r"^https?://", "", value))


_SPEAKERS: dict[str, Callable[[Voice, str, str], str | None]] = {
    "digits": _digits,
    "number": _number,
    "money": _money,
    "date": _date,
    "time": _time,
    "phone": _phone,
    "spelling": _spelling,
    "email": _address,
    "url": _address,
}
