"""A sentence that two phrases can match is shown to the author, wherever the two stand."""

from __future__ import annotations

from pathlib import Path

from steering.core.hearing.phrases import PhraseTable, collisions
from steering.loader import check

FLOW = """flow: shop
anytime:
  status of a person: desk
  person to call: bye
steps:
  menu:
    ask: What is it?
    hear:
      order status: desk
      agree: bye
      cancel order: bye
  desk:
    hand_to: desk
  bye:
    end: Goodbye.
"""


def overlaps(folder: Path, text: str) -> list[str]:
    (folder / "shop.yaml").write_text(text)
    return [f"{one.line}: {one.message}" for one in check(folder / "shop.yaml") if one.code == "overlapping-phrases"]


def test_two_phrases_of_a_step(tmp_path: Path) -> None:
    found = overlaps(tmp_path, FLOW.replace("  status of a person: desk\n", ""))

    assert found == ["10: 'cancel order status' can mean both 'cancel order' and 'order status'; 'cancel order' wins"]


def test_a_phrase_of_a_step_against_anytime_and_two_of_anytime(tmp_path: Path) -> None:
    found = overlaps(tmp_path, FLOW.replace("status of a person", "status check").replace("person to call", "check order"))

    assert found == [
        "3: 'status check order' can mean both 'status check' and 'check order'; 'status check' wins",
        "9: 'check order status' can mean both 'check order' and 'order status'; 'order status' wins",
        "11: 'cancel order status' can mean both 'cancel order' and 'order status'; 'cancel order' wins",
    ]


def test_the_sentence_is_one_that_both_match() -> None:
    entries = [("pay my bill", 1), ("bill me later", 2), ("me later please", 3)]

    for one, other, sentence in collisions(entries):
        assert PhraseTable([(one, 1)]).match(sentence)
        assert PhraseTable([(other, 1)]).match(sentence)
    assert len(collisions(entries)) == 2


def test_many_phrases_that_overlap_are_shown_by_some() -> None:
    many = [(f"x{i} a", i) for i in range(1000)] + [(f"a y{i}", i) for i in range(1000)]

    assert len(collisions(many)) == 20
    assert collisions([(f"x{i} a", 1) for i in range(1000)] + [("a y", 1)]) == []


def test_an_opt_out_overlaps_nothing_because_it_goes_first(tmp_path: Path) -> None:
    text = FLOW.replace("status of a person: desk", "stop calling: out").replace("person to call: bye", "call status: bye")
    text += "  out:\n    record: do_not_call\n    end: We will not call again.\n"

    assert [one for one in overlaps(tmp_path, text.replace("agree: bye", "calling later: bye")) if "stop calling" in one] == []
