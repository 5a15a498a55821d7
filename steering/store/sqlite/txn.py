"""The ledger inside one SQLite transaction: the methods of `Txn`, from one class a group of tables."""

from __future__ import annotations

from steering.store.sqlite.effects import Effects
from steering.store.sqlite.events import Events
from steering.store.sqlite.keys import Keys
from steering.store.sqlite.opt_outs import OptOuts
from steering.store.sqlite.sessions import Sessions
from steering.store.sqlite.shared import Shared
from steering.store.sqlite.turns import Turns


class SqliteTxn(Sessions, Turns, Events, Effects, OptOuts, Shared, Keys):
    """One work's view of the ledger."""

    __slots__ = ()
