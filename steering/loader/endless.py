"""Ways that come back to where they began: without asking anything, or one run deeper. A call on one says the safe line for ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from steering.core.flow import Step, Target
from steering.core.machine import exits
from steering.loader.codes import Place, Report
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


def deeper(parts_of: Mapping[str, Parts], report: Report) -> None:
    """Reports every flow whose steps come to run it again: what has begun so often cannot come back in one turn."""
    below = {name: _run_by_steps(parts) for name, parts in parts_of.items()}
    for name in parts_of:
        way = _round(below, name)
        if way:
            why = f"The flow '{name}' comes to run itself ({' → '.join(way)}): each time goes deeper, until no call can come back"
            report.add("runs-itself", below[name][way[1]], f"{why}; lead back by `go`, or let the inner one end")


def _run_by_steps(parts: Parts) -> dict[str, Place]:
    """The other files that steps run, each with where; what a caller may ask for at any time goes deeper only as often as he asks."""
    found = {}
    for step in parts.steps.values():
        places = {target.name: place_of(parts, step) for _, target in exits(step) if target.kind == "run"}
        if step.run:
            places[step.run] = place_of(parts, step, "run")
        found.update({flow: at for flow, at in places.items() if flow not in parts.steps and flow not in found})
    return found


def _round(below: Mapping[str, Iterable[str]], name: str) -> list[str]:
    """The shortest way from *name* to itself through the flows *below* each; empty when there is none."""
    ways, seen = [[name]], {name}
    for way in ways:
        for one in below.get(way[-1], ()):
            if one == name:
                return [*way, name]
            if one not in seen:
                seen.add(one)
                ways.append([*way, one])
    return []


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
