"""Where a call goes by what was heard: a line of a step or of `anytime`, a feeling, an approved answer."""

from __future__ import annotations

from steering.core.call import Call, Level
from steering.core.feelings import firing, rule_name
from steering.core.flow import Hear
from steering.core.turn import Passed

Found = tuple[Level, str, Hear, int]
"""A line that was heard, with the flow that it stands in, its exit, and how many of its words were said."""


def matched(call: Call, found: Found | None) -> bool:
    """Follows the line that was *found*; False when there is none."""
    if found is None:
        return False
    level, by, hear_line, _ = found
    if by.startswith("hear."):
        call.follow(by, hear_line.target)
    else:
        # A step of a waiting flow ends those that run above it; everything else comes back here.
        if hear_line.target.kind == "step":
            call.unwind(level)
        call.jump(by, hear_line.target, level.flow)
    return True


def feels(call: Call) -> bool:
    """Goes where care is, when the caller sounds as a rule of `if_feeling` says."""
    for level in call.levels():
        rules = level.flow.feelings
        rule = firing(rules, call.feelings, call.fired) if rules and call.scored else None
        if rule:
            call.fired[rule_name(rule)] = call.feelings[-1].get(rule.expression.casefold(), 0.0)
            if rule.target.kind == "step":
                call.unwind(level)
            call.jump("feeling", rule.target, level.flow)
            return True
    return False


def give_answer(call: Call, index: int) -> None:
    """Gives an approved answer of the flow, then asks the open question again: a digression costs nothing."""
    call.trace.append(Passed(step=call.step, by="answers"))
    call.say(call.flow.answers[index].prompt)
    call.ask_again()
