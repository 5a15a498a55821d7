"""Values keep their type: `speak` says them by their kind, whatever their written form looks like."""

from __future__ import annotations

import phonenumbers
import pytest

from steering.core.hearing import hear
from steering.core.speech import FILTERS, speak


@pytest.mark.parametrize(
    ("kind", "value", "how", "spoken"),
    [
        ("money", "$1,250.50", "", "one thousand two hundred fifty dollars and fifty cents"),
        ("money", "-€19.95", "", "minus nineteen euros and ninety five cents"),
        ("money", "XAU 5", "", "five X A U"),
        ("money", "12", "", "twelve dollars"),
        ("date", "2026-11-24", "", "November twenty fourth, twenty twenty six"),
        ("date", "2026-11-24", "with weekday", "Tuesday, November twenty fourth, twenty twenty six"),
        ("date", "2026-11-24T09:30", "", "November twenty fourth, twenty twenty six at nine thirty AM"),
        ("text", "2026-11-24T09:30", "", "November twenty fourth, twenty twenty six at nine thirty AM"),
        ("date", "2026-11-24T09:30", "with weekday", "Tuesday, November twenty fourth, twenty twenty six at nine thirty AM"),
        ("text", "2026-11-24", "with weekday", "Tuesday, November twenty fourth, twenty twenty six"),
        ("text", "22nd", "ordinal", "twenty second"),
        ("text", "soon", "with weekday", "soon"),
        ("time", "09:30", "", "nine thirty AM"),
        ("time", "14:05", "", "two oh five PM"),
        ("time", "00:00", "", "midnight"),
        ("time", "12:00", "", "noon"),
        ("time", "00:30", "", "twelve thirty AM"),
        ("digits", "4512", "", "four five one two"),
        ("digits", "02139", "", "zero two one three nine"),
        ("digits", "123456789", "", "one two three, four five six, seven eight nine"),
        ("digits", "4111111111111111", "", "four one one one, one one one one, one one one one, one one one one"),
        ("digits", "4512", "slowly", "four, five, one, two"),
        ("phone", "+13125550100", "", "three one two, five five five, zero one zero zero"),
        ("phone", "+442079460018", "", "plus four four, two zero seven, nine four six, zero zero one eight"),
        ("phone", "+13125550100", "slowly", "three, one, two, five, five, five, zero, one, zero, zero"),
        ("number", "1204", "", "one thousand two hundred four"),
        ("number", "-3.5", "", "minus three point five"),
        ("number", "3", "ordinal", "third"),
        ("number", "1204", "digits", "one two zero four"),
        ("spelling", "Chen", "", "C, H, E, N"),
        ("name", "Chen", "spelled", "C H E N"),
        ("name", "Dr. Chen", "", "Doctor Chen"),
        ("email", "john.smith@gmail.com", "", "john dot smith at gmail dot com"),
        ("url", "https://acme.com/pay", "", "acme dot com slash pay"),
        ("choice", "red", "", "red"),
        ("yes or no", "yes", "", "yes"),
        ("text", "AB12CD", "", "A B one two C D"),
        ("text", "AB12", "slowly", "A, B, one, two"),
    ],
)
def test_values_are_spoken_by_their_kind(kind: str, value: str, how: str, spoken: str) -> None:
    assert speak(kind, value, "en", how) == spoken


@pytest.mark.parametrize("kind", ["money", "date", "time", "digits", "phone", "number", "email", "url"])
def test_a_value_that_is_none_of_its_kind_is_read_as_text(kind: str) -> None:
    assert speak(kind, "none yet") == "none yet"


@pytest.mark.parametrize("how", sorted(FILTERS))
@pytest.mark.parametrize("value", ["", "$1,250.50", "2026-11-24", "4512", "Chen", "☃", "1e400", "9" * 500])
def test_every_filter_takes_every_value(how: str, value: str) -> None:
    said = speak("text", value, "en", how)

    assert not any(character.isdigit() for character in said)


def test_an_unknown_filter_is_refused() -> None:
    with pytest.raises(ValueError, match="there is no filter 'shouted'"):
        speak("text", "hello", "en", "shouted")


@pytest.mark.parametrize(
    ("language", "kind", "value", "spoken"),
    [
        ("es", "money", "$1,250.50", "mil doscientos cincuenta dólares con cincuenta centavos"),
        ("es", "time", "14:30", "catorce y treinta"),
        ("fr", "date", "2026-11-01", "premier novembre deux mille vingt-six"),
        ("de", "time", "09:30", "neun Uhr dreißig"),
        ("it", "money", "€1", "un euro"),
        ("pt", "number", "21000", "vinte e um mil"),
        ("ru", "money", "₽21", "двадцать один рубль"),
        ("ja", "date", "2026-11-24", "二千二十六年十一月二十四日"),
        ("ko", "time", "09:30", "아홉 시 삼십 분"),
        ("hi", "money", "₹1,250.50", "एक हज़ार दो सौ पचास रुपये पचास पैसे"),
        ("ar", "money", "$3", "ثلاثة دولارات"),
        # A number of the flow's own country is dialled without its code, and grouped as it is there.
        ("en-GB", "phone", "+442079460018", "zero two zero, seven nine four six, zero zero one eight"),
        ("en-GB", "phone", "+12125550147", "plus one, two one two, five five five, zero one four seven"),
        ("en-AU", "phone", "+61412345678", "zero four one two, three four five, six seven eight"),
        ("en-001", "phone", "+442079460018", "plus four four, two zero seven, nine four six, zero zero one eight"),
        ("es-US", "phone", "+12125550147", "dos uno dos, cinco cinco cinco, cero uno cuatro siete"),
        ("es-US", "phone", "+525512345678", "más cinco dos, cinco cinco uno, dos tres cuatro, cinco seis siete ocho"),
        ("es-MX", "phone", "+525512345678", "cinco cinco, uno dos tres cuatro, cinco seis siete ocho"),
        ("es-ES", "phone", "+34915550147", "nueve uno cinco, cinco cinco, cero uno, cuatro siete"),
        ("es", "phone", "+12125550147", "más uno, dos uno dos, cinco cinco cinco, cero uno cuatro siete"),
        ("fr-FR", "phone", "+33123456789", "zéro un, vingt-trois, quarante-cinq, soixante-sept, quatre-vingt-neuf"),
        ("fr-CA", "phone", "+15145550147", "cinq un quatre, cinq cinq cinq, zéro un quatre sept"),
        ("fr-BE", "phone", "+33123456789", "plus trente-trois, un deux trois, quatre cinq six, sept huit neuf"),
        ("de-DE", "phone", "+4930123456", "null drei null, eins zwei drei vier fünf sechs"),
        ("it-IT", "phone", "+390612345678", "zero sei, uno due tre quattro, cinque sei sette otto"),
        ("ja-JP", "phone", "+81312345678", "ゼロ 三、一 二 三 四、五 六 七 八"),
        # By twelve hours where the region tells the time so.
        ("es-US", "time", "15:00", "tres de la tarde"),
        ("es-MX", "time", "09:15", "nueve y quince de la mañana"),
        ("es-MX", "time", "20:05", "ocho y cinco de la noche"),
        ("es-US", "time", "12:00", "doce del mediodía"),
        ("es-US", "time", "12:30", "doce y treinta de la tarde"),
        ("es-US", "time", "00:00", "doce de la noche"),
        ("es-US", "date", "2026-11-24T15:00", "veinticuatro de noviembre de dos mil veintiséis a las tres de la tarde"),
        ("es", "time", "15:00", "quince horas"),
    ],
)
def test_values_are_spoken_in_the_flows_language(language: str, kind: str, value: str, spoken: str) -> None:
    assert speak(kind, value, language) == spoken


@pytest.mark.parametrize(
    ("language", "digits", "spelled", "ordinal", "slowly", "weekday"),
    [
        (
            "es",
            "cuatro cinco uno dos",
            "A B uno dos",
            "tercero",
            "cuatro, cinco, uno, dos",
            "martes, veinticuatro de noviembre de dos mil veintiséis",
        ),
        (
            "fr",
            "quatre cinq un deux",
            "A B un deux",
            "troisième",
            "quatre, cinq, un, deux",
            "mardi, vingt-quatre novembre deux mille vingt-six",
        ),
        (
            "de",
            "vier fünf eins zwei",
            "A B eins zwei",
            "dritte",
            "vier, fünf, eins, zwei",
            "Dienstag, vierundzwanzigster November zweitausendsechsundzwanzig",
        ),
        (
            "it",
            "quattro cinque uno due",
            "A B uno due",
            "terzo",
            "quattro, cinque, uno, due",
            "martedì, ventiquattro novembre duemilaventisei",
        ),
        (
            "pt",
            "quatro cinco um dois",
            "A B um dois",
            "terceiro",
            "quatro, cinco, um, dois",
            "terça-feira, vinte e quatro de novembro de dois mil e vinte e seis",
        ),
        (
            "ru",
            "четыре пять один два",
            "A B один два",
            "третий",
            "четыре, пять, один, два",
            "вторник, двадцать четвёртое ноября две тысячи двадцать шестого года",
        ),
        ("ja", "四 五 一 二", "A B 一 二", "三番目", "四、五、一、二", "火曜日、二千二十六年十一月二十四日"),
        ("ko", "사 오 일 이", "A B 일 이", "세 번째", "사, 오, 일, 이", "화요일, 이천이십육년 십일월 이십사일"),
        ("hi", "चार पाँच एक दो", "A B एक दो", "तीसरा", "चार, पाँच, एक, दो", "मंगलवार, चौबीस नवंबर दो हज़ार छब्बीस"),
        (
            "ar",
            "أربعة خمسة واحد اثنان",
            "A B واحد اثنان",
            "الثالث",
            "أربعة، خمسة، واحد، اثنان",
            "الثلاثاء، الرابع والعشرون من نوفمبر ألفين وستة وعشرين",
        ),
    ],
)
def test_every_filter_speaks_every_language(language: str, digits: str, spelled: str, ordinal: str, slowly: str, weekday: str) -> None:
    assert speak("text", "4512", language, "digits") == speak("digits", "4512", language) == digits
    assert speak("text", "AB12", language, "spelled") == spelled
    assert speak("number", "3", language, "ordinal") == ordinal
    assert speak("digits", "4512", language, "slowly") == slowly
    assert speak("date", "2026-11-24", language, "with weekday") == weekday


@pytest.mark.parametrize(
    "language", ["en-US", "en-GB", "en-AU", "en-IE", "es-US", "es-MX", "es-ES", "fr-FR", "fr-CA", "de-DE", "it-IT", "pt-BR"]
)
def test_a_number_of_ones_own_country_is_spoken_without_its_code_and_heard_again(language: str) -> None:
    example = phonenumbers.example_number(language[3:])
    number = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)

    spoken = speak("phone", number, language)

    assert spoken.split()[0] not in ("plus", "más", "mais", "più")
    assert hear("phone", spoken, language=language) == number


def test_the_twelve_hours_of_a_region_are_heard_as_the_same_time_of_day() -> None:
    times = [f"{hour:02}:{minute:02}" for hour in range(24) for minute in range(60)]

    assert [one for one in times if str(hear("time", speak("time", one, "es-US"), language="es-US")) != one] == []
