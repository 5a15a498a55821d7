"""A yes with a reserve, a yes for somebody else, and a person who offers to take a message, in the ten other languages."""

from __future__ import annotations

import pytest

from steering.core.hearing import hear
from steering.core.hearing.right_party import asked_for
from steering.core.hearing.voicemail import is_voicemail
from steering.core.hearing.yes_no import only_gone, yes_no

RESERVED = [
    ("es", "sí soy su marido"),
    ("es", "sí, habla su esposa"),
    ("es", "soy su hija"),
    ("es", "sí pero más tarde"),
    ("fr", "oui je suis son mari"),
    ("fr", "oui, c'est sa femme"),
    ("fr", "oui mais plus tard"),
    ("de", "ja ich bin ihr mann"),
    ("de", "ja, hier ist seine frau"),
    ("de", "ja aber später"),
    ("it", "sì sono suo marito"),
    ("it", "sì, sono la moglie"),
    ("it", "sì ma più tardi"),
    ("pt", "sim sou o marido dela"),
    ("pt", "sim, aqui é a filha dele"),
    ("pt", "sim mas mais tarde"),
    ("ru", "да это её муж"),
    ("ru", "да, я его жена"),
    ("ru", "да но не сегодня"),
    ("ru", "да подождите"),
    ("ru", "да, минутку"),
    ("ru", "да сейчас позову"),
    ("ru", "да но сначала скажите сколько"),
    ("ru", "да, а что насчёт скидки"),
    ("ja", "はい、主人です"),
    ("ja", "はい、でも今は無理です"),
    ("ja", "はい、少々お待ちください"),
    ("ja", "はい、ちょっと待ってください"),
    ("ja", "はい、ただ条件があります"),
    ("ja", "はい、今代わります"),
    ("ko", "네 남편인데요"),
    ("ko", "네 하지만 나중에요"),
    ("ko", "네 잠깐만요"),
    ("ko", "네 그런데 질문이 있어요"),
    ("ko", "네 잠시만 기다려 주세요"),
    ("ko", "네 바꿔 드릴게요"),
    ("hi", "हाँ मैं उनका पति हूँ"),
    ("hi", "हाँ लेकिन बाद में"),
    ("hi", "हाँ एक मिनट"),
    ("hi", "हाँ रुकिए"),
    ("hi", "हाँ मैं बुलाता हूँ"),
    ("ar", "نعم أنا زوجها"),
    ("ar", "نعم لكن لاحقا"),
    ("ar", "نعم ولكن ليس اليوم"),
    ("ar", "نعم لحظة من فضلك"),
    ("ar", "نعم انتظر"),
    ("ar", "نعم بس بعدين"),
    ("ar", "نعم سأناديها"),
]
KEPT_BACK = [
    ("es", "sí, solo por la mañana"),
    ("es", "sí entre las diez y las doce"),
    ("fr", "oui seulement le matin"),
    ("fr", "oui entre dix heures et midi"),
    ("de", "ja nur vormittags"),
    ("de", "ja, zwischen zehn und zwölf"),
    ("it", "sì solo di mattina"),
    ("it", "sì tra le dieci e le dodici"),
    ("pt", "sim só de manhã"),
    ("pt", "sim apenas à tarde"),
    ("ru", "да только утром"),
    ("ja", "はい、午前中だけです"),
    ("ko", "네 오전에만요"),
    ("hi", "हाँ सिर्फ़ सुबह"),
    ("ar", "نعم فقط في الصباح"),
]
PLAIN = [
    ("de", "ja nur zu"),
    ("ru", "да, я только за"),
    ("pt", "sim, é só isso"),
    ("es", "sí soy yo"),
    ("es", "sí, con ella habla"),
    ("es", "sí, claro"),
    ("fr", "oui c'est moi"),
    ("fr", "oui bien sûr"),
    ("de", "ja ich bin es"),
    ("de", "ja genau"),
    ("de", "ja das bin ich"),
    ("it", "sì sono io"),
    ("it", "sì certo"),
    ("pt", "sim sou eu"),
    ("pt", "sim claro"),
    ("ru", "да это я"),
    ("ru", "да конечно"),
    ("ru", "да я только что пришёл"),
    ("ru", "да слушаю"),
    ("ru", "да именно"),
    ("ja", "はい"),
    ("ja", "はい、そうです"),
    ("ja", "はい、そうですが"),
    ("ja", "はい、そうですけど"),
    ("ja", "はい、お願いします"),
    ("ja", "はい、大丈夫です"),
    ("ko", "네"),
    ("ko", "네 맞아요"),
    ("ko", "네 그런데요"),
    ("ko", "네 접니다"),
    ("ko", "네 맞는데요"),
    ("hi", "हाँ"),
    ("hi", "जी हाँ"),
    ("hi", "हाँ बोल रहा हूँ"),
    ("hi", "हाँ इसी नंबर पर"),
    ("ar", "نعم"),
    ("ar", "نعم أنا"),
    ("ar", "نعم بالتأكيد"),
]
PERSONS = [
    ("es", "no está disponible, le doy un recado?"),
    ("es", "no está disponible de parte de quién"),
    ("fr", "elle n'est pas disponible je peux prendre un message"),
    ("fr", "il n'est pas disponible c'est de la part de qui"),
    ("de", "sie ist nicht da, hinterlassen sie eine nachricht? kann ich etwas ausrichten"),
    ("it", "non è disponibile posso prendere un messaggio"),
    ("it", "non è disponibile chi lo desidera"),
    ("pt", "ela não está disponível quer que eu anote o recado"),
    ("pt", "não está disponível quem gostaria"),
    ("ru", "абонент недоступен? нет, её нет, что передать"),
    ("ja", "電話に出ることができません。お伝えしましょうか"),
    ("ko", "전화를 받을 수 없습니다 뭐라고 전해 드릴까요"),
    ("hi", "वो उपलब्ध नहीं है मैं बता दूँगा"),
    ("ar", "غير متاح هل أترك له رسالة"),
    ("ar", "غير متاح من معي"),
]
MACHINES = [
    ("es", "no está disponible deje su mensaje después de la señal"),
    ("es", "si quiere dejar un mensaje hágalo después de la señal"),
    ("fr", "n'est pas disponible laissez un message après le bip"),
    ("de", "hinterlassen sie eine nachricht nach dem signalton"),
    ("it", "non è disponibile lasci un messaggio dopo il segnale"),
    ("pt", "não está disponível deixe seu recado após o sinal"),
    ("ru", "абонент недоступен оставьте сообщение после сигнала"),
    ("ja", "電話に出ることができません 発信音の後にメッセージをお願いします"),
    ("ko", "전화를 받을 수 없습니다 삐 소리 후 메시지를 남겨 주세요"),
    ("hi", "उपलब्ध नहीं है बीप के बाद संदेश छोड़ें"),
    ("ar", "غير متاح اترك رسالة بعد الصافرة"),
]


@pytest.mark.parametrize(("language", "said"), [*RESERVED, *KEPT_BACK])
def test_a_yes_with_a_reserve_or_for_somebody_else_is_unsure(language: str, said: str) -> None:
    assert hear("yes_no", said, language=language) == "unsure"


@pytest.mark.parametrize(("language", "said"), PLAIN)
def test_a_plain_yes_stays_one(language: str, said: str) -> None:
    assert hear("yes_no", said, language=language) == "yes"


@pytest.mark.parametrize(("language", "said"), PERSONS)
def test_who_offers_to_take_a_message_is_no_machine(language: str, said: str) -> None:
    assert not is_voicemail(said, language)


@pytest.mark.parametrize(("language", "said"), MACHINES)
def test_a_machine_that_asks_for_a_message_is_one(language: str, said: str) -> None:
    assert is_voicemail(said, language)


ASKING = {
    "en": "Am I speaking with Maria Lopez?",
    "es": "¿Hablo con María López?",
    "fr": "Est-ce que je parle à Marie Dupont ?",
    "de": "Spreche ich mit Frau Schmidt?",
    "it": "Parlo con Maria Rossi?",
    "pt": "Falo com a Maria Souza?",
    "ru": "Это Мария Иванова?",
    "ja": "田中花子様でいらっしゃいますか？",
    "ko": "김지민 님이신가요?",
    "hi": "क्या मैं मारिया लोपेज़ जी से बात कर रहा हूँ?",
    "ar": "هل أتحدث مع ماريا لوبيز؟",
}


def asked(language: str, said: str) -> str | None:
    return yes_no(said, language, asked_for(ASKING[language], language))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "yes that's my wife"),
        ("en", "yes my mom"),
        ("en", "yes you're speaking with her husband"),
        ("en", "yes she's here"),
        ("en", "yeah, she's right here"),
        ("en", "yes she is"),
        ("en", "yes this is Maria's phone"),
        ("en", "yes it's her phone"),
        ("en", "yes, Maria lives here"),
        ("en", "yes I can take a message"),
        ("en", "yes what is it"),
        ("en", "great"),
        ("en", "cool"),
        ("en", "the delivery? great"),
        ("en", "yes I'm her lawyer"),
        ("en", "yes I am. I'm her lawyer"),
        ("en", "yes I am, her lawyer"),
        ("en", "yes I'm Maria's mother"),
        ("fr", "oui c'est moi, le mari"),
        ("en", "yes her lawyer, speaking"),
        ("en", "yep that's her phone"),
        ("en", "yes you may"),
        ("en", "you may"),
        ("en", "go ahead"),
        ("en", "yes go ahead"),
        ("en", "sure"),
        ("en", "of course"),
        ("en", "there she is"),
        ("en", "yes how can I help you"),
        ("en", "yes Mr. Lopez"),
        ("en", "yes my mother"),
        ("en", "yes this is the wife"),
        ("en", "yes it's me her husband"),
        ("en", "yes speaking for maria"),
        ("en", "sure, who's asking"),
        ("en", "okay"),
        ("es", "sí, soy la abogada"),
        ("es", "sí soy yo, soy su abogado"),
        ("es", "sí, dígame"),
        ("es", "sí bueno"),
        ("es", "claro"),
        ("es", "sí es mi esposa"),
        ("es", "sí, aquí está"),
        ("es", "sí vive aquí"),
        ("es", "sí ¿qué pasa?"),
        ("es", "bueno"),
        ("fr", "oui bien sûr un instant"),
        ("fr", "oui ma mère"),
        ("fr", "oui j'écoute"),
        ("fr", "oui c'est ma femme"),
        ("fr", "oui, elle est là"),
        ("fr", "oui que voulez-vous"),
        ("fr", "d'accord"),
        ("de", "ja bitte"),
        ("de", "ja, die ist hier"),
        ("de", "ja, ich bin die Anwältin"),
        ("de", "ja mein Mann"),
        ("de", "ja das ist meine frau"),
        ("de", "ja, sie ist da"),
        ("de", "ja was gibt's"),
        ("de", "gut"),
        ("it", "sì dica"),
        ("it", "sì, prego"),
        ("it", "sì mia madre"),
        ("it", "certo"),
        ("it", "sì è mia moglie"),
        ("it", "sì, abita qui"),
        ("it", "sì che succede"),
        ("pt", "pois não"),
        ("pt", "sim, minha mãe"),
        ("pt", "sim, pode falar"),
        ("pt", "sim é minha esposa"),
        ("pt", "sim, ela está aqui"),
        ("ru", "да слушаю"),
        ("ru", "да говорите"),
        ("ru", "конечно"),
        ("ru", "да это моя жена"),
        ("ru", "да, она дома"),
        ("ru", "да что случилось"),
        ("ja", "はい、どうぞ"),
        ("ja", "もちろんです"),
        ("ja", "はい、おります"),
        ("ja", "はい、私の妻です"),
        ("ko", "네 말씀하세요"),
        ("ko", "좋아요"),
        ("ko", "네 제 아내예요"),
        ("ko", "네 집에 계세요"),
        ("hi", "हाँ बोलिए"),
        ("hi", "ठीक है"),
        ("hi", "हाँ वो मेरी पत्नी हैं"),
        ("hi", "हाँ यहीं हैं"),
        ("ar", "نعم تفضل"),
        ("ar", "طبعا"),
        ("ar", "نعم هذه زوجتي"),
        ("ar", "نعم موجودة"),
    ],
)
def test_a_yes_of_another_person_is_no_yes_to_a_question_for_somebody(language: str, said: str) -> None:
    assert asked(language, said) in ("unsure", None)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "yes this is she"),
        ("en", "yes, that's me, great"),
        ("en", "yes this is Maria, my wife told me"),
        ("en", "sure am"),
        ("en", "yes speaking, who's calling?"),
        ("en", "yes I am, I'm in the middle of dinner"),
        ("en", "okay, this is she"),
        ("en", "uh yes hi"),
        ("en", "yes ma'am"),
        ("en", "ye yes"),
        ("en", "that's right"),
        ("en", "yes it is"),
        ("en", "mhm"),
        ("de", "ja bitte, am Apparat"),
        ("de", "ja genau"),
        ("it", "pronto? sì, sono io"),
        ("pt", "pois não, sou eu"),
        ("fr", "oui tout à fait"),
        ("es", "sí, así es"),
        ("es", "sí soy yo"),
        ("es", "ella misma"),
        ("es", "con ella"),
        ("es", "yo soy"),
        ("es", "a sus órdenes"),
        ("es", "servidora"),
        ("es", "bueno, sí soy yo"),
        ("fr", "oui c'est moi"),
        ("de", "ja das bin ich"),
        ("it", "sì sono io"),
        ("pt", "sim sou eu"),
        ("ru", "да это я"),
        ("ja", "はい、そうです"),
        ("ko", "네 맞아요"),
        ("hi", "हाँ मैं ही हूँ"),
        ("ar", "نعم أنا هي"),
    ],
)
def test_who_is_asked_for_says_yes_himself(language: str, said: str) -> None:
    assert asked(language, said) == "yes"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Maria is not here"),
        ("en", "she isn't here"),
        ("en", "he's not home"),
        ("en", "Maria isn't home"),
        ("en", "Lopez isn't here right now"),
        ("en", "she can't come to the phone"),
        ("en", "she doesn't want to talk to you"),
        ("en", "he does not want to speak with you"),
        ("es", "no quiere hablar con usted"),
        ("fr", "elle ne veut pas vous parler"),
        ("de", "sie will nicht mit ihnen sprechen"),
        ("it", "non vuole parlare con lei"),
        ("pt", "ela não quer falar com você"),
        ("ru", "она не хочет с вами говорить"),
        ("es", "no está"),
        ("es", "maría no se encuentra"),
        ("fr", "elle n'est pas là"),
        ("fr", "marie est pas là"),
        ("de", "sie ist nicht da"),
        ("de", "die ist gerade nicht zu hause"),
        ("it", "non c'è"),
        ("it", "maria non è in casa"),
        ("pt", "ela não está"),
        ("pt", "não se encontra"),
        ("ru", "её нет дома"),
        ("ru", "она не может подойти"),
        ("ja", "今おりません"),
        ("ja", "外出しております"),
        ("ko", "지금 안 계세요"),
        ("ko", "집에 없어요"),
        ("hi", "वो घर पर नहीं हैं"),
        ("ar", "هي ليست هنا"),
        ("ar", "غير موجودة"),
    ],
)
def test_who_is_not_there_is_no_wrong_person(language: str, said: str) -> None:
    assert only_gone(said, language, asked_for(ASKING[language], language))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "no, she's not here"),
        ("en", "she's not here, wrong number"),
        ("en", "Maria doesn't live here"),
        ("es", "no, no está"),
        ("es", "no está hablando con ella"),
        ("es", "aquí no vive"),
        ("fr", "non elle n'est pas là"),
        ("de", "nein, die ist nicht da"),
        ("it", "no, non c'è"),
        ("pt", "não é ela"),
        ("ru", "нет, её нет дома"),
        ("ko", "아니요 집에 없어요"),
        ("ar", "لا هي ليست هنا"),
    ],
)
def test_a_no_beside_it_is_one(language: str, said: str) -> None:
    assert not only_gone(said, language, asked_for(ASKING[language], language))
    assert asked(language, said) == "no"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "no hablo inglés"),
        ("en", "I don't speak English"),
        ("es", "no hablo español"),
        ("fr", "je ne parle pas français"),
        ("de", "ich spreche kein deutsch"),
        ("it", "non parlo italiano"),
        ("pt", "não falo português"),
        ("ru", "я не говорю по-русски"),
        ("ja", "日本語が話せません"),
        ("ko", "한국어 못해요"),
        ("hi", "मुझे हिंदी नहीं आती"),
        ("ar", "لا أتكلم العربية"),
    ],
)
def test_who_speaks_another_language_says_no_to_nothing(language: str, said: str) -> None:
    assert asked(language, said) is None
