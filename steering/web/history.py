"""The JSON of a chat request as a History: what the caller and the assistant said, and nothing else.

One reader for both shapes: OpenAI's messages over HTTP and EVI's `user_message` wrappers over WebSocket.
Every odd thing that real histories do is met here, so that the service sees only words.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import Any, Literal, TypeGuard

import msgspec
from msgspec import Raw
from werkzeug.exceptions import RequestEntityTooLarge

from steering.errors import RequestRefused
from steering.history import Message
from steering.web import body
from steering.web.tails import clean, is_silence, without_tails

MAX_MESSAGES = 4000
MAX_WORDS = 2000
MAX_SCORES = 200
_ID = re.compile(r"[A-Za-z0-9._:@+=-]{1,200}")
_ROLES: dict[str | None, Literal["caller", "assistant"]] = {"user": "caller", "assistant": "assistant"}


class Inner(msgspec.Struct, gc=False):
    role: str | None = None
    content: Any = None


class Wire(msgspec.Struct, gc=False):
    """One message as it was sent; *message* holds role and content in EVI's WebSocket form."""

    role: str | None = None
    content: Any = None
    time: Any = None
    models: Raw = Raw()
    message: Inner | None = None


class StreamOptions(msgspec.Struct, gc=False):
    include_usage: bool | None = None


class Asked(msgspec.Struct, gc=False):
    """The fields of a request that are used; all others are skipped unread."""

    messages: list[Wire]
    model: str | None = None
    stream: bool | None = None
    stream_options: StreamOptions | None = None
    custom_session_id: str | None = None
    tools: Raw = Raw()
    user: Any = None
    user_id: Any = None
    call: Raw = Raw()
    phoneNumber: Raw = Raw()
    customer: Raw = Raw()
    metadata: Raw = Raw()
    elevenlabs_extra_body: Raw = Raw()


class _Prosody(msgspec.Struct, gc=False):
    scores: dict[str, float | None] | None = None


class _Models(msgspec.Struct, gc=False):
    prosody: _Prosody | None = None


class _Function(msgspec.Struct, gc=False):
    name: str = ""


class _Tool(msgspec.Struct, gc=False):
    function: _Function | None = None


_ASKED = msgspec.json.Decoder(Asked)
_MODELS = msgspec.json.Decoder(_Models)
_TOOLS = msgspec.json.Decoder(list[_Tool] | None)
_FIELDS = msgspec.json.Decoder(dict[str, Raw])
_OBJECTS = msgspec.json.Decoder(list[dict[str, Raw]])


def asked(raw: bytes) -> Asked:
    """The request in *raw*. RequestRefused names the field that is wrong; 413 over 4,000 messages."""
    found = body.decode(raw, _ASKED)
    if len(found.messages) > MAX_MESSAGES:
        raise RequestEntityTooLarge(f"There are {len(found.messages)} messages; {MAX_MESSAGES} are read at most.")
    if _keys_look_repeated(raw):
        body.parse(raw)
    return found


def session_id(value: str | None, param: str) -> str | None:
    """*value* when it can be the name of a session; RequestRefused otherwise."""
    if value is not None and not _ID.fullmatch(value):
        raise RequestRefused(f"{param}: a session id is 1 to 200 letters, digits and . _ : @ + = -", param=param)
    return value


def offered_tools(one: Asked) -> tuple[str, ...]:
    """The names of the functions that the request offers; none when they are not in OpenAI's form."""
    if not bytes(one.tools):
        return ()
    try:
        return tuple(tool.function.name for tool in _TOOLS.decode(one.tools) or () if tool.function)
    except msgspec.DecodeError:
        return ()


def messages(sent: list[Wire], greeting_instruction: str) -> tuple[Message, ...]:
    """What was said, in order: copies dropped, tails and instructions taken off; other roles, and pictures alone, left out.

    RequestRefused when a content is of another type, or no message has a role at all.
    """
    if sent and all((one.message or one).role is None for one in sent):
        raise RequestRefused("messages[0].role: write user or assistant; no message says whose words it has.", param="messages[0].role")
    said: list[Message] = []
    before: tuple[Any, ...] = ()
    for index, one in enumerate(sent):
        source = one.message or one
        if (role := _ROLES.get(source.role)) is None:
            continue
        content = _text(source.content, index)
        if content is None and role == "caller":
            # Who only shows something has not spoken, and is not silent either.
            continue
        content = content or ""
        if (this := (role, content, one.time)) == before:
            continue
        before = this
        text = clean(content)
        if role == "assistant":
            # Without a word it is a report too: nothing of what was to be said here was heard.
            said.append(Message(role="assistant", text=text, time=_time(one.time)))
            continue
        words, context = without_tails(text)
        if (instructed := words.lstrip()).startswith(greeting_instruction):
            words = instructed[len(greeting_instruction) :].strip()
            if not words:
                continue
        words = "" if is_silence(words) else words[:MAX_WORDS]
        said.append(Message(role="caller", text=words, time=_time(one.time), scores=_scores(one.models), context=context))
    return tuple(said)


def _text(content: Any, index: int) -> str | None:
    """The words of *content*; None when it has parts, and none of them is a text."""
    if isinstance(content, str):
        return content
    if not content and isinstance(content, list | None):
        return ""
    if isinstance(content, list):
        parts = (part if isinstance(part, str) else part.get("text") if isinstance(part, dict) else None for part in content)
        texts = [part for part in parts if isinstance(part, str)]
        return " ".join(texts) if texts else None
    param = f"messages[{index}].content"
    raise RequestRefused(f"{param}: expected a text, a list of parts or null.", param=param)


def _time(time: Any) -> tuple[int, int] | None:
    if not isinstance(time, dict):
        return None
    begin, end = time.get("begin"), time.get("end")
    return (int(begin), int(end)) if _is_milliseconds(begin) and _is_milliseconds(end) else None


def _is_milliseconds(value: Any) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and 0 <= value < 2**53


def _scores(models: Raw) -> dict[str, float] | None:
    # How the caller sounded is a hint: one that cannot be read must not cost the caller the answer.
    if not bytes(models):
        return None
    try:
        found = _MODELS.decode(models)
    except (msgspec.DecodeError, ValueError):
        return None
    if found.prosody is None or not found.prosody.scores or len(found.prosody.scores) > MAX_SCORES:
        return None
    return {name: score for name, score in found.prosody.scores.items() if score is not None}


def _keys_look_repeated(raw: bytes) -> bool:
    """Whether a request or a message names a key twice; may say yes in doubt, never no.

    A decoded object has lost its repeated keys but the bytes have not: their colons are more than those of
    the keys and values that are left. A third of the time of looking at every object.
    """
    try:
        fields = _FIELDS.decode(raw)
        objects = [fields, *_OBJECTS.decode(fields.pop("messages"))]
    except (msgspec.DecodeError, ValueError, RecursionError):
        return True
    names = list(chain.from_iterable(objects))
    values = b"".join(chain.from_iterable(one.values() for one in objects))
    # The one more is that of the messages themselves.
    return raw.count(b":") != 1 + len(names) + "".join(names).count(":") + values.count(b":")
