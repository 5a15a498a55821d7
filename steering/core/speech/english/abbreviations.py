"""Abbreviations: vs. · e.g. · approx. · appt. · No. 5 · dep. $100 · P.S."""

from __future__ import annotations

import re
from collections.abc import Callable

from steering.core.speech.english.book import book
from steering.core.speech.english.codes import announced, grouped
from steering.core.speech.english.sentences import stop
from steering.core.speech.english.shortened import (
    BEFORE_NOUNS,
    BEFORE_NUMBERS,
    BESIDE_AMOUNTS,
    CONTRACTED,
    DEPARTMENTS,
    LATIN,
    NEEDS_DOT,
    NO_WORDS,
    PLAIN,
    SIZES,
)
from steering.core.speech.english.words import value
from steering.core.speech.forms import GLUED
from steering.core.speech.integers import english

_CHANNEL = re.compile(r"\b(?:TV|band|[25] ?GHz|watch|news|cable|remote|DVR|router|Wi-?Fi)\b", re.IGNORECASE)
# Before the start of a count, a code or a date, an estimate; before a year, a foundation.
_FOUNDED = re.compile(r"\s?(?:1[5-9]|20)\d\d\b")
_FROM_TO = re.compile(r"\s?\d+\s?[-–&]\s?\d")
# A form of the tax office: Sched. C.
_LETTER_NEXT = re.compile(r" [A-Z](?![\w'])")
# A card that is told apart by its last day.
_EXPIRING = re.compile(r"\s?[\d/]+\s(?:was|is|has|will|did|could|can)\b")
_WORKED = re.compile(r"\b(?:years?|yrs?\.?|months?|mos?\.?|work|job)(?:'|\sof)?\s$", re.IGNORECASE)
_GRANTED = re.compile(r"\s(?:(?:for|to|by|on|users?|signers?)\b|[$£€])")
_HEADLINE = re.compile(r"\s+[A-Z]{2}|\s*[#\d]")
_AIRPORT = re.compile(r"\s[A-Z]{3}\b")
_NUMBER_NEXT = re.compile(r"\s?(?:#|no\b|number\b|code\b|\d|[IVXL]+\b|[A-Z]\b)", re.IGNORECASE)


@book.form(
    "name",
    rf"(?P<word>{'|'.join(CONTRACTED)})\.?(?!\w)",
    words={word.partition("'")[0] for word in CONTRACTED},
    flags=re.IGNORECASE,
)
def _contracted(match: re.Match[str]) -> str:
    word = CONTRACTED[match["word"].lower()]
    return (word.capitalize() if match[0][0].isupper() else word) + stop(match)


@book.form("name", r"(?P<word>[A-Za-z]{2,7})\.", words=PLAIN, behind=".")
def _abbreviation(match: re.Match[str]) -> str | None:
    written, text, start, end = match["word"], match.string, match.start(), match.end()
    if text[start - 1 : start] == "-" or (written.isupper() and not _HEADLINE.match(text, end, end + 12)):
        # "1099-MISC." and "plug-ins." are no abbreviations.
        return None
    word = written.lower()
    spoken = _BY_CONTEXT[word](text, start, end) if word in _BY_CONTEXT else PLAIN[word]
    if written[0].isupper():
        spoken = spoken.capitalize()
    if word == "sched" and spoken.lower() == "schedule":
        return spoken
    if word in BEFORE_NUMBERS:
        # "5 sec." was taken for a measure; "the art." ends a sentence.
        travel = word in ("lv", "arr", "dep") and _AIRPORT.match(text, end)
        if not travel and not _NUMBER_NEXT.match(text, end, end + 12):
            return None
        return spoken + "s" * (word in ("gr", "rm", "ch", "sec", "art", "fig", "vol") and _FROM_TO.match(text, end) is not None)
    ends = stop(match)
    if word in NEEDS_DOT and word not in NO_WORDS and word not in ("fl", "rm") and (ends or written[0].isupper()):
        return None
    if ends and word in ("max", "min", "info", "fl", "temp", "ref", "tel"):
        return None
    return spoken if word in ("approx", "vs", "incl", "excl") else spoken + ends


def _experience(text: str, start: int, end: int) -> str:
    if _WORKED.search(text, max(0, start - 12), start):
        return "experience"
    return "expiring" if text[start - 1 : start] == "(" or _EXPIRING.match(text, end) else "expires"


# What is read by the words around it: the text, and where the word begins and ends.
_BY_CONTEXT: dict[str, Callable[[str, int, int], str]] = {
    "sched": lambda text, start, end: "schedule" if _LETTER_NEXT.match(text, end) else "scheduled",
    "est": lambda text, start, end: "established" if _FOUNDED.match(text, end) else "estimated",
    "auth": lambda text, start, end: "authorized" if _GRANTED.match(text, end) else "authorization",
    "ch": lambda text, start, end: "channel" if _CHANNEL.search(text) else "chapter",
    "exp": _experience,
}


@book.form(
    "name",
    r"vs(?=[\s;,]|$)|(?<=[A-Za-z]\s)v\.?(?=\s[A-Z][a-z])|[Ee]xp(?=:?\s\d\d?/\d)|[Tt]xn(?=\s)|(?:[Cc]onf|[Rr]ef)(?=\s?#|:?\s[A-Z]*-?\d|\s(?:no|number|code)\b)|[Mm]sgs?(?=\W|$)|pymt(?=\W|$)|approx(?=\s)|appt(?=\s|$)|etc(?=\W|$)|[Aa]cct(?=\s)|[Pp]l[sz](?=[\s,])|[Ss]td(?=\s)|[Cc]hk(?=\s#)|[Rr]es(?=\s#)|wknd(?=\W|$)|rcvd(?=\W|$)|dept(?=\s)|[Aa](?:ppt|cct)s(?=\W|$)|[Pp]kgs?(?![\w-])|[Pp]mts?(?=\W|$)|mbrs?(?=\W|$)|avg(?=\s)|qty(?=\s)|(?<!-)thru(?=\s)|max(?=\s(?:is|was|of|per)\b)|mins?(?=\s(?:left|late|ago))|mtgs?(?=\W|$)|[Tt]xt(?=\s)|mthly(?=\W|$)|mths?(?=\W|$)|tmrw(?=\W|$)|[Tt]hx(?=\W|$)|recd(?=\W|$)|reqd(?=\W|$)|hrs(?=\W|$)|(?<=\d\s)hwy(?=\W|$)|govt(?=\s)",
    words=(
        "vs",
        "v",
        "exp",
        "txn",
        "conf",
        "ref",
        "msg",
        "msgs",
        "pymt",
        "approx",
        "appt",
        "etc",
        "acct",
        "dept",
        "hrs",
        "hwy",
        "govt",
        "mins",
        "appts",
        "accts",
        "pkg",
        "pkgs",
        "pmt",
        "pmts",
        "mbr",
        "mbrs",
        "avg",
        "qty",
        "thru",
        "max",
        "pls",
        "plz",
        "std",
        "chk",
        "res",
        "wknd",
        "rcvd",
        "mtg",
        "mtgs",
        "txt",
        "mth",
        "mths",
        "mthly",
        "tmrw",
        "thx",
        "recd",
        "reqd",
    ),
)
def _without_dot(match: re.Match[str]) -> str:
    words = PLAIN.get(match[0].lower(), "versus")
    return words.capitalize() if match[0][0].isupper() else words


_NO_LETTERS = re.compile(r"[^a-z/]")


@book.form(
    "name",
    r"(?:[Ee]\.\s?g\.|[Ii]\.\s?e\.|[Aa]\.k\.a\.|a/k/a|d/b/a|c/o|w/o(?:ut)?(?!\w)|w/in(?!\w)|b/[cw](?!\w)|[Nn]/[AaCc](?!\w)|[SsPp]/[Nn](?!\w)|[Pp]/[Uu](?!\w)|[Ff]/[Uu](?!\w)|[bc]/f(?!\w)|[Aa]/[Cc](?!\w)|[Pp]\.\s?[Ss]\.)(?P<comma>,?)|w/(?=[\sA-Za-z]|$)",
    heads=("e", "i", "a", "d", "c", "w", "p", "b", "n", "s", "f"),
    behind="./",
)
def _latin(match: re.Match[str]) -> str:
    bare = _NO_LETTERS.sub("", match[0].lower())
    if bare == "a/c":
        # An account where a number follows, else the air conditioning.
        return "account" if re.match(r"\s(?:no\b|number|#|\d)", match.string[match.end() :]) else "A C"
    words = LATIN[bare]
    if match[0][0].isupper() and bare in ("eg", "ie", "aka", "c/o", "w/o", "w/out", "w/", "s/n", "p/n", "p/u"):
        words = words.capitalize()
    if bare in ("eg", "ie"):
        return words + ","
    return words + " " if bare == "w/" else words + match["comma"]


@book.form(
    "name",
    r"(?:[Nn]o\.|[Nn]r\.|N[º°]\.?|№)\s?(?:(?P<number>\d+)(?!\w|[.,:/]\d|-\w| \d)|(?=[A-Z]*-?\d|[A-Z]{2,3} \d|[A-Z]{1,5}/\d)|(?=of\s))",
    heads=("no", "nr", "nº", "n"),
    at="№",
    behind=".º°",
)
def _number(match: re.Match[str]) -> str:
    number = match["number"]
    if number is None:
        return "Number " if match[0][0] == "N" else "number "
    code = len(number) > 3 or number[0] == "0" or (len(number) > 2 and announced(match.string, match.start()))
    words = grouped(number) if code else english(value(number))
    return f"{'Number' if match[0][0] == 'N' else 'number'} {words}"


_IS = re.compile(r"\s(?:is|was|will)\b")
_THE = re.compile(r"\b(?:the|your|our|this|which|\d{1,2}[- ]digit)\s$", re.IGNORECASE)


@book.form("name", r"no\.(?=\s[a-z(])", heads=("no",))
def _number_of(match: re.Match[str]) -> str | None:
    """An account no. that is still to be said."""
    text, start = match.string, match.start()
    said = (
        start
        and text[start - 1] == " "
        and (announced(text, start) or _IS.match(text, match.end()) or _THE.search(text, max(0, start - 12), start))
    )
    return "number" if said else None


@book.form("name", r"(?P<word>[Nn]o\.(?=:)|(?<!\b[Ii]n )[Rr]e:(?=\s))", words=("no", "re"))
def _before_colon(match: re.Match[str]) -> str:
    """Tracking no.: 12, and re: your order."""
    words = "number" if match["word"][-1] == "." else "regarding"
    return words.capitalize() if match["word"][0].isupper() else words


@book.form("name", r"Rx(?!\w)", words=("rx",))
def _prescription(match: re.Match[str]) -> str:
    # "your prescription, Rx number 12"
    return "R X" if match.string.endswith("rescription, ", 0, match.start()) else "prescription"


@book.form(
    "name",
    r"(?P<word>[Tt]el|[Pp]h|[Aa]ttn|Acct|Ref|Appt|Qty|Amt|Bal|Temp|Avg|Max|Min|Addr|Dept|Wt|Ht|[Pp]wd?)(?=:|\s#)",
    words=("pw", "pwd", "tel", "ph", "attn", "qty", "amt", "bal", "temp", "avg", "max", "min", "addr", "dept", "wt", "ht"),
)
def _heading(match: re.Match[str]) -> str:
    words = "phone" if match["word"].lower() == "ph" else PLAIN[match["word"].lower()]
    return words.capitalize() if match["word"][0].isupper() else words


@book.form("name", r"(?P<letters>(?:[A-Z]\.){2,6}|a\.s\.a\.p\.|[ap]\.m\.)", at=GLUED, glue=".")
def _initials(match: re.Match[str]) -> str | None:
    letters = match["letters"].replace(".", "").upper()
    if letters in ("AM", "PM"):
        after_hour = re.search(r"\d\s?$", match.string[max(0, match.start() - 2) : match.start()])
        return None if after_hour else letters + stop(match)
    return " ".join(letters) + (stop(match) if not re.match(r"\s+[A-Z]", match.string[match.end() :]) else "")


@book.form("name", rf"(?<= of )(?P<word>{'|'.join(DEPARTMENTS)})\.", words=DEPARTMENTS, flags=re.IGNORECASE)
def _department(match: re.Match[str]) -> str | None:
    at = match.start() - 4
    if not _OFFICE.search(match.string, max(0, at - 10), at):
        return None
    return DEPARTMENTS[match["word"].lower()] + stop(match)


_OFFICE = re.compile(r"\b(?:Dept\.?|Department|Div\.?|Division|Bureau)$")
_CUT_OFF = re.compile(r"\s(?:notice|date|order|fee|warning)\b")
_AN_AMOUNT = re.compile(r"[$£€][\d,.]+\s$|\d\s?%\s$")


@book.form(
    "name",
    rf"(?P<word>{'|'.join(BESIDE_AMOUNTS)})\.(?P<amount>(?=\s(?:of\s)?[$£€]\d))?(?P<rate>(?<=[Ii]nt\.)(?=\srates?\b))?",
    words=("disc",),
    heads=BESIDE_AMOUNTS,
    flags=re.IGNORECASE,
)
def _beside_an_amount(match: re.Match[str]) -> str | None:
    """$212.77 int., dep. $100."""
    behind = _AN_AMOUNT.search(match.string, max(0, match.start() - 16), match.start())
    if match["word"].lower() == "disc" and not behind and _CUT_OFF.match(match.string, match.end()):
        return f"{match[0][0]}isconnection"
    if not behind and match["amount"] is None and match["rate"] is None:
        return None
    words = BESIDE_AMOUNTS[match["word"].lower()]
    return (words.capitalize() if match[0][0].isupper() else words) + stop(match)


@book.form(
    "name",
    r"(?<!\d )(?:[Mm]in|[Mm]ax)(?=\s[$£€\d])|[Ii]ncl(?=\s)|(?:[Yy]r|[Ww]k)(?=\s\d{1,2}\b)",
    heads=("min", "max", "yr", "wk"),
    words=("incl",),
)
def _before_what_it_counts(match: re.Match[str]) -> str:
    words = PLAIN[match[0].lower()]
    return words.capitalize() if match[0][0].isupper() else words


@book.form("name", r"c\.(?=\s?(?:[£$€]|1\d\d\d\b))", heads=("c",), behind=".")
def _circa(match: re.Match[str]) -> str:
    return "circa"


@book.form("name", r"(?<=\d )(?P<size>lg|med|sm)\.", words=SIZES)
def _size(match: re.Match[str]) -> str:
    """1 lg. and 2 sm."""
    return SIZES[match["size"]] + stop(match)


@book.form("name", r"(?<=per )(?:occ|gal)\.", words=("occ", "gal"))
def _per(match: re.Match[str]) -> str:
    return {"o": "occurrence", "g": "gallon"}[match[0][0]]


@book.form(
    "name",
    "|".join(rf"{cut}(?=\s(?:{nouns})\b)" for cut, (_, nouns) in BEFORE_NOUNS.items()),
    words=[re.split(r"\W", cut)[0] for cut in BEFORE_NOUNS],
    flags=re.IGNORECASE,
)
def _before_its_noun(match: re.Match[str]) -> str:
    words = _CUT[match[0].rstrip(".").lower()]
    return words.capitalize() if match[0][0].isupper() else words


_CUT = {re.split(r"\W", cut)[0]: words for cut, (words, _) in BEFORE_NOUNS.items()}


@book.form("name", r"Ph\.\s?D\.?", words=("ph",))
def _doctorate(match: re.Match[str]) -> str:
    return "P H D" + stop(match)


@book.form("name", r"pp?\.\s?(?=\d)", heads=("p", "pp"), behind=".")
def _page(match: re.Match[str]) -> str:
    return "page " if match[0][1] == "." else "pages "
