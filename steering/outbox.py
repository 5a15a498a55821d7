"""Look-ups leave here: one HTTP question, bounded in time and size, to hosts that the operator has listed."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

import httpx

from steering.core.turn import Effect, Result

log = logging.getLogger(__name__)
MOST_BYTES = 1 << 20


class LookUps:
    """Asks the look-ups of flows. *hosts* are names, or `name:port`; without them none is asked."""

    def __init__(self, hosts: Iterable[str]) -> None:
        self._hosts = frozenset(host.strip().casefold() for host in hosts if host.strip())

    def ask(self, effect: Effect) -> Result:
        """The answer to *effect*. *reason* is set when the data could not be had at all; never raises."""
        try:
            return self._answer(effect)
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, OSError) as error:
            log.warning("look-up %s failed: %s", effect.name, type(error).__name__)
            reason = "timeout" if isinstance(error, (httpx.TimeoutException, TimeoutError)) else "unreachable"
            return Result(key=effect.key, ok=False, reason=reason)

    def _answer(self, effect: Effect) -> Result:
        if not self._allowed(effect.url):
            log.warning("look-up %s refused: its host is not in STEERING_LOOKUP_HOSTS", effect.name)
            return Result(key=effect.key, ok=False, reason="host_not_allowed")
        until = time.monotonic() + effect.within
        body = dict(effect.body) if effect.kind == "post" else None
        with (
            httpx.Client(timeout=effect.within, follow_redirects=False, trust_env=False) as client,
            client.stream("POST" if effect.kind == "post" else "GET", effect.url, json=body) as response,
        ):
            if response.status_code >= 500 or response.is_redirect:
                return Result(key=effect.key, ok=False, reason=f"status_{response.status_code}")
            content = bytearray()
            for part in response.iter_bytes():
                content += part
                if len(content) > MOST_BYTES:
                    return Result(key=effect.key, ok=False, reason="too_large")
                if time.monotonic() > until:
                    return Result(key=effect.key, ok=False, reason="timeout")
        if not response.is_success:
            return Result(key=effect.key, ok=False)
        if not effect.keep:
            return Result(key=effect.key, ok=True)
        values = kept(json.loads(bytes(content)), effect.keep)
        return Result(key=effect.key, ok=values is not None, values=values or {})

    def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        host = (parts.hostname or "").casefold()
        named = host in self._hosts or f"{host}:{parts.port}" in self._hosts
        return parts.scheme in ("http", "https") and bool(host) and named and parts.username is None


def kept(answer: object, keep: Iterable[tuple[str, str]]) -> Mapping[str, str] | None:
    """The fields of *answer* to keep, by slot name (`a.b` reaches into objects); None when one is missing."""
    values = {}
    for slot, field in keep:
        found = answer
        for part in field.split("."):
            found = found.get(part) if isinstance(found, dict) else None
        if found is None or isinstance(found, dict | list):
            return None
        values[slot] = {True: "yes", False: "no"}[found] if isinstance(found, bool) else str(found)
    return values
