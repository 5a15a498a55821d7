"""A platform's REST interface, asked in bounded time, and asked again only where that does no harm."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

import httpx

from steering.errors import PlatformError

TRIES = 3
# Seconds: for each wait within a request, to connect, before the second try, and the longest wait that a platform may ask for.
TIMEOUT, CONNECT, FIRST_WAIT, LONGEST_WAIT = 5.0, 2.0, 0.25, 5.0


class Rest:
    """The interface of *platform* at *base_url*; the rest is httpx's."""

    def __init__(self, platform: str, base_url: str, *, sleep: Callable[[float], None] = time.sleep, **client: Any) -> None:
        self._platform, self._sleep = platform, sleep
        self._client = httpx.Client(base_url=base_url, timeout=httpx.Timeout(TIMEOUT, connect=CONNECT), trust_env=False, **client)

    def post(self, path: str, *, again: bool, data: Mapping[str, str] | None = None, json: object = None) -> httpx.Response:
        """What is answered in the end, a refusal too. PlatformError when nobody answers.

        *again*: the request may be repeated even if it may have been taken. After 429, or when it certainly was not
        sent, it is repeated in any case.
        """
        wait = FIRST_WAIT
        for left in range(TRIES - 1, -1, -1):
            try:
                response = self._client.post(path, data=data, json=json)
            except (httpx.TransportError, OSError) as error:
                not_sent = isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout)
                if not left or not (again or not_sent):
                    raise PlatformError(f"{self._platform} cannot be reached ({type(error).__name__}).") from error
                asked = 0.0
            else:
                refused = response.status_code == 429
                if not left or not (refused or (again and response.status_code >= 500)):
                    return response
                asked = _retry_after(response)
            self._sleep(min(max(wait, asked), LONGEST_WAIT))
            wait *= 2
        raise AssertionError("the last try returns or raises")

    def close(self) -> None:
        self._client.close()


def _retry_after(response: httpx.Response) -> float:
    text = response.headers.get("Retry-After", "")
    return float(text) if text.isdecimal() else 0.0
