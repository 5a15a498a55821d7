"""What a caller says unasked and must not be kept, taken out of a turn before it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from msgspec.structs import replace

from steering.core.expiry import without_expiry
from steering.core.flow import Flow
from steering.core.masking import masked
from steering.core.private_numbers import asks_expiry, kept_as_words, private_numbers
from steering.core.said_numbers import without_numbers
from steering.core.session import Session
from steering.core.turn import Effect, Line, Reply


@dataclass(frozen=True, slots=True)
class Unasked:
    """What must not be kept of words: card numbers and their like, the private *numbers*, and the *expiry* of a card."""

    numbers: frozenset[str]
    language: str
    expiry: bool

    def out_of(self, text: str) -> str:
        """*text* with `…` for it; the same object when there is nothing of the kind."""
        kept = without_numbers(masked(text, self.language), self.numbers, self.language)
        return without_expiry(kept, self.language) if self.expiry else kept


def without_unasked(flow: Flow, before: Session, after: Session, reply: Reply, text: str) -> tuple[Session, Reply, str]:
    """*after*, *reply* and *text*, by which a call of *flow* came from *before* to *after*, without what was said unasked.

    Private values stay: they have been asked for, and are kept by token; so does a value of its own with the digits of a private one.
    What must not be kept is not said back either, or the stored reply could not be the one that was spoken; nor is the world asked with it.
    """
    found = Unasked(private_numbers(flow, before, after, text), flow.language, asks_expiry(flow))
    kept = found.out_of(text)
    if kept == text:
        return after, reply, text
    bare, words = Unasked(frozenset(), flow.language, expiry=False), kept_as_words(flow)
    slots = {name: (found if name in words else bare).out_of(value) for name, value in after.slots.items() if name not in flow.all_private}
    agreed = {name: found.out_of(said) for name, said in after.agreed.items()}
    echoes = {after.slots[name]: value for name, value in slots.items() if after.slots[name] != value}
    reply = replace(reply, effects=tuple(_asked_without(effect, echoes) for effect in reply.effects))
    if not reply.private:
        # A private number in a line that does not repeat the caller is the author's to say.
        lines = tuple(_without(line, found if any(value in line.text for value in echoes) else bare) for line in reply.lines)
        reply = replace(reply, lines=lines, settled=tuple(replace(one, words=found.out_of(one.words)) for one in reply.settled))
    return replace(after, slots={**after.slots, **slots}, agreed=agreed), reply, kept


def _asked_without(effect: Effect, echoes: Mapping[str, str]) -> Effect:
    """*effect*, a look-up that asks with a caller's words, with what is kept of them instead."""
    for said, kept in echoes.items():
        body = {name: value.replace(said, kept) for name, value in effect.body.items()}
        effect = replace(effect, url=effect.url.replace(quote(said, safe=""), quote(kept, safe="")), body=body)
    return effect


def _without(line: Line, found: Unasked) -> Line:
    return replace(line, text=found.out_of(line.text), spoken=found.out_of(line.spoken))
