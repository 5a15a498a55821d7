"""Street addresses: 500 5th Ave, New York, NY 10110 · Apt. 4B · P.O. Box 73 · 1600 N. Elm Blvd., Suite 200."""

from __future__ import annotations

import re
from string import ascii_uppercase

from steering.core.speech.english.book import book
from steering.core.speech.english.codes import spelled
from steering.core.speech.english.words import digits, house_number
from steering.core.speech.forms import DIGITS, GLUED, LETTERS

_STREETS = {
    "st": "Street",
    "ave": "Avenue",
    "av": "Avenue",
    "blvd": "Boulevard",
    "rd": "Road",
    "ln": "Lane",
    "ct": "Court",
    "pl": "Place",
    "dr": "Drive",
    "pkwy": "Parkway",
    "hwy": "Highway",
    "expy": "Expressway",
    "expwy": "Expressway",
    "ter": "Terrace",
    "cir": "Circle",
    "sq": "Square",
    "fwy": "Freeway",
    "tpke": "Turnpike",
    "trl": "Trail",
    "plz": "Plaza",
    "cres": "Crescent",
    "pky": "Parkway",
    "rte": "Route",
}
_FULL = (
    "Street|Avenue|Boulevard|Road|Lane|Court|Place|Drive|Parkway|Highway|Expressway|Terrace|Circle|Square|"
    "Freeway|Turnpike|Trail|Plaza|Way|Broadway|Loop|Row|Alley"
)
_SUFFIX = "St|Ave|Av|Blvd|Rd|Ln|Ct|Pl|Dr|Pkwy|Hwy|Expy|Expwy|Ter|Cir|Sq|Fwy|Tpke|Trl|Plz|Cres|" + _FULL
_DIRECTIONS = {
    "n": "North",
    "s": "South",
    "e": "East",
    "w": "West",
    "ne": "Northeast",
    "nw": "Northwest",
    "se": "Southeast",
    "sw": "Southwest",
}
_STATES = {
    "AL": "Alabama",
    "AK": "Alaska",
    "AZ": "Arizona",
    "AR": "Arkansas",
    "CA": "California",
    "CO": "Colorado",
    "CT": "Connecticut",
    "DE": "Delaware",
    "DC": "D C",
    "FL": "Florida",
    "GA": "Georgia",
    "HI": "Hawaii",
    "ID": "Idaho",
    "IL": "Illinois",
    "IN": "Indiana",
    "IA": "Iowa",
    "KS": "Kansas",
    "KY": "Kentucky",
    "LA": "Louisiana",
    "ME": "Maine",
    "MD": "Maryland",
    "MA": "Massachusetts",
    "MI": "Michigan",
    "MN": "Minnesota",
    "MS": "Mississippi",
    "MO": "Missouri",
    "MT": "Montana",
    "NE": "Nebraska",
    "NV": "Nevada",
    "NH": "New Hampshire",
    "NJ": "New Jersey",
    "NM": "New Mexico",
    "NY": "New York",
    "NC": "North Carolina",
    "ND": "North Dakota",
    "OH": "Ohio",
    "OK": "Oklahoma",
    "OR": "Oregon",
    "PA": "Pennsylvania",
    "PR": "Puerto Rico",
    "RI": "Rhode Island",
    "SC": "South Carolina",
    "SD": "South Dakota",
    "TN": "Tennessee",
    "TX": "Texas",
    "UT": "Utah",
    "VT": "Vermont",
    "VA": "Virginia",
    "WA": "Washington",
    "WV": "West Virginia",
    "WI": "Wisconsin",
    "WY": "Wyoming",
}
_PROVINCES = {
    "AB": "Alberta",
    "BC": "British Columbia",
    "MB": "Manitoba",
    "NB": "New Brunswick",
    "NL": "Newfoundland and Labrador",
    "NS": "Nova Scotia",
    "ON": "Ontario",
    "PE": "Prince Edward Island",
    "QC": "Quebec",
    "SK": "Saskatchewan",
}
_AUSTRALIAN = {
    "NSW": "New South Wales",
    "VIC": "Victoria",
    "QLD": "Queensland",
    "SA": "South Australia",
    "WA": "Western Australia",
    "TAS": "Tasmania",
    "ACT": "Australian Capital Territory",
    "NT": "Northern Territory",
}
_UNITS = {
    "apt": "Apartment",
    "ste": "Suite",
    "suite": "Suite",
    "unit": "Unit",
    "rm": "Room",
    "room": "Room",
    "bldg": "Building",
    "fl": "Floor",
    "apartment": "Apartment",
    "building": "Building",
    "gate": "Gate",
    "flat": "Flat",
    "lot": "Lot",
    "lvl": "Level",
    "hwy": "Highway",
    "highway": "Highway",
    "route": "Route",
    "rte": "Route",
    "rt": "Route",
    "row": "Row",
    "seat": "Seat",
    "interstate": "Interstate",
    "exit": "Exit",
    "terminal": "Terminal",
    "train": "Train",
    "bus": "Bus",
}
_HOUSE_BEFORE = re.compile(
    r"\b\d+\S*,?\s+(?:[\w.']+\s+){0,3}$|\b(?:on|at|along|off|from|to|near|and|of)\s+(?:[NSEW]\.?\s+)?(?:[A-Z0-9][\w']*\s+){1,2}$"
)


@book.form(
    "address",
    rf"(?P<number>\d{{1,6}})(?:-(?=[A-Z]\s))?(?P<letter>[A-Za-z]?)(?=\s+(?:[NSEW]{{1,2}}\.?\s+|(?:North|South|East|West)\s+)?(?:[A-Z0-9][\w'.-]*\s+){{1,4}}?(?:{_SUFFIX})\b)",
    r"(?P<number>\d{1,6})(?P<letter>[A-Z]?)(?=\s+(?:[NSEW]\.?\s+)?"
    r"(?:Broadway\b|(?:(?<=[NSEW] )|(?<=[NSEW]\. ))\d{1,3}(?:st|nd|rd|th)\b|"
    r"(?<=[NSEW]\. )[A-Z][a-z]+,\s(?:Apt|Ste|Suite|Unit|[A-Z][a-z]+,\s[A-Z]{2}\b)|"
    r"(?:Hwy|Highway|Route|Rte|Rt|County Road|State Road|US|FM|CR|SR)\b\.?[\s-]?\d))",
    at=DIGITS,
    then=LETTERS + " -",
    run=(1, 6),
    spaced=ascii_uppercase + DIGITS + " ",
)
def _house(match: re.Match[str]) -> str:
    return f"{house_number(match['number'])} {match['letter'].upper()}".strip()


_NUMBERED = re.compile(r"(?:^|\s)\d{1,5} $")
_ON_A_STREET = re.compile(r"\s(?:[A-Z][a-z]+(?:,|$|\.(?:\s|$))|\d{1,3}(?:st|nd|rd|th)\b)")
_STREET_AHEAD = re.compile(rf"\s+(?:[A-Z0-9][\w'-]*\s+){{1,3}}(?:{_SUFFIX})\b")
_INITIAL_BEFORE = re.compile(r"[A-Z]\.\s*$")
_BEARING = re.compile(r"\bwinds?(?: from(?: the)?|:)? $|\bdegrees $|[°º]\s?$", re.IGNORECASE)
_REGION = re.compile(r"\s(?:Carolina|Dakota|Virginia|Korea|Africa|America)\b")


@book.form("address", r"(?P<letters>[NSEW]{1,2}|N\.?[EW]|S\.?[EW])\.?(?=\s+[A-Z0-9][\w'-]*)", heads=_DIRECTIONS)
def _direction_before(match: re.Match[str]) -> str | None:
    text, end = match.string, match.end()
    if _REGION.match(text, end) or _BEARING.search(text, max(0, match.start() - 16), match.start()):
        return _DIRECTIONS.get(match["letters"].lower())
    if _NUMBERED.search(text, max(0, match.start() - 8), match.start()) and _ON_A_STREET.match(text, end):
        return _DIRECTIONS.get(match["letters"].replace(".", "").lower())
    if not _STREET_AHEAD.match(text, end, end + 60) or _INITIAL_BEFORE.search(text, max(0, match.start() - 3), match.start()):
        return None
    return _DIRECTIONS.get(match["letters"].replace(".", "").lower())


@book.form(
    "address",
    r"(?P<letters>[NS]\.?[EW]\.?|[NSEW]\.?)(?=\s(?:to|at|for|past|near|toward|until|and|between|is|are|was|has|will|exit|Exit|on|in|from|with|before)\b)",
    r"(?P<letters>[NS]\.[EW]\.|[NSEW]\.)(?=[,;:!?)])",
    r"(?P<letters>[NS]\.?[EW]\.?|[NSEW])(?=\s*(?:[,;:!?)]|$|\.(?!\w)))",
    heads=_DIRECTIONS,
)
def _direction_after(match: re.Match[str]) -> str | None:
    text, start, end = match.string, match.start(), match.end()
    if not _WAY_BEFORE.search(text, max(0, start - 16), start):
        return None
    letters = match["letters"].replace(".", "").lower()
    return _DIRECTIONS[letters] + "." * (match["letters"].endswith(".") and _ENDS.match(text, end) is not None)


_WAY_BEFORE = re.compile(
    r"\b[Ww]inds?(?: from(?: the)?|:)? $|[°º]\s?$|\b(?:[Gg]o|[Hh]ead|[Dd]rive|[Tt]urn)(?:ing)? $|"
    rf"\b(?:{_SUFFIX})\.?,?\s$|\b(?:Hwy\.?|Highway|Route|R(?:te|t)\.?|I|US)[\s-]\d{{1,3}}\s$"
)
_ENDS = re.compile(r"\s*$|\s+[A-Z]")
_GOES_ON = re.compile(r"\s+[a-z]")
_NAME_NEXT = re.compile(r"\s+(?!(?:Apt|Suite|Ste|Unit|Rm)\b)[A-Z]")
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w']*|\d(?:st|nd|rd|th))\s$")
_STREET_ENDS = re.compile(r"\s*$|\s+(?!Apt|Suite|Ste|Unit|NW|NE|SW|SE)[A-Z][a-z]")
_NUMBERED_ROAD = re.compile(r"\s?#?\d")


@book.form("address", r"(?P<word>[A-Z][a-z]{1,4}|st|dr)(?P<dot>\.?)(?![\w-])", words=_STREETS)
def _street(match: re.Match[str]) -> str | None:
    word, text = match["word"].lower(), match.string
    start, end = match.start(), match.end()
    if word in ("hwy", "rte") and _NUMBERED_ROAD.match(text, end):
        return None
    if match["word"].islower():
        if not match["dot"] or not _GOES_ON.match(text, end):
            return None
        return "saint" if word == "st" else "doctor"
    if word in ("st", "dr"):
        # "Dr. Chen" and "St. Mary's" against "Oak Dr." and "Main St."
        if _NAME_NEXT.match(text, end) and not _HOUSE_BEFORE.search(text, max(0, start - 48), start):
            return "Saint" if word == "st" else "Doctor"
        if not _NAME_BEFORE.search(text, max(0, start - 48), start):
            return "Doctor" if word == "dr" and match["dot"] else None
    elif not match["dot"] and not _NAME_BEFORE.search(text, max(0, start - 48), start):
        return None
    return _STREETS[word] + "." * (bool(match["dot"]) and _STREET_ENDS.match(text, end) is not None)


@book.form("address", r"(?P<state>[A-Z]{2,3})\s(?P<code>\d{4})(?![\w-]|[.,:/]\d)", heads=[state.lower() for state in _AUSTRALIAN])
def _australian(match: re.Match[str]) -> str | None:
    """Perth WA 6000."""
    if match["state"] not in _AUSTRALIAN or not re.search(r"[A-Z][a-z]+,?\s$", match.string[max(0, match.start() - 24) : match.start()]):
        return None
    return f"{_AUSTRALIAN[match['state']]}, {digits(match['code'])}"


@book.form(
    "address",
    r"[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?![\w-])",
    r"[A-Z]\d[A-Z] \d[A-Z]\d(?![\w-])",
    r"[A-Z]\d\d (?=[A-Z\d]*[A-Z])(?=[A-Z\d]*\d)[A-Z\d]{4}(?![\w-])",
    at=GLUED,
    glue=DIGITS,
)
def _postcode(match: re.Match[str]) -> str:
    """British, Canadian and Irish: SW1A 1AA, M5V 2T6, D02 X285."""
    return spelled(match[0])


@book.form(
    "address", r"(?P<state>[A-Z]{2})(?P<zip>\s+\d{5}(?:-\d{4})?)?(?!\w|[&/-])", heads=[state.lower() for state in (*_STATES, *_PROVINCES)]
)
def _state(match: re.Match[str]) -> str | None:
    name = _STATES.get(match["state"]) or _PROVINCES.get(match["state"])
    text, start = match.string, match.start()
    # "Austin, TX" and "Austin TX 78701", but "Member ID 99812".
    behind = _TOWN if match["zip"] and name != "Idaho" else _TOWN_AND_COMMA
    if not name or not behind.search(text, max(0, start - 24), start):
        return None
    if not match["zip"] and match["state"] == "MD" and _DOCTOR.search(text, max(0, start - 24), start):
        return None
    if not match["zip"]:
        return name
    return f"{name} {', '.join(map(digits, match['zip'].strip().split('-')))}"


_TOWN, _TOWN_AND_COMMA = re.compile(r"[A-Z]\w*[^\W\dA-Z]\.?,?\s$"), re.compile(r"[A-Z]\w*[^\W\dA-Z]\.?,\s$")
_DOCTOR = re.compile(r"\b(?:Dr\.?|Doctor) [\w. '-]+, $")
_PLACE = re.compile(rf",\s(?:NYC|D\.C\.|{'|'.join(name for name in _STATES.values() if len(name) > 3)})\s$")


@book.form("address", r"\d{5}(?:-\d{4})?(?![\w-]|[.,:/]\d)", at=DIGITS, run=(5, 5))
def _zip(match: re.Match[str]) -> str | None:
    """Behind a state that is written out, and with four digits more anywhere."""
    text, start = match.string, match.start()
    if "-" not in match[0] and not _PLACE.search(text, max(0, start - 20), start):
        return None
    return ", ".join(map(digits, match[0].split("-")))


_SHORT_STATES = {
    "ariz": "Arizona",
    "calif": "California",
    "colo": "Colorado",
    "conn": "Connecticut",
    "fla": "Florida",
    "ill": "Illinois",
    "mass": "Massachusetts",
    "mich": "Michigan",
    "minn": "Minnesota",
    "mont": "Montana",
    "nev": "Nevada",
    "okla": "Oklahoma",
    "penn": "Pennsylvania",
    "tenn": "Tennessee",
    "tex": "Texas",
    "wis": "Wisconsin",
    "wyo": "Wyoming",
}


@book.form("address", r"(?P<state>[A-Z][a-z]{2,4})\.", words=_SHORT_STATES)
def _state_cut_short(match: re.Match[str]) -> str:
    stop = "." if re.match(r"\s*$", match.string[match.end() :]) else ""
    return _SHORT_STATES[match["state"].lower()] + stop


# Two letters that are something else at least as often.
_UNSURE = re.compile("A[LR]|C[OT]|D[CE]|HI|I[DN]|LA|M[ADES]|O[KR]|P[AR]|VA")
_SURE = frozenset(state for state in _STATES if not _UNSURE.fullmatch(state))
_NEXT_STATE = re.compile(r"(?:,|,? (?:and|or|&)) ([A-Z]{2})(?![\w&/-])")
_LAST_STATE = re.compile(r"(?<![\w&/-])([A-Z]{2})(?:,|,? (?:and|or|&)) $")
_IN = re.compile(r"\b(?:in|from|to|of|outside|across|throughout|within|into)\s$")
_OF_STATE = re.compile(r"\s(?:residents?|law|drivers?|customers?|state|members?|policyholders?)\b")


@book.form("address", r"(?P<state>[A-Z]{2})(?![\w&/'-]|\.\w)", heads=[state.lower() for state in _STATES])
def _state_alone(match: re.Match[str]) -> str | None:
    """One of a list of states, and one that surely is one: in NJ, NY and PA."""
    text, start, end, state = match.string, match.start(), match.end(), match["state"]
    if state not in _STATES:
        return None
    beside = [found[1] for found in (_NEXT_STATE.match(text, end), _LAST_STATE.search(text, max(0, start - 10), start)) if found]
    listed = all(other in _STATES for other in beside) and not _SURE.isdisjoint({state, *beside})
    if beside:
        return _STATES[state] if listed else None
    return _STATES[state] if state in _SURE and (_IN.search(text, max(0, start - 12), start) or _OF_STATE.match(text, end)) else None


@book.form(
    "address",
    r"(?P<unit>[A-Za-z]{2,9})\.?\s?#?\s?(?P<first>\d{1,3})[-/](?P<second>\d{1,4})(?!\w|[.,:/-]\d|%)",
    heads=("flat", "apt", "apartment", "ste", "suite", "unit", "rm", "room", "bldg", "building", "lot"),
)
def _divided_unit(match: re.Match[str]) -> str:
    """One place, by its floor or block: Room 2-117."""
    name = _UNITS[match["unit"].lower()]
    return f"{name if match['unit'][0].isupper() else name.lower()} {house_number(match['first'])}, {house_number(match['second'])}"


@book.form("address", r"(?P<party>[DRI])-(?P<state>[A-Z]{2})(?=\))", at=GLUED, glue="-")
def _senator(match: re.Match[str]) -> str | None:
    """Of a party and a state: (D-NY)."""
    return f"{match['party']}, {_STATES[match['state']]}" if match["state"] in _STATES else None


@book.form(
    "address",
    r"(?P<unit>[A-Za-z]{2,10})(?P<dot>\.?)\s?#?\s?(?P<number>[A-Z]?-?\d{1,5}(?:-?[A-Z](?!-))?|(?<=[.\s#])[A-HJ-Z])(?!['\w]|[.,:/-]\d|%)",
    heads=_UNITS,
    flags=0,
)
def _unit(match: re.Match[str]) -> str | None:
    unit, number = match["unit"].lower(), match["number"]
    name = _UNITS[unit]
    if unit not in ("apt", "ste", "rm", "bldg", "fl", "hwy", "rte", "rt") or match["unit"].islower():
        name = name if match["unit"][0].isupper() else name.lower()
    return f"{name} {house_number(number) if number.isdigit() else _lettered(number)}"


@book.form(
    "address",
    r"(?P<place>[Rr]ooms|[Ss]uites|[Uu]nits|[Ee]xits|[Ll]ockers)\s(?P<low>\d{3,4})\s?(?P<to>-|–|to|and|&|through|or)\s?(?P<high>\d{3,4})(?!\w|[.,:/-]\d)",
    heads=("rooms", "suites", "units", "exits", "lockers"),
)
def _rooms(match: re.Match[str]) -> str:
    to = {"-": "to", "–": "to", "&": "and"}.get(match["to"], match["to"])
    return f"{match['place']} {house_number(match['low'])} {to} {house_number(match['high'])}"


@book.form("address", r"(?<=\d(?:st|nd|rd|th) )[Ff]l(?P<dot>\.?)(?!\w)", words=("fl",))
def _floor(match: re.Match[str]) -> str:
    return match[0][0] + "loor" + ("." if match["dot"] and re.match(r"\s*$|\s+[A-Z][a-z]", match.string[match.end() :]) else "")


@book.form("address", r"(?P<word>[Ee]rror|HTTP|[Pp]ort)\s(?P<number>[1-9]\d{2,3})(?!\w|[.,:/-]\d)", heads=("error", "http", "port"))
def _error(match: re.Match[str]) -> str:
    return f"{match['word']} {house_number(match['number'])}"


@book.form("address", r"(?P<lead>[Gg]r(?:ades?|\.))\s(?:Pre-)?K\s?[-–]\s?(?P<last>\d{1,2})(?!\w)", heads=("grade", "grades", "gr"))
def _grades(match: re.Match[str]) -> str:
    lead = match["lead"] if match["lead"][-1] != "." else match["lead"][0] + "rades"
    return f"{lead} {'Pre-' * ('Pre-' in match[0])}K to {house_number(match['last'])}"


@book.form("address", r"Pre-?K\s?[-–]\s?(?P<last>\d{1,2})(?!\w)", at=GLUED, heads=("prek",), glue="-")
def _from_pre_k(match: re.Match[str]) -> str:
    return f"Pre-K to {house_number(match['last'])}"


def _lettered(number: str) -> str:
    return " ".join(house_number(part) if part.isdigit() else spelled(part) for part in re.findall(r"\d+|[A-Z]+", number))


@book.form("address", r"P\.?\s?O\.?\s?[Bb]ox\s?(?:#\s?)?(?P<number>\d{1,6})?", heads=("p", "po"))
def _post_box(match: re.Match[str]) -> str:
    return f"P O Box {house_number(match['number'])}" if match["number"] else "P O Box"


@book.form("address", r"(?:(?P<road>I|US|SR|CR)-|US\s)(?P<number>\d{1,3})(?!\w)", at=GLUED, heads=("us",), glue="-")
def _interstate(match: re.Match[str]) -> str:
    return f"{'US' if (match['road'] or 'US') == 'US' else ' '.join(match['road'])} {house_number(match['number'])}"
