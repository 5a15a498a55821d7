"""Only Twilio is answered: its signature over the address and the fields, or the hash of the body."""

from __future__ import annotations

import hashlib
import json

import httpx
import pytest
from flask import Request
from twilio.request_validator import RequestValidator
from werkzeug.exceptions import Forbidden
from werkzeug.test import EnvironBuilder

from steering.web.settings import Settings
from steering.web.twilio.signature import FORM, genuine, signed_fields

from .conftest import Server
from .twilio_phone import OLD_TOKEN, PUBLIC, TOKEN, call_fields, call_sid, post, relay, sign, twiml

# From Twilio's documentation of its signatures.
TWILIO_URL = "https://mycompany.com/myapp.php?foo=1&bar=2"
TWILIO_FORM = b"CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212"
TWILIO_TOKEN, TWILIO_SIGNATURE = "12345", "RSOYDt4T1cUTdK1PDd93/VVr8B8="

VOICE = f"{PUBLIC}/twilio/voice?flow=welcome"
FIELDS = b"CallSid=CA1&From=%2B13125550111&To=%2B13125550199&Digits="
GIVEN = {"CallSid": "CA1", "From": "+13125550111", "To": "+13125550199", "Digits": ""}
JSON = b'{"event": "ended", "seconds": 12}'
HASHED = f"{PUBLIC}/twilio/status?bodySHA256={hashlib.sha256(JSON).hexdigest()}"
GOOD = sign(VOICE, GIVEN)
SHA256 = "key=webhooks_sharedkey_1,algorithm=HMAC_SHA256"


def by_sha256(url: str, fields: dict[str, str]) -> str:
    return str(RequestValidator(TOKEN).compute_signature(url, fields, "HMAC_SHA256"))


@pytest.mark.parametrize(
    ("tokens", "url", "kind", "body", "signature", "settings", "holds"),
    [
        pytest.param([TWILIO_TOKEN], TWILIO_URL, FORM, TWILIO_FORM, TWILIO_SIGNATURE, "", True, id="twilio's own example"),
        pytest.param([TOKEN], VOICE, FORM, FIELDS, GOOD, "", True, id="signed"),
        pytest.param([TOKEN], VOICE, FORM, b"&".join(reversed(FIELDS.split(b"&"))), GOOD, "", True, id="fields in another order"),
        pytest.param([OLD_TOKEN, TOKEN], VOICE, FORM, FIELDS, GOOD, "", True, id="the second of two tokens"),
        pytest.param([TOKEN], VOICE, FORM, FIELDS, by_sha256(VOICE, GIVEN), SHA256, True, id="sha256"),
        pytest.param([TOKEN], VOICE, "", b"", sign(VOICE), "", True, id="no body"),
        pytest.param([TOKEN], HASHED, "application/json", JSON, sign(HASHED), "", True, id="json, hashed in the address"),
        pytest.param([TOKEN], VOICE, FORM, FIELDS, "", "", False, id="unsigned"),
        pytest.param([TOKEN], VOICE, FORM, FIELDS, "a" * 28, "", False, id="forged"),
        pytest.param([TOKEN], VOICE, FORM, FIELDS, "não é", "", False, id="not even ascii"),
        pytest.param([TOKEN], VOICE, FORM, FIELDS, sign(VOICE, GIVEN, "another"), "", False, id="another token"),
        pytest.param([], VOICE, FORM, FIELDS, sign(VOICE, GIVEN, ""), "", False, id="no token"),
        pytest.param([TOKEN], VOICE, FORM, FIELDS, by_sha256(VOICE, GIVEN), "", False, id="sha256, not said"),
        pytest.param([TOKEN], VOICE, FORM, FIELDS, GOOD, "algorithm=NONE", False, id="an algorithm nobody knows"),
        pytest.param([TOKEN], VOICE, FORM, FIELDS.replace(b"0111", b"0112"), GOOD, "", False, id="another caller"),
        pytest.param([TOKEN], VOICE, FORM, FIELDS + b"&Extra=1", GOOD, "", False, id="a field more"),
        pytest.param([TOKEN], VOICE, FORM, b"CallSid=CA1", GOOD, "", False, id="fields less"),
        pytest.param([TOKEN], VOICE + "&mode=gather", FORM, FIELDS, GOOD, "", False, id="another query"),
        pytest.param([TOKEN], VOICE.replace("voice", "status"), FORM, FIELDS, GOOD, "", False, id="another path"),
        pytest.param([TOKEN], VOICE.replace("calls.", "evil."), FORM, FIELDS, GOOD, "", False, id="another host"),
        pytest.param([TOKEN], VOICE.replace("https", "http"), FORM, FIELDS, GOOD, "", False, id="another scheme"),
        pytest.param([TOKEN], HASHED, "application/json", JSON.replace(b" ", b""), sign(HASHED), "", False, id="json, serialised again"),
        pytest.param([TOKEN], HASHED, "application/json", JSON.replace(b"12", b"13"), sign(HASHED), "", False, id="json, changed"),
        pytest.param([TOKEN], VOICE, "application/json", JSON, sign(VOICE), "", False, id="json without its hash"),
        pytest.param([TOKEN], f"{VOICE}&bodySHA256=", "application/json", JSON, sign(f"{VOICE}&bodySHA256="), "", False, id="no hash"),
        pytest.param([TOKEN], VOICE, "application/json", b"\xff", sign(VOICE), "", False, id="json, not utf-8"),
        pytest.param([TOKEN], VOICE, FORM, b"a=%ff", sign(VOICE, {"a": "\ufffd"}), "", False, id="a form, not utf-8"),
        pytest.param([TOKEN], VOICE, FORM, b"a=1&" * 501, sign(VOICE, {"a": "1"}), "", False, id="too many fields"),
        pytest.param([TOKEN], "https://h:99999/", FORM, FIELDS, GOOD, "", False, id="no address at all"),
    ],
)
def test_the_signature_holds_for_what_was_signed_and_nothing_else(
    tokens: list[str], url: str, kind: str, body: bytes, signature: str, settings: str, holds: bool
) -> None:
    assert genuine(tokens, [url], kind, body, signature, settings) is holds


def test_a_signed_request_is_answered_and_any_other_is_403(phone: Server) -> None:
    fields = call_fields(call_sid("signature"))
    url = f"{PUBLIC}/twilio/voice?flow=welcome"

    assert twiml(post(phone, url, fields)).find("Connect") is not None
    assert twiml(post(phone, url, fields, sign(url, fields, OLD_TOKEN))).find("Connect") is not None
    for signature in (
        "",
        "forged",
        sign(url, {**fields, "From": "+1"}),
        sign(url, fields, "another"),
        sign(f"{phone.url}/twilio/voice", fields),
    ):
        refused = post(phone, url, fields, signature)
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "forbidden")
        # The address by which it was checked: the other one stands in Twilio's console.
        assert f" {PUBLIC}/twilio/voice." in refused.json()["error"]["message"]


@pytest.mark.parametrize("path", ["voice", "gather", "ended", "dialled", "paid", "status"])
def test_no_door_opens_without_a_signature(phone: Server, path: str) -> None:
    assert httpx.post(f"{phone.url}/twilio/{path}", data={"CallSid": "CA1"}).status_code == 403
    assert httpx.post(f"{phone.url}/twilio/{path}", content=b"{", headers={"Content-Type": "application/json"}).status_code == 403
    assert httpx.get(f"{phone.url}/twilio/{path}").status_code == 405


def test_json_that_is_signed_is_no_form(phone: Server) -> None:
    body = json.dumps({"CallSid": "CA1"}).encode()
    path = f"/twilio/status?bodySHA256={hashlib.sha256(body).hexdigest()}"
    headers = {"Content-Type": "application/json", "X-Twilio-Signature": sign(PUBLIC + path)}

    assert httpx.post(phone.url + path, content=body, headers=headers).status_code == 415


@pytest.mark.parametrize("signature", ["", "forged", sign(f"{PUBLIC}/twilio/voice")])
def test_a_socket_without_a_signature_is_not_opened(phone: Server, signature: str) -> None:
    import websocket

    with pytest.raises(websocket.WebSocketBadStatusException) as refused, relay(phone, signature):
        pass

    assert refused.value.status_code == 403


def test_a_socket_signed_for_its_https_address_is_opened_too(phone: Server) -> None:
    with relay(phone, sign(f"{PUBLIC}/twilio/relay")) as line:
        line.setup(call_sid("https"))
        assert "welcome" in line.hear()


def test_without_a_token_only_this_machine_is_served(server: Server) -> None:
    fields = call_fields(call_sid("unsigned"))
    url = f"{server.url}/twilio/voice?owner=acme"

    root = twiml(httpx.post(url, data=fields))
    talk = root.find("Connect/ConversationRelay")
    assert talk is not None
    assert talk.get("url") == f"ws://127.0.0.1:{server.port}/twilio/relay"
    for headers in (
        {"X-Forwarded-For": "3.3.3.3"},
        {"Forwarded": "for=3.3.3.3"},
        {"CF-Connecting-IP": "3.3.3.3"},
        {"Host": "calls.example.com"},
    ):
        assert httpx.post(url, data=fields, headers=headers).status_code == 403


def asked(url: str, signature: str, *, host: str = "calls.example.com", **headers: str) -> Request:
    builder = EnvironBuilder(
        url, base_url=f"http://{host}", method="POST", headers={"X-Twilio-Signature": signature, **headers}, data=GIVEN
    )
    return Request(builder.get_environ())


def test_without_a_public_address_the_one_that_was_asked_for_is_signed() -> None:
    settings = Settings(twilio_tokens=(TOKEN,))
    path = "/twilio/voice?flow=welcome"

    assert signed_fields(asked(path, sign(f"https://calls.example.com{path}", GIVEN)), settings)["CallSid"] == "CA1"
    with pytest.raises(Forbidden):
        signed_fields(asked(path, sign(f"https://calls.example.com{path}", GIVEN), host="evil.example.com"), settings)


def test_a_public_address_may_have_a_path_of_its_own() -> None:
    settings = Settings(twilio_tokens=(TOKEN,), public_url="https://example.com/steering")

    assert signed_fields(asked("/twilio/status", sign("https://example.com/steering/twilio/status", GIVEN)), settings)
