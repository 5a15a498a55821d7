"""The ledger inside one SQLite transaction: rows in and out, bodies sealed on the way."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import apsw
from msgspec.structs import replace

from steering.errors import OnHold, StoreUnavailable
from steering.store.chain import ABSENT, GENESIS, SALT, Journal, digest, key_of
from steering.store.held import Held
from steering.store.protocol import AuditRow, DeliveryRow, EffectRow, Kept, OptOutRow, SessionRow, TurnRow
from steering.store.seal import DataKey, MasterKey

log = logging.getLogger(__name__)

# As a SessionRow names them; the row's number comes before them.
_COLUMNS = (
    *("owner", "id", "incarnation", "flow", "flow_hash", "salt", "seed", "head", "ended", "step", "platform", "created", "last", "hold"),
)
_SESSION = f"SELECT key, {', '.join(_COLUMNS)}, body, data_key, audit_seq, audit_hash, mark FROM session"
_ADD_SESSION = f"INSERT INTO session ({', '.join(_COLUMNS)}, body, data_key) VALUES (?, ?{', ?' * len(_COLUMNS)}) RETURNING key"
_LATEST = "incarnation = (SELECT max(incarnation) FROM session AS other WHERE other.owner = session.owner AND other.id = session.id)"
_TURN = "SELECT key, n, chain, live, status, began, idempotency, at, deadline, body FROM turn WHERE session = ?"
_EFFECT = "SELECT n, key, policy, status, body FROM outbox WHERE session = ?"
_OPT_OUT = "SELECT owner, number, at, session FROM do_not_call"
# The chain of what belongs to no session.
LEDGER = 0


class SqliteTxn:
    """One work's view of the ledger. *erased* turns True when something was destroyed."""

    __slots__ = ("_execute", "_held", "_journal", "_master", "erased")

    def __init__(self, connection: apsw.Connection, master: MasterKey) -> None:
        self._execute = connection.execute
        self._master = master
        self._held: dict[int, Held | None] = {}
        self._journal: Journal | None = None
        self.erased = False

    def finish(self) -> None:
        """Writes what a work leaves to its end: events for rows that none has named yet, and the ends of chains."""
        for held in self._held.values():
            if held is None:
                continue
            if held.journal.changes:
                self._append(held, "changed", held.last, b"{}")
            if held.stale and (key := held.unlocked(self._master)):
                end = (held.journal.seq, held.journal.hash, held.marked(key), held.number)
                self._execute("UPDATE session SET audit_seq = ?, audit_hash = ?, mark = ? WHERE key = ?", end)

    # Sessions

    def session(self, owner: str, id: str, incarnation: int | None = None) -> SessionRow | None:
        if incarnation is None:
            found = self._execute(_SESSION + " WHERE owner = ? AND id = ? ORDER BY incarnation DESC LIMIT 1", (owner, id))
        else:
            found = self._execute(_SESSION + " WHERE owner = ? AND id = ? AND incarnation = ?", (owner, id, incarnation))
        return next(map(self._session_row, found), None)

    def session_of(self, key: int) -> SessionRow | None:
        return next(map(self._session_row, self._execute(_SESSION + " WHERE key = ?", (key,))), None)

    def incarnations(self, owner: str, id: str) -> Sequence[SessionRow]:
        found = self._execute(_SESSION + " WHERE owner = ? AND id = ? ORDER BY incarnation", (owner, id))
        return [self._session_row(each) for each in found]

    def add_session(self, row: SessionRow) -> SessionRow:
        wrapped = self._master.new_data_key()
        key = self._master.unwrap(wrapped)
        assert key is not None
        columns, body = _columns(row), key.seal(row.body, _session_place(row))
        try:
            ((number,),) = self._execute(
                _ADD_SESSION,
                (*columns, body, wrapped),
            )
        except apsw.ConstraintError as error:
            raise ValueError(f"session {row.id!r} has an incarnation {row.incarnation} already") from error
        held = self._held[number] = Held(number, columns, body, wrapped, (0, GENESIS, b""))
        held.stale = held.trusted = True
        return replace(row, key=number)

    def save_session(self, row: SessionRow) -> None:
        held, key = self._writing(row.key)
        held.columns = _columns(row)
        if row.body is not None and row.body != held.opened:
            held.opened, held.body = row.body, key.seal(row.body, _session_place(row))
        self._execute(
            "UPDATE session SET flow = ?, flow_hash = ?, salt = ?, seed = ?, head = ?, ended = ?, step = ?, platform = ?, created = ?,"
            " last = ?, hold = ?, body = ?, audit_seq = ?, audit_hash = ?, mark = ? WHERE key = ?",
            (*held.columns[3:], held.body, held.journal.seq, held.journal.hash, held.marked(key), row.key),
        )
        held.stale = False

    def carry(self, at: float) -> None:
        """Marks numbers as they have been marked so far, whatever the master key is. StoreUnavailable when no key at hand tells how."""
        before: bytes | None = next((marks for (marks,) in self._execute("SELECT marks FROM carried")), None)
        if before and not self._master.carry(before):
            raise StoreUnavailable("the ledger was sealed under another master key: without it nobody knows who is not to be called")
        if marks := self._master.carried(before):
            self._execute("DELETE FROM carried")
            self._execute("INSERT INTO carried (marks) VALUES (?)", (marks,))
            end = self._end(LEDGER)
            end.note(b"k", 0, digest("carried", before) if before else ABSENT, digest("carried", marks))
            self._insert(end.event("master_key", at, b"{}"), None)

    def opens(self) -> bool:
        opened = (
            self._master.unwrap(wrapped) is not None for (wrapped,) in self._execute("SELECT data_key FROM session ORDER BY key DESC")
        )
        return next(opened, True) or any(opened)

    def rewrap(self, after: int, limit: int) -> tuple[int | None, int, int]:
        found: list[Any] = list(self._execute("SELECT key, data_key FROM session WHERE key > ? ORDER BY key LIMIT ?", (after, limit)))
        renewed = closed = 0
        for number, wrapped in found:
            if fresh := self._master.renewed(wrapped):
                held, _ = self._writing(number)
                held.wrapped, held.stale = fresh, True
                self._execute("UPDATE session SET data_key = ? WHERE key = ?", (fresh, number))
                renewed += 1
            else:
                closed += self._master.unwrap(wrapped) is None
        # What the older key wrapped is not to stand in the WAL.
        self.erased |= bool(renewed)
        return found[-1][0] if found else None, renewed, closed

    def sessions(self, owner: str, *, flow: str | None = None, since: float | None = None, limit: int = 1000) -> Sequence[SessionRow]:
        where, values = f" WHERE owner = ? AND {_LATEST}", [owner]
        narrowed: list[tuple[str, Any]] = [(" AND flow = ?", flow), (" AND last >= ?", since)]
        for clause, value in narrowed:
            if value is not None:
                where += clause
                values.append(value)
        found = self._execute(f"{_SESSION}{where} ORDER BY last DESC, key DESC LIMIT ?", (*values, limit))
        return [self._session_row(each) for each in found]

    def erase(self, session: int, kind: str, at: float) -> None:
        held = self._hold(session)
        if held is None:
            return
        if held.columns[-1]:
            raise OnHold(f"The session '{held.columns[1]}' is on legal hold.")
        self._execute("UPDATE audit SET body = NULL WHERE session = ?", (session,))
        self._bury(session, kind, at)
        self._execute("DELETE FROM session WHERE key = ?", (session,))
        self._held[session] = None
        self.erased = True

    def _bury(self, session: int, kind: str, at: float) -> None:
        stone = self._end(session).event(kind, float(at), b"{}")
        self._insert(stone, self._master.tombstone(stone.hash))

    def adopt(self) -> None:
        """Takes over what an older program wrote: an event of its chain names every row that stands."""
        self._execute(
            "UPDATE session SET audit_seq = ended.seq, audit_hash = ended.hash"
            " FROM (SELECT session, max(seq) AS seq, hash FROM audit GROUP BY session) AS ended WHERE ended.session = session.key"
        )
        for number in {*self.chains(), LEDGER}:
            rows = self.kept(number).rows
            held = self._hold(number)
            end = held.journal if held else self._end(number)
            for (table, key), after in rows.items():
                end.note(table, key, ABSENT, after)
            if held:
                held.trusted = True
                self._append(held, "adopted", held.last, b"{}")
            elif number != LEDGER:
                self._bury(number, "erased", 0.0)
            elif rows:
                self._insert(end.event("adopted", 0.0, b"{}"), None)
        self.finish()

    def expired(self, before: Mapping[str, float], limit: int) -> Sequence[int]:
        # By owner, because the times of last turns are kept in order by owner.
        owners = [owner for (owner,) in self._execute("SELECT DISTINCT owner FROM session")]
        found: list[int] = []
        for owner in owners:
            for flow_hash, time in before.items():
                found += [
                    key
                    for (key,) in self._execute(
                        "SELECT key FROM session WHERE owner = ? AND last < ? AND flow_hash = ? AND NOT hold ORDER BY last LIMIT ?",
                        (owner, time, flow_hash, limit - len(found)),
                    )
                ]
        return found

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
        found = list(self._execute(_TURN + " AND live AND n >= ? ORDER BY n", (session, n)))
        if found:
            held, _ = self._writing(session)
            self._execute("UPDATE turn SET live = 0 WHERE session = ? AND live AND n >= ?", (session, n))
            for number, *columns in found:
                after = [*columns[:2], 0, *columns[3:]]
                held.journal.note(b"t", number, _turn_digest(session, number, *columns), _turn_digest(session, number, *after))
        return list(self._turn_rows_of(session, found))

    def add_turn(self, row: TurnRow) -> TurnRow:
        held, key = self._writing(row.session)
        columns = (
            *(row.n, key.seal(row.chain, _chain_place(row.session, row.n)), int(row.live), row.status, int(row.began), row.idempotency),
            *(float(row.at), float(row.deadline), key.seal(row.body, _turn_place(row.session, row.n, row.chain))),
        )
        try:
            ((number,),) = self._execute(
                "INSERT INTO turn (session, n, chain, live, status, began, idempotency, at, deadline, body)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING key",
                (row.session, *columns),
            )
        except apsw.ConstraintError as error:
            raise _second_live(row) from error
        held.journal.note(b"t", number, ABSENT, _turn_digest(row.session, number, *columns))
        return replace(row, key=number)

    def save_turn(self, row: TurnRow) -> None:
        held, key = self._writing(row.session)
        stored = next(self._execute(_TURN + " AND key = ?", (row.session, row.key)), None)
        if stored is None:
            return
        number, n, chain, *_, kept = stored
        body = kept if row.body is None else key.seal(row.body, _turn_place(row.session, row.n, row.chain))
        columns = (int(row.live), row.status, int(row.began), row.idempotency, float(row.at), float(row.deadline), body)
        try:
            self._execute(
                "UPDATE turn SET live = ?, status = ?, began = ?, idempotency = ?, at = ?, deadline = ?, body = ? WHERE key = ?",
                (*columns, number),
            )
        except apsw.ConstraintError as error:
            raise _second_live(row) from error
        after = _turn_digest(row.session, number, n, chain, *columns)
        held.journal.note(b"t", number, _turn_digest(row.session, *stored), after)

    # Audit

    def add_audit(self, session: int, kind: str, at: float, data: bytes) -> None:
        held, _ = self._writing(session)
        self._append(held, kind, at, data)

    def _append(self, held: Held, kind: str, at: float, data: bytes) -> AuditRow:
        held.stale = True
        changes = held.journal.changes
        row = held.journal.event(kind, float(at), data)
        key = held.unlocked(self._master)
        body = key.seal((row.salt or b"") + data, _audit_place(row.session, row.seq)) if key else None
        try:
            self._insert(row, body)
        except apsw.ConstraintError:  # an event stands where none was written
            held.journal.changes = changes
            self._altered(held)
            return self._append(held, kind, at, data)
        return row

    def _altered(self, held: Held) -> None:
        """Goes on from the events that there are, and leaves it written that the session was not as it had been left."""
        log.error("session %d was changed behind the ledger's back", held.number)
        end = self._end(held.number)
        end.changes, held.journal = held.journal.changes, end
        self._append(held, "altered", held.last, b"{}")

    def _end(self, session: int) -> Journal:
        last = self._execute("SELECT seq, hash FROM audit WHERE session = ? ORDER BY seq DESC LIMIT 1", (session,))
        return Journal(session, *next(last, (0, GENESIS)))

    def _insert(self, row: AuditRow, body: bytes | None) -> None:
        self._execute(
            "INSERT INTO audit (session, seq, at, kind, body, commitment, changes, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (row.session, row.seq, row.at, row.kind, body, row.commitment, row.rows, row.prev_hash, row.hash),
        )

    def audit(self, session: int) -> Sequence[AuditRow]:
        key = self._key(session)
        rows = []
        found = self._execute(
            "SELECT position, seq, at, kind, body, commitment, changes, prev_hash, hash FROM audit WHERE session = ? ORDER BY seq",
            (session,),
        )
        for position, seq, at, kind, sealed, commitment, changes, prev_hash, hash in found:
            body = key.unseal(sealed, _audit_place(session, seq)) if key else None
            salt, data = (None, None) if body is None else (body[:SALT], body[SALT:])
            rows.append(
                AuditRow(
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
            )
        return rows

    def chains(self) -> Sequence[int]:
        found = self._execute("SELECT DISTINCT session FROM audit UNION SELECT key FROM session ORDER BY 1")
        return [number for (number,) in found]

    def heads(self, after: int = 0) -> tuple[int, Mapping[int, tuple[int, bytes]]]:
        grown = self._execute("SELECT session, seq, hash, position FROM audit WHERE position > ? ORDER BY position", (after,))
        ends: dict[int, tuple[int, bytes]] = {}
        for session, seq, hash, position in grown:
            ends[session], after = (seq, hash), position
        return after, ends

    def gaps(self) -> Sequence[tuple[int, int]]:
        ((there, last),) = self._execute("SELECT count(*), coalesce(max(position), 0) FROM audit")
        if there == last:
            return []
        positions = [0, *(position for (position,) in self._execute("SELECT position FROM audit ORDER BY position"))]
        return [(before + 1, after - 1) for before, after in pairwise(positions) if after != before + 1]

    def kept(self, session: int) -> Kept:
        rows: dict[tuple[bytes, int], bytes] = {}
        names: dict[tuple[bytes, int], str] = {}
        for number, n, *columns in self._execute(_TURN, (session,)):
            rows[b"t", number], names[b"t", number] = _turn_digest(session, number, n, *columns), f"turn {n}"
        for n, key, *columns in self._execute(_EFFECT, (session,)):
            named = b"e", key_of(key.encode())
            rows[named], names[named] = digest("effect", session, n, key, *columns), f"effect {key}"
        if session == LEDGER:
            for owner, number, at, call in self._execute(_OPT_OUT):
                named = b"n", key_of(owner.encode() + number)
                rows[named], names[named] = digest("number", owner, number, at, call), "opt-out"
            for (marks,) in self._execute("SELECT marks FROM carried"):
                rows[b"k", 0], names[b"k", 0] = digest("carried", marks), "marks of the first master key"
        held = self._hold(session)
        if held is None:
            last = self._execute("SELECT hash, body FROM audit WHERE session = ? ORDER BY seq DESC LIMIT 1", (session,))
            buried = any(body == self._master.tombstone(hash) for hash, body in last)
            return Kept(session=session, row=None, rows=rows, names=names, buried=buried)
        opened, end = held.unlocked(self._master), (held.journal.seq, held.journal.hash)
        row, readable, genuine = self._row_of(held), opened is not None, opened is not None and held.genuine(opened)
        return Kept(session=session, row=row, readable=readable, genuine=genuine, end=end, rows=rows, names=names)

    # Effects, flows, inbox

    def add_effect(self, row: EffectRow) -> None:
        held, key = self._writing(row.session)
        columns = (row.n, row.key, row.policy, row.status, key.seal(row.body, _effect_place(row.session, row.key)))
        fresh = self._execute(
            "INSERT INTO outbox (session, n, key, policy, status, body) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (session, key) DO NOTHING RETURNING 1",
            (row.session, *columns),
        )
        if list(fresh):
            held.journal.note(b"e", key_of(row.key.encode()), ABSENT, digest("effect", row.session, *columns))

    def effects(self, session: int) -> Sequence[EffectRow]:
        key = self._key(session)
        found = self._execute(_EFFECT + " ORDER BY rowid", (session,))
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
        held, key = self._writing(row.session)
        stored = next(self._execute(_EFFECT + " AND key = ?", (row.session, row.key)), None)
        if stored is None:
            return
        body = stored[-1] if row.body is None else key.seal(row.body, _effect_place(row.session, row.key))
        columns = (row.n, row.key, row.policy, row.status, body)
        self._execute(
            "UPDATE outbox SET n = ?, key = ?, policy = ?, status = ?, body = ? WHERE session = ? AND key = ?",
            (*columns, row.session, row.key),
        )
        before, after = (digest("effect", row.session, *one) for one in (stored, columns))
        held.journal.note(b"e", key_of(row.key.encode()), before, after)

    def deliveries(self, *, session: int | None = None, until: float | None = None, limit: int = 10_000) -> Sequence[DeliveryRow]:
        where, values = " WHERE true", list[float]()
        narrowed: list[tuple[str, float | None]] = [(" AND session = ?", session), (" AND due <= ?", until)]
        for clause, value in narrowed:
            if value is not None:
                where += clause
                values.append(value)
        statement = f"SELECT session, key, n, policy, due, tries, reason FROM delivery{where} ORDER BY due, session, key LIMIT ?"
        return [
            DeliveryRow(session=session, key=key, n=n, policy=policy, due=due, tries=tries, reason=reason)
            for session, key, n, policy, due, tries, reason in self._execute(statement, (*values, limit))
        ]

    def save_delivery(self, row: DeliveryRow) -> None:
        self._execute(
            "INSERT OR REPLACE INTO delivery (session, key, n, policy, due, tries, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (row.session, row.key, row.n, row.policy, row.due, row.tries, row.reason),
        )

    def drop_delivery(self, session: int, key: str) -> None:
        self._execute("DELETE FROM delivery WHERE session = ? AND key = ?", (session, key))

    def flow_sources(self, hash: str) -> bytes | None:
        return next((sources for (sources,) in self._execute("SELECT sources FROM flow_version WHERE hash = ?", (hash,))), None)

    def put_flow(self, hash: str, name: str, sources: bytes) -> None:
        self._execute(
            "INSERT INTO flow_version (hash, name, sources) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING", (hash, name, sources)
        )

    def flow_versions(self) -> Sequence[tuple[str, str]]:
        return [(hash, name) for hash, name in self._execute("SELECT hash, name FROM flow_version ORDER BY hash")]

    def add_opt_out(self, owner: str, number: str, session: int, at: float) -> bool:
        hidden = self._master.hidden(owner, number)
        columns = (owner, hidden, float(at), session)
        fresh = self._execute(
            "INSERT INTO do_not_call (owner, number, at, session) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1", columns
        )
        if not list(fresh):
            return False
        end = self._journal = self._journal or self._end(LEDGER)
        end.note(b"n", key_of(owner.encode() + hidden), ABSENT, digest("number", *columns))
        self._insert(end.event("opt_out", float(at), b"{}"), None)
        return True

    def opt_out(self, owner: str, number: str) -> OptOutRow | None:
        named = (owner, self._master.hidden(owner, number))
        found = self._execute("SELECT number, at, session FROM do_not_call WHERE owner = ? AND number = ?", named)
        return next((OptOutRow(number=hidden, at=at, session=session) for hidden, at, session in found), None)

    def opt_outs(self, owner: str) -> Sequence[OptOutRow]:
        found = self._execute("SELECT number, at, session FROM do_not_call WHERE owner = ? ORDER BY at, number", (owner,))
        return [OptOutRow(number=hidden, at=at, session=session) for hidden, at, session in found]

    def remember(self, source: str, dedupe: str, at: float) -> bool:
        fresh = self._execute(
            "INSERT INTO inbox (source, dedupe, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1", (source, dedupe, at)
        )
        return bool(list(fresh))

    def forget_deliveries(self, before: float) -> int:
        return len(list(self._execute("DELETE FROM inbox WHERE at < ? RETURNING 1", (before,))))

    def lease(self, name: str, holder: str, now: float, until: float) -> bool:
        taken = self._execute(
            "INSERT INTO lease (name, holder, until) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET holder = excluded.holder,"
            " until = excluded.until WHERE lease.holder = excluded.holder OR lease.until <= ? RETURNING 1",
            (name, holder, until, now),
        )
        return bool(list(taken))

    # Keys and rows

    def _hold(self, session: int) -> Held | None:
        if session not in self._held:
            found = next(self._execute(_SESSION + " WHERE key = ?", (session,)), None)
            if found is None:
                self._held[session] = None
            else:
                self._take(found)
        return self._held[session]

    def _take(self, found: tuple[Any, ...]) -> Held:
        """The row just read; one that this work holds already is newer."""
        number, *columns, body, wrapped, seq, hash, mark = found
        held = self._held.get(number)
        if held is None:
            held = self._held[number] = Held(number, tuple(columns), body, wrapped, (seq, hash, mark))
        return held

    def _key(self, session: int) -> DataKey | None:
        held = self._hold(session)
        return held.unlocked(self._master) if held else None

    def _writing(self, session: int) -> tuple[Held, DataKey]:
        held = self._hold(session)
        if held is None:
            raise ValueError(f"there is no session {session}")
        key = held.unlocked(self._master)
        if key is None:
            # Never a fresh key in its place: with the right master key everything can be read again.
            raise StoreUnavailable(f"the bodies of session {session} were sealed under another master key")
        if not held.trusted:
            held.trusted = True
            if not held.genuine(key):
                self._altered(held)
        return held, key

    def _session_row(self, found: tuple[Any, ...]) -> SessionRow:
        return self._row_of(self._take(found))

    def _row_of(self, held: Held) -> SessionRow:
        owner, id, incarnation, flow, flow_hash, salt, seed, head, ended, step, platform, created, last, hold = held.columns
        if held.opened is None and (key := held.unlocked(self._master)):
            held.opened = key.unseal(held.body, _place_of(owner, id, incarnation))
        return SessionRow(
            key=held.number,
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
            body=held.opened,
        )

    def _turn_rows(self, statement: str, session: int, *values: Any) -> Iterable[TurnRow]:
        return self._turn_rows_of(session, self._execute(statement, (session, *values)))

    def _turn_rows_of(self, session: int, found: Iterable[tuple[Any, ...]]) -> Iterable[TurnRow]:
        key = self._key(session)
        for number, n, sealed, live, status, began, idempotency, at, deadline, body in found:
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


def _columns(row: SessionRow) -> tuple[Any, ...]:
    return (
        *(row.owner, row.id, row.incarnation, row.flow, row.flow_hash, row.salt, row.seed, row.head, int(row.ended), row.step),
        *(row.platform, float(row.created), float(row.last), int(row.hold)),
    )


def _turn_digest(session: int, *columns: Any) -> bytes:
    return digest("turn", session, *columns)


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
