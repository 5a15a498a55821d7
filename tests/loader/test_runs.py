"""What is known in steps that a flow runs of its own, and behind them."""

from __future__ import annotations

from pathlib import Path

from steering.loader import check

FLOW = """flow: sizes
needs:
  caller: name, optional, e.g. Maria
anytime:
  never mind: bye
steps:
  begin:
    run: sizing
    go: read_back
  sizing:
    ask: Which size?
    collect: size, text
    when:
      size is big: colouring
      otherwise: sized
  colouring:
    ask: Which colour?
    collect: colour, text
    go: asking_more
  asking_more:
    run: more
    go: sized
  more:
    ask: How many in {{ size }}?
    collect: many, number
    go: had_more
  had_more:
    end: Well.
  sized:
    end: Thanks.
  read_back:
    ask: "{{ size }}. Right?"
    hear:
      yes: bye
      no: begin
  bye:
    end: Goodbye.
"""


def missing(folder: Path, written: str, instead: str) -> list[tuple[int, str]]:
    assert written in FLOW
    (folder / "sizes.yaml").write_text(FLOW.replace(written, instead))
    return [
        (one.line, one.message.split("(")[0].strip())
        for one in check(folder / "sizes.yaml")
        if one.code in ("missing-value", "private-not-kept")
    ]


def test_what_every_way_through_them_collects_is_known_behind_them(tmp_path: Path) -> None:
    assert missing(tmp_path, "Thanks.", "Thanks.") == []


def test_what_one_way_through_them_does_not_collect_is_not(tmp_path: Path) -> None:
    assert missing(tmp_path, '"{{ size }}. Right?"', '"{{ colour }}, {{ many }}. Right?"') == [
        (32, "Not every path here has collected 'colour'"),
        (32, "Not every path here has collected 'many'"),
    ]


def test_in_them_only_what_was_collected_before_is_known(tmp_path: Path) -> None:
    assert missing(tmp_path, "Which size?", '"{{ caller }}, which size, {{ colour }}?"') == [
        (11, "Not every path here has collected 'caller'"),
        (11, "Not every path here has collected 'colour'"),
    ]


def test_a_private_value_may_be_gone_in_a_step_that_is_run_later(tmp_path: Path) -> None:
    assert missing(tmp_path, "collect: size, text\n    when:", "collect: size, text, private\n    when:") == [
        (24, "'size' is private and not kept until here on every path, and a line without its value is not said"),
        (32, "'size' is private and not kept until here on every path, and a line without its value is not said"),
    ]


def test_an_end_that_opts_out_does_not_come_back(tmp_path: Path) -> None:
    opting_out = "    when:\n      size is none: out\n      size is big"
    out = "  out:\n    end: We will not call again.\n    record: do_not_call\n  bye:"

    assert missing(tmp_path, FLOW, FLOW.replace("    when:\n      size is big", opting_out).replace("  bye:", out)) == []
