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
        *(
            (name, nothing)
            for name in ("STEERING_API_KEY", "STEERING_MASTER_KEY", "TWILIO_AUTH_TOKEN")
            for nothing in ("", " ", ",", " , ,")
        ),
        ("STEERING_API_KEY", "acme:k,beta:k"),
        ("STEERING_LOG_LEVEL", "loud"),
        ("STEERING_PUBLIC_URL", "calls.example.com"),
        ("STEERING_PUBLIC_URL", "https://calls.example.com/?key=1"),
        ("STEERING_SILENCE_SECONDS", "0"),
        ("STEERING_SILENCE_SECONDS", "soon"),
        ("TWILIO_VOICES", "en-US"),
        ("TWILIO_VOICES", "en-US=Joanna"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=name):
        Settings.from_env({name: value})


def test_a_server_without_a_key_stays_on_this_machine() -> None:
    assert Settings.from_env({"HOST": "0.0.0.0"}).refusal()
    assert Settings.from_env({"HOST": "::1"}).refusal() is None
    assert Settings.from_env({"HOST": "0.0.0.0", "STEERING_API_KEY": "k"}).refusal() is None


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        ({"STEERING_WEBHOOK_URL": "https://crm.example.com"}, "STEERING_WEBHOOK_URL"),
        ({"STEERING_WEBHOOK_URL": "crm.example.com", "STEERING_WEBHOOK_SECRET": "whsec_" + "A" * 32}, "STEERING_WEBHOOK_URL"),
        ({"STEERING_WEBHOOK_URL": "https://me:pw@crm.example.com", "STEERING_WEBHOOK_SECRET": "whsec_" + "A" * 32}, "STEERING_WEBHOOK_URL"),
        ({"STEERING_WEBHOOK_SECRET": "hunter2"}, "STEERING_WEBHOOK_SECRET"),
        ({"STEERING_LOOKUP_HOSTS": "https://crm.example.com"}, "STEERING_LOOKUP_HOSTS"),
    ],
)
def test_where_calls_are_told_and_asked_is_checked_at_the_start(environ: dict[str, str], name: str) -> None:
    with pytest.raises(ValueError, match=name) as error:
        Settings.from_env(environ)

    assert "hunter2" not in str(error.value)
    assert "pw" not in str(error.value)
