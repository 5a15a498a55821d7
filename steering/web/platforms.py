"""What OpenAI-compatible platforms add to a request: which call it is, who calls, and the tools that end or move it.

Vapi names the call in `call`; ElevenLabs passes on what the integrator put into `elevenlabs_extra_body`; LiveKit,
Pipecat and other OpenAI clients have `user`. What is absent, null or of another shape is not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from steering.core.numbers import Target
from steering.service import Answer
from steering.web.history import Asked, offered_tools

HANG_UP_TOOLS = ("hang_up", "endCall", "end_call")
_IDS = ("custom_session_id", "session_id", "conversation_id", "call_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a body says of its call beside the messages: *param* is where *session_id* stood, the rest fields of a History."""

    session_id: str | None = None
    param: str = ""
    known: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A tool to call after the closing words."""

    name: str
    arguments: Mapping[str, str] = field(default_factory=dict)


def told(sent: Asked) -> Told:
    """What *sent* says of its call."""
    if call := object_of(sent.call):
        variables = object_of(object_of(call.get("assistantOverrides")).get("variableValues"))
        known = {
            "number": text_of(object_of(call.get("customer")) or object_of(sent.customer), "number"),
            "called": text_of(object_of(call.get("phoneNumber")) or object_of(sent.phoneNumber), "number"),
            "platform_id": text_of(call, "assistantId"),
            "facts": facts_of(object_of(sent.metadata)) | facts_of(variables),
        }
        if id := text_of(call, "id"):
            return Told(session_id=id, param="call.id", known=known)
        return _by_user(sent, known)
    if extra := object_of(sent.elevenlabs_extra_body):
        known = {
            "number": text_of(extra, "caller_number"),
            "called": text_of(extra, "called_number"),
            "platform_id": text_of(extra, "agent_id"),
            "facts": facts_of(extra),
        }
        for name in _IDS:
            if id := text_of(extra, name):
                return Told(session_id=id, param=f"elevenlabs_extra_body.{name}", known=known)
        return _by_user(sent, known)
    return _by_user(sent, {})


def _by_user(sent: Asked, known: Mapping[str, Any]) -> Told:
    for param, id in (("user", sent.user), ("user_id", sent.user_id)):
        if isinstance(id, str) and id:
            return Told(session_id=id, param=param, known=known)
    return Told(known=known)


def last_tool(answer: Answer, sent: Asked, forced: str, target: Target | None) -> ToolCall | None:
    """The tool that ends the call after *answer*, or moves it to *target*; None when there is none, or the call goes on.

    *forced* names one that hangs up although the request does not offer it.
    """
    if not answer.ended:
        return None
    offered = offered_tools(sent)
    if not answer.hand_to:
        name = forced or next((one for one in offered if one in HANG_UP_TOOLS), "")
        return ToolCall(name) if name else None
    if target is None or target.kind != "phone":
        return None
    if "transferCall" in offered:
        return ToolCall("transferCall", {"destination": target.address})
    if "transfer_to_number" in offered:
        return ToolCall("transfer_to_number", {"transfer_number": target.address, "client_message": "", "agent_message": ""})
    return None


def is_tool_result(sent: Asked) -> bool:
    """Whether the newest message is what became of a tool that was called: there is nothing to answer to it."""
    return bool(sent.messages) and sent.messages[-1].role in ("tool", "function")


def facts_of(values: Mapping[str, Any]) -> dict[str, str]:
    """The plain values among *values*, as facts are written."""
    words = {True: "yes", False: "no"}
    return {
        name: words[value] if isinstance(value, bool) else str(value)
        for name, value in values.items()
        if isinstance(value, str | int | float)
    }


def text_of(values: Mapping[str, Any], name: str) -> str:
    """The text at *name*, "" for anything else."""
    value = values.get(name)
    return value if isinstance(value, str) else ""


def object_of(value: Any) -> Mapping[str, Any]:
    """The JSON object that *value* is, or holds undecoded; an empty one for anything else."""
    if isinstance(value, msgspec.Raw):
        try:
            value = msgspec.json.decode(value) if bytes(value) else None
        except (msgspec.DecodeError, ValueError, RecursionError):
            return {}
    return value if isinstance(value, dict) else {}
