"""Hume's webhooks, in the shapes of its own SDK, against the real server and a stand-in for its control plane."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from hume.empathic_voice.types import (
    SessionSettings,
    ToolErrorMessage,
    WebhookEventChatEnded,
    WebhookEventChatStarted,
    WebhookEventToolCall,
)

from steering.web.hume import SIGNATURE, TIMESTAMP, WINDOW, call_from_event, signature, signed_by

from .conftest import BEARER, Server, running, serving
from .test_calls import view

KEY, OLDER = "test-signing-key", "older-key"
FIXTURE = (
    b'{"event_name":"chat_started","chat_group_id":"9fc18597-3567-42d5-94d6-935bde84bf2f",'
    b'"chat_id":"470a49f6-1dec-4afe-8b61-035d3b2d63b0","config_id":"1b60e1a0-cc59-424a-8d2c-189d354db3f3",'
    b'"caller_number":null,"custom_session_id":null,"start_time":1716244940648,"chat_start_type":"new_chat_group"}'
)
FIXTURE_AT, FIXTURE_SIGNED = "1716244941", "109ca8cd37dd80db4ca901821f7d1a483482b951fbd5f80d002607a6d56d35bd"
FLOW = """\
flow: visit
needs:
  first_name: name, optional, e.g. Maria
steps:
  hello:
    when:
      first_name is known: named
      otherwise: unnamed
  named:
    ask: Hello {{ first_name }}. Shall we begin?
    hear:
      yes: bye
      no: bye
  unnamed:
    ask: Hello. Shall we begin?
    hear:
      yes: bye
      no: bye
  bye:
    end: Goodbye.
"""
BACK = (
    "flow: back\nif_back: Welcome back.\nsteps:\n  a:\n    ask: Shall we?\n    hear:\n      yes: b\n      no: b\n  b:\n    end: Goodbye.\n"
)
NUMBERS = """\
numbers:
  +1 312 555 0142:
    flow: visit
    callers: people.csv
  config-back: back
"""


class ControlPlane(ThreadingHTTPServer):
    """What Hume's control plane was told: (path, key, message). To the first message of a chat it answers 503."""

    told: list[tuple[str, str, dict[str, Any]]]


class _Told(BaseHTTPRequestHandler):
    server: ControlPlane

    def do_POST(self) -> None:
        message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        known = any(path == self.path for path, *_ in self.server.told)
        self.server.told.append((self.path, self.headers["X-Hume-Api-Key"], message))
        self.send_response(200 if known else 503)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def plane() -> Iterator[ControlPlane]:
    server = ControlPlane(("127.0.0.1", 0), _Told)
    server.told = []
    with serving(server):
        yield server


@pytest.fixture(scope="module")
def evi(tmp_path_factory: pytest.TempPathFactory, plane: ControlPlane) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("evi")
    for name, text in {
        "visit.yaml": FLOW,
        "back.yaml": BACK,
        "numbers.yaml": NUMBERS,
        "people.csv": "number,first_name\n+13125550123,Anna\n",
    }.items():
        (folder / name).write_text(text)
    with running(
        "wsgi:app",
        folder,
        STEERING_API_KEY="acme:k1",
        STEERING_FLOWS=str(folder),
        STEERING_FLOW="visit",
        HUME_API_KEY="hume-key",
        HUME_API_URL=f"http://127.0.0.1:{plane.server_port}",
        HUME_WEBHOOK_KEYS=f"{KEY},{OLDER}",
    ) as server:
        yield server


def started(chat: str, **fields: Any) -> dict[str, Any]:
    event = {"event_name": "chat_started", "chat_group_id": "g", "chat_id": chat, "start_time": 1, "chat_start_type": "new_chat_group"}
    return WebhookEventChatStarted(**{**event, **fields}).model_dump(mode="json")


def ended(chat: str, **fields: Any) -> dict[str, Any]:
    event = {"event_name": "chat_ended", "chat_group_id": "g", "chat_id": chat, "end_time": 9, "end_reason": "USER_ENDED"}
    return WebhookEventChatEnded(**{**event, "duration_seconds": 8, **fields}).model_dump(mode="json")


def deliver(
    server: Server, body: bytes | dict[str, Any], *, key: str = KEY, at: float | str | None = None, **headers: str
) -> httpx.Response:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    stamp = str(int(time.time()))
    signed = {SIGNATURE: signature(key, raw, stamp), TIMESTAMP: stamp, "Content-Type": "application/json"}
    return httpx.post(f"{server.url}/hume/webhook", content=raw, headers=signed, timeout=60)


def until(what: Any) -> None:
    limit = time.monotonic() + 60
    while not what() and time.monotonic() < limit:
        time.sleep(0.02)
    assert what()


def test_the_documented_fixture_has_its_signature() -> None:
    assert signature(KEY, FIXTURE, FIXTURE_AT) == FIXTURE_SIGNED
    assert signed_by(FIXTURE, FIXTURE_SIGNED, FIXTURE_AT, [("acme", OLDER), ("acme", KEY)], int(FIXTURE_AT) + WINDOW) == "acme"


@pytest.mark.parametrize("late", [-WINDOW - 1, WINDOW + 1, 10**6, -(10**9)])
def test_a_delivery_out_of_its_window_is_nobodys(late: int) -> None:
    assert signed_by(FIXTURE, FIXTURE_SIGNED, FIXTURE_AT, [("", KEY)], int(FIXTURE_AT) + late) is None


NOW = int(time.time())
FORGED: list[tuple[str, bytes, dict[str, str]]] = [
    ("unsigned", FIXTURE, {SIGNATURE: ""}),
    ("no timestamp", FIXTURE, {TIMESTAMP: ""}),
    ("neither", FIXTURE, {SIGNATURE: "", TIMESTAMP: ""}),
    ("the documented one, long ago", FIXTURE, {SIGNATURE: FIXTURE_SIGNED, TIMESTAMP: FIXTURE_AT}),
    ("of another time", FIXTURE, {SIGNATURE: signature(KEY, FIXTURE, str(NOW - 1)), TIMESTAMP: str(NOW)}),
    ("of another body", FIXTURE, {SIGNATURE: signature(KEY, FIXTURE[:-1], str(NOW)), TIMESTAMP: str(NOW)}),
    ("with another key", FIXTURE, {SIGNATURE: signature("guess", FIXTURE, str(NOW)), TIMESTAMP: str(NOW)}),
    ("with an empty key", FIXTURE, {SIGNATURE: signature("", FIXTURE, str(NOW)), TIMESTAMP: str(NOW)}),
    ("upper case", FIXTURE, {SIGNATURE: signature(KEY, FIXTURE, str(NOW)).upper(), TIMESTAMP: str(NOW)}),
    ("cut short", FIXTURE, {SIGNATURE: signature(KEY, FIXTURE, str(NOW))[:-1], TIMESTAMP: str(NOW)}),
    ("with more", FIXTURE, {SIGNATURE: signature(KEY, FIXTURE, str(NOW)) + "00", TIMESTAMP: str(NOW)}),
    ("with a prefix", FIXTURE, {SIGNATURE: "sha256=" + signature(KEY, FIXTURE, str(NOW)), TIMESTAMP: str(NOW)}),
    ("stale", FIXTURE, {SIGNATURE: signature(KEY, FIXTURE, str(NOW - 999)), TIMESTAMP: str(NOW - 999)}),
    ("from the future", FIXTURE, {SIGNATURE: signature(KEY, FIXTURE, str(NOW + 999)), TIMESTAMP: str(NOW + 999)}),
    ("in milliseconds", FIXTURE, {SIGNATURE: signature(KEY, FIXTURE, f"{NOW}000"), TIMESTAMP: f"{NOW}000"}),
    ("at a fraction", FIXTURE, {SIGNATURE: signature(KEY, FIXTURE, f"{NOW}.0"), TIMESTAMP: f"{NOW}.0"}),
    ("at no number", FIXTURE, {SIGNATURE: signature(KEY, FIXTURE, "now"), TIMESTAMP: "now"}),
    ("at a negative time", FIXTURE, {SIGNATURE: signature(KEY, FIXTURE, f"-{NOW}"), TIMESTAMP: f"-{NOW}"}),
    ("at an endless time", FIXTURE, {SIGNATURE: signature(KEY, FIXTURE, "9" * 300), TIMESTAMP: "9" * 300}),
    ("re-serialised", json.dumps(json.loads(FIXTURE)).encode(), {SIGNATURE: signature(KEY, FIXTURE, str(NOW)), TIMESTAMP: str(NOW)}),
    ("with a space more", FIXTURE + b" ", {SIGNATURE: signature(KEY, FIXTURE, str(NOW)), TIMESTAMP: str(NOW)}),
    ("empty", b"", {SIGNATURE: signature(KEY, FIXTURE, str(NOW)), TIMESTAMP: str(NOW)}),
    ("no JSON either", b"{", {SIGNATURE: "0" * 64, TIMESTAMP: str(NOW)}),
    ("a bearer key instead", FIXTURE, {SIGNATURE: "", **BEARER}),
]


@pytest.mark.parametrize(("name", "body", "headers"), FORGED, ids=[name for name, *_ in FORGED])
def test_a_forged_delivery_is_refused_before_it_is_read(evi: Server, name: str, body: bytes, headers: dict[str, str]) -> None:
    response = httpx.post(f"{evi.url}/hume/webhook", content=body, headers={"Content-Type": "application/json", **headers})

    assert response.status_code == 401
    assert "error" in response.json()


def test_without_a_webhook_key_every_delivery_is_refused(server: Server) -> None:
    assert deliver(server, FIXTURE).status_code == 401
    assert deliver(server, FIXTURE, key="").status_code == 401


def test_a_started_chat_tells_who_calls_and_is_told_its_session_once(evi: Server, plane: ControlPlane) -> None:
    twilio = {"call_sid": "CA1", "from_number": "+13125550123", "to_number": "+13125550142"}
    event = started("chat-anna", caller_number="+13125550123", twilio_metadata=twilio)
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: deliver(evi, event).status_code, range(1000)))

    assert set(answers) == {200}
    messages = [{"role": "user", "content": "Speak your greeting to the user."}]
    assert evi.ask_all(messages, "chat-anna") == "Hello Anna. Shall we begin?"

    def told() -> list[tuple[str, str, dict[str, Any]]]:
        return [one for one in plane.told if "chat-anna" in one[0]]

    until(lambda: len(told()) >= 2)
    assert {(path, key) for path, key, _ in told()} == {("/v0/evi/chat/chat-anna/send", "hume-key")}
    (message, again) = (SessionSettings.model_validate(one[2]) for one in told())
    assert message == again
    assert (message.type, message.custom_session_id, message.language_model_api_key) == ("session_settings", "chat-anna", "k1")


def test_either_key_is_good_while_keys_are_changed(evi: Server) -> None:
    assert deliver(evi, started("chat-older"), key=OLDER).status_code == 200


def test_a_greeting_that_came_first_was_anonymous_and_the_call_goes_on(evi: Server) -> None:
    greeting = evi.ask_all([], "chat-late")
    deliver(evi, started("chat-late", custom_session_id="chat-late", caller_number="+13125550123"))

    assert greeting == "Hello. Shall we begin?"
    assert evi.ask_all([{"role": "assistant", "content": greeting}, {"role": "user", "content": "yes"}], "chat-late") == "Goodbye."


def test_an_ended_chat_ends_the_call_and_says_why(evi: Server) -> None:
    evi.ask_all([], "chat-over")
    for _ in range(3):
        assert deliver(evi, ended("chat-over", end_reason="SILENCE_TIMEOUT")).status_code == 200

    assert view(evi, "chat-over")["ended"] is True


def test_a_caller_may_come_back_to_a_flow_that_knows_what_to_say(evi: Server) -> None:
    deliver(evi, started("chat-back", config_id="config-back", custom_session_id="mine"))
    assert evi.ask_all([], "mine") == "Shall we?"

    deliver(evi, ended("chat-back", custom_session_id="mine"))

    assert view(evi, "mine")["ended"] is False
    said = [{"role": "assistant", "content": "Shall we?"}, {"role": "user", "content": "hm"}]
    assert evi.ask_all(said, "mine")


def test_a_tool_that_nobody_serves_is_refused_so_that_nobody_waits(evi: Server, plane: ControlPlane) -> None:
    call = {"name": "weather", "parameters": "{}", "tool_call_id": "t1", "response_required": True, "tool_type": "function"}
    event = WebhookEventToolCall(event_name="tool_call", chat_group_id="g", chat_id="chat-tool", timestamp=1, tool_call_message=call)  # type: ignore[arg-type]
    for _ in range(2):
        assert deliver(evi, event.model_dump(mode="json")).status_code == 200

    def told() -> list[ToolErrorMessage]:
        return [ToolErrorMessage.model_validate(one) for path, _, one in plane.told if "chat-tool" in path]

    until(lambda: len(told()) >= 2)
    message, again = told()
    assert message == again
    assert (message.type, message.tool_call_id) == ("tool_error", "t1")


EVENTS = [
    started("chat-odd", caller_number="+1", twilio_metadata={"to_number": "+1"}),
    ended("chat-odd"),
    {"event_name": "tool_call", "chat_id": "chat-odd", "tool_call_message": {"name": "x"}},
]


@pytest.mark.parametrize("event", EVENTS, ids=["started", "ended", "tool"])
@pytest.mark.parametrize("value", [None, 7, [], {"a": None}, "", "A_NEW_ONE"])
def test_any_field_may_be_null_or_odd(evi: Server, event: dict[str, Any], value: object) -> None:
    for name in event:
        assert deliver(evi, {**event, name: value}).status_code == 200


@pytest.mark.parametrize("event", EVENTS, ids=["started", "ended", "tool"])
def test_any_field_may_be_absent(evi: Server, event: dict[str, Any]) -> None:
    for name in event:
        assert deliver(evi, {key: value for key, value in event.items() if key != name}).status_code == 200


def test_unknown_events_are_taken_and_nothing_comes_of_them(evi: Server) -> None:
    assert deliver(evi, {"event_name": "chat_moved", "chat_id": "chat-new"}).status_code == 200
    assert httpx.get(f"{evi.url}/sessions/chat-new", headers=BEARER).status_code == 404


@pytest.mark.parametrize("body", [b"[]", b"{", b"null", b'{"a":1,"a":2}', b"\xff"])
def test_a_signed_body_that_is_no_object_is_refused(evi: Server, body: bytes) -> None:
    assert deliver(evi, body).status_code == 400


def test_the_caller_is_read_from_the_event_or_from_twilio() -> None:
    event = {"chat_id": "c", "caller_number": None, "twilio_metadata": {"from_number": "+1312", "call_sid": "CA1"}}

    known = call_from_event(event)

    assert (known["session_id"], known["number"], known["call_sid"]) == ("c", "+1312", "CA1")
