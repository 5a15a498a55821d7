"""The proof against the engine: what a thousand random flows are found to do, no promise may deny.

`PROMISE_FLOWS=1000 pytest tests/promises/test_oracle.py` plays a thousand of them, some minutes long; without it, a sample.
"""

from __future__ import annotations

import os

import pytest

from steering.core.flow import Flow
from steering.core.places import Places, fact_of
from steering.core.promises import prove
from steering.core.promises.hunt import alike
from tests.promises.explorer import played
from tests.promises.random_flows import BROUGHT, flow_at_random
from tests.promises.rich_flows import brought, flow_with_more

FLOWS, SAMPLE, TURNS = int(os.environ.get("PROMISE_FLOWS", "0")), 24, 1500
# Flows with which the proof was once at odds with the engine, and some in which a value changes after it was heard.
ONCE = (538, 827, 855, 890, 914, 92, 136, 260)
# A value may be dropped while its text was not yet heard.
MORE_ONCE = (320,)


@pytest.mark.parametrize("seed", range(FLOWS) if FLOWS else (*range(SAMPLE), *ONCE))
def test_what_the_engine_can_be_brought_to_do_is_never_proved_impossible(seed: int) -> None:
    flow, text = flow_at_random(seed)

    found = played(flow, BROUGHT, 4000 if FLOWS else TURNS)
    broken = {(one.flow, one.number): one.why for one in prove(flow, lambda name, step: f"{name}.{step}")}

    assert set(found.broken) <= set(broken), text
    # So a guard on it shows that its values are there.
    assert not found.empty, text


@pytest.mark.parametrize("seed", range(FLOWS) if FLOWS else (*range(SAMPLE), *MORE_ONCE))
def test_nor_with_the_words_that_those_flows_leave_out(seed: int) -> None:
    flow, text = flow_with_more(seed)

    found = played(flow, brought(flow), 4000 if FLOWS else TURNS)
    broken = {(one.flow, one.number) for one in prove(flow, lambda name, step: f"{name}.{step}")}

    assert set(found.broken) <= broken, text
    assert not found.empty, text


@pytest.mark.parametrize("seed", range(40))
def test_path_that_is_told_is_one_that_some_caller_takes(seed: int) -> None:
    flow, text = flow_at_random(seed)
    found = played(flow, BROUGHT, 800)
    if not found.whole:
        pytest.skip("there is more to this flow than can be tried here")

    broken = {(one.flow, one.number): one.why for one in prove(flow, lambda name, step: f"{name}.{step}")}

    # Asking twice whether a value is known is the one thing followed both ways that no call does.
    assert set(broken) <= set(found.broken) or text.count("tier is known") > 1, broken


def test_facts_that_are_followed_at_once_are_found_as_each_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    flows = [flow_at_random(seed)[0] for seed in range(80)]
    at_once = [prove(flow, "{}.{}".format) for flow in flows]
    together = [max(map(len, alike(Places(flow), _facts(flow), ()))) for flow in flows]

    monkeypatch.setattr("steering.core.promises.alike", lambda places, facts, guards: [[fact] for fact in facts])

    for flow, found in zip(flows, at_once, strict=True):
        assert set(prove(flow, "{}.{}".format)) == set(found)
    assert sum(size > 1 for size in together) > len(flows) / 2


def _facts(flow: Flow) -> set[str]:
    return {fact_of(flow, flow, one) for promise in flow.promises for one in promise.conditions}
