"""The numbers of a caller's words that answer a private question, or may, where another question is open. Pure.

A number is one when it is called by the name of the question ("card 4455" for `card_ending`), or is a piece that
follows the name at once ("card number 4012 8888" for `card_number`); and, at the other questions of its form and at the
one after it, when it has as many digits as the answer and is taken for nothing else: "no, forty four fifty six" at the
read-back. Digits whose number is not known in advance are four or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from steering.core.expiry import EXPIRY
from steering.core.flow import Collect, Flow
from steering.core.languages import listed
from steering.core.masking import words_around
from steering.core.said_digits import Word, only_pauses
from steering.core.said_numbers import SHORTEST_NUMBER, may_be_piece, numbers_in, numbers_said
from steering.core.security_codes import OTHER_CODES
from steering.core.session import Session

_KINDS = frozenset({"digits", "number", "phone"})
_SPOKEN = frozenset({"text", "name", "spelling"})
# Words of a name that tell numbers of one sort from those of no other.
_MEANINGLESS = frozenset(
    listed("number | digits | digit | last | first | given | said | answer | value | code | my | the | of | new | four")
)
# What may stand between a name and its number, beside pauses: "my card number is", "the card begins with".
_LINKS = frozenset(listed("number | was | of | in | on | my | says | reads | begins | start | begin | end | date | will | be | also"))
# An amount, or a count of something, is no answer.
_CURRENCIES = ("$", "€", "£")
_COUNTED = frozenset(listed("dollar | dollars | bucks | cents | euros | pounds | percent | times | days | weeks | months | years | people"))


def private_numbers(flow: Flow, before: Session, after: Session, text: str) -> frozenset[str]:
    """The numbers in *text*, said in a call of *flow* between *before* and *after*, that are not to be kept: those of private
    facts and answers at hand, and those that may answer a private question."""
    private = flow.all_private
    if not private or not may_be_piece(text, flow.language):
        return frozenset()
    known = {**before.facts, **before.slots}
    at_hand = (numbers_in(known[name], flow.language) for name in private if name in known)
    return frozenset().union(*at_hand, _answers(flow, before, after, text))


def _answers(flow: Flow, before: Session, after: Session, text: str) -> Iterator[str]:
    asked = [one for one in _collected(flow) if one.private and one.kind.name in _KINDS]
    if not asked:
        return
    at_hand = [one for one in _beside(flow, before) if one in asked]
    taken = _taken(flow, before.slots, after.slots)
    for words, first, last, digits in numbers_said(text, flow.language):
        if text[: words[first].start].endswith(_CURRENCIES) or any(word.folded in _COUNTED for word in words[last + 1 : last + 2]):
            continue
        if any(_fits(one, digits) and _is_called(words, first, last, _names(one)) for one in asked):
            yield digits
        elif any(digits in value for value in taken):
            continue
        elif any(_fits(one, digits) for one in at_hand) or any(_follows(words, first, one, digits) for one in asked):
            yield digits


def _beside(flow: Flow, before: Session) -> Iterator[Collect]:
    """The form of the open question, and that of the question before it."""
    home = flow.named(before.flow)
    asked = {before.step, *(mark.step for mark in before.marks[-2:] if mark.depth == len(before.stack))}
    for name in asked if before.question else ():
        yield from home.steps[name].form if name in home.steps else ()


def _is_called(words: Sequence[Word], first: int, last: int, names: frozenset[str]) -> bool:
    """Whether the number from *first* to *last* stands near one of *names*; a "zip code" is no "code"."""
    if "code" in names and any(a.folded in OTHER_CODES and b.folded == "code" for a, b in pairwise(words)):
        return False
    return not words_around(words, first, last)[1].isdisjoint(names)


def _follows(words: Sequence[Word], first: int, one: Collect, digits: str) -> bool:
    """Whether *digits* are a piece of the answer to *one* and follow its name at once: "the card begins with 4012"."""
    if not SHORTEST_NUMBER <= len(digits) < (one.kind.size or 0):
        return False
    names = _names(one)
    named = max((at for at in range(first) if words[at].folded in names), default=-1)
    return named >= 0 and only_pauses([word for word in words[named + 1 : first] if word.folded not in _LINKS])


def _collected(flow: Flow) -> Iterator[Collect]:
    """What all steps of the call ask for."""
    for one in (flow, *flow.others.values()):
        for step in one.steps.values():
            yield from step.form
            if step.collect:
                yield step.collect


def _fits(one: Collect, digits: str) -> bool:
    return len(digits) == one.kind.size if one.kind.size else len(digits) >= SHORTEST_NUMBER


def _names(one: Collect) -> frozenset[str]:
    """What a caller may call it: the words of its name that mean something, or the last where none does."""
    parts = [part for word in one.name.split("_") if (part := re.sub(r"\d", "", word))]
    return frozenset(parts) - _MEANINGLESS or frozenset(parts[-1:])


def _taken(flow: Flow, before: Mapping[str, str], after: Mapping[str, str]) -> frozenset[str]:
    """The digits of the values that were taken from the words, other than words themselves."""
    words = kept_as_words(flow)
    values = (value for name, value in after.items() if before.get(name) != value and name not in words)
    return frozenset(re.sub(r"\D", "", value) for value in values)


def asks_expiry(flow: Flow) -> bool:
    """Whether the call asks, in private, when a card expires."""
    return bool(flow.all_private) and any(one.private and not EXPIRY.isdisjoint(one.name.split("_")) for one in _collected(flow))


def kept_as_words(flow: Flow) -> frozenset[str]:
    """The names of the values that are the caller's words as they were said."""
    return frozenset(name for one in (flow, *flow.others.values()) for name, kind in one.kinds.items() if kind.name in _SPOKEN)
