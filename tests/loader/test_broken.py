"""One broken file for every finding: it is reported at its place, with its code, and nothing is ever raised."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.errors import Finding, FlowError
from steering.loader import check, load
from steering.loader.codes import ERRORS, WARNINGS

BROKEN = Path(__file__).parent.parent / "broken"
# These need bytes, sizes or other files; they have tests of their own in test_files.py and tests/numbers.
ELSEWHERE = {"no-such-file", "too-large", "not-utf8", "used-flow"}
ELSEWHERE |= {"bad-number", "bad-hand-off", "bad-table", "unknown-fact", "row-left-out", "unknown-hand-off"}


def checked(code: str, folder: Path) -> list[Finding]:
    """The findings of tests/broken/CODE.yaml under the name that its flow has."""
    path = folder / f"{code.replace('-', '_')}.yaml"
    path.write_text((BROKEN / f"{code}.yaml").read_text())
    return check(path)


@pytest.mark.parametrize("code", sorted(path.stem for path in BROKEN.glob("*.yaml")))
def test_broken_file_is_reported_at_its_place(code: str, tmp_path: Path) -> None:
    place, expected = (BROKEN / f"{code}.yaml").read_text().splitlines()[0].removeprefix("# ").split()

    found = checked(code, tmp_path)

    assert expected == code
    assert (place, code) in [(f"{one.line}:{one.column}", one.code) for one in found], "\n".join(map(str, found))
    assert all(one.severity == ("error" if one.code in ERRORS else "warning") for one in found)
    # What is broken in one place is not reported in five.
    assert len([one for one in found if one.severity == "error"]) <= 2, "\n".join(map(str, found))


@pytest.mark.parametrize("code", sorted(set(WARNINGS) - ELSEWHERE))
def test_warning_alone_does_not_keep_a_flow_from_loading(code: str, tmp_path: Path) -> None:
    checked(code, tmp_path)

    assert load(tmp_path / f"{code.replace('-', '_')}.yaml").steps


@pytest.mark.parametrize("code", sorted({path.stem for path in BROKEN.glob("*.yaml")} & set(ERRORS)))
def test_error_keeps_a_flow_from_loading(code: str, tmp_path: Path) -> None:
    found = checked(code, tmp_path)

    with pytest.raises(FlowError) as error:
        load(tmp_path / f"{code.replace('-', '_')}.yaml")
    assert list(error.value.findings) == found


def test_every_code_has_a_broken_file() -> None:
    assert {path.stem for path in BROKEN.glob("*.yaml")} == (set(ERRORS) | set(WARNINGS)) - ELSEWHERE
