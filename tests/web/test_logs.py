"""The access log shows no key and obeys no character of a path."""

from __future__ import annotations

import time

import httpx
import pytest

from steering.web.logs import shown

from .conftest import BEARER, Server


@pytest.mark.parametrize(
    ("path", "safe"),
    [
        ("/sessions/call-1", "/sessions/call-1"),
        ("/llm-websocket/key1/c1", "/llm-websocket/…"),
        ("/llm-websocket/key1", "/llm-websocket/…"),
        ("/chat/completions?token=key1", "/chat/completions"),
        ("/a\nFAKE LINE", "/a%0AFAKE%20LINE"),
        ("/a\x1b[31m\x00\r", "/a%1B%5B31m%00%0D"),
        ("/caf\u00e9", "/caf%C3%A9"),
        ("/pay/4111111111111111", "/pay/…"),
    ],
)
def test_a_path_is_shown_safely(path: str, safe: str) -> None:
    assert shown(path).replace("%E2%80%A6", "…") == safe


def test_no_line_of_the_log_is_made_by_a_caller(server: Server) -> None:
    httpx.get(f"{server.url}/sessions/a%0aFAKE%20LOG%20LINE%1b[31m", headers=BEARER)
    httpx.get(f"{server.url}/llm-websocket/k1/c1")

    until = time.monotonic() + 60
    while "/llm-websocket/" not in (log := server.log.read_text()) and time.monotonic() < until:
        time.sleep(0.05)
    assert "\nFAKE" not in log
    assert "\x1b" not in log
    assert "k1/" not in log
