"""What is heard where a person is asked for: a plain no leads on, an absence or a "not the wrong number" does not."""

from __future__ import annotations

import pytest

from steering.core.hearing.right_party import asked_for
from steering.core.hearing.yes_no import yes_no
from tests.core.caller import Caller

CALL = """
flow: right_party
steps:
  greet:
    ask: May I speak with Maria?
    hear:
      yes | speaking: verified
      no | wrong number | not here: wrong
{more}  verified:
    end: Hello Maria.
  wrong:
    end: Sorry to have bothered you.
"""
LINE = "      at work | not home: later\n  later:\n    end: We will call later.\n"


def heard(said: str, more: str = "") -> str:
    call = Caller(CALL.format(more=more))
    call.says(said)
    return call.session.step


@pytest.mark.parametrize(
    "said",
    [
        "no it's not the wrong number",
        "no, it isn't the wrong number",
        "it's not the wrong number",
        "no you don't have the wrong number",
        "no not the wrong number",
        "that's not a wrong number",
        "no this isn't the wrong number",
        "no you didn't get the wrong number",
        "you haven't got the wrong number",
        "nope you don't have a wrong number",
    ],
)
def test_a_denied_wrong_number_is_no_no(said: str) -> None:
    assert heard(said) == "greet"


@pytest.mark.parametrize(
    "said",
    [
        "he's at work",
        "she died last year",
        "she passed away",
        "he's dead",
        "she's asleep right now",
        "he's on vacation",
        "she's in the shower",
        "he just left",
        "she's out of town",
        "he is at the store",
        "i'm sorry she passed away in june",
        "he's at work can i take a message",
        "he's not home",
    ],
)
def test_who_only_cannot_be_had_is_no_wrong_person(said: str) -> None:
    assert heard(said) == "greet"


@pytest.mark.parametrize(
    "said",
    [
        "no, wrong number",
        "it's the wrong number",
        "no you have the wrong number",
        "no she's not here",
        "no it's not her number",
        "no he's at work",
        "no she died",
        "nope, she's on vacation",
        "he's at work, this is the wrong number",
    ],
)
def test_a_plain_no_is_one_whatever_follows(said: str) -> None:
    assert heard(said) == "wrong"


def test_a_line_of_the_authors_own_takes_an_absence() -> None:
    assert heard("he's at work", LINE) == "later"
    assert heard("no he's at work", LINE) == "later"


NAMED = """
flow: named
needs:
  first_name: name, e.g. maria
  last_name: name, e.g. Lopez
steps:
  greet:
    ask: {ask}
    hear:
      yes | speaking: verified
      no | wrong number: wrong
  verified:
    end: Hello.
  wrong:
    end: Sorry to have bothered you.
"""
ASKS = [
    "Am I speaking with Maria Lopez?",
    "Am I speaking with {{ first_name }} {{ last_name }}?",
    "Hello, is this Maria?",
    "May I speak with {{ first_name }}, please?",
]


def answered(said: str, ask: str = ASKS[1]) -> str:
    call = Caller(NAMED.format(ask=ask), {"first_name": "maria", "last_name": "Lopez"})
    call.says(said)
    return call.session.step


@pytest.mark.parametrize("ask", ASKS)
@pytest.mark.parametrize(
    "said",
    [
        "this is maria",
        "This is Maria. Who's calling?",
        "it's maria what do you want",
        "maria speaking",
        "hi yeah this is uh maria",
        "my name is maria",
        "you've got maria",
        "this is maria who's this",
        "yes i'm she",
        "yes it's me",
        "yes i am",
        "yes i'm sorry i was in the shower",
    ],
)
def test_who_is_asked_for_says_yes_by_his_name(said: str, ask: str) -> None:
    assert answered(said, ask) == "verified"


@pytest.mark.parametrize(
    "said",
    [
        "this is jennifer",
        "jennifer speaking",
        "yes this is jennifer",
        "yes i'm jennifer",
        "yes it's jennifer",
        "this is maria gomez",
        "yes this is maria gomez",
        "this is maria's husband",
        "this is marias husband",
        "this is maria her daughter",
        "this is mrs lopez",
        "this is lopez",
        "This is Maria?",
        "no this is maria",
        "this is maria no thanks",
        "maria",
        "is this about maria",
        "not a good time",
        "I can't talk right now",
        "yes speaking for her",
        "no comment",
        "no habla ingles",
        "what do you mean yes",
    ],
)
def test_another_name_or_half_of_an_answer_is_asked_again(said: str) -> None:
    assert answered(said) == "greet"


@pytest.mark.parametrize("said", ["this is not maria", "i'm not maria", "no this is her sister", "no this is jennifer", "no not right now"])
def test_who_denies_the_name_says_no(said: str) -> None:
    assert answered(said) == "wrong"


@pytest.mark.parametrize("said", ["Maria is not here", "Lopez isn't here right now", "she isn't in", "yes she's here", "great"])
def test_who_is_not_there_or_answers_for_another_is_asked_again(said: str) -> None:
    assert answered(said) == "greet"


def test_by_a_title_the_last_name_is_enough() -> None:
    ask = "Am I speaking with Mrs. Lopez?"

    assert answered("this is mrs lopez", ask) == "verified"
    assert answered("lopez speaking", ask) == "verified"
    assert answered("this is mr jones", ask) == "greet"


@pytest.mark.parametrize(
    "ask",
    [
        "Hi Maria, is this a good time?",
        "Maria, will you pay today?",
        "Is this Maria's husband?",
        "Is Tuesday okay, Maria?",
        "Your account with Maria Bank is $1,250.50. Will you pay today?",
        "You are speaking with Maria. Will you pay today?",
    ],
)
def test_a_name_that_only_stands_in_a_question_is_not_asked_for(ask: str) -> None:
    assert answered("this is maria", ask) == "greet"
    assert answered("it's tuesday", ask) == "greet"
    assert answered("not today", ask) == "wrong"


def test_a_good_time_that_is_asked_for_is_denied() -> None:
    assert answered("not a good time", "Is this a good time to talk?") == "wrong"


@pytest.mark.parametrize(
    ("language", "ask", "yes", "no", "neither"),
    [
        ("es", "¿Hablo con María López?", "soy maría", "no soy maría", "soy josé"),
        ("fr", "Est-ce que je parle à Marie Dupont ?", "c'est marie", "ce n'est pas marie", "c'est jean"),
        ("de", "Spreche ich mit Frau Schmidt?", "hier spricht schmidt", "ich bin nicht frau schmidt", "hier ist hans"),
        ("it", "Parlo con Maria Rossi?", "sono maria rossi", "non sono maria", "sono anna"),
        ("pt", "Falo com a Maria Souza?", "é a maria", "não sou a maria", "sou o pedro"),
        ("ru", "Это Мария Иванова?", "это мария", "это не мария", "это анна"),
    ],
)
def test_in_other_languages_too(language: str, ask: str, yes: str, no: str, neither: str) -> None:
    asked = asked_for(ask, language)

    assert [yes_no(said, language, asked) for said in (yes, no, neither)] == ["yes", "no", None]


BY_PLACE = {
    ("ja", "恐れ入りますが、田中花子様でいらっしゃいますか？"): (
        ["田中花子です", "はい、田中花子です", "田中花子ですけど、どちら様ですか"],
        ["佐藤です", "田中花子の夫です", "もしもし"],
    ),
    ("ja", "マリアさんでしょうか。"): (["マリアです", "はい、マリアと申します"], ["アンナです", "マリアの妹です"]),
    ("ko", "김지민 님이신가요?"): (["김지민입니다", "네 김지민인데요", "제가 김지민입니다"], ["박수진입니다", "김지민 남편입니다"]),
    ("ko", "마리아 로페즈 씨와 통화할 수 있을까요?"): (["마리아예요", "네 마리아 로페즈인데요"], ["안나예요", "마리아 동생이에요"]),
    ("hi", "क्या मैं मारिया लोपेज़ जी से बात कर रहा हूँ?"): (
        ["मैं मारिया हूँ", "जी मारिया बोल रही हूँ", "मैं मारिया लोपेज़ बोल रही हूँ"],
        ["मैं अन्ना हूँ", "मैं मारिया का पति बोल रहा हूँ"],
    ),
    ("ar", "هل أتحدث مع ماريا لوبيز؟"): (["أنا ماريا", "معك ماريا لوبيز", "ماريا معك"], ["أنا سارة", "أنا زوج ماريا", "مرحبا"]),
    ("ar", "هل يمكنني التحدث مع السيدة ماريا من فضلك؟"): (["أنا ماريا", "هذه ماريا"], ["أنا أم ماريا", "معك زوجها"]),
}


@pytest.mark.parametrize(("question", "said"), BY_PLACE.items())
def test_where_no_capitals_show_it_a_name_is_known_by_its_place(question: tuple[str, str], said: tuple[list[str], list[str]]) -> None:
    language, ask = question
    asked = asked_for(ask, language)
    own, others = said

    assert [one for one in own if yes_no(one, language, asked) != "yes"] == []
    assert [one for one in others if yes_no(one, language, asked) in ("yes", "no")] == []


@pytest.mark.parametrize(
    ("language", "ask"),
    [
        ("ja", "お客様はご本人ですか？"),
        ("ja", "マリアさん、今日お支払いいただけますか？明日はいかがですか？"),
        ("ko", "고객님 오늘 결제하시겠어요?"),
        ("hi", "क्या आप आज भुगतान करेंगे?"),
        ("ar", "هل ستدفع اليوم؟"),
    ],
)
def test_a_question_for_nobody_asks_for_no_name(language: str, ask: str) -> None:
    assert asked_for(ask, language) == ()


@pytest.mark.parametrize(
    "said", ["yes who is this", "yeah hi who is calling", "Yes, who is this?", "Yes. Who is this?", "yes what is this about"]
)
def test_who_takes_the_call_and_asks_who_calls_is_answered_and_not_verified(said: str) -> None:
    answers = "answers:\n  who is this | who is calling | what is this about: This is Northwind Bank.\n"
    call = Caller(CALL.format(more="").replace("steps:", f"{answers}steps:"))

    assert call.says(said).startswith("This is Northwind Bank.")
    assert call.session.step == "greet"


@pytest.mark.parametrize("said", ["yes", "yes speaking who is this", "yes this is she who's calling", "Yes, this is Maria. Who is this?"])
def test_who_says_that_it_is_her_is_verified_whatever_she_asks(said: str) -> None:
    assert heard(said) == "verified"


@pytest.mark.parametrize("said", ["sure", "yes sure", "sure, thanks", "of course"])
def test_what_the_author_writes_beside_yes_is_taken(said: str) -> None:
    assert answered(said) == "greet"

    call = Caller(CALL.format(more="").replace("yes | speaking", "yes | sure | of course"))
    call.says(said)
    assert call.session.step == "verified"


FOR_NOBODY = {
    "en": ["Is English okay for you?", "Is Visa fine?", "Is Maria okay with that?"],
    "es": ["¿Paga con Visa?", "¿Es Madrid su ciudad?"],
    "fr": ["Habitez-vous à Paris ?", "Vous payez avec Visa ?"],
    "de": ["Ist Ihre Adresse noch aktuell?", "Ist Ihnen zehn Uhr recht?", "Zahlen Sie mit Karte?", "Ist das Ihre Adresse?"],
    "it": ["Paga con Visa?", "È Roma la sua città?"],
    "pt": ["Paga com Visa?"],
    "ru": ["Вы живёте с Марией?"],
    "ja": ["マリアさん、今日お支払いいただけますか？", "マリアさんは明日ご都合よろしいでしょうか？"],
    "ko": ["마리아 님 내일 괜찮으세요?"],
    "hi": ["क्या आप घर पर हैं?"],
    "ar": ["هل أنت مستعد؟"],
}
FOR_SOMEBODY = {
    "en": ["Is Maria there?", "Is Maria Lopez available?", "Is this Maria?", "May I speak with Mrs. Lopez about her bill?"],
    "es": ["¿Hablo con la señora Ramírez?", "¿Está María en casa?", "¿Es usted María López?", "¿Puedo hablar con Lucía, por favor?"],
    "fr": ["Puis-je parler à madame Dubois ?", "Êtes-vous Claire Dubois ?", "Est-ce que Claire est là ?"],
    "de": ["Spreche ich mit Frau Keller?", "Sind Sie Anna Keller?", "Ist Anna Keller da?"],
    "it": ["Parlo con la signora Keller?", "Lei è Anna Keller?"],
    "pt": ["Falo com a senhora Souza?", "Você é a Maria?", "A Maria está?"],
    "ru": ["Я говорю с Марией Ивановой?", "Вы Мария?"],
    "ja": ["マリアさんをお願いできますか？", "マリアさんはいらっしゃいますか？"],
    "ko": ["마리아 님 계신가요?"],
    "hi": ["क्या आप मारिया जी हैं?"],
    "ar": ["هل أنت ماريا؟"],
}


@pytest.mark.parametrize("language", FOR_NOBODY)
def test_a_name_in_a_question_about_something_else_is_not_asked_for(language: str) -> None:
    assert [ask for ask in FOR_NOBODY[language] if asked_for(ask, language)] == []
    assert [ask for ask in FOR_SOMEBODY[language] if not asked_for(ask, language)] == []


def test_a_question_about_something_else_is_answered_as_any() -> None:
    for said in ("great", "sure", "go ahead", "yes that's my bank"):
        assert answered(said, "Is English okay for you?") == "verified"
