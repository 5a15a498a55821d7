"""The registry that all English forms enter."""

import re

from steering.core.speech.forms import Forms

book = Forms()
# Days and airports with a hyphen between them: M-F, BOS-JFK; and halves of a day: nine a.m.
book.abbreviated = re.compile(
    r"\b(?:[ap]\.m\.|[A-Z]{3}-[A-Z]{3}|(?:M|Tu?|W|Th)-(?:Th|W|F|Sat?|Sun?)|(?<=s )[A-Y]-[B-Z]|[A-Z][a-z]{2,5}day\s?-\s?[A-Z]\w*)\b"
)
