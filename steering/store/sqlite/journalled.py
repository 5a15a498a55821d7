"""What all tables of a transaction stand on: the sessions that it has in hand, and the events that name what it writes.

Theory of operation. A session's row is read once a work. Whoever writes a row of a session asks `_writing` for it, and notes
the row's digests before and after in its journal (`steering.store.chain`). The next event names them; `finish` sees to
those that none has named, and to the end of the chain in the session's row.
"""

from __future__ import annotations

import logging
from typing import Any

import apsw

from steering.errors import StoreUnavailable
from steering.store.chain import GENESIS, Journal
from steering.store.columns import SESSION_COLUMNS, event_body
from steering.store.held import Held
from steering.store.protocol import AuditRow
from steering.store.seal import DataKey, MasterKey

log = logging.getLogger(__name__)

# The row's number, its columns, and what a Held has beside them.
SESSION = f"SELECT key, {', '.join(SESSION_COLUMNS)}, body, data_key, audit_seq, audit_hash, mark FROM session"


class Journalled:
    """One work's connection, keys and sessions in hand. *erased* turns True when something was destroyed."""

    __slots__ = ("_execute", "_held", "_last_key", "_master", "_own", "erased")

    def __init__(self, connection: apsw.Connection, master: MasterKey) -> None:
        self._execute = connection.execute
        self._last_key = connection.last_insert_rowid
        self._master = master
        self._held: dict[int, Held | None] = {}
        # The end of the ledger's own chain, once it was written to.
        self._own: Journal | None = None
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

    # Sessions in hand

    def _hold(self, session: int) -> Held | None:
        if session not in self._held:
            found = next(self._execute(SESSION + " WHERE key = ?", (session,)), None)
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
        """The session and its key, to write a row of it; whether it was altered is looked at first."""
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

    # Events

    def _append(self, held: Held, kind: str, at: float, data: bytes) -> None:
        """The next event of a session, which names the rows written since the last one."""
        held.stale = True
        changes = held.journal.changes
        row = held.journal.event(kind, float(at), data)
        key = held.unlocked(self._master)
        try:
            self._insert(row, event_body(row, key) if key else None)
        except apsw.ConstraintError:  # an event stands where none was written
            held.journal.changes = changes
            self._altered(held)
            self._append(held, kind, at, data)

    def _altered(self, held: Held) -> None:
        """Goes on from the events that there are, and leaves it written that the session was not as it had been left."""
        log.error("session %d was changed behind the ledger's back", held.number)
        end = self._end(held.number)
        end.changes, held.journal = held.journal.changes, end
        self._append(held, "altered", held.last, b"{}")

    def _end(self, session: int) -> Journal:
        """The end of a chain as its events have it."""
        last = self._execute("SELECT seq, hash FROM audit WHERE session = ? ORDER BY seq DESC LIMIT 1", (session,))
        return Journal(session, *next(last, (0, GENESIS)))

    def _bury(self, session: int, kind: str, at: float) -> None:
        """The tombstone at the end of a chain whose session is gone."""
        stone = self._end(session).event(kind, float(at), b"{}")
        self._insert(stone, self._master.tombstone(stone.hash))

    def _insert(self, row: AuditRow, body: bytes | None) -> None:
        self._execute(
            "INSERT INTO audit (session, seq, at, kind, body, commitment, changes, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (row.session, row.seq, row.at, row.kind, body, row.commitment, row.rows, row.prev_hash, row.hash),
        )
