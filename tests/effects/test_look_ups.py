"""Look-ups of flows against hosts as they are: asked again when that is safe, never where they may not be asked."""

from __future__ import annotations

import gzip
import json
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steering.core.turn import Effect, Result
from steering.history import Message
from steering.loader.shelf import Shelf
from steering.look_ups import LookUps, kept
from steering.reach import Hosts
from steering.service import Answer, History, Steering, Waiting
from steering.store.memory import MemoryStore

from .stub import Send, Stub, hangs_up, says, stub

GOOD = '{"first": "2026-11-24T09:30"}'
KEEP = (("slot", "first"),)
Call = Callable[[str], tuple[str, list[dict[str, object]]]]
ANSWERED = Result(key="k", ok=True, values={"slot": "2026-11-24T09:30"})


def asked(host: Stub | str, hosts: tuple[str, ...] = ("127.0.0.1",), **changes: object) -> Result:
    url = host if isinstance(host, str) else f"{host.url}/slots"
    return LookUps(hosts).ask(Effect(**({"kind": "get", "key": "k", "name": "slots", "url": url, "keep": KEEP} | changes)))  # type: ignore[arg-type]


def refused(reason: str) -> Result:
    return Result(key="k", ok=False, reason=reason)


# ---- asked again


@pytest.mark.parametrize(
    "trouble",
    [
        hangs_up,
        says("", "503 Service Unavailable"),
        says("", "502 Bad Gateway"),
        says("", "504 Gateway Timeout"),
        says("", "429 Too Many Requests"),
        says("", "429 Too Many Requests", Retry_After="0"),
        lambda request, send: send(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"),
    ],
    ids=["hangs up", "503", "502", "504", "429", "429 with a time", "cut short"],
)
def test_a_get_is_asked_again_after_trouble_on_the_way(trouble: Callable[[bytes, Send], None]) -> None:
    with stub(trouble, says(GOOD)) as host:
        assert asked(host) == ANSWERED
        assert len(host.requests) == 2


def test_a_get_is_asked_three_times_at_most() -> None:
    with stub(says("", "503 Service Unavailable")) as host:
        assert asked(host, within=30.0) == refused("status_503")
        assert len(host.requests) == 3


@pytest.mark.parametrize("after", ["3600", "Sat, 21 Nov 2026 10:00:00 GMT", "99999999999"])
def test_a_get_is_not_asked_again_when_the_host_wants_to_be_left_alone_for_longer(after: str) -> None:
    with stub(says("", "429 Too Many Requests", Retry_After=after), says(GOOD)) as host:
        assert asked(host) == refused("status_429")
        assert len(host.requests) == 1


@pytest.mark.parametrize("status", ["500 Internal Server Error", "401 Unauthorized", "403 Forbidden"])
def test_an_answer_that_would_be_the_same_again_is_not_asked_for_again(status: str) -> None:
    with stub(says("", status), says(GOOD)) as host:
        assert asked(host) == refused(f"status_{status[:3]}")
        assert len(host.requests) == 1


@pytest.mark.parametrize("status", ["404 Not Found", "409 Conflict", "422 Unprocessable Content"])
def test_a_no_of_the_host_is_an_answer(status: str) -> None:
    with stub(says("{}", status)) as host:
        assert asked(host) == Result(key="k", ok=False)


@pytest.mark.parametrize("trouble", [hangs_up, says("", "503 Service Unavailable"), says("", "502 Bad Gateway")])
def test_a_post_that_may_have_been_taken_is_not_sent_again(trouble: Callable[[bytes, Send], None]) -> None:
    with stub(trouble, says(GOOD)) as host:
        assert not asked(host, kind="post", body={"day": "monday"}).ok
        assert len(host.requests) == 1


def test_a_post_that_was_not_taken_is_sent_again_with_the_same_key() -> None:
    with stub(says("", "429 Too Many Requests"), says(GOOD)) as host:
        assert asked(host, kind="post", body={"day": "monday"}, token="t0k") == ANSWERED
        first, second = host.requests
        assert first == second
        assert b"Idempotency-Key: t0k\r\n" in first
        assert first.endswith(b'\r\n\r\n{"day": "monday"}')


def test_a_host_that_is_down_is_unreachable() -> None:
    with stub(says(GOOD)) as host:
        url = host.url
    assert asked(f"{url}/slots") == refused("unreachable")


# ---- slow and talkative


def never(request: bytes, send: Send) -> None:
    threading.Event().wait(20)


def drips(request: bytes, send: Send) -> None:
    send(b"HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n")
    while True:
        send(b" ")
        threading.Event().wait(0.02)


def drips_headers(request: bytes, send: Send) -> None:
    send(b"HTTP/1.1 200 OK\r\n")
    while True:
        send(b"X-More: 1\r\n")
        threading.Event().wait(0.02)


def pours(request: bytes, send: Send) -> None:
    send(b"HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n")
    for _ in range(1600):
        send(b" " * 65536)


def pours_in_chunks(request: bytes, send: Send) -> None:
    send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(1600):
        send(b"10000\r\n" + b" " * 65536 + b"\r\n")


@pytest.mark.parametrize(
    ("play", "reason"),
    [(never, "timeout"), (drips, "timeout"), (drips_headers, "timeout"), (pours, "too_large"), (pours_in_chunks, "too_large")],
)
def test_a_slow_or_endless_answer_is_not_waited_for(play: Callable[[bytes, Send], None], reason: str) -> None:
    with stub(play) as host:
        assert asked(host, within=0.4 if reason == "timeout" else 20.0) == refused(reason)
        assert len(host.requests) == 1


# ---- lies


@pytest.mark.parametrize(
    "body",
    [
        "<html>Welcome</html>",
        "",
        "{",
        "[" * 100_000,
        '{"first":' * 100_000,
        '{"first": NaN}',
        b"\xff\xfe",
        json.dumps({"first": "x" * 501}),
    ],
    ids=["html", "nothing", "cut", "deep", "deeper", "not a number", "not utf-8", "long"],
)
def test_an_answer_that_cannot_be_used_is_said_to_be_none(body: str | bytes) -> None:
    with stub(says(body)) as host:
        assert asked(host) == refused("bad_answer")


@pytest.mark.parametrize("body", ["{}", "[]", "null", '"first"', "3", '{"first": null}', '{"first": {}}', '{"first": ["a"]}'])
def test_an_answer_without_its_field_is_no(body: str) -> None:
    with stub(says(body)) as host:
        assert asked(host) == Result(key="k", ok=False)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1250.50", "1250.50"),
        ("12", "12"),
        ("-0.0", "-0.0"),
        ("9" * 400, "9" * 400),
        ("true", "yes"),
        ("false", "no"),
        ('"a\\u0000b\\n c"', "a b c"),
        ('"\\ud800x"', "x"),
        ('"\\u202eevil"', "evil"),
    ],
)
def test_a_value_is_kept_as_it_was_sent_and_can_be_stored(written: str, value: str) -> None:
    with stub(says(f'{{"first": {written}}}')) as host:
        found = asked(host)

    assert found.values == {"slot": value}
    json.dumps(found.values, ensure_ascii=False).encode()


def test_a_compressed_answer_is_not_unpacked() -> None:
    bomb = gzip.compress(gzip.compress(b" " * (10 << 20)))
    with stub(says(bomb, Content_Encoding="gzip")) as host:
        assert asked(host) == refused("encoded")
        assert b"Accept-Encoding: identity\r\n" in host.requests[0]


@given(st.recursive(st.none() | st.booleans() | st.text(max_size=5), lambda one: st.lists(one) | st.dictionaries(st.text(max_size=3), one)))
def test_whatever_json_comes_is_kept_as_texts_or_not_at_all(answer: object) -> None:
    values = kept(answer, (("a", "a"), ("b", "a.b")))

    assert values is None or all(isinstance(value, str) for value in values.values())


# ---- where it may ask


@pytest.mark.parametrize(
    "location",
    ["http://169.254.169.254/latest/meta-data/", "http://127.0.0.1:{port}/secret", "http://[::1]/", "//10.0.0.1/"],
)
def test_a_redirect_is_not_followed(location: str) -> None:
    with stub(says(GOOD)) as other, stub(says("", "302 Found", Location=location.format(port=other.port))) as host:
        assert asked(host) == refused("status_302")
        assert other.requests == []


@pytest.mark.parametrize(
    "url",
    [
        "http://other.example.com/",
        "http://crm.example.com.evil.com/",
        "http://user@crm.example.com/",
        "http://crm.example.com@evil.com/",
        "http://evil.com\\@crm.example.com/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "file:///etc/passwd",
        "ftp://crm.example.com/",
        "http:///slots",
        "http://crm.example.com:99999/",
        "",
    ],
)
def test_a_host_that_is_not_listed_is_not_asked(url: str) -> None:
    found = LookUps(("crm.example.com",), nobody).ask(Effect(kind="get", key="k", name="slots", url=url))

    assert found.reason in ("host_not_allowed", "bad_address")


def nobody(host: str, port: int) -> list[str]:
    raise AssertionError(f"{host} was looked up")


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255"),
        *(
            "::1",
            "::",
            "fe80::1",
            "fd00:ec2::254",
            "::ffff:169.254.169.254",
            "64:ff9b::a9fe:a9fe",
            "2002:a9fe:a9fe::",
            "::7f00:1",
            "ff02::1",
        ),
    ],
)
def test_a_listed_name_is_not_asked_at_an_address_that_is_not_public(address: str) -> None:
    def resolve(host: str, port: int) -> list[str]:
        return ["93.184.216.34", address]

    found = LookUps(("crm.example.com",), resolve).ask(Effect(kind="get", key="k", name="slots", url="http://crm.example.com/"))

    assert found == refused("private_address")


def test_a_private_name_is_asked_when_the_operator_says_so() -> None:
    with stub(says(GOOD)) as host:
        effect = Effect(kind="get", key="k", name="slots", url=f"http://Booking.internal.:{host.port}/a b?q=ü", keep=KEEP)

        found = LookUps((f"private:booking.internal:{host.port}",), lambda name, port: ["127.0.0.1"]).ask(effect)

        assert found == ANSWERED
        assert host.requests[0].startswith(b"GET /a%20b?q=%C3%BC HTTP/1.1\r\n")


def test_a_name_is_looked_up_once_and_its_checked_address_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    dialled: list[str] = []
    names = iter([["93.184.216.34"], ["127.0.0.1"]])

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        dialled.append(address)
        raise TimeoutError

    monkeypatch.setattr("steering.reach.connect", connect)

    LookUps(("crm.example.com",), lambda host, port: next(names)).ask(
        Effect(kind="get", key="k", name="slots", url="https://crm.example.com/")
    )

    assert dialled == ["93.184.216.34"]


def test_a_name_is_not_looked_up_again_while_its_address_answers() -> None:
    looked_up: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"]

    look_ups = LookUps(("private:booking.internal",), resolve)
    with stub(says(GOOD)) as host:
        effect = Effect(kind="get", key="k", name="slots", url=f"http://booking.internal:{host.port}/", keep=KEEP)
        assert [look_ups.ask(effect) for _ in range(3)] == [ANSWERED] * 3
    assert looked_up == ["booking.internal"]

    # Nobody answers there any more: each try looks again.
    assert look_ups.ask(effect) == refused("unreachable")
    assert len(looked_up) > 2


def test_a_resolver_that_does_not_answer_is_not_waited_for() -> None:
    over = threading.Event()

    def resolve(host: str, port: int) -> list[str]:
        over.wait(20)
        return ["93.184.216.34"]

    effect = Effect(kind="get", key="k", name="slots", url="http://crm.example.com/", within=0.2)
    assert LookUps(("crm.example.com",), resolve).ask(effect) == refused("timeout")
    over.set()


@pytest.mark.parametrize(
    "entry", ["https://crm.example.com", "crm.example.com/path", "a b", "crm:port", "user@crm", "", "private:", "ü..ü"]
)
def test_what_is_no_host_cannot_be_listed(entry: str) -> None:
    with pytest.raises(ValueError, match="is no host"):
        Hosts([entry])


def test_a_listed_port_is_the_only_one() -> None:
    hosts = Hosts(["crm.example.com:8443", "[::1]:80", "Bücher.example"])

    assert hosts.listed("crm.example.com", 8443)
    assert not hosts.listed("crm.example.com", 443)
    assert hosts.listed("::1", 80)
    assert hosts.listed("xn--bcher-kva.example", 443)


# ---- in a call

FLOW = """\
flow: booking
checks:
  find:
    get: {url}/slots?day={{{{ day }}}}
    within: 1 second
    keep: slot from first
    sample: {{"first": "2026-11-24T09:30"}}
steps:
  ask:
    ask: What day?
    collect: day, text
    check: find
    if_ok: booked
    if_failed: sorry
  booked:
    end: You are booked.
  sorry:
    end: I could not book that.
"""


@pytest.fixture
def calls(tmp_path: Path) -> Call:
    def call(url: str) -> tuple[str, list[dict[str, object]]]:
        """What is said after the look-up, and the audit events of the call."""
        (tmp_path / "booking.yaml").write_text(FLOW.format(url=url))
        steering = Steering(Shelf(tmp_path), MemoryStore(), look_up_hosts=("127.0.0.1",))
        opening = steering.take(History(session_id="c"))
        assert isinstance(opening, Answer)
        history = (Message(role="assistant", text=" ".join(opening.lines)), Message(role="caller", text="next monday"))
        waiting = steering.take(History(session_id="c", messages=history))
        assert isinstance(waiting, Waiting)
        answer = waiting.result(20)
        assert answer is not None

        def events(txn):  # type: ignore[no-untyped-def]
            row = txn.session("", "c")
            return [json.loads(event.data) for event in txn.audit(row.key)]

        return answer.lines[-1], steering.store.read(events)

    return call


@pytest.mark.parametrize(
    ("play", "reason"),
    [
        (never, "timeout"),
        (hangs_up, "unreachable"),
        (drips, "timeout"),
        (pours, "too_large"),
        (says("<html>"), "bad_answer"),
        (says("", "302 Found", Location="http://169.254.169.254/"), "status_302"),
        (says("", "500 Internal Server Error"), "status_500"),
    ],
)
def test_the_call_goes_on_and_the_record_says_why_there_was_no_data(
    play: Callable[[bytes, Send], None],
    reason: str,
    calls: Call,
) -> None:
    with stub(play) as host:
        said, events = calls(host.url)

    assert said == "I could not book that."
    assert [event["trouble"] for event in events if "trouble" in event] == [reason]


def test_what_a_good_host_says_is_acted_on(calls: Call) -> None:
    with stub(says(GOOD)) as host:
        said, events = calls(host.url)

    assert said == "You are booked."
    assert not any("trouble" in event for event in events)
