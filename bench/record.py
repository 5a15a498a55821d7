"""How long it takes to hold 100,000 events of the record against their chains, with the turns that they answer for."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from steering.loader import content_hash
from steering.record.checkpoints import Checkpoints
from steering.record.verify import verify
from steering.store import open_store
from steering.store.protocol import SessionRow, Store, TurnRow, Txn

EVENTS = 100_000
TURNS = 19
# What a turn's row holds in the shipped flows, about.
BODY = 1500
HASH = content_hash({"bench.yaml": ""})


def main() -> None:
    """Prints the table of the record in docs/benchmarks.md."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/calls.db", master_key=None)
        _fill(store)
        kept = Checkpoints(Path(folder) / "checkpoints.jsonl", Path(folder))
        begun = time.perf_counter()
        made = kept.write(store, 1.0)
        sealed = time.perf_counter() - begun
        taken = []
        for _ in range(3):
            begun, busy = time.perf_counter(), time.process_time()
            found = verify(store)
            taken.append((time.perf_counter() - begun, time.process_time() - busy))
            assert found.events >= EVENTS
            assert not found.broken
        wall, busy = sorted(taken)[1]
        size = (Path(folder) / "calls.db").stat().st_size / 1e6
        store.close()
    assert made is not None
    print("\n| the record | |\n|---|---|")
    print(f"| {found.events:,} events of {found.chains:,} calls, {size:.0f} MB, verified | {wall:.2f} s, {busy:.2f} s of CPU |")
    print(f"| a first checkpoint over {len(made.heads):,} chains | {sealed * 1e3:.0f} ms |")


def _fill(store: Store) -> None:
    for first in range(0, EVENTS // (TURNS + 1), 500):

        def calls(txn: Txn, first: int = first) -> None:
            txn.put_flow(HASH, "bench", b'{"bench.yaml":""}')
            for number in range(first, first + 500):
                _call(txn, number)

        store.transact(calls)


def _call(txn: Txn, number: int) -> None:
    fresh = {"flow": "bench", "flow_hash": HASH, "salt": os.urandom(32), "seed": "", "created": 1.0, "last": 1.0}
    row = txn.add_session(SessionRow(owner="", id=f"c{number}", incarnation=1, body=b"{}", **fresh))  # type: ignore[arg-type]
    txn.add_audit(row.key, "begun", 1.0, b"{}")
    for n in range(TURNS):
        txn.add_turn(TurnRow(session=row.key, n=n, chain=os.urandom(32), at=float(n), body=os.urandom(BODY)))
        txn.add_audit(
            row.key, "turn", float(n), b'{"n": %d, "status": "done", "lines": ["greet.ask"], "steps": [["greet", "hear.0", "next"]]}' % n
        )


if __name__ == "__main__":
    main()
