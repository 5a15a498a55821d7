"""Commands that look after the record: optouts, outbox."""

from __future__ import annotations

import argparse
import os
import sys
from argparse import SUPPRESS
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from steering.cli.command import Command, count
from steering.errors import RequestRefused

if TYPE_CHECKING:
    from steering.service import Steering


def add(command: Command) -> None:
    """`steering optouts | outbox`."""
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
    outbox = command("outbox", _outbox, "Which webhooks wait to be told, and which were given up.")
    outbox.add_argument("--retry", action="store_true", help="try again what was given up")
    whose(outbox)


def whose(parser: argparse.ArgumentParser, *below: argparse.ArgumentParser) -> None:
    """Says whose record is meant; before or after the name of an action *below*."""
    owner = "the name before the colon in STEERING_API_KEY; none without keys"
    for one in (parser, *below):
        one.add_argument("--database", metavar="URL", help="instead of STEERING_DATABASE_URL", default=SUPPRESS)
        one.add_argument("--owner", metavar="NAME", help=owner, default=SUPPRESS)
    parser.set_defaults(database=None, owner="")


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Steering]:
    """The engine on the ledger that the command names, as the server has it."""
    from steering.loader.shelf import Shelf
    from steering.service import Steering
    from steering.store import open_store
    from steering.web.settings import Settings

    settings = Settings.from_env(os.environ)
    settings = replace(settings, database_url=arguments.database or settings.database_url)
    if settings.database_url == "memory:":
        raise ValueError("a ledger in memory is gone with its server: name a file with --database or STEERING_DATABASE_URL")
    steering = Steering(Shelf(settings.flows), open_store(settings.database_url, master_key=settings.master_key))
    try:
        yield steering
    finally:
        steering.close()


def _list(arguments: argparse.Namespace) -> int:
    from steering.core.values import iso
    from steering.web.api import opt_out_table

    with opened(arguments) as steering:
        found = steering.opt_outs(arguments.owner)
    if arguments.csv:
        print(opt_out_table(found), end="")
        return 0
    for one in found:
        print(f"{one.number[:16]}  {iso(one.at)}  {one.session or '-'}")
    print(count(len(found), "opt-out"))
    return 0


def _check(arguments: argparse.Namespace) -> int:
    text = sys.stdin.read() if arguments.file == "-" else Path(arguments.file).read_text("utf-8-sig")
    known = unreadable = 0
    with opened(arguments) as steering:
        for number, line in enumerate(text.splitlines(), 1):
            if not (written := line.strip()):
                continue
            try:
                if steering.opted_out(arguments.owner, written):
                    known += 1
                    print(written)
            except RequestRefused:
                unreadable += 1
                print(f"steering: {arguments.file}:{number}: no telephone number with its country, such as +13125550100", file=sys.stderr)
    print(f"{count(known, 'number')} not to be called, {count(unreadable, 'line')} without a number", file=sys.stderr)
    return int(bool(known or unreadable))


def _add(arguments: argparse.Namespace) -> int:
    with opened(arguments) as steering:
        fresh = steering.opt_out(arguments.owner, arguments.number)
    print("Noted: this number is not to be called." if fresh else "This number was not to be called already.")
    return 0


def _outbox(arguments: argparse.Namespace) -> int:
    from steering.outbox import Outbox

    with opened(arguments) as steering:
        outbox = Outbox(steering)
        if arguments.retry:
            print(f"{count(outbox.retry(arguments.owner), 'webhook')} will be tried again by the server.")
        letters = outbox.waiting(arguments.owner)
    dead = [one for one in letters if one.due is None]
    for one in dead:
        print(f"{one.id}  {one.type}  {one.session}  tried {count(one.tries, 'time')}  {one.reason}")
    print(f"{len(letters) - len(dead)} waiting, {len(dead)} given up")
    return int(bool(dead))
