"""How the server starts, what it tells those who watch, and how it leaves."""

from __future__ import annotations

import os
import re
import runpy
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from http.client import HTTPConnection
from pathlib import Path

import httpx
import pytest
import websocket

from steering.store import open_store
from steering.web.app import flow_problems
from steering.web.settings import Settings
from tests.store.conftest import begin

from .conftest import BEARER, ROOT, Server, eventually

# Seconds. It takes 0.6 on an idle machine, and a busy one has time: whoever holds the server holds it for a minute.
LEAVES_WITHIN = 20.0
PATIENT = {"GUNICORN_CMD_ARGS": "--graceful-timeout 60"}


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_sockets_hear_1001_and_the_server_is_gone_in_a_moment(start_stand_in: Callable[..., Server], sign: signal.Signals) -> None:
    server = start_stand_in(**PATIENT)
    lines = [websocket.create_connection(server.socket_url + "?token=k1", timeout=60) for _ in range(3)]
    # A connection that is kept alive must not hold the server either.
    with httpx.Client() as client:
        client.get(server.url + "/healthz")
        began = time.monotonic()

        server.process.send_signal(sign)
        codes = [int.from_bytes(line.recv_data(control_frame=True)[1][:2], "big") for line in lines]
        server.process.wait(60)

    assert codes == [1001] * 3
    assert time.monotonic() - began < LEAVES_WITHIN
    for line in lines:
        line.shutdown()


def test_a_client_that_never_closes_its_socket_does_not_hold_the_server(start_stand_in: Callable[..., Server]) -> None:
    server = start_stand_in(**PATIENT)
    line = websocket.create_connection(server.socket_url + "?token=k1", timeout=60)
    began = time.monotonic()

    server.process.send_signal(signal.SIGTERM)
    server.process.wait(60)
    took = time.monotonic() - began
    line.shutdown()

    assert took < LEAVES_WITHIN


# Of gunicorn, of ours, and of the access log.
LOG_LINE = re.compile(r"\[\d{4}-\d\d-\d\d .*\] \[\d+\] \[INFO\] |\d{4}-\d\d-\d\d .*,\d{3} INFO |127\.0\.0\.1 \"")
POST = b"POST /chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k1\r\n"


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_nothing_but_log_lines_is_left_of_a_stop_whatever_is_open(start_stand_in: Callable[..., Server], sign: signal.Signals) -> None:
    server = start_stand_in(**PATIENT)
    began = {
        "nothing sent": b"",
        "in the first line": b"POST /chat/com",
        "in the headers": POST,
        "in the body": POST + b"Content-Length: 500\r\n\r\n{",
        "kept alive": b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n",
        "in a chunked body": POST + b"Transfer-Encoding: chunked\r\n\r\n5\r\n{",
    }
    with ExitStack() as opened:
        for sent in began.values():
            line = opened.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=60))
            line.sendall(sent)
        for path in ("/twilio/relay", "/llm-websocket/k1/stop", "/ws?token=k1"):
            caller = websocket.create_connection(f"ws://127.0.0.1:{server.port}{path}", timeout=60, header=BEARER)
            opened.callback(caller.shutdown)
        # One that writes, and reads nothing of what is said to it.
        caller.sock.settimeout(0.5)
        with suppress(TimeoutError):
            caller.sock.sendall(b"\x81\x81\0\0\0\0{" * 2_000_000)
        server.process.send_signal(sign)
        server.process.wait(60)

    assert server.process.returncode == 0
    assert [line for line in server.log.read_text().splitlines() if not LOG_LINE.match(line)] == []


def test_a_turn_under_way_is_finished_before_the_server_goes(start_stand_in: Callable[..., Server]) -> None:
    server = start_stand_in()
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as line:
        body = b'{"messages":[{"role":"user","content":"look up"}]}'
        head = f"POST /chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k1\r\nContent-Length: {len(body)}\r\n\r\n"
        line.sendall(head.encode() + body)
        time.sleep(0.2)

        server.process.send_signal(signal.SIGTERM)
        answer = line.makefile("rb").read()

    assert b"It is there." in answer


def test_a_client_that_goes_away_mid_stream_harms_nobody(stand_in: Server) -> None:
    body = {"messages": [{"role": "user", "content": "look up"}], "stream": True}
    with httpx.stream("POST", stand_in.url + "/chat/completions", json=body, headers=BEARER) as response:
        assert b"One moment." in next(response.iter_raw())

    assert stand_in.ask("hello").status_code == 200


def test_the_watchers_are_answered_without_a_key(stand_in: Server) -> None:
    health, ready = httpx.get(stand_in.url + "/healthz"), httpx.get(stand_in.url + "/readyz")

    assert (health.status_code, health.json()) == (200, {"status": "ok"})
    assert (ready.status_code, ready.json()) == (503, {"status": "The flows are not loaded."})


def held(server: Server) -> dict[int, int]:
    """How many sockets each worker has open."""
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    sockets = dict.fromkeys(map(int, children), 0)
    for pid in sockets:
        for file in Path(f"/proc/{pid}/fd").iterdir():
            with suppress(OSError):
                sockets[pid] += file.readlink().name.startswith("socket:")
    return sockets


def test_few_connections_are_shared_by_the_workers(start_stand_in: Callable[..., Server]) -> None:
    server = start_stand_in(WEB_CONCURRENCY="2")
    with ExitStack() as open_ones:

        def come() -> dict[int, int]:
            client = open_ones.enter_context(httpx.Client())
            client.get(server.url + "/healthz")
            return held(server)

        def both_take(none: int) -> bool:
            now = come()
            return len(now) == 2 and min(now.values()) > none

        listening = held(server).popitem()[1]
        eventually(lambda: both_take(listening))
        for _ in range(20):
            first = come()
        # The one with fewer dies, and with him his count: it spares nobody any more.
        gone = min(first, key=lambda pid: first[pid])
        os.kill(gone, signal.SIGKILL)
        eventually(lambda: gone not in held(server) and both_take(listening))
        for _ in range(40):
            second = come()

    assert max(first.values()) <= 2 * min(first.values()), first
    assert max(second.values()) <= 2 * min(second.values()), second


def test_turns_are_counted_over_all_workers(start_stand_in: Callable[..., Server]) -> None:
    server = start_stand_in(WEB_CONCURRENCY="2")
    for _ in range(20):
        server.ask("hello")

    for _ in range(10):
        shown = httpx.get(server.url + "/metrics").text
        assert "\nsteering_turns_total 20\n" in shown
        assert '\nsteering_turn_seconds_bucket{le="+Inf"} 20\n' in shown
        assert "hello" not in shown


def test_the_access_log_shows_no_query(stand_in: Server) -> None:
    httpx.get(stand_in.url + "/v1/models", params={"token": "very-secret"}, headers=BEARER)

    # The line is written after the answer is sent.
    until = time.monotonic() + 60
    while "GET /v1/models HTTP/1.1" not in (log := stand_in.log.read_text()) and time.monotonic() < until:
        time.sleep(0.02)
    assert "GET /v1/models HTTP/1.1" in log
    assert "very-secret" not in log


def test_many_connections_that_are_kept_alive_are_all_served(stand_in: Server) -> None:
    lines = [HTTPConnection("127.0.0.1", stand_in.port, timeout=60) for _ in range(64)]
    for _ in range(3):
        for line in lines:
            line.request("GET", "/healthz")
        assert [line.getresponse().read() for line in lines] == [b'{"status":"ok"}'] * 64
    for line in lines:
        line.close()


def run_config(**settings: str) -> subprocess.CompletedProcess[str]:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("STEERING_")}
    command = [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py", "--check-config", "tests.web.stand_in"]
    return subprocess.run(command, cwd=ROOT, env=environ | settings, capture_output=True, text=True, timeout=180, check=False)


def test_without_a_key_only_this_machine_is_served() -> None:
    refused = run_config(HOST="0.0.0.0")

    assert refused.returncode != 0
    assert refused.stderr.strip().splitlines()[-1] == (
        "steering: HOST=0.0.0.0 opens this server to the network without a key: set STEERING_API_KEY, or leave HOST at 127.0.0.1."
    )


def test_a_wrong_setting_is_one_clear_sentence() -> None:
    refused = run_config(PORT="eighty")

    assert refused.returncode != 0
    assert refused.stderr.strip().splitlines()[-1] == "steering: PORT: 'eighty' is not a whole number from 0 to 65535."


def test_a_number_of_workers_that_is_none_is_said_before_gunicorn_takes_it_for_one() -> None:
    serve = [sys.executable, "-m", "steering", "serve"]

    refused = subprocess.run(serve, cwd=ROOT, env=os.environ | {"WEB_CONCURRENCY": "two"}, capture_output=True, text=True, check=False)

    assert refused.returncode == 1
    assert refused.stderr == "steering: WEB_CONCURRENCY: 'two' is not a whole number from 1 to 1024.\n"


def test_a_folder_of_flows_that_is_not_there_stops_the_server() -> None:
    refused = run_config(STEERING_FLOWS="/nonexist")

    assert refused.returncode != 0
    assert refused.stderr.strip().splitlines()[-1] == (
        "steering: STEERING_FLOWS: there is no folder '/nonexist'; make it, or name the folder in which your flows stand."
    )


def test_flows_that_may_come_later_are_warned_of(tmp_path: Path) -> None:
    empty = flow_problems(Settings(flows=str(tmp_path), default_flow="nope"))
    (tmp_path / "good.yaml").write_text("flow: good\nsteps:\n  bye:\n    end: Goodbye.\n")
    other = flow_problems(Settings(flows=str(tmp_path), default_flow="nope"))

    assert empty == [
        f"STEERING_FLOWS: there is no flow in the folder '{tmp_path}': no call can be taken until there is one",
        "STEERING_FLOW: there is no flow 'nope': calls that ask for none fail until it is there, and there is no other",
    ]
    assert other == [
        "STEERING_FLOW: there is no flow 'nope': calls that ask for none fail until it is there, or STEERING_FLOW names one that is: good"
    ]


def test_checkpoints_that_cannot_be_written_stop_the_server(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    refused = run_config(STEERING_DATABASE_URL=f"sqlite:///{tmp_path}/calls.db", STEERING_CHECKPOINTS=f"{tmp_path}/file/cp.jsonl")

    assert refused.returncode != 0
    assert refused.stderr.strip().splitlines()[-1] == (
        f"steering: checkpoints cannot be written to {tmp_path}/file/cp.jsonl: {tmp_path}/file: it is no folder."
        " Let this user write that file and its folder, or name another one in STEERING_CHECKPOINTS"
    )


def test_a_ledger_that_cannot_be_opened_is_said_to_be_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    refused = run_config(STEERING_DATABASE_URL=f"sqlite:///{tmp_path}/file/calls.db")

    assert refused.returncode != 0
    assert refused.stderr.strip().splitlines()[-1] == (
        f"steering: the ledger cannot be opened: {tmp_path}/file: it is no folder."
        " Let this user read and write the ledger, its master.key and their folder, or name another one in STEERING_DATABASE_URL"
    )


def test_a_server_does_not_start_on_a_ledger_of_another_master_key(tmp_path: Path) -> None:
    # Else nobody on it would be known not to be called, and each call under way would begin anew.
    database, old, new = f"sqlite:///{tmp_path}/calls.db", "11" * 32, "22" * 32
    store = open_store(database, master_key=old)
    begin(store)
    store.close()

    started = {keys: run_config(STEERING_DATABASE_URL=database, STEERING_MASTER_KEY=keys).stderr.strip() for keys in (new, f"{new},{old}")}

    assert started[new].splitlines()[-1] == (
        "steering: the ledger was sealed under another master key: name that one in STEERING_MASTER_KEY, or restore its master.key."
        " To change the key, name both, STEERING_MASTER_KEY=NEW,OLD, and run `steering rekey`"
    )
    assert "another master key" not in started[f"{new},{old}"]


def test_a_server_does_not_start_without_the_key_of_its_ledger_and_makes_none(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/calls.db"
    store = open_store(database, master_key=None)
    begin(store)
    store.close()
    (tmp_path / "master.key").unlink()

    refused = run_config(STEERING_DATABASE_URL=database)

    assert refused.returncode != 0
    assert "restore its master.key" in refused.stderr.strip().splitlines()[-1]
    assert not (tmp_path / "master.key").exists()


def test_a_bare_server_says_that_it_asks_for_no_key(start_stand_in: Callable[..., Server]) -> None:
    server = start_stand_in(STEERING_API_KEY="")

    assert httpx.get(server.url + "/v1/models").status_code == 200
    assert "no STEERING_API_KEY is set: serving 127.0.0.1 only" in server.log.read_text()


def test_gunicorn_knows_every_setting_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    from gunicorn.config import KNOWN_SETTINGS

    for name in ("HOST", "PORT", "WEB_CONCURRENCY", "STEERING_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    given = runpy.run_path(str(ROOT / "gunicorn.conf.py"))

    known = {setting.name for setting in KNOWN_SETTINGS}
    assert {"bind", "worker_class", "control_socket_disable", "accesslog", "graceful_timeout"} <= known
    assert given["bind"] == "127.0.0.1:8000"
    assert "%(r)s" not in given["access_log_format"]
