"""Look-ups leave here: what a flow asks the world, within its time, and what of the answer can be used."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterable, Mapping
from itertools import chain

from steering.core.turn import Effect, Result
from steering.reach import Answer, Hosts, Reach, Resolve, Unreached

log = logging.getLogger(__name__)

# Seconds before the second and the third try of one question, while its time lasts.
PAUSES = (0.05, 0.2)
MOST_CHARACTERS = 500
_AGAIN = (429, 502, 503, 504)
# The question was not answered; every other 4xx is an answer, and it is no.
_NOT_ANSWERED = (401, 403, 407, 408, 425, 429)


class LookUps:
    """Asks the look-ups of flows. *hosts* are the operator's list; without them none is asked."""

    def __init__(self, hosts: Iterable[str], resolve: Resolve | None = None) -> None:
        self._reach = Reach(Hosts(hosts), resolve)

    def ask(self, effect: Effect) -> Result:
        """The answer to *effect*. *reason* is set when the data could not be had at all; never raises."""
        try:
            answer = self._answer(effect)
        except Unreached as unreached:
            log.warning("look-up %s: %s", effect.name, unreached.reason)
            return Result(key=effect.key, ok=False, reason=unreached.reason)
        if answer.status >= 500 or answer.status in _NOT_ANSWERED or not 200 <= answer.status < 600 or 300 <= answer.status < 400:
            log.warning("look-up %s: status %d", effect.name, answer.status)
            return Result(key=effect.key, ok=False, reason=f"status_{answer.status}")
        if answer.status >= 400:
            return Result(key=effect.key, ok=False)
        if not effect.keep:
            return Result(key=effect.key, ok=True)
        try:
            values = kept(_json(answer.body), effect.keep)
        except (ValueError, RecursionError):
            log.warning("look-up %s: its answer is not JSON that can be used", effect.name)
            return Result(key=effect.key, ok=False, reason="bad_answer")
        return Result(key=effect.key, ok=values is not None, values=values or {})

    def _answer(self, effect: Effect) -> Answer:
        """A GET is asked again after trouble on the way; a POST only when it is certain that it was not taken."""
        until = time.monotonic() + effect.within
        headers, body = {"Accept": "application/json"}, b""
        if effect.kind == "post":
            headers |= {"Content-Type": "application/json"} | ({"Idempotency-Key": effect.token} if effect.token else {})
            body = json.dumps(dict(effect.body)).encode()
        for pause in chain(PAUSES, (None,)):
            left = until - time.monotonic()
            try:
                answer = self._reach.ask(effect.kind.upper(), effect.url, within=left, headers=headers, body=body)
            except Unreached as unreached:
                again = unreached.reason == "unreachable" and (effect.kind == "get" or not unreached.sent)
                if pause is None or not again or time.monotonic() + pause >= until:
                    raise
            else:
                again = answer.status in _AGAIN and (effect.kind == "get" or answer.status == 429)
                pause = max(pause, _retry_after(answer)) if pause is not None else None
                if pause is None or not again or time.monotonic() + pause >= until:
                    return answer
            time.sleep(pause)
        raise AssertionError("the last try returns or raises")


def _retry_after(answer: Answer) -> float:
    text = answer.headers.get("retry-after", "0").strip()
    return float(text) if text.isdecimal() and len(text) < 9 else float("inf")


def _json(body: bytes) -> object:
    # Numbers stay as they were sent: 1250.50 is not 1250.5, and a million digits are not computed with.
    return json.loads(body.decode("utf-8-sig"), parse_float=str, parse_int=str, parse_constant=_no_number)


def _no_number(name: str) -> str:
    raise ValueError(f"{name} is not JSON")


def kept(answer: object, keep: Iterable[tuple[str, str]]) -> Mapping[str, str] | None:
    """The fields of *answer* to keep, by slot name (`a.b` reaches into objects); None when one is missing.

    ValueError for a value that no caller could be told.
    """
    values = {}
    for slot, field in keep:
        found = answer
        for part in field.split("."):
            found = found.get(part) if isinstance(found, dict) else None
        if found is None or isinstance(found, dict | list):
            return None
        values[slot] = {True: "yes", False: "no"}[found] if isinstance(found, bool) else _clean(str(found))
    return values


def _clean(text: str) -> str:
    """*text* in one line, without what can neither be spoken nor stored."""
    if len(text) > MOST_CHARACTERS:
        raise ValueError(f"more than {MOST_CHARACTERS} characters")
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
