"""The ledger inside one SQLite transaction: rows in and out, bodies sealed on the way."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import apsw

from steering.errors import StoreUnavailable
from steering.store.chain import GENESIS, SALT, commit_to, link
from steering.store.protocol import AuditRow, EffectRow, OptOutRow, SessionRow, TurnRow
from steering.store.seal import DataKey, MasterKey

_SESSION_COLUMNS = (
    *("key", "owner", "id", "incarnation", "flow", "flow_hash", "salt", "seed", "head", "ended", "step", "platform", "created", "last"),
)
_SESSION = f"SELECT {', '.join(_SESSION_COLUMNS)}, body, data_key FROM session"
_LATEST = "incarnation = (SELECT max(incarnation) FROM session AS other WHERE other.owner = session.owner AND other.id = session.id)"
_TURN = "SELECT key, n, chain, live, status, began, idempotency, at, deadline, body FROM turn WHERE session = ?"


class SqliteTxn:
    """One work's view of the ledger. *erased* turns True when something was destroyed."""

    __slots__ = ("_execute", "_keys", "_master", "erased")

    def __init__(self, connection: apsw.Connection, master: MasterKey) -> None:
        self._execute = connection.execute
        self._master = master
        self._keys: dict[int, DataKey | None] = {}
        self.erased = False

    # Sessions

    def session(self, owner: str, id: str, incarnation: int | None = None) -> SessionRow | None:
        if incarnation is None:
            found = self._execute(_SESSION + " WHERE owner = ? AND id = ? ORDER BY incarnation DESC LIMIT 1", (owner, id))
        else:
            found = self._execute(_SESSION + " WHERE owner = ? AND id = ? AND incarnation = ?", (owner, id, incarnation))
        return next(map(self._session_row, found), None)

    def session_of(self, key: int) -> SessionRow | None:
        return next(map(self._session_row, self._execute(_SESSION + " WHERE key = ?", (key,))), None)

    def add_session(self, row: SessionRow) -> SessionRow:
        wrapped = self._master.new_data_key()
        key = self._master.unwrap(wrapped)
        assert key is not None
        values = (
            *(row.owner, row.id, row.incarnation, row.flow, row.flow_hash, row.salt, row.seed, row.head, row.ended, row.step),
            *(row.platform, row.created, row.last, wrapped, key.seal(row.body, _session_place(row))),
        )
        try:
            ((number,),) = self._execute(
                "INSERT INTO session (owner, id, incarnation, flow, flow_hash, salt, seed, head, ended, step, platform, created, last,"
                " data_key, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING key",
                values,
            )
        except apsw.ConstraintError as error:
            raise ValueError(f"session {row.id!r} has an incarnation {row.incarnation} already") from error
        self._keys[number] = key
        return replace(row, key=number)

    def save_session(self, row: SessionRow) -> None:
        body = self._writing_key(row.key).seal(row.body, _session_place(row))
        self._execute(
            "UPDATE session SET flow = ?, flow_hash = ?, salt = ?, seed = ?, head = ?, ended = ?, step = ?, platform = ?, created = ?,"
            " last = ?, body = coalesce(?, body) WHERE key = ?",
            (
                *(row.flow, row.flow_hash, row.salt, row.seed, row.head, row.ended, row.step, row.platform, row.created),
                *(row.last, body, row.key),
            ),
        )

    def sessions(self, owner: str, *, flow: str | None = None, since: float | None = None, limit: int = 1000) -> Sequence[SessionRow]:
        where, values = f" WHERE owner = ? AND {_LATEST}", [owner]
        narrowed: list[tuple[str, Any]] = [(" AND flow = ?", flow), (" AND last >= ?", since)]
        for clause, value in narrowed:
            if value is not None:
                where += clause
                values.append(value)
        found = self._execute(f"{_SESSION}{where} ORDER BY last DESC, key DESC LIMIT ?", (*values, limit))
        return [self._session_row(each) for each in found]

    def delete_session(self, owner: str, id: str) -> bool:
        named = (owner, id)
        self._execute("UPDATE audit SET body = NULL WHERE session IN (SELECT key FROM session WHERE owner = ? AND id = ?)", named)
        gone = len(list(self._execute("DELETE FROM session WHERE owner = ? AND id = ? RETURNING key", named)))
        if gone:
            self._keys.clear()
            self.erased = True
        return gone > 0

    # Turns

    def turn(self, session: int, n: int, chain: bytes) -> TurnRow | None:
        # In order of key as the index has them: sorting here is cheaper than a sort of SQLite's.
        found = [row for row in self._turn_rows(_TURN + " AND n = ? ORDER BY key", session, n) if row.chain == chain]
        return next((row for row in found if row.live), found[-1] if found else None)

    def live_turn(self, session: int, n: int) -> TurnRow | None:
        return next(iter(self._turn_rows(_TURN + " AND n = ? AND live", session, n)), None)

    def turns(self, session: int, *, live_only: bool = True) -> Sequence[TurnRow]:
        return list(self._turn_rows(_TURN + (" AND live" if live_only else "") + " ORDER BY n, key", session))

    def turn_by_idempotency(self, session: int, key: str) -> TurnRow | None:
        if not key:
            return None
        found = self._turn_rows(_TURN + " AND idempotency = ? AND idempotency <> '' ORDER BY live DESC, key DESC LIMIT 1", session, key)
        return next(iter(found), None)

    def latest_began(self, session: int) -> TurnRow | None:
        return next(iter(self._turn_rows(_TURN + " AND live AND began AND n >= 1 ORDER BY n DESC LIMIT 1", session)), None)

    def supersede(self, session: int, n: int) -> Sequence[TurnRow]:
        rows = list(self._turn_rows(_TURN + " AND live AND n >= ? ORDER BY n", session, n))
        if rows:
            self._execute("UPDATE turn SET live = 0 WHERE session = ? AND live AND n >= ?", (session, n))
        return rows

    def add_turn(self, row: TurnRow) -> TurnRow:
        key = self._writing_key(row.session)
        try:
            ((number,),) = self._execute(
                "INSERT INTO turn (session, n, chain, live, status, began, idempotency, at, deadline, body)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING key",
                (
                    *(row.session, row.n, key.seal(row.chain, _chain_place(row.session, row.n)), row.live, row.status, row.began),
                    *(row.idempotency, row.at, row.deadline, key.seal(row.body, _turn_place(row.session, row.n, row.chain))),
                ),
            )
        except apsw.ConstraintError as error:
            raise _second_live(row) from error
        return replace(row, key=number)

    def save_turn(self, row: TurnRow) -> None:
        body = self._writing_key(row.session).seal(row.body, _turn_place(row.session, row.n, row.chain))
        try:
            self._execute(
                "UPDATE turn SET live = ?, status = ?, began = ?, idempotency = ?, at = ?, deadline = ?, body = coalesce(?, body)"
                " WHERE key = ? AND session = ?",
                (row.live, row.status, row.began, row.idempotency, row.at, row.deadline, body, row.key, row.session),
            )
        except apsw.ConstraintError as error:
            raise _second_live(row) from error

    # Audit

    def add_audit(self, session: int, kind: str, at: float, data: bytes) -> None:
        key = self._writing_key(session)
        last = self._execute("SELECT seq, hash FROM audit WHERE session = ? ORDER BY seq DESC LIMIT 1", (session,))
        seq, prev_hash = next(last, (0, GENESIS))
        seq += 1
        salt = os.urandom(SALT)
        commitment = commit_to(salt, data)
        body = key.seal(salt + data, _audit_place(session, seq))
        self._execute(
            "INSERT INTO audit (session, seq, at, kind, body, commitment, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (session, seq, at, kind, body, commitment, prev_hash, link(prev_hash, seq, kind, at, commitment)),
        )

    def audit(self, session: int) -> Sequence[AuditRow]:
        key = self._key(session)
        rows = []
        found = self._execute(
            "SELECT seq, at, kind, body, commitment, prev_hash, hash FROM audit WHERE session = ? ORDER BY seq", (session,)
        )
        for seq, at, kind, sealed, commitment, prev_hash, hash in found:
            body = key.unseal(sealed, _audit_place(session, seq)) if key else None
            salt, data = (None, None) if body is None else (body[:SALT], body[SALT:])
            rows.append(
                AuditRow(
                    session=session,
                    seq=seq,
                    at=at,
                    kind=kind,
                    data=data,
                    salt=salt,
                    commitment=commitment,
                    prev_hash=prev_hash,
                    hash=hash,
                )
            )
        return rows

    # Effects, flows, inbox

    def add_effect(self, row: EffectRow) -> None:
        body = self._writing_key(row.session).seal(row.body, _effect_place(row.session, row.key))
        self._execute(
            "INSERT INTO outbox (session, n, key, policy, status, body) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (session, key) DO NOTHING",
            (row.session, row.n, row.key, row.policy, row.status, body),
        )

    def effects(self, session: int) -> Sequence[EffectRow]:
        key = self._key(session)
        found = self._execute("SELECT n, key, policy, status, body FROM outbox WHERE session = ? ORDER BY rowid", (session,))
        return [
            EffectRow(
                session=session,
                n=n,
                key=name,
                policy=policy,
                status=status,
                body=key.unseal(body, _effect_place(session, name)) if key else None,
            )
            for n, name, policy, status, body in found
        ]

    def save_effect(self, row: EffectRow) -> None:
        body = self._writing_key(row.session).seal(row.body, _effect_place(row.session, row.key))
        self._execute(
            "UPDATE outbox SET n = ?, policy = ?, status = ?, body = coalesce(?, body) WHERE session = ? AND key = ?",
            (row.n, row.policy, row.status, body, row.session, row.key),
        )

    def flow_sources(self, hash: str) -> bytes | None:
        return next((sources for (sources,) in self._execute("SELECT sources FROM flow_version WHERE hash = ?", (hash,))), None)

    def put_flow(self, hash: str, name: str, sources: bytes) -> None:
        self._execute(
            "INSERT INTO flow_version (hash, name, sources) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING", (hash, name, sources)
        )

    def add_opt_out(self, owner: str, number: str, session: int, at: float) -> bool:
        fresh = self._execute(
            "INSERT INTO do_not_call (owner, number, at, session) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1",
            (owner, self._master.hidden(owner, number), at, session),
        )
        return bool(list(fresh))

    def opt_out(self, owner: str, number: str) -> OptOutRow | None:
        named = (owner, self._master.hidden(owner, number))
        found = self._execute("SELECT number, at, session FROM do_not_call WHERE owner = ? AND number = ?", named)
        return next((OptOutRow(number=hidden, at=at, session=session) for hidden, at, session in found), None)

    def opt_outs(self, owner: str) -> Sequence[OptOutRow]:
        found = self._execute("SELECT number, at, session FROM do_not_call WHERE owner = ? ORDER BY at, number", (owner,))
        return [OptOutRow(number=hidden, at=at, session=session) for hidden, at, session in found]

    def remember(self, source: str, dedupe: str) -> bool:
        fresh = self._execute("INSERT INTO inbox (source, dedupe) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING 1", (source, dedupe))
        return bool(list(fresh))

    # Keys and rows

    def _key(self, session: int) -> DataKey | None:
        if session not in self._keys:
            found = self._execute("SELECT data_key FROM session WHERE key = ?", (session,))
            self._keys[session] = next((self._master.unwrap(wrapped) for (wrapped,) in found), None)
        return self._keys[session]

    def _writing_key(self, session: int) -> DataKey:
        key = self._key(session)
        if key is not None:
            return key
        if next(self._execute("SELECT 1 FROM session WHERE key = ?", (session,)), None):
            # Never a fresh key in its place: with the right master key everything can be read again.
            raise StoreUnavailable(f"the bodies of session {session} were sealed under another master key")
        raise ValueError(f"there is no session {session}")

    def _session_row(self, found: tuple[Any, ...]) -> SessionRow:
        *values, sealed, wrapped = found
        named = dict(zip(_SESSION_COLUMNS, values, strict=True))
        named["ended"] = bool(named["ended"])
        key = self._keys[named["key"]] = self._master.unwrap(wrapped)
        place = _place_of(named["owner"], named["id"], named["incarnation"])
        return SessionRow(**named, body=key.unseal(sealed, place) if key else None)

    def _turn_rows(self, statement: str, session: int, *values: Any) -> Iterable[TurnRow]:
        key = self._key(session)
        for number, n, sealed, live, status, began, idempotency, at, deadline, body in self._execute(statement, (session, *values)):
            chain = key.unseal(sealed, _chain_place(session, n)) if key else None
            yield TurnRow(
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
                body=key.unseal(body, _turn_place(session, n, chain)) if key and chain else None,
            )


def _second_live(row: TurnRow) -> ValueError:
    return ValueError(f"turn {row.n} of session {row.session} has a live row already")


# What a sealed body is bound to: its table and the identity of its row.


def _session_place(row: SessionRow) -> bytes:
    return _place_of(row.owner, row.id, row.incarnation)


def _place_of(owner: str, id: str, incarnation: int) -> bytes:
    return repr(("session", owner, id, incarnation)).encode()


def _turn_place(session: int, n: int, chain: bytes) -> bytes:
    return b"turn %d %d " % (session, n) + chain


def _chain_place(session: int, n: int) -> bytes:
    return b"chain %d %d" % (session, n)


def _audit_place(session: int, seq: int) -> bytes:
    return b"audit %d %d" % (session, seq)


def _effect_place(session: int, key: str) -> bytes:
    return b"effect %d " % session + key.encode()
