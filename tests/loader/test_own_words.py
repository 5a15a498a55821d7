"""A promise that rests on what the caller says alone is told, in one flow or over several."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.core.engine import advance, open_session
from steering.core.turn import Kind, Turn
from steering.loader import check, load

MAIN = """
flow: pay
needs:
  account_pin: 4 digits, e.g. 4512
  tier: text, e.g. gold
promises:
  - before: take
    always: right_person
checks:
  is_owner: GUARD
anytime:
  change it: run other
steps:
  born:
    ask: In what year were you born?
    collect: year, 4 digits
    go: verify
  verify:
    ask: What is your PIN?
    collect: pin, 4 digits
    check: is_owner
    if_ok: take
    if_failed: desk
    proves: right_person
  take:
    end: It is paid.
  desk:
    end: Goodbye.
"""
OTHER = """
flow: other
needs:
  account_pin: 4 digits, e.g. 4512
checks:
  is_sure: OTHER
steps:
  choose:
    ask: Which PIN do you want?
    collect: SLOT, 4 digits
    go: again
  again:
    ask: Once more?
    collect: once_more, 4 digits
    check: is_sure
    if_ok: done
    if_failed: done
    proves: FACT
  done:
    end: Thank you.
"""


def told(
    folder: Path, guard: str = "pin is account_pin", *, slot: str = "chosen", other: str = "once_more is chosen", fact: str = "sure"
) -> str:
    """Where and of which values it is told; empty when it is not."""
    (folder / "other.yaml").write_text(OTHER.replace("OTHER", other).replace("SLOT", slot).replace("FACT", fact))
    path = folder / "pay.yaml"
    path.write_text(MAIN.replace("GUARD", guard))
    found = check(path)
    assert [one for one in found if one.severity == "error"] == []
    return "".join(f"{Path(one.file).stem} {one.line}: {one.message}" for one in found if one.code == "proves-own-words")


@pytest.mark.parametrize(
    ("guard", "fine"),
    [
        ("pin is account_pin", True),
        ("pin is 1234", True),
        ("pin is account_pin and pin is year", True),
        ("account_pin is pin or pin is account_pin", True),
        ("pin > year", True),
        ("pin is year", False),
        ("year is pin and tier is gold", False),
        ("pin is account_pin or pin is year", False),
    ],
)
def test_promised_fact_is_proved_by_more_than_two_answers_that_are_the_same(tmp_path: Path, guard: str, fine: bool) -> None:
    assert bool(told(tmp_path, guard)) is not fine


def test_it_is_told_of_a_flow_that_is_run_when_it_proves_the_fact_of_the_promise(tmp_path: Path) -> None:
    # What nobody promises anything about may be said twice.
    assert told(tmp_path) == ""

    found = told(tmp_path, fact="right_person")

    assert found.startswith("other 15: The check 'is_sure' compares what the caller says with what the caller says")
    assert "'once_more' in step 'again' and 'chosen' in step 'choose'" in found


def test_it_is_told_where_a_flow_that_is_run_asks_for_what_the_check_compares_with(tmp_path: Path) -> None:
    found = told(tmp_path, slot="account_pin", other="once_more is account_pin")

    assert found.startswith("pay 21: ")
    assert "'pin' in step 'verify' and 'account_pin' in the flow 'other', step 'choose'" in found
    # And so it is: the caller chooses the PIN that he is then held against.
    flow = load(tmp_path / "pay.yaml")
    session = open_session(flow, {"account_pin": "4512", "tier": "gold"})
    for text in ("", "change it", "one one one one", "one one one one", "nineteen seventy one", "one one one one"):
        session, reply = advance(flow, session, Turn(kind=Kind.SPEECH if text else Kind.START, text=text, at=1_767_628_800.0))
    assert [line.text for line in reply.lines] == ["It is paid."]
