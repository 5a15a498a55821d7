"""What a caller must be able to say without its being kept: a card number, a social security number, a birth date."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from steering.certificate import as_json
from steering.certificate.page import page
from steering.core.turn import Effect, Result
from steering.loader import load_sources
from steering.record.verify import verify
from steering.replay import first_difference
from steering.service import Steering
from steering.store.protocol import Store
from tests.turns.platform import Line, them

CARD, SSN, BIRTH = "4111111111111111", "123456789", "1985-03-04"
CANARIES = (
    *(CARD, "4111 1111 1111 1111", "one one one one", "forty-one eleven", "eleven eleven"),
    *(SSN, "123-45-6789", "one two three four five six seven eight nine", "123 45 6789"),
    *(BIRTH, "March 4", "fourth of March", "March fourth", "nineteen eighty five", "03/04/1985"),
)
FLOW = """
flow: payment
needs:
  account_ssn: digits, private, e.g. 987654321
  url: url, e.g. https://pay.example
checks:
  same_person: ssn is account_ssn
  charge:
    post: "{{ url }}/charge?card={{ card }}&born={{ birth }}"
    keep: code from code
    sample: {"code": "A1"}
steps:
  greet:
    ask: May I take a payment?
    hear:
      yes: identify
      no: bye
  identify:
    ask: What is your social security number?
    collect: ssn, 9 digits, private
    check: same_person, 2 tries
    if_ok: pay
    if_failed: bye
    proves: right_person
  pay:
    form:
      card:
        ask: What is your card number?
        type: 16 digits, private
      birth:
        ask: When were you born?
        type: date, private
      note:
        ask: What is it for?
        type: text
    confirm: I have card {{ card }}, born {{ birth }}, for {{ note }}. Is that right?
    check: charge
    if_ok: done
    if_failed: bye
  done:
    end: Charged. Goodbye.
  bye:
    end: Goodbye.
"""


class Charges:
    """The payment service, which is told the card."""

    def __init__(self) -> None:
        self.asked: list[Effect] = []

    def ask(self, effect: Effect) -> Result:
        self.asked.append(effect)
        return Result(key=effect.key, ok=True, values={"code": "A1"})


@pytest.fixture
def line(ledger: Store, caplog: pytest.LogCaptureFixture) -> Line:
    caplog.set_level(logging.DEBUG)
    line = Line(FLOW, owner="acme")
    line.steering.store = ledger
    line.steering.look_ups = Charges()  # type: ignore[assignment]
    line.steering.put("acme", "call", flow="payment", facts={"account_ssn": SSN, "url": "https://pay.example"})
    return line


def bodies(steering: Steering) -> Iterator[str]:
    """Everything that is kept, unsealed."""

    def work(txn):  # type: ignore[no-untyped-def]
        found = []
        for row in txn.incarnations("acme", "call"):
            found += [one.body for one in txn.turns(row.key, live_only=False)]
            found += [one.body for one in txn.effects(row.key)]
            found += [one.data for one in txn.audit(row.key)]
        return found

    for body in steering.store.read(work):
        assert body is not None
        yield body.decode()


def seen(line: Line, folder: Path, caplog: pytest.LogCaptureFixture) -> Iterator[tuple[str, str]]:
    """(where, what) of everything that anybody can come to see after the call."""
    for path in folder.iterdir():
        yield path.name, path.read_bytes().decode("latin-1")
    for body in bodies(line.steering):
        yield "unsealed", body
    yield "log", caplog.text
    yield "view", str(line.steering.get("acme", "call"))
    yield "transcript", str(line.steering.transcript("acme", "call"))
    certificate = line.steering.certificate("acme", "call")
    assert certificate is not None
    yield "certificate", str(as_json(certificate))
    yield "page", page(certificate)
    yield "recording", str(line.steering.recording("acme", "call"))


def leaks(line: Line, folder: Path, caplog: pytest.LogCaptureFixture) -> list[tuple[str, str]]:
    return [(where, canary) for where, what in seen(line, folder, caplog) for canary in CANARIES if canary.casefold() in what.casefold()]


def test_a_whole_call_leaves_no_private_value_anywhere(line: Line, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    line.hear()
    line.hear("my card is four one one one uh one one one one one one one one one one one one")
    line.hear("my social is 123-45-6789 and I was born on March 4th 1985")
    line.hear("yes")
    line.hear("let me see")
    line.hear("one two three four five six seven eight nine")
    line.hear("4111 1111")
    line.lengthen("1111 1111")
    assert line.hear("March 4 1985") == "What is it for?"
    assert "I have card" in line.hear("for order 123456788")
    assert line.hear("yes") == "Charged. Goodbye."
    line.ask()

    charges: Charges = line.steering.look_ups  # type: ignore[assignment]
    assert [dict(effect.body) for effect in charges.asked] == [{"card": CARD, "born": BIRTH}]
    assert leaks(line, tmp_path, caplog) == []
    assert verify(line.steering.store).broken == []
    assert "order 123456788" in " ".join(bodies(line.steering))


def test_an_opt_out_after_last_words_with_a_private_value_can_be_taken_again() -> None:
    source = FLOW.replace("Charged. Goodbye.", "Charged to {{ card }}. Goodbye.")
    source = source.replace("steps:\n", "anytime:\n  stop calling: out\nsteps:\n  out:\n    end: Done.\n    record: do_not_call\n")
    line = Line(source.replace("flow: payment", "flow: payment\nstart: greet"), owner="acme")
    line.steering.look_ups = Charges()  # type: ignore[assignment]
    line.steering.put("acme", "call", flow="payment", facts={"account_ssn": SSN, "url": "https://pay.example"})
    line.hear()
    for words in ("yes", SSN, CARD, "March 4 1985", "rent"):
        line.hear(words)
    last = line.hear("yes")

    assert "Charged to four" in last
    assert line.hear("wait, stop calling me") == last
    assert line.records == ("do_not_call",)
    recording = line.steering.recording("acme", "call")
    assert recording is not None
    assert first_difference(recording, line.steering.shelf.get("payment")) is None


EARLY = """
flow: bank
needs:
  pin_on_file: digits, private, e.g. 4512
checks:
  is_owner: pin is pin_on_file
steps:
  greet:
    ask: How can I help?
    hear:
      balance: verify
      goodbye: bye
  verify:
    ask: What is your PIN?
    collect: pin, 4 digits, private
    check: is_owner, 2 tries
    if_ok: more
    if_failed: bye
    proves: owner
  more:
    ask: Anything else?
    hear:
      no: bye
  bye:
    end: Goodbye.
"""


def test_a_private_number_that_was_said_too_early_or_is_said_again_is_not_kept(ledger: Store) -> None:
    line = Line(EARLY, owner="acme")
    line.steering.store = ledger
    line.steering.put("acme", "call", flow="bank", facts={"pin_on_file": "9876"})
    line.hear()
    for words in ("my pin is nine eight seven six", "1234 by the way", "balance", "1234", "9876", "it was 98 76, room 4511", "no"):
        line.hear(words)

    turns = line.steering.transcript("acme", "call")
    assert turns is not None
    assert [one["caller"] for one in turns[1:]] == ["my pin is …", "… by the way", "balance", "…", "…", "it was …, room 4511", "no"]
    assert verify(line.steering.store).broken == []
    recording = line.steering.recording("acme", "call")
    assert recording is not None
    assert first_difference(recording, line.steering.shelf.get("bank")) is None


def test_a_card_number_said_to_an_open_question_is_not_kept_as_its_answer(
    line: Line, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    line.hear()
    for words in ("yes", SSN, "5555555555554444", "May 5 1990"):
        line.hear(words)
    said = line.hear(f"rent, with {CARD}")

    assert CARD not in said
    assert leaks(line, tmp_path, caplog) == []


def test_while_the_call_goes_on_the_turns_have_none_either(line: Line, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    line.hear()
    for words in ("yes", SSN, CARD, "March 4 1985", "rent"):
        line.hear(words)
        assert leaks(line, tmp_path, caplog) == []


def test_a_retry_of_a_read_back_has_the_same_bytes(line: Line) -> None:
    line.hear()
    for words in ("yes", SSN, CARD, "March 4 1985"):
        line.hear(words)
    line.messages.append(them("rent"))
    first = line.ask()

    assert line.ask() == first
    assert any("rent" in text for text in first.lines)


def test_last_words_with_a_private_value_are_said_again_with_the_same_bytes() -> None:
    line = Line(FLOW.replace("Charged. Goodbye.", "Charged to {{ card }}. Goodbye."), owner="acme")
    line.steering.look_ups = Charges()  # type: ignore[assignment]
    line.steering.put("acme", "call", flow="payment", facts={"account_ssn": SSN, "url": "https://pay.example"})
    line.hear()
    for words in ("yes", SSN, CARD, "March 4 1985", "rent"):
        line.hear(words)
    line.messages.append(them("yes"))
    first = line.ask()

    assert first.ended
    assert "Charged to four" in first.lines[0]
    assert line.ask() == first


def test_words_that_go_on_find_the_values_given_before(line: Line) -> None:
    line.hear()
    for words in ("yes", SSN, CARD, "March 4 1985", "rent"):
        line.hear(words)
    said = line.lengthen("for may")

    assert "I have card" in said
    assert line.hear("yes") == "Charged. Goodbye."
    charges: Charges = line.steering.look_ups  # type: ignore[assignment]
    assert dict(charges.asked[0].body) == {"card": CARD, "born": BIRTH}


def test_after_a_rewind_what_is_no_longer_at_hand_is_asked_anew(line: Line) -> None:
    line.hear()
    for words in ("yes", SSN, CARD, "March 4 1985", "rent"):
        line.hear(words)
    line.hear("yes")
    line.messages = line.messages[: line.messages.index(them("rent"))]

    assert line.hear("something else") == "What is your card number?"


def test_a_hidden_answer_is_hidden_in_what_is_heard_of_its_read_back(line: Line, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    line.hear()
    for words in ("yes", SSN, CARD, "March 4 1985", "rent"):
        line.hear(words)
    line.cut(8)

    line.hear("yes")

    assert leaks(line, tmp_path, caplog) == []


REMARK = """
flow: remark
needs:
  url: url, e.g. https://desk.example
checks:
  tell:
    get: "{{ url }}/tell?said={{ remark }}"
    keep: code from code
    sample: {"code": "A1"}
steps:
  ask:
    ask: How can I help?
    collect: remark, text
    check: tell
    if_ok: bye
    if_failed: bye
  bye:
    end: Goodbye.
"""


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_look_up_that_asks_with_a_card_number_said_unasked_keeps_none(ledger: Store, method: str) -> None:
    line = Line(REMARK.replace("    get:", f"    {method}:"), owner="acme")
    line.steering.store, line.steering.look_ups = ledger, Charges()  # type: ignore[assignment]
    line.steering.put("acme", "call", flow="remark", facts={"url": "https://desk.example"})
    line.hear()

    assert line.hear("my card is 4111 1111 1111 1111 and my dog is ill") == "Goodbye."

    kept = "".join(bodies(line.steering))
    assert [number for number in ("4111 1111", "4111%201111", "4111+1111", "41111111") if number in kept] == []
    call = line.steering.recording("acme", "call")
    assert call is not None
    assert first_difference(call, load_sources(call.sources, call.flow)) is None
