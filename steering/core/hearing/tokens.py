"""Tokens for values: like words, but a written number stays in one piece and its signs stay with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from steering.core.hearing.cardinals import BELOW_HUNDRED, with_figures_spelled
from steering.core.hearing.folding import ends, fold, listen
from steering.core.hearing.trie import Trie
from steering.core.languages import language as language_of

_INDIC = "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
_HALVES = re.compile(r"\b([ap])\. ?m\b\.?")
_FIGURES = r"\d+(?:[.,:/-]\d+)*|-\d+(?:[.,:/-]\d+)*"
_REST = rf"(?:[^\W\d_]+|[{_INDIC}]+)*(?:'[^\W\d_]+)*"
_ASCII = re.compile(rf"[a-z]+(?:'[a-z]+)*|{_FIGURES}|(?<!\w)\.\d+|[$%@#*]|-(?=\$)")
_ANY = re.compile(rf"[^\W\d_]{_REST}|{_FIGURES}|(?<!\w)\.\d+|[$€£¥₹₩₽%¢@#*]|-(?=[$€£¥₹₩₽])|[{_INDIC}]{_REST}")
_UNSPACED = re.compile(rf"[a-z]+|[^\W\d_]|{_FIGURES}|[$€£¥₹₩₽%¢@#*]")


_NO_ANSWERS = frozenset({("no", "one"), ("no", "more"), ("no", "less"), ("no", "later"), ("no", "earlier"), ("no", "sooner")})
_TAKES = 8
"""Who has corrected himself more often is heard from there on."""


def value_tokens(text: str, language: str = "en") -> tuple[str, ...]:
    """The tokens of *text*: "$1,250.50 at 4:30pm" is "$", "1,250.50", "at", "4:30", "pm"."""
    return folded_tokens(fold(text), language)


@lru_cache(maxsize=64)
def folded_tokens(folded: str, language: str = "en") -> tuple[str, ...]:
    """The same of a text that `fold` gave."""
    tongue = language_of(language)
    if not tongue.spaced:
        return ends(_UNSPACED.findall(folded))
    if "." in folded:
        folded = _HALVES.sub(lambda half: f"{half[1]}m ", folded)
    if tongue.elides:
        folded = folded.replace("'", " ")
    found = ends((_ASCII if folded.isascii() else _ANY).findall(folded))
    return with_figures_spelled(found) if tongue.tag == "en" else found


def takes(tokens: Sequence[str], language: str = "en") -> list[tuple[str, ...]]:
    """*tokens* cut where the caller corrects himself: "four one no wait four two" is two takes."""
    corrections = _corrections(language)
    tokens = _now(tokens) if language[:2] == "en" else tokens
    if corrections.begins.keys().isdisjoint(tokens):
        return [tuple(tokens)]
    found: list[tuple[str, ...]] = []
    begin = at = 0
    while at < len(tokens):
        hit = corrections.longest(tokens, at)
        if hit is None or _answers_no(tokens, at) or (tokens[at] == "negative" and _counts(tokens, at + 1)):
            at += 1
            continue
        found.append(tuple(tokens[begin:at]))
        begin = at = hit.end
    found.append(tuple(tokens[begin:]))
    return found[-_TAKES:]


def _now(tokens: Sequence[str]) -> Sequence[str]:
    """*tokens* without what "used to be" before a "but" or a "now"."""
    for at in range(1, len(tokens)) if "used" in tokens else ():
        if tokens[at - 1] == "used" and tokens[at] == "to":
            after = next((place for place in range(at, len(tokens)) if tokens[place] in ("but", "now")), None)
            return tokens if after is None else (*tokens[: at - 1], *tokens[after + 1 :])
    return tokens


def withdrawn(take: Sequence[str]) -> bool:
    """Whether *take*, which has no value, takes back the one before it: "thursday, no, i can't do either"."""
    return any(word in _DENYING or word.endswith("n't") for word in take)


_DENYING = frozenset({"not", "cannot", "neither", "either", "none", "nothing", "never"})


def _answers_no(tokens: Sequence[str], at: int) -> bool:
    """Whether the "no" there takes nothing back: "no one", "no more"; not "four two one, no, one two"."""
    between = at and tokens[at + 1 : at + 2] == ("one",) and _counts(tokens, at - 1) and _counts(tokens, at + 2)
    return tuple(tokens[at : at + 2]) in _NO_ANSWERS and not between


def _counts(tokens: Sequence[str], at: int) -> bool:
    """Whether a number begins at *at*: "negative five" takes nothing back."""
    return at < len(tokens) and (tokens[at] in BELOW_HUNDRED or tokens[at][-1].isdecimal())


@cache
def _corrections(language: str) -> Trie[None]:
    tongue = language_of(language)
    # "anything but", "never" deny what follows them, and take nothing back; the plain no may do either.
    denying = frozenset(tongue.negations) - frozenset(tongue.no[:1])
    answers = (phrase for phrase in tongue.no if phrase not in denying)
    return Trie((listen(phrase, language).words, None) for phrase in (*tongue.corrections, *answers))
