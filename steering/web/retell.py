"""Retell's socket at /llm-websocket/<call_id>: its events in, `response`s out; a newer response_id makes an older one stale.

Retell sends the whole transcript each time, but a silence leaves no trace in it: so the turn that words answer is
told by us, who count, and not by their place in the transcript.
"""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, g, request

from steering.errors import RequestRefused, SteeringError, StoreUnavailable
from steering.history import Message
from steering.service import Answer, History, Steering, Waiting
from steering.web import turns
from steering.web.auth import bearer, owner_of_key
from steering.web.body import parse
from steering.web.history import MAX_MESSAGES, MAX_WORDS, session_id
from steering.web.metrics import METRICS
from steering.web.platforms import facts_of, text_of
from steering.web.settings import Settings
from steering.web.sockets import Peer, Sockets
from steering.web.tails import clean, is_silence

log = logging.getLogger(__name__)

_CONFIG = {"response_type": "config", "config": {"auto_reconnect": True, "call_details": True}}
# Seconds that the opening waits for `call_details`; then it is spoken without them.
_DETAILS = 1.0


@dataclass(frozen=True, slots=True)
class Spoken:
    """The end of a transcript: the caller's last words, what the agent had said before them, and which words they are.

    *at* counts the caller's turns; it stays when the caller goes on talking. *answered*: the agent spoke after them.
    """

    words: str = ""
    before: str = ""
    after: str = ""
    at: int = 0

    @property
    def answered(self) -> bool:
        return bool(self.after)


def spoken(transcript: object) -> Spoken:
    """What a transcript ends with; an empty one when it is none."""
    caller: list[str] = []
    agent: list[str] = []
    before, at = "", 0
    for role, text in _utterances(transcript):
        if role == "agent":
            agent.append(text)
            continue
        if agent or not at:
            before, at = " ".join(agent), at + 1
            caller, agent = [], []
        caller.append(text)
    return Spoken(words=" ".join(caller)[:MAX_WORDS], before=before, after=" ".join(agent), at=at)


def _utterances(transcript: object) -> Iterable[tuple[str, str]]:
    for one in transcript[-MAX_MESSAGES:] if isinstance(transcript, list) else ():
        if isinstance(one, dict) and isinstance(one.get("content"), str) and one.get("role") in ("agent", "user"):
            text = clean(one["content"]).strip()
            if text and not is_silence(text):
                yield one["role"], text


def responses(lines: tuple[str, ...], response_id: int, answer: Answer, transfer: str) -> list[dict[str, Any]]:
    """*lines* as Retell's responses; the last one completes them, and ends or transfers the call with *answer*."""
    said = lines or ("",)
    made: list[dict[str, Any]] = [
        {"response_type": "response", "response_id": response_id, "content": line + " ", "content_complete": False} for line in said[:-1]
    ]
    last: dict[str, Any] = {"response_type": "response", "response_id": response_id, "content": said[-1], "content_complete": True}
    if transfer:
        last["transfer_number"] = transfer
    else:
        last["end_call"] = answer.ended and not answer.hand_to
    return [*made, last]


def call_from_details(call: Mapping[str, Any]) -> dict[str, Any]:
    """What `call_details` tells of a call, as fields of a History: who calls whom, which agent, and its variables."""
    outbound = call.get("direction") == "outbound"
    given = [one for name in ("metadata", "retell_llm_dynamic_variables") if isinstance(one := call.get(name), dict)]
    return {
        "number": text_of(call, "to_number" if outbound else "from_number"),
        "called": text_of(call, "from_number" if outbound else "to_number"),
        "platform_id": text_of(call, "agent_id"),
        "facts": {name: value for one in given for name, value in facts_of(one).items()},
    }


def blueprint(steering: Steering, settings: Settings, sockets: Sockets) -> Blueprint:
    """The route `/llm-websocket/<call_id>`; Retell adds the id to an address that may hold the key: `/llm-websocket/<key>`."""

    def admit() -> None:
        named = request.view_args or {}
        g.owner = owner_of_key(named.get("key") or request.args.get("token") or bearer(request), settings)
        session_id(named.get("call_id"), "call_id")

    def serve(peer: Peer, call_id: str, key: str = "") -> None:
        Call(peer, steering, g.owner, call_id, request.args.get("flow")).serve()

    return sockets.door("retell", "/llm-websocket/<call_id>", admit, serve, also=("/llm-websocket/<key>/<call_id>",))


class Call:
    """One call on one socket: which turn was answered last, and which event is to be answered next."""

    def __init__(self, peer: Peer, steering: Steering, owner: str, id: str, flow: str | None) -> None:
        self._peer, self._steering = peer, steering
        self._owner, self._id, self._flow = owner, id, flow
        # Its own name for the socket: a call may go on over another one.
        self._line = uuid.uuid4().hex
        self._next: Mapping[str, Any] | None = None
        self._details: Mapping[str, Any] | None = None
        # The last turn; the caller's words that it answered, and the turn that those answered.
        self._n: int | None = None
        self._at = 0
        self._after: int | None = None

    def serve(self) -> None:
        """Answers until the socket closes; a closed call is over, unless it has gone on over another socket."""
        try:
            self._peer.send(_CONFIG)
            self._read_details()
            self._open()
            while True:
                if self._next is None and (text := self._peer.text()) is not None:
                    self._read(text)
                if (event := self._next) is not None:
                    self._next = None
                    self._answer(event)
        finally:
            if self._peer.left:
                self._steering.hung_up(self._owner, self._id, line=self._line)

    def _read_details(self) -> None:
        until = time.monotonic() + _DETAILS
        while self._details is None and self._next is None and (left := until - time.monotonic()) > 0:
            if (text := self._peer.text(left)) is not None:
                self._read(text)

    def _open(self) -> None:
        """Speaks first, unless the call is under way and only the socket is new."""
        try:
            self._steering.reconnected(self._owner, self._id, line=self._line)
            view = self._steering.get(self._owner, self._id)
        except StoreUnavailable:
            view = None
        if view and view.turns:
            self._n = view.turns
        elif self._next is None:
            self._say(self._taken(()), 0)

    def _read(self, text: str) -> None:
        try:
            event = parse(text.encode("utf-8", "ignore"))
        except RequestRefused as error:
            METRICS.count("refusals")
            log.warning("retell: %s", error)
            return
        kind = event.get("interaction_type") if isinstance(event, dict) else None
        if kind == "ping_pong":
            self._peer.send({"response_type": "ping_pong", "timestamp": event.get("timestamp")})
        elif kind == "call_details":
            self._details = event.get("call") if isinstance(event.get("call"), dict) else {}
        elif kind in ("response_required", "reminder_required") and _is_id(event.get("response_id")):
            self._next = event

    def _answer(self, event: Mapping[str, Any]) -> None:
        said = spoken(event.get("transcript"))
        if event["interaction_type"] == "reminder_required":
            after, messages = self._n, _messages(said.after or said.before, "")
        elif not said.at or said.answered:
            # Nothing new was said: the open question again.
            after, messages = None, ()
        else:
            after = self._after if said.at == self._at else self._n
            messages = _messages(said.before, said.words)
        taken = self._taken(messages, after)
        if messages and messages[-1].text:
            self._at, self._after = said.at, after
        self._say(taken, int(event["response_id"]))

    def _taken(self, messages: tuple[Message, ...], after: int | None = None) -> Answer | Waiting:
        try:
            return turns.take(self._steering, self._history(messages, after))
        except SteeringError as error:
            # A call has no status with which to ask for a retry.
            log.error("%s: %s", error.code, error)
            return turns.trouble(self._id)

    def _history(self, messages: tuple[Message, ...], after: int | None = None) -> History:
        known = call_from_details(self._details or {})
        return History(owner=self._owner, session_id=self._id, flow=self._flow, messages=messages, after=after, platform="retell", **known)

    def _say(self, taken: Answer | Waiting, response_id: int) -> None:
        def say(words: str) -> None:
            self._peer.send({"response_type": "response", "response_id": response_id, "content": words + " ", "content_complete": False})

        answer, spoken = turns.bridged(taken, say=say, stale=self._stale)
        if answer is None:
            # It is in the ledger when it is there, whoever asks for it then.
            return
        self._n = self._n if answer.n is None else answer.n
        for one in responses(turns.rest(answer, spoken), response_id, answer, self._transfer(answer)):
            if self._stale():
                return
            self._peer.send(one)

    def _transfer(self, answer: Answer) -> str:
        """The number that the call goes to after *answer*; "" when it stays, or nobody says which."""
        target = self._steering.numbers.hand_off(answer.hand_to) if answer.hand_to else None
        return target.address if target and target.kind == "phone" else ""

    def _stale(self) -> bool:
        """Whether an event with a newer id has come; what came beside it is read on the way."""
        for text in self._peer.texts():
            self._read(text)
        return self._next is not None


def _messages(heard: str, words: str) -> tuple[Message, ...]:
    return Message(role="assistant", text=heard), Message(role="caller", text=words)


def _is_id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
