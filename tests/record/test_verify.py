"""Whatever is changed in the record behind the ledger's back is found, and said where."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import apsw
import pytest
from msgspec.structs import replace

from steering.record.checkpoints import Checkpoints, read
from steering.record.verify import verify
from steering.store import open_store
from steering.store.memory import MemoryStore
from steering.store.protocol import Store
from tests.turns.platform import Line, them

NUMBER = "+13125550100"
# The record itself; leases and the inbox of webhooks are none of it.
TABLES = ("session", "turn", "audit", "outbox", "flow_version", "do_not_call")


def talked(store: Store) -> list[int]:
    """Some fifty events: calls that went through, were revised, retried, opted out of, handed over, erased. The keys of the sessions."""
    first = Line(owner="acme", id="first")
    first.steering.store = store
    for line in (first, *(Line(owner="acme", id=id, steering=first.steering) for id in ("second", "third", "fourth", "fifth"))):
        line.hear(number=NUMBER)
        line.hear("yes")
        line.hear("my number is")
        line.lengthen("five")
        line.ask()
        line.hear({"second": "stop calling me", "third": "get me an agent"}.get(line.id or "", "red"))
        if line.id in ("fourth", "fifth"):
            line.hear("I agree")
    first.steering.opt_out("acme", "+13125550199")
    first.steering.delete("acme", "fourth")
    return list(store.read(lambda txn: txn.chains()))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("record")


@pytest.fixture(scope="module")
def store(folder: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{folder}/calls.db", master_key=None)
    talked(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def file(store: Store, folder: Path) -> Iterator[apsw.Connection]:
    """The ledger's file as someone has it open who owes it nothing."""
    opened = apsw.Connection(str(folder / "calls.db"))
    opened.execute("PRAGMA synchronous = OFF")
    yield opened
    opened.close()


def found(store: Store, ends: Any = None) -> list[str]:
    return [str(one) for one in verify(store, ends).broken]


@pytest.mark.parametrize("url", ["memory:", "sqlite:///{folder}/calls.db"])
def test_a_record_that_nobody_touched_has_nothing_wrong(url: str, tmp_path: Path) -> None:
    store = open_store(url.format(folder=tmp_path), master_key=None)
    chains = talked(store)

    done = verify(store, store.read(lambda txn: txn.heads())[1])

    assert [str(one) for one in done.broken] == []
    assert done.chains == len(chains) == 6
    assert done.events >= 45
    store.close()


def columns(file: apsw.Connection, table: str) -> list[str]:
    return [name for _, name, *_ in file.execute(f"PRAGMA table_info({table})")]


def flipped(value: Any) -> Iterator[Any]:
    """The value with one bit of it turned, at both ends and in the middle."""
    if value is None:
        yield b"\x00"
    elif isinstance(value, int):
        yield value ^ 1
    elif isinstance(value, float):
        yield value + 0.25
    elif not value:
        yield b"\x01" if isinstance(value, bytes) else "a"
    else:
        for at in {0, len(value) // 2, len(value) - 1}:
            if isinstance(value, bytes):
                yield value[:at] + bytes([value[at] ^ 1]) + value[at + 1 :]
            else:
                yield value[:at] + chr(ord(value[at]) ^ 1) + value[at + 1 :]


def test_every_flipped_bit_of_every_column_of_every_row_is_found(store: Store, file: apsw.Connection) -> None:
    assert found(store) == []
    erased = {number for (number,) in file.execute("SELECT DISTINCT session FROM audit WHERE session NOT IN (SELECT key FROM session)")}
    tried, missed = 0, []
    for table in TABLES:
        rowid = {"do_not_call": "number", "flow_version": "hash"}.get(table, "rowid")
        for row in list(file.execute(f"SELECT {rowid}, * FROM {table}")):
            for name, value in zip(columns(file, table), row[1:], strict=True):
                if table == "audit" and name == "body" and value is None and row[2] in erased:
                    continue  # its data is gone on purpose: there is nothing to turn
                for other in flipped(value):
                    try:
                        file.execute("BEGIN IMMEDIATE")
                        file.execute(f"UPDATE {table} SET {name} = ? WHERE {rowid} IS ?", (other, row[0]))
                        key = (
                            other
                            if name == rowid or (table, name) in (("session", "key"), ("turn", "key"), ("audit", "position"))
                            else row[0]
                        )
                        file.execute("COMMIT")
                    except apsw.ConstraintError:
                        file.execute("ROLLBACK")
                        continue
                    tried += 1
                    if not found(store):
                        missed.append((table, name, row[0], value, other))
                    file.execute(f"UPDATE {table} SET {name} = ? WHERE {rowid} IS ?", (value, key))

    assert missed == []
    assert tried > 1000
    assert found(store) == []


@pytest.fixture
def undone(file: apsw.Connection) -> Iterator[apsw.Connection]:
    """The file, and afterwards everything in it as it was."""
    kept = {table: list(file.execute(f"SELECT * FROM {table}")) for table in TABLES}
    yield file
    file.execute("BEGIN IMMEDIATE")
    for table, rows in kept.items():
        file.execute(f"DELETE FROM {table}")
        for row in rows:
            file.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    file.execute("COMMIT")


@pytest.mark.parametrize("table", TABLES)
def test_every_row_that_is_taken_out_is_found(store: Store, undone: apsw.Connection, table: str) -> None:
    key = {"do_not_call": "number", "flow_version": "hash"}.get(table, "rowid")
    ends = store.read(lambda txn: txn.heads())[1]
    rows = list(undone.execute(f"SELECT {key}, * FROM {table}"))

    missed = []
    for name, *row in rows:
        undone.execute(f"DELETE FROM {table} WHERE {key} IS ?", (name,))
        if not found(store, ends):
            missed.append(row)
        undone.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)

    assert rows
    assert missed == []


@pytest.mark.parametrize("table", ["turn", "audit", "outbox", "do_not_call"])
def test_every_row_that_is_put_in_is_found(store: Store, undone: apsw.Connection, table: str) -> None:
    """A copy of each row, under the next free key: the best that anybody without the keys can do."""
    names = columns(undone, table)
    free = {"turn": "key", "audit": "seq", "outbox": "key", "do_not_call": "number"}[table]
    for row in list(undone.execute(f"SELECT * FROM {table}")):
        copy = dict(zip(names, row, strict=True))
        copy[free] = {"turn": 9999, "audit": 9999, "outbox": "another", "do_not_call": bytes(32)}[table]
        copy |= {"live": 0} if table == "turn" else {"position": 9999} if table == "audit" else {}
        undone.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(copy))})", tuple(copy.values()))
        assert found(store), copy
        undone.execute(f"DELETE FROM {table} WHERE {free} IS ?", (copy[free],))
    assert found(store) == []


def test_any_two_rows_that_change_places_or_values_are_found(store: Store, undone: apsw.Connection) -> None:
    tried = 0
    for table in ("session", "turn", "audit", "outbox"):
        for name in columns(undone, table):
            rows = list(undone.execute(f"SELECT rowid, {name}, {'key' if table == 'session' else 'session'} FROM {table} ORDER BY rowid"))
            for (one, first, mine), (other, second, theirs) in pairwise(rows):
                # The order of two events of different calls is no part of either call.
                if first == second or (name == "position" and mine != theirs):
                    continue
                names = (other, one) if name in ("position", "key") and table != "outbox" else (one, other)
                undone.execute("BEGIN IMMEDIATE")
                try:
                    held = -1 if isinstance(first, int) else "-" if isinstance(first, str) else b"-" if isinstance(first, bytes) else -1.0
                    undone.execute(f"UPDATE {table} SET {name} = ? WHERE rowid = ?", (held, one))
                    undone.execute(f"UPDATE {table} SET {name} = ? WHERE rowid = ?", (first, other))
                    undone.execute(f"UPDATE {table} SET {name} = ? WHERE rowid = ?", (second, -1 if names[0] == other else one))
                except apsw.ConstraintError:
                    undone.execute("ROLLBACK")
                    continue
                undone.execute("COMMIT")
                tried += 1
                assert found(store), (table, name, one, other)
                for rowid, value in ((names[0], held), (names[1], second), (-1 if names[0] == other else one, first)):
                    undone.execute(f"UPDATE {table} SET {name} = ? WHERE rowid = ?", (value, rowid))
    assert tried > 300
    assert found(store) == []


def test_a_chain_cut_at_any_length_is_found(store: Store, undone: apsw.Connection) -> None:
    ends = store.read(lambda txn: txn.heads())[1]
    for session, (last, _) in ends.items():
        for cut in range(1, last + 1):
            rows = list(undone.execute("SELECT * FROM audit WHERE session = ? AND seq >= ?", (session, cut)))
            undone.execute("DELETE FROM audit WHERE session = ? AND seq >= ?", (session, cut))
            assert found(store, ends), (session, cut)
            for row in rows:
                undone.execute(f"INSERT INTO audit VALUES ({', '.join('?' * len(row))})", row)


def test_a_finding_says_where_and_what(store: Store, undone: apsw.Connection) -> None:
    undone.execute("UPDATE audit SET at = at + 1 WHERE session = 2 AND seq = 3")
    assert found(store) == ["session 2 ('second'), event 3: it was changed"]
    undone.execute("UPDATE audit SET at = at - 1 WHERE session = 2 AND seq = 3")

    undone.execute("UPDATE turn SET status = 'void' WHERE session = 3 AND n = 1 AND live")
    assert found(store) == ["session 3 ('third'), event 3: turn 1 was changed after it"]
    undone.execute("UPDATE turn SET status = 'done' WHERE session = 3 AND n = 1 AND live")

    undone.execute("UPDATE session SET ended = 0 WHERE id = 'fifth'")
    assert found(store) == ["session 5 ('fifth'): the session's row was changed"]
    undone.execute("UPDATE session SET ended = 1 WHERE id = 'fifth'")

    undone.execute("DELETE FROM session WHERE id = 'fifth'")
    assert "session 5, event 9: the session is gone, but was not erased" in found(store)


def test_a_call_that_goes_on_after_it_was_changed_does_not_hide_it(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/calls.db", master_key=None)
    line = Line()
    line.steering.store = store
    line.hear()
    line.hear("my number is")
    connection = apsw.Connection(str(tmp_path / "calls.db"))
    connection.execute("UPDATE turn SET idempotency = 'mine' WHERE n = 1")
    line.messages[1:] = [them("yes please")]
    line.hear()
    assert found(store) == ["session 1 ('call'), event 4: turn 1 had been changed before it"]

    connection.execute("UPDATE session SET step = 'thanks', audit_seq = audit_seq - 1")
    line.hear("five")
    connection.close()
    assert found(store)[1:] == ["session 1 ('call'), event 6: the session had been changed behind the ledger's back before it"]
    store.close()


def test_a_file_put_back_from_an_older_day_is_found_by_a_checkpoint(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/calls.db", master_key=None)
    line = Line()
    line.steering.store = store
    line.hear()
    store.close()
    older = (tmp_path / "calls.db").read_bytes()
    line.steering.store = store = open_store(f"sqlite:///{tmp_path}/calls.db", master_key=None)
    line.hear("yes")
    other = Line(steering=line.steering, id="other")
    other.hear()
    kept = Checkpoints(tmp_path / "checkpoints.jsonl", tmp_path)
    assert kept.write(store, 5.0) is not None
    store.close()

    (tmp_path / "calls.db").write_bytes(older)

    store = open_store(f"sqlite:///{tmp_path}/calls.db", master_key=None)
    assert found(store) == []
    seen = read(kept.file, kept.key.public_key())
    assert found(store, seen.ends) == [
        "session 1 ('call'), event 2: a checkpoint saw event 3",
        "session 2, event 0: a checkpoint saw 2 events, and none is there",
    ]
    store.close()


def test_what_memory_keeps_is_held_against_its_chains_too() -> None:
    store = MemoryStore()
    talked(store)
    txn = store._txn
    turn = next(row for row in txn._turns[1].values() if row.n == 1)

    txn._turns[1][turn.key] = replace(turn, body=b"other words")

    assert found(store) == ["session 1 ('first'), event 3: turn 1 was changed after it"]
