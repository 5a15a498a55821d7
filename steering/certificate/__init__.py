"""The certificate of a call: what was disclosed and agreed to, on what evidence, and whether the record still holds.

Everything is read from the rows of the call and from the version of the flow that it began with. Private
values stand nowhere in it; a number is shown by its last digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from steering.certificate.disclosures import NOT_DISCLOSED, Disclosure, Taken, disclosures_of, flows_of, lost_in, said_of, told_in
from steering.core.flow import OPT_OUT, Flow
from steering.core.session import Session
from steering.core.turn import Settled
from steering.core.values import iso
from steering.core.wording import lock
from steering.record.checkpoints import Checkpoint, Checkpoints
from steering.record.verify import of_chain
from steering.rows import restored, session_body, turn_body
from steering.store.protocol import AuditRow, Kept, SessionRow, Txn

__all__ = ["NOT_DISCLOSED", "NOT_HEARD", "Agreement", "Certificate", "as_json", "certificate", "masked_number"]

NOT_HEARD = "not heard in full"
_SHOWN_DIGITS = 4
_TIMES = frozenset({"began", "last", "at", "until"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A wording of the flow. *lock* is that of its text, *spoken_lock* that of what is heard ("" when it was never said)."""

    name: str
    flow: str
    text: str
    lock: str
    spoken_lock: str
    approved: str
    must_hear: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An answer to a consent.

    *answer* is agreed, refused, withdrawn (taken back later, *until* tells when) or revised (the caller went
    on talking, and the words were taken anew). *grade* is the evidence that the whole question was heard, or
    NOT_HEARD when the platform has taken it back since. *before* is what the step said before its question, with the
    values that it was agreed to with; *spoken_before* the same as it was spoken.
    """

    step: str
    flow: str
    answer: str
    words: str
    at: float
    turn: int
    question: str
    spoken: str
    lock: str
    spoken_lock: str
    grade: str
    until: float | None = None
    before: str = ""
    spoken_before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A legal event of the record, `do_not_call` among them."""

    name: str
    at: float
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """The newest signed checkpoint over the chain: its number and time, the *event* it reaches, and whether that is still there."""

    checkpoint: int
    at: float
    event: int
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The hash chain of the call's events: its last hash, and the first event that does not hold (None: all do).

    *seal* is None when no checkpoint has seen it yet.
    """

    head: str
    events: int
    verifies: bool
    first_break: int | None = None
    seal: Seal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """One call, certified. Times are unix seconds.

    *outcome* is `end`, `hand_to`, `goodbye`, `hangs up`, or "" for a call that has not ended; *why* is the
    move that led there, *step* where, *handed_to* whom. *reason* is the platform's own word for the end.
    *unreadable* counts turns whose record was erased or damaged.
    """

    session: str
    incarnation: int
    owner: str
    number: str
    platform: str
    flow: str
    flow_hash: str
    language: str
    began: float
    last: float
    seconds: float
    turns: int
    outcome: str
    why: str
    step: str
    handed_to: str
    reason: str
    wordings: tuple[Text, ...]
    disclosures: tuple[Disclosure, ...]
    agreements: tuple[Agreement, ...]
    opt_out: Event | None
    records: tuple[Event, ...]
    chain: Chain
    unreadable: int


def certificate(txn: Txn, row: SessionRow, flow: Flow, checkpoints: Checkpoints | None = None) -> Certificate:
    """The certificate of the call in *row*, which runs *flow*; *checkpoints* are those over the ledger."""
    rows = txn.turns(row.key, live_only=False)
    every = [Taken(one, body) for one in rows if (body := turn_body(one))]
    live = [one for one in every if one.row.live]
    audit = txn.audit(row.key)
    session = next((found for one in reversed(live) if (found := restored(one.body))), None)
    over = told_in(audit, "call_over")
    began = (session.started if session else 0.0) or row.created  # a call that never opened has not started
    ended = (one for one in live if (after := restored(one.body)) and after.ended)
    last = next(ended, live[-1] if live else None)
    return Certificate(
        session=row.id,
        incarnation=row.incarnation,
        owner=row.owner,
        number=masked_number(session_body(row).number),
        platform=row.platform,
        flow=flow.name,
        flow_hash=flow.hash,
        language=flow.language,
        began=began,
        last=row.last,
        seconds=next((one["seconds"] for one in over if one.get("seconds") is not None), max(0.0, row.last - began)),
        turns=row.head,
        outcome=session.ended if session else "",
        why=last.body.reply.steps[-1].by if last and last.body.reply.steps else "",
        step=row.step,
        handed_to=next((one.name for one in last.body.reply.effects if one.kind == "hand_to"), "") if last else "",
        reason=next((one["reason"] for one in over if one.get("reason")), ""),
        wordings=tuple(_texts(flow, live)),
        disclosures=tuple(disclosures_of(flow, live, audit)),
        agreements=tuple(_agreements(every, audit)),
        opt_out=next((one for one in _records(live, session) if one.name == OPT_OUT), None),
        records=tuple(_records(live, session)),
        chain=_chain(txn.kept(row.key), audit, checkpoints.over(row.key) if checkpoints else None),
        unreadable=sum(1 for one in rows if one.live) - len(live),
    )


def as_json(certificate: Certificate) -> dict[str, Any]:
    """*certificate* as it goes over the wire; times in ISO 8601, UTC."""
    return {name: _written(name, value) for name, value in asdict(certificate).items()}


def _written(name: str, value: Any) -> Any:
    if name in _TIMES and value is not None:
        return iso(value)
    if isinstance(value, dict):
        return {inner: _written(inner, one) for inner, one in value.items()}
    return [_written("", one) for one in value] if isinstance(value, list | tuple) else value


def masked_number(number: str) -> str:
    """*number* by its last digits: "…0142"."""
    return f"…{number[-_SHOWN_DIGITS:]}" if len(number) > _SHOWN_DIGITS else ""


def _texts(flow: Flow, live: Sequence[Taken]) -> Iterator[Text]:
    for one in flows_of(flow):
        for wording in one.wording.values():
            template = wording.prompt.template
            spoken = template.spoken
            if spoken is None and not (one.private | flow.private).intersection(template.names):
                # Read whole the first time, whatever was said again after a cut.
                spoken = next((line.spoken for _, line in said_of(flow, one, wording, live)), None)
            yield Text(
                name=wording.name,
                flow=one.name,
                text=template.text,
                lock=lock(template.text),
                spoken_lock=lock(spoken) if spoken else "",
                approved=wording.approved,
                must_hear=wording.must_hear,
            )


def _agreements(every: Sequence[Taken], audit: Sequence[AuditRow]) -> Iterator[Agreement]:
    lost = lost_in(audit)
    found: list[Agreement] = []
    for one in every:
        for settled in one.body.reply.settled:
            if settled.what in ("agreed", "refused"):
                found.append(_agreement(one, settled, lost=(one.row.n, settled.name) in lost))
            elif settled.what == "withdrawn" and one.row.live:
                named = (i for i, before in enumerate(found) if before.step == settled.name and before.answer == "agreed")
                if (at := max(named, default=None)) is not None:
                    found[at] = replace(found[at], answer="withdrawn", until=one.row.at)
    yield from found


def _agreement(one: Taken, settled: Settled, *, lost: bool) -> Agreement:
    return Agreement(
        step=settled.name,
        flow=settled.flow,
        answer=settled.what if one.row.live else "revised",
        words=settled.words,
        at=one.row.at,
        turn=one.row.n,
        question=settled.text,
        spoken=settled.spoken,
        lock=settled.lock,
        spoken_lock=settled.spoken_lock,
        grade=NOT_HEARD if lost else settled.grade,
        before=settled.before,
        spoken_before=settled.spoken_before,
    )


def _records(live: Sequence[Taken], session: Session | None) -> Iterator[Event]:
    """The legal events that stand at the end, each with the turn that made it."""
    for name in session.records if session else ():
        made = next(one for one in live if (after := restored(one.body)) and name in after.records)
        yield Event(name=name, at=made.row.at, turn=made.row.n)


def _chain(kept: Kept, audit: Sequence[AuditRow], checkpoint: Checkpoint | None) -> Chain:
    # What was found at no event in particular is wrong at the end.
    broken = min((len(audit) if event is None else event for event, _ in of_chain(kept, audit)), default=None)
    seal = None
    if checkpoint:
        event, hash = checkpoint.heads[str(kept.session)]
        holds = any(one.seq == event and one.hash.hex() == hash for one in audit)
        seal = Seal(checkpoint=checkpoint.n, at=checkpoint.at, event=event, holds=holds)
    return Chain(
        head=audit[-1].hash.hex() if audit else "",
        events=len(audit),
        verifies=broken is None and (seal is None or seal.holds),
        first_break=broken,
        seal=seal,
    )
