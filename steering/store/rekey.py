"""A master key changed for another: every data key wrapped anew, a few in each transaction, while calls go on or not.

Each session's key is under one master key or another at any moment, so whoever is stopped in the middle begins again.
"""

from __future__ import annotations

from functools import partial

from steering.store.protocol import Store, Txn

# Sessions a transaction: the others wait a few milliseconds for it.
_AT_ONCE = 100


def rekey(store: Store) -> tuple[int, int]:
    """How many sessions' keys were wrapped by the newest master key just now, and how many no key at hand opens."""
    renewed = closed = 0
    after: int | None = 0
    while after is not None:
        after, wrapped, unknown = store.transact(partial(_some, after=after))
        renewed, closed = renewed + wrapped, closed + unknown
    return renewed, closed


def _some(txn: Txn, *, after: int) -> tuple[int | None, int, int]:
    return txn.rewrap(after, _AT_ONCE)
