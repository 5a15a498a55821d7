"""What is made of the caller's words at an open question: a value, a consent, a line that was heard, an answer, or nothing."""

from __future__ import annotations

from steering.core.ahead import follow_answer
from steering.core.call import Call
from steering.core.evidence import agree, refuse
from steering.core.following import feels, give_answer, matched
from steering.core.heard import OPEN_KINDS, objection
from steering.core.heard_lines import KEYS, WORDS, anytime_line, choice_words, event_line, step_line
from steering.core.hearing.consent import agreement, usual
from steering.core.hearing.voicemail import is_voicemail
from steering.core.hearing.waiting import asks_to_wait, is_back
from steering.core.recalling import recall
from steering.core.slots import correct_earlier, fill
from steering.core.turn import Kind, Turn


def understand(call: Call, turn: Turn) -> None:
    """Goes on by the words of *turn*; the first that applies takes them."""
    if recalls := call.recalls:
        recall(call, recalls)
        return
    machine = event_line(call, "voicemail") if turn.kind is Kind.SPEECH else None
    if machine and is_voicemail(turn.text, call.flow.language):
        matched(call, machine)
        return
    call.private = answers_private(call, turn)
    if call.waited() and turn.kind is Kind.SPEECH and is_back(turn.text, call.flow.language):
        call.ask_again()
        return
    # A question for any words would take these for its answer.
    if (one := call.field()) and one.kind.name in OPEN_KINDS and _waits(call, turn):
        return
    if call.private and fill(call, turn, private_only=True):
        return
    if correct_earlier(call, turn):
        return
    if call.question == "consent":
        _take_consent(call, turn)
        return
    anytime = anytime_line(call, turn)
    own = step_line(call, turn)
    if anytime and anytime[3] > max(own[1] if own else 0, choice_words(call, turn)):
        matched(call, anytime)
    elif own:
        i = own[0]
        follow_answer(call, turn, f"hear.{i}", call.here.hear[i].target)
    elif not fill(call, turn) and not _waits(call, turn) and not feels(call) and not _answers(call, turn):
        call.climb("if_unclear", objection(call, turn, call.field()))


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
    elif matched(call, anytime_line(call, turn)) or _waits(call, turn):
        return
    elif answer == "no" and step.if_no:
        call.withdraw(name for name in call.agreed if name == call.step)
        refuse(call, turn)
        call.follow("if_no", step.if_no)
    elif not feels(call) and not _answers(call, turn):
        call.climb("if_unclear")


def _waits(call: Call, turn: Turn) -> bool:
    """Gives the caller time who asks for it, where the author has no line for that."""
    asked = turn.kind is Kind.SPEECH and asks_to_wait(turn.text, call.flow.language)
    if not asked or anytime_line(call, turn) or step_line(call, turn):
        return False
    call.wait()
    return True


def _answers(call: Call, turn: Turn) -> bool:
    """Gives the approved answer to what was asked."""
    index = call.flow.answer_index
    found = index.best(turn.text) if index and turn.kind is Kind.SPEECH else None
    if found is None:
        return False
    give_answer(call, found)
    return True


def answers_private(call: Call, turn: Turn) -> bool:
    """Whether the turn answers a private question, so that its words are not to be kept."""
    one = call.field() if turn.kind in WORDS else None
    return bool(one and one.private)
