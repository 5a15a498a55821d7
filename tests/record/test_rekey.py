"""The master key is changed for another: every call stays readable, and the old key opens nothing any more."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from steering.errors import StoreUnavailable
from steering.record.verify import verify
from steering.store import open_store
from steering.store.protocol import Store
from tests.turns.platform import Line

from .test_verify import NUMBER, talked

Says = Callable[..., tuple[int, str]]
OLD, NEW, NEXT = "11" * 32, "22" * 32, "33" * 32

# Wraps one key a transaction, and is killed after the second one.
DIES = """
import os, signal, sys
from steering.cli import main
from steering.store import rekey, sqlite

rekey._AT_ONCE = 1
transact, done = sqlite.SqliteStore.transact, []

def dying(store, work):
    result = transact(store, work)
    done.append(result)
    if len(done) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return result

sqlite.SqliteStore.transact = dying
sys.exit(main(["rekey"]))
"""


@pytest.fixture
def calls(database: str) -> list[int]:
    """The keys of the sessions that were talked under the old key."""
    store = open_store(database, master_key=OLD)
    found = [key for key in talked(store) if store.read(lambda txn, key=key: txn.session_of(key))]
    store.close()
    assert len(found) == 4
    return found


def rekeyed(monkeypatch: pytest.MonkeyPatch, steering_says: Says, keys: str) -> tuple[int, str]:
    monkeypatch.setenv("STEERING_MASTER_KEY", keys)
    return steering_says("rekey")


def read(database: str, keys: str, sessions: list[int]) -> int:
    """How many of *sessions* can be read under *keys*, when the ledger can be opened at all."""
    store = open_store(database, master_key=keys)
    try:
        rows = [store.read(lambda txn, key=key: (txn.session_of(key), txn.turns(key, live_only=False))) for key in sessions]
    finally:
        store.close()
    return sum(session is not None and session.body is not None and all(turn.body for turn in turns) for session, turns in rows)


def wrapped(folder: Path) -> list[bytes]:
    connection = apsw.Connection(str(folder / "calls.db"))
    found = [key for (key,) in connection.execute("SELECT data_key FROM session ORDER BY key")]
    connection.close()
    return found


def test_every_call_is_read_under_the_new_key_and_none_under_the_old(
    database: str, calls: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steering_says: Says
) -> None:
    before = wrapped(tmp_path)

    status, said = rekeyed(monkeypatch, steering_says, f"{NEW},{OLD}")

    assert (status, said.splitlines()[0]) == (0, f"{len(calls)} sessions wrapped anew.")
    assert read(database, NEW, calls) == len(calls)
    with pytest.raises(StoreUnavailable, match="another master key"):
        open_store(database, master_key=OLD)
    for file in tmp_path.glob("calls.db*"):
        assert not any(one in file.read_bytes() for one in before), file.name


def test_opt_outs_and_erasures_stand_as_they_stood(
    database: str, calls: list[int], monkeypatch: pytest.MonkeyPatch, steering_says: Says
) -> None:
    for keys in (f"{NEW},{OLD}", f"{NEXT},{NEW}"):
        assert rekeyed(monkeypatch, steering_says, keys)[0] == 0

    store = open_store(database, master_key=NEXT)
    assert verify(store, {}).broken == []
    assert store.read(lambda txn: txn.opt_out("acme", NUMBER)) is not None
    assert store.read(lambda txn: txn.opt_out("acme", "+13125550198")) is None
    assert not store.transact(lambda txn: txn.add_opt_out("acme", NUMBER, 0, 1.0)), "it is there already"
    store.close()


def test_opt_outs_are_known_even_when_the_old_key_is_taken_out_too_soon(database: str, calls: list[int]) -> None:
    open_store(database, master_key=f"{NEW},{OLD}").close()

    store = open_store(database, master_key=NEW)

    assert store.read(lambda txn: txn.opt_out("acme", NUMBER)) is not None
    store.close()
    assert read(database, NEW, calls) == 0
    assert read(database, f"{NEW},{OLD}", calls) == len(calls)


def test_who_is_killed_in_the_middle_begins_again(
    database: str, calls: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steering_says: Says
) -> None:
    before = wrapped(tmp_path)
    killed = subprocess.run([sys.executable, "-c", DIES], env={**os.environ, "STEERING_MASTER_KEY": f"{NEW},{OLD}"}, check=False)
    half = wrapped(tmp_path)

    assert killed.returncode == -signal.SIGKILL
    assert [one == another for one, another in zip(before, half, strict=True)] == [False, False, True, True]
    assert read(database, f"{NEW},{OLD}", calls) == len(calls)
    assert read(database, NEW, calls) == 2

    status, said = rekeyed(monkeypatch, steering_says, f"{NEW},{OLD}")

    assert (status, said.splitlines()[0]) == (0, "2 sessions wrapped anew.")
    assert wrapped(tmp_path)[:2] == half[:2]
    assert read(database, NEW, calls) == len(calls)


def test_calls_go_on_under_both_keys_meanwhile(
    database: str, calls: list[int], monkeypatch: pytest.MonkeyPatch, steering_says: Says
) -> None:
    server = open_store(database, master_key=f"{NEW},{OLD}")
    during = talked_anew(server)

    assert rekeyed(monkeypatch, steering_says, f"{NEW},{OLD}")[0] == 0
    later = talked_anew(server)

    assert server.read(lambda txn: txn.session_of(calls[0])).body is not None
    server.close()
    assert read(database, NEW, [*calls, during, later]) == len(calls) + 2


def talked_anew(store: Store) -> int:
    """The key of a fresh session."""
    line = Line(owner="acme", id=os.urandom(4).hex())
    line.steering.store = store
    line.hear()
    line.hear("yes")
    row = store.read(lambda txn: txn.session("acme", line.id))
    assert row is not None
    return row.key


def test_a_row_that_was_changed_behind_the_ledgers_back_is_not_made_good(
    database: str, calls: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steering_says: Says
) -> None:
    connection = apsw.Connection(str(tmp_path / "calls.db"))
    connection.execute("UPDATE session SET step = 'elsewhere' WHERE key = ?", (calls[0],))
    connection.close()

    assert rekeyed(monkeypatch, steering_says, f"{NEW},{OLD}")[0] == 0

    assert steering_says("audit")[0] == 1


@pytest.mark.parametrize("statement", ["DELETE FROM carried", "UPDATE carried SET marks = (SELECT data_key FROM session)"])
def test_who_takes_the_marks_of_the_opt_outs_away_is_found_out(
    database: str, calls: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steering_says: Says, statement: str
) -> None:
    assert rekeyed(monkeypatch, steering_says, f"{NEW},{OLD}")[0] == 0
    monkeypatch.setenv("STEERING_MASTER_KEY", NEW)
    assert steering_says("audit")[0] == 0
    connection = apsw.Connection(str(tmp_path / "calls.db"))
    connection.execute(statement)
    connection.close()

    status, said = steering_says("audit")

    assert status == 1
    assert "the marks of the first master key" in said or "another master key" in said


def test_a_key_that_is_not_named_is_asked_for(database: str, monkeypatch: pytest.MonkeyPatch, steering_says: Says) -> None:
    line = Line()
    line.steering.store = open_store(database, master_key=OLD)
    line.hear()
    line.steering.close()

    status, said = rekeyed(monkeypatch, steering_says, NEW)

    assert (status, said.splitlines()[-1]) == (
        1,
        "1 session under a key that STEERING_MASTER_KEY does not name: name it too, and run this again.",
    )


def test_the_key_under_which_numbers_opted_out_is_asked_for_before_anything(
    calls: list[int], monkeypatch: pytest.MonkeyPatch, steering_says: Says
) -> None:
    status, said = rekeyed(monkeypatch, steering_says, NEW)

    assert status == 1
    assert "name that one in STEERING_MASTER_KEY" in said


def test_nothing_is_left_to_do_the_second_time(calls: list[int], monkeypatch: pytest.MonkeyPatch, steering_says: Says) -> None:
    rekeyed(monkeypatch, steering_says, f"{NEW},{OLD}")

    assert rekeyed(monkeypatch, steering_says, f"{NEW},{OLD}") == (
        0,
        "0 sessions wrapped anew.\nEvery session is under the first key in STEERING_MASTER_KEY: the others can be taken out.\n",
    )
