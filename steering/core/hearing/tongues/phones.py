"""Telephone numbers: international behind "más", national as they are dialled where the language is spoken."""

from __future__ import annotations

from datetime import datetime

from steering.core.hearing.phone import dialled, reached
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
            # At home a number is dialled as in the region of the language, or in its first country.
            home = None if international else reached(found, row.region or row.lexicon.country, sure=True)
            return home or dialled(found, international=international)
    return None
