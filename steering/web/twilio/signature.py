"""Whether Twilio itself asks: its signature over the address and the fields, checked before anything is read."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qsl, urlsplit

from flask import Request
from twilio.request_validator import SIGNATURE_HEADER, SIGNATURE_SETTINGS_HEADER, RequestValidator, get_signature_algorithm
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import Forbidden, RequestEntityTooLarge, UnsupportedMediaType

from steering.web.body import read_bytes
from steering.web.settings import LOOPBACK, Settings

FORM = "application/x-www-form-urlencoded"
MOST_FIELDS = 500
_SOCKET = {"http": "ws", "https": "wss"}
# Whoever stands in front of the server says for whom it asks.
_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "CF-Connecting-IP", "Via")


def genuine(tokens: Iterable[str], addresses: Iterable[str], kind: str, body: bytes, signature: str, settings: str = "") -> bool:
    """Whether *signature* is that of one of *tokens* over one of *addresses* and the *body*, of content type *kind*.

    What is no form must be named by its hash in the address (`bodySHA256`). *settings* is the header that names the algorithm.
    """
    try:
        fields = fields_of(body) if kind == FORM or not body else body.decode()
    except ValueError:
        return False
    algorithm = get_signature_algorithm(settings)
    for token in tokens:
        for address in addresses:
            try:
                if isinstance(fields, str) and "bodySHA256=" not in urlsplit(address).query:
                    continue
                if RequestValidator(token).validate(address, fields, signature, algorithm):
                    return True
            except (ValueError, TypeError):
                continue
    return False


def fields_of(body: bytes) -> MultiDict[str, str]:
    """The fields of a form; ValueError for what is none, or has more than 500."""
    return MultiDict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict"))


def signed_fields(request: Request, settings: Settings) -> MultiDict[str, str]:
    """The form fields of a request that Twilio has signed. Forbidden for any other, then 413 and 415."""
    body = read_bytes(request)
    kind = request.mimetype
    admit(request, settings, kind, body)
    if body and kind != FORM:
        raise UnsupportedMediaType(f"The body is '{kind}'; Twilio sends {FORM}.")
    try:
        return fields_of(body)
    except ValueError as error:
        raise RequestEntityTooLarge(f"The body is no form of up to {MOST_FIELDS} fields.") from error


def admit(request: Request, settings: Settings, kind: str = "", body: bytes = b"") -> None:
    """Forbidden unless Twilio has signed *request*; without a token, unless it comes from this machine."""
    if not settings.twilio_tokens:
        if not _from_here(request):
            raise Forbidden("Without TWILIO_AUTH_TOKEN only this machine is served.")
        return
    header, algorithm = request.headers.get(SIGNATURE_HEADER, ""), request.headers.get(SIGNATURE_SETTINGS_HEADER, "")
    addresses = _addresses(request, settings)
    if not genuine(settings.twilio_tokens, addresses, kind, body, header, algorithm):
        raise Forbidden(f"This request is not signed by Twilio, with TWILIO_AUTH_TOKEN, for {addresses[0].partition('?')[0]}.")


def base_of(request: Request, settings: Settings) -> str:
    """The public address of this server, without a slash at its end."""
    if settings.public_url:
        return settings.public_url
    scheme = "http" if _host_name(request) in LOOPBACK else "https"
    return f"{scheme}://{request.host}"


def _addresses(request: Request, settings: Settings) -> tuple[str, ...]:
    """The addresses that Twilio may have asked for: of a socket it signs either form."""
    raw = str(request.environ.get("RAW_URI") or request.full_path)
    path = raw if raw.startswith("/") else "/" + raw.partition("://")[2].partition("/")[2]
    address = base_of(request, settings) + path
    scheme, rest = address.split("://", 1)
    return (f"{_SOCKET[scheme]}://{rest}", address) if request.headers.get("Upgrade", "").lower() == "websocket" else (address,)


def _from_here(request: Request) -> bool:
    return (
        request.remote_addr in ("127.0.0.1", "::1")
        and _host_name(request) in LOOPBACK
        and not any(request.headers.get(name) for name in _FORWARDED)
    )


def _host_name(request: Request) -> str:
    try:
        return urlsplit(f"//{request.host}").hostname or ""
    except ValueError:
        return ""
