"""Whatever an author makes of a file, the loader gives findings or a Flow, and raises nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steering.core.flow import Flow
from steering.errors import FlowError
from steering.loader import load_sources
from steering.loader.codes import ERRORS, WARNINGS

FLOWS = Path(__file__).parent.parent.parent / "flows"
SOURCES = {path.name: path.read_text() for path in FLOWS.glob("*.yaml")}
NAMES = sorted(name for name, text in SOURCES.items() if "\nsteps:" in text)
PIECES = [
    "#",
    " #",
    ": ",
    ":",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "{{",
    "}}",
    "|",
    "*",
    "&a ",
    "*a",
    "!!x ",
    '"',
    "'",
    "\t",
    "\n",
    "\r",
    "\x00",
    "é",
]
PIECES += ["(", ")", "(repeat)", "run welcome", "wording.", "yes", "<", ">", "not ", "? ", ">", "---", "%", "\u2028", "\ud800", "0" * 30]
PIECES += ["key ", "digits", ","]
LINES = sorted({line for text in SOURCES.values() for line in text.splitlines()})

edits = st.lists(
    st.tuples(
        st.sampled_from(["delete", "duplicate", "replace", "insert", "indent", "cut", "blank"]),
        st.integers(0, 10_000),
        st.integers(0, 200),
        st.sampled_from(PIECES) | st.sampled_from(LINES) | st.text(max_size=8),
    ),
    min_size=1,
    max_size=4,
)


def edited(text: str, how: str, line: int, column: int, piece: str) -> str:
    lines = text.split("\n")
    at = line % len(lines)
    one = lines[at]
    column %= len(one) + 1
    changed = {
        "delete": [],
        "duplicate": [one, one],
        "replace": [piece],
        "insert": [one[:column] + piece + one[column:]],
        "indent": [" " * (column % 7) + one.lstrip()],
        "cut": [one[:column] + one[column + len(piece) :]],
        "blank": [one.partition(":")[0] + ":"],
    }[how]
    return "\n".join([*lines[:at], *changed, *lines[at + 1 :]])


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(NAMES), st.sampled_from([*NAMES, "clinic_answers.yaml"]), edits)
def test_mutated_flows_give_findings_or_a_flow(name: str, victim: str, changes: list[tuple[str, int, int, str]]) -> None:
    sources = dict(SOURCES)
    for change in changes:
        sources[victim] = edited(sources[victim], *change)
    called = name.removesuffix(".yaml")

    try:
        found: Flow | FlowError = load_sources(sources, called)
    except FlowError as error:
        found = error

    if isinstance(found, Flow):
        assert load_sources(found.sources, called).hash == found.hash
    else:
        assert any(one.severity == "error" for one in found.findings)
        for one in found.findings:
            assert one.code in ERRORS or one.code in WARNINGS
            assert one.line >= 1
            assert one.column >= 1
            assert one.message
            assert "\n" not in one.message
            assert "Traceback" not in one.message


@settings(max_examples=200)
@given(st.text(max_size=200) | st.lists(st.sampled_from([*PIECES, *LINES, "steps:\n", "flow: call\n"]), max_size=30).map("".join))
def test_any_text_gives_findings_or_a_flow(text: str) -> None:
    try:
        found: Iterable[str] = load_sources({"call.yaml": text}, "call").steps.keys()
    except FlowError as error:
        found = {one.code for one in error.findings}

    assert found
