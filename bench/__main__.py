"""`make bench`: ratios measured side by side in one run. Prints the tables of docs/benchmarks.md."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import core, hearing, promises, record
from bench.load import Load, load

ROOT = Path(__file__).resolve().parent.parent
SECONDS = float(os.environ.get("BENCH_SECONDS", "4"))


@contextmanager
def server(workers: int) -> Iterator[int]:
    """A server of its own with a fresh ledger; its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        environ = {
            **os.environ,
            "PORT": str(port),
            "WEB_CONCURRENCY": str(workers),
            "STEERING_FLOWS": str(ROOT / "bench" / "flows"),
            "STEERING_DATABASE_URL": f"sqlite:///{folder}/calls.db",
            "STEERING_LOG_LEVEL": "WARNING",
        }
        command = [sys.executable, "-m", "gunicorn", "-c", str(ROOT / "gunicorn.conf.py"), "--access-logfile", "/dev/null", "bench.app:app"]
        process = subprocess.Popen(command, cwd=ROOT, env=environ, stderr=subprocess.DEVNULL)
        try:
            for _ in range(200):
                time.sleep(0.05)
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
            time.sleep(1)
            yield port
        finally:
            process.terminate()
            process.wait(10)


def main() -> None:
    core.main()
    hearing.main()
    promises.main()
    record.main()
    print("\n| workers | connections | bare/s | turns/s | ratio | turn p50 ms | turn p99 ms | served | Jain |")
    print("|---|---|---|---|---|---|---|---|---|")
    for workers in (1, 2):
        with server(workers) as port:
            for connections in (32, 256):
                bare, turns = _side_by_side(port, connections)
                assert not bare.wrong + turns.wrong, (bare, turns)
                print(
                    f"| {workers} | {connections} | {bare.rate:,.0f} | {turns.rate:,.0f} | {turns.rate / bare.rate:.2f} "
                    f"| {turns.p50:.1f} | {turns.p99:.1f} | {turns.served} | {turns.jain:.3f} |",
                    flush=True,
                )


def _side_by_side(port: int, connections: int) -> tuple[Load, Load]:
    """Three rounds of each in turn, so that a noisy neighbour meets both; the medians by rate."""
    bares, turns = [], []
    for _ in range(3):
        bares.append(load(port, lambda id: f"/bare?custom_session_id={id}", connections=connections, seconds=SECONDS))
        turns.append(load(port, lambda id: f"/chat/completions?custom_session_id={id}", connections=connections, seconds=SECONDS))
    return sorted(bares, key=lambda one: one.rate)[1], sorted(turns, key=lambda one: one.rate)[1]


if __name__ == "__main__":
    main()
