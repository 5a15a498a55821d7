"""`steering lock`: approvals written in place, and not a character else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from steering.cli import main
from steering.core.wording import lock
from steering.loader import check
from steering.loader.locking import NotLocked, locked

FLOW = """# Legal, please read.
flow: visit
wording:   # approved texts
  notice:
    text: |
      Calls are recorded.

      All of them.
    must_hear: all   # always

  # the second one
  terms:
    approved: A. Old, 1 Jan 2026, lock 00000000   # last year
    text: "Terms: none."
  known:
    text: Known already.
    approved: A. Old, 1 Jan 2026, lock {known}

anytime:
  agent: desk
steps:
  greet:
    say:
      - wording.notice
      - wording.terms
      - wording.known
    ask: Well?
    hear:
      yes: desk
  desk:
    hand_to: desk
""".replace("{known}", lock("Known already."))
WHO = {"who": "J. Lee, Legal", "when": "2 Nov 2026"}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_locks_are_written_and_nothing_else_changes(end: str) -> None:
    before = FLOW.replace("\n", end)

    after, done = locked("visit.yaml", before, **WHO)

    assert [(one.name, one.at.line) for one in done] == [("notice", 4), ("terms", 12)]
    assert [one.before for one in done] == ["", "A. Old, 1 Jan 2026, lock 00000000"]
    gained = [line for line in after.split(end) if line not in before.split(end)]
    assert gained == [
        f"    approved: J. Lee, Legal, 2 Nov 2026, lock {lock('Calls are recorded. All of them.')}",
        f"    approved: J. Lee, Legal, 2 Nov 2026, lock {lock('Terms: none.')}   # last year",
    ]
    lost = [line for line in before.split(end) if line not in after.split(end)]
    assert lost == ["    approved: A. Old, 1 Jan 2026, lock 00000000   # last year"]
    assert after.split(end).index(gained[0]) == before.split(end).index("    must_hear: all   # always") + 1


def test_locked_file_is_left_alone() -> None:
    after, done = locked("visit.yaml", FLOW, **WHO)

    assert done
    assert locked("visit.yaml", after, who="B. New", when="3 Nov 2026") == (after, ())


def test_last_line_without_an_end_gets_one() -> None:
    text = "wording:\n  notice:\n    text: Hello there."

    after, _ = locked("part.yaml", text, **WHO)

    assert after == f"{text}\n    approved: J. Lee, Legal, 2 Nov 2026, lock {lock('Hello there.')}"


@pytest.mark.parametrize(
    "text",
    [
        "wording:\n  notice: {text: Hello there.}\n",
        "wording:\n  notice: {text: Hello there., approved: 'A. Old, 1 Jan 2026, lock 00000000'}\n",
        "wording:\n  notice:\n    text: Hello there.\n    approved:\n      A. Old, 1 Jan 2026, lock 00000000\n",
    ],
)
def test_approval_that_cannot_be_written_in_place_is_refused(text: str) -> None:
    with pytest.raises(NotLocked, match=r"part\.yaml:2: .*'notice'"):
        locked("part.yaml", text, **WHO)


@pytest.mark.parametrize(
    "who",
    ["J. Lee #2", "Legal: J. Lee", "J. Lee\nstart: pay", "'J. Lee'", ", Legal", "", "J, lock abc", "J. Lee, lock 355b1fff, 1 Jan 2026"],
)
def test_name_that_would_break_the_file_is_refused(who: str) -> None:
    with pytest.raises(NotLocked, match="cannot stand in an approval"):
        locked("visit.yaml", FLOW, who=who, when="2 Nov 2026")


def test_command_writes_the_file_with_the_day_and_it_loads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(FLOW)
    path.chmod(0o640)

    assert main(["lock", str(path), "--who", "J. Lee, Legal"]) == 0

    today = date.today()
    assert f"{today.day} {today:%b %Y}" in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one for one in check(path) if one.severity == "error"] == []
    assert f"{path}:4: 'notice' is locked" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == [path]


def test_command_leaves_a_file_that_cannot_be_read_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text("wording:\n  notice:\n\ttext: [Hello\n")

    assert main(["lock", str(path), "--who", "J. Lee"]) == 1

    assert path.read_text() == "wording:\n  notice:\n\ttext: [Hello\n"
    assert "visit.yaml:3" in capsys.readouterr().err
