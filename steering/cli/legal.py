"""Commands for whoever answers for the words: lock, diff, chart."""

from __future__ import annotations

import argparse
import os
import tempfile
from datetime import date
from pathlib import Path

from steering.cli.command import Command, count, file_of, text_of


def add(command: Command) -> None:
    """`steering lock | diff | chart`."""
    lock = command("lock", _lock, "Approve the wordings of files: write a lock for each whose text has none, or another.")
    lock.add_argument("paths", nargs="+", metavar="FILE")
    lock.add_argument("--who", required=True, help='who approves, e.g. "J. Lee, Legal"')
    diff = command("diff", _diff, "Say in sentences what changed between two versions of a flow.")
    diff.add_argument("old", metavar="OLD")
    diff.add_argument("new", metavar="NEW")
    chart = command("chart", _chart, "Print a flow as a Mermaid chart.")
    chart.add_argument("flow", metavar="FILE")


def _lock(arguments: argparse.Namespace) -> int:
    from steering.loader.locking import locked

    today = date.today()
    when = f"{today.day} {today:%b %Y}"
    written = 0
    for name in arguments.paths:
        path = Path(name)
        new, done = locked(name, text_of(path), who=arguments.who, when=when)
        if done:
            _write(path, new)
        for one in done:
            before = f" (was: {one.before})" if one.before else ""
            print(f"{name}:{one.at.line}: '{one.name}' is locked {one.lock}{before}")
        written += len(done)
    print(f"{count(len(arguments.paths), 'file')}: {count(written, 'lock')} written")
    return 0


def _write(path: Path, text: str) -> None:
    """Puts *text* in the place of the file at once, so that a running server never reads half of it."""
    with tempfile.NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as beside:
        beside.write(text.encode())
    os.chmod(beside.name, path.stat().st_mode & 0o777)
    os.replace(beside.name, path)


def _diff(arguments: argparse.Namespace) -> int:
    from steering.core.changes import changes
    from steering.loader import load_version

    old, new = load_version(file_of(arguments.old)), load_version(file_of(arguments.new))
    told = changes(old, new)
    for sentence in told:
        print(sentence)
    if not told:
        print("Nothing changed that a caller could notice, or that was promised or approved.")
    return 0


def _chart(arguments: argparse.Namespace) -> int:
    from steering.core.chart import chart
    from steering.loader import load_version

    print(chart(load_version(file_of(arguments.flow))), end="")
    return 0
