"""The numbers of a caller's words that answer a private question, or may, where another question is open. Pure.

A number is one when it is called by the name of the question ("card 4455" for `card_ending`), and, at the other
questions of its form, when it has as many digits as the answer and is taken for nothing else: "no, forty four
fifty six" at the read-back. Digits whose number is not known in advance are four or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from steering.core.flow import Collect, Flow
from steering.core.languages import listed
from steering.core.masking import SHORTEST_NUMBER, may_be_piece, numbers_in, numbers_said, words_around
from steering.core.session import Session

_KINDS = frozenset({"digits", "number", "phone"})
_SPOKEN = frozenset({"text", "name", "spelling"})
# Words of a name that tell numbers of one sort from those of no other.
_MEANINGLESS = frozenset(
    listed("number | digits | digit | last | first | given | said | answer | value | code | my | the | of | new | four")
)
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
    home = flow.named(before.flow)
    step = home.steps.get(before.step)
    in_form = [one for one in (step.form if step and before.question else ()) if one in asked]
    taken = _taken(flow, before.slots, after.slots) if in_form else frozenset()
    for words, first, last, digits in numbers_said(text, flow.language):
        if text[: words[first].start].endswith(_CURRENCIES) or any(word.folded in _COUNTED for word in words[last + 1 : last + 2]):
            continue
        around = words_around(words, first, last)[1]
        named = any(_fits(one, digits) and around & _names(one) for one in asked)
        if named or (any(_fits(one, digits) for one in in_form) and not any(digits in value for value in taken)):
            yield digits


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
    """What a caller may call it: the words of its name that mean something."""
    return frozenset(re.sub(r"\d", "", part) for part in one.name.split("_")) - _MEANINGLESS - {""}


def _taken(flow: Flow, before: Mapping[str, str], after: Mapping[str, str]) -> frozenset[str]:
    """The digits of the values that were taken from the words, other than words themselves."""
    words = kept_as_words(flow)
    values = (value for name, value in after.items() if before.get(name) != value and name not in words)
    return frozenset(re.sub(r"\D", "", value) for value in values)


def kept_as_words(flow: Flow) -> frozenset[str]:
    """The names of the values that are the caller's words as they were said."""
    return frozenset(name for one in (flow, *flow.others.values()) for name, kind in one.kinds.items() if kind.name in _SPOKEN)
