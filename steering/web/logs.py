"""The access log: one line a request, of which no part can be a key, or a line of its own."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from gunicorn.glogging import Logger as GunicornLogger  # type: ignore[import-untyped]

from steering.core.masking import masked

_KEY_INSIDE = "/llm-websocket/"


class Logger(GunicornLogger):  # type: ignore[misc]
    """gunicorn's, with paths that are safe to show."""

    def atoms(self, resp: Any, req: Any, environ: dict[str, Any], request_time: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().atoms(resp, req, environ, request_time)
        return {**found, "U": shown(str(environ.get("PATH_INFO", "")))}


def shown(path: str) -> str:
    """*path*, as WSGI has it, without a query, without what may be a key or a card number, and without characters that a log obeys."""
    path = masked(path.partition("?")[0])
    if path.startswith(_KEY_INSIDE):
        path = _KEY_INSIDE + "…"
    return quote(path.encode("latin-1", "ignore") if path.isascii() else path, safe="/:@+=.-_~!$&'()*,;…")
