from __future__ import annotations

import pytest
from flask import Flask

from steering.errors import RequestRefused
from steering.history import Message
from steering.service import Answer, History
from steering.web.history import asked
from steering.web.platforms import ToolCall, last_tool
from steering.web.settings import Settings
from steering.web.sse import history

HELLO = b'{"model": "hume", "messages": [{"role": "user", "content": "hello"}]}'


def test_all_that_the_engine_may_know_of_a_request() -> None:
    url = "/chat/completions?custom_session_id=s1&flow=visit"
    with Flask("test").test_request_context(url, headers={"Idempotency-Key": "k-1", "X-Session-Id": "s2"}):
        taken = history(asked(HELLO), "acme", Settings())

    assert taken == History(
        owner="acme",
        session_id="s1",
        flow="visit",
        model="hume",
        messages=(Message(role="caller", text="hello"),),
        idempotency_key="k-1",
        platform="sse",
    )


def test_an_endless_idempotency_key_is_refused() -> None:
    with (
        Flask("test").test_request_context("/", headers={"Idempotency-Key": "k" * 256}),
        pytest.raises(RequestRefused) as refused,
    ):
        history(asked(HELLO), "acme", Settings())

    assert refused.value.param == "Idempotency-Key"


def test_a_setting_hangs_up_without_being_offered_the_tool() -> None:
    said = Answer(session_id="s", id="i", created=1, lines=("Goodbye.",), ended=True)

    assert last_tool(said, asked(HELLO), "hangUpNow", None) == ToolCall("hangUpNow")
    assert last_tool(said, asked(HELLO), "", None) is None
