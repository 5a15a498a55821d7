"""`steering certificate` on a ledger in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from steering.cli import main
from steering.record import checkpoints
from steering.service import Steering
from steering.store import open_store
from steering.testing import OneFlow
from tests.turns.platform import SURVEY, Clock, Line


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a ledger with one call of acme's in it."""
    monkeypatch.chdir(tmp_path)
    line = Line(SURVEY, owner="acme")
    url = f"sqlite:///{tmp_path}/calls.db"
    line.steering = Steering(OneFlow(line.steering.shelf.get("survey")), open_store(url, master_key=None), clock=Clock())
    for words in (None, "yes", "five", "red", "yes"):
        line.hear(words)
    line.steering.close()
    return url


def test_certificate_is_printed_as_json(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["certificate", "call", "--database", ledger, "--owner", "acme"]) == 0

    found = json.loads(capsys.readouterr().out)
    assert (found["flow"], found["outcome"], found["turns"]) == ("survey", "end", 4)
    assert [one["answer"] for one in found["agreements"]] == ["agreed"]


def test_certificate_is_printed_as_a_page(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["certificate", "call", "--html", "--database", ledger, "--owner", "acme"]) == 0

    assert capsys.readouterr().out.startswith("<!doctype html>")


@pytest.mark.parametrize(("arguments", "said"), [((), "need --owner"), (("--owner", "acme", "--incarnation", "2"), "of 'acme'")])
def test_call_that_is_not_there_is_named(ledger: str, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str) -> None:
    assert main(["certificate", "call", "--database", ledger, *arguments]) == 1

    assert said in capsys.readouterr().err


def sealed(ledger: str, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, dict[str, object]]:
    """(exit status, what the certificate says of the chain)."""
    status = main(["certificate", "call", "--database", ledger, "--owner", "acme", *more])
    return status, json.loads(capsys.readouterr().out)["chain"]


def test_signed_checkpoint_over_the_call_is_named(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert sealed(ledger, capsys)[1]["seal"] is None
    main(["audit", "checkpoint", "--database", ledger])
    capsys.readouterr()

    status, chain = sealed(ledger, capsys)

    assert (status, chain["verifies"]) == (0, True)
    assert chain["seal"] == {"checkpoint": 1, "at": chain["seal"]["at"], "event": chain["events"], "holds": True}  # type: ignore[index]
    main(["certificate", "call", "--html", "--database", ledger, "--owner", "acme"])
    assert f"has seen it up to event {chain['events']}" in capsys.readouterr().out


@pytest.mark.parametrize("block", [7, 200, 1 << 20])
def test_newest_checkpoint_over_the_call_counts(
    ledger: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, block: int
) -> None:
    monkeypatch.setattr(checkpoints, "BLOCK", block)
    main(["audit", "checkpoint", "--database", ledger])
    line = Line(SURVEY, owner="acme", id="another")
    line.steering = Steering(OneFlow(line.steering.shelf.get("survey")), open_store(ledger, master_key=None), clock=Clock())
    line.hear()
    line.steering.close()
    main(["audit", "checkpoint", "--database", ledger])
    capsys.readouterr()

    assert sealed(ledger, capsys)[1]["seal"]["checkpoint"] == 1  # type: ignore[index]


def test_chain_that_is_not_the_one_a_checkpoint_saw_does_not_hold(ledger: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", "checkpoint", "--database", ledger])
    # The same call again in a ledger that somebody made anew beside the checkpoints.
    (tmp_path / "calls.db").unlink()
    line = Line(SURVEY, owner="acme")
    line.steering = Steering(OneFlow(line.steering.shelf.get("survey")), open_store(ledger, master_key=None), clock=Clock())
    for words in (None, "yes", "five", "red", "no"):
        line.hear(words)
    line.steering.close()
    capsys.readouterr()

    status, chain = sealed(ledger, capsys)

    assert (status, chain["verifies"], chain["first_break"]) == (1, False, None)
    assert chain["seal"]["holds"] is False  # type: ignore[index]


def test_file_that_is_no_list_of_checkpoints_seals_nothing(ledger: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "forged.jsonl").write_text('{"n":1,"at":1.0,"prev":"","upto":9,"heads":{"1":[9,"00"]},"signature":"' + "0" * 128 + '"}\n')

    assert sealed(ledger, capsys, "--checkpoints", str(tmp_path / "forged.jsonl"))[1]["seal"] is None
