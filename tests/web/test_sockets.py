"""What every socket has in common, whoever speaks on it: it lives, breaks, is flooded and is closed."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import websocket

from steering.web.sockets import Wire

from .conftest import ROOT, Server, eventually, running, shown
from .test_calls import view
from .test_retell import call as retell_call

# As a client sends it: with a mask, here of zeros.
NO_JSON = b"\x81\x81\0\0\0\0{"
PING = b"\x89\x00"


def opened(server: Server, path: str = "/ws?token=k1", **options: object) -> websocket.WebSocket:
    return websocket.create_connection(f"ws://127.0.0.1:{server.port}{path}", timeout=60, **options)


@pytest.mark.parametrize("path", ["/ws?token=k1", "/twilio/relay", "/llm-websocket/k1/dead"])
def test_a_line_on_which_nobody_answers_a_ping_is_closed(start_stand_in: Callable[..., Server], path: str) -> None:
    server = start_stand_in(SERVE_WITH_QUIET="0.2", STEERING_API_KEY="k1")
    # This client answers pings when it is asked for messages, and it is not.
    line = opened(server, path)

    came = b""
    while more := line.sock.recv(4096):
        came += more

    assert PING in came
    eventually(lambda: shown(server, "steering_sockets_closed_total") == 1)
    line.shutdown()


def test_a_quiet_line_that_answers_pings_stays_open(start_stand_in: Callable[..., Server]) -> None:
    line = opened(start_stand_in(SERVE_WITH_QUIET="0.2"))
    for _ in range(4):
        assert line.recv_data(control_frame=True)[0] == websocket.ABNF.OPCODE_PING

    line.send(json.dumps({"messages": [{"role": "user", "content": "hello"}]}))

    while (said := line.recv_data(control_frame=True))[0] == websocket.ABNF.OPCODE_PING:
        pass
    assert json.loads(said[1])["text"] == "I heard:"
    line.close()
    line.shutdown()


def test_a_client_that_writes_and_never_reads_is_cut_off(start_stand_in: Callable[..., Server]) -> None:
    server = start_stand_in(SERVE_WITH_QUIET="0.3")
    line = opened(server, sockopt=((socket.SOL_SOCKET, socket.SO_RCVBUF, 4096),))

    # Whether the end comes while it still writes, or after all was thrown away, is a race.
    with suppress(BrokenPipeError, ConnectionResetError):
        line.sock.sendall(NO_JSON * 5_000_000)

    assert server.ask("hello").status_code == 200
    eventually(lambda: shown(server, "steering_sockets_closed_total") == 1)
    line.shutdown()


@pytest.fixture
def pair() -> Iterator[tuple[Wire, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Wire(ours), theirs


@pytest.mark.parametrize("waiting", [["hm"] * 1000, ["x" * (16 << 20), "y"]], ids=["many", "long"])
def test_nothing_more_is_read_while_much_waits_to_be_answered(pair: tuple[Wire, socket.socket], waiting: list[str | bytes]) -> None:
    wire, theirs = pair
    wire.waiting = waiting
    read: list[bytes] = []
    theirs.send(b"more")

    def answer(seconds: float) -> None:
        if seconds:
            read.append(b"one answered")
            waiting.clear()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("steering.web.sockets.time.sleep", answer)
        read.append(wire.recv(10))

    assert read == [b"one answered", b"more"]


def test_after_a_write_that_failed_nothing_more_is_written(pair: tuple[Wire, socket.socket], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("steering.web.sockets.QUIET", 0.05)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        wire = Wire(ours)
        with pytest.raises(TimeoutError):
            wire.send(b"x" * (64 << 20))
        with pytest.raises(BrokenPipeError):
            wire.send(b"more")


HELLO = {"STEERING_FLOWS": str(ROOT / "tests" / "web" / "flows"), "STEERING_FLOW": "hello"}


def test_a_restart_of_the_server_ends_no_call_at_retell(tmp_path: Path) -> None:
    with running("wsgi:app", tmp_path, **HELLO) as server, retell_call(server, "k1/retell-restart") as line:
        line.hear()
        line.ask("reminder_required")
        transcript = line.transcript
        server.process.terminate()
        # The answer to a close is a close; this client says that all is well.
        assert line.socket.recv_data(control_frame=True)[0] == websocket.ABNF.OPCODE_CLOSE

    with running("wsgi:app", tmp_path, **HELLO) as server:
        stood = view(server, "retell-restart")
        with retell_call(server, "k1/retell-restart") as line:
            line.transcript, line.id = transcript, 4
            assert line.say("yes")[0]
        assert (stood["ended"], stood["turns"]) == (False, 1)
        assert view(server, "retell-restart")["turns"] == 2


def test_a_line_that_breaks_ends_no_call_at_retell(tmp_path: Path) -> None:
    with running("wsgi:app", tmp_path, **HELLO) as server:
        with retell_call(server, "k1/retell-broken") as line:
            line.hear()
            line.ask("reminder_required")
            line.socket.sock.close()
            eventually(lambda: shown(server, "steering_sockets_closed_total") == 1)

        stood = view(server, "retell-broken")
        assert (stood["ended"], stood["turns"]) == (False, 1)
