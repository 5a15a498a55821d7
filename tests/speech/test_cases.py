"""The case tables: one file a language and kind, `written => spoken` a line, from what a call script says."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.core.speech import LANGUAGES, say
from steering.core.speech.english import book
from steering.core.speech.tongues import BOOKS

CASES = Path(__file__).parent / "cases"
DOCS = Path(__file__).parents[2] / "docs" / "speaking.md"


def read(path: Path) -> list[tuple[str, str]]:
    pairs = (line.split(" => ", 1) for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("//"))
    return [(written, spoken) for written, spoken in pairs]


TABLES = [
    pytest.param(path.parent.name, written, spoken, id=f"{path.parent.name}-{path.stem}-{written}")
    for path in sorted(CASES.glob("*/*.txt"))
    for written, spoken in read(path)
]


@pytest.mark.parametrize(("language", "written", "spoken"), TABLES)
def test_scripts_are_spoken_as_an_editor_would(language: str, written: str, spoken: str) -> None:
    said = say(written, language)

    assert said == spoken
    assert say(said, language) == said
