"""Effects leave here: what a call recorded, where it was handed, and how it ended, told by signed webhooks.

A telephone call that another platform talks with, and that we know at Twilio, is also moved to where it was handed, or
hung up: once, even if nobody can tell whether it worked, for to be connected twice is worse than to wait.

Nothing is told before it is committed, and no turn waits for it. A delivery belongs to whoever has put off its due
time: when that process dies, it is due again, so that none is lost, and what is told twice has the same id.
"""

from __future__ import annotations

import hashlib
import logging
import math
import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from steering.core.call import HIDDEN
from steering.core.turn import Effect
from steering.errors import PlatformError, SteeringError, StoreUnavailable
from steering.reach import Hosts, Reach, Unreached
from steering.rows import encode, session_body
from steering.service import Steering
from steering.store.protocol import DeliveryRow, EffectRow, SessionRow, Txn
from steering.telephone import Line
from steering.webhooks import signed

log = logging.getLogger(__name__)

# Seconds after each try that came to nothing: together a day, then it is dead.
PAUSES = (5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800, 28_800)
WITHIN = 10.0
# How long a process that took a delivery has it to itself.
LEASE = 60.0
BATCH = 16
LOOK_EVERY = 1.0
LONGEST_WAIT = 3600
# Seconds after its last words when it is too late to move a call.
TOO_LATE = 120.0
ERASED, SEALED = "erased", "sealed"
TYPES = {"record": "call.recorded", "hand_to": "call.handed_off", "hang_up": "call.ended"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A call at Twilio that is to be hung up, or to go on where its session was handed *to*, if that was not long ago."""

    call_sid: str
    owner: str
    session: str
    to: str
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A message and where it goes."""

    id: str
    type: str
    body: bytes
    to: tuple[str, ...]
    move: Move | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A delivery as `GET /outbox` shows it. *tries* came to nothing for *reason*; *due* is unix seconds, None when dead."""

    id: str
    type: str
    session: str
    tries: int
    reason: str
    due: float | None


class _Sealed(Exception):
    """A call that was sealed under another master key."""


class Outbox:
    """Tells *url*, and the web addresses under `hand_offs`, what the calls of *steering* ask of the world.

    *hosts* are those of look-ups, *keys* the secrets of the signature. *line* moves and hangs up calls.
    """

    def __init__(
        self, steering: Steering, *, url: str = "", keys: tuple[bytes, ...] = (), hosts: Iterable[str] = (), line: Line | None = None
    ) -> None:
        self._steering, self._url, self._keys, self._line = steering, url, keys, line
        self._own = Reach(Hosts.of(url)) if url else None
        self._listed = Reach(Hosts(hosts))
        self._stop = threading.Event()
        steering.tells = self.tells

    def tells(self, effect: Effect) -> bool:
        """Whether anybody is told of *effect*."""
        moves = self._line is not None and effect.kind in ("hand_to", "hang_up")
        return moves or (effect.kind in TYPES and bool(self._addresses(effect)))

    def start(self) -> None:
        """Delivers what is due, in the background, until the process ends or `stop` is called."""
        if self._keys or self._line:
            threading.Thread(target=self._run, daemon=True, name="outbox").start()

    def stop(self) -> None:
        self._stop.set()

    def _run(self) -> None:
        while not self._stop.wait(LOOK_EVERY):
            try:
                while self.deliver() == BATCH and not self._stop.is_set():
                    pass
            except StoreUnavailable as error:
                log.warning("outbox: %s", error)
            except Exception:
                log.exception("outbox failed")

    def deliver(self) -> int:
        """Delivers up to `BATCH` of what is due, each once; how many that were."""
        store, now = self._steering.store, self._steering.clock()
        if not store.read(lambda txn: txn.deliveries(until=now, limit=1)):
            return 0

        def claim(txn: Txn) -> list[DeliveryRow]:
            mine = [replace(row, due=now + LEASE, tries=row.tries + 1) for row in txn.deliveries(until=now, limit=BATCH)]
            for row in mine:
                txn.save_delivery(row)
            return mine

        taken = store.transact(claim)
        if taken:
            messages = store.read(lambda txn: [self._message(txn, row) for row in taken])
            with ThreadPoolExecutor(len(taken)) as pool:
                for done in [pool.submit(self._try, row, message) for row, message in zip(taken, messages, strict=True)]:
                    done.result()
        return len(taken)

    def _try(self, row: DeliveryRow, message: Told | str) -> None:
        reason, wait = self._tell(message)
        at = self._steering.clock()
        self._steering.store.transact(lambda txn: _settle(txn, row, reason, wait, at))

    def _message(self, txn: Txn, row: DeliveryRow) -> Told | str:
        try:
            return self._told(txn, row) or ERASED
        except _Sealed:
            return SEALED
        except (SteeringError, msgspec.DecodeError, ValueError):
            log.exception("webhook for turn %d of session %d cannot be made", row.n, row.session)
            return "damaged"

    def _tell(self, told: Told | str) -> tuple[str, float]:
        """Why it was not told, "" when it was; and how long the receiver wants to be left alone."""
        if isinstance(told, str):
            return told, math.inf
        if told.move:
            self._carry_out(told.id, told.move)
        at = int(self._steering.clock())
        headers = {"Content-Type": "application/json", **signed(self._keys, id=told.id, at=at, body=told.body)}
        reason, wait = "", 0.0
        # All are told, whatever one of them answers.
        for address in told.to:
            reach = self._own if self._own and address == self._url else self._listed
            try:
                answer = reach.tell(address, within=WITHIN, headers=headers, body=told.body)
            except Unreached as unreached:
                log.warning("webhook %s %s: %s", told.type, told.id, unreached.reason)
                reason = unreached.reason
                continue
            if not 200 <= answer.status < 300:
                log.warning("webhook %s %s: status %d", told.type, told.id, answer.status)
                after = answer.headers.get("retry-after", "")
                # 410 is the receiver's word for never again.
                wait = math.inf if answer.status == 410 else float(after) if after.isdecimal() and len(after) < 9 else 0.0
                reason = f"status_{answer.status}"
        return reason, wait

    def _carry_out(self, id: str, move: Move) -> None:
        line, steering = self._line, self._steering
        if line is None or steering.clock() - move.at > TOO_LATE or not steering.first_time("moved", id):
            return
        try:
            done = line.go_on(move.call_sid, move.owner, move.session) if move.to else line.twilio.hang_up(move.call_sid)
        except PlatformError as error:
            log.error("the call of session %s was not %s: %s", move.session, "moved" if move.to else "hung up", error)
            done = False
        steering.note(move.owner, move.session, "moved", {"to": move.to, "done": "yes" if done else "no"})

    def _addresses(self, effect: Effect) -> tuple[str, ...]:
        if not self._keys:
            return ()
        target = self._steering.numbers.hand_off(effect.name) if effect.kind == "hand_to" else None
        also = target.address if target and target.kind == "webhook" else ""
        return tuple(dict.fromkeys(one for one in (also, self._url) if one))

    def _told(self, txn: Txn, row: DeliveryRow) -> Told | None:
        """The message of a delivery; None when its call was erased meanwhile."""
        session, effect = txn.session_of(row.session), _effect(txn, row)
        if session is None or effect is None:
            return None
        if session.body is None or not effect.body:
            raise _Sealed
        asked = msgspec.json.decode(effect.body, type=Effect)
        view = self._steering.view_at(txn, session, row.n)
        data: dict[str, Any] = {
            "session": session.id,
            "owner": session.owner,
            "incarnation": session.incarnation,
            "flow": session.flow,
            "flow_hash": session.flow_hash,
            "turn": row.n,
            "step": view.step,
            "number": session_body(session).number or None,
            "facts": {name: value for name, value in view.facts.items() if value != HIDDEN},
        }
        at = view.last
        if asked.kind == "record":
            data["recorded"] = asked.name
        elif asked.kind == "hand_to":
            target = self._steering.numbers.hand_off(asked.name)
            data |= {"hand_to": asked.name, "target": target.address if target else None}
        else:
            data |= {"outcome": asked.name, "seconds": round(at - session.created, 3)}
        message = {"type": TYPES[asked.kind], "timestamp": datetime.fromtimestamp(at, UTC).isoformat().replace("+00:00", "Z"), "data": data}
        id = webhook_id(session, row.key)
        return Told(id=id, type=TYPES[asked.kind], body=encode(message), to=self._addresses(asked), move=self._move(session, asked, at))

    def _move(self, session: SessionRow, effect: Effect, at: float) -> Move | None:
        sid = session_body(session).call_sid
        # At the end of a call that was handed on, or hung up by the caller, nothing is left to do; what Twilio asks us itself is answered.
        if (
            self._line is None
            or not sid
            or session.platform == "twilio"
            or effect.kind == "record"
            or effect.name in ("hand_to", "hangs up")
        ):
            return None
        target = self._steering.numbers.hand_off(effect.name) if effect.kind == "hand_to" else None
        if effect.kind == "hand_to" and (target is None or target.kind == "webhook"):
            return None
        return Move(call_sid=sid, owner=session.owner, session=session.id, to=effect.name if effect.kind == "hand_to" else "", at=at)

    # ---- what is waiting

    def waiting(self, owner: str) -> list[Letter]:
        """What of an owner's is still to be told, and what never was (dead), soonest first."""

        def work(txn: Txn) -> list[Letter]:
            found = []
            for row in txn.deliveries():
                session, effect = txn.session_of(row.session), _effect(txn, row)
                if session is None or session.owner != owner:
                    continue
                kind = msgspec.json.decode(effect.body, type=Effect).kind if effect and effect.body else "hang_up"
                due = row.due if row.due < math.inf else None
                letter = Letter(
                    id=webhook_id(session, row.key), type=TYPES[kind], session=session.id, tries=row.tries, reason=row.reason, due=due
                )
                found.append(letter)
            return found

        return self._steering.store.read(work)

    def retry(self, owner: str) -> int:
        """Makes an owner's dead deliveries due again; how many there were."""
        now = self._steering.clock()

        def work(txn: Txn) -> int:
            dead = [row for row in txn.deliveries() if row.due == math.inf]
            mine = [row for row in dead if (session := txn.session_of(row.session)) and session.owner == owner]
            for row in mine:
                txn.save_delivery(replace(row, due=now, tries=0))
                if effect := _effect(txn, row):
                    txn.save_effect(replace(effect, status="ready"))
            return len(mine)

        return self._steering.store.transact(work)


def webhook_id(session: SessionRow, key: str) -> str:
    """The id of an effect of *session*, the same however often it is told."""
    return "evt_" + hashlib.sha256(b"webhook" + session.salt + key.encode()).hexdigest()[:32]


def _effect(txn: Txn, row: DeliveryRow) -> EffectRow | None:
    return next((one for one in txn.effects(row.session) if one.key == row.key), None)


def _settle(txn: Txn, row: DeliveryRow, reason: str, wait: float, now: float) -> None:
    """Writes down what became of one try."""
    effect = _effect(txn, row)
    if effect is None or reason == ERASED:
        txn.drop_delivery(row.session, row.key)
    elif reason == SEALED:
        # With the right key it can be told, and written down, after all.
        txn.save_delivery(replace(row, due=now + LONGEST_WAIT, tries=row.tries - 1, reason=reason))
    elif not reason:
        txn.drop_delivery(row.session, row.key)
        # The turn may have been taken back while it was told.
        late = effect.status == "cancelled"
        txn.save_effect(replace(effect, status="revised" if late else "done"))
        kind = "revised_after_effect" if late else "told"
        txn.add_audit(row.session, kind, now, encode({"n": row.n, "effect": row.key}))
    elif effect.status == "cancelled":
        txn.drop_delivery(row.session, row.key)
    elif row.tries > len(PAUSES) or wait == math.inf:
        txn.save_delivery(replace(row, due=math.inf, reason=reason))
        txn.save_effect(replace(effect, status="dead"))
        txn.add_audit(row.session, "not_told", now, encode({"n": row.n, "effect": row.key, "reason": reason}))
    else:
        txn.save_delivery(replace(row, due=now + max(PAUSES[row.tries - 1], min(wait, LONGEST_WAIT)), reason=reason))
