"""A ledger in a folder of its own, and the command line on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from steering.cli import main
from steering.store import open_store
from steering.store.protocol import Store


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a ledger that the settings name."""
    monkeypatch.chdir(tmp_path)
    for name in ("STEERING_API_KEY", "STEERING_MASTER_KEY", "STEERING_CHECKPOINTS", "STEERING_FLOWS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("STEERING_DATABASE_URL", f"sqlite:///{tmp_path}/calls.db")
    return f"sqlite:///{tmp_path}/calls.db"


@pytest.fixture
def ledger(database: str) -> Iterator[Store]:
    opened = open_store(database, master_key=None)
    yield opened
    opened.close()


@pytest.fixture
def steering_says(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """The exit status of a command and all that it printed."""

    def run(*arguments: str) -> tuple[int, str]:
        status = main(arguments)
        out, err = capsys.readouterr()
        return status, out + err

    return run
