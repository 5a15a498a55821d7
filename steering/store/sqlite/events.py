"""The chains of events: added to and read, and what stands of a session to be held against its chain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from steering.store.chain import ABSENT, LEDGER, key_of
from steering.store.columns import effect_digest, event_row, marks_digest, opt_out_digest, turn_digest
from steering.store.protocol import AuditRow, Kept
from steering.store.sqlite.effects import EFFECT
from steering.store.sqlite.journalled import Journalled
from steering.store.sqlite.turns import TURN


class Events(Journalled):
    __slots__ = ()

    def add_audit(self, session: int, kind: str, at: float, data: bytes) -> None:
        held, _ = self._writing(session)
        self._append(held, kind, at, data)

    def audit(self, session: int) -> Sequence[AuditRow]:
        key = self._key(session)
        found = self._execute(
            "SELECT position, seq, at, kind, body, commitment, changes, prev_hash, hash FROM audit WHERE session = ? ORDER BY seq",
            (session,),
        )
        return [event_row(session, key, one) for one in found]

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
        for turn in self._execute(TURN, (session,)):
            number, n, *_ = turn
            rows[b"t", number], names[b"t", number] = turn_digest(session, *turn), f"turn {n}"
        for effect in self._execute(EFFECT, (session,)):
            _, key, *_ = effect
            named = b"e", key_of(key.encode())
            rows[named], names[named] = effect_digest(session, effect), f"effect {key}"
        if session == LEDGER:
            for owner, number, at, call in self._execute("SELECT owner, number, at, session FROM do_not_call"):
                named = b"n", key_of(owner.encode() + number)
                rows[named], names[named] = opt_out_digest(owner, number, at, call), "opt-out"
            for (marks,) in self._execute("SELECT marks FROM carried"):
                rows[b"k", 0], names[b"k", 0] = marks_digest(marks), "marks of the first master key"
        held = self._hold(session)
        if held is None:
            last = self._execute("SELECT hash, body FROM audit WHERE session = ? ORDER BY seq DESC LIMIT 1", (session,))
            buried = any(body == self._master.tombstone(hash) for hash, body in last)
            return Kept(session=session, row=None, rows=rows, names=names, buried=buried)
        opened, end = held.unlocked(self._master), (held.journal.seq, held.journal.hash)
        row, readable, genuine = held.row(self._master), opened is not None, opened is not None and held.genuine(opened)
        return Kept(session=session, row=row, readable=readable, genuine=genuine, end=end, rows=rows, names=names)

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
