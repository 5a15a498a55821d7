"""Russian: numbers agree with what they count, and years stand in the genitive."""

from __future__ import annotations

import re
from decimal import Decimal

from steering.core.speech import integers
from steering.core.speech.tongues.nouns import is_name
from steering.core.speech.tongues.tongue import LIMIT, Tongue
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
# masculine ending: feminine, neuter, genitive, prepositional, plural
_ENDINGS = {"ый": ("ая", "ое", "ого", "ом", "ые"), "ой": ("ая", "ое", "ого", "ом", "ые"), "ий": ("ья", "ье", "ьего", "ьем", "ьи")}
_CASES = {"я": 0, "ая": 0, "е": 1, "ое": 1, "го": 2, "ого": 2, "м": 3, "ом": 3, "ые": 4}
_OF = re.compile(r"\b(?:с|до|от|после|около|ранее|позднее|к)\s+$", re.IGNORECASE)


class Russian(Tongue):
    tag = "ru"
    digit_names = ("ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять")
    months = _MONTHS
    weekdays = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
    money_words = {
        "рублей": "RUB",
        "рубля": "RUB",
        "рубль": "RUB",
        "руб.": "RUB",
        "руб": "RUB",
        "долларов": "USD",
        "доллара": "USD",
        "доллар": "USD",
        "евро": "EUR",
    }
    point, comma, minus, plus, percent, at, dot, to = "точка", "запятая", "минус", "плюс", "процентов", "собака", "точка", "до"
    symbols = {
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
    ordinals = r"(?P<number>\d{1,3})-?(?P<ending>ый|ой|ий|й|ая|я|ое|е|ого|го|ом|м|ые)(?!\w)"
    dates = (
        r"(?:(?<=до )|(?<=с )|(?<=на )|(?<=от )|(?<=к ))(?P<day>\d{1,2})\.(?P<month>0[1-9]|1[0-2])(?![.,]?\d)",
        rf"(?P<day>\d{{1,2}})(?:-?(?:го|е))?\s+(?P<month>{'|'.join(_MONTHS)})(?:\s+(?P<year>\d{{4}})(?:\s?г(?:ода|\.)?)?)?(?!\w)",
    )
    abbreviations = {
        "г-н": "господин",
        "г-жа": "госпожа",
        "ул.": "улица",
        "д.": "дом",
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
    announces = (
        r"\b(?:оканчивается на|заканчивается на|заканчивающ[^\W\d_]+ на|код(?: [^\W\d_]+)?|индекс|пин|номер(?: [^\W\d_]+)?|счёт|счета|"
        r"карта|карты|подтверждени[ея]|заказ|заказа|договор|рейс)(?: (?:номер|№|:|—))*"
    )

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
        if (last == 1 and ending in "ая" and not noun.endswith("мя")) or (last == 2 and ending in "ыи"):
            return self.cardinal(number, feminine=True)
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
        return f"{low} до {high}"

    def range(self, low: str, high: str) -> str:
        return f"{low}-{high}"

    def money(self, amount: Decimal, code: str) -> str:
        sign = "минус " if amount < 0 else ""
        if code not in _NOUNS or abs(amount) >= LIMIT:
            return f"{sign}{self.number(abs(amount))} {' '.join(code)}"
        whole, parts = divmod(int((abs(amount) * 100).to_integral_value()), 100)
        if not parts or f"{code}/100" not in _NOUNS:
            return sign + self.counted(whole, code)
        pieces = self.counted(parts, f"{code}/100")
        return f"{sign}{self.counted(whole, code)} {pieces}" if whole else sign + pieces

    def year(self, number: int) -> str:
        return f"{self._inflected(number, 2)} года"

    def day(self, number: int, before: str) -> str:
        return self._inflected(number, 2 if _OF.search(before) else 1)

    def clock(self, hour: int, minute: int, half: str) -> str:
        hour = hour % 12 + 12 if half == "p" else hour
        words = self.counted(hour, "hour")
        return f"{words} {self.counted(minute, 'minute')}" if minute else words

    def moment(self, day: str, clock: str) -> str:
        return f"{day} в {clock}"


VOICE = Russian()
