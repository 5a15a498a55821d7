"""The OpenAI-compatible door: chat completions, streamed or whole, as EVI and every other caller sends them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from urllib.parse import parse_qsl

import msgspec
from flask import Blueprint, Response, request
from msgspec.structs import replace
from werkzeug.exceptions import HTTPException

from steering.errors import SteeringError, UnknownFlow
from steering.service import Answer, History, Steering, Waiting
from steering.web import completion, turns
from steering.web.auth import owner_of
from steering.web.body import idempotency_key, read_body
from steering.web.history import Asked, asked, messages, session_id
from steering.web.platforms import ToolCall, is_tool_result, last_tool, told
from steering.web.settings import Settings

log = logging.getLogger(__name__)

_HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
# Stands for a request that broke the reader: voice platforms stream.
_UNREAD = Asked(messages=[], stream=True)
_EVENTS, _JSON = "text/event-stream", "application/json"


def blueprint(steering: Steering, settings: Settings) -> Blueprint:
    """The routes `/chat/completions` and `/v1/models`."""
    pages = Blueprint("sse", __name__)

    @pages.post("/chat/completions")
    @pages.post("/v1/chat/completions")
    def complete() -> Response:
        owner = owner_of(request, settings)
        sent = _UNREAD
        try:
            sent = asked(read_body(request))
            # Take the turn before the stream begins: an error still has a status code.
            taken = turns.take(steering, history(sent, owner, settings))
        except (SteeringError, HTTPException):
            raise
        except Exception:
            log.exception("a request could not be read")
            taken = turns.trouble("")
        if isinstance(taken, Waiting):
            taken = (turns.finish_soon(taken) or taken) if sent.stream else turns.finish(taken)
        elif taken.ended and is_tool_result(sent):
            # The closing words were said before the tool was called.
            taken = replace(taken, lines=(), ended=False)

        def tool(answer: Answer) -> ToolCall | None:
            target = steering.numbers.hand_off(answer.hand_to) if answer.hand_to else None
            return last_tool(answer, sent, settings.hang_up_tool, target)

        return reply(taken, sent, tool)

    @pages.get("/v1/models")
    def models() -> Response:
        owner_of(request, settings)
        data = [_model(name) for name in steering.flows()]
        return Response(msgspec.json.encode({"object": "list", "data": data}), content_type=_JSON)

    @pages.get("/v1/models/<name>")
    def model(name: str) -> Response:
        owner_of(request, settings)
        if name not in steering.flows():
            raise UnknownFlow(name, steering.flows())
        return Response(msgspec.json.encode(_model(name)), content_type=_JSON)

    return pages


def _model(name: str) -> dict[str, object]:
    return {"id": name, "object": "model", "created": 0, "owned_by": "steering"}


def history(sent: Asked, owner: str, settings: Settings) -> History:
    """What the service needs of a request and its query."""
    query = dict(reversed(parse_qsl(request.environ.get("QUERY_STRING", ""), keep_blank_values=True)))
    id, param = query.get("custom_session_id"), "custom_session_id"
    if id is None and (id := sent.custom_session_id) is None:
        id, param = request.environ.get("HTTP_X_SESSION_ID"), "X-Session-Id"
    call = told(sent)
    if id is None:
        id, param = call.session_id, call.param
    return History(
        owner=owner,
        session_id=session_id(id, param),
        flow=query.get("flow"),
        model=sent.model,
        messages=messages(sent.messages, settings.greeting_instruction),
        idempotency_key=idempotency_key(request),
        platform="sse",
        **call.known,
    )


def reply(taken: Answer | Waiting, sent: Asked, tool: Callable[[Answer], ToolCall | None]) -> Response:
    """*taken* in the form that was asked for; *tool* gives the one to call after it."""
    model, usage = sent.model or "steering", bool(sent.stream_options and sent.stream_options.include_usage)
    if isinstance(taken, Waiting):
        return Response(_after_one_moment(taken, tool, model, usage), headers=_HEADERS, content_type=_EVENTS)
    # A name may be in any script, a header in one only.
    trouble = {"X-Steering-Trouble": taken.trouble.encode("ascii", "backslashreplace").decode()} if taken.trouble else {}
    if not sent.stream:
        return Response(completion.whole(taken, model=model, tool=tool(taken)), headers=trouble, content_type=_JSON)
    # An iterator keeps the stream chunked; bytes would get a Content-Length.
    events = iter((completion.stream(taken, model=model, usage=usage, tool=tool(taken)),))
    return Response(events, headers={**_HEADERS, **trouble}, content_type=_EVENTS)


def _after_one_moment(waiting: Waiting, tool: Callable[[Answer], ToolCall | None], model: str, usage: bool) -> Iterator[bytes]:
    form = completion.chunks(waiting.id, waiting.created, waiting.session_id, model=model, usage=usage)
    spoken = turns.say_one_moment(waiting)
    if spoken:
        yield form.speech(spoken + " ", first=True)
    answer = turns.finish(waiting)
    lines = turns.rest(answer, spoken)
    last = len(lines) - 1
    said = [form.speech(line if at == last else line + " ", first=not spoken and at == 0) for at, line in enumerate(lines)]
    yield b"".join(said) + form.end(tool(answer), answer.id)
