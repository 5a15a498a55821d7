"""The tables that belong to nobody's call: versions of flows, the inbox of webhooks, and leases."""

from __future__ import annotations

from collections.abc import Sequence

from steering.store.sqlite.journalled import Journalled


class Shared(Journalled):
    __slots__ = ()

    def flow_sources(self, hash: str) -> bytes | None:
        return next((sources for (sources,) in self._execute("SELECT sources FROM flow_version WHERE hash = ?", (hash,))), None)

    def put_flow(self, hash: str, name: str, sources: bytes) -> None:
        self._execute(
            "INSERT INTO flow_version (hash, name, sources) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING", (hash, name, sources)
        )

    def flow_versions(self) -> Sequence[tuple[str, str]]:
        return [(hash, name) for hash, name in self._execute("SELECT hash, name FROM flow_version ORDER BY hash")]

    def remember(self, source: str, dedupe: str, at: float) -> bool:
        fresh = self._execute(
            "INSERT INTO inbox (source, dedupe, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1", (source, dedupe, at)
        )
        return bool(list(fresh))

    def forget_deliveries(self, before: float) -> int:
        return len(list(self._execute("DELETE FROM inbox WHERE at < ? RETURNING 1", (before,))))

    def lease(self, name: str, holder: str, now: float, until: float) -> bool:
        taken = self._execute(
            "INSERT INTO lease (name, holder, until) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET holder = excluded.holder,"
            " until = excluded.until WHERE lease.holder = excluded.holder OR lease.until <= ? RETURNING 1",
            (name, holder, until, now),
        )
        return bool(list(taken))
