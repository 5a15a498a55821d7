from __future__ import annotations

import re
from typing import Any

import pytest

from steering.web.settings import Settings

from .conftest import ROOT


class Asked(dict[str, str]):
    """An environment that remembers what was looked for in it."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        self.names.add(name)
        return default


def test_the_table_in_the_docs_is_complete() -> None:
    asked = Asked()
    Settings.from_env(asked)

    table = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs" / "deploy.md").read_text(), re.MULTILINE)

    assert sorted(table) == sorted(asked.names)


def test_the_defaults_in_the_docs_are_true() -> None:
    documented = dict(re.findall(r"^\| `([A-Z_]+)` \| `(.*?)` \|", (ROOT / "docs" / "deploy.md").read_text(), re.MULTILINE))

    assert Settings.from_env(documented) == Settings.from_env({})


def test_keys_belong_to_owners() -> None:
    settings = Settings.from_env({"STEERING_API_KEY": "acme:k1, acme:k2 ,beta:k3,bare"})

    assert [settings.owner(key) for key in ("k1", "k2", "k3", "bare")] == ["acme", "acme", "beta", ""]
    assert [settings.owner(key) for key in ("k4", "acme:k1", "", None, "K1")] == [None] * 5


def test_without_keys_everyone_is_one_owner() -> None:
    assert Settings.from_env({}).owner(None) == ""


def test_keys_are_not_shown() -> None:
    settings = Settings.from_env({"STEERING_API_KEY": "acme:secret-key", "STEERING_MASTER_KEY": "secret-master"})

    assert "secret" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "70000"),
        ("WEB_CONCURRENCY", "0"),
        ("STEERING_MAX_SOCKETS", "-1"),
        ("STEERING_API_KEY", "acme:"),
        ("STEERING_API_KEY", "acme:k,beta:k"),
        ("STEERING_LOG_LEVEL", "loud"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=name):
        Settings.from_env({name: value})


def test_a_server_without_a_key_stays_on_this_machine() -> None:
    assert Settings.from_env({"HOST": "0.0.0.0"}).refusal()
    assert Settings.from_env({"HOST": "::1"}).refusal() is None
    assert Settings.from_env({"HOST": "0.0.0.0", "STEERING_API_KEY": "k"}).refusal() is None
