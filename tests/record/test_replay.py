"""`steering replay` on a ledger in a file: the engine says the same again, and what a new version would have said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from steering.cli import main
from steering.service import Steering
from steering.store import open_store
from steering.testing import OneFlow
from tests.turns.platform import SURVEY, Clock, Line

CALLS = {"short": ("no",), "long": ("yes", "five", "red", "yes"), "lost": ("yes", "")}


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a ledger with three calls in it."""
    monkeypatch.chdir(tmp_path)
    url = f"sqlite:///{tmp_path}/calls.db"
    line = Line(SURVEY)
    steering = Steering(OneFlow(line.steering.shelf.get("survey")), open_store(url, master_key=None), clock=Clock())
    for name, words in CALLS.items():
        line = Line(SURVEY, steering=steering, id=name)
        for one in (None, *words):
            line.hear(one)
    steering.close()
    return url


@pytest.fixture
def printed(ledger: str, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """(exit status, what is printed) of `steering replay`."""

    def run(*arguments: str) -> tuple[int, str]:
        status = main(["replay", "--database", ledger, *arguments])
        out, err = capsys.readouterr()
        return status, out + err

    return run


def test_new_version_is_tried_before_its_texts_are_approved(printed, tmp_path: Path) -> None:
    wording = "wording:\n  hello:\n    text: Welcome to the survey.\n    approved: J. Lee, Legal, 2 Nov 2026, lock 00000000\nsteps:"

    status, said = printed("--with", new_version(tmp_path, ("steps:", wording), ("say: Welcome to the survey.", "say: wording.hello")))

    assert status == 0
    assert said.endswith("3 calls: 3 the same, 0 not, 0 that cannot be taken again\n")


def new_version(tmp_path: Path, *changes: tuple[str, str]) -> str:
    source = SURVEY
    for old, new in changes:
        assert old in source
        source = source.replace(old, new)
    path = tmp_path / "survey.yaml"
    path.write_text(source)
    return str(path)


def test_call_is_the_same_again(printed) -> None:
    assert printed("long") == (0, "long: 4 turns, the same\n1 call: 1 the same, 0 not, 0 that cannot be taken again\n")


def test_every_call_on_the_record_is_taken_without_a_name(printed) -> None:
    status, said = printed()

    assert status == 0
    assert said.endswith("3 calls: 3 the same, 0 not, 0 that cannot be taken again\n")


def test_record_that_the_engine_does_not_repeat_is_an_error_with_both_texts(printed, ledger: str) -> None:
    store = open_store(ledger, master_key=None)

    def other_words(txn):  # type: ignore[no-untyped-def]
        row = txn.live_turn(txn.session("", "short").key, 1)
        txn.save_turn(replace(row, body=row.body.replace(b"All right", b"All wrong")))

    store.transact(other_words)
    store.close()

    status, said = printed("short")

    assert status == 1
    assert said.startswith("short: turn 1 differs\n  on the record: All wrong. Goodbye.\n  now:           All right. Goodbye.\n")


def test_unknown_call_is_an_error(printed) -> None:
    status, said = printed("nobody")

    assert status == 1
    assert said.startswith("nobody: cannot be taken again: There is no session 'nobody'")


def test_new_version_is_shown_over_past_calls(printed, tmp_path: Path) -> None:
    status, said = printed("--with", new_version(tmp_path, ("What is your number?", "How many?")))

    assert status == 0
    assert "short: 1 turn, the same\n" in said
    assert "long: turn 1 differs\n  on the record: What is your number?\n  now:           How many?\n" in said
    assert said.endswith("3 calls: 1 the same, 2 not, 0 that cannot be taken again\n")


def test_calls_of_another_flow_are_left_out(printed, tmp_path: Path) -> None:
    status, said = printed("--with", new_version(tmp_path), "--flow", "another")

    assert status == 1
    assert said == "0 calls: 0 the same, 0 not, 0 that cannot be taken again\n"


def test_a_call_is_not_held_against_another_flow(printed, tmp_path: Path) -> None:
    new_version(tmp_path, ("flow: survey", "flow: poll"))
    poll = str((tmp_path / "survey.yaml").rename(tmp_path / "poll.yaml"))

    assert printed("short", "--with", poll) == (
        1,
        f"short: cannot be taken again: the call is of the flow 'survey', and {poll} is the flow 'poll':"
        " give a version of 'survey', or --flow survey when it goes by that name now.\n"
        "1 call: 0 the same, 0 not, 1 that cannot be taken again\n",
    )
    assert printed("short", "--with", poll, "--flow", "survey")[0] == 0


def test_calls_since_a_date(printed) -> None:
    assert printed("--since", "2026-01-06")[1].startswith("0 calls")
    assert printed("--since", "2026-01-05")[1].endswith("3 calls: 3 the same, 0 not, 0 that cannot be taken again\n")
    assert printed("--since", "yesterday")[0] == 1


def test_broken_new_version_says_its_findings(printed, tmp_path: Path) -> None:
    status, said = printed("--with", new_version(tmp_path, ("yes: number", "yes: nowhere")))

    assert status == 1
    assert "nowhere" in said


def test_saved_calls_are_taken_without_the_ledger(printed, tmp_path: Path) -> None:
    folder = str(tmp_path / "saved")
    status, said = printed("--save", folder)
    assert status == 0
    assert said.splitlines() == [f"{folder}/{name}-1.json" for name in ("lost", "long", "short")]

    assert printed("--from", folder)[1].endswith("3 calls: 3 the same, 0 not, 0 that cannot be taken again\n")
    assert printed("--from", folder, "long")[1].startswith("long: 4 turns, the same\n1 call:")
    changed = printed("--from", folder, "--with", new_version(tmp_path, ("Red or blue?", "Which colour?")))[1]
    assert "long: turn 2 differs\n  on the record: Red or blue?\n  now:           Which colour?\n" in changed


def test_file_that_is_no_saved_call_is_named(printed, tmp_path: Path) -> None:
    (tmp_path / "note.json").write_text("{}")

    status, said = printed("--from", str(tmp_path))

    assert status == 1
    assert "note.json is no call that" in said


def test_save_and_a_new_version_do_not_go_together(printed, tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        printed("--save", str(tmp_path), "--with", new_version(tmp_path))
