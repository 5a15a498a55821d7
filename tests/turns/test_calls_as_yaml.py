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
    (("talk:", "  - (feels): anger"), "'anger' is not an expression and a score"),
    (("talk:", "  - (waits): a while"), "'a while' is not a length of time"),
    (("talk:", "  - (hangs up)", "  - them: yes"), "the caller has hung up"),
    (("talk:", "  - them: yes", "ends: bye"), "the call was to end at 'bye' and is not over: it waits at 'thanks'"),
    (("talk:", "  - them: yes", "never_reaches: thanks"), "the call was never to reach 'thanks' and did"),
    (("talk:", "  - them: no", "records: do_not_call"), "the call was to record 'do_not_call' and did not"),
    (("talk:", "  - them: yes", "never_says: first_name"), "'first_name' was never to be said and was"),
    (("talk:", "  - them: no", "never_says: goodbye"), "'goodbye' was never to be said and was"),
    (("talk:", "  - them: yes", "facts:", "  size: 7"), "the fact 'size' was to be '7' and is 'not known'"),
]


@pytest.mark.parametrize(("lines", "problem"), FAIL, ids=[problem[:30] for _, problem in FAIL])
def test_a_call_that_goes_otherwise_says_how(tmp_path: Path, lines: tuple[str, ...], problem: str) -> None:
    (found,) = played(tmp_path, *lines)

    assert found.startswith(problem)
    assert found.endswith("(call 'one')")


def test_coverage_names_what_no_call_has_passed(tmp_path: Path) -> None:
    played(tmp_path, "talk:", "  - them: yes", "  - them: seven")

    _, calls, coverage = run_file(tmp_path / "tests" / "visit.yaml", tmp_path)

    assert calls == 1
    assert "  steps: 3 of 5; not: gone, stop" in coverage
    assert any(line.startswith("  obligation notice: ") and "heard" in line for line in coverage)
