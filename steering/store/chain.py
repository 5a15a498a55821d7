"""The hash chain of a session's audit events.

Each event is hashed with the one before it. What it says enters only as a salted commitment, so the
chain still holds after the data (and the salt with it) has been erased.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable

from steering.store.protocol import AuditRow

GENESIS = bytes(32)
SALT = 16


def commit_to(salt: bytes, data: bytes) -> bytes:
    """The commitment to *data*; it gives nothing away without the salt."""
    return hashlib.sha256(salt + data).digest()


def link(prev_hash: bytes, seq: int, kind: str, at: float, commitment: bytes) -> bytes:
    """The hash of the event that follows *prev_hash*. *at* is unix seconds."""
    named = kind.encode()
    return hashlib.sha256(prev_hash + struct.pack(">QdH", seq, at, len(named)) + named + commitment).digest()


def first_break(rows: Iterable[AuditRow]) -> int | None:
    """The number of the first event that does not follow from those before it, None when all do.

    Erased data is no break: only what is still there is held against its commitment.
    """
    prev_hash = GENESIS
    for seq, row in enumerate(rows, start=1):
        follows = row.seq == seq and row.prev_hash == prev_hash
        says = row.data is None or row.salt is None or commit_to(row.salt, row.data) == row.commitment
        if not (follows and says and row.hash == link(prev_hash, seq, row.kind, row.at, row.commitment)):
            return seq
        prev_hash = row.hash
    return None
