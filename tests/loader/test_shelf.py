"""The shelf reads files again when they change, and keeps the last good version of a flow."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from steering.errors import FlowError, UnknownFlow
from steering.loader.shelf import LOOK_EVERY, Shelf

CALL = "flow: call\nuse: shared\nsteps:\n  greet:\n    say: wording.law\n    go: bye\n  bye:\n    end: Goodbye.\n"
SHARED = "wording:\n  law:\n    text: This call is recorded.\n"


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Folder:
    """A folder of flows with a shelf over it; every change is seen a look later."""

    def __init__(self, path: Path) -> None:
        self.path, self.clock = path, Clock()
        self._stamp = 1_000_000_000
        self.put("shared", SHARED)
        self.put("call", CALL)
        self.shelf = Shelf(path, self.clock)

    def put(self, name: str, text: str) -> None:
        path = self.path / f"{name}.yaml"
        path.write_text(text)
        self._stamp += 1
        os.utime(path, (self._stamp, self._stamp))
        self.clock.now += LOOK_EVERY

    def take(self, name: str) -> None:
        (self.path / f"{name}.yaml").unlink()
        self.clock.now += LOOK_EVERY


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def law(folder: Folder) -> str:
    return folder.shelf.get("call").wording["law"].prompt.template.text


def test_names_are_the_calls_and_not_the_parts(folder: Folder) -> None:
    assert folder.shelf.names() == ("call",)


def test_same_flow_is_given_while_nothing_changes(folder: Folder) -> None:
    first = folder.shelf.get("call")
    folder.put("stranger", "a: b\n")

    assert folder.shelf.get("call") is first


def test_changed_file_is_read_again(folder: Folder) -> None:
    folder.shelf.get("call")
    folder.put("call", CALL.replace("bye", "farewell"))

    assert "farewell" in folder.shelf.get("call").steps


def test_changed_part_is_read_again(folder: Folder) -> None:
    before = folder.shelf.get("call").hash
    folder.put("shared", SHARED.replace("recorded", "kept"))

    assert law(folder) == "This call is kept."
    assert folder.shelf.get("call").hash != before


def test_files_are_looked_at_once_a_second(folder: Folder) -> None:
    folder.shelf.get("call")
    folder.put("call", CALL.replace("bye", "farewell"))
    folder.clock.now -= LOOK_EVERY

    assert "bye" in folder.shelf.get("call").steps


@pytest.mark.parametrize(
    ("name", "text"), [("call", CALL.replace("go: bye", "go: by")), ("shared", "wording: [\n"), ("call", ""), ("call", "flwo: call\n")]
)
def test_broken_change_keeps_the_last_good_version(folder: Folder, name: str, text: str) -> None:
    good = folder.shelf.get("call")
    folder.put(name, text)

    assert folder.shelf.get("call") is good
    assert folder.shelf.names() == ("call",)
    assert [one.severity for one in folder.shelf.problems()].count("error") >= 1

    folder.put(name, {"call": CALL, "shared": SHARED}[name].replace("recorded", "kept"))

    assert set(folder.shelf.get("call").steps) == set(good.steps)
    assert folder.shelf.get("call") is not good
    assert folder.shelf.problems() == ()


def test_part_taken_away_keeps_the_last_good_version_and_comes_back(folder: Folder) -> None:
    good = folder.shelf.get("call")
    folder.take("shared")
    assert folder.shelf.get("call") is good
    assert folder.shelf.problems()

    folder.put("shared", SHARED.replace("recorded", "kept"))

    assert law(folder) == "This call is kept."


def test_flow_that_never_was_good_says_why_until_its_part_comes(folder: Folder) -> None:
    folder.take("shared")
    with pytest.raises(FlowError) as error:
        folder.shelf.get("call")
    assert "unknown-file" in {one.code for one in error.value.findings}

    folder.put("shared", SHARED)

    assert law(folder) == "This call is recorded."


def test_deleted_flow_is_gone(folder: Folder) -> None:
    folder.shelf.get("call")
    folder.take("call")

    assert folder.shelf.names() == ()
    with pytest.raises(UnknownFlow):
        folder.shelf.get("call")


def test_new_flow_is_there(folder: Folder) -> None:
    with pytest.raises(UnknownFlow):
        folder.shelf.get("second")
    folder.put("second", "\ufeff" + CALL.replace("flow: call", "flow: second"))

    assert folder.shelf.names() == ("call", "second")
    assert folder.shelf.get("second").name == "second"


def test_folder_that_is_not_there_has_no_flows(tmp_path: Path) -> None:
    assert Shelf(tmp_path / "nowhere", Clock()).names() == ()
