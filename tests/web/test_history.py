import json
from typing import Any

import pytest
from werkzeug.exceptions import RequestEntityTooLarge

from steering.errors import RequestRefused
from steering.history import Message, groups_of
from steering.web.history import MAX_WORDS, asked, messages, offered_tools, session_id
from steering.web.settings import GREETING_INSTRUCTION


def said(*sent: dict[str, Any]) -> tuple[Message, ...]:
    return messages(asked(json.dumps({"messages": sent}).encode()).messages, GREETING_INSTRUCTION)


def user(content: Any, **fields: Any) -> dict[str, Any]:
    return {"role": "user", "content": content, **fields}


def words(*sent: dict[str, Any]) -> list[str]:
    return [message.text for message in said(*sent)]


def test_a_message_as_evi_sends_it_keeps_words_time_and_scores() -> None:
    models = {"prosody": {"scores": {"Interest": 0.213, "Calmness": 0.142}}}

    (message,) = said(user("Rato. {very slightly excited}", models=models, time={"begin": 5120, "end": 7480}))

    assert message == Message(role="caller", text="Rato.", time=(5120, 7480), scores={"Interest": 0.213, "Calmness": 0.142})


def test_the_websocket_form_is_read_like_the_other() -> None:
    wrapped = {"type": "user_message", "message": {"role": "user", "content": "Yes {calm}"}, "time": {"begin": 1, "end": 2}}

    assert said(wrapped) == said(user("Yes {calm}", time={"begin": 1, "end": 2}))


def test_a_context_is_kept_beside_the_words() -> None:
    (message,) = said(user("Yes {Context: a member}"))

    assert (message.text, message.context) == ("Yes", "a member")


def test_the_greeting_instruction_is_never_the_callers_words() -> None:
    assert said(user(GREETING_INSTRUCTION)) == ()
    assert words(user(f"{GREETING_INSTRUCTION} I'd like to book {{calm}}")) == ["I'd like to book"]
    assert words(user("Speak your greeting to me.")) == ["Speak your greeting to me."]


def test_copies_go_and_the_same_words_later_stay() -> None:
    first, later = {"begin": 1, "end": 2}, {"begin": 3, "end": 4}

    assert words(user("yes", time=first), user("yes", time=first)) == ["yes"]
    assert words(user("yes", time=first), user("yes", time=later)) == ["yes", "yes"]
    assert words(user("yes"), {"role": "assistant", "content": "And?"}, user("yes")) == ["yes", "And?", "yes"]


@pytest.mark.parametrize("content", ["[user silent]", "…", "...", "  ", "", None, [], [{"type": "text", "text": " "}], "\u0000"])
def test_nothing_said_is_a_silence(content: Any) -> None:
    assert said(user(content)) == (Message(role="caller", text=""),)


def test_parts_are_joined_and_other_parts_left_out() -> None:
    parts = [
        {"type": "text", "text": "I'd like"},
        {"type": "image_url", "image_url": {"url": "x"}},
        {"type": "text", "text": "a table"},
        "now",
    ]

    assert words(user(parts)) == ["I'd like a table now"]


@pytest.mark.parametrize("part", [{"type": "image_url", "image_url": {"url": "x"}}, {"type": "input_audio", "input_audio": {}}, {}, 5])
def test_a_picture_alone_is_neither_words_nor_a_silence(part: Any) -> None:
    asked_before = [{"role": "assistant", "content": "And?"}]

    assert words(*asked_before, user([part])) == words(*asked_before)
    assert words(user("yes"), user([part, part]), user("I do")) == ["yes", "I do"]


def test_other_roles_and_unknown_fields_are_ignored() -> None:
    others = [{"role": role, "content": "x"} for role in ("system", "tool", "developer", "context", "all", "function", None)]

    assert words(*others, {"content": "no role"}, user("hello", extra={"a": [1]})) == ["hello"]


@pytest.mark.parametrize("content", [None, "", "   ", [], [{"type": "text", "text": ""}], [{"type": "image_url", "image_url": {}}]])
def test_an_assistant_message_without_a_word_reports_that_nothing_was_heard(content: Any) -> None:
    plain = {"role": "assistant", "content": content}
    for one in (plain, {"type": "assistant_message", "message": plain}):
        groups, reported = groups_of(said(one, user("yes")))

        assert ([group.before_text for group in groups], reported) == ([""], True)


@pytest.mark.parametrize("content", [None, "", " "])
def test_an_assistant_message_without_a_word_parts_no_turns(content: Any) -> None:
    groups, _ = groups_of(said(user("yes"), {"role": "assistant", "content": content}, user("yes"), user("I do")))

    assert [group.text for group in groups] == ["yes I do"]


def test_a_long_utterance_is_cut_and_an_assistants_is_not() -> None:
    assert [len(one) for one in words(user("a" * 5000), {"role": "assistant", "content": "b" * 5000})] == [MAX_WORDS, 5000]


@pytest.mark.parametrize(
    "odd",
    [{"models": 5}, {"models": {"prosody": {"scores": {"Joy": "high"}}}}, {"models": None}, {"time": "now"}, {"time": {"begin": None}}],
)
def test_prosody_and_time_that_cannot_be_read_cost_nothing(odd: dict[str, Any]) -> None:
    assert said(user("hello", **odd)) == (Message(role="caller", text="hello"),)


def test_lone_surrogates_and_raw_control_characters_are_cleaned() -> None:
    assert messages(asked(b'{"messages":[{"role":"user","content":"ye\\ud800s"}]}').messages, "-")[0].text == "yes"
    assert messages(asked(b'{"messages":[{"role":"user","content":"yes\x01please"}]}').messages, "-")[0].text == "yes please"
    assert messages(asked(b'{"messages":[{"role":"user","content":"\\ud83d\\ude00 hi"}]}').messages, "-")[0].text == "\U0001f600 hi"


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({}, "messages"),
        ({"messages": None}, "messages"),
        ({"messages": "hello"}, "messages"),
        ({"messages": ["hello"]}, "messages[0]"),
        ({"messages": [{"role": 5}]}, "messages[0].role"),
        ({"messages": [{"role": "user", "content": 5}]}, "messages[0].content"),
        ({"messages": [], "model": 5}, "model"),
        ({"messages": [], "stream": "yes"}, "stream"),
    ],
)
def test_a_field_of_the_wrong_type_is_named(body: dict[str, Any], param: str) -> None:
    with pytest.raises(RequestRefused) as refused:
        messages(asked(json.dumps(body).encode()).messages, "-")

    assert refused.value.param == param


@pytest.mark.parametrize(
    "raw",
    [
        b'{"messages":[],"messages":[]}',
        b'{"a":1,"a":2,"messages":[]}',
        b'{"messages":[{"role":"user","role":"assistant","content":"x"}]}',
        b'{"messages":[{"role":"user","content":"a: b","x":{"y":":"},"x":1}]}',
        b'{"messages":[{"r\\u006fle":"user","role":"user"}]}',
        b'{"messages":[{"role":"user","content":"\\ud800"}],"model":"a","model":"b"}',
    ],
)
def test_a_key_named_twice_is_refused(raw: bytes) -> None:
    with pytest.raises(RequestRefused, match="twice"):
        asked(raw)


def test_colons_in_words_and_keys_are_no_repeated_keys() -> None:
    raw = json.dumps({"messages": [user("at 12:30: yes", **{"a:b": ":::"})], "x:y": {"z": [":"]}}).encode()

    assert len(asked(raw).messages) == 1


def test_too_many_messages_are_too_large() -> None:
    asked(json.dumps({"messages": [user("x")] * 4000}).encode())
    with pytest.raises(RequestEntityTooLarge):
        asked(json.dumps({"messages": [user("x")] * 4001}).encode())


@pytest.mark.parametrize("id", ["a", "a" * 200, "+15551234567", "a.b_c:d@e=f-9"])
def test_a_session_id_may_be(id: str) -> None:
    assert session_id(id, "custom_session_id") == id


@pytest.mark.parametrize("id", ["", "a" * 201, "../x", "a b", "a\n", "a\x00", "é", "a/b", "a?b"])
def test_a_session_id_may_not_be(id: str) -> None:
    with pytest.raises(RequestRefused) as refused:
        session_id(id, "custom_session_id")

    assert refused.value.param == "custom_session_id"


def test_offered_tools_are_read_when_they_can_be() -> None:
    def offered(tools: Any) -> tuple[str, ...]:
        return offered_tools(asked(json.dumps({"messages": [], "tools": tools}).encode()))

    assert offered([{"type": "function", "function": {"name": "endCall"}}, {"type": "other"}]) == ("endCall",)
    assert offered(None) == offered("x") == offered([5]) == ()
