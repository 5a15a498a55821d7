"""How turns are written: the rows, what they ask of the world, their events, and what the session's row keeps after them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from steering.core.flow import OPT_OUT
from steering.core.session import Session
from steering.core.speech.pace import seconds_to_say
from steering.core.turn import Effect, Reply, Settled
from steering.known import Known
from steering.pocket import hidden
from steering.rows import Taken, Tells, TurnBody, emptied, encode, session_body
from steering.store.protocol import DeliveryRow, EffectRow, SessionRow, TurnRow, Txn

# Seconds in which a revision may still take an effect back before anybody is told; on_ack ends with the caller's next words.
BEFORE_WORDS = 1.0
PATIENCE = {"on_commit": 0.0, "on_ack": 30.0, "on_end": 10.0}


def write(known: Known, row: SessionRow, session: Session, rows: list[tuple[TurnRow, TurnBody]]) -> Taken:
    """Writes new turns and the session after them, and gives the last of them."""
    txn, request = known.txn, known.request
    for one, body in rows:
        txn.add_turn(one)
        write_record(txn, one, body.reply, known.tells, request.now)
    last, body = rows[-1]
    # A call that was prepared over HTTP comes by the platform that takes its first turn.
    platform = row.platform or request.platform
    row = replace(row, head=last.n, ended=bool(session.ended), step=session.step, last=last.at, platform=platform)
    brought, pocket = known.brought(row), known.pocket(row)
    number, sid = brought.number or request.number, request.call_sid or brought.call_sid
    reports = brought.reports or (request.spoken and request.after is None)
    if (number, sid, reports) != (brought.number, brought.call_sid, brought.reports):
        brought = replace(brought, number=number, call_sid=sid, reports=reports)
        row = replace(row, body=encode(brought))
    row = emptied(txn, row, session, brought, pocket, last)
    txn.save_session(row)
    keep_opt_out(txn, row, session)
    if session.records:
        release(txn, row.key, last.n, request.now)
    waits = last.status == "waiting"
    return Taken(
        row=row,
        n=last.n,
        chain=last.chain,
        at=last.at,
        reply=body.reply,
        waiting=last if waits else None,
        effect=body.effect,
        asks=waits,
    )


def write_record(txn: Txn, row: TurnRow, reply: Reply, tells: Tells, now: float) -> None:
    """The audit event of a turn, and what it asks of the world."""
    event: dict[str, Any] = {"n": row.n, "status": row.status, "lines": [line.id for line in reply.lines]}
    event["steps"] = [[one.step, one.by, one.to] for one in reply.steps]
    if reply.settled:
        event["settled"] = settled_in_event(reply.settled)
    if reply.trouble:
        event["trouble"] = reply.trouble
    if row.status == "done" and row.live:
        write_effects(txn, row, reply, tells, now)
    txn.add_audit(row.session, "turn" if row.n else "opened", row.at, encode(event))


def settled_in_event(settled: Sequence[Settled]) -> list[list[str]]:
    """Disclosures and consents as an audit event names them: without the words, which stand in the turn."""
    return [[one.what, one.name, one.grade, one.lock, one.spoken_lock] for one in settled]


def write_effects(txn: Txn, row: TurnRow, reply: Reply, tells: Tells, now: float) -> None:
    """What a turn asks of the world; what a turn revised since had asked for already, and nobody was told, is asked for again."""
    before = {one.key: one for one in txn.effects(row.session)} if reply.effects else {}
    for effect in reply.effects:
        told = effect.kind not in ("get", "post") and tells(effect)
        if effect.kind == "hang_up" and not told:
            continue
        one = EffectRow(session=row.session, n=row.n, key=f"{row.n}:{effect.key}", policy=_policy(effect), body=encode(hidden(effect)))
        status = "done" if effect.kind in ("get", "post") else "ready" if one.policy == "on_commit" or not told else "held"
        was = before.get(one.key)
        if was is None:
            txn.add_effect(replace(one, status=status))
        elif was.status in ("cancelled", "revised"):
            status = "done" if was.status == "revised" else status
            txn.save_effect(replace(one, status=status))
        else:
            continue
        if told and status != "done":
            # What ends or moves the call waits until its last words have been said.
            words = BEFORE_WORDS + seconds_to_say(reply.spoken) if effect.kind in ("hand_to", "hang_up") else 0.0
            due = now + max(PATIENCE[one.policy], words)
            txn.save_delivery(DeliveryRow(session=row.session, key=one.key, n=row.n, policy=one.policy, due=due))


def _policy(effect: Effect) -> str:
    if effect.kind == "hang_up":
        return "on_end"
    # A hand-off happens now, and an opt-out is never taken back; other records may be by the caller's next breath.
    return "on_commit" if effect.kind == "hand_to" or effect.name == OPT_OUT or effect.kind in ("get", "post") else "on_ack"


def release(txn: Txn, session: int, n: int, now: float) -> None:
    """Turn *n* was spoken after those before it: what they had asked for stands, as far as the caller is concerned."""
    for one in txn.deliveries(session=session):
        if one.policy == "on_ack" and one.n < n and not one.tries and one.due > now:
            txn.save_delivery(replace(one, due=now))


def keep_opt_out(txn: Txn, row: SessionRow, session: Session) -> None:
    """Writes the number of a caller who opted out where it outlives the call, as soon as both are known."""
    if OPT_OUT in session.records and (number := session_body(row).number):
        txn.add_opt_out(row.owner, number, row.key, row.last)
