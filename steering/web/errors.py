"""One shape for every error of every route: OpenAI's error object."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

import msgspec
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound
from werkzeug.routing.exceptions import RequestRedirect, WebsocketMismatch

from steering.errors import (
    FactError,
    FactSettled,
    FlowChanged,
    KeyReused,
    NoTelephone,
    OnHold,
    OptedOut,
    PlatformError,
    QuietHours,
    RequestRefused,
    SteeringError,
    StoreUnavailable,
    TurnRejected,
    UnknownFlow,
)
from steering.web.metrics import METRICS

log = logging.getLogger(__name__)

_STATUS: dict[type[SteeringError], int] = {
    UnknownFlow: 404,
    FlowChanged: 409,
    FactSettled: 409,
    OptedOut: 403,
    QuietHours: 409,
    KeyReused: 409,
    NoTelephone: 501,
    OnHold: 409,
    TurnRejected: 409,
    FactError: 400,
    RequestRefused: 400,
    PlatformError: 502,
    StoreUnavailable: 503,
}
_CODES = {
    400: "bad_request",
    401: "invalid_api_key",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    408: "request_timeout",
    413: "request_too_large",
    414: "address_too_long",
    415: "unsupported_media_type",
    426: "upgrade_required",
    431: "headers_too_large",
    500: "internal_error",
    503: "unavailable",
}

_DOORS = (
    "Nothing is at this address. Platforms ask POST /chat/completions or /v1/chat/completions, WebSocket /ws,"
    " WebSocket /llm-websocket/<key>/<call_id>, and POST /twilio/voice; probes ask GET /healthz and /readyz."
    " docs/platforms.md has them all."
)


def error_object(status: int, message: str, *, param: str | None = None, code: str) -> dict[str, Any]:
    """`{"error": {…}}` as OpenAI's clients expect it."""
    kind = "invalid_request_error" if status < 500 else "server_error"
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


def describe(error: SteeringError) -> tuple[int, dict[str, Any]]:
    """The status and the error object of an error that was raised on purpose."""
    status = next((status for kind, status in _STATUS.items() if isinstance(error, kind)), 500)
    param = "flow" if isinstance(error, UnknownFlow) else getattr(error, "param", None)
    return status, error_object(status, str(error), param=param, code=error.code)


def init_app(app: Flask) -> None:
    """Answers every error of *app* in that shape, and never with a stack trace."""
    app.register_error_handler(SteeringError, _on_purpose)
    app.register_error_handler(HTTPException, _by_http)
    app.register_error_handler(Exception, _by_accident)


def _on_purpose(error: SteeringError) -> Response:
    status, body = describe(error)
    if status >= 500:
        log.error("%s: %s", error.code, error)
    return _response(status, body, {"Retry-After": "1"} if status == 503 else {})


def _by_http(error: HTTPException) -> Response:
    if isinstance(error, RequestRedirect):
        return Response(status=error.code, headers={"Location": error.new_url})
    status, message = error.code or 500, error.description or ""
    headers = {name: value for name, value in error.get_headers() if name not in ("Content-Type", "Content-Length")}
    if error.description == NotFound.description:
        message = _DOORS
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        message = f"{request.method} is not taken at this address; it takes {', '.join(sorted(error.valid_methods))}."
    if isinstance(error, WebsocketMismatch):
        if request.headers.get("Upgrade", "").lower() == "websocket":
            message = "This address does not speak WebSocket."
        else:
            status, message = 426, "This address speaks WebSocket, and only that."
            headers["Upgrade"] = "websocket"
    return _response(status, _by_status(status, message), headers)


def _by_accident(error: Exception) -> Response:
    log.error("request failed", exc_info=error)
    return _response(500, _by_status(500, "Something went wrong on our side."), {})


def _by_status(status: int, message: str) -> dict[str, Any]:
    return error_object(status, message, code=_CODES.get(status, "http_error"))


def _response(status: int, body: dict[str, Any], headers: dict[str, str]) -> Response:
    if status < 500:
        METRICS.count("refusals")
    return Response(msgspec.json.encode(body), status=status, headers=headers, content_type="application/json")


def refusal(status: int, message: str) -> bytes:
    """The whole answer to what never became a request, in the same shape; the connection ends with it."""
    if status < 500:
        METRICS.count("refusals")
    body = msgspec.json.encode(_by_status(status, message))
    head = (
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}",
        "Connection: close",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
    )
    return "\r\n".join((*head, "", "")).encode() + body
