"""Group commit: works that wait at the same time share one transaction.

Whoever comes while nobody leads becomes the leader: it gets the transaction, runs every waiting work
in it, commits, and lets the others go with their results. One caller alone waits for nobody.

With plain threads the leader is the caller itself; after one batch it hands over to the first who
waits. Under gevent the leader is a greenlet of its own, so that a request that is killed takes no
batch with it. Works run where the leader runs (they never block): a writing thread would give up the
interpreter lock at every statement and wait for a busy loop each time. What may block, the commit, goes to
a real thread, unless the disk is so quick that the way there and back takes longer.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any, Protocol

import gevent
from gevent.monkey import is_module_patched
from gevent.threadpool import ThreadPool

from steering.errors import StoreUnavailable

_BATCH = 128
# Seconds in which a batch waits for those whose requests have come already.
_GATHERING = 0.01
# Seconds that the loop may stand still for a commit, and how many commits go to the thread before one is tried here again.
_QUICK, _AWAY = 0.002, 64


class Waiting:
    """A work that waits for its transaction, and what became of it."""

    __slots__ = ("_gate", "error", "leads", "result", "work")

    def __init__(self, work: Callable[[Any], Any]) -> None:
        self.work = work
        self.result: Any = None
        self.error: BaseException | None = None
        self.leads = False
        # Looked up at run time: under gevent this is the patched, cooperative lock.
        self._gate = threading.Lock()
        self._gate.acquire()

    def release(self) -> None:
        self._gate.release()

    def wait(self, timeout: float = -1) -> bool:
        return self._gate.acquire(timeout=timeout)


class Transaction(Protocol):
    """What a group needs of the store. Each raises StoreUnavailable when it cannot be done."""

    def begin(self) -> None:
        """Returns alone of all writers, or raises in bounded time; never blocks a thread for long."""

    def run(self, waiting: Waiting) -> None:
        """Fills in its result or error, in a savepoint of its own."""

    def commit(self) -> None:
        """May block."""

    def abandon(self) -> None:
        """Leaves nothing open, whatever state it is in; never raises."""


class Group:
    """Shares one Transaction among all threads, or all greenlets of the loop."""

    def __init__(self, transaction: Transaction, patience: float) -> None:
        self._transaction = transaction
        self._patience = patience
        self._mutex = threading.Lock()
        self._queue: deque[Waiting] = deque()
        self._led = False
        self._away, self._slow = _AWAY, True
        self._pool = ThreadPool(1) if is_module_patched("threading") else None

    def run(self, work: Callable[[Any], Any]) -> Any:
        """What *work* returns, durable; or its exception; StoreUnavailable in bounded time."""
        waiting = Waiting(work)
        with self._mutex:
            self._queue.append(waiting)
            leads, self._led = not self._led, True
        if self._pool is None:
            if leads or (self._wait(waiting) and waiting.leads):
                self._lead_once()
        else:
            if leads:
                gevent.spawn(self._lead_all)
            # The leader lets everyone go in bounded time: a timer for each who waits would cost more than its turn.
            waiting.wait()
        if waiting.error is not None:
            raise waiting.error
        return waiting.result

    def close(self) -> None:
        if self._pool is not None:
            self._pool.kill()

    def _wait(self, waiting: Waiting) -> bool:
        if waiting.wait(self._patience):
            return True
        with self._mutex:
            if waiting in self._queue:
                self._queue.remove(waiting)
            if waiting.leads:  # made leader in this very moment
                self._pass_on()
        waiting.error = StoreUnavailable("the ledger did not answer in time")
        return False

    def _lead_all(self) -> None:
        try:
            while self._led:
                gevent.with_timeout(_GATHERING, gevent.idle, timeout_value=None)
                self._batch()
                with self._mutex:
                    self._led = bool(self._queue)
        except BaseException:
            self._led = False
            raise

    def _lead_once(self) -> None:
        try:
            self._batch()
        finally:
            with self._mutex:
                self._pass_on()

    def _pass_on(self) -> None:
        if self._queue:
            self._queue[0].leads = True
            self._queue[0].release()
        else:
            self._led = False

    def _commit(self) -> None:
        if self._pool is None:
            self._transaction.commit()
        elif self._away:
            self._away -= 1
            self._pool.spawn(self._transaction.commit).get(timeout=self._patience)
        else:
            begun = time.perf_counter()
            try:
                self._transaction.commit()
            finally:
                # One slow commit may be a checkpoint; two in a row are the disk.
                before, self._slow = self._slow, time.perf_counter() - begun > _QUICK
                self._away = _AWAY if before and self._slow else 0

    def _batch(self) -> None:
        batch: list[Waiting] = []
        failure: BaseException | None = StoreUnavailable("the writer was interrupted")
        try:
            self._transaction.begin()
            while self._queue and len(batch) < _BATCH:
                batch.append(self._queue.popleft())
                self._transaction.run(batch[-1])
            self._commit()
            failure = None
        except gevent.Timeout:
            failure = StoreUnavailable("the ledger did not answer in time")
        except StoreUnavailable as error:
            failure = error
        finally:
            if failure is not None:
                self._transaction.abandon()
                with self._mutex:
                    batch.extend(self._queue)
                    self._queue.clear()
            for waiting in batch:
                if failure is not None:
                    waiting.error = StoreUnavailable(str(failure))
                waiting.release()
