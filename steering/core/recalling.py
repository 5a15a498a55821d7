"""A turn whose words were not all kept, in a replay: understood as the record says, and gone on with by the flow.

Theory of operation. What a hidden word had a part in is how the turn was understood: which line was heard, which
values were taken, why one was not. The first move of the turn on the record, with the values after it, tells that,
so it is not looked for in what is left of the words: "4512 no agent" asks for nobody, "… no agent" might. All that
follows from it (steps, words, end) is worked out by the flow again, and can be compared.
"""

from __future__ import annotations

from collections.abc import Collection

from steering.core.ahead import follow_answer
from steering.core.call import HIDDEN, WAITS, Call, Level
from steering.core.evidence import agree, refuse
from steering.core.flow import Hear
from steering.core.following import Found, feels, give_answer, matched
from steering.core.heard import collected_before
from steering.core.readback import READ_BACK, recall_read_back
from steering.core.turn import Passed, Recalled

_FILLED = frozenset({"collect", "form", "corrected", "half of the day"})


def recalled_opt_out(call: Call) -> Found | None:
    """The opt-out that the record tells of next."""
    found = recalled_anytime(call)
    if found and found[0].flow.opts_out(found[2].target):
        return found
    if _next_move(call).by != "opt-out":
        return None
    lines = ((level, "anytime", one, 1) for level in call.levels() for one in level.flow.anytime if level.flow.opts_out(one.target))
    return next(lines, None)


def recalled_anytime(call: Call) -> Found | None:
    """The line of `anytime` that the record follows next."""
    move = _next_move(call)
    for level in call.levels() if move.by == "anytime" else ():
        for one in level.flow.anytime:
            if (move.step, move.to) == (_left_by(call, level, one), str(one.target)):
                return level, "anytime", one, 0
    return None


def recall(call: Call, recalled: Recalled) -> None:
    """Takes the turn as the record says that it was understood."""
    call.halves = dict(recalled.halves)
    move = _next_move(call)
    form = {one.name for one in call.here.form}
    if not move.by:
        # What needs no move: a consent before its question was heard, and nothing that is to be changed after all.
        call.ask("confirm") if call.question == "change" else call.ask_again()
    elif move.by == WAITS:
        call.wait()
    elif call.question == "consent" and move.by == "if_yes" and call.here.if_yes:
        agree(call, call.turn)
        call.follow(move.by, call.here.if_yes)
    elif call.question == "consent" and move.by == "if_no" and call.here.if_no:
        call.withdraw(name for name in call.agreed if name == call.step)
        refuse(call, call.turn)
        call.follow(move.by, call.here.if_no)
    elif _corrects_earlier(call, recalled, move):
        return
    elif move.by in _FILLED and (form or call.field()):
        _fill(call, recalled, move)
    elif move.by in READ_BACK and (form or call.field()):
        _read_back(call, recalled, move)
    elif line := _line(call, move):
        follow_answer(call, call.turn, move.by, line.target)
    elif not matched(call, recalled_anytime(call)) and not _answered(call, recalled, move) and not feels(call):
        call.climb("if_unclear", recalled if recalled.objection else None)


def _next_move(call: Call, after: int = 0) -> Passed:
    """The move on the record that comes next, or so many *after* it; one that moves nowhere when there is none."""
    recalled, at = call.turn.recalled, len(call.trace) + after
    return recalled.moves[at] if recalled and at < len(recalled.moves) else Passed(step=call.step, by="")


def _left_by(call: Call, level: Level, line: Hear) -> str:
    """The step that is left when *line* of the flow at *level* is followed."""
    unwound = line.target.kind == "step" and level.depth < len(call.stack)
    return call.stack[level.depth].step if unwound else call.step


def _line(call: Call, move: Passed) -> Hear | None:
    """The line of the step that *move* follows: by its place, but in a version where another stands there by where it leads."""
    if not move.by.startswith("hear."):
        return None
    lines = {f"hear.{i}": one for i, one in enumerate(call.here.hear)}
    there = lines.get(move.by)
    alike = (one for one in lines.values() if str(one.target) == move.to)
    return there if there and str(there.target) == move.to else next(alike, there)


def _corrects_earlier(call: Call, recalled: Recalled, move: Passed) -> bool:
    """Takes the answer to the question before the open one back, if that is what *move* does."""
    earlier, then = collected_before(call), _next_move(call, after=1)
    if move.by != "corrected" or not earlier or (then.step, then.by) != (call.marks[-2].step, "go"):
        return False
    call.trace.append(Passed(step=call.step, by=move.by))
    call.return_to_question_before()
    call.put({earlier.name: recalled.values.get(earlier.name, HIDDEN)})
    call.leave()
    return True


def _fill(call: Call, recalled: Recalled, move: Passed) -> None:
    """Takes the values after the turn. Those that it dropped at once, by a failed check, are on no record: then there were some."""
    asked, form = call.field(), [one.name for one in call.here.form]
    names = form or ([asked.name] if asked else [])
    went_on = bool(_next_move(call, after=1).by)
    call.put({name: recalled.values[name] for name in names if name in recalled.values})
    _settle_the_rest(call, recalled, names, went_on=went_on)
    call.trace.append(Passed(step=call.step, by=move.by))
    if form:
        if recalled.objection:
            call.object(recalled)
        call.go_on_with_form(asked)
    elif names[0] in call.slots:
        call.leave()
    else:
        call.ask(f"half:{names[0]}")


def _settle_the_rest(call: Call, recalled: Recalled, names: Collection[str], *, went_on: bool) -> None:
    for name in names:
        if name not in recalled.values and went_on:
            call.slots.setdefault(name, HIDDEN)
        elif name not in recalled.values and name in call.slots:
            half = call.halves.get(name)
            call.forget(name)
            call.halves |= {name: half} if half else {}


def _read_back(call: Call, recalled: Recalled, move: Passed) -> None:
    asked, form = call.field(), {one.name for one in call.here.form}
    if recalled.objection:
        call.object(recalled)
    if asked and not form:
        call.trace.append(Passed(step=call.step, by=move.by))
        call.forget(asked.name)
        call.ask(call.asked_by_author())
    else:
        recall_read_back(call, move.by, form - recalled.values.keys())


def _answered(call: Call, recalled: Recalled, move: Passed) -> bool:
    """Gives the approved answer again that *move* tells of: the one with those words, else the one that is asked for."""
    if move.by != "answers" or not call.flow.answer_index:
        return False
    same = (i for i, one in enumerate(call.flow.answers) if call.line(one.prompt).spoken == recalled.answer)
    found = next(same, call.flow.answer_index.best(call.turn.text))
    if found is None:
        return False
    give_answer(call, found)
    return True
