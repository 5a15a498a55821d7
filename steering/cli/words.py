"""Commands that show how a text is spoken and heard."""

from __future__ import annotations

import argparse
from dataclasses import asdict, is_dataclass
from datetime import datetime

from steering.cli.command import Command, moment


def add(command: Command) -> None:
    """`steering say | hear`."""
    say = command("say", _say, "Print how a text is spoken, then its lock and the hash of the spoken form.")
    say.add_argument("text")
    hear = command("hear", _hear, "Print what a kind of slot hears in a text.")
    hear.add_argument("kind")
    hear.add_argument("text")
    for one in (say, hear):
        one.add_argument("--language", metavar="TAG", type=_tag, default="en", help="such as en or es-MX (default: en)")
    hear.add_argument("--now", metavar="DATE", help="the caller's date and time, e.g. 2026-11-02T10:00")


def _tag(written: str) -> str:
    from steering.core.languages import LANGUAGES

    if written.split("-")[0].casefold() not in LANGUAGES:
        raise argparse.ArgumentTypeError(f"there is no language '{written}'; there are {', '.join(LANGUAGES)}")
    return written


def _say(arguments: argparse.Namespace) -> int:
    from steering.core.speech import say
    from steering.core.wording import lock, spoken_hash

    # One line even for a text of several: scripts take the first.
    print(" ".join(say(arguments.text, arguments.language).split()))
    print(f"lock {lock(arguments.text)}, spoken {spoken_hash(arguments.text, arguments.language)}")
    return 0


def _hear(arguments: argparse.Namespace) -> int:
    from steering.core.hearing import hear

    now = moment(arguments.now) if arguments.now else datetime.now()
    value = hear(arguments.kind, arguments.text, now, arguments.language)
    if is_dataclass(value) and not isinstance(value, type):
        print(", ".join(f"{name}: {part}" for name, part in asdict(value).items()))
    else:
        print("nothing" if value is None else value)
    return 0
