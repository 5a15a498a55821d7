"""ConversationRelay's socket as events in order and messages out; what cannot be read is passed over."""

from __future__ import annotations

import logging
import time
from collections import deque
from typing import NoReturn

from simple_websocket import ConnectionClosed

from steering.errors import RequestRefused
from steering.web.metrics import METRICS
from steering.web.sockets import Peer
from steering.web.twilio.events import Event, Keys, Prompt, Setup, event_from_relay

log = logging.getLogger(__name__)

_NOT_ALLOWED = 1008
# Seconds that Twilio has to close the socket.
_TO_LEAVE = 5.0


class Wire:
    """The socket of one call. ConnectionClosed from everything when it is no longer open."""

    def __init__(self, peer: Peer) -> None:
        self._peer, self.send = peer, peer.send
        self._events: deque[Event] = deque()

    def next(self, seconds: float | None) -> Event | None:
        """The next event, or None after *seconds*, or for what is none."""
        if self._events:
            return self._events.popleft()
        raw = self._peer.receive(seconds)
        return None if raw is None else self._read(raw)

    def setup(self, seconds: float) -> Setup:
        """The `setup` that comes within *seconds*, else an empty one; what comes before it, nobody has asked for."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if isinstance(event := self.next(left), Setup):
                return event
        return Setup("", "", "", {})

    def newer(self) -> bool:
        """Whether the caller has said or pressed something that is not answered yet."""
        while self._peer.waiting:
            if (raw := self._peer.receive()) is not None and (event := self._read(raw)) is not None:
                self._events.append(event)
        return any(isinstance(event, Keys) or (isinstance(event, Prompt) and event.words) for event in self._events)

    def forget(self, *kinds: type[Event]) -> None:
        """Drops the events of *kinds* that have come and were not asked for."""
        self._events = deque(event for event in self._events if not isinstance(event, kinds))

    def refuse(self, why: str) -> NoReturn:
        """Closes the socket of a call that is nobody's."""
        self._peer.close(_NOT_ALLOWED, why)
        raise ConnectionClosed(_NOT_ALLOWED)

    def leave(self) -> None:
        """Waits for Twilio to close the socket."""
        until = time.monotonic() + _TO_LEAVE
        while (left := until - time.monotonic()) > 0:
            try:
                self._peer.receive(left)
            except ConnectionClosed:
                return

    def _read(self, raw: str | bytes) -> Event | None:
        try:
            return event_from_relay(raw if isinstance(raw, str) else raw.decode())
        except (RequestRefused, UnicodeDecodeError) as error:
            METRICS.count("refusals")
            log.warning("relay: a message was passed over: %s", type(error).__name__)
            return None
