"""Connections that ask, one request after another each, and how many answers came to each of them."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass

QUESTIONS = (
    "Welcome to the survey. Did you sleep well?",
    "Thank you. Did you eat well?",
    "Good to know. Did you walk today?",
    "I see. Did you take your medicine?",
    "All right. Did you drink enough water?",
    "Fine. Did you talk to a friend?",
    "One more. Shall we call again?",
)
SCORES = {"Interest": 0.213, "Calmness": 0.142, "Joy": 0.11, "Doubt": 0.05}


def bodies() -> list[bytes]:
    """The eight requests of one call, each with the whole history, as EVI sends them."""
    made, messages = [], []
    made.append(json.dumps({"model": "hume", "stream": True, "messages": []}).encode())
    for i, question in enumerate(QUESTIONS):
        messages.append({"role": "assistant", "content": question, "models": {"prosody": None}})
        time = {"begin": 5000 * i, "end": 5000 * i + 900}
        messages.append({"role": "user", "content": "yes {slightly interested}", "models": {"prosody": {"scores": SCORES}}, "time": time})
        made.append(json.dumps({"model": "hume", "stream": True, "messages": messages}).encode())
    return made


@dataclass(frozen=True)
class Load:
    """What a load has shown: answers a second, the slowest hundredth in milliseconds, fairness, connections served."""

    rate: float
    p50: float
    p99: float
    jain: float
    served: int
    wrong: int


class Asker(asyncio.Protocol):
    """One keep-alive connection."""

    def __init__(self, number: int, path: Callable[[str], str], sent: list[bytes], until: float) -> None:
        self.number, self.path, self.sent, self.until = number, path, sent, until
        self.count = self.wrong = self.calls = self.at = 0
        self.times: list[float] = []
        self.buffer = b""
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.ask()

    def ask(self) -> None:
        if time.perf_counter() > self.until:
            self.transport.close()
            return
        body = self.sent[self.at]
        path = self.path(f"bench-{self.number}-{self.calls}-{self.until:.0f}")
        head = f"POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        self.begun = time.perf_counter()
        self.transport.write(head.encode() + body)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        if not self.buffer.endswith(b"0\r\n\r\n"):
            return
        self.times.append(time.perf_counter() - self.begun)
        self.wrong += not (self.buffer.startswith(b"HTTP/1.1 200") and b"data: [DONE]" in self.buffer)
        self.buffer = b""
        self.count += 1
        self.at += 1
        if self.at == len(self.sent):
            self.at, self.calls = 0, self.calls + 1
        self.ask()

    def connection_lost(self, error: Exception | None) -> None:
        if not self.done.done():
            self.done.set_result(None)


def load(port: int, path: Callable[[str], str], *, connections: int, seconds: float) -> Load:
    """Asks `path(session id)` on all *connections* for *seconds*."""

    async def run() -> list[Asker]:
        loop = asyncio.get_running_loop()
        until = time.perf_counter() + seconds
        sent = bodies()
        made = [
            loop.create_connection(lambda i=i: Asker(i, path, sent, until), "127.0.0.1", port)  # type: ignore[misc]
            for i in range(connections)
        ]
        askers = [protocol for _, protocol in await asyncio.gather(*made)]
        await asyncio.wait_for(asyncio.gather(*(asker.done for asker in askers)), seconds + 20)
        return askers

    askers = asyncio.run(run())
    counts = [asker.count for asker in askers]
    times = sorted(one for asker in askers for one in asker.times)
    squares = sum(count * count for count in counts)
    return Load(
        rate=sum(counts) / seconds,
        p50=times[len(times) // 2] * 1e3,
        p99=times[int(len(times) * 0.99)] * 1e3,
        jain=sum(counts) ** 2 / (len(counts) * squares),
        served=sum(count > 0 for count in counts),
        wrong=sum(asker.wrong for asker in askers),
    )
