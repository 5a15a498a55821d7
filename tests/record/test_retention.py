"""A call is kept as long as its flow says, no longer, and not a day less while somebody holds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from steering.errors import OnHold
from steering.record.verify import verify
from steering.store.protocol import Store
from steering.upkeep import Upkeep, sweep
from tests.turns.platform import SURVEY, Line

Says = Callable[..., tuple[int, str]]
DAY = 86_400.0
KEPT_A_MONTH = SURVEY.replace("flow: survey", "flow: survey\nretain: 30 days")


def called(ledger: Store | None = None, source: str = KEPT_A_MONTH, *, id: str = "call", like: Line | None = None) -> Line:
    line = Line(source, id=id, owner="acme", steering=like.steering if like else None)
    if like:
        line.clock = like.clock
    if ledger:
        line.steering.store = ledger
    line.hear(number="+13125550100")
    line.hear("yes")
    return line


def there(line: Line, id: str = "call") -> bool:
    return line.steering.get("acme", id) is not None


@pytest.mark.parametrize("words", ["no", "my number is five"], ids=["ended", "abandoned"])
def test_a_call_is_erased_when_its_time_is_over_and_not_before(ledger: Store, words: str) -> None:
    line = called(ledger)
    line.hear(words)

    line.clock.now += 29 * DAY
    assert (sweep(line.steering), there(line)) == (0, True)
    line.clock.now += 2 * DAY
    assert (sweep(line.steering), there(line)) == (1, False)

    assert [row.kind for row in ledger.read(lambda txn: txn.audit(1))][-1] == "expired"
    assert verify(ledger).broken == []


def test_a_call_whose_flow_says_nothing_is_kept(ledger: Store) -> None:
    line = called(ledger, SURVEY)
    line.clock.now += 10_000 * DAY

    assert (sweep(line.steering), there(line)) == (0, True)


def test_what_counts_is_the_version_that_the_call_ran_on(ledger: Store) -> None:
    line = called(ledger)
    longer = Line(SURVEY.replace("flow: survey", "flow: survey\nretain: 3 years"), owner="acme")
    line.steering.shelf = longer.steering.shelf
    called(ledger, id="later", like=line)

    line.clock.now += 31 * DAY

    assert sweep(line.steering) == 1
    assert (there(line), there(line, "later")) == (False, True)


def test_a_call_on_hold_is_erased_by_nobody_until_it_is_released(ledger: Store) -> None:
    line = called(ledger)
    assert line.steering.hold("acme", "call", on=True) is True
    assert line.steering.hold("beta", "call", on=True) is False
    line.clock.now += 1000 * DAY

    assert sweep(line.steering) == 0
    with pytest.raises(OnHold, match="'call' is on legal hold"):
        line.steering.delete("acme", "call")
    assert there(line)

    line.steering.hold("acme", "call", on=False)
    assert sweep(line.steering) == 1
    kinds = [row.kind for row in ledger.read(lambda txn: txn.audit(1))]
    assert kinds[-3:] == ["held", "released", "expired"]


def test_the_next_call_of_a_session_on_hold_is_on_hold_too(ledger: Store) -> None:
    line = called(ledger)
    line.hear("get me an agent")
    line.steering.hold("acme", "call", on=True)
    line.messages.clear()
    line.hear()

    view = line.steering.get("acme", "call")

    assert view is not None
    assert (view.incarnation, view.hold) == (2, True)
    with pytest.raises(OnHold):
        line.steering.delete("acme", "call")


def test_one_process_sweeps_at_a_time_and_one_that_died_is_followed(ledger: Store) -> None:
    line = called(ledger)
    line.clock.now += 31 * DAY
    now = line.clock.now
    assert ledger.transact(lambda txn: txn.lease("sweep", "another", now, now + 300))

    assert sweep(line.steering) is None
    line.clock.now += 301
    assert sweep(line.steering) == 1


def test_many_calls_are_erased_in_one_sweep(ledger: Store) -> None:
    line = called(ledger)
    for number in range(45):
        called(ledger, id=f"c{number}", like=line)
    line.clock.now += 31 * DAY

    assert sweep(line.steering) == 46
    assert sweep(line.steering) == 0


def test_deliveries_are_forgotten_after_a_week(ledger: Store) -> None:
    line = called(ledger)
    for name, days in (("old", 8), ("new", 6)):
        ledger.transact(lambda txn, name=name, days=days: txn.remember("hume", name, line.clock.now - days * DAY))  # type: ignore[misc]

    sweep(line.steering)

    assert ledger.transact(lambda txn: txn.remember("hume", "old", line.clock.now)) is True
    assert ledger.transact(lambda txn: txn.remember("hume", "new", line.clock.now)) is False


def test_the_server_sweeps_once_an_hour(ledger: Store) -> None:
    line = called(ledger)
    upkeep = Upkeep(line.steering, None)
    upkeep.once()
    line.clock.now += 31 * DAY

    upkeep.once()

    assert not there(line)


def test_hold_and_sweep_by_command(ledger: Store, steering_says: Says) -> None:
    line = called(ledger)

    assert steering_says("hold", "call", "--owner", "acme") == (0, "'call' is on legal hold: nothing erases it\n")
    assert line.steering.get("acme", "call").hold is True  # type: ignore[union-attr]
    assert steering_says("sweep") == (0, "0 calls erased\n")
    assert steering_says("hold", "call", "--owner", "acme", "--release") == (0, "'call' may be erased again\n")
    # The clock of the command is the machine's: the call was long ago.
    assert steering_says("sweep") == (0, "1 call erased\n")
    status, said = steering_says("hold", "call")
    assert (status, "There is no session 'call'" in said) == (1, True)


CANARY = "xylophone-quetzal-4417"


def test_nothing_of_an_erased_call_can_be_read_any_more(ledger: Store, tmp_path: Path) -> None:
    """Crypto-shredding for real: neither words nor keys stand in the file, its WAL, or pages that were given back."""
    line = Line(KEPT_A_MONTH, id=CANARY, owner="acme")
    line.steering.store = ledger
    for words in (None, "yes", f"my number is {CANARY}", "five", "stop calling"):
        line.hear(words, number="+13125550100")
    connection = apsw.Connection(str(tmp_path / "calls.db"), flags=apsw.SQLITE_OPEN_READONLY)
    columns = ("session.data_key", "session.mark", "session.body", "turn.body", "turn.chain", "audit.body", "outbox.body")
    tables = [(one.partition(".")[0], one) for one in columns]
    secrets = [bytes(found) for table, one in tables for (found,) in connection.execute(f"SELECT {one} FROM {table}") if found]
    connection.close()
    assert len(secrets) > 15

    line.steering.delete("acme", CANARY)

    for path in tmp_path.iterdir():
        kept = path.read_bytes()
        assert CANARY.encode() not in kept, path.name
        for secret in secrets:
            assert secret not in kept, path.name
    assert line.steering.opted_out("acme", "+13125550100") is not None
    assert verify(ledger).broken == []


def test_a_reader_in_the_way_does_not_leave_erased_pages_behind_for_long(ledger: Store, tmp_path: Path) -> None:
    line = called(ledger)
    reader = apsw.Connection(str(tmp_path / "calls.db"), flags=apsw.SQLITE_OPEN_READONLY)
    reader.execute("BEGIN")
    list(reader.execute("SELECT count(*) FROM session"))
    ((key,),) = reader.execute("SELECT data_key FROM session")
    line.steering.delete("acme", "call")
    reader.execute("ROLLBACK")
    reader.close()

    called(ledger, id="next", like=line)

    assert all(bytes(key) not in path.read_bytes() for path in tmp_path.iterdir())
