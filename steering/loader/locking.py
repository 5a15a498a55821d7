"""Locks written into a file of wordings, in place: every other character of it stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from steering.core.wording import lock
from steering.errors import FlowError
from steering.loader.codes import Place, Report
from steering.loader.nodes import Map, Text, compose
from steering.loader.reader import APPROVED
from steering.loader.source import mended
from steering.loader.texts import folded_space

_BREAKS = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
_APPROVAL = re.compile(r"(?P<head>\s*approved:\s+)(?P<value>\S.*?)(?P<tail>\s+#.*|\s*)")


@dataclass(frozen=True, slots=True)
class Locked:
    """A wording that got a lock: where it stands, the lock, and the approval that it had before."""

    name: str
    at: Place
    lock: str
    before: str = ""


class NotLocked(ValueError):
    """A wording whose lock cannot be written in place."""


def locked(file: str, text: str, *, who: str, when: str) -> tuple[str, tuple[Locked, ...]]:
    """*text* with every wording approved by *who* on the day *when* whose lock is missing or another, and those wordings.

    FlowError when the file cannot be read; NotLocked when an approval is written in a way that cannot be kept.
    """
    if not APPROVED.fullmatch(f"{who}, {when}, lock 00000000") or re.search(r"\s#|:(\s|$)|[\r\n]", who) or not who[0].isalnum():
        raise NotLocked(f"'{who}' cannot stand in an approval; write a name such as J. Lee, Legal")
    lines = _BREAKS.split(text)
    done: list[tuple[int, Locked]] = []
    for key, wording in _wordings(file, text):
        said, approved = wording.get("text"), wording.get("approved")
        if not isinstance(said, Text):
            continue
        true = lock(said.value)
        before = folded_space(approved.value) if isinstance(approved, Text) else ""
        match = APPROVED.fullmatch(before)
        if match and match["lock"].lower() == true:
            continue
        line = f"approved: {who}, {when}, lock {true}"
        if isinstance(approved, Text):
            at = approved.at.line - 1
            lines[at] = _replaced(lines[at], line, key)
        else:
            at = _last_line(lines, wording)
            lines[at] = _followed(lines[at], " " * (wording.items[0][0].at.column - 1) + line, key)
        done.append((at, Locked(key.value, key.at, true, before)))
    new = "".join(lines)
    known = {key.value: wording for key, wording in _wordings(file, new)}
    for _, one in done:
        approved = known[one.name].get("approved")
        if not isinstance(approved, Text) or not folded_space(approved.value).endswith(f"lock {one.lock}"):
            raise NotLocked(f"{one.at.file}:{one.at.line}: the approval of '{one.name}' is not on a line of its own; write it there first")
    return new, tuple(one for _, one in done)


def _wordings(file: str, text: str) -> Iterator[tuple[Text, Map]]:
    report = Report()
    root = compose(file, mended(file, text, report), report)
    if root is None or report.failed:
        raise FlowError(report.findings)
    found = root.get("wording") if isinstance(root, Map) else None
    for key, value in found.items if isinstance(found, Map) else ():
        if isinstance(value, Map):
            yield key, value


def _replaced(line: str, approval: str, key: Text) -> str:
    body = line.rstrip("\r\n")
    match = _APPROVAL.fullmatch(body)
    if match is None:
        raise NotLocked(f"{key.at.file}:{key.at.line}: the approval of '{key.value}' is not on a line of its own; write it there first")
    return match["head"] + approval.removeprefix("approved: ") + match["tail"] + line[len(body) :]


def _last_line(lines: list[str], wording: Map) -> int:
    """The last line that belongs to *wording*, blank lines and comments after it left alone."""
    column = wording.items[0][0].at.column - 1
    last = at = max(key.at.line for key, _ in wording.items) - 1
    for number in range(at + 1, len(lines)):
        stripped = lines[number].strip()
        if stripped and len(lines[number]) - len(lines[number].lstrip()) <= column:
            break
        if stripped:
            last = number
    return last


def _followed(line: str, approval: str, key: Text) -> str:
    """*line* with *approval* below it."""
    if line.lstrip().startswith(("{", f"{key.value}: {{")):
        raise NotLocked(f"{key.at.file}:{key.at.line}: write the wording '{key.value}' with each word on a line of its own first")
    end = line[len(line.rstrip("\r\n")) :]
    return f"{line}{approval}{end}" if end else f"{line}\n{approval}"
