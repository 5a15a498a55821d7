"""The laws of `say`: words only, the same when said again, prose untouched, no exception."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steering.core.speech import LANGUAGES, say

PROSE = (
    "Thank you for calling the clinic. My name is Anna, and I'm here to help you with your appointment today; "
    "may I ask who is speaking? If it isn't too much trouble, please stay on the line: a nurse will be with you shortly! "
    "No, you don't need to march down here in May, nor wait until the sun is out - we can do it all by phone. "
    "I am sure that is right, and I will see to it. He said no. We can stop, or go on; it is up to you and me."
)
PLAIN = ".,?!;:'¿¡、。，？！؟،؛।・-\u200c\u200d"
# What scripts are made of, so that random texts meet the forms and their borders.
SCRIPT = """
$ 1,250.50 Dr. St. VIII 3/4 - ( ) am p.m. Chapter I II 5 12 2024 2024-03-15 / : # * % & a@b.co www.x.com . , ' " No. Jan
Mar. May Mon 1st AB12 x X V ext. 911 24/7 ° F in ft 6 lb – — € USD k M to + 1-800-555-0199 (212) 555-0147 N. S Ave IL OK
ID Apt. Inc. e.g. etc. '90s 1990s 9:30 AM EST Q3 ½ ² é 日 ा 😀 <b> </b> { } [ _ ~ \\ | ^ flight PIN code ending order A B
Ph.D. U.S. mr vs c/o w/ 0 007 1.2.3 5-7 co h times people Louis the of ñ ß º ª ال 3番目 年 月 分 시 원 ₹ बजे го г. €5 R$ 1º 2ª
1er Uhr h30 24.11.2026 de mayo ٣ ٪ dic. lun.-vie. Mo.-Fr. am do. z. B. Nr. n.º no. C/ 21 000 M€ MX$ S/ 3x 1/2 tableta /mes 08/29 3639
le 24h/24 3ª-feira 2ª a 6ª до от через к в г. год 2005 -х XXI век мин. руб. 1000 ок. عام بـ 2000 ريال خلال دقيقة رسائل ~
10時 3번 개월 बजे रु. पर समाप्त
...1881 -0042 ****4512 x APR 4p 12,50 .- $( +/- (金) 円/月 원/월 по 1 für 1 € Visa exp. Pt. y.o. int. #3/5 seats A-C 100/300 1ला 2달
US$ vuelo IB 3166 Flug vol, 10115 Berlin Luis V. García
"""
PIECES = st.sampled_from(SCRIPT.split())
SCRIPTS = st.lists(st.one_of(PIECES, st.just(" "), st.text(max_size=6)), max_size=12).map("".join)


def is_words_only(text: str) -> bool:
    return all(c.isalpha() or c.isspace() or c in PLAIN or unicodedata.category(c) in ("Mn", "Mc") for c in text)


@settings(max_examples=400)
@given(SCRIPTS, st.sampled_from(LANGUAGES))
def test_any_text_becomes_words_only_and_stays_as_it_is_when_said_again(text: str, language: str) -> None:
    said = say(text, language)

    assert is_words_only(said)
    assert say(said, language) == said


def test_ordinary_prose_comes_back_unchanged() -> None:
    assert say(PROSE) == PROSE


# Words that no form of English takes, as callers and scripts use them.
WORDS = """
thank you for calling the clinic my name is Anna and I am here to help with your appointment today may ask who speaking
it is not too much trouble please stay on line nurse will be shortly march down us in we can do all by phone right see
said no yes or account number order code card ending press star pound dial half past noon second minute hour day week
first third one two twenty hundred dollars and cents percent degrees at dot dash slash oh double point
street avenue doctor saint mister north west suite floor the a an of to on from until I'm don't
"""
SENTENCES = st.lists(
    st.tuples(st.sampled_from(WORDS.split()), st.sampled_from(["", "", "", "", ",", ";", ":", "?", "!"])), min_size=1, max_size=20
).map(lambda pairs: " ".join(word + mark for word, mark in pairs).rstrip(",;:?!") + ".")


@settings(max_examples=300)
@given(SENTENCES)
def test_sentences_of_words_alone_come_back_unchanged(sentence: str) -> None:
    assert say(sentence) == sentence


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("es", "¿Puedo hablar con la señora Gómez? Gracias por su tiempo; ¡hasta luego!"),
        ("fr", "Bonjour, c'est bien vous ? Je vous rappelle demain, d'accord."),
        ("de", "Guten Tag, können Sie mich hören? Schöne Grüße, und auf Wiederhören!"),
        ("it", "Buongiorno, parlo con il signor Rossi? Perché no: va bene così."),
        ("pt", "Olá, você pode falar agora? Não se preocupe, até amanhã."),
        ("ru", "Здравствуйте, вы меня слышите? Хорошо, до свидания!"),
        ("ja", "もしもし、聞こえますか？ありがとうございます。"),
        ("ko", "안녕하세요, 잘 들리시나요? 감사합니다."),
        ("hi", "नमस्ते, क्या आप मुझे सुन सकते हैं? धन्यवाद।"),
        ("ar", "مرحبًا، هل تسمعني؟ شكرًا لك."),
    ],
)
def test_prose_of_other_languages_comes_back_unchanged(language: str, prose: str) -> None:
    assert say(prose, language) == prose


def test_a_region_is_read_by_its_language_and_an_unknown_language_as_english() -> None:
    assert say("3", "es-MX") == say("3", "ES_mx") == "tres"
    assert say("3", "tlh") == say("3", "") == say("3", "../x") == "three"


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        ("es-MX", "$1,250.50", "mil doscientos cincuenta pesos con cincuenta centavos"),
        ("es-MX", "$1,200", "mil doscientos pesos"),
        ("es-MX", "MX$20", "veinte pesos"),
        ("es-MX", "US$20", "veinte dólares"),
        ("es-MX", "1,200 puntos", "mil doscientos puntos"),
        ("es-MX", "3.5%", "tres punto cinco por ciento"),
        ("es-CO", "$1.250.000", "un millón doscientos cincuenta mil pesos"),
        ("es-CO", "USD 20", "veinte dólares"),
        ("es-CL", "$1.200", "mil doscientos pesos"),
        ("es-AR", "$1.250,50", "mil doscientos cincuenta pesos con cincuenta centavos"),
        ("es-AR", "1.200 puntos", "mil doscientos puntos"),
        ("es-US", "$1,200", "mil doscientos dólares"),
        ("es-PE", "S/ 20.50", "veinte soles con cincuenta céntimos"),
        ("es-419", "$20", "veinte dólares"),
        ("es", "$20", "veinte dólares"),
        ("es", "1,200 puntos", "uno coma dos cero cero puntos"),
        ("pt-BR", "R$ 1.250,50", "mil duzentos e cinquenta reais e cinquenta centavos"),
        ("fr-CA", "20,50 $", "vingt dollars et cinquante cents"),
        ("en-AU", "$1,250", "one thousand two hundred fifty dollars"),
        ("en-CA", "$20", "twenty dollars"),
    ],
)
def test_a_region_writes_its_own_money_and_marks(language: str, written: str, spoken: str) -> None:
    assert say(written, language) == spoken
    assert say(spoken, language) == spoken


@pytest.mark.parametrize(
    "text",
    [
        "1" * 2000,
        "1," * 1000,
        "$" * 2000,
        "a." * 1000,
        "1-" * 1000,
        "(" * 2000,
        "A1" * 1000,
        "Dr. " * 500,
        "a@" * 1000,
        "<" * 2000,
        "<a" * 1000,
        "1/2 " * 500,
        ": 12" * 500,
        "- 5" * 600,
        "x@y." * 500,
        "I V X " * 330,
        " " * 2000,
        "#" * 2000,
        "9:30 am " * 250,
        "N. Elm " * 280,
        "12 Main " * 250,
        "'" * 2000,
        "www." * 500,
        "1 " * 1000,
    ],
)
@pytest.mark.parametrize("language", ["en", "es", "pt", "ja"])
def test_two_thousand_characters_of_one_thing_become_words_only(text: str, language: str) -> None:
    said = say(text, language)

    assert is_words_only(said)
    assert say(said, language) == said
