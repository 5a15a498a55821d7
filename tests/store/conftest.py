"""Stores and rows for the tests of the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from steering.store import open_store
from steering.store.chain import GENESIS, commit_to, link
from steering.store.protocol import AuditRow, SessionRow, Store, TurnRow, Txn


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = open_store("memory:" if request.param == "memory" else f"sqlite:///{tmp_path}/calls.db", master_key=None)
    yield opened
    opened.close()


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/calls.db", master_key=None)
    yield opened
    opened.close()


def session_row(**changes: Any) -> SessionRow:
    fresh = {
        **{"owner": "acme", "id": "s1", "incarnation": 1, "flow": "welcome", "flow_hash": "f00", "salt": b"salt" * 8},
        **{"seed": "seed", "created": 1.0, "last": 1.0, "body": b"snapshot"},
    }
    return SessionRow(**(fresh | changes))


def turn_row(session: int, n: int, **changes: Any) -> TurnRow:
    return TurnRow(**({"session": session, "n": n, "chain": b"chain of %d" % n, "at": float(n), "body": b"reply %d" % n} | changes))


def erase(store: Store, owner: str, id: str) -> int:
    """How many incarnations were erased."""

    def work(txn: Txn) -> int:
        rows = txn.incarnations(owner, id)
        for row in rows:
            txn.erase(row.key, "erased", 9.0)
        return len(rows)

    return store.transact(work)


def begin(store: Store, **changes: Any) -> int:
    """The key of a new session."""
    return store.transact(lambda txn: txn.add_session(session_row(**changes))).key


def first_break(rows: Iterable[AuditRow]) -> int | None:
    """The number of the first event that does not follow from those before it, None when all do.

    Erased data is no break: only what is still there is held against its commitment.
    """
    prev_hash = GENESIS
    for seq, row in enumerate(rows, start=1):
        follows = row.seq == seq and row.prev_hash == prev_hash
        says = row.data is None or row.salt is None or commit_to(row.salt, row.data) == row.commitment
        if not (follows and says and row.hash == link(prev_hash, seq, row.kind, row.at, row.commitment, row.rows)):
            return seq
        prev_hash = row.hash
    return None
