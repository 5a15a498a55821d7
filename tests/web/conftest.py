from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
from httpx._config import DEFAULT_TIMEOUT_CONFIG

# A busy machine answers late, and no test is about httpx's five seconds.
for _limit in ("connect", "read", "write", "pool"):
    setattr(DEFAULT_TIMEOUT_CONFIG, _limit, 60.0)

ROOT = Path(__file__).parents[2]


@dataclass
class Server:
    """A gunicorn that was started for a test."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def socket_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/ws"

    def ask(self, words: str, **fields: object) -> httpx.Response:
        """One turn over HTTP."""
        body = {"messages": [{"role": "user", "content": words}], **fields}
        return httpx.post(f"{self.url}/v1/chat/completions", json=body, headers=BEARER, timeout=60)

    def ask_all(self, messages: list[dict[str, str]], id: str, **query: str) -> str:
        """What is said to that history in session *id*."""
        response = httpx.post(
            f"{self.url}/chat/completions", params={"custom_session_id": id, **query}, json={"messages": messages}, headers=BEARER
        )
        return str(response.raise_for_status().json()["choices"][0]["message"]["content"])

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(60)


BEARER = {"Authorization": "Bearer k1"}


def shown(server: Server, metric: str) -> float:
    """What /metrics shows of *metric*."""
    return next(float(line.split()[1]) for line in httpx.get(server.url + "/metrics").text.splitlines() if line.startswith(metric + " "))


def eventually(holds: Callable[[], bool]) -> None:
    """Returns when what *holds* asks for has come about; it is given a minute, for the machine may be busy."""
    until = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < until, "it did not come about"
        time.sleep(0.02)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(app: str, folder: Path, **settings: str) -> Server:
    """A server of *app* that answers on a port of its own, with its ledger and its log in *folder*; a setting of "" is not set."""
    port, log = free_port(), folder / "server.log"
    settings = {"STEERING_DATABASE_URL": f"sqlite:///{folder / 'calls.db'}", **settings}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("STEERING_")}
    environ = {**inherited, "PORT": str(port), "WEB_CONCURRENCY": "1", "STEERING_API_KEY": "acme:k1,beta:k2", **settings}
    environ = {name: value for name, value in environ.items() if value}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py", app], cwd=ROOT, env=environ, stdout=out, stderr=out
        )
    until = time.monotonic() + 180
    while time.monotonic() < until and process.poll() is None:
        try:
            httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=10)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return Server(process, port, log)
    process.kill()
    process.wait()
    raise RuntimeError(log.read_text())


@contextmanager
def running(app: str, folder: Path, **settings: str) -> Iterator[Server]:
    """The same for as long as it is needed."""
    server = start(app, folder, **settings)
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def stand_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The doors on a Steering that misbehaves on demand."""
    with running("tests.web.stand_in:app", tmp_path_factory.mktemp("stand_in"), SERVE_STAND_IN="1") as server:
        yield server


@pytest.fixture
def start_stand_in(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Starts such a server for one test, which may end it."""
    started: list[Server] = []

    def begin(**settings: str) -> Server:
        started.append(start("tests.web.stand_in:app", tmp_path, SERVE_STAND_IN="1", **settings))
        return started[-1]

    yield begin
    for server in started:
        server.stop()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real application on two small flows, two workers on one file."""
    with running(
        "wsgi:app",
        tmp_path_factory.mktemp("server"),
        WEB_CONCURRENCY="2",
        STEERING_FLOWS=str(ROOT / "tests" / "web" / "flows"),
        STEERING_FLOW="hello",
    ) as server:
        yield server


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The shipped flows, on a Monday morning."""
    with running(
        "tests.web.on_a_monday:app",
        tmp_path_factory.mktemp("shipped"),
        SERVE_ON_A_MONDAY="1",
        STEERING_FLOW="welcome",
        TWILIO_AUTH_TOKEN="token",
        STEERING_SILENCE_SECONDS="2",
        STEERING_LOOKUP_HOSTS="127.0.0.1",
    ) as server:
        yield server


@pytest.fixture(scope="session")
def phone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The shipped flows and those of the tests, on a Monday morning, with a number at Twilio."""
    folder = tmp_path_factory.mktemp("phone")
    flows = folder / "flows"
    shutil.copytree(ROOT / "flows", flows)
    shutil.copytree(ROOT / "tests" / "web" / "phone_flows", flows, dirs_exist_ok=True)
    with running(
        "tests.web.on_a_monday:app",
        folder,
        SERVE_ON_A_MONDAY="1",
        STEERING_API_KEY="k1",
        STEERING_FLOWS=str(flows),
        STEERING_FLOW="welcome",
        STEERING_LOOKUP_HOSTS="127.0.0.1",
        TWILIO_AUTH_TOKEN="token-of-today,token-of-yesterday",
        STEERING_PUBLIC_URL="https://calls.example.com",
    ) as server:
        yield server


@contextmanager
def serving(server: ThreadingHTTPServer) -> Iterator[int]:
    """Answers on *server* for as long as its port is needed."""
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def booking(thinks: float) -> Iterator[str]:
    """The address of a booking service with a free slot, which *thinks* so many seconds."""

    class Booking(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            time.sleep(thinks)
            body = b'{"first_free": "2026-11-24T09:30"}'
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Booking)) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def slots() -> Iterator[str]:
    with booking(0) as url:
        yield url


@pytest.fixture
def slow_slots() -> Iterator[str]:
    with booking(2) as url:
        yield url
