"""What the caller has heard: evidence from the platform's text of what was played.

A line counts as heard when all its words stand together in that text. A beginning of a line is a cut;
text of another kind is no evidence. Words are compared folded, because platforms change case,
punctuation and spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steering.core.flow import Flow

_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> tuple[str, ...]:
    """The words of *text* for comparison: NFKC, without case and punctuation."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text).replace("’", "")
    return tuple(_WORD.findall(plain.casefold().replace("'", "")))


def heard_name(root: Flow, flow: Flow, wording: str) -> str:
    """The name under which a *wording* of *flow* counts as heard in a call of *root*: in another language it was not."""
    return wording if flow.language == root.language else f"{wording} ({flow.language})"


def begins(start: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether *start* is a beginning of *whole* (and says anything at all); its last word may be cut off too."""
    last = len(start) - 1
    return 0 <= last < len(whole) and tuple(whole[:last]) == tuple(start[:last]) and whole[last].startswith(start[last])


def holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Whether the words of *part* stand together in *whole*."""
    size = len(part)
    return any(tuple(whole[i : i + size]) == tuple(part) for i in range(len(whole) - size + 1))


def words_heard(line: Sequence[str], heard: Sequence[str]) -> int:
    """How many words at the beginning of *line* were the last ones played; one that was cut off is not counted."""
    for size in range(min(len(line), len(heard)), 0, -1):
        if tuple(heard[-size:]) == tuple(line[:size]):
            return size
        if begins(heard[-size:], line[:size]):
            return size - 1
    return 0
