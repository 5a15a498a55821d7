"""A caller for conversations in the core alone."""

from __future__ import annotations

from steering.core.engine import advance, open_session
from steering.core.flow import Flow
from steering.core.session import Session
from steering.core.turn import Kind, Reply, Turn
from steering.loader import load_sources

MONDAY = 1_767_628_800.0


class Caller:
    """A call in the core alone: turns go in, sessions go through JSON between them."""

    def __init__(self, source: str, facts: dict[str, str] | None = None, *others: str, starts: bool = True) -> None:
        sources = {f"{_name(text)}.yaml": text for text in (source, *others)}
        self.flow: Flow = load_sources(sources, _name(source))
        self.facts = facts or {}
        self.session: Session = self.fresh()
        self.now = MONDAY
        self.reply = Reply()
        if starts:
            self.start()

    def fresh(self) -> Session:
        """The call before its first word."""
        return open_session(self.flow, id="call", facts=self.facts)

    def take(self, kind: Kind, text: str = "", **more: object) -> str:
        turn = Turn(session_id="call", kind=kind, text=text, at=self.now, **more)  # type: ignore[arg-type]
        after, self.reply = advance(self.flow, self.session, turn)
        self.session = Session.from_json(after.to_json())
        assert self.session == after
        return self.reply.spoken

    def start(self) -> str:
        return self.take(Kind.START)

    def says(self, text: str, **more: object) -> str:
        return self.take(Kind.SPEECH, text, **more)

    def presses(self, key: str) -> str:
        return self.take(Kind.KEYS, key)

    def is_silent(self) -> str:
        return self.take(Kind.SILENCE)


def _name(source: str) -> str:
    return source.split("flow:")[1].split()[0] if "flow:" in source else source.splitlines()[0].removeprefix("# ")
