"""The answer of a look-up that comes when the caller has gone on: it moves nothing, and the call can be taken again."""

from __future__ import annotations

import threading

import pytest

from steering.core.turn import Effect, Result
from steering.replay import first_difference
from steering.service import Answer, History, Waiting
from tests.turns.platform import Line, them

DESK = """
flow: desk
needs:
  url: url, e.g. https://desk.example
checks:
  is_open:
    get: "{{ url }}/open"
anytime:
  stop calling: out
steps:
  greet:
    ask: Shall I see who is there?
    hear:
      yes: look
      no: bye
  look:
    say: I will see.
    check: is_open
    if_ok: person
    if_failed: bye
  person:
    hand_to: desk
  bye:
    end: Nobody is there. Goodbye.
  out:
    end: We will stop calling.
    record: do_not_call
"""


class Slow:
    """A desk that answers when it is let."""

    def __init__(self) -> None:
        self.let = threading.Event()

    def ask(self, effect: Effect) -> Result:
        assert self.let.wait(20)
        return Result(key=effect.key, ok=True)


@pytest.fixture
def waiting() -> tuple[Line, Slow, Waiting]:
    """A call of a client without history, whose look-up runs."""
    line, desk = Line(DESK), Slow()
    line.steering.look_ups, line.steering.tells = desk, lambda effect: True  # type: ignore[assignment,method-assign]
    line.steering.put("", "call", flow="desk", facts={"url": "https://desk.example"}, number="+13125550142")
    line.ask([])
    taken = line.steering.take(History(session_id="call", messages=(them("yes"),)))
    assert isinstance(taken, Waiting)
    return line, desk, taken


def effects(line: Line) -> list[str]:
    return line.steering.store.read(lambda txn: sorted(one.key for one in txn.effects(txn.session("", "call").key)))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "said", "told"),
    [
        ("stop calling me", "We will stop calling.", ["2:hang_up", "2:record:do_not_call"]),
        ("hello?", "Nobody is there. Goodbye.", ["2:hang_up"]),
    ],
)
def test_who_goes_on_speaking_is_handed_to_nobody(waiting: tuple[Line, Slow, Waiting], words: str, said: str, told: list[str]) -> None:
    line, desk, taken = waiting
    answer = line.ask([them(words)])
    desk.let.set()
    late = taken.result(20)

    assert (answer.lines, answer.ended) == ((said,), True)
    assert isinstance(late, Answer)
    assert (late.lines, late.ended, late.hand_to) == (("I will see.",), False, "")
    assert [one for one in effects(line) if not one.startswith("1:desk.")] == told
    assert bool(line.steering.opted_out("", "+13125550142")) == ("stop" in words)
    recording = line.steering.recording("", "call")
    assert recording is not None
    assert first_difference(recording, line.steering.shelf.get("desk")) is None


def test_who_hangs_up_is_handed_to_nobody(waiting: tuple[Line, Slow, Waiting]) -> None:
    line, desk, taken = waiting
    line.steering.hung_up("", "call")
    desk.let.set()
    taken.result(20)

    assert [one for one in effects(line) if "hand_to" in one] == []
    found = line.steering.certificate("", "call")
    assert found is not None
    assert (found.outcome, found.handed_to) == ("hangs up", "")


def test_words_that_go_on_are_answered_once(waiting: tuple[Line, Slow, Waiting]) -> None:
    line, desk, taken = waiting
    desk.let.set()
    longer = line.ask([them("yes please")])
    taken.result(20)

    assert longer.lines == ("I will see.", "One moment, I will connect you.")
    assert [one for one in effects(line) if "hand_to" in one] == ["1:hand_to:desk"]
