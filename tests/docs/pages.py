"""The pages of the documentation, and what in them can be checked."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))

_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`([^`\n]+)`")


def blocks(page: Path, language: str) -> list[str]:
    """The code blocks of *page* in *language*."""
    return [code for name, code in _FENCED.findall(page.read_text()) if name == language]


def commands(page: Path) -> list[str]:
    """Every line of a shell block and every inline code of *page*, without its comment."""
    inline = _INLINE.findall(_FENCED.sub("", page.read_text()))
    lines = [line for block in blocks(page, "sh") for line in block.replace("\\\n", " ").splitlines()]
    return [re.sub(r"\s#\s.*", "", command) for command in (*inline, *lines)]
