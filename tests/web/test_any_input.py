"""Whatever JSON is sent, it is read or refused: the readers never break."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from steering.errors import RequestRefused
from steering.web.history import asked, messages, offered_tools

_texts = st.text() | st.sampled_from(["[user silent]", "{calm}", "{Context: {", "}", "Speak your greeting to the user.", "\ud800", "\x00"])
_anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_texts, inner, max_size=4),
    max_leaves=8,
)


def _objects(*names: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=dict.fromkeys(names, _anything))


_messages = _objects("role", "content", "time", "models", "message") | st.fixed_dictionaries(
    {"role": st.sampled_from(["user", "assistant"]), "content": _texts | st.none()},
    optional={"time": _objects("begin", "end"), "models": st.fixed_dictionaries({"prosody": _anything | _objects("scores")})},
)


@given(st.fixed_dictionaries({"messages": st.lists(_messages, max_size=5)}, optional={"tools": _anything, "model": _anything}))
def test_any_object_is_read_or_refused(body: dict[str, Any]) -> None:
    try:
        sent = asked(json.dumps(body).encode())
        said = messages(sent.messages, "Speak your greeting to the user.")
    except RequestRefused:
        return

    offered_tools(sent)
    for message in said:
        json.dumps(message.text.encode().decode())
        assert message.scores is None or all(isinstance(score, float) for score in message.scores.values())


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    for sent in (raw, b'{"messages":[{"role":"user","content":"' + raw + b'"}]}'):
        try:
            messages(asked(sent).messages, "-")
        except RequestRefused:
            continue
