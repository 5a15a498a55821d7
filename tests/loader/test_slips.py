"""Slips of the hand, each told in its own line with the line that was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.core.changes import changes
from steering.errors import Finding
from steering.loader import check, load

FLOW = """\
flow: slip
anytime:
  repeat: (repeat)
  agent | a person: desk
  stop calling: out
steps:
  a:
    say: This is Oak Street Clinic.
    ask: Will you be there?
    hear:
      yes: thanks
      no: desk
  thanks:
    end: Thank you. See you.
  desk:
    hand_to: "+13125550100"
  out:
    end: Noted.
    record: do_not_call
"""


def found(folder: Path, written: str, instead: str, flow: str = FLOW) -> list[Finding]:
    assert flow.count(written) == 1
    path = folder / "slip.yaml"
    path.write_text(flow.replace(written, instead))
    return check(path)


def test_the_flow_itself_has_nothing_wrong_with_it(tmp_path: Path) -> None:
    assert found(tmp_path, "slip", "slip") == []


LINES = {
    "ask Will you be there?": ("ask: Will you be there?", 9, "yaml-syntax", "a ':' is missing; write: ask: Will you be there?"),
    "ask:Will you be there?": ("ask: Will you be there?", 9, "yaml-syntax", "a space is missing after ':'; write: ask: Will you be there?"),
    "ask:\u00a0Will you be there?": ("ask: Will you be there?", 9, "yaml-syntax", "a no-break space"),
    "  \u00a0 ask: Will you be there?": ("    ask: Will you be there?", 9, "yaml-syntax", "a no-break space"),
    "yes -> thanks": ("yes: thanks", 11, "yaml-syntax", "a ':' is missing; write: yes: thanks"),
    "yes => thanks": ("yes: thanks", 11, "yaml-syntax", "a ':' is missing; write: yes: thanks"),
    "yes:thanks": ("yes: thanks", 11, "yaml-syntax", "a space is missing after ':'; write: yes: thanks"),
    "yes:\u00a0thanks": ("yes: thanks", 11, "yaml-syntax", "a no-break space"),
    "- a:": ("a:\n", 7, "wrong-shape", "Steps are not written with '- '; write: a:"),
    "thanks:\n    end": ("  thanks:\n    end", 13, "yaml-syntax", "The step 'thanks' stands at the left margin"),
    "no desk": ("no: desk", 12, "yaml-syntax", "a ':' is missing; write: no: desk"),
    "not now please": ("no: desk", 12, "yaml-syntax", "a ':' is missing; write: not now please: STEP"),
    "   say: This is Oak": (
        "    say: This is Oak",
        8,
        "yaml-syntax",
        "less deep than line 9, which belongs to the same step; indent both alike: 4",
    ),
    "[yes, yeah]: thanks": ("yes: thanks", 11, "list-not-alternatives", "write: yes | yeah: thanks"),
    "flow slip": ("flow: slip", 1, "yaml-syntax", "a ':' is missing; write: flow: slip"),
    "record: do not call": ("record: do_not_call", 19, "bad-name", "'do not call' is no opt-out"),
    "record: donotcall": ("record: do_not_call", 19, "bad-name", "write do_not_call"),
    "record: Do-Not-Call": ("record: do_not_call", 19, "bad-name", "write do_not_call"),
    "record: do_not_cal": ("record: do_not_call", 19, "bad-name", "write do_not_call"),
    "This is {name} Clinic.": ("This is Oak Street Clinic.", 8, "bad-template", "'{name}' would be read aloud: write {{ name }}"),
    "This is ${name}.": ("This is Oak Street Clinic.", 8, "bad-template", "'${name}' would be read aloud: write {{ name }}"),
    "say: | This is Oak Street Clinic.": (
        "say: This is Oak Street Clinic.",
        8,
        "leading-mark",
        'A long text begins on the line below its |; on this one, without the mark; write: say: "This is Oak Street Clinic."',
    ),
    "say: >- This is Oak\n      Street Clinic.": (
        "say: This is Oak Street Clinic.",
        8,
        "leading-mark",
        'on this one, without the mark; write: say: "This is Oak Street Clinic."',
    ),
    "This is\u2028Oak Street Clinic.": ("This is Oak Street Clinic.", 8, "yaml-syntax", "a character that breaks the line (U+2028"),
    f"yes | {' | '.join(f'this is the way number {i} to say it' for i in range(40))}: thanks": (
        "yes: thanks",
        11,
        "yaml-syntax",
        "Before its ':' this line has 1,513 characters, and 1,024 are the most: put the other phrases on a line of their own",
    ),
    "yes: th\u0430nks": (
        "yes: thanks",
        11,
        "unknown-step",
        "did you mean 'thanks'? 'th\u0430nks' has a CYRILLIC SMALL LETTER A (U+0430) in it",
    ),
    "yes: thanks\u200b": ("yes: thanks", 11, "unknown-step", "has a ZERO WIDTH SPACE (U+200B) in it"),
    "collect: when, choice\n    go: thanks": (
        "hear:\n      yes: thanks\n      no: desk",
        10,
        "bad-kind",
        "write one_of: a | b on a line of its own",
    ),
    "Oak {% if x %} Street.": ("This is Oak Street Clinic.", 8, "bad-template", "'{% if x %}' would be read aloud"),
}


@pytest.mark.parametrize("slip", LINES)
def test_a_slip_is_one_error_in_its_own_line(tmp_path: Path, slip: str) -> None:
    written, line, code, said = LINES[slip]

    errors = [one for one in found(tmp_path, written, slip if slip != "- a:" else "- a:\n") if one.severity == "error"]

    assert [(one.line, one.code) for one in errors] == [(line, code)], "\n".join(map(str, errors))
    assert said in errors[0].message


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("press 1: thanks", "not-heard", "what is pressed is key 1"),
        ("key1: thanks", "not-heard", "what is pressed is key 1"),
        ("1: thanks", "not-heard", "what is pressed is key 1"),
        ("press star: thanks", "not-heard", "what is pressed is key star"),
        ("null: thanks", "not-heard", "goes to if_unclear"),
        ("yes/yeah: thanks", "comma-in-phrase", "alternatives are written yes | yeah"),
        ("sure / fine: thanks", "comma-in-phrase", "alternatives are written sure | fine"),
        ("on: thanks", "yes-as-a-phrase", "'yes' stands for every way of saying it"),
        ("true: thanks", "yes-as-a-phrase", "'yes' stands for every way of saying it"),
        ("false: thanks", "yes-as-a-phrase", "'no' stands for every way of saying it"),
    ],
)
def test_a_phrase_that_is_never_heard_as_it_is_meant_is_a_warning(tmp_path: Path, line: str, code: str, said: str) -> None:
    (one,) = found(tmp_path, "yes: thanks", line)

    assert (one.line, one.severity, one.code) == (11, "warning", code)
    assert said in one.message


@pytest.mark.parametrize(
    "line",
    ["option one", "24/7", "route 1", "press one for me", "key 1", "book | (silence)", "seven", "key 1 | one | 1", "press 2 | key 2"],
)
def test_what_callers_may_well_say_is_no_slip(tmp_path: Path, line: str) -> None:
    assert found(tmp_path, "yes: thanks", f"{line}: thanks") == []


def test_a_question_may_ask_for_on_or_off(tmp_path: Path) -> None:
    lines = "ask: Is the light on or off?\n    hear:\n      on: thanks\n      off: thanks\n"

    assert found(tmp_path, "ask: Will you be there?\n    hear:\n      yes: thanks\n", lines) == []


@pytest.mark.parametrize("record", ["do_not_call", "do_not_call_at_work", "called_back", "opt_in"])
def test_an_event_of_another_name_is_no_slip(tmp_path: Path, record: str) -> None:
    assert not [one for one in found(tmp_path, "record: do_not_call", f"record: {record}") if one.severity == "error"]


FORM = """\
flow: slip
steps:
  a:
    form:
      pin:
        ask: Your PIN?
        type: 4 digits
        private: yes
      period:
        ask: When?
        one_of: morning | afternoon
    go: thanks
  thanks:
    end: Thank you.
"""


@pytest.mark.parametrize(
    ("written", "meant"), [("morning, afternoon", "morning | afternoon"), ("morning or afternoon", "morning | afternoon")]
)
def test_a_choice_of_one_thing_is_several_that_are_not_divided(tmp_path: Path, written: str, meant: str) -> None:
    slips = [one for one in found(tmp_path, "morning | afternoon", written, FORM) if one.code == "comma-in-phrase"]

    assert [(one.line, one.severity) for one in slips] == [(11, "warning")]
    assert f"written {meant}" in slips[0].message


def test_private_no_is_not_private_and_other_words_are_refused(tmp_path: Path) -> None:
    found(tmp_path, "slip", "slip", FORM)
    private = load(tmp_path / "slip.yaml")
    found(tmp_path, "private: yes", "private: no", FORM)
    open_ = load(tmp_path / "slip.yaml")

    assert (private.private, open_.private) == ({"pin"}, set())
    assert changes(private, open_) == ("What the step a asks for as pin is now 4 digits (was 4 digits, private).",)
    (error,) = (one for one in found(tmp_path, "private: yes", "private: maybe", FORM) if one.severity == "error")
    assert (error.line, error.code) == (8, "unknown-choice")


def test_a_collected_kind_without_its_comma_is_told_with_it(tmp_path: Path) -> None:
    flow = "flow: slip\nsteps:\n  a:\n    ask: When?\n    collect: day date after today private\n    go: b\n  b:\n    end: Bye.\n"

    (error,) = (one for one in found(tmp_path, "slip", "slip", flow) if one.severity == "error")

    assert (error.line, error.code) == (5, "bad-kind")
    assert error.message.endswith("write collect: day, date after today, private")


def test_here_is_hear(tmp_path: Path) -> None:
    assert "did you mean 'hear'?" in str(found(tmp_path, "hear:", "here:"))


@pytest.mark.parametrize(
    "line", ["if_back: Welcome back. {{ question }}\n", "answers:\n  who is this: Oak Street Clinic. {{ question }}\n"]
)
def test_the_open_question_is_told_to_follow_by_itself(tmp_path: Path, line: str) -> None:
    (error,) = (one for one in found(tmp_path, "anytime:\n", f"{line}anytime:\n") if one.severity == "error")

    assert (error.line, error.code) == (1 + line.count("\n"), "unknown-value")
    assert error.message == "The open question follows this line by itself: leave {{ question }} out"
    assert found(tmp_path, "anytime:\n", f"{line}anytime:\n".replace(" {{ question }}", "")) == []


def test_the_open_question_is_said_in_ladders_alone(tmp_path: Path) -> None:
    (error,) = (one for one in found(tmp_path, "Thank you. See you.", "Thank you. {{ question }}") if one.severity == "error")

    assert (error.line, error.code) == (14, "unknown-value")
    assert "only a line of if_silent or if_unclear asks it again" in error.message
    assert found(tmp_path, "steps:\n", "if_unclear:\n  - Sorry? {{ question }}\nsteps:\n") == []


def test_a_value_may_be_called_question(tmp_path: Path) -> None:
    asked = "ask: What is your question?\n    collect: question, text\n    go: thanks\n"
    flow = FLOW.replace("ask: Will you be there?\n    hear:\n      yes: thanks\n      no: desk\n", asked)

    assert not [one for one in found(tmp_path, "Thank you. See you.", "You ask {{ question }}.", flow) if one.code == "unknown-value"]


def test_what_is_written_over_several_lines_is_quoted_on_one(tmp_path: Path) -> None:
    ladder = "    if_silent: |\n      Are you\n      there?\n    hear:\n"

    [finding] = found(tmp_path, "    hear:\n", ladder)

    assert finding.message.endswith("`- Are you there?` on a line of its own below it")


@pytest.mark.parametrize("slip", ["goto: thanks", "go to: thanks", "go_to: thanks", "next: thanks"])
def test_a_rung_with_another_word_for_go_is_told_with_the_line_to_write(tmp_path: Path, slip: str) -> None:
    [finding] = found(tmp_path, "    hear:\n", f"    if_silent:\n      - Hello?\n      - {slip}\n    hear:\n")

    assert (finding.line, finding.code) == (12, "wrong-shape")
    assert finding.message.endswith("write: - go: thanks")
    assert found(tmp_path, "    hear:\n", "    if_silent:\n      - Hello?\n      - go: thanks\n    hear:\n") == []


@pytest.mark.parametrize(
    ("written", "slip", "said"),
    [
        ("This is Oak Street Clinic.", "go to thanks", "write `go: thanks` on a line of its own"),
        ("This is Oak Street Clinic.", "hand_to desk", "write, on a line of its own, `hand_to: desk`"),
        ("Thank you. See you.", "repeat", "an exit leads to (repeat), as in `yes: (repeat)`"),
        ("    hear:\n", "    if_unclear:\n      - Sorry.\n      - go to thanks\n    hear:\n", "write `- go: thanks`"),
        (
            "    hear:\n",
            "    if_unclear:\n      - Sorry.\n      - hand_to desk\n    hear:\n",
            "write `- go: STEP`, and in that step `hand_to: desk`",
        ),
    ],
)
def test_a_word_of_the_format_that_would_be_said_is_a_warning(tmp_path: Path, written: str, slip: str, said: str) -> None:
    warnings = [one for one in found(tmp_path, written, slip) if one.code == "step-as-words"]

    assert [said in one.message for one in warnings] == [True]


@pytest.mark.parametrize("said", ["Go to the desk.", "Next, please.", "We will repeat it.", "I will hand you to the desk.", "Repeat."])
def test_a_sentence_is_no_word_of_the_format(tmp_path: Path, said: str) -> None:
    assert found(tmp_path, "This is Oak Street Clinic.", said) == []


def test_an_answer_without_its_colon_is_told_in_its_own_line(tmp_path: Path) -> None:
    [error] = [
        one
        for one in found(tmp_path, "steps:\n", "answers:\n  what time is it\n  who are you: A clinic.\nsteps:\n")
        if one.severity == "error"
    ]

    assert (error.line, error.code) == (7, "yaml-syntax")
    assert "write: what time is it: ANSWER" in error.message
