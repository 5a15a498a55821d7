"""Russian numerals behind the words that ask for another case: до пяти дней, от двух до трёх часов, через одну минуту.

The forms speak every number as it is counted; here it is put into the genitive or accusative, with its unit. Only
numerals in the nominative are taken, so that what is said again, and what was right in the script, stays.
"""

from __future__ import annotations

import re

from steering.core.speech.tongues.units import UNITS

_GENITIVE = {
    "ноль": "нуля",
    "один": "одного",
    "одна": "одной",
    "одно": "одного",
    "два": "двух",
    "две": "двух",
    "три": "трёх",
    "четыре": "четырёх",
    "восемь": "восьми",
    "сорок": "сорока",
    "девяносто": "девяноста",
    "сто": "ста",
    "двести": "двухсот",
    "триста": "трёхсот",
    "четыреста": "четырёхсот",
    **{f"{word}ь": f"{word}и" for word in ("пят", "шест", "сем", "девят", "десят", "двадцат", "тридцат")},
    **{f"{word}надцать": f"{word}надцати" for word in ("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят")},
    **{f"{word}ьдесят": f"{stem}идесяти" for word, stem in (("пят", "пят"), ("шест", "шест"), ("сем", "сем"), ("восем", "восьм"))},
    **{
        f"{word}ьсот": f"{stem}исот"
        for word, stem in (("пят", "пят"), ("шест", "шест"), ("сем", "сем"), ("восем", "восьм"), ("девят", "девят"))
    },
}
# What goes on behind the first numeral.
_SCALES = {
    "тысяча": "тысячи",
    "тысячи": "тысяч",
    "миллион": "миллиона",
    "миллиона": "миллионов",
    "миллиард": "миллиарда",
    "миллиарда": "миллиардов",
    "целая": "целой",
    "десятая": "десятой",
    "сотая": "сотой",
    "тысячная": "тысячной",
    **{word: word for word in ("тысяч", "миллионов", "миллиардов", "целых", "десятых", "сотых", "тысячных")},
}
_MONEY = (
    ("рубль", "рублей", "рубля"),
    ("копейка", "копеек", "копейки"),
    ("доллар", "долларов", "доллара"),
    ("цент", "центов", "цента"),
    ("процент", "процентов", "процента"),
    ("фунт", "фунтов", "фунта"),
)
_UNITS = (*_MONEY, *((unit.one, unit.many, unit.few) for unit in UNITS["ru"].values()))
_OF_FEW = {few.split()[0]: many.split()[0] for _, many, few in _UNITS}
_OF_ONE = {one.split()[0]: few.split()[0] for one, _, few in _UNITS}
_ACCUSATIVE = {"одна": "одну", "тысяча": "тысячу", "минута": "минуту", "секунда": "секунду", "неделя": "неделю", "копейка": "копейку"}
_ONES, _FEWS = ("один", "одна"), ("два", "две", "три", "четыре")

_NUMBER = "|".join(sorted(_GENITIVE, key=len, reverse=True))
_MORE = "|".join(sorted((*_GENITIVE, *_SCALES), key=len, reverse=True))
_NOUN = "|".join(sorted({*_OF_FEW, *_OF_ONE}, key=len, reverse=True))
# What makes an ordinal of the numerals before it: двадцать первого.
_ORDINAL = r"перв|втор|треть|четв[её]рт|пят|шест|седьм|восьм|девят|десят|[а-я]+надцат|двадцат|тридцат|сороков|[а-я]*сот|тысячн"


_OF = "до|от|около|после|более|менее|больше|меньше|свыше|позднее|раньше|позже|порядка|течение|размере|старше|младше|без|из|кроме"
_LEADS = rf"{_OF}|с(?=[^,.;:?!]{{3,60}} до )|с(?= [^\W\d_]+(?: [^\W\d_]+)? час)"
_OBJECTS = (
    "через|за|составляет|составит|составила|составляют|сумму|платите|платить|заплатите|заплатить|оплатите|оплатить|внести|внесите|"
    "переведите|перевести|вернём|вернуть|получите|списали|спишем|спишут|начислили|должны"
)
_ROW = rf"(?>(?:{_NUMBER})(?!\w)(?:[ -](?:{_MORE})(?!\w))*)(?! (?:{_ORDINAL}))"
_GOVERNED = re.compile(rf"\b(?:{_LEADS}) {_ROW}(?: (?:{_NOUN})(?!\w)(?: {_ROW} (?:минут|копе|цент)\w+)?)?", re.IGNORECASE)
_COUNTED = re.compile(rf"\b(?P<numbers>{_ROW})(?: (?P<noun>{_NOUN})(?!\w))?")
_LEAD = re.compile(rf"\b(?:{_LEADS})\s$", re.IGNORECASE)
_OBJECT = re.compile(rf"\b(?:{_OBJECTS}) одна (?:тысяча|минута|секунда|неделя|копейка)(?!\w)", re.IGNORECASE)


def governs(before: str) -> bool:
    """Whether the text *before* a number asks for the genitive."""
    return _LEAD.search(before) is not None


def governed(text: str) -> str:
    """*text* with its numerals in the case that the word before them asks for."""
    # Most texts have none of the words, and to look for these alone takes a tenth of the time.
    plain = f" {text.lower()}"
    if any(f" {word} " in plain for word in (*_OF.split("|"), "с")):
        text = _GOVERNED.sub(lambda match: _COUNTED.sub(_genitive, match[0]), text)
    if any(f" {word} одна " in plain for word in _OBJECTS.split("|")):
        text = _OBJECT.sub(lambda match: re.sub(r"\w+", lambda word: _ACCUSATIVE.get(word[0], word[0]), match[0]), text)
    return text


def _genitive(match: re.Match[str]) -> str:
    numbers = re.split(r"([ -])", match["numbers"])
    words = "".join(_GENITIVE.get(word) or _SCALES.get(word, word) for word in numbers)
    noun = match["noun"]
    if not noun:
        return words
    last = numbers[-1]
    if last in _ONES:
        noun = _OF_ONE.get(noun, noun)
    elif last in _FEWS:
        noun = _OF_FEW.get(noun, noun)
    return f"{words} {noun}"
