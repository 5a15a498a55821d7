"""The certificate of a call, from the record of real turns."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from steering.certificate import NOT_DISCLOSED, Agreement, Certificate, as_json, masked_number
from steering.certificate.page import page
from steering.core.turn import IN_HISTORY, PLAYED, SENT, Kind
from steering.core.wording import lock
from tests.turns.platform import Line, them

LOAN = """
flow: loan
needs:
  name: name, e.g. Maria
  pin: digits, private, optional, e.g. 4512
wording:
  recorded:
    text: This call is recorded, {{ name }}.
    must_hear: all
    approved: J. Lee, Legal, 2 Nov 2026, lock LOCK
  terms:
    text: You may cancel within 10 days.
    must_hear: all
  greeting:
    text: Good morning from the bank.
anytime:
  stop calling: opt_out
  go back: (back)
steps:
  greet:
    say: wording.greeting
    go: notice
  notice:
    say: wording.recorded
    ask: May we go on?
    hear:
      yes: offer
      no: bye
  offer:
    consent: Do you want the loan of $500?
    accept_only: yes | i agree
    if_yes: more
    if_no: bye
  more:
    ask: Shall I read the terms?
    hear:
      yes: read
      no: bye
  read:
    say: wording.terms
    ask: Anything else?
    hear:
      no: desk
  desk:
    hand_to: the_desk
  bye:
    end: Goodbye.
  opt_out:
    end: We will not call again.
    record: do_not_call
""".replace("LOCK", lock("This call is recorded, {{ name }}."))


@pytest.fixture
def line() -> Line:
    line = Line(LOAN, owner="acme")
    line.steering.put("acme", "call", flow="loan", facts={"name": "Maria", "pin": "4512"}, number="+13125550142")
    line.hear(platform="sse")
    return line


def certificate(line: Line, incarnation: int | None = None) -> Certificate:
    found = line.steering.certificate("acme", "call", incarnation)
    assert found is not None
    return found


def grades(found: Certificate) -> dict[str, tuple[str, int]]:
    return {one.name: (one.grade, one.said) for one in found.disclosures}


def test_whole_call_is_certified(line):
    began = line.clock.now
    line.hear("yes")
    line.hear("yes I agree")
    line.hear("yes")
    line.hear("no", evidence=PLAYED)

    found = certificate(line)

    assert (found.session, found.owner, found.number, found.platform) == ("call", "acme", "…0142", "sse")
    assert (found.flow, found.began, found.seconds, found.turns) == ("loan", began, 4, 4)
    assert (found.outcome, found.step, found.handed_to) == ("hand_to", "desk", "the_desk")
    assert grades(found) == {"recorded": (IN_HISTORY, 1), "terms": (PLAYED, 1)}
    assert [(one.at - began, one.turn) for one in found.disclosures] == [(1, 1), (4, 4)]
    assert found.agreements == (
        Agreement(
            step="offer",
            flow="loan",
            answer="agreed",
            words="yes I agree",
            at=began + 2,
            turn=2,
            question="Do you want the loan of $500?",
            spoken="Do you want the loan of five hundred dollars?",
            lock=lock("Do you want the loan of $500?"),
            spoken_lock=lock("Do you want the loan of five hundred dollars?"),
            grade=IN_HISTORY,
        ),
    )
    assert (found.opt_out, found.records, found.unreadable) == (None, (), 0)
    assert found.chain.verifies
    assert found.chain.events == len(line.events())


def test_call_that_never_opened_began_when_it_came():
    line = Line(LOAN, owner="acme")
    line.messages = [them("hello")]
    line.ask()

    found = certificate(line)

    assert (found.began, found.seconds) == (line.clock.now, 0.0)


def test_every_wording_has_its_locks_and_its_approval(line):
    line.hear("yes")

    texts = {one.name: one for one in certificate(line).wordings}

    assert texts["recorded"].lock == lock("This call is recorded, {{ name }}.")
    assert texts["recorded"].spoken_lock == lock("This call is recorded, Maria.")
    assert texts["recorded"].approved.startswith("J. Lee, Legal, 2 Nov 2026")
    assert texts["terms"].spoken_lock == lock("You may cancel within ten days.")
    assert (texts["greeting"].must_hear, texts["terms"].must_hear) == (False, True)


def test_text_cut_off_is_not_disclosed_until_it_was_heard(line):
    line.cut(8)
    line.hear("yes")
    assert grades(certificate(line))["recorded"] == (NOT_DISCLOSED, 2)

    line.hear("yes")

    assert grades(certificate(line))["recorded"] == (IN_HISTORY, 2)


def test_hang_up_leaves_the_text_not_disclosed(line):
    line.steering.hung_up("acme", "call", reason="USER_ENDED", seconds=17)

    found = certificate(line)

    assert grades(found) == {"recorded": (NOT_DISCLOSED, 1), "terms": (NOT_DISCLOSED, 0)}
    assert (found.outcome, found.reason, found.seconds) == ("hangs up", "USER_ENDED", 17)


def test_reason_that_a_platform_gives_is_kept_in_brief_and_without_a_card_number(line):
    line.steering.hung_up("acme", "call", reason="caller said 4111 1111 1111 1111 " + 300 * "x")

    assert certificate(line).reason.startswith("caller said … xxx")
    assert len(certificate(line).reason) == 200


def test_call_of_which_nothing_more_came_is_not_disclosed(line):
    found = certificate(line)

    assert grades(found)["recorded"] == (NOT_DISCLOSED, 1)
    assert (found.outcome, found.turns) == ("", 0)


def test_text_without_any_report_is_certified_as_sent():
    line = Line(LOAN, owner="acme")
    line.steering.put("acme", "call", flow="loan", facts={"name": "Maria"})
    line.ask([])
    line.ask([them("yes")])

    assert grades(certificate(line))["recorded"] == (SENT, 1)


def test_closing_words_are_certified_by_what_comes_after_them(line):
    source = LOAN.replace("no: desk", "no: last").replace(
        "  desk:\n    hand_to: the_desk", "  last:\n    say: wording.terms\n    end: Bye."
    )
    line = Line(source, owner="acme")
    line.steering.put("acme", "call", flow="loan", facts={"name": "Maria"})
    for words in (None, "yes", "yes", "yes", "no"):
        line.hear(words)
    line.hear("thanks, bye")

    assert [(one.name, one.grade, one.turn) for one in certificate(line).disclosures][1] == ("terms", IN_HISTORY, 4)


def test_refusal_withdrawal_and_revision_stay_on_the_certificate(line):
    line.hear("yes")
    line.hear("yes")
    line.lengthen("wait no")
    line.hear("yes")
    line.hear("go back")
    line.hear("no")

    answers = [(one.turn, one.answer, one.words) for one in certificate(line).agreements]

    assert answers == [(2, "revised", "yes"), (3, "withdrawn", "yes"), (5, "refused", "no")]
    assert certificate(line).agreements[1].until is not None


PAYMENT = """\
flow: payment
wording:
  terms:
    text: On {{ day }} we take {{ amount }}.
    must_hear: all
anytime:
  go back: (back)
steps:
  which:
    ask: Which day?
    collect: day, date
    go: much
  much:
    ask: How much?
    collect: amount, money
    go: authorise
  authorise:
    say:
      - wording.terms
      - It is final.
    consent: Do you authorize it?
    if_yes: last
    if_no: bye
  last:
    ask: Shall I go on?
    hear:
      yes: bye
      no: bye
  bye:
    end: Goodbye.
"""


def test_every_agreement_shows_what_its_step_said_before_it_with_the_values_of_then():
    line = Line(PAYMENT, owner="acme")
    for words in (None, "saturday", "fifty dollars", "yes", *["go back"] * 3, "monday", "fifty dollars", "yes", "yes"):
        line.hear(words)

    found = certificate(line)

    withdrawn, agreed = found.agreements
    day = {"withdrawn": withdrawn.before.split()[1], "agreed": agreed.before.split()[1]}
    assert (withdrawn.answer, agreed.answer) == ("withdrawn", "agreed")
    assert day["withdrawn"] != day["agreed"]
    assert agreed.before == f"On {day['agreed']} we take $50. It is final."
    assert agreed.spoken_before.endswith("we take fifty dollars. It is final.")
    assert withdrawn.before in page(found)
    assert agreed.spoken_before in page(found)


def test_opt_out_is_certified_with_its_turn(line):
    line.hear("please stop calling")

    found = certificate(line)

    assert found.opt_out is not None
    assert (found.opt_out.name, found.opt_out.turn) == ("do_not_call", 1)
    assert [one.name for one in found.records] == ["do_not_call"]


def test_broken_chain_is_said(line):
    line.hear("yes")
    store = line.steering.store
    key = store.read(lambda txn: txn.session("acme", "call").key)
    events = store._txn._audit[key]  # type: ignore[attr-defined]
    store._txn._audit[key] = (events[0], replace(events[1], kind="nothing"), *events[2:])  # type: ignore[attr-defined]

    found = certificate(line)

    assert not found.chain.verifies
    assert found.chain.first_break == 2
    assert "breaks at event 2" in page(found)


def test_damaged_turn_is_counted_and_the_rest_is_certified(line):
    line.hear("yes")
    store = line.steering.store

    def damage(txn):  # type: ignore[no-untyped-def]
        row = txn.session("acme", "call")
        txn.save_turn(replace(txn.live_turn(row.key, 1), body=b"not json"))

    store.transact(damage)

    found = certificate(line)
    assert found.unreadable == 1
    assert "1 turn cannot be read" in page(found)


def test_earlier_call_under_the_same_id_keeps_its_certificate(line):
    line.hear("no")
    line.messages.clear()
    line.hear()

    assert certificate(line).incarnation == 2
    assert certificate(line, 1).outcome == "end"
    assert line.steering.certificate("acme", "call", 3) is None


def test_another_owner_s_call_has_no_certificate(line):
    assert line.steering.certificate("beta", "call") is None


def everything(line: Line) -> str:
    """Both forms of the certificate, without its random hashes: any four digits may stand in them."""
    return re.sub(r"\b[0-9a-f]{32,}\b", "", page(certificate(line)) + str(as_json(certificate(line))))


def test_private_values_and_the_number_stand_nowhere(line):
    source = LOAN.replace("of $500?", "to card {{ pin }}?").replace(", optional", "")
    line = Line(source, owner="acme")
    line.steering.put("acme", "call", flow="loan", facts={"name": "Maria", "pin": "4512"}, number="+13125550142")
    line.hear()
    line.hear("yes")
    line.hear("yes")

    text = everything(line)

    assert "to card …?" in text
    assert "4512" not in text
    assert "four five" not in text
    assert "+1312" not in text


def test_card_number_said_with_a_refusal_is_masked(line):
    line.hear("yes")
    line.hear("no my card is 4111 1111 1111 1111")

    text = everything(line)

    assert [one.answer for one in certificate(line).agreements] == ["refused"]
    assert "my card is …" in text
    assert "4111" not in text


def test_short_number_is_not_shown_at_all():
    assert masked_number("112") == ""


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag, attrs):  # type: ignore[no-untyped-def]
        self.seen.append(tag)
        self.attributes |= {name for name, _ in attrs}


def test_page_escapes_whatever_was_said_and_runs_nothing(line):
    line.steering.put("acme", "call", flow=None, facts={"name": "Maria <img src=x onerror=alert(1)>"})
    line.messages.clear()
    line.hear()
    line.hear("yes")
    line.messages.append(them('no "><script>alert(1)</script>'))
    line.ask()

    tags = Tags()
    tags.feed(page(certificate(line)))

    assert certificate(line).agreements[0].words.startswith('no "><script>')
    assert not {"script", "img", "link", "iframe"} & set(tags.seen)
    assert tags.attributes <= {"lang", "charset", "name", "content", "class"}


def test_times_go_over_the_wire_in_iso_8601(line):
    line.hear("yes")
    line.messages.append(them("", kind=Kind.HANGUP))
    line.ask()

    found = as_json(certificate(line))

    assert found["began"] == "2026-01-05T16:00:01.000Z"
    assert found["disclosures"][0]["at"] == "2026-01-05T16:00:02.000Z"
    assert found["disclosures"][1]["at"] is None
    assert found["opt_out"] is None
