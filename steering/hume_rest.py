"""Hume's control plane: messages into a chat that is under way. It cannot end one."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from steering.errors import PlatformError
from steering.rest import Rest

API = "https://api.hume.ai"


class Hume:
    """An account at Hume."""

    def __init__(self, api_key: str, *, api: str = API, sleep: Callable[[float], None] = time.sleep) -> None:
        self._rest = Rest("Hume", api, sleep=sleep, headers={"X-Hume-Api-Key": api_key})

    def name_session(self, chat_id: str, session_id: str, model_key: str = "") -> None:
        """Lets the chat send *session_id* with what it asks of the language model, and *model_key* as its key. PlatformError."""
        settings = {"type": "session_settings", "custom_session_id": session_id}
        self._send(chat_id, settings | ({"language_model_api_key": model_key} if model_key else {}))

    def refuse_tool(self, chat_id: str, tool_call_id: str, name: str) -> None:
        """Answers a tool that nobody here serves, so that the chat does not wait for it. PlatformError."""
        error = f"There is no tool '{name}' here."
        self._send(chat_id, {"type": "tool_error", "tool_call_id": tool_call_id, "error": error, "content": error})

    def _send(self, chat_id: str, message: Mapping[str, str]) -> None:
        # Told twice, it is told once: the same settings, the same answer to the same tool call.
        response = self._rest.post(f"/v0/evi/chat/{chat_id}/send", json=message, again=True)
        if not response.is_success:
            raise PlatformError(f"Hume refused a message: status {response.status_code}.", status=response.status_code)

    def close(self) -> None:
        self._rest.close()
