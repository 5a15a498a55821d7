"""Who asks: the bearer key of a request, or 401."""

from __future__ import annotations

from flask import Request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Unauthorized

from steering.web.settings import Settings

_CHALLENGE = WWWAuthenticate("bearer", {"realm": "steering"})


def owner_of(request: Request, settings: Settings) -> str:
    """The owner of the `Authorization: Bearer` key of *request*."""
    return owner_of_key(bearer(request), settings)


def owner_of_key(key: str | None, settings: Settings) -> str:
    """The owner of *key*; Unauthorized when it is missing or wrong."""
    owner = settings.owner(key)
    if owner is None:
        what = "No API key was given." if key is None else "This API key is not known."
        raise Unauthorized(f"{what} Send `Authorization: Bearer <key>`.", www_authenticate=_CHALLENGE)
    return owner


def bearer(request: Request) -> str | None:
    """The key in the `Authorization` header, or None without one."""
    scheme, _, key = request.environ.get("HTTP_AUTHORIZATION", "").partition(" ")
    return key.strip() if scheme.lower() == "bearer" else None
