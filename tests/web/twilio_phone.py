"""Twilio as our server sees it: webhooks and sockets signed by Twilio's own validator, TwiML read as XML."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode, urlsplit
from xml.etree import ElementTree

import httpx
import websocket
from twilio.request_validator import RequestValidator

from .conftest import Server

PUBLIC = "https://calls.example.com"
TOKEN = "token-of-today"
OLD_TOKEN = "token-of-yesterday"
SETTINGS = {"TWILIO_AUTH_TOKEN": f"{TOKEN},{OLD_TOKEN}", "STEERING_PUBLIC_URL": PUBLIC}


def sign(url: str, fields: dict[str, str] | str | None = None, token: str = TOKEN) -> str:
    """The signature that Twilio sends with a request to *url*."""
    return str(RequestValidator(token).compute_signature(url, fields if isinstance(fields, dict) else {}))


def call_sid(name: str) -> str:
    """A call sid that has *name* in it, for the log."""
    return "CA" + name.encode().hex()[:32].ljust(32, "0")


def call_fields(sid: str, **more: str) -> dict[str, str]:
    """What Twilio sends of an inbound call."""
    return {
        "AccountSid": "AC" + "0" * 32,
        "ApiVersion": "2010-04-01",
        "CallSid": sid,
        "CallStatus": "in-progress",
        "Direction": "inbound",
        "From": "+13125550111",
        "FromCity": "CHICAGO",
        "To": "+13125550199",
        **more,
    }


def post(server: Server, url: str, fields: dict[str, str], signature: str | None = None) -> httpx.Response:
    """Twilio asks *url* (public, or a path)."""
    url = url if "://" in url else PUBLIC + url
    signed = sign(url, fields) if signature is None else signature
    return httpx.post(server.url + url.removeprefix(PUBLIC), data=fields, headers={"X-Twilio-Signature": signed}, timeout=60)


def twiml(response: httpx.Response) -> ElementTree.Element:
    """The verbs that were answered."""
    assert response.status_code == 200, response.text
    assert response.headers["Content-Type"].startswith("text/xml")
    root = ElementTree.fromstring(response.text)
    assert root.tag == "Response"
    return root


def verbs(root: ElementTree.Element) -> list[str]:
    return [one.tag for one in root]


def said(root: ElementTree.Element) -> str:
    """Everything that is spoken."""
    return " ".join(one.text or "" for one in root.iter("Say"))


class Socket:
    """ConversationRelay's end of a relay."""

    def __init__(self, line: websocket.WebSocket) -> None:
        self.line = line
        self.languages: list[str] = []

    def tell(self, **message: Any) -> None:
        self.line.send(json.dumps(message))

    def setup(self, sid: str, *, parameters: dict[str, str] | None = None, **more: Any) -> None:
        sent = {
            "type": "setup",
            "sessionId": "VX" + "0" * 32,
            "accountSid": "AC" + "0" * 32,
            "parentCallSid": "",
            "callSid": sid,
            "from": "+13125550111",
            "to": "+13125550199",
            "forwardedFrom": "",
            "callerName": "",
            "direction": "inbound",
            "callType": "PSTN",
            "callStatus": "RINGING",
            "customParameters": parameters or {},
            **more,
        }
        self.tell(**sent)

    def say(self, words: str, **more: Any) -> None:
        self.tell(type="prompt", voicePrompt=words, lang="en-US", last=True, **more)

    def ask(self, words: str) -> str:
        """The whole reply to *words*."""
        self.say(words)
        return self.hear()

    def press(self, keys: str) -> None:
        for key in keys:
            self.tell(type="dtmf", digit=key)

    def cut_in(self, after: str) -> None:
        self.tell(type="interrupt", utteranceUntilInterrupt=after, durationUntilInterruptMs="460")

    def next(self) -> dict[str, Any]:
        return dict(json.loads(self.line.recv()))

    def hear(self) -> str:
        """One whole reply."""
        words = []
        while True:
            message = self.next()
            if message["type"] == "language":
                self.languages.append(message["ttsLanguage"])
                continue
            assert message["type"] == "text", message
            words.append(message["token"].strip())
            if message["last"]:
                return " ".join(words)

    def ends(self) -> dict[str, Any]:
        """The hand-off data, after Twilio has spoken the closing words."""
        self.tell(type="info", name="agentSpeaking", value="on")
        self.tell(type="info", name="agentSpeaking", value="off")
        message = self.next()
        assert message["type"] == "end", message
        return dict(json.loads(message["handoffData"]))

    def hears_nothing(self, seconds: float = 0.4) -> bool:
        before, _ = self.line.gettimeout(), self.line.settimeout(seconds)
        try:
            self.line.recv()
        except websocket.WebSocketTimeoutException:
            return True
        finally:
            self.line.settimeout(before)
        return False


@contextmanager
def relay(server: Server, signature: str | None = None, *, query: str = "", **options: Any) -> Iterator[Socket]:
    """A socket that Twilio opens."""
    address = f"wss://{urlsplit(PUBLIC).netloc}/twilio/relay{query}"
    headers = {"X-Twilio-Signature": sign(address) if signature is None else signature}
    url = server.url.replace("http", "ws") + f"/twilio/relay{query}"
    line = websocket.create_connection(url, timeout=60, header=headers, **options)
    try:
        yield Socket(line)
    finally:
        line.close()
        line.shutdown()


@contextmanager
def answered(server: Server, sid: str, query: dict[str, str] | None = None, **more: str) -> Iterator[Socket]:
    """A call that Twilio asks us about, up to the socket that our TwiML names."""
    asked = f"/twilio/voice?{urlencode(query)}" if query else "/twilio/voice"
    fields = call_fields(sid, **more)
    root = twiml(post(server, asked, fields))
    talk = root.find("Connect/ConversationRelay")
    assert talk is not None, ElementTree.tostring(root)
    assert talk.get("url") == f"wss://{urlsplit(PUBLIC).netloc}/twilio/relay"
    parameters = {one.get("name", ""): one.get("value", "") for one in talk.iter("Parameter")}
    with relay(server) as socket:
        setup = {"from": fields["From"], "to": fields["To"], "direction": fields["Direction"]}
        socket.setup(sid, parameters=parameters, **setup)
        yield socket


@contextmanager
def reception(server: Server, name: str) -> Iterator[tuple[str, Socket]]:
    """A call to the flow `reception` after its opening: its sid, and its socket."""
    sid = call_sid(name)
    with answered(server, sid, {"flow": "reception"}) as line:
        line.hear()
        yield sid, line
