"""Telephone calls that another platform talks with: moved and hung up at Twilio when their last words have been said, once."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest

from steering.core.speech.pace import seconds_to_say
from steering.outbox import TOO_LATE, Outbox
from steering.service import History
from steering.telephone import Line
from steering.twilio_rest import Twilio
from steering.webhooks import secrets

from .conftest import Calls
from .stub import Stub, says, stub

SID = "CA" + "0" * 32
DONE = says("{}")


class Phone:
    """A call that EVI answers, and the Twilio that it came through."""

    def __init__(self, calls: Calls, twilio: Stub, url: str = "") -> None:
        (calls.folder / "numbers.yaml").write_text("hand_offs:\n  front_desk: +1 312 555 0100\n")
        self.calls = calls
        self.account = Twilio("AC" + "a" * 32, "t0ken", api=twilio.url, sleep=lambda seconds: None)
        line = Line(twilio=self.account, number="", public_url="https://calls.example.com")
        keys = secrets(["whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"]) if url else ()
        self.outbox = Outbox(calls.steering, url=url, keys=keys, line=line)

    def begin(self, call_sid: str = SID) -> None:
        self.calls.steering.introduce(History(owner="acme", session_id="call", platform="evi", call_sid=call_sid))
        self.calls.hear()

    def wait(self, seconds: float) -> None:
        self.calls.clock.now += seconds
        while self.outbox.deliver():
            pass


@pytest.fixture
def phones(calls: Calls) -> Iterator[list[Phone]]:
    made: list[Phone] = []
    yield made
    for phone in made:
        phone.account.close()


def ready(phones: list[Phone], phone: Phone, call_sid: str = SID) -> Phone:
    phones.append(phone)
    phone.begin(call_sid)
    return phone


def asked(request: bytes) -> tuple[str, dict[str, str]]:
    """The path and the fields of what Twilio was asked."""
    head, _, body = request.partition(b"\r\n\r\n")
    return head.split()[1].decode(), {name: values[0] for name, values in parse_qs(body.decode()).items()}


def test_a_call_that_is_handed_on_goes_there_after_the_words(calls: Calls, phones: list[Phone]) -> None:
    with stub(DONE) as twilio:
        phone = ready(phones, Phone(calls, twilio))
        words = calls.hear("agent")
        phone.wait(seconds_to_say(words))
        assert twilio.requests == []

        phone.wait(1.5)
        phone.wait(TOO_LATE)

        ((path, fields),) = map(asked, twilio.requests)
    assert path.endswith(f"/Calls/{SID}.json")
    address = "https://calls.example.com/twilio/ended?session=call&amp;owner=acme"
    assert fields == {"Twiml": f'<Response><Redirect method="POST">{address}</Redirect></Response>'}
    assert "moved" in calls.events()


def test_a_call_that_has_ended_is_hung_up_once(calls: Calls, phones: list[Phone]) -> None:
    with stub(DONE) as twilio:
        phone = ready(phones, Phone(calls, twilio))
        calls.hear("no")
        phone.wait(11)
        phone.wait(60)

        ((_, fields),) = map(asked, twilio.requests)
    assert fields == {"Status": "completed"}


def test_a_caller_who_goes_on_talking_is_not_hung_up(calls: Calls, phones: list[Phone]) -> None:
    with stub(DONE) as twilio:
        phone = ready(phones, Phone(calls, twilio))
        calls.hear("no")
        calls.lengthen("I mean yes it is me")
        phone.wait(60)

        assert twilio.requests == []


def test_a_caller_who_has_hung_up_is_left_alone(calls: Calls, phones: list[Phone]) -> None:
    with stub(DONE) as twilio:
        phone = ready(phones, Phone(calls, twilio))
        calls.steering.hung_up("acme", "call")
        phone.wait(60)

        assert twilio.requests == []


def test_a_call_that_is_not_at_twilio_is_left_alone(calls: Calls, phones: list[Phone]) -> None:
    with stub(DONE) as twilio:
        phone = ready(phones, Phone(calls, twilio), call_sid="")
        calls.hear("agent")
        phone.wait(60)

        assert twilio.requests == []


def test_a_call_is_not_moved_long_after_its_words(calls: Calls, phones: list[Phone]) -> None:
    with stub(DONE) as twilio:
        phone = ready(phones, Phone(calls, twilio))
        calls.hear("agent")
        phone.wait(TOO_LATE + 1)

        assert twilio.requests == []


def test_a_call_whose_webhook_is_tried_again_is_moved_once(calls: Calls, phones: list[Phone]) -> None:
    with stub(DONE) as twilio, stub(says("", "500 Internal Server Error")) as crm:
        phone = ready(phones, Phone(calls, twilio, f"{crm.url}/hooks"))
        calls.hear("agent")
        for pause in (10, 5, 30):
            phone.wait(pause)

        assert len([one for one in crm.requests if b'"call.handed_off"' in one]) == 3
        assert len(twilio.requests) == 1


def test_what_twilio_does_not_do_is_told_all_the_same(calls: Calls, phones: list[Phone]) -> None:
    with stub(says("{}", "400 Bad Request")) as twilio, stub(says("", "204 No Content")) as crm:
        phone = ready(phones, Phone(calls, twilio, f"{crm.url}/hooks"))
        calls.hear("agent")
        phone.wait(10)

        assert any(b'"call.handed_off"' in one for one in crm.requests)
        assert len(twilio.requests) == 1
