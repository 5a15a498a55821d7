"""Conversations as tests: the calls in `flows/tests/*.yaml`, played against the real service in memory.

A call is talked through the same door that platforms use, with the whole history each time, so that
cuts, retries and longer words mean here what they mean on the phone. Look-ups answer with the sample
of their check; the clock moves only when a call says so.
"""

from __future__ import annotations

from pathlib import Path

from steering.errors import Finding, FlowError
from steering.loader import load
from steering.loader.codes import Report, did_you_mean
from steering.loader.shelf import Shelf
from steering.testing.claims import unknown_claims
from steering.testing.coverage import Coverage
from steering.testing.playing import play
from steering.testing.scripts import read_scripts
from steering.testing.talk import MONDAY, OneFlow, Talk

__all__ = ["MONDAY", "OneFlow", "Talk", "run_file"]


def run_file(path: Path, flows: Path) -> tuple[list[str], int, list[str]]:
    """(what is wrong, how many calls were played, coverage in sentences) of a test file."""
    file = str(path)
    report = Report()
    try:
        name, scripts = read_scripts(file, path.read_text(encoding="utf-8-sig"), report)
    except OSError as error:
        return [f"{file}:1:1: the file cannot be read: {error.strerror}"], 0, []
    except UnicodeDecodeError:
        return [f"{file}:1:1: the file is not UTF-8 text; save it as UTF-8"], 0, []
    if not report.failed and not (flows / f"{name.value}.yaml").is_file():
        known = Shelf(flows).names()
        there = did_you_mean(name.value, known) or f"; the flows are {', '.join(known) or 'none'}"
        report.add("unknown-flow", name.at, f"There is no flow '{name.value}' in the folder {flows}{there}")
    if report.failed:
        return [str(finding) for finding in report.findings], 0, []
    try:
        flow = load(flows / f"{name.value}.yaml")
    except FlowError as error:
        return _errors(error.findings), 0, []
    coverage = Coverage()
    wrong = [
        f"{problem} (call '{script.name}')"
        for script in scripts
        for problem in (*unknown_claims(flow, script), *play(flow, script, coverage))
    ]
    return wrong, len(scripts), list(coverage.lines(flow))


def _errors(findings: tuple[Finding, ...]) -> list[str]:
    return [str(finding) for finding in findings if finding.severity == "error"]
