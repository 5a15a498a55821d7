"""The numbers.yaml of a folder, read again when it or a table of callers changes; the last good version is kept."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from steering.core.flow import Flow
from steering.core.numbers import Callers, Numbers, Route, Target
from steering.errors import Finding, FlowError
from steering.loader import load, shown
from steering.loader.codes import Report
from steering.loader.numbers import FILE, MOST_TABLE_BYTES, check_routes, read_numbers
from steering.loader.parts import beside
from steering.loader.shelf import LOOK_EVERY, Shelf, Stamp

__all__ = ["Callers", "Numbers", "Route", "Switchboard", "Target", "check_numbers"]

log = logging.getLogger(__name__)


Aside = Callable[[Callable[[], None]], object]


class Switchboard:
    """The numbers in *folder*, read when it is made.

    *clock* gives seconds that only grow; files are looked at once a second at most, and a change is read by
    *aside*, while calls go on with what there was.
    """

    def __init__(self, folder: Path | str, clock: Callable[[], float] = time.monotonic, aside: Aside | None = None) -> None:
        self._folder, self._clock, self._aside = Path(folder), clock, aside or _in_a_thread
        self._lock = threading.Lock()
        self._reading = False
        self._stamps: dict[str, Stamp | None] = {}
        self._numbers = Numbers()
        self._read()
        self._looked = self._clock()

    def numbers(self) -> Numbers:
        """The numbers as they are now, or as they last were good; empty without a file."""
        with self._lock:
            now = self._clock()
            due = not self._reading and now - self._looked >= LOOK_EVERY
            if due:
                self._looked = now
                self._reading = due = any(self._stamp(file) != stamp for file, stamp in self._stamps.items())
        if due:
            self._aside(self._read_again)
        return self._numbers

    def _read_again(self) -> None:
        try:
            self._read()
        finally:
            self._reading = False

    def _read(self) -> None:
        stamps: dict[str, Stamp | None] = {}
        report, read = Report(), beside(self._folder, MOST_TABLE_BYTES)

        def stamped(file: str) -> str | None:
            stamps[file] = self._stamp(file)
            return read(file)

        numbers = read_numbers(stamped, lambda file: str(self._folder / file), report)
        self._stamps = stamps
        if stamps[FILE] is None:
            self._numbers = Numbers()
        elif report.failed:
            log.error("%s does not load, its last good version goes on:\n%s", FILE, FlowError(report.findings))
        else:
            self._numbers = numbers

    def _stamp(self, file: str) -> Stamp | None:
        try:
            stat = (self._folder / file).stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size


def _in_a_thread(work: Callable[[], None]) -> None:
    threading.Thread(target=work, daemon=True, name="numbers").start()


def check_numbers(folder: Path) -> tuple[Numbers | None, list[Finding]]:
    """The numbers of *folder* and everything that is wrong with them; None when there are none, or none that load."""
    if not (folder / FILE).is_file():
        return None, []
    report = Report()
    numbers = read_numbers(beside(folder, MOST_TABLE_BYTES), lambda file: shown(folder / FILE, file), report)
    usable = not report.failed
    flows: dict[str, Flow | None] = {}
    for name in Shelf(folder).names():
        try:
            flows[name] = load(folder / f"{name}.yaml")
        except FlowError:
            flows[name] = None
    check_routes(numbers, flows, shown(folder / FILE, FILE), report)
    return numbers if usable else None, report.findings
