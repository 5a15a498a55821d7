"""Bodies at rest: AES-256-GCM under a data key a session, which the master key wraps.

What a body is bound to (its table and row) is authenticated with it, so a body moved to another row
cannot be unsealed. Destroying a session's wrapped key destroys all its bodies. Unsealing never
raises: a body that was damaged, moved or sealed under another key is None.
"""

from __future__ import annotations

import base64
import binascii
import fcntl
import hmac
import os
import secrets
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEPT_IN = "master.key"
_KEY, _NONCE = 32, 12
_WRAPPED, _CARRIED = b"data key", b"marks"
_UNWRAPPED_KEPT = 4096


class DataKey:
    """The key of one session's bodies."""

    __slots__ = ("_cipher",)

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def seal(self, body: bytes | None, bound_to: bytes) -> bytes | None:
        """*body*, sealed; None stays None."""
        if body is None:
            return None
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, body, bound_to)

    def unseal(self, sealed: bytes | None, bound_to: bytes) -> bytes | None:
        """The body, or None when it cannot be had."""
        if sealed is None or len(sealed) < _NONCE:
            return None
        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], bound_to)
        except InvalidTag:
            return None


class MasterKey:
    """The key that wraps the data keys. Keep it apart from the backups of what it wraps.

    While it is changed there are several, the newest first: that one wraps, and any of them unwraps. What the oldest
    one marks cannot be marked anew, for the numbers and the calls are gone: its marks are handed on (`carried`).
    """

    def __init__(self, *keys: bytes) -> None:
        if any(len(key) != _KEY for key in keys):
            raise ValueError(f"a master key has {_KEY} bytes, this one {next(len(key) for key in keys if len(key) != _KEY)}")
        self._keys = [DataKey(key) for key in keys]
        self._numbers = hmac.digest(keys[-1], b"do not call", "sha256")
        self._stones = hmac.digest(keys[-1], b"tombstone", "sha256")
        # By the wrapped bytes, not by session: a number taken by an undone work can be given again.
        self.unwrap = lru_cache(maxsize=_UNWRAPPED_KEPT)(self._unwrap)

    @classmethod
    def load(cls, folder: Path, written: str | None) -> MasterKey:
        """The keys *written* as 64 hex digits or as base64, with commas; without any, the key kept in *folder*, made at first use."""
        if written:
            return cls(*map(_read, written.split(",")))
        return cls(kept_key(folder / KEPT_IN, "a master key", "no stored call can be read"))

    def new_data_key(self) -> bytes:
        """A fresh data key, wrapped."""
        return self._wrap(secrets.token_bytes(_KEY), _WRAPPED)

    def _wrap(self, key: bytes, what: bytes) -> bytes:
        wrapped = self._keys[0].seal(key, what)
        assert wrapped is not None
        return wrapped

    def _unwrap(self, wrapped: bytes) -> DataKey | None:
        key = self._opened(wrapped, _WRAPPED)
        return None if key is None else DataKey(key)

    def _opened(self, wrapped: bytes, what: bytes) -> bytes | None:
        return next((key for one in self._keys if (key := one.unseal(wrapped, what)) is not None), None)

    def renewed(self, wrapped: bytes) -> bytes | None:
        """The same data key, wrapped by the newest key; None when it is already, or when no key opens it."""
        if self._keys[0].unseal(wrapped, _WRAPPED) is not None or (key := self._opened(wrapped, _WRAPPED)) is None:
            return None
        return self._wrap(key, _WRAPPED)

    def carried(self, before: bytes | None) -> bytes | None:
        """What marks numbers and tombstones, sealed by the newest key; None when the seal *before* is its own, or it is the only key."""
        if len(self._keys) == 1 or (before and self._keys[0].unseal(before, _CARRIED) is not None):
            return None
        return self.marks()

    def marks(self) -> bytes:
        """What marks numbers and tombstones, sealed by the newest key: whoever has another one cannot `carry` it."""
        return self._wrap(self._numbers + self._stones, _CARRIED)

    def carry(self, sealed: bytes) -> bool:
        """Marks numbers and tombstones as the key before did, that sealed this; False when no key opens it."""
        marks = self._opened(sealed, _CARRIED)
        if marks is not None:
            self._numbers, self._stones = marks[:_KEY], marks[_KEY:]
        return marks is not None

    def hidden(self, owner: str, number: str) -> bytes:
        """The keyed hash of a telephone number: equal for equal numbers of one owner, and nothing else can be learnt from it."""
        return hmac.digest(self._numbers, f"{owner}\0{number}".encode(), "sha256")

    def tombstone(self, hash: bytes) -> bytes:
        """The mark on the event *hash* by which a session was erased on purpose."""
        return hmac.digest(self._stones, hash, "sha256")

    def forget(self) -> None:
        """Drops the unwrapped keys from memory."""
        self.unwrap.cache_clear()


def _read(written: str) -> bytes:
    if (key := _decoded(written)) is None:
        raise ValueError(
            "STEERING_MASTER_KEY is not 32 bytes as 64 hex digits or as base64; make one with: "
            'python -c "import base64, os; print(base64.b64encode(os.urandom(32)).decode())"'
        )
    return key


def _decoded(written: str) -> bytes | None:
    written = written.strip()
    try:
        key = bytes.fromhex(written) if len(written) == 2 * _KEY else base64.b64decode(written, validate=True, altchars=_altchars(written))
    except (ValueError, binascii.Error):
        return None
    return key if len(key) == _KEY else None


def _altchars(written: str) -> bytes | None:
    return b"-_" if "-" in written or "_" in written else None


def kept_key(path: Path, what: str, without: str) -> bytes:
    """The 32 bytes kept in the file *path*, made at first use. ValueError when it does not hold *what*; *without* it, what then."""
    if not path.exists():
        _make(path)
    if (key := _decoded(path.read_text("ascii", "replace"))) is None:
        raise ValueError(f"{path} does not hold {what}; restore it from a backup (without it {without})")
    return key


def _make(path: Path) -> None:
    """Writes a new key, whole or not at all; of several processes the first one wins."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        if path.exists():
            return
        fresh = path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(base64.b64encode(secrets.token_bytes(_KEY)).decode() + "\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
        os.fsync(folder)
    finally:
        os.close(folder)
