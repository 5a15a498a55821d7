"""`text`: whatever was said, as it was said."""

from __future__ import annotations

from datetime import datetime

from steering.core.hearing.alone import says_only
from steering.core.languages import language as language_of
from steering.core.languages import listed

_UNABLE = {
    "en": """
        can not read it | can not see it | can not find it | can not read that | can not tell | do not have it | do not have one
        do not have it here | do not have it with me | do not remember | can not remember | do not see it | what do you mean | what is that
        what is it | where is that | where is it | where do i find that | where do i find it | why do you need that | why do you need it
        """
}


def is_no_answer(text: str, language: str = "en") -> bool:
    """Whether *text* is nothing but a question, or tells that there is no answer: "i can't read it", "what do you mean"."""
    tongue = language_of(language)
    alone = (*tongue.asides, *tongue.repeat, *tongue.asking_back, *listed(_UNABLE.get(language.partition("-")[0], "")))
    return text.rstrip().endswith(("?", "？", "؟")) or says_only(text, alone, ("i",), language)


def hear(text: str, now: datetime | None, language: str) -> str | None:
    return " ".join(text.split()) or None
