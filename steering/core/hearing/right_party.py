"""Whom a question asks for, and how somebody says that it is he: "am I speaking with Maria?", "this is Maria"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from steering.core.hearing.calendar import WEEKDAYS
from steering.core.hearing.folding import fold, listen
from steering.core.hearing.name import name
from steering.core.languages import language as language_of
from steering.core.languages import listed

Asked = tuple[tuple[str, ...], ...]
"""Each name that a question asks for, as folded words."""

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d+|[,.;:!?¿¡]")
TITLES = frozenset(
    listed(
        """
        mr | mrs | ms | miss | mister | dr | doctor | señor | señora | sr | sra | don | doña | monsieur | madame | mme | m | herr
        frau | signor | signora | senhor | senhora | dona
        """
    )
)
_OWN = "…"
_SENTENCES = re.compile(r"[.!?？。！؟।]")
_JAPANESE = r"[A-Za-z\u30a1-\u30fa\u30fc\u30fb\u3005\u4e00-\u9fff]+"
"""Kanji, katakana or Latin: what stands before them in a sentence is hiragana."""
_NOBODY = frozenset(
    {"客", "皆", "고객", "선생", "손", "회원", "तैयार", "सहमत", "ठीक", "यहाँ", "घर पर", "مستعد", "مستعدة", "جاهز", "جاهزة", "موافق", "موافقة"}
)
"""What stands at the place of a name and is none: "sir", "dear customer", "ready"."""
_ADDRESSED = frozenset({"sie", "ihr", "ihre", "ihren", "ihrem", "ihrer", "ihnen"})
"""Words of German that are written in capitals and begin no name."""
_END = "?"
_SAID_OF_ONESELF = ("this is …", "it is …", "i am …", "my name is …", "… speaking")
"""Introductions in English by which another name than the one asked for is noticed."""


@lru_cache(maxsize=256)
def asked_for(question: str, language: str) -> Asked:
    """The names for which the last question in *question* asks: not "Hi Maria, is your account with City Bank?".

    They are known by their capitals; in a script without them by the words at their place ("… 님", "مع …"). A question that has
    a name at such a place and none of the language's *asking_for* is for nobody: "is English okay", "zahlen Sie mit Karte".
    """
    places = _places(language)
    if places:
        last = next((part for part in reversed(_SENTENCES.split(question)) if part.strip()), "")
        names = [hit["name"] for place in places for hit in place.finditer(last) if hit["name"] not in _NOBODY]
        wanted = (name for name in names if _asks_for_one(last.replace(name, _OWN), language))
        return tuple(dict.fromkeys(listen(name, language).words for name in wanted))
    seeking = _seeking(language)
    found: list[tuple[str, ...]] = []
    run: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    row: list[str] = []
    for word in (*_WORD.findall(question[: question.rfind("?")]), "?"):
        if word == "." and before and (before[-1] in TITLES or len(before[-1]) == 1):
            continue  # "Mrs. Lopez", "Maria G. Lopez"
        if before and word in TITLES:
            continue  # "con la señora López"
        said = listen(word, language).words
        named = word[0].isupper() and not word.endswith(("'s", "’s"))
        if named and (run or any(before[-size:] in seeking for size in (1, 2, 3))):
            row += () if run else (_OWN,)
            run = (*run, *said)
        elif run:
            # "Is this Maria's husband?" asks for nobody of that name.
            found += [] if word[0].isupper() or run[0] in WEEKDAYS or run[0] in _ADDRESSED else [run]
            run = ()
        if word in (".", "!"):
            found.clear()
            row.clear()
        row += () if run else said
        before = (*before, *said) if word[0].isalpha() else ()
    return tuple(found) if _asks_for_one(" ".join((*row, _END)), language) else ()


def _asks_for_one(question: str, language: str) -> bool:
    """Whether *question*, with … for the names in it, is one for a person."""
    ways = _asking_for(language)
    row = f" {question} " if not _places(language) else question
    return not ways or any(way in row for way in ways)


@cache
def _asking_for(language: str) -> tuple[str, ...]:
    tongue = language_of(language)
    if _places(language):
        return tongue.asking_for
    words = (((word,) if word in (_OWN, _END) else listen(word, language).words for word in way.split()) for way in tongue.asking_for)
    return tuple(" ".join(("", *chain.from_iterable(way), "")) for way in words)


@cache
def _places(language: str) -> tuple[re.Pattern[str], ...]:
    """Where a name stands in a question, in a language that writes … in *seeking*."""
    tongue = language_of(language)
    word = r"[^\s،,;:]+" if tongue.spaced else _JAPANESE
    name = rf"(?P<name>{word}(?: {word}){{0,2}}?)" if tongue.spaced else f"(?P<name>{word})"
    polite = "|".join(map(re.escape, tongue.polite))
    end = {True: rf"(?=(?: (?:{polite}))*\s*$)", False: ""}
    ways = (phrase for phrase in tongue.seeking if _OWN in phrase)
    return tuple(re.compile(rf"(?<!\w){re.escape(way)}".replace(re.escape(_OWN), name) + end[way.endswith(_OWN)]) for way in ways)


@cache
def _seeking(language: str) -> frozenset[tuple[str, ...]]:
    return frozenset(listen(one, language).words for one in language_of(language).seeking)


def introductions(asked: Asked, language: str) -> tuple[str, ...]:
    """The sentences by which somebody says that he is one of those who are *asked* for."""
    return tuple(way.replace(_OWN, " ".join(one)) for one in _said(asked) for way in language_of(language).introductions)


def names_another(text: str, asked: Asked, language: str) -> bool:
    """Whether somebody in *text* says, in English, that he is another than all those who are *asked* for: "jennifer speaking"."""
    if not asked or language[:2] != "en":
        return False
    said = fold(name(text, language) or "").split()
    heard = " ".join(listen(text, language).words)
    own = " ".join(said)
    return bool(said) and own not in by_name(asked) and any(way.replace(_OWN, own) in heard for way in _SAID_OF_ONESELF)


@lru_cache(maxsize=256)
def by_name(asked: Asked) -> frozenset[str]:
    """The names by which those who are *asked* for call themselves."""
    return frozenset(" ".join(one) for one in _said(asked))


def _said(asked: Asked) -> Iterator[tuple[str, ...]]:
    """How those who are *asked* for call themselves: in full, by the first name, with a title by the last; not by the last alone."""
    for one in asked:
        titles = tuple(word for word in one if word in TITLES)
        own = tuple(word for word in one if word not in TITLES)
        yield from {one, own, own[:1], own[:2], (*own[:1], *own[-1:]), *(((*titles, *own[-1:]), own[-1:]) if titles else ())} - {()}
