"""Everything that is kept of one session as one document, private values as `…`.

The events carry all that their hashes are made of, so whoever has the document can go over the chain again:
`hash` is SHA-256 over the hash before, the number, time and kind, `commitment` and `changes` (see
`steering.store.chain`), and `commitment` is SHA-256 over `salt` and the data as it stands in `says`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

import msgspec

from steering.core.call import HIDDEN
from steering.core.flow import Flow
from steering.core.values import iso
from steering.record.checkpoints import Checkpoint
from steering.rows import session_body, turn_body
from steering.store.protocol import AuditRow, EffectRow, SessionRow, TurnRow, Txn


def document(
    txn: Txn, owner: str, id: str, version: Callable[[Txn, str, str], Flow], checkpoints: Iterable[Checkpoint] = ()
) -> dict[str, Any] | None:
    """The document of a session, every incarnation of it; None when there is none. *version* gives a flow by its hash and name."""
    rows = txn.incarnations(owner, id)
    seen: dict[int, list[dict[str, Any]]] = {row.key: [] for row in rows}
    for one in checkpoints:
        for key in seen:
            if found := one.heads.get(str(key)):
                seen[key].append({"checkpoint": one.n, "at": iso(one.at), "event": found[0], "hash": found[1]})
    calls = [_call(txn, row, version(txn, row.flow_hash, row.flow)) | {"checkpoints": seen[row.key]} for row in rows]
    return {"session": id, "owner": owner, "calls": calls} if rows else None


def _call(txn: Txn, row: SessionRow, flow: Flow) -> dict[str, Any]:
    body, private = session_body(row), flow.all_private
    return {
        "chain": row.key,
        "incarnation": row.incarnation,
        "flow": row.flow,
        "flow_hash": row.flow_hash,
        "flow_sources": dict(flow.sources),
        "platform": row.platform,
        "number": body.number,
        "call_sid": body.call_sid,
        "created": iso(row.created),
        "last": iso(row.last),
        "step": row.step,
        "ended": row.ended,
        "hold": row.hold,
        "facts": _hidden(body.facts, private),
        "openings": body.openings,
        "turns": [_turn(one, private) for one in txn.turns(row.key, live_only=False)],
        "effects": [_effect(one) for one in txn.effects(row.key)],
        "events": [_event(one) for one in txn.audit(row.key)],
    }


def _turn(row: TurnRow, private: Collection[str]) -> dict[str, Any]:
    known = {"n": row.n, "live": row.live, "status": row.status, "began": row.began, "at": iso(row.at)}
    body = turn_body(row)
    if body is None:
        return known | {"damaged": True}
    kept: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(body))
    after = kept.pop("session", {})
    for name in ("slots", "facts"):
        if name in after:
            after[name] = _hidden(after[name], private)
    for result in kept.get("results", {}).values():
        result["values"] = _hidden(result.get("values", {}), private)
    return known | kept | {"after": after}


def _effect(row: EffectRow) -> dict[str, Any]:
    asked = msgspec.json.decode(row.body) if row.body else None
    return {"n": row.n, "key": row.key, "policy": row.policy, "status": row.status, "asked": asked}


def _event(row: AuditRow) -> dict[str, Any]:
    return {
        "event": row.seq,
        "kind": row.kind,
        "at": iso(row.at),
        "unix": row.at,
        "says": row.data.decode() if row.data is not None else None,
        "salt": row.salt.hex() if row.salt is not None else None,
        "commitment": row.commitment.hex(),
        "changes": row.rows.hex(),
        "hash_before": row.prev_hash.hex(),
        "hash": row.hash.hex(),
    }


def _hidden(values: Mapping[str, Any], private: Collection[str]) -> dict[str, Any]:
    return {name: HIDDEN if name in private else value for name, value in values.items()}
