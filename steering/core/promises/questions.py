"""What a caller may do while a question is open, and what can be said anywhere. Pure."""

from __future__ import annotations

from steering.core.places import Ladder, Question
from steering.core.promises.facts import OTHER, TEXTS, UNASKED, parts
from steering.core.promises.here import LADDER, Here
from steering.core.promises.steps import leave, next_of_form


def asked(here: Here) -> None:
    """A question is open: the caller answers, says something else, is silent, cuts in or breaks off."""
    state, root, at = here.state, here.root, here.question(here.state.at[1])
    if state.pending & UNASKED:
        here.asked_first(at)
        return
    if at.said:
        here.says(at.said, state.true)
    pending, so_far = state.pending, state.true
    if at.events or here.to_the_end:
        here.breaks_off(at, pending, so_far)
    true = so_far | pending >> TEXTS
    here.hears("spoken or felt", 0, true)
    here.stays((*at.spoken, *at.felt), "", true)
    if pending or at.name == "consent":
        _cut(here, at)
    for reply in at.replies:
        here.says(reply.prompt, so_far if reply.by in ("if_silent", "if_back") else true, reply)
    for target, by in at.exits:
        here.follow(target, by, 0, true)
    for event in ("voicemail", "cuts in"):
        here.event(at, event, 0, true)
    _answered(here, at, true)
    _corrected(here, true)
    _climb(here, at.if_unclear, 0, true)
    # Who is silent shows nothing of what he heard: it stays owed, wherever the silence leads.
    for owed, known in ((0, true), (pending, so_far)) if pending else ((0, true),):
        if not here.event(at, "silence", owed, known):
            _climb(here, at.if_silent, owed, known)
        if root.time_limit is not None:
            for _, target in root.if_time_short:
                here.follow_root(target, "if_time_short", owed, known)
    if root.time_limit is not None:
        here.ends("time_limit")
    back = here.facts.owed(root, root.if_back)
    if pending or at.texts or at.text or back:
        _asked_again(here, at, back, true)


def _asked_again(here: Here, at: Question, back: int, true: int) -> None:
    """The question once more: after a cut, an answer, a re-ask, or a break in the line, which says a text that is *back*."""
    state, owed = here.state, here.facts.owed
    question = owed(here.flow, at.text)
    replies = [(0, "the caller cuts in"), (question, "answers")]
    replies += [(owed(here.flow, text) | (question if by == "answers" else 0), by) for text, by in at.texts]
    replies.append((back | question, "the caller comes back"))
    for pending, by in dict(replies).items():
        here.found.go(state, state._replace(pending=pending, true=true), by)
        if state.pending and pending:
            here.found.go(state, state._replace(pending=pending | state.pending), by)


def _cut(here: Here, at: Question) -> None:
    """The caller has cut off a text: any part of the others may have been heard."""
    state, target = here.state, here.root.if_not_heard
    texts = state.pending >> TEXTS
    for heard in parts(texts):
        if heard == texts and not state.pending & OTHER and at.name != "consent":
            continue
        true = state.true | heard
        here.hears("spoken", 0, true, "cutting in")
        if heard:
            # All is said again; who is silent to that leaves it owed, but for what was heard.
            here.found.go(state, state._replace(true=true), "the caller cuts in")
        here.stays(at.spoken, "cutting in, ", true)
        _corrected(here, true)
        if target:
            here.follow_root(target, "cutting in three times, if_not_heard", 0, true)
    if not target:
        here.ends("cutting in three times")


def _answered(here: Here, at: Question, true: int) -> None:
    """What follows from a value or an agreement that the caller gives."""
    step, fills = at.step, here.facts.fills
    if at.name == "consent":
        agreed = here.facts.bit_of(f"agreed {step.name}")
        if step.if_yes:
            here.follow(step.if_yes, "if_yes", 0, true | agreed)
        if step.if_no:
            here.follow(step.if_no, "if_no", 0, true & ~agreed)
    elif at.name == "ask" and step.collect:
        for left in here.facts.after(true, (step.collect.name,)):
            leave(here, 0, left | fills[step.collect.name])
    elif at.name == "confirm":
        leave(here, 0, true)
        for left in here.facts.after(true, (one.name for one in step.form)):
            next_of_form(here, 0, left)
    elif at.name.startswith("form:"):
        for left in here.facts.after(true, (one.name for one in step.form)):
            for one in step.form:
                left |= fills[one.name]
            next_of_form(here, 0, left)


def _corrected(here: Here, true: int) -> None:
    """The answer to the question before is taken back: what follows that one is said anew, with the other value."""
    for name, go in here.found.places.asked_before.get((here.flow.name, here.state.at[0]), ()):
        if here.facts.told_with(name):
            for left in here.facts.after(true, (name,)):
                here.follow(go, f"'{name}' is corrected", 0, left)


def _climb(here: Here, ladder: Ladder, pending: int, true: int) -> None:
    if not ladder.end:
        here.ends(ladder.by)
    elif ladder.end.kind == "step" and here.run.own and not ladder.own:
        # As from `anytime`, it leads out of the steps that the flow runs of its own.
        here.climbs_out(ladder.end.name, ladder.by, pending, true)
    else:
        here.follow(ladder.end, ladder.by, pending, true)


def hub(here: Here) -> None:
    """What can be said anywhere in a flow leads away, and so does what can be said in those that wait for it."""
    run, (heard, step) = here.run, here.state.at
    if heard == LADDER:
        here.climbs_out(step, "", here.state.pending, here.state.true)
        return
    anytime = here.found.places.anytime[here.flow.name]
    ways = {"spoken": anytime.spoken, "out": anytime.out, "spoken or felt": (*anytime.spoken, *anytime.felt)}
    ways |= {event: (one,) for event, one in anytime.events.items()}
    for target, by in ways.get(heard, ()):
        # A step of a waiting flow ends those that run above it; a step run by its own flow is one with it.
        if target.kind == "start over" or (target.kind == "step" and not run.own):
            here.follow(target, by, here.state.pending, here.state.true)
    if run.own or heard not in anytime.events:
        here.found.lift(here.state)
