"""Calls over webhooks: TwiML in answer to Twilio's forms, read as Twilio reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import httpx
import pytest
import websocket

from steering.web.twilio.voice import payment_from_pay

from .conftest import BEARER, Server, running
from .test_calls import DEBT, prepare, view
from .test_twilio_relay import callers_words, certificate, grades
from .twilio_phone import PUBLIC, SETTINGS, answered, call_fields, call_sid, post, reception, relay, said, sign, twiml, verbs


class Talk:
    """A caller whom Twilio's <Gather> listens to."""

    def __init__(self, server: Server, sid: str, query: str = "", **more: str) -> None:
        self.server, self.fields = server, call_fields(sid, **more)
        self.root = twiml(post(server, f"/twilio/voice?mode=gather{query}", self.fields))

    @property
    def heard(self) -> str:
        return said(self.root)

    @property
    def gather(self) -> ElementTree.Element:
        found = self.root.find("Gather")
        assert found is not None, ElementTree.tostring(self.root)
        return found

    def send(self, **result: str) -> str:
        """Twilio posts what it heard; redirects are followed, as it does."""
        self.root = twiml(post(self.server, self.gather.get("action", ""), {**self.fields, **result}))
        words = [self.heard]
        while verbs(self.root)[-1:] == ["Redirect"] and self.root.find("Gather") is None:
            self.root = twiml(post(self.server, self.root.findtext("Redirect") or "", self.fields))
            words.append(self.heard)
        return " ".join(words)

    def say(self, words: str) -> str:
        return self.send(SpeechResult=words, Confidence="0.91")

    def press(self, digits: str) -> str:
        return self.send(Digits=digits)


# ---- how a call begins


def test_an_inbound_call_is_connected_to_the_relay(phone: Server) -> None:
    sid = call_sid("connect")

    root = twiml(post(phone, "/twilio/voice?flow=reception", call_fields(sid)))

    connect, talk = root.find("Connect"), root.find("Connect/ConversationRelay")
    assert connect is not None
    assert talk is not None
    assert connect.get("action") == f"{PUBLIC}/twilio/ended?session={sid}"
    assert {name: talk.get(name) for name in ("url", "ttsLanguage", "transcriptionLanguage", "dtmfDetection", "interruptible")} == {
        "url": "wss://calls.example.com/twilio/relay",
        "ttsLanguage": "en-US",
        "transcriptionLanguage": "en-US",
        "dtmfDetection": "true",
        "interruptible": "any",
    }
    assert [(one.get("name"), one.get("value")) for one in talk.iter("Parameter")] == [("session", sid), ("language", "en")]


def test_the_called_number_chooses_the_flow_and_the_caller_is_known(phone: Server) -> None:
    sid = call_sid("by-number")

    twiml(post(phone, "/twilio/voice", call_fields(sid, To="+13125550198")))

    assert view(phone, sid)["flow"] == "reception"
    assert view(phone, sid)["facts"]["caller_number"] == "+13125550111"
    assert certificate(phone, sid)["number"].endswith("0111")


@pytest.mark.parametrize("withheld", ["+266696687", "anonymous", "Restricted", "+7378742833", "", "sip:anonymous@anonymous.invalid"])
def test_a_caller_who_withholds_the_number_is_served_without_one(phone: Server, withheld: str) -> None:
    sid = call_sid(f"anon{withheld[-9:]}")

    twiml(post(phone, "/twilio/voice?flow=reception", call_fields(sid, From=withheld)))

    assert "caller_number" not in view(phone, sid)["facts"]


def test_an_outbound_call_is_that_of_its_session_and_its_callee(phone: Server) -> None:
    prepare(phone, "campaign-1", "reception", {})
    fields = call_fields(call_sid("outbound"), Direction="outbound-api", From="+13125550199", To="+13125550155")

    root = twiml(post(phone, "/twilio/voice?session=campaign-1", fields))

    assert root.find("Connect") is not None
    assert certificate(phone, "campaign-1")["number"].endswith("0155")
    assert httpx.get(f"{phone.url}/sessions/{call_sid('outbound')}", headers=BEARER).status_code == 404


def test_a_second_call_for_a_session_that_ended_begins_anew(phone: Server) -> None:
    prepare(phone, "campaign-2", "reception", {})
    post(phone, "/twilio/status?session=campaign-2", call_fields(call_sid("first"), CallStatus="no-answer", Direction="outbound-api"))
    assert view(phone, "campaign-2")["ended"]

    prepare(phone, "campaign-2", "reception", {})
    with answered(phone, call_sid("second"), {"session": "campaign-2"}) as line:
        assert line.hear() == "Say billing, code or boxes."

    assert (view(phone, "campaign-2")["incarnation"], view(phone, "campaign-2")["ended"]) == (2, False)


@pytest.mark.parametrize("field", [*call_fields(call_sid("x"))])
@pytest.mark.parametrize("value", [None, "", "x" * 300])
def test_a_call_is_answered_whatever_field_is_missing_or_odd(phone: Server, field: str, value: str | None) -> None:
    fields = call_fields(call_sid(f"odd{field[:5]}{len(value or '') if value is not None else 'n'}"))
    if value is None:
        del fields[field]
    else:
        fields[field] = value

    assert twiml(post(phone, "/twilio/voice", fields)).find("Connect") is not None


def test_a_flow_that_is_not_there_is_said_to_the_log_and_not_to_the_caller(phone: Server) -> None:
    root = twiml(post(phone, "/twilio/voice?flow=nope", call_fields(call_sid("nope"))))
    assert verbs(root) == ["Say", "Redirect"]

    again = twiml(post(phone, root.findtext("Redirect") or "", call_fields(call_sid("nope"))))
    assert verbs(again) == ["Say", "Hangup"]
    assert "There is no flow 'nope'" in phone.log.read_text()


# ---- machines


@pytest.mark.parametrize("by", ["machine_start", "machine_end_beep", "machine_end_silence", "machine_end_other"])
def test_a_machine_gets_its_message_and_is_hung_up(phone: Server, by: str) -> None:
    sid = call_sid(by)

    root = twiml(post(phone, "/twilio/voice?flow=reception", call_fields(sid, AnsweredBy=by)))

    assert (verbs(root), said(root)) == (["Say", "Hangup"], "Please call us back.")
    assert (view(phone, sid)["step"], view(phone, sid)["ended"]) == ("message", True)


def test_a_machine_hears_nothing_of_a_flow_without_a_message(phone: Server) -> None:
    sid = call_sid("no-message")
    fields = call_fields(sid, AnsweredBy="machine_end_beep")

    root = twiml(post(phone, "/twilio/voice", fields))

    assert verbs(root) == ["Hangup"]
    assert (view(phone, sid)["ended"], view(phone, sid)["incarnation"]) == (True, 1)
    # Twilio asks again: the same call.
    assert verbs(twiml(post(phone, "/twilio/voice", fields))) == ["Hangup"]
    assert view(phone, sid)["incarnation"] == 1


def test_nothing_is_said_to_a_fax(phone: Server) -> None:
    prepare(phone, "fax", "reception", {})

    root = twiml(post(phone, "/twilio/voice?session=fax", call_fields(call_sid("fax"), AnsweredBy="fax", Direction="outbound-api")))

    assert verbs(root) == ["Hangup"]
    assert (view(phone, "fax")["ended"], certificate(phone, "fax")["reason"]) == (True, "fax")


def test_a_machine_hears_no_notice_and_none_counts_as_disclosed(phone: Server) -> None:
    prepare(phone, "machine-debt", "debt_collection_call", DEBT)

    fields = call_fields(call_sid("machine-debt"), AnsweredBy="machine_end_beep", Direction="outbound-api")
    root = twiml(post(phone, "/twilio/voice?session=machine-debt", fields))

    assert said(root).startswith("This is Sam from Northwind Recovery.")
    assert all(grade == "not disclosed" for grade, _ in grades(phone, "machine-debt").values())


@pytest.mark.parametrize("by", ["human", "unknown", ""])
def test_a_person_is_talked_to(phone: Server, by: str) -> None:
    root = twiml(post(phone, "/twilio/voice?flow=reception", call_fields(call_sid(f"person{by}"), AnsweredBy=by)))

    assert root.find("Connect") is not None


# ---- <Gather>


def test_a_call_by_gather_to_its_end(phone: Server) -> None:
    sid = call_sid("gather")
    talk = Talk(phone, sid)

    assert talk.heard == "Hello, and welcome. I am an automated assistant. Would you like to hear how this works?"
    assert talk.say("yes please").endswith("Shall I connect you with a person?")
    assert talk.say("no thank you") == "Thank you for calling. Goodbye."
    assert verbs(talk.root) == ["Say", "Hangup"]
    assert (callers_words(phone, sid), view(phone, sid)["ended"]) == (["yes please", "no thank you"], True)


def test_gather_listens_as_the_question_wants(phone: Server) -> None:
    talk = Talk(phone, call_sid("listens"), "&flow=reception")
    wanted = ("input", "speechTimeout", "actionOnEmptyResult", "numDigits", "language", "method", "timeout", "hints")
    found = [talk.gather.get(name) for name in wanted]
    assert found == [
        "speech dtmf",
        "auto",
        "true",
        "1",
        "en-US",
        "POST",
        "8",
        "billing, code, boxes, web, nowhere",
    ]

    talk.press("2")
    assert (talk.gather.get("numDigits"), talk.gather.get("finishOnKey")) == ("4", "#")
    assert talk.press("4512") == "How many boxes?"
    assert (talk.gather.get("numDigits"), talk.gather.get("finishOnKey")) == (None, "#")
    assert talk.press("12") == "Thank you for twelve boxes. Goodbye."


def test_what_must_be_heard_cannot_be_cut_off_by_gather(phone: Server) -> None:
    prepare(phone, "gather-debt", "debt_collection_call", DEBT)
    talk = Talk(phone, call_sid("gather-debt"), "&session=gather-debt")
    assert talk.gather.get("bargeIn") == "false"

    talk.say("yes speaking")
    assert talk.gather.get("bargeIn") == "true"
    assert grades(phone, "gather-debt")["recording_notice"] == ("sent", 1)


def test_silence_by_gather_asks_again_then_gives_up(phone: Server) -> None:
    talk = Talk(phone, call_sid("gather-silence"), "&flow=reception")

    assert "Say billing" in talk.send()
    assert "Say billing" in talk.send(SpeechResult="", Digits="")
    assert talk.send().endswith("Goodbye.")
    assert verbs(talk.root) == ["Say", "Hangup"]


def test_a_request_sent_again_gets_the_same_answer_and_no_second_turn(phone: Server) -> None:
    sid = call_sid("twice")
    talk = Talk(phone, sid, "&flow=reception")
    action = talk.gather.get("action", "")

    one, other = (post(phone, action, {**talk.fields, "SpeechResult": "boxes"}).text for _ in range(2))

    assert one == other
    assert callers_words(phone, sid) == ["boxes"]


@pytest.mark.parametrize("after", ["", "x", "-1", "99999999999999999999"])
def test_an_address_without_its_turn_answers_the_open_question(phone: Server, after: str) -> None:
    sid = call_sid(f"after{after[:3]}")
    talk = Talk(phone, sid, "&flow=reception")
    talk.say("code")

    root = twiml(post(phone, f"/twilio/gather?session={sid}&after={after}", {**talk.fields, "SpeechResult": "4512"}))

    assert said(root) == "How many boxes?"


def test_a_long_look_up_is_announced_and_its_answer_fetched(phone: Server, slow_slots: str) -> None:
    prepare(phone, "gather-hold", "hold", {"service": slow_slots})
    talk = Talk(phone, call_sid("gather-hold"), "&session=gather-hold")

    assert talk.say("next tuesday") == "One moment. You pay by card today. Shall I book it?"
    assert talk.say("yes") == "It is booked. Goodbye."
    assert callers_words(phone, "gather-hold") == ["next tuesday", "yes"]


def test_a_caller_who_hangs_up_while_twilio_listens_has_hung_up(phone: Server) -> None:
    sid = call_sid("gone")
    talk = Talk(phone, sid, "&flow=reception")

    root = twiml(post(phone, talk.gather.get("action", ""), {**talk.fields, "CallStatus": "completed"}))

    assert verbs(root) == []
    assert view(phone, sid)["ended"]


# ---- how a call goes on, and ends


@pytest.mark.parametrize(
    ("words", "verb", "text"),
    [
        ("billing", "Dial/Sip", "sip:desk@pbx.example.com"),
        ("a person", "Dial/Number", "+13125550100"),
    ],
)
def test_a_hand_off_dials(phone: Server, words: str, verb: str, text: str) -> None:
    talk = Talk(phone, call_sid(f"dial{words}"), "&flow=reception")

    assert talk.say(words) == "One moment, I will connect you."

    dialled = talk.root.find(verb)
    dial = talk.root.find("Dial")
    assert dialled is not None
    assert dial is not None
    assert dialled.text == text
    assert dial.get("answerOnBridge") == "true"


@pytest.mark.parametrize(("words", "last"), [("web", "One moment, I will connect you."), ("nowhere", "Thank you for your time. Goodbye.")])
def test_a_hand_off_that_no_telephone_reaches_hangs_up_politely(phone: Server, words: str, last: str) -> None:
    talk = Talk(phone, call_sid(f"off{words}"), "&flow=reception")

    assert talk.say(words).endswith(last)
    assert verbs(talk.root)[-1] == "Hangup"


def test_nobody_at_the_other_end_is_not_silence(phone: Server) -> None:
    sid = call_sid("busy")
    talk = Talk(phone, sid, "&flow=reception")
    talk.say("a person")
    dial = talk.root.find("Dial")
    assert dial is not None

    busy = twiml(post(phone, dial.get("action", ""), {**talk.fields, "DialCallStatus": "busy"}))
    talked = twiml(post(phone, dial.get("action", ""), {**talk.fields, "DialCallStatus": "completed", "DialCallDuration": "61"}))

    assert (verbs(busy), said(busy)) == (["Say", "Hangup"], "Thank you for your time. Goodbye.")
    assert verbs(talked) == []


def test_a_payment_is_taken_by_twilio_and_no_card_is_kept(phone: Server) -> None:
    prepare(phone, "pays", "debt_collection_call", DEBT)
    talk = Talk(phone, call_sid("pays"), "&session=pays")
    for words in ("yes speaking", "four five one two", "yes", "I authorise"):
        talk.say(words)
    pay = talk.root.find("Pay")
    assert pay is not None
    assert {name: pay.get(name) for name in ("paymentConnector", "chargeAmount", "currency")} == {
        "paymentConnector": "Default",
        "chargeAmount": "1250.50",
        "currency": "usd",
    }

    result = {
        "Result": "success",
        "PaymentCardNumber": "xxxx-xxxx-xxxx-1111",
        "PaymentCardType": "visa",
        "SecurityCode": "xxx",
        "ExpirationDate": "exp-1228-date",
        "PaymentCardPostalCode": "zip-94109-code",
        "PaymentConfirmationCode": "ch_1A2b",
        "ProfileId": "cus_9",
        "PaymentToken": "tok_secret",
    }
    root = twiml(post(phone, pay.get("action", ""), {**talk.fields, **result}))

    assert verbs(root) == ["Say", "Hangup"]
    log = phone.log.read_text()
    assert not any(kept in log for kept in ("tok_secret", "exp-1228-date", "zip-94109-code"))


def test_what_is_kept_of_a_payment() -> None:
    paid = {"Result": "success", "PaymentCardNumber": "xxxx-xxxx-xxxx-1111", "PaymentConfirmationCode": "ch_1", "PaymentToken": "tok"}
    assert payment_from_pay(paid) == {"result": "success", "last_digits": "1111", "confirmation": "ch_1"}
    assert payment_from_pay({"Result": "too-many-failed-attempts"}) == {
        "result": "too-many-failed-attempts",
        "last_digits": "",
        "confirmation": "",
    }
    # A number that is not masked is not kept.
    assert payment_from_pay({"PaymentCardNumber": "4111111111111111"})["last_digits"] == ""


@pytest.mark.parametrize("status", ["completed", "busy", "no-answer", "failed", "canceled"])
def test_a_call_that_is_over_has_ended_with_its_reason(phone: Server, status: str) -> None:
    sid = call_sid(f"over{status}")
    twiml(post(phone, "/twilio/voice?flow=reception", call_fields(sid)))
    fields = call_fields(sid, CallStatus=status, CallDuration="17", SequenceNumber="0")

    assert [post(phone, "/twilio/status", fields).status_code for _ in range(2)] == [204, 204]

    assert view(phone, sid)["ended"]
    assert certificate(phone, sid)["reason"] == status


@pytest.mark.parametrize("status", ["queued", "initiated", "ringing", "in-progress", "", "something-new"])
def test_a_call_that_is_under_way_is_left_alone(phone: Server, status: str) -> None:
    sid = call_sid(f"way{status}")
    twiml(post(phone, "/twilio/voice?flow=reception", call_fields(sid)))

    assert post(phone, "/twilio/status", call_fields(sid, CallStatus=status)).status_code == 204
    assert not view(phone, sid)["ended"]


@pytest.mark.parametrize("how", ["status", "ended", "gather"])
def test_an_earlier_call_that_is_over_late_does_not_end_the_one_that_has_its_session_now(phone: Server, how: str) -> None:
    id = f"reused-{how}"
    first, second = (call_fields(call_sid(f"{one} {how}"), Direction="outbound-api") for one in ("first", "second"))

    def over(fields: dict[str, str]) -> bool:
        assert post(phone, f"/twilio/{how}?session={id}", {**fields, "CallStatus": "completed"}).is_success
        return bool(view(phone, id)["ended"])

    prepare(phone, id, "reception", {})
    twiml(post(phone, f"/twilio/voice?session={id}", first))
    assert over(first)

    prepare(phone, id, "reception", {})
    assert not over(first), "prepared, and Twilio has not called yet"
    twiml(post(phone, f"/twilio/voice?session={id}", second))
    assert not over(first)
    assert over(second)
    assert view(phone, id)["incarnation"] == 2


def test_a_session_that_a_second_call_takes_up_is_over_with_that_call(phone: Server) -> None:
    prepare(phone, "taken-up", "reception", {})
    first, second = (call_fields(call_sid(f"{one} up"), CallStatus="in-progress") for one in ("first", "second"))
    for fields in (first, second):
        talk = Talk(phone, fields["CallSid"], "&session=taken-up")
        talk.say("billing")

    post(phone, "/twilio/status?session=taken-up", {**first, "CallStatus": "completed"})
    assert not view(phone, "taken-up")["ended"]
    post(phone, "/twilio/status?session=taken-up", {**second, "CallStatus": "completed"})
    assert view(phone, "taken-up")["ended"]


def test_a_call_that_was_never_answered_is_not_over_twice(phone: Server) -> None:
    fields = call_fields(call_sid("unanswered"), CallStatus="no-answer", Direction="outbound-api")
    prepare(phone, "unanswered", "reception", {})
    post(phone, "/twilio/status?session=unanswered", fields)
    assert view(phone, "unanswered")["ended"]

    prepare(phone, "unanswered", "reception", {})
    post(phone, "/twilio/status?session=unanswered", fields)

    assert not view(phone, "unanswered")["ended"]


def test_the_status_of_a_call_that_nobody_knows_is_taken_quietly(phone: Server) -> None:
    assert post(phone, "/twilio/status", call_fields(call_sid("stranger"), CallStatus="completed", CallDuration="x")).status_code == 204


def test_a_caller_who_hangs_up_ends_the_relay_and_the_call(phone: Server) -> None:
    with reception(phone, "hangs-up") as (sid, _):
        pass

    fields = call_fields(sid, CallStatus="completed", SessionStatus="completed", SessionDuration="4")
    assert verbs(twiml(post(phone, f"/twilio/ended?session={sid}", fields))) == []
    assert view(phone, sid)["ended"]


def test_what_was_dialled_and_paid_for_an_unknown_call_is_answered_too(phone: Server) -> None:
    for path in ("dialled", "paid", "ended"):
        root = twiml(post(phone, f"/twilio/{path}?session=nobody-{path}", {"CallSid": ""}))
        assert verbs(root)


@pytest.mark.parametrize("name", ["session", "after", "said", "turn", "quiet", "again", "mode", "flow"])
def test_an_odd_query_is_no_stack_trace_in_the_ear(phone: Server, name: str) -> None:
    for path in ("voice", "gather", "ended"):
        for value in ("", "%00", "../x", "x" * 400, "%F0%9F%98%80", "-1"):
            response = post_raw(phone, f"/twilio/{path}?{name}={value}", call_fields(call_sid(f"q{name}")))
            assert verbs(twiml(response))


@pytest.mark.parametrize("owner", ["", "acmee", "../x", "%00"])
def test_a_call_that_is_nobodys_is_refused(two_owners: Server, owner: str) -> None:
    for path in ("voice", "gather", "ended", "status"):
        response = post_raw(two_owners, f"/twilio/{path}?owner={owner}", call_fields(call_sid("nobody")))
        assert (response.status_code, "owner=NAME" in response.text) == (403, True)


def post_raw(server: Server, path: str, fields: dict[str, str]) -> httpx.Response:
    url = httpx.URL(server.url + path)
    raw = url.raw_path.decode()
    return httpx.post(url, data=fields, headers={"X-Twilio-Signature": sign(PUBLIC + raw, fields)}, timeout=60)


@pytest.fixture
def two_owners(tmp_path: Path) -> Iterator[Server]:
    with running("wsgi:app", tmp_path, STEERING_FLOW="welcome", **SETTINGS) as server:
        yield server


def test_the_owner_in_the_address_owns_the_call(two_owners: Server) -> None:
    sid = call_sid("owner")

    with answered(two_owners, sid, {"owner": "acme"}) as line:
        line.hear()
        line.ask("no")

    url = f"{two_owners.url}/sessions/{sid}"
    assert httpx.get(url, headers={"Authorization": "Bearer k1"}).json()["ended"] is True
    assert httpx.get(url, headers={"Authorization": "Bearer k2"}).status_code == 404


def test_the_owner_in_the_address_of_a_socket_owns_the_call(two_owners: Server) -> None:
    with relay(two_owners, query="?owner=acme") as line:
        line.setup("CA-acme")
        line.hear()
    with relay(two_owners, query="?owner=acme") as line:
        line.setup("CA-beta", parameters={"owner": "beta"})
        line.hear()

    owners = [
        [one["id"] for one in httpx.get(f"{two_owners.url}/sessions", headers={"Authorization": f"Bearer {key}"}).json()["sessions"]]
        for key in ("k1", "k2")
    ]
    assert owners == [["CA-acme"], ["CA-beta"]]


@pytest.mark.parametrize("query", ["", "?owner=acmee"])
def test_a_socket_of_nobody_is_told_how_to_name_an_owner(two_owners: Server, query: str) -> None:
    with relay(two_owners, query=query) as line:
        line.setup("CA-nobody")
        opcode, data = line.line.recv_data(control_frame=True)

    assert (opcode, int.from_bytes(data[:2], "big")) == (websocket.ABNF.OPCODE_CLOSE, 1008)
    assert b"`?owner=` in the address" in data


def test_addresses_are_those_that_are_set(phone: Server) -> None:
    talk = Talk(phone, call_sid("addresses"), "&flow=reception")

    parts = urlsplit(talk.gather.get("action", ""))
    assert f"{parts.scheme}://{parts.netloc}" == PUBLIC
    assert parse_qs(parts.query) == {"session": [call_sid("addresses")], "after": ["0"]}


def local(server: Server, path: str, **fields: str) -> ElementTree.Element:
    """A request to a server that asks for no signature."""
    owned = f"{path}{'&' if '?' in path else '?'}owner=acme" if "owner=" not in path else path
    return twiml(httpx.post(server.url + owned, data=call_fields("CA-local", **fields), timeout=60))


@pytest.mark.parametrize("words", ["fail", "no store", "look up badly"])
def test_trouble_inside_is_a_safe_line_and_the_same_turn_again(stand_in: Server, words: str) -> None:
    root = local(stand_in, "/twilio/gather?session=s1&after=3", SpeechResult=words)
    while root.find("Gather") is None:
        root = local(stand_in, urlsplit(root.findtext("Redirect") or "").path + "?session=s1&after=3", SpeechResult="fail")

    listen = root.find("Gather")
    assert listen is not None
    assert said(root).startswith("I am sorry")
    assert "after=3" in listen.get("action", "")


def test_a_call_that_cannot_be_taken_is_tried_again_and_then_let_go(stand_in: Server) -> None:
    first = local(stand_in, "/twilio/voice?flow=nope")
    assert (verbs(first), said(first).startswith("I am sorry")) == (["Say", "Redirect"], True)

    again = urlsplit(first.findtext("Redirect") or "")
    last = local(stand_in, f"{again.path}?{again.query}")
    assert (verbs(last), said(last)) == (["Say", "Hangup"], "Thank you for your time. Goodbye.")
