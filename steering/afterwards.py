"""What later words tell of turns that stand: how much of a reply was heard, and an opt-out said to the closing words."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from steering.core.engine import advance, closing, heard_after_end, no_longer_heard, safe_reply
from steering.core.flow import Flow
from steering.core.turn import Reply
from steering.history import Group
from steering.known import Known
from steering.rows import TurnBody, encode
from steering.store.protocol import SessionRow, TurnRow
from steering.writing import settled_in_event


def opts_out(known: Known, row: SessionRow, flow: Flow, groups: Sequence[Group]) -> bool:
    """Whether words to the closing words are an opt-out that the ended call has not noted yet."""
    session = known.session_at(row, flow, row.head)
    return session is not None and any(advance(flow, session, known.turn_of(row, one))[0] is not session for one in groups)


def closing_words(known: Known, row: SessionRow, flow: Flow) -> Reply:
    """What an ended call says to whatever comes."""
    session = known.session_at(row, flow, row.head)
    return closing(flow, session) if session else replace(safe_reply(flow, "damaged"), ended=True)


def note_heard(known: Known, row: SessionRow, flow: Flow, group: Group) -> None:
    """Writes down, once, what of the closing words was heard: their evidence comes when the call has no more turns."""
    txn, session = known.txn, known.session_at(row, flow, row.head)
    settled = heard_after_end(flow, session, known.turn_of(row, group)) if session else ()
    if settled and not any(one.kind == "heard" for one in txn.audit(row.key)):
        txn.add_audit(row.key, "heard", known.request.now, encode({"n": row.head, "settled": settled_in_event(settled)}))


def note_shorter(known: Known, row: SessionRow, flow: Flow, found: TurnRow, body: TurnBody, group: Group) -> tuple[str, ...]:
    """What counted as heard when *found* was taken, and did not play that far, as the platform says since; written down, once."""
    longer = body.heard is not None and len(group.before_text) >= len(body.heard)
    if longer or not body.reply.settled or not known.request.spoken:
        return ()
    txn, before = known.txn, known.session_at(row, flow, found.n - 1)
    turn = replace(known.turn_of(row, group), at=found.at)
    lost = no_longer_heard(flow, before, turn, body.reply.settled) if before else ()
    event = encode({"n": found.n, "names": lost})
    if lost and not any(one.kind == "heard_less" and one.data == event for one in txn.audit(row.key)):
        txn.add_audit(row.key, "heard_less", known.request.now, event)
    return lost
