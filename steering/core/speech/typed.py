"""Values by their kind: a fact is spoken as what it is, whatever its written form looks like."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from steering.core import values
from steering.core.speech.grouping import at_home, groups
from steering.core.speech.voice import Voice

FILTERS = frozenset({"digits", "spelled", "ordinal", "slowly", "with weekday"})


_PLACE = re.compile(r"\s*([0-9]{1,15})\s?(?:st|nd|rd|th|[.ºª°])?\s*", re.IGNORECASE)


def typed(voice: Voice, kind: str, value: str, how: str) -> str | None:
    """*value* in words by *kind* and the filter *how*; None when it is to be read as text."""
    if how in ("digits", "spelled") or (how == "slowly" and kind not in ("phone", "digits")):
        return _by_character(voice, value, how)
    if how == "slowly":
        return voice.joined.join(voice.digits(re.sub(r"\D", "", at_home(value, voice.home) or value)).split())
    if how == "ordinal" and (place := _PLACE.fullmatch(value)):
        return voice.ordinal(int(place[1]))
    # A date by any other name: text from a look-up that reads as one.
    speaker = _SPEAKERS.get("date" if how == "with weekday" else kind)
    return speaker(voice, value, how) if speaker else None


def _by_character(voice: Voice, value: str, how: str) -> str:
    bare = re.sub(r"[\s.,-]", "", value)
    if how == "digits" and bare.isdigit():
        return voice.joined.join(map(voice.digits, groups(bare)))
    if how == "slowly" and not re.search(r"\d", value):
        return voice.joined.join(value.split())
    return voice.spelled(value) if how != "slowly" else voice.joined.join(re.sub("[,、،]", " ", voice.spelled(value)).split())


def _digits(voice: Voice, value: str, how: str) -> str | None:
    bare = values.read("digits", value)
    return voice.joined.join(map(voice.digits, groups(bare))) if isinstance(bare, str) else None


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
    weekday = how == "with weekday"
    if len(value) <= 10:
        return voice.date(day, weekday=weekday)
    # A moment is read as text: the language knows what stands between day and time.
    return voice.date(day, weekday=True).removesuffix(voice.date(day, weekday=False)) + voice.say(value) if weekday else None


def _time(voice: Voice, value: str, how: str) -> str | None:
    moment = values.read("time", value)
    return voice.time(moment.value) if isinstance(moment, values.Time) else None


def _phone(voice: Voice, value: str, how: str) -> str | None:
    if not re.fullmatch(r"\+?[\d\s().-]{3,40}", value):
        return None
    return voice.phone(at_home(value, voice.home) or value)


def _spelling(voice: Voice, value: str, how: str) -> str:
    return voice.joined.join(re.sub("[,、،]", " ", voice.spelled(value)).split())


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
