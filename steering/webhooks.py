"""Outgoing webhooks in the form of Standard Webhooks: what is signed, and how (www.standardwebhooks.com)."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Iterable

PREFIX = "whsec_"


def secrets(texts: Iterable[str]) -> tuple[bytes, ...]:
    """The keys in `whsec_…`, base64 of 24 to 64 bytes each; ValueError when one is not so, without telling it."""
    keys = []
    for text in texts:
        try:
            key = base64.b64decode(text.removeprefix(PREFIX), validate=True)
        except binascii.Error:
            key = b""
        if not text.startswith(PREFIX) or not 24 <= len(key) <= 64:
            raise ValueError(f"a secret is {PREFIX} and base64 of 24 to 64 bytes: make one with `echo {PREFIX}$(openssl rand -base64 24)`")
        keys.append(key)
    return tuple(keys)


def signed(keys: Iterable[bytes], *, id: str, at: int, body: bytes) -> dict[str, str]:
    """The headers of *body*; one signature for each key, so that a receiver may know the old one or the new one. *at*: unix seconds."""
    content = f"{id}.{at}.".encode() + body
    signatures = (base64.b64encode(hmac.digest(key, content, "sha256")).decode() for key in keys)
    return {"webhook-id": id, "webhook-timestamp": str(at), "webhook-signature": " ".join(f"v1,{one}" for one in signatures)}
