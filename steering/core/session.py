"""Where a call is: plain, immutable data with a JSON form both ways."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """A caller of a `run`: the flow and the step that wait, and the question open there (to be asked again)."""

    flow: str
    step: str
    question: str = ""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A question asked before: where `(back)` returns, and how much had been collected then."""

    step: str
    at: str
    slots: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    depth: int = 0


class Session(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One call. Dictionaries in it are never changed in place.

    *flow* is the flow now running (its callers stand in *stack*), *flow_hash* that of the whole call.
    *step* is "" until the call has opened. *question* is what is open at that step: "" (nothing), "ask",
    "consent", "confirm", "form:NAME", or what the engine asks by itself: "half:NAME" (the half of the day
    of a time in *halves*, where the half said with a day that is kept stands too) and "change" (what is wrong in
    what was read back); *question_heard* is the grade
    with which an open consent was heard.
    *facts* were brought, *slots* collected or looked up (both in written form), *proved* by checks, *heard*
    by evidence (wording → grade), *agreed* by consent (step → the caller's words). *said* are the line ids of
    the last reply. *unclear* counts attempts at the open question; before the call has opened, safe lines. *ended*
    says how the call ended.
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
    facts: Mapping[str, str] = {}
    slots: Mapping[str, str] = {}
    halves: Mapping[str, str] = {}
    proved: tuple[str, ...] = ()
    heard: Mapping[str, str] = {}
    agreed: Mapping[str, str] = {}
    records: tuple[str, ...] = ()
    silences: int = 0
    unclear: int = 0
    tries: Mapping[str, int] = {}
    cut: Mapping[str, int] = {}
    said: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    feelings: tuple[Mapping[str, float], ...] = ()
    fired: Mapping[str, float] = {}
    flags: tuple[str, ...] = ()
    ended: str = ""
    waiting: str = ""

    def to_json(self) -> bytes:
        """The session as compact JSON: only what differs from a fresh one."""
        return msgspec.json.encode(self)

    @classmethod
    def from_json(cls, data: bytes) -> Session:
        """The session that `to_json` wrote; msgspec.DecodeError on anything else."""
        return _DECODER.decode(data)


_DECODER = msgspec.json.Decoder(Session)
