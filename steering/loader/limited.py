"""Limits that are facts or earlier answers: `money up to balance`, `date after start_day`."""

from __future__ import annotations

from collections.abc import Mapping

from steering.core.flow import Collect, Step
from steering.core.values import Money, read
from steering.loader.codes import Place, Report, did_you_mean
from steering.loader.exits import place_of
from steering.loader.parts import Parts
from steering.loader.texts import SUCH


def limits_there(parts: Parts, before: Mapping[str, frozenset[str]], base: frozenset[str], report: Report) -> None:
    """Whether every value that is a limit is of the kind that it limits, may be told, and is surely there by then."""
    for step in parts.steps.values():
        there = before.get(step.name, base)
        for one in (step.collect, *step.form):
            if one is None:
                continue
            place = place_of(parts, step, "collect" if one is step.collect else "form")
            at = Place(place.file, one.line or place.line, place.column)
            for name in dict.fromkeys(one.kind.limit_names):
                if told := _wrong(parts, step, one, name, there):
                    report.add(told[0], at, told[1])
            if (marks := _currencies(parts, one)) and len(marks) > 1:
                report.add("bad-kind", at, f"The limits of '{one.name}' are in two currencies, {' and '.join(sorted(marks))}")
            there |= {one.name}


def _wrong(parts: Parts, step: Step, one: Collect, name: str, there: frozenset[str]) -> tuple[str, str] | None:
    """The code and the message of what is wrong with *name* as a limit of *one*."""
    kind = parts.kinds.get(name)
    if kind is None:
        hint = did_you_mean(name, [other for other, known in parts.kinds.items() if known.name == one.kind.name])
        return "bad-sample", f"'{name}' is no {one.kind.name} to compare with{SUCH.get(one.kind.name, '')}, or the name of one{hint}"
    if kind.name != one.kind.name:
        return "bad-kind", f"'{one.name}' is {one.kind.name} and its limit '{name}' is {kind.name}; a limit is of the same kind"
    if name in parts.private:
        return "bad-kind", f"'{name}' is private and cannot be a limit: a caller is told the limit that he breaks"
    if name not in there:
        return "missing-value", f"Not every path to '{step.name}' has '{name}' when '{one.name}' is asked, and it is its limit"
    return None


def _currencies(parts: Parts, one: Collect) -> frozenset[str]:
    """The currencies that the limits of *one* are in, by their marks and by the samples of facts; a bare number is in any."""
    written = [bound for _, bound in one.kind.limits if bound not in one.kind.limit_names]
    written += [need.sample for name in one.kind.limit_names if (need := parts.needs.get(name)) and need.sample]
    amounts = [read("money", text) for text in written if one.kind.name == "money" and read("number", text) is None]
    return frozenset(amount.currency for amount in amounts if isinstance(amount, Money))
