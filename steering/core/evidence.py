"""What the caller has heard and agreed to, as far as it can be shown.

A `must_hear` text counts as heard on evidence only, and so does the question of a consent: an answer
that came before its question was heard is none. The grades of evidence stand in `turn`. What is cut
off is said again; the third time the call goes to `if_not_heard`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from msgspec.structs import replace

from steering.core.call import HIDDEN, Call, Level, Said
from steering.core.flow import Flow
from steering.core.obligations import folded, heard_name, holds, words_heard
from steering.core.places import values_agreed_to
from steering.core.session import Session
from steering.core.turn import SENT, Kind, Passed, Settled, Turn
from steering.core.wording import lock

CUTS = 3


@dataclass(frozen=True, slots=True)
class Cut:
    """What is to be said again: the first text that was cut off and all that came after it. *heard* are the words played."""

    said: tuple[Said, ...]
    heard: tuple[str, ...] = ()


def settle(call: Call, turn: Turn) -> Cut | None:
    """Notes what the caller has heard of the last reply; what was cut off, if anything was."""
    before = [_as_consent(call, said) for said in call.said_before()]
    owed = [i for i, said in enumerate(before) if said.must_hear or _is_question(call, said)]
    outdated = _outdated(call, before)
    if turn.heard is None and turn.kind in (Kind.SILENCE, Kind.HANGUP):
        if owed:
            # Nothing is reported and nobody has spoken: what is owed stays so until somebody does.
            call.said = [_id(call, before[i]) for i in owed]
        return Cut(outdated) if outdated and turn.kind is Kind.SILENCE else None
    heard = () if turn.heard is None else folded(turn.heard)
    sent = turn.heard is None and turn.kind is not Kind.INTERRUPT
    first = None
    for i in owed:
        known = None if sent and not _changed(call, before[i]) else heard
        if not _heard(call, before[i], known, SENT if sent else turn.evidence) and first is None:
            first = i
    if outdated:
        call.question_heard = ""
        return Cut(outdated)
    return None if first is None else Cut(tuple(before[first:]), heard)


def heard_by_platform(call: Call, turn: Turn) -> bool:
    """Takes the opening as spoken by the platform; False when it has left out what the caller must hear of it."""
    heard = folded(turn.heard or "")
    owed = [said for said in call.prompts_of(call.said) if said.must_hear or _is_question(call, said)]
    if any(not holds(heard, _words(call, said)) for said in owed):
        return False
    for said in owed:
        _heard(call, said, heard, turn.evidence)
    call.lines.clear()
    call.said.clear()
    return True


def _heard(call: Call, said: Said, heard: Sequence[str] | None, grade: str) -> bool:
    """Whether *said* was heard in full (*heard* None: it counts as such), which is written down with its grade."""
    whole = _was_whole(call, said) if _not_kept(call) else heard is None or holds(heard, _words(call, said))
    if said.must_hear:
        name = heard_name(call.root, said.flow, said.prompt.wording)
        if whole:
            call.heard.setdefault(name, grade)
            call.settled.append(_disclosed(call, said, name, grade))
        else:
            call.settled.append(Settled(what="cut off", name=name, flow=said.flow.name))
    if whole and _is_question(call, said):
        call.question_heard = grade
    return whole


def _not_kept(call: Call) -> bool:
    """Whether this is a replay of a turn whose report of what was heard held private values."""
    return call.turn.recalled is not None and HIDDEN in (call.turn.heard or "")


def _was_whole(call: Call, said: Said) -> bool:
    """Whether the record tells of no cut of *said* in this turn."""
    recalled = call.turn.recalled
    assert recalled is not None
    if said.must_hear:
        return heard_name(call.root, said.flow, said.prompt.wording) not in recalled.cut
    return not any(move.by in ("cut off", "not heard") for move in recalled.moves)


def _disclosed(call: Call, said: Said, name: str, grade: str) -> Settled:
    template = said.prompt.template
    home, call.flow = call.flow, said.flow
    _, spoken = call.shown(template)
    call.flow = home
    told = "" if template.spoken else spoken
    return Settled(
        what="heard", name=name, flow=said.flow.name, grade=grade, spoken=told, lock=lock(template.text), spoken_lock=lock(spoken)
    )


def _words(call: Call, said: Said) -> tuple[str, ...]:
    """The words of *said* that had not been heard before."""
    home, call.flow = call.flow, said.flow
    try:
        return folded(call.line(said.prompt).spoken)[said.skipped :]
    finally:
        call.flow = home


def _id(call: Call, said: Said) -> str:
    return call.line_id(said.flow, said.prompt) + (f"#{said.skipped}" if said.skipped else "")


def _as_consent(call: Call, said: Said) -> Said:
    """*said*, or the consent question when it is a re-ask that holds it."""
    question = call.prompt() if call.question == "consent" else None
    return Said(call.flow, question) if question and "question" in said.prompt.template.names else said


def _is_question(call: Call, said: Said) -> bool:
    return call.question == "consent" and said.flow is call.flow and said.prompt is call.prompt()


def _outdated(call: Call, before: Sequence[Said]) -> tuple[Said, ...]:
    """What is to be said anew because facts that came since make it other words.

    Of an open consent it is all that is agreed to, however long ago it was said; else it is what a silence would leave owed.
    """
    if call.question == "consent" and call.here.consent:
        before = [Said(call.flow, prompt) for prompt in (*call.here.say, call.here.consent)]
    elif call.turn.kind is not Kind.SILENCE:
        return ()
    changed = (said.must_hear or call.question == "consent" for said in before if _changed(call, said))
    return tuple(before) if any(changed) else ()


def _changed(call: Call, said: Said) -> bool:
    """Whether facts that came since make *said* another text than the one that was spoken."""
    names = said.prompt.template.names
    return bool(names) and any(call.was.facts.get(name) != value for name, value in call.turn.facts.items() if name in names)


def settled_values(root: Flow, session: Session) -> frozenset[str]:
    """The values in what the caller of a call of *root* has heard, as must be, and in what he has agreed to."""
    names: set[str] = set()
    for flow in (root, *root.others.values()):
        for text in flow.wording.values():
            if heard_name(root, flow, text.name) in session.heard:
                names.update(text.prompt.template.names)
        for step in session.agreed:
            if step in flow.steps:
                names |= values_agreed_to(flow.steps[step])
    return frozenset(names)


# ---- said again


def say_again(call: Call, cut: Cut) -> None:
    """Says what was cut off, and what came after it; the third time the call goes to `if_not_heard`."""
    first = cut.said[0]
    name = first.prompt.wording or call.step
    call.cut[name] = call.cut.get(name, 0) + 1
    if call.cut[name] >= CUTS:
        _give_up(call, first)
        return
    call.trace.append(Passed(step=call.step, by="cut off"))
    home = call.flow
    for said in cut.said:
        call.flow = said.flow
        call.say(said.prompt)
        if said is first and said.prompt.wording and said.flow.wording[said.prompt.wording].again == "rest":
            _say_the_rest(call, said, cut.heard)
    call.flow = home
    if call.question and not any(said.prompt is call.prompt() for said in cut.said):
        call.ask_again()


def say_owed(call: Call) -> None:
    """Says those texts of the last reply again that must be heard: nothing tells whether they were."""
    home = call.flow
    for said in call.said_before():
        if said.must_hear and said.prompt is not call.prompt():
            call.flow = said.flow
            call.say(said.prompt)
            call.flow = home


def _give_up(call: Call, said: Said) -> None:
    if said.must_hear:
        name = heard_name(call.root, said.flow, said.prompt.wording)
        call.settled.append(Settled(what="not heard", name=name, flow=said.flow.name))
    target = call.root.if_not_heard
    if target is None:
        call.say_goodbye("not heard")
        return
    call.unwind(Level(call.root, 0))
    call.jump("not heard", target)


def _say_the_rest(call: Call, said: Said, heard: tuple[str, ...]) -> None:
    """Leaves of the line just said the words that were not heard yet, and notes how many were."""
    line = call.lines[-1]
    words_of = folded(line.spoken)
    skipped = said.skipped + words_heard(words_of[said.skipped :], heard)
    count = 0
    spoken = line.spoken.split()
    for i, word in enumerate(spoken):
        if count >= skipped:
            call.lines[-1] = replace(line, spoken=" ".join(spoken[i:]))
            call.said[-1] = f"{line.id}#{count}"
            return
        count += len(folded(word))


# ---- agreed


def agree(call: Call, turn: Turn) -> None:
    """Keeps the agreement that was given in *turn*."""
    call.agreed[call.step] = turn.text
    _answered(call, "agreed", turn)


def refuse(call: Call, turn: Turn) -> None:
    """Keeps the refusal that was given in *turn*."""
    _answered(call, "refused", turn)


def _answered(call: Call, what: Literal["agreed", "refused"], turn: Turn) -> None:
    question = call.here.consent
    assert question is not None
    text, spoken = call.shown(question.template)
    before = [call.shown(prompt.template) for prompt in call.here.say]
    call.settled.append(
        Settled(
            what=what,
            name=call.step,
            flow=call.flow.name,
            grade=call.question_heard,
            words=f"key {turn.text}" if turn.kind is Kind.KEYS else turn.text,
            text=text,
            spoken=spoken,
            lock=lock(question.template.text),
            spoken_lock=lock(spoken),
            before=" ".join(written for written, _ in before if written),
            spoken_before=" ".join(told for _, told in before if told),
        )
    )
