"""Whether what a test file claims of a call has come true."""

from __future__ import annotations

from collections.abc import Iterator

from steering.core.flow import Flow
from steering.core.obligations import folded, holds
from steering.loader.codes import did_you_mean
from steering.sessions import proofs
from steering.testing.scripts import Script, where
from steering.testing.talk import Talk


def unknown_claims(flow: Flow, script: Script) -> Iterator[str]:
    """Claims that name a step or a record that no flow of the call has: they would hold whatever happens."""
    flows = (flow, *flow.others.values())
    steps = {name for one in flows for name in one.steps}
    records = {event for one in flows for step in one.steps.values() for event in step.record}
    for claim, known, what in (("ends", steps, "step"), ("never_reaches", steps, "step"), ("records", records, "record")):
        for name in script.claims.get(claim, ()):
            if name not in known:
                yield f"{where(script.at)}: '{claim}' names no {what} of the flow: '{name}'{did_you_mean(name, known)}"


def broken_claims(talk: Talk, script: Script) -> Iterator[str]:
    """What did not come true of *script*, in sentences."""
    session = talk.session()
    step, ended = (session.step, bool(session.ended)) if session else ("", False)
    reached = {one.to for reply in talk.replies for one in reply.steps} | {one.step for reply in talk.replies for one in reply.steps}
    for wanted in script.claims.get("ends", ()):
        if not ended or step != wanted:
            yield f"the call was to end at '{wanted}' and {'ended' if ended else 'is not over: it waits'} at '{step}'"
    for name in script.claims.get("never_reaches", ()):
        if name in reached | {step}:
            yield f"the call was never to reach '{name}' and did"
    for name in script.claims.get("records", ()):
        if session is None or name not in session.records:
            yield f"the call was to record '{name}' and did not"
    for words in script.claims.get("never_says", ()):
        if problem := _says(talk, words):
            yield problem
    values = talk.values()
    for name, value in script.fact_claims.items():
        known = "no" if name.startswith(("heard ", "agreed ")) else None
        found = values.get(name) or (proofs(session).get(name, known) if session else None)
        if found is None or folded(found) != folded(value):
            yield f"the fact '{name}' was to be '{value}' and is '{found or 'not known'}'"


def _says(talk: Talk, words: str) -> str:
    """What is wrong when *words*, or the value of that name, were said."""
    kind = talk.flow.kinds.get(words)
    value = talk.values().get(words)
    wanted = [folded(value)] if kind and value else [] if kind else [folded(words)]
    for reply in talk.replies:
        for line in reply.lines:
            prompt = talk.flow.prompts.get(line.id)
            if kind and prompt and words in prompt.template.names:
                return f"'{words}' was never to be said and was, in '{line.text}'"
            if any(holds(folded(text), part) for part in wanted if part for text in (line.text, line.spoken)):
                return f"'{words}' was never to be said and was, in '{line.text}'"
    return ""
