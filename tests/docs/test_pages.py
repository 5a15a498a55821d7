"""What the documentation names is there."""

from __future__ import annotations

import ast
import configparser
import re
from pathlib import Path
from typing import Any

import pytest

from steering.cli import main
from steering.web.settings import Settings
from tests.docs.pages import PAGES, ROOT, commands

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@each_page
def test_every_make_target_named_is_there(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text()
    named = {target for command in commands(page) for target in re.findall(r"\bmake ([a-z]+)", command)}

    assert named <= set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


@each_page
def test_every_command_and_option_named_is_there(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in commands(page):
        for call in re.findall(r"(?:^|/|\s)steering ([a-z]+(?: .*)?)$", command):
            name, *arguments = call.split()
            with pytest.raises(SystemExit) as left:
                main([name, "--help"])
            assert left.value.code == 0, f"there is no `steering {name}`"
            known = capsys.readouterr().out
            for option in arguments:
                assert not option.startswith("--") or f"{option.partition('=')[0]} " in known, command


@each_page
def test_relative_links_lead_somewhere(page: Path) -> None:
    for target, heading in re.findall(r"\]\(([^)#:]*)(?:#([^)]*))?\)", page.read_text()):
        linked = page.parent / target if target else page
        assert linked.exists(), target
        if heading:
            headings = re.findall(r"^#+ (.*)$", linked.read_text(), re.MULTILINE)
            assert heading in {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


@each_page
def test_files_named_are_there(page: Path) -> None:
    named = {path for command in commands(page) for path in re.findall(r"^((?:steering|tests|docs|bench)/[\w./-]*)$", command)}

    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


@each_page
def test_every_setting_named_is_read(page: Path) -> None:
    named = set(re.findall(r"\b(?:STEERING|HUME|TWILIO|RETELL)_[A-Z_]*[A-Z]\b", page.read_text()))

    assert named <= read_settings()


def read_settings() -> set[str]:
    """The names that the server looks for in its environment."""

    class Environment(dict[str, str]):
        asked: set[str] = set()

        def get(self, name: str, default: Any = None) -> Any:
            self.asked.add(name)
            return default

    environment = Environment()
    Settings.from_env(environment)
    return environment.asked


def test_every_dependency_has_its_reason() -> None:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg")
    required = setup["options"]["install_requires"] + setup["options.extras_require"]["test"]
    names = {re.split(r"[<>=\[; ]", line)[0].lower() for line in required.split("\n") if line}

    rows = re.findall(r"^\| (.*?) \| (.+) \|$", (ROOT / "docs" / "architecture.md").read_text(), re.MULTILINE)
    reasons = [re.sub(r"\(.*?\)", "", packages).strip() for packages, _ in rows]
    covered = {name.strip() for packages in reasons for name in packages.split(",")}

    missing = {name for name in names if name not in covered and not (name.startswith("types-") and "types-*" in covered)}
    assert missing == set()
    assert covered - names - {"package", "---", "types-*"} == set()


def test_every_case_of_turns_is_shown_by_tests_that_are_there() -> None:
    rows = re.findall(r"^\| (\d+) \|.*\| (.*) \|$", (ROOT / "docs" / "turns.md").read_text(), re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, 33))

    there = written_tests()
    for number, shown in rows:
        names = set(re.findall(r"`(test_\w+)`", shown))
        files = re.findall(r"`(tests/[\w/]+\.py)`", shown)
        assert names, f"case {number} is shown by nothing"
        for file in files:
            assert names & there[file], f"case {number} has no test in {file}"
        homes = [there[file] for file in ("tests/turns/test_cases.py", *files)]
        assert names <= set().union(*homes), f"case {number}"


def test_every_numbered_test_is_named_in_turns() -> None:
    page = (ROOT / "docs" / "turns.md").read_text()
    numbered = {name for names in written_tests().values() for name in names if re.match(r"test_\d\d_", name)}

    assert {name for name in numbered if f"`{name}`" not in page} == set()


def written_tests() -> dict[str, set[str]]:
    """The names of the tests in every file of tests."""
    return {str(path.relative_to(ROOT)): set(functions(path.read_text())) for path in (ROOT / "tests").rglob("test_*.py")}


def functions(source: str) -> list[str]:
    return [node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
