"""A number that stands before the name of what it counts: "thirty pills and forty dollars", "two adults and one child"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from steering.core.call import Call
from steering.core.flow import Collect
from steering.core.hearing.number import numbers, plain, unclear
from steering.core.hearing.offers import unrefused
from steering.core.hearing.phrases import words
from steering.core.hearing.stems import stem
from steering.core.hearing.tokens import value_tokens

_JOINED = frozenset({"or", "to", "and", "through", "maybe", "possibly"})
"""Words between the two ends of a span: "two or three guests"."""
_HOW_MANY = ("how", "many")


@dataclass(frozen=True, slots=True)
class Counted:
    """The number of something, and what is said besides the two."""

    value: object
    rest: str


def counted(call: Call, one: Collect, text: str) -> Counted | None:
    """The number of what *one* is called or asks for in *text*; None without one, with two, and of a span. English alone."""
    language = call.flow.language
    tokens = value_tokens(unrefused(text, language), language) if language[:2] == "en" else ()
    found = numbers(tokens)
    if not found:
        return None
    named = _names(call, one)
    # "a couple of guests"
    ends = [end + (tokens[end : end + 1] == ("of",)) for _, _, end in found]
    behind = [stem(tokens[end], language) if end < len(tokens) else "" for end in ends]
    here = [at for at, word in enumerate(behind) if word in named]
    if len(here) != 1 or _is_span(tokens, found, here[0]):
        return None
    value, start, end = found[here[0]]
    if unclear(tokens[start:end]):
        return None
    return Counted(plain(value), " ".join((*tokens[:start], *tokens[ends[here[0]] + 1 :])))


def _names(call: Call, one: Collect) -> frozenset[str]:
    """The stems of what *one* counts: the words of its name, and the one behind "how many" in its question."""
    ask = one.ask or call.here.ask
    asked = words(ask.template.text, call.flow.language) if ask else ()
    behind = {asked[at + 2] for at in range(len(asked) - 2) if asked[at : at + 2] == _HOW_MANY}
    return frozenset(stem(word, call.flow.language) for word in (*one.name.split("_"), *behind))


def _is_span(tokens: Sequence[str], found: Sequence[tuple[object, int, int]], at: int) -> bool:
    """Whether the number *at* that place is an end of a span: "two or three guests", "four guests or five"."""
    _, start, end = found[at]
    before = tokens[found[at - 1][2] : start] if at else ()
    behind = tokens[end + 1 : found[at + 1][1]] if at + 1 < len(found) else ()
    last = found[at + 1][2] if at + 1 < len(found) else 0
    alone = last == len(tokens) or tokens[last : last + 1] == tokens[end : end + 1]
    return (len(before) == 1 and before[0] in _JOINED) or (len(behind) == 1 and behind[0] in _JOINED and alone)
