"""The tables of effects: what turns have asked of the world, and what of it somebody is still to be told."""

from __future__ import annotations

from collections.abc import Sequence

from steering.store.chain import ABSENT, key_of
from steering.store.columns import effect_columns, effect_digest, effect_row
from steering.store.protocol import DeliveryRow, EffectRow
from steering.store.sqlite.journalled import Journalled

EFFECT = "SELECT n, key, policy, status, body FROM outbox WHERE session = ?"


class Effects(Journalled):
    __slots__ = ()

    def add_effect(self, row: EffectRow) -> None:
        held, key = self._writing(row.session)
        columns = effect_columns(row, key)
        fresh = self._execute(
            "INSERT INTO outbox (session, n, key, policy, status, body) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (session, key) DO NOTHING RETURNING 1",
            (row.session, *columns),
        )
        if list(fresh):
            held.journal.note(b"e", key_of(row.key.encode()), ABSENT, effect_digest(row.session, columns))

    def effects(self, session: int) -> Sequence[EffectRow]:
        key = self._key(session)
        return [effect_row(session, key, one) for one in self._execute(EFFECT + " ORDER BY rowid", (session,))]

    def save_effect(self, row: EffectRow) -> None:
        held, key = self._writing(row.session)
        stored = next(self._execute(EFFECT + " AND key = ?", (row.session, row.key)), None)
        if stored is None:
            return
        columns = effect_columns(row, key, stored[-1])
        self._execute(
            "UPDATE outbox SET n = ?, key = ?, policy = ?, status = ?, body = ? WHERE session = ? AND key = ?",
            (*columns, row.session, row.key),
        )
        before, after = (effect_digest(row.session, one) for one in (stored, columns))
        held.journal.note(b"e", key_of(row.key.encode()), before, after)

    def deliveries(self, *, session: int | None = None, until: float | None = None, limit: int = 10_000) -> Sequence[DeliveryRow]:
        where, values = " WHERE true", list[float]()
        narrowed: list[tuple[str, float | None]] = [(" AND session = ?", session), (" AND due <= ?", until)]
        for clause, value in narrowed:
            if value is not None:
                where += clause
                values.append(value)
        statement = f"SELECT session, key, n, policy, due, tries, reason FROM delivery{where} ORDER BY due, session, key LIMIT ?"
        return [
            DeliveryRow(session=session, key=key, n=n, policy=policy, due=due, tries=tries, reason=reason)
            for session, key, n, policy, due, tries, reason in self._execute(statement, (*values, limit))
        ]

    def save_delivery(self, row: DeliveryRow) -> None:
        self._execute(
            "INSERT OR REPLACE INTO delivery (session, key, n, policy, due, tries, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (row.session, row.key, row.n, row.policy, row.due, row.tries, row.reason),
        )

    def drop_delivery(self, session: int, key: str) -> None:
        self._execute("DELETE FROM delivery WHERE session = ? AND key = ?", (session, key))
