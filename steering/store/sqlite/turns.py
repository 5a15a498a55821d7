"""The table of turns: every evaluation of a turn is a row, of which one is live."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import apsw
from msgspec.structs import replace

from steering.store.chain import ABSENT
from steering.store.columns import turn_columns, turn_digest, turn_row, turn_state
from steering.store.protocol import TurnRow
from steering.store.sqlite.journalled import Journalled

TURN = "SELECT key, n, chain, live, status, began, idempotency, at, deadline, body FROM turn WHERE session = ?"


class Turns(Journalled):
    __slots__ = ()

    def turn(self, session: int, n: int, chain: bytes) -> TurnRow | None:
        # In order of key as the index has them: sorting here is cheaper than a sort of SQLite's.
        found = [row for row in self._turn_rows(TURN + " AND n = ? ORDER BY key", session, n) if row.chain == chain]
        return next((row for row in found if row.live), found[-1] if found else None)

    def live_turn(self, session: int, n: int) -> TurnRow | None:
        return next(iter(self._turn_rows(TURN + " AND n = ? AND live", session, n)), None)

    def turns(self, session: int, *, live_only: bool = True, since: int = 0) -> Sequence[TurnRow]:
        return list(self._turn_rows(TURN + " AND n >= ?" + (" AND live" if live_only else "") + " ORDER BY n, key", session, since))

    def turn_by_idempotency(self, session: int, key: str) -> TurnRow | None:
        if not key:
            return None
        found = self._turn_rows(TURN + " AND idempotency = ? AND idempotency <> '' ORDER BY live DESC, key DESC LIMIT 1", session, key)
        return next(iter(found), None)

    def latest_began(self, session: int) -> TurnRow | None:
        return next(iter(self._turn_rows(TURN + " AND live AND began AND n >= 1 ORDER BY n DESC LIMIT 1", session)), None)

    def supersede(self, session: int, n: int) -> Sequence[TurnRow]:
        found = list(self._execute(TURN + " AND live AND n >= ? ORDER BY n", (session, n)))
        if found:
            held, _ = self._writing(session)
            self._execute("UPDATE turn SET live = 0 WHERE session = ? AND live AND n >= ?", (session, n))
            for before in found:
                after = [*before[:3], 0, *before[4:]]
                held.journal.note(b"t", before[0], turn_digest(session, *before), turn_digest(session, *after))
        return list(self._turn_rows_of(session, found))

    def add_turn(self, row: TurnRow) -> TurnRow:
        held, key = self._writing(row.session)
        columns = turn_columns(row, key)
        try:
            self._execute(
                "INSERT INTO turn (session, n, chain, live, status, began, idempotency, at, deadline, body)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (row.session, *columns),
            )
        except apsw.ConstraintError as error:
            raise _second_live(row) from error
        # RETURNING costs as much again as the row.
        number = self._last_key()
        held.journal.note(b"t", number, ABSENT, turn_digest(row.session, number, *columns))
        return replace(row, key=number)

    def save_turn(self, row: TurnRow) -> None:
        held, key = self._writing(row.session)
        stored = next(self._execute(TURN + " AND key = ?", (row.session, row.key)), None)
        if stored is None:
            return
        state = turn_state(row, key, stored[-1])
        try:
            self._execute(
                "UPDATE turn SET live = ?, status = ?, began = ?, idempotency = ?, at = ?, deadline = ?, body = ? WHERE key = ?",
                (*state, row.key),
            )
        except apsw.ConstraintError as error:
            raise _second_live(row) from error
        after = turn_digest(row.session, *stored[:3], *state)
        held.journal.note(b"t", row.key, turn_digest(row.session, *stored), after)

    def _turn_rows(self, statement: str, session: int, *values: Any) -> Iterable[TurnRow]:
        return self._turn_rows_of(session, self._execute(statement, (session, *values)))

    def _turn_rows_of(self, session: int, found: Iterable[tuple[Any, ...]]) -> Iterable[TurnRow]:
        key = self._key(session)
        return (turn_row(session, key, one) for one in found)


def _second_live(row: TurnRow) -> ValueError:
    return ValueError(f"turn {row.n} of session {row.session} has a live row already")
