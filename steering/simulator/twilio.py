"""Twilio's side of a telephone call: its webhooks, `<Gather>`, and ConversationRelay's socket."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit
from xml.etree.ElementTree import Element, fromstring

from simple_websocket import Client
from twilio.request_validator import RequestValidator

from steering.simulator.server import Heard, Server, closed, received, sent

CALLED = "+13125550199"


class Telephone:
    """A call at Twilio, as far as its webhooks go: what it posts is signed when there is a token to sign with."""

    mode = ""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._sid = "CA" + secrets.token_hex(16)
        self._public = os.environ.get("STEERING_PUBLIC_URL", "").rstrip("/") or server.url
        self._token = os.environ.get("TWILIO_AUTH_TOKEN", "").partition(",")[0].strip()

    def _answered(self) -> Element:
        """The TwiML with which the call is answered."""
        query = {"session": self._server.session, "flow": self._server.flow, "owner": self._server.owner, "mode": self.mode}
        return self._post("/twilio/voice?" + urlencode({name: value for name, value in query.items() if value}))

    def _post(self, address: str, **fields: str) -> Element:
        """The TwiML that is answered to a webhook at *address*, whole or below the server's."""
        path = address.removeprefix(self._public)
        call = {"CallSid": self._sid, "From": self._server.number, "To": CALLED, "Direction": "inbound", "CallStatus": "in-progress"}
        posted = call | fields
        return fromstring(self._server.ask("POST", path, form=posted, headers=self._signed(self._public + path, posted)).text)

    def _signed(self, url: str, fields: Mapping[str, str]) -> dict[str, str]:
        return {"X-Twilio-Signature": RequestValidator(self._token).compute_signature(url, fields)} if self._token else {}

    def _ends(self, pieces: tuple[str, ...], twiml: Element) -> Heard:
        """What is heard when the call goes on as *twiml* has it: to somebody else, or nowhere."""
        said = tuple(one.text or "" for one in twiml.iter("Say"))
        moved = next((one.text or "" for verb in ("Number", "Sip") for one in twiml.iter(verb)), "")
        return Heard((*pieces, *said), ended=True, moved_to=moved or ("payment" if twiml.find("Pay") is not None else ""))

    def hang_up(self) -> None:
        path = "/twilio/status?" + urlencode({"session": self._server.session, "owner": self._server.owner})
        over = {"CallSid": self._sid, "CallStatus": "completed", "CallDuration": "60"}
        self._server.ask("POST", path, form=over, headers=self._signed(self._public + path, over))


class Gather(Telephone):
    """TwiML's `<Gather>`: what was heard or pressed is posted, and what to say next is answered."""

    mode = "gather"

    def begin(self) -> Heard:
        return self._heard(self._answered())

    def say(self, words: str, heard: str | None = None) -> Heard:
        """*heard* is lost: Twilio does not tell how much of a `<Say>` was played."""
        return self._heard(self._post(self._action, **({"SpeechResult": words, "Confidence": "0.9"} if words else {})))

    def press(self, keys: str) -> Heard:
        return self._heard(self._post(self._action, Digits=keys))

    def _heard(self, twiml: Element) -> Heard:
        said: tuple[str, ...] = ()
        while (listens := twiml.find("Gather")) is None:
            onward = twiml.find("Redirect")
            if onward is None:
                return self._ends(said, twiml)
            said += tuple(one.text or "" for one in twiml.iter("Say"))
            twiml = self._post(onward.text or "")
        self._action = listens.attrib["action"]
        return Heard((*said, *(one.text or "" for one in listens.iter("Say"))))


class Relay(Telephone):
    """Twilio ConversationRelay: the call is answered with the address of a socket, on which it is talked."""

    _socket: Client | None = None

    def begin(self) -> Heard:
        twiml = self._answered()
        connect, talk = twiml.find("Connect"), twiml.find("Connect/ConversationRelay")
        if connect is None or talk is None:
            return self._ends((), twiml)
        self._action = connect.attrib["action"]
        url = urlsplit(talk.attrib["url"])
        # Twilio signs an address with its port or without.
        signed = self._signed(url._replace(netloc=url.hostname or "").geturl(), {})
        self._socket = self._server.socket(url.path + (f"?{url.query}" if url.query else ""), signed)
        given = {one.attrib["name"]: one.attrib["value"] for one in talk.iter("Parameter")}
        us = {"callSid": self._sid, "from": self._server.number, "to": CALLED, "direction": "inbound"}
        self._send("setup", sessionId="VX" + secrets.token_hex(16), customParameters=given, **us)
        greeting = talk.attrib.get("welcomeGreeting", "")
        return self._spoken((greeting,)) if greeting else self._hear()

    def say(self, words: str, heard: str | None = None) -> Heard:
        if heard is not None:
            self._send("interrupt", utteranceUntilInterrupt=heard, durationUntilInterruptMs=60 * len(heard))
        if words:
            self._send("prompt", voicePrompt=words, lang="en-US", last=True)
        return self._hear()

    def press(self, keys: str) -> Heard:
        for key in keys:
            self._send("dtmf", digit=key)
        return self._hear()

    def hang_up(self) -> None:
        if self._socket is not None:
            closed(self._socket)
        super().hang_up()

    @property
    def _open(self) -> Client:
        assert self._socket is not None, "the call was answered without a socket, and has ended"
        return self._socket

    def _send(self, kind: str, **fields: Any) -> None:
        sent(self._open, {"type": kind, **fields})

    def _hear(self) -> Heard:
        pieces: list[str] = []
        while True:
            message = received(self._open)
            if message.get("type") == "text":
                pieces.append(str(message.get("token", "")).strip())
                if message.get("last"):
                    return self._spoken(tuple(pieces))

    def _spoken(self, pieces: tuple[str, ...]) -> Heard:
        """Lets the words be spoken, as Twilio tells it, and follows the call where it goes."""
        for value in ("on", "off"):
            self._send("info", name="agentSpeaking", value=value)
        if not self._server.is_over():
            return Heard(pieces)
        while (message := received(self._open)).get("type") != "end":
            pass
        return self._ends(pieces, self._post(self._action, SessionStatus="ended", HandoffData=str(message.get("handoffData", ""))))
