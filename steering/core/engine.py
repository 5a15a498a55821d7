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

from steering.core.ahead import follow_answer
from steering.core.call import Call, Level, SafeLine
from steering.core.evidence import agree, heard_by_platform, refuse, say_again, say_owed, settle
from steering.core.flow import OPT_OUT, Flow, Hear, Need
from steering.core.following import Found, feels, give_answer, matched
from steering.core.freezing import frozen, reply_of
from steering.core.heard import objection
from steering.core.hearing import hear
from steering.core.hearing.consent import agreement, agrees, usual
from steering.core.hearing.persons import asks_for_person
from steering.core.hearing.phrases import Match, PhraseTable, table_of, words
from steering.core.hearing.repeating import asks_again
from steering.core.hearing.right_party import Asked, asked_for
from steering.core.hearing.voicemail import is_voicemail
from steering.core.hearing.yes_no import asks, only_gone, yes_no
from steering.core.languages import language as language_of
from steering.core.recalling import recall, recalled_anytime, recalled_opt_out
from steering.core.session import Session
from steering.core.slots import correct_earlier, fill
from steering.core.turn import Kind, Line, Passed, Recalled, Reply, Settled, Turn
from steering.core.values import read
from steering.core.written import misread, pointed
from steering.errors import FactError

KEYS = {"*": "star", "#": "pound"}
WORDS = (Kind.SPEECH, Kind.KEYS)
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


def needs(flow: Flow) -> dict[str, Need]:
    """The facts that *flow* and those it runs may be given, by name."""
    return {name: need for one in (flow, *flow.others.values()) for name, need in one.needs.items()}


def read_facts(flow: Flow, facts: Mapping[str, str]) -> dict[str, str]:
    """*facts* as a session keeps them; FactError when *flow* does not know one, or its value is not of its kind."""
    known, kept = needs(flow), {}
    for name, value in facts.items():
        if name not in known:
            names = ", ".join(sorted(known)) or "none"
            raise FactError(f"The flow '{flow.name}' has no fact '{name}'; its facts are: {names}.", name)
        kind = known[name].kind
        kept[name] = pointed(kind.name, value, flow.language)
        read_value = read(kind.name, kept[name])
        if read_value is None or (kind.size is not None and len(str(read_value)) != kind.size):
            such_as = misread(kind.name, value) or f", such as {known[name].sample or 'the sample in the flow'}"
            raise FactError(f"The fact '{name}' must be {kind.name}{such_as}.", name)
    return kept


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
    if OPT_OUT in session.records or not _opt_out(call, turn):
        return session, reply
    call.note(OPT_OUT)
    noted = Passed(step=session.step, by="opt-out")
    return replace(session, at=call.at, records=tuple(call.records)), replace(reply, steps=(noted,), effects=tuple(call.effects))


def _out_unopened(flow: Flow, session: Session, turn: Turn) -> tuple[Session, Reply] | None:
    """The opt-out in words to a call that cannot open; None when there is none. What its step cannot say is a goodbye."""
    call = Call(flow, session, turn)
    out = _opt_out(call, turn)
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
    return bool(call.step) and _answers_private(call, call.turn)


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
        if out := _opt_out(call, turn):
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
        if not matched(call, _opt_out(call, turn)):
            _result(call, turn)
        return
    elif turn.kind in (Kind.START, Kind.RESULT):
        if call.root.if_back and turn.kind is Kind.START:
            call.say(call.root.if_back)
        call.ask_again()
        return
    elif cut := settle(call, turn):
        over = _opt_out(call, turn) or _anytime(call, turn)
        if not matched(call, over):
            call.private = _answers_private(call, turn)
            if not correct_earlier(call, turn):
                say_again(call, cut)
        return
    if matched(call, _opt_out(call, turn)):
        return
    private = _answers_private(call, turn)
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
        _understand(call, turn)


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
    found = _event(call, "voicemail")
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


# ---- time


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


# ---- words


def _opt_out(call: Call, turn: Turn) -> Found | None:
    """The opt-out that was said. It is looked for in every flow of the stack, before anything else."""
    if call.recalls:
        return recalled_opt_out(call)
    for level in call.levels() if turn.kind in WORDS else ():
        flow = level.flow
        if turn.kind is Kind.KEYS:
            found = _by_key(flow.anytime, turn.text)
            if found is not None and flow.opts_out(flow.anytime[found].target):
                return level, "anytime", flow.anytime[found], 1
        elif flow.opt_outs and (match := flow.opt_outs.match(turn.text)):
            return level, "anytime", flow.anytime[match[0]], match[1]
        elif flow.opt_out_line is not None and agrees(turn.text, language_of(flow.language).opt_out_alone, flow.language):
            return level, "anytime", flow.anytime[flow.opt_out_line], 1
    return None


def _anytime(call: Call, turn: Turn) -> Found | None:
    """The longest `anytime` phrase; of equal ones that of the innermost flow."""
    if call.recalls:
        return recalled_anytime(call)
    best: Found | None = None
    for level in call.levels() if turn.kind in WORDS else ():
        flow = level.flow
        if turn.kind is Kind.KEYS:
            key = _by_key(flow.anytime, turn.text)
            if key is not None:
                return level, "anytime", flow.anytime[key], 1
        elif (match := _match(flow.anytime_table, turn.text)) and (best is None or match.words > best[3]):
            best = level, "anytime", flow.anytime[match.value], match.words
    return best or _in_other_words(call, turn)


def _in_other_words(call: Call, turn: Turn) -> Found | None:
    """The line of `anytime` that leads to a person or repeats, where that is asked for in other words than the author's."""
    for level in call.levels() if turn.kind is Kind.SPEECH else ():
        flow = level.flow
        if flow.person_line is not None and asks_for_person(turn.text, flow.language):
            return level, "anytime", flow.anytime[flow.person_line], 1
        if flow.repeat_line is not None and asks_again(turn.text, flow.language):
            return level, "anytime", flow.anytime[flow.repeat_line], len(words(turn.text, flow.language))
    return None


def _match(table: PhraseTable[int] | None, text: str) -> Match[int] | None:
    return table.match(text) if table else None


def _by_key(lines: tuple[Hear, ...], keys: str) -> int | None:
    pressed = KEYS.get(keys, keys)
    return next((i for i, one in enumerate(lines) if pressed in one.keys), None)


def _take_event(call: Call, event: str) -> bool:
    """Follows a bracketed word, heard at the step or anytime."""
    return matched(call, _event(call, event))


def _event(call: Call, event: str) -> Found | None:
    levels = call.levels()
    for i, one in enumerate(call.here.hear):
        if event in one.events:
            return levels[0], f"hear.{i}", one, 0
    for level in levels:
        for one in level.flow.anytime:
            if event in one.events:
                return level, "anytime", one, 0
    return None


def _understand(call: Call, turn: Turn) -> None:
    if recalls := call.recalls:
        recall(call, recalls)
        return
    machine = _event(call, "voicemail") if turn.kind is Kind.SPEECH else None
    if machine and is_voicemail(turn.text, call.flow.language):
        matched(call, machine)
        return
    call.private = _answers_private(call, turn)
    if call.private and fill(call, turn, private_only=True):
        return
    if correct_earlier(call, turn):
        return
    if call.question == "consent":
        _take_consent(call, turn)
        return
    anytime = _anytime(call, turn)
    own = _own(call, turn)
    if anytime and anytime[3] > max(own[1] if own else 0, _choice_words(call, turn)):
        matched(call, anytime)
    elif own:
        i = own[0]
        follow_answer(call, turn, f"hear.{i}", call.here.hear[i].target)
    elif not fill(call, turn) and not feels(call) and not _answers(call, turn):
        call.climb("if_unclear", objection(call, turn, call.field()))


def _answers_private(call: Call, turn: Turn) -> bool:
    """Whether the turn answers a private question, so that its words are not to be kept."""
    one = call.field() if turn.kind in WORDS else None
    return bool(one and one.private)


def _answers(call: Call, turn: Turn) -> bool:
    """Gives the approved answer to what was asked."""
    index = call.flow.answer_index
    found = index.best(turn.text) if index and turn.kind is Kind.SPEECH else None
    if found is None:
        return False
    give_answer(call, found)
    return True


def _own(call: Call, turn: Turn) -> tuple[int, int] | None:
    """The line of the step's `hear` that was meant, and its number of words (none for yes and no)."""
    step = call.here
    if turn.kind is Kind.KEYS:
        key = _by_key(step.hear, turn.text)
        return None if key is None else (key, 1)
    match = _match(step.hear_table, turn.text)
    if match and not _is_only_like_it(call, turn, match):
        return match.value, match.words
    # The read-back of a form has a yes and no of its own.
    answer = _yes_no(call, turn.text) if step.hear and call.question == "ask" else None
    for i, one in enumerate(step.hear):
        if answer in ("yes", "no") and answer in one.phrases:
            return i, 0
    return None


def _is_only_like_it(call: Call, turn: Turn, match: Match[int]) -> bool:
    """Whether a word beside `yes` or `no` ("yes | speaking") is heard in another form, in a question, or in a yes that is none."""
    language = call.flow.language
    beside = call.here.hear[match.value].phrases
    if "yes" in beside and hear("yes_no", match.phrase, language=language) == "yes" and _yes_no(call, turn.text) == "unsure":
        return True  # "yes, this is her sister speaking"
    if match.words > 1 or {"yes", "no"}.isdisjoint(beside):
        return False
    return asks(turn.text, language) or words(match.phrase, language)[0] not in words(turn.text, language)


def _yes_no(call: Call, text: str) -> object | None:
    """The built-in yes or no of an answer. "I don't want an agent" denies the agent; it does not say no.

    Who only tells why somebody cannot be had ("he's at work") says no to nothing that a call may act on.
    """
    anytime = [table for level in call.levels() for table in (level.flow.anytime_table, level.flow.opt_outs)]
    tables = [call.here.hear_table, *anytime]
    denied = next((before for table in tables if table and (before := table.denied(text)) is not None), None)
    language = call.flow.language
    asked = _asked_for(call)
    said = yes_no(text if denied is None else " ".join(denied), language, asked)
    if said == "no" and ((denied is not None and _denies_no(call, text)) or only_gone(text, language, asked)):
        return "unsure"
    return said


def _asked_for(call: Call) -> Asked:
    """The names that the open question asks for; those that are values in it count in any letters."""
    prompt = call.prompt()
    parts = prompt.template.parts if prompt else ()
    written = (part if isinstance(part, str) else _capital(*call.known(part.name)) for part in parts)
    return asked_for("".join(written), call.flow.language)


def _capital(kind: str, value: str) -> str:
    return value.title() if kind == "name" else value


def _denies_no(call: Call, text: str) -> bool:
    """Whether a phrase beside `no` is denied: "no, it's not the wrong number" takes the no back."""
    beside = (phrase for one in call.here.hear if "no" in one.phrases for phrase in one.phrases if phrase != "no")
    return table_of(tuple(beside), call.flow.language).denied(text) is not None


def _choice_words(call: Call, turn: Turn) -> int:
    """How many words of a choice that is asked for were said: a choice is a phrase of the step."""
    one = call.field()
    if one is None or one.kind.name != "choice" or turn.kind is Kind.KEYS:
        return 0
    chosen = hear(one.kind.hear_as, turn.text, language=call.flow.language)
    return len(words(str(chosen), call.flow.language)) if chosen else 0


def _take_consent(call: Call, turn: Turn) -> None:
    step = call.here
    if turn.kind is Kind.KEYS:
        answer = "yes" if f"key {KEYS.get(turn.text, turn.text)}" in step.accept_only else "unsure"
    else:
        answer = agreement(turn.text, step.accept_only or usual(call.flow.language), call.flow.language)
    if answer == "yes" and not call.question_heard:
        call.ask_again()
    elif answer == "yes" and step.if_yes:
        agree(call, turn)
        call.follow("if_yes", step.if_yes)
    elif matched(call, _anytime(call, turn)):
        return
    elif answer == "no" and step.if_no:
        call.withdraw(name for name in call.agreed if name == call.step)
        refuse(call, turn)
        call.follow("if_no", step.if_no)
    elif not feels(call) and not _answers(call, turn):
        call.climb("if_unclear")
