"""`steering chart`: every step and every way of a flow stands in its chart, and nothing breaks the chart's own syntax."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from steering.cli import main
from steering.core.chart import chart
from steering.core.machine import exits
from steering.loader import load, load_sources
from tests.promises.random_flows import flow_at_random

FLOWS = Path(__file__).parent.parent.parent / "flows"
ID = r"(?:call|anytime|[st]_\w+)"
TEXT = r'"[^"<>]*"'
BOX = rf"\({TEXT}\)|\[{TEXT}\]|\(\[{TEXT}\]\)|\[\[{TEXT}\]\]|\{{\{{{TEXT}\}}\}}|\(\(call\)\)"
NODE = re.compile(rf"  ({ID})(?:{BOX})")
EDGE = re.compile(rf"  ({ID}) -->(?:\|{TEXT}\|)? ({ID})")


def read(text: str) -> tuple[set[str], set[tuple[str, str]]]:
    """The nodes and arrows of a chart; each line is one of the two."""
    head, *lines = text.splitlines()
    assert head == "flowchart TD"
    nodes, edges = set(), set()
    for line in lines:
        if edge := EDGE.fullmatch(line):
            edges.add((edge[1], edge[2]))
        else:
            node = NODE.fullmatch(line)
            assert node, line
            nodes.add(node[1])
    return nodes, edges


@pytest.mark.parametrize("name", ["welcome", "clinic_inbound", "debt_collection_call"])
def test_chart_has_every_step_and_way_of_a_shipped_flow(name: str) -> None:
    flow = load(FLOWS / f"{name}.yaml")

    nodes, edges = read(chart(flow))

    assert {f"s_{step}" for step in flow.steps} <= nodes
    ways = {(f"s_{step.name}", f"s_{target.name}") for step in flow.steps.values() for _, target in exits(step) if target.kind == "step"}
    anytime = {("anytime", f"s_{line.target.name}") for line in flow.anytime if line.target.kind == "step"}
    assert ways | anytime | {("call", f"s_{flow.start}")} <= edges


@pytest.mark.parametrize("seed", range(10))
def test_every_arrow_of_any_flow_leads_to_a_box_that_is_there(seed: int) -> None:
    nodes, edges = read(chart(flow_at_random(seed)[0]))

    assert {name for edge in edges for name in edge} <= nodes


def test_words_of_an_author_cannot_end_a_label() -> None:
    text = 'flow: odd\nsteps:\n  end:\n    ask: \'Say "yes" <b> #1\'\n    hear:\n      yes: subgraph\n  subgraph:\n    hand_to: "+1"\n'

    drawn = chart(load_sources({"odd.yaml": text}, "odd"))

    assert "Say #quot;yes#quot; #lt;b#gt; #35;1" in drawn
    assert read(drawn)[1] == {("call", "s_end"), ("s_end", "s_subgraph")}


def test_command_prints_the_chart(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chart", str(FLOWS / "welcome.yaml")]) == 0

    assert capsys.readouterr().out.startswith("flowchart TD\n")
