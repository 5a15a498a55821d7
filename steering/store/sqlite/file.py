"""The ledger in one SQLite file, for one machine: any number of threads, greenlets and processes.

Writers take turns by a lock on `<file>.lock`, because SQLite's own waiting is unfair and slow; the
kernel drops it when its holder dies. What is committed is on the disk (WAL, synchronous=FULL).
Readers have connections of their own and wait for nobody.
"""

from __future__ import annotations

import contextlib
import fcntl
import logging
import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import apsw

from steering.errors import StoreUnavailable
from steering.store.group import Group, Waiting
from steering.store.seal import MasterKey
from steering.store.sqlite.schema import migrate
from steering.store.sqlite.txn import SqliteTxn

T = TypeVar("T")
log = logging.getLogger(__name__)

PATIENCE = 2.0
_POLL = 0.0005
_READERS_KEPT = 8
# Until 3.51.3 a checkpoint could reset the WAL while another connection still wrote to it.
_SAFE_WAL = (3, 51, 3)


class SqliteStore:
    """A Store in the file *path*. It may be made before a fork: each process opens the file for itself."""

    def __init__(self, path: Path, master: MasterKey) -> None:
        if tuple(map(int, apsw.sqlite_lib_version().split("."))) < _SAFE_WAL:
            raise StoreUnavailable(f"SQLite {apsw.sqlite_lib_version()} can damage its WAL: install apsw 3.51.3 or newer")
        self._path = path
        self._master = master
        self._closed = False
        self._opened = _Opened(path, master)
        # Closing what a parent opened would take its locks away: inherited connections are kept, unused.
        self._inherited: list[_Opened] = []

    def transact(self, work: Callable[[SqliteTxn], T]) -> T:
        result: T = self._here().group.run(work)
        return result

    def read(self, work: Callable[[SqliteTxn], T]) -> T:
        return self._here().read(work)

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            if self._opened.pid == os.getpid():
                self._opened.close()

    def _here(self) -> _Opened:
        if self._closed:
            raise StoreUnavailable("the ledger has been closed")
        if self._opened.pid != os.getpid():
            self._inherited.append(self._opened)
            self._opened = _Opened(self._path, self._master)
        return self._opened


class _Opened:
    """The file as one process has it open."""

    def __init__(self, path: Path, master: MasterKey) -> None:
        self.pid = os.getpid()
        self._path = path
        self._master = master
        self._readers: deque[apsw.Connection] = deque()
        self._writer = _Writer(path, master)
        self.group = Group(self._writer, PATIENCE + 0.5)
        self._writer.prepare()

    def read(self, work: Callable[[SqliteTxn], T]) -> T:
        try:
            connection = self._readers.pop()
        except IndexError:
            with _translated():
                connection = _connect(self._path, apsw.SQLITE_OPEN_READONLY)
        try:
            with _translated():
                connection.execute("BEGIN")
                return work(SqliteTxn(connection, self._master))
        finally:
            try:
                connection.execute("ROLLBACK")
            except apsw.Error:
                connection.close(True)
            else:
                if len(self._readers) < _READERS_KEPT:
                    self._readers.append(connection)
                else:
                    connection.close()

    def close(self) -> None:
        self.group.close()
        while self._readers:
            self._readers.pop().close()
        self._writer.close()


class _Writer:
    """The one writing transaction of a process."""

    def __init__(self, path: Path, master: MasterKey) -> None:
        self._path = path
        self._master = master
        self._lock = _open_private(path.with_name(path.name + ".lock"))
        self._connection: apsw.Connection | None = None
        self._erased = False

    def prepare(self) -> None:
        """Makes or updates the tables, and warns when the master key is not the one they were sealed under."""
        _open_private(self._path, close=True)
        with _translated(self._path), self._locked():
            migrate(self._connect(), self._master)
            with self._connect() as connection:
                SqliteTxn(connection, self._master).carry(time.time())
            # Whatever a killed process destroyed may still stand in the WAL.
            self._erased = not self._empty_wal()
            newest = self._connect().execute("SELECT data_key FROM session ORDER BY key DESC LIMIT 1")
            if any(self._master.unwrap(wrapped) is None for (wrapped,) in newest):
                log.error("%s was sealed under another master key; its calls cannot be read or continued", self._path)

    def begin(self) -> None:
        deadline = time.monotonic() + PATIENCE
        self._acquire(deadline)
        with _translated():
            while True:
                try:
                    self._connect().execute("BEGIN IMMEDIATE")
                    return
                except apsw.BusyError:  # a writer that does not know our lock, or a recovery
                    if time.monotonic() > deadline:
                        raise
                    time.sleep(_POLL)

    def run(self, waiting: Waiting) -> None:
        connection = self._connect()
        txn = SqliteTxn(connection, self._master)
        with _translated():
            connection.execute("SAVEPOINT work")
            try:
                waiting.result = waiting.work(txn)
                txn.finish()
            except Exception as error:
                if not connection.in_transaction:  # a full disk undoes the whole batch
                    raise StoreUnavailable(f"the ledger cannot be written: {error}") from error
                waiting.error = _as_ours(error)
                connection.execute("ROLLBACK TO work")
            else:
                self._erased |= txn.erased
            connection.execute("RELEASE work")

    def commit(self) -> None:
        with _translated():
            self._connect().execute("COMMIT")
            if self._erased:
                self._master.forget()
                self._erased = not self._empty_wal()
        fcntl.flock(self._lock, fcntl.LOCK_UN)

    def abandon(self) -> None:
        # A connection that failed once is not trusted again; closing it undoes what it left open.
        if self._connection is not None:
            with contextlib.suppress(apsw.Error):
                self._connection.close(True)
            self._connection = None
        fcntl.flock(self._lock, fcntl.LOCK_UN)

    def close(self) -> None:
        self.abandon()
        os.close(self._lock)

    def _connect(self) -> apsw.Connection:
        if self._connection is None:
            self._connection = _connect(self._path, apsw.SQLITE_OPEN_READWRITE)
        return self._connection

    def _empty_wal(self) -> bool:
        """Leaves nothing of the past in the WAL; False when a reader is in the way (the next commit tries again)."""
        try:
            self._connect().wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        except apsw.BusyError:
            return False
        return True

    def _acquire(self, deadline: float) -> None:
        while True:
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError as error:
                if time.monotonic() > deadline:
                    raise StoreUnavailable("another process holds the ledger") from error
                time.sleep(_POLL)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        self._acquire(time.monotonic() + PATIENCE)
        try:
            yield
        finally:
            fcntl.flock(self._lock, fcntl.LOCK_UN)


def unusable(file: str | Path, why: str) -> StoreUnavailable:
    """That *file*, a part of the ledger or its folder, cannot be opened, *why*, and what to do."""
    return StoreUnavailable(
        f"the ledger cannot be opened: {file}: {why}."
        " Let this user read and write the ledger, its master.key and their folder, or name another one in STEERING_DATABASE_URL"
    )


def was_written(path: Path) -> bool:
    """Whether *path* is a ledger in which something was written; whatever else stands there, or cannot be read, is none."""
    if not path.exists():
        return False
    try:
        with contextlib.closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
            return bool(list(connection.execute("SELECT 1 FROM audit UNION ALL SELECT 1 FROM session LIMIT 1")))
    except apsw.Error:
        return False


@contextlib.contextmanager
def _translated(opening: Path | None = None) -> Iterator[None]:
    try:
        yield
    except (apsw.CantOpenError, apsw.ReadOnlyError) as error:
        raise unusable(opening, str(error)) if opening else _as_ours(error) from error
    except apsw.Error as error:
        raise _as_ours(error) from error


def _as_ours(error: Exception) -> Exception:
    return StoreUnavailable(f"the ledger cannot be used: {error}") if isinstance(error, apsw.Error) else error


def _open_private(path: Path, *, close: bool = False) -> int:
    """A descriptor of the file, made for its owner alone; SQLite gives its other files the same mode."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    if close:
        os.close(descriptor)
    return descriptor


def _connect(path: Path, mode: int) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=mode)
    connection.set_busy_timeout(500)
    # One plan a statement: else many are planned anew for every value bound to them, which costs more than running them.
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, 1)
    connection.execute("PRAGMA foreign_keys = ON")
    if mode == apsw.SQLITE_OPEN_READWRITE:
        ((journal,),) = connection.execute("PRAGMA journal_mode = WAL")
        if journal != "wal":
            raise StoreUnavailable(f"{path} cannot have a WAL here (it is {journal!r}); put it on a local disk")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.set_busy_timeout(0)
    return connection
