"""The case tables: one file a language and kind, `written => spoken` a line, from what a call script says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from importlib import import_module
from itertools import chain, pairwise, product
from pathlib import Path
from random import Random

import pytest

from steering.core.speech import LANGUAGES, say
from steering.core.speech.english.book import book
from steering.core.speech.forms import Form

CASES = Path(__file__).parent / "cases"
DOCS = Path(__file__).parents[2] / "docs" / "speaking.md"
# What every language has.
COMMON = {
    "cardinal",
    "ordinal",
    "decimal",
    "percent",
    "money",
    "date",
    "time",
    "telephone",
    "measure",
    "fraction",
    "range",
    "code",
    "electronic",
}


def read(path: Path) -> list[tuple[str, str]]:
    pairs = [line.split(" => ") for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [(written, spoken) for written, spoken in pairs]


TABLES = [
    pytest.param(path.parent.name, written, spoken, id=f"{path.parent.name}-{path.stem}-{written}")
    for language in LANGUAGES
    for path in sorted(CASES.glob(f"{language}/*.txt"))
    for written, spoken in read(path)
]


@pytest.mark.parametrize(("language", "written", "spoken"), TABLES)
def test_scripts_are_spoken_as_an_editor_would(language: str, written: str, spoken: str) -> None:
    said = say(written, language)

    assert said == spoken
    assert say(said, language) == said


@pytest.mark.parametrize(
    ("name", "least"), [("normaliser", 240), ("scripts", 150), ("calls", 80), ("more", 90), ("desks", 150), ("counters", 60)]
)
def test_the_held_back_cases_hold_but_for_matters_of_taste(name: str, least: int) -> None:
    # They were written before the code was run on them, and are not changed: docs/speaking.md has the first measure.
    cases = read(CASES / "held_back" / f"{name}.txt")
    wrong = [written for written, spoken in cases if say(written) != spoken]

    assert len(cases) >= least
    assert len(wrong) <= 0.08 * len(cases), wrong


# Every line of the tenth is a trap, and every word of the fourteenth is cut short.
COUNTS = (120, 120, 120, 120, 120, 120, 150, 120, 130, 50, 100, 80, 201, 40, 200, 192)
UNSEEN = dict(enumerate(COUNTS, 1))
LEFT = {10: 0.06, 14: 0.13}


@pytest.mark.parametrize("number", UNSEEN)
def test_the_calls_written_before_they_are_read_are_read_in_one_of_the_ways_they_allow(number: int) -> None:
    # Each holds every reading that is as good, " | " or braces between them: docs/speaking.md has the first measure.
    cases = read(CASES / "held_back" / f"unseen{number}.txt")
    wrong = [written for written, spoken in cases if as_heard(say(written)) not in map(as_heard, ways(spoken))]

    assert len(cases) == UNSEEN[number]
    assert len(wrong) <= LEFT.get(number, 0.02) * len(cases), wrong


def as_heard(text: str) -> str:
    return " ".join(re.sub(r"[^\w' ]", " ", text.lower()).split())


def accepted(spoken: str) -> Iterator[str]:
    """Every way of saying that *spoken* allows: "a las {catorce|dos}" is two."""
    parts = re.split(r"\{([^}]*)\}", spoken)
    return map("".join, product(*(part.split("|") if place % 2 else (part,) for place, part in enumerate(parts))))


def ways(spoken: str) -> Iterator[str]:
    """Every reading that *spoken* allows: " | " between whole ones, braces within."""
    return chain.from_iterable(map(accepted, spoken.split(" | ")))


def heard_in(text: str, language: str) -> str:
    """*text* without case, punctuation and hyphens, and without what scripts leave out: vowel signs of Arabic, spaces of Korean."""
    folded = unicodedata.normalize("NFKD" if language == "ar" else "NFC", text.casefold())
    marks = "L" if language == "ar" else "LM"
    kept = "".join(c if unicodedata.category(c)[0] in marks else "" if unicodedata.category(c) == "Mn" else " " for c in folded)
    return ("" if language in ("ja", "ko") else " ").join(kept.split())


HELD_BACK = {"tongues": 50, "tongues_again": 16, "tongues_calls": 25, "tongues_scripts": 20, "tongues_desks": 15}


@pytest.mark.parametrize(
    ("language", "name"), [(path.stem, path.parent.name) for path in sorted((CASES / "held_back").glob("tongues*/*.txt"))]
)
def test_the_held_back_cases_of_the_tongues_are_heard_as_they_should_be(language: str, name: str) -> None:
    # They were written before the code was read or run, and are not changed: docs/speaking.md has the first measure.
    cases = read(CASES / "held_back" / name / f"{language}.txt")
    wrong = [
        written
        for written, spoken in cases
        if heard_in(say(written, language), language) not in {heard_in(one, language) for one in ways(spoken)}
    ]

    assert len(cases) >= HELD_BACK[name]
    assert len(wrong) <= 0.04 * len(cases), wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_a_form_can_begin_only_saves_time(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    forms = book if language == "en" else import_module(f"steering.core.speech.tongues.{language}").VOICE.forms
    texts = [str(case.values[1]) for case in TABLES if case.values[0] == language]
    texts += [f"{first} {second}" for first, second in pairwise(texts)]
    if language != "en":
        texts += [str(case.values[1]) for case in TABLES if case.values[0] == "en"]
        texts += [written for written, _ in read(CASES / "held_back" / "tongues" / f"{language}.txt")]
    said = [forms.spoken(text) for text in texts]
    monkeypatch.setattr(forms, "_followed", {})
    monkeypatch.setattr(forms, "_headed", {})
    monkeypatch.setattr(Form, "may_follow", lambda *_: True)
    monkeypatch.setattr(Form, "may_begin", lambda *_: True)
    monkeypatch.setattr(Form, "may_run_into", lambda *_: True)

    assert [forms.spoken(text) for text in texts] == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_repeats_itself_is_read_as_if_every_place_were_looked_at(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    forms = book if language == "en" else import_module(f"steering.core.speech.tongues.{language}").VOICE.forms
    written = [str(case.values[1]) for case in TABLES if case.values[0] == language][::7]
    draw = Random(7)
    # The last words of one and the whole of it, in any order: the same words with others further behind them.
    texts = [
        " ".join(draw.choices((one, other, one.rpartition(" ")[2], other[:9]), k=3000 // len(one + other)))
        for one, other in pairwise(written)
    ]
    said = [forms.spoken(text) for text in texts]
    quiet = [forms.nothing_to_do(text) for text in said]
    monkeypatch.setattr("steering.core.speech.forms._AROUND", 10**6)

    assert [forms.spoken(text) for text in texts] == said
    # What is left to do may be seen where there is nothing, but not the other way round.
    assert not [text for text, nothing in zip(said, quiet, strict=True) if nothing and not forms.nothing_to_do(text)]


@pytest.mark.parametrize("kind", sorted(book.kinds))
def test_every_english_kind_has_forty_cases_and_a_heading_in_the_docs(kind: str) -> None:
    cases = read(CASES / "en" / f"{kind}.txt")

    assert len(cases) >= 40
    assert f"\n### {kind}\n" in DOCS.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_every_other_language_has_twelve_cases_of_each_common_kind(language: str) -> None:
    kinds = set(import_module(f"steering.core.speech.tongues.{language}").VOICE.forms.kinds)

    assert kinds >= COMMON
    assert all(len(read(CASES / language / f"{kind}.txt")) >= 12 for kind in COMMON)
    assert f"`{language}`" in DOCS.read_text(encoding="utf-8")
