"""advance(flow, session, turn): the next Session and the Reply. Pure: equal arguments, equal results.

Theory of operation. A turn is taken in this order, and the first that applies ends it:

1. an ended call says its closing words again, and notes an opt-out; a call without its facts says the safe line, and at last a goodbye;
2. the call opens, unless the platform has spoken the first line itself;
3. the answer of a look-up is taken;
4. what was heard is settled: a `must_hear` text or a consent question that was cut off is said again;
5. limits of time;
6. words: opt-out, private value, phrases of the step and of `anytime`, value, feelings, answers, ladder.

All of it happens on a Call, a working copy; nothing is kept when anything raises.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from msgspec.structs import replace

from steering.core.call import Call, Level, SafeLine
from steering.core.evidence import heard_by_platform, say_again, say_owed, settle
from steering.core.facts import read_facts
from steering.core.flow import OPT_OUT, Flow
from steering.core.following import matched
from steering.core.freezing import frozen, reply_of
from steering.core.heard_lines import WORDS, anytime_line, event_line, opt_out
from steering.core.session import Session
from steering.core.slots import correct_earlier
from steering.core.turn import Kind, Line, Passed, Recalled, Reply, Settled, Turn
from steering.core.understanding import answers_private, understand
from steering.errors import FactError

# How often a call that cannot open asks its caller to say it again.
SAFE_LINES = 3


def open_session(flow: Flow, facts: Mapping[str, str] | None = None, *, id: str = "call", seed: str = "") -> Session:
    """A fresh session of *flow*, before its first word. FactError names a fact that it cannot use or that is missing.

    Without *facts* none is looked for yet: a call that lacks one says the safe line until it has it.
    """
    brought = read_facts(flow, facts or {})
    missing = [name for name, need in flow.needs.items() if not need.optional and name not in brought]
    if facts is not None and missing:
        raise FactError(f"The flow '{flow.name}' needs the fact '{missing[0]}'.", missing[0])
    return Session(id=id, flow=flow.name, flow_hash=flow.hash, facts=brought, seed=seed)


def advance(flow: Flow, session: Session, turn: Turn) -> tuple[Session, Reply]:
    """Take *turn* in *session* and return the session after it and what to say.

    TurnRejected when the flow leads nowhere; the session is then as it was.
    """
    if session.ended:
        return _after_the_end(flow, session, turn)
    call = Call(flow, session, turn)
    try:
        if turn.kind is not Kind.HANGUP:
            call.require(flow)
        _take(call, turn)
        return frozen(call), reply_of(call)
    except SafeLine as trouble:
        if not session.step and (out := _out_unopened(flow, session, turn)):
            return out
        after, reply = in_trouble(flow, session, turn, trouble.reason)
        return after, replace(reply, private=call.private)


def in_trouble(flow: Flow, session: Session, turn: Turn, reason: str) -> tuple[Session, Reply]:
    """The safe line to a turn that cannot be answered, which takes no step; a goodbye where saying it again will never help."""
    if session.step:
        return session, safe_reply(flow, reason)
    if session.unclear < SAFE_LINES:
        return replace(session, unclear=session.unclear + 1), safe_reply(flow, reason)
    call = Call(flow, session, turn)
    call.trouble = reason
    call.say_goodbye("trouble")
    return frozen(call), reply_of(call)


def _after_the_end(flow: Flow, session: Session, turn: Turn) -> tuple[Session, Reply]:
    """The closing words once more; an opt-out that is said to them is noted, once."""
    call, reply = Call(flow, session, turn), closing(flow, session, turn.recalled)
    if OPT_OUT in session.records or not opt_out(call, turn):
        return session, reply
    call.note(OPT_OUT)
    noted = Passed(step=session.step, by="opt-out")
    return replace(session, at=call.at, records=tuple(call.records)), replace(reply, steps=(noted,), effects=tuple(call.effects))


def _out_unopened(flow: Flow, session: Session, turn: Turn) -> tuple[Session, Reply] | None:
    """The opt-out in words to a call that cannot open; None when there is none. What its step cannot say is a goodbye."""
    call = Call(flow, session, turn)
    out = opt_out(call, turn)
    if out is None:
        return None
    try:
        matched(call, out)
    except SafeLine:
        call = Call(flow, session, turn)
        call.note(OPT_OUT)
        call.say_goodbye("opt-out")
    return frozen(call), reply_of(call)


def safe_reply(flow: Flow, reason: str) -> Reply:
    """The flow's `if_trouble` line, which takes no step."""
    text = flow.if_trouble.template
    return Reply(lines=(Line(id="if_trouble", text=text.text, spoken=text.spoken or text.text),), trouble=reason)


def closing(flow: Flow, session: Session, recalled: Recalled | None = None) -> Reply:
    """The closing words of an ended call, once more; a goodbye where they have a value that is gone. *recalled*: as in Turn."""
    call = Call(flow, session, Turn(session_id=session.id, kind=Kind.START, at=session.at, recalled=recalled))
    with suppress(SafeLine):
        for last in call.said_before()[-1:]:
            call.flow = last.flow
            call.say(last.prompt)
    if not call.lines and session.ended not in ("hangs up", "voicemail"):
        call.say(flow.goodbye)
    return reply_of(call)


def asks_private(flow: Flow, session: Session) -> bool:
    """Whether the question that is open is a private one."""
    call = Call(flow, session, Turn(session_id=session.id, kind=Kind.SPEECH, at=session.at))
    return bool(call.step) and answers_private(call, call.turn)


def opts_out(flow: Flow, session: Session, turn: Turn) -> bool:
    """Whether *turn* is the opt-out in words or keys."""
    return opt_out(Call(flow, session, turn), turn) is not None


def heard_after_end(flow: Flow, session: Session, turn: Turn) -> tuple[Settled, ...]:
    """What of the last words of an ended call was heard, as *turn*, which comes after them, reports it."""
    return tuple(one for one in _settled(flow, session, turn).settled if one.what == "heard")


def no_longer_heard(flow: Flow, session: Session, turn: Turn, settled: Sequence[Settled]) -> tuple[str, ...]:
    """The texts and consents that *turn* had *settled* in *session*, and could not by what it reports now."""
    now = _settled(flow, session, turn)
    heard = {one.name for one in now.settled if one.what == "heard"}
    lost = [one.name for one in settled if one.what == "heard" and one.name not in heard]
    return (*lost, *(one.name for one in settled if one.what in ("agreed", "refused") and not now.question_heard))


def _settled(flow: Flow, session: Session, turn: Turn) -> Call:
    call = Call(flow, session, turn)
    with suppress(SafeLine):
        settle(call, turn)
    return call


def open_question(flow: Flow, session: Session, *, at: float) -> tuple[Session, Reply]:
    """The open question once more, after what must be heard and is not known to be: nothing is acted on."""
    call = Call(flow, session, Turn(session_id=session.id, kind=Kind.START, at=at))
    say_owed(call)
    call.ask_again()
    return frozen(call), reply_of(call)


def _take(call: Call, turn: Turn) -> None:
    if turn.kind is Kind.HANGUP:
        _hang_up(call, turn)
        return
    if turn.kind is Kind.VOICEMAIL:
        _reach_machine(call)
        return
    if not call.step:
        _open(call)
        if out := opt_out(call, turn):
            if call.ended:
                call.note(OPT_OUT)
                return
            # Nobody who asks not to be called is told first why we call.
            call.lines.clear()
            call.said.clear()
            call.waiting = ""
            call.effects = [effect for effect in call.effects if effect.kind == "record"]
            matched(call, out)
            return
        if not (call.root.opening_by_platform and turn.kind in WORDS):
            return
        if call.ended or call.waiting or not heard_by_platform(call, turn):
            return
    elif call.was.waiting:
        if not matched(call, opt_out(call, turn)):
            _result(call, turn)
        return
    elif turn.kind in (Kind.START, Kind.RESULT):
        if call.root.if_back and turn.kind is Kind.START:
            call.say(call.root.if_back)
        call.ask_again()
        return
    elif cut := settle(call, turn):
        over = opt_out(call, turn) or anytime_line(call, turn)
        if not matched(call, over):
            call.private = answers_private(call, turn)
            if not correct_earlier(call, turn):
                say_again(call, cut)
        return
    if matched(call, opt_out(call, turn)):
        return
    private = answers_private(call, turn)
    if _out_of_time(call):
        call.private = private
        return
    if turn.kind is Kind.SPEECH and turn.prosody:
        call.feel(turn.prosody)
    if turn.kind is Kind.SILENCE:
        if not _take_event(call, "silence"):
            call.climb("if_silent")
    elif turn.kind is Kind.INTERRUPT:
        _take_event(call, "cuts in")
    else:
        understand(call, turn)


def _open(call: Call) -> None:
    flow = call.root
    closed = flow.hours is not None and not flow.hours.open_at(call.at, flow.holidays)
    if closed and flow.hours_else:
        call.jump("closed", flow.hours_else)
    else:
        call.enter(flow.start)


def _hang_up(call: Call, turn: Turn) -> None:
    with suppress(SafeLine):
        settle(call, turn)
    if call.step and not _take_event(call, "hangs up"):
        call.trace.append(Passed(step=call.step, by="hangs up"))
    call.lines.clear()
    call.said.clear()
    call.waiting = ""
    call.question = ""
    if not call.ended:
        call.close("hangs up")


def _reach_machine(call: Call) -> None:
    """Says to a machine what the author has for one, and nothing else."""
    if not call.step:
        _open(call)
    call.lines.clear()
    call.said.clear()
    call.waiting = ""
    if call.was.waiting:
        call.question = ""
    call.effects = [effect for effect in call.effects if effect.kind == "record"]
    found = event_line(call, "voicemail")
    if found and found[2].target.kind in ("repeat", "back") and (call.was.waiting or not call.was.question):
        # Nobody has been asked anything that could be asked again.
        found = None
    if not call.ended and not matched(call, found):
        call.trace.append(Passed(step=call.step, by="voicemail"))
        call.close("voicemail")


def _result(call: Call, turn: Turn) -> None:
    result = turn.result
    if result is not None and result.key == call.was.waiting:
        call.take_result(result)
    else:
        call.trouble = "look_up_lost"
        call.checked(False, final=True)


def _out_of_time(call: Call) -> bool:
    left = call.time_left()
    if left <= 0:
        call.say_goodbye("time limit")
        return True
    for seconds, target in sorted(call.root.if_time_short, key=lambda one: one[0]):
        flag = f"short:{seconds:g}"
        if left < seconds and flag not in call.flags:
            call.flags.append(flag)
            call.unwind(Level(call.root, 0))
            call.jump("time short", target)
            return True
    return False


def _take_event(call: Call, event: str) -> bool:
    """Follows a bracketed word, heard at the step or anytime."""
    return matched(call, event_line(call, event))
