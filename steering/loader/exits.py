"""Every exit of a flow file, and where the words of its steps are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from steering.core.flow import Step, Target
from steering.core.machine import exits
from steering.loader.codes import Place
from steering.loader.parts import Parts, anytime_lines


@dataclass(frozen=True, slots=True)
class Exit:
    """One exit of a file: of a step, or of the file itself (*step* is empty)."""

    step: str
    by: str
    target: Target
    file: str

    @property
    def at(self) -> Place:
        return Place(self.file, self.target.line or 1, self.target.column or 1)


def all_exits(parts: Parts) -> Iterator[Exit]:
    """Every exit of the file and of what it uses."""

    def file(place: str) -> str:
        return parts.places.get(place, parts.at).file

    for step in parts.steps.values():
        for by, target in exits(step):
            yield Exit(step.name, by, target, file(f"step.{step.name}"))
    for i, line in enumerate(parts.anytime):
        yield Exit("", "anytime", line.target, file(f"anytime.{i}"))
    for line in anytime_lines(parts)[len(parts.anytime) :]:
        yield Exit("", "anytime", line.target, file(f"step.{line.target.name}"))
    for i, feeling in enumerate(parts.feelings):
        yield Exit("", "feeling", feeling.target, file(f"feeling.{i}"))
    for name in ("if_silent", "if_unclear"):
        for rung in getattr(parts, name) or ():
            if rung.target:
                yield Exit("", name, rung.target, file(f"word.{name}"))
    short = [("if_time_short", one) for _, one in parts.if_time_short]
    for name, other in (("open", parts.hours_else), ("if_not_heard", parts.if_not_heard), *short):
        if other:
            yield Exit("", name, other, file(f"word.{name}"))


def place_of(parts: Parts, step: Step, word: str = "") -> Place:
    """Where *word* of a step is written, or the step itself."""
    return parts.places.get(f"{step.name}.{word}") or parts.places.get(f"step.{step.name}") or parts.at


def word_of(parts: Parts, step: Step, word: str) -> Place:
    """Where *word* itself stands in a step, before what is written behind it."""
    return parts.places.get(f"{step.name}:{word}") or place_of(parts, step, word)
