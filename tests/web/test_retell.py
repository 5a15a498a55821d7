"""Retell's socket, with a real client against the real server."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
import websocket

from steering.web.retell import Spoken, call_from_details, spoken

from .conftest import Server, eventually, shown
from .test_calls import DEBT, by_openai, prepare, view

Transcript = list[dict[str, Any]]


class Line:
    """What Retell's side does: it keeps the transcript and counts its response ids."""

    def __init__(self, server: Server, path: str) -> None:
        self.socket = websocket.create_connection(f"ws://127.0.0.1:{server.port}/llm-websocket/{path}", timeout=60)
        self.transcript: Transcript = []
        self.id = 0

    def send(self, kind: str, **fields: Any) -> None:
        self.socket.send(json.dumps({"interaction_type": kind, **fields}))

    def read(self, kind: str = "response") -> dict[str, Any]:
        while (message := json.loads(self.socket.recv()))["response_type"] != kind:
            pass
        return dict(message)

    def hear(self) -> tuple[str, dict[str, Any]]:
        """The whole of the next answer, and the message that completes it; it joins the transcript."""
        parts = [self.read()]
        while not parts[-1]["content_complete"]:
            parts.append(self.read())
        assert {part["response_id"] for part in parts} == {self.id}
        said = "".join(part["content"] for part in parts)
        self.transcript.append({"role": "agent", "content": said})
        return said, parts[-1]

    def ask(self, kind: str = "response_required") -> tuple[str, dict[str, Any]]:
        self.id += 1
        self.send(kind, response_id=self.id, transcript=self.transcript)
        return self.hear()

    def say(self, words: str) -> tuple[str, dict[str, Any]]:
        self.transcript.append({"role": "user", "content": words})
        return self.ask()


@contextmanager
def call(server: Server, path: str, details: dict[str, Any] | None = None) -> Iterator[Line]:
    line = Line(server, path)
    line.send("call_details", call=details or {"call_id": path, "from_number": "+13125550123", "to_number": "+13125550100"})
    try:
        yield line
    finally:
        line.socket.close()
        line.socket.shutdown()


def test_the_end_of_a_transcript_is_read() -> None:
    transcript = [
        {"role": "agent", "content": "Hello."},
        {"role": "user", "content": "hi"},
        {"role": "agent", "content": "How many?"},
        {"role": "user", "content": "five"},
        {"role": "user", "content": "no six", "words": [{"word": "no", "start": 1.0}]},
    ]

    assert spoken(transcript) == Spoken(words="five no six", before="How many?", at=2)
    assert spoken(transcript[:3]) == Spoken(words="hi", before="Hello.", after="How many?", at=1)
    assert spoken(transcript[:1]) == Spoken(after="Hello.")


@pytest.mark.parametrize(
    "odd", [None, 7, "text", [], [None, 3, {}], [{"role": "user"}], [{"role": "user", "content": None}], [{"content": "x"}]]
)
def test_what_is_no_transcript_says_nothing(odd: object) -> None:
    assert spoken(odd) == Spoken()


def test_a_call_says_the_same_words_as_over_http_and_ends(shipped: Server) -> None:
    words = ("yes speaking", "four five one two", "yes", "I authorise")
    prepare(shipped, "retell-debt", "debt_collection_call", DEBT)
    prepare(shipped, "retell-sse", "debt_collection_call", DEBT)

    with call(shipped, "retell-debt?token=k1") as line:
        heard = [line.hear()[0]]
        for one in words:
            said, last = line.say(one)
            heard.append(said)

    assert heard == by_openai(shipped, "retell-sse", *words, stream=True)
    assert "end_call" not in last or last["end_call"] is False
    assert (view(shipped, "retell-debt")["step"], view(shipped, "retell-debt")["ended"]) == ("take_payment", True)


def test_the_key_may_stand_in_the_path(shipped: Server) -> None:
    with call(shipped, "k1/retell-path?flow=welcome") as line:
        assert line.hear()[0]
        line.say("yes please")
        said, last = line.say("no thank you")

    assert said == "Thank you for calling. Goodbye."
    assert last["end_call"] is True


@pytest.mark.parametrize("path", ["retell-no", "wrong/retell-no", "retell-no?token=wrong"])
def test_without_a_key_nothing_opens(shipped: Server, path: str) -> None:
    with pytest.raises(websocket.WebSocketBadStatusException) as refused:
        Line(shipped, path)

    assert refused.value.status_code == 401
    assert "/wrong" not in shipped.log.read_text()


def test_a_call_for_a_flow_that_is_not_there_is_no_silence(shipped: Server) -> None:
    with call(shipped, "k1/retell-typo?flow=welcom") as line:
        assert line.hear()[0].startswith("I am sorry")

    assert "unknown_flow: There is no flow 'welcom'." in shipped.log.read_text()


def test_a_reminder_is_a_silence_and_leaves_no_trace_in_the_transcript(shipped: Server) -> None:
    with call(shipped, "k1/retell-silent?flow=welcome") as line:
        opening, _ = line.hear()
        first, _ = line.ask("reminder_required")
        second, _ = line.ask("reminder_required")
        line.say("yes please")

        assert len({opening, first, second}) == 3
        assert (view(shipped, "retell-silent")["turns"], view(shipped, "retell-silent")["step"]) == (3, "explain")


def test_a_newer_id_with_longer_words_takes_the_turn_back(server: Server) -> None:
    with call(server, "k1/retell-longer") as line:
        line.hear()
        line.transcript.append({"role": "user", "content": "yes"})
        line.send("response_required", response_id=1, transcript=line.transcript)
        line.transcript[-1] = {"role": "user", "content": "yes I think so"}
        line.id = 2
        line.send("response_required", response_id=2, transcript=line.transcript)
        while (message := line.read())["response_id"] != 2 or not message["content_complete"]:
            pass

        assert view(server, "retell-longer")["turns"] == 1


def test_a_new_socket_goes_on_with_the_call(server: Server) -> None:
    with call(server, "k1/retell-again") as line:
        line.hear()
        before, _ = line.ask("reminder_required")
        transcript = line.transcript
        line.socket.sock.close()

    with call(server, "k1/retell-again") as line:
        line.transcript, line.id = transcript, 4
        after, _ = line.ask("reminder_required")

    assert before != after
    assert view(server, "retell-again")["turns"] >= 2


def found(line: Line) -> Line:
    """*line* when its call has been found, and goes on here: it is answered then."""
    line.send("ping_pong", timestamp=1)
    line.read("ping_pong")
    return line


@pytest.mark.parametrize("answered", [False, True], ids=["before a word on the new one", "after a turn on the new one"])
def test_a_socket_that_another_has_replaced_does_not_end_the_call(server: Server, answered: bool) -> None:
    id = f"retell-two-{answered}"
    with call(server, f"k1/{id}") as oldest:
        oldest.hear()
        with ExitStack() as lines:
            older, newest = (found(lines.enter_context(call(server, f"k1/{id}"))) for _ in range(2))
            if answered:
                newest.transcript = [*oldest.transcript, {"role": "user", "content": "hm"}]
                newest.send("response_required", response_id=7, transcript=newest.transcript)
                while newest.read()["response_id"] != 7:
                    pass
            before = shown(server, "steering_sockets_closed_total")

            oldest.socket.close()
            older.socket.close()

            eventually(lambda: shown(server, "steering_sockets_closed_total") == before + 2)
            assert not view(server, id)["ended"]

        eventually(lambda: bool(view(server, id)["ended"]))


def test_a_closed_call_is_over(server: Server) -> None:
    with call(server, "k1/retell-over") as line:
        line.hear()
        line.say("hm")

    until = time.monotonic() + 60
    while not (ended := view(server, "retell-over")["ended"]) and time.monotonic() < until:
        time.sleep(0.05)
    assert ended


def test_the_call_details_choose_the_flow_and_a_person_is_a_transfer(shipped: Server) -> None:
    details = {
        "call_id": "retell-clinic",
        "agent_id": "x",
        "direction": "inbound",
        "from_number": "+13125550123",
        "to_number": "+13125550142",
    }
    with call(shipped, "k1/retell-clinic", details) as line:
        opening, _ = line.hear()
        said, last = line.say("operator please")

        assert "Oak Street Clinic" in opening
        assert "connect you" in said
        assert last["transfer_number"] == "+13125550100"
        assert "end_call" not in last
    assert view(shipped, "retell-clinic")["flow"] == "clinic_inbound"


def test_variables_of_the_call_are_facts_that_the_flow_needs(shipped: Server) -> None:
    details = {"retell_llm_dynamic_variables": {**DEBT, "mood": "good"}, "metadata": {"campaign": 7}, "direction": "outbound"}
    with call(shipped, "k1/retell-facts?flow=debt_collection_call", details) as line:
        opening, _ = line.hear()

        assert "May I speak with Maria Lopez?" in opening
        assert view(shipped, "retell-facts")["facts"]["account_ssn4"] == "…"


DETAILS: dict[str, Any] = {
    "call_id": "c",
    "agent_id": "a",
    "direction": "inbound",
    "from_number": "+1",
    "to_number": "+1",
    "metadata": {},
    "retell_llm_dynamic_variables": {},
}


@pytest.mark.parametrize("name", DETAILS)
@pytest.mark.parametrize("value", [None, 7, [], {"a": [None]}])
def test_details_that_are_absent_or_null_or_odd_are_met(name: str, value: object) -> None:
    read = call_from_details({**DETAILS, name: value})

    assert read.keys() == call_from_details({key: one for key, one in DETAILS.items() if key != name}).keys()
    assert all(isinstance(one, str) for one in read["facts"].values())


ODD = [
    "",
    "null",
    "7",
    "[]",
    "{",
    "{}",
    '{"interaction_type": null}',
    '{"interaction_type": "something new", "transcript": []}',
    '{"interaction_type": "update_only", "transcript": null}',
    '{"interaction_type": "response_required", "response_id": null, "transcript": []}',
    '{"interaction_type": "response_required", "response_id": "x"}',
    '{"interaction_type": "call_details", "call": null}',
    '{"interaction_type": "ping_pong", "timestamp": null}',
    '{"interaction_type": 7, "interaction_type": 8}',
    "[" * 5000,
]


def test_odd_messages_are_passed_over_and_the_call_goes_on(server: Server) -> None:
    with call(server, "k1/retell-odd") as line:
        line.hear()
        for odd in ODD:
            line.socket.send(odd)

        assert line.say("yes")[0]


@pytest.mark.parametrize("missing", ["transcript", "response_id"])
def test_a_field_that_is_absent_or_null_is_met(server: Server, missing: str) -> None:
    with call(server, f"k1/retell-{missing}") as line:
        line.hear()
        for event in ({}, {missing: None}):
            fields = {"response_id": 3, "transcript": line.transcript, **event}
            if not event:
                del fields[missing]
            line.send("response_required", **fields)
        line.send("ping_pong", timestamp=1703302407333)

        assert line.read("ping_pong")["timestamp"] == 1703302407333


def test_a_binary_message_closes_the_socket(server: Server) -> None:
    with call(server, "k1/retell-binary") as line:
        line.hear()
        line.socket.send_binary(b"\0")

        opcode, data = line.socket.recv_data(control_frame=True)
        assert (opcode, int.from_bytes(data[:2], "big")) == (websocket.ABNF.OPCODE_CLOSE, 1003)
