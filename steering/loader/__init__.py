"""Strict YAML in, a checked and immutable Flow out; whatever is wrong is said in sentences, all at once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from steering.core.flow import Flow
from steering.errors import Finding, FlowError
from steering.loader import graph, texts
from steering.loader.assembly import flow_of
from steering.loader.codes import Report
from steering.loader.endless import deeper, endless
from steering.loader.exits import all_exits
from steering.loader.guarded import guards_read
from steering.loader.known import values_told
from steering.loader.own_words import own_words
from steering.loader.parts import Parts, Read, beside
from steering.loader.promised import promised
from steering.loader.reader import MOST_BYTES, Reader

__all__ = ["check", "load", "load_sources", "load_version", "users"]


def load(path: str | Path) -> Flow:
    """The flow in the file *path*; FlowError with all findings when there is an error among them."""
    path = Path(path)
    report = Report()
    return _sound(_proved(path, report), report)


def check(path: str | Path, hand_off: Callable[[str], object] | None = None) -> list[Finding]:
    """Everything that is wrong with the flow in the file *path*, errors and warnings; it never raises on a bad file.

    *hand_off* tells where a `hand_to` leads, None when nobody says where.
    """
    path = Path(path)
    report = Report()
    _proved(path, report, hand_off)
    return report.findings


def users(path: Path) -> list[Path]:
    """The flows beside *path* that use it or answer from it; none when it is itself a flow."""
    read = beside(path.parent, MOST_BYTES)
    if _is_flow(read, path.stem):
        return []
    flows = (one for one in sorted(path.parent.glob("*.yaml")) if _is_flow(read, one.stem))
    return [one for one in flows if path.stem in _used(read(one.name) or "")]


def _used(text: str) -> set[str]:
    """The names of the files that a flow is made of beside its own, as its lines `use:` and `answers:` have them."""
    lines = (line.partition(":") for line in text.splitlines() if line.startswith(("use:", "answers:")))
    return {name.strip() for _, _, names in lines for name in names.partition("#")[0].split(",")}


def load_version(path: str | Path) -> Flow:
    """The flow in the file *path*, as it is before it is approved; FlowError as `load`.

    The file may be called anything, its promises are not proved, and a text may have another lock than its own.
    """
    path = Path(path)
    siblings, report = beside(path.parent, MOST_BYTES), Report()
    text = siblings(path.name)
    named = re.search(r"^flow:\s*(?P<name>\w+)", text or "", re.MULTILINE)
    name = named["name"] if named else path.stem

    def read(file: str) -> str | None:
        return text if file == f"{name}.yaml" else siblings(file)

    flow = _loaded(read, name, report, lambda file: shown(path, path.name if file == f"{name}.yaml" else file), {})
    return flow if flow and report.locked_otherwise else _sound(flow, report)


def load_sources(sources: Mapping[str, str], name: str) -> Flow:
    """The flow *name* from texts by file name, as the ledger keeps them; FlowError as `load`.

    Its promises are not proved again: a call that has begun goes on with its own version.
    """
    report = Report()
    return _sound(_loaded(sources.get, name, report, str, {}), report)


def _sound(flow: Flow | None, report: Report) -> Flow:
    if report.failed or flow is None:
        raise FlowError(report.findings)
    return flow


def shown(path: Path, file: str) -> str:
    """The name of *file*, which stands beside *path*, as findings show it."""
    return str(path.parent / file) if str(path.parent) != "." else file


def _proved(path: Path, report: Report, hand_off: Callable[[str], object] | None = None) -> Flow | None:
    """The flow in the file *path*, its promises proved; None when its paths are unknown, so that nothing can be."""
    parts_of: dict[str, Parts] = {}
    flow = _loaded(beside(path.parent, MOST_BYTES), path.stem, report, lambda file: shown(path, file), parts_of, hand_off)
    if flow:
        endless(parts_of, report)
        deeper(parts_of, report)
        own_words(parts_of, report)
        promised(flow, parts_of, report)
    return flow


def _loaded(
    read: Read,
    name: str,
    report: Report,
    shown: Callable[[str], str],
    parts_of: dict[str, Parts],
    hand_off: Callable[[str], object] | None = None,
) -> Flow | None:
    """The flow *name* with all that it runs, whose *parts_of* it fills in; None when the paths of one of them are unknown."""
    todo = [name]
    while todo:
        one = todo.pop()
        if one in parts_of:
            continue
        parts = Reader(read, one, report, shown).parsed()
        if parts is None:
            return None
        parts_of[one] = parts
        todo += [flow for flow in _runs(parts) if _is_flow(read, flow)]
    proved = {fact for parts in parts_of.values() for step in parts.steps.values() for fact in step.proves}
    for parts in parts_of.values():
        parts.proved = frozenset(proved)
        parts.told = values_told(parts_of.values(), parts.language)
        guards_read(parts, report)
        graph.checked(parts, report, {flow for flow in _runs(parts) if flow in parts_of})
        graph.handed_off(parts, report, hand_off)
    if not report.whole:
        return None
    sources = {file: text for parts in parts_of.values() for file, text in parts.files.items()}
    hash = content_hash(sources)
    flows = {one: flow_of(parts, hash) for one, parts in parts_of.items() if one != name}
    return flow_of(parts_of[name], hash, flows, sources)


def content_hash(sources: Mapping[str, str]) -> str:
    """The hash of a flow version: SHA-256 (hex) over its files, in order of their names."""
    digest = hashlib.sha256()
    for file in sorted(sources):
        digest.update(f"{file}\0{sources[file]}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _runs(parts: Parts) -> set[str]:
    """The flows that a file runs; a step of that name is meant first."""
    named = {step.run for step in parts.steps.values() if step.run}
    named |= {exit.target.name for exit in all_exits(parts) if exit.target.kind == "run"}
    return named - set(parts.steps)


def _is_flow(read: Read, name: str) -> bool:
    text = read(f"{name}.yaml") if texts.NAME.fullmatch(name) else None
    return text is not None and any(line.startswith("flow:") for line in text.splitlines())
