"""Arabic: what is counted is dual after two, plural from three to ten, singular beyond."""

from __future__ import annotations

import re

from steering.core.speech.forms import Forms
from steering.core.speech.tongues.tongue import Tongue
from steering.core.speech.tongues.units import Unit

_ONES = (
    "صفر",
    "واحد",
    "اثنان",
    "ثلاثة",
    "أربعة",
    "خمسة",
    "ستة",
    "سبعة",
    "ثمانية",
    "تسعة",
    "عشرة",
    "أحد عشر",
    "اثنا عشر",
    "ثلاثة عشر",
    "أربعة عشر",
    "خمسة عشر",
    "ستة عشر",
    "سبعة عشر",
    "ثمانية عشر",
    "تسعة عشر",
)
_FEMININE = (
    "صفر",
    "واحدة",
    "اثنتان",
    "ثلاث",
    "أربع",
    "خمس",
    "ست",
    "سبع",
    "ثمان",
    "تسع",
    "عشر",
    "إحدى عشرة",
    "اثنتا عشرة",
    "ثلاث عشرة",
    "أربع عشرة",
    "خمس عشرة",
    "ست عشرة",
    "سبع عشرة",
    "ثماني عشرة",
    "تسع عشرة",
)
_TENS = ("", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
_HUNDREDS = ("", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة")
# one, two, three to ten, eleven and more, round hundreds; feminine
_NOUNS = {
    "thousand": ("ألف", "ألفان", "آلاف", "ألفًا", "ألف", False),
    "million": ("مليون", "مليونان", "ملايين", "مليونًا", "مليون", False),
    "billion": ("مليار", "ملياران", "مليارات", "مليارًا", "مليار", False),
    "USD": ("دولار", "دولاران", "دولارات", "دولارًا", "دولار", False),
    "USD/100": ("سنت", "سنتان", "سنتات", "سنتًا", "سنت", False),
    "EUR": ("يورو", "يوروان", "يورو", "يورو", "يورو", False),
    "EUR/100": ("سنت", "سنتان", "سنتات", "سنتًا", "سنت", False),
    "SAR": ("ريال", "ريالان", "ريالات", "ريالًا", "ريال", False),
    "SAR/100": ("هللة", "هللتان", "هللات", "هللة", "هللة", True),
    "AED": ("درهم", "درهمان", "دراهم", "درهمًا", "درهم", False),
    "AED/100": ("فلس", "فلسان", "فلوس", "فلسًا", "فلس", False),
    "EGP": ("جنيه", "جنيهان", "جنيهات", "جنيهًا", "جنيه", False),
    "EGP/100": ("قرش", "قرشان", "قروش", "قرشًا", "قرش", False),
    "minute": ("دقيقة", "دقيقتان", "دقائق", "دقيقة", "دقيقة", True),
}
_ORDINALS = (
    "",
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
    "الحادي عشر",
    "الثاني عشر",
    "الثالث عشر",
    "الرابع عشر",
    "الخامس عشر",
    "السادس عشر",
    "السابع عشر",
    "الثامن عشر",
    "التاسع عشر",
)
_HOURS = (
    "",
    "الواحدة",
    "الثانية",
    "الثالثة",
    "الرابعة",
    "الخامسة",
    "السادسة",
    "السابعة",
    "الثامنة",
    "التاسعة",
    "العاشرة",
    "الحادية عشرة",
    "الثانية عشرة",
)
_MONTHS = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")


# Nouns that callers are told a number of, by their plural.
_PLURALS = {
    plural: single
    for single, plurals in {
        "ساعة": "ساعات",
        "دقيقة": "دقائق",
        "ثانية": "ثوان ثواني",
        "يوم": "أيام",
        "أسبوع": "أسابيع",
        "شهر": "أشهر شهور",
        "سنة": "سنوات سنين",
        "عام": "أعوام",
        "مرة": "مرات",
        "رسالة": "رسائل",
        "مكالمة": "مكالمات",
        "فاتورة": "فواتير",
        "طلب": "طلبات",
        "موعد": "مواعيد",
        "دفعة": "دفعات",
        "قسط": "أقساط",
        "حبة": "حبات حبوب",
        "قرص": "أقراص",
        "كبسولة": "كبسولات",
        "جرعة": "جرعات",
        "شخص": "أشخاص",
        "عنصر": "عناصر",
        "نقطة": "نقاط",
        "خطوة": "خطوات",
        "ليلة": "ليال ليالي",
        "غرفة": "غرف",
        "تذكرة": "تذاكر",
        "بطاقة": "بطاقات",
        "وثيقة": "وثائق",
        "شحنة": "شحنات",
        "طرد": "طرود",
        "حساب": "حسابات",
        "إشعار": "إشعارات",
        "اتصال": "اتصالات",
        "لتر": "لترات",
        "متر": "أمتار",
        "كيلوغرام": "كيلوغرامات",
        "كيلومتر": "كيلومترات",
        "خيار": "خيارات",
        "إيصال": "إيصالات",
        "اشتراك": "اشتراكات",
    }.items()
    for plural in plurals.split()
}
_COUNTED = frozenset(_PLURALS.values())
# The oblique case of numerals and duals: خلال عشرين يومًا, بعد ساعتين, عام ألفين وخمسة.
_OF = "من|إلى|في|حتى|خلال|بعد|قبل|منذ|لمدة|كل|على|عن|مع|بمبلغ|بقيمة|مبلغ|بنسبة|نسبة"
_STEMS = "عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع"
_DUALS = "|".join(
    sorted(
        {*(noun[:-1] + "ت" if noun.endswith("ة") else noun for noun in _COUNTED), *(_dual[1][:-2] for _dual in _NOUNS.values())},
        key=len,
        reverse=True,
    )
)
_NUMERALS = "|".join(
    sorted({word for group in (_ONES, _FEMININE, _TENS, _HUNDREDS) for words in group for word in words.split()}, key=len, reverse=True)
)
_SCALES = r"عشرة?|آلاف|ألفًا|ألفان|ألفا|ألف|مليونًا|ملايين|مليونان|مليونا|مليون|مئتا"
# A row of digits has no "and" between them, and stays as it is.
_ROW = (
    rf"(?>(?:{_NUMERALS}|{_SCALES})(?!\w)(?: (?:{_SCALES})(?!\w)| و(?:{_NUMERALS}|{_SCALES})(?!\w))*)(?! (?:{'|'.join(_ONES[:10])})(?!\w))"
)
_GOVERNED = re.compile(rf"(?<!\w)(?:و?(?:{_OF})) (?:{_ROW}|(?:{_DUALS})ان(?!\w))")
_NOMINATIVE = re.compile(
    rf"(?<!\w)(و?)(?:((?:{_STEMS})ون)|((?:{_DUALS}|اثن|اثنت|مئت|ألف|مليون|مليار)ان)|(اثنا|اثنتا|مئتا|ألفا|مليونا))(?!\w)"
)


def _oblique(words: str) -> str:
    return _NOMINATIVE.sub(lambda m: m[1] + (m[2][:-2] + "ين" if m[2] else m[3][:-2] + "ين" if m[3] else m[4][:-1] + "ي"), words)


def _construct(words: str) -> str:
    """*words* before what they count: ألفان is ألفا درهم."""
    return re.sub(r"(ألف|مئت|مليون|مليار)ان$", r"\1ا", words)


class Arabic(Tongue):
    tag = "ar"
    digit_names = _ONES[:10]
    months = _MONTHS
    weekdays = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
    money_words = {
        "دولار": "USD",
        "دولارات": "USD",
        "دولارًا": "USD",
        "ريال": "SAR",
        "ريالات": "SAR",
        "ريالًا": "SAR",
        "درهم": "AED",
        "يورو": "EUR",
        "جنيه": "EGP",
    }
    point = comma = "فاصلة"
    and_parts = " و"
    minus, plus, percent, at, dot, to = "ناقص", "زائد", "بالمئة", "آت", "نقطة", "إلى"
    symbols = {
        "&": "و",
        "+": "زائد",
        "=": "يساوي",
        "@": "آت",
        "%": "بالمئة",
        "/": "شرطة مائلة",
        "-": "شرطة",
        "_": "شرطة سفلية",
        "°": "درجة",
        "$": "دولار",
    }
    decimal_mark, group_mark = ".", ","
    ordinals = r"الـ?(?P<number>\d{1,2})(?!\d)"
    dates = (
        rf"(?P<day>\d{{1,2}})\s+(?:من\s+)?(?P<month>{'|'.join(_MONTHS)})(?:\s+(?P<year>\d{{4}}))?(?!\w)",
        rf"(?P<month>{'|'.join(_MONTHS)})\s+(?P<year>\d{{4}})(?!\w)",
    )
    times = (
        r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?:\s?(?P<half>[صم])(?!\w))?(?![\d:])",
        r"(?P<hour>0?[1-9]|1[0-2])(?=\s(?:صباح|مساء|ظهر|ليل))",
        *Tongue.times,
    )
    abbreviations = {"د.": "الدكتور", "أ.": "الأستاذ"}
    on = r"(?:يوم|بتاريخ|في|حتى|من)"
    halves = {(1, 2): "نصف", (1, 3): "ثلث", (2, 3): "ثلثان", (1, 4): "ربع", (3, 4): "ثلاثة أرباع", (1, 5): "خمس"}
    over, and_half = "على", " و"
    scales = r"ملايين|مليون|مليار|ألف|آلاف"
    keys = {"#": "مربع", "*": "نجمة"}
    per = "لكل"
    pers = {"شهر": "في الشهر", "يوم": "في اليوم", "سنة": "في السنة", "ساعة": "في الساعة", "أسبوع": "في الأسبوع"}
    flights = ("رحلة", "الرحلة", "رحلتكم")
    announces = (
        r"(?:(?:ال)?(?:م|ي|ت)نتهي?ة? بـ?|(?:ال)?رمز(?: [^\W\d_]+)?|كود|الرقم السري|رقم(?: [^\W\d_]+)?|الحساب|حساب|بطاقة|الوثيقة|"
        r"اتصل[^\W\d_]*(?: بنا| بي)?(?: على| عبر)(?: الرقم)?|هاتف|الهاتف|جوال|الجوال|واتساب)(?: (?:رقم|هو|هي|على|:))*"
    )
    joined = "، "

    def __init__(self, region: str = "") -> None:
        super().__init__(region)
        self.say = lambda text, known=None: _GOVERNED.sub(lambda match: _oblique(match[0]), self.forms.spoken(text, known))

    def own(self, forms: Forms) -> None:
        @forms.form(
            "date",
            r"(?P<word>(?:لل)?(?:ال)?(?:عام|سنة)) (?P<year>1[5-9]\d\d|20\d\d)(?!\w|[.,]\d)",
            heads=("عام", "سنة", "العام", "السنة", "للعام"),
        )
        def _year(match: re.Match[str]) -> str:
            return f"{match['word']} {self.year(int(match['year']))}"

    def cardinal(self, number: int, *, feminine: bool = False) -> str:
        words: list[str] = []
        for size, noun in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
            many, number = divmod(number, size)
            if many:
                words.append(self.counted(many, noun))
        if number or not words:
            words.append(self._below_thousand(number, feminine=feminine))
        return " و".join(words)

    def _below_thousand(self, number: int, *, feminine: bool) -> str:
        ones = _FEMININE if feminine else _ONES
        hundreds, rest = divmod(number, 100)
        words = [_HUNDREDS[hundreds]] if hundreds else []
        if rest < 20:
            words += [ones[rest]] if rest or not hundreds else []
        else:
            tens, one = divmod(rest, 10)
            words += ([ones[one]] if one else []) + [_TENS[tens]]
        return " و".join(words)

    def counted(self, number: int, noun: str) -> str:
        """*number* with its noun: دولار واحد is one, دولاران two, ثلاثة دولارات three."""
        one, two, few, many, round_, feminine = _NOUNS[noun]
        if number == 1:
            return one if noun in ("thousand", "million", "billion") else f"{one} {'واحدة' if feminine else 'واحد'}"
        if number == 2:
            return two
        words, rest = _construct(self.cardinal(number, feminine=feminine)), number % 100
        return f"{words} {few if 3 <= rest <= 10 else many if rest > 10 else round_}"

    def agreeing(self, number: int, noun: str, before: str) -> str | None:
        """What a feminine noun asks for: ثلاث دقائق, خمس وأربعون دقيقة; and two hundred of anything: مئتا نقطة."""
        single = _PLURALS.get(noun, noun)
        feminine = single.endswith("ة") or (single == noun and noun.endswith("ات"))
        if not (feminine or single in _COUNTED):
            return None
        if feminine and number % 100 > 2:
            return _construct(self.cardinal(number, feminine=True))
        return _construct(self.cardinal(number)) if number > 199 else None

    def one_or_two(self, number: int, noun: str) -> str | None:
        """ساعة واحدة, ساعتان: the noun comes first, or holds the number itself."""
        noun = _PLURALS.get(noun, noun)
        if noun not in _COUNTED or number not in (1, 2):
            return None
        feminine = noun.endswith("ة")
        if number == 1:
            return f"{noun} {'واحدة' if feminine else 'واحد'}"
        return f"{noun[:-1]}تان" if feminine else f"{noun}ان"

    def measured(self, whole: str, rest: str, mark: str, unit: Unit) -> str:
        if rest or len(whole) > 9 or (len(whole) > 1 and whole[0] == "0"):
            return f"{self.decimal(whole, rest, mark)} {unit.one}"
        number = int(whole)
        if number == 1:
            return f"{unit.one} {'واحدة' if unit.feminine else 'واحد'}"
        few = 3 <= number % 100 <= 10
        return f"{self.cardinal(number, feminine=unit.feminine)} {unit.few if few else unit.many}"

    def ordinal(self, number: int) -> str:
        if number < 20:
            return _ORDINALS[number] or self.cardinal(number)
        tens, one = divmod(number, 10)
        if number > 99:
            hundreds, rest = divmod(number, 100)
            if not rest or hundreds > 9:
                return self.cardinal(number)
            # "The first after the hundred."
            return f"{self.ordinal(rest)} بعد ال{_oblique(_HUNDREDS[hundreds])}"
        first = "الحادي" if one == 1 else _ORDINALS[one]
        return f"{first} وال{_TENS[tens]}" if one else f"ال{_TENS[tens]}"

    def ordinal_as_written(self, match: re.Match[str]) -> str:
        number = int(match["number"])
        # The noun before it ends in a feminine ة: المرة الثانية.
        if re.search(r"ة\s$", match.string[max(0, match.start() - 2) : match.start()]) and 0 < number < 13:
            return "الأولى" if number == 1 else _HOURS[number]
        return self.ordinal(number)

    def coins(self, number: int, code: str) -> str | None:
        return self.counted(number, code) if code in _NOUNS else None

    def year(self, number: int) -> str:
        # "In the year of": always oblique.
        return _oblique(self.cardinal(number))

    def day(self, number: int, before: str) -> str:
        words = self.ordinal(number)
        # "يوم الاثنين الثالث والعشرين من"
        if re.search(rf"(?<!\w)و?(?:{_OF}|يوم|بتاريخ|تاريخ|بحلول|قبل|ليوم)(?: ال[^\W\d_]+)?[،,]? *$", before):
            words = re.sub(r"ون$", "ين", words)
        return f"{words} من"

    def clock(self, hour: int, minute: int, half: str) -> str:
        afternoon = {"ص": " صباحًا", "م": " مساءً", "a": " صباحًا", "p": " مساءً"}.get(half, "")
        if not afternoon and (hour > 12 or hour == 0):
            afternoon = " مساءً" if 12 < hour < 24 else " صباحًا"
        words = _HOURS[hour % 12 or 12]
        if minute:
            words += " و" + ({15: "الربع", 30: "النصف"}.get(minute) or self.counted(minute, "minute"))
        return words + afternoon

    def moment(self, day: str, clock: str) -> str:
        return f"{day} الساعة {clock}"


VOICE = Arabic()
