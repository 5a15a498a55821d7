"""Whether the record is still the one that was written: every row of every session held against its chain.

An event of a chain names the rows that were written with it, by digest, so whatever was changed, moved, taken
out or put in shows at the session and the event. A chain that was cut, or made anew as a whole, agrees with
itself: it shows where it is held against checkpoints that are kept elsewhere.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from steering.errors import StoreUnavailable
from steering.loader import content_hash
from steering.store.chain import ABSENT, GENESIS, LEDGER, changes, commit_to, link
from steering.store.protocol import AuditRow, Kept, Store, Txn

_TABLES = {b"t": "a turn", b"e": "an effect", b"n": "an opt-out", b"k": "the marks of the first master key"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """One thing that is wrong with the record: the number of the session, its id while it has a row, the event, what is wrong."""

    session: int | None = None
    id: str = ""
    event: int | None = None
    what: str

    def __str__(self) -> str:
        if self.session is None:
            return self.what
        whose = "the ledger's own chain" if self.session == LEDGER else f"session {self.session}"
        named = f" ('{self.id}')" if self.id else ""
        return f"{whose}{named}{'' if self.event is None else f', event {self.event}'}: {self.what}"


@dataclass(slots=True)
class Verified:
    """How much was looked at, and what is wrong with it."""

    chains: int = 0
    events: int = 0
    broken: list[Broken] = field(default_factory=list)


def verify(store: Store, ends: Mapping[int, tuple[int, bytes]] | None = None) -> Verified:
    """All of *store* held against itself, and against *ends*: the (event, hash) that the chain of a session had reached."""
    done, ends = Verified(), ends or {}
    for first, last in store.read(lambda txn: txn.gaps()):
        done.broken.append(Broken(what=f"events {first} to {last} of the ledger, counted over all its chains, are gone"))
    versions, changed = store.read(_flows)
    done.broken += changed
    for number in sorted({*store.read(lambda txn: txn.chains()), *ends}):
        try:
            kept, rows = store.read(lambda txn, number=number: (txn.kept(number), txn.audit(number)))  # type: ignore[misc]
        except (StoreUnavailable, ValueError) as error:
            done.broken.append(Broken(session=number, what=f"it cannot be read: {error}"))
            continue
        done.chains += 1
        done.events += len(rows)
        id = kept.row.id if kept.row else ""
        found = [*of_chain(kept, rows), *_reached(rows, ends.get(number))]
        if kept.row and kept.row.flow_hash not in versions:
            found.append((None, f"its flow version '{kept.row.flow}' {kept.row.flow_hash[:8]} is gone"))
        done.broken += [Broken(session=number, id=id, event=event, what=what) for event, what in found]
    return done


def of_chain(kept: Kept, rows: Sequence[AuditRow]) -> Iterator[tuple[int | None, str]]:
    """(event, what is wrong) of one chain and of the rows that it answers for; no event where it is the session itself."""
    expected: dict[tuple[bytes, int], bytes] = {}
    written: dict[tuple[bytes, int], int] = {}
    prev_hash, seq, position = GENESIS, 0, 0
    for row in rows:
        if row.seq != seq + 1:
            yield row.seq, f"the {row.seq - seq - 1} before it are missing"
        elif row.prev_hash != prev_hash:
            yield row.seq, "it does not follow from the one before it"
        if row.position <= position:
            yield row.seq, "it does not stand where it was written"
        yield from ((row.seq, what) for what in _event(row, readable=kept.readable))
        try:
            for table, key, before, after in changes(row.rows):
                if expected.get((table, key), ABSENT) != before:
                    yield row.seq, f"{_named(kept, table, key)} had been changed before it"
                expected[table, key], written[table, key] = after, row.seq
        except struct.error:
            pass  # the hash does not hold either
        prev_hash, seq, position = row.hash, row.seq, row.position
    if kept.row is None and kept.session != LEDGER:
        if rows and not kept.buried:
            yield seq, "the session is gone, but was not erased"
        for name in sorted(kept.names.values()):
            yield seq, f"{name} stands there without its session"
        return
    if kept.row is not None:
        if not kept.readable:
            yield None, "its key was changed, or is of another master key"
        elif not kept.genuine:
            yield None, "the session's row was changed"
        elif kept.end != (seq, prev_hash):
            ends = kept.end[0] if kept.end else 0
            yield seq, f"the chain ended with event {ends}" if ends != seq else "the chain ended with another"
    for (table, key), digest in expected.items():
        if (table, key) not in kept.rows:
            yield written[table, key], f"{_TABLES.get(table, 'a row')} that it wrote is gone"
        elif kept.rows[table, key] != digest:
            yield written[table, key], f"{_named(kept, table, key)} was changed after it"
    for table, key in kept.rows.keys() - expected.keys():
        yield None, f"{_named(kept, table, key)} was put in by nobody"


def _event(row: AuditRow, *, readable: bool) -> Iterator[str]:
    if row.hash != link(row.prev_hash, row.seq, row.kind, row.at, row.commitment, row.rows):
        yield "it was changed"
    if row.data is None or row.salt is None:
        if readable:
            yield "what it says was changed or taken out"
    elif commit_to(row.salt, row.data) != row.commitment:
        yield "it says something else"
    if row.kind == "altered":
        yield "the session had been changed behind the ledger's back before it"


def _reached(rows: Sequence[AuditRow], end: tuple[int, bytes] | None) -> Iterator[tuple[int | None, str]]:
    if end is None:
        return
    seq, hash = end
    found = next((row for row in rows if row.seq == seq), None)
    if found is None:
        last = rows[-1].seq if rows else 0
        yield last, f"a checkpoint saw event {seq}" if rows else f"a checkpoint saw {seq} events, and none is there"
    elif found.hash != hash:
        yield seq, "it is not the one that a checkpoint saw"


def _flows(txn: Txn) -> tuple[set[str], list[Broken]]:
    """The hashes of all flow versions, and those whose sources are not what their hash stands for."""
    versions, changed = dict(txn.flow_versions()), []
    for hash, name in versions.items():
        sources = txn.flow_sources(hash) or b""
        try:
            files = msgspec.json.decode(sources, type=dict[str, str])
        except (msgspec.DecodeError, UnicodeDecodeError):
            files = {}
        if content_hash(files) != hash or f"{name}.yaml" not in files or msgspec.json.encode(files) != sources:
            changed.append(Broken(what=f"the flow version '{name}' {hash[:8]} was changed"))
    return set(versions), changed


def _named(kept: Kept, table: bytes, key: int) -> str:
    return kept.names.get((table, key)) or _TABLES.get(table, "a row")
