"""What the modules of the command line share."""

from __future__ import annotations

import argparse
from collections.abc import Callable
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
