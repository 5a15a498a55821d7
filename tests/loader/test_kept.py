"""A private value that a line says when it is gone is warned of, and only then: what the engine does decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.core.engine import advance, open_session
from steering.core.turn import Kind, Turn
from steering.loader import check, load

CARD = """
flow: pay
needs:
  account: digits, private, e.g. 4512
{file}
steps:
  card:
    ask: What is your card number?
    collect: card, 4 digits, private
    go: {to}
{steps}
  bye:
    end: {bye}
"""
ASKS = """
  {name}:
    say: {say}
    ask: {ask}
    hear:
      yes: {yes}
      no: bye
"""
OWNER = "checks:\n  is_owner: card is account\n"
CHECKS = """
  verify:
    check: is_owner
    if_ok: {to}
    if_failed: {to}
"""
NAMED = "It is {{ card }}."


def asks(name: str, yes: str = "bye", *, say: str = "Well.", ask: str = "Shall I?") -> str:
    return ASKS.format(name=name, yes=yes, say=say, ask=ask)


# The steps after the card, where its step goes, the last words, more of the file; and whether some line cannot be said.
CASES = {
    "said at once": (asks("sure", say=NAMED), "sure", "Goodbye.", "", False),
    "asked at once, and said after": (asks("sure", ask="Shall I charge {{ card }}?"), "sure", NAMED, "", False),
    "last words at once": ("", "bye", NAMED, "", False),
    "said a turn later": (asks("sure", say=NAMED), "sure", NAMED, "", True),
    "said two turns later": (asks("sure", "more", ask="Is {{ card }} right?") + asks("more"), "sure", NAMED, "", True),
    "a check waits that no step asks": (asks("sure", "more") + asks("more"), "sure", NAMED, OWNER, True),
    "a check comes after": (asks("sure", "verify", say=NAMED) + CHECKS.format(to="bye"), "sure", "Goodbye.", "", False),
    "a check waits, and has it said": (
        asks("sure", "more") + asks("more", "verify", say=NAMED) + CHECKS.format(to="bye"),
        "sure",
        "Done.",
        "",
        False,
    ),
    "a check has had it": (asks("sure") + CHECKS.format(to="sure"), "verify", NAMED, "", True),
    "a check has had it just now": (asks("sure", "verify") + CHECKS.format(to="bye"), "sure", NAMED, "", False),
    "an answer": (asks("sure"), "sure", "Bye.", "answers:\n  which card: It is {{ card }}.\n", True),
    "a re-ask": (asks("sure"), "sure", "Bye.", "if_unclear:\n  - It is {{ card }}. Well?\n  - go: bye\n", True),
    "a fact": (asks("sure", "more") + asks("more", say="It is {{ account }}."), "sure", "Yours is {{ account }}.", "", False),
}


@pytest.mark.parametrize("name", CASES)
def test_a_line_that_cannot_be_said_is_warned_of(name: str, tmp_path: Path) -> None:
    steps, to, bye, file, gone = CASES[name]
    path = tmp_path / "pay.yaml"
    path.write_text(CARD.format(file=file + OWNER * ("verify" in steps), to=to, steps=steps, bye=bye))

    found = check(path)

    assert [str(one) for one in found if one.severity == "error"] == []
    assert any(one.code == "private-not-kept" for one in found) == gone
    assert cannot_be_said(path) == gone


def cannot_be_said(path: Path) -> bool:
    """Whether some call of a few turns comes to a line whose value is missing."""
    flow = load(path)
    first, _ = advance(flow, open_session(flow, {"account": "4512"}), Turn(kind=Kind.START))
    calls = [first]
    for _ in range(5):
        taken = [
            advance(flow, one, Turn(kind=Kind.SPEECH, text=text)) for one in calls for text in ("4512", "yes", "no", "hm", "which card")
        ]
        # Before the card is given there is nothing to say.
        if any(reply.trouble == "missing_value" and "card" in after.slots for after, reply in taken):
            return True
        calls = list({after.to_json(): after for after, _ in taken if not after.ended}.values())
    return False
