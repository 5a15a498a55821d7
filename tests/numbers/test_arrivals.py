"""How a call begins: with the flow of the number that was called, and what is known of who calls."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.core.turn import Effect, Result
from steering.history import Message
from steering.loader.shelf import Shelf
from steering.numbers import Switchboard
from steering.service import Answer, History, Steering
from steering.store.memory import MemoryStore

VISIT = """\
flow: visit
needs:
  first_name: name, optional, e.g. Maria
  balance: money, optional, e.g. $5
  caller_number: phone, optional, e.g. +13125550123
steps:
  hello:
    when:
      first_name is known: named
      otherwise: unnamed
  named:
    ask: Hello {{ first_name }}. Shall I connect you?
    hear:
      yes: desk
      no: bye
  unnamed:
    ask: Hello. Shall I connect you?
    hear:
      yes: desk
      no: bye
  desk:
    hand_to: front_desk
  bye:
    end: Goodbye.
"""
OTHER = "flow: other\nsteps:\n  bye:\n    end: This is the other one. Goodbye.\n"
ANNA = "number,first_name,balance\n+13125550123,Anna,$12\n"


class Answers:
    """A world with one answer; *asked* counts."""

    def __init__(self, **values: str) -> None:
        self.values, self.asked = values, 0

    def ask(self, effect: Effect) -> Result:
        self.asked += 1
        return Result(key=effect.key, ok=bool(self.values), values=self.values)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "visit.yaml").write_text(VISIT)
    (tmp_path / "other.yaml").write_text(OTHER)
    (tmp_path / "people.csv").write_text(ANNA)
    return tmp_path


def opened(folder: Path, routes: str, look_ups: Answers | None = None) -> Steering:
    (folder / "numbers.yaml").write_text(routes)
    steering = Steering(Shelf(folder), MemoryStore(), default_flow="other", switchboard=Switchboard(folder))
    steering.look_ups = look_ups or Answers()
    return steering


def said(steering: Steering, **history: object) -> str:
    answer = steering.take(History(session_id="call", **history))  # type: ignore[arg-type]
    assert isinstance(answer, Answer)
    return " ".join(answer.lines)


TABLE = "numbers:\n  +1 312 555 0142:\n    flow: visit\n    callers: people.csv\n"


def test_the_number_that_was_called_chooses_the_flow_and_the_caller_the_facts(folder: Path) -> None:
    steering = opened(folder, TABLE)

    assert said(steering, called="13125550142", number="+1 312-555-0123") == "Hello Anna. Shall I connect you?"
    view = steering.get("", "call")
    assert view is not None
    assert view.facts == {"first_name": "Anna", "balance": "$12", "caller_number": "+13125550123"}


def test_an_unknown_caller_gets_the_anonymous_greeting(folder: Path) -> None:
    steering = opened(folder, TABLE)

    assert said(steering, called="+13125550142", number="anonymous") == "Hello. Shall I connect you?"


def test_the_platforms_name_for_what_answers_chooses_too(folder: Path) -> None:
    steering = opened(folder, "numbers:\n  agent_7f: visit\n")

    assert said(steering, platform_id="Agent_7F", facts={"first_name": "Bo", "unheard": "of"}) == "Hello Bo. Shall I connect you?"


def test_a_flow_asked_for_by_name_outranks_the_number(folder: Path) -> None:
    steering = opened(folder, TABLE)

    assert said(steering, flow="other", called="+13125550142").startswith("This is the other one.")


def test_what_cannot_be_read_as_a_fact_is_left_out(folder: Path) -> None:
    steering = opened(folder, TABLE)

    assert said(steering, called="+13125550142", facts={"balance": "plenty"}) == "Hello. Shall I connect you?"


def test_a_caller_is_looked_up_once_before_the_first_word(folder: Path) -> None:
    asks = Answers(first_name="Cleo")
    look_up = "numbers:\n  +13125550142:\n    flow: visit\n    callers:\n"
    look_up += '      get: "https://crm.example.com/who?number={{ number }}"\n      keep: first_name from name\n'
    steering = opened(folder, look_up, asks)

    call = {"called": "+13125550142", "number": "+13125550123"}

    assert said(steering, **call) == said(steering, **call) == "Hello Cleo. Shall I connect you?"
    assert said(steering, **call, messages=(Message(role="caller", text="yes"),))
    assert asks.asked == 1


def test_a_caller_known_late_is_greeted_anonymously_and_known_afterwards(folder: Path) -> None:
    steering = opened(folder, TABLE)
    assert said(steering, flow="visit") == "Hello. Shall I connect you?"

    steering.introduce(History(session_id="call", called="+13125550142", number="+13125550123"))

    view = steering.get("", "call")
    assert view is not None
    assert view.facts["first_name"] == "Anna"
    assert said(steering) == "Hello. Shall I connect you?"


def test_a_call_introduced_first_begins_with_its_flow_and_facts(folder: Path) -> None:
    steering = opened(folder, TABLE)

    for _ in range(2):
        steering.introduce(History(session_id="call", called="+13125550142", number="+13125550123"))

    assert said(steering) == "Hello Anna. Shall I connect you?"
