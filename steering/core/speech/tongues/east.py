"""What Japanese and Korean share: counting by myriads, a weekday in brackets, and what an amount is for, which stands before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from steering.core.speech.forms import DIGITS, Forms
from steering.core.speech.tongues.tongue import Tongue


def counted_by_myriads(number: int, digits: str, tens: tuple[str, ...], myriads: tuple[str, ...], *, one_before_thousand: bool) -> str:
    """*number* in groups of four digits.

    A one is silent before ten, hundred and thousand; *one_before_thousand* speaks it before the last (一千).
    """
    if number == 0:
        return digits[0]
    words: list[str] = []
    for myriad in myriads:
        number, group = divmod(number, 10000)
        if group:
            words.append(_group(group, digits, tens, one_before_thousand=one_before_thousand) + myriad)
    return "".join(reversed(words))


def _group(group: int, digits: str, tens: tuple[str, ...], *, one_before_thousand: bool) -> str:
    words = ""
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit:
            silent = digit == 1 and place and not (place == 3 and one_before_thousand)
            words += ("" if silent else digits[digit]) + tens[place]
    return words


# What the amount is for, said before it already: 年間3,200円/年.
_SAID = re.compile(r"(?:[月年日]額|[月年週]間|毎[月年日週]|[월연]|매[월년일주])\s?$")


def weekdays(forms: Forms, days: str, ending: str) -> None:
    """Register the weekday that stands in brackets behind a day, by its first sign: 3月14日(金)."""

    @forms.form("date", rf"(?<=[\d日일])\((?P<day>[{days}])\)", at="(")
    def _weekday(match: re.Match[str]) -> str:
        return f"{match['day']}{ending}"


def prices(forms: Forms, tongue: Tongue, code: str, pers: Mapping[str, str]) -> None:
    """Register an amount of *code* with what it is for, by its sign in *pers*: 980円/月."""
    mark, word = {"JPY": ("¥", "円"), "KRW": ("₩", "원")}[code]
    per = "|".join(sorted(pers, key=len, reverse=True))

    @forms.form("money", rf"{mark}(?P<number>\d[\d,]{{0,12}})/(?P<per>{per})", at=mark)
    @forms.form("money", rf"(?P<number>\d[\d,]{{0,12}})\s?{word}/(?P<per>{per})", at=DIGITS, then=f" ,{word}é", spaced=f"{word}é")
    def _price(match: re.Match[str]) -> str | None:
        if _SAID.search(match.string, max(0, match.start() - 5), match.start()):
            return None
        return pers[match["per"]] + tongue.money(Decimal(match["number"].replace(",", "")), code)
