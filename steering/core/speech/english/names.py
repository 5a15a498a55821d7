"""Titles, names and abbreviations: Mr. and Mrs. · Jr. · Inc. · vs. · e.g. · approx. · No. 5 · St. Mary's."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.words import digits, value
from steering.core.speech.integers import english

_TITLES = {
    "mr": "Mister",
    "mrs": "Missus",
    "ms": "Miz",
    "prof": "Professor",
    "sgt": "Sergeant",
    "capt": "Captain",
    "lt": "Lieutenant",
    "col": "Colonel",
    "gen": "General",
    "rev": "Reverend",
    "hon": "Honorable",
    "sen": "Senator",
    "rep": "Representative",
    "gov": "Governor",
    "pres": "President",
    "messrs": "Messrs",
    "cmdr": "Commander",
    "maj": "Major",
    "supt": "Superintendent",
    "mt": "Mount",
    "ft": "Fort",
    "atty": "Attorney",
}
_AFTER_NAMES = {
    "jr": "Junior",
    "sr": "Senior",
    "inc": "Incorporated",
    "corp": "Corporation",
    "ltd": "Limited",
    "co": "Company",
    "bros": "Brothers",
    "dept": "Department",
    "esq": "Esquire",
    "assn": "Association",
    "univ": "University",
    "intl": "International",
    "mfg": "Manufacturing",
    "govt": "Government",
}
_PLAIN = {
    "vs": "versus",
    "approx": "approximately",
    "appt": "appointment",
    "acct": "account",
    "est": "established",
    "min": "minimum",
    "max": "maximum",
    "misc": "miscellaneous",
    "temp": "temperature",
    "tel": "telephone",
    "incl": "including",
    "excl": "excluding",
    "etc": "et cetera",
    "info": "info",
    "dept": "department",
    "mgmt": "management",
    "mgr": "manager",
    "asst": "assistant",
    "avg": "average",
    "qty": "quantity",
    "amt": "amount",
    "pkg": "package",
    "ref": "reference",
    "ext": "extension",
    "hrs": "hours",
    "hr": "hour",
    "mins": "minutes",
    "secs": "seconds",
    "yrs": "years",
    "yr": "year",
    "wks": "weeks",
    "wk": "week",
    "mos": "months",
    "addl": "additional",
    "attn": "attention",
    "cont": "continued",
    "fig": "figure",
    "vol": "volume",
    "pp": "pages",
    "exp": "expires",
    "ch": "chapter",
    "govt": "government",
    "apt": "apartment",
    "ste": "suite",
    "bldg": "building",
    "fl": "floor",
    "rm": "room",
}
_NEEDS_DOT = frozenset(
    {
        "exp",
        "min",
        "max",
        "est",
        "temp",
        "ref",
        "fig",
        "ch",
        "fl",
        "info",
        "co",
        "rep",
        "gov",
        "gen",
        "sen",
        "hon",
        "col",
        "mt",
        "ft",
        "lt",
        "pres",
        "cont",
        "tel",
        "vol",
        "rev",
        "maj",
        "supt",
        "amt",
        "avg",
        "hr",
        "yr",
        "wk",
        "mos",
        "pp",
        "rm",
        "corp",
        "inc",
        "ltd",
        "prof",
    }
)


def _stop(match: re.Match[str]) -> str:
    """The dot of an abbreviation is also the end of its sentence at the end or before a capital."""
    return "." if match[0].endswith(".") and re.match(r"\s*$|\s+[\"“]?[A-Z]", match.string[match.end() :]) else ""


@book.form("name", r"(?P<word>[A-Z][a-z]{1,5})\.?(?=\s+[A-Z])", words=_TITLES)
def _title(match: re.Match[str]) -> str | None:
    word = match["word"].lower()
    if word in _NEEDS_DOT and not match[0].endswith("."):
        return None
    return _TITLES[word]


@book.form("name", r"(?P<word>[A-Za-z]{2,5})\.", words=("mr", "mrs", "ms"))
def _title_alone(match: re.Match[str]) -> str:
    return _TITLES[match["word"].lower()] + _stop(match)


@book.form("name", r"(?P<word>Jr|Sr|Inc|Corp|Ltd|Co|Bros|Dept|Esq|Assn|Univ|Intl|Mfg|Govt)(?P<dot>\.?)(?![\w.]\w|-)", words=_AFTER_NAMES)
def _after_name(match: re.Match[str]) -> str | None:
    word = match["word"].lower()
    before = match.string[max(0, match.start() - 24) : match.start()]
    if not match["dot"] and word in ("co", "sr", "univ", "intl", "corp"):
        return None
    if not match["dot"] and not re.search(r"[A-Z][\w'.-]*,?\s$", before):
        return None
    # "Sr. Analyst" is a title, and ends no sentence.
    return _AFTER_NAMES[word] + (_stop(match) if before.strip() else "")


@book.form("name", r"(?P<word>[A-Za-z]{2,6})\.", words=_PLAIN)
def _abbreviation(match: re.Match[str]) -> str | None:
    word = match["word"]
    spoken = _PLAIN[word.lower()]
    if (
        word.lower() in _NEEDS_DOT
        and (_stop(match) or word[0].isupper())
        and word.lower() not in ("max", "min", "fig", "vol", "ch", "ref", "tel", "fl", "rm")
    ):
        return None
    if word.lower() in ("max", "min", "fig", "info", "fl", "temp", "ref", "tel") and _stop(match):
        return None
    return (spoken.capitalize() if word[0].isupper() else spoken) + (
        "" if word.lower() in ("approx", "vs", "incl", "excl") else _stop(match)
    )


@book.form(
    "name",
    r"vs?(?=\s)(?<!v)|approx(?=\s)|appt(?=\s|$)|etc(?=\W|$)|acct(?=\s)|dept(?=\s)|mins?(?=\s(?:left|late|ago))|hrs(?=\W|$)|govt(?=\s)",
    words=("vs", "approx", "appt", "etc", "acct", "dept", "hrs", "govt", "mins"),
)
def _without_dot(match: re.Match[str]) -> str:
    return _PLAIN[match[0]]


@book.form(
    "name",
    r"(?:[Ee]\.\s?g\.|[Ii]\.\s?e\.|[Aa]\.k\.a\.|a/k/a|d/b/a|c/o|w/o|[Pp]\.\s?[Ss]\.)(?P<comma>,?)|w/(?=[\sA-Za-z])",
    heads=("e", "i", "a", "d", "c", "w", "p"),
)
def _latin(match: re.Match[str]) -> str:
    bare = re.sub(r"[^a-z/]", "", match[0].lower())
    words = {
        "eg": "for example",
        "ie": "that is",
        "aka": "also known as",
        "a/k/a": "also known as",
        "d/b/a": "doing business as",
        "c/o": "care of",
        "w/o": "without",
        "w/": "with",
        "ps": "P S",
    }[bare]
    if match[0][0].isupper() and words != "P S":
        words = words.capitalize()
    return words + (" " if bare == "w/" else ",") if bare in ("eg", "ie", "w/") else words


@book.form("name", r"(?:[Nn]os?\.|[Nn]r\.|№)\s?(?:(?P<number>\d+)(?!\w|[.,:/-]\d)|(?=[A-Z]*\d))", heads=("no", "nos", "nr"), at="№")
def _number(match: re.Match[str]) -> str:
    number = match["number"]
    if number is None:
        return "Number " if match[0][0] == "N" else "number "
    words = digits(number) if len(number) > 3 or number[0] == "0" else english(value(number))
    return f"{'Number' if match[0][0] == 'N' else 'number'} {words}"


@book.form("name", r"(?P<letters>(?:[A-Z]\.){2,6})", heads=tuple("abcdefghijklmnopqrstuvwxyz"))
def _initials(match: re.Match[str]) -> str | None:
    letters = match["letters"].replace(".", "")
    if letters in ("AM", "PM") and re.search(r"\d\s?$", match.string[max(0, match.start() - 2) : match.start()]):
        return None
    return " ".join(letters) + (_stop(match) if not re.match(r"\s+[A-Z]", match.string[match.end() :]) else "")


@book.form("name", r"Ph\.\s?D\.?", words=("ph",))
def _doctorate(match: re.Match[str]) -> str:
    return "P H D" + _stop(match)


@book.form("name", r"pp?\.\s?(?=\d)", heads=("p", "pp"))
def _page(match: re.Match[str]) -> str:
    return "page " if match[0][1] == "." else "pages "
