"""What is kept on the disk cannot be read, changed or moved without the master key."""

from __future__ import annotations

import base64
import multiprocessing
import os
import stat
from pathlib import Path

import apsw
import pytest

from steering.errors import StoreUnavailable
from steering.store import open_store
from steering.store.protocol import EffectRow, Store
from steering.store.seal import DataKey, MasterKey

from .conftest import begin, erase, turn_row


def change(path: Path, statement: str) -> None:
    connection = apsw.Connection(str(path))
    connection.execute(statement)
    connection.close()


def test_a_sealed_body_is_read_back_only_where_it_was_bound() -> None:
    key = DataKey(os.urandom(32))
    sealed = key.seal(b"my number is five", b"turn 1 1")

    assert sealed is not None
    assert b"number" not in sealed
    assert key.unseal(sealed, b"turn 1 1") == b"my number is five"
    assert key.unseal(sealed, b"turn 1 2") is None
    assert key.unseal(sealed[:-1] + bytes([sealed[-1] ^ 1]), b"turn 1 1") is None
    assert DataKey(os.urandom(32)).unseal(sealed, b"turn 1 1") is None
    assert [key.unseal(broken, b"turn 1 1") for broken in (None, b"", b"short", sealed[:12])] == [None] * 4
    assert key.seal(b"my number is five", b"turn 1 1") != sealed


def test_private_words_stand_nowhere_in_the_files(sqlite: Store, tmp_path: Path) -> None:
    key = begin(sqlite, body=b"Jane Doe")
    sqlite.transact(lambda txn: txn.add_turn(turn_row(key, 1, chain=b"chain of Jane Doe", body=b"Jane Doe")))
    sqlite.transact(lambda txn: txn.add_audit(key, "turn", 1.0, b"Jane Doe"))
    sqlite.transact(lambda txn: txn.add_effect(EffectRow(session=key, n=1, key="e", body=b"Jane Doe")))

    for path in tmp_path.iterdir():
        assert b"Jane Doe" not in path.read_bytes(), path.name
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_a_deleted_session_leaves_no_trace_of_its_key_in_the_files(sqlite: Store, tmp_path: Path) -> None:
    key = begin(sqlite, id="caller-5551234")
    sqlite.transact(lambda txn: txn.add_turn(turn_row(key, 1)))
    connection = apsw.Connection(str(tmp_path / "calls.db"))
    ((wrapped, body),) = connection.execute("SELECT data_key, (SELECT body FROM turn) FROM session")
    connection.close()

    erase(sqlite, "acme", "caller-5551234")

    for path in tmp_path.iterdir():
        for secret in (wrapped, body, b"caller-5551234"):
            assert secret not in path.read_bytes(), path.name
    assert (tmp_path / "calls.db-wal").stat().st_size == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE turn SET body = x'00'",
        "UPDATE turn SET body = other.body FROM turn AS other WHERE other.n = 3 - turn.n",
        "UPDATE turn SET body = (SELECT body FROM session)",
        "UPDATE turn SET body = NULL",
    ],
    ids=["damaged", "moved from another turn", "moved from another table", "gone"],
)
def test_a_body_that_was_tampered_with_is_none_and_the_row_stays(sqlite: Store, tmp_path: Path, statement: str) -> None:
    key = begin(sqlite)
    for n in (1, 2):
        sqlite.transact(lambda txn, n=n: txn.add_turn(turn_row(key, n)))

    change(tmp_path / "calls.db", statement)

    assert [(row.n, row.chain, row.body) for row in sqlite.read(lambda txn: txn.turns(key))] == [
        (1, b"chain of 1", None),
        (2, b"chain of 2", None),
    ]


def test_a_session_given_the_key_and_body_of_another_does_not_show_it(sqlite: Store, tmp_path: Path) -> None:
    begin(sqlite, id="mine", body=b"mine")
    begin(sqlite, id="theirs", body=b"theirs")

    change(
        tmp_path / "calls.db",
        "UPDATE session SET (data_key, body) = (SELECT data_key, body FROM session WHERE id = 'theirs') WHERE id = 'mine'",
    )

    assert sqlite.read(lambda txn: txn.session("acme", "mine")).body is None
    assert sqlite.read(lambda txn: txn.session("acme", "theirs")).body == b"theirs"


def test_under_a_wrong_master_key_nothing_is_read_and_nothing_is_lost(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    url, right, wrong = f"sqlite:///{tmp_path}/calls.db", "11" * 32, "22" * 32
    store = open_store(url, master_key=right)
    key = begin(store)
    store.transact(lambda txn: (txn.add_turn(turn_row(key, 1)), txn.add_audit(key, "turn", 1.0, b"{}")))
    store.close()

    store = open_store(url, master_key=wrong)
    assert "sealed under another master key" in caplog.text
    assert store.read(lambda txn: txn.session("acme", "s1")).body is None
    assert [row.body for row in store.read(lambda txn: txn.turns(key))] == [None]
    assert [row.data for row in store.read(lambda txn: txn.audit(key))] == [None]
    with pytest.raises(StoreUnavailable, match="another master key"):
        store.transact(lambda txn: txn.add_turn(turn_row(key, 2)))
    store.close()

    store = open_store(url, master_key=right)
    assert [row.body for row in store.read(lambda txn: txn.turns(key))] == [b"reply 1"]
    store.close()


def test_the_master_key_is_read_as_hex_or_base64(tmp_path: Path) -> None:
    key = os.urandom(31) + b"\xff"
    wrapped = MasterKey(key).new_data_key()

    for written in (key.hex(), key.hex().upper(), base64.b64encode(key).decode() + "\n", base64.urlsafe_b64encode(key).decode()):
        assert MasterKey.load(tmp_path, written).unwrap(wrapped) is not None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("written", ["x", "00" * 31, "zz" * 32, "é" * 32, base64.b64encode(b"x" * 16).decode()])
def test_a_master_key_of_another_size_is_refused_without_being_shown(tmp_path: Path, written: str) -> None:
    with pytest.raises(ValueError, match="STEERING_MASTER_KEY is not 32 bytes") as caught:
        MasterKey.load(tmp_path, written)

    assert written not in str(caught.value) or len(written) == 1


def test_a_damaged_key_file_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "master.key").write_text("")

    with pytest.raises(ValueError, match="does not hold a master key"):
        MasterKey.load(tmp_path, None)
    assert (tmp_path / "master.key").read_text() == ""


def _loaded(folder: Path) -> bytes:
    key = MasterKey.load(folder, None)
    return (folder / "master.key").read_bytes() if key.unwrap(key.new_data_key()) else b""


def test_processes_that_start_together_make_one_master_key(tmp_path: Path) -> None:
    with multiprocessing.get_context("fork").Pool(4) as pool:
        kept = pool.map(_loaded, [tmp_path] * 16, chunksize=1)

    assert len(set(kept)) == 1
    assert stat.S_IMODE((tmp_path / "master.key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["master.key"]
