"""What an author may let count as agreement, and what has no words to be agreed to."""

from __future__ import annotations

from pathlib import Path

import pytest

from steering.core.languages import language
from steering.core.speech import LANGUAGES
from steering.loader import check

CONSENT = """
flow: agreed
language: {tag}
steps:
  ask:
    consent: "{question}"
    accept_only: "{accept}"
    if_yes: bye
    if_no: bye
  bye:
    end: Adios.
"""


def errors(folder: Path, accept: str = "yes", *, question: str = "Do you agree?", tag: str = "en") -> set[str]:
    path = folder / "agreed.yaml"
    path.write_text(CONSENT.format(accept=accept, question=question, tag=tag))
    return {one.code for one in check(path) if one.severity == "error"}


@pytest.mark.parametrize(
    "accept",
    [
        "no",
        "yes | nope",
        "maybe | i guess",
        "yes | i do not agree | not really",
        "probably",
        "yes but",
        "i don't consent",
        "whatever",
        "i suppose so",
        "not now",
        "i think so",
        "what",
        "say that again",
        "hello",
        "hold on",
        "goodbye",
        "stop",
        "stop calling",
        "take me off your list",
        "who is this",
        "my husband agrees",
    ],
)
def test_refusal_or_hedge_is_never_listed_as_agreement(tmp_path: Path, accept: str) -> None:
    assert errors(tmp_path, accept) == {"no-agreement"}


@pytest.mark.parametrize(
    ("tag", "accept"),
    [
        *(("de", one) for one in ("ich glaube schon", "wie bitte", "rufen Sie nicht mehr an")),
        *(("es", one) for one in ("creo que sí", "no me llamen más", "qué", "hola")),
        *(("fr", one) for one in ("je pense que oui", "je crois")),
        *(("it", one) for one in ("penso di sì", "credo")),
        *(("pt", one) for one in ("acho que sim", "não me liguem mais")),
        *(("ru", one) for one in ("думаю да", "не звоните мне больше")),
    ],
)
def test_hedge_of_another_language_is_never_listed_either(tmp_path: Path, tag: str, accept: str) -> None:
    assert errors(tmp_path, accept, tag=tag) == {"no-agreement"}


@pytest.mark.parametrize(
    "accept",
    ["i authorise the payment", "yes i do", "enroll me", "sign me up", "go ahead", "that is right", "you have my permission", "agreed"],
)
def test_agreement_in_other_words_may_be_listed(tmp_path: Path, accept: str) -> None:
    assert errors(tmp_path, accept) == set()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_refusal_of_a_language_is_listed_and_all_its_agreement_may_be(tmp_path: Path, tag: str) -> None:
    own = language(tag)

    assert errors(tmp_path, " | ".join((*own.plain_yes, *own.agreeing)), tag=tag) == set()
    for refusal in own.no[:5]:
        assert errors(tmp_path, refusal, tag=tag) == {"no-agreement"}, refusal


@pytest.mark.parametrize(
    "accept", ["yes | yes i do | i do | i agree | go ahead", "no problem | no objection", "i authorise | i consent", "key 1 | key star"]
)
def test_words_and_keys_of_agreement_are_listed(tmp_path: Path, accept: str) -> None:
    assert errors(tmp_path, accept) == set()


@pytest.mark.parametrize(
    ("tag", "accept"),
    [
        ("en", "i do not object | i have no objections"),
        ("es", "no me opongo | sin problema | cómo no"),
        ("de", "keine Einwände | ich habe nichts dagegen | kein Problem"),
        ("fr", "aucun problème | je n'ai pas d'objection | pourquoi pas"),
        ("it", "non ho obiezioni | nessun problema"),
        ("pt", "não me importo | não me oponho | sem problema"),
        ("hi", "मुझे कोई आपत्ति नहीं | कोई दिक्कत नहीं"),
        ("ru", "не возражаю | не против"),
    ],
)
def test_agreement_with_a_no_in_it_is_listed(tmp_path: Path, tag: str, accept: str) -> None:
    assert errors(tmp_path, accept, tag=tag) == set()


@pytest.mark.parametrize("accept", ["(silence)", "yes | (voicemail)", "key 12", "yes | key *", "key"])
def test_what_no_caller_can_say_or_press_is_refused(tmp_path: Path, accept: str) -> None:
    assert errors(tmp_path, accept) == {"bad-phrase"}


@pytest.mark.parametrize("text", ["😀", "[pause]", "***", "<break time='1s'/>", "…", "—", "?!", "   .   "])
def test_text_without_a_word_is_refused(tmp_path: Path, text: str) -> None:
    assert errors(tmp_path, question=text) == {"no-words"}


@pytest.mark.parametrize("text", ["5", "$5", "Yes", "同意しますか", "هل توافق؟", "क्या आप सहमत हैं?", "A", "%"])
def test_text_with_a_word_is_spoken(tmp_path: Path, text: str) -> None:
    assert errors(tmp_path, question=text) == set()


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("    say: 😀\n    end: Bye.", "say"),
        ("    end: '***'", "end"),
        ("    ask: '[pause]'\n    if_silent:\n      - 😀\n      - go: a\n    hear:\n      yes: b", "ask"),
    ],
)
def test_line_without_a_word_is_warned_of_wherever_it_is_said(tmp_path: Path, line: str, place: str) -> None:
    path = tmp_path / "lines.yaml"
    path.write_text(f"flow: lines\nsteps:\n  a:\n{line}\n  b:\n    end: Goodbye.\n")

    assert "nothing-said" in {one.code for one in check(path)}, place
