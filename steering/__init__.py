"""steering: a rule-based conversation-steering engine for voice calls.

flow = steering.load("flows/welcome.yaml")
session = steering.open_session(flow, id="call-1")
session, reply = steering.advance(flow, session, steering.Turn(session_id="call-1", kind=steering.Kind.START, at=0.0))
"""

from steering.core.engine import advance, open_session
from steering.core.hearing import hear
from steering.core.session import Session
from steering.core.speech import say
from steering.core.turn import Kind, Line, Reply, Turn
from steering.core.values import Money, Time
from steering.errors import FlowError, SteeringError
from steering.loader import load

__all__ = [
    "FlowError",
    "Kind",
    "Line",
    "Money",
    "Reply",
    "Session",
    "SteeringError",
    "Time",
    "Turn",
    "advance",
    "hear",
    "load",
    "open_session",
    "say",
]
