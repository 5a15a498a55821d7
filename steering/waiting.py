"""Turns that wait for the answer of a look-up: gone on with one that is kept, or completed when it comes."""

from __future__ import annotations

import hashlib

from msgspec.structs import replace

from steering.core.engine import advance, safe_reply
from steering.core.flow import Flow
from steering.core.session import Session
from steering.core.turn import Effect, Kind, Line, Recalled, Reply, Result, Turn
from steering.known import Known
from steering.pocket import Pocket
from steering.rows import Taken, Tells, emptied, restored, result_key, session_body, turn_body, written_body
from steering.store.protocol import SessionRow, Txn
from steering.writing import keep_opt_out, write_record

# Seconds that a look-up has beyond its own time-out, before the same request may take it over.
GRACE = 1.0


class LookUpNeeded(Exception):
    """A turn of the past waits for a GET whose answer was not kept: ask, then take the request again."""

    def __init__(self, effect: Effect) -> None:
        self.effect = effect
        super().__init__(effect.key)


def one_moment(flow: Flow) -> Line:
    """What is said while a look-up goes on."""
    template = flow.one_moment.template
    return Line(id="one_moment", text=template.text, spoken=template.spoken or template.text)


def with_result(flow: Flow, session: Session, reply: Reply, result: Result, recalled: Recalled | None = None) -> tuple[Session, Reply]:
    """The reply that waited for *result*, gone on with it."""
    turn = Turn(session_id=session.id, kind=Kind.RESULT, at=session.at, result=result, recalled=recalled)
    after, more = advance(flow, session, turn)
    joined = replace(more, lines=reply.lines + more.lines, steps=reply.steps + more.steps, effects=reply.effects + more.effects)
    return after, replace(joined, settled=reply.settled + more.settled, private=reply.private)


def with_known_results(
    known: Known, row: SessionRow, flow: Flow, n: int, session: Session, reply: Reply, results: dict[str, Result], *, last: bool
) -> tuple[Session, Reply, Effect | None]:
    """The reply of turn *n* gone on with every answer that is known, each put into *results*; the effect to wait for when the
    newest turn has no answer. LookUpNeeded when an older one needs a GET."""
    while reply.wait == "result":
        effect = reply.effects[-1]
        result = known.result(row, n, effect)
        if result is None:
            if last:
                return session, reply, effect
            if effect.kind == "get":
                raise LookUpNeeded(effect)
            result = Result(key=effect.key, ok=False, reason="not_asked_again")
        results[result_key(effect)] = result
        session, reply = with_result(flow, session, reply, result)
    return session, reply, None


def complete(txn: Txn, taken: Taken, flow: Flow, result: Result, moment: Reply | None, tells: Tells, now: float) -> Taken:
    """Finishes a waiting turn with the answer of its look-up. *moment* is "One moment." when it was spoken.

    Where the caller has gone on since (spoken, opted out, hung up), the call goes on from there, and the answer comes too late.
    """
    waiting = taken.waiting
    if waiting is None:
        return taken
    found = txn.turn(waiting.session, waiting.n, waiting.chain)
    row = txn.session(taken.row.owner, taken.row.id, taken.row.incarnation) or taken.row
    known = session_body(row)
    body = turn_body(found, known.pocket)
    session = restored(body)
    if found is None or body is None or session is None:
        return replace(taken, waiting=None, reply=safe_reply(flow, "damaged"))
    session, pocket = replace(session, facts={**session.facts, **known.facts}), Pocket(known.pocket)
    if found.status != "waiting" or body.effect is None or body.effect.key != result.key:
        return replace(taken, row=row, reply=body.reply, waiting=found if found.status == "waiting" else None, effect=body.effect)
    if moment and not body.moment:
        body.reply, body.moment = replace(body.reply, lines=moment.lines + body.reply.lines), True
    if found.live and row.head != found.n:
        body.reply = replace(body.reply, wait="caller")
    else:
        body.results[result_key(body.effect)] = result
        session, body.reply = with_result(flow, session, body.reply, result)
    waits = body.reply.wait == "result"
    body.effect = body.reply.effects[-1] if waits else None
    status = "waiting" if waits else "done"
    deadline = now + body.effect.within + GRACE if body.effect else 0.0
    found = replace(found, status=status, deadline=deadline, body=written_body(body, session, flow.all_private, pocket))
    txn.save_turn(found)
    write_record(txn, found, body.reply, tells, now)
    if found.live and row.head == found.n:
        row = replace(row, ended=bool(session.ended), step=session.step)
        row = emptied(txn, row, session, known, pocket, found)
        txn.save_session(row)
        keep_opt_out(txn, row, session)
    return replace(taken, row=row, reply=body.reply, waiting=found if waits else None, effect=body.effect, asks=waits)


def token_of(chain: bytes, effect: Effect) -> str:
    """What tells this question from every other one, and tells nothing else."""
    return hashlib.sha256(b"effect" + chain + effect.key.encode()).hexdigest()[:32]
