"""The authors' pages keep up with the loader: every word is there, and every flow shown loads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from steering.core.flow import KINDS, LIMITS
from steering.core.languages import language
from steering.core.speech import FILTERS
from steering.loader import load
from steering.loader.codes import ERRORS, WARNINGS
from steering.loader.words import CHECK, EVENTS, FIELD, FILE, STEP, TURNS_BACK, WORDING
from steering.testing.scripts import CLAIMS, VERBS

ROOT = Path(__file__).parent.parent.parent
AUTHORS = (ROOT / "docs/authors.md").read_text()
README = (ROOT / "README.md").read_text()
SHOWN = [block for page in (AUTHORS, README) for block in re.findall(r"^```yaml\n(flow:.*?)^```", page, re.DOTALL | re.MULTILINE)]


@pytest.mark.parametrize("block", [block for block in SHOWN if "\ncalls:" not in block], ids=lambda block: block.splitlines()[0])
def test_flow_in_the_docs_loads(block: str, tmp_path: Path) -> None:
    path = tmp_path / f"{block.splitlines()[0].removeprefix('flow: ')}.yaml"
    path.write_text(block)

    assert load(path).steps


def test_flows_are_shown() -> None:
    assert len(SHOWN) >= 5


@pytest.mark.parametrize("word", sorted({*FILE, *STEP, *WORDING, *CHECK, *FIELD, *KINDS, *LIMITS, *FILTERS}))
def test_word_is_in_the_authors_page(word: str) -> None:
    assert re.search(rf"[`\s|]{re.escape(word)}[`:,\s]", AUTHORS)


@pytest.mark.parametrize("word", [f"({one})" for one in (*EVENTS, *TURNS_BACK)] + list(VERBS) + list(CLAIMS))
def test_event_verb_and_claim_are_in_the_authors_page(word: str) -> None:
    assert f"`{word}" in AUTHORS


@pytest.mark.parametrize("line", [*language("en").if_silent, *language("en").if_unclear])
def test_default_of_a_ladder_is_in_the_authors_page(line: str) -> None:
    assert f'"{line.replace(" {{ question }}", "")}"' in AUTHORS


def test_every_code_is_explained() -> None:
    explained = re.findall(r"^\| `([a-z0-9-]+)` \| .+ \| .+ \|$", (ROOT / "docs/errors.md").read_text(), re.MULTILINE)

    assert explained == [*ERRORS, *WARNINGS]
