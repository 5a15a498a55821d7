"""`steering certificate` on a ledger in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from steering.cli import main
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
