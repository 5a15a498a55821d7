"""What the engine says and hears by itself, one file a language, written for a translator to read."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The engine's own words in one language.

    Prompts are written forms; `{{ question }}` stands for the open question.
    """

    tag: str
    if_silent: tuple[str, ...]
    if_unclear: tuple[str, ...]
    if_trouble: str
    goodbye: str
    connecting: str
    one_moment: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    unsure: tuple[str, ...]
    negations: tuple[str, ...]
    fillers: tuple[str, ...]
    polite: tuple[str, ...]
    voicemail: tuple[str, ...]
    keys: dict[str, str]


LANGUAGES = ("en",)


def language(tag: str) -> Language:
    """The language of a BCP 47 tag by its first part; KeyError names one that is not there."""
    base = tag.split("-")[0].casefold()
    if base not in LANGUAGES:
        raise KeyError(base)
    found: Language = import_module(f"steering.core.languages.{base}").LANGUAGE
    return found
