"""Commands that look after the record: audit, export, hold, sweep, outbox."""

from __future__ import annotations

import argparse
import os
from argparse import SUPPRESS
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from steering.cli.command import Command, count
from steering.errors import RequestRefused

if TYPE_CHECKING:
    from steering.record.checkpoints import Checkpoints
    from steering.service import Steering
    from steering.web.settings import Settings


def add(command: Command) -> None:
    """`steering audit | export | hold | sweep | outbox`."""
    audit = command("audit", _verify, "Hold the record against itself and against its checkpoints; exit status 1 when something is wrong.")
    does = audit.add_subparsers(metavar="verify | checkpoint | key")
    verify = does.add_parser("verify", help="say which session and event is not as it was written (the default)")
    checkpoint = does.add_parser("checkpoint", help="sign where every chain ends now, as the server does once a minute")
    key = does.add_parser("key", help="print the public key that checks checkpoints")
    checkpoint.set_defaults(run=_checkpoint)
    key.set_defaults(run=_key)
    for one in (audit, verify, checkpoint):
        one.add_argument("--checkpoints", metavar="FILE", help="instead of STEERING_CHECKPOINTS", default=SUPPRESS)
    for one in (audit, verify):
        one.add_argument("--key", metavar="PUBLIC", help="the public key, where the private one is not at hand", default=SUPPRESS)
    audit.set_defaults(checkpoints="", key="")
    where(audit, verify, checkpoint, key)

    hold = command("hold", _hold, "Put a session on legal hold: nothing erases it, until it is released.")
    hold.add_argument("session", metavar="SESSION", help="the id of the call")
    hold.add_argument("--release", action="store_true", help="take it off again")
    whose(hold)
    export = command("export", _export, "Print everything that is kept of a session as one JSON document, private values hidden.")
    export.add_argument("session", metavar="SESSION", help="the id of the call")
    export.add_argument("--checkpoints", metavar="FILE", help="instead of STEERING_CHECKPOINTS", default="")
    whose(export)
    where(command("sweep", _sweep, "Erase calls that are older than the `retain` of their flow, as the server does once an hour."))

    outbox = command("outbox", _outbox, "Which webhooks wait to be told, and which were given up.")
    outbox.add_argument("--retry", action="store_true", help="try again what was given up")
    whose(outbox)


def where(parser: argparse.ArgumentParser, *below: argparse.ArgumentParser) -> None:
    """Lets a command say which ledger is meant, before or after the name of an action *below*."""
    for one in (parser, *below):
        one.add_argument("--database", metavar="URL", help="instead of STEERING_DATABASE_URL", default=SUPPRESS)
    parser.set_defaults(database=None)


def whose(parser: argparse.ArgumentParser, *below: argparse.ArgumentParser) -> None:
    """Lets it say also whose sessions are meant."""
    where(parser, *below)
    for one in (parser, *below):
        help = "the name before the colon in STEERING_API_KEY; none without keys"
        one.add_argument("--owner", metavar="NAME", help=help, default=SUPPRESS)
    parser.set_defaults(owner="")


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Steering]:
    """The engine on the ledger that the command names, as the server has it. StoreUnavailable when the master key opens nothing in it."""
    from steering.store import refuse_another_key

    with opened_under_any_key(arguments) as steering:
        refuse_another_key(steering.store)
        yield steering


@contextmanager
def opened_under_any_key(arguments: argparse.Namespace) -> Iterator[Steering]:
    """The same, also for a ledger whose calls cannot be read."""
    from steering.loader.shelf import Shelf
    from steering.service import Steering
    from steering.store import open_store

    settings = settings_of(arguments)
    steering = Steering(Shelf(settings.flows), open_store(settings.database_url, master_key=settings.master_key))
    try:
        yield steering
    finally:
        steering.close()


def settings_of(arguments: argparse.Namespace) -> Settings:
    """The settings, with the ledger that the command names; ValueError when there is none: no command makes one, nor its keys."""
    from steering.web.settings import Settings

    settings = Settings.from_env(os.environ)
    settings = replace(settings, database_url=arguments.database or settings.database_url)
    if settings.database_url == "memory:":
        raise ValueError("a ledger in memory is gone with its server: name a file with --database or STEERING_DATABASE_URL")
    file = settings.database_url.partition(":///")[2]
    if file and not (Path(file).is_file() and Path(file).stat().st_size):
        raise ValueError(f"there is no ledger '{file}': start the server once, or name another with --database")
    return settings


def checkpoints(arguments: argparse.Namespace) -> Checkpoints:
    from steering.record.checkpoints import checkpoints_of

    settings = settings_of(arguments)
    found = checkpoints_of(settings.database_url, arguments.checkpoints or settings.checkpoints)
    assert found is not None
    return found


def _verify(arguments: argparse.Namespace) -> int:
    from steering.core.values import iso
    from steering.record.checkpoints import Seen, read, read_public_key
    from steering.record.verify import verify

    kept = checkpoints(arguments)
    seen = Seen(ends={})
    if kept.begun or arguments.checkpoints:
        seen = read(kept.file, read_public_key(arguments.key) if arguments.key else kept.key.public_key())
    with opened_under_any_key(arguments) as steering:
        found = verify(steering.store, seen.ends)
    gone = kept.gone and found.chains
    taken = (f"{kept.file}: the checkpoints are gone: the key that has signed them is there, and not one of them",) if gone else ()
    for what in (*taken, *seen.wrong, *found.broken):
        print(what)
    wrong = len(taken) + len(seen.wrong) + len(found.broken)
    print(f"{count(found.chains, 'chain')}, {count(found.events, 'event')}: {count(wrong, 'finding') if wrong else 'all as written'}")
    if seen.count:
        print(f"held against {count(seen.count, 'checkpoint')}, the last of {iso(seen.last)}")
    else:
        print(f"there are no checkpoints in {kept.file}: chains that were cut short whole cannot be told")
    return int(bool(wrong))


def _checkpoint(arguments: argparse.Namespace) -> int:
    kept = checkpoints(arguments)
    with opened(arguments) as steering:
        made = kept.write(steering.store, steering.clock())
    if made is None:
        print("nothing was written since the last checkpoint")
    else:
        print(f"{kept.file}: checkpoint {made.n} over {count(len(made.heads), 'chain')}")
    return 0


def _key(arguments: argparse.Namespace) -> int:
    from steering.record.checkpoints import public_key

    print(public_key(checkpoints(arguments).key))
    return 0


def _hold(arguments: argparse.Namespace) -> int:
    with opened(arguments) as steering:
        there = steering.hold(arguments.owner, arguments.session, on=not arguments.release)
    if not there:
        raise unknown(arguments.session, arguments.owner)
    print(f"'{arguments.session}' {'may be erased again' if arguments.release else 'is on legal hold: nothing erases it'}")
    return 0


def _export(arguments: argparse.Namespace) -> int:
    import json

    from steering.record.checkpoints import lines
    from steering.record.export import document

    kept = checkpoints(arguments)
    found = lines(kept.file, kept.key.public_key()) if kept.begun else ()
    with opened(arguments) as steering:
        seen = [one for _, one in found if one]
        made = steering.store.read(lambda txn: document(txn, arguments.owner, arguments.session, steering.version, seen))
    if made is None:
        raise unknown(arguments.session, arguments.owner)
    print(json.dumps(made, indent=2, ensure_ascii=False))
    return 0


def _sweep(arguments: argparse.Namespace) -> int:
    from steering.upkeep import sweep

    with opened(arguments) as steering:
        swept = sweep(steering)
    if swept is None:
        raise ValueError("another process is sweeping this ledger")
    print(f"{count(swept, 'call')} erased")
    return 0


def unknown(session: str, owner: str, incarnation: int | None = None) -> RequestRefused:
    """The refusal of a command about a session, or a call under its id, that is not there."""
    whose = f" of '{owner}'" if owner else "; calls taken with a named key need --owner"
    what = f"session '{session}'" if incarnation is None else f"incarnation {incarnation} of session '{session}'"
    return RequestRefused(f"There is no {what}{whose}.")


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
    whose = f"of '{arguments.owner}'" if arguments.owner else "of calls taken without a named key (for others write --owner)"
    print(f"{len(letters) - len(dead)} waiting, {len(dead)} given up, {whose}")
    return int(bool(dead))
