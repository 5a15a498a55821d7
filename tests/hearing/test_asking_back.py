"""A yes with a question about the call or the caller, in the ten other languages, and one with a question of the matter."""

from __future__ import annotations

import pytest

from steering.core.hearing import hear
from steering.core.languages import LANGUAGES, language

TAKING_THE_CALL = [
    ("es", "sí quién habla"),
    ("es", "sí, ¿de parte de quién?"),
    ("es", "sí de qué se trata"),
    ("fr", "oui c'est qui"),
    ("fr", "oui c'est à quel sujet"),
    ("fr", "oui madame qui est à l'appareil"),
    ("de", "ja wer spricht denn da"),
    ("de", "ja worum geht's"),
    ("de", "ja mit wem spreche ich bitte"),
    ("it", "sì chi parla"),
    ("it", "sì di cosa si tratta"),
    ("pt", "sim quem fala"),
    ("pt", "sim quem é"),
    ("pt", "sim do que se trata"),
    ("ru", "да а кто это"),
    ("ru", "да по какому вопросу"),
    ("ja", "はい、どちら様ですか"),
    ("ja", "はい何の用ですか"),
    ("ko", "네 누구신가요"),
    ("ko", "네 무슨 일이신가요"),
    ("hi", "हाँ कौन बोल रहा है"),
    ("hi", "हाँ आप कौन हैं"),
    ("ar", "نعم من معي"),
    ("ar", "نعم مين معي"),
]
ANSWERING = [
    ("es", "Sí, soy yo. ¿Quién habla?"),
    ("fr", "Oui, c'est moi. Qui est à l'appareil ?"),
    ("de", "Ja, am Apparat. Wer spricht denn da?"),
    ("es", "sí cuándo vence"),
    ("es", "sí cómo lo hago"),
    ("es", "sí quién es el médico"),
    ("es", "sí soy yo quién habla"),
    ("es", "estoy listo"),
    ("es", "todo está listo"),
    ("fr", "oui comment je fais"),
    ("fr", "oui c'est pourquoi j'appelle"),
    ("fr", "oui c'est moi qui êtes-vous"),
    ("de", "ja wie mache ich das"),
    ("de", "ja worum geht es bei der rechnung"),
    ("it", "sì come faccio"),
    ("it", "sì chi è il medico"),
    ("pt", "sim como eu faço"),
    ("pt", "sim com quem eu falo sobre isso"),
    ("ja", "はい、いつですか"),
    ("ko", "네 언제요"),
    ("hi", "हाँ कैसे करूँ"),
    ("ar", "نعم كيف أفعل ذلك"),
]


@pytest.mark.parametrize(("tag", "said"), TAKING_THE_CALL)
def test_a_yes_that_asks_who_calls_or_why_is_unsure(tag: str, said: str) -> None:
    assert hear("yes_no", said, language=tag) == "unsure"


@pytest.mark.parametrize(("tag", "said"), ANSWERING)
def test_a_yes_that_asks_about_the_matter_stays_one(tag: str, said: str) -> None:
    assert hear("yes_no", said, language=tag) == "yes"


@pytest.mark.parametrize(("tag", "said"), TAKING_THE_CALL)
def test_a_full_stop_between_makes_it_no_answer(tag: str, said: str) -> None:
    yes = next(phrase for phrase in language(tag).plain_yes if said.startswith(phrase))
    stop = "。" if tag == "ja" else "."

    assert hear("yes_no", f"{yes}{stop} {said[len(yes) :].strip(' 、,')}?", language=tag) == "unsure"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_question_behind_a_plain_yes_is_agreement(tag: str) -> None:
    tongue = language(tag)
    heard = {back: hear("yes_no", f"{tongue.plain_yes[0]} {back}", language=tag) for back in tongue.asking_back}

    assert heard
    assert [back for back, answer in heard.items() if answer in ("yes", "no")] == []


def test_what_is_told_of_a_thing_in_spanish_is_no_yes() -> None:
    assert hear("yes_no", "mi pedido está listo", language="es") is None
