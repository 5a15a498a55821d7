"""Small numbers in a row: the first form that is tried."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.words import cardinal
from steering.core.speech.rows import rows


def _is_code(match: re.Match[str]) -> bool:
    # Not at the top: importing a module registers its forms, and codes are tried later.
    from steering.core.speech.english.codes import announced

    return announced(match.string, match.start())


rows(book, cardinal, _is_code)
