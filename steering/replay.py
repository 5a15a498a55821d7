"""A call taken again from its record: by the version it ran, to compare byte for byte, or by a new one, to see what it would say.

Everything that a turn depended on stands in its row: the words, what was reported as heard, the facts, the
time, and the answers of look-ups. What is private was never kept: how words with a hidden part were understood
is taken from the record (`core/recalling.py`). Pure, but for reading the rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from msgspec.structs import replace

from steering.core.call import HIDDEN
from steering.core.draft import UNANSWERABLE
from steering.core.engine import advance, in_trouble, open_question, open_session, safe_reply
from steering.core.flow import Flow
from steering.core.session import Session
from steering.core.turn import IN_HISTORY, Kind, Line, Passed, Recalled, Reply, Result, Turn
from steering.errors import RequestRefused
from steering.rows import TurnBody, restored, turn_body
from steering.store.protocol import SessionRow, TurnRow, Txn
from steering.waiting import one_moment, with_result

# A hidden value as it is spoken.
_HIDDEN = re.compile(r"…|\.\.\.")


class Recorded(msgspec.Struct, omit_defaults=True, frozen=True, kw_only=True):
    """One live turn, as it was taken. *lines* were spoken; *facts* are those of then. When not all of its words
    were kept, *values* are the slots that were filled after it, with their *halves* of the day.

    *results* are the answers of look-ups by the key of their effect; *moment* tells that "One moment." was said.
    *written* has the written forms of lines (by their place) whose spoken form held a private value and was not kept.
    *objection* is what was said of an answer that could not be taken, *answer* the approved one that was given; *cut* are the
    must-hear texts found to be cut off; *end* is how it ended the call, as `end_of` says it.
    """

    n: int
    at: float
    kind: Kind = Kind.SPEECH
    text: str = ""
    heard: str | None = None
    evidence: str = IN_HISTORY
    scores: dict[str, float] | None = None
    status: str = "done"
    lines: tuple[str, ...] = ()
    written: dict[int, str] = {}
    moves: tuple[Passed, ...] = ()
    facts: dict[str, str] = {}
    values: dict[str, str] = {}
    halves: dict[str, str] = {}
    results: dict[str, Result] = {}
    moment: bool = False
    objection: str = ""
    answer: str = ""
    cut: tuple[str, ...] = ()
    end: str = ""
    trouble: str = ""


class Recording(msgspec.Struct, omit_defaults=True, frozen=True, kw_only=True):
    """A call as it can be taken again. *sources* are the files of its flow, by name."""

    session: str
    incarnation: int
    flow: str
    flow_hash: str
    seed: str
    sources: dict[str, str]
    turns: tuple[Recorded, ...]

    @property
    def last(self) -> float:
        """When its last turn was taken; 0 before the first."""
        return self.turns[-1].at if self.turns else 0.0

    @property
    def count(self) -> int:
        """How many turns of the caller it has; the opening, turn 0, is none."""
        return sum(one.n > 0 for one in self.turns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The first turn that goes otherwise: what is said on the record, and what is said now."""

    turn: int
    recorded: str
    now: str


def recording(txn: Txn, row: SessionRow, sources: dict[str, str]) -> Recording:
    """The call in *row*. RequestRefused when it has nothing that could be taken again, or not all of it."""
    turns, expected = [], 0
    kept = {one.n for one in txn.turns(row.key, live_only=False)}
    for one in txn.turns(row.key):
        body = turn_body(one)
        after = restored(body)
        if body is None or after is None:
            raise RequestRefused(f"Turn {one.n} of session '{row.id}' cannot be read: it was erased, damaged, or sealed under another key.")
        # A turn that was taken back may have nothing in its place.
        if one.status != "void" and (missing := [n for n in range(max(expected, 1), one.n) if n not in kept]):
            raise RequestRefused(f"Turn {missing[0]} of session '{row.id}' was not kept: the call had no session id yet.")
        turns.append(_recorded(one, body, after))
        expected = one.n + 1
    return Recording(
        session=row.id,
        incarnation=row.incarnation,
        flow=row.flow,
        flow_hash=row.flow_hash,
        seed=row.seed,
        sources=sources,
        turns=tuple(turns),
    )


def _recorded(row: TurnRow, body: TurnBody, after: Session) -> Recorded:
    results = {result.key: result for result in body.results.values()}
    looked_up = {name for result in results.values() for name in result.values}
    return Recorded(
        n=row.n,
        at=row.at if row.status == "void" else after.at,
        kind=body.kind if row.n else Kind.START,
        text=body.text,
        heard=body.heard,
        evidence=body.evidence,
        scores=body.scores,
        status=row.status,
        lines=tuple(line.spoken for line in body.reply.lines),
        written={i: line.text for i, line in enumerate(body.reply.lines) if line.spoken == HIDDEN},
        moves=body.reply.steps,
        facts=dict(after.facts),
        values={name: value for name, value in after.slots.items() if name not in looked_up} if HIDDEN in body.text else {},
        halves=dict(after.halves) if HIDDEN in body.text else {},
        results=results,
        moment=body.moment,
        objection=next((line.spoken for line in body.reply.lines if line.id == "limit"), ""),
        answer=next((line.spoken for line in body.reply.lines if line.id.rpartition(":")[2].startswith("answers.")), ""),
        cut=tuple(one.name for one in body.reply.settled if one.what == "cut off"),
        end=end_of(after, body.reply),
        trouble=body.reply.trouble,
    )


def without_private_values(call: Recording, flow: Flow) -> Recording:
    """*call* with the private values of *flow* hidden, to be taken elsewhere."""
    private = flow.all_private

    def hidden(values: dict[str, str]) -> dict[str, str]:
        return {name: HIDDEN if name in private else value for name, value in values.items()}

    turns = [
        replace(
            one,
            facts=hidden(one.facts),
            values=hidden(one.values),
            halves=hidden(one.halves),
            results={key: replace(result, values=hidden(dict(result.values))) for key, result in one.results.items()},
        )
        for one in call.turns
    ]
    return replace(call, turns=tuple(turns))


def first_difference(call: Recording, flow: Flow) -> Difference | None:
    """Where *flow* first says something else than *call* has on the record, or ends it otherwise; None when all is the same."""
    session = replace(open_session(flow, id=call.session, seed=call.seed), facts=call.turns[0].facts if call.turns else {})
    for one in call.turns:
        session, reply = _taken(flow, session, one)
        if not _same(one, reply.lines, session):
            return Difference(turn=one.n, recorded=" ".join(one.lines), now=reply.spoken)
        if one.end != (end := end_of(session, reply)):
            return Difference(turn=one.n, recorded=_in_words(one.end), now=_in_words(end))
    return None


def end_of(session: Session, reply: Reply) -> str:
    """How a turn ends the call: "" when it does not, "hand_to NAME", or as in `Session.ended`."""
    return " ".join([session.ended, *(effect.name for effect in reply.effects if effect.kind == "hand_to")])


def _in_words(end: str) -> str:
    return f"({end})" if end else "(the call goes on)"


def _taken(flow: Flow, session: Session, one: Recorded) -> tuple[Session, Reply]:
    """The session after the turn and the whole reply to it, as *flow* takes it."""
    if one.status == "void":
        return _void(flow, session, one)
    recalled = Recalled(moves=one.moves, values=one.values, halves=one.halves, objection=one.objection, answer=one.answer, cut=one.cut)
    turn = Turn(
        session_id=session.id,
        kind=one.kind,
        text=one.text,
        heard=one.heard,
        evidence=one.evidence,
        prosody=one.scores,
        at=one.at,
        facts=one.facts,
        recalled=recalled,
    )
    session, reply = advance(flow, session, turn)
    while reply.wait == "result" and (result := one.results.get(reply.effects[-1].key)):
        session, reply = with_result(flow, session, reply, result, recalled)
    return session, replace(reply, lines=(one_moment(flow), *reply.lines)) if one.moment else reply


def _void(flow: Flow, session: Session, one: Recorded) -> tuple[Session, Reply]:
    """A turn that was not acted on: the safe line, or the open question once more."""
    if one.trouble in UNANSWERABLE:
        return in_trouble(flow, session, Turn(session_id=session.id, kind=one.kind, at=one.at), one.trouble)
    if one.trouble:
        return session, safe_reply(flow, one.trouble)
    if session.step:
        return open_question(flow, session, at=one.at)
    return advance(flow, session, Turn(session_id=session.id, kind=Kind.START, at=one.at, facts=one.facts))


def _same(one: Recorded, now: Sequence[Line], session: Session) -> bool:
    """Whether the lines are equal, byte for byte; but a private value that is not kept may be any."""
    if one.lines == tuple(line.spoken for line in now):
        return True
    if len(one.lines) != len(now):
        return False
    unknown = HIDDEN in (*session.slots.values(), *session.facts.values())
    return all(_alike(one, i, line, unknown=unknown) for i, line in enumerate(now))


def _alike(one: Recorded, i: int, line: Line, *, unknown: bool) -> bool:
    if i in one.written:
        return _fits(one.written[i], line.text)
    return one.lines[i] == line.spoken or (unknown and _fits(line.spoken, one.lines[i]))


def _fits(hidden: str, text: str) -> bool:
    """Whether *text* is *hidden* with something in the place of each hidden value."""
    return re.fullmatch(".+".join(re.escape(part) for part in _HIDDEN.split(hidden)), text) is not None
