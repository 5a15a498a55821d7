"""Whether what a test file claims of a call has come true."""

from __future__ import annotations

from collections.abc import Iterator

from steering.core.flow import Flow
from steering.core.obligations import folded, heard_name, holds
from steering.loader.codes import did_you_mean
from steering.sessions import proofs
from steering.testing.scripts import Claim, Script, where
from steering.testing.talk import Talk


def unknown_claims(flow: Flow, script: Script) -> Iterator[str]:
    """Claims that name a step or a record that no flow of the call has: they would hold whatever happens."""
    flows = (flow, *flow.others.values())
    steps = {name for one in flows for name in one.steps}
    records = {event for one in flows for step in one.steps.values() for event in step.record}
    heard = {f"heard {heard_name(flow, one, name)}" for one in flows for name in one.wording}
    agreed = {f"agreed {step.name}" for one in flows for step in one.steps.values() if step.consent}
    named = {"ends": (steps, "step"), "never_reaches": (steps, "step"), "records": (records, "record")}
    for claim in script.claims:
        if claim.name.startswith(("heard ", "agreed ")) and claim.word == "facts":
            known, what = heard | agreed, "wording and no consent"
        elif claim.word in named:
            known, what = named[claim.word]
        else:
            continue
        if claim.name not in known:
            yield f"{where(claim.at)}: '{claim.word}' names no {what} of the flow: '{claim.name}'{did_you_mean(claim.name, known)}"


def broken_claims(talk: Talk, script: Script) -> Iterator[str]:
    """What did not come true of *script*, in sentences, each with the line of its claim."""
    for claim in script.claims:
        if problem := _broken(talk, claim):
            yield f"{where(claim.at)}: {problem}"


def _broken(talk: Talk, claim: Claim) -> str:
    session = talk.session()
    step, ended = (session.step, bool(session.ended)) if session else ("", False)
    reached = {one.to for reply in talk.replies for one in reply.steps} | {one.step for reply in talk.replies for one in reply.steps}
    name = claim.name
    match claim.word:
        case "ends" if not ended or step != name:
            return f"the call was to end at '{name}' and {'ended' if ended else 'is not over: it waits'} at '{step}'"
        case "never_reaches" if name in reached | {step}:
            return f"the call was never to reach '{name}' and did"
        case "records" if session is None or name not in session.records:
            return f"the call was to record '{name}' and did not"
        case "never_says":
            return _says(talk, name)
        case "facts":
            known = "no" if name.startswith(("heard ", "agreed ")) else None
            found = talk.values().get(name) or (proofs(session).get(name, known) if session else None)
            if found is None or folded(found) != folded(claim.value):
                return f"the fact '{name}' was to be '{claim.value}' and is '{found or 'not known'}'"
    return ""


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
