"""Amounts of money: $1,250.50 · $0.99 · -$45.10 · €19.95 · $3.5M · $120/month · 25¢ · USD 20."""

from __future__ import annotations

import re
from decimal import Decimal

from steering.core.speech.english import units
from steering.core.speech.english.book import book
from steering.core.speech.english.words import DECIMAL, SCALE, SCALES, cardinal, decimal
from steering.core.speech.forms import DIGITS, LETTERS
from steering.core.speech.integers import english

# code: one unit, many units, one part, many parts
CURRENCIES = {
    "USD": ("dollar", "dollars", "cent", "cents"),
    "EUR": ("euro", "euros", "cent", "cents"),
    "GBP": ("pound", "pounds", "penny", "pence"),
    "JPY": ("yen", "yen", "sen", "sen"),
    "INR": ("rupee", "rupees", "paisa", "paise"),
    "KRW": ("won", "won", "jeon", "jeon"),
    "RUB": ("ruble", "rubles", "kopeck", "kopecks"),
    "CAD": ("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "AUD": ("Australian dollar", "Australian dollars", "cent", "cents"),
    "NZD": ("New Zealand dollar", "New Zealand dollars", "cent", "cents"),
    "CHF": ("Swiss franc", "Swiss francs", "centime", "centimes"),
    "CNY": ("yuan", "yuan", "fen", "fen"),
    "MXN": ("Mexican peso", "Mexican pesos", "centavo", "centavos"),
    "BRL": ("real", "reais", "centavo", "centavos"),
    "SEK": ("Swedish krona", "Swedish kronor", "ore", "ore"),
    "NOK": ("Norwegian krone", "Norwegian kroner", "ore", "ore"),
    "DKK": ("Danish krone", "Danish kroner", "ore", "ore"),
    "PLN": ("zloty", "zlotys", "grosz", "groszy"),
    "SGD": ("Singapore dollar", "Singapore dollars", "cent", "cents"),
    "HKD": ("Hong Kong dollar", "Hong Kong dollars", "cent", "cents"),
    "AED": ("dirham", "dirhams", "fils", "fils"),
    "SAR": ("riyal", "riyals", "halala", "halalas"),
}
MARKS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "US$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "Rs": "INR",
    "Rs.": "INR",
}
_MARK = r"(?P<mark>US\$|CA?\$|AU?\$|NZ\$|HK\$|S\$|R\$|[$€£¥₹₩₽]|Rs\.?)"
_CODE = "|".join(CURRENCIES)
_SPACED = r"\d{1,3}(?: \d{3})+(?![\d-]| \d)"
# As most of Europe writes it: 3.250,00 and 12,50.
_COMMA = r"(?:\d{1,3}(?:\.\d{3})+,\d\d?|\d{1,3},\d\d|\d{1,3}(?:\.\d{3}){2,5})(?![\d%]|[.,]\d)"
_NUMBER = rf"(?:{_COMMA}|{DECIMAL})"
_LATER = (
    r"(?:(?:\s?/\s?(?P<per>(?:sq|cu)\.?\s[a-z]{1,2}\b|[A-Za-z]+)\b|\s(?P<each>ea)\b)(?:\.(?=\s+[a-z]|[,;:)]))?|"
    r"\s?(?P<short>p\.?c\.?m|p\.?a|p/m|p\.?m|p\.?w|p\.?p)\b\.?|-(?P<rate>an?|per)-(?=day|week|month|year|hour)|/-|[.,][-–](?![\w$]))?"
)
_TO = r"(?:\s?[–—]\s?|-|\s-\s|\s(?P<to>to)\s)"
_SIGN = r"(?P<sign>[-+]?)"
_HEADS = ("us", "c", "ca", "a", "au", "nz", "hk", "s", "r")
# "a twenty dollar fee": the amount stands before its noun, and has no plural.
_NOUN = re.compile(
    r"[\s-](?:minimum |annual |monthly |one-time |flat |late |gift |sign-up |service |processing |application |off )?"
    r"(?:bill|fee|charge|credit|"
    r"deposit|discount|payment|copay|co-pay|coupon|"
    r"card|gift|limit|minimum|maximum|bonus|voucher|rebate|loan|fine|refund|deductible|ded|penalty|donation|check|note|prize|plan|order|purchase|"
    r"balance|ticket|policy|surcharge|premium|installment|invoice|increase|increment|transfer|withdrawal|reward|tip)\b"
)
_NOUNS = re.compile(r"\s(?:bill|note|coin|payment|installment|gift card|voucher|coupon|check|increment|ticket)s\b")
# Behind "a" almost any noun will do: "a $1,000 sofa".
_ANY_NOUN = re.compile(
    r"\s(?!(?:of|to|in|for|on|is|was|and|or|per|an?|each|every|by|from|at|with|off|more|less|now|today|will|due|as|that|which|we|you|i|it|if|"
    r"plus|minus|has|have|are|the|this|down|up|back|total|extra|when|than|until|before|after|over|under|into|out|unless|but|so)\b)[a-z]{3,}"
)
_THE = re.compile(r"\b(?:the|your|this|that|our|one|each|every|another|any)\s+$", re.IGNORECASE)
_A = re.compile(r"\ban?\s+$", re.IGNORECASE)


def _before_its_noun(text: str, start: int, end: int) -> bool:
    if _NOUNS.match(text, end):
        return True
    if _A.search(text, max(0, start - 9), start):
        return bool(_NOUN.match(text, end) or _ANY_NOUN.match(text, end))
    return bool(_NOUN.match(text, end) and _THE.search(text, max(0, start - 9), start))


_EUROPEAN = re.compile(_COMMA)


def amount(number: str, code: str) -> str:
    """The written *number* of units of the currency *code*; its parts only where there are just two."""
    return _amount(number, *CURRENCIES[code])


def _amount(number: str, one: str, many: str, part: str, parts: str) -> str:
    number = number.replace(".", "").replace(",", ".") if _EUROPEAN.fullmatch(number) else number.replace(",", "")
    whole, _, rest = number.partition(".")
    if len(rest) > 2 and rest.rstrip("0") and len(rest.rstrip("0")) > 2:
        return f"{decimal(f'{whole or 0}.{rest}')} {many}"
    cents = int(rest[:2].ljust(2, "0")) if rest else 0
    units = int(whole or 0) if len(whole) <= 15 else -1
    spoken = f"{cardinal(whole.lstrip('0') or '0')} {one if units == 1 else many}"
    if not cents:
        return spoken
    pieces = f"{english(cents)} {part if cents == 1 else parts}"
    return f"{spoken} and {pieces}" if units else pieces


def money(value: Decimal, code: str) -> str:
    """A typed amount, with any ISO code."""
    written = f"{abs(value):f}"
    words = amount(written, code) if code in CURRENCIES else f"{decimal(written)} {' '.join(code)}"
    return f"minus {words}" if value < 0 else words


def _scaled(number: str, scale: str, code: str, *, many: bool = True) -> str:
    return f"{decimal(number)} {SCALES[scale.lower()]} {CURRENCIES[code][many]}"


_BRITISH = {"pcm": "calendar month", "pa": "annum", "p/m": "month", "pm": "month", "pw": "week", "pp": "person"}


def _per(match: re.Match[str]) -> str:
    if match["rate"]:
        return f" {match['rate']} "
    if match["short"]:
        return f" per {_BRITISH[match['short'].replace('.', '')]}"
    unit = match["per"] or match["each"]
    if not unit:
        return ""
    name = units.per(unit)
    return " each" if name == "each" else f" per {name}"


def _minus(match: re.Match[str]) -> str:
    return {"-": "minus ", "−": "minus ", "–": "minus ", "+": "plus "}.get(match["sign"], "")


_EQUALS = re.compile(r"\s?=")


@book.form(
    "money",
    rf"{_SIGN}{_MARK}\s?(?P<low>{DECIMAL})(?:\s?(?P<low_scale>[KkMB]|thousand|million|billion)\b)?{_TO}(?P<again>(?P=mark))?\s?(?P<high>{DECIMAL})(?!\w*-\d){SCALE}?{_LATER}",
    at="$€£¥₹₩₽",
)
def _range(match: re.Match[str]) -> str | None:
    if match["to"] and match["again"]:
        # Two amounts, and each has its own unit.
        return None
    code = MARKS[match["mark"]]
    if _EQUALS.match(match.string, match.end()):
        # $1,000 - $250 = $750
        return None if match["low_scale"] or match["scale"] else f"{amount(match['low'], code)} minus {amount(match['high'], code)}"
    low = (
        f"{decimal(match['low'])} {SCALES[match['low_scale'].lower()]}"
        if match["low_scale"]
        else decimal(match["low"])
        if "." not in match["low"]
        else amount(match["low"], code)
    )
    noun = "-" in match[0] and _before_its_noun(match.string, match.start(), match.end())
    one, _, part, _ = CURRENCIES[code]
    if match["scale"]:
        high = _scaled(match["high"], match["scale"], code, many=not noun)
    else:
        high = _amount(match["high"], one, one, part, part) if noun else amount(match["high"], code)
    return f"{low} to {high}{_per(match)}"


# Their brackets say no more than their names.
_TAKEN_OFF = re.compile(r"\b(?:refund|credit|discount|payment|rebate)s? (?:of|is|was)\s*$", re.IGNORECASE)
_NEGATIVE = re.compile(r"(?:^|[:=]|\b(?:by|of|is|was|are|at|balance|total|loss|net))\s*$", re.IGNORECASE)


@book.form("money", r"\$(?P<amount>100|1,?000)'?s(?:\s(?:of\s)?dollars)?(?!\w)", at="$")
def _round_sums(match: re.Match[str]) -> str:
    """$1,000s, which nobody counts."""
    return f"{'hundreds' if match['amount'] == '100' else 'thousands'} of dollars"


@book.form("money", r"(?P<things>[2-9]|1[0-2])/(?=\$\d)", at=DIGITS, then="/", run=(1, 2))
def _several_for(match: re.Match[str]) -> str:
    """2/$5."""
    return f"{english(int(match['things']))} for "


@book.form(
    "money",
    rf"{_SIGN}{_MARK}\s?(?P<sign2>-?)(?P<number>{_SPACED}|{_NUMBER})(?:-(?=[A-Za-z])(?!(?:an?|per)-))?{SCALE}?(?:\s(?P<code>{_CODE})(?!\w)|\sdollars?\b)?{_LATER}(?:(?<=-)|(?!\w))",
    rf"(?P<sign>\()\s?{_MARK}\s?(?P<sign2>)(?P<number>{_NUMBER}){SCALE}?(?P<code>(?!))?{_LATER}\)",
    rf"{_MARK}(?P<sign>\()(?P<sign2>)(?P<number>{_NUMBER}){SCALE}?(?P<code>(?!))?(?P<rate>(?!))?(?P<per>(?!))?(?P<each>(?!))?(?P<short>(?!))?\)",
    at="$€£¥₹₩₽-+(",
    heads=_HEADS,
    behind="$",
)
def _marked(match: re.Match[str]) -> str | None:
    code = match["code"] or MARKS[match["mark"]]
    text, end, number = match.string, match.end(), match["number"].replace(" ", "")
    before = max(0, match.start() - 24)
    if match[0][0] == "(" and (match["per"] or not _NEGATIVE.search(text, before, match.start())):
        # An amount that says more of the words before it.
        return None
    bracketed = match["sign"] == "(" and not _TAKEN_OFF.search(text, before, match.start())
    minus = "minus " if bracketed or match["sign2"] else _minus(match)
    if match["scale"]:
        words = _scaled(number, match["scale"], code, many=not _before_its_noun(text, match.start(), end))
    elif _before_its_noun(text, match.start(), end - match[0].endswith("-")):
        one, _, part, _ = CURRENCIES[code]
        words = _amount(number, one, one, part, part)
    else:
        words = amount(number, code)
    return f"{minus}{words}{_per(match)}" + (" " if match[0].endswith("-") else "")


@book.form(
    "money",
    rf"{_SIGN}(?P<number>{_NUMBER}){SCALE}?\s?(?P<code>(?:{_CODE})\b|[€£₽₩¥₹]|\$(?!\d)){_LATER}",
    at=DIGITS + "-+.",
    then=LETTERS + " ,.$€£₽₩¥₹",
    spaced=LETTERS + "$€£₽₩¥₹",
)
def _marked_after(match: re.Match[str]) -> str:
    code = MARKS.get(match["code"], match["code"])
    words = _scaled(match["number"], match["scale"], code) if match["scale"] else amount(match["number"], code)
    return _minus(match) + words + _per(match)


@book.form(
    "money",
    rf"(?P<code>{_CODE}|Rs\.?)\s?(?P<sign>-?)(?P<number>{_NUMBER}){SCALE}?{_LATER}(?!\w)",
    heads=[*(code.lower() for code in CURRENCIES), "rs"],
    behind=DIGITS + " .-",
)
def _coded(match: re.Match[str]) -> str:
    return _marked_after(match) or ""


_RATED = re.compile(r"\s(?:an?|per|each)\b")
_HOURS = re.compile(
    r"\b(?:at|by|from|to|until|till|before|after|since|between|and|in|out|opens?|closes?|closed|closing|daily|week(?:day|end)s|-)\s?$",
    re.IGNORECASE,
)


@book.form(
    "money",
    r"(?P<number>\d{1,3}(?:\.\d)?)p(?:(?=$|[\s.,;:!?)])|/(?P<per>[A-Za-z]{2,6})(?!\w)(?:\.(?=\s+[a-z]|[,;:)]))?)",
    at=DIGITS,
    then="p.",
    run=(1, 3),
)
def _pence(match: re.Match[str]) -> str | None:
    """85p, but where it may be a time of day."""
    number = match["number"]
    if (
        len(number) < 3
        and int(number) < 13
        and not _RATED.match(match.string, match.end())
        and _HOURS.search(match.string, max(0, match.start() - 9), match.start())
    ):
        return None
    per = f" per {units.per(match['per'])}" if match["per"] else ""
    return f"{decimal(number)} {'penny' if number == '1' else 'pence'}{per}"


@book.form("money", rf"(?P<number>{DECIMAL})\s?¢{_LATER}", at=DIGITS, then=" ,.¢", spaced="¢")
def _cents(match: re.Match[str]) -> str:
    return f"{decimal(match['number'])} cent{'' if match['number'] == '1' else 's'}{_per(match)}"


# The cents of a cheque, behind its dollars in words.
CHEQUE = re.compile(r"(?<=[a-z] )and (?P<cents>\d\d)/100(?: (?P<unit>dollars?)\b|(?=\)))", re.IGNORECASE)


def cheque(match: re.Match[str]) -> str:
    """Fifty and 25/100 dollars: fifty dollars and twenty five cents."""
    unit, cents = match["unit"] or "dollars", int(match["cents"])
    return f"{unit} and {english(cents)} cent{'' if cents == 1 else 's'}" if cents else unit


book.form("money", CHEQUE.pattern, heads=("and",), flags=re.IGNORECASE)(cheque)
