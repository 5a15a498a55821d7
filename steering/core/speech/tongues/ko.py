"""Korean: Chinese numerals for counts, money and dates, native ones for hours, things and order."""

from __future__ import annotations

import re

from steering.core.speech.forms import Forms
from steering.core.speech.tongues.east import counted_by_myriads, prices, weekdays
from steering.core.speech.tongues.tongue import Currency, Tongue
from steering.core.speech.tongues.units import Unit

_DIGITS = "영일이삼사오육칠팔구"
_NATIVE = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
_NATIVE_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_COUNTERS = (
    "개(?!월)|명|분|살|시간|잔|장|마리|가지|권|대|건|곳|달(?!러)|병(?!원)|알(?!림)|사람|군데|상자|박스|켤레|벌|자리|"
    "통(?!화)|끼|배|그릇|봉지|방울"
)
# What an amount is for stands before it: 9,800원/월.
_PER = {
    "월": "월 ",
    "년": "연 ",
    "일": "하루 ",
    "주": "주 ",
    "회": "회당 ",
    "건": "건당 ",
    "인": "일인당 ",
    "명": "일인당 ",
    "박": "일박 ",
    "시간": "시간당 ",
    "분": "분당 ",
}
_OFTEN = re.compile(r"(?:하루에?|매일|일주일에?|주에?|한 ?달에?|달에?|연|총|모두|최대|최소|지금까지|이미)\s$")


class Korean(Tongue):
    tag = "ko"
    digit_names = ("공", *_DIGITS[1:])
    months = ("일월", "이월", "삼월", "사월", "오월", "유월", "칠월", "팔월", "구월", "시월", "십일월", "십이월")
    weekdays = ("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일")
    currencies = {
        "KRW": Currency("원", "원"),
        "USD": Currency("달러", "달러", "센트", "센트"),
        "EUR": Currency("유로", "유로", "센트", "센트"),
        "JPY": Currency("엔", "엔"),
        "GBP": Currency("파운드", "파운드", "펜스", "펜스"),
    }
    money_words = {"원": "KRW", "달러": "USD", "유로": "EUR", "엔": "JPY", "파운드": "GBP"}
    point = comma = "점"
    minus, plus, percent, at, dot, to = "마이너스", "플러스", "퍼센트", "골뱅이", "점", "에서"
    symbols = {
        "&": "앤드",
        "+": "플러스",
        "=": "는",
        "@": "골뱅이",
        "%": "퍼센트",
        "/": "슬래시",
        "-": "하이픈",
        "_": "밑줄",
        "°": "도",
        "~": "에서",
    }
    spaced = False
    decimal_mark, group_mark = ".", ","
    ordinals = rf"(?<!제)(?P<number>\d{{1,2}})\s?(?P<ending>번째|{_COUNTERS}|번)(?!\w*호)(?!월)"
    dates = (
        r"(?P<year>\d{4})년\s?(?P<month>\d{1,2})월(?:\s?(?P<day>\d{1,2})일)?",
        r"(?P<month>\d{1,2})월\s?(?P<day>\d{1,2})일",
        r"(?P<month>\d{1,2})월(?=\s|$|에|부터|까지)",
    )
    times = (r"(?P<hour>[01]?\d|2[0-4])시(?!간)(?:\s?(?P<minute>[0-5]?\d)분)?", *Tongue.times)
    on = r"(?:날짜|기한)"
    on_after = r"\s?(?:까지|부터|에(?!서)|일정|예약)"
    month_first = True
    keys = {"#": "우물 정자", "*": "별표"}
    announced_after = r"\s?(?:으?로|번으?로)\s?끝나"
    announces = (
        r"(?:끝자리(?:가|는)?|마지막 네 자리(?:는|가)?|번호(?:는|가)?|비밀번호(?:는)?|우편번호(?:는)?"
        r"|코드(?:는)?|계좌|카드)(?: (?:번호(?:는)?|:))*"
    )

    def cardinal(self, number: int, *, feminine: bool = False) -> str:
        words = counted_by_myriads(number, _DIGITS, ("", "십", "백", "천"), ("", "만 ", "억 ", "조 "), one_before_thousand=False).strip()
        # A single myriad is 만, not 일만.
        return re.sub(r"^일만", "만", words)

    def native(self, number: int) -> str:
        """한, 두, 스무, 스물한: a native numeral before its counter; above 99 the tens stay Chinese."""
        hundreds, rest = divmod(number, 100)
        tens, ones = divmod(rest, 10)
        words = "스무" if rest == 20 else _NATIVE_TENS[tens] + _NATIVE[ones]
        return f"{self.cardinal(hundreds * 100)} {words}".strip() if hundreds else words

    def ordinal(self, number: int) -> str:
        return "첫 번째" if number == 1 else f"{self.native(number)} 번째"

    def ordinal_as_written(self, match: re.Match[str]) -> str | None:
        number, ending = int(match["number"]), match["ending"]
        # 번 counts how often, behind a time or a sum; else it is the name of a key or a line.
        if ending == "번" and not _OFTEN.search(match.string, max(0, match.start() - 12), match.start()):
            return None
        return (
            self.ordinal(number)
            if ending == "번째"
            else f"{self.cardinal(number) if ending == '분' and self._minutes(match) else self.native(number)} {ending}"
        )

    def own(self, forms: Forms) -> None:
        weekdays(forms, "월화수목금토일", "요일")
        prices(forms, self, "KRW", _PER)

    def _minutes(self, match: re.Match[str]) -> bool:
        """분 counts minutes, unless people wait in line."""
        return not re.match(r"(?:이|께서|의 손님)", match.string[match.end() :])

    def measured(self, whole: str, rest: str, mark: str, unit: Unit) -> str:
        return f"{self.decimal(whole, rest, mark)} {unit.many}"

    def range(self, low: str, high: str) -> str:
        return f"{low}에서 {high}"

    def part(self, whole: int, top: int, bottom: int) -> str:
        words = f"{self.cardinal(bottom)}분의 {self.cardinal(top)}"
        return f"{self.cardinal(whole)}과 {words}" if whole else words

    def decimal(self, whole: str, rest: str, mark: str) -> str:
        return (
            f"{self.count(whole)} 점 {' '.join('영' if digit == '0' else _DIGITS[int(digit)] for digit in rest)}"
            if rest
            else self.count(whole)
        )

    def date_words(self, day: int | None, month: int, year: int | None, before: str = "") -> str:
        words = [f"{self.cardinal(year)}년"] if year is not None else []
        words.append(self.months[month - 1])
        if day:
            words.append(f"{self.cardinal(day)}일")
        return " ".join(words)

    def clock(self, hour: int, minute: int, half: str) -> str:
        noon = {"a": "오전 ", "p": "오후 "}.get(half, "")
        words = f"{noon}{self.native(hour) if 0 < hour < 13 else self.cardinal(hour)} 시"
        return f"{words} {self.cardinal(minute)} 분" if minute else words

    def moment(self, day: str, clock: str) -> str:
        return f"{day} {clock}"


VOICE = Korean()
