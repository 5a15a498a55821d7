"""ConversationRelay's messages: what comes as events, what goes out as JSON objects. Pure.

What is absent, null or of another type is as if it were empty: a message never fails for one field.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from steering.core.masking import masked
from steering.core.obligations import folded
from steering.service import Answer
from steering.web import body
from steering.web.history import MAX_WORDS
from steering.web.tails import clean
from steering.web.twilio.twiml import heard_locale, spoken_locale

KEYS = frozenset("0123456789*#")


@dataclass(frozen=True, slots=True)
class Setup:
    """The call begins, or goes on, on this socket. *parameters* are those of our TwiML."""

    call: str
    number: str
    called: str
    parameters: dict[str, str]


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the caller says; more of it follows unless it is the *last*."""

    words: str
    last: bool


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys of the telephone."""

    pressed: str


@dataclass(frozen=True, slots=True)
class Cut:
    """The caller has cut in: *played* are the last words that were heard before, None when nobody tells."""

    played: str | None


@dataclass(frozen=True, slots=True)
class Speaking:
    """We begin or end to be heard, or (*caller*) the caller begins or ends to speak."""

    now: bool
    caller: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """What Twilio says is wrong."""

    description: str


Event = Setup | Prompt | Keys | Cut | Speaking | Trouble


class _Message(msgspec.Struct, gc=False):
    type: Any = None
    callSid: Any = None
    from_: Any = msgspec.field(default=None, name="from")
    to: Any = None
    direction: Any = None
    customParameters: Any = None
    voicePrompt: Any = None
    last: Any = None
    digit: Any = None
    utteranceUntilInterrupt: Any = None
    description: Any = None
    name: Any = None
    value: Any = None


_DECODER = msgspec.json.Decoder(_Message)


def event_from_relay(raw: str) -> Event | None:
    """What a message of ConversationRelay says; None for what is of no use here. RequestRefused when it is no JSON object."""
    sent = body.decode(raw.encode("utf-8", "ignore"), _DECODER)
    match sent.type:
        case "prompt":
            return Prompt(_text(sent.voicePrompt)[:MAX_WORDS], sent.last not in (False, "false"))
        case "dtmf":
            pressed = "".join(key for key in _text(sent.digit) if key in KEYS)
            return Keys(pressed) if pressed else None
        case "interrupt":
            return Cut(_text(sent.utteranceUntilInterrupt) if isinstance(sent.utteranceUntilInterrupt, str) else None)
        case "setup":
            given = sent.customParameters if isinstance(sent.customParameters, dict) else {}
            us, them = _text(sent.to), _text(sent.from_)
            if _text(sent.direction).startswith("outbound"):
                us, them = them, us
            return Setup(_text(sent.callSid), them, us, {name: _text(value) for name, value in given.items()})
        case "info" if sent.name in ("agentSpeaking", "clientSpeaking"):
            return Speaking(sent.value in (True, "on", "true"), caller=sent.name == "clientSpeaking")
        case "error":
            # It may quote what we said, in the message that it complains of.
            return Trouble(masked(_text(sent.description).partition("{")[0])[:200])
    return None


def _text(value: Any) -> str:
    if isinstance(value, str):
        return clean(value).strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def joined(partial: str, words: str) -> str:
    """A partial prompt and the next one, which may repeat it."""
    before = folded(partial)
    return words if folded(words)[: len(before)] == before else f"{partial} {words}".strip()


def heard_until(reply: str, played: str | None) -> str:
    """What of *reply* was heard when *played* were its last words before the caller cut in; when in doubt, less."""
    if not (end := folded(played or "")):
        return ""
    words = reply.split()
    tokens = [(token, at) for at, word in enumerate(words) for token in folded(word)]
    size = len(end) - 1
    for i in range(len(tokens) - size):
        found = [token for token, _ in tokens[i : i + size + 1]]
        # The last word may be cut off itself.
        if tuple(found[:size]) == end[:size] and found[size].startswith(end[size]):
            return " ".join([*words[: tokens[i][1]], played or ""]).strip()
    return played or ""


def texts(words: Sequence[tuple[str, str]], *, interruptible: bool, more: bool = False) -> list[dict[str, Any]]:
    """(line, language) pairs as `text` messages; the last one is the last token of the reply unless there is *more* to come."""
    final = len(words) - 1
    return [
        {
            "type": "text",
            "token": line + " ",
            "last": at == final and not more,
            "lang": spoken_locale(tongue),
            "interruptible": interruptible,
        }
        for at, (line, tongue) in enumerate(words)
    ]


def language(tag: str) -> dict[str, Any]:
    """The message after which Twilio speaks and hears another language."""
    return {"type": "language", "ttsLanguage": spoken_locale(tag), "transcriptionLanguage": heard_locale(tag)}


def end(answer: Answer) -> dict[str, Any]:
    """The message that ends the relay; Twilio hands its data to `/twilio/ended`."""
    data = {
        "reason": "hand_to" if answer.hand_to else "ended",
        "hand_to": answer.hand_to,
        "session": answer.session_id,
        "flow": answer.flow,
    }
    return {"type": "end", "handoffData": json.dumps(data)}
