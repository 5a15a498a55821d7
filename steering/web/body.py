"""The bytes of a request and the JSON in them: bounded, strict, and cleaned of what no caller can have said."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from typing import Any, TypeVar

import gevent
import msgspec
from flask import Request
from gunicorn.http.errors import NoMoreData, ParseException  # type: ignore[import-untyped]
from werkzeug.exceptions import RequestEntityTooLarge, RequestTimeout, UnsupportedMediaType
from werkzeug.http import parse_options_header

from steering.errors import RequestRefused

MAX_BODY = 16 * 1024 * 1024
# Seconds in which a body must have come.
PATIENCE = 60.0
# What is ASCII is UTF-8 too.
_CHARSETS = frozenset({"utf-8", "utf8", "us-ascii"})
T = TypeVar("T")
_MISSING = "Object missing required field `"


def read_body(request: Request) -> bytes:
    """The JSON body of *request*, not decoded yet; one without a Content-Type is taken for JSON.

    415 for another kind of body or charset, 413 over 16 MiB, chunked or not, 408 too late.
    """
    sent = request.environ.get("CONTENT_TYPE", "")
    kind = sent.partition(";")[0].strip().lower()
    if kind and kind != "application/json" and not kind.endswith("+json"):
        raise UnsupportedMediaType(f"The body is '{kind}'; send application/json.")
    if ";" in sent and (charset := parse_options_header(sent)[1].get("charset", "utf-8").lower()) not in _CHARSETS:
        raise UnsupportedMediaType(f"The body is in the charset '{charset}'; send JSON in UTF-8.")
    return read_bytes(request)


def read_bytes(request: Request) -> bytes:
    """The body of *request* as it was sent. 413 over 16 MiB, chunked or not; RequestRefused when its chunks cannot be read."""
    stream, length = request.environ["wsgi.input"], request.content_length
    # A client that sends a byte now and then must not hold its place for ever.
    try:
        with gevent.Timeout(PATIENCE, RequestTimeout(f"The body did not come within {PATIENCE:g} seconds.")):
            if length is None:
                # Werkzeug's own limit cuts a chunked body short without a word.
                raw: bytes = stream.read(MAX_BODY + 1) if request.environ.get("wsgi.input_terminated") else b""
            else:
                raw = stream.read(length) if length <= MAX_BODY else b""
    except (NoMoreData, ParseException) as error:
        raise RequestRefused("The body is sent in chunks, and one of them cannot be read or is cut short.") from error
    if len(raw) > MAX_BODY or (length or 0) > MAX_BODY:
        _read_on(stream)
        raise RequestEntityTooLarge(f"The body is larger than {MAX_BODY} bytes.")
    return raw


def _read_on(stream: Any) -> None:
    # A client that is still sending when the connection closes sees a reset instead of the answer.
    until = time.monotonic() + 1
    with suppress(NoMoreData, ParseException):
        while time.monotonic() < until and stream.read(65536):
            pass


def idempotency_key(request: Request) -> str:
    """The header by which a client says that two requests are one; "" without it. RequestRefused when it is too long."""
    key: str = request.environ.get("HTTP_IDEMPOTENCY_KEY", "")
    if len(key) > 255:
        raise RequestRefused("Idempotency-Key: 255 characters are read at most.", param="Idempotency-Key")
    return key


def decode(raw: bytes, decoder: msgspec.json.Decoder[T]) -> T:
    """What *decoder* makes of *raw*; RequestRefused names the field that is wrong.

    Lone surrogates and control characters are taken out. Keys named twice are not looked for here.
    """
    try:
        return decoder.decode(raw)
    except msgspec.ValidationError as error:
        raise refusal(error) from error
    except (msgspec.DecodeError, ValueError, RecursionError):
        pass
    # msgspec refuses lone surrogates and raw control characters as it refuses garbage: a stricter look tells them apart.
    try:
        return decoder.decode(json.dumps(parse(raw), ensure_ascii=False).encode("utf-8", "ignore"))
    except msgspec.ValidationError as error:
        raise refusal(error) from error
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise RequestRefused("The body is not JSON.") from error


def parse(raw: bytes) -> Any:
    """The JSON in *raw*, slowly: no key twice, no NaN, UTF-8 only; RequestRefused says what is wrong."""
    if not raw.strip():
        raise RequestRefused("The body is empty.")
    try:
        return json.loads(raw.decode("utf-8"), strict=False, object_pairs_hook=_once, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise RequestRefused("The body is not UTF-8.") from error
    except RecursionError as error:
        raise RequestRefused("The body is nested too deeply.") from error
    except json.JSONDecodeError as error:
        raise RequestRefused(f"The body is not JSON: {error.msg} at line {error.lineno}, column {error.colno}.") from error
    except ValueError as error:
        raise RequestRefused(f"The body is not JSON: {error}") from error


def refusal(error: msgspec.ValidationError) -> RequestRefused:
    """*error* as a refusal that names the field: `messages[0].role`."""
    message, _, path = str(error).partition(" - at `$")
    name = path.rstrip("`").lstrip(".")
    if message.startswith(_MISSING):
        name = f"{name}.{message.removeprefix(_MISSING).rstrip('`')}".lstrip(".")
    return RequestRefused(f"{name or 'The body'}: {message[:1].lower()}{message[1:]}.", param=name or None)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key '{twice[:60]}' stands twice in one object.")
    return fields


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a number in JSON.")
