"""Rounds that ask nothing are refused, wherever they close; what can come to something new in one turn is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.loader import check

END = "  bye:\n    end: Goodbye.\n"
ROUNDS = {
    "itself": "  a:\n    run: itself\n    go: bye\n",
    "two_steps": "  a:\n    say: One.\n    go: b\n  b:\n    when:\n      today is 2030-01-01: bye\n      otherwise: a\n",
    "failed": "  a:\n    check: old\n    if_ok: bye\n    if_failed: a\n",
}
WAYS = {
    "asked": "  a:\n    ask: Ready?\n    hear:\n      yes: bye\n      no: b\n  b:\n    say: Take your time.\n    go: a\n",
    "looked_up": "  a:\n    check: ready\n    if_ok: bye\n    if_failed: a\n",
    "proved": (
        "  a:\n    when:\n      grown: bye\n      otherwise: b\n  b:\n    check: old\n    if_ok: a\n    if_failed: bye\n    proves: grown\n"
    ),
}
CHECKS = {
    "old": "checks:\n  old: age >= 18\nneeds:\n  age: number, e.g. 20\n",
    "ready": 'checks:\n  ready:\n    get: https://example.com/ready\n    keep: it from it\n    sample: {"it": "x"}\n',
}


def codes(folder: Path, name: str, steps: str) -> set[str]:
    checks = "".join(text for word, text in CHECKS.items() if f"check: {word}" in steps)
    path = folder / f"{name}.yaml"
    path.write_text(f"flow: {name}\n{checks}steps:\n{steps}{END}")
    return {one.code for one in check(path) if one.severity == "error"}


@pytest.mark.parametrize("name", ROUNDS)
def test_a_round_that_asks_nothing_is_refused(name: str, tmp_path: Path) -> None:
    assert codes(tmp_path, name, ROUNDS[name]) == {"endless"}


@pytest.mark.parametrize("name", WAYS)
def test_a_way_on_which_something_new_may_be_known_is_taken(name: str, tmp_path: Path) -> None:
    assert codes(tmp_path, name, WAYS[name]) == set()


def test_two_flows_that_run_each_other_are_refused(tmp_path: Path) -> None:
    (tmp_path / "there.yaml").write_text("flow: there\nsteps:\n  t:\n    run: here\n    go: u\n  u:\n    end: Bye.\n")

    assert "endless" in codes(tmp_path, "here", "  a:\n    run: there\n    go: bye\n")


def deeper(folder: Path, **flows: str) -> list[str]:
    for name, steps in flows.items():
        (folder / f"{name}.yaml").write_text(f"flow: {name}\n{steps}{END}")
    return [one.message for name in flows for one in check(folder / f"{name}.yaml") if one.code == "runs-itself"]


def test_flows_that_run_each_other_again_after_a_question_are_warned_of(tmp_path: Path) -> None:
    ask = "steps:\n  a:\n    ask: Ready?\n    hear:\n      yes: b\n      no: bye\n  b:\n    run: "

    said = deeper(
        tmp_path,
        here=f"{ask}aside\n    go: bye\n",
        aside=f"{ask}loop\n    go: c\n  c:\n    run: here\n    go: bye\n",
        loop=f"{ask}aside\n    go: bye\n",
    )

    assert any("The flow 'here' comes to run itself (here → aside → here)" in one for one in said), said


def test_a_flow_that_leads_back_by_go_or_runs_another_twice_is_not_warned_of(tmp_path: Path) -> None:
    again = "steps:\n  a:\n    run: faq\n    go: b\n  b:\n    ask: More?\n    hear:\n      yes: a\n      no: c\n"
    again += "  c:\n    run: faq\n    go: bye\n"

    assert deeper(tmp_path, main=again, faq="steps:\n  f:\n    say: We are open.\n    go: bye\n") == []


def test_what_a_caller_may_ask_for_in_every_flow_may_be_asked_for_in_itself(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("anytime:\n  opening hours: run faq\n")
    faq = "use: house\nsteps:\n  f:\n    ask: We open at nine. Anything else?\n    hear:\n      no: bye\n"

    assert deeper(tmp_path, faq=faq) == []
    assert {one.severity for one in check(tmp_path / "faq.yaml")} <= {"warning", "advice"}
