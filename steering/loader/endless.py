"""Ways that come back to where they began without asking anything: a call on one says the safe line for ever."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from steering.core.flow import Step, Target
from steering.loader.codes import Report
from steering.loader.exits import place_of
from steering.loader.parts import Parts

_Place = tuple[str, str]


def endless(parts_of: Mapping[str, Parts], report: Report) -> None:
    """Reports every round of steps, in one flow or several, on which nobody is asked, looked up or proved anything."""
    leads = {(name, step.name): list(_leads(parts_of, parts, step)) for name, parts in parts_of.items() for step in parts.steps.values()}
    done: set[_Place] = set()
    for first in leads:
        way: list[_Place] = []
        todo = [(first, 0)]
        while todo:
            place, depth = todo.pop()
            del way[depth:]
            if place in way:
                _tell(parts_of, way[way.index(place) :], report)
            elif place not in done:
                done.add(place)
                way.append(place)
                todo += [(after, len(way)) for after in leads.get(place, ())]


def _leads(parts_of: Mapping[str, Parts], parts: Parts, step: Step) -> Iterator[_Place]:
    """Where *step* goes on in the turn in which it is reached, without anything new being known there."""
    if step.asks:
        return
    if step.run:
        other = parts_of.get(step.run)
        if step.run in parts.steps:
            yield parts.name, step.run
        elif other and other.steps:
            yield other.name, other.start or next(iter(other.steps))
        return
    check = parts.checks.get(step.check)
    targets: list[Target | None] = [step.go, *(line.target for line in step.when)]
    if check and not check.look_up:
        targets = [step.if_failed, None if step.proves else step.if_ok]
    elif check:
        return
    for target in targets:
        if target and target.kind == "step" and target.name in parts.steps:
            yield parts.name, target.name


def _tell(parts_of: Mapping[str, Parts], way: list[_Place], report: Report) -> None:
    flow, name = min(way, key=lambda place: (place[0], parts_of[place[0]].steps[place[1]].line))
    parts = parts_of[flow]
    at = way.index((flow, name))
    names = [one if home == flow else f"{one} of {home}" for home, one in (*way[at:], *way[:at], (flow, name))]
    report.add("endless", place_of(parts, parts.steps[name]), f"This way asks nothing and never ends: {' → '.join(names)}")
