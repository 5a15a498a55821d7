"""What the server does beside its calls: checkpoints over the record, and erasing what is past its time.

Every worker looks once a minute; leases in the ledger let one process at a time do the work.
"""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections.abc import Mapping

from steering.errors import FlowError, SteeringError, UnknownFlow
from steering.record.checkpoints import Checkpoints
from steering.service import Steering
from steering.store.protocol import Txn

log = logging.getLogger(__name__)
EVERY = 60.0
SWEEP_EVERY = 3600.0
INBOX_KEPT = 7 * 86_400.0
# A sweep erases so many calls at once and lets turns in between; its lease runs out when it dies.
AT_ONCE, PAUSE, SWEEPING = 20, 0.02, 300.0


class Upkeep:
    """The work of one process on the ledger of *steering*. *checkpoints* are None where there is no second place."""

    def __init__(self, steering: Steering, checkpoints: Checkpoints | None) -> None:
        self._steering, self._checkpoints = steering, checkpoints
        self._stopping = threading.Event()

    def start(self) -> None:
        """Does it once a minute, in a thread of its own, until `stop`."""
        threading.Thread(target=self._run, name="upkeep", daemon=True).start()

    def stop(self) -> None:
        self._stopping.set()

    def once(self) -> None:
        """What is due now, unless another process does it."""
        now = self._steering.clock()
        if self._checkpoints and self._due("checkpoint", now, EVERY):
            self._checkpoints.write(self._steering.store, now)
        if self._due("sweeps", now, SWEEP_EVERY) and (swept := sweep(self._steering)):
            log.info("erased %d calls that were past the time of their flow", swept)

    def _due(self, work: str, now: float, seconds: float) -> bool:
        """True for one of all processes, then for none until the time is nearly over: whoever looks next is a little early or late."""
        return self._steering.store.transact(lambda txn: txn.lease(work, uuid.uuid4().hex, now, now + 0.9 * seconds))

    def _run(self) -> None:
        while not self._stopping.wait(EVERY):
            try:
                self.once()
            except (SteeringError, OSError, ValueError) as error:
                log.error("upkeep of the record: %s", error)
            except Exception:
                log.exception("upkeep of the record failed")


def sweep(steering: Steering) -> int | None:
    """Erases the calls whose last turn is longer ago than the `retain` of their flow, and forgets old deliveries; how many calls.

    None when another process is at it. What counts is the flow version that a call ran on. A call on hold stays.
    """
    holder, now, swept = uuid.uuid4().hex, steering.clock(), 0

    def leased(txn: Txn, seconds: float = SWEEPING) -> bool:
        return txn.lease("sweep", holder, steering.clock(), steering.clock() + seconds)

    def some(txn: Txn) -> int:
        keys = txn.expired(before, AT_ONCE) if leased(txn) else ()
        for key in keys:
            txn.erase(key, "expired", now)
        return len(keys)

    if not steering.store.transact(leased):
        return None
    before = {hash: now - kept for hash, kept in _retained(steering).items()}
    while gone := steering.store.transact(some):
        swept += gone
        time.sleep(PAUSE)
    steering.store.transact(lambda txn: (txn.forget_deliveries(now - INBOX_KEPT), leased(txn, 0.0)))
    return swept


def _retained(steering: Steering) -> Mapping[str, float]:
    """How long the calls of each flow version are kept, in seconds; those that are kept until somebody erases them are left out."""
    kept = {}
    for hash, name in steering.store.read(lambda txn: txn.flow_versions()):
        try:
            flow = steering.store.read(lambda txn, hash=hash, name=name: steering.version(txn, hash, name))  # type: ignore[misc]
        except (FlowError, UnknownFlow) as error:
            log.error("calls of '%s' %s are kept, because that version of the flow cannot be read: %s", name, hash[:8], error)
            continue
        if flow.retain is not None:
            kept[hash] = flow.retain
    return kept
