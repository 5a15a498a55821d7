"""Russian: numbers agree with what they count, and years stand in the genitive."""

from __future__ import annotations

import re

from steering.core.speech import integers
from steering.core.speech.forms import DIGITS, LETTERS, Forms
from steering.core.speech.tongues.calendar import month_names
from steering.core.speech.tongues.genitive import governed, governs
from steering.core.speech.tongues.nouns import is_name
from steering.core.speech.tongues.romans import ROMANS
from steering.core.speech.tongues.tongue import Tongue
from steering.core.speech.tongues.units import Unit

_MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря")
# one, two to four, five and more; feminine
_NOUNS = {
    "RUB": ("рубль", "рубля", "рублей", False),
    "RUB/100": ("копейка", "копейки", "копеек", True),
    "USD": ("доллар", "доллара", "долларов", False),
    "USD/100": ("цент", "цента", "центов", False),
    "EUR": ("евро", "евро", "евро", False),
    "EUR/100": ("цент", "цента", "центов", False),
    "GBP": ("фунт", "фунта", "фунтов", False),
    "GBP/100": ("пенс", "пенса", "пенсов", False),
    "JPY": ("иена", "иены", "иен", True),
    "hour": ("час", "часа", "часов", False),
    "minute": ("минута", "минуты", "минут", True),
    "percent": ("процент", "процента", "процентов", False),
    "whole": ("целая", "целых", "целых", True),
}
_PARTS = {1: ("десятая", "десятых"), 2: ("сотая", "сотых"), 3: ("тысячная", "тысячных")}
# masculine ending: feminine, neuter, genitive, prepositional, plural, its genitive, dative, feminine accusative, instrumental
_HARD = ("ая", "ое", "ого", "ом", "ые", "ых", "ому", "ую", "ым")
_ENDINGS = {"ый": _HARD, "ой": _HARD, "ий": ("ья", "ье", "ьего", "ьем", "ьи", "ьих", "ьему", "ью", "ьим")}
_NEUTER, _GENITIVE, _PREPOSITIONAL, _PLURAL, _PLURAL_GENITIVE, _DATIVE, _INSTRUMENTAL = 1, 2, 3, 4, 5, 6, 8
_CASES = {
    "я": 0,
    "ая": 0,
    "е": 1,
    "ое": 1,
    "го": 2,
    "ого": 2,
    "м": 3,
    "ом": 3,
    "ые": 4,
    "х": 5,
    "ых": 5,
    "му": 6,
    "ому": 6,
    "ю": 7,
    "ую": 7,
}
# A day by itself, or behind these, is named; anywhere else it is "on" that day: примет третьего мая.
_NAMED_DAY = re.compile(r"(?:^|\b(?:на|по|за|сегодня|завтра|вчера|это|дата|число|день)|[:—–-]|\bна [^\W\d_]+[,.]*)\s*$", re.IGNORECASE)
_TO = re.compile(r"\bк\s+$", re.IGNORECASE)
# The year by its word and, where the word is cut to "г.", by the preposition.
_YEAR_CASES = {"годах": 3, "годов": 5, "годы": 4, "годам": 6, "годом": 8, "года": 2}
_ROMANS = {roman: number for roman, number in ROMANS.items() if number < 22}
_CHAPTER = re.compile(r"\b(?:глав|раздел|том|част|стат|пункт|этап|фаз|тип)[^\W\d_]*\s$", re.IGNORECASE)
_SHORT = "янв фев,февр мар апр май июн июл авг сен,сент окт ноя,нояб дек"
_MONTH = month_names(_MONTHS, _SHORT)
_WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
_SHORT_DAYS = "пн вт ср чт пт сб вс"
# "пн., 23.11" is a day; with a comma it would be a decimal.
_BEFORE_DAY = "|".join(
    rf"(?<={before} )"
    for before in (
        *("до", "с", "на", "от", "к", "по"),
        *(f"{day}," for day in (*_WEEKDAYS, "среду", "пятницу", "субботу")),
        *(rf"{day}\.," for day in _SHORT_DAYS.split()),
    )
)


class Russian(Tongue):
    tag = "ru"
    digit_names = ("ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять")
    months, short_months = _MONTHS, _SHORT
    weekdays, short_weekdays = _WEEKDAYS, _SHORT_DAYS
    money_words = {
        "рублей": "RUB",
        "рубля": "RUB",
        "рубль": "RUB",
        "руб.": "RUB",
        "руб": "RUB",
        "р.": "RUB",
        "долларов": "USD",
        "доллара": "USD",
        "доллар": "USD",
        "евро": "EUR",
    }
    point, comma, minus, plus, percent, at, dot, to = "точка", "запятая", "минус", "плюс", "процентов", "собака", "точка", "до"
    by = "по"
    symbols = {
        "±": "плюс минус",
        "&": "и",
        "+": "плюс",
        "=": "равно",
        "@": "собака",
        "%": "процентов",
        "/": "дробь",
        "-": "дефис",
        "_": "подчёркивание",
        "°": "градусов",
        "№": "номер",
        "₽": "рублей",
        "€": "евро",
        "$": "долларов",
    }
    group_mark = " "
    ordinals = r"(?P<number>\d{1,3})-?(?P<ending>ый|ой|ий|й|ая|я|ое|е|ого|го|ому|му|ом|м|ые|ых|х|ую|ю)(?!\w)"
    dates = (
        rf"(?:{_BEFORE_DAY})(?P<day>\d\d?)\.(?P<month>0[1-9]|1[0-2])(?![.,]?\d)",
        rf"(?P<day>\d{{1,2}})(?:-?(?:го|е))?\s+(?P<month>{_MONTH})(?:\s+(?P<year>\d{{4}})(?:\s?г(?:ода|\.)?)?)?(?!\w)",
    )
    abbreviations = {
        "г-н": "господин",
        "г-жа": "госпожа",
        "ул.": "улица",
        "д.": "дом",
        "обл.": "область",
        "р-н": "район",
        "пос.": "посёлок",
        "дер.": "деревня",
        "пер.": "переулок",
        "пл.": "площадь",
        "наб.": "набережная",
        "бул.": "бульвар",
        "б-р": "бульвар",
        "ш.": "шоссе",
        "корп.": "корпус",
        "под.": "подъезд",
        "эт.": "этаж",
        "оф.": "офис",
        "каб.": "кабинет",
        "пом.": "помещение",
        "моб.": "мобильный",
        "доб.": "добавочный",
        "им.": "имени",
        "пр-т": "проспект",
        "пр-кт": "проспект",
        "макс.": "максимум",
        "напр.": "например",
        "т.к.": "так как",
        "т.ч.": "том числе",
        "мес.": "месяц",
        "нед.": "неделю",
        "сут.": "сутки",
        "чел.": "человек",
        "тыс.": "тысяч",
        "п.": "пункт",
        "гр.": "гражданин",
        "кв.": "квартира",
        "пр.": "проспект",
        "г.": "город",
        "руб.": "рублей",
        "коп.": "копеек",
        "тел.": "телефон",
        "т.е.": "то есть",
        "т.д.": "так далее",
        "т.п.": "тому подобное",
        "др.": "другое",
        "стр.": "страница",
    }
    numbered = {"ок.": "около", "ст.": "статья"}
    on = r"\b(?:с|до|от|после|на|к|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье),?"
    halves = {
        (1, 2): "одна вторая",
        (1, 3): "одна треть",
        (2, 3): "две трети",
        (1, 4): "одна четверть",
        (3, 4): "три четверти",
    }
    over = "дробь"
    scales = r"тысяч|тысячи|миллионов|миллиона|миллион|млн|млрд|миллиардов|миллиарда|миллиард"
    keys = {"#": "решётка", "*": "звёздочка"}
    per = "в"
    pers = {
        "мес": "в месяц",
        "нед": "в неделю",
        "неделя": "в неделю",
        "сут": "в сутки",
        "ч": "в час",
        "дн": "в день",
        "шт": "за штуку",
        "чел": "с человека",
    }
    announces = (
        r"\b(?:оканчивается на|заканчивается на|заканчивающ[^\W\d_]+ на|код(?: [^\W\d_]+)?|индекс|пин|номер(?: [^\W\d_]+)?|счёт|счета|"
        r"карта|карты|подтверждени[ея]|заказ|заказа|договор|договора|рейс|полис|полиса|"
        r"заявк[аи]|обращени[ея]|дел[оа]|квитанци[яи]|трек-номер)(?: (?:номер|№|:|—))*"
    )

    calls = r"\b(?:звоните|позвоните|телефон|тел\.|номер)(?: нам)?(?: (?:по|на))?(?: номеру| телефону)?"
    flights = ("рейс", "рейса", "рейсом")

    def __init__(self, region: str = "") -> None:
        super().__init__(region)
        self.say = lambda text, known=None: governed(self.forms.spoken(text, known))

    def own(self, forms: Forms) -> None:
        # Before the dates' "24 ноября 2026 г.", which begin at the day.
        years = r"(?P<year>1[5-9]\d\d|20\d\d)(?:-?(?P<ending>х|го|му|м|й|е))?"

        @forms.form(
            "date", rf"{years}\s?(?P<word>г\.|год(?:ах|ов|ам|ом|а|у|ы)?)(?!\w)", at=DIGITS, run=(4, 4), then=LETTERS + " -", spaced=LETTERS
        )
        def _year(match: re.Match[str]) -> str:
            before = match.string[max(0, match.start() - 16) : match.start()]
            word = match["word"].lower()
            stop = "." if word == "г." and match.end() == len(match.string) else ""
            if word == "г.":
                word = (
                    "году"
                    if re.search(r"\b(?:в|во|к)\s$", before, re.IGNORECASE)
                    else "год"
                    if re.search(r"\b(?:на|за)\s$", before)
                    else "года"
                )
            case = {"х": _PLURAL_GENITIVE, "е": _PLURAL}.get(match["ending"]) or _YEAR_CASES.get(word)
            if word == "году":
                case = _DATIVE if _TO.search(before) else _PREPOSITIONAL
            number = int(match["year"])
            words = self.ordinal(number) if case is None else self._inflected(number, case)
            return f"{words} {word}{stop}"

        @forms.form(
            "date", rf"(?P<day>[12]?\d|3[01])(?=\s(?:по|до)\s\d{{1,2}}(?:-?(?:го|е))?\s(?:{_MONTH})(?!\w))", at=DIGITS, run=(1, 2), then=" "
        )
        def _from_day(match: re.Match[str]) -> str | None:
            """с 1 по 31 марта."""
            begins = re.search(r"\b(?:с|со|от)\s$", match.string[max(0, match.start() - 4) : match.start()], re.IGNORECASE)
            return self._inflected(int(match["day"]), _GENITIVE) if begins and match["day"] != "0" else None

        @forms.form("date", r"(?P<decade>(?:1[5-9]|20)?[1-9]0)-(?P<ending>х|е)(?=\s(?:год|гг))", at=DIGITS, run=(2, 4), then="-")
        def _decade(match: re.Match[str]) -> str:
            return self._inflected(int(match["decade"]), _PLURAL_GENITIVE if match["ending"] == "х" else _PLURAL)

        forms.abbreviate(r"\b(?-i:[IVX]{1,5})\b")

        @forms.form(
            "roman",
            r"(?P<roman>[IVX]{1,5})\s(?P<noun>(?:век|квартал)(?P<ending>а|е|у|ом)?)(?!\w)",
            heads=(roman.lower() for roman in _ROMANS),
        )
        def _roman(match: re.Match[str]) -> str | None:
            number = _ROMANS.get(match["roman"])
            if not number:
                return None
            case = {"а": _GENITIVE, "е": _PREPOSITIONAL, "у": _DATIVE, "ом": _INSTRUMENTAL}.get(match["ending"])
            return f"{self.ordinal(number) if case is None else self._inflected(number, case)} {match['noun']}"

        @forms.form("roman", r"(?P<roman>[IVX]{1,5})(?![\w.]\w)", heads=(roman.lower() for roman in _ROMANS))
        def _chapter(match: re.Match[str]) -> str | None:
            number = _ROMANS.get(match["roman"])
            named = number and _CHAPTER.search(match.string, max(0, match.start() - 12), match.start())
            return self.cardinal(number) if number and named else None

    def abbreviation(self, written: str, before: str) -> str:
        words = super().abbreviation(written, before)
        # "в каб. 5", "в г. Москве"
        if re.search(r"\b(?:в|во)\s$", before, re.IGNORECASE):
            return {"кабинет": "кабинете", "город": "городе", "офис": "офисе", "дом": "доме", "корпус": "корпусе"}.get(words, words)
        return words

    def weekday(self, place: int, before: str) -> str:
        name = self.weekdays[place]
        return re.sub(r"а$", "у", name) if re.search(r"\b(?:в|во|на)\s$", before, re.IGNORECASE) else name

    def cardinal(self, number: int, *, feminine: bool = False) -> str:
        words = integers.cardinal(number, "ru")
        return re.sub(r"\bодин$", "одна", re.sub(r"\bдва$", "две", words)) if feminine else words

    def ordinal(self, number: int) -> str:
        return integers.ordinal(number, "ru")

    def _inflected(self, number: int, case: int) -> str:
        words = self.ordinal(number)
        stem, ending = words[:-2], words[-2:]
        return stem + _ENDINGS["ий" if words.endswith("третий") else "ый" if ending == "ий" else ending][case]

    def ordinal_as_written(self, match: re.Match[str]) -> str:
        case = _CASES.get(match["ending"].lower())
        number = int(match["number"])
        return self.ordinal(number) if case is None else self._inflected(number, case)

    def counted(self, number: int, noun: str) -> str:
        """*number* with its noun in agreement: одна минута, две минуты, пять минут."""
        one, few, many, feminine = _NOUNS[noun]
        return f"{self.cardinal(number, feminine=feminine)} {self._agreed(number, one, few, many)}"

    def _agreed(self, number: int, one: str, few: str, many: str) -> str:
        last, teens = number % 10, number % 100 // 10 == 1
        return one if last == 1 and not teens else few if 1 < last < 5 and not teens else many

    def agreeing(self, number: int, noun: str, before: str) -> str | None:
        """Two stand before feminine nouns in -ы and -и, one before those in -а, -я, and before neuter ones in -о, -е."""
        last, ending = number % 10, noun[-1]
        if is_name(before) or number % 100 in (11, 12):
            return None
        if governs(before):
            # "до 21 недели", but "до 21 дня"
            return self.cardinal(number, feminine=True) if last == 1 and ending in "ыи" else None
        if (last == 1 and ending in "ая" and not noun.endswith("мя")) or (last == 2 and ending in "ыи"):
            return self.cardinal(number, feminine=True)
        if number == 1 and ending in "еиу" and re.search(r"\bпо\s$", before, re.IGNORECASE):
            # по одной таблетке, по одному разу
            return "одному" if ending == "у" else "одной"
        if last == 1 and ending in "ую":
            return re.sub(r"один$", "одну", self.cardinal(number))
        if last == 1 and ending in "ое":
            return re.sub(r"один$", "одно", self.cardinal(number))
        return None

    def measured(self, whole: str, rest: str, mark: str, unit: Unit) -> str:
        if rest or len(whole) > 9 or (len(whole) > 1 and whole[0] == "0"):
            return f"{self.decimal(whole, rest, mark)} {unit.few if rest else unit.many}"
        number = int(whole)
        return f"{self.cardinal(number, feminine=unit.feminine)} {self._agreed(number, unit.one, unit.few, unit.many)}"

    def part(self, whole: int, top: int, bottom: int) -> str:
        if whole and (top, bottom) == (1, 2):
            return "полтора" if whole == 1 else f"{self.cardinal(whole)} с половиной"
        if (top, bottom) in self.halves or not 4 < bottom < 101:
            words = super().part(0, top, bottom)
        else:
            words = f"{self.cardinal(top, feminine=True)} {self.ordinal(bottom)[:-2]}{'ая' if top % 10 == 1 and top != 11 else 'ых'}"
        return f"{self.counted(whole, 'whole')} и {words}" if whole else words

    def decimal(self, whole: str, rest: str, mark: str) -> str:
        if not rest:
            return self.count(whole)
        if len(rest) > 3 or len(whole) > 12:
            return super().decimal(whole, rest, mark)
        one, many = _PARTS[len(rest)]
        number = int(rest)
        single = number % 10 == 1 and number % 100 != 11
        return f"{self.counted(int(whole), 'whole')} {self.cardinal(number, feminine=True)} {one if single else many}"

    def percentage(self, whole: str, rest: str, mark: str) -> str:
        if rest or len(whole) > 12:
            return f"{self.decimal(whole, rest, mark)} процента"
        return self.counted(int(whole), "percent")

    def hours(self, low: str, high: str) -> str:
        return f"с {low} до {high}"

    def range(self, low: str, high: str) -> str:
        return f"{low}-{high}"

    def coins(self, number: int, code: str) -> str | None:
        return self.counted(number, code) if code in _NOUNS else None

    def year(self, number: int) -> str:
        return f"{self._inflected(number, _GENITIVE)} года"

    def day(self, number: int, before: str) -> str:
        if _TO.search(before):
            return self._inflected(number, _DATIVE)
        return self._inflected(number, _NEUTER if _NAMED_DAY.search(before) else _GENITIVE)

    def clock(self, hour: int, minute: int, half: str) -> str:
        hour = hour % 12 + 12 if half == "p" else hour
        words = self.counted(hour, "hour")
        return f"{words} {self.counted(minute, 'minute')}" if minute else words

    def moment(self, day: str, clock: str) -> str:
        return f"{day} в {clock}"


VOICE = Russian()
