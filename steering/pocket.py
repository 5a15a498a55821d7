"""Private values that a call still needs, kept out of the rows of its turns.

A turn's row stands as long as the call is kept, so no private value may be in it. Where one belongs the row
has a token; the value lies in the pocket, sealed in the session's own row, and leaves it as soon as the call
has gone on from where it was needed. After that the token reads as `…`.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection, Mapping

import msgspec
from msgspec.structs import replace

from steering.core.call import HIDDEN
from steering.core.session import Session
from steering.core.turn import Effect, Line, Reply, Result

_MARK = f"{HIDDEN}#"
# A text that ends with so much of a value, or more, ends with a line of ours that was cut off.
LINE = 12
_TOKEN = re.compile(f"{_MARK}[0-9a-f]{{16}}".encode())


class Pocket:
    """*values* by their tokens."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self.values = dict(values)

    def token(self, value: str) -> str:
        """What stands for *value* in a row."""
        for token, known in self.values.items():
            if known == value:
                return token
        token = _MARK + secrets.token_hex(8)
        self.values[token] = value
        return token

    def still_needed(self, *bodies: bytes | None) -> dict[str, str]:
        """The values whose tokens stand in *bodies*."""
        return {token: value for token, value in self.values.items() if any(token.encode() in body for body in bodies if body)}

    def unsaid(self, text: str) -> str:
        """*text*, spoken by us or what was heard of it, without the values."""
        for token, value in self.values.items():
            text = _whole(value).sub(token, text)
            cut = next((size for size in range(min(len(value), len(text)), LINE, -1) if text.endswith(value[:size])), 0)
            text = text[: len(text) - cut] + HIDDEN if cut else text
        return text


def taken_out(body: bytes, pocket: Mapping[str, str]) -> bytes:
    """The JSON *body* with its tokens read: by their values, or as `…`."""
    if _MARK.encode() not in body:
        return body
    return _TOKEN.sub(lambda found: msgspec.json.encode(pocket.get(found[0].decode(), HIDDEN))[1:-1], body)


def without_values(session: Session, private: Collection[str], pocket: Pocket) -> Session:
    """*session* as a row may keep it: private values by token, private facts not at all (the session's row has them)."""
    slots = {name: pocket.token(value) for name in private if (value := session.slots.get(name)) not in (None, HIDDEN)}
    facts = dict.fromkeys((name for name in private if name in session.facts), HIDDEN)
    return replace(session, slots={**session.slots, **slots}, facts={**session.facts, **facts}) if slots or facts else session


def unsaid(reply: Reply, session: Session, private: Collection[str], pocket: Pocket) -> Reply:
    """*reply* as a row may keep it, with what it says and asks of the private values of *session*."""
    known = [value for name in private if (value := session.slots.get(name) or session.facts.get(name)) and value != HIDDEN]
    lines = tuple(_unsaid(line, known, pocket) for line in reply.lines)
    return replace(reply, lines=lines, effects=tuple(kept_by_token(effect, pocket) for effect in reply.effects))


def _unsaid(line: Line, values: Collection[str], pocket: Pocket) -> Line:
    text = line.text
    for value in values:
        if (found := _whole(value)).search(text):
            text = found.sub(pocket.token(value), text)
    return line if text == line.text else replace(line, text=text, spoken=pocket.token(line.spoken))


def _whole(value: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(value)}(?!\w)")


def kept_by_token(effect: Effect, pocket: Pocket) -> Effect:
    """A look-up that asks with private values, its address and body by token."""
    if not effect.private:
        return effect
    return replace(effect, url=pocket.token(effect.url), body={name: pocket.token(value) for name, value in effect.body.items()})


def hidden(effect: Effect) -> Effect:
    """A look-up that asks with private values, without them."""
    return replace(effect, url=HIDDEN, body=dict.fromkeys(effect.body, HIDDEN)) if effect.private else effect


def results_by_token(results: Mapping[str, Result], private: Collection[str], pocket: Pocket) -> dict[str, Result]:
    """Kept answers of look-ups, private values by token."""
    return {
        key: replace(one, values={name: pocket.token(value) if name in private else value for name, value in one.values.items()})
        for key, one in results.items()
    }
