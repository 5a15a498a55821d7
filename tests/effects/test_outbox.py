"""What leaves a call by webhook: signed, once, when it stands; and what becomes of it when nobody listens."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from standardwebhooks import Webhook

from steering.cli import main
from steering.loader.shelf import Shelf
from steering.outbox import BATCH, LEASE, PAUSES, Outbox
from steering.service import Steering
from steering.store import open_store
from steering.webhooks import secrets
from steering.writing import PATIENCE
from tests.docs.pages import ROOT, blocks

from .conftest import Calls
from .stub import Send, Stub, hangs_up, says, stub

OLD, NEW = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
OK = says("", "204 No Content")


def outbox(calls: Calls, host: Stub | None, *secret: str) -> Outbox:
    url = f"{host.url}/hooks" if host else ""
    return Outbox(calls.steering, url=url, keys=secrets(secret or (NEW,)), hosts=("127.0.0.1",))


def message(request: bytes, secret: str = NEW) -> tuple[str, dict[str, Any]]:
    """The id and the content of a webhook, as the receiver's own library takes it."""
    head, _, body = request.partition(b"\r\n\r\n")
    lines = (line.partition(": ") for line in head.decode().split("\r\n")[1:])
    headers = {name.lower(): value for name, _, value in lines}
    Webhook(secret).verify(body, headers)
    return headers["webhook-id"], json.loads(body)


def messages(host: Stub) -> list[tuple[str, dict[str, Any]]]:
    return [message(one) for one in host.requests]


def test_an_opt_out_is_told_at_once_and_signed(calls: Calls) -> None:
    with stub(OK) as host:
        box = outbox(calls, host)
        calls.steering.put("acme", "call", flow="visit", facts={"first_name": "Maria", "account": "4512"}, number="+13125550177")
        calls.hear("stop calling me")

        assert box.deliver() == 1

        ((_, told),) = messages(host)
    view = calls.steering.get("acme", "call")
    assert view is not None
    assert told["type"] == "call.recorded"
    assert told["data"] == {
        "session": "call",
        "owner": "acme",
        "incarnation": 1,
        "flow": "visit",
        "flow_hash": view.flow_hash,
        "turn": 1,
        "step": "opt_out",
        "number": "+13125550177",
        "facts": {"first_name": "Maria"},
        "recorded": "do_not_call",
    }
    assert calls.statuses()["1:record:do_not_call"] == "done"
    assert "told" in calls.events()
    assert box.deliver() == 0


def test_an_opt_out_after_the_last_words_is_told_too(calls: Calls) -> None:
    with stub(OK) as host:
        box = outbox(calls, host)
        calls.hear("no")
        calls.clock.now += 30
        while box.deliver():
            pass
        calls.hear("wait stop calling me")

        assert box.deliver() == 1

        told = [one["data"] for _, one in messages(host) if one["data"].get("recorded") == "do_not_call"]
    assert [(one["turn"], one["step"]) for one in told] == [(2, "wrong")]


def test_a_call_tells_that_it_was_handed_on_and_how_it_ended(calls: Calls) -> None:
    (calls.folder / "numbers.yaml").write_text("hand_offs:\n  front_desk: +1 312 555 0100\n")
    with stub(OK) as host:
        box = outbox(calls, host)
        calls.hear("yes", "agent")
        calls.clock.now += 30
        while box.deliver():
            pass
        told = {one["type"]: one["data"] for _, one in messages(host)}

    assert set(told) == {"call.recorded", "call.handed_off", "call.ended"}
    assert (told["call.handed_off"]["hand_to"], told["call.handed_off"]["target"]) == ("front_desk", "+13125550100")
    assert (told["call.ended"]["outcome"], told["call.ended"]["step"]) == ("hand_to", "desk")
    assert (told["call.recorded"]["turn"], told["call.ended"]["turn"]) == (1, 2)


def test_a_caller_who_hangs_up_ends_the_call(calls: Calls) -> None:
    with stub(OK) as host:
        box = outbox(calls, host)
        calls.hear()
        calls.steering.hung_up("acme", "call")
        calls.steering.hung_up("acme", "call")
        calls.clock.now += 30
        while box.deliver():
            pass
        told = [one["data"]["outcome"] for _, one in messages(host)]

    assert told == ["hangs up"]


def test_every_secret_signs_so_that_a_receiver_may_know_either(calls: Calls) -> None:
    with stub(OK) as host:
        box = outbox(calls, host, OLD, NEW)
        calls.hear("stop calling")
        box.deliver()

        assert message(host.requests[0], OLD) == message(host.requests[0], NEW)


def test_a_hand_off_to_a_web_address_is_told_there_too(calls: Calls) -> None:
    with stub(OK) as host, stub(OK) as desk:
        (calls.folder / "numbers.yaml").write_text(f"hand_offs:\n  front_desk: {desk.url}/desk\n")
        box = outbox(calls, host)
        calls.hear("agent")
        calls.clock.now += 9
        box.deliver()

        assert messages(desk) == messages(host)
        assert messages(desk)[0][1]["type"] == "call.handed_off"


def test_one_that_does_not_listen_keeps_nothing_from_the_other(calls: Calls) -> None:
    with stub(OK) as host, stub(says("", "500 Internal Server Error")) as desk:
        (calls.folder / "numbers.yaml").write_text(f"hand_offs:\n  front_desk: {desk.url}/desk\n")
        box = outbox(calls, host)
        calls.hear("agent")
        calls.clock.now += 9
        box.deliver()

        assert messages(desk) == messages(host)
        assert [one.reason for one in box.waiting("acme") if one.tries] == ["status_500"]


def test_what_is_sealed_under_another_key_waits_for_the_right_one(tmp_path: Path) -> None:
    calls = Calls(tmp_path, "sqlite")
    with stub(OK) as host:
        outbox(calls, host)
        calls.hear("stop calling")
        calls.store.close()
        database = f"sqlite:///{tmp_path}/calls.db"
        wrong = open_store(database, master_key="00" * 32)
        box = Outbox(Steering(Shelf(tmp_path), wrong, clock=calls.clock), url=host.url, keys=secrets([NEW]))
        box.deliver()
        assert host.requests == []
        assert [(one.tries, one.reason) for one in box.waiting("acme") if one.reason] == [(0, "sealed")]
        wrong.close()

        right = open_store(database, master_key=None)
        calls.clock.now += 3601
        again = Outbox(Steering(Shelf(tmp_path), right, clock=calls.clock), url=host.url, keys=secrets([NEW]))
        while again.deliver():
            pass
        assert len(host.requests) == 2
        assert again.waiting("acme") == []
        right.close()


def test_a_web_address_of_a_hand_off_must_be_on_the_list(calls: Calls) -> None:
    with stub(OK) as desk:
        (calls.folder / "numbers.yaml").write_text(f"hand_offs:\n  front_desk: http://localhost:{desk.port}/desk\n")
        box = outbox(calls, None)
        calls.hear("agent")
        calls.clock.now += 9
        box.deliver()

        assert desk.requests == []
        assert [(one.type, one.reason) for one in box.waiting("acme")] == [("call.handed_off", "host_not_allowed")]


def test_without_an_address_nothing_is_queued(calls: Calls) -> None:
    box = outbox(calls, None)
    calls.hear("yes", "stop calling")

    assert box.waiting("acme") == []


# ---- when nobody listens


@pytest.mark.parametrize("trouble", [hangs_up, says("", "500 Internal Server Error"), says("", "302 Found", Location="http://127.0.0.1/")])
def test_what_was_not_taken_is_told_again_with_the_same_id(calls: Calls, trouble: Any) -> None:
    with stub(trouble, OK) as host:
        box = outbox(calls, host)
        calls.hear("stop calling")
        assert box.deliver() == 1
        assert box.deliver() == 0
        calls.clock.now += PAUSES[0]
        # What follows the opt-out must not change what was said of it.
        calls.hear(id="other")
        box.deliver()

        first, second = messages(host)
    assert first == second


def test_a_day_without_an_answer_is_given_up_and_can_be_tried_again(calls: Calls) -> None:
    with stub(says("", "503 Service Unavailable")) as host:
        box = outbox(calls, host)
        began = calls.clock.now
        calls.hear("stop calling")
        pauses = [0.0, *PAUSES]
        for pause in pauses:
            assert [one.due for one in box.waiting("acme") if one.type == "call.recorded"] != [None]
            calls.clock.now += pause
            box.deliver()
        assert 23 * 3600 < calls.clock.now - began <= 24 * 3600

        dead = next(one for one in box.waiting("acme") if one.type == "call.recorded")
        assert (dead.due, dead.tries, dead.reason) == (None, len(pauses), "status_503")
        assert calls.statuses()["1:record:do_not_call"] == "dead"
        assert "not_told" in calls.events()
        assert box.waiting("beta") == []
        assert box.retry("beta") == 0

        assert box.retry("acme") >= 1
        assert next(one for one in box.waiting("acme") if one.type == "call.recorded").due is not None


def test_a_receiver_that_wants_no_more_is_left_alone(calls: Calls) -> None:
    with stub(says("", "410 Gone")) as host:
        box = outbox(calls, host)
        calls.hear("stop calling")
        box.deliver()

        assert [(one.due, one.reason) for one in box.waiting("acme") if one.tries] == [(None, "status_410")]


@pytest.mark.parametrize(("after", "wait"), [("120", 120), ("1", PAUSES[0]), ("99999999", 3600), ("tomorrow", PAUSES[0])])
def test_a_receiver_may_ask_for_more_time_within_an_hour(calls: Calls, after: str, wait: float) -> None:
    with stub(says("", "429 Too Many Requests", Retry_After=after)) as host:
        box = outbox(calls, host)
        calls.hear("stop calling")
        box.deliver()

        assert [one.due for one in box.waiting("acme") if one.tries] == [calls.clock.now + wait]


def test_a_process_that_died_with_a_delivery_leaves_it_to_the_next(calls: Calls) -> None:
    with stub(OK) as host:
        box = outbox(calls, host)
        calls.hear("stop calling")

        def die(told: object) -> tuple[str, float]:
            raise KeyboardInterrupt

        dying = outbox(calls, host)
        dying._tell = die  # type: ignore[method-assign,assignment]
        with pytest.raises(KeyboardInterrupt):
            dying.deliver()
        assert box.deliver() == 0
        calls.clock.now += LEASE
        assert box.deliver() >= 1

        assert len([one for one in messages(host) if one[1]["type"] == "call.recorded"]) == 1


def test_what_one_has_taken_another_does_not(calls: Calls) -> None:
    with stub(OK) as host:
        boxes = [outbox(calls, host) for _ in range(3)]
        for i in range(BATCH + 4):
            calls.hear("stop calling", id=f"call-{i}")
        for box in boxes:
            box.deliver()

        ids = [id for id, _ in messages(host)]
    assert len(ids) == len(set(ids)) == BATCH + 4


def test_what_a_call_had_to_say_is_erased_with_it(calls: Calls) -> None:
    with stub(OK) as host:
        box = outbox(calls, host)
        calls.hear("stop calling")
        calls.steering.delete("acme", "call")
        calls.clock.now += 200
        while box.deliver():
            pass

        assert host.requests == []
        assert box.waiting("acme") == []


# ---- taken back


def test_what_is_taken_back_before_the_caller_speaks_on_is_never_told(calls: Calls) -> None:
    with stub(OK) as host:
        box = outbox(calls, host)
        calls.hear("yes")
        assert calls.statuses() == {"1:record:reached": "held"}
        box.deliver()
        calls.lengthen("well no she is not here, agent")
        calls.clock.now += 200
        while box.deliver():
            pass

        assert "reached" not in [one["data"].get("recorded") for _, one in messages(host)]
    assert calls.statuses()["1:record:reached"] == "cancelled"


def test_what_was_told_and_then_taken_back_is_recorded_so(calls: Calls) -> None:
    with stub(OK) as host:
        box = outbox(calls, host)
        calls.hear("yes")
        calls.clock.now += 31
        box.deliver()
        assert [one["data"]["recorded"] for _, one in messages(host)] == ["reached"]
        calls.lengthen("well no she is not here, agent")

    assert calls.statuses()["1:record:reached"] == "revised"
    assert "revised_after_effect" in calls.events()


def test_what_is_taken_back_while_it_is_told_is_recorded_so(calls: Calls) -> None:
    def takes_back(request: bytes, send: Send) -> None:
        calls.lengthen("well no she is not here, agent")
        OK(request, send)

    with stub(takes_back, OK) as host:
        box = outbox(calls, host)
        calls.hear("yes")
        calls.clock.now += 31
        box.deliver()

    assert calls.statuses()["1:record:reached"] == "revised"
    assert "revised_after_effect" in calls.events()


def test_what_is_said_again_after_all_is_told_once(calls: Calls) -> None:
    with stub(OK) as host:
        box = outbox(calls, host)
        calls.hear("yes")
        calls.lengthen("well no she is not here, agent")
        calls.shorten("yes")
        assert calls.statuses()["1:record:reached"] == "held"
        calls.hear("no")
        calls.clock.now += 200
        while box.deliver():
            pass

        recorded = [one["data"]["recorded"] for _, one in messages(host) if one["type"] == "call.recorded"]
        assert recorded == ["reached"]
    assert calls.statuses()["1:record:reached"] == "done"


def test_what_two_versions_of_a_turn_both_record_is_told_once(calls: Calls) -> None:
    with stub(OK) as host:
        box = outbox(calls, host)
        calls.hear("yes")
        calls.lengthen("it is me")
        calls.hear("no")
        calls.clock.now += 200
        while box.deliver():
            pass

        recorded = [one["data"]["recorded"] for _, one in messages(host) if one["type"] == "call.recorded"]
    assert recorded == ["reached"]


def test_the_next_words_of_the_caller_make_a_record_stand(calls: Calls) -> None:
    with stub(OK) as host:
        box = outbox(calls, host)
        calls.hear("yes", "no")
        box.deliver()

        assert [one["data"].get("recorded") for _, one in messages(host)] == ["reached"]


def test_an_opt_out_is_told_even_when_the_caller_goes_on_talking(calls: Calls) -> None:
    with stub(OK) as host:
        box = outbox(calls, host)
        calls.hear("stop calling")
        calls.lengthen("or no wait, agent")
        box.deliver()

        assert "do_not_call" in [one["data"].get("recorded") for _, one in messages(host)]


@pytest.mark.parametrize(
    "secret", ["", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_not base64!", "whsec_" + "A" * 100]
)
def test_what_is_no_secret_is_refused_without_being_told(secret: str) -> None:
    with pytest.raises(ValueError, match="24 to 64 bytes") as error:
        secrets([secret])

    assert len(secret) < 10 or secret not in str(error.value)


def test_the_message_in_the_docs_is_one(calls: Calls) -> None:
    (shown,) = blocks(ROOT / "docs" / "webhooks.md", "json")
    with stub(OK) as host:
        box = outbox(calls, host)
        calls.hear("stop calling")
        box.deliver()
        ((_, told),) = messages(host)

    documented = json.loads(shown)
    assert documented.keys() == told.keys()
    assert documented["data"].keys() == told["data"].keys()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", told["timestamp"])


def test_the_times_in_the_docs_are_those_of_the_outbox() -> None:
    page = " ".join((ROOT / "docs" / "webhooks.md").read_text().split())

    assert PAUSES == (5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800, 28_800)
    assert "after 5 and 30 seconds, 2, 10 and 30 minutes, 1, 2, 4, 8 and 8 hours, then given up" in page
    assert f"after {PATIENCE['on_ack']:.0f} seconds" in page
    assert f"{PATIENCE['on_end']:.0f} seconds after it" in page


def test_the_command_shows_what_was_given_up_and_tries_it_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    calls = Calls(tmp_path, "sqlite")
    with stub(says("", "410 Gone")) as host:
        box = outbox(calls, host)
        calls.hear("stop calling")
        box.deliver()
    calls.store.close()
    database = ["--database", f"sqlite:///{tmp_path}/calls.db", "--owner", "acme"]

    assert main(["outbox", *database]) == 1
    shown = capsys.readouterr().out
    assert main(["outbox", *database, "--retry"]) == 0
    again = capsys.readouterr().out

    assert re.search(r"^evt_[0-9a-f]{32}  call\.recorded  call  tried 1 time  status_410$", shown, re.MULTILINE)
    assert shown.endswith("1 waiting, 1 given up, of 'acme'\n")
    assert again == "1 webhook will be tried again by the server.\n2 waiting, 0 given up, of 'acme'\n"


def test_the_command_says_whose_webhooks_it_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    calls = Calls(tmp_path, "sqlite")
    calls.hear("stop calling")
    calls.store.close()

    assert main(["outbox", "--database", f"sqlite:///{tmp_path}/calls.db"]) == 0

    assert capsys.readouterr().out == "0 waiting, 0 given up, of calls taken without a named key (for others write --owner)\n"
