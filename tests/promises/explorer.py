"""The other way to learn what a flow can do: talk to the real engine, every way that a caller may, and look.

`played` drives `advance` breadth first from the beginning of a call through all kinds of turns, to a number of
turns in all. It knows nothing of how promises are proved. Steps entered and values said are seen where the
engine enters and says them, with the facts of that moment.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import msgspec
import pytest

from steering.core.call import Call
from steering.core.engine import advance, open_session
from steering.core.evidence import settled_values
from steering.core.feelings import EXPRESSIONS
from steering.core.flow import Flow, Hear, Promise, Step
from steering.core.obligations import heard_name
from steering.core.places import values_agreed_to
from steering.core.session import Session
from steering.core.turn import Kind, Result, Turn
from steering.errors import TurnRejected

MONDAY, SUNDAY = 1_767_628_800.0, 1_767_542_400.0
VALUES = {
    "digits": ("four five one two", "one one one one"),
    "choice": ("gold",),
    "date": ("December 24th", "December 26th", "no I meant December 27th"),
    "time": ("nine a m", "at four", "in the afternoon", "no I meant ten a m"),
    "name": ("Maria Lopez", "no I meant Mario Lopez"),
    "phone": ("312 555 0142", "no I meant 312 555 0199"),
    "email": ("maria at example dot com",),
    "text": ("the blue one",),
}
SPANISH = {
    "digits": ("cuatro cinco uno dos",),
    "choice": ("gold",),
    "date": ("24 de diciembre", "26 de diciembre"),
    "time": ("a las nueve",),
    "name": ("María López",),
    "phone": ("312 555 0142",),
    "email": ("maria arroba example punto com",),
    "text": ("el azul",),
}
NEWS = {"balance": "$99.00", "tier": "gold", "extra": "more"}
ANGRY = {name: 0.9 if name == "Anger" else 0.0 for name in EXPRESSIONS}


@dataclass(slots=True)
class Seen:
    """What happened in one turn: (flow, step) entered, (line id, names of values) said, each with the facts then."""

    entered: list[tuple[str, str, frozenset[str]]] = field(default_factory=list)
    said: list[tuple[str, tuple[str, ...], frozenset[str]]] = field(default_factory=list)


@dataclass(slots=True)
class Played:
    """The promises found broken (flow, number), each with how many turns it took; *whole* when nothing was left to try.

    *empty* are facts that were true of words without a value in them.
    """

    broken: dict[tuple[str, int], int] = field(default_factory=dict)
    empty: set[str] = field(default_factory=set)
    turns: int = 0
    whole: bool = True


def facts_of(call: Call) -> frozenset[str]:
    return frozenset({*call.proved, *(f"heard {one}" for one in call.heard), *(f"agreed {one}" for one in call.agreed)})


@contextmanager
def watched() -> Iterator[list[Seen]]:
    """The engine, telling what it enters and says; the last of the list is the turn now taken."""
    seen = [Seen()]
    with pytest.MonkeyPatch.context() as patch:
        enter, ask_anew, say = Call.enter, Call.ask_anew, Call.say

        def entering(call: Call, name: str) -> None:
            seen[-1].entered.append((call.flow.name, name, facts_of(call)))
            enter(call, name)

        def coming_back(call: Call, question: str) -> None:
            seen[-1].entered.append((call.flow.name, call.step, facts_of(call)))
            ask_anew(call, question)

        def saying(call: Call, prompt: Any) -> None:
            names = prompt.template.names
            if "question" in names and (question := call.prompt()):
                names += question.template.names
            seen[-1].said.append((call.line_id(call.flow, prompt), names, facts_of(call)))
            say(call, prompt)

        patch.setattr(Call, "enter", entering)
        patch.setattr(Call, "ask_anew", coming_back)
        patch.setattr(Call, "say", saying)
        yield seen


def played(flow: Flow, brought: Sequence[dict[str, str] | None], most: int) -> Played:
    """What *most* turns in all kinds of calls of *flow* bring to light; a call may bring any of the facts *brought* (None: none)."""
    found = Played()
    promises = [(one, number, promise) for one in (flow, *flow.others.values()) for number, promise in enumerate(one.promises)]
    known: set[bytes] = set()
    todo: deque[tuple[Session, int]] = deque((open_session(flow, facts), 0) for facts in brought)
    with watched() as seen:
        while todo:
            session, depth = todo.popleft()
            for turn in turns(flow, session):
                if found.turns >= most:
                    found.whole = False
                    return found
                found.turns += 1
                seen.append(Seen())
                try:
                    after, reply = advance(flow, session, turn)
                except TurnRejected:
                    continue
                if after is session:
                    continue
                found.empty |= empty(flow, after)
                heard = {line.id for line in reply.lines}
                for one, number, promise in tuple(promises):
                    if broken(flow, one, promise, seen[-1], heard, after):
                        found.broken[one.name, number] = depth + 1
                        promises.remove((one, number, promise))
                if not promises:
                    return found
                key = msgspec.structs.replace(after, started=0.0).to_json()
                if not after.ended and key not in known:
                    known.add(key)
                    todo.append((after, depth + 1))
    return found


def broken(root: Flow, flow: Flow, promise: Promise, seen: Seen, heard: set[str], after: Session) -> bool:
    """Whether a turn broke *promise* of *flow*."""
    if promise.kind == "always ends with":
        return flow is root and bool(after.ended and after.step) and (after.flow != root.name or after.step not in promise.subjects)
    needed = {
        f"heard {heard_name(root, flow, one.removeprefix('heard '))}" if one.startswith("heard ") else one for one in promise.conditions
    }
    if promise.kind == "before":
        return any(name == flow.name and step in promise.subjects and not needed <= facts for name, step, facts in seen.entered)
    return any(id in heard and not set(promise.subjects).isdisjoint(names) and not needed <= facts for id, names, facts in seen.said)


def empty(root: Flow, session: Session) -> set[str]:
    """What is true of words that have a value in them, though the call has none."""
    told: dict[str, set[str]] = {}
    for flow in (root, *root.others.values()):
        words = [(f"heard {heard_name(root, flow, one.name)}", set(one.prompt.template.names)) for one in flow.wording.values()]
        words += [(f"agreed {step.name}", set(values_agreed_to(step))) for step in flow.steps.values() if step.consent]
        for fact, values in words:
            # Of those that have the same name any may have been it.
            told[fact] = told.get(fact, values) & values
    true = {*(f"heard {one}" for one in session.heard), *(f"agreed {one}" for one in session.agreed)}
    return {fact for fact in true if told[fact] - set(session.slots) - set(session.facts)}


# ---- what a caller and his platform may do


def turns(flow: Flow, session: Session) -> Iterator[Turn]:
    """Every kind of turn that may come next."""
    at = session.at or MONDAY
    if not session.step:
        yield Turn(kind=Kind.START, at=MONDAY)
        if flow.hours:
            yield Turn(kind=Kind.START, at=SUNDAY)
        for at in (MONDAY, SUNDAY) if flow.hours else (MONDAY,):
            yield from (Turn(kind=Kind.SPEECH, text=text, at=at) for text in ("hello", *_first_words(flow)))
            yield from (Turn(kind=Kind.KEYS, text=key, at=at) for key in _first_keys(flow))
        yield from (Turn(kind=Kind.VOICEMAIL, at=at) for at in ((MONDAY, SUNDAY) if flow.hours else (MONDAY,)))
        return
    yield Turn(kind=Kind.VOICEMAIL, at=at)
    if session.waiting:
        name = session.waiting.split(".")[1].split("#")[0]
        check = flow.named(session.flow).checks[flow.named(session.flow).steps[name].check]
        assert check.look_up
        for value in ("four", "five"):
            kept = {slot: value for slot, _ in check.look_up.keep}
            yield Turn(kind=Kind.RESULT, at=at, result=Result(key=session.waiting, ok=True, values=kept))
        yield Turn(kind=Kind.RESULT, at=at, result=Result(key=session.waiting, ok=False))
        yield Turn(kind=Kind.RESULT, at=at, result=Result(key=session.waiting, ok=False, reason="timeout"))
        for text in ("hello", *_words(flow, session)):
            yield Turn(kind=Kind.SPEECH, text=text, at=at)
        for key in _keys(flow, session):
            yield Turn(kind=Kind.KEYS, text=key, at=at)
        yield Turn(kind=Kind.HANGUP, at=at)
        return
    for heard in dict.fromkeys(_heard(flow, session)):
        for kind in (Kind.SILENCE, Kind.INTERRUPT, Kind.HANGUP, Kind.START):
            yield Turn(kind=kind, at=at, heard=heard)
        for text in dict.fromkeys(_words(flow, session)):
            yield Turn(kind=Kind.SPEECH, text=text, at=at, heard=heard)
        yield Turn(kind=Kind.SPEECH, text="purple monkey", at=at, heard=heard, prosody=ANGRY)
        for key in _keys(flow, session):
            yield Turn(kind=Kind.KEYS, text=key, at=at, heard=heard)
        for name, value in NEWS.items():
            # The server refuses another value for what was heard or agreed to.
            if name in flow.needs and name not in settled_values(flow, session):
                yield Turn(kind=Kind.SPEECH, text="purple monkey", at=at, heard=heard, facts={name: value})
                yield Turn(kind=Kind.SILENCE, at=at, heard=heard, facts={name: value})
        if flow.time_limit is not None:
            for late in (flow.time_limit, *(flow.time_limit - short + 1 for short, _ in flow.if_time_short)):
                yield Turn(kind=Kind.SPEECH, text="purple monkey", at=max(at, session.started + late), heard=heard)
                yield Turn(kind=Kind.SILENCE, at=max(at, session.started + late), heard=heard)


def _heard(flow: Flow, session: Session) -> Iterator[str | None]:
    """What the platform may report of the last reply: nothing at all, all of it, none of it, or only one of its texts."""
    yield None
    call = Call(flow, session, Turn(kind=Kind.START, at=session.at))
    texts = []
    for said in call.said_before():
        call.flow = said.flow
        if said.must_hear or session.question == "consent":
            texts.append(call.line(said.prompt).spoken)
    call.flow = flow.named(session.flow)
    if not texts:
        return
    yield from ("", " ".join(texts))
    if len(texts) > 1:
        yield from texts


def _flows(flow: Flow, session: Session) -> list[Flow]:
    return [flow.named(name) for name in dict.fromkeys((session.flow, *(frame.flow for frame in session.stack)))]


def _lines(flow: Flow, session: Session) -> Iterator[Hear]:
    yield from _step(flow, session).hear
    for one in _flows(flow, session):
        yield from one.anytime


def _step(flow: Flow, session: Session) -> Step:
    return flow.named(session.flow).steps[session.step]


def _words(flow: Flow, session: Session) -> Iterator[str]:
    step = _step(flow, session)
    yield from ("purple monkey", "stop calling me", "one moment please", "what did you say")
    for line in _lines(flow, session):
        yield from line.phrases[:1]
        if "voicemail" in line.events:
            yield "please leave a message after the tone"
    if session.question in ("consent", "confirm", "change"):
        yield from ("yes", "no", "yes no wait", *step.accept_only[:1])
    if session.question == "change":
        yield from ("the day", "the plan")
    if flow.named(session.flow).language == "es":
        yield from ("sí", "no", "de acuerdo")
    for one in (step.collect, *step.form):
        if one:
            yield from VALUES[one.kind.name] if flow.named(session.flow).language == "en" else SPANISH[one.kind.name]
    for line in step.hear:
        # Values for the form that the answer leads to, said with it.
        asked = flow.named(session.flow).steps[line.target.name].form if line.target.kind == "step" else ()
        for some in (asked[:1], asked[1:], asked) if line.phrases else ():
            yield " ".join((line.phrases[0], *(VALUES[one.kind.name][0] for one in some)))
    for answer in flow.named(session.flow).answers:
        yield answer.phrases[0]


def _first_words(flow: Flow) -> list[str]:
    """What may be said to a call before it has opened: the phrases that work anywhere."""
    return [line.phrases[0] for one in (flow, *flow.others.values()) for line in one.anytime if line.phrases]


def _first_keys(flow: Flow) -> set[str]:
    return {key for one in (flow, *flow.others.values()) for line in one.anytime for key in line.keys}


def _keys(flow: Flow, session: Session) -> set[str]:
    digits = {"4512"} if session.question == "ask" and (one := _step(flow, session).collect) and one.kind.name == "digits" else set()
    agreeing = {one.removeprefix("key ") for one in _step(flow, session).accept_only if one.startswith("key ")}
    return {key for line in _lines(flow, session) for key in line.keys} | digits | agreeing
