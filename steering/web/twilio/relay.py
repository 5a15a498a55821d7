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
from contextlib import suppress

from flask import Blueprint, request

from steering.core.expected import Expected
from steering.core.speech.pace import seconds_to_say
from steering.core.turn import PLAYED, Kind
from steering.errors import RequestRefused, SteeringError, StoreUnavailable
from steering.history import Message
from steering.service import Answer, History, Steering, Waiting
from steering.sessions import Standing
from steering.web import turns
from steering.web.history import session_id
from steering.web.settings import Settings
from steering.web.sockets import Peer, Sockets
from steering.web.twilio import events
from steering.web.twilio.desk import sid_of, words_of
from steering.web.twilio.events import Cut, Event, Keys, Prompt, Setup, Speaking, Trouble
from steering.web.twilio.signature import admit
from steering.web.twilio.talk import Keypad, Talk
from steering.web.twilio.twiml import Words
from steering.web.twilio.wire import Wire

log = logging.getLogger(__name__)

# Seconds: for `setup` to come, for one more key, for the end of words of which a part has come.
_SETUP, _NEXT_KEY, _NEXT_WORDS = 3.0, 3.0, 3.0
# Seconds: after closing words, and after Twilio says that they were spoken.
_AFTER_CLOSING, _AFTER_SPEAKING = 0.5, 0.2
# Seconds: whoever speaks longer than this at a stretch is no caller.
_LONGEST_WORDS = 60.0
# Closing words are said to whoever goes on talking, but not for ever.
_MOST_CLOSINGS = 3
# A line on which nobody speaks does not stay open, whatever its flow says.
_MOST_SILENCES = 10


def blueprint(steering: Steering, settings: Settings, sockets: Sockets) -> Blueprint:
    """The route `/twilio/relay`."""

    def serve(peer: Peer) -> None:
        Relay(peer, steering, settings, request.args.get("owner", "")).serve()

    return sockets.door("twilio_relay", "/twilio/relay", lambda: admit(request, settings), serve)


class Relay:
    """One call on one socket, whose address may name its *owner*."""

    def __init__(self, peer: Peer, steering: Steering, settings: Settings, owner: str) -> None:
        self._wire, self._steering, self._settings = Wire(peer), steering, settings
        self._setup = Setup("", "", "", {})
        self._id, self._owner = "", owner
        # Its own name for the socket: a call may go on over another one.
        self._line = uuid.uuid4().hex
        self._due: dict[str, float] = {}
        self._expected = Expected(language="en")
        self._language = ""
        self._talk, self._keypad = Talk(), Keypad()
        self._partial = ""
        self._silences = 0
        self._speaks = False
        self._closing: Answer | None = None
        self._closings = 0

    def serve(self) -> None:
        """Talks until the call is over, or the socket closes."""
        self._set_up()
        if self._over():
            return
        with suppress(StoreUnavailable):
            self._steering.reconnected(self._owner, self._id, line=self._line)
        opening = self._taken()
        # What was said before the opening is answered by it.
        self._wire.newer()
        self._wire.forget(Prompt, Keys, Cut)
        self._answer(opening)
        while True:
            now = time.monotonic()
            name = min(self._due, key=self._due.__getitem__, default="")
            event = self._wire.next(max(self._due[name] - now, 0.0) if name else None)
            if event is not None:
                self._on(event)
            elif name and self._due.get(name, now) <= time.monotonic():
                del self._due[name]
                if name == "end" or (name == "silence" and self._elsewhere()):
                    break
                self._on_time(name)
        self._leave()

    # ---- what comes

    def _set_up(self) -> None:
        self._setup = self._wire.setup(_SETUP)
        named = self._setup.parameters.get("session") or self._setup.call
        try:
            self._id = session_id(named or None, "session") or uuid.uuid4().hex
        except RequestRefused:
            self._id = uuid.uuid4().hex
        owner = self._settings.owner_named(self._setup.parameters.get("owner") or self._owner)
        if owner is None:
            log.error("relay: a call names no owner of STEERING_API_KEY; `?owner=NAME` in its address or the parameter `owner` does")
            self._wire.refuse("Neither `?owner=` in the address nor the parameter `owner` names anybody here.")
        self._owner = owner
        self._language = self._setup.parameters.get("language", "")

    def _over(self) -> bool:
        """Whether the call has ended already; the relay then ends with it."""
        standing = self._standing()
        if standing is None or not (standing.ended and standing.n):
            return False
        self._closing = _ended(self._id, standing.hand_to)
        self._leave()
        return True

    def _elsewhere(self) -> bool:
        """Whether the call has gone on over another socket: this one has nothing more to say."""
        try:
            if self._steering.replaced(self._owner, self._id, line=self._line):
                return True
        except StoreUnavailable:
            return False
        standing = self._standing()
        return standing is not None and self._talk.n is not None and standing.n != self._talk.n

    def _standing(self) -> Standing | None:
        """Where the call stands in the ledger; None when nobody can tell."""
        try:
            return self._steering.standing(self._owner, self._id)
        except StoreUnavailable:
            return None

    def _on(self, event: Event) -> None:
        if self._closings >= _MOST_CLOSINGS and isinstance(event, Prompt | Keys):
            return
        if isinstance(event, Prompt):
            self._hear(event)
        elif isinstance(event, Keys):
            for key in event.pressed:
                self._press(key)
        elif isinstance(event, Cut):
            self._talk.cut(event.played)
            self._wait_for_words(0.0)
        elif isinstance(event, Speaking):
            if event.caller:
                self._wait_for_words(_LONGEST_WORDS if event.now else 0.0)
            else:
                self._speaking(begins=event.now)
        elif isinstance(event, Trouble):
            log.warning("relay: Twilio says of session %s: %s", self._id, event.description)

    def _hear(self, prompt: Prompt) -> None:
        words = events.joined(self._partial, prompt.words)
        if not prompt.last:
            self._partial = words
            self._due["words"] = time.monotonic() + _NEXT_WORDS
            self._wait_for_words(_NEXT_WORDS)
            return
        self._partial = ""
        self._due.pop("words", None)
        if words:
            self._take(Message(role="caller", text=words))

    def _press(self, key: str) -> None:
        if self._keypad.press(key, self._expected.keys):
            self._take_keys()
        else:
            self._due["keys"] = time.monotonic() + _NEXT_KEY
            self._wait_for_words(_NEXT_KEY)

    def _take_keys(self) -> None:
        self._take(Message(role="caller", text=self._keypad.take(), kind=Kind.KEYS))

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
            with suppress(StoreUnavailable):
                self._steering.hung_up(self._owner, self._id, reason="silence", line=self._line)
            self._closing = _ended(self._id)
            self._due = {"end": time.monotonic()}
        else:
            self._silences += 1
            self._take(Message(role="caller", text=""))

    # ---- turns

    def _take(self, said: Message) -> None:
        """Takes what the caller *said*, with keys that were pressed before it."""
        if keys := self._keypad.take():
            said = Message(role="caller", text=f"{keys} {said.text}".strip())
        for name in ("keys", "silence", "end"):
            self._due.pop(name, None)
        if said.text:
            self._silences = 0
        self._talk.hear(said)
        self._answer(self._taken())

    def _taken(self) -> Answer | Waiting:
        history = History(
            owner=self._owner,
            session_id=self._id,
            flow=self._setup.parameters.get("flow") or None,
            messages=self._talk.messages,
            after=self._talk.after,
            platform="twilio",
            number=self._setup.number,
            called=self._setup.called,
            call_sid=sid_of(self._setup.call),
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

        def say(words: str) -> None:
            self._say([(words, self._expected.language)], more=True)

        found, spoken = turns.bridged(taken, say=say, stale=self._wire.newer)
        # The words that came meanwhile are placed by the number of this turn.
        answer = found or turns.settled(taken)
        said = " ".join(answer.lines)
        self._look()
        if self._wire.newer():
            # None of the answer was heard, but the words that were said for the look-up.
            self._talk.reply(answer.n, said, heard=spoken)
            return
        # What was cut off up to here were words before.
        self._wire.forget(Cut)
        self._say(words_of(answer, spoken, self._expected.language), ended=answer.ended)
        self._talk.reply(answer.n, said)
        self._closing, self._speaks = (answer if answer.ended else None), False
        if answer.ended:
            self._closings += 1
            self._due = {"end": time.monotonic() + seconds_to_say(said) + _AFTER_CLOSING}
        else:
            self._wait_for_words(seconds_to_say(said))

    def _look(self) -> None:
        """Learns what is expected next."""
        try:
            standing = self._steering.standing(self._owner, self._id)
        except StoreUnavailable:
            return
        if standing:
            self._expected = standing.expected

    # ---- what goes

    def _say(self, words: Words, *, ended: bool = False, more: bool = False) -> None:
        """Says *words*, and listens in the language of the flow; words that end the call cannot be cut off."""
        now = self._expected.language
        if now != self._language:
            if self._language:
                self._wire.send(events.language(now))
            self._language = now
        self._wire.send(*events.texts(words, interruptible=not ended, more=more))

    def _leave(self) -> None:
        """Ends the relay; Twilio asks `/twilio/ended` how the call goes on, and closes the socket."""
        if self._closing:
            self._wire.send(events.end(self._closing))
        self._wire.leave()


def _ended(id: str, hand_to: str = "") -> Answer:
    """The end of a call, without a word."""
    return Answer(session_id=id, id="", created=0, lines=(), ended=True, hand_to=hand_to)
