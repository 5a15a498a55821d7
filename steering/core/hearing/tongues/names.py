"""`name` in the other languages: who is introduced, or who says nothing but a name.

There is no list of names here either. A word that the language's own phrases hold, or one of its common words, is
none: "me duele una muela" is nobody.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from typing import NamedTuple

from steering.core.hearing.folding import listen
from steering.core.hearing.name import accented, cased
from steering.core.hearing.right_party import TITLES
from steering.core.hearing.spelling import spelling
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.hearing.tongues.table import meanings, table
from steering.core.hearing.trie import Trie
from steering.core.languages import language as language_of

_NAME = "…"
_MOST, _LETTERS, _SPELLED_FROM = 4, 10, 3
"""Words of a name at most, letters in a language without spaces, and letters from which a spelled name is one."""
_AROUND = 8
"""Words of the longest phrase that may stand behind a name."""
_ENDS_A_VERB = ("요", "니다", "니까", "죠", "데")
_JAPANESE = re.compile(r"[\u30a1-\u30fa\u30fc\u30fb\u3005\u4e00-\u9fff]+")


class _Rules(NamedTuple):
    around: Trie[None]
    naming: tuple[re.Pattern[str], ...]
    never: frozenset[str]
    joining: frozenset[str]


def hear(text: str, now: datetime | None, language: str) -> str | None:
    """The name in *text* in title case, or None when what was said is no name."""
    if "@" in text:
        return None
    tokens = value_tokens(text, language)
    written = accented(text, tokens, language)
    between = " " if language_of(language).spaced else ""
    for take in reversed(takes(tokens, language)):
        said = _stripped(take, language)
        found = said and (_spelled(said, language) or _named(between.join(said), language))
        if found:
            return between.join(cased(written.get(word, word)) for word in found)
    return None


def _stripped(tokens: tuple[str, ...], language: str) -> tuple[str, ...]:
    """*tokens* without greetings, politeness, sounds and a yes around them."""
    around, start, end = _rules(language).around, 0, len(tokens)
    while hit := around.longest(tokens, start):
        start = hit.end
    while (last := _ends_with(around, tokens[start:end])) is not None:
        end = start + last
    return tokens[start:end]


def _ends_with(around: Trie[None], said: tuple[str, ...]) -> int | None:
    """Where the longest phrase at the end of *said* begins."""
    places = range(max(0, len(said) - _AROUND), len(said))
    return next((at for at in places if said[at] in around.begins and (hit := around.longest(said, at)) and hit.end == len(said)), None)


def _spelled(said: tuple[str, ...], language: str) -> list[str]:
    if len(said) < _SPELLED_FROM or not language_of(language).spaced or any(len(word) > 1 for word in said):
        return []
    letters = spelling(" ".join(said), language)
    return [letters] if letters else []


def _named(said: str, language: str) -> list[str] | None:
    """The words of the name in *said*: behind an introduction, or all of it."""
    for naming in _rules(language).naming:
        if hit := naming.search(said):
            return _checked(hit["name"], language)
    return _checked(said, language, alone=True)


def _checked(said: str, language: str, *, alone: bool = False) -> list[str] | None:
    rules, tongue = _rules(language), language_of(language)
    if not tongue.spaced:
        fits = _JAPANESE.fullmatch(said) and 1 < len(said) <= _LETTERS and said not in rules.never
        return [said] if fits else None
    words = said.split()
    while len(words) > 1 and words[0] in TITLES:
        words.pop(0)
    end = next((at for at, word in enumerate(words) if word in rules.never and word not in rules.joining), len(words))
    if alone and end < len(words):
        return None
    words = words[:end]
    while words and words[-1] in rules.joining:
        words.pop()
    if not 0 < len(words) <= _MOST or all(len(word) == 1 for word in words) or any(word[0].isdigit() for word in words):
        return None
    return None if alone and tongue.tag == "ko" and words[-1].endswith(_ENDS_A_VERB) else words


@cache
def _rules(language: str) -> _Rules:
    tongue = language_of(language)
    around = (*tongue.greetings, *tongue.polite, *tongue.fillers, *tongue.plain_yes)
    joining = frozenset(listen(" ".join(tongue.joining), language).words)
    phrases = (
        *(*tongue.yes, *tongue.plain_yes, *tongue.soft_yes, *tongue.brief_yes, *tongue.no, *tongue.unsure, *tongue.neutral),
        *(*tongue.relatives, *tongue.questions, *tongue.asking_back, *tongue.negations, *tongue.conditions, *tongue.reserves),
        *(*tongue.repeat, *tongue.wait, *tongue.fetching, *tongue.back, *tongue.agent, *tongue.stop, *tongue.opt_out),
        *(*tongue.greetings, *tongue.polite, *tongue.fillers, *tongue.determiners, *tongue.known, *tongue.past, *tongue.changes),
        *(*tongue.morning, *tongue.later, *tongue.night, *tongue.everything, *tongue.digits, *_weekdays(language)),
    )
    if tongue.spaced:
        never = frozenset(word for phrase in phrases for word in listen(phrase, language).words)
    else:
        never = frozenset("".join(listen(phrase, language).words).removesuffix("です") for phrase in phrases)
    naming = sorted((*tongue.naming, *tongue.introductions), key=len, reverse=True)
    return _Rules(
        around=Trie((listen(phrase, language).words, None) for phrase in around),
        naming=tuple(_pattern(phrase, language) for phrase in naming),
        never=never,
        joining=joining,
    )


def _weekdays(language: str) -> tuple[str, ...]:
    return tuple(phrase for _, phrase in meanings(table(language_of(language).tag).lexicon.weekdays))


def _pattern(phrase: str, language: str) -> re.Pattern[str]:
    """*phrase* over folded words, with the name at its …"""
    between = " " if language_of(language).spaced else ""
    before, _, behind = phrase.partition(_NAME)
    head, tail = (between.join(listen(part, language).words) for part in (before, behind))
    glued = tail and between and not behind.startswith(" ")
    lead = rf"(?:^|{between}){re.escape(head)}{between}" if head else "^"
    name = r"(?P<name>\S+(?: \S+){0,4}?)" if tail and between else "(?P<name>.+?)" if tail else "(?P<name>.+)"
    return re.compile(f"{lead}{name}" + (rf"{'' if glued else between}{re.escape(tail)}(?:{between}|$)" if tail else "$"))
