"""English as `say` and `speak` use it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from steering.core.speech.english import codes, dates, electronic, money, phones, times, words
from steering.core.speech.english.book import book


class English:
    joined = ", "
    say = staticmethod(book.spoken)
    nothing_to_do = staticmethod(book.nothing_to_do)
    ordinal = staticmethod(words.ordinal)
    digits = staticmethod(words.digits)
    spelled = staticmethod(codes.spelled)
    money = staticmethod(money.money)
    time = staticmethod(times.spoken_time)
    phone = staticmethod(phones.phone)
    address = staticmethod(electronic.electronic)

    def __init__(self, home: str = "US") -> None:
        self.home = home

    def in_region(self, region: str) -> English:
        # Wherever English is spoken, the dollar is the country's own and is called a dollar.
        return English(region or self.home)

    def number(self, value: Decimal) -> str:
        return ("minus " if value < 0 else "") + words.decimal(f"{abs(value):f}")

    def date(self, when: date, *, weekday: bool) -> str:
        return dates.spoken_date(when, weekday=weekday)


VOICE = English()
