"""The ledger: which store a database address names."""

from __future__ import annotations

from pathlib import Path

from steering.store.memory import MemoryStore
from steering.store.protocol import Store
from steering.store.seal import MasterKey
from steering.store.sqlite import SqliteStore

__all__ = ["folder_of", "open_store"]


def folder_of(url: str) -> Path | None:
    """The folder of the store at *url*, where its keys are kept; None for one in memory."""
    return None if url == "memory:" else Path(url.partition(":///")[2]).parent


def open_store(url: str, *, master_key: str | None) -> Store:
    """The store at *url*: `sqlite:///relative/file`, `sqlite:////absolute/file` or `memory:`.

    *master_key* is 32 bytes as base64 or hex; without one, a key is made beside the file at first use.
    """
    if url == "memory:":
        return MemoryStore()
    scheme, _, file = url.partition(":///")
    if scheme != "sqlite" or not file or "?" in file:
        what = "postgresql is not supported yet" if scheme.startswith("postgres") else "it is not one of these"
        raise ValueError(f"STEERING_DATABASE_URL is sqlite:///FILE or memory:, not {url!r}: {what}")
    path = Path(file)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return SqliteStore(path, MasterKey.load(path.parent, master_key))
