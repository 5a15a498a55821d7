"""Telephone numbers: international behind "más", national as they are dialled where the language is spoken."""

from __future__ import annotations

from datetime import datetime

import phonenumbers

from steering.core.hearing.phone import dialled
from steering.core.hearing.tongues.digits import in_row
from steering.core.hearing.tongues.row import Row, takes


def hear(text: str, now: datetime | None, language: str) -> str | None:
    """The number in *text* as "+34612345678"; None when it is none that can be dialled."""
    _, plus, behind = text.partition("+")
    for row in takes(behind if plus else text, language):
        at = next((at for at in range(len(row)) if row.sense(at, "plus") is not None), -1)
        international = bool(plus) or at >= 0
        found = in_row(Row(row.items[at + 1 :], row.lexicon, row.region), None)
        if found:
            return _national(row, found, international=international) or dialled(found, international=international)
    return None


def _national(row: Row, found: str, *, international: bool) -> str | None:
    """*found* as it is dialled at home: in the region of the language, or in its first country."""
    if international:
        return None
    if found.startswith("00"):
        return dialled(found[2:], international=True)
    try:
        number = phonenumbers.parse(found, row.region or row.lexicon.country)
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if phonenumbers.is_valid_number(number) else None
