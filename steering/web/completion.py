"""An Answer as OpenAI's chat.completion: one object, or the bytes of a stream of chunks.

`system_fingerprint` is the session id on every chunk: for EVI it *is* the custom_session_id, and any
other value there would overwrite the caller's session.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from steering.service import Answer
from steering.web.platforms import ToolCall

DONE = b"data: [DONE]\n\n"
_encode = msgspec.json.encode
# Nothing here counts tokens; clients that add them up get a sum.
_USAGE = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
_USAGE_CHUNK = b'"choices":[],"usage":' + _encode(_USAGE) + b"}\n\n"


@dataclass(frozen=True, slots=True)
class Chunks:
    """The chunks of one stream: everything that is equal in all of them, made once."""

    head: bytes
    tail: bytes
    usage: bool

    def speech(self, text: str, *, first: bool) -> bytes:
        """The chunk that says *text*; the *first* one names the role too."""
        role = b'{"role":"assistant","content":' if first else b'{"content":'
        return self.head + _CHOICE + role + _encode(text) + b'},"finish_reason":null' + self.tail

    def end(self, tool: ToolCall | None, answer_id: str) -> bytes:
        """The last chunks: the call of *tool*, the stop, the usage if asked for, and [DONE]."""
        chunks = []
        if tool:
            delta = _encode({"tool_calls": [{"index": 0, **_tool_call(tool, answer_id)}]})
            chunks.append(self.head + _CHOICE + delta + b',"finish_reason":null' + self.tail)
        reason = b'{},"finish_reason":"tool_calls"' if tool else b'{},"finish_reason":"stop"'
        chunks.append(self.head + _CHOICE + reason + self.tail)
        if self.usage:
            chunks.append(self.head + _USAGE_CHUNK)
        chunks.append(DONE)
        return b"".join(chunks)


_CHOICE = b'"choices":[{"index":0,"delta":'


def chunks(id: str, created: int, session_id: str, *, model: str, usage: bool) -> Chunks:
    """The chunks of the answer with that *id*."""
    head = b'data: {"id":%b,"object":"chat.completion.chunk","created":%d,"model":%b,"system_fingerprint":%b,' % (
        _encode(id),
        created,
        _encode(model),
        _encode(session_id or None),
    )
    return Chunks(head, b',"logprobs":null}],"usage":null}\n\n' if usage else b',"logprobs":null}]}\n\n', usage)


def stream(answer: Answer, *, model: str, usage: bool, tool: ToolCall | None = None) -> bytes:
    """All of *answer* as one write: a chunk a line, the stop, [DONE]."""
    form = chunks(answer.id, answer.created, answer.session_id, model=model, usage=usage)
    lines = answer.lines or ("",)
    last = len(lines) - 1
    said = [form.speech(line if at == last else line + " ", first=at == 0) for at, line in enumerate(lines)]
    return b"".join(said) + form.end(tool, answer.id)


def whole(answer: Answer, *, model: str, tool: ToolCall | None = None) -> bytes:
    """*answer* as one `chat.completion` object."""
    message: dict[str, Any] = {"role": "assistant", "content": " ".join(answer.lines), "refusal": None}
    if tool:
        message["tool_calls"] = [_tool_call(tool, answer.id)]
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "tool_calls" if tool else "stop"}
    return _encode(
        {
            "id": answer.id,
            "object": "chat.completion",
            "created": answer.created,
            "model": model,
            "system_fingerprint": answer.session_id or None,
            "choices": [choice],
            "usage": _USAGE,
        }
    )


def _tool_call(tool: ToolCall, answer_id: str) -> dict[str, Any]:
    function = {"name": tool.name, "arguments": _encode(tool.arguments).decode()}
    return {"id": f"call_{answer_id}", "type": "function", "function": function}
