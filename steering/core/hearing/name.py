"""`name`: a person's name in title case: "um it's maria lopez" is "Maria Lopez"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from steering.core.hearing.spelling import spelling
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.languages import listed

_LEADS = frozenset(
    listed(
        """
        my | name | names | name's | is | it's | its | it | i'm | im | i | am | this | that's | that | would | be | called
        call | me | the | first | last
        full | yes | yeah | sure | okay | ok | hi | hello | hey | um | uh | er | erm | ah | oh | well | so | speaking
        here | please | thanks | you | can
        surname | under | and | mister | mr | mrs | ms | miss | dr | doctor | spelled | sir | ma'am
        """
    )
)
_NOT_NAMES = frozenset(
    listed(
        """
        what | who | why | how | when | where | not | don't | do | can't | cannot | won't | want | need | have | has | had
        know | think | understand
        are | was | were | will | would | could | should | there | they | he | she | we | your | his | her | their | for
        with | about | because | if
        but | or | no | nope | maybe | calling | call | appointment | question | help | agent | person | representative
        of | to | in | on | at | from
        again | repeat | number | account | today | tomorrow | just | going | get | got | say | said | tell | like | did
        does | some | any | too
        """
    )
)
_MOST = 4
_JOINING = frozenset(listed("van | von | de | la | del | di | da | der | bin | al"))


def name(text: str, language: str = "en") -> str | None:
    """The name in *text*, or None when what was said is no name."""
    for take in reversed(takes(value_tokens(text, language), language)):
        found = _named(take)
        if found:
            return found
    return None


def hear(text: str, now: datetime | None, language: str) -> str | None:
    return name(text, language)


def _named(tokens: Sequence[str]) -> str | None:
    if any(word in _NOT_NAMES for word in tokens):
        return None
    said = [word for word in tokens if word not in _LEADS]
    if not said or len(said) > _MOST + 2 or not all(word.replace("'", "").isalpha() for word in said):
        return None
    if all(len(word) == 1 for word in said):
        return (spelling(" ".join(said)) or "").title() or None
    kept = [word for word in said if len(word) > 1 or word.isalpha()]
    return " ".join(_cased(word) for word in kept) if len(kept) <= _MOST else None


def _cased(word: str) -> str:
    """ "o'brien" is O'Brien, "mcdonald" McDonald."""
    if word in _JOINING:
        return word.capitalize()
    if word.startswith("mc") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return "'".join(part.capitalize() for part in word.split("'"))
