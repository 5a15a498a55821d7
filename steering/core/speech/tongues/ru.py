"""Russian: numbers agree with what they count, and years stand in the genitive."""

from __future__ import annotations

import re
from decimal import Decimal

from steering.core.speech import integers
from steering.core.speech.tongues.tongue import LIMIT, Tongue

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
    dates = (rf"(?P<day>\d{{1,2}})(?:-?(?:го|е))?\s+(?P<month>{'|'.join(_MONTHS)})(?:\s+(?P<year>\d{{4}})(?:\s?г(?:ода|\.)?)?)?(?!\w)",)
    abbreviations = {
        "г-н": "господин",
        "г-жа": "госпожа",
        "ул.": "улица",
        "тел.": "телефон",
        "т.е.": "то есть",
        "т. е.": "то есть",
        "и т.д.": "и так далее",
        "др.": "другое",
        "стр.": "страница",
    }
    keys = {"#": "решётка", "*": "звёздочка"}
    per = "в"
    announces = (
        r"(?:оканчивается на|заканчивается на|заканчивающ\w+ на|код(?: \w+)?|индекс|пин|счёт|счета|карта|карты|"
        r"подтверждени[ея]|заказ|заказа|договор|рейс)(?: (?:номер|№|:|—))*"
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
        last, teens = number % 10, number % 100 // 10 == 1
        form = one if last == 1 and not teens else few if 1 < last < 5 and not teens else many
        return f"{self.cardinal(number, feminine=feminine)} {form}"

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
