"""A platform's whole history of a call, cut into turns and compared with what we know. Pure.

Theory of operation. Voice platforms send everything each time, without a turn number. Consecutive
caller messages with no assistant text between them are one Group, that is one turn; the assistant
text before a group is its anchor: it tells where a history begins and what of a reply was spoken.
A turn's identity is the chain over the texts of all turns up to it; prosody, times and assistant
text are not part of it.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from steering.core.obligations import begins, folded
from steering.core.turn import Kind

RETRY_SECONDS = 3.0
_SILENT = frozenset({"", "…", "...", ". . ."})


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """One message of a history, already free of a platform's tails and instructions.

    *text* "" is a silence. *time* is (begin, end) in milliseconds when the platform gives it;
    *scores* are the prosody of a spoken message. *kind* is SPEECH, KEYS, INTERRUPT, VOICEMAIL or HANGUP.
    """

    role: Literal["caller", "assistant"]
    text: str
    time: tuple[int, int] | None = None
    scores: Mapping[str, float] | None = None
    context: str = ""
    kind: Kind = Kind.SPEECH


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The caller's side of one turn; *before_text* is the assistant text that it answers."""

    text: str
    before_text: str = ""
    time: tuple[int, int] | None = None
    scores: Mapping[str, float] | None = None
    kind: Kind = Kind.SILENCE

    @property
    def identity(self) -> str:
        """What of this turn is hashed: the words, marked when they were not spoken."""
        return self.text if self.kind in (Kind.SPEECH, Kind.SILENCE) else f"\0{self.kind}\0{self.text}"


def groups_of(messages: Sequence[Message]) -> tuple[tuple[Group, ...], bool]:
    """The turns of a history, and whether it tells at all what the assistant said."""
    groups: list[Group] = []
    anchor: list[str] = []
    spoken = False
    last: Message | None = None
    for message in messages:
        if message.role == "assistant" and not message.text.strip():
            # A report too: nothing was heard. It parts nothing, or a copy of the words before it would be a second time.
            spoken = True
            continue
        same = last and (last.role, last.text, last.time) == (message.role, message.text, message.time)
        last = message
        if same:
            continue
        text = message.text if message.text.isascii() else unicodedata.normalize("NFC", message.text)
        text = " ".join(text.split())
        if message.role == "assistant":
            spoken = True
            anchor.append(text)
            continue
        text = "" if text in _SILENT else text
        if groups and not anchor:
            groups[-1] = _joined(groups[-1], text, message)
            continue
        kind = Kind.SILENCE if message.kind is Kind.SPEECH and not text else message.kind
        group = Group(text=text, before_text=" ".join(anchor), time=message.time, scores=message.scores, kind=kind)
        groups.append(group)
        anchor = []
    return tuple(groups), spoken


def _joined(group: Group, text: str, message: Message) -> Group:
    time = (group.time[0], message.time[1]) if group.time and message.time else group.time or message.time
    words = " ".join(part for part in (group.text, text) if part)
    kind = message.kind if message.kind is not Kind.SPEECH else Kind.SPEECH if words else group.kind
    return replace(group, text=words, time=time, scores=message.scores or group.scores, kind=kind)


def first_link(owner: str, session_id: str, incarnation: int, salt: bytes) -> bytes:
    """chain_0 of a session."""
    return hashlib.sha256(b"\x1f".join((owner.encode(), session_id.encode(), str(incarnation).encode(), salt))).digest()


def link(previous: bytes, text: str) -> bytes:
    """The chain of a turn from the one before it and the caller's words."""
    return hashlib.sha256(previous + b"\x1f" + text.encode()).digest()


def spoken_as(anchor: str, reply: str) -> bool:
    """Whether the assistant text *anchor* is *reply*, its beginning, or begins with it."""
    played = folded(anchor)
    made = played if anchor == reply else folded(reply)
    return begins(played, made) or begins(made, played)


def same_contact(group: Group, text: str, time: tuple[int, int] | None, seconds: float) -> bool:
    """Whether newest words repeat or lengthen the stored *text*: by their time, else within three seconds."""
    if group.text == text:
        return group.time == time if group.time and time else not group.time and not time and seconds <= RETRY_SECONDS
    if not (text and group.text.startswith(text + " ")):
        return False
    return group.time[0] == time[0] if group.time and time else not group.time and not time and seconds <= RETRY_SECONDS
