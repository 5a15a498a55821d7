"""The table of sessions: looked up, begun, saved, listed, and erased for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import apsw
from msgspec.structs import replace

from steering.errors import OnHold
from steering.store.chain import GENESIS
from steering.store.columns import SESSION_COLUMNS, session_columns, session_place
from steering.store.held import Held
from steering.store.protocol import SessionRow
from steering.store.sqlite.journalled import SESSION, Journalled

_ADD = f"INSERT INTO session ({', '.join(SESSION_COLUMNS)}, body, data_key) VALUES (?, ?{', ?' * len(SESSION_COLUMNS)})"
_LATEST = "incarnation = (SELECT max(incarnation) FROM session AS other WHERE other.owner = session.owner AND other.id = session.id)"


class Sessions(Journalled):
    __slots__ = ()

    def session(self, owner: str, id: str, incarnation: int | None = None) -> SessionRow | None:
        if incarnation is None:
            found = self._execute(SESSION + " WHERE owner = ? AND id = ? ORDER BY incarnation DESC LIMIT 1", (owner, id))
        else:
            found = self._execute(SESSION + " WHERE owner = ? AND id = ? AND incarnation = ?", (owner, id, incarnation))
        return next(map(self._session_row, found), None)

    def session_of(self, key: int) -> SessionRow | None:
        return next(map(self._session_row, self._execute(SESSION + " WHERE key = ?", (key,))), None)

    def incarnations(self, owner: str, id: str) -> Sequence[SessionRow]:
        found = self._execute(SESSION + " WHERE owner = ? AND id = ? ORDER BY incarnation", (owner, id))
        return [self._session_row(each) for each in found]

    def sessions(self, owner: str, *, flow: str | None = None, since: float | None = None, limit: int = 1000) -> Sequence[SessionRow]:
        where, values = f" WHERE owner = ? AND {_LATEST}", [owner]
        narrowed: list[tuple[str, Any]] = [(" AND flow = ?", flow), (" AND last >= ?", since)]
        for clause, value in narrowed:
            if value is not None:
                where += clause
                values.append(value)
        found = self._execute(f"{SESSION}{where} ORDER BY last DESC, key DESC LIMIT ?", (*values, limit))
        return [self._session_row(each) for each in found]

    def _session_row(self, found: tuple[Any, ...]) -> SessionRow:
        return self._take(found).row(self._master)

    def add_session(self, row: SessionRow) -> SessionRow:
        wrapped = self._master.new_data_key()
        key = self._master.unwrap(wrapped)
        assert key is not None
        columns, body = session_columns(row), key.seal(row.body, session_place(row.owner, row.id, row.incarnation))
        try:
            self._execute(_ADD, (*columns, body, wrapped))
        except apsw.ConstraintError as error:
            raise ValueError(f"session {row.id!r} has an incarnation {row.incarnation} already") from error
        number = self._last_key()
        held = self._held[number] = Held(number, columns, body, wrapped, (0, GENESIS, b""))
        held.stale = held.trusted = True
        return replace(row, key=number)

    def save_session(self, row: SessionRow) -> None:
        held, key = self._writing(row.key)
        held.columns = session_columns(row)
        if row.body is not None and row.body != held.opened:
            held.opened, held.body = row.body, key.seal(row.body, session_place(row.owner, row.id, row.incarnation))
        self._execute(
            "UPDATE session SET flow = ?, flow_hash = ?, salt = ?, seed = ?, head = ?, ended = ?, step = ?, platform = ?, created = ?,"
            " last = ?, hold = ?, body = ?, audit_seq = ?, audit_hash = ?, mark = ? WHERE key = ?",
            (*held.columns[3:], held.body, held.journal.seq, held.journal.hash, held.marked(key), row.key),
        )
        held.stale = False

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
