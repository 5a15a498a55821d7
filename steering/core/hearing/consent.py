"""`consent`: agreement by a closed list of words, where every doubt counts against it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from steering.core.hearing.folding import Heard, answer, listen
from steering.core.hearing.negation import negated
from steering.core.hearing.trie import Trie
from steering.core.hearing.yes_no import Answer, yes_no
from steering.core.languages import language as language_of
from steering.core.languages import listed

# Sounds only: "well", "so" and "like" before a yes are already half a hedge, and so are "beh", "ну", まあ and يعني.
_HESITATIONS = frozenset(listed("uh | um | er | erm | ah | oh | umm | uhh | uhm"))
_SOUNDS = frozenset(
    listed(
        """
        eh | em | ah | euh | heu | äh | ähm | ehm | э | эм | えっと | ええと | あの | あー | あ | ああ | えー | えーと | えーっと
        음 | 어 | 저기 | अ | उम | آه
        """
    )
)
_DOUBTFUL_SIGNS = frozenset('?？؟¿"“”„«»「」…')


def agreement(text: str, accept: Sequence[str], language: str = "en") -> Answer:
    """Whether *text* is one of *accept* and nothing else but sounds and politeness.

    "yes" in *accept* stands for the language's plain words for it. "no" is a clear refusal; all that
    is neither is "unsure".
    """
    heard = _spelled(answer(text, language))
    agreed, other = _parts(heard, _closed(tuple(accept), language), language)
    if _clear(text, agreed, other):
        return "yes"
    return "no" if not agreed and yes_no(text, language) == "no" and not _yes_within(heard, language) else "unsure"


def agrees(text: str, accept: Sequence[str], language: str = "en") -> bool:
    """Whether *text* is one of *accept*, as `agreement` has it."""
    return _clear(text, *_parts(_spelled(answer(text, language)), _closed(tuple(accept), language), language))


def _clear(text: str, agreed: bool, other: bool) -> bool:
    return agreed and not other and _DOUBTFUL_SIGNS.isdisjoint(text)


def hear(text: str, now: datetime | None, language: str) -> Answer | None:
    """Agreement by the plain words for it alone; None when nothing was said."""
    return agreement(text, usual(language), language) if listen(text, language).words else None


def usual(language: str) -> tuple[str, ...]:
    """What counts as agreement where no list says it: a plain yes, and "I agree"."""
    return ("yes", *language_of(language).agreeing)


def _spelled(heard: Heard) -> Heard:
    """*heard* with "authorise" spelled as "authorize": recognisers and authors write either."""
    return heard._replace(words=tuple(word[:-2] + "ze" if word.endswith("ise") and len(word) > 6 else word for word in heard.words))


def _parts(heard: Heard, closed: Trie[bool], language: str) -> tuple[bool, bool]:
    """Whether something of the closed list was said, and whether anything else was."""
    agreed = other = False
    at = 0
    while at < len(heard.words):
        hit = closed.longest(heard.words, at)
        if hit is not None and hit.value and heard.words[hit.end : hit.end + 1] and heard.words[hit.end] in language_of(language).negations:
            hit = None  # "i do not" holds no "i do"
        if hit is None:
            other = True
            at += 1
        elif hit.value and _denied(heard, at, hit.end, language):
            other, at = True, hit.end
        else:
            agreed = agreed or hit.value
            at = hit.end
    return agreed, other


def _denied(heard: Heard, start: int, end: int, language: str) -> bool:
    """Whether the phrase there is half of a refusal: "i do" in "i do not", "acepto" in "no acepto"."""
    beside = heard.words[max(0, start - 1) : start] in _noes(language) or heard.words[end : end + 1] == ("not",)
    return beside or negated(heard, start, end, language)


@cache
def _noes(language: str) -> frozenset[tuple[str, ...]]:
    return frozenset(listen(one, language).words for one in language_of(language).no)


def _yes_within(heard: Heard, language: str) -> bool:
    plain = _closed(("yes",), language)
    return any((hit := plain.longest(heard.words, at)) is not None and hit.value for at in range(len(heard.words)))


@cache
def _closed(accept: tuple[str, ...], language: str) -> Trie[bool]:
    """The phrases of agreement (True) and what may stand around them (False)."""
    tongue = language_of(language)
    agreeing = [phrase for one in accept for phrase in (tongue.plain_yes if one.strip().casefold() == "yes" else (one,))]
    sounds = _HESITATIONS if tongue.tag == "en" else _SOUNDS
    around = [*tongue.polite, *(filler for filler in tongue.fillers if filler in sounds)]
    closed = [(_spelled(listen(one, language)).words, True) for one in agreeing]
    return Trie(closed + [(listen(one, language).words, False) for one in around])
