"""A card number that is said in pieces, over several turns, is not kept: with the last piece go the ones before."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.record.verify import verify
from steering.replay import first_difference
from steering.store.protocol import Store
from tests.turns.platform import Line, them, us

FLOW = """
flow: desk
anytime:
  stop calling: out
steps:
  greet:
    ask: How can I help you?
    hear:
      goodbye: bye
      leave a note: note
  note:
    ask: What shall I write down?
    collect: note, text
    go: greet
  bye:
    end: Goodbye.
  out:
    end: We will stop.
    record: do_not_call
if_unclear:
  - Go on.
  - Yes?
  - I am listening.
  - Anything else?
  - I see.
  - Well?
  - go: bye
"""
PIECES = ("my card is four one one one", "one one one one", "1111", "and one one one one")


@pytest.fixture
def line(ledger: Store) -> Line:
    line = Line(FLOW, owner="acme")
    line.steering.store = ledger
    return line


def kept(line: Line) -> list[str]:
    """The caller's words in the live rows."""

    def work(txn):  # type: ignore[no-untyped-def]
        return [one.body.decode() for one in txn.turns(txn.session("acme", "call").key, live_only=False)]

    assert not [one for one in line.steering.store.read(work) if "1111" in one or "one one" in one]
    found = line.steering.transcript("acme", "call")
    assert found is not None
    return [one["caller"] for one in found if one["n"]]


def test_the_last_piece_takes_the_ones_before_with_it(line: Line, tmp_path: Path) -> None:
    line.hear()
    said = [line.hear(one) for one in ("hello there", *PIECES)]

    assert said == ["Go on.", "Yes?", "I am listening.", "Anything else?", "I see."]
    assert kept(line) == ["hello there", "my card is …", "…", "…", "and …"]
    assert verify(line.steering.store).broken == []
    recording = line.steering.recording("acme", "call")
    assert recording is not None
    assert first_difference(recording, line.steering.shelf.get("desk")) is None


def test_nothing_else_of_the_call_changes(line: Line) -> None:
    line.hear()
    for one in PIECES:
        line.hear(one)
    line.messages.append(them("goodbye"))
    first = line.ask()

    assert first.lines == ("Goodbye.",)
    assert line.ask() == first
    assert line.turns == 5
    # The same call once more, its oldest turn dropped.
    assert line.ask(line.messages[2:]) == first
    assert line.turns == 5


def test_a_value_that_is_a_piece_goes_too(line: Line) -> None:
    line.hear()
    line.hear("leave a note")
    line.hear("4111 1111 1111")
    line.hear("1111")

    assert kept(line) == ["leave a note", "…", "…"]
    assert line.session.slots == {"note": "…"}


def test_a_piece_that_was_said_in_beginnings_goes_with_them(line: Line) -> None:
    line.hear()
    line.hear("4111 1111")
    line.hear("1111")
    line.lengthen("1111")

    assert kept(line) == ["…", "…"]


def test_a_call_that_is_told_all_at_once_has_none_either(line: Line) -> None:
    replies = ["Go on.", "Yes?", "I am listening."]
    talk = [message for words, reply in zip(PIECES, replies, strict=False) for message in (them(words), us(reply))]

    line.ask([us("How can I help you?"), *talk, them(PIECES[3])])

    assert kept(line) == ["my card is …", "…", "…", "and …"]


def test_clients_without_history_say_it_again_and_are_known(line: Line) -> None:
    line.ask([])
    for one in PIECES:
        line.ask([them(one)])
    again = line.ask([them(PIECES[3])])

    assert again == line.answers[-2]
    assert kept(line) == ["my card is …", "…", "…", "and …"]


def test_an_opt_out_stays_when_the_last_piece_revises_it(line: Line) -> None:
    line.hear()
    for one in PIECES[:3]:
        line.hear(one)
    line.hear("stop calling")
    line.lengthen(PIECES[3])

    assert line.records == ("do_not_call",)
