"""The flows of a folder: found by name, read again when they change, the last good version kept."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from steering.core.flow import Flow
from steering.errors import Finding, FlowError, UnknownFlow
from steering.loader import load

log = logging.getLogger(__name__)
LOOK_EVERY = 1.0

Stamp = tuple[int, int]


@dataclass(slots=True)
class _Kept:
    """The last good version of a flow, the stamps of the files that it was made of, and what is wrong with them now."""

    stamps: dict[str, Stamp]
    flow: Flow | None = None
    findings: tuple[Finding, ...] = ()


class Shelf:
    """The flows in *folder*. *clock* gives seconds that only grow; files are looked at once a second at most."""

    def __init__(self, folder: Path | str, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder, self._clock = Path(folder), clock
        self._lock = threading.Lock()
        self._looked: float | None = None
        self._names: tuple[str, ...] = ()
        self._kept: dict[str, _Kept] = {}
        self._heads: dict[str, tuple[Stamp, bool]] = {}

    def names(self) -> tuple[str, ...]:
        """The files that begin a call, by name; parts for others to use are none."""
        with self._lock:
            self._look()
            return self._names

    def get(self, name: str) -> Flow:
        """The flow *name* as it is now, or its last good version. UnknownFlow; FlowError when it never was good."""
        with self._lock:
            self._look()
            if name not in self._names:
                raise UnknownFlow(name, self._names)
            kept = self._kept.get(name) or self._load(name)
            if kept.flow is None:
                raise FlowError(kept.findings)
            return kept.flow

    def problems(self) -> tuple[Finding, ...]:
        """What is wrong with the files as they are now."""
        with self._lock:
            self._look()
            return tuple(finding for name in self._names for finding in (self._kept.get(name) or self._load(name)).findings)

    def _look(self) -> None:
        now = self._clock()
        if self._looked is not None and now - self._looked < LOOK_EVERY:
            return
        self._looked = now
        stamps = self._stamps()
        # An editor may empty a file for a moment: what was a flow stays one while its file is there.
        good = {name for name, kept in self._kept.items() if kept.flow}
        self._names = tuple(sorted(name for name, stamp in stamps.items() if self._is_flow(name, stamp) or name in good))
        for name in [name for name in self._kept if name not in self._names]:
            del self._kept[name]
        for name, kept in list(self._kept.items()):
            # What is wrong may be a file that is not there yet: any change is a reason to look again.
            changed = kept.stamps != stamps if kept.findings else any(stamps.get(file) != stamp for file, stamp in kept.stamps.items())
            if changed:
                self._load(name)

    def _stamps(self) -> dict[str, Stamp]:
        stamps = {}
        try:
            files = sorted(self._folder.glob("*.yaml"))
        except OSError:
            files = []
        for path in files:
            try:
                stat = path.stat()
            except OSError:
                continue
            stamps[path.stem] = (stat.st_mtime_ns, stat.st_size)
        return stamps

    def _is_flow(self, name: str, stamp: Stamp) -> bool:
        known = self._heads.get(name)
        if known is None or known[0] != stamp:
            try:
                text = (self._folder / f"{name}.yaml").read_text(encoding="utf-8-sig", errors="replace")
            except OSError:
                text = ""
            known = self._heads[name] = (stamp, any(line.startswith("flow:") for line in text.splitlines()))
        return known[1]

    def _load(self, name: str) -> _Kept:
        before = self._kept.get(name)
        stamps = self._stamps()
        findings: tuple[Finding, ...] = ()
        try:
            flow: Flow | None = load(self._folder / f"{name}.yaml")
        except FlowError as error:
            flow, findings = before.flow if before else None, error.findings
            log.error("flow %s does not load%s:\n%s", name, ", its last good version goes on" if flow else "", error)
        files = {file.removesuffix(".yaml") for file in flow.sources} if flow and not findings else set(stamps)
        kept = _Kept({file: stamps[file] for file in files if file in stamps}, flow, findings)
        self._kept[name] = kept
        return kept
