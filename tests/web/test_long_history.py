"""Calls of hours: every request carries all that was said and how it sounded."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import httpx

from .conftest import BEARER, Server

CHANCE = Random(26)


def said_for_long(messages: int) -> list[dict[str, Any]]:
    """That many messages, each of the caller's with the 48 scores that EVI sends."""
    history: list[dict[str, Any]] = []
    while len(history) < messages:
        scores = {f"The name of expression {at:02}": CHANCE.random() for at in range(48)}
        history.append({"role": "assistant", "content": "Sorry?" if history else "Hello. Shall we begin?"})
        time = {"begin": len(history) * 1000, "end": len(history) * 1000 + 640}
        history.append({"role": "user", "content": f"hm {len(history)}", "models": {"prosody": {"scores": scores}}, "time": time})
    return history


def ask(server: Server, history: list[dict[str, Any]]) -> tuple[httpx.Response, int]:
    body = json.dumps({"messages": history}).encode()
    url = f"{server.url}/chat/completions?custom_session_id=long-{len(history)}"
    headers = {**BEARER, "Content-Type": "application/json"}
    return httpx.post(url, content=body, headers=headers, timeout=60), len(body)


def test_26_two_thousand_messages_with_scores_are_answered(server: Server) -> None:
    history = said_for_long(1_998)
    history += [{"role": "assistant", "content": "Sorry?"}, {"role": "user", "content": "yes"}]

    response, size = ask(server, history)

    assert len(history) == 2_000
    assert size > 2_400_000
    assert response.status_code == 200
    # "Sorry?" is none of our words: the history is believed as far as it agrees, then the open question is asked.
    assert response.json()["choices"][0]["message"]["content"] == "Hello. Shall we begin?"
    assert "Traceback" not in server.log.read_text()


def test_26_more_than_four_thousand_messages_are_refused(server: Server) -> None:
    most, one_more = said_for_long(4_000), [*said_for_long(4_000), {"role": "user", "content": "hm"}]

    answered, _ = ask(server, most)
    refused, _ = ask(server, one_more)

    assert answered.status_code == 200
    assert refused.status_code == 413
    assert refused.json()["error"]["code"] == "request_too_large"
    assert "4000" in refused.json()["error"]["message"]
