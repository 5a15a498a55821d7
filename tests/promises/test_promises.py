"""What a promise means: each rule by a small flow that keeps it, and one that breaks it by the shortest path told."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from steering.core.engine import advance, open_session
from steering.core.promises import prove
from steering.core.turn import Kind, Turn
from steering.errors import FlowError
from steering.loader import check, load, load_sources

ROOT = Path(__file__).parent.parent.parent

BASE = """
flow: pay
needs:
  balance: money, e.g. $12.50
  account_pin: digits, e.g. 4512
wording:
  notice:
    text: Payments are final.
    must_hear: all
promises:
{promises}
checks:
  verify: pin is account_pin
{file}
steps:
  greet:
    ask: May I speak with you?
    hear:
      yes: verify
      no: bye
{greet}
  verify:
    ask: What is your PIN?
    collect: pin, 4 digits
    check: verify, 2 tries
    if_ok: authorise
    if_failed: bye
    proves: right_person
  authorise:
    say: wording.notice
    consent: May I take {{{{ balance }}}}?
    if_yes: pay
    if_no: bye
  pay:
    hand_to: payments
  bye:
    end: Goodbye.
{steps}
"""
ALL = "  - before: pay\n    always: right_person, heard notice, agreed authorise"

# What the places of a message look like; only one test reads them.
LINES = re.compile(r" \((?:\w+\.yaml )?line \d+\)")

Broken = Callable[..., list[str]]


@pytest.fixture
def broken(tmp_path: Path) -> Broken:
    """What is said of the promises of a flow, with the files that it runs."""

    def told(promises: str, *, file: str = "", greet: str = "", steps: str = "", source: str = BASE, **others: str) -> list[str]:
        for name, text in others.items():
            (tmp_path / f"{name}.yaml").write_text(text)
        path = tmp_path / "pay.yaml"
        path.write_text(source.format(promises=promises, file=file, greet=greet, steps=steps))
        found = check(path)
        assert [str(one) for one in found if one.severity == "error" and one.code != "broken-promise"] == []
        return [LINES.sub("", one.message).removeprefix("This promise does not hold: ") for one in found if one.code == "broken-promise"]

    return told


def test_promises_of_the_shipped_flows_hold() -> None:
    for path in sorted((ROOT / "flows").glob("*.yaml")):
        if "\nflow:" in "\n" + path.read_text():
            assert load(path)


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("unreachable-step", "", "  island:\n    end: Nobody comes here.\n"),
        ("no-ending", "", "  ring:\n    ask: Again?\n    hear:\n      yes: ring\n"),
        ("missing-value", "end: Goodbye.", "end: Your PIN is {{ pin }}."),
        ("same-phrase", "", "  island:\n    ask: Well?\n    hear:\n      red: pay\n      green | red: bye\n"),
        ("lock-mismatch", "wording:\n", "wording:\n  legal:\n    text: This is new.\n    approved: J. Lee, 2 Nov 2026, lock 7f3a91c2\n"),
        ("bad-approval", "wording:\n", "wording:\n  legal:\n    text: This is new.\n    approved: J. Lee\n"),
    ],
)
def test_broken_promise_is_told_beside_what_else_is_wrong(code: str, old: str, new: str, tmp_path: Path) -> None:
    text = BASE.format(promises="  - before: pay\n    always: right_person", file="", greet="      pay now: pay", steps="")
    path = tmp_path / "pay.yaml"
    path.write_text(text.replace(old, new) if old else text + new)

    codes = {one.code for one in check(path) if one.severity == "error"}

    assert {code, "broken-promise"} <= codes
    with pytest.raises(FlowError):
        load(path)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("authorize", "There is no consent step 'authorize'; did you mean 'authorise'?"),
        # A step, but one that asks for no consent: nobody can agree there.
        ("greet", "There is no consent step 'greet'; the consent steps are: authorise"),
        ("zork", "There is no consent step 'zork'; the consent steps are: authorise"),
    ],
)
def test_agreement_to_what_is_no_consent_is_told_with_the_near_one(name: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "pay.yaml"
    path.write_text(BASE.format(promises=f"  - before: pay\n    always: agreed {name}", file="", greet="", steps=""))

    found = [(one.line, one.column, one.code, one.message) for one in check(path) if one.severity == "error"]

    assert found == [(11, 5, "unknown-step", said)]


def test_promise_that_holds_is_not_mentioned(broken: Broken) -> None:
    assert broken(ALL + "\n  - never say: balance\n    until: right_person") == []


def test_finding_stands_at_the_promise_and_tells_the_path_with_lines(tmp_path: Path) -> None:
    path, sub = tmp_path / "pay.yaml", tmp_path / "sub.yaml"
    path.write_text(
        BASE.format(promises=ALL, file="anytime:\n  pay now: run sub", greet="", steps="").replace("if_failed: bye", "if_failed: pay")
    )
    sub.write_text("flow: sub\npromises:\n  - before: paid\n    always: right_person\nsteps:\n  paid:\n    end: Thanks.\n")
    lines = {name: path.read_text().splitlines().index(f"  {name}:") + 1 for name in ("greet", "verify", "pay")}

    found = [one for one in check(path) if one.severity == "error"]

    way = f"greet (line {lines['greet']}) --yes--> verify (line {lines['verify']}) --if_failed--> pay (line {lines['pay']})"
    detour = f"greet (line {lines['greet']}) --anytime 'pay now'--> sub.paid (sub.yaml line 6)"
    assert [(one.file, one.line, one.column, one.code, one.message.removeprefix("This promise does not hold: ")) for one in found] == [
        (str(path), 11, 5, "broken-promise", f"{way}: 'right_person' is not yet true"),
        (str(sub), 3, 5, "broken-promise", f"{detour}: 'right_person' is not yet true"),
    ]


@pytest.mark.parametrize(
    ("condition", "file", "greet", "path"),
    [
        ("right_person", "", "      pay: pay", "greet --pay--> pay: 'right_person' is not yet true"),
        ("agreed authorise", "", "      pay: pay", "greet --pay--> pay: 'agreed authorise' is not yet true"),
        (
            "heard notice",
            "anytime:\n  pay now: pay\nif_silent:\n  - go: authorise",
            "",
            "greet --anytime 'pay now'--> pay: 'heard notice' is not yet true",
        ),
        ("right_person", "if_silent:\n  - Hello?\n  - go: pay", "", "greet --if_silent for the 2nd time--> pay"),
        ("right_person", "if_unclear:\n  - go: pay", "", "greet --if_unclear--> pay"),
        ("right_person", "if_feeling:\n  anger strong: pay", "", "greet --if_feeling anger strong--> pay"),
        ("right_person", "open: Mon-Fri 08:00-17:00 America/Chicago, else pay", "", "pay: 'right_person' is not yet true"),
        ("right_person", "time_limit: 5 minutes\nif_time_short:\n  1 minute: pay", "", "greet --if_time_short--> pay"),
        ("right_person", "anytime:\n  (hangs up): pay", "", "greet --anytime (hangs up)--> pay"),
        ("right_person", "", "      (voicemail): pay", "greet --(voicemail)--> pay"),
        ("agreed authorise", "if_not_heard: pay", "", "authorise --cutting in three times, if_not_heard--> pay"),
    ],
)
def test_every_kind_of_exit_is_followed(broken: Broken, condition: str, file: str, greet: str, path: str) -> None:
    (told,) = broken(f"  - before: pay\n    always: {condition}", file=file, greet=greet)

    assert path in told


def test_check_that_fails_proves_nothing(broken: Broken) -> None:
    source = BASE.replace("if_failed: bye", "if_failed: authorise")

    (told,) = broken(ALL, source=source)

    assert "verify --if_failed--> authorise --if_yes--> pay: 'right_person' is not yet true" in told


def test_text_that_is_said_on_the_way_is_not_heard_yet(broken: Broken) -> None:
    steps = "  tell:\n    say: wording.notice\n    go: pay\n"

    (told,) = broken("  - before: pay\n    always: heard notice", greet="      tell: tell", steps=steps)

    assert told == "greet --tell--> tell --go--> pay: 'heard notice' is not yet true"


def test_text_that_nobody_must_hear_is_never_heard(broken: Broken) -> None:
    (told,) = broken("  - before: pay\n    always: heard notice", source=BASE.replace("    must_hear: all\n", ""))

    assert "without `must_hear: all` nobody knows whether 'notice' was heard" in told


def test_value_is_looked_for_in_every_kind_of_line(broken: Broken) -> None:
    never = "  - never say: balance\n    until: right_person"
    for file in (
        "if_silent:\n  - It is {{ balance }}.",
        "if_unclear:\n  - It is {{ balance }}.",
        "if_back: It is {{ balance }}.",
        "answers:\n  how much is it: It is {{ balance }}.",
    ):
        (told,) = broken(never, file=file)
        assert " says 'balance': 'right_person' is not yet true" in told


BESIDE = {
    "answers:\n  how much is it: It is {{ balance }}.": "answers",
    "answers:\n  how much is it: wording.sum\nwording:\n  sum:\n    text: It is {{ balance }}.": "answers",
    "if_back: It is {{ balance }}.": "if_back",
    "if_silent:\n  - Hello?\n  - It is {{ balance }}.": "if_silent",
}


@pytest.mark.parametrize("file", BESIDE)
def test_a_value_said_beside_the_question_is_told_with_the_line_that_says_it(file: str, tmp_path: Path) -> None:
    path = tmp_path / "beside.yaml"
    promise = "promises:\n  - never say: balance\n    until: right_person"
    path.write_text(
        f"flow: beside\nneeds:\n  balance: money, e.g. $5\n  number: digits, private, e.g. 4512\n{promise}\n{file}\n"
        "checks:\n  pin_right: pin is number\nsteps:\n  verify:\n    ask: Your PIN?\n    collect: pin, 4 digits, private\n"
        "    check: pin_right\n    if_ok: bye\n    if_failed: bye\n    proves: right_person\n  bye:\n    end: Goodbye.\n"
    )
    lines = path.read_text().splitlines()
    line = next(i for i, one in enumerate(lines, 1) if "It is" in one or "how much is it" in one)

    (told,) = (one.message for one in check(path) if one.code == "broken-promise")

    verify = lines.index("  verify:") + 1
    says = f"verify (line {verify}): {BESIDE[file]} (line {line}) says 'balance'"
    assert told == f"This promise does not hold: {says}: 'right_person' is not yet true"


def test_agreement_is_withdrawn_by_back_and_by_a_no(broken: Broken) -> None:
    # After "yes" the caller goes on to a last question, from where "go back" asks for the agreement anew.
    source = BASE.replace("if_yes: pay", "if_yes: sure").replace("  pay:\n", "  sure:\n    ask: Sure?\n    hear:\n      yes: pay\n  pay:\n")
    router = "  way_out:\n    ask: Pay?\n    hear:\n      yes: pay\n      no: bye\n"

    assert broken(ALL, source=source, file="anytime:\n  go back: (back)") == []
    (told,) = broken(ALL, source=source.replace("if_no: bye", "if_no: way_out"), steps=router)
    assert "'agreed authorise' is not yet true" in told


def test_back_keeps_what_was_proved_since(broken: Broken) -> None:
    # Only who was verified may go the short way from the greeting, and only who comes back to it was verified.
    router = (
        "  router:\n    when:\n      right_person: pay\n      otherwise: bye\n  info:\n    ask: Any more?\n    hear:\n      yes | no: bye\n"
    )
    source = BASE.replace("if_ok: authorise", "if_ok: info").replace("      no: bye", "      no: bye\n      card: authorise", 1)
    promise = "  - before: pay\n    always: agreed authorise"

    assert broken(promise, source=source, greet="      short: router", steps=router) == []
    (told,) = broken(promise, source=source, greet="      short: router", steps=router, file="anytime:\n  go back: (back)")
    assert told == (
        "greet --yes--> verify --if_ok--> info --(back), 2 times--> greet --short--> router --right_person--> pay"
        ": 'agreed authorise' is not yet true"
    )


def test_start_over_keeps_only_what_was_heard(broken: Broken) -> None:
    router = "  router:\n    when:\n      heard notice: pay\n      otherwise: bye\n"

    (told,) = broken(ALL, file="anytime:\n  start over: (start over)", greet="      maybe: router", steps=router)

    assert told == (
        "greet --yes--> verify --if_ok--> authorise --anytime 'start over'--> greet --maybe--> router --heard notice--> pay"
        ": 'right_person' is no longer true"
    )


def test_guard_on_a_fact_protects_what_is_behind_it(broken: Broken) -> None:
    router = "  router:\n    when:\n      right_person and heard notice and agreed authorise: pay\n      otherwise: bye\n"

    assert broken(ALL, file="anytime:\n  pay now: router", steps=router) == []


def test_guard_on_another_fact_that_comes_later_protects_too(broken: Broken) -> None:
    # Who agreed has heard the notice and was verified: there is no other way to the consent.
    router = "  router:\n    when:\n      agreed authorise: pay\n      otherwise: bye\n"

    assert broken(ALL, file="anytime:\n  pay now: router", steps=router) == []


@pytest.mark.parametrize(
    ("file", "how"),
    [
        ("", "--if_silent for the 3rd time--> goodbye: the call ends at 'greet'"),
        ("if_silent:\n  - go: bye\nif_unclear:\n  - go: bye\nif_not_heard: bye", "--(hangs up)-->: the call ends at 'greet'"),
    ],
)
def test_every_end_of_a_call_counts(broken: Broken, file: str, how: str) -> None:
    (told,) = broken("  - always ends with: bye, pay", file=file)

    assert "the call ends at 'greet'" in told
    assert how.split(": ")[0].split("--")[1] in told or "(hangs up)" in told


ENDS = "anytime:\n  (hangs up) | (voicemail): bye\nif_silent:\n  - go: bye\nif_unclear:\n  - go: bye\nif_not_heard: bye"


def test_flow_that_leads_everything_to_its_ends_keeps_the_promise(broken: Broken) -> None:
    assert broken("  - always ends with: bye, pay", file=ENDS) == []


def test_time_limit_breaks_a_promised_end(broken: Broken) -> None:
    (told,) = broken("  - always ends with: bye, pay", file=ENDS + "\ntime_limit: 5 minutes")

    assert told == "greet --time_limit--> goodbye: the call ends at 'greet'"


SUB = """
flow: sub
needs:
  account_pin: digits, e.g. 4512
checks:
  verify_sub: pin2 is account_pin
anytime:
  out: leave
steps:
  who:
    ask: Your PIN please?
    collect: pin2, 4 digits
    check: verify_sub
    if_ok: thanks
    if_failed: {failed}
    proves: right_person
  thanks:
    end: Thank you.
  leave:
    end: Well.
"""


def test_what_a_flow_proves_that_is_run_is_proved(broken: Broken) -> None:
    steps = "  identify:\n    run: sub\n    go: authorise\n"
    source = BASE.replace("yes: verify", "yes: identify").replace("no: bye", "no: verify", 1)

    (told,) = broken(ALL, steps=steps, source=source, sub=SUB.format(failed="thanks"))
    assert "sub.who --if_failed--> sub.thanks --returns--> identify" in told
    (told,) = broken(ALL, steps=steps, source=source, sub=SUB.format(failed="nowhere") + "  nowhere:\n    hand_to: desk\n")
    assert "sub.who --anytime 'out'--> sub.leave --returns--> identify" in told


RUNS_A_STEP = """
flow: pay
promises:
{promises}
{file}
steps:
  greet:
    run: colour
    go: pay
{greet}
  colour:
    ask: Which colour?
    hear:
      red: noted
{steps}
  noted:
    end: Noted.
  pay:
    hand_to: payments
  bye:
    end: Goodbye.
"""


def test_a_ladder_of_the_file_leads_out_of_a_step_that_the_flow_runs(broken: Broken) -> None:
    ends = "  - always ends with: pay"
    file = "anytime:\n  (hangs up) | (voicemail): pay\nif_not_heard: pay\nif_silent:\n  - go: pay\nif_unclear:\n  - Hm?\n  - go: {to}\n"
    says_bye = "    hear:\n      red: noted\n      blue: bye\n"

    (told,) = broken(ends, file=file.format(to="bye"), source=RUNS_A_STEP)
    assert told == "greet --run colour--> colour --if_unclear for the 2nd time--> bye: the call ends at 'bye'"
    assert broken(ends, file=file.format(to="pay"), source=RUNS_A_STEP.replace("    hear:\n      red: noted\n", says_bye)) == []


def test_a_ladder_of_a_step_that_is_run_stays_in_it(broken: Broken) -> None:
    file = "anytime:\n  (hangs up) | (voicemail): pay\nif_not_heard: pay\nif_silent:\n  - go: pay\n"

    assert broken("  - always ends with: pay", file=file, steps="    if_unclear:\n      - go: bye\n", source=RUNS_A_STEP) == []


def test_promise_of_a_flow_that_is_run_holds_in_the_call_too(broken: Broken) -> None:
    sub = "flow: sub\npromises:\n  - before: pay\n    always: right_person\nsteps:\n  pay:\n    end: Paid.\n"

    (told,) = broken(ALL, file="anytime:\n  quick pay: run sub", sub=sub)

    assert told == "greet --anytime 'quick pay'--> sub.pay: 'right_person' is not yet true"


def test_same_name_for_two_texts_proves_nothing(broken: Broken) -> None:
    sub = "flow: sub\nwording:\n  notice:\n    text: Another notice.\n    must_hear: all\n"
    sub += "steps:\n  tell:\n    say: wording.notice\n    ask: Well?\n    hear:\n      yes: out\n  out:\n    end: Done.\n"

    (told,) = broken(ALL, file="anytime:\n  tell me: run sub", sub=sub)

    assert told == "'heard notice' means two texts: the flow 'sub' has another 'notice'; give one of them another name"


SPANISH = """
flow: es
language: es
wording:
  notice:
    text: Los pagos son finales.
    must_hear: all
promises:
  - before: pay
    always: heard notice
steps:
  first:
    when:
      heard notice: pay
      otherwise: tell
  tell:
    say: wording.notice
    ask: ¿De acuerdo?
    hear: {yes: first, no: done}
  pay:
    end: Pagado.
  done:
    end: Gracias.
"""
IN_SPANISH = """
flow: pay
wording:
  notice:
    text: Payments are final.
    must_hear: all
anytime:
  español: run es
steps:
  greet:
    say: wording.notice
    ask: Shall we?
    hear: {yes: bye, no: bye}
  bye:
    end: Goodbye.
"""


def test_guard_on_a_text_means_the_text_of_its_own_language() -> None:
    flow = load_sources({"pay.yaml": IN_SPANISH, "es.yaml": SPANISH}, "pay")
    assert not prove(flow, lambda flow, step: step)

    session = open_session(flow, {})
    steps = []
    for kind, text in ((Kind.START, ""), (Kind.SPEECH, "español"), (Kind.SPEECH, "sí")):
        session, reply = advance(flow, session, Turn(kind=kind, text=text, at=session.at + 1))
        steps.append(reply.lines[0].text)

    assert steps == ["Payments are final.", "Los pagos son finales.", "Pagado."]


KNOWN = """
flow: pay
needs:
  account: digits, e.g. 4512
checks:
  is_known: account is 4512
anytime:
{anytime}
promises:
  - before: out
    always: owner
steps:
  first:
    check: is_known
    if_ok: greet
    if_failed: bye
    proves: owner
  greet:
    ask: Shall we?
    hear:
      yes: out
      no: bye
  bye:
    end: Goodbye.
  out:
    end: We will not call again.
    record: do_not_call
"""


def test_opt_out_comes_before_what_the_opening_would_prove(broken: Broken) -> None:
    (told,) = broken("", source=KNOWN.replace("{anytime}", "  stop calling | key 9: out"))

    assert told == (
        "the call begins --anytime 'stop calling' in the first words, before its facts are there--> out: 'owner' is not yet true"
    )
    # Only an opt-out is taken so early, whatever else leads to its step.
    assert broken("", source=KNOWN.replace("{anytime}", "  agent: greet")) == []


def test_opt_out_does_not_wait_for_a_look_up(broken: Broken) -> None:
    source = KNOWN.replace("is_known: account is 4512", 'is_known:\n    get: "https://desk.example/{{{{ account }}}}"')
    source = source.replace("  greet:\n", "  greet:\n    say: Well.\n").replace("before: out", "always ends with: bye, out")
    source = source.replace("    always: owner\n", "").replace("{anytime}", "  (hangs up) | (voicemail): bye\n  stop calling: gone")
    source += "  gone:\n    end: Gone.\n    record: do_not_call\nif_silent:\n  - go: bye\nif_unclear:\n  - go: bye\n"

    (told,) = broken("", source=source)

    assert told == "first --during the look-up, anytime 'stop calling'--> gone: the call ends at 'gone'"


AMOUNT = """
flow: pay
wording:
  notice:
    text: You will pay {{{{ amount }}}} today.
    must_hear: all
promises:
{promises}
{file}
steps:
  which:
    ask: How much?
    collect: amount, money
    go: authorise
  authorise:
    say: wording.notice
    consent: May I take it?
    if_yes: sure
    if_no: bye
  sure:
    ask: Shall I take it now?
    hear:
      yes: pay
      no: bye
{greet}
  pay:
    hand_to: payments
  bye:
    end: Goodbye.
{steps}
"""
TAKEN = "  - before: pay\n    always: heard notice, agreed authorise"
ANOTHER = "  another:\n    ask: How much, then?\n    collect: amount, money\n    go: "


def test_value_may_be_corrected_where_its_text_is_read_again(broken: Broken) -> None:
    assert broken(TAKEN, source=AMOUNT) == []
    assert broken(TAKEN, source=AMOUNT, greet="      another: another", steps=ANOTHER + "authorise") == []


def test_text_was_not_heard_with_a_value_that_is_collected_after_it(broken: Broken) -> None:
    (found,) = broken(TAKEN, source=AMOUNT, greet="      another: another", steps=ANOTHER + "pay")

    assert found == (
        "which --go--> authorise --if_yes--> sure --another--> another --go--> pay"
        ": 'heard notice' is no longer true; it holds only for the 'amount' that it was said with"
    )


def test_a_guard_does_not_take_a_text_for_heard_whose_value_was_dropped(broken: Broken) -> None:
    steps = "  gate:\n    when:\n      heard notice: pay\n      otherwise: bye"

    assert broken(TAKEN, source=AMOUNT, file="anytime:\n  go back: (back)", greet="      gate: gate", steps=steps) == []


PARTLY_HEARD = """
flow: pay
wording:
  terms:
    text: These are the terms.
    must_hear: all
  notice:
    text: Payments are final.
    must_hear: all
promises:
  - before: pay
    always: heard terms
if_silent:
  - go: next
steps:
  greet:
    say: wording.terms
    go: read
  read:
    say: wording.notice
    ask: Shall we go on?
    hear:
      yes | no: bye
  next:
    when:
      heard terms: bye
      heard notice: pay
      otherwise: bye
  pay:
    hand_to: payments
  bye:
    end: Goodbye.
"""


def test_one_of_two_texts_may_have_been_heard_where_silence_leads(broken: Broken) -> None:
    flow = load_sources({"pay.yaml": PARTLY_HEARD.replace("promises:\n  - before: pay\n    always: heard terms\n", "")}, "pay")
    session = open_session(flow, {})
    for kind, heard in ((Kind.START, None), (Kind.INTERRUPT, "Payments are final."), (Kind.SILENCE, None)):
        session, _ = advance(flow, session, Turn(kind=kind, heard=heard, at=1_767_628_800.0))
    assert (session.step, tuple(session.heard)) == ("pay", ("notice",))

    assert broken("", source=PARTLY_HEARD) == [
        "greet --go--> read --the caller cuts in--> read --if_silent--> next --heard notice--> pay: 'heard terms' is not yet true"
    ]


FIRST_ASKED = """
flow: pay
open: Mon-Fri 08:00-17:30 America/Chicago, else closed
needs:
  desk_url: url, e.g. https://desk.example
checks:
  is_open:
    get: "{{{{ desk_url }}}}/open"
anytime:
  (voicemail): {machine}
  (hangs up): bye
if_silent:
  - go: bye
if_unclear:
  - go: bye
if_not_heard: bye
promises:
  - always ends with: bye, {ends}
steps:
  greet:
    ask: May I speak with you?
    hear:
      yes: message
      no: bye
  closed:
    say: We are closed.
    go: on
  {on}
  message:
    ask: Shall we call you back?
    hear:
      yes | no: bye
  bye:
    end: Goodbye.
"""
SAID_ON = "on:\n    say: Our office opens at eight.\n    go: message"
LOOKED_UP = "on:\n    check: is_open\n    if_ok: message\n    if_failed: message"
SUNDAY = 1_767_542_400.0


@pytest.mark.parametrize("machine", ["(repeat)", "(back)"])
def test_machine_asked_nothing_ends_the_call_though_a_shorter_path_has_asked(machine: str, broken: Broken) -> None:
    source = FIRST_ASKED.replace("{machine}", machine)
    text = source.format(on=SAID_ON, ends="message, greet")
    flow = load_sources({"pay.yaml": text}, "pay")
    session, _ = advance(flow, open_session(flow, {"desk_url": "https://desk.example"}), Turn(kind=Kind.VOICEMAIL, at=SUNDAY))
    assert (session.ended, session.step) == ("voicemail", "message")

    (told,) = broken("", source=source.replace("{on}", SAID_ON).replace("{ends}", "greet"))
    assert told.startswith("closed --go--> on --go--> message --(voicemail)-->: the call ends at 'message'")
    assert broken("", source=source.replace("{on}", SAID_ON).replace("{ends}", "greet, message")) == []


def test_machine_met_after_a_look_up_is_asked_again(broken: Broken) -> None:
    source = FIRST_ASKED.replace("{machine}", "(repeat)").replace("{on}", LOOKED_UP)
    flow = load_sources({"pay.yaml": source.format(ends="greet, on")}, "pay")
    call = open_session(flow, {"desk_url": "https://desk.example"})
    assert advance(flow, call, Turn(kind=Kind.VOICEMAIL, at=SUNDAY))[0].step == "on"
    for kind in (Kind.START, Kind.SPEECH, Kind.VOICEMAIL):
        call, _ = advance(flow, call, Turn(kind=kind, text="hello", at=SUNDAY))
    assert (call.ended, call.step) == ("", "message")

    assert broken("", source=source.replace("{ends}", "greet, on")) == []
    (told,) = broken("", source=source.replace("{ends}", "greet"))
    assert "the call ends at 'on'" in told
