"""A session's row as a running work holds it: its columns, its key, and the end of its chain.

The columns are sealed by a mark under the session's own key, so that none of them can be changed, nor an
older row be put back, without its key; the mark also names the end of the chain.
"""

from __future__ import annotations

from typing import Any

from steering.store.chain import Journal, packed
from steering.store.columns import session_place, session_row
from steering.store.protocol import SessionRow
from steering.store.seal import DataKey, MasterKey


class Held:
    """One row of `session`.

    *columns* are those that its SessionRow has, `last` and `hold` at their end; *opened* is *body*, once it was unsealed.
    *trusted*: its mark has been looked at; *stale*: the end of the chain is not written yet.
    """

    __slots__ = ("body", "columns", "journal", "key", "mark", "number", "opened", "stale", "trusted", "wrapped")

    def __init__(self, number: int, columns: tuple[Any, ...], body: bytes | None, wrapped: bytes, end: tuple[int, bytes, bytes]) -> None:
        self.number, self.columns, self.body, self.wrapped = number, columns, body, wrapped
        seq, hash, self.mark = end
        self.journal = Journal(number, seq, hash)
        self.key: DataKey | None = None
        self.opened: bytes | None = None
        self.stale = self.trusted = False

    @property
    def last(self) -> float:
        """When the session was last heard of, in unix seconds."""
        return float(self.columns[-2])

    def unlocked(self, master: MasterKey) -> DataKey | None:
        """The session's key, None when it was wrapped by another master key."""
        if self.key is None:
            self.key = master.unwrap(self.wrapped)
        return self.key

    def row(self, master: MasterKey) -> SessionRow:
        """The row as it is held now, its body unsealed."""
        if self.opened is None and (key := self.unlocked(master)):
            owner, id, incarnation = self.columns[:3]
            self.opened = key.unseal(self.body, session_place(owner, id, incarnation))
        return session_row(self.number, self.columns, self.opened)

    def marked(self, key: DataKey) -> bytes:
        """The mark of the row as it is held now."""
        mark = key.seal(b"", self._sealed())
        assert mark is not None
        return mark

    def genuine(self, key: DataKey) -> bool:
        """Whether the row read is the one that was written."""
        return key.unseal(self.mark, self._sealed()) is not None

    def _sealed(self) -> bytes:
        return packed(("session", self.number, self.columns, self.body, self.wrapped, self.journal.seq, self.journal.hash))
