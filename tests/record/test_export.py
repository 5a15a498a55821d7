"""Everything kept of one session, as one document that stands by itself."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Callable
from pathlib import Path

from steering.store.protocol import Store
from tests.turns.platform import Line

from .test_private import CANARIES, CARD, FLOW, SSN, Charges

Says = Callable[..., tuple[int, str]]


def test_the_document_has_every_call_turn_and_event(ledger: Store, steering_says: Says) -> None:
    line = Line(owner="acme")
    line.steering.store = ledger
    line.hear(number="+13125550100")
    line.hear("yes")
    line.hear("my number is")
    line.lengthen("five")
    line.hear("stop calling me")
    line.messages.clear()
    line.hear()
    steering_says("audit", "checkpoint")

    status, said = steering_says("export", "call", "--owner", "acme")

    found = json.loads(said)
    first, second = found["calls"]
    assert status == 0
    assert (found["session"], first["incarnation"], second["incarnation"]) == ("call", 1, 2)
    assert first["number"] == "+13125550100"
    assert [(one["n"], one["live"], one["text"] if one["n"] else "") for one in first["turns"]] == [
        (0, True, ""),
        (1, True, "yes"),
        (2, False, "my number is"),
        (2, True, "my number is five"),
        (3, True, "stop calling me"),
    ]
    assert [one["key"] for one in first["effects"]] == ["3:record:do_not_call"]
    assert "survey.yaml" in first["flow_sources"]
    assert first["checkpoints"][0]["event"] == len(first["events"])
    assert first["checkpoints"][0]["hash"] == first["events"][-1]["hash"]


def test_the_chain_can_be_gone_over_from_the_document_alone(ledger: Store, steering_says: Says) -> None:
    line = Line()
    line.steering.store = ledger
    line.hear()
    line.hear("yes")

    (call,) = json.loads(steering_says("export", "call")[1])["calls"]

    before = bytes(32)
    for one in call["events"]:
        commitment = hashlib.sha256(bytes.fromhex(one["salt"]) + one["says"].encode()).digest()
        head = struct.pack(">QdH", one["event"], one["unix"], len(one["kind"])) + one["kind"].encode()
        before = hashlib.sha256(before + head + commitment + bytes.fromhex(one["changes"])).digest()
        assert before.hex() == one["hash"]


def test_private_values_are_hidden_in_the_document(ledger: Store, steering_says: Says) -> None:
    line = Line(FLOW, owner="acme")
    line.steering.store = ledger
    line.steering.look_ups = Charges()  # type: ignore[assignment]
    line.steering.put("acme", "call", flow="payment", facts={"account_ssn": SSN, "url": "https://pay.example"})
    line.hear()
    for words in ("yes", SSN, CARD, "March 4 1985", "rent"):
        line.hear(words)
        said = steering_says("export", "call", "--owner", "acme")[1]
        assert [canary for canary in CANARIES if canary.casefold() in said.casefold()] == []

    after = json.loads(said)["calls"][0]["turns"][-1]["after"]
    assert {name: after["slots"][name] for name in ("ssn", "card", "birth", "note")} == {
        "ssn": "…",
        "card": "…",
        "birth": "…",
        "note": "rent",
    }


def test_a_session_that_is_not_there_is_said(ledger: Store, steering_says: Says, tmp_path: Path) -> None:
    status, said = steering_says("export", "nobody")

    assert (status, "There is no session 'nobody'" in said) == (1, True)
