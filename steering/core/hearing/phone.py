"""`phone`: a telephone number in E.164; ten digits are North American."""

from __future__ import annotations

import re
from datetime import datetime

from steering.core.hearing.digits import digits
from steering.core.hearing.folding import fold

_PLUS = re.compile(r"\+|\bplus\b")
_FEWEST, _MOST = 8, 15
_NORTH_AMERICAN = re.compile(r"[2-9]\d{2}[2-9]\d{6}")


def phone(text: str, language: str = "en") -> str | None:
    """The number in *text* as "+13125550100"; None when it is none that can be dialled."""
    folded = fold(text)
    international = _PLUS.search(folded)
    found = digits(folded[international.end() :] if international else folded, language=language)
    return None if found is None else dialled(found, international=bool(international))


def dialled(found: str, *, international: bool) -> str | None:
    """The digits *found* in E.164, None when nobody can be reached by them."""
    if international or found.startswith("011"):
        found = found.removeprefix("011")
        fits = _FEWEST <= len(found) <= _MOST and not found.startswith("0")
        return f"+{found}" if fits and (found[0] != "1" or _NORTH_AMERICAN.fullmatch(found[1:])) else None
    national = found[1:] if len(found) == 11 and found.startswith("1") else found
    return f"+1{national}" if _NORTH_AMERICAN.fullmatch(national) else None


def hear(text: str, now: datetime | None, language: str) -> str | None:
    return phone(text, language)
