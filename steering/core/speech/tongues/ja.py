"""Japanese: numbers are written out in kanji, which every voice reads."""

from __future__ import annotations

import re

from steering.core.speech.forms import Forms
from steering.core.speech.tongues.east import counted_by_myriads, prices, weekdays
from steering.core.speech.tongues.tongue import Currency, Tongue

# What an amount is for stands before it: 980円/月.
_PER = {
    "月": "月",
    "年": "年",
    "日": "一日",
    "週": "週",
    "回": "一回",
    "件": "一件",
    "人": "一人",
    "名": "一名",
    "泊": "一泊",
    "個": "一個",
    "時間": "一時間",
    "分": "一分",
}
_DIGITS = "零一二三四五六七八九"


class Japanese(Tongue):
    tag = "ja"
    digit_names = ("ゼロ", *_DIGITS[1:])
    months = ("一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月")
    weekdays = ("月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日")
    currencies = {
        "JPY": Currency("円", "円"),
        "USD": Currency("ドル", "ドル", "セント", "セント"),
        "EUR": Currency("ユーロ", "ユーロ", "セント", "セント"),
        "GBP": Currency("ポンド", "ポンド", "ペンス", "ペンス"),
    }
    money_words = {"円": "JPY", "ドル": "USD", "ユーロ": "EUR", "ポンド": "GBP"}
    point = comma = "点"
    minus, plus, percent, at, dot, to = "マイナス", "プラス", "パーセント", "アットマーク", "ドット", "から"
    symbols = {
        "&": "アンド",
        "+": "プラス",
        "=": "イコール",
        "@": "アットマーク",
        "%": "パーセント",
        "/": "スラッシュ",
        "-": "ハイフン",
        "_": "アンダーバー",
        "°": "度",
        "~": "から",
        "〜": "から",
        "～": "から",
    }
    decimal_mark, group_mark = ".", ","
    ordinals = r"(?P<number>\d{1,3})(?P<ending>番目|位|回目|度目|つ目|人目|日目)"
    dates = (
        r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)(?:(?P<day>\d{1,2})日)?",
        r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日",
    )
    times = (r"(?P<hour>[01]?\d|2[0-4])時(?!間)(?:(?P<minute>[0-5]?\d)分)?", *Tongue.times)
    month_first = True
    on_after = r"\s?(?:まで|から|に(?!な)|は|の(?:予約|午|お)|（|\(|[月火水木金土日]曜)"
    keys = {"#": "シャープ", "*": "米印"}
    announces = r"(?:下\d桁|末尾|番号|暗証番号|郵便番号|確認番号|コード|口座番号|会員番号|便名?)(?:は|が|、|:|：|の)?"
    announced_after = r"\s?(?:で終わる|で終わり)"
    joined = "、"
    spaced, space = False, ""
    and_parts = ""

    def own(self, forms: Forms) -> None:
        weekdays(forms, "月火水木金土日", "曜日")
        prices(forms, self, "JPY", _PER)

    def cardinal(self, number: int, *, feminine: bool = False) -> str:
        return counted_by_myriads(number, _DIGITS, ("", "十", "百", "千"), ("", "万", "億", "兆"), one_before_thousand=number > 9999)

    def ordinal(self, number: int) -> str:
        return f"{self.cardinal(number)}番目"

    def ordinal_as_written(self, match: re.Match[str]) -> str:
        return self.cardinal(int(match["number"])) + match["ending"]

    def part(self, whole: int, top: int, bottom: int) -> str:
        words = f"{self.cardinal(bottom)}分の{self.cardinal(top)}"
        return f"{self.cardinal(whole)}と{words}" if whole else words

    def decimal(self, whole: str, rest: str, mark: str) -> str:
        return f"{self.count(whole)}点{''.join(_DIGITS[int(digit)] for digit in rest)}" if rest else self.count(whole)

    def percentage(self, whole: str, rest: str, mark: str) -> str:
        return f"{self.decimal(whole, rest, mark)}{self.percent}"

    def chain(self, numbers: list[str]) -> str:
        """A house: 一の二の三."""
        return "の".join(map(self.count, numbers))

    def range(self, low: str, high: str) -> str:
        return f"{low}から{high}"

    def units(self, number: int, one: str, many: str, *, feminine: bool) -> str:
        return self.cardinal(number) + one

    def date_words(self, day: int | None, month: int, year: int | None, before: str = "") -> str:
        words = f"{self.cardinal(year)}年" if year is not None else ""
        return f"{words}{self.months[month - 1]}{f'{self.cardinal(day)}日' if day else ''}"

    def clock(self, hour: int, minute: int, half: str) -> str:
        noon = {"a": "午前", "p": "午後"}.get(half, "")
        return f"{noon}{self.cardinal(hour)}時{f'{self.cardinal(minute)}分' if minute else ''}"

    def moment(self, day: str, clock: str) -> str:
        return day + clock


VOICE = Japanese()
