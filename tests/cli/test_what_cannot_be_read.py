"""A command that is given what it cannot use says so in one sentence and exits with another status than 0, whatever it was given."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from steering.cli import main
from steering.loader.shelf import Shelf
from steering.service import Steering
from steering.store import open_store

Says = Callable[..., tuple[int, str]]
STEERING = Path(sys.executable).with_name("steering")
GOOD = "flow: good\nsteps:\n  greet:\n    ask: Well?\n    hear:\n      yes | no: bye\n  bye:\n    end: Goodbye.\n"
GIVEN = ("folder", "missing.yaml", "empty.yaml", "binary.yaml", "broken.yaml", "")
# X is what is given.
COMMANDS = (
    "check X",
    "talk X",
    "test X",
    "chart X",
    "diff X good.yaml",
    "diff good.yaml X",
    "lock X --who Lee",
    "replay --with X",
    "replay --from X",
    "replay X",
    "certificate X",
    "certificate X --html",
    "export X",
    "hold X",
    "hold X --release",
    "optouts check X",
    "optouts add X",
    "certificate call --database X",
    "certificate call --database sqlite:///X",
    "audit verify --database sqlite:///X",
    "rekey --database sqlite:///X",
    "audit verify --checkpoints missing/X",
    "talk good --now X",
    "talk good --with X",
    "hear date monday --now 1X",
    "hear X monday",
    "say words --language X",
    "hear date monday --language X",
    "call good --with X",
    "call good --url X",
    "call good --number X",
)
# An option without a value is as one that is not given, no name is the folder where we are, and an empty list has no number in it.
FINE = {(command, "") for command in COMMANDS if " --" in command} | {("check X", ""), ("optouts check X", "empty.yaml")}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a ledger that has one session and files of all sorts."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith("STEERING_"):
            monkeypatch.delenv(name)
    (tmp_path / "folder").mkdir()
    (tmp_path / "flows").mkdir()
    (tmp_path / "good.yaml").write_text(GOOD)
    (tmp_path / "flows" / "good.yaml").write_text(GOOD)
    (tmp_path / "empty.yaml").write_text("")
    (tmp_path / "binary.yaml").write_bytes(bytes([0xC3, 0x28, 0x00, 0xFF]) + random.Random(7).randbytes(4000))
    (tmp_path / "broken.yaml").write_text("flow: broken\nsteps: [")
    (tmp_path / "var").mkdir()
    steering = Steering(Shelf(tmp_path / "flows"), open_store("sqlite:///var/calls.db", master_key=None))
    steering.put("", "call", flow="good", facts={})
    steering.close()
    return tmp_path


@pytest.fixture
def says(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Says:
    """The exit status of a command that is typed, and all that it printed; nobody types anything in."""

    def nobody(prompt: str = "") -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)

    def run(*arguments: str) -> tuple[int, str]:
        try:
            status = main(arguments)
        except SystemExit as left:  # argparse
            status = int(str(left.code))
        out, err = capsys.readouterr()
        return status, out + err

    return run


@pytest.mark.parametrize(
    ("command", "given"), [(command, given) for command in COMMANDS for given in GIVEN if (command, given) not in FINE]
)
def test_what_cannot_be_used_is_said_in_sentences(desk: Path, says: Says, command: str, given: str) -> None:
    status, said = says(*(one.replace("X", given) for one in command.split(" ")))

    assert status != 0, said
    assert said.strip()
    for sign in ("Traceback", "should not have happened", "Errno", "Error:", "codec", "isoformat"):
        assert sign not in said, said


def test_no_command_makes_a_ledger_or_a_key_where_there_is_none(desk: Path, says: Says) -> None:
    before = sorted(desk.rglob("*"))

    for file in ("missing/calls.db", "folder", "folder/calls.db", "empty.yaml"):
        for command in (["audit"], ["audit", "key"], ["audit", "checkpoint"], ["sweep"], ["outbox"], ["rekey"], ["optouts"]):
            status, said = says(*command, "--database", f"sqlite:///{file}")
            assert (status, said) == (
                1,
                f"steering: there is no ledger '{file}': start the server once, or name another with --database\n",
            )

    assert sorted(desk.rglob("*")) == before


@pytest.mark.parametrize(
    "command",
    ["certificate call", "export call", "hold call", "replay", "replay call", "sweep", "optouts", "outbox", "audit checkpoint"],
)
def test_a_ledger_of_another_key_is_said_to_be_one(desk: Path, says: Says, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    # Else nobody on it would be known not to be called, and a call would be certified as one in which nothing was said.
    monkeypatch.setenv("STEERING_MASTER_KEY", "22" * 32)

    status, said = says(*command.split())

    assert status == 1
    assert said == (
        "steering: the ledger was sealed under another master key: name that one in STEERING_MASTER_KEY, or restore its master.key."
        " To change the key, name both, STEERING_MASTER_KEY=NEW,OLD, and run `steering rekey`\n"
    )


def test_rekey_and_audit_say_of_which_calls_the_key_is_missing(desk: Path, says: Says, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEERING_MASTER_KEY", "22" * 32)

    assert says("audit")[1].startswith("session 1 ('call'): its key was changed, or is of another master key\n")
    assert "1 session under a key that STEERING_MASTER_KEY does not name" in says("rekey")[1]


def test_a_call_under_a_session_that_is_not_there_is_told_from_a_session(desk: Path, says: Says) -> None:
    told = "steering: There is no incarnation 7 of session 'call'; calls taken with a named key need --owner.\n"

    assert says("certificate", "call", "--incarnation", "7") == (1, told)
    assert told.removeprefix("steering: ") in says("replay", "call", "--incarnation", "7")[1]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("talk god", "there is no file flows/god.yaml; did you mean 'good.yaml'?"),
        ("talk flows/good", "there is no file flows/good; did you mean 'good.yaml'?"),
        ("test nothing.yaml", "there is no file nothing.yaml; in . there are binary.yaml, broken.yaml, empty.yaml, good.yaml"),
        ("lock flows --who Lee", "flows is a folder, and a file is needed; in flows there are good.yaml"),
        ("diff good.yaml folder", "folder is a folder, and a file is needed; give the path of a file"),
        ("chart folder/good.yaml", "there is no file folder/good.yaml; give the path of a file"),
        ("replay --with goof.yaml", "there is no file goof.yaml; did you mean 'good.yaml'?"),
        ("optouts check list.txt", "there is no file list.txt; give the path of a file"),
        ("talk good --now yesterday", "--now yesterday: write a date and a time, such as 2026-11-02T10:00"),
        ("call good --number abc", "--number abc: write a telephone number with its country, such as +13125550123"),
        ("call good --url foo", "--url foo: write where the server is, such as http://localhost:8000 or https://calls.example.com"),
    ],
)
def test_a_wrong_argument_is_told_with_what_to_do(desk: Path, says: Says, command: str, told: str) -> None:
    assert says(*command.split()) == (1, f"steering: {told}\n")


CALLS = "flow: good\ncalls:\n  - call: comes\n    talk:\n      - them: yes\n    ends: bye\n"


@pytest.mark.parametrize(
    ("at", "given"),
    [
        (".", "flows"),
        (".", "flows/tests"),
        (".", "flows/tests/good.yaml"),
        (".", None),
        ("flows", "tests/good.yaml"),
        ("flows/tests", "good.yaml"),
        ("flows/tests", "."),
        ("folder", "../flows/tests/good.yaml"),
    ],
)
def test_tests_are_played_from_a_file_or_a_folder_wherever_one_stands(
    desk: Path, says: Says, monkeypatch: pytest.MonkeyPatch, at: str, given: str | None
) -> None:
    (desk / "flows" / "tests").mkdir()
    (desk / "flows" / "tests" / "good.yaml").write_text(CALLS)
    monkeypatch.chdir(desk / at)

    status, said = says("test", *([given] if given else []))

    assert status == 0
    assert said.endswith("1 file, 1 call, 0 files with calls that do not hold\n")


def test_a_folder_without_tests_is_said_to_have_none(desk: Path, says: Says) -> None:
    said = "steering: there are no tests in the folder folder; give a file, or a folder such as flows/tests\n"

    assert says("test", "folder") == (1, said)


@pytest.mark.parametrize("command", [["schema"], ["check", "flows"], ["test"], ["audit"]])
def test_who_reads_us_may_go_before_we_are_done(desk: Path, command: list[str]) -> None:
    (desk / "flows" / "tests").mkdir()
    (desk / "flows" / "tests" / "good.yaml").write_text(CALLS)
    read, write = os.pipe()
    os.close(read)

    with os.fdopen(write, "wb") as gone:
        ran = subprocess.run([STEERING, *command], stdout=gone, stderr=subprocess.PIPE, text=True, timeout=60, check=False)

    assert (ran.returncode, ran.stderr) == (141, "")


def test_an_interrupted_command_leaves_without_a_word(desk: Path) -> None:
    talk = subprocess.Popen([STEERING, "talk", "good"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert talk.stdout
    assert talk.stdout.readline()

    talk.send_signal(signal.SIGINT)

    assert talk.communicate(timeout=60)[1] == ""
    assert talk.returncode == 130
