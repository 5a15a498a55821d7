"""OpenAI-compatible platforms: the bodies that they send, in recorded shape, every field absent or null in turn."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from steering.core.numbers import Target
from steering.errors import UnknownFlow
from steering.loader.shelf import Shelf
from steering.service import Answer, History, Steering
from steering.store.memory import MemoryStore
from steering.web.history import asked
from steering.web.platforms import Told, ToolCall, facts_of, is_tool_result, last_tool, told

from .conftest import BEARER, Server
from .test_calls import DEBT, view

VAPI: dict[str, Any] = {
    "model": "debt_collection_call",
    "stream": True,
    "temperature": 0.5,
    "messages": [{"role": "system", "content": "be kind"}],
    "call": {
        "id": "7f1a-vapi",
        "orgId": "org",
        "type": "outboundPhoneCall",
        "assistantId": "as-1",
        "customer": {"number": "+13125550123", "name": "Maria"},
        "assistantOverrides": {"variableValues": {"first_name": "Maria", "balance": 12.5, "vip": True, "odd": None}},
    },
    "phoneNumber": {"id": "pn", "number": "+13125550142"},
    "customer": {"number": "+13125550123"},
    "metadata": {"agency": "Northwind", "first_name": "M."},
    "tools": [{"type": "function", "function": {"name": "endCall"}}, {"type": "function", "function": {"name": "transferCall"}}],
}
ELEVENLABS: dict[str, Any] = {
    "model": "x",
    "messages": [],
    "user": "",
    "user_id": "u-9",
    "elevenlabs_extra_body": {"session_id": "conv-1", "caller_number": "+13125550123", "called_number": "+13125550142", "vip": False},
    "tools": [{"type": "function", "function": {"name": "transfer_to_number"}}],
}
LIVEKIT: dict[str, Any] = {"model": "x", "messages": [], "user": "room-42", "stream_options": {"include_usage": True}}


def read(body: dict[str, Any]) -> Told:
    return told(asked(json.dumps(body).encode()))


def test_vapi_names_its_call_its_caller_and_its_variables() -> None:
    facts = {"agency": "Northwind", "first_name": "Maria", "balance": "12.5", "vip": "yes"}
    known = {"number": "+13125550123", "called": "+13125550142", "platform_id": "as-1", "facts": facts}

    assert read(VAPI) == Told(session_id="7f1a-vapi", param="call.id", known=known)


def test_elevenlabs_passes_on_what_the_integrator_put_in() -> None:
    found = read(ELEVENLABS)

    assert (found.session_id, found.param) == ("conv-1", "elevenlabs_extra_body.session_id")
    assert (found.known["number"], found.known["called"], found.known["facts"]["vip"]) == ("+13125550123", "+13125550142", "no")
    assert read({**ELEVENLABS, "elevenlabs_extra_body": {}}).session_id == "u-9"


def test_a_model_that_is_no_flow_is_said_to_be_none() -> None:
    steering = Steering(Shelf(Path(__file__).parent / "flows"), MemoryStore())

    with pytest.raises(UnknownFlow) as unknown:
        steering.take(History(model="gpt-4"))

    assert str(unknown.value) == (
        "No flow was chosen for this call, and the model 'gpt-4' is none;"
        " choose one with ?flow=NAME in the address, or `flow` in a prepared session. The flows are: hello, visit."
    )


def test_a_client_of_openai_has_its_user() -> None:
    assert read(LIVEKIT) == Told(session_id="room-42", param="user")
    assert read({"messages": []}) == Told()


@pytest.mark.parametrize("body", [VAPI, ELEVENLABS, LIVEKIT], ids=["vapi", "elevenlabs", "livekit"])
@pytest.mark.parametrize("value", [None, 7, [], {}, "text", {"id": None, "number": [], "customer": 3}])
def test_any_field_may_be_absent_or_null_or_odd(body: dict[str, Any], value: object) -> None:
    for name in body.keys() - {"messages", "model", "stream", "stream_options"}:
        without = {key: one for key, one in body.items() if key != name}

        assert isinstance(read(without), Told)
        assert isinstance(read({**body, name: value}), Told)
    for name in body.get("call", {}):
        assert isinstance(read({**body, "call": {**body["call"], name: value}}), Told)


def test_plain_values_are_facts_and_nothing_else_is() -> None:
    assert facts_of({"a": "x", "b": 2, "c": True, "d": None, "e": [1], "f": {"g": 1}}) == {"a": "x", "b": "2", "c": "yes"}


ENDED = Answer(session_id="s", id="i", created=1, lines=("Goodbye.",), ended=True)
HANDED = Answer(session_id="s", id="i", created=1, lines=("One moment.",), ended=True, hand_to="desk")
DESK = Target(kind="phone", address="+13125550100")


def test_a_call_that_is_handed_on_is_moved_by_the_platforms_own_tool() -> None:
    vapi, elevenlabs = (asked(json.dumps(body).encode()) for body in (VAPI, ELEVENLABS))

    assert last_tool(ENDED, vapi, "", None) == ToolCall("endCall")
    assert last_tool(HANDED, vapi, "", DESK) == ToolCall("transferCall", {"destination": "+13125550100"})
    moved = last_tool(HANDED, elevenlabs, "hang_up", DESK)
    assert moved is not None
    assert (moved.name, moved.arguments["transfer_number"]) == ("transfer_to_number", "+13125550100")
    assert last_tool(HANDED, vapi, "hang_up", None) is None
    assert last_tool(HANDED, vapi, "", Target(kind="sip", address="sip:desk@example.com")) is None


def ask(server: Server, messages: list[dict[str, Any]]) -> dict[str, Any]:
    body = {**VAPI, "stream": False, "messages": messages, "call": {**VAPI["call"], "assistantOverrides": {"variableValues": DEBT}}}
    response = httpx.post(f"{server.url}/chat/completions", json=body, headers=BEARER)
    return dict(response.raise_for_status().json()["choices"][0])


def test_a_vapi_call_is_told_who_it_is_for_and_ends_by_its_tool(shipped: Server) -> None:
    messages: list[dict[str, Any]] = [{"role": "system", "content": "be kind"}]
    for words in ("", "no wrong number"):
        if words:
            messages.append({"role": "user", "content": words})
        choice = ask(shipped, messages)
        messages.append(choice["message"])

    assert "May I speak with Maria Lopez?" in messages[1]["content"]
    assert choice["message"]["content"] == "Sorry to have bothered you. Goodbye."
    (call,) = choice["message"]["tool_calls"]
    assert (call["function"]["name"], choice["finish_reason"]) == ("endCall", "tool_calls")
    assert view(shipped, "7f1a-vapi")["step"] == "wrong_person"

    result = ask(shipped, [*messages, {"role": "tool", "tool_call_id": call["id"], "content": "ok"}])
    again = ask(shipped, messages[:-1])

    assert (result["message"]["content"], result["finish_reason"]) == ("", "stop")
    assert again == choice


def test_the_newest_message_may_be_what_became_of_a_tool() -> None:
    body = {"messages": [{"role": "user", "content": "x"}, {"role": "tool", "tool_call_id": "c", "content": None}]}

    assert is_tool_result(asked(json.dumps(body).encode()))
    assert not is_tool_result(asked(b'{"messages": []}'))


def test_a_user_that_is_no_session_id_is_refused_by_name(shipped: Server) -> None:
    body = {"messages": [], "user": "Maria Lopez"}

    response = httpx.post(f"{shipped.url}/chat/completions", json=body, headers=BEARER)

    assert (response.status_code, response.json()["error"]["param"]) == (400, "user")
