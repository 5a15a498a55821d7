"""What a platform tells of the line: that the call is over, or goes on over another socket."""

from __future__ import annotations

from steering.core.masking import masked
from steering.core.turn import Kind
from steering.history import Group
from steering.ledger import Ledger
from steering.rows import Request, encode, session_body
from steering.sessions import Sessions
from steering.store.protocol import SessionRow, Txn

LONGEST_REASON = 200


class Endings(Sessions):
    """Calls that end, or go on, by what happens to their line."""

    def hung_up(
        self,
        owner: str,
        id: str,
        *,
        reason: str = "",
        seconds: float | None = None,
        returns: bool = False,
        call_sid: str = "",
        line: str = "",
    ) -> bool:
        """The platform tells that the call is over: one still open ends as a hang-up. False when there is no such session.

        *reason* (kept in brief, without card numbers) and *seconds* (its duration) are its own; told again, nothing happens.
        *returns*: the caller may come back under the same id, so the call stays open when its flow has an `if_back`. *call_sid*
        says which call at Twilio is over: under an id that was used again, an earlier one is no longer this session's business.
        *line* says which socket was closed: one after which another has opened (`reconnected`) ends nothing.
        """
        group, reason = Group(text="", kind=Kind.HANGUP), masked(reason)[:LONGEST_REASON]

        def work(txn: Txn) -> bool:
            row = txn.session(owner, id)
            if row is None or (call_sid and _of_another_call(txn, row, call_sid)) or (line and _on_another_line(txn, row, line)):
                return False
            if not row.ended and not (returns and self._pinned(txn, row).if_back):
                request = Request(
                    owner=owner, session_id=id, groups=(group,), spoken=False, after=row.head, call_sid=call_sid, now=self.clock()
                )
                Ledger(txn, request, choose=lambda: (self._pinned(txn, row), {}), pinned=self._pinned, results={}, tells=self.tells).take()
            if (reason or seconds is not None) and txn.remember("call_over", f"{row.key} {reason}", self.clock()):
                txn.add_audit(row.key, "call_over", self.clock(), encode({"reason": reason, "seconds": seconds}))
            return True

        return self.store.transact(work)

    def reconnected(self, owner: str, id: str, *, line: str) -> None:
        """Notes that a call under way goes on over another socket, *line*, which alone can end it from now on."""

        def work(txn: Txn) -> None:
            row = txn.session(owner, id)
            if row and row.step and not row.ended:
                txn.add_audit(row.key, "reconnected", self.clock(), encode({"line": line}))

        self.store.transact(work)

    def replaced(self, owner: str, id: str, *, line: str) -> bool:
        """Whether the call has gone on over another socket than *line*."""

        def work(txn: Txn) -> bool:
            row = txn.session(owner, id)
            return row is not None and _on_another_line(txn, row, line)

        return self.store.read(work)


def _of_another_call(txn: Txn, row: SessionRow, call_sid: str) -> bool:
    """Whether *call_sid* is not the call that *row* is; one that has not begun may be any but an earlier one."""
    if known := session_body(row).call_sid:
        return known != call_sid
    return any(session_body(one).call_sid == call_sid for one in txn.incarnations(row.owner, row.id))


def _on_another_line(txn: Txn, row: SessionRow, line: str) -> bool:
    """Whether the call in *row* has gone on over another socket than *line*; its first one is not noted."""
    noted = [one.data for one in txn.audit(row.key) if one.kind == "reconnected"]
    return bool(noted) and noted[-1] != encode({"line": line})
