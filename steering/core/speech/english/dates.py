"""Dates: 03/15/2024 · 2024-03-15 · Mar. 3 · Mon, Jan 6 · July 4 · the 1990s · Q3 2024 · 2026-11-24T09:30."""

from __future__ import annotations

import re
from datetime import date, datetime

from steering.core.speech.english.book import book
from steering.core.speech.english.words import fraction, ordinal, year
from steering.core.speech.forms import DIGITS, GLUED, LETTERS
from steering.core.speech.integers import english

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = {name.lower(): name for name in MONTHS} | {name[:3].lower(): name for name in MONTHS} | {"sept": "September"}
_WEEKDAY = {name.lower(): name for name in WEEKDAYS} | {
    "mon": "Monday",
    "weds": "Wednesday",
    "tue": "Tuesday",
    "tues": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "thur": "Thursday",
    "thurs": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
_M = (
    r"(?P<month>(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![a-z]))\.?"
)
_D = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_TH = r"(?:\s?(?:st|nd|rd|th)\b)?"
_Y = r"(?P<year>(?:1[0-9]|20)\d\d)(?![\d%$:/]|,\d|\.\d)"
_YEAR = rf"(?:(?P<gap>,?\s+|,)(?:of\s+)?{_Y})?"
_TO = r"\s?(?P<to>-|–|—|to|through|thru|until|till)\s?"
# Before the weekday of the last day: Mon. 12/22-Fri. 1/2.
_TILL = r"(?P<till>\s?[-–]\s?(?=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s))"
_MONTH_HEADS = tuple(_MONTH)
# "You may 5 times", "march 10 miles": these months need a capital.
_ALSO_WORDS = frozenset({"may", "march", "sun", "sat", "wed"})


def spoken_date(when: date, *, weekday: bool = False) -> str:
    day = f"{MONTHS[when.month - 1]} {ordinal(when.day)}, {year(when.year)}"
    return f"{WEEKDAYS[when.weekday()]}, {day}" if weekday else day


def _day_of_month(match: re.Match[str], month: str) -> str:
    words = f"{month} {ordinal(int(match['day']))}"
    return f"{words}, {year(int(match['year']))}" if match["year"] else words


def _month(written: str, *, surely: bool = False) -> str | None:
    return None if written in _ALSO_WORDS and not surely else _MONTH[written.lower()]


@book.form(
    "date",
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?)?(?![\d-]|:\d)",
    at=DIGITS,
    then="-",
    run=(4, 4),
)
def _iso(match: re.Match[str]) -> str | None:
    # Not at the top: importing a module registers its forms, and dates are tried before times.
    from steering.core.speech.english.times import spoken_time

    try:
        when = datetime.fromisoformat(f"{match[1]}-{match[2]}-{match[3]}T{match[4] or '00'}:{match[5] or '00'}")
    except ValueError:
        return None
    return spoken_date(when) + (f" at {spoken_time(when.time())}" if match[4] else "") + (" U T C" if match[6] == "Z" else "")


@book.form(
    "date",
    r"(\d{1,2})([/.-])(\d{1,2})\2((?:1[89]|20)\d\d|\d\d)(?:\s?[-–—]\s?(\d{1,2})\2(\d{1,2})\2((?:1[89]|20)\d\d|\d\d))?(?![\d/-]|\.\d)",
    at=DIGITS,
    then="/.-",
    run=(1, 2),
)
def _numeric(match: re.Match[str]) -> str | None:
    born = _BORN.search(match.string, max(0, match.start() - 28), match.start())
    first = _three(match[1], match[3], match[4] if not born or len(match[4]) > 2 or match[4] < "30" else f"19{match[4]}", match[2])
    if not match[5] or not first:
        return first and first + _moment_next(match)
    last = _three(match[5], match[6], match[7], match[2])
    return last and f"{first} to {last}"


_BORN = re.compile(r"\b(?:birth|birthday|birthdate|born|dob|d\.o\.b\.|b\.)(?:\s(?:is|was|on|as|of))*[\s:,]+$", re.IGNORECASE)


def _three(one: str, two: str, last: str, mark: str) -> str | None:
    """The date of three numbers; the month comes first with slashes, the day with points."""
    month, day, full = int(one), int(two), int(last)
    if len(last) == 2:
        if mark == "." and not 12 < month < 32:
            return None
        full += 2000 if full < 70 else 1900
    if mark == "." or month > 12:
        month, day = day, month
    try:
        return spoken_date(date(full, month, day))
    except ValueError:
        return None


_TIME_NEXT = re.compile(r"\s\d{1,2}(?::[0-5]\d|\s?[ap]\.?m\b)", re.IGNORECASE)


def _moment_next(match: re.Match[str]) -> str:
    """What is said between a day and the time or the last day behind it."""
    if match.groupdict().get("till"):
        return " to "
    return " at" if _TIME_NEXT.match(match.string, match.end()) else ""


@book.form("date", r"(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\d/])", at=DIGITS, then="/", run=(1, 2))
@book.form("date", r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\d-]|[.,:/]\d)", at=DIGITS, then="-", run=(4, 4))
def _month_of_year(match: re.Match[str]) -> str | None:
    month, number = int(match["month"]), int(match["year"])
    # "2003-04" is two years.
    if match[0][4:5] == "-" and month > number % 100:
        return None
    return f"{MONTHS[month - 1]} {year(number)}"


@book.form("date", r"((?:1[89]|20)\d\d)[/.](0?[1-9]|1[0-2])[/.](3[01]|[12]\d|0?[1-9])(?![\d/.]*\d)", at=DIGITS, then="/.", run=(4, 4))
def _year_first(match: re.Match[str]) -> str | None:
    try:
        return spoken_date(date(int(match[1]), int(match[2]), int(match[3])))
    except ValueError:
        return None


_EXPIRES = re.compile(
    r"\b(?:exp\.?|expires|expiry|expiration(?:\s+date)?|valid\s+(?:thru|through|until)|good\s+through):?\s+$", re.IGNORECASE
)


_OFFER = re.compile(
    r"\b(?:offers?|coupons?|sales?|promo\w*|deals?|discounts?|quotes?|rates?|prices?|codes?|vouchers?|tickets?)\b", re.IGNORECASE
)


@book.form("date", r"(0[1-9]|1[0-2])/(?:20)?(\d\d)(?![\d/])", at=DIGITS, then="/", run=(2, 2))
def _expiry(match: re.Match[str]) -> str | None:
    text, start = match.string, match.start()
    if not _EXPIRES.search(text, max(0, start - 20), start):
        return None
    # An offer is valid through a day, a card through a month; and no month to come is in a year before 2024.
    if match[0][-3] == "/" and int(match[2]) < 32 and (int(match[2]) < 24 or _OFFER.search(text, max(0, start - 64), start)):
        return None
    return f"{MONTHS[int(match[1]) - 1]} {year(2000 + int(match[2]))}"


_WEEK = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?"
_ON = re.compile(
    r"\b(?:on|by|due|until|till|before|after|since|from|dated|date|effective|starting|starts|begins|expires|expired|ends|ended|ending|through|thru|"
    r"posted|received|sent|paid|taken|filed|signed|issued|mailed|billed|booked|refilled|processed|delivered|collected|returned|"
    r"cancell?ed|approved|entered|admitted|discharged|closed?|closes|closing|reopens?|opens?|opened|opening|ships?|shipped|arrives?|departs?|resumes?|"
    rf"valid|between|week of|scheduled\s+(?:for|to)|(?:moved|extended|postponed|re-?sched\.)\s+to|{_WEEK}):?\s+$",
    re.IGNORECASE,
)
_BY_HOW_MUCH = re.compile(
    r"\b(?:fell|rose|dropped|grew|increased?|decreased?|reduced?|cut|down|up|off|shrank|declined|risen|fallen) by $", re.IGNORECASE
)
# The second day of "on 7/4 and 12/25".
_ALSO = re.compile(r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2}),?\s(?:and|or|to|through|until|&)\s$")
_AT_A_TIME = re.compile(r",?\s+(?:(?:at|@)\s+)?\d{1,2}(?::\d\d|\s?[ap]\.?m)|\s+(?:at|@)\s+\d", re.IGNORECASE)
_PARTS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16})
_MD = r"(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])"


def _strange(top: int, bottom: int) -> bool:
    """Whether no one writes such a fraction."""
    return top > bottom or bottom not in _PARTS or (bottom == 12 and top > 7)


@book.form("date", r"(?<=\d )(?:\d/\d ){6,}(?=\d/\d(?![\w/]))", at=DIGITS, then="/", run=(1, 1))
def _row(match: re.Match[str]) -> str:
    """Many in a row, with no word beside them: days or fractions by their numbers alone, and all at once."""
    pairs = [(int(pair[0]), int(pair[2])) for pair in match[0].split()]
    return " ".join(_month_day(*pair) if 0 not in pair and _strange(*pair) else fraction(*pair) for pair in pairs) + " "


def _surely_a_day(match: re.Match[str], month: str, day: str) -> bool:
    """Whether month/day is no fraction: by the words around it, or because it would be a strange one."""
    text, start, end = match.string, match.start(), match.end()
    if month[0] == "0" or day[0] == "0":
        return True
    if _strange(int(month), int(day)) and (month, day) not in (("9", "11"), ("11", "11")):
        return True
    if not text[start - 2 : start - 1].isdigit():
        before = text[max(0, start - 16) : start]
        if _ON.search(before):
            return not _BY_HOW_MUCH.search(text, max(0, start - 24), start)
        if (first := _ALSO.search(text, max(0, start - 16), start)) and (
            _strange(int(first["month"]), int(first["day"])) or _ON.search(text, max(0, first.start() - 16), first.start())
        ):
            return True
    return _AT_A_TIME.match(text, end) is not None


@book.form(
    "date", rf"{_MD}\s?[-–—]\s?{_MD.replace('month', 'month2').replace('day', 'day2')}(?![\d/]|\.\d)", at=DIGITS, then="/", run=(1, 2)
)
def _slashed_days(match: re.Match[str]) -> str | None:
    if not _surely_a_day(match, match["month"], match["day"]) and not _surely_a_day(match, match["month2"], match["day2"]):
        return None
    return f"{_month_day(match['month'], match['day'])} to {_month_day(match['month2'], match['day2'])}"


@book.form("date", rf"{_MD}\s?[-–—]\s?(?P<last>3[01]|[12]\d|[1-9])(?![\w/-]|[.,:%]\d)", at=DIGITS, then="/", run=(1, 2))
def _days_of_one_month(match: re.Match[str]) -> str | None:
    """Closed 12/25-26."""
    if int(match["last"]) <= int(match["day"]) or not _surely_a_day(match, match["month"], match["day"]):
        return None
    return f"{_month_day(match['month'], match['day'])} to {ordinal(int(match['last']))}"


@book.form(
    "date",
    rf"{_MD}(?:{_TILL}|(?![\d/]|\.\d|-\w|(?:st|nd|rd|th)s?\b|\s(?:ARM\b|cups?|of|(?:and|or|to)\s\d/\d{{1,2}}\sof|tsps?|teaspoons?|tbsps?|inch|inches|miles?)\b|\"|%))",
    at=DIGITS,
    then="/",
    run=(1, 2),
)
def _month_and_day(match: re.Match[str]) -> str | None:
    alone = match[0] == match.string and "0" not in (match["month"][0], match["day"][0])
    if alone or not _surely_a_day(match, match["month"], match["day"]):
        return None
    return _month_day(match["month"], match["day"]) + _moment_next(match)


@book.form(
    "date",
    r"(?!24/7(?!\d))(?P<day>1[3-9]|2\d|3[01])/(?P<month>1[0-2]|0?[1-9])(?![\d/]|\.\d|-\w|\s(?:of|cups?|inch)\b|\"|%)",
    at=DIGITS,
    then="/",
    run=(2, 2),
)
def _day_and_month(match: re.Match[str]) -> str | None:
    """Of other countries, where the day comes first: by 25/12, or on 31/1 and 31/7."""
    text, start = match.string, match.start()
    first = _ALSO.search(text, max(0, start - 16), start)
    at = first.start() if first and first["month"] > "12" else start
    if not _ON.search(text, max(0, at - 16), at) or _BY_HOW_MUCH.search(text, max(0, start - 24), start):
        return None
    return _month_day(match["month"], match["day"]) + _moment_next(match)


def _month_day(month: str | int, day: str | int) -> str:
    return f"{MONTHS[int(month) - 1]} {ordinal(int(day))}"


def _to(match: re.Match[str]) -> str:
    return {"-": "to", "–": "to", "—": "to", "thru": "through"}.get(match["to"].lower(), match["to"])


@book.form(
    "date",
    rf"{_M}\s?{_D}{_TH}{_TO}{_M.replace('month', 'month2')}\s?(?P<last>3[01]|[12]\d|0?[1-9]){_TH}{_YEAR}(?![\w:/]|\.\d|-\d)",
    heads=_MONTH_HEADS,
    flags=re.IGNORECASE,
)
def _days_of_months(match: re.Match[str]) -> str | None:
    first, last = _month(match["month"]), _month(match["month2"])
    if not first or not last:
        return None
    words = f"{first} {ordinal(int(match['day']))} {_to(match)} {last} {ordinal(int(match['last']))}"
    return f"{words}, {year(int(match['year']))}" if match["year"] else words


@book.form(
    "date", rf"{_M}\s?{_D}{_TH}{_TO}(?P<last>3[01]|[12]\d|[1-9]){_TH}{_YEAR}(?![\w:/]|\.\d|-\d)", heads=_MONTH_HEADS, flags=re.IGNORECASE
)
def _days(match: re.Match[str]) -> str | None:
    if not (month := _month(match["month"])):
        return None
    words = f"{month} {ordinal(int(match['day']))} {_to(match)} {ordinal(int(match['last']))}"
    return f"{words}, {year(int(match['year']))}" if match["year"] else words


@book.form(
    "date",
    rf"{_M}[\s-]?{_D}{_TH},?\s'(?P<short>\d\d)(?P<year>)(?!\d)",
    rf"{_M}[\s-]?{_D}{_TH}(?:(?P<gap>,?[\s-]+|,)(?:of\s+)?{_Y})?(?:{_TILL}|(?![\d:/%]|\.\d|,\d|-\d))",
    rf"{_M}[\s-]?{_D}{_TH}(?P<year>)(?:{_TILL}|(?![\d:/%]|\.\d|,\d|-\d))",
    heads=_MONTH_HEADS,
    flags=re.IGNORECASE,
)
def _written(match: re.Match[str]) -> str | None:
    month = _month(match["month"], surely=bool(match["year"]))
    if not month or (match["month"] == "APR" and _RATE.search(match.string, max(0, match.start() - 24), match.start())):
        return None
    short = match.groupdict().get("short")
    return _day_of_month(match, month) + (f", {year(2000 + int(short))}" if short else "") + _moment_next(match)


# 0% intro APR 15 months.
_RATE = re.compile(r"%|\b(?:rate|intro|fixed|variable)\b")


@book.form("date", rf"{_M}(?P<gap>,?[\s-]|\s?,)(?:of\s+)?{_Y}", rf"{_M}\s?'(?P<short>\d\d)(?!\d)", heads=_MONTH_HEADS, flags=re.IGNORECASE)
def _month_and_year(match: re.Match[str]) -> str | None:
    month = _month(match["month"])
    if not month:
        return None
    fields = match.groupdict()
    number = int(fields["year"]) if fields.get("year") else 2000 + int(fields["short"])
    return f"{month} {year(number)}"


@book.form(
    "date",
    rf"{_D}{_TH}(?P<of>\s+of)?[\s-]?\s*{_M}(?:(?P<gap>,?[\s-]+|,){_Y})?(?![\w])"
    r"(?P<till>\s?[-–]\s?(?=\d{1,2}(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))?",
    at=DIGITS,
    then="jfmasondrtJFMASONDRT" + " -\u00a0",
    flags=re.IGNORECASE,
    run=(1, 2),
    spaced=LETTERS + " ",
)
def _day_first(match: re.Match[str]) -> str | None:
    month = _month(match["month"], surely=bool(match["year"]))
    if not month:
        return None
    the = "" if re.search(r"\bthe\s+$", match.string[max(0, match.start() - 6) : match.start()], re.IGNORECASE) else "the "
    words = f"{the}{ordinal(int(match['day']))} of {month}"
    if match["year"]:
        words = f"{words}, {year(int(match['year']))}"
    if match["till"]:
        return f"{words} to "
    if match["year"]:
        return words
    return words + ("." if match[0].endswith(".") and _ends_sentence(match) else "")


@book.form(
    "date",
    r"(?P<name>[A-Za-z]{3,9})\.?(?P<to>\s?[-–—]\s?)(?P<last>[A-Za-z]{3,9})\b\.?",
    words=tuple(name for name in _WEEKDAY if len(name) < 6),
    heads=(*_WEEKDAY, *_MONTH_HEADS),
    behind=". -–—",
)
def _names(match: re.Match[str]) -> str | None:
    for table in (_WEEKDAY, _MONTH):
        if match["name"].lower() in table and match["last"].lower() in table and match["name"][0].isupper():
            stop = "." if match[0].endswith(".") and _ends_sentence(match) else ""
            return f"{table[match['name'].lower()]} to {table[match['last'].lower()]}{stop}"
    return None


_BEGINS = re.compile(r"(?:^|[.;?!] )$")
_DATE_NEXT = re.compile(r"\s(?:1[0-2]|0?[1-9])/[0-3]?\d\b|\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d")
# "Sat & Sun": the second of two.
_DAY_BEFORE = re.compile(r"\b(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)[a-z]*\.?\s(?:&|and|or|to|thru|through)\s$")


@book.form(
    "date",
    r"(?P<name>Mon|Tues?|Weds?|Thur?s?|Fri|Sat|Sun)(?:(?P<dot>\.)|(?=,?\s+(?:[A-Z][a-z]{2,8}\.?\s)?\d)|(?=\s+(?:at|morning|afternoon|evening)\b)"
    r"|(?=\s(?:&|and|or|to|thru|through)\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))|(?P<last>(?=\W|$)))",
    words=tuple(name for name in _WEEKDAY if len(name) < 6),
)
def _weekday(match: re.Match[str]) -> str | None:
    if match["last"] is not None and not _DAY_BEFORE.search(match.string, max(0, match.start() - 20), match.start()):
        return None
    # "in the sun." is no Sunday: a bare "Sat." or "Sun." at the end of a sentence stays.
    if match["dot"] and _ends_sentence(match) and not _DATE_NEXT.match(match.string, match.end()):
        if _BEGINS.search(match.string, max(0, match.start() - 2), match.start()):
            return _WEEKDAY[match["name"].lower()]
        return None if match["name"] in ("Sun", "Sat") else _WEEKDAY[match["name"].lower()] + "."
    pause = "," if _DATE_NEXT.match(match.string, match.end()) else ""
    return _WEEKDAY[match["name"].lower()] + pause


@book.form(
    "date",
    r"(?P<name>Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|Apr|(?<!\bDel )Mar)\.(?!\w)",
    words=("jan", "feb", "mar", "aug", "sept", "sep", "oct", "nov", "dec", "apr"),
    behind=".",
)
def _month_alone(match: re.Match[str]) -> str:
    begins = _BEGINS.search(match.string, max(0, match.start() - 2), match.start())
    return _MONTH[match["name"].lower()] + ("." if _ends_sentence(match) and not begins else "")


def _ends_sentence(match: re.Match[str]) -> bool:
    return _ENDS.match(match.string, match.end(), match.end() + 3) is not None


_ENDS = re.compile(r"\s*$|\s+[A-Z]")


_LETTERED = {
    "Tu": "Tuesday",
    "Sa": "Saturday",
    "Sat": "Saturday",
    "Su": "Sunday",
    "Sun": "Sunday",
    "M": "Monday",
    "T": "Tuesday",
    "W": "Wednesday",
    "Th": "Thursday",
    "R": "Thursday",
    "F": "Friday",
}
_DAY = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)"


@book.form("date", r"(?P<first>M|Tu?|W|Th)\s?[-–]\s?(?P<last>W|Th|F|Sat?|Sun?)(?!\w)", at=GLUED, glue="-")
def _work_days(match: re.Match[str]) -> str:
    """M-F, T-Th."""
    return f"{_LETTERED[match['first']]} to {_LETTERED[match['last']]}"


@book.form(
    "date",
    r"(?P<day>M|Tu?|W|Th|F|Sa|Su)(?=\s\d{1,2}(?::\d\d)?(?:[ap]m?)?\s?[-–]\s?\d)",
    heads=("m", "t", "tu", "w", "th", "f", "sa", "su"),
    behind=" ",
)
def _one_day(match: re.Match[str]) -> str | None:
    """The second of "M-Th 8a-6p, F 8a-4p"."""
    return _LETTERED[match["day"]] if re.search(r"(?:^|[,;:/])\s?$", match.string[max(0, match.start() - 2) : match.start()]) else None


@book.form("date", r"(?:M|Tu?)(?:/(?:Tu?|W|Th|R|F)){1,4}(?![\w/])", rf"{_DAY}(?:/{_DAY})+(?![\w/])", at=GLUED, glue="/")
def _some_days(match: re.Match[str]) -> str:
    return ", ".join(_LETTERED.get(day) or _WEEKDAY[day.lower()] for day in match[0].split("/"))


_LASTING = re.compile(r"\b(?:wait|for|in|after|every|within|hold|takes?)\s$", re.IGNORECASE)
_DECADES = {2: "twenties", 3: "thirties", 4: "forties", 5: "fifties", 6: "sixties", 7: "seventies", 8: "eighties", 9: "nineties"}


@book.form("date", r"(?P<apostrophe>'?)(?P<century>(?:1[1-9]|20)?)(?P<decade>\d)0(?:'?s)\b", at=DIGITS + "'", then="s'", run=(2, 4))
def _decade(match: re.Match[str]) -> str | None:
    century, decade = match["century"], int(match["decade"])
    if not century and _LASTING.search(match.string, max(0, match.start() - 8), match.start()):
        # Seconds, as in "wait 30s".
        return None
    if not decade and century:
        return "two thousands" if century == "20" else f"{english(int(century))} hundreds"
    if decade < 2:
        return f"{english(int(century))} tens" if century and decade else None
    return f"{english(int(century))} {_DECADES[decade]}" if century else _DECADES[decade]


_DURING = re.compile(r"\b(?:in|for|during|by|of|since|from|until|through|to|and|after|before|into)\s$", re.IGNORECASE)


@book.form("date", r"Q(?P<low>[1-4])\s?[-–]\s?Q?(?P<high>[1-4])(?![\w-])", heads=("q",))
def _quarters(match: re.Match[str]) -> str | None:
    if match["low"] >= match["high"] or _ASKED.search(match.string, max(0, match.start() - 40), match.start()):
        return None
    words = f"{ordinal(int(match['low']))} to {ordinal(int(match['high']))} quarter"
    return words if match.start() else words.capitalize()


_NEXT_QUARTER = re.compile(r"\s?[-–]\s?Q\d")
_ASKED = re.compile(r"\b(?:questions?|survey|quiz|poll)\b", re.IGNORECASE)


@book.form("date", rf"(?P<part>[QH])(?P<number>[1-4])(?:,?\s+(?:FY\s?)?{_Y}|\s?'(?P<short>\d\d))?(?!\w)", heads=("q", "h"))
@book.form("date", rf"(?P<number>[1-4])(?P<part>[QH])(?:\s?{_Y}|\s?'?(?P<short>\d\d))?(?!\w)", at=DIGITS, then="QH", run=(1, 1))
def _quarter(match: re.Match[str]) -> str | None:
    if _ASKED.search(match.string, max(0, match.start() - 40), match.start()) or _NEXT_QUARTER.match(match.string, match.end()):
        # A question.
        return None
    name = "quarter" if match["part"] == "Q" else "half"
    words = f"{ordinal(int(match['number']))} {name}"
    full = int(match["year"]) if match["year"] else 2000 + int(match["short"]) if match["short"] else 0
    if not full:
        return words if match.start() or match.end() == len(match.string) else words.capitalize()
    the = "the " if _DURING.search(match.string, max(0, match.start() - 10), match.start()) else ""
    return f"{the}{words} of {year(full)}"


@book.form("date", r"(?P<kind>[FC])Y\s?'?(?P<year>(?:20)?\d\d)(?:[-–/](?P<next>\d\d))?(?![\d/-])", heads=("fy", "cy"))
def _fiscal(match: re.Match[str]) -> str:
    number = int(match["year"])
    last = f" to {english(int(match['next']))}" if match["next"] else ""
    kind = "fiscal" if match["kind"] == "F" else "calendar"
    return f"{kind} year {year(number) if number > 99 else english(number)}{last}"


@book.form("date", r"'(?P<short>\d\d)(?![\d'\w])", at="'")
def _short_year(match: re.Match[str]) -> str:
    number = int(match["short"])
    return f"oh {english(number)}" if 0 < number < 10 else english(number) if number else "two thousand"


@book.form("date", r"(?:AD|A\.D\.)\s(?P<year>\d{1,4})(?![\w-]|[.,:/]\d)", heads=("ad", "a"))
def _anno_domini(match: re.Match[str]) -> str:
    return f"A D {year(int(match['year']))}"


@book.form("date", r"(\d{1,4})\s?(BCE?|AD|CE|B\.C\.|A\.D\.)(?!\w)", at=DIGITS, then=" BCA", run=(1, 4), spaced="BCA")
def _era(match: re.Match[str]) -> str:
    return f"{year(int(match[1]))} {' '.join(match[2].replace('.', ''))}"
