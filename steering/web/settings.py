"""What the server is told by its environment: one frozen value, read once, one table in docs/deploy.md."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from steering.core.numbers import phone_number
from steering.reach import Hosts
from steering.webhooks import secrets

GREETING_INSTRUCTION = "Speak your greeting to the user."
GUARDS = ("STEERING_API_KEY", "STEERING_MASTER_KEY", "TWILIO_AUTH_TOKEN")
"""Settings without which more is open than with them."""
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Every setting, checked. *keys* maps the SHA-256 of an API key to the owner of its sessions.

    *first_keys* has one API key of each owner, for a platform that is to call with it. The keys of webhooks are
    (owner, key); an owner of "" is whoever alone has API keys.
    *public_url* has no slash at its end. *twilio_voices* are (provider, voice) by language.
    """

    flows: str = "flows"
    database_url: str = "sqlite:///var/calls.db"
    checkpoints: str = ""
    keys: Mapping[bytes, str] = field(default_factory=dict, repr=False)
    first_keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    master_key: str | None = field(default=None, repr=False)
    default_flow: str | None = None
    look_up_hosts: tuple[str, ...] = ()
    public_url: str = ""
    twilio_account: str = ""
    twilio_tokens: tuple[str, ...] = field(default=(), repr=False)
    twilio_number: str = ""
    twilio_api_url: str = "https://api.twilio.com"
    webhook_url: str = ""
    webhook_keys: tuple[bytes, ...] = field(default=(), repr=False)
    greeting_instruction: str = GREETING_INSTRUCTION
    hang_up_tool: str = ""
    silence_seconds: float = 8.0
    twilio_voices: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    max_sockets: int = 2000
    hume_api_key: str | None = field(default=None, repr=False)
    hume_api_url: str = "https://api.hume.ai"
    hume_webhook_keys: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    log_level: str = "INFO"
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int | None = None

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Settings:
        """The settings in *environ*; ValueError says which one is wrong and what to write."""

        def text(name: str, default: str) -> str:
            return environ.get(name, "").strip() or default

        webhook_url, webhook_keys = _webhook(environ)
        for name in GUARDS:
            # As after a substitution that failed: it must not leave the door open.
            if name in environ and not _names(environ[name]):
                raise ValueError(f"{name}: it is set, and there is no key in it; write one, or unset it.")
        return cls(
            flows=text("STEERING_FLOWS", cls.flows),
            database_url=text("STEERING_DATABASE_URL", cls.database_url),
            checkpoints=text("STEERING_CHECKPOINTS", ""),
            keys=_keys(environ.get("STEERING_API_KEY", "")),
            first_keys=dict(reversed(list(_owned("STEERING_API_KEY", environ.get("STEERING_API_KEY", ""))))),
            master_key=text("STEERING_MASTER_KEY", "") or None,
            default_flow=text("STEERING_FLOW", "") or None,
            look_up_hosts=_hosts(environ.get("STEERING_LOOKUP_HOSTS", "")),
            public_url=_address(environ, "STEERING_PUBLIC_URL"),
            twilio_account=_account(environ),
            twilio_tokens=_names(environ.get("TWILIO_AUTH_TOKEN", "")),
            twilio_number=_telephone(environ, "TWILIO_FROM_NUMBER"),
            twilio_api_url=_address(environ, "TWILIO_API_URL") or cls.twilio_api_url,
            webhook_url=webhook_url,
            webhook_keys=webhook_keys,
            greeting_instruction=text("STEERING_GREETING_INSTRUCTION", GREETING_INSTRUCTION),
            hang_up_tool=text("STEERING_HANG_UP_TOOL", ""),
            silence_seconds=_seconds(environ, "STEERING_SILENCE_SECONDS", cls.silence_seconds, 0.1, 120),
            twilio_voices=_voices(environ.get("TWILIO_VOICES", "")),
            max_sockets=_whole(environ, "STEERING_MAX_SOCKETS", cls.max_sockets, 1, 100_000),
            hume_api_key=text("HUME_API_KEY", "") or None,
            hume_api_url=text("HUME_API_URL", cls.hume_api_url),
            hume_webhook_keys=tuple(_owned("HUME_WEBHOOK_KEYS", environ.get("HUME_WEBHOOK_KEYS", ""))),
            log_level=_level(text("STEERING_LOG_LEVEL", cls.log_level)),
            host=text("HOST", cls.host),
            port=_whole(environ, "PORT", cls.port, 0, 65535),
            workers=_whole(environ, "WEB_CONCURRENCY", 0, 1, 1024) or None,
        )

    def owner(self, key: str | None) -> str | None:
        """The owner of *key*, "" for everyone when no keys are set, None when it opens nothing.

        Takes equally long whichever key it is, and however much of it is right.
        """
        if not self.keys:
            return ""
        asked = hashlib.sha256((key or "").encode("utf-8", "replace")).digest()
        found = None
        for known, owner in self.keys.items():
            if hmac.compare_digest(asked, known):
                found = owner
        return found

    def owner_named(self, name: str) -> str | None:
        """The owner that a platform's address or key names; without a name whoever alone has API keys. None when nobody is meant."""
        owners = set(self.keys.values())
        if not owners or name in owners:
            return name if owners else ""
        return owners.pop() if len(owners) == 1 and not name else None

    def refusal(self) -> str | None:
        """Why the server must not start as it is set, in one sentence; None when it may."""
        if any(self.owner_named(owner) is None for owner, _ in self.hume_webhook_keys):
            return "HUME_WEBHOOK_KEYS: STEERING_API_KEY has several owners; write `owner:key` with one of them."
        if not Path(self.flows).is_dir():
            return f"STEERING_FLOWS: there is no folder '{self.flows}'; make it, or name the folder in which your flows stand."
        if self.keys or self.host in LOOPBACK:
            return None
        return f"HOST={self.host} opens this server to the network without a key: set STEERING_API_KEY, or leave HOST at {Settings.host}."


def _keys(text: str) -> dict[bytes, str]:
    keys: dict[bytes, str] = {}
    for owner, key in _owned("STEERING_API_KEY", text):
        digest = hashlib.sha256(key.encode()).digest()
        if keys.get(digest, owner) != owner:
            raise ValueError(f"STEERING_API_KEY: '{owner}' and '{keys[digest]}' share one key; every owner needs its own.")
        keys[digest] = owner
    return keys


def _owned(name: str, text: str) -> Iterator[tuple[str, str]]:
    """The (owner, key) in `owner:key,key`."""
    for entry in _names(text):
        owner, colon, key = entry.partition(":")
        if not colon:
            owner, key = "", entry
        if not key:
            raise ValueError(f"{name}: a key is empty; write `owner:key,owner:key`, or just `key`.")
        yield owner, key


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _hosts(text: str) -> tuple[str, ...]:
    hosts = _names(text)
    try:
        Hosts(hosts)
    except ValueError as error:
        raise ValueError(f"STEERING_LOOKUP_HOSTS: {error}.") from error
    return hosts


def _webhook(environ: Mapping[str, str]) -> tuple[str, tuple[bytes, ...]]:
    url = environ.get("STEERING_WEBHOOK_URL", "").strip()
    try:
        keys = secrets(_names(environ.get("STEERING_WEBHOOK_SECRET", "")))
    except ValueError as error:
        raise ValueError(f"STEERING_WEBHOOK_SECRET: {error}.") from error
    try:
        if url:
            Hosts.of(url)
    except ValueError as error:
        raise ValueError(f"STEERING_WEBHOOK_URL: {error}.") from error
    if url and not keys:
        raise ValueError("STEERING_WEBHOOK_URL: set STEERING_WEBHOOK_SECRET too; nobody should believe a webhook without a signature.")
    return url, keys


def _address(environ: Mapping[str, str], name: str) -> str:
    text = environ.get(name, "").strip()
    try:
        parts = urlsplit(text)
        well = parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment or "@" in parts.netloc)
    except ValueError:
        well = False
    if text and not well:
        raise ValueError(f"{name}: '{text}' is not an address such as https://calls.example.com.")
    return text.rstrip("/")


def _account(environ: Mapping[str, str]) -> str:
    text = environ.get("TWILIO_ACCOUNT_SID", "").strip()
    if text and not re.fullmatch(r"AC[0-9a-fA-F]{32}", text):
        raise ValueError("TWILIO_ACCOUNT_SID: an account is AC and 32 letters and digits, as Twilio's console shows it.")
    return text


def _telephone(environ: Mapping[str, str], name: str) -> str:
    text = environ.get(name, "").strip()
    number = phone_number(text)
    if text and number is None:
        raise ValueError(f"{name}: '{text}' is no telephone number with its country, such as +13125550100.")
    return number or ""


def _seconds(environ: Mapping[str, str], name: str, default: float, least: float, most: float) -> float:
    text = environ.get(name, "").strip()
    if not text:
        return default
    if not re.fullmatch(r"\d{1,4}(\.\d{1,3})?", text) or not least <= float(text) <= most:
        raise ValueError(f"{name}: '{text}' is not a number of seconds from {least:g} to {most:g}.")
    return float(text)


def _voices(text: str) -> dict[str, tuple[str, str]]:
    voices = {}
    for entry in _names(text):
        language, _, spoken_by = entry.partition("=")
        provider, _, voice = spoken_by.partition(":")
        if not (language and provider and voice):
            raise ValueError(f"TWILIO_VOICES: '{entry}' is not written as LANGUAGE=PROVIDER:VOICE, such as en-US=Amazon:Joanna-Neural.")
        voices[language.strip()] = provider.strip(), voice.strip()
    return voices


def _whole(environ: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    text = environ.get(name, "").strip()
    if not text:
        return default
    if not text.isdecimal() or not least <= int(text) <= most:
        raise ValueError(f"{name}: '{text}' is not a whole number from {least} to {most}.")
    return int(text)


def _level(text: str) -> str:
    level = text.upper()
    if level not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ValueError(f"STEERING_LOG_LEVEL: '{text}' is none of DEBUG, INFO, WARNING and ERROR.")
    return level
