"""Which flow a call gets: numbers as authors and platforms write them, facts, callers, and where hand-offs lead."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steering.cli import main
from steering.core.numbers import Target, phone_number, target
from steering.errors import Finding
from steering.loader import check
from steering.numbers import Numbers, Switchboard, check_numbers

ROOT = Path(__file__).parents[2]
FLOW = """\
flow: visit
needs:
  first_name: name, optional, e.g. Maria
  balance: money, optional, e.g. $5
steps:
  hello:
    ask: Shall I connect you?
    hear:
      yes: desk
      no: bye
  desk:
    hand_to: front_desk
  bye:
    end: Goodbye.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "visit.yaml").write_text(FLOW)
    return tmp_path


def numbers(folder: Path, text: str, **tables: str | bytes) -> Numbers:
    found, findings = written(folder, text, **tables)
    assert found is not None, findings
    return found


def written(folder: Path, text: str, **tables: str | bytes) -> tuple[Numbers | None, list[Finding]]:
    (folder / "numbers.yaml").write_text(text)
    for name, content in tables.items():
        (folder / f"{name}.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    return check_numbers(folder)


def codes(found: list[Finding]) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.code) for one in found]


@pytest.mark.parametrize(
    "typed",
    [
        "+13125550142",
        "+1 312 555 0142",
        "+1 (312) 555-0142",
        "+1.312.555.0142",
        "tel:+1-312-555-0142",
        "001 312 555 0142",
        "＋１ 312 555 0142",
        '"+1 312 555 0142"',
    ],
)
def test_a_number_is_the_same_however_it_is_typed(folder: Path, typed: str) -> None:
    found = numbers(folder, f"numbers:\n  {typed}: visit\n")

    route = found.route(called="+13125550142")
    assert route is not None
    assert route.flow == "visit"


@pytest.mark.parametrize("sent", ["+13125550142", "13125550142", " +1 312-555-0142 ", "tel:+13125550142"])
def test_platforms_may_send_a_number_in_other_forms(folder: Path, sent: str) -> None:
    found = numbers(folder, "numbers:\n  +1 312 555 0142: visit\n")

    assert found.route(called=sent) is not None


@pytest.mark.parametrize("sent", ["", "anonymous", "client:alice", "Restricted", "+", "+1", "999", "sip:x@example.com", "+13125550143"])
def test_what_is_no_listed_number_has_no_route(folder: Path, sent: str) -> None:
    found = numbers(folder, "numbers:\n  +1 312 555 0142: visit\n")

    assert found.route(called=sent) is None


def test_an_id_of_a_platform_has_a_route(folder: Path) -> None:
    found = numbers(
        folder,
        "numbers:\n  1b60e1a0-cc59-424a-8d2c-189d354db3f3: visit\n  agent_7Kq:\n    flow: visit\n  sip:desk@pbx.example.com: visit\n",
    )

    assert found.route(platform_id="1B60E1A0-CC59-424A-8D2C-189D354DB3F3") is not None
    assert found.route(platform_id="agent_7Kq", called="+13125550199") is not None
    assert found.route(called="sip:desk@PBX.example.com") is not None
    assert found.route(platform_id="agent_other") is None


def test_the_number_called_wins_over_the_id(folder: Path) -> None:
    (folder / "other.yaml").write_text(FLOW.replace("flow: visit", "flow: other"))
    found = numbers(folder, "numbers:\n  +1 312 555 0142: visit\n  agent_7Kq: other\n")

    route = found.route(called="+13125550142", platform_id="agent_7Kq")

    assert route is not None
    assert route.flow == "visit"


def test_a_route_brings_facts_as_they_were_typed(folder: Path) -> None:
    found = numbers(folder, "numbers:\n  agent_7Kq:\n    flow: visit\n    facts:\n      first_name: Maria\n      balance: $1,250.50\n")

    route = found.route(platform_id="agent_7Kq")

    assert route is not None
    assert route.facts == {"first_name": "Maria", "balance": "$1,250.50"}


TABLE = "Number,First Name,notes\n+1 312 555 0177,Maria,long\n(312) 555-0178,José,\n\n"
BY_TABLE = "numbers:\n  +1 312 555 0142:\n    flow: visit\n    callers: customers.csv\n"


@pytest.mark.parametrize(
    "table",
    [TABLE, "\ufeff" + TABLE, TABLE.replace("\n", "\r\n"), TABLE.replace(",", ";")],
    ids=["plain", "with a mark of byte order", "from Windows", "with semicolons"],
)
def test_callers_are_known_by_a_table(folder: Path, table: str) -> None:
    route = numbers(folder, BY_TABLE, customers=table).route(called="+13125550142")

    assert route is not None
    assert route.callers is not None
    assert route.callers.facts("+13125550177") == {"first_name": "Maria", "notes": "long"}
    # Without a country code a number is one of the country that is called.
    assert route.callers.facts("13125550178") == {"first_name": "José"}
    assert route.callers.facts("+13125550179") == {}
    assert route.callers.facts("anonymous") == {}
    assert route.callers.question("+13125550177") is None


def test_callers_are_asked_for_by_their_number(folder: Path) -> None:
    route = numbers(
        folder,
        "numbers:\n  agent_7Kq:\n    flow: visit\n    callers:\n      get: https://crm.example.com/callers?number={{ number }}&brand=a\n"
        "      within: 1 second\n      keep: first_name from name.first\n",
    ).route(platform_id="agent_7Kq")

    assert route is not None
    assert route.callers is not None
    question = route.callers.question("+13125550177")
    assert question is not None
    assert (question.kind, question.within, question.keep) == ("get", 1.0, (("first_name", "name.first"),))
    assert question.url == "https://crm.example.com/callers?number=%2B13125550177&brand=a"
    assert route.callers.question("anonymous") is None


def test_hand_offs_lead_to_numbers_addresses_and_payments(folder: Path) -> None:
    found = numbers(
        folder,
        "hand_offs:\n  front_desk: +1 312 555 0100 ext. 12\n  pbx: sip:desk@pbx.example.com\n  crm: https://crm.example.com/handed\n"
        "  secure_payment:\n    pay: Default\n    amount: balance\n",
    )

    assert found.hand_off("front_desk") == Target(kind="phone", address="+13125550100", extension="12")
    assert found.hand_off("pbx") == Target(kind="sip", address="sip:desk@pbx.example.com")
    assert found.hand_off("crm") == Target(kind="webhook", address="https://crm.example.com/handed")
    assert found.hand_off("secure_payment") == Target(kind="pay", address="Default", amount="balance")
    assert found.hand_off("+1 (312) 555-0100") == Target(kind="phone", address="+13125550100")
    assert found.hand_off("nobody") is None


@pytest.mark.parametrize(
    "text", ["Moms house", "312 555 0100", "+1", "1-800-FLOWERS", "sip:", "sip:a b@c", "https://", "ftp://x", "http://[", "sip:a@b>"]
)
def test_what_is_nowhere_is_no_target(text: str) -> None:
    assert target(text) is None


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = phone_number(text)

    assert number is None or phone_number(number) == number
    target(text)


MISTAKES = {
    "numbers:\n  312 555 0142: visit\n": [(2, 3, "bad-number")],
    "numbers:\n  +1 312: visit\n": [(2, 3, "bad-number")],
    "numbers:\n  +1 312 555 0142: visitt\n": [(2, 3, "unknown-flow")],
    "numbers:\n  +1 312 555 0142:\n    facts:\n      first_name: Maria\n": [(2, 3, "missing-word")],
    "numbers:\n  +1 312 555 0142: visit\n  +1 (312) 555-0142: visit\n": [(3, 3, "clash")],
    "numbers:\n  +1 312 555 0142: visit\n  +1 312 555 0142: visit\n": [(3, 3, "duplicate-key")],
    "numbers:\n  a_b:\n    flow: visit\n    facts:\n      firstname: Maria\n": [(2, 3, "unknown-fact")],
    "numbers:\n  a_b:\n    flow: visit\n    facts:\n      balance: lots\n": [(2, 3, "unknown-fact")],
    "numbers:\n  a_b:\n    flow: visit\n    facts:\n      balance: 12,50\n": [(2, 3, "unknown-fact")],
    "hand_offs:\n  front_desk:\n    pay: Default\n    amount: balanc\n": [(2, 3, "unknown-fact")],
    "hand_offs:\n  front_desk:\n    pay: Default\n    amount: first_name\n": [(2, 3, "unknown-fact")],
    "hand_offs:\n  other_desk:\n    pay: Default\n    amount: anything\n": [],
    "numbers:\n  a_b:\n    flow: visit\n    callers:\n      get: https://crm.example.com\n      keep: name from first\n": [
        (2, 3, "unknown-fact")
    ],
    "numbers:\n  a_b:\n    flow: visit\n    caller: customers.csv\n": [(4, 5, "unknown-word")],
    "numbers:\n  a_b:\n    flow: visit\n    callers: nobody.csv\n": [(4, 14, "unknown-file")],
    "numbers:\n  a_b:\n    flow: visit\n    callers: ../etc/passwd.csv\n": [(4, 14, "unknown-file")],
    "numbers:\n  a_b:\n    flow: visit\n    callers:\n      get: crm.example.com/{{ number }}\n": [(5, 12, "bad-look-up")],
    "numbers:\n  a_b:\n    flow: visit\n    callers:\n      get: https://crm.example.com/{{ name }}\n": [(5, 7, "unknown-value")],
    "numbers:\n  a_b:\n    flow: visit\n    callers:\n      get: https://crm.example\n      within: 6 seconds\n": [(5, 7, "bad-look-up")],
    "hand_offs:\n  desk: 312 555 0100\n": [(2, 9, "bad-hand-off")],
    "hand_offs:\n  desk:\n    pay: Default\n": [(2, 3, "bad-hand-off")],
    "hand_offs: front_desk\n": [(1, 12, "wrong-shape")],
    "hand_of:\n  desk: +1 312 555 0100\n": [(1, 1, "unknown-word")],
    "": [(1, 1, "empty-file")],
    "numbers:\n  a: [\n": [(3, 1, "yaml-syntax")],
}


@pytest.mark.parametrize("text", MISTAKES, ids=lambda text: "-".join(code for _, _, code in MISTAKES[text]) or "none")
def test_a_mistake_is_reported_at_its_place(folder: Path, text: str) -> None:
    _, found = written(folder, text)

    assert codes(found) == MISTAKES[text], "\n".join(map(str, found))


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("name,phone\nMaria,+13125550177\n", "bad-table"),
        ("number,number\n+13125550177,1\n", "bad-table"),
        ("", "bad-table"),
        ('number,name\n"+13125550177,Maria\n', "bad-table"),
        ("number\n1.31256E+10\n", "row-left-out"),
        ("number\n+13125550177\n+1 312 555 0177\n", "row-left-out"),
        (b"number,name\n+13125550177,Jos\xe9\n", "not-utf8"),
    ],
)
def test_a_wrong_table_is_reported_where_it_is_named(folder: Path, table: str | bytes, code: str) -> None:
    _, found = written(folder, BY_TABLE, customers=table)

    assert codes(found) == [(4, 14, code)]


def test_a_cell_that_is_no_value_of_its_kind_is_told_and_left_out(folder: Path) -> None:
    table = "number,first_name,balance,note\n+13125550177,Maria,$5,any\n+13125550178,Zed,lots,any\n+13125550179,Ada,\n"

    known, found = written(folder, BY_TABLE, customers=table)

    assert known is not None
    assert [(one.line, one.severity, one.code) for one in found] == [(2, "warning", "row-left-out")]
    assert "'balance' of the caller whose number ends in 0178 is left out" in found[0].message


def test_a_hand_off_that_nobody_knows_is_a_warning_once_there_are_numbers(folder: Path) -> None:
    assert "unknown-hand-off" not in {one.code for one in check(folder / "visit.yaml")}
    known = numbers(folder, "hand_offs:\n  live_agent: +1 312 555 0100\n")

    (found,) = (one for one in check(folder / "visit.yaml", known.hand_off) if one.code == "unknown-hand-off")

    assert (found.line, found.severity) == (12, "warning")
    assert "front_desk" in found.message
    known = numbers(folder, "hand_offs:\n  front_desk: +1 312 555 0100\n")
    assert "unknown-hand-off" not in {one.code for one in check(folder / "visit.yaml", known.hand_off)}


def test_the_shipped_numbers_fit_the_shipped_flows() -> None:
    known, found = check_numbers(ROOT / "flows")

    assert found == []
    assert known is not None
    for flow in (ROOT / "flows").glob("*.yaml"):
        assert "unknown-hand-off" not in {one.code for one in check(flow, known.hand_off)}


def at_once(work: Callable[[], None]) -> None:
    work()


class Clock:
    at = 0.0

    def __call__(self) -> float:
        self.at += 2
        return self.at


def test_changed_numbers_are_read_again_and_a_broken_file_changes_nothing(folder: Path) -> None:
    switchboard = Switchboard(folder, Clock(), at_once)
    assert switchboard.numbers() == Numbers()

    (folder / "numbers.yaml").write_text("numbers:\n  agent_1: visit\n")
    assert switchboard.numbers().route(platform_id="agent_1") is not None

    (folder / "numbers.yaml").write_text("numbers:\n  agent_1: visit\n  312: visit\n")
    assert switchboard.numbers().route(platform_id="agent_1") is not None

    (folder / "numbers.yaml").write_text("numbers:\n  agent_22: visit\n")
    assert switchboard.numbers().route(platform_id="agent_1") is None

    (folder / "numbers.yaml").unlink()
    assert switchboard.numbers() == Numbers()


def test_a_changed_table_is_read_again(folder: Path) -> None:
    numbers(folder, BY_TABLE, customers="number,first_name\n+13125550177,Maria\n")
    switchboard = Switchboard(folder, Clock(), at_once)

    def name() -> str | None:
        route = switchboard.numbers().route(called="+13125550142")
        assert route is not None
        assert route.callers is not None
        return route.callers.facts("+13125550177").get("first_name")

    assert name() == "Maria"
    (folder / "customers.csv").write_text("number,first_name\n+13125550177,Annabelle\n")
    assert name() == "Annabelle"


def test_calls_go_on_with_what_there_was_while_a_change_is_read(folder: Path) -> None:
    numbers(folder, "numbers:\n  agent_1: visit\n")
    waiting: list[Callable[[], None]] = []
    switchboard = Switchboard(folder, Clock(), waiting.append)
    (folder / "numbers.yaml").write_text("numbers:\n  agent_22: visit\n")

    for _ in range(3):
        assert switchboard.numbers().route(platform_id="agent_1") is not None
    (read,) = waiting
    read()

    assert switchboard.numbers().route(platform_id="agent_22") is not None


def test_a_change_is_read_in_the_background(folder: Path) -> None:
    switchboard = Switchboard(folder, Clock())
    (folder / "numbers.yaml").write_text("numbers:\n  agent_1: visit\n")

    while switchboard.numbers().route(platform_id="agent_1") is None:
        time.sleep(0.01)


def test_files_are_looked_at_once_a_second(folder: Path) -> None:
    now = [0.0]
    switchboard = Switchboard(folder, lambda: now[0], at_once)
    (folder / "numbers.yaml").write_text("numbers:\n  agent_1: visit\n")

    assert switchboard.numbers().route(platform_id="agent_1") is None
    now[0] = 1.0
    assert switchboard.numbers().route(platform_id="agent_1") is not None


def test_the_numbers_that_authors_are_shown_load(tmp_path: Path) -> None:
    (block,) = re.findall(r"^```yaml\n(numbers:\n.*?)^```", (ROOT / "docs/authors.md").read_text(), re.DOTALL | re.MULTILINE)
    for flow in (ROOT / "flows").glob("*.yaml"):
        (tmp_path / flow.name).write_text(flow.read_text())

    known = numbers(tmp_path, block, customers="number,first_name\n+1 312 555 0177,Maria\n")

    assert {"front_desk", "live_agent", "payment_plans", "secure_payment"} == set(known.hand_offs)
    assert {route.flow for route in known.routes.values()} == {"clinic_inbound", "debt_collection_call", "welcome"}
    assert check_numbers(tmp_path)[1] == []


def test_the_command_checks_the_numbers_of_a_folder_with_its_flows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder, "numbers:\n  +1 312 555 0142: visitt\nhand_offs:\n  desk: +1 312 555 0100\n")

    assert main(["check", str(folder)]) == 1
    whole = capsys.readouterr().out
    assert main(["check", str(folder / "numbers.yaml")]) == 1
    alone = capsys.readouterr().out
    assert main(["check", str(folder / "visit.yaml")]) == 0
    flow = capsys.readouterr().out

    assert "numbers.yaml:2:3: '+13125550142' leads to a flow 'visitt'" in whole
    assert "did you mean 'visit'? [unknown-flow]" in alone
    assert whole.endswith("2 files: 1 error, 4 warnings\n")
    assert alone.endswith("1 file: 1 error, 0 warnings\n")
    assert "visit.yaml:12:14: warning: `hand_to: front_desk` leads nowhere" in flow
