"""Whether what callers say leads to one place each: phrases, keys and events of the steps and of `anytime`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from steering.core.flow import Hear, Step
from steering.core.hearing.phrases import collisions, words
from steering.core.languages import language
from steering.loader.codes import Place, Report
from steering.loader.exits import place_of
from steering.loader.parts import Parts, opt_out_lines

_AS_IN_YAML = {"on": "yes", "true": "yes", "off": "no", "false": "no"}


def of_file(parts: Parts, report: Report) -> None:
    """Phrases of `anytime` and of the steps that lead to two places, or that both have."""
    lesser = _lesser(parts)
    for step in parts.steps.values():
        _of_step(parts, step, lesser, report)
    _of_anytime(parts, lesser, report)


def _of_anytime(parts: Parts, lesser: list[Hear], report: Report) -> None:
    """Phrases of `anytime` that lead to two places."""
    anytime = [(line, parts.places[f"anytime.{i}"]) for i, line in enumerate(parts.anytime)]
    _one_target(anytime, parts.language, report)
    _overlaps(_plain(lesser), {phrase: at for line, at in anytime for phrase in line.phrases}, parts.language, report)


def _of_step(parts: Parts, step: Step, lesser: list[Hear], report: Report) -> None:
    """Phrases of *step* that lead to two places, or that `anytime` has too."""
    tag, file, tongue = parts.language, place_of(parts, step).file, language(parts.language)
    lines = [(line, Place(file, line.line, line.column)) for line in step.hear]
    _one_target(lines, tag, report)
    anytime = {words(phrase, tag) for line in parts.anytime for phrase in line.phrases}
    own_words = {words(phrase, tag): "yes" for phrase in tongue.plain_yes} | {words(tongue.no[0], tag): "no"}
    # What YAML takes for yes and no; a question may ask for the word itself.
    asked = words(step.ask.template.text, tag) if step.ask else ()
    own_words |= {(word,): meant for word, meant in _AS_IN_YAML.items() if word not in asked}
    for line, at in lines:
        for phrase in line.phrases:
            if words(phrase, tag) in anytime:
                report.add("phrase-in-anytime", at, f"'{phrase}' stands in anytime too; here the step's exit is taken")
            meant = own_words.get(words(phrase, tag))
            if meant and meant not in line.phrases:
                report.add("yes-as-a-phrase", at, f"'{phrase}' is heard as that word only; '{meant}' stands for every way of saying it")
    own, general = _plain(step.hear), _plain(lesser)
    places = {phrase: at for line, at in lines for phrase in line.phrases}
    _overlaps(own + [entry for entry in general if entry[0] not in places], places, tag, report)


def _lesser(parts: Parts) -> list[Hear]:
    """The lines of `anytime` that are no opt-outs: an opt-out wins whatever else is said with it."""
    outs = opt_out_lines(parts)
    return [line for i, line in enumerate(parts.anytime) if i not in outs]


def _plain(lines: Iterable[Hear]) -> list[tuple[str, str]]:
    """The phrases of *lines*, but for the built-in answers, with where they lead."""
    return [(phrase, str(line.target)) for line in lines for phrase in line.phrases if phrase not in ("yes", "no")]


def _overlaps(entries: list[tuple[str, str]], places: Mapping[str, Place], tag: str, report: Report) -> None:
    """Reports sentences that two of *entries* can match, one of them at least with its place in *places*."""
    for one, other, sentence in collisions(entries, tag, own=sum(phrase in places for phrase, _ in entries)):
        wins = one if one in places else other
        if words(one, tag) != words(other, tag):
            report.add("overlapping-phrases", places[wins], f"'{sentence}' can mean both '{one}' and '{other}'; '{wins}' wins")


def _one_target(lines: Iterable[tuple[Hear, Place]], tag: str, report: Report) -> None:
    """Whether each phrase, key and event of *lines* leads to one place."""
    seen: dict[tuple[str, ...], str] = {}
    for line, at in lines:
        heard = [(phrase, words(phrase, tag)) for phrase in line.phrases]
        heard += [(f"key {key}", ("key", key)) for key in line.keys]
        heard += [(f"({event})", (f"({event})",)) for event in line.events]
        for written, folded in heard:
            first = seen.setdefault(folded, str(line.target))
            if first != str(line.target):
                report.add("same-phrase", at, f"'{written}' leads both to '{first}' and to '{line.target}'")
