"""A turn in the core: the safe line for whatever raises, and the open question where nothing is acted on."""

from __future__ import annotations

import logging

from msgspec.structs import replace

from steering.core.engine import advance, open_question, safe_reply
from steering.core.flow import Flow
from steering.core.session import Session
from steering.core.turn import Kind, Reply, Turn

log = logging.getLogger(__name__)


def advanced(flow: Flow, session: Session, turn: Turn) -> tuple[Session, Reply, str]:
    """advance, with the safe line for whatever it raises; and the status of the row."""
    try:
        after, reply = advance(flow, session, turn)
    except Exception:
        log.exception("turn failed in flow %s at step %s", flow.name, session.step)
        return session, safe_reply(flow, "engine_error"), "void"
    return after, reply, "void" if reply.lines and reply.lines[0].id == "if_trouble" else "done"


def asked_again(flow: Flow, session: Session, turn: Turn) -> tuple[Session, Reply]:
    """The open question, or the opening where there is none yet; *turn* is not acted on."""
    if session.step:
        return open_question(flow, session, at=turn.at)
    after, reply, _ = advanced(flow, session, replace(turn, kind=Kind.START, text=""))
    return after, reply


def consequential(flow: Flow, session: Session) -> bool:
    """Whether an answer here agrees, identifies, checks or pays."""
    step = flow.named(session.flow).steps.get(session.step)
    return bool(step and (step.consent or step.check or step.confirm or (step.collect and step.collect.private)))
