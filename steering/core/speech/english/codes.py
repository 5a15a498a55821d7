"""Codes, read letter by letter and digit by digit: confirmation AB12CD · ZIP 02139 · PIN 4512 · order #7781 · flight UA 205."""

from __future__ import annotations

import re
from string import ascii_uppercase

from steering.core.speech.english.book import book
from steering.core.speech.english.words import cardinal, counts_something, digits, house_number, value
from steering.core.speech.forms import DIGITS, GLUED
from steering.core.speech.grouping import groups
from steering.core.speech.integers import english

# What announces a code.
_ANNOUNCERS = frozenset(
    re.findall(
        r"\S+",
        """
        aadhaar abn acc account acct acn badge bin bsb booking build card case chk claim code codes cpt confirmation conf
        customer cvc cvv dkt docket ein employee ext extension group iban id ids imei invoice
        itin itinerary key license licence loan locator member membership mrn ndc nhs no
        inv lic npi num number numbers order otp passcode passcodes password pin pins plate pnr policy prescription ref
        pol reference registration res reservation rma sku upc tkt routing rx security serial sin social ssn tfn ticket
        tracking transaction vin zip
        awb consignment eircode mpan mprn nino parcel postcode postcodes ppsn puk reg rego utr
        """,
    )
)
_ENDING = frozenset({"ending", "ends", "end", "beginning", "begins", "starting"})
_SOME = frozenset(["three", "four", "five", "six", "3", "4", "5", "6", "digits"])
# What may stand between the announcement and the code.
_LINKS = frozenset(
    re.findall(
        r"\S+",
        """
        is are was your the code codes number numbers digits pin id ids with in : , # - ( { [ " ' “ ‘ *
        """,
    )
)
_AFTER_ANNOUNCERS = " :,#-({[\"'“‘*\n"
_MAY_ANNOUNCE = _ANNOUNCERS | _ENDING | _SOME | _LINKS
_PIECES = re.compile(r"[A-Za-z]+\.?|\d+|[^\sA-Za-z\d]")
_ABBREVIATED = frozenset(
    {"no.", "num.", "reg.", "acct.", "ref.", "ext.", "conf.", "res.", "inv.", "tkt.", "chk.", "pol.", "cust.", "lic.", "dkt."}
)
_COUNTED_NEXT = re.compile(
    r"\s+(?:of|out of|or more|or less|dollars?|cents?|percent|days?|hours?|minutes?|weeks?|months?|years?|times?|points?|items?|am|pm)\b",
    re.IGNORECASE,
)


def announced(text: str, start: int) -> bool:
    """Whether the words before *start* announce a code."""
    before = text[max(0, start - 48) : start]
    last = before.rstrip(_AFTER_ANNOUNCERS)
    if "#" in before[len(last) :] or last.endswith("#s"):
        return True
    # Mostly in vain: look at the last word first.
    word = last.rpartition(" ")[2].lstrip(_AFTER_ANNOUNCERS)
    if not word or not (word.lower().rstrip(".") in _MAY_ANNOUNCE or (len(word) < 5 and word.isupper())):
        return False
    pieces = _PIECES.findall(before)
    for at in range(len(pieces) - 1, max(-1, len(pieces) - 6), -1):
        piece = pieces[at]
        word = piece.lower()
        if word[-1] == "." and word not in _ABBREVIATED:
            return False
        before = pieces[at - 1].lower() if at else ""
        if word.rstrip(".") in _ANNOUNCERS or (word in _ENDING and before != "year"):
            return True
        if word in _SOME and (before in ("last", "first") or (word == "digits" and before in _SOME)):
            return True
        if word in ("in", "with") and before not in _ENDING:
            return False
        # "license plate ABC 1234": the first part of the code.
        if word not in _LINKS and not (at == len(pieces) - 1 and len(piece) < 5 and piece.isupper()):
            return False
    return False


def grouped(bare: str) -> str:
    """A run of digits, with a pause where it is long."""
    return ", ".join(map(digits, groups(bare)))


def spelled(text: str) -> str:
    """Letters and digits of *text* one by one, with a pause where it is divided."""
    parts = re.findall(r"[^\W_]+", text)
    return ", ".join(grouped(part) if part.isdigit() else _letters_and_digits(part) for part in parts)


def _letters_and_digits(part: str) -> str:
    return " ".join(digits(c) if c.isdigit() else c.upper() if c.isascii() else c for c in part)


@book.form("code", r"(?:\d{1,8}-){2,5}\d{1,8}(?![\w-])", at=DIGITS, then="-", run=(1, 8))
@book.form(
    "code",
    r"\d{4}([ -])\d{4}(?:\1\d{4}){1,4}(?:\1\d{1,3})?(?![\w-])",
    r"\d{4}([ -])\d{6}\1\d{5}(?![\w-])",
    at=DIGITS,
    then=" -",
    run=(4, 4),
    spaced=DIGITS,
)
@book.form("code", r"\d{3}-\d\d-\d{4}(?![\w-])", at=DIGITS, then="-", run=(3, 3))
def _grouped(match: re.Match[str]) -> str:
    parts = re.findall(r"\d+", match[0])
    return (" " if max(map(len, parts)) == 1 else ", ").join(map(digits, parts))


# With the end that stands beside it: ending -0042 and -9918.
_ENDING_IN = re.compile(r"\bend(?:ing|s)?(?P<in>\s+(?:in|with))?\s*(?P<first>-\d{4},?\s(?:and|or|&)\s)?$")
_CARDS = re.compile(
    r"\b(?:(?P<surely>cards?|accounts?|accts?\.?|no\.|number)|Visa|Mastercard|Amex|Discover|debit|credit|checking|savings) ?$",
    re.IGNORECASE,
)


@book.form(
    "code",
    r"(?:[xX*•]{2,16}[- ]?){1,4}(?P<rest>\d{2,6})(?!\w)",
    r"[xX*•](?P<rest>\d{4})(?!\w)",
    r"(?<= )-(?P<rest>\d{4})(?!\w)",
    r"\.{2,3} ?(?P<rest>\d{4})(?!\w)",
    r"\((?:\.{3}|[xX*•]{2,16}) ?(?P<rest>\d{4})\)",
    at="*•-.(" + GLUED,
    glue="*-•" + DIGITS,
)
def _masked(match: re.Match[str]) -> str | None:
    if match[0][0] == "(":
        return f", ending in {digits(match['rest'])}" + "," * (match.string[match.end() : match.end() + 1] == " ")
    text, start = match.string, match.start()
    said = _ENDING_IN.search(text, max(0, start - 32), start)
    if match[0][0] in "-." and not said:
        card = _CARDS.search(text, max(0, start - 14), start)
        # "Credit -1200" is an amount.
        if not card or (match[0][0] == "-" and not card["surely"]) or _COUNTED_NEXT.match(text, match.end()):
            return None
    if said and said["first"]:
        return digits(match["rest"])
    if said:
        return digits(match["rest"]) if said["in"] else f"in {digits(match['rest'])}"
    return f"ending in {digits(match['rest'])}"


@book.form("code", r"\d[\d-]*\d(?![\w%]|-\w|[.,:/]\d)", at=DIGITS)
@book.form("code", r"\d{1,5}(?: \d{1,5}){1,4}(?![\w%]|-\w|[.,:/]\d)", at=DIGITS, then=" ", run=(1, 5), spaced=DIGITS)
def _after_its_name(match: re.Match[str]) -> str | None:
    text, start, end = match.string, match.start(), match.end()
    # 120+ days
    counted = end + text.startswith("+", end)
    # "caller number 12" counts; "PIN 0042" does not.
    if (
        (len(match[0]) < 3 and match[0][0] != "0")
        or not (announced(text, start) or _beside_a_code(match) or _named(match) or _last_of(match))
        or _COUNTED_NEXT.match(text, counted)
        or (counts_something(text, counted) and not _NAMES_ONE.search(text, max(0, start - 16), start))
    ):
        return None
    parts = re.findall(r"\d+", match[0])
    if len(parts) == 2 and len(parts[0]) == len(parts[1]) > 3 and parts[0] < parts[1] and _PLURAL.search(text, max(0, start - 16), start):
        return f"{digits(parts[0])} to {digits(parts[1])}"
    return (" " if max(map(len, parts)) == 1 else ", ").join(map(grouped, parts))


# Behind these a number counts nothing, and a verb follows it: postcode 2140 gets.
_NAMES_ONE = re.compile(r"\b(?:postcode|zip(?: code)?|pin|ticket|invoice|booking|case|account|policy|confirmation|room) $", re.IGNORECASE)
# ZIP codes 30310-30315: from one to the other.
_PLURAL = re.compile(r"(?:codes|numbers|nos\.|zips) $", re.IGNORECASE)
_NAME_IS = re.compile(r"\b[A-Z]{3,5}(?: is|:) $")


def _named(match: re.Match[str]) -> bool:
    """Whether it is a code because of its length, behind capitals that no list knows: your PPSN is 1234567."""
    written, start = match[0], match.start()
    return (
        sum(map(str.isdigit, written)) > 4 and written[-2:] != "00" and _NAME_IS.search(match.string, max(0, start - 10), start) is not None
    )


_FIRST_OF_TWO = re.compile(r"(?<![\w.,:/$-])(?P<code>\d{3,})(?:,|,? (?:and|or|&))\s$")


# The last 4 of the social we have on file is 6789.
_LAST_OF = re.compile(
    r"\b(?:last|first) (?:(?P<count>[3-6])|(?P<word>three|four|five|six))(?: digits)? of (?:[\w']+ ){0,3}"
    rf"(?:{'|'.join(sorted(_ANNOUNCERS))})\b[^.;!?\d]{{0,32}}$",
    re.IGNORECASE,
)


def _last_of(match: re.Match[str]) -> bool:
    """Whether it is as many digits as were spoken of, with other words between."""
    text, start = match.string, match.start()
    found = _LAST_OF.search(text, max(0, start - 72), start)
    return found is not None and (found["count"] or found["word"].lower()) in (str(len(match[0])), english(len(match[0])))


def _beside_a_code(match: re.Match[str]) -> bool:
    """Whether it stands beside an announced code of its length: ZIP codes 60601 and 60602."""
    text, start = match.string, match.start()
    first = _FIRST_OF_TWO.search(text, max(0, start - 16), start)
    return first is not None and len(first["code"]) == len(match[0]) and announced(text, first.start())


_ROUND = re.compile(r"(?P<letters>[A-Z]{1,3})-(?P<number>[1-9]0?00)")
_MODEL = re.compile(r"\bmodel(?: (?:#|no\.|number)| is|:)*\s*$", re.IGNORECASE)


def _model(text: str, start: int, code: str) -> str | None:
    """The model of a maker, with a round number: TX-500."""
    name = _ROUND.fullmatch(code)
    if not name or (announced(text, start) and not _MODEL.search(text, max(0, start - 16), start)):
        return None
    return f"{' '.join(name['letters'])} {english(int(name['number']))}"


_GROUP = r"(?=[A-Z]*\d)[A-Z\d]{1,6}"


@book.form(
    "code",
    rf"(?=[\d ]{{0,30}}[A-Z]){_GROUP}(?: (?:[A-Z]{{1,4}} )?{_GROUP}){{1,8}}(?![\w%]|[.,:/-]\d)",
    at=GLUED + DIGITS,
    then=ascii_uppercase + " ",
    spaced=DIGITS + ascii_uppercase,
    run=(1, 6),
    glue=DIGITS,
)
def _in_groups(match: re.Match[str]) -> str | None:
    """Letters and digits in groups: tracking 1Z 999 AA1 01 2345, an IBAN."""
    parts = match[0].split()
    # "flight UA205 12 passengers" are two things, "member ID W2209 81774" is one.
    one = len(parts) > 2 or (len(parts[-1]) > 3 and not counts_something(match.string, match.end()))
    sure = _IBAN.match(match[0]) or (one and announced(match.string, match.start()))
    return spelled(match[0]) if sure else None


_IBAN = re.compile(r"[A-Z]{2}\d\d [A-Z\d]{4}(?: |$)")


@book.form("code", r"\d{2,8}/\d{2,8}/\d{2,8}(?![\w/-])", at=DIGITS, then="/", run=(2, 8))
@book.form(
    "code",
    r"(?=[\d/]{0,24}[A-Z])[A-Z\d]{1,8}(?:/[A-Z\d]{1,8}){1,4}(?![\w/-])",
    at=GLUED + DIGITS,
    then=ascii_uppercase + "/",
    run=(1, 8),
    glue="/" + DIGITS,
)
def _stroked(match: re.Match[str]) -> str | None:
    """A reference with strokes: AB/2026/117."""
    return spelled(match[0]) if announced(match.string, match.start()) and any(map(str.isdigit, match[0])) else None


@book.form("code", r"(?P<letters>[A-Z]{1,2})(?P<low>\d{1,3})\s?[-–]\s?(?P=letters)(?P<high>\d{1,3})(?![\w-])", at=GLUED, glue=DIGITS)
def _lettered_to(match: re.Match[str]) -> str | None:
    """From one to another of a row: gates B1-B12."""
    if int(match["low"]) >= int(match["high"]):
        return None
    letters = " ".join(match["letters"])
    return f"{letters} {house_number(match['low'])} to {letters} {house_number(match['high'])}"


@book.form("code", r"#(?P<low>\d{1,8})\s?[-–]\s?#(?P<high>\d{1,8})(?![\w-])", at="#")
def _from_number_to(match: re.Match[str]) -> str:
    low, high = (grouped(match[name]) if len(match[name]) > 2 else english(int(match[name])) for name in ("low", "high"))
    return f"numbers {low} to {high}"


_PRESSING = re.compile(r"\b(?:press|hit|push)\s(?:the\s)?$", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:number|no\.?|code|id|pin)(?:\s+is)?[\s:]*$", re.IGNORECASE)


_ROOM = re.compile(r"\b(?:room|suite|unit|apartment|locker|cabin),?\s$", re.IGNORECASE)


@book.form("code", r"#\s?(?P<code>\d{2,6}(?: \d{3,6}){1,5})(?![\w%]|[.,:/-]\d)", r"#\s?(?P<code>[A-Za-z]{0,4}-?\d(?:[\w-]*\w)?)", at="#")
def _hash(match: re.Match[str]) -> str | None:
    code, text, start = match["code"], match.string, match.start()
    if match[0][1] == " " and _PRESSING.search(text, max(0, start - 12), start):
        return None
    if " " in code and counts_something(text, match.end()):
        return None
    if code.isdigit() and _ROOM.search(text, max(0, start - 12), start):
        words = house_number(code)
    elif not code.isdigit():
        words = _model(text, start, code) or spelled(code)
    elif len(code) > 3 or announced(text, start):
        words = grouped(code)
    else:
        words = english(value(code))
    return words if _NUMBERED.search(text, max(0, start - 48), start) else f"number {words}"


@book.form(
    "code",
    r"[Ff](?:light|lt\.?)\s+(?:[Nn]umber\s+|[Nn]o\.\s+|#\s?)?(?P<airline>[A-Z]{2}|[A-Z]\d|\d[A-Z])?\s?-?(?P<number>\d{1,4})(?!\w)",
    heads=("flight", "flt"),
)
def _flight(match: re.Match[str]) -> str | None:
    number = f"{spelled(match['airline'])} {digits(match['number'])}" if match["airline"] else digits(match["number"])
    named = "number " if re.search(r"umber|[Nn]o\.|#", match[0]) else ""
    return f"{match[0][0]}light {named}{number}"


_LAW = re.compile(r"\b(?:section|sec\.|rule|title|article)\s$", re.IGNORECASE)


@book.form("code", r"(?P<number>\d{1,4})\((?P<letter>[a-z])\)(?!\w)", at=DIGITS, then="(", run=(1, 4))
def _paragraph(match: re.Match[str]) -> str | None:
    if not _LAW.search(match.string, max(0, match.start() - 10), match.start()):
        return None
    return f"{house_number(match['number'])} {match['letter'].upper()}"


@book.form("code", r"(?<=U\.S\.C\. )(?P<number>\d{3,4})(?P<letter>[a-z]?)(?!\w|[.,]\d)", at=DIGITS, run=(3, 4))
def _statute(match: re.Match[str]) -> str:
    return f"{house_number(match['number'])} {match['letter'].upper()}".strip()


@book.form("code", r"(?:\d{1,2}:)?\d{2,4}-[A-Za-z]{1,4}-\d{2,6}(?![\w-])", at=DIGITS, then=":-", run=(1, 4))
def _docket(match: re.Match[str]) -> str:
    """The number of a case in court: 3:24-cv-00123."""
    return spelled(match[0])


_TRAVEL = re.compile(r"\b(?:flight|flt|trip|route|fare|travel)\b.{0,24}$|\b(?-i:[A-Z]{2} \d{2,4} )$", re.IGNORECASE)


@book.form("code", r"(?P<origin>[A-Z]{3})[-–](?P<goal>[A-Z]{3})(?![\w-])", at=GLUED, glue="-–")
def _airports(match: re.Match[str]) -> str | None:
    travels = _TRAVEL.search(match.string, max(0, match.start() - 32), match.start())
    return f"{match['origin']} to {match['goal']}" if travels else None


_SHARED = re.compile(r"\b(?:seats?|rows?)\s$", re.IGNORECASE)


@book.form("code", r"(?P<row>[1-9]\d?)(?P<first>[A-K])\s?[-–]\s?(?P<last>[A-K])(?!\w)", at=DIGITS, then="ABCDEFGHIJK", run=(1, 2))
def _seats(match: re.Match[str]) -> str | None:
    if match["first"] >= match["last"] or not _SHARED.search(match.string, max(0, match.start() - 8), match.start()):
        return None
    return f"{english(int(match['row']))} {match['first']} to {match['last']}"


@book.form(
    "code",
    r"401\s?\(?[kK]\)?(?!\w)|403\s?\(?[bB]\)?(?!\w)|529(?=\s(?:plan|account|college))|501\s?\(?[cC]\)?(?:\(?3\)?)?(?!\w)",
    r"109\d-[A-Z]+|109\ds(?!\w)|(?:(?<=\b[Yy]our )|(?<=\ba ))1099(?![.,-]?\d)|1099(?=s?\s(?:form|tax))",
    r"1040(?:-?[A-Z]+)?(?=\s(?:form|tax))",
    r"1040-?(?:EZ|SR|NR|X)(?!\w)|(?<=[Yy]our )1040(?!\w|[.,]\d)|(?<=[Ff]orm )[1-9]\d{2,3}(?:-?[A-Z]+)?(?!\w|[.,]\d)",
    at=DIGITS,
    run=(3, 4),
)
def _tax_names(match: re.Match[str]) -> str:
    number, letters = re.match(r"\d+", match[0]), re.sub(r"[\d\W]", "", match[0])
    assert number is not None
    text = number[0]
    if match[0][-1] == "s":
        return f"{house_number(match[0][:-1])}s"
    three = " three" if match[0].rstrip(")").endswith("3") and text == "501" else ""
    # "ten ninety nine MISC" is a word.
    return (
        f"{house_number(text)} {letters if len(letters) > 2 and re.search('[AEIOU]', letters[:-1]) else ' '.join(letters)}".strip() + three
    )


@book.form("code", r"24\s?[/xX-]\s?7(?:\s?/\s?365)?(?![\d/])", at=DIGITS, then=" /xX-", run=(2, 2))
def _always(match: re.Match[str]) -> str:
    return "twenty four seven" + (" three sixty five" if match[0].endswith("365") else "")


@book.form("code", r"(?<=Boeing )(?P<jet>7\d7)(?:-(?P<kind>\d{1,3}))?(?!\w)", r"(?P<jet>7\d7)(?P<kind>)(?=\sMAX\b)", at=DIGITS, run=(3, 3))
def _jet(match: re.Match[str]) -> str:
    return house_number(match["jet"]) + (f" {english(int(match['kind']))}" if match["kind"] else "")


_TECH = (
    r"(?P<tech>[345]G|[234]D|[1248]K|2FA|B2B|B2C|MP3|MP4|H2O|W-?2|W-?4|W-?9|K-1|V-?8|A1C|Y2K|G20|G7|COVID-19|"
    r"Wi-?Fi|WiFi|WWII?|F-[123]50|V-?(?:6|10|12)|[2-5]g(?=\s(?:network|internet|coverage|service|home|phone|tower|signal|plan|data|connection)s?\b|$)|(?:480|720|1080|1440|2160)[pi])(?P<many>s?)(?!\w)"
)


@book.form("code", r"(?P<many>)[vV](?P<tech>\d+(?:\.\d+)*)(?!\w)", at=GLUED, glue=DIGITS)
@book.form("code", _TECH, at=GLUED, heads=("wwi", "wwii"), glue="-" + DIGITS)
@book.form(
    "code",
    _TECH,
    r"(?P<tech>3M)(?=\s(?:Co\b|Company|tape|products?|filters?))(?P<many>)",
    at=DIGITS,
    then="GDKFMgpi",
    run=(1, 4),
)
def _known(match: re.Match[str]) -> str:
    if match[0].startswith("COVID"):
        return "COVID nineteen"
    if match[0].startswith("Wi"):
        return match[0]
    if match[0].startswith("WW"):
        return "World War " + ("two" if match[0] == "WWII" else "one")
    if match["tech"][0] in DIGITS and match[0][0] in "vV":
        return "version " + " point ".join(map(cardinal, match["tech"].split(".")))
    if pairs := re.fullmatch(r"(F?)-?(\d{3,4})([pi]?)", match[0]):
        return f"{pairs[1]} {house_number(pairs[2])} {pairs[3]}".strip()
    parts = re.findall(r"\d+|[A-Za-z]+", match[0].removesuffix(match["many"]))
    return " ".join(english(int(part)) if part.isdigit() else " ".join(part) for part in parts) + match["many"]


@book.form("code", r"(?P<letters>[A-Z]{1,4})(?P<whole>\d{1,3})\.(?P<rest>\d{1,4})(?!\w|\.\d)", at=GLUED, glue=DIGITS)
def _pointed(match: re.Match[str]) -> str:
    """PM2.5, and the code of an illness: E11.9."""
    whole, rest = match["whole"], match["rest"]
    return f"{' '.join(match['letters'])} {digits(whole)} point {digits(rest)}"


@book.form("code", r"(?P<name>ISO|iso)[ -]?(?P<number>[1-9]\d{3,4})(?![\w-]|[.,]\d)", at=GLUED, glue="-" + DIGITS, heads=("iso",))
def _standard(match: re.Match[str]) -> str:
    return f"{' '.join(match['name'].upper())} {english(int(match['number']))}"


@book.form("code", r"802\.11(?P<kind>[a-z]{0,2})(?!\w)", at=DIGITS, then=".", run=(3, 3))
def _wireless(match: re.Match[str]) -> str:
    return f"eight oh two point eleven {' '.join(match['kind'].upper())}".strip()


@book.form("code", r"(?P<width>\d{3})/(?P<height>\d\d)Z?R(?P<rim>\d\d)(?!\w)", at=DIGITS, then="/", run=(3, 3))
def _tire(match: re.Match[str]) -> str:
    return f"{house_number(match['width'])}, {english(int(match['height']))} R {english(int(match['rim']))}"


@book.form(
    "code",
    r"(?!(?:I|US|SR|CR)-\d{1,3}(?!\w))(?=[A-Z-]*\d)(?=[\d-]*[A-Z])[A-Z\d]+(?:-[A-Z\d]+)+(?![\w-])",
    at=GLUED + DIGITS,
    then=ascii_uppercase + "-",
    glue="-" + DIGITS,
)
def _divided(match: re.Match[str]) -> str | None:
    code = match[0]
    if name := _model(match.string, match.start(), code):
        return name
    # "A 30-DAY TRIAL", "a 10-GB plan"
    if re.fullmatch(r"\d{1,3}-[A-Z]+", code) and not announced(match.string, match.start()):
        return short_code(match)
    if form := re.fullmatch(r"([A-Z]{2,4})-(109\d|1040)", code):
        return f"{' '.join(form[1])} {house_number(form[2])}"
    if oil := re.fullmatch(r"(\d{1,2})([A-Z])-(\d{2})", code):
        # 5W-30
        return f"{english(int(oil[1]))} {oil[2]} {english(int(oil[3]))}"
    return short_code(match) or spelled(code)


_SHORT = re.compile(r"([A-Za-z]|[A-Z]{2,4})-?([1-9]\d?)|([1-9]\d?)-?([A-Zk])|([A-Z])-([1-9]\d\d)")


def short_code(match: re.Match[str]) -> str | None:
    """Letters and a small number, which is no code: B12, WD-40, 14C, 10-K, ICD-10, C-130."""
    parts = _SHORT.fullmatch(match[0])
    if not parts or announced(match.string, match.start()):
        return None
    if parts[5]:
        return f"{parts[5]} {house_number(parts[6])}"
    if parts[1]:
        return f"{' '.join(parts[1].upper())} {english(int(parts[2]))}"
    return f"{english(int(parts[3]))} {parts[4].upper()}"
