"""A Flow out of the parts that were read of its file, with what the engine adds of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from steering.core.answers import AnswerIndex
from steering.core.flow import Flow, Prompt, Rung, Template
from steering.core.hearing.folding import words as folded_words
from steering.core.hearing.mentions import only_spoken_of
from steering.core.hearing.opting_out import OptOuts
from steering.core.languages import language
from steering.core.machine import build_machine
from steering.loader import texts
from steering.loader.codes import Report
from steering.loader.nodes import Text
from steering.loader.parts import Parts, anytime_lines, heard_lines, opt_out_lines, own_words, table


def flow_of(parts: Parts, hash: str, others: Mapping[str, Flow] | None = None, sources: Mapping[str, str] | None = None) -> Flow:
    """The Flow of *parts*, whose version has the *hash*; the root of a call with the *others* that it runs and the *sources* of all."""
    own = own_words(parts)
    prompts: dict[str, Prompt] = own | parts.prompts
    anytime, outs = anytime_lines(parts), opt_out_lines(parts)
    opt_outs = [(phrase, i) for i in outs for phrase in anytime[i].phrases]
    # However a caller puts it; a phrase that the author uses for something else stays the author's.
    written = [phrase for line in heard_lines(parts) for phrase in line.phrases]
    alone = outs[0] if outs and _folded(written, parts).isdisjoint(_folded(language(parts.language).opt_out_alone, parts)) else None
    to_person = _with_one_of(language(parts.language).agent, parts)
    # Who says goodbye asks for nothing that "stop" may be an opt-out of.
    to_goodbye = (i for i in _with_one_of(language(parts.language).stop, parts) if i not in outs and parts.anytime[i].target.kind == "step")
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
        anytime=anytime,
        anytime_table=table(anytime, parts.language, tuple(phrase for phrase, _ in opt_outs), only_spoken_of),
        opt_outs=OptOuts(opt_outs, outs[0], written, parts.language) if outs else None,
        opt_out_line=alone,
        person_line=next(to_person, None),
        repeat_line=next((i for i, line in enumerate(parts.anytime) if line.target.kind == "repeat" and line.phrases), None),
        goodbye_line=next(to_goodbye, None),
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
        noted=own["noted"],
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


def _with_one_of(phrases: Iterable[str], parts: Parts) -> Iterator[int]:
    """The lines of `anytime`, by number, that have one of *phrases*."""
    known = _folded(phrases, parts)
    return (i for i, line in enumerate(parts.anytime) if not known.isdisjoint(_folded(line.phrases, parts)))


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
