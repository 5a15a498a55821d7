"""The table of numbers that are not to be called: it outlives its calls, and stands in the ledger's own chain."""

from __future__ import annotations

from collections.abc import Sequence

from steering.store.chain import ABSENT, LEDGER, key_of
from steering.store.columns import marks_digest, opt_out_digest
from steering.store.protocol import OptOutRow
from steering.store.sqlite.journalled import Journalled


class OptOuts(Journalled):
    __slots__ = ()

    def add_opt_out(self, owner: str, number: str, session: int, at: float) -> bool:
        hidden = self._master.hidden(owner, number)
        columns = (owner, hidden, float(at), session)
        fresh = self._execute(
            "INSERT INTO do_not_call (owner, number, at, session) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1", columns
        )
        if not list(fresh):
            return False
        end = self._own = self._own or self._end(LEDGER)
        end.note(b"n", key_of(owner.encode() + hidden), ABSENT, opt_out_digest(*columns))
        if not list(self._execute("SELECT 1 FROM carried")):
            # By it another master key is known for one, when every call is erased.
            marks = self._master.marks()
            self._execute("INSERT INTO carried (marks) VALUES (?)", (marks,))
            end.note(b"k", 0, ABSENT, marks_digest(marks))
        self._insert(end.event("opt_out", float(at), b"{}"), None)
        return True

    def opt_out(self, owner: str, number: str) -> OptOutRow | None:
        named = (owner, self._master.hidden(owner, number))
        found = self._execute("SELECT number, at, session FROM do_not_call WHERE owner = ? AND number = ?", named)
        return next((OptOutRow(number=hidden, at=at, session=session) for hidden, at, session in found), None)

    def opt_outs(self, owner: str) -> Sequence[OptOutRow]:
        found = self._execute("SELECT number, at, session FROM do_not_call WHERE owner = ? ORDER BY at, number", (owner,))
        return [OptOutRow(number=hidden, at=at, session=session) for hidden, at, session in found]

    def owners(self) -> Sequence[str]:
        return [owner for (owner,) in self._execute("SELECT owner FROM session UNION SELECT owner FROM do_not_call")]
