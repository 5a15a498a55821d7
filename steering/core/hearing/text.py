"""`text`: whatever was said, as it was said."""

from __future__ import annotations

from datetime import datetime


def hear(text: str, now: datetime | None, language: str) -> str | None:
    return " ".join(text.split()) or None
