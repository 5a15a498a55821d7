"""What an answer says ahead of the form it leads to: "yes, fifty dollars on Friday" fills the amount and the day before they are asked.

Nothing is filled ahead that proves or may be evidence: no private value, none that a check names, none of a form with
a text that must be heard. So a form skips no turn in which a promise could have become true.
"""

from __future__ import annotations

from steering.core.call import Call
from steering.core.flow import Collect, Flow, Step, Target
from steering.core.halves import keep
from steering.core.heard import bare, others, tells_of_past
from steering.core.turn import Kind, Turn

_TELLING = frozenset({"choice", "date", "email", "money", "phone", "time"})
"""Kinds whose values tell by themselves what they are: "two" counts anything, "two dollars" does not."""


def follow_answer(call: Call, turn: Turn, exit: str, target: Target) -> None:
    """Leaves the step by what *turn* says, with the values in it for the form that it leads to."""
    form = call.flow.steps[target.name] if target.kind == "step" else None
    if form and turn.kind is not Kind.KEYS:
        _fill(call, turn, form)
    call.follow(exit, target)


def _fill(call: Call, turn: Turn, step: Step) -> None:
    fields = {one.name: one for one in _fillable(call, step) if one.name not in call.slots}
    if not fields:
        return
    if recalls := call.recalls:
        call.slots |= {name: value for name, value in recalls.values.items() if name in fields}
        return
    ahead = Call(call.root, call.was, turn)
    ahead.flow, ahead.step, ahead.question, ahead.slots, ahead.halves = call.flow, step.name, "", {}, {}
    if tells_of_past(turn.text, call.flow.language):
        return
    found = {name: value for name, value in others(ahead, turn, None).items() if name in fields}
    loose = [name for name, value in found.items() if len(found) == 1 and _is_loose(ahead, turn, fields[name], value)]
    keep(ahead, turn, {name: value for name, value in found.items() if name not in loose})
    call.slots |= ahead.slots
    call.halves |= {name: half for name, half in ahead.halves.items() if name in ahead.slots}


def _is_loose(call: Call, turn: Turn, one: Collect, value: object) -> bool:
    """Whether a number alone may be anything: "yes, one"."""
    return one.kind.name in ("money", "time") and bare(call, turn.text, one, value)


def _fillable(call: Call, step: Step) -> tuple[Collect, ...]:
    """What of a form may be answered before it is asked."""
    prompts = (*step.say, *(one.ask for one in step.form))
    if any(prompt and prompt.wording and call.flow.wording[prompt.wording].must_hear for prompt in prompts):
        return ()
    checked = {name for flow in _flows(call.root) for check in flow.checks.values() for name in check.names}
    private = call.flow.private | call.root.private
    return tuple(one for one in step.form if one.kind.name in _TELLING and one.name not in checked | private)


def _flows(root: Flow) -> tuple[Flow, ...]:
    return (root, *root.others.values())
