"""Codes, read letter by letter and digit by digit: confirmation AB12CD · ZIP 02139 · PIN 4512 · order #7781 · flight UA 205."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.words import counts_something, digits, value
from steering.core.speech.forms import DIGITS, GLUED, LETTERS
from steering.core.speech.integers import english

_LINK = (
    r"(?:\s*(?:(?:number|numbers|no\.?|num\.?|code|codes|id|ids|pin|digits|is|are|was|of|your|the|with|in|and|"
    r"or|:|,|#|-)(?![\w-])\s*)){0,3}"
)
# What announces a code, and what may stand between it and the number.
_ANNOUNCED = re.compile(
    r"(?:"
    r"(?:ending|ends|end)\s+(?:in|with)|beginning\s+with|starting\s+with|(?:last|first)\s+(?:four|4|three|3|five|5|six|6)(?:\s+digits)?"
    r"|\b(?:confirmation|otp|pin|pins|passcode|password|passcodes|zip(?:\s+code)?|postal\s+code|area\s+code|access\s+code|promo\s+code|code|ssn|social\s+security|social"
    r"|account|acct\.?|routing|reference|ref\.?|invoice|tracking|serial|member|membership|policy|claim|case|ticket|order|card|license|licence|registration"
    r"|reservation|booking|badge|employee|customer|prescription|rx|group|id|mrn|vin|tax|transaction|extension|ext\.?|loan|number|no\.)"
    r")" + _LINK + r"\s*$",
    re.IGNORECASE,
)
_LAST_WORDS = frozenset(re.findall(r"[a-z]+", re.sub(r"\\.", " ", _ANNOUNCED.pattern)))
_COUNTED_NEXT = re.compile(
    r"\s+(?:of|out of|or more|or less|dollars?|cents?|percent|days?|hours?|minutes?|weeks?|months?|years?|times?|points?|items?|am|pm)\b",
    re.IGNORECASE,
)


def announced(text: str, start: int) -> bool:
    """Whether the words before *start* announce a code."""
    before = text[max(0, start - 48) : start]
    # The search is slow and mostly in vain: look at the last word first.
    last = before.rstrip(" :,#-\n").rpartition(" ")[2].lower()
    return last.strip(".:,(") in _LAST_WORDS and _ANNOUNCED.search(before) is not None


def spelled(text: str) -> str:
    """Letters and digits of *text* one by one, with a pause where it is divided."""
    parts = re.findall(r"[^\W_]+", text)
    return ", ".join(digits(" ".join(part)).upper() if part.isalpha() else _letters_and_digits(part) for part in parts)


def _letters_and_digits(part: str) -> str:
    return " ".join(digits(c) if c.isdigit() else c.upper() if c.isascii() else c for c in part)


@book.form(
    "code",
    r"\d{3}-\d\d-\d{4}(?![\w-])",
    r"\d{4}([ -])\d{4}(?:\1\d{4}){1,3}(?![\w-])",
    r"\d{4}([ -])\d{6}\1\d{5}(?![\w-])",
    r"(?:\d{1,8}-){2,5}\d{1,8}(?![\w-])",
    at=DIGITS,
    then=" -",
)
def _grouped(match: re.Match[str]) -> str:
    parts = re.findall(r"\d+", match[0])
    return (" " if max(map(len, parts)) == 1 else ", ").join(map(digits, parts))


@book.form("code", r"(?:[xX*]{2,16}[- ]?){1,4}(?P<rest>\d{2,6})(?!\w)", at="*" + GLUED)
def _masked(match: re.Match[str]) -> str:
    said = re.search(r"\bend(?:ing|s)(?P<in>\s+(?:in|with))?\s*$", match.string[max(0, match.start() - 16) : match.start()])
    if said:
        return digits(match["rest"]) if said["in"] else f"in {digits(match['rest'])}"
    return f"ending in {digits(match['rest'])}"


@book.form(
    "code",
    r"\d{5}-\d{4}(?![\w-])",
    r"\d[\d-]*\d(?![\w%]|[.,:/]\d)|\d(?!\w|[.,:/%]\d)",
    r"\d{1,4}(?: \d{2,4}){1,4}(?![\w%]|[.,:/]\d)",
    at=DIGITS,
)
def _after_its_name(match: re.Match[str]) -> str | None:
    text, start, end = match.string, match.start(), match.end()
    # "caller number 12" counts; "PIN 0042" does not.
    if len(match[0]) < 3 and match[0][0] != "0":
        return None
    if not announced(text, start) or (_COUNTED_NEXT.match(text, end) or counts_something(text, end)):
        return None
    return ", ".join(map(digits, re.findall(r"\d+", match[0])))


@book.form("code", r"#\s?(?P<code>[A-Za-z]{0,4}-?\d[\w-]*)", at="#")
def _hash(match: re.Match[str]) -> str:
    code = match["code"]
    before = match.string[max(0, match.start() - 48) : match.start()]
    named = re.search(r"\b(?:number|no\.?|code|id)[\s:]*$", before, re.IGNORECASE)
    words = digits(code) if code.isdigit() and (len(code) > 3 or _ANNOUNCED.search(before)) else spelled(code)
    if code.isdigit() and len(code) < 4 and not _ANNOUNCED.search(before):
        words = english(value(code))
    return words if named else f"number {words}"


@book.form(
    "code",
    r"[Ff]light\s+(?:[Nn]umber\s+|[Nn]o\.\s+|#\s?)?(?P<airline>[A-Z]{2}|[A-Z]\d|\d[A-Z])?\s?-?(?P<number>\d{1,4})(?!\w)",
    heads=("flight",),
)
def _flight(match: re.Match[str]) -> str | None:
    number = f"{spelled(match['airline'])} {digits(match['number'])}" if match["airline"] else digits(match["number"])
    named = "number " if re.search(r"umber|[Nn]o\.|#", match[0]) else ""
    return f"{match[0][0]}light {named}{number}"


@book.form(
    "code",
    r"401\s?\(?[kK]\)?(?!\w)|403\s?\(?[bB]\)?(?!\w)|529(?=\s(?:plan|account|college))|501\s?\(?[cC]\)?(?:\(?3\)?)?(?!\w)|1099(?:-[A-Z]+)?|1040(?:-?[A-Z]+)?(?=\s(?:form|tax))",
    at=DIGITS,
)
def _tax_names(match: re.Match[str]) -> str:
    number, letters = re.match(r"\d+", match[0]), re.sub(r"[\d\W]", "", match[0])
    assert number is not None
    text = number[0]
    pairs = f"{english(int(text[:-2]))} {'oh ' if text[-2] == '0' else ''}{english(int(text[-2:]))}"
    three = " three" if match[0].rstrip(")").endswith("3") and text == "501" else ""
    return f"{pairs} {' '.join(letters)}".strip().replace(" c", " c") + three


@book.form("code", r"24\s?[/xX]\s?7(?:\s?/\s?365)?(?![\d/])", at=DIGITS, then=" /xX")
def _always(match: re.Match[str]) -> str:
    return "twenty four seven" + (" three sixty five" if match[0].endswith("365") else "")


@book.form(
    "code",
    r"(?P<tech>[345]G|[234]D|[1248]K|2FA|B2B|B2C|MP3|MP4|H2O|W-?2s?|W-?4|W-?9|V-?8|A1C|Y2K|G20|G7|COVID-19|Wi-?Fi|WiFi)(?!\w)",
    at=DIGITS + GLUED,
    then=LETTERS,
)
def _known(match: re.Match[str]) -> str:
    if match[0].startswith("COVID"):
        return "COVID nineteen"
    if match[0].startswith("Wi"):
        return match[0]
    return " ".join(english(int(part)) if part.isdigit() else " ".join(part) for part in re.findall(r"\d+|[A-Za-z]+", match[0]))
