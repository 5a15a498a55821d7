"""Signed checkpoints over the ends of all chains, kept in a second place.

A line of the file is one checkpoint: the chains that grew since the one before it, where each ends now, and
the hash of the line before. A chain that is cut afterwards, or a session that is taken out, no longer reaches
what a checkpoint saw. Whoever can write the ledger cannot sign: the key stands apart, and the public one checks.
"""

from __future__ import annotations

import base64
import fcntl
import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from steering.store import folder_of
from steering.store.protocol import Store
from steering.store.seal import kept_key

FIRST = "0" * 64
NEW_LINE = b"\n"
BLOCK = 1 << 20
_SIGNED = re.compile(rb'(.*),"signature":"([0-9a-f]{128})"\}', re.DOTALL)


class Checkpoint(msgspec.Struct, frozen=True, kw_only=True):
    """What one line says. *heads* are (event, hash in hex) by the number of the session; *upto* is the newest event of all."""

    n: int
    at: float
    prev: str
    upto: int
    heads: dict[str, tuple[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a file of checkpoints proves: the *ends* of chains, the number and time of the last, and what is wrong with the file."""

    ends: Mapping[int, tuple[int, bytes]]
    count: int = 0
    last: float = 0.0
    wrong: tuple[str, ...] = ()


def checkpoints_of(database: str, file: str = "") -> Checkpoints | None:
    """The checkpoints over the ledger at the address *database*, in *file* or beside it; None for one in memory."""
    folder = folder_of(database)
    return Checkpoints(Path(file) if file else folder / "checkpoints.jsonl", folder) if folder else None


def public_key(key: Ed25519PrivateKey) -> str:
    """The public half in base64, to be kept by whoever checks."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def read_public_key(written: str) -> Ed25519PublicKey:
    """The key that `public_key` wrote; ValueError on anything else."""
    try:
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(written, validate=True))
    except ValueError as error:
        raise ValueError("a public key is 32 bytes in base64, as `steering audit key` prints it") from error


class Checkpoints:
    """The checkpoints in *file*, signed with the key in *folder*, which is made at first use and kept beside the master key."""

    def __init__(self, file: Path, folder: Path) -> None:
        self.file, self._folder = file, folder

    @property
    def gone(self) -> bool:
        """Whether the file has no line, and the key that is made for the first one is there."""
        return self._key_file.exists() and not self.begun

    @property
    def begun(self) -> bool:
        """Whether the file is there and has anything in it."""
        return self.file.exists() and self.file.stat().st_size > 0

    @property
    def _key_file(self) -> Path:
        return self._folder / "checkpoint.key"

    @property
    def key(self) -> Ed25519PrivateKey:
        """ValueError when the file of the key does not hold one."""
        found = kept_key(self._key_file, "a key for checkpoints", "no checkpoint can be written")
        return Ed25519PrivateKey.from_private_bytes(found)

    def open(self) -> None:
        """Makes the file when it is not there; ValueError when it cannot be written."""
        with _locked(self.file):
            pass

    def write(self, store: Store, now: float) -> Checkpoint | None:
        """Adds one over all chains that grew; None when none did. ValueError when it cannot be written, or its last line is not ours."""
        with _locked(self.file) as opened:
            last, end = _last_line(opened)
            before = _read_line(last, self.key.public_key()) if last else None
            if last and before is None:
                raise ValueError(f"{self.file}: the last line is no checkpoint signed with this key; move the file away to begin a new one")
            upto, heads = store.read(lambda txn: txn.heads(before.upto if before else 0))
            if not heads:
                return None
            key = self.key
            made = Checkpoint(
                n=before.n + 1 if before else 1,
                at=now,
                prev=_hash(last) if last else FIRST,
                upto=upto,
                heads={str(session): (seq, hash.hex()) for session, (seq, hash) in sorted(heads.items())},
            )
            body = msgspec.json.encode(made)[:-1]
            # What a writer that died left of a line was never signed.
            opened.truncate(end)
            opened.seek(end)
            opened.write(body + b',"signature":"' + key.sign(body).hex().encode() + b'"}\n')
            opened.flush()
            os.fsync(opened.fileno())
        return made

    def over(self, session: int) -> Checkpoint | None:
        """The newest one that saw the chain with that number; None when none did, or there is no file of them."""
        if not self.begun:
            return None
        key, named = self.key.public_key(), b'"%d":[' % session
        for line in _newest_first(self.file):
            # A signature is looked at where the session stands: the file has a line for every minute with a call in it.
            if named in line and (one := _read_line(line, key)) and str(session) in one.heads:
                return one
        return None


def read(file: Path, key: Ed25519PublicKey) -> Seen:
    """What the checkpoints in *file* prove; OSError when it cannot be read."""
    ends: dict[int, tuple[int, bytes]] = {}
    seen, wrong = Seen(ends=ends), list[str]()
    prev = FIRST
    for number, (line, one) in enumerate(lines(file, key), 1):
        if one is None:
            wrong.append(f"{file}:{number}: {'this is not what was signed' if line.endswith(NEW_LINE) else 'the line is not whole'}")
            continue
        if one.n != seen.count + 1 or one.prev != prev:
            wrong.append(f"{file}:{number}: this is checkpoint {one.n}, which does not follow from the line before it")
        ends.update({int(session): (seq, bytes.fromhex(hash)) for session, (seq, hash) in one.heads.items()})
        seen, prev = Seen(ends=ends, count=one.n, last=one.at), _hash(line.rstrip(NEW_LINE))
    return replace(seen, wrong=tuple(wrong))


def lines(file: Path, key: Ed25519PublicKey) -> Iterator[tuple[bytes, Checkpoint | None]]:
    """Every line of *file* and the checkpoint that it is, None when it is none signed with *key*."""
    with file.open("rb") as opened:
        for line in opened:
            yield line, _read_line(line.rstrip(NEW_LINE), key)


@contextmanager
def _locked(file: Path) -> Iterator[BinaryIO]:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        why = "it is no folder" if isinstance(error, FileExistsError) else error.strerror
        raise ValueError(
            f"checkpoints cannot be written to {file}: {error.filename}: {why}."
            " Let this user write that file and its folder, or name another one in STEERING_CHECKPOINTS"
        ) from error
    with open(descriptor, "r+b") as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield opened


def _last_line(opened: BinaryIO) -> tuple[bytes, int]:
    """The last whole line, and where it ends."""
    size = opened.seek(0, os.SEEK_END)
    tail, start = b"", size
    while start and tail.rstrip(b"\n").count(b"\n") < 2:
        step = min(65536, start)
        start -= step
        opened.seek(start)
        tail = opened.read(step) + tail
    whole = tail[: tail.rfind(b"\n") + 1]
    return whole.rstrip(b"\n").rpartition(b"\n")[2], size - len(tail) + len(whole)


def _newest_first(file: Path) -> Iterator[bytes]:
    """The lines of *file*, the last one first."""
    with file.open("rb") as opened:
        end, rest = opened.seek(0, os.SEEK_END), b""
        while end:
            start = max(0, end - BLOCK)
            opened.seek(start)
            first, *others = (opened.read(end - start) + rest).split(NEW_LINE)
            yield from reversed(others)
            end, rest = start, first
        yield rest


def _read_line(line: bytes, key: Ed25519PublicKey) -> Checkpoint | None:
    found = _SIGNED.fullmatch(line)
    if found is None:
        return None
    try:
        key.verify(bytes.fromhex(found[2].decode()), found[1])
        return msgspec.json.decode(found[1] + b"}", type=Checkpoint)
    except (InvalidSignature, msgspec.DecodeError):
        return None


def _hash(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()
