"""A call in progress against the real service in memory, with the whole history each time, as platforms send it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from steering.core.flow import Flow
from steering.core.obligations import folded, holds
from steering.core.session import Session
from steering.core.turn import Effect, Kind, Reply, Result
from steering.history import Message
from steering.rows import reply_id, restored, session_body, turn_body
from steering.service import Answer, History, Steering
from steering.store.memory import MemoryStore

# A Monday morning at ten in Chicago: inside ordinary hours, and never the real time.
MONDAY = 1_767_628_800.0


class Samples:
    """Look-ups that answer with the sample of their check."""

    def __init__(self, flow: Flow) -> None:
        checks = [check for one in (flow, *flow.others.values()) for check in one.checks.values()]
        self._samples = {check.name: check.look_up.sample for check in checks if check.look_up}

    def ask(self, effect: Effect) -> Result:
        sample = self._samples.get(effect.name, {})
        values = {slot: sample[name] for slot, name in effect.keep if name in sample}
        return Result(key=effect.key, ok=len(values) == len(effect.keep), values=values)


class OneFlow:
    """A shelf with one flow on it."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow

    def names(self) -> tuple[str, ...]:
        return (self._flow.name,)

    def get(self, name: str) -> Flow:
        return self._flow


class Talk:
    """A call in progress: words go in, replies come out. Also what `steering talk` uses."""

    def __init__(self, flow: Flow, facts: Mapping[str, str] | None = None, now: float = MONDAY) -> None:
        self.flow, self.now = flow, now
        self.store = MemoryStore()
        self.steering = Steering(OneFlow(flow), self.store, default_flow=flow.name, clock=lambda: self.now)
        self.steering.look_ups = Samples(flow)
        brought = {name: need.sample for name, need in flow.needs.items() if need.sample} | dict(facts or {})
        self.steering.put("", "call", flow=flow.name, facts=brought)
        self.messages: list[Message] = []
        self.scores: dict[str, float] | None = None
        self.replies: list[Reply] = []

    def start(self) -> Reply:
        return self._send()

    def hear(self, text: str, kind: Kind = Kind.SPEECH) -> Reply:
        """What is answered to *text*."""
        self.messages.append(Message(role="caller", text=text, kind=kind, scores=self.scores))
        self.scores = None
        return self._send()

    def keep_talking(self, text: str) -> Reply:
        """What is answered when the last words go on with *text*, over our answer."""
        while self.messages and self.messages[-1].role == "assistant":
            self.messages.pop()
        last = self.messages.pop()
        self.messages.append(replace(last, text=f"{last.text} {text}"))
        return self._send()

    def cut(self, words: str) -> bool:
        """Shortens our last words to their beginning up to *words*; False when they do not hold them."""
        text = self.messages[-1].text if self.messages and self.messages[-1].role == "assistant" else ""
        spoken = text.split()
        part = folded(words)
        for end in range(1, len(spoken) + 1):
            if part and holds(folded(" ".join(spoken[:end])), part):
                self.messages[-1] = replace(self.messages[-1], text=" ".join(spoken[:end]))
                return True
        return False

    def same_again(self) -> bool:
        """Sends the last request once more; whether the answer was the same."""
        before = self.messages.pop()
        again = self._answer()
        self.messages.append(before)
        return before.text == " ".join(again.lines)

    def session(self) -> Session | None:
        row = self.store.read(lambda txn: txn.session("", "call"))
        return restored(self.store.read(lambda txn: turn_body(txn.live_turn(row.key, row.head)))) if row else None

    def values(self) -> dict[str, str]:
        session = self.session()
        row = self.store.read(lambda txn: txn.session("", "call"))
        return (dict(session_body(row).facts) if row else {}) | (dict(session.slots) if session else {})

    def _answer(self) -> Answer:
        answer = self.steering.take(History(session_id="call", messages=tuple(self.messages)))
        final = answer if isinstance(answer, Answer) else answer.result()
        assert final is not None
        return final

    def _send(self) -> Reply:
        answer = self._answer()
        if answer.lines:
            self.messages.append(Message(role="assistant", text=" ".join(answer.lines)))
        row = self.store.read(lambda txn: txn.session("", "call"))
        head = self.store.read(lambda txn: txn.live_turn(row.key, row.head)) if row else None
        body = turn_body(head)
        # The closing words of an ended call are no turn of their own.
        reply = body.reply if head and body and answer.id == reply_id(head.chain) else Reply(ended=answer.ended)
        self.replies.append(reply)
        return reply
