"""`email`: an address, written or said: "john dot smith at gmail dot com", "j o e 42 at acme dot co dot uk"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from steering.core.hearing.cardinals import cardinal
from steering.core.hearing.folding import LIMIT, fold
from steering.core.hearing.spelling import spelling
from steering.core.hearing.tokens import takes
from steering.core.languages import listed

_WRITTEN = re.compile(r"[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}")
_SIGNS = {"dot": ".", "period": ".", "point": ".", "underscore": "_", "dash": "-", "hyphen": "-", "minus": "-", "plus": "+"}
_ENDINGS = frozenset(
    listed(
        """
        com | org | net | edu | gov | io | co | uk | us | info | biz | me | app | dev | de | fr | es | it | ca | au
        in | jp | ai | tv
        """
    )
)
_LEADS = frozenset(
    listed(
        """
        is | it's | its | email | address | mail | my | it | the | that's | that | would | be | at | sure | yes | yeah
        okay | ok | um | uh | so | well
        use | to | me | reach | send | contact | you | can | mine | write | please | and | all | one | word | lowercase | as
        """
    )
)
_SPACED = re.compile(r"[a-z0-9.+_%@-]+")
_LONGEST = 12
"""Words of the part before "at" that are taken together."""


def email(text: str, language: str = "en") -> str | None:
    """The address in *text*, in lower case, or None when there is no whole one."""
    folded = fold(text)[:LIMIT]
    for take in reversed(takes(_SPACED.findall(folded.replace("'", "")), language)):
        written = [word.strip(".") for word in take if word.count("@") == 1 and _WRITTEN.fullmatch(word.strip("."))]
        found = written[-1] if written else _spoken(take)
        if found:
            return found
    return None


def hear(text: str, now: datetime | None, language: str) -> str | None:
    return email(text, language)


def _spoken(tokens: Sequence[str]) -> str | None:
    for at in range(len(tokens) - 1, 0, -1):
        if tokens[at] in ("at", "@"):
            domain = _domain(tokens, at + 1)
            local = _local(tokens[max(0, at - _LONGEST) : at]) if domain else ""
            if domain and local:
                whole = f"{local}@{domain}"
                return whole if _WRITTEN.fullmatch(whole) else None
    return None


def _domain(tokens: Sequence[str], at: int) -> str | None:
    """ "gmail dot com", "g mail dot co dot uk", "acme.com"."""
    parts = [""]
    for place in range(at, len(tokens)):
        word = tokens[place]
        if word in ("dot", "period", "point", "."):
            if not parts[-1]:
                return None
            parts.append("")
        elif len(parts) > 1 and parts[-1]:
            break
        else:
            parts[-1] += {"dash": "-", "hyphen": "-"}.get(word, word)
    domain = ".".join(parts).strip(".")
    return domain if "." in domain and domain.rpartition(".")[2] in _ENDINGS else None


def _local(tokens: Sequence[str]) -> str:
    """The part before "at", from behind the last leading word."""
    start = 0
    for place, word in enumerate(tokens):
        if word in _LEADS and not (place + 1 < len(tokens) and tokens[place + 1] in _SIGNS):
            start = place + 1
    said: list[str] = []
    at = start
    while at < len(tokens):
        number = cardinal(tokens, at)
        if number:
            said.append(str(number.value))
            at = number.end
            continue
        if tokens[at] == "double" and at + 1 < len(tokens):
            said.append(spelling(f"double {tokens[at + 1]}") or tokens[at + 1])
            at += 2
            continue
        said.append(_SIGNS.get(tokens[at], tokens[at]))
        at += 1
    return "".join(said)
