"""A file of twice as many steps costs twice as much to check, not four times."""

from __future__ import annotations

import sys
from pathlib import Path

from steering.loader import check

END = '  desk:\n    hand_to: "+13125550100"\n  out:\n    end: Noted.\n    record: do_not_call\n'


def calls_to_check(folder: Path, steps: int) -> int:
    """The calls of functions that a flow of so many steps takes to check: the same on any machine."""
    one = "  s{0}:\n    say: This is step {0}.\n    ask: Will you be there?\n    hear:\n      yes: {1}\n      maybe later: desk\n"
    lines = "".join(one.format(i, f"s{i + 1}" if i + 1 < steps else "desk") for i in range(steps))
    path = folder / "long.yaml"
    path.write_text(f"flow: long\nanytime:\n  repeat: (repeat)\n  agent: desk\n  stop calling: out\nsteps:\n{lines}{END}")
    count, before = 0, sys.getprofile()

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        found = check(path)
    finally:
        sys.setprofile(before)
    assert found == []
    return count


def test_twice_the_steps_take_twice_the_calls(tmp_path: Path) -> None:
    calls_to_check(tmp_path, 10)

    assert calls_to_check(tmp_path, 300) < 2.2 * calls_to_check(tmp_path, 150)
