"""Titles, names and abbreviations: Mr. and Mrs. · Jr. · Inc. · vs. · e.g. · approx. · No. 5 · St. Mary's."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.codes import announced, grouped
from steering.core.speech.english.words import value
from steering.core.speech.forms import GLUED
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
    "mx": "Mix",
    "fr": "Father",
    "pt": "Point",
    "cpl": "Corporal",
    "pvt": "Private",
    "adm": "Admiral",
    "det": "Detective",
    "supv": "Supervisor",
    "revd": "Reverend",
    "cllr": "Councillor",
    "wm": "William",
    "chas": "Charles",
    "geo": "George",
    "thos": "Thomas",
    "jas": "James",
    "robt": "Robert",
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
    "assoc": "Associates",
    "assocs": "Associates",
    "assn": "Association",
    "univ": "University",
    "intl": "International",
    "natl": "National",
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
    "pg": "page",
    "pgs": "pages",
    "sec": "section",
    "art": "article",
    "conf": "confirmation",
    "conc": "concourse",
    "msg": "message",
    "msgs": "messages",
    "bal": "balance",
    "pymt": "payment",
    "pmt": "payment",
    "addr": "address",
    "ca": "circa",
    "exp": "expires",
    "ch": "chapter",
    "govt": "government",
    "apt": "apartment",
    "ste": "suite",
    "bldg": "building",
    "fl": "floor",
    "rm": "room",
    "rep": "representative",
    "reps": "representatives",
    "qtr": "quarter",
    "mbr": "member",
    "mbrs": "members",
    "gr": "grade",
    "grp": "group",
    "sig": "signature",
    "pkgs": "packages",
    "pmts": "payments",
    "appts": "appointments",
    "accts": "accounts",
    "hosp": "hospital",
    "wt": "weight",
    "ht": "height",
    "mo": "month",
    "lv": "leave",
    "arr": "arrive",
    "dep": "depart",
    "svc": "service",
    "equip": "equipment",
    "nbr": "number",
    "pls": "please",
    "plz": "please",
    "res": "reservation",
    "inv": "invoice",
    "tkt": "ticket",
    "chk": "check",
    "cust": "customer",
    "pol": "policy",
    "std": "standard",
    "stmt": "statement",
    "stmts": "statements",
    "div": "division",
    "dist": "district",
    "elec": "electric",
    "temps": "temperatures",
    "prev": "previous",
    "sched": "scheduled",
    "rcvd": "received",
    "svcs": "services",
    "wknd": "weekend",
    "lic": "license",
    "cert": "certificate",
    "veh": "vehicle",
    "prem": "premium",
    "thru": "through",
    "ea": "each",
    "ctrm": "courtroom",
    "elev": "elevation",
    "eff": "effective",
    "apts": "apartments",
    "para": "paragraph",
    "ver": "version",
    "pct": "precinct",
    "reg": "registration",
    "nts": "nights",
    "mtg": "meeting",
    "mtgs": "meetings",
    "dbl": "double",
    "sgl": "single",
    "ded": "deductible",
    "grs": "grades",
    "mth": "month",
    "mths": "months",
    "mthly": "monthly",
    "wkly": "weekly",
    "yrly": "yearly",
    "qtrly": "quarterly",
    "recd": "received",
    "reqd": "required",
    "bldgs": "buildings",
    "depts": "departments",
    "orig": "original",
    "subj": "subject",
    "tmrw": "tomorrow",
    "stn": "station",
    "jct": "junction",
    "cnr": "corner",
    "opp": "opposite",
    "mob": "mobile",
    "txt": "text",
    "thx": "thanks",
    "resv": "reservation",
    "cncl": "cancel",
    "deliv": "delivery",
    "pop": "population",
    "pw": "password",
    "pwd": "password",
    "blk": "block",
    "blks": "blocks",
    "dtd": "dated",
    "pd": "paid",
    "unpd": "unpaid",
    "fwd": "forward",
    "curr": "current",
    "alt": "alternate",
    "avail": "available",
    "auth": "authorization",
    "dims": "dimensions",
    "dkt": "docket",
    "nos": "numbers",
    "hwy": "highway",
    "resched": "rescheduled",
    "clmt": "claimant",
    "btw": "between",
    "chg": "charge",
    "chgs": "charges",
    "rdg": "reading",
    "dt": "date",
    "warr": "warranty",
    "ck": "check",
    "ttl": "total",
    "hum": "humidity",
    "req": "request",
    "tech": "technician",
    "ret": "returned",
    "aft": "after",
    "cov": "coverage",
    "disch": "discharged",
    "bkg": "booking",
    "txn": "transaction",
    "hols": "holidays",
    "dim": "dimensions",
    "lse": "lease",
    "pt": "patient",
}
# No words of their own: they are spoken with a capital, and where their dot ends the sentence too.
_NO_WORDS = frozenset({"pt", "rep", "avg", "amt", "bal", "hr", "yr", "wk", "mos", "tel", "qty", "est", "ref", "temp", "min", "max"})
_CHANNEL = re.compile(r"\b(?:TV|band|[25] ?GHz|watch|news|cable|remote|DVR|router|Wi-?Fi)\b", re.IGNORECASE)
# Before the start of a count, a code or a date, an estimate; before a year, a foundation.
_FOUNDED = re.compile(r"\s?(?:1[5-9]|20)\d\d\b")
_FROM_TO = re.compile(r"\s?\d+\s?[-–&]\s?\d")
# A card that is told apart by its last day.
# A form of the tax office: Sched. C.
_LETTER_NEXT = re.compile(r" [A-Z](?![\w'])")
_EXPIRING = re.compile(r"\s?[\d/]+\s(?:was|is|has|will|did|could|can)\b")
_WORKED = re.compile(r"\b(?:years?|yrs?\.?|months?|mos?\.?|work|job)(?:'|\sof)?\s$", re.IGNORECASE)
_GRANTED = re.compile(r"\s(?:(?:for|to|by|on|users?|signers?)\b|[$£€])")
_NEEDS_DOT = frozenset(
    {
        "ca",
        "sec",
        "art",
        "conf",
        "bal",
        "fr",
        "pt",
        "det",
        "adm",
        "pvt",
        "cpl",
        "mx",
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
        "wm",
        "chas",
        "geo",
        "thos",
        "jas",
        "robt",
        "conc",
    }
)


# These stand before a number, even a roman one.
_BEFORE_NUMBERS = frozenset(
    {
        "gr",
        "grp",
        "lv",
        "arr",
        "dep",
        "vol",
        "ch",
        "fig",
        "sec",
        "art",
        "pg",
        "pgs",
        "pp",
        "no",
        "conf",
        "conc",
        "ca",
        "res",
        "hum",
        "req",
        "tech",
        "ret",
        "aft",
        "btw",
        "cov",
        "dim",
        "pol",
        "div",
        "dist",
        "cert",
        "elev",
        "eff",
        "para",
        "ver",
        "pop",
        "pct",
        "reg",
    }
)


def stop(match: re.Match[str]) -> str:
    """The dot of an abbreviation is also the end of its sentence at the end or before a capital."""
    if not match[0].endswith("."):
        return ""
    if _MORE.match(match.string, match.end()) and (
        not match.start() or match.string[max(0, match.start() - 2) : match.start()] in (". ", "? ", "! ")
    ):
        # It begins its sentence, and cannot end it.
        return ""
    return "." if _ENDS.match(match.string, match.end()) else ""


_MORE = re.compile(r"\s{0,2}\w")
_ENDS = re.compile(
    r"\s*$|\s+(?!M-F\b|(?:Inc|Ltd|LLC|LLP|PLC|Corp|Jr|Sr|Esq)\b|[A-Z]{1,5}-?\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|ID\b|Rs\b)[\"“]?[A-Z]"
)


_OF_AN_AGE = re.compile(r" (?:[XYZ]|Alpha)\b")
_ROMAN = re.compile(r"\s+[IVX]+\b")
_CAPITALS_NEXT = re.compile(r"\s(?![IVX]+\b)[A-Z]{2,}\b")


@book.form("name", r"Rt\.\s?Hon\.", words=("rt",))
def _right_honourable(match: re.Match[str]) -> str:
    return "Right Honourable"


@book.form("name", r"(?P<word>[A-Z][a-z]{1,5})\.?(?=\s+[A-Z])", words=_TITLES)
def _title(match: re.Match[str]) -> str | None:
    word = match["word"].lower()
    if word in _NEEDS_DOT and not match[0].endswith("."):
        return None
    if word == "gen" and _OF_AN_AGE.match(match.string, match.end()):
        return "Generation"
    if word == "pt" and _CAPITALS_NEXT.match(match.string, match.end()):
        return "Patient"
    if word == "pt" and _ROMAN.match(match.string, match.end()):
        return "Part"
    return _TITLES[word]


@book.form("name", r"(?P<word>[A-Za-z]{2,5})\.", words=("mr", "mrs", "ms"))
def _title_alone(match: re.Match[str]) -> str:
    return _TITLES[match["word"].lower()] + stop(match)


_ROAD = re.compile(r"\s(?:R(?:oa)?d|H(?:ighwa|w)y|R(?:ou)?te)\b")


@book.form(
    "name",
    r"(?P<word>Jr|Sr|Inc|Corp|Ltd|Co|Bros|Dept|Esq|Assn|Assocs?|Univ|Intl|Natl|Mfg|Govt)(?P<dot>\.?)(?![\w.]\w|-)",
    words=_AFTER_NAMES,
)
def _after_name(match: re.Match[str]) -> str | None:
    word = match["word"].lower()
    before = match.string[max(0, match.start() - 24) : match.start()]
    if not match["dot"] and word in ("co", "sr", "univ", "intl", "natl", "corp"):
        return None
    if not match["dot"] and not re.search(r"[A-Z][\w'.-]*,?\s$", before):
        return None
    if word == "sr" and match["dot"] and not re.search(r"[A-Z][\w'-]*,?\s$", before):
        # "Sr. Analyst" is a title, and ends no sentence; "Sr. Maria" is a nun.
        return "Sister" if re.match(r"\s[A-Z]", match.string[match.end() :]) and not _JOB.match(match.string, match.end()) else "Senior"
    if word == "co" and _ROAD.match(match.string, match.end()):
        return "County"
    # "First Natl. Bank" goes on; "Acme Corp." may end.
    goes_on = word in ("natl", "intl", "univ") and match.end() < len(match.string.rstrip())
    return _AFTER_NAMES[word] + (stop(match) if before.strip() and not goes_on else "")


_CONTRACTED = {
    "int'l": "international",
    "gov't": "government",
    "nat'l": "national",
    "dep't": "department",
    "ass'n": "association",
    "comm'n": "commission",
    "add'l": "additional",
    "req'd": "required",
    "rec'd": "received",
    "recv'd": "received",
    "rcv'd": "received",
    "ret'd": "returned",
    "ref'd": "referred",
    "sched'd": "scheduled",
    "resched'd": "rescheduled",
    "auth'd": "authorized",
    "unpd": "unpaid",
}
_JOB = re.compile(
    r"\s(?:Analyst|Manager|Engineer|Director|Vice|VP|Executive|Associate|Advisor|Adviser|Specialist|Consultant|Account|Claims|Agent|"
    r"Representative|Officer|Editor|Developer|Accountant|Partner|Counsel|Care|Citizens?|Living|Loan|Project|Product|Sales|Program|Technical|Staff)\b"
)


@book.form(
    "name",
    rf"(?P<word>{'|'.join(_CONTRACTED)})\.?(?!\w)",
    words={word.partition("'")[0] for word in _CONTRACTED},
    flags=re.IGNORECASE,
)
def _contracted(match: re.Match[str]) -> str:
    word = _CONTRACTED[match["word"].lower()]
    return (word.capitalize() if match[0][0].isupper() else word) + stop(match)


@book.form("name", r"(?P<word>[A-Za-z]{2,7})\.", words=_PLAIN, behind=".")
def _abbreviation(match: re.Match[str]) -> str | None:
    word, text, end = match["word"], match.string, match.end()
    capitals = word.isupper() and not re.match(r"\s+[A-Z]{2}|\s*[#\d]", text[end : end + 12])
    if capitals or text[match.start() - 1 : match.start()] == "-":
        # "1099-MISC." and "plug-ins." are no abbreviations.
        return None
    spoken = _PLAIN[word.lower()]
    if word.lower() == "sched" and _LETTER_NEXT.match(text, end):
        return "Schedule" if word[0].isupper() else "schedule"
    if word.lower() == "est" and not _FOUNDED.match(text, end):
        spoken = "estimated"
    elif word.lower() == "exp" and _WORKED.search(text, max(0, match.start() - 12), match.start()):
        spoken = "experience"
    elif word.lower() == "auth" and _GRANTED.match(text, end):
        spoken = "authorized"
    elif word.lower() == "exp" and (text[match.start() - 1 : match.start()] == "(" or _EXPIRING.match(text, end)):
        spoken = "expiring"
    if word.lower() in _BEFORE_NUMBERS:
        # "5 sec." was taken for a measure; "the art." ends a sentence.
        travel = word.lower() in ("lv", "arr", "dep") and re.match(r"\s[A-Z]{3}\b", text[end : end + 5])
        if not travel and not re.match(r"\s?(?:#|no\b|number\b|code\b|\d|[IVXL]+\b|[A-Z]\b)", text[end : end + 12], re.IGNORECASE):
            return None
        if word.lower() == "ch" and _CHANNEL.search(text):
            spoken = "channel"
        if word.lower() in ("gr", "rm", "ch", "sec", "art", "fig", "vol") and _FROM_TO.match(text, end):
            spoken += "s"
        return spoken.capitalize() if word[0].isupper() else spoken
    if (
        word.lower() in _NEEDS_DOT
        and (stop(match) or word[0].isupper())
        and word.lower() not in _NO_WORDS
        and word.lower() not in ("fl", "rm")
    ):
        return None
    if word.lower() in ("max", "min", "info", "fl", "temp", "ref", "tel") and stop(match):
        return None
    return (spoken.capitalize() if word[0].isupper() else spoken) + (
        "" if word.lower() in ("approx", "vs", "incl", "excl") else stop(match)
    )


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
    words = _PLAIN.get(match[0].lower(), "versus")
    return words.capitalize() if match[0][0].isupper() else words


_NO_LETTERS = re.compile(r"[^a-z/]")
_LATIN = {
    "eg": "for example",
    "ie": "that is",
    "aka": "also known as",
    "a/k/a": "also known as",
    "d/b/a": "doing business as",
    "c/o": "care of",
    "w/o": "without",
    "w/out": "without",
    "b/w": "between",
    "w/in": "within",
    "b/c": "because",
    "n/a": "not applicable",
    "n/c": "no charge",
    "p/u": "pick up",
    "f/u": "follow up",
    "b/f": "brought forward",
    "c/f": "carried forward",
    "s/n": "serial number",
    "p/n": "part number",
    "w/": "with",
    "ps": "P S",
}


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
    words = _LATIN[bare]
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
    words = "phone" if match["word"].lower() == "ph" else _PLAIN[match["word"].lower()]
    return words.capitalize() if match["word"][0].isupper() else words


@book.form("name", r"(?P<letters>(?:[A-Z]\.){2,6}|a\.s\.a\.p\.|[ap]\.m\.)", at=GLUED, glue=".")
def _initials(match: re.Match[str]) -> str | None:
    letters = match["letters"].replace(".", "").upper()
    if letters in ("AM", "PM"):
        after_hour = re.search(r"\d\s?$", match.string[max(0, match.start() - 2) : match.start()])
        return None if after_hour else letters + stop(match)
    return " ".join(letters) + (stop(match) if not re.match(r"\s+[A-Z]", match.string[match.end() :]) else "")


# What only stands behind "Dept. of".
_DEPARTMENTS = {
    "ed": "Education",
    "educ": "Education",
    "rev": "Revenue",
    "transp": "Transportation",
    "ortho": "Orthopedics",
    "cardio": "Cardiology",
    "derm": "Dermatology",
    "neuro": "Neurology",
    "peds": "Pediatrics",
    "radiol": "Radiology",
}


@book.form("name", rf"(?<= of )(?P<word>{'|'.join(_DEPARTMENTS)})\.", words=_DEPARTMENTS, flags=re.IGNORECASE)
def _department(match: re.Match[str]) -> str | None:
    at = match.start() - 4
    if not _OFFICE.search(match.string, max(0, at - 10), at):
        return None
    return _DEPARTMENTS[match["word"].lower()] + stop(match)


_OFFICE = re.compile(r"\b(?:Dept\.?|Department|Div\.?|Division|Bureau)$")
_BESIDE_AMOUNTS = {
    "int": "interest",
    "prin": "principal",
    "disc": "discount",
    "dep": "deposit",
    "ind": "individual",
    "fam": "family",
    "var": "variable",
    "spec": "specialist",
}
_CUT_OFF = re.compile(r"\s(?:notice|date|order|fee|warning)\b")
_AN_AMOUNT = re.compile(r"[$£€][\d,.]+\s$|\d\s?%\s$")


@book.form(
    "name",
    rf"(?P<word>{'|'.join(_BESIDE_AMOUNTS)})\.(?P<amount>(?=\s(?:of\s)?[$£€]\d))?(?P<rate>(?<=[Ii]nt\.)(?=\srates?\b))?",
    words=("disc",),
    heads=_BESIDE_AMOUNTS,
    flags=re.IGNORECASE,
)
def _beside_an_amount(match: re.Match[str]) -> str | None:
    """$212.77 int., dep. $100."""
    behind = _AN_AMOUNT.search(match.string, max(0, match.start() - 16), match.start())
    if match["word"].lower() == "disc" and not behind and _CUT_OFF.match(match.string, match.end()):
        return f"{match[0][0]}isconnection"
    if not behind and match["amount"] is None and match["rate"] is None:
        return None
    words = _BESIDE_AMOUNTS[match["word"].lower()]
    return (words.capitalize() if match[0][0].isupper() else words) + stop(match)


@book.form(
    "name",
    r"(?<!\d )(?:[Mm]in|[Mm]ax)(?=\s[$£€\d])|[Ii]ncl(?=\s)|(?:[Yy]r|[Ww]k)(?=\s\d{1,2}\b)",
    heads=("min", "max", "yr", "wk"),
    words=("incl",),
)
def _before_what_it_counts(match: re.Match[str]) -> str:
    words = _PLAIN[match[0].lower()]
    return words.capitalize() if match[0][0].isupper() else words


@book.form("name", r"c\.(?=\s?(?:[£$€]|1\d\d\d\b))", heads=("c",), behind=".")
def _circa(match: re.Match[str]) -> str:
    return "circa"


_SIZES = {"lg": "large", "med": "medium", "sm": "small"}


@book.form("name", r"(?<=\d )(?P<size>lg|med|sm)\.", words=_SIZES)
def _size(match: re.Match[str]) -> str:
    """1 lg. and 2 sm."""
    return _SIZES[match["size"]] + stop(match)


@book.form("name", r"(?<=per )(?:occ|gal)\.", words=("occ", "gal"))
def _per(match: re.Match[str]) -> str:
    return {"o": "occurrence", "g": "gallon"}[match[0][0]]


# What is cut short before its noun, and a word or another thing elsewhere.
_BEFORE_NOUNS = {
    r"bus\.": ("business", "days?|hours|hrs"),
    r"inc\.": ("including", "VAT|GST|HST|tax"),
    r"rm\.?": ("room", "rates?"),
    r"del\.": ("delivery", "attempts?|date|addr|address|fee|window|time"),
    r"cr\.": ("credit", "limit|line|score|report|bal|balance"),
    r"ins\.": ("insurance", "co|card|claim|carrier|policy|premium"),
    r"res\.": ("reservation", "conf|confirmation|date"),
}


@book.form(
    "name",
    "|".join(rf"{cut}(?=\s(?:{nouns})\b)" for cut, (_, nouns) in _BEFORE_NOUNS.items()),
    words=[re.split(r"\W", cut)[0] for cut in _BEFORE_NOUNS],
    flags=re.IGNORECASE,
)
def _before_its_noun(match: re.Match[str]) -> str:
    words = _CUT[match[0].rstrip(".").lower()]
    return words.capitalize() if match[0][0].isupper() else words


_CUT = {re.split(r"\W", cut)[0]: words for cut, (words, _) in _BEFORE_NOUNS.items()}


@book.form("name", r"Ph\.\s?D\.?", words=("ph",))
def _doctorate(match: re.Match[str]) -> str:
    return "P H D" + stop(match)


@book.form("name", r"pp?\.\s?(?=\d)", heads=("p", "pp"), behind=".")
def _page(match: re.Match[str]) -> str:
    return "page " if match[0][1] == "." else "pages "
