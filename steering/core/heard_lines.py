"""Which line of a flow was heard: an opt-out, one of `anytime`, or the step's own, by phrase, yes or no, or key. None is followed here."""

from __future__ import annotations

from steering.core.call import Call
from steering.core.flow import Hear
from steering.core.following import Found
from steering.core.hearing import hear
from steering.core.hearing.alone import says_only
from steering.core.hearing.asking_back import question_behind
from steering.core.hearing.consent import agrees
from steering.core.hearing.inflected import denies
from steering.core.hearing.persons import asks_for_person
from steering.core.hearing.phrases import Match, PhraseTable, table_of, words
from steering.core.hearing.repeating import asks_again
from steering.core.hearing.right_party import Asked, asked_for
from steering.core.hearing.yes_no import asks, only_gone, yes_no
from steering.core.languages import language as language_of
from steering.core.recalling import recalled_anytime, recalled_opt_out
from steering.core.turn import Kind, Turn

KEYS = {"*": "star", "#": "pound"}
WORDS = (Kind.SPEECH, Kind.KEYS)


def opt_out(call: Call, turn: Turn) -> Found | None:
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


def anytime_line(call: Call, turn: Turn) -> Found | None:
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
    """The line of `anytime` that leads to a person, repeats or ends the call, where that is asked for in other words than the author's."""
    for level in call.levels() if turn.kind is Kind.SPEECH else ():
        flow = level.flow
        if flow.person_line is not None and asks_for_person(turn.text, flow.language):
            return level, "anytime", flow.anytime[flow.person_line], 1
        if flow.repeat_line is not None and asks_again(turn.text, flow.language):
            return level, "anytime", flow.anytime[flow.repeat_line], len(words(turn.text, flow.language))
        if flow.goodbye_line is not None and says_only(turn.text, language_of(flow.language).stop, (), flow.language):
            return level, "anytime", flow.anytime[flow.goodbye_line], 1
    return None


def event_line(call: Call, event: str) -> Found | None:
    """The line with that bracketed word, of the step or of `anytime`."""
    levels = call.levels()
    for i, one in enumerate(call.here.hear):
        if event in one.events:
            return levels[0], f"hear.{i}", one, 0
    for level in levels:
        for one in level.flow.anytime:
            if event in one.events:
                return level, "anytime", one, 0
    return None


def step_line(call: Call, turn: Turn) -> tuple[int, int] | None:
    """The line of the step's `hear` that was meant, and its number of words (none for yes and no)."""
    step = call.here
    if turn.kind is Kind.KEYS:
        key = _by_key(step.hear, turn.text)
        return None if key is None else (key, 1)
    match = _match(step.hear_table, turn.text)
    if match and not _is_only_like_it(call, turn, match) and not denies(turn.text, step.hear[match.value].phrases, call.flow.language):
        return match.value, match.words
    # The read-back of a form has a yes and no of its own.
    answer = _yes_no(call, turn.text) if step.hear and call.question == "ask" else None
    if answer == "no" and denies(turn.text, (phrase for one in step.hear for phrase in one.phrases), call.flow.language):
        return None  # "no la cancele" where `no | cancelar` leads on
    if answer == "yes" and _asks_what_is_answered(call, turn.text):
        return None
    for i, one in enumerate(step.hear):
        if answer in ("yes", "no") and answer in one.phrases:
            return i, 0
    return None


def _asks_what_is_answered(call: Call, text: str) -> bool:
    """Whether a plain yes comes with a question that the flow answers: "yes and how much is it"."""
    behind = question_behind(text, call.flow.language) if call.flow.answer_index else ""
    return bool(behind and call.flow.answer_index and call.flow.answer_index.best(behind) is not None)


def _is_only_like_it(call: Call, turn: Turn, match: Match[int]) -> bool:
    """Whether a word beside `yes` or `no` ("yes | speaking") is heard in another form, in a question, or in a yes that is none."""
    language = call.flow.language
    beside = call.here.hear[match.value].phrases
    if "yes" in beside and hear("yes_no", match.phrase, language=language) == "yes" and _yes_no(call, turn.text) == "unsure":
        # "yes, this is her sister speaking", but "okay" where the author has written it beside `yes`.
        return not says_only(turn.text, (match.phrase,), language_of(language).plain_yes, language)
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


def choice_words(call: Call, turn: Turn) -> int:
    """How many words of a choice that is asked for were said: a choice is a phrase of the step."""
    one = call.field()
    if one is None or one.kind.name != "choice" or turn.kind is Kind.KEYS:
        return 0
    chosen = hear(one.kind.hear_as, turn.text, language=call.flow.language)
    return len(words(str(chosen), call.flow.language)) if chosen else 0


def _match(table: PhraseTable[int] | None, text: str) -> Match[int] | None:
    return table.match(text) if table else None


def _by_key(lines: tuple[Hear, ...], keys: str) -> int | None:
    pressed = KEYS.get(keys, keys)
    return next((i for i, one in enumerate(lines) if pressed in one.keys), None)
