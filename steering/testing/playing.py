"""A call of a test file, played line by line."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator

from steering.core.feelings import EXPRESSIONS
from steering.core.flow import Flow
from steering.core.hours import duration
from steering.core.obligations import folded, holds
from steering.core.turn import Kind, Reply
from steering.errors import FactError
from steering.loader.codes import did_you_mean
from steering.testing.claims import broken_claims
from steering.testing.coverage import Coverage, cover
from steering.testing.scripts import Beat, Script, where
from steering.testing.talk import Talk

_SCORE = re.compile(r"0?\.\d+|0|1(\.0+)?", re.ASCII)


def play(flow: Flow, script: Script, coverage: Coverage) -> list[str]:
    """What is wrong with the call, in sentences; nothing when all of its lines and claims hold."""
    try:
        talk = Talk(flow, script.facts)
    except FactError as error:
        return [f"{where(script.at)}: {error}"]
    wrong: list[str] = []
    beats = deque(script.talk)
    # A wait before the first word is the hour at which the call comes.
    while beats and beats[0].verb == "(waits)" and (seconds := duration(beats[0].words)):
        talk.now += seconds
        beats.popleft()
    reply = talk.start()
    cut = False
    for beat in beats:
        if beat.verb == "us":
            if cut:
                reply, cut = talk.hear("", Kind.INTERRUPT), False
            wanted = folded(beat.words)
            if not any(holds(folded(" ".join(texts)), wanted) for texts in _both_forms(reply, talk)):
                wrong.append(f"{where(beat.at)}: we were to say '{beat.words}' and said '{_said(talk)}'")
                break
            continue
        problem, said = _do(talk, beat)
        cut = beat.verb == "(cuts in after)" and not problem
        reply = said or reply
        if problem:
            wrong.append(f"{where(beat.at)}: {problem}")
            break
    if cut:
        talk.hear("", Kind.INTERRUPT)
    cover(talk, coverage)
    return [*wrong, *broken_claims(talk, script)]


def _both_forms(reply: Reply, talk: Talk) -> Iterator[list[str]]:
    yield [line.text for line in reply.lines]
    yield [line.spoken for line in reply.lines]
    yield [_said(talk)]


def _said(talk: Talk) -> str:
    return talk.messages[-1].text if talk.messages and talk.messages[-1].role == "assistant" else ""


def _feel(talk: Talk, words: str) -> str:
    """What is wrong with the expression and the score in *words*; without it the next words sound so."""
    name, _, score = words.rpartition(" ")
    known = {one.casefold(): one for one in EXPRESSIONS}
    if not _SCORE.fullmatch(score):
        return f"'{words}' is not an expression and a score from 0 to 1, such as 'anger 0.4'"
    if name.casefold() not in known:
        return f"Hume gives no score for '{name}'{did_you_mean(name.casefold(), known)}"
    talk.scores = (talk.scores or {}) | {known[name.casefold()]: float(score)}
    return ""


def _do(talk: Talk, beat: Beat) -> tuple[str, Reply | None]:
    """(what is wrong, the reply) of one line of the caller's."""
    words = beat.words
    if beat.verb == "(cuts in after)":
        return ("" if talk.cut(words) else f"we did not say '{words}'; we said '{_said(talk)}'"), None
    if beat.verb == "(same request again)":
        return ("" if talk.same_again() else "the same request got another answer"), None
    if beat.verb == "(feels)":
        return _feel(talk, words), None
    if beat.verb == "(waits)":
        seconds = duration(words)
        talk.now += seconds or 0
        return ("" if seconds else f"'{words}' is not a length of time, such as '3 minutes'"), None
    if talk.messages and talk.messages[-1].kind is Kind.HANGUP:
        return "the caller has hung up: nothing is heard after it", None
    sent: dict[str, Callable[[], Reply]] = {
        "them": lambda: talk.hear(words),
        "(silence)": lambda: talk.hear(""),
        "(hangs up)": lambda: talk.hear("", Kind.HANGUP),
        "(key)": lambda: talk.hear(words, Kind.KEYS),
        "(keeps talking)": lambda: talk.keep_talking(words),
    }
    talk.now += 1
    return "", sent[beat.verb]()
