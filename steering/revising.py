"""Which rows of a turn are live: what a revision retires and brings back, and what becomes of all that was asked of the world.

No revision undoes an opt-out.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from steering.core.flow import OPT_OUT, Flow
from steering.core.session import Session
from steering.known import Known
from steering.rows import TurnBody, encode, restored, turn_body, written_body
from steering.store.protocol import SessionRow, TurnRow
from steering.writing import write_effects


def supersede(known: Known, row: SessionRow, n: int) -> bool:
    """Retires the live rows from *n* on: effects still held are cancelled, done ones are reported. Whether there was an opt-out."""
    txn, now = known.txn, known.request.now
    gone = txn.supersede(row.key, n)
    if not gone:
        return False
    txn.add_audit(row.key, "superseded", now, encode({"n": [one.n for one in gone]}))
    for effect in txn.effects(row.key):
        if effect.n < n or effect.key.endswith("record:do_not_call"):
            continue
        if effect.status == "done":
            txn.save_effect(replace(effect, status="revised"))
            txn.add_audit(row.key, "revised_after_effect", now, encode({"n": effect.n, "effect": effect.key}))
        elif effect.status in ("held", "ready"):
            txn.save_effect(replace(effect, status="cancelled"))
            txn.drop_delivery(row.key, effect.key)
    return any(OPT_OUT in old.records for one in gone if (old := restored(turn_body(one))))


def revive(known: Known, row: SessionRow, chain: Iterable[TurnRow | None]) -> bool:
    """Makes the rows of *chain* live again, where another chain had superseded them. Whether an opt-out was retired by it."""
    dead = [one for one in chain if one and not one.live]
    if not dead:
        return False
    opted_out = supersede(known, row, dead[0].n)
    for one in dead:
        known.txn.save_turn(replace(one, live=True))
        ask_of_the_world(known, one, turn_body(one))
    return opted_out


def ask_of_the_world(known: Known, row: TurnRow, body: TurnBody | None) -> None:
    """The effects of a turn that is live again: nobody is told twice, and nothing stays cancelled."""
    if row.status == "done" and body:
        write_effects(known.txn, row, body.reply, known.tells, known.request.now)


def with_opt_out(
    known: Known, row: SessionRow, flow: Flow, session: Session, turn: TurnRow, body: TurnBody
) -> tuple[Session, tuple[TurnRow, TurnBody]]:
    """A turn that takes the place of an opt-out, with the opt-out."""
    if OPT_OUT not in session.records:
        session = replace(session, records=(*session.records, OPT_OUT))
    return session, (replace(turn, body=written_body(body, session, flow.all_private, known.pocket(row))), body)
