"""Which texts a call has disclosed, on what evidence: what was read, what was told of it, and what a value has changed in since."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from steering.core.call import HIDDEN
from steering.core.flow import Flow, Wording
from steering.core.obligations import folded, heard_name
from steering.core.turn import Line
from steering.rows import TurnBody
from steering.store.protocol import AuditRow, TurnRow

NOT_DISCLOSED = "not disclosed"
# Grade, time, turn and the words with their values.
_Evidence = tuple[str, float | None, int | None, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text as it was read with the values of then, private ones hidden. *grade*, *said*, *at* and *turn* as in Disclosure.

    *until* is when a value in it became another (unix seconds), so that what was heard no longer counted.
    """

    spoken: str
    grade: str = NOT_DISCLOSED
    said: int = 0
    at: float | None = None
    turn: int | None = None
    until: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """How a text that must be heard fared. *grade* is its evidence, or NOT_DISCLOSED; *said* counts how often it was read.

    *at* is when the evidence came (unix seconds), *turn* the turn that brought it; both None when none came. *spoken*
    is the text with the values in it that was heard, "" where it has none. *readings* are those of a text with values.
    """

    name: str
    grade: str
    said: int
    at: float | None = None
    turn: int | None = None
    spoken: str = ""
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """A turn of the record with what it keeps."""

    row: TurnRow
    body: TurnBody


def disclosures_of(flow: Flow, live: Sequence[Taken], audit: Sequence[AuditRow]) -> Iterator[Disclosure]:
    lost = lost_in(audit)
    evidence = _heard(live, lost)
    # What was heard of the closing words became known after the last turn.
    for event in audit:
        for data in told_in([event], "heard"):
            for what, name, grade, *_ in data["settled"]:
                if what == "heard":
                    evidence.setdefault(name, (grade, event.at, data["n"], ""))
    for one in flows_of(flow):
        for wording in one.wording.values():
            if not wording.must_hear:
                continue
            name = heard_name(flow, one, wording.name)
            grade, at, turn, spoken = evidence.get(name, (NOT_DISCLOSED, None, None, ""))
            said = [taken for taken, _ in said_of(flow, one, wording, live) if turn is None or taken.row.n <= turn]
            readings = _readings(flow, one, wording, live, lost, evidence) if wording.prompt.template.spoken is None else ()
            yield Disclosure(name=name, grade=grade, said=len(said), at=at, turn=turn, spoken=spoken, readings=tuple(readings))


def _readings(
    flow: Flow, one: Flow, wording: Wording, live: Sequence[Taken], lost: Collection[tuple[int, str]], evidence: Mapping[str, _Evidence]
) -> Iterable[Reading]:
    """The different words in which *wording* was read, in the order of their first time, each with the evidence of its own."""
    name, found, now = heard_name(flow, one, wording.name), dict[str, Reading](), ""
    for taken in live:
        for settled in taken.body.reply.settled if now else ():
            if settled.name == name and settled.what == "outdated":
                found[now] = replace(found[now], until=taken.row.at)
            elif settled.name == name and settled.what == "heard" and (taken.row.n, name) not in lost:
                found[now] = replace(found[now], grade=settled.grade, at=taken.row.at, turn=taken.row.n, until=None)
        for _, line in said_of(flow, one, wording, [taken]):
            # What was not kept as it was spoken stands there as it was written, with what is private hidden.
            spoken = line.text if line.spoken == HIDDEN else line.spoken
            # Cut off, a text may be said again from there.
            now = now if _ends(now, spoken) else spoken
            reading = found.get(now, Reading(spoken=now))
            found[now] = replace(reading, said=reading.said + 1)
    if now and found[now].grade == NOT_DISCLOSED and name in evidence:
        grade, at, turn, _ = evidence[name]
        found[now] = replace(found[now], grade=grade, at=at, turn=turn)
    return found.values()


def _ends(whole: str, end: str) -> bool:
    """Whether *whole* ends with the words of *end*."""
    words = folded(end)
    return bool(words) and folded(whole)[-len(words) :] == words


def _heard(live: Sequence[Taken], lost: Collection[tuple[int, str]]) -> dict[str, _Evidence]:
    """What was heard by name, without what is *lost* and what a value has changed in since."""
    evidence: dict[str, _Evidence] = {}
    for one in live:
        for settled in one.body.reply.settled:
            if settled.what == "heard" and (one.row.n, settled.name) not in lost:
                evidence.setdefault(settled.name, (settled.grade, one.row.at, one.row.n, settled.spoken))
            elif settled.what == "outdated":
                evidence.pop(settled.name, None)
    return evidence


def lost_in(audit: Sequence[AuditRow]) -> set[tuple[int, str]]:
    """The turns, with names, whose evidence the platform has taken back since."""
    return {(data["n"], name) for data in told_in(audit, "heard_less") for name in data["names"]}


def flows_of(flow: Flow) -> tuple[Flow, ...]:
    return (flow, *flow.others.values())


def said_of(flow: Flow, one: Flow, wording: Wording, live: Sequence[Taken]) -> Iterator[tuple[Taken, Line]]:
    """Every time that *wording* of *one* was read."""
    id = wording.prompt.id if one is flow else f"{one.name}:{wording.prompt.id}"
    for taken in live:
        for line in taken.body.reply.lines:
            if line.id == id:
                yield taken, line


def told_in(audit: Sequence[AuditRow], kind: str) -> list[Mapping[str, Any]]:
    """What the readable events of *kind* say."""
    return [msgspec.json.decode(one.data) for one in audit if one.kind == kind and one.data]
