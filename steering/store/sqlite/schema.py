"""The tables of the ledger in SQLite, and how an older file becomes a current one.

`MIGRATIONS[n]` leads from version n to n + 1 (`PRAGMA user_version`); a released one never changes.
Columns named `body`, a turn's `chain` and `data_key` are sealed. Anyone who has a file but not the key
can otherwise try likely words against a chain.
"""

from __future__ import annotations

import apsw

from steering.errors import StoreUnavailable
from steering.store.seal import MasterKey
from steering.store.sqlite.txn import SqliteTxn

MIGRATIONS = (
    """
    CREATE TABLE flow_version (
        hash TEXT PRIMARY KEY, name TEXT NOT NULL, sources BLOB NOT NULL
    ) STRICT;

    -- AUTOINCREMENT: the number of a deleted session is never given to another, its audit rows stay.
    CREATE TABLE session (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        owner TEXT NOT NULL, id TEXT NOT NULL, incarnation INTEGER NOT NULL,
        flow TEXT NOT NULL, flow_hash TEXT NOT NULL, salt BLOB NOT NULL, seed TEXT NOT NULL,
        head INTEGER NOT NULL, ended INTEGER NOT NULL, step TEXT NOT NULL, platform TEXT NOT NULL,
        created REAL NOT NULL, last REAL NOT NULL,
        data_key BLOB NOT NULL, body BLOB,
        UNIQUE (owner, id, incarnation)
    ) STRICT;
    CREATE INDEX session_last ON session (owner, last);

    CREATE TABLE turn (
        key INTEGER PRIMARY KEY,
        session INTEGER NOT NULL REFERENCES session (key) ON DELETE CASCADE,
        n INTEGER NOT NULL, chain BLOB NOT NULL, live INTEGER NOT NULL, status TEXT NOT NULL,
        began INTEGER NOT NULL, idempotency TEXT NOT NULL, at REAL NOT NULL, deadline REAL NOT NULL,
        body BLOB
    ) STRICT;
    CREATE INDEX turn_n ON turn (session, n);
    CREATE UNIQUE INDEX turn_live ON turn (session, n) WHERE live;
    CREATE INDEX turn_began ON turn (session, n) WHERE live AND began;
    CREATE INDEX turn_idempotency ON turn (session, idempotency) WHERE idempotency <> '';

    CREATE TABLE audit (
        session INTEGER NOT NULL, seq INTEGER NOT NULL, at REAL NOT NULL, kind TEXT NOT NULL,
        body BLOB, commitment BLOB NOT NULL, prev_hash BLOB NOT NULL, hash BLOB NOT NULL,
        PRIMARY KEY (session, seq)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE outbox (
        session INTEGER NOT NULL REFERENCES session (key) ON DELETE CASCADE,
        n INTEGER NOT NULL, key TEXT NOT NULL, policy TEXT NOT NULL, status TEXT NOT NULL, body BLOB,
        UNIQUE (session, key)
    ) STRICT;

    CREATE TABLE inbox (
        source TEXT NOT NULL, dedupe TEXT NOT NULL, PRIMARY KEY (source, dedupe)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    -- *number* is a keyed hash. Neither a foreign key nor a session's data key: an opt-out outlives its call.
    CREATE TABLE do_not_call (
        owner TEXT NOT NULL, number BLOB NOT NULL, at REAL NOT NULL, session INTEGER NOT NULL,
        PRIMARY KEY (owner, number)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    -- *position* counts the events of all chains; none is ever taken out, so a gap is a finding.
    ALTER TABLE audit RENAME TO audit_before;
    CREATE TABLE audit (
        position INTEGER PRIMARY KEY,
        session INTEGER NOT NULL, seq INTEGER NOT NULL, at REAL NOT NULL, kind TEXT NOT NULL,
        body BLOB, commitment BLOB NOT NULL, changes BLOB NOT NULL, prev_hash BLOB NOT NULL, hash BLOB NOT NULL,
        UNIQUE (session, seq)
    ) STRICT;
    INSERT INTO audit (session, seq, at, kind, body, commitment, changes, prev_hash, hash)
        SELECT session, seq, at, kind, body, commitment, x'', prev_hash, hash FROM audit_before ORDER BY session, seq;
    DROP TABLE audit_before;

    -- The end of the session's chain, and the mark that seals the row's columns.
    ALTER TABLE session ADD COLUMN hold INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE session ADD COLUMN audit_seq INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE session ADD COLUMN audit_hash BLOB NOT NULL DEFAULT
        x'0000000000000000000000000000000000000000000000000000000000000000';
    ALTER TABLE session ADD COLUMN mark BLOB NOT NULL DEFAULT x'';

    ALTER TABLE inbox ADD COLUMN at REAL NOT NULL DEFAULT 0;
    CREATE TABLE lease (
        name TEXT PRIMARY KEY, holder TEXT NOT NULL, until REAL NOT NULL
    ) STRICT;
    """,
    """
    CREATE TABLE delivery (
        session INTEGER NOT NULL REFERENCES session (key) ON DELETE CASCADE,
        key TEXT NOT NULL, n INTEGER NOT NULL, policy TEXT NOT NULL,
        due REAL NOT NULL, tries INTEGER NOT NULL, reason TEXT NOT NULL,
        PRIMARY KEY (session, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX delivery_due ON delivery (due);
    """,
    """
    -- What marked numbers and tombstones before the master key was changed, sealed by the newest key. At most one row.
    CREATE TABLE carried (
        marks BLOB NOT NULL
    ) STRICT;
    """,
)
# Rows of earlier versions are in nobody's chain yet.
ADOPTING = 3


def migrate(connection: apsw.Connection, master: MasterKey) -> None:
    """Brings the file to the current version, in one transaction; the caller holds the write lock."""
    (version,) = next(connection.execute("PRAGMA user_version"))
    if version > len(MIGRATIONS):
        raise StoreUnavailable(f"the ledger has version {version}, this program knows {len(MIGRATIONS)}: it was written by a newer one")
    if version == len(MIGRATIONS):
        return
    with connection:
        for number in range(version, len(MIGRATIONS)):
            # apsw steps lazily: only a consumed cursor has run every statement of the script.
            for _ in connection.execute(MIGRATIONS[number] + f"; PRAGMA user_version = {number + 1}"):
                pass
        if version < ADOPTING:
            SqliteTxn(connection, master).adopt()
