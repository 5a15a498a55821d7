"""Calls over ConversationRelay's socket, with a real client against the real server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
import websocket

from .conftest import BEARER, ROOT, Server, running
from .test_calls import DEBT, prepare, view
from .twilio_phone import PUBLIC, SETTINGS, Socket, answered, call_fields, call_sid, post, reception, relay, said, twiml, verbs


def certificate(server: Server, sid: str) -> dict[str, Any]:
    return dict(httpx.get(f"{server.url}/sessions/{sid}/certificate", headers=BEARER).raise_for_status().json())


def grades(server: Server, sid: str) -> dict[str, tuple[str, int]]:
    return {one["name"]: (one["grade"], one["said"]) for one in certificate(server, sid)["disclosures"]}


def callers_words(server: Server, sid: str) -> list[str]:
    turns = httpx.get(f"{server.url}/sessions/{sid}/transcript", headers=BEARER).json()["turns"]
    return [turn["caller"] for turn in turns if turn["n"]]


def debt(server: Server, name: str) -> tuple[str, dict[str, str]]:
    """A debt collection call that was prepared: its sid, and the query that its number is set to."""
    prepare(server, f"debt-{name}", "debt_collection_call", DEBT)
    return f"debt-{name}", {"session": f"debt-{name}"}


def test_a_call_from_the_greeting_to_the_hang_up(phone: Server) -> None:
    sid = call_sid("welcome")
    with answered(phone, sid) as line:
        assert line.hear() == "Hello, and welcome. I am an automated assistant. Would you like to hear how this works?"
        assert line.ask("yes please").endswith("Shall I connect you with a person?")
        assert line.ask("no thank you") == "Thank you for calling. Goodbye."
        assert line.ends() == {"reason": "ended", "hand_to": "", "session": sid, "flow": "welcome"}

    root = twiml(post(phone, f"/twilio/ended?session={sid}", call_fields(sid, SessionStatus="ended", HandoffData="{}")))
    assert verbs(root) == ["Hangup"]
    assert (view(phone, sid)["ended"], view(phone, sid)["step"]) == (True, "bye")


def test_each_line_is_a_text_and_the_last_one_says_so(phone: Server) -> None:
    with answered(phone, call_sid("texts")) as line:
        first, second = line.next(), line.next()

    assert first == {
        "type": "text",
        "token": "Hello, and welcome. I am an automated assistant. ",
        "last": False,
        "lang": "en-US",
        "interruptible": True,
    }
    assert second["last"] is True


def test_closing_words_cannot_be_cut_off_and_are_spoken_before_the_end(phone: Server) -> None:
    with answered(phone, call_sid("closing")) as line:
        line.hear()
        line.say("no")
        assert line.next()["interruptible"] is False
        # The end of the words before is not the end of these.
        line.tell(type="info", name="agentSpeaking", value="off")
        assert line.hears_nothing()
        assert line.ends()["reason"] == "ended"


def test_the_call_ends_by_itself_when_nobody_says_that_the_closing_words_were_spoken(phone: Server) -> None:
    with answered(phone, call_sid("by-itself")) as line:
        line.hear()
        line.ask("no")
        assert line.next()["type"] == "end"


def test_a_hand_off_ends_the_relay_and_dials(phone: Server) -> None:
    sid = call_sid("person")
    with answered(phone, sid) as line:
        line.hear()
        assert line.ask("get me a person please") == "One moment, I will connect you."
        assert line.ends()["hand_to"] == "front_desk"

    root = twiml(post(phone, f"/twilio/ended?session={sid}", call_fields(sid, SessionStatus="ended")))
    number = root.find("Dial/Number")
    assert number is not None
    assert (number.text, number.get("sendDigits")) == ("+13125550100", "wwww12")


def test_a_notice_that_was_cut_off_is_said_again_and_counts_once_it_was_played(phone: Server) -> None:
    id, query = debt(phone, "cut")
    with answered(phone, call_sid("cut"), query) as line:
        notice = line.hear()
        line.cut_in("This call is recorded. I am an auto")
        assert line.ask("yes speaking") == notice
        assert grades(phone, id)["recording_notice"] == ("not disclosed", 2)

        assert "last four digits" in line.ask("yes speaking")
        assert grades(phone, id)["recording_notice"] == ("played", 2)


def test_a_question_cut_after_the_whole_notice_counts_as_heard(phone: Server) -> None:
    id, query = debt(phone, "question")
    with answered(phone, call_sid("question"), query) as line:
        line.hear()
        line.cut_in("May I speak")
        assert "last four digits" in line.ask("yes speaking")

    assert grades(phone, id)["recording_notice"] == ("played", 1)


@pytest.mark.parametrize("played", [{}, {"utteranceUntilInterrupt": None}, {"utteranceUntilInterrupt": "???"}])
def test_an_interruption_that_tells_nothing_proves_nothing(phone: Server, played: dict[str, Any]) -> None:
    id, query = debt(phone, f"nothing-{len(str(played))}")
    with answered(phone, call_sid(id), query) as line:
        notice = line.hear()
        line.ask("who is this")
        line.tell(type="interrupt", **played)
        line.ask("yes speaking")

    assert notice.startswith("This call is recorded")
    assert grades(phone, id)["recording_notice"] == ("played", 1)


def test_consent_over_a_cut_question_is_none(phone: Server) -> None:
    id, query = debt(phone, "consent")
    with answered(phone, call_sid("consent"), query) as line:
        line.hear()
        for words in ("yes speaking", "four five one two", "yes"):
            question = line.ask(words)
        line.cut_in("Do you authorise")
        assert line.ask("yes") == question
        assert certificate(phone, id)["agreements"] == []
        line.ask("I authorise")

    (agreed,) = certificate(phone, id)["agreements"]
    assert (agreed["answer"], agreed["grade"]) == ("agreed", "played")


def test_words_that_go_on_before_ours_were_heard_are_one_turn(phone: Server) -> None:
    with reception(phone, "goes-on") as (sid, line):
        assert line.ask("code") == "What is your code?"
        line.ask("four five")
        line.cut_in("")
        assert line.ask("one two") == "How many boxes?"

    assert callers_words(phone, sid) == ["code", "four five one two"]


def test_words_over_some_of_ours_are_a_new_turn(phone: Server) -> None:
    with reception(phone, "new-turn") as (sid, line):
        line.ask("hmm well")
        line.cut_in("Sorry, I")
        assert line.ask("boxes") == "How many boxes?"

    assert callers_words(phone, sid) == ["hmm well", "boxes"]


def test_hello_before_a_word_of_the_opening_is_answered_by_the_opening_once(phone: Server) -> None:
    sid = call_sid("hello")
    with answered(phone, sid, {"flow": "reception"}) as line:
        opening = line.hear()
        line.cut_in("")
        assert line.ask("hello?") == opening
        line.cut_in("")
        assert line.ask("stop calling") == "We will not call again."

    assert callers_words(phone, sid) == ["stop calling"]


def test_partial_prompts_are_one_turn(phone: Server) -> None:
    with reception(phone, "partial") as (sid, line):
        line.tell(type="prompt", voicePrompt="I would like", lang="en-US", last=False)
        line.tell(type="prompt", voicePrompt="I would like boxes", lang="en-US", last=False)
        line.tell(type="prompt", voicePrompt="please", lang="en-US", last=True)
        assert line.hear() == "How many boxes?"

    assert callers_words(phone, sid) == ["I would like boxes please"]


def test_a_partial_prompt_that_never_ends_is_taken_after_a_pause(phone: Server) -> None:
    with reception(phone, "never-ends") as (_, line):
        line.tell(type="prompt", voicePrompt="boxes", lang="en-US", last=False)
        assert line.hear() == "How many boxes?"


# ---- keys


def test_a_key_at_a_menu_is_taken_at_once(phone: Server) -> None:
    with reception(phone, "menu") as (_, line):
        line.press("3")
        assert line.hear() == "How many boxes?"


def test_digits_are_joined_until_there_are_as_many_as_are_asked_for(phone: Server) -> None:
    with reception(phone, "digits") as (sid, line):
        line.press("2")
        line.hear()
        line.press("451")
        assert line.hears_nothing()
        line.press("2")
        assert line.hear() == "How many boxes?"
        line.press("12#")
        assert line.hear() == "Thank you for twelve boxes. Goodbye."

    assert callers_words(phone, sid) == ["2", "4512", "12"]


def test_a_pause_ends_a_number(phone: Server) -> None:
    with reception(phone, "pause") as (_, line):
        line.press("3")
        line.hear()
        line.press("7")
        assert line.hears_nothing(1.0)
        assert line.hear() == "Thank you for seven boxes. Goodbye."


def test_keys_and_then_words_are_one_turn(phone: Server) -> None:
    with reception(phone, "keys-words") as (sid, line):
        line.press("3")
        line.hear()
        line.press("7")
        assert line.ask("and that is all") == "Thank you for seven boxes. Goodbye."

    assert callers_words(phone, sid) == ["3", "7 and that is all"]


def test_zero_is_a_person_everywhere(phone: Server) -> None:
    with reception(phone, "zero") as (_, line):
        line.press("0")
        line.hear()
        assert line.ends()["hand_to"] == "+13125550100"


# ---- silence, look-ups, languages


@pytest.fixture
def quick(tmp_path: Path) -> Any:
    """A server that takes a second and a half for silence."""
    with running(
        "wsgi:app",
        tmp_path,
        STEERING_API_KEY="k1",
        STEERING_FLOWS=str(ROOT / "tests" / "web" / "phone_flows"),
        STEERING_FLOW="reception",
        STEERING_SILENCE_SECONDS="1.5",
        **SETTINGS,
    ) as server:
        yield server


def test_silence_asks_again_then_gives_up(quick: Server) -> None:
    sid = call_sid("silent")
    with answered(quick, sid) as line:
        heard = [line.hear() for _ in range(4)]
        assert line.ends()["reason"] == "ended"

    assert "Say billing" in heard[1]
    assert "Goodbye" in heard[3]
    assert view(quick, sid)["turns"] == 3


def test_silence_is_counted_from_the_end_of_our_words(phone: Server, quick: Server) -> None:
    with answered(quick, call_sid("counted")) as line:
        line.hear()
        line.tell(type="info", name="agentSpeaking", value="on")
        line.tell(type="info", name="agentSpeaking", value="off")
        assert "Say billing" in line.hear()

    with answered(phone, call_sid("patient")) as line:
        line.hear()
        assert line.hears_nothing(4)


def test_a_long_look_up_is_announced_and_what_was_said_meanwhile_answers_that(phone: Server, slow_slots: str) -> None:
    prepare(phone, "hold", "hold", {"service": slow_slots})
    with answered(phone, call_sid("hold"), {"session": "hold"}) as line:
        line.hear()
        line.say("next tuesday")
        moment = line.next()
        assert (moment["token"], moment["last"]) == ("One moment. ", False)
        assert line.hear() == "You pay by card today. Shall I book it?"
        assert line.ask("yes") == "It is booked. Goodbye."

    assert grades(phone, "hold")["terms"] == ("played", 1)


def test_words_during_a_look_up_are_no_answer_to_what_comes_after_it(phone: Server, slow_slots: str) -> None:
    prepare(phone, "meanwhile", "hold", {"service": slow_slots})
    with answered(phone, call_sid("meanwhile"), {"session": "meanwhile"}) as line:
        line.hear()
        line.say("next tuesday")
        assert line.next()["token"] == "One moment. "
        assert line.ask("yes").startswith("You pay by card today.")

    assert grades(phone, "meanwhile")["terms"][0] == "not disclosed"


def test_a_flow_in_another_language_is_spoken_and_heard_in_it(phone: Server) -> None:
    root = twiml(post(phone, "/twilio/voice?flow=reception", call_fields(call_sid("languages"))))
    assert [one.get("code") for one in root.iter("Language")] == ["en-US", "es-US"]

    with reception(phone, "spanish") as (_, line):
        line.say("spanish please")
        assert line.next() == {"type": "language", "ttsLanguage": "es-US", "transcriptionLanguage": "es-US"}
        first = line.next()
        assert (first["token"], first["lang"]) == ("Hola. ¿Quiere hablar con una persona? ", "es-US")
        line.say("no gracias")
        # What the flow that ran it says after it is in its own language again.
        assert line.next()["ttsLanguage"] == "en-US"
        last, back = line.next(), line.next()
        assert [(one["token"], one["lang"]) for one in (last, back)] == [
            ("Gracias. Adiós. ", "es-US"),
            ("Say billing, code or boxes. ", "en-US"),
        ]


# ---- sockets that break, and messages that do


def test_a_call_goes_on_when_its_socket_is_opened_again(phone: Server) -> None:
    with reception(phone, "again") as (sid, line):
        line.ask("code")
    with relay(phone) as line:
        line.setup(sid)
        assert line.hear() == "What is your code?"
        assert line.ask("4512") == "How many boxes?"

    assert callers_words(phone, sid) == ["code", "4512"]


def test_a_socket_of_a_call_that_is_over_ends_at_once(phone: Server) -> None:
    sid = call_sid("over")
    with answered(phone, sid) as line:
        line.hear()
        line.ask("no")
    with relay(phone) as line:
        line.setup(sid)
        assert line.next()["type"] == "end"

    assert view(phone, sid)["incarnation"] == 1


@pytest.mark.parametrize("missing", ["sessionId", "accountSid", "callSid", "from", "to", "direction", "customParameters"])
@pytest.mark.parametrize("value", ["absent", None, 7, []])
def test_a_call_is_greeted_whatever_its_setup_lacks(phone: Server, missing: str, value: object) -> None:
    with relay(phone) as line:
        if value == "absent":
            line.tell(type="setup", **{name: "x" for name in ("callSid", "from", "to") if name != missing})
        else:
            line.setup(call_sid(f"lack{missing[:4]}{value}"), **{missing: value})
        assert "welcome" in line.hear()


def test_a_call_without_setup_is_greeted_in_the_end(phone: Server) -> None:
    with relay(phone) as line:
        assert "welcome" in line.ask("is anybody there")


def test_what_cannot_be_read_is_passed_over_and_the_call_goes_on(phone: Server) -> None:
    with reception(phone, "odd") as (_, line):
        for text in (
            "{bad",
            "",
            "[]",
            "null",
            '{"type": 7}',
            '{"type": "prompt"}',
            '{"type": "prompt", "voicePrompt": null, "last": null}',
        ):
            line.line.send(text)
        line.line.send_binary(b"\x00\xff")
        line.tell(type="dtmf", digit=None)
        line.tell(type="interrupt")
        line.tell(type="setup", callSid="CA-another")
        line.tell(type="error", description="Invalid message received")
        line.tell(type="info", name="tokensPlayed", value="Say billing")
        line.tell(type="transcription", words=[1, 2, 3])
        assert line.hears_nothing()
        assert line.ask("boxes") == "How many boxes?"


def test_a_huge_message_costs_the_socket_and_not_the_server(phone: Server) -> None:
    with answered(phone, call_sid("huge")) as line:
        line.hear()
        line.say("yes " * 5_000_000)
        opcode, data = line.line.recv_data(control_frame=True)
        assert (opcode, int.from_bytes(data[:2], "big")) == (websocket.ABNF.OPCODE_CLOSE, 1009)

    assert httpx.get(phone.url + "/healthz").status_code == 200


def test_many_prompts_at_once_end_in_one_answer(phone: Server) -> None:
    with reception(phone, "burst") as (_, line):
        for _ in range(50):
            line.say("repeat")
        while not line.ask("a person").endswith("I will connect you."):
            pass
        assert line.ends()["hand_to"] == "+13125550100"


def test_trouble_inside_is_a_safe_line_and_the_next_words_are_heard(stand_in: Server) -> None:
    line = websocket.create_connection(f"ws://127.0.0.1:{stand_in.port}/twilio/relay", timeout=60)
    socket = Socket(line)
    socket.setup("CA-trouble", parameters={"owner": "acme"})
    assert socket.hear() == "I heard: acme|nothing"
    for words in ("fail", "no store"):
        socket.say(words)
        assert socket.hear().startswith("I am sorry")
    socket.say("hello")
    assert socket.hear() == "I heard: acme|hello"
    line.close()
    line.shutdown()


def test_a_server_that_leaves_says_so(start_stand_in: Callable[..., Server]) -> None:
    server = start_stand_in()
    line = websocket.create_connection(f"ws://127.0.0.1:{server.port}/twilio/relay", timeout=60)
    Socket(line).setup("CA-leaves", parameters={"owner": "acme"})
    Socket(line).hear()

    server.process.terminate()

    opcode, data = line.recv_data(control_frame=True)
    assert (opcode, int.from_bytes(data[:2], "big")) == (websocket.ABNF.OPCODE_CLOSE, 1001)
    line.shutdown()


def test_a_failed_relay_goes_on_by_gather(phone: Server) -> None:
    with reception(phone, "failed") as (sid, line):
        line.ask("code")

    fields = call_fields(sid, SessionStatus="failed", ErrorCode="64105", ErrorMessage="WebSocket ended")
    root = twiml(post(phone, f"/twilio/ended?session={sid}", fields))

    listen = root.find("Gather")
    assert listen is not None
    assert said(root) == "What is your code?"
    assert listen.get("action") == f"{PUBLIC}/twilio/gather?session={sid}&after=1"


def test_a_socket_that_another_has_replaced_takes_no_silence(quick: Server) -> None:
    sid = call_sid("replaced")
    with answered(quick, sid) as old:
        old.hear()
        old.line.settimeout(60)
        with relay(quick) as line:
            line.setup(sid)
            line.hear()
            line.ask("code")
            assert line.ask("4512") == "How many boxes?"
        while old.line.recv_data(control_frame=True)[0] != websocket.ABNF.OPCODE_CLOSE:
            pass

    assert [words for words in callers_words(quick, sid) if words] == ["code", "4512"]


def test_silence_on_a_replaced_socket_is_not_counted_before_a_word_on_the_new_one(quick: Server) -> None:
    sid = call_sid("silent-old")
    with answered(quick, sid) as old:
        old.hear()
        old.line.settimeout(60)
        with relay(quick) as line:
            line.setup(sid)
            line.hear()
            # Only the new one asks again when nobody speaks, and goes on.
            assert "Say billing" in line.hear()
            assert line.ask("code") == "What is your code?"
        while old.line.recv_data(control_frame=True)[0] != websocket.ABNF.OPCODE_CLOSE:
            pass

    assert [words for words in callers_words(quick, sid) if words] == ["code"]


def test_closing_words_that_answer_half_a_sentence_are_taken_back(phone: Server) -> None:
    sid = call_sid("taken-back")
    with answered(phone, sid) as line:
        line.hear()
        assert line.ask("no") == "Thank you for calling. Goodbye."
        line.cut_in("")
        assert "a person" in line.ask("wait tell me more")
        assert line.hears_nothing(3.5)

    assert not view(phone, sid)["ended"]


def test_closing_words_are_not_said_for_ever(phone: Server) -> None:
    with answered(phone, call_sid("for-ever")) as line:
        line.hear()
        for words in ("no", "hello?", "hello?"):
            assert line.ask(words) == "Thank you for calling. Goodbye."
        line.say("hello?")
        assert line.ends()["reason"] == "ended"


def test_a_caller_who_is_speaking_is_not_silent(quick: Server) -> None:
    with answered(quick, call_sid("speaking")) as line:
        line.hear()
        line.tell(type="info", name="clientSpeaking", value="on")
        assert line.hears_nothing(5)
        line.tell(type="info", name="clientSpeaking", value="off")
        assert "Say billing" in line.hear()
