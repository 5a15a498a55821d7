"""Cardinal numbers in English words and in figures, found at a place in a row of tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from steering.core.languages import listed

UNITS = {word: value for value, word in enumerate(listed("zero | one | two | three | four | five | six | seven | eight | nine"))}
TEENS = {
    word: value + 10
    for value, word in enumerate(
        listed("ten | eleven | twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen")
    )
}
TENS = {
    word: 10 * value + 20 for value, word in enumerate(listed("twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety"))
} | {"fourty": 40}
BELOW_HUNDRED = UNITS | TEENS | TENS
SCALES = {"thousand": 10**3, "grand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_FIGURES = re.compile(r"-?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)")
_DECIMAL_COMMA = re.compile(r"-?\d+,\d{1,2}")
# "one" that counts nothing.
_ONE_AFTER = frozenset(
    listed(
        """
        no | any | this | that | which | the | every | each | some | another | other | wrong | right | same | old | new | last | next
        big | small | good | bad | best | nice | little | long | short | blue | red | green | white | black
        first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth
        """
    )
)
_ONE_BEFORE = frozenset(listed("moment | second | minute | sec | of | more | day | time | thing | way | another | who | that"))
LONGEST_FIGURES = 15


class Number(NamedTuple):
    """A number that ends before the token at *end*; *spoken* when it was said in words."""

    value: Decimal
    end: int
    spoken: bool


def figures(token: str) -> Decimal | None:
    """The value of a number written in figures, "1,250.50"; None when *token* is none."""
    if len(token) > LONGEST_FIGURES or not token[-1].isdecimal():
        return None
    if _FIGURES.fullmatch(token):
        return Decimal(token.replace(",", ""))
    return Decimal(token.replace(",", ".")) if _DECIMAL_COMMA.fullmatch(token) else None


def cardinal(tokens: Sequence[str], at: int) -> Number | None:
    """The number that begins at *at*, as far as it goes: "one hundred and five", "twelve hundred", "3 million"."""
    written = figures(tokens[at])
    if written is not None:
        end = at + 1
        while end < len(tokens) and (scale := 100 if tokens[end] == "hundred" else SCALES.get(tokens[end])):
            written, end = written * scale, end + 1
        return Number(written, end, False)
    if tokens[at] == "one" and pronoun(tokens, at):
        return None
    total, least, end = 0, 10**15, at
    while True:
        start = end + 1 if end > at and _joins(tokens, end) else end
        group = _below_ten_thousand(tokens, start)
        if group is None:
            break
        value, after = group
        scale = 1
        while after < len(tokens) and tokens[after] in SCALES:
            scale, after = scale * SCALES[tokens[after]], after + 1
        if scale >= least or value * scale >= least or scale > 10**12:
            break
        total, least, end = total + value * scale, scale, after
        if scale == 1:
            break
    return Number(Decimal(total), end, True) if end > at else None


def with_figures_spelled(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """*tokens* with the figures in words that a recogniser put among words: "forty 5", "one hundred 20", "3 hundred fifty"."""
    if _BESIDE_FIGURES.isdisjoint(tokens) or not any(token.isdecimal() for token in tokens):
        return tokens
    found: list[str] = []
    for at, token in enumerate(tokens):
        before, after = tokens[at - 1] if at else "", tokens[at + 1] if at + 1 < len(tokens) else ""
        joined = tokens[at - 2] if before == "and" and at > 1 else before
        unit = before in TENS and len(token) == 1
        if token.isdecimal() and token[0] != "0" and len(token) <= 3 and (unit or joined in _GREAT or after in _GREAT):
            found += _spelled(int(token))
        else:
            found.append(token)
    return tuple(found)


_GREAT = frozenset({*SCALES, "hundred"})
_BESIDE_FIGURES = _GREAT | TENS.keys()
_WORDS = {value: word for word, value in reversed(BELOW_HUNDRED.items()) if word != "fourty"}


def _spelled(number: int) -> list[str]:
    """The words of a number from one to 999."""
    hundreds, rest = divmod(number, 100)
    below = [_WORDS[rest]] if rest in _WORDS else [_WORDS[rest // 10 * 10], _WORDS[rest % 10]]
    return [*([_WORDS[hundreds], "hundred"] if hundreds else []), *(below if rest or not hundreds else [])]


def below_hundred(tokens: Sequence[str], at: int) -> tuple[int, int] | None:
    """The number from zero to ninety nine in words at *at*, and where it ends."""
    if at >= len(tokens):
        return None
    value = BELOW_HUNDRED.get(tokens[at])
    if value is None:
        return None
    unit = UNITS.get(tokens[at + 1]) if value >= _TWENTY and at + 1 < len(tokens) else 0
    return (value + unit, at + 2) if unit else (value, at + 1)


_TWENTY = 20


def _below_ten_thousand(tokens: Sequence[str], at: int) -> tuple[int, int] | None:
    head = below_hundred(tokens, at)
    if head is None and at < len(tokens) and tokens[at] == "hundred":
        head = 1, at
    elif head is None and at + 1 < len(tokens) and tokens[at] == "a" and (tokens[at + 1] == "hundred" or tokens[at + 1] in SCALES):
        head = 1, at + 1
    if head is None:
        return None
    value, end = head
    if not (end < len(tokens) and tokens[end] == "hundred" and value):
        return head
    value, end = value * 100, end + 1
    tail = below_hundred(tokens, end + 1 if _joins(tokens, end) else end)
    if tail and tail[0] and not (tail[1] < len(tokens) and tokens[tail[1]] == "hundred"):
        return value + tail[0], tail[1]
    return value, end


def _joins(tokens: Sequence[str], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at] == "and" and tokens[at + 1] in BELOW_HUNDRED


def pronoun(tokens: Sequence[str], at: int) -> bool:
    """Whether the "one" at *at* counts nothing: "no one", "that one", "one moment"."""
    before = tokens[at - 1] if at else ""
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    if tuple(tokens[max(0, at - 2) : at]) in (("only", "the"), ("just", "the")) and at + 1 == len(tokens):
        return False  # "only the one"
    return before in _ONE_AFTER or after in _ONE_BEFORE or (before == "only" and at > 1 and tokens[at - 2] == "the")
