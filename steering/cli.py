"""The `steering` command: serve calls, and write, check, talk through and test flows."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, is_dataclass
from datetime import datetime
from pathlib import Path

from steering.errors import SteeringError


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status: 0 when all is well, 1 when what was looked at is not, 2 when the command is off."""
    parser = argparse.ArgumentParser(prog="steering", description=__doc__)
    words = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], about: str) -> argparse.ArgumentParser:
        one = words.add_parser(name, help=about, description=about)
        one.set_defaults(run=run)
        return one

    command("serve", _serve, "Answer voice platforms from the flows (settings: docs/deploy.md).")
    check = command("check", _check, "Say everything that is wrong with flow files, or folders of them.")
    check.add_argument("paths", nargs="*", default=["flows"], metavar="FILE")
    check.add_argument("--json", action="store_true", help="print a list of findings as JSON")
    talk = command("talk", _talk, "Make a call in the terminal: type what the caller says.")
    talk.add_argument("flow", metavar="FILE", help="flows/NAME.yaml, or just NAME")
    talk.add_argument("--with", dest="facts", action="append", default=[], metavar="NAME=VALUE", help="a fact for this call")
    tests = command("test", _test, "Play the calls in flows/tests and say which do not hold.")
    tests.add_argument("paths", nargs="*", metavar="FILE")
    command("schema", _schema, "Print the JSON Schema of a flow file, for editors.")
    say = command("say", _say, "Print how a text is spoken.")
    say.add_argument("text")
    say.add_argument("--language", default="en")
    hear = command("hear", _hear, "Print what a kind of slot hears in a text.")
    hear.add_argument("kind")
    hear.add_argument("text")
    hear.add_argument("--language", default="en")
    hear.add_argument("--now", metavar="DATE", help="the caller's date and time, e.g. 2026-11-02T10:00")

    arguments = parser.parse_args(argv)
    # What goes wrong is said in sentences here; the log is the server's.
    logging.getLogger("steering").setLevel(logging.CRITICAL)
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        return run(arguments)
    except (SteeringError, ValueError, OSError) as error:
        print(f"steering: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001  an author is never shown a stack trace
        print(f"steering: this should not have happened ({type(error).__name__}: {error}); please report it.", file=sys.stderr)
        return 1


def _serve(arguments: argparse.Namespace) -> int:
    here = Path(__file__).resolve().parent.parent
    config = here / "gunicorn.conf.py"
    if not config.is_file():
        print("steering: run `steering serve` from a checkout: gunicorn.conf.py and wsgi.py stand there.", file=sys.stderr)
        return 1
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", str(config), "--pythonpath", str(here), "wsgi:app"]
    os.execv(sys.executable, gunicorn)


def _check(arguments: argparse.Namespace) -> int:
    from steering.loader import check

    paths = [path for name in arguments.paths for path in _flow_files(Path(name))]
    # Two flows that use one file have its findings in common.
    findings = list(dict.fromkeys(finding for path in paths for finding in check(path)))
    if arguments.json:
        print(json.dumps([asdict(finding) for finding in findings], indent=2))
    else:
        for finding in findings:
            print(finding)
        errors = sum(finding.severity == "error" for finding in findings)
        print(f"{_count(len(paths), 'file')}: {_count(errors, 'error')}, {_count(len(findings) - errors, 'warning')}")
    return int(any(finding.severity == "error" for finding in findings))


def _flow_files(path: Path) -> list[Path]:
    """A file as it is; of a folder the flow files in it (files without `flow:` are parts of others)."""
    if not path.is_dir():
        return [path]
    from steering.loader.shelf import Shelf

    return [path / f"{name}.yaml" for name in Shelf(path).names()]


def _talk(arguments: argparse.Namespace) -> int:
    from steering.core.turn import Kind
    from steering.loader import load
    from steering.testing import Talk

    name = arguments.flow
    flow = load(Path(name) if name.endswith(".yaml") else Path("flows", f"{name}.yaml"))
    call = Talk(flow, dict(_fact(one) for one in arguments.facts))
    print("Type what the caller says. An empty line is silence; (key) 1 presses a key; (hangs up) or Ctrl-D ends.")
    reply = call.start()
    while True:
        print(f"  us: {call.messages[-1].text if call.messages else ''}")
        if reply.ended:
            return 0
        try:
            words = input("them: ").strip()
        except EOFError:
            words = "(hangs up)"
        if words == "(hangs up)":
            call.hear("", Kind.HANGUP)
            return 0
        key = words.removeprefix("(key)").strip() if words.startswith("(key)") else ""
        reply = call.hear(key, Kind.KEYS) if key else call.hear(words)


def _fact(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise ValueError(f"--with {text}: write NAME=VALUE, such as first_name=Maria")
    return name, value


def _test(arguments: argparse.Namespace) -> int:
    from steering.testing import run_file

    paths = [Path(name) for name in arguments.paths] or sorted(Path("flows", "tests").glob("*.yaml"))
    failed = played = 0
    for path in paths:
        wrong, calls, coverage = run_file(path, path.parent.parent)
        played += calls
        failed += bool(wrong)
        print(f"{path}: {_count(calls, 'call')}")
        for problem in wrong:
            print(f"  {problem}")
        for line in coverage:
            print(line)
    print(f"{_count(len(paths), 'file')}, {_count(played, 'call')}, {_count(failed, 'file')} with calls that do not hold")
    return int(bool(failed) or not played)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _schema(arguments: argparse.Namespace) -> int:
    from steering.loader.schema import schema

    print(json.dumps(schema(), indent=2, ensure_ascii=False))
    return 0


def _say(arguments: argparse.Namespace) -> int:
    from steering.core.speech import say

    print(say(arguments.text, arguments.language))
    return 0


def _hear(arguments: argparse.Namespace) -> int:
    from steering.core.hearing import hear

    now = datetime.fromisoformat(arguments.now) if arguments.now else datetime.now()
    value = hear(arguments.kind, arguments.text, now, arguments.language)
    if is_dataclass(value) and not isinstance(value, type):
        print(", ".join(f"{name}: {part}" for name, part in asdict(value).items()))
    else:
        print("nothing" if value is None else value)
    return 0
