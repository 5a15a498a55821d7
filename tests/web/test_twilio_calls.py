"""The shipped flows to their ends: the same words and the same record over the relay, over <Gather>, and over SSE."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import httpx
import pytest

from .conftest import BEARER, Server
from .test_calls import DEBT, by_openai, prepare, view
from .test_twilio_relay import certificate
from .test_twilio_voice import Talk
from .twilio_phone import answered, call_sid

CALLS: dict[str, tuple[str, dict[str, str], tuple[str, ...]]] = {
    "welcome": ("welcome", {}, ("yes please", "no thank you")),
    "a person": ("welcome", {}, ("I want a person",)),
    "opt-out": ("welcome", {}, ("what is this", "take me off your list")),
    "debt": ("debt_collection_call", DEBT, ("yes speaking", "four five one two", "yes", "I authorise")),
    "plan": ("debt_collection_call", DEBT, ("yes speaking", "4512", "no I can't")),
    "wrong number": ("debt_collection_call", DEBT, ("no wrong number",)),
    "attorney": ("debt_collection_call", DEBT, ("yes this is she", "talk to my lawyer")),
    "clinic": ("clinic_inbound", {}, ("I want to book an appointment", "next tuesday", "in the morning", "yes")),
    "questions": ("clinic_inbound", {}, ("what are your hours", "uh", "front desk please")),
}


def by_relay(server: Server, id: str, words: Sequence[str]) -> list[str]:
    with answered(server, call_sid(f"r {id}"), {"session": id}) as line:
        heard = [line.hear()]
        for one in words:
            heard.append(line.ask(one))
        line.ends()
    return heard


def by_gather(server: Server, id: str, words: Sequence[str]) -> list[str]:
    talk = Talk(server, call_sid(f"g {id}"), f"&session={id}")
    return [talk.heard, *(talk.say(one) for one in words)]


def record(server: Server, id: str) -> dict[str, Any]:
    """What is kept of a call, but for when it was, and what its platform is worth as a witness."""
    turns = httpx.get(f"{server.url}/sessions/{id}/transcript", headers=BEARER).json()["turns"]
    found = certificate(server, id)
    seen = view(server, id)
    return {
        "turns": [{name: turn[name] for name in ("n", "caller", "reply", "spoken", "steps", "status")} for turn in turns],
        "disclosed": [(one["name"], one["said"], one["grade"] == "not disclosed") for one in found["disclosures"]],
        "agreed": [(one["step"], one["answer"], one["words"]) for one in found["agreements"]],
        "outcome": (found["outcome"], found["step"], found["handed_to"]),
        "session": {name: seen[name] for name in ("step", "ended", "facts", "turns", "flow_hash")},
    }


@pytest.mark.parametrize("name", CALLS)
def test_a_call_is_the_same_by_telephone_as_over_sse(phone: Server, slots: str, name: str) -> None:
    flow, facts, words = CALLS[name]
    facts = {"booking_url": slots} if flow == "clinic_inbound" else facts
    ids = [f"{name.replace(' ', '-')}-{how}" for how in ("sse", "relay", "gather")]
    for id in ids:
        prepare(phone, id, flow, facts)

    sse = by_openai(phone, ids[0], *words, stream=False)
    relay = by_relay(phone, ids[1], words)
    gather = by_gather(phone, ids[2], words)

    assert relay == gather == sse
    assert record(phone, ids[0]) == record(phone, ids[1]) == record(phone, ids[2])
    assert view(phone, ids[1])["ended"]


def test_each_platform_is_the_witness_that_it_is(phone: Server) -> None:
    _, facts, words = CALLS["debt"]
    for id in ("w-sse", "w-relay", "w-gather"):
        prepare(phone, id, "debt_collection_call", facts)
    by_openai(phone, "w-sse", *words, stream=False)
    by_relay(phone, "w-relay", words)
    by_gather(phone, "w-gather", words)

    found = [{one["grade"] for one in certificate(phone, f"w-{how}")["disclosures"]} for how in ("sse", "relay", "gather")]

    assert found == [{"in history"}, {"played"}, {"sent"}]
