"""The only place where core meets store: a platform's History goes in, an Answer comes out."""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeVar

from msgspec.structs import replace

from steering.core.engine import safe_reply
from steering.core.facts import needs, read_facts
from steering.core.flow import Flow
from steering.core.numbers import called_number
from steering.core.turn import Effect, Reply, Result
from steering.endings import Endings
from steering.errors import FactError, StoreUnavailable
from steering.exchange import Answer, History
from steering.history import Group, Message, first_link, groups_of, link
from steering.ledger import Ledger
from steering.loader.shelf import Shelf
from steering.look_ups import LookUps
from steering.numbers import Numbers, Route, Switchboard
from steering.rows import Request, Taken, encode, reply_id, result_key, session_body, turn_body
from steering.sessions import OptOut, SessionView, Standing, handed_to
from steering.store.protocol import SessionRow, Store, Txn
from steering.versions import Flows
from steering.waiting import LookUpNeeded, complete, one_moment, token_of

log = logging.getLogger(__name__)
T = TypeVar("T")
KNOWN_SESSIONS = 10_000
POLL = 0.05


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


class Steering(Endings):
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
        super().__init__(shelf, store, default_flow, clock)
        self.look_ups: Asks = LookUps(look_up_hosts)
        self._switchboard = switchboard
        self._known: OrderedDict[tuple[str, str], str] = OrderedDict()

    def take(self, history: History) -> Answer | Waiting:
        """The answer to *history*.

        UnknownFlow, RequestRefused, or StoreUnavailable (when this process knows nothing of the
        session); whatever else fails inside is answered by the safe line.
        """
        began = time.perf_counter()
        request = self._request(history, history.session_id or uuid.uuid4().hex, *groups_of(history.messages))
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
        answer = self.answer(taken)
        if answer.trouble:
            log.warning("turn session=%s flow=%s: the safe line was said: %s", taken.row.id, taken.row.flow, answer.trouble)
        return answer

    def _request(self, history: History, id: str, groups: tuple[Group, ...], spoken: bool) -> Request:
        return Request(
            owner=history.owner,
            session_id=id,
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
            hand_to=handed_to(reply),
            flow=taken.row.flow,
            n=taken.n,
            trouble=reply.trouble + (self._lacking(taken.row) if reply.trouble == "missing_facts" else ""),
        )

    def _lacking(self, row: SessionRow) -> str:
        """Which facts that the flow of the call needs were not brought: their names."""
        brought, flow = session_body(row).facts, self._versions.get(row.flow_hash)
        lacks = sorted(name for name, need in needs(flow).items() if not need.optional and name not in brought) if flow else []
        return f" ({', '.join(lacks)})" if lacks else ""

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
        id = history.session_id or ""
        request = self._request(history, id, (), False)
        number = request.number

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
                told_now = replace(body, facts=body.facts | lacks, number=body.number or number, call_sid=history.call_sid or body.call_sid)
                if told_now != body:
                    txn.save_session(replace(row, body=encode(told_now)))
                    txn.add_audit(row.key, "facts", request.now, encode({"names": sorted(lacks)}))

        self._asking(work, results)

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

    @property
    def numbers(self) -> Numbers:
        """Which call gets which flow, and where hand-offs lead, as it is now."""
        return self._switchboard.numbers() if self._switchboard else Numbers()

    def _begins(self, history: History, number: str, results: Mapping[str, Result]) -> tuple[Flow, Mapping[str, str]]:
        """The flow of a call that begins, and its facts. LookUpNeeded when its caller must be asked about first."""
        asked = history.flow or (history.model if history.model in self.shelf.names() else None)
        route = self._route(history, asked)
        flow = self._chosen(asked or (route.flow if route else None), history.model)
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

    def delete(self, owner: str, id: str) -> bool:
        self._known.pop((owner, id), None)
        return super().delete(owner, id)

    def first_time(self, source: str, delivery: str) -> bool:
        """True the first time that *delivery* of *source* is seen, by any process."""
        return self.store.transact(lambda txn: txn.remember(source, delivery, self.clock()))

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
    """Those of *facts* that *flow* needs and can read, as a session keeps them."""
    fitting: dict[str, str] = {}
    for name in facts.keys() & needs(flow).keys():
        try:
            fitting |= read_facts(flow, {name: facts[name]})
        except FactError as error:
            if facts[name]:
                log.warning("a fact of a call that begins is left out: %s", error)
    return fitting


def _languages(flow: Flow | None, reply: Reply) -> tuple[str, ...]:
    """The language of each line of *reply*, in a call of *flow* that runs others: that of the flow whose line it is."""
    if flow is None or not flow.others:
        return ()
    # An id is `prompt`, or `flow:prompt` in a flow that the call's own runs.
    return tuple(flow.others.get(line.id.rpartition(":")[0], flow).language for line in reply.lines)


__all__ = ["Answer", "History", "Message", "OptOut", "SessionView", "Standing", "Steering", "Waiting"]
