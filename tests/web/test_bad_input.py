"""What is wrong with a request, and what it gets: always OpenAI's error object, never a stack trace."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from typing import Any

import httpx
import pytest

from steering.web.body import MAX_BODY

from .conftest import BEARER, Server

PATH = "/v1/chat/completions"
JSON = {**BEARER, "Content-Type": "application/json"}
HELLO = {"messages": [{"role": "user", "content": "hello"}]}


def assert_refused(response: httpx.Response, status: int, code: str, param: str | None = None) -> None:
    assert response.status_code == status
    error = response.json()["error"]
    assert set(error) == {"message", "type", "param", "code"}
    assert (error["code"], error["param"]) == (code, param)
    assert error["type"] == ("invalid_request_error" if status < 500 else "server_error")
    assert error["message"]
    assert "Traceback" not in response.text


def post(server: Server, content: Any, path: str = PATH, **headers: str) -> httpx.Response:
    return httpx.post(server.url + path, content=content, headers={**JSON, **headers}, timeout=60)


@pytest.mark.parametrize("path", [PATH, "/chat/completions"])
@pytest.mark.parametrize("header", [None, "Bearer", "Bearer wrong", "Basic k1", "k1", "Bearer k1x", "Bearer é"])
def test_no_key_or_a_wrong_one_is_401(stand_in: Server, path: str, header: str | None) -> None:
    headers = {} if header is None else {"Authorization": header.encode()}

    response = httpx.post(stand_in.url + path, json=HELLO, headers=headers)

    assert_refused(response, 401, "invalid_api_key")
    assert "Bearer" in response.headers["WWW-Authenticate"]


@pytest.mark.parametrize("path", ["/v1/models", "/sessions", "/sessions/a", "/sessions/a/transcript"])
def test_every_other_door_asks_for_the_key_too(stand_in: Server, path: str) -> None:
    assert_refused(httpx.get(stand_in.url + path), 401, "invalid_api_key")


@pytest.mark.parametrize("path", [PATH, "/chat/completions"])
def test_get_is_405(stand_in: Server, path: str) -> None:
    response = httpx.get(stand_in.url + path, headers=BEARER)

    assert_refused(response, 405, "method_not_allowed")
    assert "POST" in response.headers["Allow"]
    assert response.json()["error"]["message"] == "GET is not taken at this address; it takes OPTIONS, POST."


def test_a_wrong_path_is_404(stand_in: Server) -> None:
    assert_refused(post(stand_in, b"{}", "/v2/chat/completions"), 404, "not_found")


def test_what_is_not_there_says_what_is(stand_in: Server) -> None:
    refused = httpx.post(stand_in.url + "/chat/completions/chat/completions", json=HELLO, headers=JSON)

    assert_refused(refused, 404, "not_found")
    assert "POST /chat/completions or /v1/chat/completions" in refused.json()["error"]["message"]
    assert "GET /healthz and /readyz" in httpx.get(stand_in.url + "/health").json()["error"]["message"]


@pytest.mark.parametrize("path", [PATH + "/", "/" + PATH])
def test_a_slash_too_many_is_forgiven(stand_in: Server, path: str) -> None:
    assert httpx.post(stand_in.url + path, json=HELLO, headers=JSON).status_code == 200


def test_a_form_is_415(stand_in: Server) -> None:
    response = httpx.post(stand_in.url + PATH, data={"messages": "hello"}, headers=BEARER)

    assert_refused(response, 415, "unsupported_media_type")


@pytest.mark.parametrize(
    "kind",
    [
        "application/json; charset=utf-8",
        'application/json;charset="UTF-8"',
        "application/json; charset=US-ASCII",
        "application/vnd.api+json",
        "Application/JSON",
        "application/json;",
        "",
    ],
)
def test_json_by_any_of_its_names_is_read(stand_in: Server, kind: str) -> None:
    assert post(stand_in, json.dumps(HELLO), **{"Content-Type": kind}).status_code == 200


@pytest.mark.parametrize("charset", ["utf-16", "latin-1", '"ISO-8859-1"', "utf-32le"])
def test_json_in_another_charset_is_415(stand_in: Server, charset: str) -> None:
    refused = post(stand_in, json.dumps(HELLO), **{"Content-Type": f"application/json; charset={charset}"})

    assert_refused(refused, 415, "unsupported_media_type")
    assert "UTF-8" in refused.json()["error"]["message"]


def test_a_body_without_a_content_type_is_taken_for_json(stand_in: Server) -> None:
    def sent(content: bytes) -> httpx.Response:
        request = httpx.Request("POST", stand_in.url + PATH, content=content, headers=BEARER)
        assert "Content-Type" not in request.headers
        with httpx.Client() as client:
            return client.send(request)

    assert sent(json.dumps(HELLO).encode()).status_code == 200
    assert_refused(sent(b"messages=hello"), 400, "invalid_request")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   ",
        b"{",
        b'{"messages": [}',
        b'{"messages": []} {"more": 1}',
        b"[]",
        b'"hello"',
        b"null",
        b'{"messages": [], "messages": []}',
        b'{"messages": [], "temperature": NaN}',
        b'{"messages": [], "temperature": -Infinity}',
        b'{"messages": [{"role": "user", "content": "hi", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}]}",
        b"[" * 100_000,
        json.dumps(HELLO).encode("utf-16"),
        json.dumps(HELLO).encode("utf-16-le"),
        b'{"messages": [{"role": "user", "content": "\xff\xfe"}]}',
    ],
    ids=lambda content: repr(content[:40]),
)
def test_what_is_no_json_object_is_400(stand_in: Server, content: bytes) -> None:
    assert_refused(post(stand_in, content), 400, "invalid_request")


def test_a_body_over_the_limit_is_413(stand_in: Server) -> None:
    assert_refused(post(stand_in, b" " * (MAX_BODY + 1)), 413, "request_too_large")


def test_a_chunked_body_over_the_limit_is_413(stand_in: Server) -> None:
    def chunks() -> Iterator[bytes]:
        yield b'{"messages": []}'
        for _ in range(17):
            yield b" " * (1024 * 1024)

    assert_refused(post(stand_in, chunks()), 413, "request_too_large")


def test_a_chunked_body_within_the_limit_is_read(stand_in: Server) -> None:
    response = post(stand_in, (chunk.encode() for chunk in json.dumps(HELLO)))

    assert response.json()["choices"][0]["message"]["content"] == "I heard: acme|hello"


def raw(server: Server, sent: str, *, no_more: bool = False) -> httpx.Response:
    """What is answered to the very bytes of *sent*; *no_more*: nothing will follow them."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as line:
        line.sendall(sent.encode("latin-1"))
        if no_more:
            line.shutdown(socket.SHUT_WR)
        answer = HTTPResponse(line)
        answer.begin()
        return httpx.Response(answer.status, content=answer.read(), headers=dict(answer.getheaders()))


@pytest.mark.parametrize("chunks", ["zz\r\n\r\n", "-5\r\nhello\r\n0\r\n\r\n", "5\r\nhelloXX0\r\n\r\n", "500\r\n{"])
def test_chunks_that_cannot_be_read_are_400(stand_in: Server, chunks: str) -> None:
    head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k1\r\nContent-Type: application/json\r\n"

    refused = raw(stand_in, f"{head}Transfer-Encoding: chunked\r\n\r\n{chunks}", no_more=True)

    assert_refused(refused, 400, "invalid_request")
    assert "chunk" in refused.json()["error"]["message"]


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({}, "messages"),
        ({"messages": "hello"}, "messages"),
        ({"messages": {"role": "user"}}, "messages"),
        ({"messages": ["hello"]}, "messages[0]"),
        ({"messages": [{"role": "user", "content": {"text": "x"}}]}, "messages[0].content"),
        ({"messages": [{"content": "hi"}]}, "messages[0].role"),
        ({"messages": [{"role": None, "content": "hi"}, {"content": "yes"}]}, "messages[0].role"),
        ({"messages": [{"type": "user_message", "message": {"content": "hi"}}]}, "messages[0].role"),
    ],
)
def test_messages_missing_or_of_another_type_are_named(stand_in: Server, body: dict[str, Any], param: str) -> None:
    assert_refused(post(stand_in, json.dumps(body)), 400, "invalid_request", param)


def test_no_messages_are_answered(stand_in: Server) -> None:
    assert post(stand_in, b'{"messages": []}').json()["choices"][0]["message"]["content"] == "I heard: acme|nothing"


def test_ten_thousand_messages_are_413(stand_in: Server) -> None:
    assert_refused(post(stand_in, json.dumps({"messages": HELLO["messages"] * 10_000})), 413, "request_too_large")


BAD_IDS = ["../x", "a" * 300, "a\nb", "a\x00b", "a b", "é", ""]


@pytest.mark.parametrize("id", BAD_IDS)
def test_what_cannot_be_a_session_id_is_400(stand_in: Server, id: str) -> None:
    by_query = httpx.post(stand_in.url + PATH, params={"custom_session_id": id}, json=HELLO, headers=BEARER)
    by_body = httpx.post(stand_in.url + PATH, json={**HELLO, "custom_session_id": id}, headers=BEARER)

    assert_refused(by_query, 400, "invalid_request", "custom_session_id")
    assert_refused(by_body, 400, "invalid_request", "custom_session_id")


@pytest.mark.parametrize("id", ["..%2fx", "a" * 300, "a%00b", "%C3%A9"])
def test_neither_can_it_name_a_session_in_a_path(stand_in: Server, id: str) -> None:
    assert_refused(httpx.get(f"{stand_in.url}/sessions/{id}", headers=BEARER), 400, "invalid_request", "id")


def test_a_session_id_in_a_header_is_checked_too(stand_in: Server) -> None:
    response = httpx.post(stand_in.url + PATH, json=HELLO, headers={**BEARER, "X-Session-Id": "a b"})

    assert_refused(response, 400, "invalid_request", "X-Session-Id")


@pytest.mark.parametrize("flow", ["nope", "../../etc/passwd", ""])
def test_an_unknown_flow_is_404_and_names_those_there_are(stand_in: Server, flow: str) -> None:
    response = httpx.post(stand_in.url + PATH, params={"flow": flow}, json=HELLO, headers=BEARER)

    assert_refused(response, 404, "unknown_flow", "flow")
    assert "one, two" in response.json()["error"]["message"]


def test_a_store_that_is_gone_is_503_with_a_time_to_come_back(stand_in: Server) -> None:
    response = stand_in.ask("no store")

    assert_refused(response, 503, "store_unavailable")
    assert response.headers["Retry-After"] == "1"


def test_a_failure_inside_still_says_something(stand_in: Server) -> None:
    response = stand_in.ask("fail", custom_session_id="broken")

    assert response.status_code == 200
    assert response.json()["system_fingerprint"] == "broken"
    assert response.json()["choices"][0]["message"]["content"].startswith("I am sorry")
    assert "secret of the inside" not in response.text
    assert "secret of the inside" in stand_in.log.read_text()


def test_a_failure_inside_is_said_in_a_stream_too(stand_in: Server) -> None:
    response = stand_in.ask("fail", stream=True)

    assert "I am sorry" in response.text
    assert response.text.endswith("data: [DONE]\n\n")


def test_a_failure_where_nobody_listens_is_500_without_a_word_about_it(stand_in: Server) -> None:
    response = httpx.get(stand_in.url + "/sessions/a", headers=BEARER)

    assert_refused(response, 500, "internal_error")
    assert "secret" not in response.text


@pytest.mark.parametrize(
    ("content", "param"),
    [
        (b"", None),
        (b"[]", None),
        (b'{"facts": {}, "facts": {}}', None),
        (b'{"facts": 5}', "facts"),
        (b'{"flow": 5}', "flow"),
        (b'{"fact": {}}', None),
    ],
)
def test_a_session_is_prepared_as_strictly(stand_in: Server, content: bytes, param: str | None) -> None:
    response = httpx.put(stand_in.url + "/sessions/a", content=content, headers=JSON)

    assert_refused(response, 400, "invalid_request", param)


def test_a_client_that_sends_no_more_is_let_go(stand_in: Server) -> None:
    with socket.create_connection(("127.0.0.1", stand_in.port)) as line:
        line.sendall(f"POST {PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k1\r\nContent-Length: 500\r\n\r\n{{".encode())
        line.shutdown(socket.SHUT_WR)
        answer = line.recv(65536)

    assert b" 400 " in answer.split(b"\r\n")[0]


def test_a_body_that_comes_too_slowly_is_not_waited_for(start_stand_in: Callable[..., Server]) -> None:
    server = start_stand_in(SERVE_WITH_PATIENCE="0.3")
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as line:
        line.sendall(f"POST {PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k1\r\nContent-Length: 500\r\n\r\n{{".encode())
        answer = line.recv(65536)
        while b"\r\n\r\n{" not in answer:
            answer += line.recv(65536)

    assert b" 408 " in answer.split(b"\r\n")[0]
    assert b"request_timeout" in answer


@pytest.mark.parametrize(
    ("request_", "status", "code"),
    [
        ("GET /healthz?token=very-secret&" + "x" * 100_000 + " HTTP/1.1\r\nHost: x\r\n\r\n", 414, "address_too_long"),
        ("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: very-secret" + "x" * 100_000 + "\r\n\r\n", 431, "headers_too_large"),
        ("GET /healthz HTTP/1.1\r\nHost: x\r\n" + "X-Many: very-secret\r\n" * 200 + "\r\n", 431, "headers_too_large"),
        ("very-secret\r\n\r\n", 400, "bad_request"),
        ("GET /healthz?token=very-secret HTTP/9.9\r\nHost: x\r\n\r\n", 400, "bad_request"),
        ("GET /healthz HTTP/1.1\r\nHost: x\r\nvery secret\x01: x\r\n\r\n", 400, "bad_request"),
        ("\x16\x03\x01\x02\x00 very-secret, by TLS\r\n\r\n", 400, "bad_request"),
    ],
)
def test_what_never_becomes_a_request_is_refused_in_the_same_shape(stand_in: Server, request_: str, status: int, code: str) -> None:
    assert_refused(raw(stand_in, request_), status, code)
    assert "very-secret" not in stand_in.log.read_text()
