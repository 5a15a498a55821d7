"""The ledger in SQLite: the only statements of SQL that there are, a module a group of tables."""

from __future__ import annotations

from steering.store.sqlite.file import SqliteStore, unusable, was_written

__all__ = ["SqliteStore", "unusable", "was_written"]
