"""A few numbers about the server in Prometheus' text form: how much, how fast, never who or what.

The workers of one server are processes, and a scrape reaches any of them: each counts in its own row of one
piece of shared memory, made before they are forked, and whoever is asked adds the rows up.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from itertools import accumulate

_BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
_COUNTERS = {
    "turns": "Turns taken.",
    "troubles": "Turns answered by the safe line because something failed inside.",
    "refusals": "Requests and messages refused as wrong.",
    "sockets": "WebSockets opened.",
    "sockets_closed": "WebSockets closed.",
}
# What is held is one more than the connections, and nothing where no process serves.
_NAMES = ["held", *_COUNTERS, "seconds", *(f"le {bound}" for bound in (*_BOUNDS, "inf"))]
_COLUMN = {name: at for at, name in enumerate(_NAMES)}
_WORKERS = 256


class Metrics:
    """Counters that all processes forked after this one share."""

    def __init__(self) -> None:
        self._cells = memoryview(mmap.mmap(-1, _WORKERS * len(_NAMES) * 8)).cast("d")
        self._row = 0

    def use_row(self, worker: int) -> None:
        """Counts from here on as the *worker*th process; a row goes on where its last user stopped."""
        self._row = worker % _WORKERS * len(_NAMES)
        self._cells[self._row] = 1

    def leave_row(self, worker: int) -> None:
        """The *worker*th process is gone, and with it its connections."""
        self._cells[worker % _WORKERS * len(_NAMES)] = 0

    def hold(self, more: int) -> None:
        """This process holds so many connections *more*."""
        self._cells[self._row] += more

    def holds_more(self) -> bool:
        """Whether this process holds clearly more connections than the one of those that serve with the fewest."""
        fewest = min(held for held in self._cells[:: len(_NAMES)] if held)
        return self._cells[self._row] > fewest + 1 + fewest // 4

    def count(self, name: str) -> None:
        self._cells[self._row + _COLUMN[name]] += 1

    def turn(self, seconds: float) -> None:
        """Counts a turn that took *seconds*."""
        self._cells[self._row + _COLUMN["turns"]] += 1
        self._cells[self._row + _COLUMN["seconds"]] += seconds
        self._cells[self._row + _COLUMN["seconds"] + 1 + bisect_left(_BOUNDS, seconds)] += 1

    def text(self) -> str:
        """What /metrics shows."""
        sums = [sum(self._cells[column :: len(_NAMES)]) for column in range(len(_NAMES))]
        lines = []
        for name, about in _COUNTERS.items():
            metric = f"steering_{name}_total"
            lines += [f"# HELP {metric} {about}", f"# TYPE {metric} counter", f"{metric} {sums[_COLUMN[name]]:.0f}"]
        metric, first = "steering_turn_seconds", _COLUMN["seconds"] + 1
        lines += [f"# HELP {metric} Time to take a turn, look-ups excluded.", f"# TYPE {metric} histogram"]
        for bound, total in zip((*_BOUNDS, "+Inf"), accumulate(sums[first:]), strict=True):
            lines.append(f'{metric}_bucket{{le="{bound}"}} {total:.0f}')
        lines += [f"{metric}_sum {sums[first - 1]:.6f}", f"{metric}_count {sum(sums[first:]):.0f}"]
        return "\n".join(lines) + "\n"


METRICS = Metrics()
