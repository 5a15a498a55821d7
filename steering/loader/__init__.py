"""Strict YAML in, a checked and immutable Flow out; whatever is wrong is said in sentences, all at once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from steering.core.answers import AnswerIndex
from steering.core.flow import OPT_OUT, Flow, Prompt, Rung, Template
from steering.core.hearing.folding import words as folded_words
from steering.core.hearing.opting_out import OptOuts
from steering.core.languages import language
from steering.core.machine import build_machine
from steering.errors import Finding, FlowError
from steering.loader import graph, texts
from steering.loader.codes import Report
from steering.loader.endless import endless
from steering.loader.exits import all_exits
from steering.loader.nodes import Text
from steering.loader.parts import Parts, Read, beside, own_words, table
from steering.loader.promised import promised
from steering.loader.reader import MOST_BYTES, Reader

__all__ = ["check", "load", "load_sources", "load_version", "users"]


def load(path: str | Path) -> Flow:
    """The flow in the file *path*; FlowError with all findings when there is an error among them."""
    path = Path(path)
    report = Report()
    flow = _proved(path, report)
    if report.failed or flow is None:
        raise FlowError(report.findings)
    return flow


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
    """The flow in the file *path*, whatever the file is called and whether or not its promises hold; FlowError as `load`."""
    path = Path(path)
    siblings, report = beside(path.parent, MOST_BYTES), Report()
    text = siblings(path.name)
    named = re.search(r"^flow:\s*(?P<name>\w+)", text or "", re.MULTILINE)
    name = named["name"] if named else path.stem

    def read(file: str) -> str | None:
        return text if file == f"{name}.yaml" else siblings(file)

    flow = _loaded(read, name, report, lambda file: shown(path, path.name if file == f"{name}.yaml" else file), {})
    if report.failed or flow is None:
        raise FlowError(report.findings)
    return flow


def load_sources(sources: Mapping[str, str], name: str) -> Flow:
    """The flow *name* from texts by file name, as the ledger keeps them; FlowError as `load`.

    Its promises are not proved again: a call that has begun goes on with its own version.
    """
    report = Report()
    flow = _loaded(sources.get, name, report, str, {})
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
        graph.guards_read(parts, report)
        graph.checked(parts, report, {flow for flow in _runs(parts) if flow in parts_of})
        if hand_off:
            graph.handed_off(parts, report, hand_off)
    if not report.whole:
        return None
    sources = {file: text for parts in parts_of.values() for file, text in parts.files.items()}
    hash = content_hash(sources)
    flows = {one: _flow(parts, hash) for one, parts in parts_of.items() if one != name}
    return _flow(parts_of[name], hash, flows, sources)


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


def _flow(parts: Parts, hash: str, others: Mapping[str, Flow] | None = None, sources: Mapping[str, str] | None = None) -> Flow:
    own = own_words(parts)
    prompts: dict[str, Prompt] = own | parts.prompts
    outs = [i for i, line in enumerate(parts.anytime) if line.target.kind == "step" and OPT_OUT in parts.steps[line.target.name].record]
    opt_outs = [(phrase, i) for i in outs for phrase in parts.anytime[i].phrases]
    # However a caller puts it; a phrase that the author uses for something else stays the author's.
    lines = (*parts.anytime, *(line for step in parts.steps.values() for line in step.hear))
    written = [phrase for line in lines for phrase in line.phrases]
    alone = outs[0] if outs and _folded(written, parts).isdisjoint(_folded(language(parts.language).opt_out_alone, parts)) else None
    persons = _folded(language(parts.language).agent, parts)
    to_person = (i for i, line in enumerate(parts.anytime) if not persons.isdisjoint(_folded(line.phrases, parts)))
    ladders = {name: getattr(parts, name) or _default_ladder(parts, name, prompts) for name in ("if_silent", "if_unclear")}
    return Flow(
        name=parts.name,
        language=parts.language,
        hash=hash,
        start=parts.start or next(iter(parts.steps)),
        needs=parts.needs,
        wording=parts.wording,
        promises=tuple(parts.promises),
        checks=parts.checks,
        anytime=parts.anytime,
        anytime_table=table(parts.anytime, parts.language, tuple(phrase for phrase, _ in opt_outs)),
        opt_outs=OptOuts(opt_outs, outs[0], written, parts.language) if outs else None,
        opt_out_line=alone,
        person_line=next(to_person, None),
        answers=tuple(parts.answers),
        answer_index=AnswerIndex([answer.phrases for answer in parts.answers], parts.language) if parts.answers else None,
        if_silent=ladders["if_silent"],
        if_unclear=ladders["if_unclear"],
        feelings=tuple(parts.feelings),
        hours=parts.hours,
        hours_else=parts.hours_else,
        holidays=parts.holidays,
        quiet_hours=parts.quiet_hours,
        time_limit=parts.time_limit,
        if_time_short=tuple(parts.if_time_short),
        if_back=parts.if_back,
        if_trouble=parts.if_trouble or own["if_trouble"],
        goodbye=own["goodbye"],
        connecting=own["connecting"],
        one_moment=own["one_moment"],
        which_half=own["which_half"],
        what_to_change=own["what_to_change"],
        if_not_heard=parts.if_not_heard,
        opening_by_platform=parts.opening_by_platform,
        retain=parts.retain,
        steps=parts.steps,
        kinds=parts.kinds,
        private=frozenset(parts.private),
        prompts=prompts,
        machine=build_machine(parts.steps),
        others=others or {},
        sources=sources or {},
    )


def _folded(phrases: Iterable[str], parts: Parts) -> set[tuple[str, ...]]:
    return {folded_words(phrase, parts.language) for phrase in phrases}


def _default_ladder(parts: Parts, name: str, prompts: dict[str, Prompt]) -> tuple[Rung, ...]:
    """The language's two re-asks; after them the call says goodbye."""
    rungs = []
    for number, text in enumerate(getattr(language(parts.language), name), 1):
        node = Text(parts.at, text)
        made: Template = texts.template(node, parts.language, Report())
        prompt = prompts[f"{name}.{number}"] = Prompt(id=f"{name}.{number}", template=made)
        rungs.append(Rung(prompt=prompt))
    return (*rungs, Rung())
