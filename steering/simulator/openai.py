"""OpenAI-compatible callers: the whole history each time, over SSE."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from steering.simulator.server import Heard, Server

GREETING = "Speak your greeting to the user."


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
        for chunk in _events(self._server.ask("POST", path, body, headers=headers).text):
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


def _events(text: str) -> Iterator[dict[str, Any]]:
    for line in text.splitlines():
        if line.startswith("data: {"):
            yield json.loads(line.removeprefix("data: "))
