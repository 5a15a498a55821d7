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


_LETTERED = re.compile(
    r"\b(?:seats|rows|gates|zones|groups|units|sections|lots|doors|lanes|plans|parts|options|forms|schedules) $", re.IGNORECASE
)
rows(book, cardinal, _is_code)
# What comes one by one: payment 3/12, pkg. #2/3.
ONE_OF = re.compile(
    r"\b(?:payment|pa?y?mt\.?|install?ment|attempt|step|page|pg\.?|part|box|package|pkgs?\.?|parcel|carton|piece)s?\s$", re.IGNORECASE
)


@book.form("fraction", r"#(?P<top>\d{1,2})/(?P<bottom>\d{1,2})(?![\w/.-])", at="#")
def _one_of(match: re.Match[str]) -> str | None:
    if int(match["top"]) > int(match["bottom"]) or not ONE_OF.search(match.string, max(0, match.start() - 16), match.start()):
        return None
    return f"number {cardinal(match['top'])} of {cardinal(match['bottom'])}"


@book.form("code", r"(?<=s )(?P<first>[A-Y])-(?P<last>[B-Z])(?![\w-])", at=GLUED, glue="-")
def _letters_to(match: re.Match[str]) -> str | None:
    """Seats A-C."""
    if match["first"] >= match["last"] or not _LETTERED.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    return f"{match['first']} to {match['last']}"


@book.form("code", r"(?!(?:M|T|Tu|W)-[WF]\b)[A-Z]{1,2}-[A-Z](?![\w-])", at=GLUED, glue="-")
def _model(match: re.Match[str]) -> str:
    """Letters of a name that is no word: CR-V."""
    return " ".join(match[0].replace("-", ""))
