"""A turn at its end: what of it is kept, and what is said."""

from __future__ import annotations

from msgspec.structs import replace

from steering.core.draft import HIDDEN
from steering.core.places import question_of
from steering.core.session import Session
from steering.core.speaking import Said, Speaker
from steering.core.turn import Reply


def frozen(call: Speaker) -> Session:
    """The session after the turn."""
    return replace(
        call.was,
        flow=call.flow.name,
        started=call.started,
        at=call.at,
        step=call.step,
        question=call.question,
        question_heard=call.question_heard if call.question else "",
        stack=call.stack,
        facts=call.facts,
        slots=_kept_values(call),
        halves=call.halves,
        proved=tuple(call.proved),
        heard=call.heard,
        agreed=call.agreed,
        records=tuple(call.records),
        silences=call.silences,
        unclear=call.unclear,
        tries=call.tries,
        cut=call.cut,
        said=tuple(call.said),
        marks=tuple(call.marks),
        feelings=call.feelings,
        fired=call.fired,
        flags=tuple(call.flags),
        ended=call.ended,
        waiting=call.waiting,
    )


def reply_of(call: Speaker) -> Reply:
    """What is said and done in the turn."""
    return Reply(
        lines=tuple(call.lines),
        steps=tuple(call.trace),
        wait="result" if call.waiting else "nothing" if call.ended else "caller",
        effects=tuple(call.effects),
        settled=tuple(call.settled),
        ended=bool(call.ended),
        private=call.private,
        trouble=call.trouble,
    )


def _kept_values(call: Speaker) -> dict[str, str]:
    """The slots as they are kept: a private value no longer than a check still needs it, its form is open or it may be said again."""
    private = call.flow.private | call.root.private
    if not private:
        return call.slots
    open_form = {one.name for one in call.here.form} if call.step and call.question else set()
    # A check that no step asks needs nothing.
    asked = {step.check for step in call.flow.steps.values() if step.check}
    needed = {name for check in asked for name in call.flow.checks[check].names} - call.checked_values
    gone = private - open_form - needed - _owed_values(call)
    return {name: HIDDEN if name in gone else value for name, value in call.slots.items()}


def _owed_values(call: Speaker) -> set[str]:
    """The values in what may have to be said again: the last reply, the open question, and the questions of flows that wait."""
    said = call.prompts_of(call.said)
    prompts = [one.prompt for one in (said[-1:] if call.ended else said)]
    if call.step and call.question and (question := call.prompt()):
        prompts.append(question)
    for frame in call.stack:
        flow = call.root.named(frame.flow)
        step = flow.steps[frame.step]
        if frame.question and (question := question_of(step, frame.question)):
            prompts += [question, *(one for one in step.say if call.unheard(Said(flow, one)))]
    return {name for one in prompts for name in one.template.names}
