"""ConversationRelay's messages by themselves: read with every field wrong in turn, and what was heard of a reply."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steering.core.speech.pace import seconds_to_say
from steering.errors import RequestRefused
from steering.web.twilio.events import (
    Cut,
    Event,
    Keys,
    Prompt,
    Setup,
    Speaking,
    Trouble,
    event_from_relay,
    heard_until,
    joined,
)

SETUP = {
    "type": "setup",
    "sessionId": "VX1",
    "accountSid": "AC1",
    "callSid": "CA1",
    "parentCallSid": "",
    "from": "+13125550111",
    "to": "+13125550199",
    "forwardedFrom": "+13125550100",
    "callType": "PSTN",
    "callerName": "",
    "direction": "inbound",
    "callStatus": "RINGING",
    "customParameters": {"session": "s1", "language": "en"},
}
PROMPT = {"type": "prompt", "voicePrompt": "yes please", "lang": "en-US", "last": True, "agentSpeaking": False}
DTMF = {"type": "dtmf", "digit": "4"}
INTERRUPT = {"type": "interrupt", "utteranceUntilInterrupt": "Life is a complex set of", "durationUntilInterruptMs": 460}
ERROR = {"type": "error", "description": "Invalid message received"}
INFO = {"type": "info", "name": "agentSpeaking", "value": "off"}


def read(message: object) -> Event | None:
    return event_from_relay(json.dumps(message))


@pytest.mark.parametrize(
    ("message", "event"),
    [
        (SETUP, Setup("CA1", "+13125550111", "+13125550199", {"session": "s1", "language": "en"})),
        (SETUP | {"direction": "outbound-api"}, Setup("CA1", "+13125550199", "+13125550111", {"session": "s1", "language": "en"})),
        (PROMPT, Prompt("yes please", last=True)),
        (PROMPT | {"last": False}, Prompt("yes please", last=False)),
        (PROMPT | {"last": "false"}, Prompt("yes please", last=False)),
        (PROMPT | {"voicePrompt": "  \u0007four\n five "}, Prompt("four  five", last=True)),
        (DTMF, Keys("4")),
        (DTMF | {"digit": 4}, Keys("4")),
        (DTMF | {"digit": "#"}, Keys("#")),
        (DTMF | {"digit": "A"}, None),
        (INTERRUPT, Cut("Life is a complex set of")),
        (INTERRUPT | {"durationUntilInterruptMs": "460"}, Cut("Life is a complex set of")),
        (INTERRUPT | {"utteranceUntilInterrupt": ""}, Cut("")),
        (INTERRUPT | {"utteranceUntilInterrupt": None}, Cut(None)),
        (ERROR, Trouble("Invalid message received")),
        (ERROR | {"description": 'Invalid message: {"type":"text","token":"Hello Maria"}'}, Trouble("Invalid message: ")),
        (ERROR | {"description": "card 4111 1111 1111 1111 refused"}, Trouble("card … refused")),
        (INFO, Speaking(False)),
        (INFO | {"value": "on"}, Speaking(True)),
        (INFO | {"name": "clientSpeaking", "value": "on"}, Speaking(True, caller=True)),
        (INFO | {"name": "roundTripDelayMs", "value": 120}, None),
        ({"type": "something-new", "value": {}}, None),
        ({}, None),
    ],
)
def test_each_message_is_read(message: object, event: Event | None) -> None:
    assert read(message) == event


@pytest.mark.parametrize("sent", [SETUP, PROMPT, DTMF, INTERRUPT, ERROR, INFO], ids=lambda one: str(one["type"]))
def test_any_field_may_be_absent_null_or_of_another_type(sent: dict[str, Any]) -> None:
    for name in sent:
        without = {key: value for key, value in sent.items() if key != name}
        for changed in (without, *({**sent, name: value} for value in (None, 7, "", [], {}, True, {"a": [None]}, "x" * 5000))):
            read(changed)


@pytest.mark.parametrize("raw", ["", "{", "[]", "null", '"text"', "7", "{" * 20_000, '{"type": NaN}'])
def test_what_is_no_object_is_refused(raw: str) -> None:
    with pytest.raises(RequestRefused):
        event_from_relay(raw)


def test_half_a_character_is_left_out() -> None:
    assert event_from_relay('{"type": "prompt", "voicePrompt": "yes \\ud83d"}') == Prompt("yes", last=True)


@given(st.dictionaries(st.sampled_from([*SETUP, *PROMPT, *DTMF, *INTERRUPT, *INFO]), st.none() | st.text() | st.integers() | st.booleans()))
def test_no_message_breaks_the_reader(message: dict[str, Any]) -> None:
    read(message)


REPLY = "This call is recorded. I am an automated assistant for Acme. May I speak with Maria? This call is short."


@pytest.mark.parametrize(
    ("played", "heard"),
    [
        ("This call is recorded. I am an", "This call is recorded. I am an"),
        ("this call is recorded i am an auto", "this call is recorded i am an auto"),
        # A later sentence: what came before it was played too.
        ("May I speak", "This call is recorded. I am an automated assistant for Acme. May I speak"),
        # Twice in the reply: less is safe.
        ("This call is", "This call is"),
        (REPLY, REPLY),
        ("", ""),
        (None, ""),
        ("...", ""),
        # None of our words: as the platform reports them.
        ("Hello there", "Hello there"),
    ],
)
def test_what_was_heard_is_the_reply_up_to_the_last_words_played(played: str | None, heard: str) -> None:
    assert heard_until(REPLY, played) == heard


@given(st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta", "one-time", "it's"]), min_size=1, max_size=12), st.data())
def test_never_more_is_heard_than_was_played(words: list[str], data: st.DataObject) -> None:
    end = data.draw(st.integers(1, len(words)))
    begin = data.draw(st.integers(0, end - 1))

    heard = heard_until(" ".join(words), " ".join(words[begin:end]))

    assert " ".join(words[:end]).startswith(heard)


@pytest.mark.parametrize(
    ("partial", "words", "whole"),
    [
        ("", "yes", "yes"),
        ("my number", "is five", "my number is five"),
        ("my number", "My number is five", "My number is five"),
        ("yes", "", "yes"),
    ],
)
def test_partial_prompts_are_joined_whether_they_grow_or_follow(partial: str, words: str, whole: str) -> None:
    assert joined(partial, words) == whole


def test_long_words_take_longer() -> None:
    assert seconds_to_say("") == 0
    assert 2 < seconds_to_say("Thank you for calling. Goodbye.") < 3
    assert seconds_to_say("ありがとうございます") > seconds_to_say("arigatogozaimasu")
