"""A Steering that does on demand what the real one must never do: fail, wait long, lose its store.

Served by gunicorn as `tests.web.stand_in:app`, to see what the doors make of it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import Any

from steering.errors import StoreUnavailable, UnknownFlow
from steering.numbers import Numbers
from steering.service import Answer, History, Steering, Waiting
from steering.sessions import SessionView, Standing
from steering.web import body, sockets
from steering.web.app import create_app
from steering.web.settings import Settings


class Slow(Waiting):
    """A look-up that takes *seconds*, and fails when *fails*."""

    def __init__(self, session_id: str, seconds: float, *, fails: bool = False) -> None:
        self.session_id, self.id, self.created, self.one_moment = session_id, "chatcmpl-slow", 7, "One moment."
        self._until, self._fails, self._spoken = time.monotonic() + seconds, fails, False

    def said(self) -> bool:
        self._spoken = True
        return True

    def result(self, timeout: float | None = None) -> Answer | None:
        left = max(self._until - time.monotonic(), 0.0)
        if timeout is not None and timeout < left:
            time.sleep(timeout)
            return None
        time.sleep(left)
        if self._fails:
            raise RuntimeError("the look-up broke")
        lines = ("One moment.", "It is there.") if self._spoken else ("It is there.",)
        return Answer(session_id=self.session_id, id=self.id, created=self.created, lines=lines)


class StandIn(Steering):
    """Answers with what it heard; a few words make it misbehave."""

    numbers = Numbers()

    def __init__(self) -> None:
        pass

    def reconnected(self, owner: str, id: str, *, line: str) -> None:
        """Nothing is kept of a call."""

    def take(self, history: History) -> Answer | Waiting:
        said = [message for message in history.messages if message.role == "caller"]
        words = said[-1].text if said else "nothing"
        id = history.session_id or "minted"
        if history.flow is not None:
            raise UnknownFlow(history.flow, self.flows())
        match words:
            case "fail":
                raise ZeroDivisionError("a secret of the inside")
            case "no store":
                raise StoreUnavailable("The ledger of calls cannot be reached just now.")
            case "look up":
                return Slow(id, 0.7)
            case "look up quickly":
                return Slow(id, 0.05)
            case "look up badly":
                return Slow(id, 0.6, fails=True)
            case "goodbye":
                return Answer(session_id=id, id="chatcmpl-2", created=6, lines=("Goodbye.",), ended=True)
            case "a person":
                return Answer(session_id=id, id="chatcmpl-3", created=6, lines=("I connect you.",), ended=True, hand_to="desk")
        return Answer(session_id=id, id="chatcmpl-1", created=5, lines=("I heard:", f"{history.owner}|{words or 'silence'}"))

    def standing(self, owner: str, id: str) -> Standing | None:
        raise StoreUnavailable("The ledger of calls cannot be reached just now.")

    def get(self, owner: str, id: str) -> SessionView | None:
        raise ZeroDivisionError("a secret of the inside")

    def put(self, owner: str, id: str, *, flow: str | None, facts: Mapping[str, Any]) -> tuple[bool, SessionView]:
        raise StoreUnavailable("The ledger of calls cannot be reached just now.")

    def flows(self) -> tuple[str, ...]:
        return ("one", "two")

    def ready(self) -> str | None:
        return "The flows are not loaded."

    def close(self) -> None:
        pass


if "SERVE_STAND_IN" in os.environ:
    body.PATIENCE = float(os.environ.get("SERVE_WITH_PATIENCE", body.PATIENCE))
    sockets.QUIET = float(os.environ.get("SERVE_WITH_QUIET", sockets.QUIET))
    app = create_app(Settings.from_env(os.environ), steering=StandIn())
