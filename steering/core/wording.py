"""What legal approves of a text: its lock, and the hash of what is heard."""

from __future__ import annotations

import hashlib

from steering.core.speech import say


def lock(text: str) -> str:
    """The first eight hex digits of SHA-256 over the written *text*, its white space folded to single spaces."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def spoken_hash(text: str, language: str = "en") -> str:
    """The lock of the spoken form of *text*: it changes when the same text comes to be read out otherwise."""
    return lock(say(text, language))
