"""The only place where core meets store: a platform's History goes in, an Answer comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of a history, already free of a platform's tails and instructions.

    *text* "" is a silence. *time* is (begin, end) in milliseconds when the platform gives it;
    *scores* are the prosody of a spoken message.
    """

    role: Literal["caller", "assistant"]
    text: str
    time: tuple[int, int] | None = None
    scores: Mapping[str, float] | None = None
    context: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """One request of a voice platform: who asks, for which session, and the call so far.

    *flow* was asked for by name (`?flow=`); *model* chooses a flow only when it happens to name one.
    """

    owner: str = ""
    session_id: str | None = None
    flow: str | None = None
    model: str | None = None
    messages: tuple[Message, ...] = ()
    idempotency_key: str = ""
    platform: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What to say. Equal for equal turns, byte for byte: *id* and *created* derive from the turn.

    *lines* are spoken forms. *hand_to* names where the call goes after them, when it goes.
    """

    session_id: str
    id: str
    created: int
    lines: tuple[str, ...]
    ended: bool = False
    hand_to: str = ""
    flow: str = ""


class Waiting:
    """A turn that waits for a look-up. Say *one_moment* if `result(0.4)` gives None, then call `result()`.

    *session_id*, *id* and *created* are those of the Answer to come: a stream names them before it is there.
    """

    session_id: str
    id: str
    created: int
    one_moment: str

    def said(self) -> None:
        """Records that *one_moment* was spoken: it becomes the first line of the stored reply."""
        raise NotImplementedError

    def result(self, timeout: float | None = None) -> Answer | None:
        """The whole Answer (*one_moment* included as its first line if it was said), or None after *timeout* seconds."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    """What `GET /sessions/<id>` shows."""

    id: str
    flow: str
    flow_hash: str
    step: str
    ended: bool
    facts: Mapping[str, str]
    stack: tuple[Mapping[str, str], ...] = ()
    incarnation: int = 1
    turns: int = 0
    created: float = 0.0
    last: float = 0.0


class Steering:
    """The engine behind every adapter."""

    def take(self, history: History) -> Answer | Waiting:
        """The answer to *history*. UnknownFlow, RequestRefused, or StoreUnavailable (when this process knows nothing of the session); whatever else fails inside is answered by the safe line."""
        raise NotImplementedError

    def put(self, owner: str, id: str, *, flow: str | None, facts: Mapping[str, Any]) -> tuple[bool, SessionView]:
        """(created, view). FactError, UnknownFlow, FlowChanged."""
        raise NotImplementedError

    def get(self, owner: str, id: str) -> SessionView | None:
        raise NotImplementedError

    def transcript(self, owner: str, id: str) -> list[dict[str, Any]] | None:
        """The live turns in order: {"n", "at", "caller", "reply", "spoken", "steps", "status"}."""
        raise NotImplementedError

    def sessions(self, owner: str, *, flow: str | None = None, since: float | None = None) -> list[SessionView]:
        raise NotImplementedError

    def delete(self, owner: str, id: str) -> bool:
        raise NotImplementedError

    def flows(self) -> tuple[str, ...]:
        """The names that can be asked for."""
        raise NotImplementedError

    def ready(self) -> str | None:
        """None when calls can be taken, else the reason why not."""
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError


