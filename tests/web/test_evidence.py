"""Cutting in on a text that must be heard, and the certificate of the call, over the doors of the real server."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, Protocol

import httpx
import pytest
import websocket
from openai import OpenAI

from .conftest import BEARER, Server
from .test_calls import DEBT, prepare
from .test_retell import Line as Retell


class Line(Protocol):
    """A platform on one call: it sends its whole history, with our words as far as they were played."""

    def hear(self, words: str | None = None) -> str: ...
    def cut(self, words: str) -> None: ...


class BySse:
    def __init__(self, server: Server, id: str) -> None:
        self._client = OpenAI(base_url=server.url + "/v1", api_key="k1", max_retries=0, default_query={"custom_session_id": id})
        self._messages: list[Any] = []

    def hear(self, words: str | None = None) -> str:
        if words is not None:
            self._messages.append({"role": "user", "content": words})
        with self._client.chat.completions.create(model="any", messages=self._messages, stream=True) as chunks:
            said = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
        self._messages.append({"role": "assistant", "content": said})
        return said

    def cut(self, words: str) -> None:
        said = self._messages[-1]["content"]
        self._messages[-1]["content"] = said[: said.index(words) + len(words)]

    def close(self) -> None:
        self._client.close()


class BySocket:
    def __init__(self, server: Server, id: str) -> None:
        self._id, self._messages = id, list[dict[str, Any]]()
        self._line = websocket.create_connection(server.socket_url + "?token=k1", timeout=60)

    def hear(self, words: str | None = None) -> str:
        if words is not None:
            self._add("user", words)
        self._line.send(json.dumps({"messages": self._messages, "custom_session_id": self._id}))
        said = []
        while (answer := json.loads(self._line.recv()))["type"] != "assistant_end":
            # EVI shows each of our inputs as a message of its own.
            self._add("assistant", answer["text"])
            said.append(answer["text"])
        return " ".join(said)

    def cut(self, words: str) -> None:
        """The message in which *words* stand ends with them; those after it were never played."""
        at = max(i for i, one in enumerate(self._messages) if words in one["message"]["content"])
        said = self._messages[at]["message"]["content"]
        self._messages[at]["message"]["content"] = said[: said.index(words) + len(words)]
        del self._messages[at + 1 :]

    def _add(self, role: str, words: str) -> None:
        self._messages.append({"type": f"{role}_message", "message": {"role": role, "content": words}})

    def close(self) -> None:
        self._line.close()
        self._line.shutdown()


class ByRetell:
    def __init__(self, server: Server, id: str) -> None:
        self._line = Retell(server, f"{id}?token=k1")
        self._line.send("call_details", call={"call_id": id})

    def hear(self, words: str | None = None) -> str:
        return (self._line.hear() if words is None else self._line.say(words))[0]

    def cut(self, words: str) -> None:
        said = self._line.transcript[-1]["content"]
        self._line.transcript[-1]["content"] = said[: said.index(words) + len(words)]

    def close(self) -> None:
        self._line.socket.close()
        self._line.socket.shutdown()


@pytest.fixture(params=[BySse, BySocket, ByRetell])
def line(request: pytest.FixtureRequest, shipped: Server) -> Iterator[Callable[[str], Line]]:
    """Opens a line for the debt collection call, whose id is the name given and that of the door."""
    opened = []

    def begin(name: str) -> Any:
        prepare(shipped, f"{name}-{request.param.__name__}", "debt_collection_call", DEBT)
        opened.append(request.param(shipped, f"{name}-{request.param.__name__}"))
        return opened[-1]

    yield begin
    for one in opened:
        one.close()


def certificate(server: Server, line: Line, name: str, **query: str) -> dict[str, Any]:
    response = httpx.get(f"{server.url}/sessions/{name}-{type(line).__name__}/certificate", params=query, headers=BEARER)
    return dict(response.raise_for_status().json())


def grades(found: dict[str, Any]) -> dict[str, tuple[str, int]]:
    return {one["name"]: (one["grade"], one["said"]) for one in found["disclosures"]}


def test_notice_cut_off_is_said_again_and_then_counts(shipped: Server, line: Callable[[str], Line]) -> None:
    caller = line("cut")
    caller.hear()
    caller.cut("This call is reco")

    again = caller.hear("yes speaking")

    assert again.startswith("This call is recorded. I am an automated assistant for Northwind Recovery.")
    assert grades(certificate(shipped, caller, "cut"))["recording_notice"] == ("not disclosed", 2)
    assert "last four digits" in caller.hear("yes speaking")
    assert grades(certificate(shipped, caller, "cut"))["recording_notice"] == ("in history", 2)


@pytest.mark.parametrize("content", ["", None, "   "])
def test_notice_that_comes_back_without_a_word_was_not_heard(shipped: Server, content: str | None) -> None:
    prepare(shipped, f"none-{content}".strip(), "debt_collection_call", DEBT)
    url, id = f"{shipped.url}/chat/completions", f"none-{content}".strip()
    httpx.post(url, params={"custom_session_id": id}, json={"messages": []}, headers=BEARER)
    sent = {"messages": [{"role": "assistant", "content": content}, {"role": "user", "content": "yes speaking"}]}

    again = httpx.post(url, params={"custom_session_id": id}, json=sent, headers=BEARER).json()["choices"][0]["message"]["content"]

    assert again.startswith("This call is recorded.")
    found = httpx.get(f"{shipped.url}/sessions/{id}/certificate", headers=BEARER).json()
    assert grades(found)["recording_notice"] == ("not disclosed", 2)


def test_notice_that_comes_back_without_a_word_on_a_socket_was_not_heard(shipped: Server, line: Callable[[str], Line]) -> None:
    caller = line("wordless")
    opening = caller.hear()
    caller.cut(opening[:1])
    for one in caller._messages if isinstance(caller, BySse | BySocket) else caller._line.transcript:  # type: ignore[attr-defined]
        (one.get("message") or one)["content"] = ""

    assert caller.hear("yes speaking").startswith("This call is recorded.")
    assert grades(certificate(shipped, caller, "wordless"))["recording_notice"] == ("not disclosed", 2)


def test_question_cut_after_the_whole_notice_counts(shipped: Server, line: Callable[[str], Line]) -> None:
    caller = line("question")
    caller.hear()
    caller.cut("May I speak")

    assert "last four digits" in caller.hear("yes speaking")
    assert grades(certificate(shipped, caller, "question"))["recording_notice"] == ("in history", 1)


def test_notice_cut_off_three_times_ends_the_call(shipped: Server, line: Callable[[str], Line]) -> None:
    caller = line("thrice")
    caller.hear()
    for _ in range(2):
        caller.cut("This call")
        caller.hear("hello")
    caller.cut("This call")

    assert caller.hear("hello").endswith("Goodbye.")
    found = certificate(shipped, caller, "thrice")
    assert grades(found)["recording_notice"] == ("not disclosed", 3)
    assert (found["outcome"], found["why"]) == ("goodbye", "not heard")


def test_consent_over_a_cut_question_is_none(shipped: Server, line: Callable[[str], Line]) -> None:
    caller = line("consent")
    for words in (None, "yes speaking", "4512", "yes"):
        caller.hear(words)
    caller.cut("Do you authorise")

    again = caller.hear("yes")

    assert again == "Do you authorise a one-time payment of one thousand two hundred fifty dollars and fifty cents?"
    assert certificate(shipped, caller, "consent")["agreements"] == []
    caller.hear("I authorise")
    (agreed,) = certificate(shipped, caller, "consent")["agreements"]
    assert (agreed["answer"], agreed["words"], agreed["grade"], agreed["spoken"]) == ("agreed", "I authorise", "in history", again)


def test_certificate_is_a_page_for_browsers_and_json_for_programs(shipped: Server) -> None:
    prepare(shipped, "forms", "debt_collection_call", DEBT)
    url = f"{shipped.url}/sessions/forms/certificate"

    browser = httpx.get(url, headers={**BEARER, "Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    asked = httpx.get(url, params={"format": "html"}, headers=BEARER)
    program = httpx.get(url, headers=BEARER)

    assert browser.headers["content-type"] == asked.headers["content-type"] == "text/html; charset=utf-8"
    assert browser.text.startswith("<!doctype html>")
    assert browser.headers["content-security-policy"].startswith("default-src 'none'")
    assert program.json()["flow"] == "debt_collection_call"
    assert "4512" not in browser.text + program.text


def test_certificate_of_no_call_or_of_another_owner_is_404(shipped: Server) -> None:
    prepare(shipped, "mine", "debt_collection_call", DEBT)
    url = f"{shipped.url}/sessions/mine/certificate"

    assert httpx.get(url, headers={"Authorization": "Bearer k2"}).status_code == 404
    later = httpx.get(url, params={"incarnation": "2"}, headers=BEARER)
    assert (later.status_code, later.json()["error"]["message"]) == (404, "There is no call 2 under 'mine'; the last one is 1.")
    assert httpx.get(f"{shipped.url}/sessions/nobody/certificate", headers=BEARER).json()["error"]["code"] == "not_found"


@pytest.mark.parametrize("query", [{"format": "pdf"}, {"incarnation": "0"}, {"incarnation": "one"}])
def test_certificate_in_a_form_that_there_is_not_is_refused(shipped: Server, query: dict[str, str]) -> None:
    prepare(shipped, "odd", "debt_collection_call", DEBT)

    refused = httpx.get(f"{shipped.url}/sessions/odd/certificate", params=query, headers=BEARER)

    assert (refused.status_code, refused.json()["error"]["param"]) == (400, next(iter(query)))
