"""A yes with a reserve, a yes for somebody else, and a person who offers to take a message, in the ten other languages."""

from __future__ import annotations

import pytest

from steering.core.hearing import hear
from steering.core.hearing.voicemail import is_voicemail

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
