"""The only place where core meets store: a platform's History goes in, an Answer comes out."""

from __future__ import annotations

import hashlib
import logging
import threading
import time
import uuid
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeVar

import msgspec

from steering.certificate import Certificate, certificate
from steering.core.call import HIDDEN
from steering.core.engine import check_facts, needs, open_session, safe_reply
from steering.core.expected import Expected, expected
from steering.core.flow import Flow
from steering.core.numbers import called_number, phone_number
from steering.core.session import Session
from steering.core.turn import IN_HISTORY, Effect, Kind, Reply, Result
from steering.errors import FactError, FlowChanged, RequestRefused, StoreUnavailable, UnknownFlow
from steering.history import Group, Message, first_link, groups_of, link
from steering.ledger import Ledger
from steering.loader import load_sources
from steering.loader.shelf import Shelf
from steering.look_ups import LookUps
from steering.numbers import Numbers, Route, Switchboard
from steering.record.checkpoints import Checkpoints
from steering.replay import Recording, recording
from steering.rows import (
    LookUpNeeded,
    Request,
    Taken,
    Tells,
    complete,
    encode,
    keep_opt_out,
    one_moment,
    reply_id,
    restored,
    result_key,
    session_body,
    token_of,
    turn_body,
)
from steering.store.protocol import OptOutRow, SessionRow, Store, Txn

log = logging.getLogger(__name__)
T = TypeVar("T")
KNOWN_SESSIONS = 10_000
KEPT_VERSIONS = 200
POLL = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """One request of a voice platform: who asks, for which session, and the call so far.

    *flow* was asked for by name (`?flow=`); *model* chooses a flow only when it happens to name one.
    *after* is the turn whose reply the messages answer (`Answer.n`), from platforms that report what happens in
    order instead of sending the whole history each time: nothing then has to be placed by its texts.
    *number* is the other party's telephone number as the platform gives it; what is no number is left out.
    *called* is the number that was called, *platform_id* the platform's name for what answers, *facts* what it tells
    of the call: they count when a call begins, and of the facts those that the flow needs. *call_sid* names the call
    at Twilio that the platform answers.
    *evidence* is PLAYED when the assistant texts are what the platform reports as played, else IN_HISTORY.
    """

    owner: str = ""
    session_id: str | None = None
    flow: str | None = None
    model: str | None = None
    messages: tuple[Message, ...] = ()
    idempotency_key: str = ""
    after: int | None = None
    platform: str = ""
    number: str = ""
    called: str = ""
    platform_id: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    call_sid: str = ""
    evidence: str = IN_HISTORY


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What to say. Equal for equal turns, byte for byte: *id* and *created* derive from the turn.

    *lines* are spoken forms, *languages* the language of each (none: the engine's own words). *hand_to* names where
    the call goes after them, when it goes. *n* is the number of the turn;
    None when nothing could be written, so that the words to come answer the turn before.
    """

    session_id: str
    id: str
    created: int
    lines: tuple[str, ...]
    languages: tuple[str, ...] = ()
    ended: bool = False
    hand_to: str = ""
    flow: str = ""
    n: int | None = None


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


class Waiting:
    """A turn that waits for a look-up. Say *one_moment* if `result(0.4)` gives None and `said()` is true.

    *session_id*, *id* and *created* are those of the Answer to come: a stream names them before it is there.
    The look-up and the writing of its answer go on by themselves: a caller that goes away loses nothing.
    """

    def __init__(self, steering: Steering, taken: Taken, flow: Flow) -> None:
        self.session_id, self.id, self.created = taken.row.id, reply_id(taken.chain), int(taken.at)
        moment = one_moment(flow)
        self.one_moment, self._moment = moment.spoken, Reply(lines=(moment,))
        self._steering, self._taken, self._flow = steering, taken, flow
        self._lock, self._done = threading.Lock(), threading.Event()
        self._spoken = self._written = False
        self._answer: Answer | None = None
        threading.Thread(target=self._work, daemon=True).start()

    def said(self) -> bool:
        """Whether *one_moment* may be spoken: it is then the first line of the stored reply."""
        with self._lock:
            self._spoken = not self._written
            return self._spoken

    def result(self, timeout: float | None = None) -> Answer | None:
        """The whole Answer (*one_moment* included as its first line if it was said), or None after *timeout* seconds."""
        self._done.wait(timeout)
        return self._answer

    def _work(self) -> None:
        steering, taken = self._steering, self._taken
        try:
            while taken.waiting and taken.effect:
                effect = taken.effect
                if taken.asks:
                    result = steering.look_ups.ask(replace(effect, token=token_of(taken.chain, effect)))
                elif steering.clock() < taken.waiting.deadline:
                    # Another request asks already: its answer is ours.
                    time.sleep(POLL)
                    taken = steering.again(taken)
                    continue
                else:
                    result = steering.taken_over(effect)
                with self._lock:
                    taken = steering.completed(taken, self._flow, result, self._moment if self._spoken else None)
                    self._written = True
            self._answer = steering.answer(taken)
        except Exception:
            log.exception("look-up of session's turn failed")
            self._answer = steering.answer(replace(taken, reply=safe_reply(self._flow, "engine_error")))
        finally:
            self._done.set()


class Asks(Protocol):
    """Who asks the world: LookUps, or anything like it."""

    def ask(self, effect: Effect) -> Result: ...


class Flows(Protocol):
    """Where flows are found by name: the Shelf, or anything like it."""

    def names(self) -> tuple[str, ...]: ...
    def get(self, name: str) -> Flow: ...


class Steering:
    """The engine behind every adapter. *clock* gives unix seconds."""

    def __init__(
        self,
        shelf: Shelf | Flows,
        store: Store,
        *,
        default_flow: str | None = None,
        look_up_hosts: Iterable[str] = (),
        switchboard: Switchboard | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.shelf, self.store, self.default_flow, self.clock = shelf, store, default_flow, clock
        self.look_ups: Asks = LookUps(look_up_hosts)
        self._switchboard = switchboard
        # Which effects somebody outside is told of: the outbox knows, where there is one.
        self.tells: Tells = lambda effect: False
        self._versions: dict[str, Flow] = {}
        self._known: OrderedDict[tuple[str, str], str] = OrderedDict()

    # ---- turns

    def take(self, history: History) -> Answer | Waiting:
        """The answer to *history*.

        UnknownFlow, RequestRefused, or StoreUnavailable (when this process knows nothing of the
        session); whatever else fails inside is answered by the safe line.
        """
        began = time.perf_counter()
        groups, spoken = groups_of(history.messages)
        request = Request(
            owner=history.owner,
            session_id=history.session_id or uuid.uuid4().hex,
            groups=groups,
            spoken=spoken,
            minted=history.session_id is None,
            idempotency_key=history.idempotency_key,
            after=history.after,
            platform=history.platform,
            number=(history.number and called_number(history.number)) or "",
            call_sid=history.call_sid,
            evidence=history.evidence,
            now=self.clock(),
        )
        try:
            taken = self._taken(request, history)
        except StoreUnavailable:
            return self._unavailable(request)
        self._remember(request.owner, taken.row)
        if log.isEnabledFor(logging.INFO):
            moves = " ".join(f"{one.step}>{one.by}>{one.to}" for one in taken.reply.steps)
            log.info("turn session=%s flow=%s %s ms=%.1f", taken.row.id, taken.row.flow, moves or "-", (time.perf_counter() - began) * 1e3)
        if taken.waiting:
            return Waiting(self, taken, self._pinned_now(taken.row))
        return self.answer(taken)

    def answer(self, taken: Taken) -> Answer:
        """What to say of a turn in the ledger."""
        reply = taken.reply
        return Answer(
            session_id=taken.row.id,
            id=reply_id(taken.chain),
            created=int(taken.at),
            lines=tuple(line.spoken for line in reply.lines),
            languages=_languages(self._versions.get(taken.row.flow_hash), reply),
            ended=reply.ended,
            hand_to=_handed_to(reply),
            flow=taken.row.flow,
            n=taken.n,
        )

    def _taken(self, request: Request, history: History) -> Taken:
        results: dict[str, Result] = {}
        begins: list[tuple[Flow, Mapping[str, str]]] = []

        def choose() -> tuple[Flow, Mapping[str, str]]:
            if not begins:
                begins.append(self._begins(history, request.number, results))
            return begins[0]

        def work(txn: Txn) -> Taken:
            return Ledger(txn, request, choose=choose, pinned=self._pinned, results=results, tells=self.tells).take()

        return self._asking(work, results)

    def _asking(self, work: Callable[[Txn], T], results: dict[str, Result]) -> T:
        """What *work* returns, when the look-ups that it needs are asked, outside of it, and stand in *results*."""
        while True:
            try:
                return self.store.transact(work)
            except LookUpNeeded as needed:
                results[result_key(needed.effect)] = self.look_ups.ask(needed.effect)

    def _unavailable(self, request: Request) -> Answer:
        """The safe line of a call that this process knows; nothing is written, so the turn is void."""
        if stands := self._stands(request):
            return self.answer(stands)
        flow_hash = self._known.get((request.owner, request.session_id))
        if flow_hash is None or flow_hash not in self._versions:
            raise StoreUnavailable("The ledger of calls cannot be reached just now.")
        log.error("store unavailable: safe line for session %s", request.session_id)
        flow = self._versions[flow_hash]
        chain = first_link(request.owner, request.session_id, 0, b"")
        for group in request.groups:
            chain = link(chain, group.identity)
        lines = tuple(line.spoken for line in safe_reply(flow, "store_unavailable").lines)
        return Answer(session_id=request.session_id, id=reply_id(chain), created=int(request.now), lines=lines, flow=flow.name)

    def _stands(self, request: Request) -> Taken | None:
        """The turn, when it was committed although its commit was reported lost."""

        def choose() -> tuple[Flow, Mapping[str, str]]:
            raise StoreUnavailable("nothing is chosen while the ledger is away")

        try:
            return self.store.read(
                lambda txn: Ledger(txn, request, choose=choose, pinned=self._pinned, results={}, tells=self.tells).look()
            )
        except StoreUnavailable:
            return None

    def _remember(self, owner: str, row: SessionRow) -> None:
        self._known[owner, row.id] = row.flow_hash
        self._known.move_to_end((owner, row.id))
        while len(self._known) > KNOWN_SESSIONS:
            self._known.popitem(last=False)

    def introduce(self, history: History) -> None:
        """Notes who calls, from where, and what is known of it, before or after the first words; *messages* do not count.

        A session that is not there yet begins, unspoken; one under way learns the facts that it lacks.
        """
        results: dict[str, Result] = {}
        number = (history.number and called_number(history.number)) or ""
        id = history.session_id or ""
        request = Request(
            owner=history.owner,
            session_id=id,
            groups=(),
            spoken=False,
            number=number,
            call_sid=history.call_sid,
            platform=history.platform,
            now=self.clock(),
        )

        def work(txn: Txn) -> None:
            row = txn.session(history.owner, id)
            if row is None:
                choose = lambda: self._begins(history, number, results)  # noqa: E731
                Ledger(txn, request, choose=choose, pinned=self._pinned, results=results, tells=self.tells).begin(None)
            elif not row.ended:
                body = session_body(row)
                told = self._told(history, self._route(history, row.flow), number, results)
                brought = _fitting(self._pinned(txn, row), told)
                lacks = {name: value for name, value in brought.items() if name not in body.facts}
                told_now = msgspec.structs.replace(
                    body, facts=body.facts | lacks, number=body.number or number, call_sid=body.call_sid or history.call_sid
                )
                if told_now != body:
                    txn.save_session(replace(row, body=encode(told_now)))
                    txn.add_audit(row.key, "facts", request.now, encode({"names": sorted(lacks)}))

        self._asking(work, results)

    # ---- turns that wait for a look-up

    def completed(self, taken: Taken, flow: Flow, result: Result, moment: Reply | None) -> Taken:
        return self.store.transact(lambda txn: complete(txn, taken, flow, result, moment, self.tells, self.clock()))

    def again(self, taken: Taken) -> Taken:
        """A waiting turn as it stands now."""

        def work(txn: Txn) -> Taken:
            waiting = taken.waiting
            found = txn.turn(waiting.session, waiting.n, waiting.chain) if waiting else None
            body = turn_body(found, session_body(taken.row).pocket)
            if found is None or body is None:
                return replace(taken, waiting=None)
            return replace(taken, reply=body.reply, waiting=found if found.status == "waiting" else None, effect=body.effect)

        return self.store.read(work)

    def taken_over(self, effect: Effect) -> Result:
        """The answer to a look-up whose asker is gone: a GET is asked again, a POST counts as failed."""
        if effect.kind == "get":
            return self.look_ups.ask(effect)
        return Result(key=effect.key, ok=False, reason="not_asked_again")

    # ---- numbers and flows

    @property
    def numbers(self) -> Numbers:
        """Which call gets which flow, and where hand-offs lead, as it is now."""
        return self._switchboard.numbers() if self._switchboard else Numbers()

    def flows(self) -> tuple[str, ...]:
        """The names that can be asked for."""
        return self.shelf.names()

    def _begins(self, history: History, number: str, results: Mapping[str, Result]) -> tuple[Flow, Mapping[str, str]]:
        """The flow of a call that begins, and its facts. LookUpNeeded when its caller must be asked about first."""
        asked = history.flow or (history.model if history.model in self.shelf.names() else None)
        route = self._route(history, asked)
        flow = self._chosen(asked or (route.flow if route else None))
        return flow, _fitting(flow, self._told(history, route, number, results))

    def _route(self, history: History, flow: str | None) -> Route | None:
        """Where the number or the platform's id leads, unless that is another flow than *flow*, which was asked for."""
        route = self.numbers.route(called=history.called, platform_id=history.platform_id)
        return route if route and flow in (None, route.flow) else None

    def _told(self, history: History, route: Route | None, number: str, results: Mapping[str, Result]) -> dict[str, str]:
        """What is known of a call from where it came, who calls, and what the platform tells; the later wins."""
        facts = {"caller_number": number, "called_number": called_number(history.called) or "", **(route.facts if route else {})}
        if route and route.callers:
            facts |= route.callers.facts(number)
            if question := route.callers.question(number):
                if (found := results.get(result_key(question))) is None:
                    raise LookUpNeeded(question)
                facts |= found.values
        return facts | dict(history.facts)

    def flow(self, name: str) -> Flow:
        """The flow *name* as a call that begins now has it. UnknownFlow."""
        return self._chosen(name)

    def _chosen(self, flow: str | None) -> Flow:
        names = self.shelf.names()
        if flow is None:
            only = names[0] if len(names) == 1 else None
            flow = self.default_flow or only
        if flow is None or flow not in names:
            raise UnknownFlow(flow, names)
        return self._kept(self.shelf.get(flow))

    def _pinned(self, txn: Txn, row: SessionRow) -> Flow:
        """The version of the flow that a session began with, whatever became of its file."""
        return self.version(txn, row.flow_hash, row.flow)

    def version(self, txn: Txn, hash: str, name: str) -> Flow:
        """That version of the flow *name*, as the ledger keeps it. FlowError, UnknownFlow."""
        if flow := self._versions.get(hash):
            return flow
        return self._kept(load_sources(self._sources(txn, hash, name), name))

    def _sources(self, txn: Txn, hash: str, name: str) -> dict[str, str]:
        """The files of that version by name."""
        sources = txn.flow_sources(hash)
        if sources is None:
            raise UnknownFlow(name, self.shelf.names())
        return msgspec.json.decode(sources, type=dict[str, str])

    def _kept(self, flow: Flow) -> Flow:
        """*flow*, at hand for its next turn; the ledger gives back a version that is no longer."""
        self._versions[flow.hash] = flow
        while len(self._versions) > KEPT_VERSIONS:
            del self._versions[next(iter(self._versions))]
        return flow

    def _pinned_now(self, row: SessionRow) -> Flow:
        return self._versions.get(row.flow_hash) or self.store.read(lambda txn: self._pinned(txn, row))

    # ---- sessions

    def put(
        self, owner: str, id: str, *, flow: str | None, facts: Mapping[str, Any], number: str | None = None
    ) -> tuple[bool, SessionView]:
        """(created, view). *number* is the other party's. FactError, RequestRefused, UnknownFlow, FlowChanged."""
        written = {name: _written(name, value) for name, value in facts.items()}
        known = "" if number is None else telephone_number(number)
        request = Request(owner=owner, session_id=id, groups=(), spoken=False, number=known, now=self.clock())

        def work(txn: Txn) -> tuple[bool, SessionRow]:
            row = txn.session(owner, id)
            if row is None or row.ended:
                wanted = self._chosen(flow or (row.flow if row else None))
                open_session(wanted, id=id, facts=written)
                return True, Ledger(
                    txn, request, choose=lambda: (wanted, written), pinned=self._pinned, results={}, tells=self.tells
                ).begin(row)
            if row.head == 0:
                return False, self._replaced(txn, request, row, self._chosen(flow or row.flow), written, known)
            if flow is not None and flow != row.flow:
                raise FlowChanged(f"The session '{id}' is in the middle of the flow '{row.flow}'.", param="flow")
            check_facts(self._pinned(txn, row), written)
            body = session_body(row)
            row = replace(row, body=encode(msgspec.structs.replace(body, facts=body.facts | written, number=known or body.number)))
            txn.save_session(row)
            if session := restored(turn_body(txn.live_turn(row.key, row.head))):
                keep_opt_out(txn, row, session)
            txn.add_audit(row.key, "facts", request.now, encode({"names": sorted(written)}))
            return False, row

        created, row = self.store.transact(work)
        return created, self.store.read(lambda txn: self._view(txn, row))

    def _replaced(self, txn: Txn, request: Request, row: SessionRow, flow: Flow, facts: Mapping[str, str], number: str) -> SessionRow:
        """A call before its first caller words, prepared anew; an opening already spoken is said as it is now."""
        open_session(flow, id=row.id, facts=facts)
        body = session_body(row)
        body = msgspec.structs.replace(body, facts=dict(facts), number=number or body.number)
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
                hand_to=_handed_to(body.reply) if body else "",
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
        """The live turns in order: {"n", "at", "caller", "reply", "spoken", "steps", "status"}."""

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
                    }
                )
            return turns

        return self.store.read(work)

    def sessions(self, owner: str, *, flow: str | None = None, since: float | None = None) -> list[SessionView]:
        """The latest incarnations of an owner's sessions, newest first."""
        return self.store.read(lambda txn: [self._view(txn, row) for row in txn.sessions(owner, flow=flow, since=since)])

    def hung_up(self, owner: str, id: str, *, reason: str = "", seconds: float | None = None, returns: bool = False) -> bool:
        """The platform tells that the call is over: one still open ends as a hang-up. False when there is no such session.

        *reason* and *seconds* (its duration) are the platform's own; told again, nothing happens. *returns*: the caller
        may come back under the same id, so the call stays open when its flow has an `if_back`.
        """
        group = Group(text="", kind=Kind.HANGUP)

        def work(txn: Txn) -> bool:
            row = txn.session(owner, id)
            if row is None:
                return False
            if not row.ended and not (returns and self._pinned(txn, row).if_back):
                request = Request(owner=owner, session_id=id, groups=(group,), spoken=False, after=row.head, now=self.clock())
                Ledger(txn, request, choose=lambda: (self._pinned(txn, row), {}), pinned=self._pinned, results={}, tells=self.tells).take()
            if (reason or seconds is not None) and txn.remember("call_over", f"{row.key} {reason}", self.clock()):
                txn.add_audit(row.key, "call_over", self.clock(), encode({"reason": reason, "seconds": seconds}))
            return True

        return self.store.transact(work)

    def certificate(
        self, owner: str, id: str, incarnation: int | None = None, *, checkpoints: Checkpoints | None = None
    ) -> Certificate | None:
        """The certificate of the latest call under *id*, or of an earlier *incarnation*; None when there is none."""

        def work(txn: Txn) -> Certificate | None:
            row = txn.session(owner, id, incarnation)
            return certificate(txn, row, self._pinned(txn, row), checkpoints) if row else None

        return self.store.read(work)

    def first_time(self, source: str, delivery: str) -> bool:
        """True the first time that *delivery* of *source* is seen, by any process."""
        return self.store.transact(lambda txn: txn.remember(source, delivery, self.clock()))

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

        gone = self.store.transact(work)
        self._known.pop((owner, id), None)
        return gone

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

    # ---- opt-outs

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

    def ready(self) -> str | None:
        """None when calls can be taken, else the reason why not."""
        if not self.shelf.names():
            return "no flow can be loaded"
        try:
            self.store.read(lambda txn: txn.session("", "-"))
        except StoreUnavailable as error:
            return str(error)
        return None

    def close(self) -> None:
        self.store.close()


def _fitting(flow: Flow, facts: Mapping[str, str]) -> dict[str, str]:
    """Those of *facts* that *flow* needs and can read."""
    fitting = {}
    for name in facts.keys() & needs(flow).keys():
        try:
            check_facts(flow, {name: facts[name]})
        except FactError as error:
            if facts[name]:
                log.warning("a fact of a call that begins is left out: %s", error)
        else:
            fitting[name] = facts[name]
    return fitting


def proofs(session: Session) -> dict[str, str]:
    """What the engine itself has made true: `right_person`, `heard X`, `agreed X`."""
    made = dict.fromkeys(session.proved, "yes")
    return made | {f"heard {name}": "yes" for name in session.heard} | {f"agreed {name}": "yes" for name in session.agreed}


def _languages(flow: Flow | None, reply: Reply) -> tuple[str, ...]:
    """The language of each line of *reply*, in a call of *flow*: that of the flow whose line it is."""
    if flow is None:
        return ()
    # An id is `prompt`, or `flow:prompt` in a flow that the call's own runs.
    return tuple(flow.others.get(line.id.rpartition(":")[0], flow).language for line in reply.lines)


def _handed_to(reply: Reply) -> str:
    return next((one.name for one in reply.effects if one.kind == "hand_to"), "")


def _session_id(txn: Txn, row: OptOutRow) -> str:
    session = txn.session_of(row.session)
    return session.id if session else ""


def telephone_number(text: str, param: str = "number") -> str:
    """*text* as E.164; RequestRefused names *param* when it is no number."""
    if (number := phone_number(text)) is None:
        raise RequestRefused(f"{param}: write a telephone number with its country, such as +13125550100.", param=param)
    return number


def _written(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str | int | float):
        return str(value)
    raise FactError(f"The fact '{name}' must be a text or a number.", name)


__all__ = ["Answer", "History", "Message", "OptOut", "SessionView", "Standing", "Steering", "Waiting"]
