"""The command that calls a running server as a voice platform does."""

from __future__ import annotations

import argparse
import os
import re
from typing import TYPE_CHECKING

from steering.cli.command import TYPING, Command, fact, typed

if TYPE_CHECKING:
    from steering.simulator import Platform, Server

PLATFORMS = ("evi", "openai", "retell", "relay", "gather")


def add(command: Command) -> None:
    """`steering call`."""
    call = command("call", _call, "Call a running server as a voice platform does: type what the caller says.")
    call.add_argument("flow", metavar="FLOW", help="the name of the flow")
    call.add_argument("--platform", choices=PLATFORMS, default="evi", help="whose wire to speak (default: evi)")
    call.add_argument("--url", default="http://localhost:8000", help="where the server is")
    call.add_argument("--key", help="an API key (default: the first one in STEERING_API_KEY, of --owner)")
    call.add_argument("--owner", metavar="NAME", help="whose call a telephone call is, where keys have several owners (default: the key's)")
    call.add_argument("--number", default="+13125550123", help="the caller's number")
    call.add_argument("--with", dest="facts", action="append", default=[], metavar="NAME=VALUE", help="a fact for this call")


def _call(arguments: argparse.Namespace) -> int:
    from steering.simulator import PLATFORMS, Server

    owner, key = _caller(arguments)
    server = Server(url=_address(arguments.url), owner=owner, key=key, flow=arguments.flow, number=_number(arguments.number))
    server.look_up_flow()
    if arguments.facts:
        server.prepare(dict(fact(one) for one in arguments.facts))
    platform = PLATFORMS[arguments.platform](server)
    try:
        _talk(platform, server)
    finally:
        # However the talk ends: a socket that stays open keeps us here.
        platform.hang_up()
    return 0


def _talk(platform: Platform, server: Server) -> None:
    """Takes turns at the terminal until the call is over."""
    print(f"Session {server.session}. {TYPING}")
    heard = platform.begin()
    cut: str | None = None
    while True:
        print(f"  us: {heard.text}")
        if trouble := server.trouble():
            print(f"  (the server could not take that: {trouble}; its log says more)")
        if heard.ended or server.is_over():
            print("The call has ended" + (f" and goes to {heard.moved_to}." if heard.moved_to else "."))
            return
        while (words := typed()).startswith("(cuts in after)"):
            cut = _up_to(heard.text, words.removeprefix("(cuts in after)").strip(": "))
        if words == "(hangs up)":
            return
        key = words.removeprefix("(key)").strip(": ") if words.startswith("(key)") else ""
        heard = platform.press(key) if key else platform.say(words, cut)
        cut = None


def _caller(arguments: argparse.Namespace) -> tuple[str, str]:
    """Whose call it is, and the key; ValueError when the owner that is named has none here."""
    from steering.web.settings import Settings

    settings = Settings.from_env(os.environ)
    owner, key = arguments.owner, arguments.key
    if key is None:
        if owner is not None and owner not in settings.first_keys:
            raise ValueError(f"--owner {owner}: STEERING_API_KEY has no key of that owner here; give one with --key")
        key = next(iter(settings.first_keys.values()), "") if owner is None else settings.first_keys[owner]
    return settings.owner(key) or "" if owner is None else owner, key


def _address(url: str) -> str:
    """Where the server is; ValueError."""
    if not re.fullmatch(r"https?://[^/?#\s][^?#\s]*", url):
        raise ValueError(f"--url {url}: write where the server is, such as http://localhost:8000 or https://calls.example.com")
    return url.rstrip("/")


def _number(text: str) -> str:
    """The caller's number as platforms send it; ValueError."""
    from steering.core.numbers import called_number

    if (number := called_number(text)) is None:
        raise ValueError(f"--number {text}: write a telephone number with its country, such as +13125550123")
    return number


def _up_to(text: str, words: str) -> str:
    """The beginning of *text* up to the end of *words*; nothing when it does not hold them."""
    at = text.casefold().find(words.casefold())
    return text[: at + len(words)] if words and at >= 0 else ""
