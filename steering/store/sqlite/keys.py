"""What a change of the master key touches: the wrapped key of every session, and what marks numbers and tombstones."""

from __future__ import annotations

from typing import Any

from steering.errors import StoreUnavailable
from steering.store.chain import ABSENT, LEDGER
from steering.store.columns import marks_digest
from steering.store.sqlite.journalled import Journalled


class Keys(Journalled):
    __slots__ = ()

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

    def carry(self, at: float) -> None:
        """Marks numbers as they have been marked so far, whatever the master key is. StoreUnavailable when no key at hand tells how."""
        before: bytes | None = next((marks for (marks,) in self._execute("SELECT marks FROM carried")), None)
        if before and not self._master.carry(before):
            raise StoreUnavailable(
                "the ledger was sealed under another master key: name that one in STEERING_MASTER_KEY, or restore its master.key;"
                " without it nobody knows who is not to be called"
            )
        if marks := self._master.carried(before):
            self._execute("DELETE FROM carried")
            self._execute("INSERT INTO carried (marks) VALUES (?)", (marks,))
            end = self._end(LEDGER)
            end.note(b"k", 0, marks_digest(before) if before else ABSENT, marks_digest(marks))
            self._insert(end.event("master_key", at, b"{}"), None)
