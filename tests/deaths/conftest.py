from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.web.conftest import Server, start


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Starts a server on a ledger in *tmp_path*, and stops it whatever has become of it."""
    started: list[Server] = []

    def begin(app: str, **settings: str) -> Server:
        started.append(start(app, tmp_path, **settings))
        return started[-1]

    yield begin
    for server in started:
        server.stop()
