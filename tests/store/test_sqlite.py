"""The SQLite ledger among threads, greenlets, processes and deaths."""

from __future__ import annotations

import fcntl
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest
from msgspec.structs import replace

from steering.errors import StoreUnavailable
from steering.store import open_store
from steering.store.protocol import Store, Txn
from steering.store.sqlite import SqliteStore

from .conftest import begin, session_row, turn_row

KILLS = int(os.environ.get("STEERING_TEST_KILLS", "10"))
PROCESS = Path(__file__).with_name("process.py")


def take_turn(txn: Txn, id: str = "s1") -> int:
    """Adds the turn after the head; its number."""
    row = txn.session("acme", id)
    assert row is not None
    txn.add_turn(turn_row(row.key, row.head + 1))
    txn.save_session(replace(row, head=row.head + 1))
    txn.add_audit(row.key, "turn", 1.0, b"{}")
    return row.head + 1


@pytest.mark.parametrize(
    ("spoilt", "named"),
    [
        (lambda folder: (folder / "calls.db").mkdir(), "calls.db: Is a directory."),
        (lambda folder: (folder / "calls.db.lock").mkdir(), "calls.db.lock: Is a directory."),
        (lambda folder: (folder / "calls.db-shm").mkdir(), "calls.db: attempt to write a readonly database."),
        (lambda folder: (folder / "master.key").mkdir(), "master.key: Is a directory."),
    ],
)
def test_a_ledger_that_cannot_be_opened_names_the_file_and_what_to_do(tmp_path: Path, spoilt: Callable[[Path], None], named: str) -> None:
    spoilt(tmp_path)

    with pytest.raises(StoreUnavailable) as refused:
        open_store(f"sqlite:///{tmp_path}/calls.db", master_key=None)

    assert str(refused.value).startswith(f"the ledger cannot be opened: {tmp_path}/{named}")
    assert "Let this user read and write the ledger, its master.key and their folder" in str(refused.value)
    assert "Errno" not in str(refused.value)


@contextmanager
def process(*arguments: object) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen([sys.executable, "-W", "error", PROCESS, *map(str, arguments)], stdout=subprocess.PIPE, text=True) as running:
        try:
            yield running
        finally:
            running.kill()


def test_thirty_two_threads_lose_no_turn_and_share_commits(sqlite: Store) -> None:
    key = begin(sqlite)

    with ThreadPoolExecutor(32) as pool:
        numbers = list(pool.map(lambda _: sqlite.transact(take_turn), range(640)))

    assert sorted(numbers) == list(range(1, 641))
    assert [row.n for row in sqlite.read(lambda txn: txn.turns(key))] == list(range(1, 641))
    assert sqlite.read(lambda txn: txn.session("acme", "s1")).head == 640


def test_one_bad_work_does_not_fail_its_batch(sqlite: Store) -> None:
    begin(sqlite)

    def one(number: int) -> object:
        def work(txn: Txn) -> int:
            taken = take_turn(txn)
            if number % 3 == 0:
                raise LookupError(f"work {number}")
            return taken

        try:
            return sqlite.transact(work)
        except LookupError as error:
            return str(error)

    with ThreadPoolExecutor(32) as pool:
        results = list(pool.map(one, range(300)))

    assert [result for result in results if isinstance(result, str)] == [f"work {number}" for number in range(0, 300, 3)]
    assert sorted(result for result in results if isinstance(result, int)) == list(range(1, 201))


def test_an_interrupted_leader_takes_only_its_own_batch_with_it(sqlite: Store) -> None:
    begin(sqlite)

    def interrupted(txn: Txn) -> None:
        take_turn(txn)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sqlite.transact(interrupted)

    assert sqlite.transact(take_turn) == 1


def test_reading_does_not_wait_for_a_writer_and_sees_one_moment(sqlite: Store) -> None:
    begin(sqlite)
    inside, go = threading.Event(), threading.Event()

    def slow(txn: Txn) -> int:
        number = take_turn(txn)
        inside.set()
        assert go.wait(5)
        return number

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(sqlite.transact, slow)
        assert inside.wait(5)
        assert sqlite.read(lambda txn: txn.session("acme", "s1")).head == 0
        go.set()
        assert writing.result() == 1
    assert sqlite.read(lambda txn: txn.session("acme", "s1")).head == 1


def test_a_read_cannot_write(sqlite: Store) -> None:
    begin(sqlite)

    with pytest.raises(StoreUnavailable, match="readonly"):
        sqlite.read(take_turn)
    assert sqlite.read(lambda txn: txn.session("acme", "s1")).head == 0


def test_a_lock_held_elsewhere_is_given_up_after_two_seconds_by_all(sqlite: Store, tmp_path: Path) -> None:
    begin(sqlite)

    def waited(_: int) -> float:
        since = time.monotonic()
        with pytest.raises(StoreUnavailable):
            sqlite.transact(take_turn)
        return time.monotonic() - since

    with open(tmp_path / "calls.db.lock") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with ThreadPoolExecutor(4) as pool:
            times = list(pool.map(waited, range(4)))
        assert sqlite.read(lambda txn: txn.session("acme", "s1")).head == 0

    assert 1.8 < max(times) < 2.8
    assert sqlite.transact(take_turn) == 1


def test_a_transaction_left_open_by_a_stranger_hangs_nobody(sqlite: Store, tmp_path: Path) -> None:
    begin(sqlite)
    stranger = apsw.Connection(str(tmp_path / "calls.db"))
    stranger.execute("BEGIN IMMEDIATE")

    since = time.monotonic()
    with pytest.raises(StoreUnavailable):
        sqlite.transact(take_turn)
    assert time.monotonic() - since < 2.8

    stranger.close()
    assert sqlite.transact(take_turn) == 1


def test_a_work_that_closes_the_transaction_hangs_nobody(sqlite: Store) -> None:
    begin(sqlite)

    with pytest.raises(StoreUnavailable):
        sqlite.transact(lambda txn: list(txn._execute("ROLLBACK")))  # type: ignore[attr-defined]

    assert sqlite.transact(take_turn) == 1


def test_a_full_disk_is_reported_and_its_work_undone(sqlite: Store, tmp_path: Path) -> None:
    begin(sqlite)

    def filling(txn: Txn) -> None:
        txn._execute("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]
        txn.put_flow("h", "big", bytes(10_000_000))

    with pytest.raises(StoreUnavailable, match="full"):
        sqlite.transact(filling)

    assert sqlite.read(lambda txn: txn.flow_sources("h")) is None


def test_a_closed_store_says_so(sqlite: Store) -> None:
    sqlite.close()

    with pytest.raises(StoreUnavailable, match="closed"):
        sqlite.transact(take_turn)
    sqlite.close()


def test_a_store_opened_before_a_fork_is_opened_again_in_the_child(sqlite: Store) -> None:
    begin(sqlite)

    child = os.fork()
    if child == 0:
        status = 1
        try:
            status = 0 if [sqlite.transact(take_turn) for _ in range(20)] else 1
        finally:
            os._exit(status)
    mine = [sqlite.transact(take_turn) for _ in range(20)]
    _, status = os.waitpid(child, 0)

    assert status == 0
    assert len(mine) == 20
    assert sqlite.read(lambda txn: txn.session("acme", "s1")).head == 40


def test_four_processes_on_the_same_sessions_take_every_turn_once(sqlite: Store, tmp_path: Path) -> None:
    keys = {id: begin(sqlite, id=id) for id in ("a", "b", "c")}

    racing = [subprocess.Popen([sys.executable, PROCESS, "race", tmp_path, "40"], stdout=subprocess.PIPE, text=True) for _ in range(4)]
    taken = [tuple(line.split()) for each in racing for line in each.communicate()[0].splitlines()]

    assert [each.returncode for each in racing] == [0] * 4
    assert len(taken) == len(set(taken)) == 4 * 3 * 40
    for id, key in keys.items():
        rows = sqlite.read(lambda txn, key=key: txn.turns(key, live_only=False))
        assert [row.n for row in rows] == list(range(1, 161))
        assert sqlite.read(lambda txn, id=id: txn.session("acme", id)).head == 160


def test_nothing_acknowledged_is_lost_when_a_writer_is_killed(sqlite: Store, tmp_path: Path) -> None:
    begin(sqlite)
    acknowledged = 0
    chance = random.Random(7)

    for _ in range(KILLS):
        with process("write", tmp_path) as writing:
            assert writing.stdout is not None
            writing.stdout.readline()
            time.sleep(chance.uniform(0, 0.1))
            writing.send_signal(signal.SIGKILL)
            said = writing.stdout.read().split("\n")[:-1]
        acknowledged = max([acknowledged, *map(int, said)])
        fresh = SqliteStore(tmp_path / "calls.db", sqlite._master)  # type: ignore[attr-defined]
        row = fresh.read(lambda txn: txn.session("acme", "s1"))
        numbers = [turn.n for turn in fresh.read(lambda txn, key=row.key: txn.turns(key))]
        fresh.close()
        assert row.head >= acknowledged
        assert numbers == list(range(1, row.head + 1))

    assert acknowledged > 0
    connection = apsw.Connection(str(tmp_path / "calls.db"))
    assert list(connection.execute("PRAGMA integrity_check")) == [("ok",)]
    connection.close()


def test_a_writer_killed_while_it_holds_the_lock_hangs_nobody(sqlite: Store, tmp_path: Path) -> None:
    begin(sqlite)

    with process("hold", tmp_path) as holding:
        assert holding.stdout is not None
        assert holding.stdout.readline() == "inside\n"
        holding.kill()
        holding.wait()

    since = time.monotonic()
    assert sqlite.transact(take_turn) == 1
    assert time.monotonic() - since < 1


def test_fifty_greenlets_share_commits_and_reads_go_on(tmp_path: Path) -> None:
    with process("gevent", tmp_path) as running:
        out, _ = running.communicate(timeout=30)

    last = ["a busy loop commits", "slow commits leave the loop"]
    assert out.splitlines() == ["500 turns", "lock given up", "killed request", "511 turns", *last]
    assert running.returncode == 0


def test_a_ledger_written_by_a_newer_program_is_refused(tmp_path: Path) -> None:
    connection = apsw.Connection(str(tmp_path / "calls.db"))
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    with pytest.raises(StoreUnavailable, match="version 99"):
        open_store(f"sqlite:///{tmp_path}/calls.db", master_key=None)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "calls.db").write_bytes(b"not a database at all" * 100)

    with pytest.raises(StoreUnavailable, match="not a database"):
        open_store(f"sqlite:///{tmp_path}/calls.db", master_key=None)


@pytest.mark.parametrize("version", [3_007_000, 3_051_002])
def test_a_sqlite_that_can_damage_its_wal_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int) -> None:
    monkeypatch.setattr(apsw, "sqlite_lib_version", lambda: f"{version // 1_000_000}.{version // 1000 % 1000}.{version % 1000}")

    with pytest.raises(StoreUnavailable, match=r"install apsw 3\.51\.3"):
        open_store(f"sqlite:///{tmp_path}/calls.db", master_key=None)


def test_the_folder_is_made_for_its_owner_alone_and_rows_outlive_the_process(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/var/deep/calls.db"
    store = open_store(url, master_key=None)
    begin(store)
    store.close()

    assert (tmp_path / "var" / "deep").stat().st_mode & 0o777 == 0o700
    store = open_store(url, master_key=None)
    assert store.read(lambda txn: txn.session("acme", "s1")) == session_row(key=1)
    store.close()


@pytest.mark.parametrize(
    "url", ["postgresql://h/d", "postgres://h/d", "sqlite://x", "sqlite:///", "mysql:///x", "", "var/calls.db", "sqlite:///x?y=1"]
)
def test_an_address_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="postgresql is not supported yet" if url.startswith("postgres") else "it is not one of these"):
        open_store(url, master_key=None)
