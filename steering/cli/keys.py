"""The command with which a master key is changed."""

from __future__ import annotations

import argparse

from steering.cli.command import Command, count
from steering.cli.record import opened_under_any_key, where


def add(command: Command) -> None:
    """`steering rekey`."""
    about = "Wrap the keys of all calls by the first key in STEERING_MASTER_KEY=NEW,OLD; exit status 1 when another key is missing."
    where(command("rekey", _rekey, about))


def _rekey(arguments: argparse.Namespace) -> int:
    from steering.store.rekey import rekey

    with opened_under_any_key(arguments) as steering:
        renewed, closed = rekey(steering.store)
    print(f"{count(renewed, 'session')} wrapped anew.")
    if closed:
        print(f"{count(closed, 'session')} under a key that STEERING_MASTER_KEY does not name: name it too, and run this again.")
    else:
        print("Every session is under the first key in STEERING_MASTER_KEY: the others can be taken out.")
    return int(bool(closed))
