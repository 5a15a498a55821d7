"""A flow as the engine reads it: immutable, checked, hashed by its content. The loader makes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from steering.core.answers import AnswerIndex
    from steering.core.guards import Guard
    from steering.core.hearing.opting_out import OptOuts
    from steering.core.hearing.phrases import PhraseTable
    from steering.core.hours import Hours, QuietHours
    from steering.core.machine import FlowMachine


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a value is: *name* is one of KINDS; *limits* are `("after", "today")`, `("up to", "500")`, `("up to", "balance")`, …"""

    name: str
    size: int | None = None
    choices: tuple[str, ...] = ()
    limits: tuple[tuple[str, str], ...] = ()

    @property
    def limit_names(self) -> tuple[str, ...]:
        """The facts and slots whose values are limits."""
        return tuple(bound for _, bound in self.limits if bound != "today" and bound[:1].islower())

    @property
    def hear_as(self) -> str:
        """The kind in the words of `hear`: `digits:4`, `choice:a|b`, `yes_no`, `money`."""
        if self.name == "choice":
            return "choice:" + "|".join(self.choices)
        if self.size is not None:
            return f"{self.name}:{self.size}"
        return self.name.replace(" ", "_").replace("yes_or_no", "yes_no")


KINDS = ("digits", "number", "money", "date", "time", "phone", "email", "name", "spelling", "choice", "yes or no", "text", "url")
# What a step records whose caller is not to be called again.
OPT_OUT = "do_not_call"
LIMITS = ("after", "before", "from", "until", "up to", "at least")


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """`{{ name }}` or `{{ name | filter }}` in a template."""

    name: str
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A written text with values in it. *spoken* is the whole spoken form when it has none."""

    text: str
    parts: tuple[str | Value, ...]
    spoken: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(part.name for part in self.parts if isinstance(part, Value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One thing to say. *id* is unique in its file: `greet.say.1`, `greet.ask`, `wording.x`, `if_silent.2`."""

    id: str
    template: Template
    wording: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Legal text by name. *again* says how much is said again after a cut."""

    name: str
    prompt: Prompt
    must_hear: bool = False
    again: Literal["whole", "rest"] = "whole"
    approved: str = ""
    lock: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where an exit leads: a step, `(repeat)`, `(back)`, `(start over)`, or `run NAME`."""

    kind: Literal["step", "repeat", "back", "start over", "run"]
    name: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return {"step": self.name, "run": f"run {self.name}"}.get(self.kind, f"({self.kind})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hear:
    """One line under `hear`, `anytime` or `accept_only`.

    *phrases* as typed, "yes" and "no" among them meaning the built-in answers; *keys* of the phone
    ("0"…"9", "star", "pound"); *events* without brackets ("voicemail", "silence", "hangs up", "cuts in").
    """

    phrases: tuple[str, ...]
    keys: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    target: Target
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Collect:
    """A slot to fill. In a form it has its own *ask*."""

    name: str
    kind: Kind
    private: bool = False
    ask: Prompt | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A fact the session must bring; *sample* is what simulator and tests use."""

    name: str
    kind: Kind
    optional: bool = False
    private: bool = False
    sample: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUp:
    """An HTTP question. What stands after `?` in the address of a `post` travels as its JSON body."""

    method: Literal["get", "post"]
    url: Template
    within: float = 2.0
    keep: tuple[tuple[str, str], ...] = ()
    sample: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A named yes/no question to the data: a *guard* or a *look_up*, exactly one of them."""

    name: str
    guard: Guard | None = None
    look_up: LookUp | None = None
    line: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The values that it asks for."""
        return (*(self.guard.names if self.guard else ()), *(self.look_up.url.names if self.look_up else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One rung of a ladder: something to say, or (the last) somewhere to go."""

    prompt: Prompt | None = None
    target: Target | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """`anger strong: transfer`. *threshold* only for `above`."""

    expression: str
    test: Literal["strong", "rising", "above"]
    target: Target
    threshold: float = 0.0
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """One line under `when`; *guard* is None for `otherwise`."""

    guard: Guard | None
    target: Target
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """`before X always A, heard B`, `never say V until A`, `always ends with S`. Proved in `core/promises/`."""

    kind: Literal["before", "never say", "always ends with"]
    subjects: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An approved question and its answer."""

    phrases: tuple[str, ...]
    prompt: Prompt
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step. Which of the fields are set makes its kind; the loader has checked that they go together.

    *hear_table* maps the step's plain phrases (not yes/no) to indices of *hear*.
    """

    name: str
    say: tuple[Prompt, ...] = ()
    ask: Prompt | None = None
    hear: tuple[Hear, ...] = ()
    hear_table: PhraseTable[int] | None = None
    collect: Collect | None = None
    form: tuple[Collect, ...] = ()
    confirm: Prompt | None = None
    consent: Prompt | None = None
    accept_only: tuple[str, ...] = ()
    if_yes: Target | None = None
    if_no: Target | None = None
    check: str = ""
    tries: int = 1
    if_ok: Target | None = None
    if_failed: Target | None = None
    proves: tuple[str, ...] = ()
    when: tuple[When, ...] = ()
    go: Target | None = None
    run: str = ""
    hand_to: str = ""
    end: Prompt | None = None
    record: tuple[str, ...] = ()
    if_silent: tuple[Rung, ...] | None = None
    if_unclear: tuple[Rung, ...] | None = None
    line: int = 0
    column: int = 0

    @property
    def asks(self) -> bool:
        """Whether the step waits for the caller."""
        return bool(self.ask or self.form or self.consent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One call as a script.

    *hash* is the SHA-256 (hex) over the file and everything it uses, runs or answers from; *sources*
    are those texts by file name, from which the same Flow can be loaded again. *others* are the flows
    reachable by `run`, by name (their own *others* are empty: always look them up here). *kinds* gives
    every name of a fact or slot its kind; *private* the private ones. *opt_outs* hears those of *anytime*
    whose step records `do_not_call`, and *opt_out_line* is the first such line, which "stop" alone takes;
    *person_line*, *repeat_line* and *goodbye_line* are the lines of *anytime* that lead to a person, that repeat, and that take a
    goodbye. *retain* is how long a call is kept after its last turn, in seconds; None: until somebody erases it.
    """

    name: str
    language: str = "en"
    hash: str = ""
    start: str
    needs: Mapping[str, Need] = field(default_factory=dict)
    wording: Mapping[str, Wording] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()
    checks: Mapping[str, Check] = field(default_factory=dict)
    anytime: tuple[Hear, ...] = ()
    anytime_table: PhraseTable[int] | None = None
    opt_outs: OptOuts | None = None
    opt_out_line: int | None = None
    person_line: int | None = None
    repeat_line: int | None = None
    goodbye_line: int | None = None
    answers: tuple[Answer, ...] = ()
    answer_index: AnswerIndex | None = None
    if_silent: tuple[Rung, ...]
    if_unclear: tuple[Rung, ...]
    feelings: tuple[Feeling, ...] = ()
    hours: Hours | None = None
    hours_else: Target | None = None
    holidays: tuple[date, ...] = ()
    quiet_hours: QuietHours | None = None
    time_limit: float | None = None
    if_time_short: tuple[tuple[float, Target], ...] = ()
    if_back: Prompt | None = None
    if_trouble: Prompt
    goodbye: Prompt
    connecting: Prompt
    one_moment: Prompt
    noted: Prompt
    which_half: Prompt
    what_to_change: Prompt
    if_not_heard: Target | None = None
    opening_by_platform: bool = False
    retain: float | None = None
    steps: Mapping[str, Step]
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    private: frozenset[str] = frozenset()
    prompts: Mapping[str, Prompt] = field(default_factory=dict)
    machine: FlowMachine
    others: Mapping[str, Flow] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    @property
    def all_private(self) -> frozenset[str]:
        """The private names of this flow and of those that it runs."""
        return self.private.union(*(one.private for one in self.others.values()))

    def opts_out(self, target: Target) -> bool:
        """Whether an `anytime` line that leads to *target* is an opt-out."""
        return target.kind == "step" and OPT_OUT in self.steps[target.name].record

    def named(self, name: str) -> Flow:
        """This flow or one it runs; KeyError otherwise."""
        return self if name == self.name else self.others[name]
