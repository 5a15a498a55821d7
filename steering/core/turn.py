"""What goes into the core and what comes out: a Turn, a Reply, and the Effects a Reply asks for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

import msgspec

# How well it is known that the caller has heard a text: the platform reports what was played until the caller cut in;
# the text came back whole in the next request's history; no text came back at all, but the caller went on.
PLAYED, IN_HISTORY, SENT = "played", "in history", "sent"


class Kind(StrEnum):
    """What happened on the line. VOICEMAIL: the platform itself tells that a machine has answered."""

    START = "start"
    SPEECH = "speech"
    KEYS = "keys"
    SILENCE = "silence"
    INTERRUPT = "interrupt"
    VOICEMAIL = "voicemail"
    HANGUP = "hangup"
    RESULT = "result"


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to an Effect: *values* are the kept fields by slot name; *reason* says why not ok."""

    key: str
    ok: bool
    values: Mapping[str, str] = {}
    reason: str = ""


class Recalled(msgspec.Struct, frozen=True, kw_only=True):
    """What the record keeps of a turn that is taken again: its *moves*, the *values* in the slots after it, with their *halves*.

    They stand for what is not kept: hidden words, and private values. *objection* is what was said of an answer that
    could not be taken, *answer* the approved answer that was given, "" when none was; *cut* are the must-hear texts
    that were found to be cut off.
    """

    moves: tuple[Passed, ...] = ()
    values: Mapping[str, str] = {}
    halves: Mapping[str, str] = {}
    objection: str = ""
    answer: str = ""
    cut: tuple[str, ...] = ()

    def told(self, language: str) -> tuple[str, str]:
        return self.objection, self.objection


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """One contact from the caller's side.

    *text* is what the caller said (or the keys pressed), already without platform tails.
    *heard* is the assistant's text since the caller's last words, as the platform reports it:
    None when the platform reports none, a beginning of the last reply when it was cut off.
    *evidence* is the grade of that report: IN_HISTORY, or PLAYED where the platform reports playback.
    *at* is unix seconds, never running backwards within a session. *recalled* only in a replay.
    """

    session_id: str = "call"
    kind: Kind
    text: str = ""
    heard: str | None = None
    evidence: str = IN_HISTORY
    prosody: Mapping[str, float] | None = None
    at: float = 0.0
    result: Result | None = None
    facts: Mapping[str, str] = {}
    recalled: Recalled | None = None


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One thing said: *text* as it was written and approved, *spoken* as it goes over the wire."""

    id: str
    text: str
    spoken: str


class Passed(msgspec.Struct, frozen=True, kw_only=True):
    """One move of the trace: at *step*, the exit *by* led to *to* (empty: stayed)."""

    step: str
    by: str
    to: str = ""


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """Something asked of the world. `get` and `post` are look-ups and are answered by a Result.

    *token* makes a `post` that is sent twice one question. *private*: it asks with values that are not to be kept.
    """

    kind: Literal["get", "post", "hand_to", "record", "hang_up"]
    key: str
    name: str
    url: str = ""
    body: Mapping[str, str] = {}
    within: float = 2.0
    keep: tuple[tuple[str, str], ...] = ()
    token: str = ""
    private: bool = False


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """What a turn has settled of a text that must be heard (*name* is the wording) or of a consent (*name* is the step).

    *grade* says on what evidence the text, of a consent its question, was heard; *lock* and *spoken_lock* are those of
    its two forms (`core/wording.py`). Of an answer to a consent there are the *words*, the question as it was said and, in
    both forms, what its step said *before* it; of a text with values the words as they were *spoken*. Private values are
    hidden. A text is *outdated* when a value in it has become another since it was heard.
    """

    what: Literal["heard", "cut off", "not heard", "agreed", "refused", "withdrawn", "outdated"]
    name: str
    flow: str
    grade: str = ""
    words: str = ""
    text: str = ""
    spoken: str = ""
    lock: str = ""
    spoken_lock: str = ""
    before: str = ""
    spoken_before: str = ""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What to say now and what happened. *wait* is what is expected next.

    *private*: the caller was answering a private question, so the words are not to be kept.
    *trouble* is the stable reason when the flow's safe line was said (`missing_facts`, …).
    """

    lines: tuple[Line, ...] = ()
    steps: tuple[Passed, ...] = ()
    wait: Literal["caller", "result", "nothing"] = "caller"
    effects: tuple[Effect, ...] = ()
    settled: tuple[Settled, ...] = ()
    ended: bool = False
    private: bool = False
    trouble: str = ""

    @property
    def spoken(self) -> str:
        """All lines as one text, as it goes over the wire."""
        return " ".join(line.spoken for line in self.lines)
