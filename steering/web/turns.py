"""Taking a turn so that the caller always hears something."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable

from steering.core.languages import language
from steering.errors import RequestRefused, StoreUnavailable, UnknownFlow
from steering.service import Answer, History, Steering, Waiting
from steering.web.metrics import METRICS

log = logging.getLogger(__name__)

# How long a look-up may take before the caller hears that one is going on.
PATIENCE = 0.4
# How often whoever waits for a look-up looks for something newer, in seconds.
_LOOK_AROUND = 0.1
# Read now: in trouble nothing may be left to fail.
SAFE_LINE = language("en").if_trouble


def take(steering: Steering, history: History) -> Answer | Waiting:
    """The answer to *history*, or the safe line when something fails inside.

    UnknownFlow, RequestRefused and StoreUnavailable are the caller's to see and pass through.
    """
    begun = time.perf_counter()
    try:
        taken = steering.take(history)
        if isinstance(taken, Answer) and taken.trouble:
            METRICS.count("troubles")
        return taken
    except (UnknownFlow, RequestRefused, StoreUnavailable):
        raise
    except Exception:
        log.exception("a turn failed in session %s", history.session_id)
        return trouble(history.session_id or "")
    finally:
        METRICS.turn(time.perf_counter() - begun)


def finish_soon(waiting: Waiting, seconds: float = PATIENCE) -> Answer | None:
    """What *waiting* comes to, the safe line when it fails; None when it takes longer than *seconds*."""
    try:
        return waiting.result(seconds)
    except Exception:
        log.exception("a look-up failed in session %s", waiting.session_id)
        return trouble(waiting.session_id)


def say_one_moment(waiting: Waiting) -> str:
    """What to say while *waiting* goes on, noted as said; "" when there is no time left to say it."""
    try:
        return waiting.one_moment if waiting.said() else ""
    except Exception:
        log.exception("'one moment' could not be noted in session %s", waiting.session_id)
        return ""


def finish(waiting: Waiting) -> Answer:
    """What *waiting* comes to, however long it takes; the safe line when it fails."""
    try:
        answer = waiting.result()
    except Exception:
        log.exception("a look-up failed in session %s", waiting.session_id)
        answer = None
    return answer or trouble(waiting.session_id)


def bridged(taken: Answer | Waiting, *, say: Callable[[str], None], stale: Callable[[], bool]) -> tuple[Answer | None, str]:
    """What *taken* comes to, and the words with which *say* bridged a long look-up, "" without any. None as soon as it is *stale*."""
    if isinstance(taken, Answer):
        return taken, ""
    answer, spoken = finish_soon(taken), ""
    if answer is None and not stale() and (spoken := say_one_moment(taken)):
        say(spoken)
    while answer is None and not stale():
        answer = finish_soon(taken, _LOOK_AROUND)
    return answer, spoken


def settled(taken: Answer | Waiting) -> Answer:
    """What *taken* comes to, for platforms that wait."""
    return finish(taken) if isinstance(taken, Waiting) else taken


def rest(answer: Answer, spoken: str) -> tuple[str, ...]:
    """The lines of *answer* that are still to be said after *spoken*."""
    return answer.lines[1:] if spoken and answer.lines[:1] == (spoken,) else answer.lines


def trouble(session_id: str) -> Answer:
    """The engine's own safe line, for when not even the flow's can be had."""
    METRICS.count("troubles")
    return Answer(
        session_id=session_id,
        id=f"chatcmpl-{secrets.token_hex(12)}",
        created=int(time.time()),
        lines=(SAFE_LINE,),
        trouble="engine_error",
    )
