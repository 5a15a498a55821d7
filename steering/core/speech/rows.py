"""Many small numbers in a row, all at once: no script has them, and a thousand are to take no longer than a script."""

from __future__ import annotations

import re
from collections.abc import Callable

from steering.core.speech.forms import DIGITS, Forms

# The last is left to the other forms, for what may stand behind it.
_ROW = r"(?:(?:\d|[1-9]\d) ){8,}(?=(?:\d|[1-9]\d)(?![\w/]))"


def rows(forms: Forms, cardinal: Callable[[str], str], is_code: Callable[[re.Match[str]], bool]) -> None:
    """Register the row as the first of *forms*, unless *is_code* says that it is one."""

    @forms.form("cardinal", _ROW, at=DIGITS, then=" ", run=(1, 2), spaced=DIGITS)
    def _row(match: re.Match[str]) -> str | None:
        if is_code(match):
            return None
        return " ".join(map(cardinal, match[0].split())) + " "
