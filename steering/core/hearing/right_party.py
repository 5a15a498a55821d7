"""Whom a question asks for, and how somebody says that it is he: "am I speaking with Maria?", "this is Maria"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from steering.core.hearing.calendar import WEEKDAYS
from steering.core.hearing.folding import fold, listen
from steering.core.hearing.name import name
from steering.core.languages import language as language_of
from steering.core.languages import listed

Asked = tuple[tuple[str, ...], ...]
"""Each name that a question asks for, as folded words."""

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|[,.;:!?¿¡]")
_TITLES = frozenset(
    listed(
        """
        mr | mrs | ms | miss | mister | dr | doctor | señor | señora | sr | sra | don | doña | monsieur | madame | mme | m | herr
        frau | signor | signora | senhor | senhora | dona
        """
    )
)
_OWN = "…"
_SAID_OF_ONESELF = frozenset({"this is …", "my name is …", "… speaking"})
"""Introductions in English that are of nothing but persons: "it is …" may be of anything."""


@lru_cache(maxsize=256)
def asked_for(question: str, language: str) -> Asked:
    """The names that *question* holds in capitals, without those that it only calls by: "Hi Maria, is this a good time?"."""
    tongue = language_of(language)
    calling = {fold(word) for word in (*tongue.greetings, *tongue.polite, *tongue.soft_yes)}
    found: list[tuple[str, ...]] = []
    run: tuple[str, ...] = ()
    before = ""
    for word in (*_WORD.findall(question), "."):
        titled = fold(before) in _TITLES
        named = word[0].isupper() and bool(before) and not word.endswith(("'s", "’s"))
        if word == "." and (titled or len(before) == 1):
            continue  # "Mrs. Lopez", "Maria G. Lopez"
        if named and (run or fold(before) not in calling):
            run = (*run, *listen(word, language).words)
        elif not named:
            # "Is this Maria's husband?" asks for nobody of that name.
            if run and not word[0].isupper() and not all(len(one) == 1 or one in WEEKDAYS for one in run):
                found.append(run)
            run = ()
        before = word if word[0].isalpha() else ""
    return tuple(found)


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
    return bool(said) and own not in _plain(asked) and any(way.replace(_OWN, own) in heard for way in _SAID_OF_ONESELF)


@lru_cache(maxsize=256)
def _plain(asked: Asked) -> frozenset[str]:
    return frozenset(" ".join(one) for one in _said(asked))


def _said(asked: Asked) -> Iterator[tuple[str, ...]]:
    """How those who are *asked* for call themselves: in full, by the first name, with a title by the last; not by the last alone."""
    for one in asked:
        titles = tuple(word for word in one if word in _TITLES)
        own = tuple(word for word in one if word not in _TITLES)
        yield from {one, own, own[:1], own[:2], (*own[:1], *own[-1:]), *(((*titles, *own[-1:]), own[-1:]) if titles else ())} - {()}
