"""What the rows of the ledger keep sealed, and how a turn and the end of a waiting one are written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec.structs import replace

from steering.core.engine import advance, safe_reply
from steering.core.flow import OPT_OUT, Flow
from steering.core.session import Session
from steering.core.speech.pace import seconds_to_say
from steering.core.turn import IN_HISTORY, Effect, Kind, Line, Recalled, Reply, Result, Settled, Turn
from steering.history import Group
from steering.pocket import Pocket, hidden, kept_by_token, results_by_token, taken_out, unsaid, without_values
from steering.store.protocol import DeliveryRow, EffectRow, SessionRow, TurnRow, Txn

EMPTY = msgspec.Raw(b"")
GRACE = 1.0
# Seconds in which a revision may still take an effect back before anybody is told; on_ack ends with the caller's next words.
BEFORE_WORDS = 1.0
PATIENCE = {"on_commit": 0.0, "on_ack": 30.0, "on_end": 10.0}

Tells = Callable[[Effect], bool]


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


class LookUpNeeded(Exception):
    """A turn of the past waits for a GET whose answer was not kept: ask, then take the request again."""

    def __init__(self, effect: Effect) -> None:
        self.effect = effect
        super().__init__(effect.key)


def turn_body(row: TurnRow | None, pocket: Mapping[str, str] = MappingProxyType({})) -> TurnBody | None:
    """The body of *row*, private values from *pocket*; None when it is absent, sealed with another key, or damaged."""
    if row is None or row.body is None:
        return None
    try:
        return _turn_body(taken_out(row.body, pocket))
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


def one_moment(flow: Flow) -> Line:
    """What is said while a look-up goes on."""
    template = flow.one_moment.template
    return Line(id="one_moment", text=template.text, spoken=template.spoken or template.text)


def with_result(flow: Flow, session: Session, reply: Reply, result: Result, recalled: Recalled | None = None) -> tuple[Session, Reply]:
    """The reply that waited for *result*, gone on with it."""
    turn = Turn(session_id=session.id, kind=Kind.RESULT, at=session.at, result=result, recalled=recalled)
    after, more = advance(flow, session, turn)
    joined = replace(more, lines=reply.lines + more.lines, steps=reply.steps + more.steps, effects=reply.effects + more.effects)
    return after, replace(joined, settled=reply.settled + more.settled, private=reply.private)


def write_record(txn: Txn, row: TurnRow, reply: Reply, tells: Tells, now: float) -> None:
    """The audit event of a turn, and what it asks of the world. *tells* knows which effects somebody is to be told of."""
    event: dict[str, Any] = {"n": row.n, "status": row.status, "lines": [line.id for line in reply.lines]}
    event["steps"] = [[one.step, one.by, one.to] for one in reply.steps]
    if reply.settled:
        event["settled"] = settled_in_event(reply.settled)
    if reply.trouble:
        event["trouble"] = reply.trouble
    if row.status == "done" and row.live:
        write_effects(txn, row, reply, tells, now)
    txn.add_audit(row.session, "turn" if row.n else "opened", row.at, encode(event))


def settled_in_event(settled: Sequence[Settled]) -> list[list[str]]:
    """Disclosures and consents as an audit event names them: without the words, which stand in the turn."""
    return [[one.what, one.name, one.grade, one.lock, one.spoken_lock] for one in settled]


def write_effects(txn: Txn, row: TurnRow, reply: Reply, tells: Tells, now: float) -> None:
    """What a turn asks of the world; what a turn revised since had asked for already, and nobody was told, is asked for again."""
    before = {one.key: one for one in txn.effects(row.session)} if reply.effects else {}
    for effect in reply.effects:
        told = effect.kind not in ("get", "post") and tells(effect)
        if effect.kind == "hang_up" and not told:
            continue
        one = EffectRow(session=row.session, n=row.n, key=f"{row.n}:{effect.key}", policy=_policy(effect), body=encode(hidden(effect)))
        status = "done" if effect.kind in ("get", "post") else "ready" if one.policy == "on_commit" or not told else "held"
        was = before.get(one.key)
        if was is None:
            txn.add_effect(replace(one, status=status))
        elif was.status in ("cancelled", "revised"):
            status = "done" if was.status == "revised" else status
            txn.save_effect(replace(one, status=status))
        else:
            continue
        if told and status != "done":
            # What ends or moves the call waits until its last words have been said.
            words = BEFORE_WORDS + seconds_to_say(reply.spoken) if effect.kind in ("hand_to", "hang_up") else 0.0
            due = now + max(PATIENCE[one.policy], words)
            txn.save_delivery(DeliveryRow(session=row.session, key=one.key, n=row.n, policy=one.policy, due=due))


def _policy(effect: Effect) -> str:
    if effect.kind == "hang_up":
        return "on_end"
    # A hand-off happens now, and an opt-out is never taken back; other records may be by the caller's next breath.
    return "on_commit" if effect.kind == "hand_to" or effect.name == OPT_OUT or effect.kind in ("get", "post") else "on_ack"


def release(txn: Txn, session: int, n: int, now: float) -> None:
    """Turn *n* was spoken after those before it: what they had asked for stands, as far as the caller is concerned."""
    for one in txn.deliveries(session=session):
        if one.policy == "on_ack" and one.n < n and not one.tries and one.due > now:
            txn.save_delivery(replace(one, due=now))


def keep_opt_out(txn: Txn, row: SessionRow, session: Session) -> None:
    """Writes the number of a caller who opted out where it outlives the call, as soon as both are known."""
    if OPT_OUT in session.records and (number := session_body(row).number):
        txn.add_opt_out(row.owner, number, row.key, row.last)


def complete(txn: Txn, taken: Taken, flow: Flow, result: Result, moment: Reply | None, tells: Tells, now: float) -> Taken:
    """Finishes a waiting turn with the answer of its look-up. *moment* is "One moment." when it was spoken.

    Where the caller has gone on since (spoken, opted out, hung up), the call goes on from there, and the answer comes too late.
    """
    waiting = taken.waiting
    if waiting is None:
        return taken
    found = txn.turn(waiting.session, waiting.n, waiting.chain)
    row = txn.session(taken.row.owner, taken.row.id, taken.row.incarnation) or taken.row
    known = session_body(row)
    body = turn_body(found, known.pocket)
    session = restored(body)
    if found is None or body is None or session is None:
        return replace(taken, waiting=None, reply=safe_reply(flow, "damaged"))
    session, pocket = replace(session, facts={**session.facts, **known.facts}), Pocket(known.pocket)
    if found.status != "waiting" or body.effect is None or body.effect.key != result.key:
        return replace(taken, row=row, reply=body.reply, waiting=found if found.status == "waiting" else None, effect=body.effect)
    if moment and not body.moment:
        body.reply, body.moment = replace(body.reply, lines=moment.lines + body.reply.lines), True
    if found.live and row.head != found.n:
        body.reply = replace(body.reply, wait="caller")
    else:
        body.results[result_key(body.effect)] = result
        session, body.reply = with_result(flow, session, body.reply, result)
    waits = body.reply.wait == "result"
    body.effect = body.reply.effects[-1] if waits else None
    status = "waiting" if waits else "done"
    deadline = now + body.effect.within + GRACE if body.effect else 0.0
    found = replace(found, status=status, deadline=deadline, body=written_body(body, session, flow.all_private, pocket))
    txn.save_turn(found)
    write_record(txn, found, body.reply, tells, now)
    if found.live and row.head == found.n:
        row = replace(row, ended=bool(session.ended), step=session.step)
        row = emptied(txn, row, session, known, pocket, found)
        txn.save_session(row)
        keep_opt_out(txn, row, session)
    return replace(taken, row=row, reply=body.reply, waiting=found if waits else None, effect=body.effect, asks=waits)


def reply_id(chain: bytes) -> str:
    return "chatcmpl-" + hashlib.sha256(b"reply" + chain).hexdigest()[:24]


def token_of(chain: bytes, effect: Effect) -> str:
    """What tells this question from every other one, and tells nothing else."""
    return hashlib.sha256(b"effect" + chain + effect.key.encode()).hexdigest()[:32]
