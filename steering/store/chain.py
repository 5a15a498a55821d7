"""The hash chain of a session's audit events.

Each event is hashed with the one before it. What it says enters only as a salted commitment, so the
chain still holds after the data (and the salt with it) has been erased. With it an event names the rows
that were written since the last one, each by its digest before and after: a row that was changed, taken
out or put in behind the ledger's back no longer agrees with its chain.
"""

from __future__ import annotations

import hashlib
import os
import struct
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from steering.store.protocol import AuditRow

GENESIS = bytes(32)
ABSENT = bytes(32)
SALT = 16
# The number of the chain of what belongs to no session.
LEDGER = 0
_CHANGE = struct.Struct(">1sQ32s32s")


class Change(NamedTuple):
    """A row that an event answers for: `t` a turn, `e` an effect, `n` a number, `k` carried marks; digests are ABSENT where no row was."""

    table: bytes
    key: int
    before: bytes
    after: bytes


# One form for one row: MessagePack says of each value its type and length.
packed = msgspec.msgpack.Encoder().encode


def digest(*columns: object) -> bytes:
    """The digest of a row by its columns as they are stored."""
    return hashlib.sha256(packed(columns)).digest()


def key_of(name: bytes) -> int:
    """The number by which a Change knows a row without one."""
    return int.from_bytes(hashlib.sha256(name).digest()[:8])


def changes(rows: bytes) -> Iterator[Change]:
    """The changes that an event names; struct.error when they are cut."""
    return map(Change._make, _CHANGE.iter_unpack(rows))


def commit_to(salt: bytes, data: bytes) -> bytes:
    """The commitment to *data*; it gives nothing away without the salt."""
    return hashlib.sha256(salt + data).digest()


def link(prev_hash: bytes, seq: int, kind: str, at: float, commitment: bytes, rows: bytes = b"") -> bytes:
    """The hash of the event that follows *prev_hash*. *at* is unix seconds."""
    named = kind.encode()
    return hashlib.sha256(prev_hash + struct.pack(">QdH", seq, at, len(named)) + named + commitment + rows).digest()


class Journal:
    """The end of a chain in a running work, and the changes that its next event will name."""

    __slots__ = ("changes", "hash", "seq", "session")

    def __init__(self, session: int, seq: int = 0, hash: bytes = GENESIS) -> None:
        self.session, self.seq, self.hash = session, seq, hash
        self.changes = b""

    def note(self, table: bytes, key: int, before: bytes, after: bytes) -> None:
        self.changes += _CHANGE.pack(table, key, before, after)

    def event(self, kind: str, at: float, data: bytes) -> AuditRow:
        """The next event, which the chain then ends with."""
        salt, prev_hash = os.urandom(SALT), self.hash
        commitment = commit_to(salt, data)
        self.seq += 1
        self.hash = link(prev_hash, self.seq, kind, at, commitment, self.changes)
        rows, self.changes = self.changes, b""
        return AuditRow(
            session=self.session,
            seq=self.seq,
            at=at,
            kind=kind,
            data=data,
            salt=salt,
            commitment=commitment,
            rows=rows,
            prev_hash=prev_hash,
            hash=self.hash,
        )
