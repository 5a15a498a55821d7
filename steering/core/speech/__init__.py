"""Speech: written script in, words only out.

`say` reads a text as an editor of call scripts would; `speak` says one value by its kind. Nothing that leaves
here holds a digit or a symbol, saying it again changes nothing, and no text makes `say` raise.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from steering.core.speech.characters import fold, scrub
from steering.core.speech.forms import Known
from steering.core.speech.typed import FILTERS, typed
from steering.core.speech.voice import Voice

__all__ = ["FILTERS", "LANGUAGES", "say", "speak"]

LANGUAGES = ("en", "es", "fr", "de", "it", "pt", "ru", "ja", "ko", "hi", "ar")
# Words may become readable in another way by what was spoken beside them; a second pass settles that.
_PASSES = 4


def say(text: str, language: str = "en") -> str:
    """*text* in words only, as it is read out in *language* (a BCP 47 tag; an unknown one is read as English)."""
    return _settled(_voice(language), text)


def speak(kind: str, value: str, language: str = "en", how: str = "") -> str:
    """*value*, in its written form, in words by its *kind*; *how* is one of FILTERS or nothing.

    A value that is none of its kind is read like any text.
    """
    if how and how not in FILTERS:
        raise ValueError(f"there is no filter '{how}'; the filters are: {', '.join(sorted(FILTERS))}")
    voice = _voice(language)
    words = typed(voice, kind, value, how)
    return _settled(voice, value if words is None else words)


def _settled(voice: Voice, text: str) -> str:
    text = fold(text)
    known: Known = {}
    for _ in range(_PASSES):
        if voice.nothing_to_do(text):
            return text
        before, text = text, voice.say(text, known)
        if text == before:
            break
    return scrub(text)


@lru_cache(maxsize=256)
def _voice(language: str) -> Voice:
    base, _, region = language.replace("_", "-").partition("-")
    base, region = base.casefold(), region.rpartition("-")[2].upper()
    module = "english.voice" if base not in LANGUAGES or base == "en" else f"tongues.{base}"
    voice: Voice = import_module(f"steering.core.speech.{module}").VOICE
    return voice.in_region(region)
