"""Measures: 22 x 14 x 9 in · 6 ft 2 in · 72°F · 10 mg · 60 mph · 500 GB · a 30-day trial."""

from __future__ import annotations

import re

from steering.core.speech.english import units
from steering.core.speech.english.book import book
from steering.core.speech.english.codes import announced
from steering.core.speech.english.units import PER, UNIT
from steering.core.speech.english.words import (
    DECIMAL,
    SIGN,
    cardinal,
    decimal,
    fraction,
    house_number,
    mixed_number,
    sign,
)
from steering.core.speech.forms import DIGITS, LETTERS

_TO = r"\s?(?:-|–|—|\bto\b)\s?"
# The dot of an abbreviation, where no sentence can end.
_AFTER = r"(?:\.(?=\s+[a-z\d$]|[,;:)/]))?"
_HALVES = r"(?:(?P<whole>\d{1,4})[ -])?(?P<top>\d{1,3})/(?P<bottom>\d{1,3})"
# A thing that is measured by what stands before it: a five gigabyte plan.
_THING = re.compile(
    r"\s(?:plan|package|bag|tablet|pill|capsule|dose|drive|bottle|box|can|limit|zone|radius|fence|screen|connection|disk|TV|television|monitor|"
    r"display|pizza|laptop|pipe|dash|sprint|race|bulb|battery|charger|breaker|circuit|outlet|fuse|service|vial|syringe|injection|bed|job|shift|loan|lease|term|"
    r"warranty|contract|notice|policy|engine|motor|turbo|diesel|V\d+|panel|kettle|fridge|oven|cooker|tank|jug|spoon|carton)s?\b"
)
# "9 A" and "5 s" name things more often than amps and seconds, and "5 d" is a dimension.
_NOT_APART = frozenset({"A", "s", "d", "J", "N", "MP", "ct", "PB", "pp", "kt", "Pa"})
_AMPS = re.compile(r"\s(?:breaker|circuit|fuse|service|outlet|current|panel|plug)s?\b")
_LASTING = re.compile(r"\b(?:in|for|every|within|after|wait|takes?)\s$", re.IGNORECASE)
# Not meters: 1.5m people.
_MANY = re.compile(r"\s(?:people|users|customers|members|views|downloads|jobs|homes|records|accounts|subscribers|visitors|policyholders)\b")
_UNDER = re.compile(r"\b(?:under|over)[- ]$", re.IGNORECASE)
_HUNDREDS = {"100": "hundreds", "1000": "thousands", "1,000": "thousands"}
_FEET = r"(?:ft\.?|feet|foot|'|′|’)"
_INCHES = r"(?:in\.?(?!\w)|inches|inch|\"|″|”|'')"


_SIDE = r"(?P<{0}>\d{{1,5}}(?:\.\d{{1,3}})?(?:[ -]\d/\d{{1,2}})?)(?:\s?(?:\"|″|'|′|in\.?|ft\.?|cm|mm|m)(?=\s?[x×]))?"


@book.form("measure", rf"(?P<times>\d{{1,3}})\s?[xX×]\s?(?=\d{{1,6}}(?:{units.PACKED}))", at=DIGITS, then=" xX×", run=(1, 3), spaced="xX×")
def _packed(match: re.Match[str]) -> str:
    return f"{cardinal(match['times'])} times "


@book.form(
    "measure",
    rf"{_SIDE.format('a')}\s?[xX×]\s?{_SIDE.format('b')}(?:\s?[xX×]\s?{_SIDE.format('c')})?"
    r"(?:\s?(?P<unit>[\"″'′]|(?:in|ft)\b|(?:cm|mm|m|km|yd)\b)(?:\.(?=\s+[a-z]|[,;:)])|(?<=in)\.)?|(?!\w))",
    at=DIGITS,
    then=" .x×X-\"″'′icmf",
    run=(1, 5),
    spaced=DIGITS + "xX×\"″'′icmf",
)
def _size(match: re.Match[str]) -> str | None:
    """22 x 14 x 9 in., 8.5x11, 2x4."""
    if (
        not match["c"]
        and not match["unit"]
        and _PRODUCT.match(match.string, match.end())
        and (" × " in match[0] or "=" in match.string[match.end() :][:2])
    ):
        return None
    said = _SAID_TWICE.fullmatch(match[0])
    if said and said[1] == said[2] and not _thing_next(match):
        return f"{_side(match['a'])} {units.name(said[1], many=match['a'] != '1')} by {_side(match['b'])} {units.name(said[2], many=True)}"
    sides = " by ".join(_side(side) for side in (match["a"], match["b"], match["c"]) if side)
    if not match["unit"]:
        return sides
    stop = "." if match[0].endswith(".") and re.match(r"\s*$|\s+[A-Z]", match.string[match.end() :]) else ""
    return f"{sides} {units.name(_PRIMES.get(match['unit'], match['unit']), many=not _thing_next(match))}{stop}"


_PRIMES = {'"': "in", "″": "in", "'": "ft", "′": "ft"}


def _thing_next(match: re.Match[str]) -> bool:
    return bool(_THING.match(match.string, match.end()) or _FLAT.match(match.string, match.end()))


# Both of two sides have their unit in letters: 60 ft x 120 ft.
_SAID_TWICE = re.compile(r"[\d. /-]+?\s?(ft|cm|mm|m)\s?[xX×]\s?[\d. /-]+?\s?(ft|cm|mm|m)")
_FLAT = re.compile(
    r"\s(?:rug|room|paper|photo|print|poster|frame|sheet|tile|envelope|tray|shed|suitcase|carry-on|mattress|bin|crate|panel)s?\b"
)
_PRODUCT = re.compile(r"\s?=|$")


_MIXED = re.compile(r"(\d+)[ -](\d)/(\d+)")


def _side(written: str) -> str:
    parts = _MIXED.fullmatch(written)
    return mixed_number(parts[1], int(parts[2]), int(parts[3])) if parts else decimal(written)


@book.form(
    "measure",
    rf"(?P<feet>\d{{1,3}})\s?-?{_FEET}[\s,-]*(?P<inches>\d{{1,2}}(?:\.\d)?)(?:\s?-?{_INCHES}|(?!\w))",
    at=DIGITS,
    then=" '′’f-",
    run=(1, 3),
    spaced="-f'′’",
)
def _height(match: re.Match[str]) -> str:
    feet, inches = match["feet"], match["inches"]
    return f"{cardinal(feet)} {'foot' if feet == '1' else 'feet'} {decimal(inches)} {'inch' if inches == '1' else 'inches'}"


@book.form("measure", r"(?P<stone>\d{1,2})\s?st\.?,?\s?(?P<pounds>\d{1,2})\s?lbs?(?!\w)", at=DIGITS, then=" s", run=(1, 2), spaced="s")
def _stone(match: re.Match[str]) -> str:
    return f"{cardinal(match['stone'])} stone {_counted(match['pounds'], 'lb')}"


@book.form(
    "measure", rf"(?P<pounds>\d{{1,4}})\s?lbs?\.?,?\s?(?P<ounces>\d{{1,2}})\s?oz\b{_AFTER}", at=DIGITS, then=" lL", run=(1, 4), spaced="l"
)
def _weight(match: re.Match[str]) -> str:
    return f"{_counted(match['pounds'], 'lb')} {_counted(match['ounces'], 'oz')}"


@book.form(
    "measure",
    rf"(?P<h>\d{{1,3}})\s?h(?:rs?)?\.?\s?(?P<m>\d{{1,2}})\s?(?:m|mins?)?\b{_AFTER}(?:\s?(?P<s>\d{{1,2}})\s?s(?:ecs?)?\b)?",
    rf"(?P<h>)(?P<m>\d{{1,3}})\s?m(?:ins?)?\.?\s?(?P<s>\d{{1,2}})\s?s(?:ecs?)?\b{_AFTER}",
    at=DIGITS,
    then=" hm",
    run=(1, 3),
    spaced="hm",
)
def _duration(match: re.Match[str]) -> str:
    return " ".join(_counted(match[part], unit) for part, unit in (("h", "h"), ("m", "min"), ("s", "s")) if match[part])


def _counted(number: str, unit: str) -> str:
    return f"{cardinal(number)} {units.name(unit, many=number != '1')}"


@book.form(
    "measure",
    rf"(?P<sign>{SIGN})(?P<low>{DECIMAL})(?:\s?[°º]?[CF]?{_TO}(?P<high>{DECIMAL}))?\s?(?:°|º|degrees)\s?(?P<scale>[CFK])?(?!\w)",
    at=DIGITS + "-+.",
    then=" ,.°º-–—d",
    spaced="°ºdt-–—",
)
def _degrees(match: re.Match[str]) -> str:
    number = f"{decimal(match['low'])} to {decimal(match['high'])}" if match["high"] else decimal(match["low"])
    scale = {"C": " Celsius", "F": " Fahrenheit", "K": " Kelvin", None: ""}[match["scale"]]
    return f"{sign(match['sign'])}{number} degree{'' if match['low'] == '1' and not match['high'] else 's'}{scale}"


_WARM = re.compile(r"\b(?:temperature|temp|thermostat|fever|heat|oven|preheat|degrees)\b[^.]{0,32}$", re.IGNORECASE)


@book.form(
    "measure",
    rf"(?P<sign>{SIGN})(?P<number>\d{{1,3}}(?P<rest>\.\d)?)\s?(?P<scale>[CF])(?![\w&'’-])",
    at=DIGITS + "-+",
    then=" .CF",
    run=(1, 3),
    spaced="CF",
)
def _bare_degrees(match: re.Match[str]) -> str | None:
    """72 F where a temperature is spoken of, 98.6 F anywhere."""
    if not match["rest"] and not _WARM.search(match.string, max(0, match.start() - 48), match.start()):
        return None
    scale = {"C": "Celsius", "F": "Fahrenheit"}[match["scale"]]
    return f"{sign(match['sign'])}{decimal(match['number'])} degrees {scale}"


@book.form(
    "measure",
    rf"(?P<sign>{SIGN})(?P<low>{DECIMAL})(?:\s?{UNIT.replace('unit', 'first')})?{_TO}(?P<high>{DECIMAL})(?P<hyphen>\s?-?)"
    rf"{UNIT}(?:{PER}|(?![\w&/])){_AFTER}",
    at=DIGITS + "-+.",
    then=LETTERS + " ,.-–—",
    spaced=LETTERS + "-–—µΩ",
)
def _between(match: re.Match[str]) -> str | None:
    unit = units.names(match["unit"])
    if not unit or match["unit"] in _NOT_APART or match["unit"] == "in" or (match["first"] and units.names(match["first"]) != unit):
        return None
    words = f"{sign(match['sign'])}{decimal(match['low'])} to {decimal(match['high'])} {unit['-' not in match['hyphen']]}"
    return f"{words} per {units.per(match['per'])}" if match["per"] else words


@book.form(
    "measure",
    rf"(?P<number>{DECIMAL})\s?-?(?:ft|lbf?)-(?:lbf?s?|ft)(?!\w){_AFTER}",
    at=DIGITS,
    then=" .,-fl",
    spaced="fl",
)
def _torque(match: re.Match[str]) -> str:
    return f"{decimal(match['number'])} foot pound{'' if match['number'] == '1' else 's'}"


@book.form("measure", r"(?P<down>\d{1,4})/(?P<up>\d{1,4})\s?(?P<unit>[MG]bps)(?!\w)", at=DIGITS, then="/", run=(1, 4))
def _speeds(match: re.Match[str]) -> str:
    """Down and up: 940/35 Mbps."""
    return f"{cardinal(match['down'])} by {cardinal(match['up'])} {units.name(match['unit'], many=True)}"


@book.form(
    "measure", r"(?:(?P<high>\d{2,3})\s?/\s?)?(?P<low>\d{1,3})\s?mm\s?[Hh]g(?!\w)", at=DIGITS, then=" /m", run=(1, 3), spaced=DIGITS + "/m"
)
def _pressure(match: re.Match[str]) -> str:
    high = f"{house_number(match['high'])} over " if match["high"] else ""
    return f"{high}{_counted(match['low'], 'mmHg')}"


@book.form(
    "measure", rf"{_HALVES}\s{{0,2}}-?(?:{UNIT}|(?P<inch>\"))(?![\w&/]){_AFTER}", at=DIGITS, then=" -/", run=(1, 4), spaced=DIGITS + " "
)
def _halves(match: re.Match[str]) -> str | None:
    unit = units.names(match["unit"] or "in")
    # "1/2 in stock"
    if not unit or (match["unit"] == "in" and not _INCH_ENDS.match(match.string, match.end())):
        return None
    if int(match["top"]) > int(match["bottom"]) >= 40:
        # A blood pressure, and what follows it.
        return None
    one, many = unit
    if not match["whole"]:
        part = fraction(int(match["top"]), int(match["bottom"]))
        return f"{part} {one}" if match["top"] == "1" else f"{part} of {'an' if one[0] in 'aeiou' else 'a'} {one}"
    name = one if _THING.match(match.string, match.end()) else many
    return f"{mixed_number(match['whole'], int(match['top']), int(match['bottom']))} {name}"


_INCH_ENDS = re.compile(r"\W*$|[.,;x×)]|\s?[x×]\s|\s(?:tall|wide|long|deep|thick|screen|monitor|display)")


_OF_SOMEONE = re.compile(r"\b(?:an?|the|her|his|my|your|our|their)\s$", re.IGNORECASE)
_SOMEONE = re.compile(r"\s(?:male|female|man|woman|boy|girl|child|patient|son|daughter|dog|cat|home|car)\b")
_AGES = {"y": "year", "yr": "year", "mo": "month", "wk": "week"}


@book.form(
    "measure",
    r"(?P<number>\d{1,3})[\s-](?P<unit>year|yr|month|mo|week|wk|day)(?P<many>s?)\.?[\s-]old(?P<olds>s?)(?!\w)",
    r"(?P<number>\d{1,3})\s?-?(?P<unit>y)(?:/?o(?!\w)|\.\s?o\.)(?P<many>)(?P<olds>)",
    at=DIGITS,
    then=" -y",
    run=(1, 3),
    spaced="ymwd-",
)
def _age(match: re.Match[str]) -> str:
    """A 3-year-old: three year old, its hyphens gone."""
    unit = _AGES.get(match["unit"], match["unit"])
    text, start = match.string, match.start()
    if (
        unit == "year"
        and ("/" in match[0] or match[0][-1] == ".")
        and not _OF_SOMEONE.search(text, max(0, start - 8), start)
        and not _SOMEONE.match(text, match.end())
    ):
        unit = "years"
    return f"{cardinal(match['number'])} {unit}{match['many']} old{match['olds']}"


_ONE_OF = re.compile(r"\b(?:an?|one|two|three|another)\s$", re.IGNORECASE)
_WORD_NEXT = re.compile(
    r"\s(?!or\b|and\b|to\b|of\b|per\b|in\b|a\b|at\b|from\b|for\b|is\b|before\b|after\b|away\b|ago\b|more\b|less\b)[a-z]{3,}"
)


def _before_a_thing(match: re.Match[str]) -> bool:
    """Whether it says how large a thing is: a 10 GB plan, one 81 mg aspirin."""
    text, start, end = match.string, match.start(), match.end()
    return bool(
        _THING.match(text, end) or (not match["per"] and _ONE_OF.search(text, max(0, start - 8), start) and _WORD_NEXT.match(text, end))
    )


@book.form(
    "measure",
    r"(?P<number>\d(?:\.5)?)\s?(?P<room>BR|BD|BA|[Bb]r|[Bb]d|[Bb]a)(?!\w)(?P<more>/(?=\d))?",
    at=DIGITS,
    then=" .Bb",
    run=(1, 1),
    spaced="Bb",
)
def _rooms(match: re.Match[str]) -> str:
    """A flat of 2BR/1BA."""
    room = "bath" if match["room"].lower() == "ba" else "bedroom"
    return f"{decimal(match['number'])} {room}{', ' if match['more'] else ''}"


@book.form(
    "measure",
    rf"(?P<sign>{SIGN})(?P<number>{DECIMAL})(?P<hyphen>\s?-?){UNIT}(?:{PER}|(?![\w&/]|-\d)){_AFTER}",
    at=DIGITS + "-+.",
    then=LETTERS + " ,.-µ",
    spaced=LETTERS + "-µΩ",
)
def _measure(match: re.Match[str]) -> str | None:
    number, sort, text = match["number"], match["unit"], match.string
    unit = units.names(sort)
    if not unit or sort == "in":
        return None
    if sort == "s" and _UNDER.search(match.string, max(0, match.start() - 7), match.start()):
        return f"{cardinal(number)}s"
    if sort == "s" and number in _HUNDREDS:
        return _HUNDREDS[number]
    if sort == "m" and not match["hyphen"] and _MANY.match(text, match.end()):
        return f"{decimal(number)} million"
    if sort == "v" and re.match(r"\s(?:\d|[A-Z])", match.string[match.end() :]):
        # The score or the sides of a match.
        return None
    if sort.isupper() and not match["hyphen"] and announced(text, match.start()):
        # "registration 6388047V"
        return None
    if (
        sort in _NOT_APART
        and " " in match["hyphen"]
        and match[0][-3:] != "ct."
        and not (sort == "s" and _LASTING.search(text, max(0, match.start() - 8), match.start()))
    ) or (sort == "A" and not _AMPS.match(match.string, match.end())):
        return None
    many = number != "1" and "-" not in match["hyphen"] and not _before_a_thing(match)
    words = f"{sign(match['sign'])}{decimal(number)} {unit[many]}"
    if not match["per"]:
        return words
    if match["share"] and units.names(match["per"]):
        one = match["share"].strip()
        share = f"{cardinal(one)} {units.name(match['per'], many=one != '1' and (many or number == '1'))}"
        return f"{words}, {share}" if units.alike(sort, match["per"]) else f"{words} per {share}"
    return f"{words} per {units.per(match['per'])}"


@book.form(
    "measure",
    rf"(?P<number>{DECIMAL})(?:\s?\"|\s?″|\s(?=in\.)in\.(?!\w)|\s?-?in\b(?=\s*(?:$|[,;x×)]|tall|wide|long|deep|thick|high|across|short|apart|screen|monitor|display)))",
    at=DIGITS,
    then=' ,."″-i',
    spaced='"″i-',
)
def _inches(match: re.Match[str]) -> str:
    one = match["number"] == "1" or "-" in match[0] or _THING.match(match.string, match.end())
    return f"{decimal(match['number'])} {'inch' if one else 'inches'}"


@book.form("measure", r"(?P<number>\d{1,3})['′](?=\s(?:tall|long|wide|high|deep)\b|$)", at=DIGITS, then="'′", run=(1, 3))
def _feet(match: re.Match[str]) -> str | None:
    if "'" in match.string[: match.start()]:
        # The end of what is quoted.
        return None
    return _counted(match["number"], "ft")


@book.form("measure", r"[Ss]q\.?(?=\s(?:met(?:re|er)s?|feet|foot|miles?|yards?|inch(?:es)?)\b)", words=("sq",))
def _square(match: re.Match[str]) -> str:
    return "Square" if match[0][0] == "S" else "square"


@book.form(
    "measure",
    r"mi\.(?=\smarkers?\b)|(?<=\dK )mi(?!\w)\.?|kWh(?!\w)|km/h(?!\w)|mi/h(?!\w)|mcg(?!\w)|mg/dL(?!\w)",
    words=("kwh", "km", "mi", "mcg", "mg"),
)
def _alone(match: re.Match[str]) -> str:
    return {
        "mi": "miles",
        "mi.": "miles" if match.string[match.start() - 2 : match.start()] == "K " else "mile",
        "kWh": "kilowatt hour",
        "km/h": "kilometers per hour",
        "mi/h": "miles per hour",
        "mcg": "micrograms",
        "mg/dL": "milligrams per deciliter",
    }[match[0]]
