"""What the modules of the command line share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol


class Command(Protocol):
    """Adds a command: its name, what runs it, one sentence about it."""

    def __call__(self, name: str, run: Callable[[argparse.Namespace], int], about: str) -> argparse.ArgumentParser: ...


def count(number: int, what: str) -> str:
    """ "1 file", "2 files"."""
    return f"{number} {what}{'s' * (number != 1)}"


def fact(text: str) -> tuple[str, str]:
    """The name and the value in `NAME=VALUE`; ValueError."""
    name, equals, value = text.partition("=")
    if not equals:
        raise ValueError(f"--with {text}: write NAME=VALUE, such as first_name=Maria")
    return name, value


TYPING = "An empty line is silence; (cuts in after) WORDS cuts us off; (key) 1 presses a key; (hangs up) ends."
"""What may be typed for a caller besides words."""


def typed() -> str:
    """What the caller says, typed in the terminal: empty for a silence, "(hangs up)" at its end."""
    try:
        words = input("them: ").strip()
    except EOFError:
        return "(hangs up)"
    if not sys.stdin.isatty():
        print(words)
    return "" if words == "(silence)" else words


def file_of(name: str | Path) -> Path:
    """The file of that *name*; ValueError says what stands there instead, or beside it."""
    path = Path(name)
    if path.exists() and not path.is_dir():
        return path
    from steering.loader.codes import did_you_mean

    folder = path if path.is_dir() else path.parent
    there = sorted(one.name for one in folder.glob(f"*{path.suffix or '.yaml'}") if one.is_file()) if folder.is_dir() else []
    known = f"in {folder} there are {', '.join(there[:20])}" if there else "give the path of a file"
    if path.is_dir():
        raise ValueError(f"{path} is a folder, and a file is needed; {known}")
    raise ValueError(f"there is no file {path}{did_you_mean(path.name, there) or f'; {known}'}")


def text_of(path: Path) -> str:
    """The text of the file, its line ends as they are; OSError, or ValueError when there is none, or it is no text."""
    try:
        return file_of(path).read_bytes().decode()
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} is not UTF-8 text; save it as UTF-8") from error


def moment(text: str) -> datetime:
    """The date and time in `--now`; ValueError."""
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"--now {text}: write a date and a time, such as 2026-11-02T10:00") from error
