"""What a check asks the world: an Effect, done outside the core, whose answer comes back as a Turn."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote

from steering.core.draft import Draft
from steering.core.flow import LookUp, Template
from steering.core.turn import Effect


def asked_world(call: Draft, check: str, look_up: LookUp) -> Effect:
    """The *look_up* of a *check*, for which *call* waits."""
    url, body = _address(call, look_up.url), {}
    if look_up.method == "post":
        url, _, query = url.partition("?")
        body = dict(parse_qsl(query, keep_blank_values=True))
    return Effect(
        kind=look_up.method,
        key=call.waiting,
        name=check,
        url=url,
        body=body,
        within=look_up.within,
        keep=look_up.keep,
        private=not (call.flow.private | call.root.private).isdisjoint(look_up.url.names),
    )


def _address(call: Draft, template: Template) -> str:
    """The address of a look-up; every value but one that begins it is escaped."""
    address = ""
    for part in template.parts:
        if isinstance(part, str):
            address += part
        else:
            _, text = call.known(part.name)
            address += quote(text, safe="") if address else text
    return address
