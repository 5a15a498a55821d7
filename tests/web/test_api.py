"""Sessions over HTTP, on the real engine."""

from __future__ import annotations

import csv
import io
import time
from typing import Any

import httpx
import pytest

from steering.sessions import SessionView
from steering.web.api import shown, table

from .conftest import BEARER, Server

BETA = {"Authorization": "Bearer k2"}
FACTS = {"first_name": "Maria", "pin": "4512"}


def put(server: Server, id: str, body: dict[str, Any], headers: dict[str, str] = BEARER) -> httpx.Response:
    return httpx.put(f"{server.url}/sessions/{id}", json=body, headers=headers)


def get(server: Server, path: str, headers: dict[str, str] = BEARER, **query: str) -> httpx.Response:
    return httpx.get(f"{server.url}/sessions{path}", params=query, headers=headers)


def talk(server: Server, id: str, *words: str) -> str:
    """What is said after *words*, the whole history being sent each time."""
    messages: list[dict[str, str]] = []
    said = server.ask_all(messages, id)
    for one in words:
        messages += [{"role": "assistant", "content": said}, {"role": "user", "content": one}]
        said = server.ask_all(messages, id)
    return said


def test_a_session_is_prepared_called_and_looked_at(server: Server) -> None:
    made = put(server, "a1", {"flow": "visit", "facts": FACTS})
    again = put(server, "a1", {"facts": {**FACTS, "first_name": "Anna"}})

    said = talk(server, "a1", "yes")

    view = get(server, "/a1").json()
    assert (made.status_code, again.status_code) == (201, 200)
    assert said == "How many people will come?"
    assert (view["id"], view["flow"], view["step"], view["ended"]) == ("a1", "visit", "number", False)
    assert len(view["flow_hash"]) == 64
    assert view["facts"]["first_name"] == "Anna"
    assert view["facts"]["pin"] == "…"


def test_a_transcript_has_the_turns_that_count(server: Server) -> None:
    put(server, "a2", {"flow": "visit", "facts": FACTS})
    talk(server, "a2", "yes", "three")

    turns = get(server, "/a2/transcript").json()["turns"]

    assert [turn["caller"] for turn in turns if turn["n"]] == ["yes", "three"]
    assert get(server, "/a2").json()["ended"] is True


@pytest.mark.parametrize(
    ("facts", "param"),
    [({"first_name": "Maria"}, "pin"), ({**FACTS, "age": "5"}, "age"), ({**FACTS, "pin": "four"}, "pin")]
    + [({**FACTS, "first_name": odd}, "first_name") for odd in (True, False, None, "\U0001f600", "...", ["Maria"])],
)
def test_facts_that_do_not_fit_are_named(server: Server, facts: dict[str, Any], param: str) -> None:
    refused = put(server, "a3", {"flow": "visit", "facts": facts})

    assert refused.status_code == 400
    assert refused.json()["error"]["code"] == "invalid_fact"
    assert param in refused.json()["error"]["param"]
    assert get(server, "/a3").status_code == 404


def test_another_flow_in_the_middle_of_a_call_is_409(server: Server) -> None:
    put(server, "a4", {"flow": "visit", "facts": FACTS})
    talk(server, "a4", "yes")

    refused = put(server, "a4", {"flow": "hello"})

    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "flow_changed")


def test_an_unknown_flow_or_session_is_404(server: Server) -> None:
    assert put(server, "a5", {"flow": "nope"}).json()["error"]["code"] == "unknown_flow"
    assert get(server, "/a5").json()["error"]["code"] == "not_found"
    assert get(server, "/a5/transcript").status_code == 404
    assert get(server, "/a5/export").status_code == 404
    assert httpx.delete(f"{server.url}/sessions/a5", headers=BEARER).status_code == 404


def test_a_session_of_another_owner_is_not_visible(server: Server) -> None:
    put(server, "a6", {"flow": "visit", "facts": FACTS})
    talk(server, "a6", "yes")

    assert get(server, "/a6", BETA).status_code == 404
    assert get(server, "/a6/transcript", BETA).status_code == 404
    assert httpx.delete(f"{server.url}/sessions/a6", headers=BETA).status_code == 404
    assert get(server, "", BETA).json() == {"sessions": []}
    assert get(server, "/a6").status_code == 200


def test_a_deleted_session_is_gone(server: Server) -> None:
    put(server, "a7", {"flow": "hello"})

    deleted = httpx.delete(f"{server.url}/sessions/a7", headers=BEARER)

    assert (deleted.status_code, deleted.content) == (204, b"")
    assert get(server, "/a7").status_code == 404


def test_sessions_are_listed_by_flow_and_time(server: Server) -> None:
    began = time.time() - 1
    put(server, "a8", {"flow": "hello"})

    def ids(**query: str) -> list[str]:
        return [view["id"] for view in get(server, "", **query).json()["sessions"]]

    assert "a8" in ids(flow="hello", since=str(began))
    assert "a8" in ids(since="2020-01-01")
    assert "a8" not in ids(flow="visit")
    assert ids(since=str(time.time() + 60)) == ids(since="2100-01-01T00:00:00Z") == []


@pytest.mark.parametrize("query", [{"since": "yesterday"}, {"since": "1e999"}, {"since": "-5"}, {"format": "xml"}])
def test_a_list_asked_for_wrongly_is_400(server: Server, query: dict[str, str]) -> None:
    refused = get(server, "", **query)

    assert (refused.status_code, refused.json()["error"]["param"]) == (400, next(iter(query)))


def test_sessions_are_a_table_when_asked(server: Server) -> None:
    put(server, "a9", {"flow": "visit", "facts": FACTS})

    by_query, by_header = get(server, "", format="csv"), get(server, "", {**BEARER, "Accept": "text/csv"})

    assert by_query.headers["Content-Type"] == by_header.headers["Content-Type"] == "text/csv; charset=utf-8"
    (row,) = [row for row in csv.DictReader(io.StringIO(by_query.text)) if row["id"] == "a9"]
    assert (row["flow"], row["ended"], row["facts.first_name"], row["facts.pin"]) == ("visit", "false", "Maria", "…")


def view(**fields: Any) -> SessionView:
    return SessionView(**{"id": "s", "flow": "f", "flow_hash": "h", "step": "x", "ended": False, "facts": {}, **fields})


def test_times_are_shown_in_utc() -> None:
    assert shown(view(created=1763650000.5))["created"] == "2025-11-20T14:46:40.500Z"


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "+cmd", "-cmd", "\t=1"])
def test_a_callers_words_are_no_formula(words: str) -> None:
    assert table([view(facts={"said": words})]).splitlines()[1].endswith(f"'{words}")


@pytest.mark.parametrize("words", ["+15551234567", "-5", "-1.50", "a=b", ""])
def test_a_number_stays_a_number(words: str) -> None:
    assert table([view(facts={"said": words})]).splitlines()[1].endswith(f",{words}")


def test_opt_outs_are_listed_by_their_hash_and_only_to_their_owner(server: Server) -> None:
    made = put(server, "n1", {"flow": "visit", "facts": FACTS, "number": "+1 312 555 0100"})

    listed = httpx.get(f"{server.url}/do_not_call", headers=BEARER)
    table_of = httpx.get(f"{server.url}/do_not_call", headers={**BEARER, "Accept": "text/csv"})

    assert made.status_code == 201
    assert "312" not in made.text
    assert listed.json() == {"opt_outs": []}
    assert table_of.text == "number_hash,at,session\r\n"
    assert httpx.get(f"{server.url}/do_not_call").status_code == 401


def test_a_number_that_is_none_is_400(server: Server) -> None:
    refused = put(server, "n2", {"flow": "hello", "number": "five five five"})

    assert (refused.status_code, refused.json()["error"]["param"]) == (400, "number")


def test_a_session_on_legal_hold_is_not_deleted(server: Server) -> None:
    put(server, "h1", {"flow": "hello"})
    hold = f"{server.url}/sessions/h1/hold"

    held = httpx.put(hold, headers=BEARER)
    refused = httpx.delete(f"{server.url}/sessions/h1", headers=BEARER)

    assert (held.status_code, get(server, "/h1").json()["hold"]) == (204, True)
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "on_hold")
    assert httpx.put(hold, headers=BETA).status_code == httpx.delete(f"{server.url}/sessions/none/hold", headers=BEARER).status_code == 404
    assert httpx.delete(hold, headers=BEARER).status_code == 204
    assert get(server, "/h1").json()["hold"] is False
    assert httpx.delete(f"{server.url}/sessions/h1", headers=BEARER).status_code == 204
