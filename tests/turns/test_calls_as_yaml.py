"""The calls beside the flows: what each line does, and what is said when one does not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.testing import run_file

FLOW = """\
flow: visit
needs:
  first_name: name, e.g. Maria
time_limit: 5 minutes
wording:
  notice:
    text: This call is recorded for your safety.
    must_hear: all
anytime:
  stop calling: stop
  (hangs up): gone
steps:
  greet:
    say: wording.notice
    ask: Is this {{ first_name }}?
    hear:
      yes | key 1: thanks
      no: bye
  thanks:
    ask: What is your number?
    collect: size, number
    go: bye
  bye:
    end: Goodbye.
  gone:
    end: Gone.
  stop:
    end: We will stop.
    record: do_not_call
if_feeling:
  anger strong: bye
"""


def played(tmp_path: Path, *lines: str) -> list[str]:
    """What does not hold in one call with these lines, without where it stands."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "visit.yaml").write_text(FLOW)
    test = tmp_path / "tests" / "visit.yaml"
    test.write_text("flow: visit\ncalls:\n  - call: one\n" + "".join(f"    {line}\n" for line in lines))
    return [problem.split(": ", 1)[1] for problem in run_file(test, tmp_path)[0]]


HOLD = [
    ("talk:", "  - us: this call is RECORDED", "  - them: yes", "  - us: your number", "  - them: seven", "ends: bye"),
    ("talk:", "  - us: Is this Anna", "  - (key): 1", "  - us: number", "with:", "  first_name: Anna"),
    ("talk:", "  - (cuts in after): This call", "  - us: for your safety", "never_reaches: thanks"),
    ("talk:", "  - them: yes", "  - (same request again)", "  - us: number"),
    ("talk:", "  - them: ye", "  - (keeps talking): yes", "  - us: number"),
    ("talk:", "  - (silence)", "  - us: still there"),
    ("talk:", "  - (feels): anger 0.5", "  - them: hm", "  - us: Goodbye", "ends: bye"),
    ("talk:", "  - us: Is this Maria", "  - (waits): 6 minutes", "  - them: yes", "  - us: Goodbye"),
    ("talk:", "  - (hangs up)", "ends: gone"),
    ("talk:", "  - them: please stop calling", "ends: stop", "records: do_not_call"),
    ("talk:", "  - them: yes", "  - them: seven", "facts:", "  size: 7", "  heard notice: yes", "never_says: safely"),
]


@pytest.mark.parametrize("lines", HOLD, ids=[" ".join(lines[1].split()[1:]) for lines in HOLD])
def test_a_call_that_goes_as_written_holds(tmp_path: Path, lines: tuple[str, ...]) -> None:
    assert played(tmp_path, *lines) == []


FAIL = [
    (("talk:", "  - us: Welcome"), "we were to say 'Welcome' and said 'This call is recorded"),
    (("talk:", "  - (cuts in after): Welcome"), "we did not say 'Welcome'; we said"),
    (("talk:", "  - us: Is this Maria", "  - (feels): anger"), "'anger' is not an expression and a score"),
    (("talk:", "  - us: Is this Maria", "  - (feels): angry 0.4"), "Hume gives no score for 'angry'; did you mean 'anger'?"),
    (("talk:", "  - us: Is this Maria", "  - (feels): anger nan"), "'anger nan' is not an expression and a score"),
    (("talk:", "  - us: Is this Maria", "  - (feels): anger 40"), "'anger 40' is not an expression and a score from 0 to 1"),
    (("talk:", "  - us: Is this Maria", "  - (waits): a while"), "'a while' is not a length of time"),
    (("talk:", "  - us: Is this Maria", "  - (hangs up)", "  - them: yes"), "the caller has hung up"),
    (("talk:", "  - them: yes", "ends: bye"), "the call was to end at 'bye' and is not over: it waits at 'thanks'"),
    (("talk:", "  - them: yes", "never_reaches: thanks"), "the call was never to reach 'thanks' and did"),
    (("talk:", "  - them: no", "records: do_not_call"), "the call was to record 'do_not_call' and did not"),
    (("talk:", "  - them: yes", "never_says: first_name"), "'first_name' was never to be said and was"),
    (("talk:", "  - them: no", "never_says: goodbye"), "'goodbye' was never to be said and was"),
    (("talk:", "  - them: yes", "facts:", "  size: 7"), "the fact 'size' was to be '7' and is 'not known'"),
    (
        ("talk:", "  - them: no", "facts:", "  heard notise: no"),
        "'facts' names no wording and no consent of the flow: 'heard notise'; did you mean 'heard notice'?",
    ),
    (("talk:", "  - them: no", "facts:", "  agreed notice: no"), "'facts' names no wording and no consent of the flow: 'agreed notice'"),
]


@pytest.mark.parametrize(("lines", "problem"), FAIL, ids=[problem[:30] for _, problem in FAIL])
def test_a_call_that_goes_otherwise_says_how(tmp_path: Path, lines: tuple[str, ...], problem: str) -> None:
    (found,) = played(tmp_path, *lines)

    assert found.startswith(problem)
    assert found.endswith("(call 'one')")


# A line of a test that would hold whatever happens, and what is said of it.
NOTHING = [
    (("talk:", "  - them: yes"), "This call holds whatever we say"),
    (("with:", "  first_name: Anna"), "This call holds whatever we say"),
    (("talk:",), "Nothing is written after 'talk:'"),
    (("talk: []",), "Nothing is written after 'talk:'"),
    (("talk: hello",), "'talk' needs a list"),
    (("talk:", "  - us:"), "There are no words after 'us:'"),
    (("talk:", "  - us: '?'"), "There are no words after 'us:'"),
    (("talk:", "  - them:"), "There are no words after 'them:'; a caller who says nothing is `- (silence)`"),
    (("talk:", "  - (cuts in after)"), "There are no words after '(cuts in after):'"),
    (("talk:", "  - (silence): for a while"), "'(silence)' stands alone"),
    (("facts: x",), "'facts' needs words with values below it"),
    (("facts:", "  size:"), "Nothing is written after 'size:'"),
    (("facts:", "  size: [7]"), "'size' needs one text after it"),
    (("with: Anna",), "'with' needs words with values below it"),
    (("never_says:",), "Nothing is written after 'never_says:'"),
    (("never_says: ','",), "There are no words after 'never_says:'"),
    (("records: [do_not_call, paid]",), "Alternatives are not written as a list; write records: do_not_call, paid"),
]


@pytest.mark.parametrize(("lines", "problem"), NOTHING, ids=[" ".join(lines) for lines, _ in NOTHING])
def test_a_line_that_tests_nothing_is_told(tmp_path: Path, lines: tuple[str, ...], problem: str) -> None:
    """Beside a claim that holds, so that nothing else would make the call fail."""
    beside = () if problem.startswith("This call") else ("never_reaches: stop",)

    (found,) = played(tmp_path, *lines, *beside)

    assert found.startswith(problem)


def test_a_broken_claim_is_told_at_its_own_line(tmp_path: Path) -> None:
    played(tmp_path, "talk:", "  - them: no", "ends: thanks", "facts:", "  size: 7")

    problems, _, _ = run_file(tmp_path / "tests" / "visit.yaml", tmp_path)

    assert [problem.split(":")[1] for problem in problems] == ["6", "8"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("flow: visit\ncalls:\n  - call: one\n\tends: bye\n", "4:1: This line is indented with a tab; use spaces: ends: bye [tab]"),
        (
            "flow: vist\ncalls:\n  - call: one\n    ends: bye\n",
            "1:7: There is no flow 'vist' in the folder {}; did you mean 'visit'? [unknown-flow]",
        ),
        (
            "flow: nine\ncalls:\n  - call: one\n    ends: bye\n",
            "1:7: There is no flow 'nine' in the folder {}; the flows are visit [unknown-flow]",
        ),
        ("flow: visit\ncalls: []\n", "2:1: Nothing is written after 'calls:' [empty]"),
        ("", "1:1: There is nothing in the file [empty-file]"),
        ("\ufeffflow: visit\ncalls: yes\n", "2:8: 'calls' needs a list, each line with '- ' [wrong-shape]"),
    ],
)
def test_a_slip_in_a_test_file_is_told_where_it_stands(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "visit.yaml").write_text(FLOW)
    test = tmp_path / "tests" / "visit.yaml"
    test.write_text(text)

    problems, calls, _ = run_file(test, tmp_path)

    assert problems[0] == f"{test}:{told.format(tmp_path)}"
    assert calls == 0


def test_coverage_names_what_no_call_has_passed(tmp_path: Path) -> None:
    played(tmp_path, "talk:", "  - them: yes", "  - them: seven", "ends: bye")

    _, calls, coverage = run_file(tmp_path / "tests" / "visit.yaml", tmp_path)

    assert calls == 1
    assert "  steps: 3 of 5; not: gone, stop" in coverage
    assert "  exits: 2 of 3; not: greet.hear.1 (no)" in coverage
    assert any(line.startswith("  obligation notice: ") and "heard" in line for line in coverage)
