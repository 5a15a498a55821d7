"""The real application, but its first worker to take the turn of `DIES_AT` kills itself there.

`before the commit`: the work is done and then lost; `after the commit`: not a byte of the answer is sent;
`in the stream`: half of it is.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from steering.store.protocol import Store, Txn
from steering.web.app import create_app, open_steering
from steering.web.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

T = TypeVar("T")
TURN = 3


def die(marker: Path) -> None:
    """Kills this process, unless one has died already."""
    try:
        marker.touch(exist_ok=False)
    except FileExistsError:
        return
    os.kill(os.getpid(), signal.SIGKILL)


class DyingStore:
    """A store whose process dies when it writes the turn."""

    def __init__(self, store: Store, place: str, marker: Path) -> None:
        self._store, self._place, self._marker = store, place, marker
        self.read, self.close = store.read, store.close

    def transact(self, work: Callable[[Txn], T]) -> T:
        wrote = False

        def watched(txn: Txn) -> T:
            nonlocal wrote
            result = work(txn)
            row = getattr(result, "row", None)
            wrote = row is not None and row.head == TURN
            if wrote and self._place == "before the commit":
                die(self._marker)
            return result

        result = self._store.transact(watched)
        if wrote and self._place == "after the commit":
            die(self._marker)
        return result


def half_sent(wsgi: Callable[..., Iterable[bytes]], marker: Path) -> Callable[..., Iterator[bytes]]:
    """*wsgi*, dying in the middle of the stream that answers turn `TURN`."""

    def answer(environ: dict[str, Any], start_response: StartResponse) -> Iterator[bytes]:
        for piece in wsgi(environ, start_response):
            if b"Did you take your medicine" in piece:
                yield piece[: len(piece) // 2]
                die(marker)
                yield piece[len(piece) // 2 :]
            else:
                yield piece

    return answer


if place := os.environ.get("DIES_AT"):
    settings = Settings.from_env(os.environ)
    marker = Path(os.environ["DIED"])
    steering = open_steering(settings)
    steering.store = DyingStore(steering.store, place, marker)
    app = create_app(settings, steering=steering)
    if place == "in the stream":
        app.wsgi_app = half_sent(app.wsgi_app, marker)  # type: ignore[method-assign]
