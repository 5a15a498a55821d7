"""From what a recogniser sent to plain tokens: one folding for what authors write and callers say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from steering.core.languages import language as language_of

LIMIT = 2_000
"""Characters of one utterance that are listened to; the rest is dropped."""
LONGEST = 400
"""Tokens of one utterance, likewise: two thousand characters of speech are fewer."""

_SIGNS = str.maketrans(
    dict.fromkeys("’‘ʼ`´ʹ", "'")
    | {chr(zero + digit): str(digit) for zero in (0x0660, 0x06F0, 0x0966) for digit in range(10)}
    | dict.fromkeys("\ufdfa\ufdfb\u200b\u200c\u200d\u2060\ufeff\xadـ")
)
_SIGNED = frozenset(map(chr, _SIGNS))
# Accents and Arabic vowel points are dropped; the vowel signs of Indic scripts and kana voicing are letters.
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670]")
_INDIC = "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
_LETTERS = rf"[\w{_INDIC}]+"
_ASCII = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*|[,.;!?:]+(?!\d)")
_ASCII_ELIDED = re.compile(r"[a-z0-9]+|[,.;!?:]+(?!\d)")
_BREAK = r"[,.;!?:…。、।،؛؟¿¡—–]+(?!\d)"
_ANY = re.compile(rf"{_LETTERS}(?:'[^\W_]+)*|{_BREAK}")
_ANY_ELIDED = re.compile(rf"{_LETTERS}|{_BREAK}")
# Japanese is not spaced: each of its letters is a token, other scripts keep their words.
_UNSPACED = re.compile(rf"[a-z0-9]+(?:'[a-z0-9]+)*|[^\W_]|{_BREAK}")


ANSWER = 100
"""Tokens of one utterance that are looked through for an answer: a longer one answers at its beginning or its end."""
_IS = "'s"
"""What a noun ends with that owns something, or of which something is told."""
GAP = "…"
"""What stands for the middle of a longer one."""


class Heard(NamedTuple):
    """Folded tokens, and the places before which the speaker (or the recogniser) made a break."""

    words: tuple[str, ...]
    breaks: frozenset[int]


def fold(text: str) -> str:
    """*text* in one case, one width, with ASCII digits and apostrophes, without accents; bounded."""
    text = text[:LIMIT]
    if text.isascii():
        return text.lower().replace("`", "'")
    return _folded(text)


# One utterance is asked for several values in the same turn.
@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    letters = set(text)
    if not _SIGNED.isdisjoint(letters):
        text = text.translate(_SIGNS)
    text = unicodedata.normalize("NFKC", text).casefold()[:LIMIT]
    # To take the letters of Japanese or Korean apart is slow, and of no use where none has an accent.
    if _ACCENTS.search(unicodedata.normalize("NFD", unicodedata.normalize("NFKC", "".join(letters)).casefold())):
        text = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", text)[:LIMIT]


def ends(tokens: Sequence[str]) -> tuple[str, ...]:
    """*tokens*, or the first and the last of them when they are more than an answer has."""
    return tuple(tokens) if len(tokens) <= ANSWER else (*tokens[: ANSWER // 2], GAP, *tokens[-(ANSWER // 2) :])


def answer(text: str, language: str = "en") -> Heard:
    """`listen`, but for the middle of what is too long for an answer."""
    return _answer(listen(text, language))


def told(text: str, language: str = "en") -> Heard:
    """`answer`, with each "'s" that may be "is" read so: "dinner's ready" is "dinner is ready"."""
    return _answer(readings(text, language)[-1])


def _answer(heard: Heard) -> Heard:
    if len(heard.words) <= ANSWER:
        return heard
    left_out = len(heard.words) - ANSWER
    begun = frozenset(place for place in heard.breaks if place <= ANSWER // 2)
    ended = frozenset(place - left_out + 1 for place in heard.breaks if place >= ANSWER // 2 + left_out)
    return Heard(ends(heard.words), begun | ended)


def words(text: str, language: str = "en") -> tuple[str, ...]:
    """The folded tokens of *text*."""
    return tuple(token for token in _tokens(fold(text), language) if token[0].isalnum())


def readings(said: str | Iterable[str], language: str = "en") -> tuple[Heard, ...]:
    """`listen`, and where a "'s" may be "is" that too: "the power's out" is "the power out" and "the power is out"."""
    heard = listen(said, language)
    if isinstance(said, str) and (said.isascii() and "'" not in said and "`" not in said):
        return (heard,)
    short = language_of(language).contractions
    if _IS not in short:
        return (heard,)
    tokens = _tokens(fold(said), language) if isinstance(said, str) else tuple(said)
    if not any(token.endswith(_IS) and token not in short for token in tokens):
        return (heard,)
    apart = ((token[: -len(_IS)], short[_IS]) if token.endswith(_IS) and token not in short else (token,) for token in tokens)
    return heard, listen((word for some in apart for word in some), language)


def listen(text: str | Iterable[str], language: str = "en") -> Heard:
    """The tokens of *text* with contractions written out ("don't" is "do", "not"), and its breaks."""
    return _listen(text if isinstance(text, str) else tuple(text), language)


# One utterance is held against several tables of phrases in the same turn.
@lru_cache(maxsize=64)
def _listen(text: str | tuple[str, ...], language: str) -> Heard:
    short = language_of(language).contractions
    tokens = (_tokens(fold(text), language) if isinstance(text, str) else text)[:LONGEST]
    if "".join(tokens).isalnum() and short.keys().isdisjoint(tokens):
        return Heard(tuple(tokens), frozenset())
    found: list[str] = []
    breaks: set[int] = set()
    for token in tokens:
        if not token[0].isalnum():
            breaks.add(len(found))
        elif token in short:
            found.extend(_split(short[token]))
        else:
            found.append(token[:-2] if token.endswith("'s") else token)
    return Heard(tuple(found), frozenset(breaks))


@cache
def _split(expansion: str) -> tuple[str, ...]:
    return tuple(expansion.split())


def _tokens(folded: str, language: str) -> list[str]:
    tongue = language_of(language)
    if not tongue.spaced:
        return _UNSPACED.findall(folded)
    # An underscore is no letter; without it one class of characters will do, which is much faster than two.
    folded = folded.replace("_", " ")
    if folded.isascii():
        return (_ASCII_ELIDED if tongue.elides else _ASCII).findall(folded)
    return (_ANY_ELIDED if tongue.elides else _ANY).findall(folded)


def marked(text: str, language: str) -> str:
    """*text* with its accented words doubled where they are others without the accent, which is not listened to."""
    words = language_of(language).accented
    if not words or text.isascii():
        return text
    text = unicodedata.normalize("NFC", text[:LIMIT]).casefold()
    for word in words:
        text = _alone(word).sub(word * 2, text) if word in text else text
    return text


@cache
def _alone(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{word}\b")
