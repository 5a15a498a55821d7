"""What comes many times over, and is tried first: small numbers in a row, and the letters of a model."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.words import cardinal
from steering.core.speech.forms import GLUED
from steering.core.speech.rows import rows


def _is_code(match: re.Match[str]) -> bool:
    # Not at the top: importing a module registers its forms, and codes are tried later.
    from steering.core.speech.english.codes import announced

    return announced(match.string, match.start())


rows(book, cardinal, _is_code)


@book.form("code", r"(?!(?:M|T|Tu|W)-[WF]\b)[A-Z]{1,2}-[A-Z](?![\w-])", at=GLUED, glue="-")
def _model(match: re.Match[str]) -> str:
    """Letters of a name that is no word: CR-V."""
    return " ".join(match[0].replace("-", ""))
