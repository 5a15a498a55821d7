"""The ledger in memory: for tests, the simulator and a server that keeps nothing. Never shared by processes."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from steering.errors import OnHold
from steering.store.chain import ABSENT, GENESIS, LEDGER, Journal, digest, key_of
from steering.store.protocol import AuditRow, DeliveryRow, EffectRow, Kept, OptOutRow, SessionRow, TurnRow
from steering.store.seal import MasterKey

T = TypeVar("T")
R = TypeVar("R", SessionRow, TurnRow, EffectRow)


class MemoryStore:
    """A Store under one lock; a work that fails leaves nothing behind."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._txn = MemoryTxn()

    def transact(self, work: Callable[[MemoryTxn], T]) -> T:
        with self._lock:
            try:
                result = work(self._txn)
                self._txn.finish()
                return result
            except BaseException:
                self._txn.undo()
                raise
            finally:
                self._txn.undoing.clear()

    def read(self, work: Callable[[MemoryTxn], T]) -> T:
        with self._lock:
            return work(self._txn)

    def close(self) -> None:
        """Nothing is held open."""


class MemoryTxn:
    """The ledger as dictionaries, with a note of how to undo each change of the running work."""

    def __init__(self) -> None:
        self.undoing: list[tuple[dict[Any, Any], Any, Any]] = []
        self._keys = self._position = 0
        self._names: dict[tuple[str, str], tuple[int, ...]] = {}
        self._sessions: dict[int, SessionRow] = {}
        self._turns: dict[int, dict[int, TurnRow]] = {}
        self._audit: dict[int, tuple[AuditRow, ...]] = {}
        self._changes: dict[int, bytes] = {}
        self._buried: dict[int, bool] = {}
        self._leases: dict[str, tuple[str, float]] = {}
        self._effects: dict[int, dict[str, EffectRow]] = {}
        self._deliveries: dict[tuple[int, str], DeliveryRow] = {}
        self._flows: dict[str, bytes] = {}
        self._names_of_flows: dict[str, str] = {}
        self._inbox: dict[tuple[str, str], float] = {}
        self._opt_outs: dict[tuple[str, bytes], OptOutRow] = {}
        self._master = MasterKey(os.urandom(32))

    def finish(self) -> None:
        """Names in an event of its own what no other event has named."""
        for session in list(self._changes):
            self.add_audit(session, "changed", self._known(session).last, b"{}")

    def undo(self) -> None:
        for table, name, before in reversed(self.undoing):
            _put(table, name, before)

    def session(self, owner: str, id: str, incarnation: int | None = None) -> SessionRow | None:
        rows = [self._sessions[key] for key in self._names.get((owner, id), ())]
        found = [row for row in rows if incarnation in (None, row.incarnation)]
        return max(found, key=lambda row: row.incarnation, default=None)

    def session_of(self, key: int) -> SessionRow | None:
        return self._sessions.get(key)

    def incarnations(self, owner: str, id: str) -> Sequence[SessionRow]:
        return [self._sessions[key] for key in self._names.get((owner, id), ())]

    def add_session(self, row: SessionRow) -> SessionRow:
        if self.session(row.owner, row.id, row.incarnation):
            raise ValueError(f"session {row.id!r} has an incarnation {row.incarnation} already")
        row = replace(row, key=self._next_key())
        named = (row.owner, row.id)
        self._set(self._names, named, (*self._names.get(named, ()), row.key))
        self._set(self._sessions, row.key, row)
        self._set(self._turns, row.key, {})
        self._set(self._effects, row.key, {})
        return row

    def save_session(self, row: SessionRow) -> None:
        self._set(self._sessions, row.key, _kept_body(row, self._known(row.key)))

    def turn(self, session: int, n: int, chain: bytes) -> TurnRow | None:
        found = [row for row in self.turns(session, live_only=False) if row.n == n and row.chain == chain]
        return max(found, key=lambda row: (row.live, row.key), default=None)

    def live_turn(self, session: int, n: int) -> TurnRow | None:
        return next((row for row in self.turns(session) if row.n == n), None)

    def turns(self, session: int, *, live_only: bool = True, since: int = 0) -> Sequence[TurnRow]:
        rows = self._turns.get(session, {}).values()
        return sorted((row for row in rows if (row.live or not live_only) and row.n >= since), key=lambda row: (row.n, row.key))

    def turn_by_idempotency(self, session: int, key: str) -> TurnRow | None:
        found = [row for row in self.turns(session, live_only=False) if key and row.idempotency == key]
        return max(found, key=lambda row: (row.live, row.key), default=None)

    def latest_began(self, session: int) -> TurnRow | None:
        return next((row for row in reversed(self.turns(session)) if row.began and row.n >= 1), None)

    def supersede(self, session: int, n: int) -> Sequence[TurnRow]:
        rows = [row for row in self.turns(session) if row.n >= n]
        for row in rows:
            self._put_turn(row.key, row, replace(row, live=False))
        return rows

    def add_turn(self, row: TurnRow) -> TurnRow:
        self._known(row.session)
        row = replace(row, key=self._next_key())
        self._check_live(row)
        self._put_turn(row.key, None, row)
        return row

    def save_turn(self, row: TurnRow) -> None:
        self._known(row.session)
        self._check_live(row)
        if before := self._turns[row.session].get(row.key):
            self._put_turn(row.key, before, _kept_body(row, before))

    def add_audit(self, session: int, kind: str, at: float, data: bytes) -> None:
        self._known(session)
        self._append(session, kind, at, data)

    def _append(self, session: int, kind: str, at: float, data: bytes) -> None:
        rows = self._audit.get(session, ())
        end = Journal(session, len(rows), rows[-1].hash) if rows else Journal(session)
        end.changes = self._changes.get(session, b"")
        self._set(self._changes, session, None)
        self._position += 1
        self._set(self._audit, session, (*rows, replace(end.event(kind, float(at), data), position=self._position)))

    def _note(self, session: int, table: bytes, key: int, before: object, after: object) -> None:
        noted = Journal(session)
        noted.note(table, key, *(digest(repr(row)) if row else ABSENT for row in (before, after)))
        self._set(self._changes, session, self._changes.get(session, b"") + noted.changes)

    def _put_turn(self, key: int, before: TurnRow | None, row: TurnRow) -> None:
        self._set(self._turns[row.session], key, row)
        self._note(row.session, b"t", key, before, row)

    def chains(self) -> Sequence[int]:
        return sorted({*self._audit, *self._sessions})

    def heads(self, after: int = 0) -> tuple[int, Mapping[int, tuple[int, bytes]]]:
        ends = {session: rows[-1] for session, rows in self._audit.items() if rows and rows[-1].position > after}
        return max((row.position for row in ends.values()), default=after), {key: (row.seq, row.hash) for key, row in ends.items()}

    def gaps(self) -> Sequence[tuple[int, int]]:
        return []

    def kept(self, session: int) -> Kept:
        rows = {(b"t", key): digest(repr(row)) for key, row in self._turns.get(session, {}).items()}
        names = {(b"t", key): f"turn {row.n}" for key, row in self._turns.get(session, {}).items()}
        for effect in self._effects.get(session, {}).values():
            named = b"e", key_of(effect.key.encode())
            rows[named], names[named] = digest(repr(effect)), f"effect {effect.key}"
        for (owner, number), row in self._opt_outs.items() if session == LEDGER else ():
            named = b"n", key_of(owner.encode() + number)
            rows[named], names[named] = digest(repr((owner, row))), "opt-out"
        chain = self._audit.get(session, ())
        found = self._sessions.get(session)
        end = (chain[-1].seq, chain[-1].hash) if chain else (0, GENESIS)
        return Kept(
            session=session,
            row=found,
            readable=found is not None,
            genuine=found is not None,
            end=end,
            rows=rows,
            names=names,
            buried=session in self._buried,
        )

    def audit(self, session: int) -> Sequence[AuditRow]:
        return list(self._audit.get(session, ()))

    def add_effect(self, row: EffectRow) -> None:
        self._known(row.session)
        if row.key not in self._effects[row.session]:
            self._set(self._effects[row.session], row.key, row)
            self._note(row.session, b"e", key_of(row.key.encode()), None, row)

    def effects(self, session: int) -> Sequence[EffectRow]:
        return list(self._effects.get(session, {}).values())

    def save_effect(self, row: EffectRow) -> None:
        self._known(row.session)
        if before := self._effects[row.session].get(row.key):
            after = _kept_body(row, before)
            self._set(self._effects[row.session], row.key, after)
            self._note(row.session, b"e", key_of(row.key.encode()), before, after)

    def deliveries(self, *, session: int | None = None, until: float | None = None, limit: int = 10_000) -> Sequence[DeliveryRow]:
        rows = [row for row in self._deliveries.values() if session in (None, row.session) and (until is None or row.due <= until)]
        return sorted(rows, key=lambda row: (row.due, row.session, row.key))[:limit]

    def save_delivery(self, row: DeliveryRow) -> None:
        self._known(row.session)
        self._set(self._deliveries, (row.session, row.key), row)

    def drop_delivery(self, session: int, key: str) -> None:
        self._set(self._deliveries, (session, key), None)

    def flow_sources(self, hash: str) -> bytes | None:
        return self._flows.get(hash)

    def put_flow(self, hash: str, name: str, sources: bytes) -> None:
        if hash not in self._flows:
            self._set(self._flows, hash, sources)
            self._set(self._names_of_flows, hash, name)

    def flow_versions(self) -> Sequence[tuple[str, str]]:
        return sorted(self._names_of_flows.items())

    def opens(self) -> bool:
        return True

    def rewrap(self, after: int, limit: int) -> tuple[int | None, int, int]:
        # Nothing is sealed that ends with its process.
        return None, 0, 0

    def sessions(self, owner: str, *, flow: str | None = None, since: float | None = None, limit: int = 1000) -> Sequence[SessionRow]:
        latest = [row for name in self._names if name[0] == owner and (row := self.session(*name))]
        found = [row for row in latest if flow in (None, row.flow) and (since is None or row.last >= since)]
        return sorted(found, key=lambda row: (row.last, row.key), reverse=True)[:limit]

    def erase(self, session: int, kind: str, at: float) -> None:
        row = self._sessions.get(session)
        if row is None:
            return
        if row.hold:
            raise OnHold(f"The session '{row.id}' is on legal hold.")
        self._append(session, kind, at, b"{}")
        self._set(self._audit, session, tuple(replace(event, data=None, salt=None) for event in self._audit[session]))
        for table in (self._sessions, self._turns, self._effects):
            self._set(table, session, None)
        for one in self.deliveries(session=session):
            self.drop_delivery(session, one.key)
        named = row.owner, row.id
        self._set(self._names, named, tuple(key for key in self._names[named] if key != session) or None)
        self._set(self._buried, session, True)

    def expired(self, before: Mapping[str, float], limit: int) -> Sequence[int]:
        old = [row.key for row in self._sessions.values() if not row.hold and row.last < before.get(row.flow_hash, float("-inf"))]
        return old[:limit]

    def add_opt_out(self, owner: str, number: str, session: int, at: float) -> bool:
        hidden = self._master.hidden(owner, number)
        if (owner, hidden) in self._opt_outs:
            return False
        row = OptOutRow(number=hidden, at=at, session=session)
        self._set(self._opt_outs, (owner, hidden), row)
        self._note(LEDGER, b"n", key_of(owner.encode() + hidden), None, (owner, row))
        self._append(LEDGER, "opt_out", at, b"{}")
        return True

    def opt_out(self, owner: str, number: str) -> OptOutRow | None:
        return self._opt_outs.get((owner, self._master.hidden(owner, number)))

    def opt_outs(self, owner: str) -> Sequence[OptOutRow]:
        found = [row for (whose, _), row in self._opt_outs.items() if whose == owner]
        return sorted(found, key=lambda row: (row.at, row.number))

    def owners(self) -> Sequence[str]:
        return sorted({owner for owner, _ in (*self._names, *self._opt_outs)})

    def remember(self, source: str, dedupe: str, at: float) -> bool:
        if (source, dedupe) in self._inbox:
            return False
        self._set(self._inbox, (source, dedupe), at)
        return True

    def forget_deliveries(self, before: float) -> int:
        old = [name for name, at in self._inbox.items() if at < before]
        for name in old:
            self._set(self._inbox, name, None)
        return len(old)

    def lease(self, name: str, holder: str, now: float, until: float) -> bool:
        who, ends = self._leases.get(name, (holder, 0.0))
        if who != holder and ends > now:
            return False
        self._set(self._leases, name, (holder, until))
        return True

    def _known(self, session: int) -> SessionRow:
        if session not in self._sessions:
            raise ValueError(f"there is no session {session}")
        return self._sessions[session]

    def _check_live(self, row: TurnRow) -> None:
        other = self.live_turn(row.session, row.n) if row.live else None
        if other and other.key != row.key:
            raise ValueError(f"turn {row.n} of session {row.session} has a live row already")

    def _next_key(self) -> int:
        self._keys += 1
        return self._keys

    def _set(self, table: dict[Any, Any], name: Any, value: Any) -> None:
        self.undoing.append((table, name, table.get(name)))
        _put(table, name, value)


def _put(table: dict[Any, Any], name: Any, value: Any) -> None:
    if value is None:
        table.pop(name, None)
    else:
        table[name] = value


def _kept_body(row: R, before: R) -> R:
    return row if row.body is not None else replace(row, body=before.body)
