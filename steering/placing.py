"""Where a request's history begins in what is known of its session.

Theory of operation. A platform numbers nothing. A history whose first assistant text is our opening begins at turn 1;
one whose first assistant text is a later reply of ours is a window, and begins after that turn; one whose first words
are the chain of ours goes on from there. Anything else is a new contact: a repetition of the newest words, or a chat
that begins after all that stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from steering.core.call import HIDDEN
from steering.core.engine import advance
from steering.core.flow import Flow
from steering.core.masking import masked
from steering.core.obligations import folded
from steering.core.turn import Kind, Turn
from steering.history import Group, first_link, link, same_contact, spoken_as
from steering.known import Known
from steering.rows import TurnBody, turn_body
from steering.store.protocol import SessionRow, TurnRow


@dataclass(frozen=True, slots=True)
class Place:
    """Where a history begins: after turn *offset*. *ours*: known by its texts; *began*: a chat that began later."""

    offset: int
    ours: bool = False
    began: bool = False
    ambiguous: bool = False


def placed(known: Known, row: SessionRow, flow: Flow) -> Place:
    """Where this history begins in ours."""
    groups, txn = known.request.groups, known.txn
    if known.request.after is not None:
        return Place(max(0, min(known.request.after, row.head)), ours=True)
    first = groups[0]
    if first.before_text:
        for opening in known.brought(row).openings:
            if spoken_as(first.before_text, opening):
                return Place(0, ours=True)
        # Of a call that has not opened all replies are alike: the safe line anchors nothing.
        if row.step and (place := _aligned(known, row, flow)):
            return place
    chain = [first_link(row.owner, row.id, row.incarnation, row.salt)]
    for group in groups[:-1]:
        chain.append(link(chain[-1], group.identity))
    # Words after the end have no rows, nor have those that were answered while nothing could be written.
    if any(txn.turn(row.key, n, chain[n]) for n in dict.fromkeys((len(groups) - 1, min(row.head, len(groups) - 1))) if n):
        return Place(0, ours=True)
    latest = txn.latest_began(row.key)
    body = turn_body(latest)
    if latest and body:
        since = known.request.now - latest.at
        text = _as_kept(known, row, flow, latest, body, first)
        longer = text == body.text or (bool(body.text) and text.startswith(body.text + " "))
        whole = len(groups) > 1 or (bool(folded(first.before_text)) and latest.n == row.head and not (first.time and body.time))
        first = replace(first, text=text)
        again = longer if whole else not known.request.idempotency_key and same_contact(first, body.text, body.time, since)
        if again:
            return Place(latest.n - 1, began=True)
    return Place(row.head, began=True)


def links(known: Known, row: SessionRow, place: Place) -> list[bytes]:
    """The chain at *place*, and after each turn of the history."""
    at = known.txn.live_turn(row.key, place.offset) if place.offset else None
    chain = [at.chain if at else first_link(row.owner, row.id, row.incarnation, row.salt)]
    for group in known.request.groups:
        chain.append(link(chain[-1], group.identity))
    return chain


def _aligned(known: Known, row: SessionRow, flow: Flow) -> Place | None:
    """The place of a window whose first assistant text is one of our later replies."""
    groups = known.request.groups
    rows = [(one, known.body_of(row, one)) for one in known.txn.turns(row.key) if one.n >= 1]
    kept = {one.n: (one, body) for one, body in rows if body}
    fits = []
    for one, body in rows:
        if body is None or not _anchors(known, row, flow, groups[0].before_text, body):
            continue
        agreeing = 0
        for i, group in enumerate(groups):
            turn = kept.get(one.n + 1 + i)
            if turn is None or turn[1].text != _as_kept(known, row, flow, *turn, group):
                break
            agreeing += 1
        fits.append((one.n, agreeing))
    if not fits:
        return None
    # All but the newest words are known; a window that fits nowhere so is placed where most agrees.
    full = [k for k, agreeing in fits if agreeing >= len(groups) - 1]
    if not full:
        return Place(max(fits, key=lambda fit: (fit[1], fit[0]))[0], ours=True, ambiguous=len(fits) > 1)
    return Place(max(full), ours=True, ambiguous=len(full) > 1)


def _as_kept(known: Known, row: SessionRow, flow: Flow, one: TurnRow, body: TurnBody, group: Group) -> str:
    """The words of *group* as *one* keeps them, if they are its own; what a later turn has had hidden there is known by its link."""
    text = masked(group.text, flow.language)
    if HIDDEN in body.text and text != body.text:
        before = known.txn.live_turn(row.key, one.n - 1)
        chain = before.chain if before else first_link(row.owner, row.id, row.incarnation, row.salt)
        return body.text if link(chain, group.identity) == one.chain else text
    return text


def _anchors(known: Known, row: SessionRow, flow: Flow, before: str, body: TurnBody) -> bool:
    """Whether *before* is this reply, or the open question that a returning caller was asked."""
    if spoken_as(before, body.reply.spoken):
        return True
    session = known.restored(row, flow, body)
    if session is None or session.ended:
        return False
    _, back = advance(flow, session, Turn(session_id=session.id, kind=Kind.START, at=session.at))
    return spoken_as(before, back.spoken)
