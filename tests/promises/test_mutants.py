"""The shipped debt collection call, changed in forty ways that each break what it promises: every one is caught."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.loader import check
from tests.promises.test_promises import LINES

FLOW = (Path(__file__).parent.parent.parent / "flows" / "debt_collection_call.yaml").read_text()
PAY, SAY = "  - before: take_payment", "  - never say: balance, creditor"
ENDED = "  take_payment:\n    hand_to: secure_payment\n"
DIGITS = "    ask: Your four digits once more?\n    collect: ssn4, 4 digits, private\n"
YES_TO_PAY = "    ask: Shall I take the money?\n    hear:\n      yes: take_payment\n      no: transfer\n"

# What is changed, by name: (from, to), the promises that it breaks, and what the paths say at their ends.
Mutant = tuple[str, str, dict[str, str]]
MUTANTS: dict[str, Mutant] = {
    "pay at any step": (
        "anytime:",
        "anytime:\n  pay now: take_payment",
        {PAY: "greet --anytime 'pay now'--> take_payment: 'right_person'"},
    ),
    "pay by key": ("anytime:", "anytime:\n  key 5: take_payment", {PAY: "greet --anytime 'key 5'--> take_payment: 'right_person'"}),
    "agree at any step": (
        "anytime:",
        "anytime:\n  i agree to pay: authorise",
        {PAY: "authorise --if_yes--> take_payment: 'right_person'", SAY: "'i agree to pay'--> authorise says 'balance': 'right_person'"},
    ),
    "the balance at any step": (
        "anytime:",
        "anytime:\n  how much: ask_payment",
        {PAY: "'right_person' is not yet true", SAY: "greet --anytime 'how much'--> ask_payment says 'creditor': 'right_person'"},
    ),
    "authorise over the notice": (
        "anytime:",
        "anytime:\n  i authorise it: know",
        {PAY: "cutting in, anytime 'i authorise it'--> know --right_person--> authorise --if_yes--> take_payment: 'heard mini_miranda'"},
    ),
    "verify left out": (
        "      yes: verify",
        "      yes: ask_payment\n      check me: verify",
        {PAY: "'right_person' is not yet true", SAY: "greet --yes--> ask_payment says 'creditor'"},
    ),
    "straight to the question": (
        "      yes: verify",
        "      yes: authorise\n      check me: verify",
        {PAY: "greet --yes--> authorise --if_yes--> take_payment: 'right_person'", SAY: "greet --yes--> authorise says 'balance'"},
    ),
    "wrong digits are good enough": (
        "    if_failed: wrong_person",
        "    if_failed: ask_payment",
        {PAY: "'right_person'", SAY: "verify --if_failed--> ask_payment says 'creditor'"},
    ),
    "wrong digits agree": (
        "    if_failed: wrong_person",
        "    if_failed: authorise",
        {PAY: "verify --if_failed--> authorise --if_yes--> take_payment: 'right_person'", SAY: "authorise says 'balance'"},
    ),
    "silence passes the check": (
        "    proves: right_person",
        "    proves: right_person\n    if_silent:\n      - Hello?\n      - go: ask_payment",
        {PAY: "'right_person'", SAY: "verify --if_silent for the 2nd time--> ask_payment says 'creditor'"},
    ),
    "the notice need not be heard": (
        "    must_hear: all\n    approved",
        "    approved",
        {PAY: "take_payment: 'heard mini_miranda' is not yet true (without `must_hear: all`"},
    ),
    "another notice": (
        "    say: wording.mini_miranda",
        "    say: wording.recording_notice",
        {PAY: "authorise --if_yes--> take_payment: 'heard mini_miranda'"},
    ),
    "no is a yes": (
        "    if_yes: take_payment\n    if_no: offer_plan",
        "    if_yes: take_payment\n    if_no: take_payment",
        {PAY: "authorise --if_no--> take_payment: 'agreed authorise'"},
    ),
    "no question": (
        "      yes: authorise",
        "      yes: take_payment\n      go on: authorise",
        {PAY: "ask_payment --yes--> take_payment: 'agreed authorise'"},
    ),
    "a plan pays": (
        "    hand_to: payment_plans",
        YES_TO_PAY.rstrip(),
        {PAY: "ask_payment --no--> offer_plan --yes--> take_payment: 'agreed authorise'"},
    ),
    "silence pays": (
        "Take your time. {{ question }}\n  - go: transfer",
        "Take your time.\n  - go: take_payment",
        {PAY: "greet --if_silent for the 3rd time--> take_payment: 'right_person'"},
    ),
    "silence pays at the question": (
        "    if_yes: take_payment",
        "    if_silent:\n      - go: take_payment\n    if_yes: take_payment",
        {PAY: "authorise --if_silent--> take_payment: 'agreed authorise'"},
    ),
    "a mumble pays": (
        "yes or no. {{ question }}\n  - go: transfer",
        "yes or no.\n  - go: take_payment",
        {PAY: "greet --if_unclear for the 3rd time--> take_payment: 'right_person'"},
    ),
    "anger pays": (
        "  anger strong: transfer",
        "  anger strong: take_payment",
        {PAY: "greet --if_feeling anger strong--> take_payment: 'right_person'"},
    ),
    "cutting in pays": (
        "time_limit: 10 minutes",
        "time_limit: 10 minutes\nif_not_heard: take_payment",
        {PAY: "greet --cutting in three times, if_not_heard--> take_payment: 'right_person'"},
    ),
    "haste pays": (
        "time_limit: 10 minutes",
        "time_limit: 10 minutes\nif_time_short:\n  1 minute: take_payment",
        {PAY: "greet --if_time_short--> take_payment: 'right_person'"},
    ),
    "the night pays": (
        "language: en",
        "open: Mon-Fri 08:00-17:30 America/Chicago, else take_payment",
        {PAY: "does not hold: take_payment: 'right_person'"},
    ),
    "the machine pays": (
        "(voicemail): leave_message",
        "(voicemail): take_payment\n      a message: leave_message",
        {PAY: "greet --(voicemail)--> take_payment: 'right_person'"},
    ),
    "hanging up pays": (
        "anytime:",
        "anytime:\n  (hangs up): take_payment",
        {PAY: "greet --anytime (hangs up)--> take_payment: 'right_person'"},
    ),
    "a large sum pays": (
        "    hand_to: live_agent",
        "    when:\n      balance > $1,000: take_payment\n      otherwise: offer_plan",
        {PAY: "transfer --balance > $1,000--> take_payment: 'right_person'"},
    ),
    "not known pays": (
        "    hand_to: live_agent",
        "    when:\n      right_person: offer_plan\n      otherwise: take_payment",
        {PAY: "transfer --otherwise--> take_payment: 'right_person'"},
    ),
    "starting over keeps no proof": (
        "anytime:",
        "anytime:\n  from the top: (start over)\n  i did hear it: heard_it",
        {
            PAY: "anytime 'from the top'--> greet --anytime 'i did hear it'--> heard_it --heard mini_miranda-->",
            SAY: "heard_it --heard mini_miranda--> authorise says 'balance': 'right_person'",
        },
    ),
    "a no takes the yes back": (
        "    if_yes: take_payment\n    if_no: offer_plan",
        "    if_yes: sure\n    if_no: taken_back",
        {PAY: "ask me again--> authorise --if_no--> taken_back --confirmed--> take_payment: 'agreed authorise' is no longer true"},
    ),
    "another flow collects": (
        "anytime:",
        "anytime:\n  other account: run other",
        {SAY: "greet --anytime 'other account'--> other.tell says 'balance': 'right_person'"},
    ),
    "another flow stands for the check": (
        "      yes: verify",
        "      yes: elsewhere\n      check me: verify",
        {PAY: "other.tell --yes--> other.done --returns--> elsewhere --go--> ask_payment", SAY: "other.tell says 'balance'"},
    ),
    "creditor in the greeting": (
        "ask: May I speak with {{ first_name }}",
        "ask: This is about {{ creditor }}. May I speak with {{ first_name }}",
        {SAY: "does not hold: greet says 'creditor': 'right_person'"},
    ),
    "creditor on the machine": (
        "end: This is Sam from {{ agency }}.",
        "end: This is Sam for {{ creditor }}.",
        {SAY: "greet --(voicemail)--> leave_message says 'creditor'"},
    ),
    "creditor to the wrong person": (
        "end: Sorry to have bothered you.",
        "end: Sorry, {{ creditor }} has the wrong number.",
        {SAY: "greet --no--> wrong_person says 'creditor'"},
    ),
    "balance in a re-ask": (
        "  - Are you still there?",
        "  - Do you still owe {{ balance }}?",
        {SAY: "does not hold: greet: if_silent says 'balance'"},
    ),
    "balance in another re-ask": ("  - Sorry, I missed that.", "  - Sorry, {{ balance }}.", {SAY: "greet: if_unclear says 'balance'"}),
    "balance on coming back": ("language: en", "if_back: You owe {{ balance }}.", {SAY: "greet: if_back says 'balance'"}),
    "balance in an answer": (
        "Say agent to talk to a person.",
        "Say agent to talk about {{ balance | digits }}.",
        {SAY: "does not hold: greet: answers says 'balance'"},
    ),
    "creditor in a legal text": (
        "assistant for {{ agency }}.",
        "assistant for {{ creditor }}.",
        {SAY: "does not hold: greet says 'creditor'"},
    ),
    "creditor spelled": (
        "end: Thank you. We will contact",
        "end: Thank you. {{ creditor | spelled }} will contact",
        {SAY: "greet --anytime 'lawyer'--> attorney says 'creditor'"},
    ),
    "balance in the last words": (
        "end: I have noted that.",
        "end: I have noted that you owe {{ balance }}.",
        {SAY: "greet --anytime 'stop calling'--> opt_out says 'balance'"},
    ),
}
# Steps that some of them lead to.
MORE = {
    "know": "    when:\n      right_person: authorise\n      otherwise: verify\n",
    "heard_it": "    when:\n      heard mini_miranda: authorise\n      otherwise: verify\n",
    "sure": f"{DIGITS}    check: verify_identity\n    if_ok: settled\n    if_failed: wrong_person\n    proves: confirmed\n"
    f"  settled:\n{YES_TO_PAY}      ask me again: authorise\n",
    "taken_back": "    when:\n      confirmed: take_payment\n      otherwise: offer_plan\n",
    "elsewhere": "    run: other\n    go: ask_payment\n",
}
OTHER = """flow: other
needs:
  balance: money, e.g. $12.50
steps:
  tell:
    ask: There is {{ balance }}. Is that so?
    hear:
      yes | no: done
  done:
    end: Thank you.
"""


@pytest.mark.parametrize("name", MUTANTS)
def test_change_that_breaks_a_promise_is_told_at_its_line(name: str, tmp_path: Path) -> None:
    old, new, broken = MUTANTS[name]
    assert FLOW.count(old) == 1
    text = FLOW.replace(old, new)
    for step, body in MORE.items():
        if step in new.split(": ") or f": {step}\n" in f"{new}\n":
            text = text.replace(ENDED, f"{ENDED}  {step}:\n{body}")
    (tmp_path / "other.yaml").write_text(OTHER)
    path = tmp_path / "debt_collection_call.yaml"
    path.write_text(text)

    # A change to a text that was approved is told for itself.
    found = {one.line: one for one in check(path) if one.severity == "error" and one.code != "lock-mismatch"}

    lines = text.splitlines()
    assert {lines[line - 1].split("#")[0].rstrip() for line in found} == set(broken), "\n".join(map(str, found.values()))
    for line, one in found.items():
        told = LINES.sub("", one.message)
        assert one.code == "broken-promise"
        assert (one.file, one.column) == (str(path), 5)
        assert broken[lines[line - 1].split("#")[0].rstrip()] in told


def test_there_are_forty_and_the_flow_itself_is_fine(tmp_path: Path) -> None:
    path = tmp_path / "debt_collection_call.yaml"
    path.write_text(FLOW)

    assert len(MUTANTS) == 40
    assert check(path) == []
