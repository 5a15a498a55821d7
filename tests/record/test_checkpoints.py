"""Checkpoints show what a chain alone cannot: that it was cut, or is gone as a whole."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import apsw
import pytest
from msgspec.structs import replace

from steering.record.checkpoints import Checkpoints, public_key, read, read_public_key
from steering.store.protocol import Store, Txn
from steering.upkeep import Upkeep
from tests.turns.platform import Line

Says = Callable[..., tuple[int, str]]


@pytest.fixture
def line(ledger: Store) -> Line:
    line = Line()
    line.steering.store = ledger
    line.hear()
    return line


@pytest.fixture
def kept(tmp_path: Path) -> Checkpoints:
    return Checkpoints(tmp_path / "checkpoints.jsonl", tmp_path)


def test_each_checkpoint_follows_the_one_before_and_names_what_grew(line: Line, ledger: Store, kept: Checkpoints) -> None:
    first = kept.write(ledger, 1.0)
    assert kept.write(ledger, 2.0) is None
    line.hear("yes")
    Line(steering=line.steering, id="other").hear()
    second = kept.write(ledger, 3.0)

    seen = read(kept.file, kept.key.public_key())

    assert first is not None
    assert second is not None
    assert (list(first.heads), list(second.heads)) == (["1"], ["1", "2"])
    assert (seen.count, seen.last, seen.wrong) == (2, 3.0, ())
    assert seen.ends == ledger.read(lambda txn: txn.heads())[1]


def test_who_only_looks_for_a_checkpoint_makes_no_key(kept: Checkpoints, line: Line, steering_says: Says) -> None:
    kept.open()

    assert kept.over(1) is None
    assert not kept.gone
    assert steering_says("audit", "verify")[0] == 0


def test_the_key_is_made_once_and_for_its_owner_alone(kept: Checkpoints, tmp_path: Path) -> None:
    shown = public_key(kept.key)

    assert public_key(Checkpoints(kept.file, tmp_path).key) == shown
    assert stat.S_IMODE((tmp_path / "checkpoint.key").stat().st_mode) == 0o600
    assert shown not in (tmp_path / "checkpoint.key").read_text()
    assert read_public_key(shown).public_bytes_raw() == kept.key.public_key().public_bytes_raw()
    for wrong in ("", "x", "AAAA", "é"):
        with pytest.raises(ValueError, match="as `steering audit key` prints it"):
            read_public_key(wrong)


def test_every_changed_byte_of_a_checkpoint_is_found(line: Line, ledger: Store, kept: Checkpoints) -> None:
    kept.write(ledger, 1.0)
    line.hear("yes")
    kept.write(ledger, 2.0)
    whole, key = kept.file.read_bytes(), kept.key.public_key()

    for at in range(len(whole)):
        kept.file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert read(kept.file, key).wrong, at


def test_lines_that_are_taken_out_or_change_places_are_found(line: Line, ledger: Store, kept: Checkpoints) -> None:
    for words in ("yes", "five", "red"):
        line.hear(words)
        kept.write(ledger, line.clock.now)
    one, two, three = kept.file.read_bytes().splitlines(keepends=True)

    for changed in ([two, three], [one, three], [one, three, two], [one, one, two, three]):
        kept.file.write_bytes(b"".join(changed))
        assert any("does not follow" in what for what in read(kept.file, kept.key.public_key()).wrong)


def test_a_line_of_a_writer_that_died_is_written_anew(line: Line, ledger: Store, kept: Checkpoints) -> None:
    kept.write(ledger, 1.0)
    line.hear("yes")
    with kept.file.open("ab") as opened:
        opened.write(b'{"n":2,"at":')
    assert read(kept.file, kept.key.public_key()).wrong

    kept.write(ledger, 2.0)

    seen = read(kept.file, kept.key.public_key())
    assert (seen.count, seen.wrong) == (2, ())


def test_nothing_is_added_to_a_file_that_another_key_signed(line: Line, ledger: Store, kept: Checkpoints, tmp_path: Path) -> None:
    kept.write(ledger, 1.0)
    line.hear("yes")
    (tmp_path / "another").mkdir()

    with pytest.raises(ValueError, match="move the file away"):
        Checkpoints(kept.file, tmp_path / "another").write(ledger, 2.0)


def test_a_very_long_last_line_is_read_whole(ledger: Store, kept: Checkpoints, line: Line) -> None:
    def many(txn: Txn) -> None:
        for number in range(1000):
            row = txn.add_session(replace(line.steering.store.read(lambda txn: txn.session("", "call")), key=0, id=f"c{number}"))
            txn.add_audit(row.key, "begun", 1.0, b"{}")

    ledger.transact(many)
    kept.write(ledger, 1.0)
    assert kept.file.stat().st_size > 65536

    line.hear("yes")

    made = kept.write(ledger, 2.0)
    assert made is not None
    assert (made.n, list(made.heads)) == (2, ["1"])
    assert read(kept.file, kept.key.public_key()).wrong == ()


def test_verify_says_what_was_cut_and_what_is_gone(line: Line, ledger: Store, tmp_path: Path, steering_says: Says) -> None:
    Line(steering=line.steering, id="other").hear()
    line.hear("yes")
    assert steering_says("audit", "checkpoint") == (0, f"{tmp_path}/checkpoints.jsonl: checkpoint 1 over 2 chains\n")
    status, said = steering_says("audit", "verify")
    assert status == 0
    assert said.startswith("2 chains, 5 events: all as written\nheld against 1 checkpoint, the last of ")

    connection = apsw.Connection(str(tmp_path / "calls.db"))
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("DELETE FROM audit WHERE session = 2; DELETE FROM session WHERE key = 2")
    connection.execute("UPDATE audit SET position = position - 2 WHERE position > 4")
    connection.close()

    status, said = steering_says("audit")
    assert status == 1
    assert "session 2, event 0: a checkpoint saw 2 events, and none is there\n" in said
    assert "1 finding" in said


def test_the_public_key_alone_checks(line: Line, tmp_path: Path, steering_says: Says) -> None:
    steering_says("audit", "checkpoint")
    _, key = steering_says("audit", "key")
    (tmp_path / "checkpoint.key").unlink()

    assert steering_says("audit", "--key", key.strip())[0] == 0
    status, said = steering_says("audit", "verify", "--key", "A" * 43 + "=")
    assert (status, "checkpoints.jsonl:1: this is not what was signed" in said) == (1, True)


def test_without_checkpoints_it_is_said_what_cannot_be_told(line: Line, steering_says: Says) -> None:
    status, said = steering_says("audit", "verify")

    assert status == 0
    assert "chains that were cut short whole cannot be told" in said
    assert steering_says("audit", "verify", "--checkpoints", "nowhere.jsonl")[0] == 1


@pytest.mark.parametrize("left", [None, b""])
def test_checkpoints_that_were_taken_away_are_a_finding(line: Line, tmp_path: Path, steering_says: Says, left: bytes | None) -> None:
    steering_says("audit", "checkpoint")
    (tmp_path / "checkpoints.jsonl").unlink()
    if left is not None:
        (tmp_path / "checkpoints.jsonl").write_bytes(left)

    status, said = steering_says("audit", "verify")

    assert status == 1
    assert f"{tmp_path}/checkpoints.jsonl: the checkpoints are gone" in said
    assert "1 finding" in said


def test_a_ledger_without_calls_has_no_checkpoints_to_miss(tmp_path: Path, ledger: Store, kept: Checkpoints, steering_says: Says) -> None:
    assert kept.write(ledger, 1.0) is None

    assert not (tmp_path / "checkpoint.key").exists()
    assert steering_says("audit", "verify")[0] == 0


def test_one_process_writes_a_checkpoint_a_minute(line: Line, kept: Checkpoints) -> None:
    line.hear("yes")
    workers = [Upkeep(line.steering, kept) for _ in range(3)]

    written = []
    for second in range(180):
        line.clock.now += 1
        if second % 7 == 0:
            line.ask()  # a retry, which leaves a note
        for worker in workers:
            worker.once()
        written.append(len(kept.file.read_bytes().splitlines()) if kept.file.exists() else 0)

    assert written[-1] == 4
    stamps = [json.loads(text)["at"] for text in kept.file.read_text().splitlines()]
    assert all(later - earlier >= 50 for earlier, later in pairwise(stamps))
