"""An opt-out outlives the call: it is kept with the number, whatever becomes of the session."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.cli import main
from steering.errors import RequestRefused, StoreUnavailable
from steering.record.verify import verify
from steering.service import History, Steering
from steering.store import open_store
from steering.store.protocol import Store
from steering.testing import OneFlow
from tests.turns.platform import SURVEY, Line, them, us

NUMBER = "+13125550100"


def test_an_opt_out_is_kept_with_the_callers_number() -> None:
    line = Line(owner="acme")
    line.hear(number="+1 (312) 555-0100")
    said = line.hear("stop calling me", number="+1 (312) 555-0100")

    kept = line.steering.opted_out("acme", NUMBER)

    assert said == "We will stop calling."
    assert kept is not None
    assert (kept.at, kept.session) == (line.clock.now, "call")
    assert NUMBER.encode().hex() not in kept.number
    assert line.steering.opted_out("beta", NUMBER) is None
    assert line.steering.opted_out("acme", "+13125550101") is None


def test_deleting_the_call_or_revising_the_words_leaves_the_opt_out() -> None:
    line = Line(owner="acme")
    line.hear(number=NUMBER)
    line.hear("stop calling me")
    line.messages[1:] = [them("yes")]
    line.hear()
    line.steering.delete("acme", "call")

    kept = line.steering.opted_out("acme", NUMBER)

    assert kept is not None
    assert kept.session == ""


def test_a_number_that_is_known_only_after_the_opt_out_is_kept_too() -> None:
    source = SURVEY.replace("    end: We will stop calling.", "    ask: Noted. Anything else?\n    hear:\n      no: bye")
    line = Line(source, owner="acme")
    line.hear()
    line.hear("stop calling me")

    line.steering.put("acme", "call", flow=None, facts={}, number=NUMBER)

    kept = line.steering.opted_out("acme", NUMBER)
    assert kept is not None
    assert kept.at == line.clock.now


def test_a_call_of_nobody_in_particular_ends_without_an_entry() -> None:
    line = Line(owner="acme")
    line.hear(number="anonymous")
    line.hear("stop calling me", number="anonymous")

    assert line.steering.opt_outs("acme") == []
    assert line.records == ("do_not_call",)


def test_a_number_without_its_country_is_refused_where_it_is_written_by_hand() -> None:
    steering = Line().steering

    for ask in (steering.opted_out, steering.opt_out):
        with pytest.raises(RequestRefused, match="with its country") as refused:
            ask("acme", "555 0100")
        assert "555 0100" not in str(refused.value)
    with pytest.raises(RequestRefused, match="number"):
        steering.put("acme", "s", flow=None, facts={}, number="not one")


def test_a_number_prepared_with_put_is_that_of_the_call() -> None:
    line = Line(owner="acme")
    line.steering.put("acme", "call", flow=None, facts={}, number="+1 312 555 0100")
    line.hear()

    line.hear("take me off")

    assert line.steering.opted_out("acme", NUMBER) is not None


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    for name in ("STEERING_API_KEY", "STEERING_MASTER_KEY", "STEERING_DATABASE_URL", "STEERING_FLOWS"):
        monkeypatch.delenv(name, raising=False)
    return f"sqlite:///{tmp_path}/calls.db"


def called(database: str) -> None:
    """One call that was opted out of, in that file."""
    store: Store = open_store(database, master_key=None)
    flow = Line(SURVEY).steering.shelf.get("survey")
    steering = Steering(OneFlow(flow), store)
    line = Line(steering=steering, owner="acme")
    steering.take(History(owner="acme", session_id="call", number=NUMBER))
    line.messages = [us("Welcome to the survey. May I ask three questions?"), them("stop calling")]
    line.hear()
    store.close()


def test_a_calling_list_is_held_against_the_opt_outs(database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called(database)
    assert main(["optouts", "--database", database, "--owner", "acme", "add", "+442079460000"]) == 0
    listed = tmp_path / "list.txt"
    listed.write_text("+1 312 555 0100\n\n+13125550101\nhello\n+44 20 7946 0000\n")
    capsys.readouterr()

    status = main(["optouts", "check", str(listed), "--database", database, "--owner", "acme"])

    out, err = capsys.readouterr()
    assert status == 1
    assert out.splitlines() == ["+1 312 555 0100", "+44 20 7946 0000"]
    assert f"{listed}:4: no telephone number" in err
    assert "2 numbers not to be called, 1 line without a number" in err


def test_opt_outs_are_printed_without_the_numbers(database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called(database)

    assert main(["optouts", "--csv", "--database", database, "--owner", "acme"]) == 0

    head, row = capsys.readouterr().out.splitlines()
    assert head == "number_hash,at,session"
    assert row.endswith(",call")
    assert "3125550100" not in row
    assert not any(b"3125550100" in path.read_bytes() for path in tmp_path.iterdir())


def test_a_list_of_free_numbers_is_all_right(database: str, tmp_path: Path) -> None:
    called(database)
    (tmp_path / "list.txt").write_text("+13125550101\n")

    assert main(["optouts", "check", "list.txt", "--database", database, "--owner", "acme"]) == 0


WAYS = (("optouts",), ("optouts", "--csv"), ("optouts", "check", "list.txt"), ("optouts", "add", "+13125550102"))


@pytest.mark.parametrize("keys", ["", "acme:k1,beta:k2"])
@pytest.mark.parametrize("way", WAYS)
def test_whose_opt_outs_are_meant_is_never_guessed(
    keys: str, way: tuple[str, ...], database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called(database)
    (tmp_path / "list.txt").write_text(NUMBER)
    if keys:
        monkeypatch.setenv("STEERING_API_KEY", keys)

    status = main([*way, "--database", database])

    out, err = capsys.readouterr()
    assert (status, out) == (1, "")
    assert "whose opt-outs? Every owner has its own: write --owner acme" in err


@pytest.mark.parametrize("keys", ["", "acme:k1,beta:k2"])
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("slip", ["acem", "", "Acme"])
def test_an_owner_that_there_is_not_is_refused(
    slip: str,
    keys: str,
    way: tuple[str, ...],
    database: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    called(database)
    (tmp_path / "list.txt").write_text(NUMBER)
    if keys:
        monkeypatch.setenv("STEERING_API_KEY", keys)

    status = main([*way, "--owner", slip, "--database", database])

    out, err = capsys.readouterr()
    assert (status, out) == (1, "")
    assert f"--owner {slip}: there is no such owner in {'STEERING_API_KEY' if keys else 'this ledger'}; write --owner acme" in err
    assert ("set STEERING_API_KEY" in err) is not bool(keys)


def test_an_owner_without_a_name_beside_others_is_written_as_such(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called(database)
    monkeypatch.setenv("STEERING_API_KEY", "acme:k1,bare")

    assert main(["optouts", "add", NUMBER, "--database", database]) == 1
    assert "write --owner '' (keys without a name), --owner acme" in capsys.readouterr().err
    assert main(["optouts", "add", NUMBER, "--database", database, "--owner", ""]) == 0


def test_without_named_keys_no_owner_is_needed(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(database, master_key=None).close()
    (tmp_path / "list.txt").write_text(NUMBER)

    assert main(["optouts", "add", NUMBER, "--database", database]) == 0
    assert main(["optouts", "check", "list.txt", "--database", database]) == 1


def test_an_owner_with_a_key_and_without_a_call_has_opt_outs_too(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called(database)
    (tmp_path / "list.txt").write_text(NUMBER)
    monkeypatch.setenv("STEERING_API_KEY", "acme:k1,beta:k2")

    assert main(["optouts", "check", "list.txt", "--database", database, "--owner", "beta"]) == 0
    assert main(["optouts", "add", NUMBER, "--database", database, "--owner", "beta"]) == 0
    assert main(["optouts", "check", "list.txt", "--database", database, "--owner", "beta"]) == 1


def test_a_ledger_in_memory_is_no_place_to_look(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["optouts", "--database", "memory:"]) == 1
    assert "name a file with --database" in capsys.readouterr().err
    assert main(["optouts", "--database", "sqlite:///nowhere/calls.db"]) == 1
    assert "there is no ledger 'nowhere/calls.db'" in capsys.readouterr().err


def test_another_master_key_is_known_for_one_where_opt_outs_are_all_there_is(database: str) -> None:
    first, other = "11" * 32, "22" * 32
    store = open_store(database, master_key=first)
    assert store.transact(lambda txn: txn.add_opt_out("acme", "+13125550177", 0, 1.0))
    store.close()

    with pytest.raises(StoreUnavailable, match="name that one in STEERING_MASTER_KEY"):
        open_store(database, master_key=other)
    both = open_store(database, master_key=f"{other},{first}")
    assert both.read(lambda txn: txn.opt_out("acme", "+13125550177"))
    assert verify(both).broken == []
    both.close()
