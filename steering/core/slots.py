"""Filling slots: from one answer to the values of a question or a form, and the next thing to ask."""

from __future__ import annotations

from msgspec.structs import replace

from steering.core.call import Call
from steering.core.halves import in_half, keep, only_half
from steering.core.heard import (
    OPEN_KINDS,
    ambiguous,
    beyond,
    collected_before,
    counts_another_of_form,
    is_amount,
    others,
    out_of_limits,
    value_of,
)
from steering.core.hearing.phrases import words
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.languages import language as language_of
from steering.core.readback import BRIEF, ask_what_is_denied, ask_what_is_wrong, is_besides, take_correction
from steering.core.stays import both_days
from steering.core.turn import Kind, Passed, Turn
from steering.core.values import Time, write

_SAYING = frozenset({"is", "was", "not", "are"})
"""Words that tell something of a value: "actually friday is bad"."""
_SHORT = 3
"""Words of a value that is said in the place of another: "next tuesday"."""


def fill(call: Call, turn: Turn, *, private_only: bool = False) -> bool:
    """Takes the values in what was said and goes on; False when there is none.

    *private_only* fills nothing but the private slot that is asked for.
    """
    if call.question in ("confirm", "change"):
        return take_correction(call, turn)
    if call.question.startswith("half:"):
        return _fill_half(call, turn)
    if call.question == "ask":
        return _fill_question(call, turn)
    return bool(call.question) and call.question.startswith("form:") and _fill_form(call, turn, private_only=private_only)


def correct_earlier(call: Call, turn: Turn) -> bool:
    """Takes "no, I meant Tuesday" for the answer to the question before the open one; False when it is none.

    The value alone is changed, so only where nothing was decided by it: the step before collects, and leads here by `go`.
    """
    one = collected_before(call)
    said = _after_correction(turn.text, call.flow.language) if one and turn.kind is Kind.SPEECH else ""
    asked = call.field()
    if one is None or not said or (asked and value_of(call, turn, asked) is not None):
        return False
    found = value_of(call, replace(turn, text=said), one)
    if isinstance(found, Time):
        found = only_half(call, one, found) if found.ambiguous else found
    if found is None or call.slots.get(one.name) == write(found):
        return False
    call.trace.append(Passed(step=call.step, by="corrected"))
    call.return_to_question_before()
    keep(call, turn, {one.name: found})
    call.leave()
    return True


def _after_correction(text: str, language: str) -> str:
    """What follows the words that take something back, when nothing stands before them and it is brief; else empty."""
    tongue = language_of(language)
    tokens = value_tokens(text, language)
    *before, rest = takes(tokens, language)
    # A bare "no" may answer the open question.
    taken_back = any(word not in tongue.no and word not in tongue.fillers for word in tokens[: len(tokens) - len(rest)])
    first = all(word in tongue.fillers for take in before for word in take)
    return " ".join(rest) if taken_back and first and before and len(rest) <= _SHORT and _SAYING.isdisjoint(rest) else ""


def _fill_question(call: Call, turn: Turn) -> bool:
    asked = call.here.collect
    found = value_of(call, turn, asked) if asked else None
    if asked is None or found is None:
        return False
    keep(call, turn, {asked.name: found})
    call.trace.append(Passed(step=call.step, by="collect"))
    if asked.name not in call.slots:
        call.ask(f"half:{asked.name}")
    else:
        call.leave()
    return True


def _fill_form(call: Call, turn: Turn, *, private_only: bool) -> bool:
    asked = call.field()
    if asked is None:
        return False
    if asked.kind.name in OPEN_KINDS and (asked.private or asked.kind.name != "text") and ask_what_is_wrong(call, turn):
        return True
    found = value_of(call, turn, asked)
    if (
        found is not None
        and asked.kind.name == "number"
        and (is_amount(call, turn, found) or counts_another_of_form(call, turn, asked, found))
    ):
        found = None
    more = {} if private_only else others(call, turn, asked)
    if found is None and asked.kind.name == "date" and not private_only:
        more |= both_days(call, turn)
    corrected = {name for name, value in more.items() if call.slots.get(name, write(value)) != write(value)}
    if corrected and not _corrects(call, turn, answers=found is not None):
        more = {name: value for name, value in more.items() if name not in corrected}
        corrected = set()
    if found is not None and not (corrected and asked.kind.name in OPEN_KINDS):
        # "no, i meant tuesday" is about the day, and no answer to a question that any words would answer.
        more[asked.name] = found
    if not more:
        return not private_only and (ask_what_is_denied(call, turn) or ask_what_is_wrong(call, turn))
    if asked.name not in more and all(call.slots.get(name) == write(value) for name, value in more.items()):
        return False  # what is known already, said instead of an answer, brings the call no further
    keep(call, turn, more)
    call.trace.append(Passed(step=call.step, by="corrected" if corrected else "form"))
    following = next((one for one in call.here.form if one.name not in call.slots and one.name not in call.halves), None)
    if following not in (None, asked) and not following.private and (told := beyond(call, turn, following)):
        call.object(told)
    call.go_on_with_form(asked)
    return True


def _fill_half(call: Call, turn: Turn) -> bool:
    """Takes the half of the day of the time that was heard, or a whole time in its place."""
    asked = call.field()
    if asked is None:
        return False
    again = value_of(call, turn, asked)
    if again is None or ambiguous(again):
        said = write(again) if again is not None else call.halves.get(asked.name, "")
        again = in_half(said, turn.text, call.flow.language)
        if again is None:
            call.halves[asked.name] = said
            return False
        if told := out_of_limits(call, asked, again):
            # "at ten", and "in the evening" where we close at five: another hour is asked for.
            call.object(told)
            call.trace.append(Passed(step=call.step, by="asked again"))
            call.forget(asked.name)
            call.ask(call.asked_by_author())
            return True
    keep(call, turn, others(call, turn, asked) | {asked.name: again})
    call.trace.append(Passed(step=call.step, by="half of the day"))
    if call.here.form:
        call.next_of_form()
    else:
        call.leave()
    return True


def _corrects(call: Call, turn: Turn, *, answers: bool) -> bool:
    """Whether what was said takes something back, or says nothing else; what *answers* the open question says something else."""
    language = call.flow.language
    if is_besides(call, turn.text):
        return False
    brief = not answers and len(words(turn.text, language)) <= BRIEF
    return brief or len(takes(value_tokens(turn.text, language), language)) > 1
