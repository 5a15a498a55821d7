"""Filling slots: from one answer to the values of a question, a form, and its read-back."""

from __future__ import annotations

from steering.core.call import Call
from steering.core.flow import Collect, Kind
from steering.core.hearing import hear
from steering.core.hearing.digits import keyed
from steering.core.hearing.negation import affirmed
from steering.core.hearing.phrases import words
from steering.core.limits import Broken, broken, wrong_size
from steering.core.turn import Kind as TurnKind
from steering.core.turn import Passed, Turn
from steering.core.values import Time, write

# Kinds that take whatever was said, or answer every question: only the question that asks for one may fill it.
OPEN_KINDS = frozenset({"text", "name", "spelling", "yes or no"})
NUMERIC = frozenset({"number", "digits", "money", "phone", "date", "time"})
# Kinds that may be keyed: `#` ends them, `*` takes the last key back.
KEYED = frozenset({"number", "digits", "money", "phone"})


def fill(call: Call, turn: Turn, *, private_only: bool = False) -> bool:
    """Takes the values in what was said and goes on; False when there is none.

    *private_only* fills nothing but the private slot that is asked for.
    """
    if call.question == "confirm":
        return _confirmed(call, turn)
    asked = call.field()
    if asked is None:
        return False
    found = _heard(call, turn, asked)
    if found is None:
        return False
    if call.question == "ask":
        call.slots[asked.name] = found
        call.trace.append(Passed(step=call.step, by="collect"))
        call.leave()
        return True
    others = {} if private_only or turn.kind is TurnKind.KEYS else _others(call, turn, asked)
    call.slots |= {asked.name: found} | others
    call.trace.append(Passed(step=call.step, by="form"))
    call.next_of_form()
    return True


def objection(call: Call, turn: Turn) -> Broken | None:
    """Why the answer to the open question cannot be taken, though a value of its kind was heard."""
    one = call.field()
    text = _text(turn, one) if one else ""
    if one is None or not text:
        return None
    if one.kind.size is not None:
        some = hear("digits", text, language=call.flow.language)
        return wrong_size(one.kind.size) if some is not None and len(str(some)) != one.kind.size else None
    value = _said(call, one.kind, text)
    return None if value is None else broken(value, one.kind, call.now.date())


def heard_value(call: Call, kind: Kind, text: str) -> object | None:
    """The value of *kind* in *text*, None when there is none or it is out of its limits."""
    value = _said(call, kind, text)
    return None if value is None or broken(value, kind, call.now.date()) else value


def _said(call: Call, kind: Kind, text: str) -> object | None:
    language = call.flow.language
    if kind.name in NUMERIC and (said := affirmed(text, language)) != " ".join(words(text, language)):
        text = said
    value = hear(kind.hear_as, text, now=call.now, language=language)
    return None if kind.name == "yes or no" and value == "unsure" else value


def _heard(call: Call, turn: Turn, one: Collect) -> str | None:
    value = heard_value(call, one.kind, _text(turn, one))
    return None if value is None else write(value)


def _text(turn: Turn, one: Collect) -> str:
    """What was said, or the digits that were keyed where *one* may be; keys answer nothing else."""
    if turn.kind is not TurnKind.KEYS:
        return turn.text
    return keyed(turn.text) if one.kind.name in KEYED else ""


def _others(call: Call, turn: Turn, asked: Collect | None) -> dict[str, str]:
    """Values for other questions of the form in the same words; one that could answer two questions is nobody's."""
    form = call.here.form
    alike = [one.kind.hear_as if one.kind.name == "choice" else one.kind.name for one in form]
    found = {}
    for one, kind in zip(form, alike, strict=True):
        if one is asked or one.private or one.kind.name in OPEN_KINDS or alike.count(kind) > 1:
            continue
        value = heard_value(call, one.kind, turn.text)
        if value is not None and not (isinstance(value, Time) and value.ambiguous):
            found[one.name] = write(value)
    # "two at seven pm" holds numbers that are no count: a bare number is taken only where nothing else is one.
    numbers = {one.name for one in form if one.kind.name in ("number", "digits")}
    counted = {one.name for one in form if one.kind.name in NUMERIC and (one is asked or one.name in found)}
    return {name: value for name, value in found.items() if name not in numbers or counted == {name}}


def _confirmed(call: Call, turn: Turn) -> bool:
    """Goes on after yes; corrects what was said anew; after a bare no asks everything again."""
    if turn.kind is TurnKind.KEYS:
        return False
    answer = hear("yes_no", turn.text, language=call.flow.language)
    changed = {name: value for name, value in _others(call, turn, None).items() if call.slots.get(name) != value}
    if changed:
        call.slots |= changed
        call.trace.append(Passed(step=call.step, by="corrected"))
        call.ask("confirm")
    elif answer == "yes":
        call.trace.append(Passed(step=call.step, by="confirmed"))
        call.leave()
    elif answer == "no":
        call.trace.append(Passed(step=call.step, by="not confirmed"))
        for one in call.here.form:
            call.slots.pop(one.name, None)
        call.next_of_form()
    else:
        return False
    return True
