"""The `steering` command: serve calls, write and test flows, look after the record.

A group of commands is one module here. Its `add(command)` names each command with what runs it, and what it
imports beyond `steering.errors` is imported by what runs: a command starts fast.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence

from steering.cli import call, evidence, flows, keys, legal, opt_outs, record, server, words
from steering.errors import SteeringError

GROUPS = (server, call, flows, legal, words, record, opt_outs, keys, evidence)


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status: 0 when all is well, 1 when what was looked at is not, 2 when the command is off."""
    parser = argparse.ArgumentParser(prog="steering", description="Serve calls, write and test flows, look after the record.")
    names = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], about: str) -> argparse.ArgumentParser:
        one = names.add_parser(name, help=about, description=about)
        one.set_defaults(run=run)
        return one

    for group in GROUPS:
        group.add(command)

    arguments = parser.parse_args(argv)
    # What goes wrong is said in sentences here; the log is the server's.
    log = logging.getLogger("steering")
    level = log.level
    log.setLevel(logging.CRITICAL)
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        status = run(arguments)
        # Here, and not at the exit of Python, where nobody would take what goes wrong.
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        # Whoever read us, `head` say, has read enough. What is still to be written must not be missed at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except OSError as error:
        print(f"steering: {f'{error.filename}: {error.strerror}' if error.filename else error}", file=sys.stderr)
        return 1
    except UnicodeDecodeError:
        print("steering: what was to be read is not UTF-8 text", file=sys.stderr)
        return 1
    except (SteeringError, ValueError) as error:
        print(f"steering: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001  an author is never shown a stack trace
        print(f"steering: this should not have happened ({type(error).__name__}: {error}); please report it.", file=sys.stderr)
        return 1
    finally:
        log.setLevel(level)
