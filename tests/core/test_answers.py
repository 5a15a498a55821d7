"""Which approved question is near to what was said: one that shares a word that means something, not "is" and "this"."""

from __future__ import annotations

import pytest

from steering.core.answers import AnswerIndex
from steering.core.hearing.particles import particles
from steering.core.languages import LANGUAGES
from steering.core.languages import language as language_of

ROBOT, WHO, HOURS, CALLING = range(4)
INDEX = AnswerIndex([["are you a robot"], ["who are you", "who is this"], ["when do you open", "what are your hours"], ["who is calling"]])


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("who is this", WHO),
        ("hello who is this please", WHO),
        ("so who are you exactly", WHO),
        ("is this a robot", ROBOT),
        ("am I talking to a robot", ROBOT),
        ("what time do you open", HOURS),
        ("tell me what your hours are", HOURS),
        ("who is calling me", CALLING),
        ("this is Maria, when do you open", HOURS),
    ],
)
def test_question_is_found_by_its_meaning(said, answer):
    assert INDEX.best(said) == answer


@pytest.mark.parametrize(
    "said",
    [
        "this is Maria",
        "this is her husband",
        "hello this is Maria calling",
        "you're not my attorney, are you",
        "is this about her",
        "are you there",
        "it is what it is",
        "this is he",
    ],
)
def test_small_words_alone_ask_nothing(said):
    assert INDEX.best(said) is None


@pytest.mark.parametrize(
    ("language", "question", "said"),
    [
        ("es", "quién es usted", "es ella"),
        ("es", "quién es", "esta es su hermana"),
        ("fr", "qui êtes-vous", "vous êtes là"),
        ("de", "wer ist das", "das ist ihr Mann"),
        ("it", "chi è lei", "lei è mia moglie"),
        ("pt", "quem é você", "você é o meu"),
    ],
)
def test_small_words_ask_nothing_in_other_languages(language, question, said):
    index = AnswerIndex([[question], ["horario"]], language)

    assert index.best(said) is None
    assert index.best(question) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_small_words(language):
    assert len(particles(language)) > 20


@pytest.mark.parametrize(
    "said",
    [
        "are you a human",
        "are you real",
        "am I talking to a machine",
        "is this a recording",
        "is this a real person",
        "wait are you a bot",
        "are you an AI",
        "am I speaking with a real person",
    ],
)
def test_who_asks_whether_it_is_a_machine_is_answered_in_any_words(said):
    assert INDEX.best(said) == ROBOT


@pytest.mark.parametrize("said", ["are you open", "is this a good number", "are you really sure", "is this call recorded"])
def test_another_question_does_not_ask_for_a_machine(said):
    assert INDEX.best(said) != ROBOT


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_asks_in_several_words_whether_it_is_a_machine(language):
    ways = language_of(language).robot
    index = AnswerIndex([[ways[-1]]], language)

    assert [one for one in ways if index.best(one) != 0] == []
    assert AnswerIndex([["xyz"]], language).best(ways[0]) is None
    assert AnswerIndex([[ways[0]], [ways[-1]]], language).best(ways[-1]) == 1
