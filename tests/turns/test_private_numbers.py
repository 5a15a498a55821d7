"""Numbers that answer a private question where another one is open, and card numbers that were begun: none is kept."""

from __future__ import annotations

import re

import pytest

from steering.core.turn import Kind
from steering.loader import load_sources
from steering.replay import first_difference
from tests.turns.platform import Line, them

FLOW = """
flow: collect
needs:
  account_pin: digits, private, e.g. 7391
anytime:
  agent: person
checks:
  same: pin is account_pin
steps:
  greet:
    ask: Will you pay?
    hear:
      yes: plan
      no: remark
  plan:
    form:
      amount:
        ask: How much a month?
        type: money
      day:
        ask: From which day?
        type: date
      card_ending:
        ask: What are the last four digits of your card?
        type: 4 digits
        private: yes
    confirm: "{{ amount }} from {{ day }}?"
    go: remark
  remark:
    ask: Any remark?
    collect: remark, text
    go: more
  more:
    ask: You said {{ remark }}. Right?
    hear:
      yes: verify
      no: bye
  verify:
    ask: Your PIN?
    collect: pin, 4 digits, private
    check: same
    if_ok: bye
    if_failed: bye
  bye:
    end: Goodbye.
  person:
    hand_to: desk
"""
FILLED = ("yes", "20 dollars", "friday", "4455")


def called(*said: str, flow: str = FLOW) -> Line:
    line = Line(flow)
    line.steering.put("", "call", flow="collect", facts={"account_pin": "7391"})
    for words in (None, *said):
        line.hear(words)
    return line


def kept(line: Line) -> str:
    """All that the turns of the call hold."""

    def work(txn):  # type: ignore[no-untyped-def]
        return b"".join(one.body for one in txn.turns(txn.session("", "call").key, live_only=False)).decode()

    return str(line.steering.store.read(work))


def same_again(line: Line) -> bool:
    call = line.steering.recording("", "call")
    assert call is not None
    return first_difference(call, load_sources(call.sources, call.flow)) is None


@pytest.mark.parametrize(
    ("said", "words", "secrets"),
    [
        ((*FILLED, "no, the card is forty four fifty six"), "no, the card is …", ("forty four", "4456")),
        ((*FILLED, "no forty four fifty six"), "no …", ("forty four", "44.56", "4456")),
        ((*FILLED, "no, 4456, not 4455"), "no, …, not …", ("4456", "4455")),
        ((*FILLED, "no", "the card, 4456"), "the card, …", ("4456",)),
        (("yes", "my card ends in 4455 and I can pay 20 dollars"), "my card ends in … and I can pay 20 dollars", ("4455",)),
        (("yes", "20 a month, card 4455"), "20 a month, card …", ("4455",)),
        (("yes", "20 dollars", "friday and it is 4455"), "friday and it is …", ("4455",)),
        (("yes, my card ending is four four five five",), "yes, my card ending is …", ("four four five",)),
        (("no", "my pin is seven thousand three hundred ninety one"), "my pin is …", ("seven thousand", "7391")),
        (("no", "seventy three ninety one"), "…", ("seventy three", "7391")),
        (("no", "the pin was 1234 before"), "the pin was … before", ("1234",)),
    ],
)
def test_digits_that_may_answer_a_private_question_are_kept_nowhere(said: tuple[str, ...], words: str, secrets: tuple[str, ...]) -> None:
    line = called(*said)

    assert line.texts()[-1] == words
    assert not [secret for secret in secrets if secret in kept(line)]
    assert same_again(line)


@pytest.mark.parametrize(
    "said",
    [
        (*FILLED, "no, 50 dollars"),
        (*FILLED, "no, 1250 dollars"),
        (*FILLED, "make it friday the 9th"),
        ("yes", "1250"),
        ("yes", "1,250 dollars", "March fourth 2027"),
        ("no", "I paid 1250 last time"),
        ("no", "order 4455 and 7392"),
    ],
)
def test_other_numbers_of_such_a_call_are_kept(said: tuple[str, ...]) -> None:
    line = called(*said)

    assert line.texts()[-1] == said[-1]
    assert same_again(line)


def test_number_that_may_be_a_private_answer_is_no_correction_of_another() -> None:
    line = called(*FILLED, "no forty four fifty six")

    assert line.session.slots["amount"] == "$20"
    assert line.session.question == "change"


@pytest.mark.parametrize(
    ("begun", "words"),
    [
        ("4111 1111 1111", "…"),
        ("the visa is 4111 1111", "the visa is …"),
        ("four one one one, one one one one, that's my card", "…, that's my card"),
    ],
)
@pytest.mark.parametrize("end", ["no", "agent", ""])
def test_card_number_that_is_begun_and_never_finished_is_hidden_when_the_call_is_over(begun: str, words: str, end: str) -> None:
    line = called("no", begun, *([end] if end else []))
    if not end:
        line.messages.append(them("", kind=Kind.HANGUP))
        line.ask()

    assert line.session.ended
    assert line.texts()[1] == words
    assert not [digits for digits in ("4111", "four one one one") if digits in kept(line)]
    assert same_again(line)


@pytest.mark.parametrize("said", ["order 4111 1111 1111", "4111 or 5555", "312 555 0142", "a card with 4500 dollars", "1234 5678 9012"])
def test_other_digits_stay_when_the_call_is_over(said: str) -> None:
    assert called("no", said, "no").texts()[1] == said


def test_card_number_in_pieces_is_gone_from_what_was_said_of_it_too() -> None:
    line = called("no", "card 4111 1111", "well", "1111 1111")

    assert "You said card four one one one" in " ".join(message.text for message in line.messages)
    assert not [digits for digits in ("4111", "1111", "four one one one") if digits in kept(line)]
    assert same_again(line)


def test_private_answer_that_was_said_before_its_question_is_still_there_to_be_read_back() -> None:
    read_back = FLOW.replace("{{ amount }} from {{ day }}?", "{{ amount }} from {{ day }}, card {{ card_ending }}?")
    line = called("yes 4455", "20 dollars", "friday", "4455", flow=read_back)

    assert line.hear("purple").endswith("twenty dollars from January ninth, twenty twenty six, card four four five five?")
    assert "4455" not in kept(line)
    assert same_again(line)


CARD = """
flow: card
steps:
  ask:
    ask: Would you like to pay?
    hear:
      yes: card
      no: bye
  card:
    form:
      amount:
        ask: How much?
        type: money up to $312.40
      card_number:
        ask: What is the card number?
        type: 16 digits
        private: yes
      expires:
        ask: When does it expire?
        type: text
        private: yes
      code:
        ask: What are the three digits on the back?
        type: 3 digits
        private: yes
    confirm: "{{ amount }}. Is that right?"
    go: agree
  agree:
    consent: Do you authorise it?
    if_yes: bye
    if_no: bye
  bye:
    end: Goodbye.
"""
PAID = ("yes", "sixty dollars", "4111 1111 1111 1111", "oh four twenty seven", "737")


def paying(*said: str) -> Line:
    line = Line(CARD)
    line.steering.put("", "call", flow="card", facts={})
    for words in (None, *said):
        line.hear(words)
    return line


@pytest.mark.parametrize(
    ("said", "words", "secrets"),
    [
        (("the card code is 738",), "the card code is …", ("738",)),
        (("the card expires 04/27 and the code's 737",), "the card expires … and the code's …", ("04/27", "737")),
        (("it expires oh four twenty seven",), "it expires …", ("twenty",)),
        (("it's good through april 2027",), "it's good through …", ("april", "2027")),
        (("card number 4012 8888",), "card number …", ("4012", "8888")),
        (("my card begins with forty twelve",), "my card begins with …", ("forty",)),
        ((*PAID, "yes", "my code is 738"), "my code is …", ("738",)),
        ((*PAID, "yes", "the code was 737 not 738"), "the code was … not …", ("737", "738")),
        ((*PAID, "yes", "no, 738"), "no, …", ("738",)),
        ((*PAID, "yes", "no, seven thirty eight"), "no, …", ("thirty",)),
    ],
)
def test_what_is_called_by_its_name_or_said_again_after_the_form_is_kept_nowhere(
    said: tuple[str, ...], words: str, secrets: tuple[str, ...]
) -> None:
    line = paying(*said)

    assert line.texts()[-1] == words
    # Three figures may be in a hash too.
    assert not [secret for secret in secrets if re.search(rf"\b{secret}\b", kept(line))]
    assert same_again(line)


@pytest.mark.parametrize("rest", [("8888 1881",), ("8888", "1881"), ("hold on", "8888 1881")])
def test_a_card_number_that_goes_on_after_a_hidden_piece_is_hidden_too(rest: tuple[str, ...]) -> None:
    line = paying("card number 4012 8888", *rest)

    assert "8888" not in kept(line)
    assert same_again(line)


@pytest.mark.parametrize(
    "said", ["my zip code is 123", "order 4455, 738", "I will pay 1250 by card", "is it open through friday", "my card is 30 dollars short"]
)
def test_other_numbers_of_a_call_for_a_card_are_kept(said: str) -> None:
    line = paying(said)

    assert line.texts()[-1] == said


OUTAGE = """
flow: outage
steps:
  zip:
    ask: What is your ZIP code?
    collect: zip_code, 5 digits
    go: phone
  phone:
    ask: What number shall we text?
    collect: mobile, phone
    go: bye
  bye:
    end: We will text {{ mobile }} about {{ zip_code }}.
"""


def test_numbers_that_were_asked_for_are_no_card_number_together() -> None:
    line = Line(OUTAGE)
    for words in (None, "60601", "+44 20 7946 0958"):
        line.hear(words)

    assert line.texts() == ["60601", "+44 20 7946 0958"]
    assert same_again(line)
