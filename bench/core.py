"""Microseconds by stage of a turn, and `advance` on flows of ten and ten thousand steps."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from bench.load import bodies
from steering.core.engine import advance, open_session
from steering.core.session import Session
from steering.core.turn import Kind, Turn
from steering.history import groups_of
from steering.loader import load_sources
from steering.service import Answer
from steering.web import completion
from steering.web.history import asked, messages


def microseconds(act: Callable[[], object], rounds: int = 2000) -> float:
    """The median time of *act*."""
    for _ in range(50):
        act()
    times = []
    for _ in range(rounds):
        begun = time.perf_counter_ns()
        act()
        times.append(time.perf_counter_ns() - begun)
    return statistics.median(times) / 1e3


def ring(steps: int) -> str:
    """A flow of *steps* questions in a ring, with a way out of each."""
    lines = ["flow: ring", "steps:"]
    for i in range(steps):
        lines += [f"  s{i}:", f"    ask: Question number s{i}, yes or no?", "    hear:"]
        lines += [f"      yes: s{(i + 1) % steps}", "      goodbye now: bye"]
    return "\n".join([*lines, "  bye:", "    end: Goodbye."]) + "\n"


def main() -> None:
    print("| stage of a turn | µs (median) |\n|---|---|")
    body = bodies()[4]
    sent = asked(body)
    said = messages(sent.messages, "Speak your greeting to the user.")
    for name, act in (
        ("decode the request (8 messages)", lambda: asked(body)),
        ("messages without their tails", lambda: messages(sent.messages, "Speak your greeting to the user.")),
        ("cut into turns", lambda: groups_of(said)),
    ):
        print(f"| {name} | {microseconds(act):.1f} |")
    flow = load_sources({"ring.yaml": ring(10)}, "ring")
    session, _ = advance(flow, open_session(flow, id="x"), Turn(session_id="x", kind=Kind.START, at=1.0))
    turn = Turn(session_id="x", kind=Kind.SPEECH, text="yes please", heard="Question number s0, yes or no?", at=2.0)
    written = session.to_json()
    answer = Answer(session_id="x", id="chatcmpl-x", created=0, lines=("Thank you. Did you eat well?",))
    for name, act in (
        ("`advance`", lambda: advance(flow, session, turn)),
        ("session to JSON", session.to_json),
        ("session from JSON", lambda: Session.from_json(written)),
        ("answer to bytes", lambda: completion.stream(answer, model="hume", usage=False, hang_up="")),
    ):
        print(f"| {name} | {microseconds(act):.1f} |")
    print(f"\nA session's JSON beyond its facts: {len(written)} bytes after one question.")
    print("\n| steps in the flow | `advance` µs (median) |\n|---|---|")
    for steps in (10, 100, 1000, 10_000):
        big = load_sources({"ring.yaml": ring(steps)}, "ring")
        opened, _ = advance(big, open_session(big, id="x"), Turn(session_id="x", kind=Kind.START, at=1.0))
        print(f"| {steps} | {microseconds(lambda big=big, opened=opened: advance(big, opened, turn)):.1f} |")  # type: ignore[misc]
