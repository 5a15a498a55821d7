"""What the tests run in a process of its own: `process.py (race|write|hold|gevent) FOLDER [TURNS]`."""

from __future__ import annotations

import sys

if sys.argv[1] == "gevent":
    from gevent import monkey

    monkey.patch_all()

import fcntl
import itertools
import threading
import time
from pathlib import Path

from msgspec.structs import replace

from steering.errors import StoreUnavailable
from steering.store import open_store
from steering.store.protocol import SessionRow, Store, TurnRow, Txn


def take_turn(txn: Txn, id: str = "s1") -> int:
    row = txn.session("acme", id)
    assert row is not None
    number = row.head + 1
    txn.add_turn(TurnRow(session=row.key, n=number, chain=b"chain %d" % number, at=1.0, body=bytes(500)))
    txn.save_session(replace(row, head=number))
    txn.add_audit(row.key, "turn", 1.0, b"{}")
    return number


def race(store: Store, turns: int) -> None:
    for _ in range(turns):
        for id in ("a", "b", "c"):
            print(id, store.transact(lambda txn, id=id: take_turn(txn, id)))


def write(store: Store) -> None:
    print("ready", flush=True)
    while True:
        print(store.transact(take_turn), flush=True)


def hold(store: Store) -> None:
    def work(txn: Txn) -> None:
        take_turn(txn)
        print("inside", flush=True)
        time.sleep(60)

    store.transact(work)


def greenlets(store: Store, folder: Path) -> None:
    import gevent

    fresh = SessionRow(owner="acme", id="s1", incarnation=1, flow="f", flow_hash="h", salt=b"s", seed="", created=1.0, last=1.0)
    store.transact(lambda txn: txn.add_session(fresh))
    ticks: list[float] = []
    ticking = gevent.spawn(lambda: [(ticks.append(time.monotonic()), gevent.sleep(0.01)) for _ in range(1000)])

    def ten() -> None:
        for _ in range(10):
            number = store.transact(take_turn)
            assert store.read(head) >= number

    def together() -> None:
        threads = [threading.Thread(target=ten) for _ in range(50)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()

    together()
    print(store.read(head), "turns")

    with open(folder / "calls.db.lock") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        try:
            store.transact(take_turn)
        except StoreUnavailable:
            print("lock given up")
    assert max(after - before for before, after in itertools.pairwise(ticks)) < 0.5, "the loop stood still"

    before = store.read(head)
    killed = gevent.spawn(store.transact, take_turn)
    gevent.sleep(0)
    killed.kill()
    print("killed request")  # which is no reason to lose its turn: it had been handed over
    ten()
    print(store.read(head) - before + 500, "turns")
    ticking.kill()

    def never_rests() -> None:
        while True:
            gevent.sleep(0)

    busy = gevent.spawn(never_rests)
    store.transact(take_turn)
    busy.kill()
    print("a busy loop commits")

    writer = store._here().group._transaction  # type: ignore[attr-defined]
    commit, here, on_the_loop = writer.commit, threading.get_native_id(), []

    def slow_commit() -> None:
        on_the_loop.append(threading.get_native_id() == here)
        monkey.get_original("time", "sleep")(0.005)
        commit()

    writer.commit = slow_commit
    for _ in range(40):
        store.transact(take_turn)
    print("slow commits leave the loop" if sum(on_the_loop) <= 2 and len(on_the_loop) == 40 else on_the_loop)


def head(txn: Txn) -> int:
    row = txn.session("acme", "s1")
    assert row is not None
    return row.head


def main() -> None:
    what, folder = sys.argv[1], Path(sys.argv[2])
    store = open_store(f"sqlite:///{folder}/calls.db", master_key=None)
    if what == "race":
        race(store, int(sys.argv[3]))
    elif what == "write":
        write(store)
    elif what == "hold":
        hold(store)
    else:
        greenlets(store, folder)
    store.close()


main()
