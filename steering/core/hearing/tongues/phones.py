"""Telephone numbers: international behind "más", national as they are dialled where the language is spoken."""

from __future__ import annotations

from datetime import datetime

from steering.core.hearing.digits import corrected
from steering.core.hearing.phone import dialled, reached
from steering.core.hearing.tongues.digits import in_row
from steering.core.hearing.tongues.row import Row, takes


def hear(text: str, now: datetime | None, language: str) -> str | None:
    """The number in *text* as "+34612345678"; None when it is none that can be dialled."""
    _, plus, behind = text.partition("+")
    found, international, region = "", bool(plus), ""
    for row in reversed(takes(behind if plus else text, language)):
        at = next((at for at in range(len(row)) if row.sense(at, "plus") is not None), -1)
        said = in_row(Row(row.items[at + 1 :], row.lexicon, row.region), None)
        if said:
            # "… siete nueve, no, ocho" takes back the last digit.
            found, region = corrected(found, said, None), row.region or row.lexicon.country
            international = international or at >= 0
    # At home a number is dialled as in the region of the language, or in its first country.
    home = None if international or not found else reached(found, region, sure=True)
    return home or dialled(found, international=international)
