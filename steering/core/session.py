"""Where a call is: plain, immutable data with a JSON form both ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A caller of a `run`: the flow and the step that wait, and the question open there (to be asked again)."""

    flow: str
    step: str
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A question asked before: where `(back)` returns, and how much had been collected then."""

    step: str
    at: str
    slots: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One call. Dictionaries in it are never changed in place.

    *flow* is the flow now running (its callers stand in *stack*), *flow_hash* that of the whole call.
    *step* is "" until the call has opened. *question* is what is open at that step: "" (nothing), "ask",
    "consent", "confirm", "form:NAME", or what the engine asks by itself: "half:NAME" (the half of the day
    of a time in *halves*, where the half said with a day that is kept stands too) and "change" (what is wrong in
    what was read back); *question_heard* is the grade
    with which an open consent was heard.
    *facts* were brought, *slots* collected or looked up (both in written form), *proved* by checks, *heard*
    by evidence (wording → grade), *agreed* by consent (step → the caller's words). *said* are the line ids of
    the last reply. *ended* says how the call ended.
    """

    id: str
    flow: str
    flow_hash: str
    seed: str = ""
    started: float = 0.0
    at: float = 0.0
    step: str = ""
    question: str = ""
    question_heard: str = ""
    stack: tuple[Frame, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    slots: Mapping[str, str] = field(default_factory=dict)
    halves: Mapping[str, str] = field(default_factory=dict)
    proved: tuple[str, ...] = ()
    heard: Mapping[str, str] = field(default_factory=dict)
    agreed: Mapping[str, str] = field(default_factory=dict)
    records: tuple[str, ...] = ()
    silences: int = 0
    unclear: int = 0
    tries: Mapping[str, int] = field(default_factory=dict)
    cut: Mapping[str, int] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    feelings: tuple[Mapping[str, float], ...] = ()
    fired: Mapping[str, float] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    ended: str = ""
    waiting: str = ""

    def to_json(self) -> bytes:
        """The session as compact JSON: only what differs from a fresh one."""
        return msgspec.json.encode({name: value for name, default in _DEFAULTS if (value := getattr(self, name)) != default})

    @classmethod
    def from_json(cls, data: bytes) -> Session:
        """The session that `to_json` wrote; msgspec.DecodeError on anything else."""
        return _DECODER.decode(data)


def _default(one: object) -> object:
    default, factory = getattr(one, "default"), getattr(one, "default_factory")  # noqa: B009
    return default if default is not MISSING else factory() if factory is not MISSING else MISSING


_DEFAULTS = tuple((one.name, _default(one)) for one in fields(Session))
_DECODER = msgspec.json.Decoder(Session)
