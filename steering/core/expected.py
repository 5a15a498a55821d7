"""What the open question of a call expects: for doors that must tell a platform how to listen."""

from __future__ import annotations

from dataclasses import dataclass

from steering.core.call import Call
from steering.core.flow import Flow
from steering.core.heard import NUMERIC
from steering.core.session import Session
from steering.core.turn import Kind, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """*language* is that of the running flow (BCP 47).

    *keys*: how many keys of the phone answer, 0 when nobody knows before the last one. *pound*: the key # is itself an
    answer. *phrases* are what the author expects to hear. *must_hear*: the last reply counts only as it was heard.
    """

    language: str
    keys: int = 1
    pound: bool = False
    phrases: tuple[str, ...] = ()
    must_hear: bool = False


def expected(flow: Flow, session: Session) -> Expected:
    """What the question expects that is open in *session*, a call of *flow*."""
    call = Call(flow, session, Turn(session_id=session.id, kind=Kind.START, at=session.at))
    must_hear = call.question == "consent" or any(one.must_hear for one in call.said_before())
    if not call.step or call.ended:
        return Expected(language=call.flow.language, must_hear=must_hear)
    asked = call.field()
    heard = [*call.here.hear, *(one for level in call.levels() for one in level.flow.anytime)]
    phrases = [phrase for one in call.here.hear for phrase in one.phrases]
    if asked and asked.kind.name in NUMERIC:
        keys = asked.kind.size or 0
    else:
        keys = 1
        phrases += asked.kind.choices if asked else ()
    return Expected(
        language=call.flow.language,
        keys=keys,
        pound=any("pound" in one.keys for one in heard),
        phrases=tuple(phrases),
        must_hear=must_hear,
    )
