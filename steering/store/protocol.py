"""What the service needs from a ledger. Bodies are plain bytes here; a store keeps them sealed.

A turn is one call of `transact(work)`: the store calls *work(txn)* exactly once, alone of all writers
(other threads, greenlets and processes included), and returns its result only after the commit is
durable. An exception from *work* undoes that work alone and is raised to its caller.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import msgspec

T = TypeVar("T")


class SessionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One incarnation of a session. *key* is 0 until stored. *body* is None when it cannot be unsealed.

    *hold*: it is kept whatever its flow or anybody else says, until that is taken back.
    """

    key: int = 0
    owner: str
    id: str
    incarnation: int
    flow: str
    flow_hash: str
    salt: bytes
    seed: str
    head: int = 0
    ended: bool = False
    step: str = ""
    platform: str = ""
    created: float
    last: float
    hold: bool = False
    body: bytes | None = b""


class TurnRow(msgspec.Struct, frozen=True, kw_only=True):
    """One evaluated turn. Append-only but for *live*, and for a `waiting` row being completed.

    Turn 0 is the opening. *began* marks the first turn of a chat that began later. *idempotency* is
    the client's key or "". *deadline* is unix seconds for `waiting` rows. *body* as above.
    """

    key: int = 0
    session: int
    n: int
    chain: bytes
    live: bool = True
    status: str = "done"
    began: bool = False
    idempotency: str = ""
    at: float
    deadline: float = 0.0
    body: bytes | None = b""


class AuditRow(msgspec.Struct, frozen=True, kw_only=True):
    """One event of a session's hash chain; *data* is plain JSON bytes.

    *data* and its *salt* are None when erased or when they cannot be unsealed. *kind* says nothing private.
    *rows* are the `steering.store.chain.changes` that the event answers for. *position* counts the events of
    all chains as they were written.
    """

    position: int = 0
    session: int
    seq: int
    at: float
    kind: str
    data: bytes | None
    salt: bytes | None
    commitment: bytes
    rows: bytes
    prev_hash: bytes
    hash: bytes


class EffectRow(msgspec.Struct, frozen=True, kw_only=True):
    """One effect in the outbox. *policy*: on_commit | on_ack | on_end; *status*: held | ready | done | cancelled | revised | dead."""

    session: int
    n: int
    key: str
    policy: str = "on_commit"
    status: str = "ready"
    body: bytes | None = b""


class OptOutRow(msgspec.Struct, frozen=True, kw_only=True):
    """A number that is not to be called again: its keyed hash, since when, and the key of the session (0: added by hand)."""

    number: bytes
    at: float
    session: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What stands of a chain's session, to be held against its chain.

    *row*: its row, None when it is gone; *readable*: its key is there; *genuine*: the row is as it was written, and
    *end* (number, hash) is the end of the chain that it names. *rows* are the digests of its turns, effects and
    numbers, by table and key, *names* what to call them. *buried*: the last event is a tombstone that this ledger wrote.
    """

    session: int
    row: SessionRow | None
    readable: bool = False
    genuine: bool = False
    end: tuple[int, bytes] | None = None
    rows: Mapping[tuple[bytes, int], bytes]
    names: Mapping[tuple[bytes, int], str]
    buried: bool = False


class DeliveryRow(msgspec.Struct, frozen=True, kw_only=True):
    """An effect that somebody is to be told of, *n* and *policy* as in its EffectRow; the row goes when it was told.

    *due* is unix seconds, infinite when *tries* came to nothing; *reason* says why the last one did.
    """

    session: int
    key: str
    n: int
    policy: str
    due: float
    tries: int = 0
    reason: str = ""


class Txn(Protocol):
    """The ledger inside one transaction (or one consistent read).

    ValueError for a row that may not be: an unknown session, a second live turn with one number, an
    incarnation that is there already. A *body* saved as None leaves the stored one as it is.
    """

    def session(self, owner: str, id: str, incarnation: int | None = None) -> SessionRow | None:
        """The session of that incarnation; without one, the latest."""

    def session_of(self, key: int) -> SessionRow | None:
        """The session with that key; None when it was never there, or erased."""

    def add_session(self, row: SessionRow) -> SessionRow:
        """The row as stored, with its key. Makes the data key that seals all its bodies."""

    def save_session(self, row: SessionRow) -> None: ...

    def turn(self, session: int, n: int, chain: bytes) -> TurnRow | None:
        """The turn with that chain: the live row first, else the newest."""

    def live_turn(self, session: int, n: int) -> TurnRow | None: ...

    def turns(self, session: int, *, live_only: bool = True, since: int = 0) -> Sequence[TurnRow]:
        """All rows from number *since* on in order of n, then key, bodies unsealed."""

    def turn_by_idempotency(self, session: int, key: str) -> TurnRow | None: ...

    def latest_began(self, session: int) -> TurnRow | None:
        """The live row with *began* and the largest n ≥ 1."""

    def supersede(self, session: int, n: int) -> Sequence[TurnRow]:
        """Makes every live row with number ≥ n not live; returns those rows (as they were)."""

    def add_turn(self, row: TurnRow) -> TurnRow: ...

    def save_turn(self, row: TurnRow) -> None: ...

    def add_audit(self, session: int, kind: str, at: float, data: bytes) -> None:
        """Appends to the session's chain: see `steering.store.chain`."""

    def audit(self, session: int) -> Sequence[AuditRow]: ...

    def add_effect(self, row: EffectRow) -> None:
        """Adds it unless the session has one with that key."""

    def effects(self, session: int) -> Sequence[EffectRow]: ...

    def save_effect(self, row: EffectRow) -> None: ...

    def deliveries(self, *, session: int | None = None, until: float | None = None, limit: int = 10_000) -> Sequence[DeliveryRow]:
        """Those of *session* (of all), due by *until* (whenever), soonest first."""

    def save_delivery(self, row: DeliveryRow) -> None:
        """Adds it, or takes the place of the one with its key."""

    def drop_delivery(self, session: int, key: str) -> None: ...

    def flow_sources(self, hash: str) -> bytes | None:
        """The sources of a pinned flow version."""

    def put_flow(self, hash: str, name: str, sources: bytes) -> None:
        """Keeps them unless they are kept already."""

    def opens(self) -> bool:
        """Whether a master key at hand opens any session's data key; True also when there is none to open."""

    def rewrap(self, after: int, limit: int) -> tuple[int | None, int, int]:
        """Wraps the data keys of the *limit* sessions after the key *after* by the newest master key, where they are not yet.

        The key of the last of them, None when there were none; how many were wrapped; how many no master key at hand opens.
        """

    def sessions(self, owner: str, *, flow: str | None = None, since: float | None = None, limit: int = 1000) -> Sequence[SessionRow]:
        """Latest incarnations, newest first; *since* compares with *last*."""

    def erase(self, session: int, kind: str, at: float) -> None:
        """Destroys the session's data key and rows, and ends its chain with a tombstone of that *kind*; OnHold when it is held.

        The audit rows stay without their data, so that a chain quoted elsewhere can still be checked.
        """

    def incarnations(self, owner: str, id: str) -> Sequence[SessionRow]:
        """All that there are, oldest first."""

    def expired(self, before: Mapping[str, float], limit: int) -> Sequence[int]:
        """Keys of sessions whose last turn lies before the time given for the hash of their flow; none that is on hold."""

    def lease(self, name: str, holder: str, now: float, until: float) -> bool:
        """Whether *holder* may do *name* until then, all others being kept from it; held by another, not before it runs out."""

    def chains(self) -> Sequence[int]:
        """The number of every chain: the keys of all sessions that there ever were, and 0 for the ledger's own."""

    def heads(self, after: int = 0) -> tuple[int, Mapping[int, tuple[int, bytes]]]:
        """The position of the newest event, and the end (number, hash) of every chain that grew after the position *after*."""

    def gaps(self) -> Sequence[tuple[int, int]]:
        """First and last position of every run of events that are not there any more."""

    def kept(self, session: int) -> Kept:
        """What stands of that chain's session."""

    def add_opt_out(self, owner: str, number: str, session: int, at: float) -> bool:
        """Keeps *number* (E.164) as one that is not to be called; False when it was kept already. Nothing takes it back."""

    def opt_out(self, owner: str, number: str) -> OptOutRow | None: ...

    def opt_outs(self, owner: str) -> Sequence[OptOutRow]:
        """All of an owner's, oldest first."""

    def owners(self) -> Sequence[str]:
        """Whoever has sessions or opt-outs here; "" is one of them."""

    def remember(self, source: str, dedupe: str, at: float) -> bool:
        """True the first time this delivery is seen (the inbox of webhooks)."""

    def forget_deliveries(self, before: float) -> int:
        """Drops what was seen before then; how many."""

    def flow_versions(self) -> Sequence[tuple[str, str]]:
        """(hash, name) of every pinned flow version."""


class Store(Protocol):
    def transact(self, work: Callable[[Txn], T]) -> T:
        """What *work* returns, after a durable commit. Not to be called from inside a work.

        StoreUnavailable within about 2 s when it cannot be had; whether it was committed is then unknown.
        """

    def read(self, work: Callable[[Txn], T]) -> T:
        """What *work* returns over a consistent view; it must not write. Never waits for the writer."""

    def close(self) -> None: ...
