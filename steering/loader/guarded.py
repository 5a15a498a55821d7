"""The guards of a file, read again when all its names are known: what they ask for, and whether they can ever hold."""

from __future__ import annotations

import re
from dataclasses import replace

from steering.core import guards
from steering.core.flow import Check, When
from steering.core.guard_text import GuardError, parse
from steering.loader.codes import Place, Report, did_you_mean
from steering.loader.parts import Parts

_BUILT_IN = frozenset({"today", "time_left"})


def guards_read(parts: Parts, report: Report) -> None:
    """Reads the guards again now that all names are known: a bare word that is no name is a value."""
    names = _known_names(parts)
    for name, check in parts.checks.items():
        if check.guard:
            at = parts.places[f"check.{name}"]
            parts.checks[name] = Check(name=name, guard=_reread(parts, check.guard, names, at, report), line=check.line)
    for name, step in parts.steps.items():
        if step.when:
            at = parts.places[f"{name}.when"]
            again = [
                When(
                    guard=when.guard and _reread(parts, when.guard, names, Place(at.file, when.line, at.column), report),
                    target=when.target,
                    line=when.line,
                )
                for when in step.when
            ]
            parts.steps[name] = replace(step, when=tuple(again))


def _known_names(parts: Parts) -> frozenset[str]:
    """Everything that a guard may ask for."""
    made = {f"heard {name}" for name in parts.wording} | {f"agreed {step.name}" for step in parts.steps.values() if step.consent}
    hours = {"open"} if parts.hours else set()
    return frozenset(parts.kinds) | parts.proved | made | _BUILT_IN | hours


def _reread(parts: Parts, guard: guards.Guard, names: frozenset[str], at: Place, report: Report) -> guards.Guard:
    # The first word of each comparison is what is asked for; a value alone there is a name misspelt.
    for name in guard.names:
        if name not in names and _asked_for(guard.node, name):
            near = "; to ask whether you are open, write your hours below `open:`" if name == "open" else did_you_mean(name, names)
            report.add("unknown-value", at, f"Nobody ever gives a value '{name}'{near}")
            return guard
    try:
        again = parse(str(guard), names)
    except GuardError as error:
        report.add("bad-guard", at, f"'{guard}' cannot be read: {error.message}")
        return guard
    for misfit in again.misfits(lambda name: _kind_of(parts, name)):
        unknown = next((word for word in re.findall(r"'([a-z]\w*)' is no ", misfit) if word not in names), "")
        which = f"; nor is there a value '{unknown}', the values are {', '.join(parts.kinds)}" if "_" in unknown else ""
        report.add("bad-guard", at, f"This never holds: {misfit}{which}")
    return again


def _kind_of(parts: Parts, name: str) -> str:
    """The kind of a name that a guard asks for; a fact that a check proves is a yes or no."""
    kind = parts.kinds.get(name)
    return kind.name if kind else {"today": "date", "time_left": "duration"}.get(name, "yes or no")


def _asked_for(node: guards.Node, name: str) -> bool:
    match node:
        case guards.And(parts) | guards.Or(parts):
            return any(_asked_for(part, name) for part in parts)
        case guards.Not(inner):
            return _asked_for(inner, name)
        case guards.Compare(left, _, _) | guards.OneOf(left, _):
            return isinstance(left, guards.Name) and left.name == name
        case guards.Known(known) | guards.Fact(known):
            return known == name
    return False
