"""The shapes of an answer over HTTP, byte by byte where the wire says so."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from openai import OpenAI

from .conftest import BEARER, Server


def events(response: httpx.Response) -> list[dict[str, Any]]:
    """The chunks of a stream that ends as it must."""
    *chunks, done, rest = response.text.split("\n\n")
    assert (done, rest) == ("data: [DONE]", "")
    assert all(chunk.startswith("data: {") for chunk in chunks)
    return [json.loads(chunk.removeprefix("data: ")) for chunk in chunks]


def tools(*names: str) -> list[dict[str, Any]]:
    return [{"type": "function", "function": {"name": name, "parameters": {}}} for name in names]


def test_a_stream_is_as_evi_has_it(stand_in: Server) -> None:
    response = stand_in.ask("hello", model="hume", stream=True, custom_session_id="sess-123")

    head = '{"id":"chatcmpl-1","object":"chat.completion.chunk","created":5,"model":"hume","system_fingerprint":"sess-123",'
    head += '"choices":[{"index":0,"delta":'
    assert response.text == (
        f'data: {head}{{"role":"assistant","content":"I heard: "}},"finish_reason":null,"logprobs":null}}]}}\n\n'
        f'data: {head}{{"content":"acme|hello"}},"finish_reason":null,"logprobs":null}}]}}\n\n'
        f'data: {head}{{}},"finish_reason":"stop","logprobs":null}}]}}\n\n'
        "data: [DONE]\n\n"
    )
    assert response.headers["Content-Type"] == "text/event-stream"
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["X-Accel-Buffering"] == "no"
    assert response.headers["Transfer-Encoding"] == "chunked"
    assert "Content-Length" not in response.headers


def test_a_known_answer_is_one_write(stand_in: Server) -> None:
    body = {"messages": [], "stream": True}

    with httpx.stream("POST", stand_in.url + "/chat/completions", json=body, headers=BEARER) as response:
        raw = list(response.iter_raw())

    assert len(raw) == 1


def test_without_stream_it_is_one_object(stand_in: Server) -> None:
    answer = stand_in.ask("hello", model="hume", custom_session_id="sess-123").json()

    assert answer["object"] == "chat.completion"
    assert (answer["model"], answer["system_fingerprint"]) == ("hume", "sess-123")
    assert answer["choices"][0]["message"] == {"role": "assistant", "content": "I heard: acme|hello", "refusal": None}
    assert answer["choices"][0]["finish_reason"] == "stop"


def test_usage_comes_when_it_is_asked_for(stand_in: Server) -> None:
    chunks = events(stand_in.ask("hello", stream=True, stream_options={"include_usage": True}))

    assert [chunk["usage"] for chunk in chunks[:-1]] == [None] * 3
    assert chunks[-1]["choices"] == []
    assert chunks[-1]["usage"]["total_tokens"] == 0


@pytest.mark.parametrize("name", ["hang_up", "endCall", "end_call"])
def test_the_call_is_hung_up_after_the_closing_words_by_the_offered_tool(stand_in: Server, name: str) -> None:
    chunks = events(stand_in.ask("goodbye", stream=True, tools=tools("transfer", name)))

    assert [chunk["choices"][0]["finish_reason"] for chunk in chunks] == [None, None, "tool_calls"]
    assert chunks[0]["choices"][0]["delta"]["content"] == "Goodbye."
    (call,) = chunks[1]["choices"][0]["delta"]["tool_calls"]
    assert (call["index"], call["type"], call["function"]) == (0, "function", {"name": name, "arguments": "{}"})


def test_nothing_hangs_up_unasked_or_too_early_or_a_call_handed_on(stand_in: Server) -> None:
    for words, offered in (("goodbye", tools("transfer")), ("hello", tools("hang_up")), ("a person", tools("hang_up"))):
        answer = stand_in.ask(words, tools=offered).json()

        assert answer["choices"][0]["finish_reason"] == "stop"
        assert "tool_calls" not in answer["choices"][0]["message"]


def test_the_session_is_named_by_query_then_body_then_header(stand_in: Server) -> None:
    def named(query: dict[str, str], body: dict[str, str], header: dict[str, str]) -> str:
        response = httpx.post(stand_in.url + "/chat/completions", params=query, json={"messages": [], **body}, headers={**BEARER, **header})
        return str(response.json()["system_fingerprint"])

    query, body, header = {"custom_session_id": "q"}, {"custom_session_id": "b"}, {"X-Session-Id": "h"}

    assert named(query, body, header) == "q"
    assert named({}, body, header) == "b"
    assert named({}, {}, header) == "h"
    assert named({}, {}, {}) == "minted"


def test_a_look_up_that_takes_long_is_announced_at_once(stand_in: Server) -> None:
    arrived = []
    body = {"messages": [{"role": "user", "content": "look up"}], "stream": True, "custom_session_id": "s"}

    with httpx.stream("POST", stand_in.url + "/chat/completions", json=body, headers=BEARER) as response:
        for raw in response.iter_raw():
            arrived.append(raw.decode())

    # What was written later arrives apart.
    assert len(arrived) == 2
    assert '"content":"One moment. "' in arrived[0]
    assert '"content":"It is there."' in arrived[1]
    assert "One moment" not in arrived[1]
    assert all('"system_fingerprint":"s"' in chunk for text in arrived for chunk in text.split("\n\n") if "{" in chunk)


def test_a_quick_look_up_is_not_announced(stand_in: Server) -> None:
    assert "One moment" not in stand_in.ask("look up quickly", stream=True).text


def test_a_look_up_without_stream_comes_whole(stand_in: Server) -> None:
    assert stand_in.ask("look up").json()["choices"][0]["message"]["content"] == "It is there."


def test_a_look_up_that_breaks_is_followed_by_the_safe_line(stand_in: Server) -> None:
    chunks = events(stand_in.ask("look up badly", stream=True))

    said = "".join(chunk["choices"][0]["delta"].get("content", "") for chunk in chunks)
    assert said.startswith("One moment. I am sorry")


def test_a_key_decides_whose_session_it_is(stand_in: Server) -> None:
    body = {"messages": [{"role": "user", "content": "hello"}]}

    response = httpx.post(stand_in.url + "/chat/completions", json=body, headers={"Authorization": "bearer k2"})

    assert response.json()["choices"][0]["message"]["content"] == "I heard: beta|hello"


def test_the_openai_client_is_served(stand_in: Server) -> None:
    with OpenAI(base_url=stand_in.url + "/v1", api_key="k1", max_retries=0) as client:
        whole = client.chat.completions.create(model="m", messages=[{"role": "user", "content": "goodbye"}], tools=tools("end_call"))  # type: ignore[arg-type]
        with client.chat.completions.create(model="m", messages=[{"role": "user", "content": "hello"}], stream=True) as chunks:
            said = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
        names = [model.id for model in client.models.list()]

    assert whole.choices[0].message.content == "Goodbye."
    assert whole.choices[0].message.tool_calls[0].function.name == "end_call"  # type: ignore[index, union-attr]
    assert said == "I heard: acme|hello"
    assert names == ["one", "two"]
