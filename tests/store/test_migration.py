"""A ledger that an older program wrote goes on, and its rows are answered for from then on."""

from __future__ import annotations

import os
from pathlib import Path

import apsw

from steering.record.verify import verify
from steering.store import open_store
from steering.store.chain import GENESIS, SALT, commit_to, link
from steering.store.columns import chain_place, event_place, session_place, turn_place
from steering.store.seal import MasterKey
from steering.store.sqlite.schema import MIGRATIONS


def written_by_version_1(folder: Path) -> None:
    """Two calls with a turn and two events each; the second was deleted."""
    master = MasterKey.load(folder, None)
    file = apsw.Connection(str(folder / "calls.db"))
    for _ in file.execute(MIGRATIONS[0] + "; PRAGMA user_version = 1"):
        pass
    for number, id in ((1, "s1"), (2, "gone")):
        wrapped = master.new_data_key()
        key = master.unwrap(wrapped)
        assert key is not None
        file.execute(
            "INSERT INTO session VALUES (?, 'acme', ?, 1, 'welcome', 'f00', x'00', 'seed', 1, 0, 'ask', '', 1.0, 2.0, ?, ?)",
            (number, id, wrapped, key.seal(b"{}", session_place("acme", id, 1))),
        )
        chain, body = key.seal(b"chain", chain_place(number, 1)), key.seal(b"reply", turn_place(number, 1, b"chain"))
        file.execute("INSERT INTO turn VALUES (?, ?, 1, ?, 1, 'done', 0, '', 2.0, 0.0, ?)", (number, number, chain, body))
        prev = GENESIS
        for seq in (1, 2):
            salt, data = os.urandom(SALT), b'{"n": %d}' % seq
            hash = link(prev, seq, "turn", 1.0, commit_to(salt, data))
            sealed = key.seal(salt + data, event_place(number, seq)) if number == 1 else None
            file.execute(
                "INSERT INTO audit VALUES (?, ?, 1.0, 'turn', ?, ?, ?, ?)", (number, seq, sealed, commit_to(salt, data), prev, hash)
            )
            prev = hash
    file.execute("PRAGMA foreign_keys = ON; DELETE FROM session WHERE key = 2")
    file.execute("INSERT INTO inbox VALUES ('hume', 'one')")
    file.close()


def test_an_older_ledger_is_taken_over_whole(tmp_path: Path) -> None:
    written_by_version_1(tmp_path)

    store = open_store(f"sqlite:///{tmp_path}/calls.db", master_key=None)

    assert [row.body for row in store.read(lambda txn: txn.turns(1))] == [b"reply"]
    assert [(row.kind, row.data) for row in store.read(lambda txn: txn.audit(1))][-1] == ("adopted", b"{}")
    assert [row.kind for row in store.read(lambda txn: txn.audit(2))] == ["turn", "turn", "erased"]
    assert [one for one in verify(store).broken if one.event is not None or one.session != 1] == []
    assert store.transact(lambda txn: txn.remember("hume", "one", 1.0)) is False
    store.close()


def test_rows_taken_over_are_answered_for_from_then_on(tmp_path: Path) -> None:
    written_by_version_1(tmp_path)
    store = open_store(f"sqlite:///{tmp_path}/calls.db", master_key=None)
    file = apsw.Connection(str(tmp_path / "calls.db"))

    file.execute("UPDATE turn SET at = 3.0")
    file.close()

    assert "session 1 ('s1'), event 3: turn 1 was changed after it" in [str(one) for one in verify(store).broken]
    store.close()
