"""What was said to and fro on a relay, and what of it was heard; keys that are not a number yet. No I/O."""

from __future__ import annotations

from steering.core.turn import Kind
from steering.history import Message
from steering.web.twilio.events import heard_until

# Prompts that are one turn.
_MOST_PARTS = 20


class Talk:
    """The last reply with its turn *n*, and the next request: *messages* that answer the turn *after*.

    Without *messages* the request is a contact: it gets the opening, or the open question.
    """

    def __init__(self) -> None:
        self.n: int | None = None
        self.after: int | None = None
        self.messages: tuple[Message, ...] = ()
        self._reply = ""
        # What of the reply was heard, None for all of it; and whether Twilio says that it was nothing.
        self._heard: str | None = None
        self._unheard = self._opened_again = False

    def cut(self, played: str | None) -> None:
        """The caller has cut in when *played* were the last words heard; None tells nothing, and so proves nothing."""
        self._heard = heard_until(self._reply, played)
        self._unheard = played == ""

    def hear(self, said: Message) -> None:
        """Makes the next request of what the caller *said*."""
        if not self._goes_on(said):
            heard = self._reply if self._heard is None else self._heard
            self.after, self.messages = self.n, (Message(role="assistant", text=heard), said)
        elif self.messages:
            self.messages = (*self.messages, said)
        else:
            # Words that were spoken before the opening are answered by it.
            self._opened_again = True

    def _goes_on(self, said: Message) -> bool:
        """Whether the words belong to those before them, because no word of ours was heard in between."""
        if not self._unheard or said.kind is not Kind.SPEECH or not said.text:
            return False
        if not self.messages:
            return not self._opened_again
        return self.messages[-1].kind is Kind.SPEECH and len(self.messages) < _MOST_PARTS

    def reply(self, n: int | None, said: str, heard: str | None = None) -> None:
        """*said* is the reply, of which *heard* was heard at most (None: it is being said). *n* None: it is none, and will not be kept."""
        # After trouble the words to come answer the turn before.
        if n is not None:
            self.n, self._reply, self._heard, self._unheard = n, said, heard, heard == ""


class Keypad:
    """Keys that were pressed and are no answer yet."""

    def __init__(self) -> None:
        self.keys = ""

    def press(self, key: str, wanted: int) -> bool:
        """Whether the keys are an answer with this one: as many as are *wanted* (0: nobody knows), or ended by `#`."""
        if key == "#" and wanted != 1 and self.keys:
            return True
        self.keys += key
        return self.keys == "#" or bool(wanted and len(self.keys) >= wanted)

    def take(self) -> str:
        """The keys, which are then taken."""
        keys, self.keys = self.keys, ""
        return keys
