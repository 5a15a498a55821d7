"""The socket of EVI, with a real client against the real server."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
import websocket

from steering.web.body import MAX_BODY

from .conftest import Server


@contextmanager
def call(server: Server, query: str = "?token=k1", **options: Any) -> Iterator[websocket.WebSocket]:
    line = websocket.create_connection(server.socket_url + query, timeout=60, **options)
    try:
        yield line
    finally:
        line.close()
        line.shutdown()


def say(line: websocket.WebSocket, words: str, **fields: Any) -> None:
    message = {"type": "user_message", "message": {"role": "user", "content": words}, "models": {"prosody": None}, "time": None}
    line.send(json.dumps({"messages": [message], **fields}))


def hear(line: websocket.WebSocket) -> list[dict[str, Any]]:
    """What is said up to the end of the turn."""
    heard = []
    while not heard or heard[-1]["type"] != "assistant_end":
        heard.append(json.loads(line.recv()))
    return heard[:-1]


def texts(line: websocket.WebSocket) -> list[str]:
    return [message["text"] for message in hear(line)]


def close_code(line: websocket.WebSocket) -> int:
    opcode, data = line.recv_data(control_frame=True)
    assert opcode == websocket.ABNF.OPCODE_CLOSE
    return int.from_bytes(data[:2], "big")


def hears_nothing(line: websocket.WebSocket) -> bool:
    line.settimeout(0.3)
    try:
        line.recv()
    except websocket.WebSocketTimeoutException:
        return True
    finally:
        line.settimeout(60)
    return False


def test_a_turn_is_lines_and_one_end(stand_in: Server) -> None:
    with call(stand_in) as line:
        say(line, "hello {slightly calm}", custom_session_id="s1")

        assert hear(line) == [
            {"type": "assistant_input", "text": "I heard:", "custom_session_id": "s1"},
            {"type": "assistant_input", "text": "acme|hello", "custom_session_id": "s1"},
        ]
        assert hears_nothing(line)


def test_the_socket_remembers_its_session(stand_in: Server) -> None:
    with call(stand_in) as line:
        say(line, "hello", custom_session_id="s2")
        hear(line)
        say(line, "again", custom_session_id=None)
        assert {message["custom_session_id"] for message in hear(line)} == {"s2"}

    with call(stand_in, "?token=k1&custom_session_id=q") as line:
        say(line, "hello")
        assert {message["custom_session_id"] for message in hear(line)} == {"q"}

    with call(stand_in) as line:
        say(line, "hello")
        assert {message["custom_session_id"] for message in hear(line)} == {"minted"}


def test_a_key_in_the_header_is_as_good(stand_in: Server) -> None:
    with call(stand_in, "", header={"Authorization": "Bearer k2"}) as line:
        say(line, "hello")

        assert texts(line)[1] == "beta|hello"


@pytest.mark.parametrize("query", ["", "?token=", "?token=wrong"])
def test_no_key_or_a_wrong_one_opens_nothing(stand_in: Server, query: str) -> None:
    with pytest.raises(websocket.WebSocketBadStatusException) as refused:
        websocket.create_connection(stand_in.socket_url + query, timeout=60)

    assert refused.value.status_code == 401


def test_a_missing_handshake_header_is_400_or_426(stand_in: Server) -> None:
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket"}
    url = f"{stand_in.url}/ws?token=k1"

    plain = httpx.get(url)
    no_key = httpx.get(url, headers={**upgrade, "Sec-WebSocket-Version": "13"})
    no_version = httpx.get(url, headers={**upgrade, "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="})
    elsewhere = httpx.get(f"{stand_in.url}/healthz", headers={**upgrade, "Sec-WebSocket-Version": "13"})

    assert [one.status_code for one in (plain, no_key, no_version, elsewhere)] == [426, 400, 426, 400]
    assert all("error" in one.json() for one in (plain, no_key, no_version, elsewhere))


def test_bad_json_is_an_error_and_the_socket_lives(stand_in: Server) -> None:
    with call(stand_in) as line:
        for text in (
            "{bad",
            "",
            "[]",
            '{"messages": 5}',
            '{"messages": [], "custom_session_id": "../x"}',
            '{"messages": [], "messages": []}',
        ):
            line.send(text)
            answer = json.loads(line.recv())
            assert answer["type"] == "error"
            assert set(answer["error"]) == {"message", "type", "param", "code"}

        assert hears_nothing(line)
        say(line, "hello")
        assert texts(line)[1] == "acme|hello"


def test_ten_thousand_messages_are_an_error_and_the_socket_lives(stand_in: Server) -> None:
    with call(stand_in) as line:
        line.send(json.dumps({"messages": [{"role": "user", "content": "x"}] * 10_000}))

        assert json.loads(line.recv())["error"]["code"] == "request_too_large"
        say(line, "hello")
        assert texts(line)[1] == "acme|hello"


def test_a_binary_message_closes_with_1003(stand_in: Server) -> None:
    with call(stand_in) as line:
        line.send_binary(b"\x00\x01")

        assert close_code(line) == 1003


def test_bad_utf8_closes_with_1007(stand_in: Server) -> None:
    with call(stand_in) as line:
        line.send(b"\xff\xfe\xfd", opcode=websocket.ABNF.OPCODE_TEXT)

        assert close_code(line) == 1007


def test_too_large_a_message_closes_with_1009(stand_in: Server) -> None:
    with call(stand_in) as line:
        line.send("x" * (MAX_BODY + 1024 * 1024))

        assert close_code(line) == 1009


def test_a_message_just_within_the_limit_is_answered(stand_in: Server) -> None:
    with call(stand_in) as line:
        line.settimeout(60)
        line.send(json.dumps({"messages": [{"role": "user", "content": "hello"}]}) + " " * (MAX_BODY - 1000))

        assert texts(line)[1] == "acme|hello"


def test_a_failure_inside_still_says_something_and_ends(stand_in: Server) -> None:
    with call(stand_in) as line:
        for words in ("fail", "no store"):
            say(line, words)
            (said,) = texts(line)
            assert said.startswith("I am sorry")


def test_an_unknown_flow_is_an_error_and_an_end(stand_in: Server) -> None:
    with call(stand_in, "?token=k1&flow=nope") as line:
        say(line, "hello")

        (error,) = hear(line)
        assert error["error"]["code"] == "unknown_flow"


def test_a_long_look_up_is_announced(stand_in: Server) -> None:
    with call(stand_in) as line:
        say(line, "look up")
        assert texts(line) == ["One moment.", "It is there."]

        say(line, "look up quickly")
        assert texts(line) == ["It is there."]


def test_a_newer_message_drops_the_stale_answer(stand_in: Server) -> None:
    with call(stand_in) as line:
        say(line, "look up")
        assert json.loads(line.recv())["text"] == "One moment."
        say(line, "hello")

        assert texts(line) == ["I heard:", "acme|hello"]
        assert hears_nothing(line)


def test_what_is_no_turn_drops_nothing(stand_in: Server) -> None:
    with call(stand_in) as line:
        say(line, "look up")
        line.send("{bad")

        heard = hear(line)
        assert sorted(message["type"] for message in heard) == ["assistant_input", "assistant_input", "error"] or [
            message["type"] for message in heard
        ] == ["error", "assistant_input"]


def test_many_turns_at_once_end_once(stand_in: Server) -> None:
    with call(stand_in) as line:
        for turn in range(50):
            say(line, f"turn {turn}")

        while texts(line)[-1:] != ["acme|turn 49"]:
            pass
        assert hears_nothing(line)


def test_no_more_sockets_are_opened_than_are_allowed(start_stand_in: Callable[..., Server]) -> None:
    server = start_stand_in(STEERING_MAX_SOCKETS="2")
    with call(server), call(server):
        with pytest.raises(websocket.WebSocketBadStatusException) as refused:
            websocket.create_connection(server.socket_url + "?token=k1", timeout=60)
        assert refused.value.status_code == 503
        assert server.ask("hello").status_code == 200
    until = time.monotonic() + 60
    while "steering_sockets_closed_total 2" not in httpx.get(server.url + "/metrics").text and time.monotonic() < until:
        time.sleep(0.05)
    with call(server) as line:
        say(line, "hello")
        assert texts(line)[1] == "acme|hello"
