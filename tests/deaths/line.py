"""A voice platform that has whole calls over plain HTTP, and the ledger as it is found afterwards."""

from __future__ import annotations

import http.client
import json
import threading
from collections import Counter
from pathlib import Path
from random import Random

import apsw

from steering.core.session import Session
from steering.loader.shelf import Shelf
from steering.record.verify import verify
from steering.rows import restored, turn_body
from steering.service import Steering
from steering.store import open_store
from steering.store.protocol import Txn

FLOWS = Path(__file__).parents[2] / "bench" / "flows"
QUESTIONS = 7
HEADERS = {"Authorization": "Bearer k1", "Content-Type": "application/json"}
Messages = list[dict[str, str]]


class Cut(Exception):
    """The connection ended before the stream did."""


class Platform:
    """Calls on *port*. *heard* is what was acknowledged: every reply of every call, by session."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.heard: dict[str, list[str]] = {}
        self.cut = self.replies = 0
        self._lock = threading.Lock()

    def call(self, id: str, chance: Random) -> None:
        """A whole call; what is cut is sent again, and then once more to see that it stays the same."""
        history: Messages = []
        heard = self.heard[id] = []
        for n in range(QUESTIONS + 1):
            if n:
                history.append({"role": "user", "content": chance.choice(("yes", "no"))})
            stream, cut = self._insist(id, history)
            if cut:
                assert self._insist(id, history)[0] == stream
            heard.append(words_of(stream))
            history.append({"role": "assistant", "content": heard[-1]})
            with self._lock:
                self.cut, self.replies = self.cut + cut, self.replies + 1

    def _insist(self, id: str, history: Messages) -> tuple[bytes, int]:
        cut = 0
        while True:
            try:
                return self.post(id, history), cut
            except Cut:
                cut += 1

    def post(self, id: str, history: Messages) -> bytes:
        """The whole stream, or Cut."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            body = json.dumps({"stream": True, "messages": history})
            line.request("POST", f"/chat/completions?custom_session_id={id}", body, HEADERS)
            response = line.getresponse()
            stream = response.read()
        except (http.client.HTTPException, ConnectionError) as error:
            raise Cut from error
        finally:
            line.close()
        assert response.status == 200, stream
        return stream


def words_of(stream: bytes) -> str:
    """What a platform speaks of a stream that came to its end."""
    assert stream.endswith(b"data: [DONE]\n\n")
    events = [json.loads(line[6:]) for line in stream.splitlines() if line.startswith(b"data: {")]
    return "".join(one["delta"].get("content") or "" for event in events for one in event["choices"])


def examine(database: Path, heard: dict[str, list[str]], owner: str = "acme") -> None:
    """Finds in the ledger exactly what was *heard*: nothing lost, no turn taken twice, all of it in order."""
    connection = apsw.Connection(str(database))
    assert list(connection.execute("PRAGMA integrity_check")) == [("ok",)]
    connection.close()
    steering = Steering(Shelf(FLOWS), open_store(f"sqlite:///{database}", master_key=None))
    for id, replies in heard.items():
        transcript = steering.transcript(owner, id)
        assert transcript is not None, f"the call {id} is lost"
        assert [turn["spoken"] for turn in transcript] == replies

        def look(txn: Txn, id: str = id, turns: int = len(replies)) -> None:
            row = txn.session(owner, id)
            assert row is not None
            assert (row.incarnation, row.head) == (1, turns - 1)
            # Every turn said the same words each time, so a second row of one would be a second evaluation.
            assert [(one.n, one.live, one.status) for one in txn.turns(row.key, live_only=False)] == [
                (n, True, "done") for n in range(turns)
            ]
            kinds = Counter(event.kind for event in txn.audit(row.key))
            assert (kinds["opened"], kinds["turn"]) == (1, turns - 1)
            last = restored(turn_body(txn.live_turn(row.key, row.head)))
            assert isinstance(last, Session)
            assert bool(last.ended) is row.ended

        steering.store.read(look)
    assert verify(steering.store).broken == []
    steering.close()
