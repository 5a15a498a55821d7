"""How long words take to be said."""

from __future__ import annotations

import unicodedata

# Letters that are spoken in a second; those of Chinese, Japanese and Korean count twice.
_RATE = 15


def seconds_to_say(text: str) -> float:
    """About how long *text* takes to be spoken."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text) / _RATE
