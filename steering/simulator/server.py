"""The server that is called, and what every platform's caller can do."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

import httpx
from simple_websocket import Client, ConnectionClosed, ConnectionError

from steering.errors import PlatformError, UnknownFlow

PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Heard:
    """What the caller heard, in pieces as they came; *ended*: no more will come; *moved_to*: the call went there."""

    pieces: tuple[str, ...]
    ended: bool = False
    moved_to: str = ""

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.pieces).split())


class Platform(Protocol):
    """A call on one platform. What is said last may be cut off first, by *heard*: the words that came through."""

    def begin(self) -> Heard: ...
    def say(self, words: str, heard: str | None = None) -> Heard: ...
    def press(self, keys: str) -> Heard: ...
    def hang_up(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where the server is (*url*, http or https), its API *key*, and the *flow* to ask for; *number* is the caller's.

    *owner* is whose call it is, where keys have several owners: a telephone call comes without a key.
    """

    url: str = "http://localhost:8000"
    key: str = ""
    owner: str = ""
    flow: str = ""
    number: str = "+13125550123"
    session: str = field(default_factory=lambda: f"sim-{secrets.token_hex(6)}")

    def look_up_flow(self) -> None:
        """UnknownFlow when the server has none of that name: a caller would be given the safe line alone."""
        names = [one["id"] for one in self.ask("GET", "/v1/models").json()["data"]]
        if self.flow and self.flow not in names:
            raise UnknownFlow(self.flow, names)

    def prepare(self, facts: Mapping[str, str]) -> None:
        """Puts *facts* into the session before the call."""
        self.ask("PUT", f"/sessions/{self.session}", {"flow": self.flow, "facts": dict(facts), "number": self.number})

    def is_over(self) -> bool:
        """Whether the call has ended, as the record has it: not every platform is told."""
        return bool(self.ask("GET", f"/sessions/{self.session}").json().get("ended"))

    def trouble(self) -> str:
        """Why the safe line was said to the last words, as the record has it; "" when it was not: platforms are not told."""
        turns = self.ask("GET", f"/sessions/{self.session}/transcript").json()["turns"]
        return str(turns[-1].get("trouble", "")) if turns else ""

    def ask(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        form: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """What the server answers; PlatformError when it refuses, or is not there."""
        known = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        try:
            response = httpx.request(method, self.url + path, json=body, data=form, headers={**known, **(headers or {})}, timeout=PATIENCE)
        except httpx.HTTPError as error:
            raise PlatformError(f"no server answers at {self.url} ({type(error).__name__}); `make serve` starts one") from error
        if response.is_success:
            return response
        try:
            message = response.json()["error"]["message"]
        except (ValueError, KeyError, TypeError):
            message = response.text[:200]
        raise PlatformError(f"{response.status_code} {message}", status=response.status_code)

    def socket(self, path: str, headers: Mapping[str, str] | None = None) -> Client:
        """An open socket at *path*."""
        try:
            return Client.connect("ws" + self.url.removeprefix("http") + path, headers=dict(headers or {}))
        except (ConnectionError, ConnectionClosed, OSError) as error:
            raise PlatformError(f"no socket at {path}: {error}") from error


def sent(socket: Client, message: Mapping[str, Any]) -> None:
    """Sends *message*; PlatformError when the server has closed the socket."""
    try:
        socket.send(json.dumps(message))
    except ConnectionClosed as closed:
        raise PlatformError(f"the server closed the socket: {closed}") from closed


def closed(socket: Client) -> None:
    """Closes *socket*, which may be closed already: while it is open, its thread keeps the process."""
    with suppress(ConnectionClosed):
        socket.close()


def received(socket: Client) -> dict[str, Any]:
    """The next message on *socket*; PlatformError when none comes."""
    try:
        text = socket.receive(timeout=PATIENCE)
    except ConnectionClosed as closed:
        raise PlatformError(f"the server closed the socket: {closed}") from closed
    if text is None:
        raise PlatformError(f"the server said nothing for {PATIENCE:g} seconds")
    found = json.loads(text)
    return found if isinstance(found, dict) else {}
