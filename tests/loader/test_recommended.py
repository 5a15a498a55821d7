"""What `check` advises: more to a flow that calls people, nothing about opt-outs to one that they call."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.loader import check
from steering.loader.locking import locked
from tests.loader.test_docs import README, SHOWN

FLOW = """flow: visit
{file}anytime:
  repeat: (repeat)
  agent: person
{anytime}steps:
  greet:
    ask: {ask}
    hear:
      yes | no: person
{greet}  person:
    hand_to: desk
{steps}"""
OPT_OUT = ("  stop calling: opt_out\n", "  opt_out:\n    end: Noted.\n    record: do_not_call\n")


def advised(folder: Path, *, file: str = "", anytime: str = "", ask: str = "Are you well?", greet: str = "", steps: str = "") -> set[str]:
    path = folder / "visit.yaml"
    path.write_text(FLOW.format(file=file, anytime=anytime, ask=ask, greet=greet, steps=steps))
    return {one.code for one in check(path)}


def test_flow_that_people_call_is_not_told_of_opt_outs(tmp_path: Path) -> None:
    after = "  shut:\n    end: We are closed.\n"

    assert advised(tmp_path, file="open: Mon-Fri 08:00-17:00 America/Chicago, else shut\n", steps=after) == set()


def test_flow_that_may_be_either_is_told_of_opt_outs_alone(tmp_path: Path) -> None:
    assert advised(tmp_path) == {"recommend-opt-out"}


@pytest.mark.parametrize("sign", [{"greet": "      (voicemail): person\n"}, {"anytime": "  (voicemail): person\n"}])
def test_flow_that_knows_answering_machines_calls_people(tmp_path: Path, sign: dict[str, str]) -> None:
    found = advised(tmp_path, **sign)

    assert found == {"recommend-opt-out", "recommend-quiet-hours", "recommend-robot", "recommend-recording-notice"}


def test_flow_with_quiet_hours_that_has_everything_is_told_nothing(tmp_path: Path) -> None:
    anytime, steps = OPT_OUT
    file = "quiet_hours: 21:00-08:00 America/New_York\nanswers:\n  am i talking to a robot: You are.\n"

    assert advised(tmp_path, file=file, anytime=anytime, steps=steps, ask="This call is being recorded. Are you well?") == set()


def test_way_to_a_person_is_no_answer_whether_this_is_a_robot(tmp_path: Path) -> None:
    anytime, steps = OPT_OUT
    file = "quiet_hours: 21:00-08:00 America/New_York\n"

    found = advised(tmp_path, file=file, anytime=anytime + "  a person: person\n", steps=steps, ask="This call is recorded. Well?")

    assert found == {"recommend-robot"}


def test_robot_and_recording_are_asked_for_in_the_language_of_the_flow(tmp_path: Path) -> None:
    anytime, steps = OPT_OUT
    file = "language: de\nquiet_hours: 21:00-08:00 Europe/Berlin\nanswers:\n  sind sie ein roboter: Ja.\n"

    assert advised(tmp_path, file=file, anytime=anytime, steps=steps, ask="Dieses Gespräch wird aufgezeichnet. Geht es Ihnen gut?") == set()


@pytest.mark.parametrize("flow", ["visit", "silent"])
def test_text_that_must_be_heard_is_to_be_approved_wherever_it_is_said(flow: str, tmp_path: Path) -> None:
    text = f"flow: {flow}\nwording:\n  notice:\n    text: This call is recorded.\n    must_hear: all\n{{approved}}steps:\n  greet:\n"
    text += "    say: wording.notice\n" + ("    ask: Well?\n    hear:\n      yes | no: bye\n" if flow == "visit" else "    go: bye\n")
    text += "  bye:\n    end: Goodbye.\n"
    path = tmp_path / f"{flow}.yaml"

    path.write_text(text.format(approved=""))
    before = [(one.line, one.column) for one in check(path) if one.code == "recommend-approval"]
    path.write_text(locked(str(path), path.read_text(), who="J. Lee", when="2 Nov 2026")[0])

    assert before == [(3, 3)]
    assert "recommend-approval" not in {one.code for one in check(path)}


def test_first_flow_of_the_readme_is_told_no_more_than_three_things(tmp_path: Path) -> None:
    block = next(block for block in SHOWN if block in README)
    path = tmp_path / f"{block.splitlines()[0].removeprefix('flow: ')}.yaml"
    path.write_text(block)

    assert {one.code for one in check(path)} == {"recommend-person", "recommend-repeat", "recommend-opt-out"}
