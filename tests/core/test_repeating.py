"""Who did not hear it is told it once more, in whatever words he asks."""

from __future__ import annotations

import pytest

from steering.core.hearing.repeating import asks_again
from tests.core.caller import Caller

VISIT = """
flow: visit
anytime:
  say that again: (repeat)
steps:
  greet:
    say: You have an appointment tomorrow.
    ask: Will you come?
    hear:
      yes: come
      no: stay
      what time | what: hour
  come:
    end: Good.
  stay:
    end: Sorry.
  hour:
    say: At nine.
    ask: Will you come then?
    hear: {yes: come, no: stay}
"""
ALL = "You have an appointment tomorrow. Will you come?"


@pytest.mark.parametrize(
    "said",
    [
        "pardon?",
        "I didn't hear you",
        "I didn't catch that",
        "can you say it again",
        "come again?",
        "one more time",
        "what did you say?",
        "I can't hear you",
        "Sorry, what was that?",
        "um sorry could you repeat that please",
        "hello? I can't hear you",
        "pardon me ma'am",
        "wait what",
        "wait, what?",
        "hold on, what did you say?",
        "hello?",
        "hello hello",
        "who?",
    ],
)
def test_what_was_not_heard_is_said_again_and_costs_no_attempt(said: str) -> None:
    call = Caller(VISIT)

    assert call.says(said) == ALL
    assert call.session.unclear == 0


@pytest.mark.parametrize(
    "said",
    [
        "sorry no",
        "sorry I can't",
        "what day",
        "I didn't hear from you",
        "thank you",
        "um",
        "hello",
        "wait",
        "sorry, hold on",
        "who is coming",
        "again tomorrow",
        "say it to my wife",
    ],
)
def test_who_says_something_else_too_does_not_ask_for_it_again(said: str) -> None:
    assert not asks_again(said)


def test_words_of_the_author_go_first() -> None:
    assert Caller(VISIT).says("what") == "At nine. Will you come then?"


def test_without_a_line_that_repeats_it_is_misunderstood() -> None:
    call = Caller(VISIT.replace("say that again: (repeat)", "start: (start over)"))

    assert call.says("pardon?") == "Sorry, I missed that. Will you come?"
    assert call.session.unclear == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "¿cómo dijo?"),
        ("es", "no le escucho bien"),
        ("fr", "pardon, vous pouvez répéter s'il vous plaît ?"),
        ("de", "wie bitte?"),
        ("it", "come, scusi?"),
        ("pt", "pode repetir por favor"),
        ("ru", "простите, не расслышал"),
        ("ja", "すみません、聞こえませんでした"),
        ("ko", "잘 안 들려요"),
        ("hi", "आपने क्या कहा"),
        ("ar", "ماذا قلت؟"),
        ("es", "¿hola?"),
        ("fr", "attendez, quoi ?"),
        ("de", "hallo hallo"),
        ("it", "chi?"),
        ("pt", "alô?"),
        ("ru", "алло?"),
        ("ja", "もしもし？"),
        ("ko", "여보세요?"),
        ("hi", "हेलो?"),
        ("ar", "ألو؟"),
    ],
)
def test_every_language_has_words_for_it(language: str, said: str) -> None:
    assert asks_again(said, language)


def test_an_uh_huh_is_a_yes_and_no_huh() -> None:
    assert not asks_again("uh huh")
    assert not asks_again("uh-huh, thanks")
    assert asks_again("uh, huh? what?")
