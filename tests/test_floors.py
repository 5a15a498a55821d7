"""The floors hold: the core is pure, and the package loads no web framework."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

CORE = Path(__file__).parent.parent / "steering" / "core"
IMPURE = {"flask", "gevent", "apsw", "httpx", "gunicorn", "socket", "os", "time", "random", "secrets", "yaml", "sqlite3", "subprocess"}


@pytest.mark.parametrize("path", sorted(CORE.rglob("*.py")), ids=lambda path: str(path.relative_to(CORE)))
def test_core_does_no_io_and_reads_no_clock(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"open", "eval", "exec", "input", "print"}, f"{path}: calls {node.func.id}"
        elif isinstance(node, ast.Attribute):
            clock = isinstance(node.value, ast.Name) and node.value.id in {"datetime", "date"}
            assert not (clock and node.attr in {"now", "today", "utcnow"}), f"{path}: reads the clock"

    assert not imported & IMPURE


def test_only_machine_imports_transitions():
    importing = [path.name for path in (CORE.parent).rglob("*.py") if "transitions import" in path.read_text(encoding="utf-8")]

    assert importing == ["machine.py"]


def test_import_steering_loads_no_web_framework():
    code = "import steering, sys; print([m for m in ('flask', 'gevent', 'apsw', 'httpx', 'gunicorn') if m in sys.modules])"

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert printed.strip() == "[]"
