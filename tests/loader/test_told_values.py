"""While a text is heard, or a consent agreed to, the values in its words are there: a guard on it proves them."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.loader import check

FLOW = """
flow: pay
wording:
  terms:
    text: You pay {{ amount }} on {{ day }}.
    must_hear: all
anytime:
  skip it: ANYTIME
  something else: sub
checks:
  told: heard terms
steps:
  amount:
    ask: How much will you pay?
    collect: amount, money
    go: day
  day:
    ask: On what day?
    collect: day, date
    go: terms
  terms:
    say: wording.terms
    ask: Is that right?
    hear:
      yes: auth
      no: desk
  auth:
    consent: May I take {{ amount }}?
    if_yes: guard
    if_no: desk
  guard:
    GUARD
  take:
    end: We take {{ amount }}END.
  sub:
    run: other
    go: desk
  desk:
    end: Goodbye.
"""
WHEN = "when:\n      {}: take\n      otherwise: desk"
OTHER = """
flow: other
language: {language}
wording:
  terms:
    text: {text}
    must_hear: all
steps:
  hello:
    say: wording.terms
    ask: Yes?
    hear:
      yes | no: bye
  bye:
    end: Bye.
"""


@pytest.mark.parametrize(
    ("guard", "end", "fine"),
    [
        ("heard terms", "", True),
        ("heard terms", " on {{ day }}", True),
        ("agreed auth", "", True),
        ("heard terms and agreed auth", " on {{ day }}", True),
        ("heard terms or amount is known", "", True),
        # The question of the consent says no day.
        ("agreed auth", " on {{ day }}", False),
        ("heard terms or agreed auth", " on {{ day }}", False),
        ("not heard terms", "", False),
        ("time_left < 2 minutes", "", False),
    ],
)
def test_guard_on_what_was_told_shows_that_its_values_are_there(tmp_path: Path, guard: str, end: str, fine: bool) -> None:
    assert missing(tmp_path, guard=WHEN.format(guard), end=end) is not fine


def test_check_of_what_was_heard_shows_it_too(tmp_path: Path) -> None:
    assert not missing(tmp_path, guard="check: told\n    if_ok: take\n    if_failed: desk")
    assert missing(tmp_path, guard="check: told\n    if_ok: desk\n    if_failed: take")


def test_other_way_to_the_step_shows_nothing(tmp_path: Path) -> None:
    assert missing(tmp_path, guard=WHEN.format("heard terms"), anytime="take")


@pytest.mark.parametrize(
    ("language", "text", "fine"),
    [("en", "You pay something.", False), ("en", "You pay {{ amount }}.", True), ("es", "Usted paga algo.", True)],
)
def test_text_of_the_same_name_in_a_flow_that_is_run_may_have_been_it(tmp_path: Path, language: str, text: str, fine: bool) -> None:
    needs = "needs:\n  amount: money, optional, e.g. $5\nwording:" if "amount" in text else "wording:"
    (tmp_path / "other.yaml").write_text(OTHER.format(language=language, text=text).replace("wording:", needs, 1))

    assert missing(tmp_path, guard=WHEN.format("heard terms")) is not fine


def missing(folder: Path, *, guard: str, end: str = "", anytime: str = "guard") -> bool:
    """Whether `check` finds that the last step says what may be missing."""
    path, other = folder / "pay.yaml", folder / "other.yaml"
    if not other.exists():
        other.write_text(OTHER.format(language="es", text="Usted paga algo."))
    text = FLOW.replace("GUARD", guard).replace("END", end).replace("ANYTIME", anytime)
    path.write_text(text)
    last = 1 + text.splitlines().index(next(line for line in text.splitlines() if "We take" in line))
    found = [one for one in check(path) if one.severity == "error" and one.file == str(path)]
    assert all((one.code, one.line) == ("missing-value", last) for one in found), found
    return bool(found)
