"""One request against the ledger, inside one transaction: placed, evaluated once, and written down.

Theory of operation. `Ledger.take` finds where a history begins in what we know of the session
(`steering.placing`), looks for the row of its last turn by chain (a retry is that row's reply, byte for
byte), else takes the nearest earlier row that is on the same chain as the base and evaluates what
is missing. A missing turn before the last is believed only if the assistant text after it begins as
the reply that we compute for it. Later rows on another chain are superseded, never deleted.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from steering.core.call import HIDDEN
from steering.core.engine import advance, asks_private, closing, heard_after_end, no_longer_heard, open_question, safe_reply
from steering.core.flow import OPT_OUT, Flow
from steering.core.masking import masked, numbers_in
from steering.core.obligations import folded
from steering.core.session import Session
from steering.core.turn import Effect, Kind, Reply, Result, Turn
from steering.hiding import hide
from steering.history import Group, first_link, link, spoken_as
from steering.placing import Place, Placing
from steering.rows import (
    GRACE,
    LookUpNeeded,
    Request,
    SessionBody,
    Taken,
    Tells,
    TurnBody,
    emptied,
    encode,
    keep_opt_out,
    release,
    restored,
    result_key,
    session_body,
    settled_in_event,
    turn_body,
    with_result,
    write_effects,
    write_record,
    written_body,
)  # fmt: skip
from steering.store.protocol import SessionRow, TurnRow, Txn
from steering.unasked import unasked, without_unasked

log = logging.getLogger(__name__)
SAME_OPENING = 30.0


class Ledger(Placing):
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
        super().__init__(txn, request)
        self.choose, self.pinned, self.results, self.tells = choose, pinned, results, tells
        self._opted_out = False

    # ---- which session, which place

    def take(self) -> Taken:
        request, txn = self.request, self.txn
        row = txn.session(request.owner, request.session_id)
        if not request.groups:
            return self._contact(row)
        if row is None:
            return self._evaluate(self.begin(None), new=True)
        if request.idempotency_key and (found := txn.turn_by_idempotency(row.key, request.idempotency_key)):
            return self._stored(row, found)
        if not row.head and not row.ended and request.after is None and not self._brought(row).openings:
            # Prepared, and not yet spoken to: as good as new.
            return self._evaluate(row)
        place = self._placed(row, self.pinned(txn, row))
        if not row.ended:
            return self._evaluate(row, place=place)
        # Words said over the closing words revise the call; words after them are answered by them.
        links = self._links(row, place)
        head = self.txn.live_turn(row.key, row.head)
        over = row.head - place.offset
        if over >= len(request.groups) or head is None or links[over] != head.chain:
            return self._evaluate(row, place=place)
        if place.ours:
            self._note_heard(row, request.groups[over])
            if self._opts_out(row, request.groups[over:]):
                return self._evaluate(row, place=place)
            return Taken(row=row, n=row.head, chain=links[-1], at=row.last, reply=self._closing(row))
        return self._evaluate(self.begin(row), new=True)

    def look(self) -> Taken | None:
        """The turn if it stands already; nothing is evaluated and nothing written."""
        row = self.txn.session(self.request.owner, self.request.session_id)
        if row is None or not self.request.groups:
            return None
        place = self._placed(row, self.pinned(self.txn, row))
        found = self.txn.turn(row.key, place.offset + len(self.request.groups), self._links(row, place)[-1])
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
        flow = self.pinned(self.txn, row)
        zero = first_link(row.owner, row.id, row.incarnation, row.salt)
        if row.head == 0:
            return self.open(row, flow, zero)
        head = self.txn.live_turn(row.key, row.head)
        if head is not None and head.status == "waiting":
            return self._stored(row, head)
        session = self._restored(row, flow, self._body_of(row, head))
        if head is None or session is None:
            return Taken(row=row, n=row.head, chain=zero, at=row.last, reply=safe_reply(flow, "damaged"))
        _, reply = advance(flow, session, self._turn(row, Kind.START))
        return Taken(row=row, n=row.head, chain=link(head.chain, "\x00back"), at=row.last, reply=reply)

    def open(self, row: SessionRow, flow: Flow, zero: bytes) -> Taken:
        """Speaks the opening, once: turn 0."""
        opened = self.txn.live_turn(row.key, 0)
        body = self._body_of(row, opened)
        if opened and body and opened.status == "done":
            return Taken(row=row, n=0, chain=zero, at=opened.at, reply=body.reply)
        fresh = self._fresh(row, flow)
        session, reply, status = self._advanced(flow, fresh, self._turn(row, Kind.START))
        if reply.wait == "result":
            session, reply, _ = self._with_results(row, flow, 0, session, reply, {}, last=False)
        self.txn.supersede(row.key, 0)
        if status == "done":
            known = self._brought(row)
            row = replace(row, body=encode(replace(known, openings=[*known.openings, reply.spoken])))
        body = TurnBody(reply=reply)
        kept = written_body(body, session, flow.all_private, self._pocket(row))
        written = TurnRow(session=row.key, n=0, chain=zero, status=status, at=row.created, body=kept)
        return self._write(row, session, [(written, body)])

    # ---- evaluating what is missing

    def _evaluate(self, row: SessionRow, *, place: Place | None = None, new: bool = False) -> Taken:
        request, txn = self.request, self.txn
        flow = self.pinned(txn, row)
        groups = request.groups
        if place is None:
            place = self._placed_anew(row, flow)
            row = txn.session(row.owner, row.id) or row
        links = self._links(row, place)
        total = place.offset + len(groups)
        if not new and (found := txn.turn(row.key, total, links[-1])):
            if (body := self._body_of(row, found)) is not None:
                self._note_shorter(row, flow, found, body, groups[-1])
                return self._stored(row, found)
            txn.add_audit(row.key, "damaged", request.now, encode({"n": total}))
        done, session = self._base(row, flow, place, links)
        rows: list[tuple[TurnRow, TurnBody]] = []
        private: frozenset[str] = frozenset()
        waits: Effect | None = None
        for i in range(done, len(groups)):
            last = i == len(groups) - 1
            turn, before = self._turn_of(row, groups[i]), session
            results: dict[str, Result] = {}
            if last and place.ambiguous and _consequential(flow, session):
                session, reply, status = *open_question(flow, session, at=turn.at), "void"
            else:
                session, reply, status = self._advanced(flow, session, turn)
                if reply.wait == "result":
                    session, reply, waits = self._with_results(row, flow, place.offset + i + 1, session, reply, results, last=last)
                    status = "waiting" if waits else status
                # After the end nothing is acted on, whatever was spoken.
                if not last and request.spoken and not before.ended and not _was_spoken(groups[i + 1], flow, reply, waited=bool(results)):
                    session, status = before, "void"
                    reply = safe_reply(flow, "not_spoken")
                    if not spoken_as(groups[i + 1].before_text, reply.spoken):
                        # The history disagrees with us from here on: keep the state, ask the open question.
                        session, reply = self._asked_again(flow, session, turn)
                        i, last = len(groups) - 1, True
            if status == "void" and asks_private(flow, before):
                reply = replace(reply, private=True)
            if reply.private:
                private |= numbers_in(groups[i].text, flow.language)
            text = HIDDEN if reply.private else unasked(flow, before, session, turn.text).out_of(turn.text)
            body = self._body(flow, turn, groups[i], reply, text)
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
                body=written_body(body, session, flow.all_private, self._pocket(row)),
            )
            if last or not request.minted:
                rows.append((written, body))
            if last:
                break
        if row.head >= rows[0][0].n:
            self._supersede(row, rows[0][0].n)
            self._hide_beginnings(row, rows[-1][0].n, rows[-1][1].text)
        if self._opted_out:
            session, rows[-1] = self._opt_out_kept(row, flow, session, *rows[-1])
        rows = hide(txn, row, rows, private, flow.language, request.now, over=bool(session.ended))
        return self._write(row, session, rows)

    def _placed_anew(self, row: SessionRow, flow: Flow) -> Place:
        """The place in a session that has just begun: after our opening, if that is what the history shows."""
        first = self.request.groups[0]
        if not folded(first.before_text) or flow.opening_by_platform:
            return Place(0, began=True)
        fresh = self._fresh(row, flow)
        _, opening, status = self._advanced(flow, fresh, self._turn(row, Kind.START))
        # The safe line opens nothing.
        if status == "void" or not spoken_as(first.before_text, opening.spoken):
            return Place(0, began=True)
        self.open(row, flow, first_link(row.owner, row.id, row.incarnation, row.salt))
        return Place(0, ours=True)

    def _base(self, row: SessionRow, flow: Flow, place: Place, links: list[bytes]) -> tuple[int, Session]:
        """How many turns of the history stand already, and the session after them."""
        groups, txn = self.request.groups, self.txn
        for i in range(len(groups) - 1, 0, -1):
            found = txn.turn(row.key, place.offset + i, links[i])
            body = self._body_of(row, found)
            session = self._restored(row, flow, body)
            if found is None or body is None or session is None or found.status == "waiting":
                continue
            after = groups[i].before_text
            if found.status == "done" and not spoken_as(after, body.reply.spoken) and spoken_as(after, safe_reply(flow, "").spoken):
                # The commit was ours, the words were not: the caller heard the safe line, so nobody was answered.
                continue
            if not found.live:
                self._revive(row, place, links, i)
            self._note_shorter(row, flow, found, body, groups[i - 1])
            return i, session
        if place.offset:
            at = txn.live_turn(row.key, place.offset)
            session = self._restored(row, flow, self._body_of(row, at))
            if session is not None:
                return 0, session
        session = self._restored(row, flow, self._body_of(row, txn.live_turn(row.key, 0)))
        if session is None:
            session = self._fresh(row, flow)
            if self._brought(row).openings:
                session, _, _ = self._advanced(flow, session, self._turn(row, Kind.START))
        if not place.offset:
            return 0, session
        # The snapshot is damaged: what the caller said since the last good one is gone with it.
        for n in range(place.offset - 1, 0, -1):
            if kept := self._restored(row, flow, self._body_of(row, txn.live_turn(row.key, n))):
                return 0, kept
        return 0, session

    def _revive(self, row: SessionRow, place: Place, links: list[bytes], upto: int) -> None:
        """Makes the rows of this chain live again, where another chain had superseded them."""
        chain = [self.txn.turn(row.key, place.offset + i, links[i]) for i in range(1, upto + 1)]
        dead = [one for one in chain if one and not one.live]
        if dead:
            self._supersede(row, dead[0].n)
            for one in dead:
                self.txn.save_turn(replace(one, live=True))
                self._ask_of_the_world(one, turn_body(one))

    def _supersede(self, row: SessionRow, n: int) -> None:
        """Retires the live rows from *n* on: effects still held are cancelled, done ones are reported."""
        gone = self.txn.supersede(row.key, n)
        if gone:
            self._opted_out |= any(OPT_OUT in old.records for one in gone if (old := restored(turn_body(one))))
            self.txn.add_audit(row.key, "superseded", self.request.now, encode({"n": [one.n for one in gone]}))
            for effect in self.txn.effects(row.key):
                if effect.n < n or effect.key.endswith("record:do_not_call"):
                    continue
                if effect.status == "done":
                    self.txn.save_effect(replace(effect, status="revised"))
                    self.txn.add_audit(row.key, "revised_after_effect", self.request.now, encode({"n": effect.n, "effect": effect.key}))
                elif effect.status in ("held", "ready"):
                    self.txn.save_effect(replace(effect, status="cancelled"))
                    self.txn.drop_delivery(row.key, effect.key)

    def _hide_beginnings(self, row: SessionRow, n: int, text: str) -> None:
        """Takes out of the retired rows of turn *n* what is hidden in its *text* now: they hold its beginnings."""
        clear, hidden, _ = text.partition(HIDDEN)
        for one in self.txn.turns(row.key, live_only=False) if hidden else ():
            body = turn_body(one) if one.n == n else None
            if body and body.text and HIDDEN not in body.text:
                body.text = f"{clear if body.text.startswith(clear) else ''}{HIDDEN}"
                self.txn.save_turn(replace(one, body=encode(body)))

    def _opt_out_kept(
        self, row: SessionRow, flow: Flow, session: Session, turn: TurnRow, body: TurnBody
    ) -> tuple[Session, tuple[TurnRow, TurnBody]]:
        """A turn that takes the place of an opt-out, with the opt-out: no revision undoes it."""
        if OPT_OUT not in session.records:
            session = replace(session, records=(*session.records, OPT_OUT))
        return session, (replace(turn, body=written_body(body, session, flow.all_private, self._pocket(row))), body)

    def _advanced(self, flow: Flow, session: Session, turn: Turn) -> tuple[Session, Reply, str]:
        """advance, with the safe line for whatever it raises; and the status of the row."""
        try:
            after, reply = advance(flow, session, turn)
        except Exception:
            log.exception("turn failed in flow %s at step %s", flow.name, session.step)
            return session, safe_reply(flow, "engine_error"), "void"
        after, reply = without_unasked(flow, session, after, reply, turn.text)
        return after, reply, "void" if reply.lines and reply.lines[0].id == "if_trouble" else "done"

    def _asked_again(self, flow: Flow, session: Session, turn: Turn) -> tuple[Session, Reply]:
        if session.step:
            return open_question(flow, session, at=turn.at)
        after, reply, _ = self._advanced(flow, session, replace(turn, kind=Kind.START, text=""))
        return after, reply

    def _with_results(
        self, row: SessionRow, flow: Flow, n: int, session: Session, reply: Reply, results: dict[str, Result], *, last: bool
    ) -> tuple[Session, Reply, Effect | None]:
        """Goes on through look-ups whose answers are kept; the effect to wait for when the newest turn has none."""
        while reply.wait == "result":
            effect = reply.effects[-1]
            result = self._kept(row, n, effect)
            if result is None:
                if last:
                    return session, reply, effect
                if effect.kind == "get":
                    raise LookUpNeeded(effect)
                result = Result(key=effect.key, ok=False, reason="not_asked_again")
            results[result_key(effect)] = result
            session, reply = with_result(flow, session, reply, result)
        return session, reply, None

    def _kept(self, row: SessionRow, n: int, effect: Effect) -> Result | None:
        key = result_key(effect)
        if key in self.results:
            return self.results[key]
        for one in self.txn.turns(row.key, live_only=False):
            if one.n == n and (body := self._body_of(row, one)) and key in body.results:
                return body.results[key]
        return None

    # ---- writing

    def _stored(self, row: SessionRow, found: TurnRow) -> Taken:
        """The reply of a turn that stands already; a superseded one is live again."""
        body = self._body_of(row, found) or TurnBody()
        if not found.live:
            self._supersede(row, found.n)
            flow = self.pinned(self.txn, row)
            session, revived = self._restored(row, flow, body), replace(found, live=True)
            if self._opted_out and session:
                session, (revived, body) = self._opt_out_kept(row, flow, session, revived, body)
            self.txn.save_turn(revived)
            self._ask_of_the_world(revived, body)
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

    def _ask_of_the_world(self, row: TurnRow, body: TurnBody | None) -> None:
        """The effects of a turn that is live again: nobody is told twice, and nothing stays cancelled."""
        if row.status == "done" and body:
            write_effects(self.txn, row, body.reply, self.tells, self.request.now)

    def _write(self, row: SessionRow, session: Session, rows: list[tuple[TurnRow, TurnBody]]) -> Taken:
        """Writes new turns and the session after them, and gives the last of them."""
        for one, body in rows:
            self.txn.add_turn(one)
            write_record(self.txn, one, body.reply, self.tells, self.request.now)
        last, body = rows[-1]
        # A call that was prepared over HTTP comes by the platform that takes its first turn.
        platform = row.platform or self.request.platform
        row = replace(row, head=last.n, ended=bool(session.ended), step=session.step, last=last.at, platform=platform)
        known, pocket = self._brought(row), self._pocket(row)
        number, sid = known.number or self.request.number, self.request.call_sid or known.call_sid
        reports = known.reports or (self.request.spoken and self.request.after is None)
        if (number, sid, reports) != (known.number, known.call_sid, known.reports):
            known = replace(known, number=number, call_sid=sid, reports=reports)
            row = replace(row, body=encode(known))
        row = emptied(self.txn, row, session, known, pocket, last)
        self.txn.save_session(row)
        keep_opt_out(self.txn, row, session)
        if session.records:
            release(self.txn, row.key, last.n, self.request.now)
        waits = last.status == "waiting"
        return Taken(
            row=row,
            n=last.n,
            chain=last.chain,
            at=last.at,
            reply=body.reply,
            waiting=last if waits else None,
            effect=body.effect,
            asks=waits,
        )

    def _at_head(self, row: SessionRow) -> tuple[Flow, Session | None]:
        """The flow of *row*, and its session as the last turn left it."""
        flow = self.pinned(self.txn, row)
        return flow, self._restored(row, flow, self._body_of(row, self.txn.live_turn(row.key, row.head)))

    def _opts_out(self, row: SessionRow, groups: Sequence[Group]) -> bool:
        """Whether words to the closing words are an opt-out that the ended call has not noted yet."""
        flow, session = self._at_head(row)
        return session is not None and any(advance(flow, session, self._turn_of(row, one))[0] is not session for one in groups)

    def _closing(self, row: SessionRow) -> Reply:
        flow, session = self._at_head(row)
        return closing(flow, session) if session else replace(safe_reply(flow, "damaged"), ended=True)

    def _note_heard(self, row: SessionRow, group: Group) -> None:
        """Writes down, once, what of the closing words was heard: their evidence comes when the call has no more turns."""
        flow, session = self._at_head(row)
        settled = heard_after_end(flow, session, self._turn_of(row, group)) if session else ()
        if settled and not any(one.kind == "heard" for one in self.txn.audit(row.key)):
            self.txn.add_audit(row.key, "heard", self.request.now, encode({"n": row.head, "settled": settled_in_event(settled)}))

    def _note_shorter(self, row: SessionRow, flow: Flow, found: TurnRow, body: TurnBody, group: Group) -> None:
        """Writes down what counted as heard when *found* was taken, and did not play that far, as the platform says since."""
        longer = body.heard is not None and len(group.before_text) >= len(body.heard)
        if longer or not body.reply.settled or not self.request.spoken:
            return
        before = self._restored(row, flow, self._body_of(row, self.txn.live_turn(row.key, found.n - 1)))
        turn = replace(self._turn_of(row, group), at=found.at)
        lost = no_longer_heard(flow, before, turn, body.reply.settled) if before else ()
        event = encode({"n": found.n, "names": lost})
        if lost and not any(one.kind == "heard_less" and one.data == event for one in self.txn.audit(row.key)):
            self.txn.add_audit(row.key, "heard_less", self.request.now, event)

    def _body(self, flow: Flow, turn: Turn, group: Group, reply: Reply, text: str) -> TurnBody:
        return TurnBody(
            text=text,
            kind=group.kind,
            heard=turn.heard and masked(turn.heard, flow.language),
            evidence=self.request.evidence,
            time=group.time,
            scores=dict(group.scores) if group.scores else None,
            reply=reply,
        )

    def _heard(self, row: SessionRow, group: Group) -> str | None:
        """What is reported as heard before *group*; None when the platform reports nothing at all.

        A history without our words, from a platform that has told of them in this call, tells that none was heard.
        """
        if self.request.spoken:
            return group.before_text
        withheld = group.kind not in (Kind.SILENCE, Kind.HANGUP) and self.request.after is None and self._brought(row).reports
        return "" if withheld else None

    def _turn_of(self, row: SessionRow, group: Group) -> Turn:
        return Turn(
            session_id=row.id,
            kind=group.kind,
            text=group.text,
            heard=self._heard(row, group),
            evidence=self.request.evidence,
            prosody=group.scores,
            at=max(self.request.now, row.last),
            facts=self._brought(row).facts,
        )

    def _turn(self, row: SessionRow, kind: Kind) -> Turn:
        return Turn(session_id=row.id, kind=kind, at=max(self.request.now, row.last), facts=self._brought(row).facts)


def _was_spoken(group: Group, flow: Flow, reply: Reply, *, waited: bool) -> bool:
    """Whether the assistant text before *group* is *reply*, which a look-up may have had to wait for."""
    moment = f"{flow.one_moment.template.spoken} " if waited else ""
    return any(spoken_as(group.before_text, before + reply.spoken) for before in {moment, ""})


def _consequential(flow: Flow, session: Session) -> bool:
    """Whether an answer here agrees, identifies, checks or pays."""
    step = flow.named(session.flow).steps.get(session.step)
    return bool(step and (step.consent or step.check or step.confirm or (step.collect and step.collect.private)))
