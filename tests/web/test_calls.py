"""Whole calls by the real clients, on the real engine with the shipped flows."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
import websocket
from openai import OpenAI

from .conftest import BEARER, Server

DEBT = {
    "first_name": "Maria",
    "last_name": "Lopez",
    "agency": "Northwind Recovery",
    "creditor": "City Bank",
    "balance": "$1,250.50",
    "account_ssn4": "4512",
}


def prepare(server: Server, id: str, flow: str, facts: dict[str, str]) -> None:
    httpx.put(f"{server.url}/sessions/{id}", json={"flow": flow, "facts": facts}, headers=BEARER).raise_for_status()


def view(server: Server, id: str) -> dict[str, Any]:
    return dict(httpx.get(f"{server.url}/sessions/{id}", headers=BEARER).json())


def by_openai(server: Server, id: str, *words: str, stream: bool) -> list[str]:
    """What is said before, between and after *words*."""
    messages: list[Any] = []
    heard = []
    with OpenAI(base_url=server.url + "/v1", api_key="k1", max_retries=0, default_headers={"X-Session-Id": id}) as client:
        for one in (None, *words):
            if one is not None:
                messages.append({"role": "user", "content": one})
            if stream:
                with client.chat.completions.create(model="any", messages=messages, stream=True) as chunks:
                    said = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
            else:
                said = client.chat.completions.create(model="any", messages=messages).choices[0].message.content or ""
            heard.append(said)
            messages.append({"role": "assistant", "content": said})
    return heard


def by_socket(server: Server, id: str, *words: str) -> list[str]:
    """The same over a socket, in EVI's form."""
    messages: list[dict[str, Any]] = []
    heard = []
    line = websocket.create_connection(server.socket_url + "?token=k1", timeout=60)
    for at, one in enumerate((None, *words)):
        if one is not None:
            times = {"begin": at * 1000, "end": at * 1000 + 500}
            messages.append({"type": "user_message", "message": {"role": "user", "content": f"{one} {{slightly calm}}"}, "time": times})
        line.send(json.dumps({"messages": messages, "custom_session_id": id}))
        said = []
        while (answer := json.loads(line.recv()))["type"] != "assistant_end":
            said.append(answer["text"])
        heard.append(" ".join(said))
        messages.append({"type": "assistant_message", "message": {"role": "assistant", "content": heard[-1]}})
    line.close()
    line.shutdown()
    return heard


@pytest.mark.parametrize("how", ["stream", "whole", "socket"])
def test_a_debt_collection_call_to_its_end(shipped: Server, how: str) -> None:
    id, words = f"debt-{how}", ("yes speaking", "four five one two", "yes", "I authorise")
    prepare(shipped, id, "debt_collection_call", DEBT)

    heard = by_socket(shipped, id, *words) if how == "socket" else by_openai(shipped, id, *words, stream=how == "stream")

    assert "Maria Lopez" in heard[0]
    assert "attempt to collect a debt" in heard[2]
    assert "one thousand two hundred fifty dollars and fifty cents" in heard[2]
    assert (view(shipped, id)["step"], view(shipped, id)["ended"]) == ("take_payment", True)


@pytest.mark.parametrize("how", ["stream", "whole", "socket"])
def test_a_booking_at_the_clinic_to_its_end(shipped: Server, how: str, slots: str) -> None:
    id, words = f"clinic-{how}", ("I want to book an appointment", "next tuesday", "in the morning", "yes")
    prepare(shipped, id, "clinic_inbound", {"booking_url": slots})

    heard = by_socket(shipped, id, *words) if how == "socket" else by_openai(shipped, id, *words, stream=how == "stream")

    assert "Say book, cancel, or front desk" in heard[0]
    assert "You are booked" in heard[-1]
    assert (view(shipped, id)["step"], view(shipped, id)["ended"]) == ("booked", True)


def test_the_log_tells_no_address_that_was_looked_up(shipped: Server, slots: str) -> None:
    prepare(shipped, "clinic-log", "clinic_inbound", {"booking_url": slots})

    by_openai(shipped, "clinic-log", "I want to book an appointment", "next tuesday", "in the morning", "yes", stream=False)

    log = shipped.log.read_text()
    assert "session=clinic-log" in log
    assert "morning" not in log
    assert slots not in log


@pytest.mark.parametrize("how", ["stream", "whole", "socket"])
def test_the_welcome_call_unprepared_to_its_end(shipped: Server, how: str) -> None:
    id, words = f"welcome-{how}", ("yes please", "no thank you")

    heard = by_socket(shipped, id, *words) if how == "socket" else by_openai(shipped, id, *words, stream=how == "stream")

    assert heard[-1] == "Thank you for calling. Goodbye."
    assert (view(shipped, id)["flow"], view(shipped, id)["ended"]) == ("welcome", True)


def test_evi_as_its_documentation_has_it_gets_its_stream(shipped: Server) -> None:
    body = {
        "model": "hume",
        "stream": True,
        "messages": [
            {
                "role": "user",
                "content": "Hello there. {slightly interested, very slightly calm}",
                "models": {"prosody": {"scores": {"Interest": 0.213, "Calmness": 0.142}}},
                "time": {"begin": 5120, "end": 7480},
            }
        ],
    }

    response = httpx.post(f"{shipped.url}/chat/completions", json=body, headers=BEARER)

    chunks = [json.loads(event.removeprefix("data: ")) for event in response.text.split("\n\n")[:-2]]
    assert response.text.endswith("data: [DONE]\n\n")
    assert "".join(chunk["choices"][0]["delta"].get("content", "") for chunk in chunks)
    assert {chunk["model"] for chunk in chunks} == {"hume"}
    (id,) = {chunk["system_fingerprint"] for chunk in chunks}
    assert view(shipped, id)["flow"] == "welcome"


def test_a_hundred_requests_for_one_turn_get_one_answer(server: Server) -> None:
    body = {"messages": [{"role": "assistant", "content": "Hello. Shall we begin?"}, {"role": "user", "content": "yes"}], "stream": True}
    url = f"{server.url}/chat/completions?custom_session_id=hundred"

    with httpx.Client(headers=BEARER, timeout=60, limits=httpx.Limits(max_connections=20)) as client, ThreadPoolExecutor(20) as pool:
        answers = set(pool.map(lambda _: client.post(url, json=body).content, range(100)))

    assert len(answers) == 1
    turns = httpx.get(f"{server.url}/sessions/hundred/transcript", headers=BEARER).json()["turns"]
    assert [turn["caller"] for turn in turns if turn["n"]] == ["yes"]


def test_two_owners_have_each_their_own_session_of_one_name(server: Server) -> None:
    body = {"messages": [{"role": "assistant", "content": "Hello. Shall we begin?"}, {"role": "user", "content": "yes"}]}
    url = f"{server.url}/chat/completions?custom_session_id=shared"

    one, other = (httpx.post(url, json=body, headers={"Authorization": f"Bearer {key}"}).json() for key in ("k1", "k2"))

    assert one["choices"] == other["choices"]
    assert one["id"] != other["id"]


def test_a_history_of_two_thousand_messages_is_answered(server: Server) -> None:
    scores = {f"Expression {at}": 0.1 for at in range(48)}
    messages: list[dict[str, Any]] = [{"role": "assistant", "content": "Hello. Shall we begin?"}]
    for at in range(1000):
        models = {"prosody": {"scores": scores}}
        messages += [{"role": "user", "content": f"hm {at}", "models": models}, {"role": "assistant", "content": "Sorry?"}]
    body = {"messages": [*messages, {"role": "user", "content": "yes"}]}
    assert len(json.dumps(body)) > 1_000_000

    response = httpx.post(f"{server.url}/chat/completions?custom_session_id=long", json=body, headers=BEARER, timeout=60)

    assert response.json()["choices"][0]["message"]["content"]


def test_the_server_is_ready(server: Server) -> None:
    assert httpx.get(server.url + "/readyz").json() == {"status": "ready"}


def lacking_facts(server: Server, id: str, messages: list[dict[str, str]], **fields: Any) -> httpx.Response:
    """One request of a call whose facts nobody brought."""
    query = {"custom_session_id": id, "flow": "debt_collection_call"}
    return httpx.post(f"{server.url}/chat/completions", params=query, json={"messages": messages, **fields}, headers=BEARER)


@pytest.mark.parametrize("stream", [True, False])
def test_a_call_that_lacks_facts_is_told_to_its_engineer(shipped: Server, stream: bool) -> None:
    answer = lacking_facts(shipped, f"lacks-{stream}", [], stream=stream)

    lacks = "missing_facts (account_ssn4, agency, balance, creditor, first_name, last_name)"
    assert answer.status_code == 200
    assert "I am sorry, something went wrong on our side." in answer.text
    assert answer.headers["X-Steering-Trouble"] == lacks
    assert f"session=lacks-{stream} flow=debt_collection_call: the safe line was said: {lacks}" in shipped.log.read_text()
    told = httpx.get(f"{shipped.url}/sessions/lacks-{stream}/transcript", headers=BEARER).json()["turns"]
    assert [one["trouble"] for one in told] == ["missing_facts"]


def test_a_caller_whose_call_lacks_facts_is_let_go(shipped: Server) -> None:
    messages: list[dict[str, str]] = []
    tools = [{"type": "function", "function": {"name": "hang_up"}}]
    heard, hung_up = [], []
    for words in ("hello?", "can you hear me", "hello?", "are you there"):
        said = lacking_facts(shipped, "loops", messages, tools=tools).json()["choices"][0]["message"]
        heard.append(said["content"])
        hung_up.append("tool_calls" in said)
        messages += [{"role": "assistant", "content": said["content"]}, {"role": "user", "content": words}]

    assert [one.startswith("I am sorry") for one in heard] == [True, True, True, False]
    assert heard[3].endswith("Goodbye.")
    assert hung_up == [False, False, False, True]
    assert view(shipped, "loops")["ended"] is True


def test_facts_that_come_late_open_the_call(shipped: Server) -> None:
    first = lacking_facts(shipped, "late", []).json()["choices"][0]["message"]["content"]
    prepare(shipped, "late", "debt_collection_call", DEBT)

    answer = lacking_facts(shipped, "late", [{"role": "assistant", "content": first}, {"role": "user", "content": "hello?"}])

    assert "X-Steering-Trouble" not in answer.headers
    assert "Maria" in answer.json()["choices"][0]["message"]["content"]
