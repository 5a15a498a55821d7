"""A turn at its end: what of it is kept, and what is said."""

from __future__ import annotations

from dataclasses import replace

from steering.core.draft import HIDDEN
from steering.core.places import question_of
from steering.core.session import Session
from steering.core.speaking import Said, Speaker
from steering.core.turn import Reply


def frozen(call: Speaker) -> Session:
    """The session after the turn."""
    # A private value is kept no longer than a check still needs it, or its form is open.
    open_form = {one.name for one in call.here.form} if call.step and call.question else set()
    needed = {name for check in call.flow.checks.values() for name in check.names} - call.checked_values
    private = (call.flow.private | call.root.private) - open_form - needed - _owed_values(call)
    hidden = {name: HIDDEN for name in call.slots if name in private}
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
        slots=call.slots | hidden,
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


def _owed_values(call: Speaker) -> set[str]:
    """The values in what may have to be said again: the last reply, the open question, and the questions of flows that wait."""
    if not (call.root.private or call.flow.private):
        return set()
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
