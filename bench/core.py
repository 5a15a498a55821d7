"""Microseconds by stage of a turn, and `advance` on flows of ten and ten thousand steps."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from random import Random

from bench.load import bodies
from steering.core.engine import advance, open_session
from steering.core.hearing import hear
from steering.core.hearing.phrases import PhraseTable
from steering.core.session import Session
from steering.core.speech import LANGUAGES, say
from steering.core.turn import Kind, Turn
from steering.history import groups_of
from steering.loader import load_sources
from steering.service import Answer
from steering.web import completion
from steering.web.history import asked, messages


def microseconds(act: Callable[[], object], rounds: int = 2000) -> float:
    """The median time of *act*."""
    return statistics.median(times(act, rounds))


def times(act: Callable[[], object], rounds: int, clock: Callable[[], int] = time.perf_counter_ns) -> list[float]:
    """What *rounds* of *act* take, in microseconds, the slowest last."""
    for _ in range(50):
        act()
    taken = []
    for _ in range(rounds):
        begun = clock()
        act()
        taken.append((clock() - begun) / 1e3)
    return sorted(taken)


def ring(steps: int) -> str:
    """A flow of *steps* questions in a ring, with a way out of each."""
    lines = ["flow: ring", "steps:"]
    for i in range(steps):
        lines += [f"  s{i}:", f"    ask: Question number s{i}, yes or no?", "    hear:"]
        lines += [f"      yes: s{(i + 1) % steps}", "      goodbye now: bye"]
    return "\n".join([*lines, "  bye:", "    end: Goodbye."]) + "\n"


# What makes every place of a text the beginning of something.
_REPEATED = """
3/4 |13/4 |3/4-|1984 |1999 2005 |100 200 |12345 |1 000 |1A |A1 |1Z 999 AA1 |AB/12/|12/34/|A/|(1)|(0|...1234 |*21|5* |+/-|#|12/22-|
1 Oct-|Q1-|B1-B2 |10.50 |1:30 |1400-1600 & |flat 2/1 |no. |1-800 |$1 |1,234 |-5 |5% |5 kg |1x |1st |a@b.c |A-1 |–1|A–B|Sat. |XIV |I |a.|é
""".replace("\n", "").split("|")


_FIVE = "Pay $1,250.50 by 03/15/2027 at 3:05pm, ref AB12CD, or call 800-555-0199."

# Each behind another each time, so that nothing repeats itself.
_SHORT_WORDS = """
appt. acct. approx. Dr. St. Mrs. Inc. Co. Corp. vs. e.g. i.e. no. min. max. est. temp. tel. qty. bal. ref. ext. hrs. yrs. mos. dept.
Ave. Blvd. Apt. Ste. N. S. SW NY TX FL US AM PM a.m. etc. Jr. Hwy. Bldg. Rm. P.O. oz. ft. in. Sat. Mon. Jan. Feb. w/ w/o c/o R&D AT&T
"""
_SHORT = " ".join(Random(3).choices(_SHORT_WORDS.split(), k=900))


def _words() -> None:
    """Hearing and speaking, each on a sentence as calls have them."""
    said = "um yes I would like to change my order number seven please"
    print("\n| hearing and speaking | µs (median) |\n|---|---|")
    for size in (200, 2000):
        phrases = PhraseTable([(f"change order {say(str(i))}", i) for i in range(size)])
        # Different words each time: one utterance is folded only once a turn.
        turns = iter(range(10**9))
        print(f"| an utterance against {size:,} phrases | {microseconds(lambda t=phrases, n=turns: t.match(f'{said} {next(n)}')):.1f} |")  # type: ignore[misc]
    for name, act in (
        ("yes or no", lambda: hear("yes_no", said)),
        ("four digits", lambda: hear("digits:4", "it is four five one two")),
        ("a sentence without values spoken", lambda: say("This is a sentence of plain words, and nothing changes.")),
        ("a sentence with five values spoken", lambda: say(_FIVE)),
    ):
        print(f"| {name} | {microseconds(act):.1f} |")
    # The thread's own time: a p99 of the clock on the wall is the p99 of the machine's other work.
    print("\n| 2,000 characters spoken | ms of CPU (median) | ms of CPU (p99) |\n|---|---|---|")
    for name, text in (
        ("packed with values", f"{_FIVE} " * 30),
        ("nothing but small numbers", "12 34 " * 400),
        ("nothing but abbreviations", _SHORT),
        (
            "packed with values, Spanish",
            "Pague $1,250.50 antes del 15/03/2027 a las 3:05 pm, código AB12CD, o llame al 800-555-0199. " * 30,
        ),
    ):
        language = "es" if "Spanish" in name else "en"
        taken = times(lambda t=text[:2000], to=language: say(t, to), 400, time.thread_time_ns)  # type: ignore[misc]
        print(f"| {name} | {taken[200] / 1e3:.1f} | {taken[395] / 1e3:.1f} |")
    for name, text in (
        ("one small number after another", "1 2 3 4 5 6 7 8 9 " * 120),
        ("one fraction after another", "3/4 1/2 5/6 " * 180),
        ("one year after another", "1984 2005 1999 " * 140),
    ):
        slowest = max(
            (times(lambda t=text[:2000], to=language: say(t, to), 200, time.thread_time_ns) for language in LANGUAGES),  # type: ignore[misc]
            key=lambda taken: taken[197],
        )
        print(f"| {name}, the slowest of {len(LANGUAGES)} languages | {slowest[100] / 1e3:.1f} | {slowest[197] / 1e3:.1f} |")
    medians = sorted((_spoken(text, language), language, text) for text in _REPEATED for language in LANGUAGES)
    taken, language, text = medians[-1]
    most = f"{taken:.1f} ms (median; {language}, `{text}`), and {medians[len(medians) // 2][0]:.1f} in the middle"
    print(f"\nOne thing over and over, {len(_REPEATED)} of them in {len(LANGUAGES)} languages: at most {most}.")


def _spoken(text: str, language: str) -> float:
    """The median ms of CPU that 2,000 characters of *text* over and over take."""
    whole = (text * 2000)[:2000]
    return statistics.median(times(lambda: say(whole, language), 9, time.thread_time_ns)) / 1e3


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
        ("answer to bytes", lambda: completion.stream(answer, model="hume", usage=False)),
    ):
        print(f"| {name} | {microseconds(act):.1f} |")
    _words()
    print(f"\nA session's JSON beyond its facts: {len(written)} bytes after one question.")
    print("\n| steps in the flow | `advance` µs (median) |\n|---|---|")
    for steps in (10, 100, 1000, 10_000):
        big = load_sources({"ring.yaml": ring(steps)}, "ring")
        opened, _ = advance(big, open_session(big, id="x"), Turn(session_id="x", kind=Kind.START, at=1.0))
        print(f"| {steps} | {microseconds(lambda big=big, opened=opened: advance(big, opened, turn)):.1f} |")  # type: ignore[misc]
