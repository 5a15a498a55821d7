"""What every store must do, whatever it is made of."""

from __future__ import annotations

import math
from typing import Any

import pytest
from msgspec.structs import replace

from steering.store.protocol import DeliveryRow, EffectRow, Store, Txn

from .conftest import begin, erase, first_break, session_row, turn_row


def test_a_session_comes_back_as_it_was_added(store: Store) -> None:
    row = session_row(ended=True, step="ask", platform="hume", head=3, body=b"\x00\xff")

    added = store.transact(lambda txn: txn.add_session(row))

    assert added == replace(row, key=added.key)
    assert added.key > 0
    assert store.read(lambda txn: txn.session("acme", "s1")) == added


def test_the_latest_incarnation_is_the_session_unless_another_is_asked_for(store: Store) -> None:
    begin(store, incarnation=1)
    begin(store, incarnation=2, body=b"second")

    assert store.read(lambda txn: txn.session("acme", "s1")).body == b"second"
    assert store.read(lambda txn: txn.session("acme", "s1", 1)).body == b"snapshot"
    assert store.read(lambda txn: txn.session("acme", "s1", 3)) is None


def test_a_session_of_another_owner_is_not_visible(store: Store) -> None:
    begin(store)

    assert store.read(lambda txn: txn.session("beta", "s1")) is None
    assert store.read(lambda txn: txn.sessions("beta")) == []
    assert erase(store, "beta", "s1") == 0


def test_one_incarnation_is_added_once(store: Store) -> None:
    begin(store)

    with pytest.raises(ValueError, match="has an incarnation 1 already"):
        begin(store)


def test_a_saved_session_replaces_the_old_one(store: Store) -> None:
    begin(store)
    row = store.read(lambda txn: txn.session("acme", "s1"))
    changed = replace(row, head=2, step="bye", ended=True, last=9.0, flow="other", body=b"new")

    store.transact(lambda txn: txn.save_session(changed))

    assert store.read(lambda txn: txn.session("acme", "s1")) == changed


def test_a_body_saved_as_none_stays_as_it_was(store: Store) -> None:
    key = begin(store)

    def work(txn: Txn) -> None:
        turn = txn.add_turn(turn_row(key, 1))
        txn.add_effect(EffectRow(session=key, n=1, key="e", body=b"effect"))
        txn.save_session(replace(txn.session("acme", "s1"), head=1, body=None))
        txn.save_turn(replace(turn, status="void", body=None))
        txn.save_effect(EffectRow(session=key, n=1, key="e", status="done", body=None))

    store.transact(work)

    session, turn, effect = store.read(lambda txn: (txn.session("acme", "s1"), txn.live_turn(key, 1), txn.effects(key)[0]))
    assert (session.head, session.body) == (1, b"snapshot")
    assert (turn.status, turn.body) == ("void", b"reply 1")
    assert (effect.status, effect.body) == ("done", b"effect")


def test_a_turn_is_found_by_its_chain_the_live_row_first(store: Store) -> None:
    key = begin(store)

    def work(txn: Txn) -> list[int]:
        return [txn.add_turn(turn_row(key, 1, chain=chain, live=live)).key for chain, live in ((b"a", True), (b"a", False), (b"b", False))]

    first, second, third = store.transact(work)

    assert store.read(lambda txn: txn.turn(key, 1, b"a")).key == first
    assert store.read(lambda txn: txn.turn(key, 1, b"b")).key == third
    assert store.read(lambda txn: txn.turn(key, 1, b"c")) is None
    assert store.read(lambda txn: txn.turn(key, 2, b"a")) is None
    store.transact(lambda txn: txn.supersede(key, 1))
    assert store.read(lambda txn: txn.turn(key, 1, b"a")).key == second


def test_a_turn_comes_back_as_it_was_added(store: Store) -> None:
    key = begin(store)
    row = turn_row(key, 1, status="waiting", began=True, idempotency="i", deadline=7.5)

    added = store.transact(lambda txn: txn.add_turn(row))

    assert added == replace(row, key=added.key)
    assert store.read(lambda txn: txn.live_turn(key, 1)) == added


def test_a_turn_has_one_live_row(store: Store) -> None:
    key = begin(store)
    first = store.transact(lambda txn: txn.add_turn(turn_row(key, 1)))
    other = store.transact(lambda txn: txn.add_turn(turn_row(key, 1, chain=b"other", live=False)))

    with pytest.raises(ValueError, match="live row already"):
        store.transact(lambda txn: txn.add_turn(turn_row(key, 1, chain=b"third")))
    with pytest.raises(ValueError, match="live row already"):
        store.transact(lambda txn: txn.save_turn(replace(other, live=True)))

    assert store.read(lambda txn: txn.turns(key)) == [first]


def test_superseded_turns_are_kept_but_not_live(store: Store) -> None:
    key = begin(store)
    rows = [store.transact(lambda txn, n=n: txn.add_turn(turn_row(key, n))) for n in range(4)]

    superseded = store.transact(lambda txn: txn.supersede(key, 2))

    assert superseded == rows[2:]
    assert store.read(lambda txn: txn.turns(key)) == rows[:2]
    assert [row.live for row in store.read(lambda txn: txn.turns(key, live_only=False))] == [True, True, False, False]
    assert [row.n for row in store.read(lambda txn: txn.turns(key, live_only=False, since=2))] == [2, 3]
    assert [row.n for row in store.read(lambda txn: txn.turns(key, since=1))] == [1]
    assert store.transact(lambda txn: txn.supersede(key, 2)) == []


def test_a_waiting_turn_is_completed_and_a_superseded_one_revived(store: Store) -> None:
    key = begin(store)
    row = store.transact(lambda txn: txn.add_turn(turn_row(key, 1, status="waiting", deadline=5.0)))
    store.transact(lambda txn: txn.supersede(key, 1))

    store.transact(lambda txn: txn.save_turn(replace(row, status="done", body=b"answer")))

    assert store.read(lambda txn: txn.live_turn(key, 1)) == replace(row, status="done", body=b"answer")


def test_a_turn_is_found_by_its_idempotency_key_and_no_key_finds_none(store: Store) -> None:
    key = begin(store)
    other = begin(store, id="s2")
    store.transact(lambda txn: txn.add_turn(turn_row(other, 1, idempotency="k")))
    store.transact(lambda txn: txn.add_turn(turn_row(key, 1)))
    row = store.transact(lambda txn: txn.add_turn(turn_row(key, 2, idempotency="k")))

    assert store.read(lambda txn: txn.turn_by_idempotency(key, "k")) == row
    assert store.read(lambda txn: txn.turn_by_idempotency(key, "x")) is None
    assert store.read(lambda txn: txn.turn_by_idempotency(key, "")) is None


def test_the_latest_beginning_is_live_and_not_the_opening(store: Store) -> None:
    key = begin(store)
    store.transact(lambda txn: txn.add_turn(turn_row(key, 0, began=True)))
    assert store.read(lambda txn: txn.latest_began(key)) is None
    for n, began in ((1, True), (2, False), (3, True), (4, False)):
        store.transact(lambda txn, n=n, began=began: txn.add_turn(turn_row(key, n, began=began)))

    assert store.read(lambda txn: txn.latest_began(key)).n == 3
    store.transact(lambda txn: txn.supersede(key, 2))
    assert store.read(lambda txn: txn.latest_began(key)).n == 1


def test_nothing_is_added_to_an_unknown_session(store: Store) -> None:
    for work in (
        lambda txn: txn.add_turn(turn_row(77, 1)),
        lambda txn: txn.add_audit(77, "turn", 1.0, b"{}"),
        lambda txn: txn.add_effect(EffectRow(session=77, n=1, key="e")),
        lambda txn: txn.save_session(session_row(key=77)),
    ):
        with pytest.raises(ValueError, match="there is no session 77"):
            store.transact(work)


def test_audit_events_form_a_chain_that_shows_every_change(store: Store) -> None:
    key = begin(store)
    for n in range(4):
        store.transact(lambda txn, n=n: txn.add_audit(key, "turn", float(n), b'{"n": %d}' % n))

    rows = store.read(lambda txn: txn.audit(key))

    assert [(row.seq, row.data) for row in rows] == [(n + 1, b'{"n": %d}' % n) for n in range(4)]
    assert first_break(rows) is None
    assert first_break([rows[0], replace(rows[1], data=b"{}"), *rows[2:]]) == 2
    assert first_break([rows[0], replace(rows[1], at=9.0), *rows[2:]]) == 2
    assert first_break([rows[0], *rows[2:]]) == 2
    assert first_break(rows[1:]) == 1
    assert first_break([replace(row, data=None, salt=None) for row in rows]) is None


def test_an_effect_is_added_once_by_its_key(store: Store) -> None:
    key, other = begin(store), begin(store, id="s2")
    row = EffectRow(session=key, n=1, key="hook", policy="on_ack", status="held", body=b"{}")

    store.transact(lambda txn: txn.add_effect(row))
    store.transact(lambda txn: txn.add_effect(replace(row, n=2, body=b"again")))
    store.transact(lambda txn: txn.add_effect(replace(row, session=other)))
    assert store.read(lambda txn: txn.effects(key)) == [row]

    store.transact(lambda txn: txn.save_effect(replace(row, status="done", body=b"sent")))
    assert store.read(lambda txn: txn.effects(key)) == [replace(row, status="done", body=b"sent")]


def test_flow_sources_are_kept_by_hash(store: Store) -> None:
    store.transact(lambda txn: txn.put_flow("h", "welcome", b"one"))
    store.transact(lambda txn: txn.put_flow("h", "welcome", b"two"))

    assert store.read(lambda txn: txn.flow_sources("h")) == b"one"
    assert store.read(lambda txn: txn.flow_sources("x")) is None


def test_a_delivery_is_remembered_for_its_source(store: Store) -> None:
    seen = [store.transact(lambda txn, each=each: txn.remember(*each, 1.0)) for each in (("hume", "1"), ("hume", "1"), ("twilio", "1"))]

    assert seen == [True, False, True]


def test_sessions_are_listed_newest_first_and_narrowed(store: Store) -> None:
    begin(store, id="a", last=1.0)
    begin(store, id="b", last=3.0, flow="clinic")
    begin(store, id="a", incarnation=2, last=2.0)

    def listed(**narrowed: object) -> list[tuple[str, int]]:
        return [(row.id, row.incarnation) for row in store.read(lambda txn: txn.sessions("acme", **narrowed))]

    assert listed() == [("b", 1), ("a", 2)]
    assert listed(flow="welcome") == [("a", 2)]
    assert listed(since=3.0) == [("b", 1)]
    assert listed(limit=1) == [("b", 1)]
    assert listed(flow="clinic", since=4.0) == []


def test_a_deleted_session_leaves_only_a_chain_without_data(store: Store) -> None:
    keys = [begin(store, incarnation=number) for number in (1, 2)]
    for key in keys:
        store.transact(lambda txn, key=key: (txn.add_turn(turn_row(key, 1)), txn.add_effect(EffectRow(session=key, n=1, key="e"))))
        store.transact(lambda txn, key=key: [txn.add_audit(key, "turn", 1.0, b"private") for _ in range(2)])

    assert erase(store, "acme", "s1") == 2

    assert erase(store, "acme", "s1") == 0
    assert store.read(lambda txn: (txn.session("acme", "s1"), txn.sessions("acme"))) == (None, [])
    for key in keys:
        assert store.read(lambda txn, key=key: (txn.turns(key, live_only=False), txn.effects(key))) == ([], [])
        rows = store.read(lambda txn, key=key: txn.audit(key))
        assert [(row.kind, row.data, row.salt) for row in rows] == [(kind, None, None) for kind in ("changed", "turn", "turn", "erased")]
        assert first_break(rows) is None
    assert begin(store) not in keys


def test_a_work_that_fails_leaves_nothing_behind(store: Store) -> None:
    key = begin(store)
    store.transact(lambda txn: txn.add_turn(turn_row(key, 1)))
    before = store.read(lambda txn: (txn.session("acme", "s1"), txn.turns(key), txn.audit(key)))

    def work(txn: Txn) -> None:
        txn.supersede(key, 1)
        txn.add_turn(turn_row(key, 1, chain=b"new"))
        txn.save_session(replace(txn.session("acme", "s1"), head=5))
        txn.add_audit(key, "turn", 1.0, b"{}")
        txn.add_session(session_row(id="other"))
        txn.put_flow("h", "n", b"s")
        txn.remember("a", "b", 1.0)
        txn.erase(key, "erased", 9.0)
        raise LookupError("no such thing")

    with pytest.raises(LookupError, match="no such thing"):
        store.transact(work)

    assert store.read(lambda txn: (txn.session("acme", "s1"), txn.turns(key), txn.audit(key))) == before
    assert store.read(lambda txn: (txn.session("acme", "other"), txn.flow_sources("h"))) == (None, None)
    assert store.transact(lambda txn: txn.remember("a", "b", 1.0)) is True
    assert begin(store, id="after") != key


def test_what_was_begun_by_a_failed_work_does_not_haunt_the_next_session(store: Store) -> None:
    def work(txn: Txn) -> None:
        txn.add_turn(turn_row(txn.add_session(session_row(id="x")).key, 1))
        raise LookupError

    with pytest.raises(LookupError):
        store.transact(work)

    key = begin(store, id="y")
    assert store.read(lambda txn: (txn.turns(key), txn.session("acme", "y").body)) == ([], b"snapshot")


def test_an_opt_out_is_kept_once_per_owner_and_outlives_its_session(store: Store) -> None:
    key = begin(store)

    assert store.transact(lambda txn: txn.add_opt_out("acme", "+13125550100", key, 5.0)) is True
    assert store.transact(lambda txn: txn.add_opt_out("acme", "+13125550100", 0, 9.0)) is False
    erase(store, "acme", "s1")

    row = store.read(lambda txn: txn.opt_out("acme", "+13125550100"))
    assert (row.at, row.session, b"3125550100" in row.number) == (5.0, key, False)
    assert store.read(lambda txn: txn.opt_outs("acme")) == [row]
    assert store.read(lambda txn: set(txn.owners())) == {"acme"}
    assert store.read(lambda txn: (txn.opt_out("beta", "+13125550100"), txn.opt_out("acme", "+13125550101"))) == (None, None)


def test_a_session_is_found_by_its_key(store: Store) -> None:
    key = begin(store)

    assert store.read(lambda txn: txn.session_of(key)) == session_row(key=key)
    assert store.read(lambda txn: txn.session_of(key + 1)) is None


def test_a_lease_is_one_holders_until_it_runs_out(store: Store) -> None:
    def lease(holder: str, now: float, until: float, name: str = "sweep") -> bool:
        return store.transact(lambda txn: txn.lease(name, holder, now, until))

    assert lease("a", 0.0, 10.0) is True
    assert lease("b", 9.0, 20.0) is False
    assert lease("b", 9.0, 20.0, "another") is True
    assert lease("a", 9.0, 12.0) is True
    assert lease("b", 11.0, 20.0) is False
    assert lease("b", 12.0, 20.0) is True


def test_a_delivery_is_kept_until_it_is_dropped_soonest_first(store: Store) -> None:
    key, other = begin(store), begin(store, id="s2")
    rows = [
        DeliveryRow(session=key, key="1:a", n=1, policy="on_ack", due=30.0),
        DeliveryRow(session=other, key="1:a", n=1, policy="on_commit", due=10.0),
        DeliveryRow(session=key, key="2:b", n=2, policy="on_end", due=math.inf, tries=11, reason="status_500"),
    ]

    def save(txn: Txn) -> None:
        for row in rows:
            txn.save_delivery(row)

    store.transact(save)
    first, second, third = rows

    def found(**which: Any) -> list[DeliveryRow]:
        return list(store.read(lambda txn: txn.deliveries(**which)))

    assert found() == [second, first, third]
    assert found(until=30.0) == [second, first]
    assert found(until=9.9) == []
    assert found(session=key) == [first, third]
    assert found(limit=1) == [second]

    again = replace(second, due=40.0, tries=1, reason="timeout")
    store.transact(lambda txn: txn.save_delivery(again))
    store.transact(lambda txn: txn.drop_delivery(key, "1:a"))
    assert found() == [again, third]


def test_what_was_to_be_told_of_a_session_goes_with_it(store: Store) -> None:
    key = begin(store)
    store.transact(lambda txn: txn.save_delivery(DeliveryRow(session=key, key="1:a", n=1, policy="on_end", due=1.0)))

    erase(store, "acme", "s1")

    assert store.read(lambda txn: txn.deliveries()) == []
