"""What is left: symbols that have a word are spoken, markup and all others are dropped."""

from __future__ import annotations

import re

from steering.core.speech.english import units
from steering.core.speech.english.book import book
from steering.core.speech.english.codes import announced
from steering.core.speech.english.money import CHEQUE, CURRENCIES, cheque
from steering.core.speech.english.words import house_number, ordinal
from steering.core.speech.forms import ANY, GLUED
from steering.core.speech.integers import english
from steering.core.speech.markup import COMMENT, DIRECTION, LINK, TAG

_WORDS = {
    "&": "and",
    "%": "percent",
    "=": "equals",
    "@": "at",
    "°": "degrees",
    "×": "times",
    "÷": "divided by",
    "±": "plus or minus",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "₹": "rupees",
    "$": "dollars",
    "¢": "cents",
    "§": "section",
    "→": "to",
    "≈": "about",
    "≤": "at most",
    "≥": "at least",
    "½": "one half",
    "№": "number",
    "µ": "micro",
    "√": "square root of",
    "∞": "infinity",
    "≠": "is not",
}
_END = re.compile(r"\s{0,40}\Z")
_PRESS = re.compile(r"\b(?:press|pressing|hit|dial|enter|then|the|or|and|by|push)\s+(?:the\s+)?['\"“‘]?$", re.IGNORECASE)


@book.form("symbol", TAG, COMMENT, at="<", flags=re.IGNORECASE)
def _markup(match: re.Match[str]) -> str:
    return " "


@book.form("symbol", rf"\[\s?{DIRECTION}\s?\]|\({DIRECTION}\)", at="[(", flags=re.IGNORECASE)
def _direction(match: re.Match[str]) -> str:
    return " "


@book.form("symbol", LINK, at="![")
def _markdown_link(match: re.Match[str]) -> str:
    return match["words"]


@book.form("symbol", r"&(?:amp|lt|gt|quot|nbsp|apos|#39|#\d{1,5});", at="&")
def _entity(match: re.Match[str]) -> str:
    return {"&amp;": "and", "&apos;": "'", "&#39;": "'"}.get(match[0], " ")


@book.form("symbol", r"(?P<first>[A-Z]{1,3})&(?:amp;)?(?P<last>[A-Z]{1,3})(?![a-z])", at=GLUED, glue="&")
def _firm(match: re.Match[str]) -> str:
    return f"{' '.join(match['first'])} and {' '.join(match['last'])}"


_POWERS = {2: "squared", 3: "cubed"}


@book.form("symbol", r"\^(?P<power>-?\d{1,3})(?!\d)", at="^")
def _power(match: re.Match[str]) -> str:
    text, start = match.string, match.start()
    base = re.search(r"(?:(?<![A-Za-z])[a-z]|\d|\))$", text[max(0, start - 2) : start])
    if not base:
        # The number of a footnote.
        return ""
    power = int(match["power"])
    return " " + (_POWERS.get(power) or f"to the {ordinal(power) if power >= 0 else f'minus {english(-power)}'}")


@book.form("symbol", r"[A-GX](?:#|(?P<plus>\+\+))(?![\w#+])", at=GLUED, glue="#+")
def _sharp(match: re.Match[str]) -> str:
    return f"{match[0][0]} {'plus plus' if match['plus'] else 'sharp'}"


@book.form("symbol", r"\+\s?/\s?[-–]\s?(?=[\d$€£.])", at="+")
def _plus_or_minus(match: re.Match[str]) -> str:
    return " plus or minus "


@book.form("symbol", r"\.{3}(?=\s?\d)", at=".")
def _hesitation(match: re.Match[str]) -> str:
    return "... "


@book.form("symbol", r"[+]", at="+")
def _plus(match: re.Match[str]) -> str:
    return " plus "


@book.form("symbol", r"[~≈]\s?(?=[\d$€£.])", at="~≈")
def _about(match: re.Match[str]) -> str:
    return "about "


# The way through a menu: Home > Billing.
_PLACE_BEFORE = re.compile(r"\b[A-Z][a-z]\w*\s$")


@book.form("symbol", r"[-=]{1,2}>\s?", at="-=")
def _arrow(match: re.Match[str]) -> str:
    return " to "


@book.form("symbol", r"(?P<sign>[<>≤≥])\s?(?=-?[\d$€£.])", r"(?<=[\w)] )(?P<sign>[<>]) (?=\w)", at="<>≤≥")
def _compared(match: re.Match[str]) -> str:
    text, start = match.string, match.start()
    if match["sign"] == ">" and text[match.end()].isupper() and _PLACE_BEFORE.search(text, max(0, start - 24), start):
        return ", then "
    return {"<": "less than ", ">": "more than ", "≤": "at most ", "≥": "at least "}[match["sign"]]


_PRESSED = re.compile(r"\b(?:press|pressing|hit|dial|enter|then|push)\s\d{1,6}$", re.IGNORECASE)


# What is keyed in with its last key.
_KEYED = re.compile(r"(?<![\w.,-])\d{3,8}$")
_NUMBER_OF = re.compile(r" of |:? ?(?:is|was|are)\b|:")


@book.form("symbol", r"\*(?=[ -](?:hotels?|resorts?|stays?|luxury|ratings?|reviews?|service|rated|rooms?)\b)", at="*")
def _star(match: re.Match[str]) -> str | None:
    """Of a hotel: 5* rooms."""
    return " star" if match.string[match.start() - 1 : match.start()].isdigit() else None


@book.form("symbol", r"#'?s(?!\w)", at="#")
def _numbers(match: re.Match[str]) -> str:
    return "numbers"


@book.form("symbol", r"#|\*", at="#*")
def _key(match: re.Match[str]) -> str | None:
    text, start, end = match.string, match.start(), match.end()
    if text == match[0]:
        return "pound" if text == "#" else "star"
    if match[0] == "*" and text[start - 2 : start - 1].isalnum() and re.match(r"\s\d", text[end:]):
        return "times"
    if match[0] == "#" and (_NUMBER_OF.match(text, end) or (text[start - 1 : start] == " " and announced(text, start))):
        return "number"
    keyed = _KEYED.search(text, max(0, start - 8), start)
    if _PRESSED.search(text, max(0, start - 24), start) or (keyed and announced(text, keyed.start())):
        # "press 1#", "code 0091#"
        return " pound" if match[0] == "#" else " star"
    if text[start - 1 : start] == match[0] or text[end : end + 1] == match[0]:
        return ""
    named = re.match(r"['\"”’]?\s*(?:key|sign|button)\b", text[end:]) or (
        # "press * to go back, # to end"
        re.search(r"(?:,|;| or| and)\s$", text[:start]) and re.match(r"\s(?:to|for|when|if)\b", text[end:])
    )
    if not named and not _PRESS.search(text[max(0, start - 24) : start]):
        return ""
    return "pound" if match[0] == "#" else "star"


_SAME = re.compile(r"\W+|\band\b|\bonly\b|\bus\b")
# The last word of a number, an amount or a percentage.
_SPOKEN_BEFORE = re.compile(
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty|hundred|thousand|million|billion|trillion|"
    r"dollars?|euros?|pounds?|cents?|pence|percent|per cent|/100|\bonly)\W{1,2}$",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(r"(?<![\w.,-])(?P<number>[$€£]?\d[\d,]{0,15}(?:\.\d{1,2})?%?)\s$")


def _heard(text: str) -> str:
    """What *text* says, by its letters: the same for a number in words with "and", hyphens and capitals or without."""
    return _SAME.sub("", text.lower())


@book.form("symbol", r"\((?P<digits>[$€£]?\d[\d,.]{0,12}%?)\)", at="(")
def _said_already(match: re.Match[str]) -> str | None:
    """Thirty (30) days: a contract says its numbers twice, and a voice once."""
    text, start = match.string, match.start()
    if not _SPOKEN_BEFORE.search(text, max(0, start - 16), start):
        return None
    before = CHEQUE.sub(cheque, text[max(0, start - 120) : start])
    return "" if _heard(before).endswith(_heard(book.spoken(match["digits"]))) else None


@book.form("symbol", r"\((?P<words>[A-Za-z][A-Za-z ,-]{2,120}(?:\d\d/100)?[A-Za-z ]{0,16})\)", at="(")
def _said_in_words(match: re.Match[str]) -> str | None:
    """The other way about: $500.00 (five hundred and 00/100 dollars)."""
    number = _NUMBER_BEFORE.search(match.string, max(0, match.start() - 24), match.start())
    return "" if number and _heard(book.spoken(number["number"])) == _heard(CHEQUE.sub(cheque, match[0])) else None


@book.form("symbol", r"(?P<word>[A-Za-z]+)\((?P<many>e?s)\)", at=GLUED, glue="(")
def _one_or_more(match: re.Match[str]) -> str:
    return match["word"] + match["many"]


@book.form("symbol", r"[({\[]\s?", r"[)}\]]", at="({[)}]")
def _bracket(match: re.Match[str]) -> str:
    text = match.string
    first, last = match.start() == 0, _END.match(text, match.end()) is not None
    if match[0].strip() in "{[}]" or first or last or text[match.end()] in ".,;:?!)" or text[match.start() - 1] in "(.,;:?!":
        return " " if not last else ""
    # A parenthesis is heard as a pause.
    return ", " if match[0].strip() == "(" else ","


@book.form("symbol", r"(?<=[a-z])[–](?=\d)", at="–")
def _up_to(match: re.Match[str]) -> str:
    """Between two days: 3 Aug–5 Aug."""
    return " to "


@book.form("symbol", r"[—–]\s?|--+\s?", at="—–-")
def _dash(match: re.Match[str]) -> str:
    return ", "


_PER = re.compile(r"(?:day|week|month|year|hour|night|person|minute|call|visit|dose|unit|gallon|mile)\b")


@book.form("symbol", r"(?<=[\w%.])/(?P<unit>wk|mo|yr|hr|qtr|min|sec|nt|m[Ll]|d[Ll]|kWh)(?!\w)(?:\.(?=\s+[a-z\d]|[,;:)]))?", at="/")
def _per(match: re.Match[str]) -> str:
    return f" per {units.per(match['unit'])}"


@book.form("symbol", r"[Yy]/[Nn](?!\w)", at=GLUED, glue="/")
def _yes_or_no(match: re.Match[str]) -> str:
    return f"{match[0][0]} or {match[0][-1]}"


@book.form("symbol", r"§+\s?(?P<number>\d{1,5})(?P<rest>(?:\.\d+)*)(?:-(?P<part>\d{1,4}))?(?P<letter>[a-z]?)(?!\w)", at="§")
def _section(match: re.Match[str]) -> str:
    rest = match["rest"].replace(".", " point ") + (f", {house_number(match['part'])}" if match["part"] else "")
    return f"section {house_number(match['number'])}{rest} {match['letter'].upper()}".strip()


_CAPITALS_BEFORE, _CAPITALS_AFTER = re.compile(r"(?<![a-z])[A-Z]+$"), re.compile(r"[A-Z]+(?![a-z])")
_NAMES = frozenset({"TCP/IP", "AC/DC", "AM/FM", "HIV/AIDS"})
_CURRENCY = re.compile(rf"(?:{'|'.join(CURRENCIES)})\b")
_CURRENCIES = re.compile(rf"\b(?:{'|'.join(CURRENCIES)})$")
_A_COUNT = re.compile(r"\b\d{1,4} (?!yrs|mos|wks|hrs)[a-z]{4,}$")
_SPAN = re.compile(r"\b(?:yrs?\.?|years?|mos?\.?|months?|wks?\.?|weeks?|hrs?\.?|hours?|days?)$")


@book.form("symbol", r"/", at="/")
def _slash(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    if _PER.match(text, end):
        return " per "
    if (before.isdigit() and after.isdigit()) or ((before.isalnum() or before == ".") and after in "$€£" and after):
        return ", "
    if after.isdigit() and _A_COUNT.search(text, max(0, start - 24), start):
        # 2 adults/1 child, 28 city/36 highway.
        return ", "
    if after.isdigit() and _SPAN.search(text, max(0, start - 8), start):
        # A warranty of 5 yrs./60,000 mi.
        return " or "
    if before == after == " " and text[start - 2 : start - 1].isalpha() and text[end + 1 : end + 2].isalpha():
        return "or"
    if not (before.isalpha() and after.isalpha()):
        return " "
    if re.search(r"\b(?:and|either)$", text[max(0, start - 7) : start], re.IGNORECASE) and re.match(r"or\b", text[end:], re.IGNORECASE):
        return " "
    if _CURRENCIES.search(text, max(0, start - 4), start) and _CURRENCY.match(text, end):
        return " "
    first, last = _CAPITALS_BEFORE.search(text, max(0, start - 12), start), _CAPITALS_AFTER.match(text, end)
    if not first or not last:
        return " or "
    # Single letters are a sign, and some names have a stroke; others are two things: ACH/EFT.
    named = len(first[0]) == 1 or len(last[0]) == 1 or f"{first[0]}/{last[0]}" in _NAMES
    return " slash " if named else " or "


_BETWEEN_LETTERS = re.compile(r"[A-Za-z]\$[A-Za-z]")


@book.form("symbol", r".", at=ANY, flags=re.DOTALL)
def _other(match: re.Match[str]) -> str | None:
    character = match[0]
    if character.isalpha():
        return None
    if character == "$" and _BETWEEN_LETTERS.match(match.string, match.start() - 1):
        # Of a password.
        return " dollar "
    return f" {_WORDS[character]} " if character in _WORDS else "" if _inside_word(match) else " "


def _inside_word(match: re.Match[str]) -> bool:
    return match[0] in '"“”„«»®™©`' or not match[0].isprintable()
