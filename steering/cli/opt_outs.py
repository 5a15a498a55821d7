"""The command about who is not to be called again. An opt-out is its owner's alone: of whom it is, is never guessed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from steering.cli.command import Command, count, text_of
from steering.cli.record import opened, settings_of, whose
from steering.errors import RequestRefused

if TYPE_CHECKING:
    from steering.service import Steering


def add(command: Command) -> None:
    """`steering optouts`."""
    optouts = command("optouts", _list, "Who is not to be called again: list them, look numbers up, add one by hand.")
    optouts.add_argument("--csv", action="store_true", help="print a table; the numbers in it are keyed hashes")
    what = optouts.add_subparsers(metavar="check | add")
    check = what.add_parser(
        "check", help="print those numbers of a file, one a line, that are not to be called; exit status 1 if there is one"
    )
    check.add_argument("file", metavar="FILE", help="- reads standard input")
    check.set_defaults(run=_check)
    by_hand = what.add_parser("add", help="note an opt-out that came by letter, mail or another list")
    by_hand.add_argument("number", metavar="NUMBER", help="with its country: +13125550100")
    by_hand.set_defaults(run=_add)
    whose(optouts, check, by_hand)
    optouts.set_defaults(owner=None)


@contextmanager
def _of_an_owner(arguments: argparse.Namespace) -> Iterator[tuple[Steering, str]]:
    """The engine, and the owner that is meant; ValueError when there is none of that name, or none is named where one has a name.

    Owners are those of STEERING_API_KEY; where it is not set, those in the ledger.
    """
    named, keyed = arguments.owner, set(settings_of(arguments).keys.values())
    with opened(arguments) as steering:
        owners = keyed or steering.store.read(lambda txn: set(txn.owners())) or {""}
        if (named or "") not in owners or (named is None and owners != {""}):
            raise ValueError(_no_owner(named, sorted(owners), "STEERING_API_KEY" if keyed else "this ledger"))
        yield steering, named or ""


def _no_owner(named: str | None, owners: list[str], place: str) -> str:
    known = ", ".join(f"--owner {one}" if one else "--owner '' (keys without a name)" for one in owners)
    if named is None:
        return f"whose opt-outs? Every owner has its own: write {known}"
    elsewhere = "" if place == "STEERING_API_KEY" else "; for one that has taken no call yet set STEERING_API_KEY as the server has it"
    return f"--owner {named}: there is no such owner in {place}; write {known}{elsewhere}"


def _list(arguments: argparse.Namespace) -> int:
    from steering.core.values import iso
    from steering.web.api import opt_out_table

    with _of_an_owner(arguments) as (steering, owner):
        found = steering.opt_outs(owner)
    if arguments.csv:
        print(opt_out_table(found), end="")
        return 0
    for one in found:
        print(f"{one.number[:16]}  {iso(one.at)}  {one.session or '-'}")
    print(count(len(found), "opt-out"))
    return 0


def _check(arguments: argparse.Namespace) -> int:
    text = sys.stdin.read() if arguments.file == "-" else text_of(Path(arguments.file)).removeprefix("\ufeff")
    known = unreadable = 0
    with _of_an_owner(arguments) as (steering, owner):
        for number, line in enumerate(text.splitlines(), 1):
            if not (written := line.strip()):
                continue
            try:
                if steering.opted_out(owner, written):
                    known += 1
                    print(written)
            except RequestRefused:
                unreadable += 1
                print(f"steering: {arguments.file}:{number}: no telephone number with its country, such as +13125550100", file=sys.stderr)
    print(f"{count(known, 'number')} not to be called, {count(unreadable, 'line')} without a number", file=sys.stderr)
    return int(bool(known or unreadable))


def _add(arguments: argparse.Namespace) -> int:
    with _of_an_owner(arguments) as (steering, owner):
        fresh = steering.opt_out(owner, arguments.number)
    print("Noted: this number is not to be called." if fresh else "This number was not to be called already.")
    return 0
