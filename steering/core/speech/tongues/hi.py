"""Hindi. Every number below a hundred has its own name."""

from __future__ import annotations

import re
from decimal import Decimal

from steering.core.speech.forms import DIGITS, Forms
from steering.core.speech.tongues.tongue import Currency, Tongue

_BELOW_HUNDRED = (
    "शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस "
    "बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस "
    "तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास "
    "पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर "
    "सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी "
    "नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे"
)
_NAMES = tuple(_BELOW_HUNDRED.split())
_SCALES = ((10**7, "करोड़"), (10**5, "लाख"), (1000, "हज़ार"), (100, "सौ"))
_ORDINALS = {1: "पहला", 2: "दूसरा", 3: "तीसरा", 4: "चौथा", 6: "छठा"}
_MONTHS = ("जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर")


class Hindi(Tongue):
    tag = "hi"
    digit_names = tuple(_NAMES[:10])
    months = _MONTHS
    weekdays = ("सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार")
    currencies = {
        "INR": Currency("रुपया", "रुपये", "पैसा", "पैसे"),
        "USD": Currency("डॉलर", "डॉलर", "सेंट", "सेंट"),
        "EUR": Currency("यूरो", "यूरो", "सेंट", "सेंट"),
        "GBP": Currency("पाउंड", "पाउंड", "पेंस", "पेंस"),
        "JPY": Currency("येन", "येन"),
    }
    money_words = {"रुपये": "INR", "रुपए": "INR", "रुपया": "INR", "रु.": "INR", "डॉलर": "USD", "यूरो": "EUR"}
    point = comma = "दशमलव"
    minus, plus, percent, at, dot, to = "माइनस", "प्लस", "प्रतिशत", "ऐट", "डॉट", "से"
    by = "गुणा"
    symbols = {
        "&": "और",
        "+": "प्लस",
        "=": "बराबर",
        "@": "ऐट",
        "%": "प्रतिशत",
        "/": "स्लैश",
        "-": "डैश",
        "_": "अंडरस्कोर",
        "°": "डिग्री",
        "₹": "रुपये",
    }
    decimal_mark, group_mark = ".", ","
    ordinals = r"(?P<number>\d{1,3})\s?(?P<ending>वाँ|वां|वीं|वें|ला|ली|रा|री|था|थी|ठा|ठी)(?![\w\u0900-\u097f])"
    dates = (
        rf"(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(_MONTHS)}|फरवरी)(?:,?\s+(?P<year>\d{{4}}))?",
        rf"(?P<month>{'|'.join(_MONTHS)})\s+(?P<year>\d{{4}})",
    )
    times = (r"(?P<hour>[01]?\d|2[0-4])(?::(?P<minute>[0-5]\d))?\s?बजे", *Tongue.times)
    abbreviations = {
        "डॉ.": "डॉक्टर",
        "डा.": "डॉक्टर",
        "श्री.": "श्री",
        "प्रो.": "प्रोफ़ेसर",
        "नं.": "नंबर",
        "क्र.": "क्रमांक",
        "सं.": "संख्या",
        "मो.": "मोबाइल",
        "पृ.": "पृष्ठ",
    }
    on = r"(?:तारीख|दिनांक)"
    on_after = r"\s(?:को|तक|से)(?!\w)"
    halves = {(1, 2): "आधा", (1, 3): "एक तिहाई", (2, 3): "दो तिहाई", (1, 4): "एक चौथाई", (3, 4): "तीन चौथाई"}
    over, and_half = "बटा", " और "
    scales = r"लाख|करोड़|हज़ार|हजार|अरब"
    keys = {"#": "हैश", "*": "स्टार"}
    per = "प्रति"
    pers = {"माह": "प्रति माह", "mo": "प्रति माह"}
    repeated = ("बार", "बार", False)
    flights = ("उड़ान", "फ़्लाइट", "फ्लाइट")
    announces = (
        r"(?:अंतिम चार अंक|आखिरी चार अंक|कोड|पिन|पिन कोड|खाता|खाते|कार्ड|ऑर्डर|संदर्भ|पुष्टि|उड़ान|पॉलिसी|शिकायत|"
        r"रसीद|ग्राहक|दावा|केस|मोबाइल|फ़ोन|फोन|टिकट)(?: (?:नंबर|संख्या|के|का|है|:))*"
    )
    announced_after = r"\s(?:पर|में|से) (?:समाप्त|ख़त्म|खत्म)|\s?पर (?:कॉल|फ़ोन|फोन) क"
    and_parts = " "

    def cardinal(self, number: int, *, feminine: bool = False) -> str:
        words: list[str] = []
        for size, name in _SCALES:
            many, number = divmod(number, size)
            if many:
                words.append(f"{self.cardinal(many)} {name}")
        if number or not words:
            words.append(_NAMES[number])
        return " ".join(words)

    def part(self, whole: int, top: int, bottom: int) -> str:
        # One and a half and two and a half have names of their own.
        if whole and (top, bottom) == (1, 2):
            return {1: "डेढ़", 2: "ढाई"}.get(whole) or f"साढ़े {self.cardinal(whole)}"
        return super().part(whole, top, bottom)

    def ordinal(self, number: int) -> str:
        return _ORDINALS.get(number) or f"{self.cardinal(number)}वाँ"

    def ordinal_as_written(self, match: re.Match[str]) -> str:
        number, ending = int(match["number"]), match["ending"]
        if number in _ORDINALS:
            vowel = "ी" if ending.endswith(("ी", "ीं")) else "े" if ending == "वें" else "ा"
            return _ORDINALS[number][:-1] + vowel
        return f"{self.cardinal(number)}{'वाँ' if ending == 'वां' else ending}"

    def clock(self, hour: int, minute: int, half: str) -> str:
        # Quarters have names of their own: साढ़े चार, सवा चार, पौने पाँच.
        shown = self.cardinal(hour)
        if minute == 30 and 0 < hour < 13:
            return f"{self.part(hour, 1, 2)} बजे"
        if minute == 15 and 0 < hour < 13:
            return f"सवा {shown} बजे"
        if minute == 45 and 0 < hour < 12:
            return f"पौने {self.cardinal(hour + 1)} बजे"
        return f"{shown} बजकर {self.cardinal(minute)} मिनट" if minute else f"{shown} बजे"

    def own(self, forms: Forms) -> None:
        @forms.form("fraction", r"1/2 (?=\S*ी(?![^\s।,.!?]))", at=DIGITS, run=(1, 1), then="/")
        def _half(match: re.Match[str]) -> str | None:
            """Half of a noun in -ी: आधी गोली."""
            return None if match.string[max(0, match.start() - 2) : match.start() - 1].isdigit() else "आधी "

        @forms.form("time", r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)\s?बजे(?!\s(?:तक|से|के|का|की))", at=DIGITS, run=(1, 2), then=":")
        def _at(match: re.Match[str]) -> str:
            words = self.clock(int(match["hour"]), int(match["minute"]), "")
            return f"{words} पर" if words.endswith("मिनट") else words

        @forms.form("money", r"(?:रु|Rs|INR)\.?\s?(?P<number>\d[\d,]*(?:\.\d{1,2})?)(?![\d.,]*\d)(?:/-)?", heads=("र", "rs", "inr"))
        def _rupees(match: re.Match[str]) -> str | None:
            whole, _, rest = match["number"].replace(",", "").partition(".")
            return self.money(Decimal(f"{whole}.{rest or 0}"), "INR") if len(whole) < 13 else None

    def moment(self, day: str, clock: str) -> str:
        return f"{day}, {clock}"


VOICE = Hindi()
