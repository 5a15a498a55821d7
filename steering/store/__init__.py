"""The ledger: which store a database address names."""

from __future__ import annotations

from pathlib import Path

from steering.errors import StoreUnavailable
from steering.store.memory import MemoryStore
from steering.store.protocol import Store
from steering.store.seal import KEPT_IN, MasterKey
from steering.store.sqlite import SqliteStore, unusable, was_written

ANOTHER_KEY = (
    "the ledger was sealed under another master key: name that one in STEERING_MASTER_KEY, or restore its master.key."
    " To change the key, name both, STEERING_MASTER_KEY=NEW,OLD, and run `steering rekey`"
)
__all__ = ["folder_of", "open_store", "refuse_another_key"]


def folder_of(url: str) -> Path | None:
    """The folder of the store at *url*, where its keys are kept; None for one in memory."""
    return None if url == "memory:" else Path(url.partition(":///")[2]).parent


def open_store(url: str, *, master_key: str | None) -> Store:
    """The store at *url*: `sqlite:///relative/file`, `sqlite:////absolute/file` or `memory:`.

    *master_key* is 32 bytes as base64 or hex; without one, a key is made beside the file at first use, but not beside one that was
    written under a key that is gone. ValueError, StoreUnavailable.
    """
    if url == "memory:":
        return MemoryStore()
    scheme, _, file = url.partition(":///")
    if scheme != "sqlite" or not file or "?" in file:
        what = "postgresql is not supported yet" if scheme.startswith("postgres") else "it is not one of these"
        raise ValueError(f"STEERING_DATABASE_URL is sqlite:///FILE or memory:, not {url!r}: {what}")
    path = Path(file)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not master_key and not (path.parent / KEPT_IN).exists() and was_written(path):
            raise StoreUnavailable(ANOTHER_KEY)
        return SqliteStore(path, MasterKey.load(path.parent, master_key))
    except FileExistsError as error:
        raise unusable(path.parent, "it is no folder") from error
    except OSError as error:
        raise unusable(error.filename or path, error.strerror or str(error)) from error


def refuse_another_key(store: Store) -> None:
    """StoreUnavailable when calls stand in *store* and its master key opens none of them: whoever opted out would be called again."""
    if not store.read(lambda txn: txn.opens()):
        raise StoreUnavailable(ANOTHER_KEY)
