"""What must not be kept shows nowhere around a running server: its log, its numbers, its answers, its files."""

from __future__ import annotations

import httpx

from .conftest import BEARER, Server
from .test_api import FACTS, get, put, talk

CARD, SPOKEN, SSN = "4111111111111111", "four one one one", "123-45-6789"


def test_a_card_number_said_unasked_shows_nowhere(server: Server) -> None:
    put(server, "p1", {"flow": "visit", "facts": FACTS})
    said = talk(server, "p1", f"yes my card is {CARD}", f"it is {SPOKEN}" + " one" * 12, f"three and my social is {SSN}")

    refused = [
        put(server, "p2", {"flow": "visit", "facts": {**FACTS, "pin": f"no, {CARD}"}}),
        put(server, "p2", {"flow": "visit", "facts": FACTS, "number": SSN}),
        httpx.put(f"{server.url}/sessions/p2", content=f'{{"facts": {{"pin": {CARD}', headers=BEARER),
    ]

    assert [one.status_code for one in refused] == [400, 400, 400]
    shown = [said, *(one.text for one in refused), get(server, "/p1").text, get(server, "/p1/transcript").text]
    shown += [get(server, "", format="csv").text, httpx.get(f"{server.url}/metrics").text, server.log.read_text()]
    shown += [get(server, f"/p1/certificate{query}").text for query in ("", "?format=html")]
    shown += [path.read_bytes().decode("latin-1") for path in server.log.parent.iterdir()]
    for text in shown:
        for canary in (CARD, SPOKEN, SSN):
            assert canary not in text, text[:200]
    assert "my card is …" in get(server, "/p1/transcript").json()["turns"][1]["caller"]
