"""Telephone numbers, digit by digit in groups: 1-800-555-0199 · (212) 555-0147 · +44 20 7946 0018 · ext. 42."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.words import counts_something, digits
from steering.core.speech.forms import DIGITS, LETTERS
from steering.core.speech.grouping import in_threes, international
from steering.core.speech.integers import english

_EXTENSION = r"(?:,?\s?(?:ext\.?|extension|x)\s?(?P<ext>\d{1,6}))?"
_SEP = r"[-. –]"
_END = r"(?![\w%]|-\d|[.,]\d)"


def phone(number: str) -> str:
    """A telephone number in any written form, grouped as it is written or, without groups, as it is read out."""
    bare, groups = re.sub(r"\D", "", number), re.findall(r"\d+", number)
    plus = "plus " if number.strip().startswith("+") else ""
    if len(bare) == 11 and bare[0] == "1":
        return f"{plus}one, {_national(bare[1:])}"
    if plus:
        return plus + ", ".join(map(digits, groups if len(groups) > 1 else international(bare)))
    # No area of North America begins with 0.
    if len(bare) == 10 and bare[0] != "0":
        return _national(bare)
    if len(bare) == 7:
        return f"{digits(bare[:3])}, {digits(bare[3:])}"
    return ", ".join(map(digits, groups if len(groups) > 1 else in_threes(bare)))


def _national(ten: str) -> str:
    area = f"{english(int(ten[0]))} hundred" if ten[:3] in ("800", "900") else digits(ten[:3])
    return f"{area}, {digits(ten[3:6])}, {digits(ten[6:])}"


def _extension(match: re.Match[str]) -> str:
    return f", extension {digits(match['ext'])}" if match["ext"] else ""


@book.form("telephone", rf"(?P<number>[2-9]\d\d[2-9]\d{{6}}){_EXTENSION}{_END}", at=DIGITS, run=(10, 10))
@book.form("telephone", rf"(?P<number>[2-9]\d\d-\d{{4}}){_EXTENSION}{_END}", at=DIGITS, then="-", run=(3, 3))
@book.form("telephone", rf"(?P<number>\d{{3}} \d{{3}}[ -]\d{{4}}){_EXTENSION}{_END}", at=DIGITS, then=" ", run=(3, 3), spaced=DIGITS)
@book.form(
    "telephone",
    rf"(?P<number>(?:(?:\+?1{_SEP}?\s?)?\(\d{{3}}\)[-. ]?{_SEP}?|\+?1{_SEP}\d{{3}}{_SEP}|"
    rf"\d{{3}}[-.–])\d{{3}}{_SEP}\d{{4}}){_EXTENSION}{_END}",
    at=DIGITS + "+(",
    then="-. –(",
    run=(1, 3),
    spaced=DIGITS + " (",
)
def _american(match: re.Match[str]) -> str:
    return phone(match["number"]) + _extension(match)


@book.form("telephone", rf"(?P<number>\+\d{{1,3}}(?:[-. ]?\(?\d{{1,5}}\)?){{1,6}}){_EXTENSION}(?!\w)", at="+")
def _international(match: re.Match[str]) -> str | None:
    # "+44 (0)20" has a zero that is dialled only at home.
    number = re.sub(r"\(0\)", "", match["number"])
    return phone(number) + _extension(match) if len(re.sub(r"\D", "", number)) > 6 else None


@book.form(
    "telephone",
    rf"(?P<number>0\d{{2,4}}[- ]\d{{3,6}}(?:[- ]\d{{3,4}})?){_END}",
    rf"(?P<number>0\d (?:\d{{3,4}} \d{{4}}|\d\d(?: \d\d){{3}})){_END}",
    rf"(?P<number>\(0\d{{1,4}}\) ?\d{{3,6}}(?:[- ]\d{{3,4}})?){_END}",
    rf"(?P<number>(?:011|00)[- ]\d{{1,3}}(?:[- ]\d{{2,4}}){{2,4}}){_END}",
    at=DIGITS + "(",
    then="- ",
    run=(2, 5),
    spaced=DIGITS,
)
def _with_trunk_zero(match: re.Match[str]) -> str | None:
    if sum(map(str.isdigit, match["number"])) < 9:
        return None
    return ", ".join(map(digits, re.findall(r"\d+", match["number"])))


@book.form("telephone", r"13 \d\d \d\d(?![\w%-])", r"1[38]00 \d{3} \d{3}(?![\w%-])", at=DIGITS, then=" ", run=(2, 4), spaced=DIGITS)
def _australian(match: re.Match[str]) -> str:
    return ", ".join(map(digits, match[0].split()))


@book.form(
    "telephone",
    r"(?P<start>1[- ])?(?P<area>8(?:00|33|44|55|66|77|88))[- ](?P<word>[A-Z0-9]+(?:[-][A-Z0-9]+)*)(?!\w)",
    at=DIGITS,
    then="- ",
    run=(1, 3),
    spaced=DIGITS + LETTERS,
)
def _vanity(match: re.Match[str]) -> str | None:
    word = match["word"]
    if sum(c.isalnum() for c in word) < 6 or not re.search("[A-Z]", word):
        return None
    area = "eight hundred" if match["area"] == "800" else digits(match["area"])
    groups = (digits(part) if part.isdigit() else " ".join(re.findall(r"[A-Z]{2,}|[A-Z0-9]", part)) for part in word.split("-"))
    return ("one, " if match["start"] else "") + f"{area}, {' '.join(digits(group) for group in groups)}"


@book.form("telephone", r"1-(?P<area>8(?:00|33|44|55|66|77|88))(?![\w%]|[-.,:/ ]\d)", at=DIGITS, then="-", run=(1, 1))
def _toll_free(match: re.Match[str]) -> str | None:
    """Its beginning alone: a 1-800 number."""
    if counts_something(match.string, match.end()) and not match.string.startswith(" number", match.end()):
        return None
    return f"one, {'eight hundred' if match['area'] == '800' else digits(match['area'])}"


_SHORT = re.compile(
    r"\b(?:dial|call|calling|text|texting|phone|to|text(?:ing)? (?:us|me) at|(?:texts?|messages?|sms|alerts?|codes?) from)\s+$",
    re.IGNORECASE,
)


@book.form(
    "telephone", r"(?P<number>[2-9]11)(?!\d|[.,:/%-]\d|\s?[$%°])", r"(?P<number>988|\d{5,7})(?!\w|[.,:/%-]\d)", at=DIGITS, run=(3, 7)
)
def _service(match: re.Match[str]) -> str | None:
    before = match.string[max(0, match.start() - 16) : match.start()]
    if len(match["number"]) == 7 and match["number"].startswith("555"):
        return phone(match["number"])
    if match["number"] in ("911", "411", "311", "211", "511", "611", "711", "811", "988") or _SHORT.search(before):
        # "sent to 211 people" counts.
        return (
            None
            if re.match(r"\s+[a-z]+s\b(?<!\bis)(?<!\bservices)", match.string[match.end() :]) and match["number"] != "911"
            else phone(match["number"])
            if len(match["number"]) == 7
            else digits(match["number"])
        )
    return None


_TEXTED = re.compile(r"\b(?:text|texting|send|reply)\b[^.]{0,24}\bto\s$", re.IGNORECASE)


@book.form("telephone", r"\d{3}-\d{3}(?![\w-])", at=DIGITS, then="-", run=(3, 3))
def _short_code(match: re.Match[str]) -> str | None:
    return ", ".join(map(digits, match[0].split("-"))) if _TEXTED.search(match.string, max(0, match.start() - 36), match.start()) else None


_CARD = re.compile(
    r"\b(?:(?:transfer(?:red)?|payment|deposit|withdrawal|moved?)\b[^.]{0,36}\b(?:from|to)|card|account|acct\.?|ending|ends|visa|mastercard|amex|debit|credit|checking|savings)(?:\s(?:in|with))?\s$",
    re.IGNORECASE,
)


_REACHED = re.compile(r"\b(?:call|dial|reach|phone|at|line|desk|me|us|\d{4}),?\s$", re.IGNORECASE)


_RUNG = re.compile(r"\b(?:dial(?:ling)?|ring(?:ing)?|NHS|te?xt) $", re.IGNORECASE)
_CALLED = frozenset({"999", "112", "111", "101", "105", "119", "000"})


@book.form("telephone", r"\d{3,4}(?![\w%]|[.,:/-]\d)", at=DIGITS, run=(3, 4))
def _rung(match: re.Match[str]) -> str | None:
    """The short numbers of other countries, behind a word that dials them."""
    before = match.string[max(0, match.start() - 9) : match.start()]
    called = _RUNG.search(before) or (match[0] in _CALLED and _SHORT.search(before))
    return digits(match[0]) if called and not counts_something(match.string, match.end()) else None


@book.form("telephone", r"(?:(?:ext\.?|extension)\s?#?|x)(?P<number>\d{1,6})(?!\w)", heads=("ext", "extension", "x"), flags=re.IGNORECASE)
def _extension_alone(match: re.Match[str]) -> str | None:
    if (match[0][0] == "X" or (match[0][0] == "x" and len(match["number"]) < 3)) and not _REACHED.search(
        match.string, max(0, match.start() - 24), match.start()
    ):
        return None
    if match[0][0] in "xX" and _CARD.search(match.string, max(0, match.start() - 56), match.start()):
        return None
    return f"extension {digits(match['number'])}"


_KEYS = {"*": "star", "#": "pound"}


@book.form("telephone", r"(?:[*#]{1,2}\d{2,3}(?:\*\d{1,16}){1,4}|\*#\d{2,3}|##\d{2,3}|\*\*\d{2,3})#?(?![\w*])", at="*#")
def _network_code(match: re.Match[str]) -> str:
    """What is dialled to set up a line: *21*5550142#, *#06#."""
    return " ".join(_KEYS.get(part) or digits(part) for part in re.findall(r"\d+|\D", match[0]))


@book.form("telephone", r"(?P<key>[*#])(?P<number>\d{2,3})(?P<pound>#?)(?![\w*])", at="*#")
def _star_code(match: re.Match[str]) -> str | None:
    """*67, and #31# with its pound at the end."""
    if match["key"] == "#" and not match["pound"]:
        return None
    return f"{'star' if match['key'] == '*' else 'pound'} {digits(match['number'])}{' pound' if match['pound'] else ''}"
