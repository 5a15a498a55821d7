"""Commands of an author: check, talk, test, schema."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from steering.cli.command import TYPING, Command, count, fact, file_of, moment, typed
from steering.errors import Finding

_CUT = "(cuts in after)"


def add(command: Command) -> None:
    """`steering check | talk | test | schema`."""
    check = command("check", _check, "Say everything that is wrong with flow files, or folders of them.")
    check.add_argument("paths", nargs="*", default=["flows"], metavar="FILE")
    check.add_argument("--json", action="store_true", help="print a list of findings as JSON")
    talk = command("talk", _talk, "Make a call in the terminal: type what the caller says.")
    talk.add_argument("flow", metavar="FILE", help="flows/NAME.yaml, or just NAME")
    talk.add_argument("--now", metavar="DATE", help="the caller's date and time, e.g. 2026-11-02T10:00 (default: a Monday)")
    talk.add_argument("--with", dest="facts", action="append", default=[], metavar="NAME=VALUE", help="a fact for this call")
    tests = command("test", _test, "Play the calls in files of tests, or folders of them, and say which do not hold.")
    tests.add_argument(
        "paths", nargs="*", default=["flows"], metavar="FILE", help="flows/tests/NAME.yaml, or a folder (default: flows/tests)"
    )
    command("schema", _schema, "Print the JSON Schema of a flow file, for editors.")


def _check(arguments: argparse.Namespace) -> int:
    from steering.loader import check, users
    from steering.loader.numbers import FILE
    from steering.numbers import check_numbers

    paths = [path for name in arguments.paths for path in _flow_files(Path(name))]
    of_folder = {folder: check_numbers(folder) for folder in dict.fromkeys(path.parent for path in paths)}

    def found(path: Path) -> list[Finding]:
        numbers, findings = of_folder[path.parent]
        hand_off = numbers.hand_off if numbers else None
        if path.name == FILE and path.is_file():
            return findings
        # A part of other flows is checked as a part of them.
        if using := users(path):
            return [finding for one in using for finding in check(one, hand_off) if Path(finding.file) == path]
        return check(path, hand_off)

    # Two flows that use one file have its findings in common.
    findings = list(dict.fromkeys(finding for path in paths for finding in found(path)))
    if arguments.json:
        print(json.dumps([asdict(finding) for finding in findings], indent=2))
    else:
        for finding in findings:
            print(finding)
        errors = sum(finding.severity == "error" for finding in findings)
        print(f"{count(len(paths), 'file')}: {count(errors, 'error')}, {count(len(findings) - errors, 'warning')}")
    return int(any(finding.severity == "error" for finding in findings))


def _flow_files(path: Path) -> list[Path]:
    """A file as it is; of a folder its flow files (those without `flow:` are parts of others) and its numbers; ValueError without any."""
    if not path.is_dir():
        return [path]
    from steering.loader.numbers import FILE
    from steering.loader.shelf import Shelf

    found = [*(path / f"{name}.yaml" for name in Shelf(path).names()), *path.glob(FILE)]
    if not found:
        raise ValueError(f"there is no flow in the folder {path}; give a file, or a folder such as flows")
    return found


def _talk(arguments: argparse.Namespace) -> int:
    from steering.core.turn import Kind
    from steering.loader import load
    from steering.testing import MONDAY, Talk

    name = arguments.flow
    flow = load(file_of(name if name.endswith(".yaml") or "/" in name else Path("flows", f"{name}.yaml")))
    zone = ZoneInfo(flow.hours.zone) if flow.hours else UTC
    begun = moment(arguments.now).replace(tzinfo=zone) if arguments.now else datetime.fromtimestamp(MONDAY, zone)
    call = Talk(flow, dict(fact(one) for one in arguments.facts), begun.timestamp())
    print(f"It is {begun:%A, %d %B %Y, %H:%M %Z} (--now sets another day). ", end="")
    print(f"Type what the caller says. {TYPING}")
    reply = call.start()
    while True:
        print(f"  us: {call.messages[-1].text if call.messages else ''}")
        if reply.ended:
            print("The call has ended. What is said now gets the last words again, and an opt-out is still kept; an empty line ends.")
        while (words := typed()).startswith(_CUT):
            if not call.cut(words.removeprefix(_CUT).strip(": ")):
                print("  (we have not said that, so nothing is cut off)")
        if reply.ended and words in ("", "(hangs up)"):
            return 0
        if words == "(hangs up)":
            call.hear("", Kind.HANGUP)
            return 0
        key = words.removeprefix("(key)").strip(": ") if words.startswith("(key)") else ""
        reply = call.hear(key, Kind.KEYS) if key else call.hear(words)
        for effect in reply.effects:
            if effect.kind == "record":
                print(f"  (recorded: {effect.name})")


def _test(arguments: argparse.Namespace) -> int:
    from steering.testing import run_file

    paths = [path for name in arguments.paths for path in _test_files(Path(name))]
    failed = played = 0
    for path in paths:
        folder = path.parent
        wrong, calls, coverage = run_file(path, folder.parent if folder.name.strip(".") else folder / "..")
        played += calls
        failed += bool(wrong)
        print(f"{path}: {count(calls, 'call')}")
        for problem in wrong:
            print(f"  {problem}")
        for line in coverage:
            print(line)
    print(f"{count(len(paths), 'file')}, {count(played, 'call')}, {count(failed, 'file')} with calls that do not hold")
    return int(bool(failed) or not played)


def _test_files(path: Path) -> list[Path]:
    """A file as it is; of a folder the files in it, or in its folder `tests` if it has one. ValueError without any."""
    if not path.is_dir():
        return [file_of(path)]
    folder = path / "tests" if (path / "tests").is_dir() else path
    if not (found := sorted(folder.glob("*.yaml"))):
        raise ValueError(f"there are no tests in the folder {folder}; give a file, or a folder such as flows/tests")
    return found


def _schema(arguments: argparse.Namespace) -> int:
    from steering.loader.schema import schema

    print(json.dumps(schema(), indent=2, ensure_ascii=False))
    return 0
