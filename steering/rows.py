"""What the rows of the ledger keep sealed, and what a request brings and gets."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec
from msgspec.structs import replace

from steering.core.session import Session
from steering.core.turn import IN_HISTORY, Effect, Kind, Reply, Result
from steering.history import Group
from steering.pocket import Pocket, kept_by_token, results_by_token, taken_out, unsaid, without_values
from steering.store.protocol import SessionRow, TurnRow, Txn

EMPTY = msgspec.Raw(b"")

Tells = Callable[[Effect], bool]
"""Whether somebody is to be told of an effect."""


class SessionBody(msgspec.Struct, omit_defaults=True):
    """What a session row keeps sealed: the facts brought, every opening that was spoken, the other party's number (E.164).

    *call_sid* is the call at Twilio that another platform answers. *reports*: a history of this call has told what was
    heard of our words. *pocket*: see `steering.pocket`.
    """

    facts: dict[str, str] = {}
    openings: list[str] = []
    number: str = ""
    call_sid: str = ""
    reports: bool = False
    pocket: dict[str, str] = {}


class TurnBody(msgspec.Struct, omit_defaults=True):
    """What a turn row keeps sealed: all that it takes to take the turn again, and what came of it.

    *results* are look-up answers by `key address`; *effect* is the one awaited.
    """

    text: str = ""
    kind: Kind = Kind.SPEECH
    heard: str | None = None
    evidence: str = IN_HISTORY
    time: tuple[int, int] | None = None
    scores: dict[str, float] | None = None
    reply: Reply = Reply()
    session: msgspec.Raw = EMPTY
    results: dict[str, Result] = {}
    effect: Effect | None = None
    moment: bool = False


_session_body = msgspec.json.Decoder(SessionBody).decode
_turn_body = msgspec.json.Decoder(TurnBody).decode
encode = msgspec.json.encode


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A validated request: whose, for which session, its turns, and the time. *after*: as in History."""

    owner: str
    session_id: str
    groups: tuple[Group, ...]
    spoken: bool
    minted: bool = False
    idempotency_key: str = ""
    after: int | None = None
    platform: str = ""
    number: str = ""
    call_sid: str = ""
    evidence: str = IN_HISTORY
    now: float


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """A turn that stands in the ledger, or the words of a contact that is no turn (*n* is then the last turn)."""

    row: SessionRow
    n: int
    chain: bytes
    at: float
    reply: Reply
    waiting: TurnRow | None = None
    effect: Effect | None = None
    asks: bool = False


def turn_body(row: TurnRow | None, pocket: Mapping[str, str] = MappingProxyType({})) -> TurnBody | None:
    """The body of *row*, private values from *pocket*; None when it is absent, sealed with another key, or damaged."""
    if row is None or row.body is None:
        return None
    try:
        return _turn_body(taken_out(row.body, pocket))
    except msgspec.DecodeError:
        return None


def body_as_it_stands(row: TurnRow) -> TurnBody | None:
    """The body of *row* with the tokens of private values in it, to be written anew."""
    try:
        return _turn_body(row.body) if row.body else None
    except msgspec.DecodeError:
        return None


def session_body(row: SessionRow) -> SessionBody:
    """The body of *row*; an empty one when it cannot be read."""
    try:
        return _session_body(row.body or b"{}")
    except msgspec.DecodeError:
        return SessionBody()


def restored(body: TurnBody | None) -> Session | None:
    """The session after a turn, None when its snapshot is missing or damaged."""
    try:
        return Session.from_json(bytes(body.session)) if body and bytes(body.session) else None
    except msgspec.DecodeError:
        return None


def written_body(body: TurnBody, session: Session, private: frozenset[str], pocket: Pocket) -> bytes:
    """*body* and the snapshot of *session* as the row keeps them: what is private goes into *pocket*."""
    if not private:
        body.session = msgspec.Raw(session.to_json())
        return encode(body)
    kept = msgspec.Raw(without_values(session, private, pocket).to_json())
    reply, effect = unsaid(body.reply, session, private, pocket), body.effect and kept_by_token(body.effect, pocket)
    results = results_by_token(body.results, private, pocket)
    heard = body.heard and pocket.unsaid(body.heard)
    return encode(replace(body, session=kept, reply=reply, effect=effect, results=results, heard=heard))


def reply_id(chain: bytes) -> str:
    return "chatcmpl-" + hashlib.sha256(b"reply" + chain).hexdigest()[:24]


def emptied(txn: Txn, row: SessionRow, session: Session, known: SessionBody, pocket: Pocket, last: TurnRow) -> SessionRow:
    """*row* with what its call may still need in the pocket: what the last turn and the one before hold, after its end the last words."""
    if not pocket.values:
        return row
    if session.ended:
        # They are said again, byte for byte, to whoever asks again.
        lines = _turn_body(last.body).reply.lines if last.body else ()
        needed = pocket.still_needed(*(f"{line.text} {line.spoken}".encode() for line in lines))
    else:
        before = txn.live_turn(last.session, last.n - 1)
        needed = pocket.still_needed(last.body, before.body if before else None)
    return row if needed == known.pocket else replace(row, body=encode(replace(known, pocket=needed)))


def result_key(effect: Effect) -> str:
    """The name of a look-up's answer; an address with private values in it is not kept."""
    return f"{effect.key} {hashlib.sha256(effect.url.encode()).hexdigest()[:32] if effect.private else effect.url}"
