"""Retell's side of its socket."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from steering.simulator.server import Heard, Server, closed, received, sent


class Retell:
    """A Retell agent with a custom LLM: one socket, a transcript, response ids."""

    def __init__(self, server: Server) -> None:
        self._server, self._id = server, 0
        self._transcript: list[dict[str, Any]] = []
        query = {name: value for name, value in (("flow", server.flow), ("token", server.key)) if value}
        self._socket = server.socket(f"/llm-websocket/{server.session}?{urlencode(query)}")

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
        closed(self._socket)

    def _send(self, kind: str, **fields: Any) -> None:
        sent(self._socket, {"interaction_type": kind, **fields})

    def _hear(self) -> Heard:
        pieces: list[str] = []
        while True:
            message = received(self._socket)
            if message.get("response_type") != "response" or message.get("response_id") != self._id:
                continue
            pieces += [text] if (text := str(message.get("content", "")).strip()) else []
            if message.get("content_complete"):
                self._transcript.append({"role": "agent", "content": " ".join(pieces)})
                moved = str(message.get("transfer_number", ""))
                return Heard(tuple(pieces), ended=bool(message.get("end_call") or moved), moved_to=moved)
