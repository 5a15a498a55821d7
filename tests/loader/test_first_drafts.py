"""What the first drafts of call-centre leads have in them: each message gives the text that is right there."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.errors import Finding
from steering.loader import check

FLOW = """\
flow: draft
language: en-US
needs:
  due: date, e.g. 2026-12-31
  at: time, e.g. 09:30
  pin: digits, private, e.g. 4512
wording:
  terms:
    text: Your policy renews for twelve months.
  notice:
    text: This call is recorded.
checks:
  pin_right: pin is entered_pin
promises:
  - before: thanks
    always: known
  - always ends with: thanks, desk
anytime:
  say that again: (repeat)
  (hangs up) | (voicemail): desk
if_silent:
  - go: desk
if_unclear:
  - go: desk
if_not_heard: desk
steps:
  first:
    say: wording.terms
    ask: Your PIN?
    collect: entered_pin, 4 digits, private
    check: pin_right
    if_ok: second
    if_failed: desk
    proves: known
  second:
    say: wording.notice
    form:
      day:
        ask: What day?
        type: date
    go: third
  third:
    ask: Any wish, {{ due }}?
    collect: comment, text
    when:
      due is today: desk
      otherwise: thanks
  thanks:
    say: Thank you.
    go: bye
  bye:
    end: See you.
  desk:
    hand_to: "+13125550100"
""".replace("thanks, desk", "bye, desk")


def found(folder: Path, written: str, instead: str) -> list[Finding]:
    assert FLOW.count(written) == 1, written
    path = folder / "draft.yaml"
    path.write_text(FLOW.replace(written, instead))
    return [one for one in check(path) if not one.code.startswith("recommend-")]


def test_the_flow_itself_has_nothing_wrong_with_it(tmp_path: Path) -> None:
    assert found(tmp_path, "flow: draft", "flow: draft") == []


DRAFTS = [
    ("e.g. 2026-12-31", "e.g. 12/31/2026", "bad-sample", "'12/31/2026' is no date; write 2026-12-31"),
    ("e.g. 2026-12-31", "e.g. December 31st 2026", "bad-sample", "; write 2026-12-31"),
    ("e.g. 09:30", "e.g. half past nine in the morning", "bad-sample", "is no time; write 09:30"),
    ("e.g. 09:30", "e.g. soon", "bad-sample", "The sample 'soon' is no time"),
    ("say: wording.terms", "say: terms", "step-as-words", "to say the legal text, write wording.terms"),
    ("say: wording.terms", "say: {{ wording.terms }}", "bad-template", "without braces; write: say: wording.terms"),
    ("say: wording.terms", 'say: "{{wording.terms}}"', "bad-template", "without braces; write: say: wording.terms"),
    ("Any wish, {{ due }}?", "Any wish? {{ wording.terms }}", "bad-template", "a line of its own, without braces: wording.terms"),
    ("Any wish, {{ due }}?", "Any wish on {{ due + 1 day }}?", "bad-template", "no sums in a text; write {{ due }}"),
    ("Any wish, {{ due }}?", "Any wish on {{ Due Date }}?", "bad-template", "cannot be read: write {{ due_date }}"),
    ("- before: thanks\n    always: known", "- before thanks always known", "bad-promise", "`- before: thanks`, and `always: known`"),
    ("- always ends with: bye, desk", "- ends with: bye, desk", "bad-promise", "; write `- always ends with: bye, desk`"),
    ("- always ends with: bye, desk", "- always ends with: bye desk", "bad-promise", "There is no step 'bye desk'; write bye, desk"),
    ("always: known", "always: heard term", "bad-promise", "there is no wording 'term'; did you mean 'terms'?"),
    ("otherwise: thanks", "else: thanks", "bad-guard", "'else' is written otherwise; write: otherwise: thanks"),
    ("comment, text", "comment, text, optional", "bad-kind", "write collect: comment, text"),
    ("comment, text", "Your Comment, text", "bad-kind", "write collect: your_comment, text"),
    ("comment, text", "comment, string", "bad-kind", "; write text"),
    ("(repeat)", "repeat", "unknown-step", "There is no step 'repeat'; did you mean (repeat)?"),
    ("(repeat)", "go back", "unknown-step", "; did you mean (back)?"),
    ("due is today: desk", "due is today: end", "unknown-step", "an ending is a step of its own, with `end:`"),
    (
        "pin is entered_pin",
        "pin is account_pin",
        "bad-guard",
        "nor is there a value 'account_pin', the values are due, at, pin, entered_pin",
    ),
    ("type: date", "kind: date", "unknown-word", "did you mean 'type'?"),
    ("if_not_heard", "if_silence", "unknown-word", "did you mean 'if_silent'?"),
    ("  bye:\n", "  Good-Bye:\n", "bad-name", "; write good_bye"),
    ("    end: See you.", "    end", "yaml-syntax", "a ':' is missing; write: end:"),
    ("    collect: comment, text\n", "    collect: comment, choice\n      one_of: a | b\n", "yaml-syntax", "deeper than 'collect' above"),
    ("say: Thank you.\n", "say: Thank you.\n    say: And more.\n", "duplicate-key", "each text on a line with '- '"),
    ("(hangs up) | (voicemail): desk\n", "agent: desk\n", "broken-promise", "`(hangs up) | (voicemail): STEP` under anytime"),
    ("text: This call is recorded.", "text: Recorded.\n    approved: Legal", "bad-approval", "`steering lock FILE --who NAME` writes it"),
    ("digits, private, e.g.", "digits, secret, e.g.", "bad-kind", "'secret' says nothing about a fact; write private"),
    ("digits, private, e.g.", "digits, private, example", "bad-kind", "after its kind stand optional, private and e.g. SAMPLE"),
    ("4 digits, private", "4 digits, secret", "bad-kind", "write collect: entered_pin, 4 digits, private"),
    ("type: date", "type: date, private, after today", "bad-kind", "write type: date after today, private"),
    ("type: date", "type: date > today", "bad-kind", "; write date after today"),
    ("type: date", "type: money <= 500", "bad-kind", "; write money up to 500"),
    ("type: date\n", "type: date\n        hear:\n          later: desk\n", "unknown-word", "'hear' is a word of a step"),
    ("if_ok: second", "if_passed: second", "unknown-word", "did you mean 'if_ok'?"),
    ("if_failed: desk", "else: desk", "unknown-word", "did you mean 'if_failed'?"),
    ("    go: third\n", "    go to: third\n", "unknown-word", "did you mean 'go'?"),
    ("pin is entered_pin", "{{ pin }} is entered_pin", "bad-guard", "without braces; write: pin_right: pin is entered_pin"),
    ("if_silent:\n  - go: desk", "if_silent: desk", "wrong-shape", "`- go: desk`"),
    ("if_silent:\n  - go: desk", "if_silent:\n  go: desk", "wrong-shape", "write its lines with '- '"),
    ("if_silent:\n  - go: desk", "if_silent:\n  - say: Hello?\n  - go: desk", "wrong-shape", "write: - Hello?"),
    ("if_silent:\n  - go: desk", "if_silent:\n  - end: Bye.", "wrong-shape", "write: - go: STEP, and `end: Bye.` in that step"),
    ("if_not_heard: desk", "answers:\n  - who is this: We are Oak.", "wrong-shape", "write its lines without '- '"),
    ("  say that again: (repeat)", "  say that again: repeat question", "unknown-step", "; did you mean (repeat)?"),
    ("  say that again: (repeat)", "  hangs up: desk", "not-heard", "write (hangs up)"),
    ("language: en-US", "language: Spanish", "unknown-language", "; write es"),
    ("language: en-US", "language: es_MX", "unknown-language", "; write es-MX"),
    ("Any wish, {{ due }}?", "Any wish, [due]?", "bad-template", "'[due]' would not be said as the value 'due': write {{ due }}"),
    ("Any wish, {{ due }}?", "Any wish, <due>?", "bad-template", "write {{ due }}"),
    ("Any wish, {{ due }}?", "Any wish, %due%?", "bad-template", "write {{ due }}"),
    ("text: This call is recorded.", "text: This call is recorded on [due].", "bad-template", "write {{ due }}"),
    ("    check: pin_right\n", "    check: pin_right 2 tries\n", "bad-kind", "write check: pin_right, 2 tries"),
    ("    check: pin_right\n", "    check: pin is entered_pin\n", "unknown-check", "as `NAME: pin is entered_pin`"),
    ("always: known", "always: pin_right", "bad-promise", "'pin_right' is a check: write `proves: NAME`"),
    ("always: known", "always: heard wording.terms", "bad-promise", "did you mean 'heard terms'?"),
    ("always: known", "always: terms", "bad-promise", "did you mean 'heard terms'?"),
]


@pytest.mark.parametrize(("written", "instead", "code", "said"), DRAFTS, ids=[instead for _, instead, _, _ in DRAFTS])
def test_a_message_gives_the_text_that_is_right(tmp_path: Path, written: str, instead: str, code: str, said: str) -> None:
    told = [one for one in found(tmp_path, written, instead) if one.code == code]

    assert any(said in one.message for one in told), "\n".join(map(str, told))


@pytest.mark.parametrize("text", ["Any wish, [due]?", "Any wish, <due> or [what else]?"])
def test_a_value_in_other_brackets_is_told_once(tmp_path: Path, text: str) -> None:
    (told,) = found(tmp_path, "Any wish, {{ due }}?", text)

    assert told.code == "bad-template"


def test_brackets_in_a_wording_are_told_where_its_text_stands(tmp_path: Path) -> None:
    told = found(tmp_path, "text: This call is recorded.", "text: This call is [due] and <for quality>.")
    told += found(tmp_path, "text: This call is recorded.", "text: This call is recorded <for quality>.")

    assert [(one.line, one.column, one.code) for one in told] == [(11, 11, "bad-template"), (11, 11, "odd-brackets")]


@pytest.mark.parametrize(
    ("written", "instead", "line"),
    [
        ("    end: See you.", "    end", "end"),
        ("    ask: Any wish, {{ due }}?\n", "    ask: Any wish?\n      collect: comment, text\n", "collect"),
    ],
)
def test_a_slip_in_the_layout_is_told_in_its_own_line(tmp_path: Path, written: str, instead: str, line: str) -> None:
    (told,) = (one for one in found(tmp_path, written, instead) if one.code == "yaml-syntax")

    assert (tmp_path / "draft.yaml").read_text().splitlines()[told.line - 1].strip().startswith(line)


def test_words_below_a_word_without_a_value_stand_deeper(tmp_path: Path) -> None:
    lines = "    form:   # of one question\n      go:\n        ask: Any go?\n        type: text\n"
    shared = "  bye: &end\n    end: See you.\n"

    assert found(tmp_path, "  bye:\n    end: See you.\n", shared) == []
    assert found(tmp_path, "    form:\n      day:\n        ask: What day?\n        type: date\n", lines) == []


@pytest.mark.parametrize(
    ("tag", "kind", "meant"), [("es", "nombre", "name"), ("es", "fecha", "date"), ("de", "datum", "date"), ("fr", "nombre", "number")]
)
def test_a_kind_in_the_words_of_the_language_is_told_by_its_name(tmp_path: Path, tag: str, kind: str, meant: str) -> None:
    path = tmp_path / "kinds.yaml"
    path.write_text(f"flow: kinds\nlanguage: {tag}\nsteps:\n  a:\n    ask: Hm?\n    collect: it, {kind}\n    go: b\n  b:\n    end: Bye.\n")

    (told,) = (one for one in check(path) if one.code == "bad-kind")

    assert told.message.endswith(f"; write {meant}")


@pytest.mark.parametrize("number", ["312-555-0100", "(312) 555-0100", "3125550100", "0049 30 1234567"])
def test_a_hand_off_to_a_number_without_its_country_is_told_even_without_numbers(tmp_path: Path, number: str) -> None:
    (told,) = found(tmp_path, '"+13125550100"', f'"{number}"')

    assert (told.code, told.severity) == ("unknown-hand-off", "warning")
    assert "country code" in told.message


@pytest.mark.parametrize("place", ["+1 (312) 555-0100", "sip:desk@pbx.example.com", "front_desk", "4512", "911", "ext 12345678"])
def test_another_hand_off_is_the_platforms_to_know(tmp_path: Path, place: str) -> None:
    assert found(tmp_path, '"+13125550100"', f'"{place}"') == []
