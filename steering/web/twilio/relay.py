"""Twilio ConversationRelay's socket at /twilio/relay: words and keys in, texts out, and a clock for silence.

Theory of operation. Twilio reports what happens in order, so a turn is placed by its number (`Answer.n`), never by
texts. It reports an interruption together with the words that were played until then: what was not cut off was
played. So every turn tells the ledger what was heard of the reply that it answers. Words that come before anything
of a reply was heard do not answer it: they belong to the turn before, which is taken again with them.

Nothing is sent for silence, and nothing tells that closing words have been spoken: both are counted here, from the
length of what was said, and counted anew when Twilio tells that it has stopped speaking.
"""

from __future__ import annotations

import logging
import time
import uuid
from collections import deque
from typing import Any

import msgspec
from flask import Blueprint, request
from simple_websocket import ConnectionClosed, Server

from steering.core.expected import Expected
from steering.core.speech.pace import seconds_to_say
from steering.core.turn import PLAYED, Kind
from steering.errors import RequestRefused, SteeringError, StoreUnavailable
from steering.history import Message
from steering.service import Answer, History, Steering, Waiting
from steering.web import turns
from steering.web.history import session_id
from steering.web.metrics import METRICS
from steering.web.settings import Settings
from steering.web.sockets import Sockets
from steering.web.twilio import events
from steering.web.twilio.desk import words_of
from steering.web.twilio.events import Cut, Event, Keys, Prompt, Setup, Speaking, Trouble
from steering.web.twilio.signature import admit
from steering.web.twilio.twiml import Words

log = logging.getLogger(__name__)

# Seconds: for `setup` to come, for one more key, for the end of words of which a part has come.
_SETUP, _NEXT_KEY, _NEXT_WORDS = 3.0, 3.0, 3.0
# Seconds: after closing words, after Twilio says that they were spoken, and for Twilio to close the socket.
_AFTER_CLOSING, _AFTER_SPEAKING, _TO_LEAVE = 0.5, 0.2, 5.0
_LOOK_AROUND = 0.1
# Prompts that are one turn.
_MOST_PARTS = 20
# A line on which nobody speaks does not stay open, whatever its flow says.
_MOST_SILENCES = 10


def blueprint(steering: Steering, settings: Settings, sockets: Sockets) -> Blueprint:
    """The route `/twilio/relay`."""

    def serve(ws: Server) -> None:
        Relay(ws, steering, settings).serve()

    return sockets.door("twilio_relay", "/twilio/relay", lambda: admit(request, settings), serve)


class Relay:
    """One call on one socket."""

    def __init__(self, ws: Server, steering: Steering, settings: Settings) -> None:
        self._ws, self._steering, self._settings = ws, steering, settings
        self._setup = Setup("", "", "", {})
        self._id = self._owner = ""
        self._events: deque[Event] = deque()
        self._due: dict[str, float] = {}
        self._expected = Expected(language="en")
        self._language = ""
        self._keys = self._partial = ""
        self._silences = 0
        # The last reply and its turn; what of it was heard, None for all.
        self._n: int | None = None
        self._reply = ""
        self._heard: str | None = None
        self._unheard = False
        # What that reply answered: the turn before it, and the messages.
        self._after: int | None = None
        self._messages: tuple[Message, ...] = ()
        self._opened_again = self._speaks = False
        self._closing: Answer | None = None

    def serve(self) -> None:
        """Talks until the call is over, or the socket closes."""
        self._set_up()
        if self._over():
            return
        opening = self._taken()
        # What was said before the opening is answered by it.
        self._newer()
        self._events.clear()
        self._answer(opening)
        while True:
            now = time.monotonic()
            name = min(self._due, key=self._due.__getitem__, default="")
            event = self._next(max(self._due[name] - now, 0.0) if name else None)
            if event is not None:
                self._on(event)
            elif name and self._due.get(name, now) <= time.monotonic():
                del self._due[name]
                if name == "end":
                    self._leave()
                    return
                self._on_time(name)

    # ---- what comes

    def _next(self, seconds: float | None) -> Event | None:
        """The next event, or None after *seconds*; what is none is passed over."""
        if self._events:
            return self._events.popleft()
        raw = self._ws.receive(timeout=seconds)
        return None if raw is None else self._read(raw)

    def _read(self, raw: str | bytes) -> Event | None:
        try:
            return events.event_from_relay(raw if isinstance(raw, str) else raw.decode())
        except (RequestRefused, UnicodeDecodeError) as error:
            METRICS.count("refusals")
            log.warning("relay: a message was passed over: %s", type(error).__name__)
            return None

    def _set_up(self) -> None:
        """Waits for `setup`; what comes before it, nobody has asked for."""
        until = time.monotonic() + _SETUP
        while (left := until - time.monotonic()) > 0:
            if isinstance(event := self._next(left), Setup):
                self._setup = event
                break
        named = self._setup.parameters.get("session") or self._setup.call
        try:
            self._id = session_id(named or None, "session") or uuid.uuid4().hex
        except RequestRefused:
            self._id = uuid.uuid4().hex
        self._owner = self._settings.owner_of_call(self._setup.parameters.get("owner", ""))
        self._language = self._setup.parameters.get("language", "")

    def _over(self) -> bool:
        """Whether the call has ended already; the relay then ends with it."""
        try:
            standing = self._steering.standing(self._owner, self._id)
        except StoreUnavailable:
            return False
        if standing is None or not (standing.ended and standing.n):
            return False
        self._closing = Answer(session_id=self._id, id="", created=0, lines=(), ended=True, hand_to=standing.hand_to)
        self._leave()
        return True

    def _on(self, event: Event) -> None:
        if isinstance(event, Prompt):
            self._hear(event)
        elif isinstance(event, Keys):
            for key in event.pressed:
                self._press(key)
        elif isinstance(event, Cut):
            self._heard = events.heard_until(self._reply, event.played)
            # Only what Twilio says was not heard, was not: what it does not tell proves neither.
            self._unheard = event.played == ""
            self._wait_for_words(0.0)
        elif isinstance(event, Speaking):
            self._speaking(begins=event.now)
        elif isinstance(event, Trouble):
            log.warning("relay: Twilio says of session %s: %s", self._id, event.description)

    def _hear(self, prompt: Prompt) -> None:
        words = events.joined(self._partial, prompt.words)
        if not prompt.last:
            self._partial = words
            self._due["words"] = time.monotonic() + _NEXT_WORDS
            return
        self._partial = ""
        self._due.pop("words", None)
        if words:
            self._take(Message(role="caller", text=words))

    def _press(self, key: str) -> None:
        """Takes the keys when there are as many as the question expects; `#` ends them, and so does a pause."""
        wanted = self._expected.keys
        if key == "#" and wanted != 1 and self._keys:
            self._take_keys()
            return
        self._keys += key
        if self._keys == "#" or (wanted and len(self._keys) >= wanted):
            self._take_keys()
        else:
            self._due["keys"] = time.monotonic() + _NEXT_KEY
            self._wait_for_words(_NEXT_KEY)

    def _take_keys(self) -> None:
        keys, self._keys = self._keys, ""
        self._take(Message(role="caller", text=keys, kind=Kind.KEYS))

    def _speaking(self, *, begins: bool) -> None:
        # An end without a beginning is that of words before.
        ends, self._speaks = self._speaks and not begins, begins
        if ends and self._closing:
            self._due["end"] = time.monotonic() + _AFTER_SPEAKING
        elif ends:
            self._wait_for_words(0.0)

    def _wait_for_words(self, seconds: float) -> None:
        """Counts silence from *seconds* on, unless the call is over."""
        if not self._closing:
            self._due["silence"] = time.monotonic() + seconds + self._settings.silence_seconds

    def _on_time(self, name: str) -> None:
        if name == "keys":
            self._take_keys()
        elif name == "words":
            self._hear(Prompt("", last=True))
        elif self._silences >= _MOST_SILENCES:
            log.warning("relay: nobody speaks in session %s", self._id)
            self._closing = Answer(session_id=self._id, id="", created=0, lines=(), ended=True)
            self._due = {"end": time.monotonic()}
        else:
            self._silences += 1
            self._take(Message(role="caller", text=""))

    # ---- turns

    def _take(self, said: Message) -> None:
        """Takes what the caller *said*, with keys that were pressed before it."""
        if self._keys:
            said = Message(role="caller", text=f"{self._keys} {said.text}".strip())
            self._keys = ""
        self._due.pop("keys", None)
        self._due.pop("silence", None)
        if said.text:
            self._silences = 0
        if self._goes_on(said):
            if self._messages:
                self._messages = (*self._messages, said)
            else:
                # Words that were spoken before the opening are answered by it.
                self._opened_again = True
        else:
            heard = self._reply if self._heard is None else self._heard
            self._after, self._messages = self._n, (Message(role="assistant", text=heard), said)
        self._answer(self._taken())

    def _goes_on(self, said: Message) -> bool:
        """Whether the words belong to those before them, because no word of ours was heard in between."""
        if not self._unheard or said.kind is not Kind.SPEECH or not said.text:
            return False
        if not self._messages:
            return not self._opened_again
        return self._messages[-1].kind is Kind.SPEECH and len(self._messages) < _MOST_PARTS

    def _taken(self) -> Answer | Waiting:
        history = History(
            owner=self._owner,
            session_id=self._id,
            flow=self._setup.parameters.get("flow") or None,
            messages=self._messages,
            after=self._after,
            platform="twilio",
            number=self._setup.number,
            called=self._setup.called,
            evidence=PLAYED,
        )
        try:
            return turns.take(self._steering, history)
        except SteeringError as error:
            # A call has no status with which to ask for a retry.
            log.error("%s: %s", error.code, error)
            return turns.trouble(self._id)

    def _answer(self, taken: Answer | Waiting) -> None:
        """Says *taken*, or nothing of it when the caller has gone on already."""
        spoken = ""
        if isinstance(taken, Waiting):
            answer = turns.finish_soon(taken)
            if answer is None and not self._newer() and (spoken := turns.say_one_moment(taken)):
                self._say([(spoken, self._expected.language)], more=True)
            while answer is None:
                answer = turns.finish_soon(taken, _LOOK_AROUND)
        else:
            answer = taken
        said = " ".join(answer.lines)
        self._look()
        if self._newer():
            # None of the answer was heard, but the words that were said for the look-up.
            self._stands(answer, said, spoken)
            return
        self._say(words_of(answer, spoken, self._expected.language), ended=answer.ended)
        self._stands(answer, said, None)
        if answer.ended:
            self._closing, self._speaks = answer, False
            self._due = {"end": time.monotonic() + seconds_to_say(said) + _AFTER_CLOSING}
        else:
            self._wait_for_words(seconds_to_say(said))

    def _stands(self, answer: Answer, said: str, heard: str | None) -> None:
        # After trouble the words to come answer the turn before.
        if answer.n is not None:
            self._n, self._reply, self._heard, self._unheard = answer.n, said, heard, heard == ""

    def _look(self) -> None:
        """Learns what is expected next."""
        try:
            standing = self._steering.standing(self._owner, self._id)
        except StoreUnavailable:
            return
        if standing:
            self._expected = standing.expected

    def _newer(self) -> bool:
        """Whether the caller has said or pressed something more."""
        while self._ws.input_buffer:
            if (event := self._read(self._ws.receive())) is not None:
                self._events.append(event)
        return any(isinstance(event, Keys) or (isinstance(event, Prompt) and event.words) for event in self._events)

    # ---- what goes

    def _say(self, words: Words, *, ended: bool = False, more: bool = False) -> None:
        """Says *words*, and listens in the language of the flow; words that end the call cannot be cut off."""
        now = self._expected.language
        if now != self._language:
            if self._language:
                self._send(events.language(now))
            self._language = now
        self._send(*events.texts(words, interruptible=not ended, more=more))

    def _send(self, *messages: dict[str, Any]) -> None:
        for message in messages:
            self._ws.send(msgspec.json.encode(message).decode())

    def _leave(self) -> None:
        """Ends the relay; Twilio asks `/twilio/ended` how the call goes on, and closes the socket."""
        if self._closing:
            self._send(events.end(self._closing))
        until = time.monotonic() + _TO_LEAVE
        while (left := until - time.monotonic()) > 0:
            try:
                self._ws.receive(timeout=left)
            except ConnectionClosed:
                return
