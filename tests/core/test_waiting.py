"""Who asks for a moment is given one: it costs no attempt, and what comes after it agrees to nothing that was asked before."""

from __future__ import annotations

import pytest

from steering.core.hearing.waiting import asks_to_wait, is_back
from steering.core.hearing.yes_no import yes_no
from steering.core.languages import LANGUAGES, language
from tests.core.caller import Caller

CALL = """
flow: waiting
anytime:
  say that again: (repeat)
steps:
  greet:
    ask: May I speak with Maria?
    hear: {yes: verify, no: bye}
  verify:
    ask: What are the last four digits?
    collect: ssn4, 4 digits, private
    go: why
  why:
    ask: Why do you call?
    collect: reason, text
    go: agree
  agree:
    consent: Do you authorise the payment?
    accept_only: yes | i authorise
    if_yes: bye
    if_no: bye
  bye:
    end: Goodbye.
"""
GRANTED = "Of course. Take your time."
ASKED = "What are the last four digits?"


def at(step: str) -> Caller:
    call = Caller(CALL)
    for said in {"greet": [], "verify": ["yes"], "why": ["yes", "4512"], "agree": ["yes", "4512", "my bill"]}[step]:
        call.says(said)
    assert call.session.step == step
    return call


@pytest.mark.parametrize("step", ["greet", "verify", "why", "agree"])
@pytest.mark.parametrize(
    "said",
    [
        "hold on",
        "just a second",
        "one moment please",
        "let me get a pen",
        "give me a sec",
        "hang on",
        "um hold on hold on",
        "okay hang on let me grab my card",
        "Sure, one second.",
        "hold on, let me get a pen so I can write it down",
        "wait a minute let me find it",
        "bear with me please",
        "hold on let me ask my husband",
        "let me check with my wife",
        "hang on I'm driving",
        "one sec someone's at the door",
        "please hold",
        "can you wait while I get a pen",
        "give me a sec to find my glasses",
        "can I have a minute",
        "just a moment honey",
    ],
)
def test_who_asks_for_a_moment_is_given_it_at_no_cost(step: str, said: str) -> None:
    call = at(step)

    assert call.says(said) == GRANTED
    assert (call.session.step, call.session.unclear, call.session.silences) == (step, 0, 0)


@pytest.mark.parametrize(
    "said",
    [
        "no wait",
        "wait, who is this",
        "hold on what is this about",
        "let me get back to you",
        "hold on that's wrong",
        "let me think about it",
        "I can't wait",
        "I'm driving",
        "let me ask you something",
        "can I have a receipt",
        "to find my doctor",
        "one",
        "seconds",
        "um",
        "yes",
        "",
    ],
)
def test_who_says_something_else_asks_for_no_moment(said: str) -> None:
    assert not asks_to_wait(said)


def test_the_answer_after_a_moment_is_taken() -> None:
    call = at("verify")
    call.says("hang on")

    assert call.says("okay it's four five one two") == "Why do you call?"


@pytest.mark.parametrize("said", ["hello?", "yes", "okay", "okay I'm back", "go ahead", "yes I'm here", "sorry about that"])
@pytest.mark.parametrize("step", ["greet", "verify", "agree"])
def test_who_only_tells_that_he_is_back_is_asked_again(step: str, said: str) -> None:
    call = at(step)
    question = call.reply.lines[-1].spoken
    call.says("hold on")

    assert call.says(said) == question
    assert (call.session.step, call.session.unclear) == (step, 0)
    assert call.session.agreed == {}


@pytest.mark.parametrize("said", ["I authorise", "yes I authorise"])
def test_no_agreement_is_taken_before_the_question_is_asked_again(said: str) -> None:
    call = at("agree")
    call.says("wait a second")

    assert call.says(said) == "Do you authorise the payment?"
    assert call.says("yes") == "Goodbye."
    assert call.session.agreed == {"agree": "yes"}


def test_a_no_after_a_moment_is_a_no() -> None:
    call = at("greet")
    call.says("hold on")

    assert call.says("no") == "Goodbye."


def test_once_more_after_a_moment_is_the_question() -> None:
    call = at("verify")
    call.says("hold on")

    assert call.says("what was the question") == ASKED


def test_nobody_waits_for_ever() -> None:
    call = at("verify")
    call.is_silent()
    call.says("hold on")

    assert [call.is_silent() for _ in range(3)][-1].endswith("Goodbye.")
    assert call.reply.ended


def test_words_of_the_author_go_first() -> None:
    call = Caller(CALL.replace("  say that again: (repeat)", "  hold on: bye"))

    assert call.says("hold on") == "Goodbye."


def test_a_yes_with_a_moment_is_no_yes_and_none_of_the_words_is_a_no() -> None:
    for tag in LANGUAGES:
        tongue = language(tag)
        for phrase in tongue.wait:
            assert yes_no(f"{tongue.plain_yes[0]} {phrase}", tag) in ("unsure", None), (tag, phrase)
            assert yes_no(phrase, tag) != "no", (tag, phrase)


def test_every_language_has_words_for_it() -> None:
    for tag in LANGUAGES:
        tongue = language(tag)
        said = [phrase.replace("…", "abc") for phrase in (*tongue.wait, *tongue.fetching)]

        assert [phrase for phrase in said if not asks_to_wait(phrase, tag)] == []
        assert [phrase for phrase in tongue.back if not is_back(phrase, tag)] == []
        assert [word for word in (*tongue.plain_yes, *tongue.no, *tongue.agent) if asks_to_wait(word, tag)] == []
        assert tongue.take_your_time


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("es", "espere un momentito por favor"),
        ("es", "sí, déjeme buscar un bolígrafo"),
        ("fr", "attendez deux secondes s'il vous plaît"),
        ("fr", "je vais chercher un stylo"),
        ("de", "moment bitte"),
        ("de", "einen Moment, ich hole kurz meine Karte"),
        ("it", "un attimo per favore"),
        ("it", "aspetti, prendo una penna"),
        ("pt", "só um minutinho por favor"),
        ("pt", "peraí, deixa eu pegar uma caneta"),
        ("ru", "минуточку, пожалуйста"),
        ("ru", "подождите, сейчас возьму ручку"),
        ("ja", "ちょっと待ってください"),
        ("ja", "少々お待ちください、ペンを取ってきます"),
        ("ko", "잠시만요"),
        ("ko", "잠깐만요 펜 좀 가져올게요"),
        ("hi", "एक मिनट रुकिए"),
        ("hi", "रुकिए मैं कार्ड निकालता हूँ"),
        ("ar", "لحظة من فضلك"),
        ("ar", "انتظر، دعني أحضر قلما"),
        ("es", "déjeme preguntarle a mi esposo"),
        ("fr", "attendez, on sonne à la porte"),
        ("de", "Moment, ich frage kurz meinen Mann"),
        ("it", "un attimo, suonano alla porta"),
        ("pt", "peraí, tem alguém na porta"),
        ("ru", "минутку, звонят в дверь"),
        ("ja", "ちょっと待って、誰か来ました"),
        ("ko", "잠시만요 남편한테 물어볼게요"),
        ("hi", "एक मिनट दरवाज़े पर कोई है"),
        ("ar", "لحظة، دعني أسأل زوجي"),
    ],
)
def test_callers_of_every_language_are_given_a_moment(tag: str, said: str) -> None:
    assert asks_to_wait(said, tag)
