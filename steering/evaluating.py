"""The turns of a history that do not stand yet, taken one by one from the nearest that does.

A turn before the last is believed only if the assistant text after it begins as the reply that we compute for it.
"""

from __future__ import annotations

from msgspec.structs import replace

from steering.advancing import advanced, asked_again, consequential
from steering.afterwards import note_shorter
from steering.core.call import HIDDEN
from steering.core.engine import asks_private, open_question, safe_reply
from steering.core.flow import Flow
from steering.core.masking import masked, numbers_in
from steering.core.session import Session
from steering.core.turn import Effect, Reply, Result, Turn
from steering.hiding import hide, hide_beginnings
from steering.history import Group, spoken_as
from steering.known import Known
from steering.placing import Place
from steering.revising import revive, supersede, with_opt_out
from steering.rows import Taken, TurnBody, written_body
from steering.store.protocol import SessionRow, TurnRow
from steering.unasked import without_unasked
from steering.waiting import GRACE, with_known_results
from steering.writing import write


def evaluated(known: Known, row: SessionRow, flow: Flow, place: Place, links: list[bytes]) -> Taken:
    """The last turn of the history at *place*, *links* being its chain; what is missing before it is taken and written too."""
    request, txn, groups = known.request, known.txn, known.request.groups
    done, session, opted_out = _base(known, row, flow, place, links)
    rows: list[tuple[TurnRow, TurnBody]] = []
    private: frozenset[str] = frozenset()
    waits: Effect | None = None
    for i in range(done, len(groups)):
        last = i == len(groups) - 1
        turn, before = known.turn_of(row, groups[i]), session
        results: dict[str, Result] = {}
        if last and place.ambiguous and consequential(flow, session):
            session, reply, status = *open_question(flow, session, at=turn.at), "void"
            session, reply, text = without_unasked(flow, before, session, reply, turn.text)
        else:
            session, reply, status = advanced(flow, session, turn)
            session, reply, text = without_unasked(flow, before, session, reply, turn.text)
            if reply.wait == "result":
                session, reply, waits = with_known_results(known, row, flow, place.offset + i + 1, session, reply, results, last=last)
                status = "waiting" if waits else status
            # After the end nothing is acted on, whatever was spoken.
            if not last and request.spoken and not before.ended and not _was_spoken(groups[i + 1], flow, reply, waited=bool(results)):
                session, status = before, "void"
                reply = safe_reply(flow, "not_spoken")
                if not spoken_as(groups[i + 1].before_text, reply.spoken):
                    # The history disagrees with us from here on: keep the state, ask the open question.
                    i, last = len(groups) - 1, True
                    turn = known.turn_of(row, groups[i])
                    session, reply, text = without_unasked(flow, before, *asked_again(flow, session, turn), turn.text)
        if status == "void" and asks_private(flow, before):
            reply = replace(reply, private=True)
        if reply.private:
            private |= numbers_in(groups[i].text, flow.language)
        body = _body(known, flow, turn, groups[i], reply, HIDDEN if reply.private else text)
        body.results, body.effect = results, waits if last else None
        written = TurnRow(
            session=row.key,
            n=place.offset + i + 1,
            chain=links[i + 1],
            status=status,
            began=place.began and i == 0,
            idempotency=request.idempotency_key if last else "",
            at=turn.at,
            deadline=request.now + waits.within + GRACE if last and waits else 0.0,
            body=written_body(body, session, flow.all_private, known.pocket(row)),
        )
        if last or not request.minted:
            rows.append((written, body))
        if last:
            break
    if row.head > place.offset + done:
        opted_out |= supersede(known, row, place.offset + done + 1)
        hide_beginnings(txn, row, rows[-1][0].n, rows[-1][1].text)
    if opted_out:
        session, rows[-1] = with_opt_out(known, row, flow, session, *rows[-1])
    rows = hide(txn, row, rows, private, flow, request.now, over=bool(session.ended))
    return write(known, row, session, rows)


def _base(known: Known, row: SessionRow, flow: Flow, place: Place, links: list[bytes]) -> tuple[int, Session, bool]:
    """How many turns of the history stand already, the session after them, and whether an opt-out was retired to get there."""
    groups, txn = known.request.groups, known.txn
    for i in range(len(groups) - 1, 0, -1):
        found = txn.turn(row.key, place.offset + i, links[i])
        body = known.body_of(row, found)
        session = known.restored(row, flow, body)
        if found is None or body is None or session is None or found.status == "waiting":
            continue
        after = groups[i].before_text
        if found.status == "done" and not spoken_as(after, body.reply.spoken) and spoken_as(after, safe_reply(flow, "").spoken):
            # The commit was ours, the words were not: the caller heard the safe line, so nobody was answered.
            continue
        opted_out = not found.live and revive(known, row, (txn.turn(row.key, place.offset + at, links[at]) for at in range(1, i + 1)))
        note_shorter(known, row, flow, found, body, groups[i - 1])
        return i, session, opted_out
    if place.offset:
        session = known.session_at(row, flow, place.offset)
        if session is not None:
            return 0, session, False
    session = known.session_at(row, flow, 0)
    if session is None:
        session = known.fresh(row, flow)
        if known.brought(row).openings:
            session, _, _ = advanced(flow, session, known.start(row))
    if not place.offset:
        return 0, session, False
    # The snapshot is damaged: what the caller said since the last good one is gone with it.
    for n in range(place.offset - 1, 0, -1):
        if kept := known.session_at(row, flow, n):
            return 0, kept, False
    return 0, session, False


def _body(known: Known, flow: Flow, turn: Turn, group: Group, reply: Reply, text: str) -> TurnBody:
    return TurnBody(
        text=text,
        kind=group.kind,
        heard=turn.heard and masked(turn.heard, flow.language),
        evidence=known.request.evidence,
        time=group.time,
        scores=dict(group.scores) if group.scores else None,
        reply=reply,
    )


def _was_spoken(group: Group, flow: Flow, reply: Reply, *, waited: bool) -> bool:
    """Whether the assistant text before *group* is *reply*, which a look-up may have had to wait for."""
    moment = f"{flow.one_moment.template.spoken} " if waited else ""
    return any(spoken_as(group.before_text, before + reply.spoken) for before in {moment, ""})
