"""What follows when a step is entered, and when it is left. Pure."""

from __future__ import annotations

from steering.core.flow import OPT_OUT
from steering.core.places import form_fact
from steering.core.promises.facts import GONE, UNASKED
from steering.core.promises.here import Here


def entered(here: Here) -> None:
    """A step is entered: it says what it says, and asks, runs, ends or goes on."""
    step, flow, (_, _, _, pending, true) = here.step, here.flow, here.state
    here.found.tell(here.found.watch.arrives, flow, step.name, here.state)
    said = () if pending & GONE else (*step.say, step.end) if step.end else step.say
    for prompt in said:
        here.says(prompt, true)
        pending |= here.facts.owed(flow, prompt)
    if step.run:
        here.found.call(here.state, step.run, flow, f"run {step.run}", pending, true)
    elif step.hand_to:
        here.ends("hand_to")
    elif step.end:
        if here.state.run and OPT_OUT not in step.record:
            here.found.end_run(here.state, pending)
        else:
            here.ends("end")
    elif step.consent:
        here.ask("consent", pending, true)
    elif step.form:
        fact = here.facts.bit_of(form_fact(flow, step.name))
        if fact & ~true:
            here.ask(f"form:{step.form[0].name}", pending, true)
        else:
            next_of_form(here, pending, true)
    elif step.ask:
        here.ask("ask", pending, true)
    else:
        leave(here, pending, true)


def left(here: Here) -> None:
    """A flow that the step ran has ended."""
    if here.step.go:
        here.follow(here.step.go, "go", here.state.pending, here.state.true)
    else:
        leave(here, here.state.pending, here.state.true)


def next_of_form(here: Here, pending: int, true: int) -> None:
    """Asks what may be open in a form."""
    for one in here.step.form:
        here.ask(f"form:{one.name}", pending, true)
    if here.step.confirm:
        here.ask("confirm", pending, true)
    else:
        leave(here, pending, true)


def leave(here: Here, pending: int, true: int) -> None:
    """Goes on from a step that has nothing more to ask."""
    step = here.step
    if step.check:
        _check(here, pending, true)
        return
    for when in step.when:
        held = when.guard is None or here.facts.holds(when.guard.node, here.flow, true)
        if held is not False:
            here.follow(when.target, str(when.guard or "otherwise"), pending, true)
        if held:
            return
    if step.go:
        here.follow(step.go, "go", pending, true)


def _check(here: Here, pending: int, true: int) -> None:
    step, facts = here.step, here.facts
    check = here.flow.checks[step.check]
    held = facts.holds(check.guard.node, here.flow, true) if check.guard else None
    lost = {pending}
    gained = sum(facts.bit_of(fact) for fact in set(step.proves))
    if check.look_up:
        if pending & GONE:
            here.ends("hangs up")
            return
        here.breaks_off(here.question(""), pending, true)
        # A machine that the call has opened to was met here: it gets no further in the opening.
        pending &= ~UNASKED
        # Who speaks while a look-up runs has it taken for lost, and what the reply said so far with it; but for an opt-out.
        lost = {pending, 0}
        here.hears("out", 0, true, "during the look-up")
        for slot, _ in check.look_up.keep:
            gained |= facts.fills[slot]
    kept = [slot for slot, _ in check.look_up.keep] if check.look_up else []
    if held is not False and step.if_ok:
        for known in facts.after(true, kept):
            here.follow(step.if_ok, "if_ok", pending, known | gained)
    for left in lost if held is not True else ():
        if step.tries > 1 and (step.collect or step.form):
            for known in facts.after(true, (one.name for one in (step.collect, *step.form) if one)):
                here.ask(f"form:{step.form[0].name}" if step.form else "ask", left, known, "the check fails")
        if step.if_failed:
            here.follow(step.if_failed, "if_failed", left, true)
