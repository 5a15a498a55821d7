"""What was read of one flow file and of what it uses, before it is looked at as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from steering.core.flow import OPT_OUT, Answer, Check, Feeling, Hear, Kind, Need, Promise, Prompt, Rung, Step, Target, Template, Wording
from steering.core.hearing.opting_out import OptOuts
from steering.core.hearing.phrases import NoOrder, PhraseTable
from steering.core.hours import Hours, QuietHours
from steering.core.languages import language
from steering.core.speech import say
from steering.loader.codes import Place

Read = Callable[[str], str | None]


@dataclass(slots=True)
class Used:
    """A template in the file: where it stands, and at which step (empty: anywhere)."""

    template: Template
    at: Place
    step: str = ""
    ladder: bool = False


@dataclass(slots=True)
class Parts:
    """What was read of a file, before it is looked at as a whole."""

    file: str
    name: str = ""
    language: str = "en"
    start: str = ""
    at: Place = field(default_factory=lambda: Place(""))
    needs: dict[str, Need] = field(default_factory=dict)
    wording: dict[str, Wording] = field(default_factory=dict)
    promises: list[Promise] = field(default_factory=list)
    checks: dict[str, Check] = field(default_factory=dict)
    anytime: tuple[Hear, ...] = ()
    answers: list[Answer] = field(default_factory=list)
    steps: dict[str, Step] = field(default_factory=dict)
    if_silent: tuple[Rung, ...] | None = None
    if_unclear: tuple[Rung, ...] | None = None
    feelings: list[Feeling] = field(default_factory=list)
    hours: Hours | None = None
    hours_else: Target | None = None
    holidays: tuple[date, ...] = ()
    quiet_hours: QuietHours | None = None
    time_limit: float | None = None
    if_time_short: list[tuple[float, Target]] = field(default_factory=list)
    if_back: Prompt | None = None
    if_trouble: Prompt | None = None
    if_not_heard: Target | None = None
    opening_by_platform: bool = False
    retain: float | None = None
    kinds: dict[str, Kind] = field(default_factory=dict)
    private: set[str] = field(default_factory=set)
    # Facts that some check proves, of this file or of a flow in the same call.
    proved: frozenset[str] = frozenset()
    # The values that are there while a text is heard, or a consent agreed to, by the fact: "heard notice".
    told: Mapping[str, frozenset[str]] = field(default_factory=dict)
    prompts: dict[str, Prompt] = field(default_factory=dict)
    used: list[Used] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


def heard_lines(parts: Parts) -> list[Hear]:
    """All lines that name phrases: those of `anytime`, then those of the steps."""
    return [*parts.anytime, *(line for step in parts.steps.values() for line in step.hear)]


def anytime_lines(parts: Parts) -> tuple[Hear, ...]:
    """The lines of `anytime`; where none is an opt-out, with those that a step hears, which are heard anytime too.

    Of a step's lines that lead to a step that records do_not_call, only words that ask for no more calls whatever
    the question was are such: "stop calling", not "no" nor "the third".
    """
    outs = {step.name for step in parts.steps.values() if OPT_OUT in step.record}
    lines = [line for line in heard_lines(parts) if line.target.kind == "step" and line.target.name in outs]
    if not lines or any(line in parts.anytime for line in lines):
        return parts.anytime
    own = OptOuts((), 0, (), parts.language)
    meant = ((line, tuple(phrase for phrase in line.phrases if own.match(phrase))) for line in lines)
    return (*parts.anytime, *(replace(line, phrases=phrases, keys=(), events=()) for line, phrases in meant if phrases))


def opt_out_lines(parts: Parts) -> list[int]:
    """Those of the `anytime_lines`, by number, that lead to a step that records do_not_call."""
    outs = {step.name for step in parts.steps.values() if OPT_OUT in step.record}
    return [i for i, line in enumerate(anytime_lines(parts)) if line.target.kind == "step" and line.target.name in outs]


def table(lines: tuple[Hear, ...], tag: str, without: tuple[str, ...], no_order: NoOrder) -> PhraseTable[int] | None:
    """The phrases of *lines*, each with the number of its line, where they are not only told of."""
    entries = [(phrase, i) for i, line in enumerate(lines) for phrase in line.phrases if phrase not in without]
    return PhraseTable(entries, tag, no_order) if entries else None


def own_words(parts: Parts) -> dict[str, Prompt]:
    """The engine's own prompts in the language of the file."""
    own = language(parts.language)
    names = ("if_trouble", "goodbye", "connecting", "one_moment", "noted", "which_half", "what_to_change")
    said = {name: getattr(own, name) for name in names}
    return {
        name: Prompt(id=name, template=Template(text=text, parts=(text,), spoken=say(text, parts.language))) for name, text in said.items()
    }


def beside(folder: Path, most: int) -> Read:
    """Reads files of *folder*, of no other place, and of at most *most* bytes and one; bytes that are not UTF-8 become lone surrogates."""

    def read(file: str) -> str | None:
        if "/" in file or "\\" in file or file.startswith("."):
            return None
        try:
            with (folder / file).open("rb") as opened:
                content = opened.read(most + 1)
        except OSError:
            return None
        return content.decode("utf-8-sig", "surrogateescape")

    return read
