"""The ledger in memory: for tests, the simulator and a server that keeps nothing. Never shared by processes."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from steering.store.chain import GENESIS, SALT, commit_to, link
from steering.store.protocol import AuditRow, EffectRow, OptOutRow, SessionRow, TurnRow
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
                return work(self._txn)
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
        self._keys = 0
        self._names: dict[tuple[str, str], tuple[int, ...]] = {}
        self._sessions: dict[int, SessionRow] = {}
        self._turns: dict[int, dict[int, TurnRow]] = {}
        self._audit: dict[int, tuple[AuditRow, ...]] = {}
        self._effects: dict[int, dict[str, EffectRow]] = {}
        self._flows: dict[str, bytes] = {}
        self._inbox: dict[tuple[str, str], bool] = {}
        self._opt_outs: dict[tuple[str, bytes], OptOutRow] = {}
        self._master = MasterKey(os.urandom(32))

    def undo(self) -> None:
        for table, name, before in reversed(self.undoing):
            _put(table, name, before)

    def session(self, owner: str, id: str, incarnation: int | None = None) -> SessionRow | None:
        rows = [self._sessions[key] for key in self._names.get((owner, id), ())]
        found = [row for row in rows if incarnation in (None, row.incarnation)]
        return max(found, key=lambda row: row.incarnation, default=None)

    def session_of(self, key: int) -> SessionRow | None:
        return self._sessions.get(key)

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

    def turns(self, session: int, *, live_only: bool = True) -> Sequence[TurnRow]:
        rows = self._turns.get(session, {}).values()
        return sorted((row for row in rows if row.live or not live_only), key=lambda row: (row.n, row.key))

    def turn_by_idempotency(self, session: int, key: str) -> TurnRow | None:
        found = [row for row in self.turns(session, live_only=False) if key and row.idempotency == key]
        return max(found, key=lambda row: (row.live, row.key), default=None)

    def latest_began(self, session: int) -> TurnRow | None:
        return next((row for row in reversed(self.turns(session)) if row.began and row.n >= 1), None)

    def supersede(self, session: int, n: int) -> Sequence[TurnRow]:
        rows = [row for row in self.turns(session) if row.n >= n]
        for row in rows:
            self._set(self._turns[session], row.key, replace(row, live=False))
        return rows

    def add_turn(self, row: TurnRow) -> TurnRow:
        self._known(row.session)
        row = replace(row, key=self._next_key())
        self._check_live(row)
        self._set(self._turns[row.session], row.key, row)
        return row

    def save_turn(self, row: TurnRow) -> None:
        self._known(row.session)
        self._check_live(row)
        if before := self._turns[row.session].get(row.key):
            self._set(self._turns[row.session], row.key, _kept_body(row, before))

    def add_audit(self, session: int, kind: str, at: float, data: bytes) -> None:
        self._known(session)
        rows = self._audit.get(session, ())
        prev_hash, seq, salt = rows[-1].hash if rows else GENESIS, len(rows) + 1, os.urandom(SALT)
        commitment = commit_to(salt, data)
        row = AuditRow(
            session=session,
            seq=seq,
            at=at,
            kind=kind,
            data=data,
            salt=salt,
            commitment=commitment,
            prev_hash=prev_hash,
            hash=link(prev_hash, seq, kind, at, commitment),
        )
        self._set(self._audit, session, (*rows, row))

    def audit(self, session: int) -> Sequence[AuditRow]:
        return list(self._audit.get(session, ()))

    def add_effect(self, row: EffectRow) -> None:
        self._known(row.session)
        if row.key not in self._effects[row.session]:
            self._set(self._effects[row.session], row.key, row)

    def effects(self, session: int) -> Sequence[EffectRow]:
        return list(self._effects.get(session, {}).values())

    def save_effect(self, row: EffectRow) -> None:
        self._known(row.session)
        if before := self._effects[row.session].get(row.key):
            self._set(self._effects[row.session], row.key, _kept_body(row, before))

    def flow_sources(self, hash: str) -> bytes | None:
        return self._flows.get(hash)

    def put_flow(self, hash: str, name: str, sources: bytes) -> None:
        if hash not in self._flows:
            self._set(self._flows, hash, sources)

    def sessions(self, owner: str, *, flow: str | None = None, since: float | None = None, limit: int = 1000) -> Sequence[SessionRow]:
        latest = [row for name in self._names if name[0] == owner and (row := self.session(*name))]
        found = [row for row in latest if flow in (None, row.flow) and (since is None or row.last >= since)]
        return sorted(found, key=lambda row: (row.last, row.key), reverse=True)[:limit]

    def delete_session(self, owner: str, id: str) -> bool:
        keys = self._names.get((owner, id), ())
        for key in keys:
            for table in (self._sessions, self._turns, self._effects):
                self._set(table, key, None)
            if rows := self._audit.get(key):
                self._set(self._audit, key, tuple(replace(row, data=None, salt=None) for row in rows))
        self._set(self._names, (owner, id), None)
        return bool(keys)

    def add_opt_out(self, owner: str, number: str, session: int, at: float) -> bool:
        hidden = self._master.hidden(owner, number)
        if (owner, hidden) in self._opt_outs:
            return False
        self._set(self._opt_outs, (owner, hidden), OptOutRow(number=hidden, at=at, session=session))
        return True

    def opt_out(self, owner: str, number: str) -> OptOutRow | None:
        return self._opt_outs.get((owner, self._master.hidden(owner, number)))

    def opt_outs(self, owner: str) -> Sequence[OptOutRow]:
        found = [row for (whose, _), row in self._opt_outs.items() if whose == owner]
        return sorted(found, key=lambda row: (row.at, row.number))

    def remember(self, source: str, dedupe: str) -> bool:
        fresh = (source, dedupe) not in self._inbox
        self._set(self._inbox, (source, dedupe), True)
        return fresh

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
