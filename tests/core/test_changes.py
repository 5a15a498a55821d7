"""`steering diff`: what legal wants to know of a new version, in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steering.cli import main
from steering.core.changes import changes
from steering.core.hours import UNITS, duration, length
from steering.core.wording import lock
from steering.loader import load_sources

FLOW = (Path(__file__).parent.parent.parent / "flows" / "debt_collection_call.yaml").read_text()
NOTICE = "This is an attempt to collect a debt by a debt collector. Any information obtained will be used for that purpose."
ASKED = "Your balance with {{ creditor }} is {{ balance }}. Can you pay today?"
APPROVED = "    approved: J. Lee, Legal, 2 Nov 2026, lock 97a91aef\n"


def told(*edits: tuple[str, str]) -> tuple[str, ...]:
    """What is said of FLOW with *edits*."""
    text = FLOW
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    name = "debt_collection_call"
    return changes(load_sources({f"{name}.yaml": FLOW}, name), load_sources({f"{name}.yaml": text}, name))


def test_same_flow_has_no_changes() -> None:
    assert told() == ()


def test_comments_and_layout_are_no_changes() -> None:
    assert (
        told(("language: en", "# a comment\nlanguage:   en"), ("    ask: What are the last four", "    ask:   What are the last four"))
        == ()
    )


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("verify_identity, 2 tries", "verify_identity, 3 tries", "The step verify now allows 3 tries (was 2 tries)."),
        ("anytime:", "anytime:\n  pay now: offer_plan", "A new way leads from everywhere to offer_plan: 'pay now'."),
        ("      yes: verify", "      yes: verify\n      pay now: offer_plan", "A new way leads from greet to offer_plan: 'pay now'."),
        ("      yes: verify", "      yes: offer_plan\n      me: verify", "From greet, 'yes' now leads to offer_plan (was verify)."),
        ("no | wrong number | not here", "no | wrong number", "The way from greet to wrong_person is gone: 'not here'."),
        ("    if_failed: wrong_person", "    if_failed: transfer", "From verify, if_failed now leads to transfer (was wrong_person)."),
        (
            "Can you pay today?",
            "Will you pay?",
            f"The step ask_payment now asks: “{ASKED.replace('Can you pay today', 'Will you pay')}” It asked: “{ASKED}”",
        ),
        (
            "yes | i authorise | i agree ",
            "yes | i agree ",
            "As agreement at authorise now counts 'yes', 'i agree' (was 'yes', 'i authorise', 'i agree').",
        ),
        ("    record: represented\n", "", "The step attorney no longer records represented."),
        ("hand_to: live_agent", "hand_to: manager", "The step transfer now hands the call to manager (was live_agent)."),
        ("time_limit: 10 minutes", "time_limit: 5 minutes", "The time limit is now 5 minutes (was 10 minutes)."),
        (
            "quiet_hours: 21:00-08:00 America/New_York",
            "quiet_hours: 20:00-08:00 America/New_York",
            "The quiet hours are now 20:00-08:00 America/New_York (were 21:00-08:00 America/New_York).",
        ),
        (
            "time_limit: 10 minutes",
            "time_limit: 10 minutes\nopening: by the platform",
            "The platform now says the first line of a call itself.",
        ),
        ("time_limit: 10 minutes", "time_limit: 90 seconds", "The time limit is now 90 seconds (was 10 minutes)."),
        ("quiet_hours: 21:00-08:00 America/New_York\n", "", "No quiet hours any more (was 21:00-08:00 America/New_York)."),
        (
            "ssn4 is account_ssn4",
            "ssn4 is not account_ssn4",
            "The check verify_identity is now ssn4 is not account_ssn4 (was ssn4 is account_ssn4).",
        ),
        (
            "ssn4, 4 digits, private",
            "ssn4, 4 digits",
            "What the step verify asks for as ssn4 is now 4 digits (was 4 digits, private).",
        ),
        ("balance: money", "balance: money, private", "The fact balance is now money, private (was money)."),
        ("  anger strong: transfer", "  anger strong: offer_plan", "From everywhere, anger strong now leads to offer_plan (was transfer)."),
        ("  - Are you still there?", "  - Hello?", "Everywhere now says, if_silent 1: “Hello?” It was: “Are you still there?”"),
        (
            "always: right_person, heard mini_miranda, agreed authorise",
            "always: right_person",
            "A promise is now: before take_payment always right_person. "
            "It was: before take_payment always right_person, heard mini_miranda, agreed authorise.",
        ),
        (APPROVED, "", "The wording 'mini_miranda' is no longer approved (was by J. Lee, Legal, 2 Nov 2026, lock 97a91aef)."),
        ("    must_hear: all\n    approved", "    approved", "The wording 'mini_miranda' need no longer be heard to its end."),
    ],
)
def test_change_is_told_in_a_sentence(old: str, new: str, sentence: str) -> None:
    assert sentence in told((old, new))


def test_a_changed_promise_is_told_once_and_another_one_is_new() -> None:
    old = "  - never say: balance, creditor\n    until: right_person\n"

    assert told((old, old.replace("balance, creditor", "balance"))) == (
        "A promise is now: never say balance until right_person. It was: never say balance, creditor until right_person.",
    )
    assert told((old, "")) == ("A promise is gone: never say balance, creditor until right_person.",)
    assert told((old, f"{old}  - never say: first_name\n    until: heard mini_miranda\n")) == (
        "A promise is new: never say first_name until heard mini_miranda.",
    )


def test_the_time_that_calls_are_kept_is_told_as_it_is_written() -> None:
    was = ("time_limit: 10 minutes", "time_limit: 10 minutes\nretain: 7 years")
    name = "debt_collection_call"
    versions = [FLOW.replace(*was).replace("7 years", length) for length in ("7 years", "7 days")]

    found = changes(*(load_sources({f"{name}.yaml": text}, name) for text in versions))

    assert found == ("The length of time that calls are kept is now 7 days (was 7 years).",)


@given(st.integers(1, 900), st.sampled_from(sorted(UNITS)))
def test_a_length_of_time_is_told_in_words_that_are_read_again(count: int, unit: str) -> None:
    seconds = duration(f"{count} {unit}s")

    assert seconds is not None
    assert duration(length(seconds)) == seconds


def test_changed_text_is_told_with_both_wordings() -> None:
    now = NOTICE.replace("Any", "All")

    first, second = told(("Any information", "All information"), ("lock 97a91aef", f"lock {lock(now)}"))

    assert first == f"The wording 'mini_miranda' changed: “{now}” It was: “{NOTICE}”"
    assert second.startswith(f"The wording 'mini_miranda' is now approved by J. Lee, Legal, 2 Nov 2026, lock {lock(now)} (was by")


def test_step_that_is_gone_takes_what_it_had_with_it() -> None:
    message = "  leave_message:\n    end: This is Sam from {{ agency }}. Please call 800 555 0100.\n"

    found = told(("      (voicemail): leave_message\n", ""), (message, ""))

    assert found == ("The way from greet to leave_message is gone: '(voicemail)'.", "The step leave_message is gone.")


def test_command_compares_files_of_any_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.yaml").write_text(FLOW)
    (tmp_path / "new version.yaml").write_text(FLOW.replace("2 tries", "3 tries"))

    assert main(["diff", str(tmp_path / "old.yaml"), str(tmp_path / "new version.yaml")]) == 0

    assert capsys.readouterr().out == "The step verify now allows 3 tries (was 2 tries).\n"


def test_command_compares_a_text_that_is_not_approved_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = NOTICE.replace("that purpose", "that alone")
    (tmp_path / "old.yaml").write_text(FLOW)
    (tmp_path / "new.yaml").write_text(FLOW.replace("used for that purpose", "used for that alone"))

    assert main(["diff", str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml")]) == 0

    assert capsys.readouterr().out.splitlines() == [
        f"The wording 'mini_miranda' changed: “{new}” It was: “{NOTICE}”",
        f"The wording 'mini_miranda' is not approved as it is now: its lock is {lock(new)}.",
    ]


def test_command_says_what_is_wrong_with_a_version_that_does_not_load(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.yaml").write_text(FLOW.replace("if_ok: ask_payment", "if_ok: ask_paymnt"))

    assert main(["diff", str(tmp_path / "old.yaml"), str(tmp_path / "old.yaml")]) == 1

    assert f"{tmp_path}/old.yaml:" in capsys.readouterr().err
