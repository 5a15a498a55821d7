"""Voice platforms without an account: each speaks its wire to a running server, as the platform does, one turn at a time.

Nothing here knows the engine: what it hears is what a caller of that platform would hear.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlencode

import httpx
from simple_websocket import Client, ConnectionClosed, ConnectionError

from steering.errors import PlatformError

PATIENCE = 15.0
GREETING = "Speak your greeting to the user."


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
    """Where the server is (*url*, http or https), its API *key*, and the *flow* to ask for; *number* is the caller's."""

    url: str = "http://localhost:8000"
    key: str = ""
    flow: str = ""
    number: str = "+13125550123"
    session: str = field(default_factory=lambda: f"sim-{secrets.token_hex(6)}")

    def prepare(self, facts: Mapping[str, str]) -> None:
        """Puts *facts* into the session before the call."""
        self.ask("PUT", f"/sessions/{self.session}", {"flow": self.flow, "facts": dict(facts), "number": self.number})

    def is_over(self) -> bool:
        """Whether the call has ended, as the record has it: not every platform is told."""
        return bool(self.ask("GET", f"/sessions/{self.session}").json().get("ended"))

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> httpx.Response:
        """What the server answers; PlatformError when it refuses, or is not there."""
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        try:
            response = httpx.request(method, self.url + path, json=body, headers=headers, timeout=PATIENCE)
        except httpx.HTTPError as error:
            raise PlatformError(f"no server answers at {self.url} ({type(error).__name__}); `make serve` starts one") from error
        if response.is_success:
            return response
        try:
            message = response.json()["error"]["message"]
        except (ValueError, KeyError, TypeError):
            message = response.text[:200]
        raise PlatformError(f"{response.status_code} {message}", status=response.status_code)

    def socket(self, path: str, query: Mapping[str, str], **headers: str) -> Client:
        """An open socket at *path*."""
        url = "ws" + self.url.removeprefix("http") + path + ("?" + urlencode(query) if query else "")
        try:
            return Client.connect(url, headers=headers)
        except (ConnectionError, ConnectionClosed, OSError) as error:
            raise PlatformError(f"no socket at {path}: {error}") from error


class OpenAI:
    """A client of the OpenAI API: the whole history each time, and a tool that hangs up."""

    tools: tuple[str, ...] = ("end_call",)

    def __init__(self, server: Server) -> None:
        self._server = server
        self.messages: list[dict[str, Any]] = []

    def begin(self) -> Heard:
        return self._ask()

    def say(self, words: str, heard: str | None = None) -> Heard:
        if heard is not None:
            self._cut(heard)
        self.messages.append(self._message(words))
        return self._ask()

    def press(self, keys: str) -> Heard:
        """These platforms send no keys: their recogniser writes what was dialled."""
        return self.say(keys)

    def hang_up(self) -> None:
        """A client that hangs up just sends no more."""

    def _message(self, words: str) -> dict[str, Any]:
        return {"role": "user", "content": words}

    def _cut(self, heard: str) -> None:
        while self.messages and self.messages[-1]["role"] == "assistant":
            self.messages.pop()
        if heard:
            self.messages.append({"role": "assistant", "content": heard})

    def _request(self) -> tuple[str, dict[str, Any], dict[str, str]]:
        """The path, the body and the headers of a request."""
        body = {"model": self._server.flow or "steering", "user": self._server.session, "stream": True, "messages": self.messages}
        return "/v1/chat/completions", body, {"X-Session-Id": self._server.session}

    def _ask(self) -> Heard:
        path, body, headers = self._request()
        body["tools"] = [{"type": "function", "function": {"name": name, "parameters": {}}} for name in self.tools]
        said, called = [], []
        for chunk in _events(self._server.ask("POST", path, body, **headers).text):
            for choice in chunk.get("choices", ()):
                delta = choice.get("delta", {})
                said.append(delta.get("content") or "")
                called += [call["function"] for call in delta.get("tool_calls", ())]
        pieces = tuple(piece.strip() for piece in said if piece.strip())
        self._keep(pieces)
        return Heard(pieces, ended=bool(called))

    def _keep(self, pieces: tuple[str, ...]) -> None:
        if pieces:
            self.messages.append({"role": "assistant", "content": " ".join(pieces)})


class Evi(OpenAI):
    """EVI with a custom language model over SSE: its greeting instruction, its tails, one assistant message a sentence."""

    tools = ("hang_up",)

    def begin(self) -> Heard:
        self.messages.append({"role": "user", "content": GREETING, "models": {"prosody": None}, "time": {"begin": 0, "end": 0}})
        heard = self._ask()
        # From now on the instruction stands before the caller's first words, in one text with them.
        self.messages.pop(0)
        return heard

    def _message(self, words: str) -> dict[str, Any]:
        first = not any(one["role"] == "user" for one in self.messages)
        now = len(self.messages) * 4000
        scores = {"Interest": 0.213, "Calmness": 0.142}
        said = f"{words} {{slightly interested, very slightly calm}}" if words else "[user silent]"
        return {
            "role": "user",
            "content": f"{GREETING} {said}" if first else said,
            "models": {"prosody": {"scores": scores} if words else None},
            "time": {"begin": now + 1000, "end": now + 1000 + 60 * len(words)},
        }

    def _request(self) -> tuple[str, dict[str, Any], dict[str, str]]:
        query = urlencode({"custom_session_id": self._server.session, **({"flow": self._server.flow} if self._server.flow else {})})
        return f"/chat/completions?{query}", {"model": "hume", "stream": True, "messages": self.messages}, {}

    def _keep(self, pieces: tuple[str, ...]) -> None:
        none = {"prosody": None}
        self.messages += [{"role": "assistant", "content": one, "models": none, "time": {"begin": 0, "end": 0}} for one in pieces]


class Retell:
    """A Retell agent with a custom LLM: one socket, a transcript, response ids."""

    def __init__(self, server: Server) -> None:
        self._server, self._id = server, 0
        self._transcript: list[dict[str, Any]] = []
        query = {name: value for name, value in (("flow", server.flow), ("token", server.key)) if value}
        self._socket = server.socket(f"/llm-websocket/{server.session}", query)

    def begin(self) -> Heard:
        details = {"call_id": self._server.session, "direction": "inbound", "from_number": self._server.number}
        self._send("call_details", call=details)
        return self._hear()

    def say(self, words: str, heard: str | None = None) -> Heard:
        if heard is not None:
            self._transcript[-1]["content"] = heard
        if words:
            self._transcript.append({"role": "user", "content": words})
        self._id += 1
        self._send("response_required" if words else "reminder_required", response_id=self._id, transcript=self._transcript)
        return self._hear()

    def press(self, keys: str) -> Heard:
        return self.say(keys)

    def hang_up(self) -> None:
        self._socket.close()

    def _send(self, kind: str, **fields: Any) -> None:
        self._socket.send(json.dumps({"interaction_type": kind, **fields}))

    def _hear(self) -> Heard:
        pieces: list[str] = []
        while True:
            message = _received(self._socket)
            if message.get("response_type") != "response" or message.get("response_id") != self._id:
                continue
            pieces += [text] if (text := str(message.get("content", "")).strip()) else []
            if message.get("content_complete"):
                self._transcript.append({"role": "agent", "content": " ".join(pieces)})
                moved = str(message.get("transfer_number", ""))
                return Heard(tuple(pieces), ended=bool(message.get("end_call") or moved), moved_to=moved)


PLATFORMS: Mapping[str, type[OpenAI] | type[Retell]] = {"evi": Evi, "openai": OpenAI, "retell": Retell}


def _received(socket: Client) -> dict[str, Any]:
    try:
        text = socket.receive(timeout=PATIENCE)
    except ConnectionClosed as closed:
        raise PlatformError(f"the server closed the socket: {closed}") from closed
    if text is None:
        raise PlatformError(f"the server said nothing for {PATIENCE:g} seconds")
    found = json.loads(text)
    return found if isinstance(found, dict) else {}


def _events(text: str) -> Iterator[dict[str, Any]]:
    for line in text.splitlines():
        if line.startswith("data: {"):
            yield json.loads(line.removeprefix("data: "))
