"""Calls that we place: nobody is called who should not be, nobody's telephone rings twice, and Twilio gets what it needs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from flask.testing import FlaskClient
from twilio.request_validator import RequestValidator

from steering.core.numbers import zones_of
from steering.loader.shelf import Shelf
from steering.numbers import Switchboard
from steering.service import History, Steering
from steering.store import open_store
from steering.web.app import create_app
from steering.web.settings import Settings

from .conftest import FLOW, Clock
from .stub import Stub, hangs_up, says, stub

SID, TO = "CA" + "0" * 32, "+13125550177"
PLACED = says(json.dumps({"sid": SID}), "201 Created", Content_Type="application/json")
BEARER = {"Authorization": "Bearer k1"}
Open = Callable[..., FlaskClient]


@pytest.fixture
def clock() -> Clock:
    clock = Clock()
    clock.now = moment("2026-11-20 12:00", "America/Chicago")
    return clock


def moment(local: str, zone: str) -> float:
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).timestamp()


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Iterator[Open]:
    """Opens the application on a flow with quiet hours, with its line at the *twilio* that is given."""
    store = open_store(f"sqlite:///{tmp_path}/calls.db", master_key=None)
    (tmp_path / "visit.yaml").write_text(FLOW.replace("flow: visit\n", "flow: visit\nquiet_hours: 21:00-08:00 America/New_York\n"))

    (tmp_path / "numbers.yaml").write_text("hand_offs:\n  front_desk: +1 312 555 0100\n")
    apps: list[Flask] = []

    def begin(twilio: Stub | None = None, **settings: str) -> FlaskClient:
        line = {
            "TWILIO_ACCOUNT_SID": "AC" + "a" * 32,
            "TWILIO_AUTH_TOKEN": "t0ken",
            "TWILIO_FROM_NUMBER": "+1 312 555 0100",
            "STEERING_PUBLIC_URL": "https://calls.example.com/",
            "TWILIO_API_URL": twilio.url if twilio else "http://127.0.0.1:9",
        }
        environ = {"STEERING_API_KEY": "acme:k1,beta:k2", **line, **settings}
        steering = Steering(Shelf(tmp_path), store, switchboard=Switchboard(tmp_path), clock=clock)
        apps.append(create_app(Settings.from_env(environ), steering=steering))
        return apps[-1].test_client()

    yield begin
    for app in apps:
        app.extensions["outbox"].stop()
        if line := app.extensions["line"]:
            line.twilio.close()
    store.close()


def call(client: FlaskClient, headers: dict[str, str] | None = None, **changes: Any) -> tuple[int, dict[str, Any]]:
    """The status and the body of a call that is asked for."""
    response = client.post("/calls", json={"to": TO, "flow": "visit"} | changes, headers=BEARER | (headers or {}))
    return response.status_code, response.get_json()


def asked(request: bytes) -> dict[str, str]:
    """What Twilio was asked for."""
    head, _, body = request.partition(b"\r\n\r\n")
    assert head.startswith(b"POST /2010-04-01/Accounts/AC" + b"a" * 32 + b"/Calls.json ")
    return {name: values[0] for name, values in parse_qs(body.decode()).items()}


def test_a_call_is_placed_and_its_session_waits_for_it(opened: Open) -> None:
    with stub(PLACED) as twilio:
        client = opened(twilio)
        status, body = call(client, to="+1 (312) 555-0177", facts={"first_name": "Maria"})
        (request,) = map(asked, twilio.requests)

    view = client.get(f"/sessions/{body['id']}", headers=BEARER).get_json()
    assert status == 202
    assert (view["flow"], view["turns"], view["facts"]["first_name"]) == ("visit", 0, "Maria")
    assert (request["To"], request["From"], request["MachineDetection"]) == (TO, "+13125550100", "DetectMessageEnd")
    for name, path in (("Url", "/twilio/voice"), ("StatusCallback", "/twilio/status")):
        address = urlsplit(request[name])
        assert f"{address.scheme}://{address.netloc}{address.path}" == f"https://calls.example.com{path}"
        assert parse_qs(address.query) == {"session": [body["id"]], "owner": ["acme"]}


def test_a_call_may_come_from_another_number_of_ours(opened: Open) -> None:
    with stub(PLACED) as twilio:
        call(opened(twilio), number="+1 312 555 0101")

        assert asked(twilio.requests[0])["From"] == "+13125550101"


def test_who_opted_out_is_not_called(opened: Open) -> None:
    with stub(PLACED) as twilio:
        client = opened(twilio)
        status, _ = call(client)
        steering: Steering = client.application.extensions["steering"]
        steering.opt_out("acme", TO)

        refused = call(client, to="+1 312-555-0177")
        other_owner = call(client, {"Authorization": "Bearer k2"})

        assert status == other_owner[0] == 202
        assert refused[0] == 403
        assert (refused[1]["error"]["code"], refused[1]["error"]["param"]) == ("opted_out", "to")
        assert len(twilio.requests) == 2


def test_an_opt_out_in_one_call_forbids_the_next(opened: Open) -> None:
    with stub(PLACED) as twilio:
        client = opened(twilio)
        _, body = call(client)
        history = [{"role": "assistant", "content": "Is this Maria?"}, {"role": "user", "content": "stop calling me"}]
        for messages in ([], history):
            client.post(f"/chat/completions?custom_session_id={body['id']}", json={"messages": messages}, headers=BEARER)

        assert call(client)[1]["error"]["code"] == "opted_out"


@pytest.mark.parametrize(
    ("to", "local", "zone", "refused"),
    [
        # Chicago, whatever time it is in New York, which the flow names.
        ("+13125550177", "2026-11-20 08:05", "America/Chicago", False),
        ("+13125550177", "2026-11-20 07:55", "America/Chicago", True),
        ("+13125550177", "2026-11-20 20:55", "America/Chicago", False),
        ("+13125550177", "2026-11-20 21:00", "America/Chicago", True),
        ("+442079460958", "2026-11-20 12:00", "Europe/London", False),
        ("+442079460958", "2026-11-20 03:00", "Europe/London", True),
        ("+61255501234", "2026-11-20 22:00", "Australia/Sydney", True),
        # Toll-free numbers may be anywhere in North America: it is day in New York, and night in Hawaii.
        ("+18005550199", "2026-11-20 09:00", "America/New_York", True),
        # Nobody knows where a satellite telephone is: the flow's own zone counts.
        ("+881612345678", "2026-11-20 12:00", "America/New_York", False),
        ("+881612345678", "2026-11-20 22:00", "America/New_York", True),
    ],
)
def test_nobody_is_called_in_the_quiet_hours_of_where_they_are(
    to: str, local: str, zone: str, refused: bool, opened: Open, clock: Clock
) -> None:
    clock.now = moment(local, zone)
    with stub(PLACED) as twilio:
        status, body = call(opened(twilio), to=to)

        assert (status, len(twilio.requests)) == ((409, 0) if refused else (202, 1))
    assert not refused or body["error"]["code"] == "quiet_hours"


def test_zones_are_those_of_the_number() -> None:
    assert zones_of("+13125550177") == ("America/Chicago",)
    assert len(zones_of("+18005550199")) > 5
    assert zones_of("+881612345678") == ()


@pytest.mark.parametrize(
    ("changes", "status", "code", "param"),
    [
        ({"to": "312 555 0177"}, 400, "invalid_request", "to"),
        ({"to": "client:bob"}, 400, "invalid_request", "to"),
        ({"number": "anonymous"}, 400, "invalid_request", "number"),
        ({"flow": "nobody"}, 404, "unknown_flow", "flow"),
        ({"facts": {"age": "5"}}, 400, "invalid_fact", "age"),
        ({"too": "x"}, 400, "invalid_request", None),
        ({"to": 5}, 400, "invalid_request", "to"),
    ],
)
def test_what_cannot_be_a_call_is_refused_before_it_is_one(
    changes: dict[str, Any], status: int, code: str, param: str | None, opened: Open
) -> None:
    with stub(PLACED) as twilio:
        client = opened(twilio)
        answered, body = call(client, **changes)

        assert (answered, body["error"]["code"], body["error"]["param"]) == (status, code, param)
        assert twilio.requests == []
    assert client.get("/sessions", headers=BEARER).get_json() == {"sessions": []}


def test_without_a_line_no_call_is_placed(opened: Open) -> None:
    status, body = call(opened(TWILIO_ACCOUNT_SID=""))

    assert (status, body["error"]["code"]) == (501, "no_telephone")
    assert "TWILIO_ACCOUNT_SID" in body["error"]["message"]


def test_a_key_is_needed(opened: Open) -> None:
    assert opened().post("/calls", json={"to": TO, "flow": "visit"}).status_code == 401


# ---- once


def test_one_key_is_one_call(opened: Open) -> None:
    with stub(PLACED) as twilio:
        client = opened(twilio)
        first, again = (call(client, {"Idempotency-Key": "job-7"}) for _ in range(2))
        other_key = call(client, {"Idempotency-Key": "job-8"})
        other_owner = call(client, {"Idempotency-Key": "job-7", "Authorization": "Bearer k2"})

        assert first == again
        assert len({first[1]["id"], other_key[1]["id"], other_owner[1]["id"]}) == 3
        assert len(twilio.requests) == 3


def test_one_key_is_one_call_even_when_it_is_over(opened: Open) -> None:
    with stub(PLACED) as twilio:
        client = opened(twilio)
        first = call(client, {"Idempotency-Key": "job-7"})
        client.application.extensions["steering"].hung_up("acme", first[1]["id"])

        assert call(client, {"Idempotency-Key": "job-7"}) == first
        assert len(twilio.requests) == 1


@pytest.mark.parametrize("changes", [{"to": "+13125550178"}, {"flow": "welcome"}])
def test_a_key_does_not_stand_for_two_calls(changes: dict[str, Any], opened: Open) -> None:
    with stub(PLACED) as twilio:
        client = opened(twilio)
        call(client, {"Idempotency-Key": "job-7"})
        status, body = call(client, {"Idempotency-Key": "job-7"}, **changes)

        assert (status, body["error"]["code"]) == (409, "idempotency_key_reused")
        assert len(twilio.requests) == 1


def test_a_call_that_twilio_refuses_may_be_asked_for_again(opened: Open) -> None:
    wrong = says(json.dumps({"code": 21211, "message": "The 'To' number is not valid."}), "400 Bad Request")
    with stub(wrong, PLACED) as twilio:
        client = opened(twilio)
        status, body = call(client, {"Idempotency-Key": "job-7"})
        assert (status, body["error"]["code"]) == (502, "platform_error")
        assert client.get("/sessions", headers=BEARER).get_json() == {"sessions": []}

        assert call(client, {"Idempotency-Key": "job-7"})[0] == 202
        assert len(twilio.requests) == 2


@pytest.mark.parametrize("trouble", [hangs_up, says("", "500 Internal Server Error")])
def test_a_call_that_may_have_been_placed_is_not_placed_again(trouble: Any, opened: Open) -> None:
    with stub(trouble, PLACED) as twilio:
        client = opened(twilio)
        assert call(client, {"Idempotency-Key": "job-7"})[0] == 502

        assert call(client, {"Idempotency-Key": "job-7"})[0] == 202
        assert len(twilio.requests) == 1


# ---- and Twilio asks what to do


def twilio_asks(client: FlaskClient, url: str, **fields: str) -> ElementTree.Element | None:
    """What is answered to Twilio when it asks *url*, which it signs; None when there is nothing to answer."""
    sent = {"CallSid": SID, "Direction": "outbound-api", "From": "+13125550100", "To": TO, **fields}
    signed = RequestValidator("t0ken").compute_signature(url, sent)
    path = url.removeprefix("https://calls.example.com")
    response = client.post(path, data=sent, headers={"X-Twilio-Signature": signed})
    assert response.status_code in (200, 204), response.text
    return ElementTree.fromstring(response.text) if response.text else None


def test_who_answers_is_greeted_by_the_flow_that_was_asked_for(opened: Open) -> None:
    with stub(PLACED) as twilio:
        client = opened(twilio)
        _, body = call(client, facts={"first_name": "Maria"})
        placed = asked(twilio.requests[0])

    twiml = twilio_asks(client, placed["Url"], CallStatus="in-progress", AnsweredBy="human")

    assert twiml is not None
    (relay,) = twiml.iter("ConversationRelay")
    assert {one.get("name"): one.get("value") for one in relay.iter("Parameter")}["session"] == body["id"]
    view = client.get(f"/sessions/{body['id']}", headers=BEARER).get_json()
    assert (view["step"], view["ended"], view["facts"]["first_name"]) == ("hello", False, "Maria")


def test_a_call_that_nobody_answers_is_over(opened: Open) -> None:
    with stub(PLACED) as twilio:
        client = opened(twilio)
        _, body = call(client)
        placed = asked(twilio.requests[0])

    twilio_asks(client, placed["StatusCallback"], CallStatus="no-answer", CallDuration="0")

    assert client.get(f"/sessions/{body['id']}", headers=BEARER).get_json()["ended"] is True


def test_a_call_that_evi_hands_on_is_dialled_by_twilio(opened: Open, clock: Clock) -> None:
    with stub(says("{}")) as twilio:
        client = opened(twilio)
        client.application.extensions["outbox"].stop()
        steering: Steering = client.application.extensions["steering"]
        steering.introduce(History(owner="acme", session_id="chat-1", platform="evi", flow="visit", call_sid=SID))
        history = [{"role": "assistant", "content": "Is this Maria?"}, {"role": "user", "content": "agent"}]
        for messages in ([], history):
            client.post("/chat/completions?custom_session_id=chat-1", json={"messages": messages}, headers=BEARER)
        clock.now += 9
        client.application.extensions["outbox"].deliver()
        fields = {name: values[0] for name, values in parse_qs(twilio.requests[0].partition(b"\r\n\r\n")[2].decode()).items()}

    (redirect,) = ElementTree.fromstring(fields["Twiml"])
    twiml = twilio_asks(client, redirect.text or "", CallStatus="in-progress", Direction="inbound")

    assert redirect.tag == "Redirect"
    assert twiml is not None
    assert [one.text for one in twiml.iter("Number")] == ["+13125550100"]
