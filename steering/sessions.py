"""Sessions as their owners see and keep them: prepared, looked at, certified, held, deleted; and who opted out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from steering.certificate import Certificate, certificate
from steering.core.call import HIDDEN
from steering.core.engine import open_session
from steering.core.evidence import settled_values
from steering.core.expected import Expected, expected
from steering.core.facts import needs, read_facts
from steering.core.flow import Flow
from steering.core.numbers import phone_number
from steering.core.session import Session
from steering.core.turn import Reply
from steering.errors import FactError, FactSettled, FlowChanged, RequestRefused
from steering.history import first_link
from steering.ledger import Ledger
from steering.loader.shelf import Shelf
from steering.record.checkpoints import Checkpoints
from steering.replay import Recording, recording
from steering.rows import Request, Tells, encode, restored, session_body, turn_body
from steering.store.protocol import OptOutRow, SessionRow, Store, Txn
from steering.versions import Flows, Versions
from steering.writing import keep_opt_out


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    """What `GET /sessions/<id>` shows."""

    id: str
    flow: str
    flow_hash: str
    step: str
    ended: bool
    facts: Mapping[str, str]
    stack: tuple[Mapping[str, str], ...] = ()
    incarnation: int = 1
    turns: int = 0
    created: float = 0.0
    last: float = 0.0
    hold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a call is: after turn *n*, with what is *expected* next; how it goes on once it has *ended*.

    *languages* are all that the call may come to be in. *hand_to* names where the call goes. *goodbye* is spoken form.
    """

    n: int
    ended: bool
    expected: Expected
    languages: tuple[str, ...]
    hand_to: str = ""
    goodbye: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptOut:
    """Who is not to be called again: the keyed hash of the number (hex), since when, and the id of the call.

    *session* is "" when the opt-out came by another way, or when its call has been erased.
    """

    number: str
    at: float
    session: str


class Sessions(Versions):
    """What an owner may do with sessions beside talking in them. *clock* gives unix seconds."""

    def __init__(self, shelf: Shelf | Flows, store: Store, default_flow: str | None, clock: Callable[[], float]) -> None:
        super().__init__(shelf, store, default_flow)
        self.clock = clock
        # Which effects somebody outside is told of: the outbox knows, where there is one.
        self.tells: Tells = lambda effect: False

    def put(
        self, owner: str, id: str, *, flow: str | None, facts: Mapping[str, Any], number: str | None = None
    ) -> tuple[bool, SessionView]:
        """(created, view). *number* is the other party's. FactError, FactSettled, RequestRefused, UnknownFlow, FlowChanged."""
        known = "" if number is None else telephone_number(number)
        request = Request(owner=owner, session_id=id, groups=(), spoken=False, number=known, now=self.clock())

        def work(txn: Txn) -> tuple[bool, SessionRow]:
            row = txn.session(owner, id)
            if row is None or row.ended:
                wanted = self._chosen(flow or (row.flow if row else None))
                kept = dict(open_session(wanted, id=id, facts=_written(wanted, facts)).facts)
                return True, Ledger(txn, request, choose=lambda: (wanted, kept), pinned=self._pinned, results={}, tells=self.tells).begin(
                    row
                )
            if row.head == 0:
                wanted = self._chosen(flow or row.flow)
                return False, self._replaced(txn, request, row, wanted, _written(wanted, facts), known)
            if flow is not None and flow != row.flow:
                raise FlowChanged(f"The session '{id}' is in the middle of the flow '{row.flow}'.", param="flow")
            pinned = self._pinned(txn, row)
            kept = read_facts(pinned, _written(pinned, facts))
            body, session = session_body(row), restored(turn_body(txn.live_turn(row.key, row.head)))
            # A turn that was taken back may come again, and with it what was heard and agreed to in it.
            ever = (restored(turn_body(one)) for one in txn.turns(row.key, live_only=False))
            settled = frozenset().union(*(settled_values(self._pinned(txn, row), one) for one in ever if one))
            if name := next((name for name, value in kept.items() if name in settled and body.facts.get(name) != value), ""):
                raise FactSettled(f"'{name}' cannot change in this call: the caller has heard or agreed to a text with it.", param=name)
            row = replace(row, body=encode(replace(body, facts=body.facts | kept, number=known or body.number)))
            txn.save_session(row)
            if session:
                keep_opt_out(txn, row, session)
            txn.add_audit(row.key, "facts", request.now, encode({"names": sorted(facts)}))
            return False, row

        created, row = self.store.transact(work)
        return created, self.store.read(lambda txn: self._view(txn, row))

    def _replaced(self, txn: Txn, request: Request, row: SessionRow, flow: Flow, facts: Mapping[str, str], number: str) -> SessionRow:
        """A call before its first caller words, prepared anew; an opening already spoken is said as it is now."""
        facts = open_session(flow, id=row.id, facts=facts).facts
        body = session_body(row)
        body = replace(body, facts=dict(facts), number=number or body.number)
        row = replace(row, flow=flow.name, flow_hash=flow.hash, body=encode(body))
        txn.put_flow(flow.hash, flow.name, encode(dict(flow.sources)))
        txn.supersede(row.key, 0)
        txn.save_session(row)
        if not body.openings:
            return row
        ledger = Ledger(txn, request, choose=lambda: (flow, facts), pinned=self._pinned, results={}, tells=self.tells)
        return ledger.open(row, flow, first_link(row.owner, row.id, row.incarnation, row.salt)).row

    def get(self, owner: str, id: str) -> SessionView | None:
        def work(txn: Txn) -> SessionView | None:
            row = txn.session(owner, id)
            return self._view(txn, row) if row else None

        return self.store.read(work)

    def view_at(self, txn: Txn, row: SessionRow, n: int) -> SessionView:
        """What a session was after its turn *n*, or is now when that turn was taken back."""
        turn = txn.live_turn(row.key, n)
        session = restored(turn_body(turn))
        if turn is None or session is None:
            return self._view(txn, row)
        return self._view(txn, replace(row, head=n, step=session.step, ended=bool(session.ended), last=turn.at))

    def _view(self, txn: Txn, row: SessionRow) -> SessionView:
        flow = self._pinned(txn, row)
        facts = dict(session_body(row).facts)
        session = restored(turn_body(txn.live_turn(row.key, row.head)))
        private = flow.all_private
        stack: tuple[Mapping[str, str], ...] = ()
        if session:
            facts |= dict(session.slots) | proofs(session)
            stack = tuple({"flow": frame.flow, "step": frame.step} for frame in session.stack)
        shown = {name: HIDDEN if name in private else value for name, value in facts.items()}
        return SessionView(
            id=row.id,
            flow=row.flow,
            flow_hash=row.flow_hash,
            step=row.step,
            ended=row.ended,
            facts=shown,
            stack=stack,
            incarnation=row.incarnation,
            turns=row.head,
            created=row.created,
            last=row.last,
            hold=row.hold,
        )

    def standing(self, owner: str, id: str) -> Standing | None:
        """Where the call is, for doors that must tell their platform how to listen; None when there is no such session."""

        def work(txn: Txn) -> Standing | None:
            row = txn.session(owner, id)
            if row is None:
                return None
            flow = self._pinned(txn, row)
            body = turn_body(txn.live_turn(row.key, row.head))
            session = restored(body)
            languages = dict.fromkeys((flow.language, *(one.language for one in flow.others.values())))
            return Standing(
                n=row.head,
                ended=row.ended,
                expected=expected(flow, session) if session else Expected(language=flow.language),
                languages=tuple(languages),
                hand_to=handed_to(body.reply) if body else "",
                goodbye=flow.goodbye.template.spoken or flow.goodbye.template.text,
            )

        return self.store.read(work)

    def note(self, owner: str, id: str, kind: str, data: Mapping[str, str]) -> bool:
        """Writes into the record what the platform tells of a call, once; False when there is no such session."""

        def work(txn: Txn) -> bool:
            row = txn.session(owner, id)
            told = encode(dict(data))
            if row is not None and txn.remember(kind, hashlib.sha256(f"{row.key} ".encode() + told).hexdigest(), self.clock()):
                txn.add_audit(row.key, kind, self.clock(), told)
            return row is not None

        return self.store.transact(work)

    def transcript(self, owner: str, id: str) -> list[dict[str, Any]] | None:
        """The live turns in order: {"n", "at", "caller", "reply", "spoken", "steps", "status"}, and "trouble" where there was one."""

        def work(txn: Txn) -> list[dict[str, Any]] | None:
            row = txn.session(owner, id)
            if row is None:
                return None
            turns = []
            for one in txn.turns(row.key):
                body = turn_body(one)
                if body is None:
                    turns.append({"n": one.n, "at": one.at, "status": "damaged"})
                    continue
                turns.append(
                    {
                        "n": one.n,
                        "at": one.at,
                        "caller": body.text,
                        "reply": " ".join(line.text for line in body.reply.lines),
                        "spoken": body.reply.spoken,
                        "steps": [{"step": step.step, "by": step.by, "to": step.to} for step in body.reply.steps],
                        "status": one.status,
                        **({"trouble": body.reply.trouble} if body.reply.trouble else {}),
                    }
                )
            return turns

        return self.store.read(work)

    def sessions(self, owner: str, *, flow: str | None = None, since: float | None = None) -> list[SessionView]:
        """The latest incarnations of an owner's sessions, newest first."""
        return self.store.read(lambda txn: [self._view(txn, row) for row in txn.sessions(owner, flow=flow, since=since)])

    def certificate(
        self, owner: str, id: str, incarnation: int | None = None, *, checkpoints: Checkpoints | None = None
    ) -> Certificate | None:
        """The certificate of the latest call under *id*, or of an earlier *incarnation*; None when there is none."""

        def work(txn: Txn) -> Certificate | None:
            row = txn.session(owner, id, incarnation)
            return certificate(txn, row, self._pinned(txn, row), checkpoints) if row else None

        return self.store.read(work)

    def recording(self, owner: str, id: str, incarnation: int | None = None) -> Recording | None:
        """The latest call under *id*, or an earlier *incarnation*, as it can be taken again; None when there is none. RequestRefused."""

        def work(txn: Txn) -> Recording | None:
            row = txn.session(owner, id, incarnation)
            return recording(txn, row, self._sources(txn, row.flow_hash, row.flow)) if row else None

        return self.store.read(work)

    def delete(self, owner: str, id: str) -> bool:
        """Destroys what is kept of a session, every incarnation of it; False when there was none. OnHold."""
        now = self.clock()

        def work(txn: Txn) -> bool:
            rows = txn.incarnations(owner, id)
            for row in rows:
                txn.erase(row.key, "erased", now)
            return bool(rows)

        return self.store.transact(work)

    def hold(self, owner: str, id: str, *, on: bool) -> bool:
        """Puts a session on legal hold, every incarnation of it, or takes it off; False when there is none."""
        now = self.clock()

        def work(txn: Txn) -> bool:
            rows = txn.incarnations(owner, id)
            for row in rows:
                if row.hold != on:
                    txn.save_session(replace(row, hold=on))
                    txn.add_audit(row.key, "held" if on else "released", now, b"{}")
            return bool(rows)

        return self.store.transact(work)

    def opted_out(self, owner: str, number: str) -> OptOut | None:
        """Since when, and in which call, the holder of *number* asked not to be called; None when nobody did. RequestRefused."""
        known = telephone_number(number)

        def work(txn: Txn) -> OptOut | None:
            row = txn.opt_out(owner, known)
            return OptOut(number=row.number.hex(), at=row.at, session=_session_id(txn, row)) if row else None

        return self.store.read(work)

    def opt_out(self, owner: str, number: str) -> bool:
        """Notes an opt-out that reached the owner by another way; False when it was known. RequestRefused."""
        known, now = telephone_number(number), self.clock()
        return self.store.transact(lambda txn: txn.add_opt_out(owner, known, 0, now))

    def opt_outs(self, owner: str) -> list[OptOut]:
        """All of an owner's opt-outs, oldest first."""

        def work(txn: Txn) -> list[OptOut]:
            return [OptOut(number=row.number.hex(), at=row.at, session=_session_id(txn, row)) for row in txn.opt_outs(owner)]

        return self.store.read(work)


def proofs(session: Session) -> dict[str, str]:
    """What the engine itself has made true: `right_person`, `heard X`, `agreed X`."""
    made = dict.fromkeys(session.proved, "yes")
    return made | {f"heard {name}": "yes" for name in session.heard} | {f"agreed {name}": "yes" for name in session.agreed}


def handed_to(reply: Reply) -> str:
    """Whom *reply* hands the call to, "" when nobody."""
    return next((one.name for one in reply.effects if one.kind == "hand_to"), "")


def _session_id(txn: Txn, row: OptOutRow) -> str:
    session = txn.session_of(row.session)
    return session.id if session else ""


def telephone_number(text: str, param: str = "number") -> str:
    """*text* as E.164; RequestRefused names *param* when it is no number."""
    if (number := phone_number(text)) is None:
        raise RequestRefused(f"{param}: write a telephone number with its country, such as +13125550100.", param=param)
    return number


def _written(flow: Flow, facts: Mapping[str, object]) -> dict[str, str]:
    """*facts*, as JSON brings them to *flow*, as texts: a truth for what is yes or no alone. FactError."""
    known, written = needs(flow), dict[str, str]()
    for name, value in facts.items():
        if isinstance(value, bool) and (name not in known or known[name].kind.name == "yes or no"):
            written[name] = "yes" if value else "no"
        elif isinstance(value, str | int | float) and not isinstance(value, bool):
            written[name] = str(value)
        else:
            raise FactError(f"The fact '{name}' must be a text or a number; true and false are for facts of the kind yes or no.", name)
    return written
