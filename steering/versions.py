"""Which version of a flow a call has: the newest when it begins, from then on its own."""

from __future__ import annotations

from typing import Protocol

import msgspec

from steering.core.flow import Flow
from steering.errors import UnknownFlow
from steering.loader import load_sources
from steering.loader.shelf import Shelf
from steering.store.protocol import SessionRow, Store, Txn

KEPT_VERSIONS = 200


class Flows(Protocol):
    """Where flows are found by name: the Shelf, or anything like it."""

    def names(self) -> tuple[str, ...]: ...
    def get(self, name: str) -> Flow: ...


class Versions:
    """Flows by name from a *shelf*, and by hash from the *store*, which keeps every version that a call began with."""

    def __init__(self, shelf: Shelf | Flows, store: Store, default_flow: str | None) -> None:
        self.shelf, self.store, self.default_flow = shelf, store, default_flow
        self._versions: dict[str, Flow] = {}

    def flows(self) -> tuple[str, ...]:
        """The names that can be asked for."""
        return self.shelf.names()

    def flow(self, name: str) -> Flow:
        """The flow *name* as a call that begins now has it. UnknownFlow."""
        return self._chosen(name)

    def _chosen(self, flow: str | None, model: str | None = None) -> Flow:
        names = self.shelf.names()
        if flow is None:
            only = names[0] if len(names) == 1 else None
            flow = self.default_flow or only
        if flow is None or flow not in names:
            raise UnknownFlow(flow, names, model)
        return self._kept(self.shelf.get(flow))

    def _pinned(self, txn: Txn, row: SessionRow) -> Flow:
        """The version of the flow that a session began with, whatever became of its file."""
        return self.version(txn, row.flow_hash, row.flow)

    def version(self, txn: Txn, hash: str, name: str) -> Flow:
        """That version of the flow *name*, as the ledger keeps it. FlowError, UnknownFlow."""
        if flow := self._versions.get(hash):
            return flow
        return self._kept(load_sources(self._sources(txn, hash, name), name))

    def _sources(self, txn: Txn, hash: str, name: str) -> dict[str, str]:
        """The files of that version by name."""
        sources = txn.flow_sources(hash)
        if sources is None:
            raise UnknownFlow(name, self.shelf.names())
        return msgspec.json.decode(sources, type=dict[str, str])

    def _kept(self, flow: Flow) -> Flow:
        """*flow*, at hand for its next turn; the ledger gives back a version that is no longer."""
        self._versions[flow.hash] = flow
        while len(self._versions) > KEPT_VERSIONS:
            del self._versions[next(iter(self._versions))]
        return flow

    def _pinned_now(self, row: SessionRow) -> Flow:
        return self._versions.get(row.flow_hash) or self.store.read(lambda txn: self._pinned(txn, row))
