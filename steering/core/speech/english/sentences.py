"""Where a sentence ends: the dot of an abbreviation may be its last."""

from __future__ import annotations

import re


def stop(match: re.Match[str]) -> str:
    """The dot of an abbreviation is also the end of its sentence at the end or before a capital."""
    if not match[0].endswith("."):
        return ""
    if _MORE.match(match.string, match.end()) and (
        not match.start() or match.string[max(0, match.start() - 2) : match.start()] in (". ", "? ", "! ")
    ):
        # It begins its sentence, and cannot end it.
        return ""
    return "." if _ENDS.match(match.string, match.end()) else ""


_MORE = re.compile(r"\s{0,2}\w")
_ENDS = re.compile(
    r"\s*$|\s+(?!M-F\b|(?:Inc|Ltd|LLC|LLP|PLC|Corp|Jr|Sr|Esq)\b|[A-Z]{1,5}-?\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|ID\b|Rs\b)[\"“]?[A-Z]"
)
