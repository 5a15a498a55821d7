"""The turns of a history that do not stand yet, taken one by one from the nearest that does.

A turn before the last is believed only if the assistant text after it begins as the reply that we compute for it, and a
turn that stands only as long as the platform does not tell that less was heard before it than it was taken on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from steering.advancing import advanced, asked_again, consequential
from steering.afterwards import note_shorter
from steering.core.call import HIDDEN
from steering.core.engine import asks_private, open_question, opts_out, safe_reply
from steering.core.flow import OPT_OUT, Flow
from steering.core.masking import masked
from steering.core.said_numbers import numbers_in
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
    base = _base(known, row, flow, place, links)
    session, opted_out, less = base.session, base.opted_out, base.less
    rows: list[tuple[TurnRow, TurnBody]] = []
    private: frozenset[str] = frozenset()
    waits: Effect | None = None
    for i in range(base.done, len(groups)):
        last, before, apart = i == len(groups) - 1, session, less is not None
        turn = known.turn_of(row, groups[i])
        results: dict[str, Result] = {}
        if less is not None:
            # What was said since counts as said over the text that was cut off: the newest words, and no others.
            i, last = len(groups) - 1, True
            turn = replace(known.turn_of(row, groups[i]), heard=less)
            session, reply, status = advanced(flow, session, turn)
        elif last and place.ambiguous and consequential(flow, session) and not opts_out(flow, session, turn):
            session, reply, status = *open_question(flow, session, at=turn.at), "void"
        else:
            session, reply, status = advanced(flow, session, turn)
        session, reply, text = without_unasked(flow, before, session, reply, turn.text)
        if reply.wait == "result":
            session, reply, waits = with_known_results(known, row, flow, place.offset + i + 1, session, reply, results, last=last)
            status = "waiting" if waits else status
        # After the end nothing is acted on, whatever was spoken; an opt-out is, at any time.
        acted = last or not request.spoken or before.ended or opts_out(flow, before, turn)
        if not acted and not _was_spoken(groups[i + 1], flow, reply, waited=bool(results)):
            session, status = before, "void"
            reply = safe_reply(flow, "not_spoken")
            if not spoken_as(groups[i + 1].before_text, reply.spoken):
                # The history disagrees with us from here on: keep the state, ask the open question.
                turn, session, reply, status = _apart(known, row, flow, before, groups[i + 1 :])
                session, reply, text = without_unasked(flow, before, session, reply, turn.text)
                i, last, apart = len(groups) - 1, True, True
        if apart and (left := known.session_at(row, flow, row.head)) and asks_private(flow, left):
            reply = replace(reply, private=True)
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
    if row.head > place.offset + base.done:
        opted_out |= supersede(known, row, place.offset + base.done + 1)
        hide_beginnings(txn, row, rows[-1][0].n, rows[-1][1].text)
    if opted_out:
        session, rows[-1] = with_opt_out(known, row, flow, session, *rows[-1])
    rows = hide(txn, row, rows, private, flow, request.now, over=bool(session.ended))
    return write(known, row, session, rows)


@dataclass(frozen=True, slots=True)
class _Base:
    """Where a history is taken up: after its turn number *done*, at *session*; whether an opt-out was retired to get there.

    *less* is what the platform says now was heard before the turn after it, which was taken on more.
    """

    done: int
    session: Session
    opted_out: bool = False
    less: str | None = None


def _base(known: Known, row: SessionRow, flow: Flow, place: Place, links: list[bytes]) -> _Base:
    """The turns of the history that stand already."""
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
        lost = note_shorter(known, row, flow, found, body, groups[i - 1])
        before = known.session_at(row, flow, found.n - 1) if lost else None
        if before is not None and OPT_OUT not in session.records:
            return _Base(i - 1, before, opted_out, groups[i - 1].before_text)
        return _Base(i, session, opted_out)
    if place.offset:
        session = known.session_at(row, flow, place.offset)
        if session is not None:
            return _Base(0, session)
    session = known.session_at(row, flow, 0)
    if session is None:
        session = known.fresh(row, flow)
        if known.brought(row).openings:
            session, _, _ = advanced(flow, session, known.start(row))
    # The snapshot is damaged: what the caller said since the last good one is gone with it.
    for n in range(place.offset - 1, 0, -1):
        if kept := known.session_at(row, flow, n):
            return _Base(0, kept)
    return _Base(0, session)


def _apart(known: Known, row: SessionRow, flow: Flow, before: Session, groups: Sequence[Group]) -> tuple[Turn, Session, Reply, str]:
    """The turn that the newest of *groups* makes of a call at *before* whose history is not ours: an opt-out, or the open question."""
    turns = [known.turn_of(row, group) for group in groups]
    if out := next((turn for turn in turns if opts_out(flow, before, turn)), None):
        return out, *advanced(flow, before, out)
    return turns[-1], *asked_again(flow, before, turns[-1]), "void"


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
