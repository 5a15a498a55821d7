"""One request in one transaction: what it brings, and what it finds of its session to go on with."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from steering.core.call import HIDDEN
from steering.core.engine import open_session
from steering.core.flow import Flow
from steering.core.session import Session
from steering.core.turn import Effect, Kind, Result, Turn
from steering.history import Group
from steering.pocket import Pocket
from steering.rows import Request, SessionBody, Tells, TurnBody, restored, result_key, session_body, turn_body
from steering.store.protocol import SessionRow, TurnRow, Txn


class Known:
    """*results* are the answers of look-ups that were asked for this request. Nothing is written here."""

    def __init__(self, txn: Txn, request: Request, *, results: Mapping[str, Result], tells: Tells) -> None:
        self.txn, self.request, self.results, self.tells = txn, request, results, tells
        self._facts: tuple[bytes | None, SessionBody, Pocket] = b"", SessionBody(), Pocket({})

    def brought(self, row: SessionRow) -> SessionBody:
        """The body of *row*, read once as long as it stays the same."""
        if self._facts[0] is not row.body:
            body = session_body(row)
            self._facts = row.body, body, Pocket(body.pocket)
        return self._facts[1]

    def pocket(self, row: SessionRow) -> Pocket:
        self.brought(row)
        return self._facts[2]

    def body_of(self, row: SessionRow, found: TurnRow | None) -> TurnBody | None:
        """The body of a turn of *row*, with what is private and still at hand."""
        return turn_body(found, self.pocket(row).values)

    def fresh(self, row: SessionRow, flow: Flow) -> Session:
        """The session before its first word."""
        return replace(open_session(flow, id=row.id, seed=row.seed), facts=self.brought(row).facts)

    def restored(self, row: SessionRow, flow: Flow, body: TurnBody | None) -> Session | None:
        """The session after a turn, to go on with: private facts are the session's, and what a form has lost is asked for anew."""
        session = restored(body)
        if session is None or HIDDEN not in (*session.facts.values(), *session.slots.values()):
            return session
        step = flow.named(session.flow).steps.get(session.step)
        form = {one.name for one in step.form} if step and session.question else set()
        slots = {name: value for name, value in session.slots.items() if value != HIDDEN or name not in form}
        return replace(session, slots=slots, facts={**session.facts, **self.brought(row).facts})

    def session_at(self, row: SessionRow, flow: Flow, n: int) -> Session | None:
        """The session after its live turn *n*."""
        return self.restored(row, flow, self.body_of(row, self.txn.live_turn(row.key, n)))

    def result(self, row: SessionRow, n: int, effect: Effect) -> Result | None:
        """The answer of a look-up that turn *n* asks: of this request, or kept with any row of the turn."""
        key = result_key(effect)
        if key in self.results:
            return self.results[key]
        for one in self.txn.turns(row.key, live_only=False):
            if one.n == n and (body := self.body_of(row, one)) and key in body.results:
                return body.results[key]
        return None

    def turn_of(self, row: SessionRow, group: Group) -> Turn:
        """The turn that the core is to take."""
        return Turn(
            session_id=row.id,
            kind=group.kind,
            text=group.text,
            heard=self._heard(row, group),
            evidence=self.request.evidence,
            prosody=group.scores,
            at=max(self.request.now, row.last),
            facts=self.brought(row).facts,
        )

    def start(self, row: SessionRow) -> Turn:
        """The turn of a contact without words."""
        return Turn(session_id=row.id, kind=Kind.START, at=max(self.request.now, row.last), facts=self.brought(row).facts)

    def _heard(self, row: SessionRow, group: Group) -> str | None:
        """What is reported as heard before *group*; None when the platform reports nothing at all.

        A history without our words, from a platform that has told of them in this call, tells that none was heard.
        """
        if self.request.spoken:
            return group.before_text
        withheld = group.kind not in (Kind.SILENCE, Kind.HANGUP) and self.request.after is None and self.brought(row).reports
        return "" if withheld else None
