"""Which private values may be gone where a line says them.

A private value goes when the turn ends, unless a check that has not been asked since, the form it belongs to, or the
open question needs it (`Call.frozen`). A line that says it later is not said: the call says its safe line instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from steering.core.flow import Step
from steering.core.machine import exits
from steering.loader.parts import Parts, anytime_lines


class _At(NamedTuple):
    """What holds where a step is entered: the private values that may be *gone*, and those that a check may have *had* in this turn."""

    gone: frozenset[str] = frozenset()
    had: frozenset[str] = frozenset()


def values_gone(parts: Parts, start: str) -> Mapping[str, frozenset[str]]:
    """The private values that may be gone when a step is entered, by step; under "" all of them, for lines that are said anywhere.

    A value that was not collected yet does not count.
    """
    private = frozenset(parts.private - parts.needs.keys())
    if not private:
        return {}
    at = {start: _At()}
    todo = [start]
    while todo:
        step = parts.steps[todo.pop()]
        for name, arriving in _leads(parts, step, at[step.name], private):
            known = at.get(name)
            joined = _At(known.gone | arriving.gone, known.had | arriving.had) if known else arriving
            if joined != known:
                at[name] = joined
                todo.append(name)
    return {name: one.gone - asked_here(parts.steps[name]) for name, one in at.items()} | {"": private}


def asked_here(step: Step) -> frozenset[str]:
    """The values that *step* asks for itself."""
    return frozenset(one.name for one in (step.collect, *step.form) if one)


def _leads(parts: Parts, step: Step, at: _At, private: frozenset[str]) -> Iterator[tuple[str, _At]]:
    """The steps that *step* leads to, and what holds when they are entered."""
    own, check = asked_here(step) & private, parts.checks.get(step.check)
    gone, had = at
    if step.run in parts.steps:
        yield step.run, at
    if step.asks or step.run:
        # The turn ends here, and only some of what is private goes on into the next.
        asked = [one for one in parts.checks.values() if any(step.check == one.name for step in parts.steps.values())]
        needed = frozenset(name for one in asked for name in one.names)
        gone, had = (gone | private - (needed - had) - _in_question(step)) - own, frozenset()
    if check:
        had |= private.intersection(check.names)
    for _, target in exits(step):
        if target.name in parts.steps:
            yield target.name, _At(gone, had)
    if step.asks:
        rungs = [rung.target for name in ("if_silent", "if_unclear") for rung in getattr(parts, name) or () if rung.target]
        for target in (*(line.target for line in anytime_lines(parts)), *rungs):
            if target.name in parts.steps:
                yield target.name, _At(gone, had)


def _in_question(step: Step) -> frozenset[str]:
    """The values in every question of *step*: while it is open they stay."""
    questions = [one for one in (step.ask, step.consent, step.confirm, *(one.ask for one in step.form)) if one]
    return frozenset.intersection(*(frozenset(one.template.names) for one in questions)) if questions else frozenset()
