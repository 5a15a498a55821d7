"""Promises of a flow that do not hold, as findings at the place of the promise."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from steering.core.flow import Flow
from steering.core.promises import prove
from steering.loader.codes import Report
from steering.loader.parts import Parts


def promised(flow: Flow, parts_of: Mapping[str, Parts], report: Report) -> None:
    """Proves the promises of *flow* and of what it runs; each that does not hold is reported with its path."""

    def where(name: str, place: str) -> str:
        parts = parts_of[name]
        at = parts.places.get(place, parts.at)
        return f"line {at.line}" if at.file == parts_of[flow.name].file else f"{Path(at.file).name} line {at.line}"

    for broken in prove(flow, where):
        parts = parts_of[broken.flow]
        report.add(
            "broken-promise", parts.places.get(f"promise.{broken.number + 1}", parts.at), f"This promise does not hold: {broken.why}"
        )
