"""Rows as tables keep them: their columns and back, what is said in them sealed, and the digest by which the journal names them.

What is sealed is bound to its table and to the identity of its row.
"""

from __future__ import annotations

from typing import Any

from steering.store.chain import SALT, digest
from steering.store.protocol import AuditRow, EffectRow, SessionRow, TurnRow
from steering.store.seal import DataKey

# As a SessionRow names them.
SESSION_COLUMNS = (
    "owner",
    "id",
    "incarnation",
    "flow",
    "flow_hash",
    "salt",
    "seed",
    "head",
    "ended",
    "step",
    "platform",
    "created",
    "last",
    "hold",
)


def session_columns(row: SessionRow) -> tuple[Any, ...]:
    """*row* in the columns SESSION_COLUMNS."""
    return (
        *(row.owner, row.id, row.incarnation, row.flow, row.flow_hash, row.salt, row.seed, row.head, int(row.ended), row.step),
        *(row.platform, float(row.created), float(row.last), int(row.hold)),
    )


def session_row(number: int, columns: tuple[Any, ...], body: bytes | None) -> SessionRow:
    """The row with these SESSION_COLUMNS; *body* as it was before it was sealed."""
    owner, id, incarnation, flow, flow_hash, salt, seed, head, ended, step, platform, created, last, hold = columns
    return SessionRow(
        key=number,
        owner=owner,
        id=id,
        incarnation=incarnation,
        flow=flow,
        flow_hash=flow_hash,
        salt=salt,
        seed=seed,
        head=head,
        ended=bool(ended),
        step=step,
        platform=platform,
        created=created,
        last=last,
        hold=bool(hold),
        body=body,
    )


def session_place(owner: str, id: str, incarnation: int) -> bytes:
    """What a session's body is bound to."""
    return repr(("session", owner, id, incarnation)).encode()


def turn_columns(row: TurnRow, key: DataKey) -> tuple[Any, ...]:
    """*row* as n, chain, live, status, began, idempotency, at, deadline, body."""
    return row.n, key.seal(row.chain, chain_place(row.session, row.n)), *turn_state(row, key)


def turn_state(row: TurnRow, key: DataKey, kept: bytes | None = None) -> tuple[Any, ...]:
    """What may change of a turn, its columns from live on; *kept* is its sealed body where *row* has none."""
    body = kept if row.body is None else key.seal(row.body, turn_place(row.session, row.n, row.chain))
    return int(row.live), row.status, int(row.began), row.idempotency, float(row.at), float(row.deadline), body


def turn_row(session: int, key: DataKey | None, found: tuple[Any, ...]) -> TurnRow:
    """The row of the number and the columns *found*; without its *key* the chain is empty and the body None."""
    number, n, sealed, live, status, began, idempotency, at, deadline, body = found
    chain = key.unseal(sealed, chain_place(session, n)) if key else None
    return TurnRow(
        key=number,
        session=session,
        n=n,
        chain=chain or b"",
        live=bool(live),
        status=status,
        began=bool(began),
        idempotency=idempotency,
        at=at,
        deadline=deadline,
        body=key.unseal(body, turn_place(session, n, chain)) if key and chain else None,
    )


def turn_digest(session: int, *found: Any) -> bytes:
    """The digest of a turn's row; *found* are its number and its columns."""
    return digest("turn", session, *found)


def chain_place(session: int, n: int) -> bytes:
    """What a turn's chain is bound to."""
    return b"chain %d %d" % (session, n)


def turn_place(session: int, n: int, chain: bytes) -> bytes:
    """What a turn's body is bound to."""
    return b"turn %d %d " % (session, n) + chain


def effect_columns(row: EffectRow, key: DataKey, kept: bytes | None = None) -> tuple[Any, ...]:
    """*row* as n, key, policy, status, body; *kept* as in turn_state."""
    body = kept if row.body is None else key.seal(row.body, _effect_place(row.session, row.key))
    return row.n, row.key, row.policy, row.status, body


def effect_row(session: int, key: DataKey | None, columns: tuple[Any, ...]) -> EffectRow:
    """The row with these columns; its body is None without its *key*."""
    n, name, policy, status, sealed = columns
    body = key.unseal(sealed, _effect_place(session, name)) if key else None
    return EffectRow(session=session, n=n, key=name, policy=policy, status=status, body=body)


def effect_digest(session: int, columns: tuple[Any, ...]) -> bytes:
    """The digest of an effect's row."""
    return digest("effect", session, *columns)


def _effect_place(session: int, key: str) -> bytes:
    return b"effect %d " % session + key.encode()


def event_body(row: AuditRow, key: DataKey) -> bytes | None:
    """What an event says, sealed behind its salt."""
    return key.seal((row.salt or b"") + (row.data or b""), event_place(row.session, row.seq))


def event_row(session: int, key: DataKey | None, found: tuple[Any, ...]) -> AuditRow:
    """The event of the position and the columns *found*; it says nothing without its *key*."""
    position, seq, at, kind, sealed, commitment, changes, prev_hash, hash = found
    body = key.unseal(sealed, event_place(session, seq)) if key else None
    salt, data = (None, None) if body is None else (body[:SALT], body[SALT:])
    return AuditRow(
        position=position,
        session=session,
        seq=seq,
        at=at,
        kind=kind,
        data=data,
        salt=salt,
        commitment=commitment,
        rows=changes,
        prev_hash=prev_hash,
        hash=hash,
    )


def event_place(session: int, seq: int) -> bytes:
    """What an event's body is bound to."""
    return b"audit %d %d" % (session, seq)


def opt_out_digest(owner: str, number: bytes, at: float, session: int) -> bytes:
    """The digest of the row of a number that is not to be called."""
    return digest("number", owner, number, at, session)


def marks_digest(marks: bytes) -> bytes:
    """The digest of the row of carried marks."""
    return digest("carried", marks)
