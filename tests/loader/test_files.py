"""Files as they come: bytes, sizes, line ends, aliases, parts, answers and sub-flows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from steering.cli import main
from steering.errors import FlowError
from steering.loader import check, load, load_sources

CALL = """flow: call
steps:
  greet:
    ask: Is this a good time?
    hear:
      yes | no: bye
  bye:
    end: Goodbye.
"""


def codes(path: Path) -> list[tuple[str, str, int]]:
    """(file, code, line) of the errors."""
    return [(Path(one.file).name, one.code, one.line) for one in check(path) if one.severity == "error"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "call.yaml").write_text(CALL)
    return tmp_path


def put(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text)
    return folder / "call.yaml"


# ---- bytes


def test_missing_file_is_a_finding(tmp_path: Path) -> None:
    assert codes(tmp_path / "call.yaml") == [("call.yaml", "no-such-file", 1)]


def test_folder_in_place_of_a_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "call.yaml").mkdir()

    assert codes(tmp_path / "call.yaml") == [("call.yaml", "no-such-file", 1)]


def test_file_of_a_mebibyte_loads_and_one_more_byte_does_not(folder: Path) -> None:
    padding = "#" * ((1 << 20) - len(CALL))

    assert codes(put(folder, call=CALL + padding)) == []
    assert codes(put(folder, call=CALL + padding + "#")) == [("call.yaml", "too-large", 1)]


def test_what_is_not_utf8_is_reported_at_its_byte(folder: Path) -> None:
    (folder / "call.yaml").write_bytes(CALL.encode().replace(b"good", b"g\xf6od"))

    (finding,) = check(folder / "call.yaml")

    assert (finding.code, finding.line, finding.column) == ("not-utf8", 4, 21)


def test_part_that_is_not_utf8_is_reported_in_its_own_file(folder: Path) -> None:
    (folder / "shared.yaml").write_bytes(b"wording:\n  a:\n    text: \xff\n")

    assert ("shared.yaml", "not-utf8", 3) in codes(put(folder, call=CALL + "use: shared\n"))


def test_lone_surrogate_in_a_text_is_a_finding() -> None:
    with pytest.raises(FlowError) as error:
        load_sources({"call.yaml": CALL.replace("good", "\ud800")}, "call")

    assert [one.code for one in error.value.findings] == ["not-utf8"]


def test_byte_order_mark_is_no_part_of_the_text(folder: Path) -> None:
    (folder / "call.yaml").write_bytes(b"\xef\xbb\xbf" + CALL.encode())

    assert load(folder / "call.yaml").name == "call"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_keep_lines_and_columns(folder: Path, end: str) -> None:
    (folder / "call.yaml").write_bytes(CALL.replace("yes | no: bye", "yes | no: by").replace("\n", end).encode())

    assert codes(folder / "call.yaml") == [("call.yaml", "unknown-step", 6)]


def test_other_line_ends_load_alike(folder: Path) -> None:
    (folder / "call.yaml").write_bytes(CALL.replace("\n", "\r\n").encode())

    assert load(folder / "call.yaml").steps == load_sources({"call.yaml": CALL}, "call").steps


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_file_without_content_is_empty(folder: Path, text: str) -> None:
    assert codes(put(folder, call=text)) == [("call.yaml", "empty-file", 1)]


# ---- nothing is guessed


def test_values_arrive_as_typed(folder: Path) -> None:
    values = ["yes", "on", "0123", "12:30", "1.10", "2026-11-02", "~", "null", "0x1F"]
    needs = "".join(f"  f{i}: text, e.g. {value}\n" for i, value in enumerate(values))

    flow = load(put(folder, call=CALL + f"needs:\n{needs}"))

    assert [need.sample for need in flow.needs.values()] == values


@pytest.mark.parametrize("phrase", ["yes", "no", "on", "off", "0123", "1.10", "2026-11-02", "null", "1e3"])
def test_phrases_arrive_as_typed(folder: Path, phrase: str) -> None:
    flow = load(put(folder, call=CALL.replace("yes | no", phrase)))

    assert flow.steps["greet"].hear[0].phrases == (phrase,)


def test_time_of_day_in_a_sentence_is_no_split(folder: Path) -> None:
    flow = load(put(folder, call=CALL.replace("Is this a good time?", "Is 12:30 fine?")))

    assert flow.steps["greet"].ask
    assert flow.steps["greet"].ask.template.text == "Is 12:30 fine?"


def test_duplicates_are_reported_each(folder: Path) -> None:
    found = codes(put(folder, call=CALL + "  bye:\n    end: Bye.\nflow: call\n"))

    assert found == [("call.yaml", "duplicate-key", 9), ("call.yaml", "duplicate-key", 11)]


def test_cut_sentences_do_not_hide_one_another_nor_the_rest(folder: Path) -> None:
    text = """flow: call
steps:
  greet:
    say:
      - Press # to go on
      - "fine" he said
    ask: Note: is this fine?
    hear:
      key #: bye
      * | no: by
      "yes" | sure: bye
  bye:
    end: [Goodbye]
"""
    assert codes(put(folder, call=text)) == [
        ("call.yaml", "comment-in-text", 5),
        ("call.yaml", "leading-mark", 6),
        ("call.yaml", "colon-in-text", 7),
        ("call.yaml", "comment-in-text", 9),
        ("call.yaml", "leading-mark", 10),
        ("call.yaml", "unknown-step", 10),
        ("call.yaml", "leading-mark", 11),
        ("call.yaml", "brackets-in-text", 13),
    ]


@pytest.mark.parametrize(
    ("wrong", "mended"),
    [
        ("    say: Press 5 or # now\n", 'write: say: "Press 5 or # now"'),
        ("    say: {{ a }}, hello\n", 'write: say: "{{ a }}, hello"'),
        ("    say: [a] b\n", 'write: say: "[a] b"'),
        ("    say: One: two\n", 'write: say: "One: two"'),
        ("    say: &one two\n", 'write: say: "&one two"'),
        ("    say: 'tis fine\n", 'write: say: "\'tis fine"'),
        ('    say: "Yes" or no\n', "write: say: \"'Yes' or no\""),
        ("    say: Fine.  # why\n", 'write: say: "Fine."'),
        ("    say: It goes\n      on # here\n", 'write: say: "It goes on # here"'),
        ("    if_silent:\n    - Hello # there\n", 'write: - "Hello # there"'),
        ("    hear:\n      key #: bye\n", "write: key pound: bye"),
        ("    hear:\n      * | star: bye\n", "write: key star | star: bye"),
        ("    hear:\n      book: a table: bye\n", 'write: "book: a table": bye'),
        ("    hear:\n      [agent]: bye # why\n", "write: agent: bye"),
        ("\tsay: Hello\n", "use spaces: say: Hello"),
    ],
)
def test_mended_line_is_printed(folder: Path, wrong: str, mended: str) -> None:
    found = check(put(folder, call=f"flow: call\nsteps:\n  greet:\n{wrong}    go: bye\n  bye:\n    end: Goodbye.\n"))

    assert any(one.message.endswith(mended) for one in found), "\n".join(map(str, found))


@pytest.mark.parametrize(
    "fine",
    [
        'say: "Press # now: [really]"',
        'say: "It goes\n      on # here"',
        "say: 'It''s # fine'",
        "say: |\n      Press # now: [really]\n      * and more",
        "say: >-\n      Press # now",
        "say: It goes\n      on here",
        "say: Number A#5 at 9:30",
        "say:\n      - One.\n      - Two.",
        "record: a  # a comment\n    say: One.",
    ],
)
def test_what_yaml_reads_whole_is_left_alone(folder: Path, fine: str) -> None:
    assert codes(put(folder, call=f"flow: call\nsteps:\n  greet:\n    {fine}\n    go: bye\n  bye:\n    end: Goodbye.\n")) == []


# ---- bounds


def test_aliases_are_allowed(folder: Path) -> None:
    text = CALL.replace("    ask:", "    if_silent: &again\n      - Are you there?\n    if_unclear: *again\n    ask:")

    step = load(put(folder, call=text)).steps["greet"]

    assert step.if_silent
    assert step.if_unclear
    assert step.if_unclear[0].prompt
    assert step.if_silent[0].prompt
    assert step.if_silent[0].prompt.template == step.if_unclear[0].prompt.template


def test_aliases_that_grow_are_refused(folder: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 9)]

    assert [code for _, code, _ in codes(put(folder, call="\n".join(lines)))] == ["too-many-aliases"]


@pytest.mark.parametrize("deep", ["[" * 50_000, "{a: " * 5_000, "- " * 5_000 + "a", "? " * 5_000])
def test_depth_is_refused(folder: Path, deep: str) -> None:
    found = codes(put(folder, call=f"flow: call\nsteps:\n  {deep}\n"))

    assert [code for _, code, _ in found if code in ("too-deep", "yaml-syntax")]


def test_sample_nested_too_deeply_is_a_finding(folder: Path) -> None:
    text = CALL + 'checks:\n  a:\n    get: https://crm.example/a\n    sample: "' + "[" * 100_000 + '"\n'

    assert ("call.yaml", "bad-look-up", 12) in codes(put(folder, call=text))


# ---- parts, answers, sub-flows


def test_parts_are_put_together(folder: Path) -> None:
    part = "wording:\n  law:\n    text: This call is recorded.\nanytime:\n  agent: person\nsteps:\n  person:\n    hand_to: desk\n"
    text = CALL.replace("    ask:", "    say: wording.law\n    ask:") + "anytime:\n  stop: bye\nuse: shared\n"

    flow = load(put(folder, call=text, shared=part))

    assert set(flow.steps) == {"greet", "bye", "person"}
    assert [line.phrases for line in flow.anytime] == [("stop",), ("agent",)]
    assert set(flow.sources) == {"call.yaml", "shared.yaml"}


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ("steps:\n  bye:\n    end: Bye.\n", 2),
        ("if_silent:\n  - Hello?\n", 2),
        ("time_limit: 5 minutes\n", 1),
    ],
)
def test_clash_of_two_files_is_reported_in_the_second(folder: Path, part: str, line: int) -> None:
    text = CALL + "if_silent:\n  - Hello?\ntime_limit: 4 minutes\nuse: shared\n"

    assert codes(put(folder, call=text, shared=part)) == [("shared.yaml", "clash", line)]


@pytest.mark.parametrize(
    "part", ["anytime:\n  agent: nowhere\n", "steps:\n  more:\n    go: nowhere\nanytime:\n  more: more\n", "if_silent:\n  - go: nowhere\n"]
)
def test_exit_of_a_part_is_reported_in_the_part(folder: Path, part: str) -> None:
    found = codes(put(folder, call=CALL + "use: shared\n", shared=part))

    assert [(file, code) for file, code, _ in found] == [("shared.yaml", "unknown-step")]


def test_part_is_checked_as_a_part_of_the_flows_that_use_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(
        folder,
        call=CALL.replace("no: bye", "no: by") + "use: other, shared\n",
        shared="if_silent:\n  - go: nowhere\n",
        other="go: x\n",
    )

    assert main(["check", "--json", str(folder / "shared.yaml")]) == 1
    (finding,) = json.loads(capsys.readouterr().out)
    assert (finding["file"], finding["code"], finding["line"]) == (str(folder / "shared.yaml"), "unknown-step", 2)


def test_part_that_nobody_uses_is_no_call(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, call=CALL, shared="steps:\n  more:\n    hand_to: desk\n")

    assert main(["check", "--json", str(folder / "shared.yaml")]) == 1
    assert [one["code"] for one in json.loads(capsys.readouterr().out)] == ["no-flow"]


@pytest.mark.parametrize("word", ["use: other", "answers: other"])
def test_call_is_no_part(folder: Path, word: str) -> None:
    found = codes(put(folder, call=CALL + f"{word}\n", other=CALL.replace("flow: call", "flow: other")))

    assert found == [("call.yaml", "used-flow", 9)]


@pytest.mark.parametrize("name", ["../call", "a/b", ".hidden", "/etc/passwd", "nobody"])
def test_files_of_other_folders_are_not_there(folder: Path, name: str) -> None:
    assert codes(put(folder, call=CALL + f"use: {name}\n")) == [("call.yaml", "unknown-file", 9)]


def test_empty_part_is_reported_beside_other_errors(folder: Path) -> None:
    found = codes(put(folder, call=CALL.replace("no: bye", "no: by") + "use: shared\n", shared="# nothing\n"))

    assert {code for _, code, _ in found} == {"empty-file", "unknown-step"}


def test_answers_come_from_their_file(folder: Path) -> None:
    flow = load(put(folder, call=CALL + "answers: said\n", said="answers:\n  where are you | what address: At 12 Oak Street.\n"))

    assert [answer.phrases for answer in flow.answers] == [("where are you", "what address")]
    assert flow.answer_index is not None
    assert flow.answer_index.best("where are you") == 0


def test_answer_that_yaml_would_cut_is_reported_in_its_file(folder: Path) -> None:
    found = codes(put(folder, call=CALL + "answers: said\n", said="answers:\n  where are you: Suite # 5\n"))

    assert found == [("said.yaml", "comment-in-text", 2)]


def test_run_brings_the_other_flow(folder: Path) -> None:
    text = CALL.replace("yes | no: bye", "yes: more\n      no: bye") + "  more:\n    run: other\n    go: bye\n"

    flow = load(put(folder, call=text, other=CALL.replace("flow: call", "flow: other")))

    assert set(flow.others) == {"other"}
    assert set(flow.sources) == {"call.yaml", "other.yaml"}


def test_flows_that_run_each_other_load(folder: Path) -> None:
    one = CALL.replace("yes | no: bye", "yes: more\n      no: bye") + "  more:\n    run: other\n    go: bye\n"

    other = one.replace("flow: call", "flow: other").replace("run: other", "run: call")

    assert set(load(put(folder, call=one, other=other)).others) == {"other"}


def test_error_of_a_flow_that_is_run_is_an_error_here(folder: Path) -> None:
    text = CALL.replace("no: bye", "no: bye\n      more: run other")

    found = codes(put(folder, call=text, other=CALL.replace("flow: call", "flow: other").replace("no: bye", "no: by")))

    assert found == [("other.yaml", "unknown-step", 6)]


def test_phrase_of_anytime_with_two_targets_is_reported_where_it_comes_again(folder: Path) -> None:
    text = CALL + "  more:\n    end: More.\nanytime:\n  stop: bye\n  key 1: bye\n  silence: more\n  (silence): bye\nuse: shared\n"

    found = codes(put(folder, call=text, shared="anytime:\n  halt | Stop!: more\n  key 1: more\n"))

    assert found == [("shared.yaml", "same-phrase", 2), ("shared.yaml", "same-phrase", 3)]


# ---- hashes


def test_flow_loads_again_from_its_sources(folder: Path) -> None:
    flow = load(put(folder, call=CALL + "use: shared\n", shared="anytime:\n  stop: bye\n"))

    again = load_sources(flow.sources, "call")

    assert (again.hash, again.steps, again.sources) == (flow.hash, flow.steps, flow.sources)


def test_hash_changes_with_any_file_and_with_nothing_else(folder: Path) -> None:
    text = CALL + "use: shared\n"
    first = load(put(folder, call=text, shared="anytime:\n  stop: bye\n", stranger="a: b\n")).hash

    assert load(put(folder, stranger="a: c\n")).hash == first
    assert load(put(folder, shared="anytime:\n  halt: bye\n")).hash != first
    assert load(put(folder, shared="anytime:\n  stop: bye\n", call=text)).hash == first


@pytest.mark.parametrize(
    ("written", "spans"),
    [("Mon-Fri 08:00-17:00, Sat 09:00-12:00", 2), ("Mon-Fri 08:00-17:00 | Sat 09:00-12:00", 2), ("Mon, Wed, Fri 08:00-17:00", 1)],
)
def test_hours_are_listed_with_commas_or_bars(folder: Path, written: str, spans: int) -> None:
    flow = load(put(folder, call=CALL + f"open: {written} America/Chicago, else bye\n"))

    assert flow.hours is not None
    assert len(flow.hours.spans) == spans
