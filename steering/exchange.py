"""What a platform asks, and what it is told: a History goes in, an Answer comes out."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from steering.core.turn import IN_HISTORY
from steering.history import Message


class History(msgspec.Struct, frozen=True, kw_only=True):
    """One request of a voice platform: who asks, for which session, and the call so far.

    *flow* was asked for by name (`?flow=`); *model* chooses a flow only when it happens to name one.
    *after* is the turn whose reply the messages answer (`Answer.n`), from platforms that report what happens in
    order instead of sending the whole history each time: nothing then has to be placed by its texts.
    *number* is the other party's telephone number as the platform gives it; what is no number is left out.
    *called* is the number that was called, *platform_id* the platform's name for what answers, *facts* what it tells
    of the call: they count when a call begins, and of the facts those that the flow needs. *call_sid* names the call
    at Twilio that the platform answers, or that is one itself.
    *evidence* is PLAYED when the assistant texts are what the platform reports as played, else IN_HISTORY.
    """

    owner: str = ""
    session_id: str | None = None
    flow: str | None = None
    model: str | None = None
    messages: tuple[Message, ...] = ()
    idempotency_key: str = ""
    after: int | None = None
    platform: str = ""
    number: str = ""
    called: str = ""
    platform_id: str = ""
    facts: Mapping[str, str] = {}
    call_sid: str = ""
    evidence: str = IN_HISTORY


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What to say. Equal for equal turns, byte for byte: *id* and *created* derive from the turn.

    *lines* are spoken forms, *languages* the language of each (none: the engine's own words). *hand_to* names where
    the call goes after them, when it goes. *n* is the number of the turn;
    None when nothing could be written, so that the words to come answer the turn before. *trouble* says why the
    safe line is said, and names the facts that are missing.
    """

    session_id: str
    id: str
    created: int
    lines: tuple[str, ...]
    languages: tuple[str, ...] = ()
    ended: bool = False
    hand_to: str = ""
    flow: str = ""
    n: int | None = None
    trouble: str = ""
