"""Checks that a promise rests on, and that a caller can pass with what he has said himself."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from steering.core import guards
from steering.core.flow import Step
from steering.loader.codes import Report
from steering.loader.exits import place_of
from steering.loader.kept import asked_here
from steering.loader.parts import Parts


def own_words(parts_of: Mapping[str, Parts], report: Report) -> None:
    """Reports every step that proves a promised fact by comparing one value that callers give with another.

    Values and proved facts are one in the whole call, so a flow that is run may ask for what a check of another compares with.
    """
    promised = {one for parts in parts_of.values() for promise in parts.promises for one in promise.conditions}
    asked: dict[str, tuple[str, Step]] = {}
    for parts in parts_of.values():
        for step in parts.steps.values():
            for name in asked_here(step):
                asked.setdefault(name, (parts.name, step))
    for parts in parts_of.values():
        for step in parts.steps.values():
            check, facts = parts.checks.get(step.check), [fact for fact in step.proves if fact in promised]
            pair = _both_asked(check.guard.node, asked.keys()) if check and check.guard and facts else ()
            if pair:
                told = " and ".join(f"'{name}' in {_where(parts, *asked[name])}" for name in pair)
                why = f"The check '{step.check}' compares what the caller says with what the caller says ({told})"
                mend = "compare with a fact below `needs` that no step collects, or look it up"
                report.add("proves-own-words", place_of(parts, step, "check"), f"{why}, so it proves no '{facts[0]}' to a promise; {mend}")


def _where(parts: Parts, flow: str, step: Step) -> str:
    return f"step '{step.name}'" if flow == parts.name else f"the flow '{flow}', step '{step.name}'"


def _both_asked(node: guards.Node, asked: Collection[str]) -> tuple[str, ...]:
    """Two values that callers are *asked* for and that need only be the same for *node* to hold; empty when more is needed."""
    match node:
        case guards.Compare(guards.Name(one), "is", guards.Name(other)):
            return (one, other) if one in asked and other in asked else ()
        case guards.And(parts) if any(_is_evidence(part, asked) for part in parts):
            return ()
        case guards.And(parts) | guards.Or(parts):
            return next((pair for part in parts if (pair := _both_asked(part, asked))), ())
    return ()


def _is_evidence(node: guards.Node, asked: Collection[str]) -> bool:
    """Whether *node* holds only when what a caller says is what is known without him, or when something was proved before."""
    match node:
        case guards.Compare(guards.Name(one), "is", guards.Name(other)):
            return (one in asked) != (other in asked)
        case guards.And(parts):
            return any(_is_evidence(part, asked) for part in parts)
        case guards.Or(parts):
            return all(_is_evidence(part, asked) for part in parts)
    return isinstance(node, guards.Fact)
