"""One request against the ledger, inside one transaction: which call it is for, and what stands or is evaluated there.

Theory of operation. `Ledger.take` finds where a history begins in what we know of the session
(`steering.placing`), looks for the row of its last turn by chain (a retry is that row's reply, byte for
byte), else evaluates what is missing (`steering.evaluating`). Later rows on another chain are superseded,
never deleted (`steering.revising`).
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from steering.advancing import advanced
from steering.afterwards import closing_words, note_heard, note_shorter, opts_out
from steering.core.engine import advance, safe_reply
from steering.core.flow import Flow
from steering.core.obligations import folded
from steering.core.turn import Result
from steering.evaluating import evaluated
from steering.history import first_link, link, spoken_as
from steering.known import Known
from steering.placing import Place, links, placed
from steering.revising import ask_of_the_world, revive, supersede, with_opt_out
from steering.rows import Request, SessionBody, Taken, Tells, TurnBody, encode, session_body, turn_body, written_body
from steering.store.protocol import SessionRow, TurnRow, Txn
from steering.waiting import with_known_results
from steering.writing import write

SAME_OPENING = 30.0


class Ledger:
    """The work of one request. *choose* gives the flow of a new call and its facts; *pinned* gives a session's own version."""

    def __init__(
        self,
        txn: Txn,
        request: Request,
        *,
        choose: Callable[[], tuple[Flow, Mapping[str, str]]],
        pinned: Callable[[Txn, SessionRow], Flow],
        results: Mapping[str, Result],
        tells: Tells,
    ) -> None:
        self.txn, self.request, self.choose, self.pinned = txn, request, choose, pinned
        self.known = Known(txn, request, results=results, tells=tells)

    def take(self) -> Taken:
        request, txn, known = self.request, self.txn, self.known
        row = txn.session(request.owner, request.session_id)
        if not request.groups:
            return self._contact(row)
        if row is None:
            return self._evaluate(self.begin(None), new=True)
        if request.idempotency_key and (found := txn.turn_by_idempotency(row.key, request.idempotency_key)):
            return self._stored(row, found)
        if not row.head and not row.ended and request.after is None and not known.brought(row).openings:
            # Prepared, and not yet spoken to: as good as new.
            return self._evaluate(row)
        flow = self.pinned(txn, row)
        place = placed(known, row, flow)
        if not row.ended:
            return self._evaluate(row, place=place)
        # Words said over the closing words revise the call; words after them are answered by them.
        chain = links(known, row, place)
        head = txn.live_turn(row.key, row.head)
        over = row.head - place.offset
        if over >= len(request.groups) or head is None or chain[over] != head.chain:
            return self._evaluate(row, place=place)
        if place.ours:
            note_heard(known, row, flow, request.groups[over])
            if opts_out(known, row, flow, request.groups[over:]):
                return self._evaluate(row, place=place)
            return Taken(row=row, n=row.head, chain=chain[-1], at=row.last, reply=closing_words(known, row, flow))
        return self._evaluate(self.begin(row), new=True)

    def look(self) -> Taken | None:
        """The turn if it stands already; nothing is evaluated and nothing written."""
        row = self.txn.session(self.request.owner, self.request.session_id)
        if row is None or not self.request.groups:
            return None
        place = placed(self.known, row, self.pinned(self.txn, row))
        found = self.txn.turn(row.key, place.offset + len(self.request.groups), links(self.known, row, place)[-1])
        body = turn_body(found)
        if found is None or body is None or found.status == "waiting":
            return None
        return Taken(row=row, n=found.n, chain=found.chain, at=found.at, reply=body.reply)

    def begin(self, before: SessionRow | None) -> SessionRow:
        """A new incarnation, with its pinned flow and its turn 0 not yet spoken."""
        flow, facts = self.choose()
        request, salt = self.request, secrets.token_bytes(32)
        incarnation = before.incarnation + 1 if before else 1
        # Who says "stop calling me" anew to a client that has no history opts out by the number of the call before.
        number = request.number or (session_body(before).number if before else "")
        row = self.txn.add_session(
            SessionRow(
                owner=request.owner,
                id=request.session_id,
                incarnation=incarnation,
                flow=flow.name,
                flow_hash=flow.hash,
                salt=salt,
                seed=secrets.token_hex(8),
                platform=request.platform,
                created=request.now,
                last=request.now,
                hold=before.hold if before else False,
                body=encode(SessionBody(facts=dict(facts), number=number, call_sid=request.call_sid)),
            )
        )
        self.txn.put_flow(flow.hash, flow.name, encode(dict(flow.sources)))
        self.txn.add_audit(row.key, "begun", request.now, encode({"flow": flow.name, "hash": flow.hash, "platform": request.platform}))
        return row

    def _contact(self, row: SessionRow | None) -> Taken:
        """A contact without caller words: the opening, or the open question of an unfinished call."""
        # A call whose opening was its end (after hours) gives its retries the same bytes, the next caller a new call.
        if row is None or (row.ended and (row.head or self.request.now - row.last > SAME_OPENING)):
            row = self.begin(row)
        flow, known = self.pinned(self.txn, row), self.known
        zero = first_link(row.owner, row.id, row.incarnation, row.salt)
        if row.head == 0:
            return self.open(row, flow, zero)
        head = self.txn.live_turn(row.key, row.head)
        if head is not None and head.status == "waiting":
            return self._stored(row, head)
        session = known.restored(row, flow, known.body_of(row, head))
        if head is None or session is None:
            return Taken(row=row, n=row.head, chain=zero, at=row.last, reply=safe_reply(flow, "damaged"))
        _, reply = advance(flow, session, known.start(row))
        return Taken(row=row, n=row.head, chain=link(head.chain, "\x00back"), at=row.last, reply=reply)

    def open(self, row: SessionRow, flow: Flow, zero: bytes) -> Taken:
        """Speaks the opening, once: turn 0."""
        known = self.known
        opened = self.txn.live_turn(row.key, 0)
        body = known.body_of(row, opened)
        if opened and body and opened.status == "done":
            return Taken(row=row, n=0, chain=zero, at=opened.at, reply=body.reply)
        session, reply, status = advanced(flow, known.fresh(row, flow), known.start(row))
        if reply.wait == "result":
            session, reply, _ = with_known_results(known, row, flow, 0, session, reply, {}, last=False)
        self.txn.supersede(row.key, 0)
        if status == "done":
            brought = known.brought(row)
            row = replace(row, body=encode(replace(brought, openings=[*brought.openings, reply.spoken])))
        body = TurnBody(reply=reply)
        kept = written_body(body, session, flow.all_private, known.pocket(row))
        written = TurnRow(session=row.key, n=0, chain=zero, status=status, at=row.created, body=kept)
        return write(known, row, session, [(written, body)])

    def _evaluate(self, row: SessionRow, *, place: Place | None = None, new: bool = False) -> Taken:
        """The turn that stands there already, or what is missing, evaluated."""
        request, txn, known = self.request, self.txn, self.known
        flow = self.pinned(txn, row)
        if place is None:
            place = self._placed_anew(row, flow)
            row = txn.session(row.owner, row.id) or row
        chain = links(known, row, place)
        total = place.offset + len(request.groups)
        if not new and (found := txn.turn(row.key, total, chain[-1])):
            if (body := known.body_of(row, found)) is not None:
                note_shorter(known, row, flow, found, body, request.groups[-1])
                return self._stored(row, found, (txn.turn(row.key, place.offset + at, chain[at]) for at in range(1, len(request.groups))))
            txn.add_audit(row.key, "damaged", request.now, encode({"n": total}))
        return evaluated(known, row, flow, place, chain)

    def _placed_anew(self, row: SessionRow, flow: Flow) -> Place:
        """The place in a session that has just begun: after our opening, if that is what the history shows."""
        first = self.request.groups[0]
        if not folded(first.before_text) or flow.opening_by_platform:
            return Place(0, began=True)
        _, opening, status = advanced(flow, self.known.fresh(row, flow), self.known.start(row))
        # The safe line opens nothing.
        if status == "void" or not spoken_as(first.before_text, opening.spoken):
            return Place(0, began=True)
        self.open(row, flow, first_link(row.owner, row.id, row.incarnation, row.salt))
        return Place(0, ours=True)

    def _stored(self, row: SessionRow, found: TurnRow, before: Iterable[TurnRow | None] = ()) -> Taken:
        """The reply of a turn that stands already; a superseded one is live again, with the turns *before* it."""
        known = self.known
        body = known.body_of(row, found) or TurnBody()
        if not found.live:
            opted_out = revive(known, row, before) | supersede(known, row, found.n)
            flow = self.pinned(self.txn, row)
            session, revived = known.restored(row, flow, body), replace(found, live=True)
            if opted_out and session:
                session, (revived, body) = with_opt_out(known, row, flow, session, revived, body)
            self.txn.save_turn(revived)
            ask_of_the_world(known, revived, body)
            ended, step = (bool(session.ended), session.step) if session else (row.ended, row.step)
            self.txn.save_session(replace(row, head=found.n, ended=ended, step=step))
        kind = "retry" if found.live else "revived"
        self.txn.add_audit(row.key, kind, self.request.now, encode({"n": found.n}))
        waits = found.status == "waiting"
        return Taken(
            row=row,
            n=found.n,
            chain=found.chain,
            at=found.at,
            reply=body.reply,
            waiting=found if waits else None,
            effect=body.effect if waits else None,
        )
