"""Twilio's REST interface as a server of our own: it answers as it is told and keeps what it was asked."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl

from .conftest import serving

ACCOUNT = "AC" + "0" * 32
CALL = "CA" + "1" * 32

# (status, body, headers); status 0 closes the connection without an answer.
Scripted = tuple[int, dict[str, Any], dict[str, str]]


class TwilioApi(ThreadingHTTPServer):
    """*asked* is (path, fields, user, password) of each request; *script* are the answers, then all is well."""

    def __init__(self, *script: Scripted) -> None:
        super().__init__(("127.0.0.1", 0), _Asked)
        self.script = list(script)
        self.asked: list[tuple[str, dict[str, str], str, str]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Asked(BaseHTTPRequestHandler):
    server: TwilioApi

    def do_POST(self) -> None:
        fields = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode(), keep_blank_values=True))
        user, _, password = b64decode(self.headers["Authorization"].removeprefix("Basic ")).decode().partition(":")
        self.server.asked.append((self.path, fields, user, password))
        status, body, headers = self.server.script.pop(0) if self.server.script else (201, {"sid": CALL, "status": "queued"}, {})
        if not status:
            return
        content = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def twilio_api(*script: Scripted) -> Iterator[TwilioApi]:
    """Such a server, for as long as it is needed."""
    server = TwilioApi(*script)
    with serving(server):
        yield server
