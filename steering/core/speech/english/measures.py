"""Measures: 6 ft 2 in · 72°F · 10 mg · 60 mph · 500 GB · a 30-day trial."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.words import DECIMAL, SIGN, cardinal, decimal, fraction, sign
from steering.core.speech.forms import DIGITS, LETTERS

# one, many
_UNITS = {
    "mm": ("millimeter", ""),
    "cm": ("centimeter", ""),
    "m": ("meter", ""),
    "km": ("kilometer", ""),
    "ft": ("foot", "feet"),
    "yd": ("yard", ""),
    "yds": ("yard", ""),
    "mi": ("mile", ""),
    "mg": ("milligram", ""),
    "mcg": ("microgram", ""),
    "µg": ("microgram", ""),
    "g": ("gram", ""),
    "kg": ("kilogram", ""),
    "kgs": ("kilogram", ""),
    "lb": ("pound", ""),
    "lbs": ("pound", ""),
    "oz": ("ounce", ""),
    "ml": ("milliliter", ""),
    "mL": ("milliliter", ""),
    "cc": ("c c", "c c's"),
    "L": ("liter", ""),
    "l": ("liter", ""),
    "gal": ("gallon", ""),
    "qt": ("quart", ""),
    "pt": ("pint", ""),
    "tbsp": ("tablespoon", ""),
    "tsp": ("teaspoon", ""),
    "mph": ("mile per hour", "miles per hour"),
    "mpg": ("mile per gallon", "miles per gallon"),
    "kph": ("kilometer per hour", "kilometers per hour"),
    "km/h": ("kilometer per hour", "kilometers per hour"),
    "m/s": ("meter per second", "meters per second"),
    "KB": ("kilobyte", ""),
    "kB": ("kilobyte", ""),
    "MB": ("megabyte", ""),
    "GB": ("gigabyte", ""),
    "TB": ("terabyte", ""),
    "kb": ("kilobyte", ""),
    "gb": ("gigabyte", ""),
    "mb": ("megabyte", ""),
    "tb": ("terabyte", ""),
    "PB": ("petabyte", ""),
    "Mbps": ("megabit per second", "megabits per second"),
    "Gbps": ("gigabit per second", "gigabits per second"),
    "kbps": ("kilobit per second", "kilobits per second"),
    "mbps": ("megabit per second", "megabits per second"),
    "Hz": ("hertz", "hertz"),
    "kHz": ("kilohertz", "kilohertz"),
    "MHz": ("megahertz", "megahertz"),
    "GHz": ("gigahertz", "gigahertz"),
    "W": ("watt", ""),
    "kW": ("kilowatt", ""),
    "MW": ("megawatt", ""),
    "kWh": ("kilowatt hour", ""),
    "V": ("volt", ""),
    "mAh": ("milliamp hour", ""),
    "A": ("amp", ""),
    "hp": ("horsepower", "horsepower"),
    "psi": ("pound per square inch", "pounds per square inch"),
    "dB": ("decibel", ""),
    "hr": ("hour", ""),
    "hrs": ("hour", ""),
    "h": ("hour", ""),
    "min": ("minute", ""),
    "mins": ("minute", ""),
    "sec": ("second", ""),
    "secs": ("second", ""),
    "s": ("second", ""),
    "ms": ("millisecond", ""),
    "yr": ("year", ""),
    "yrs": ("year", ""),
    "mo": ("month", ""),
    "mos": ("month", ""),
    "wk": ("week", ""),
    "wks": ("week", ""),
    "sq ft": ("square foot", "square feet"),
    "sq. ft.": ("square foot", "square feet"),
    "sqft": ("square foot", "square feet"),
    "sq mi": ("square mile", ""),
    "sq m": ("square meter", ""),
    "m²": ("square meter", ""),
    "m2": ("square meter", ""),
    "km²": ("square kilometer", ""),
    "km2": ("square kilometer", ""),
    "ft²": ("square foot", "square feet"),
    "ft2": ("square foot", "square feet"),
    "cm²": ("square centimeter", ""),
    "cm2": ("square centimeter", ""),
    "m³": ("cubic meter", ""),
    "m3": ("cubic meter", ""),
    "cm³": ("cubic centimeter", ""),
    "cm3": ("cubic centimeter", ""),
    "ac": ("acre", ""),
    "ha": ("hectare", ""),
    "mg/dL": ("milligram per deciliter", "milligrams per deciliter"),
    "mcg/mL": ("microgram per milliliter", "micrograms per milliliter"),
    "mg/mL": ("milligram per milliliter", "milligrams per milliliter"),
    "bpm": ("beat per minute", "beats per minute"),
    "rpm": ("revolution per minute", "revolutions per minute"),
    "fps": ("frame per second", "frames per second"),
    "kcal": ("kilocalorie", ""),
    "cal": ("calorie", ""),
    "pts": ("point", ""),
    "px": ("pixel", ""),
    "dpi": ("dot per inch", "dots per inch"),
    "MP": ("megapixel", ""),
    "mmHg": ("millimeter of mercury", "millimeters of mercury"),
    "nm": ("nanometer", ""),
    "µm": ("micrometer", ""),
    "kPa": ("kilopascal", ""),
    "Pa": ("pascal", ""),
    "mV": ("millivolt", ""),
    "kV": ("kilovolt", ""),
    "mA": ("milliamp", ""),
    "bps": ("basis point", ""),
    "ct": ("count", "count"),
}
_PER = {
    "h": "hour",
    "hr": "hour",
    "s": "second",
    "sec": "second",
    "min": "minute",
    "day": "day",
    "d": "day",
    "wk": "week",
    "week": "week",
    "mo": "month",
    "month": "month",
    "yr": "year",
    "year": "year",
    "l": "liter",
    "L": "liter",
    "kg": "kilogram",
    "lb": "pound",
    "gal": "gallon",
}
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_TO = r"\s?(?:-|–|—|\bto\b)\s?"
_AFTER = r"(?P<dot>\.(?=\s+[a-z]|,))?"
_HALVES = r"(?:(?P<whole>\d{1,4})[ -])?(?P<top>\d{1,3})/(?P<bottom>\d{1,3})"
# A thing that is measured by what stands before it: a five gigabyte plan.
_THING = re.compile(
    r"\s(?:plan|package|bag|tablet|pill|capsule|dose|drive|bottle|box|can|limit|zone|radius|fence|screen|connection|disk)\b"
)
_HUNDREDS = {"100": "hundreds", "1000": "thousands", "1,000": "thousands"}
_FEET = r"(?:ft\.?|feet|foot|'|′|’)"
_INCHES = r"(?:in\.?(?!\w)|inches|inch|\"|″|”|'')"


def unit_name(unit: str, *, many: bool) -> str:
    one, plural = _UNITS[unit]
    return (plural or one + "s") if many else one


@book.form(
    "measure", rf"(?P<feet>\d{{1,3}})\s?-?{_FEET}[\s,-]*(?P<inches>\d{{1,2}}(?:\.\d)?)(?:\s?-?{_INCHES}|(?!\w))", at=DIGITS, then=" '′’f-"
)
def _height(match: re.Match[str]) -> str:
    feet, inches = match["feet"], match["inches"]
    return f"{cardinal(feet)} {'foot' if feet == '1' else 'feet'} {decimal(inches)} {'inch' if inches == '1' else 'inches'}"


@book.form("measure", r"(?P<pounds>\d{1,4})\s?lbs?\.?,?\s?(?P<ounces>\d{1,2})\s?oz\b\.?", at=DIGITS, then=" lL")
def _weight(match: re.Match[str]) -> str:
    pounds, ounces = match["pounds"], match["ounces"]
    return f"{cardinal(pounds)} {unit_name('lb', many=pounds != '1')} {cardinal(ounces)} {unit_name('oz', many=ounces != '1')}"


@book.form(
    "measure",
    rf"(?P<sign>{SIGN})(?P<low>{DECIMAL})(?:{_TO}(?P<high>{DECIMAL}))?\s?(?:°|º|degrees)\s?(?P<scale>[CFK])?(?!\w)",
    at=DIGITS + "-+.",
    then=" ,.°º-–—d",
)
def _degrees(match: re.Match[str]) -> str:
    number = f"{decimal(match['low'])} to {decimal(match['high'])}" if match["high"] else decimal(match["low"])
    scale = {"C": " Celsius", "F": " Fahrenheit", "K": " Kelvin", None: ""}[match["scale"]]
    return f"{sign(match['sign'])}{number} degree{'' if match['low'] == '1' and not match['high'] else 's'}{scale}"


@book.form(
    "measure",
    rf"(?P<sign>{SIGN})(?P<low>{DECIMAL}){_TO}(?P<high>{DECIMAL})(?P<hyphen>\s?-?)(?P<unit>{_UNIT})(?![\w&/]){_AFTER}",
    at=DIGITS + "-+.",
    then=" ,.-–—t",
)
def _between(match: re.Match[str]) -> str:
    unit = unit_name(match["unit"], many="-" not in match["hyphen"])
    return f"{sign(match['sign'])}{decimal(match['low'])} to {decimal(match['high'])} {unit}"


@book.form("measure", rf"{_HALVES}\s?-?(?P<unit>{_UNIT}|in(?=\W*$|\.|,)|\")(?![\w&/]){_AFTER}", at=DIGITS, then=" -/")
def _halves(match: re.Match[str]) -> str:
    part = fraction(int(match["top"]), int(match["bottom"]))
    one, many = (
        ("inch", "inches") if match["unit"] in ("in", '"') else (unit_name(match["unit"], many=False), unit_name(match["unit"], many=True))
    )
    if not match["whole"]:
        return f"{part} {one}" if match["top"] == "1" else f"{part} of {'an' if one[0] in 'aeiou' else 'a'} {one}"
    return f"{cardinal(match['whole'])} and {part} {many}"


@book.form(
    "measure",
    rf"(?P<sign>{SIGN})(?P<number>{DECIMAL})(?P<hyphen>\s?-?)(?P<unit>{_UNIT})(?:\s?/\s?(?P<per>[A-Za-z]+)|(?![\w&/])){_AFTER}",
    at=DIGITS + "-+.",
    then=LETTERS + " ,.-µ",
)
def _measure(match: re.Match[str]) -> str | None:
    number, unit = match["number"], match["unit"]
    if unit == "s" and number in _HUNDREDS:
        return _HUNDREDS[number]
    # "9 A" and "5 s" name things more often than amps and seconds, and "10 am" is a time.
    if unit in ("A", "s", "MP", "ct", "PB") and " " in match["hyphen"]:
        return None
    many = number != "1" and "-" not in match["hyphen"] and not _THING.match(match.string, match.end())
    words = f"{sign(match['sign'])}{decimal(number)} {unit_name(unit, many=many)}"
    return f"{words} per {_PER.get(match['per'], match['per'])}" if match["per"] else words


@book.form(
    "measure",
    rf"(?P<number>{DECIMAL})(?:\s?\"|\s?″|\s(?=in\.)in\.(?!\w)|\s?-?in\b(?=\s*(?:$|[,;x×]|tall|wide|long|deep|screen|monitor|display)))",
    at=DIGITS,
    then=' ,."″-i',
)
def _inches(match: re.Match[str]) -> str | None:
    return f"{decimal(match['number'])} {'inch' if match['number'] == '1' or '-' in match[0] else 'inches'}"


@book.form("measure", r"(?P<number>\d{1,3})['′](?=\s(?:tall|long|wide|high|deep)\b)", at=DIGITS, then="'′")
def _feet(match: re.Match[str]) -> str:
    return f"{cardinal(match['number'])} {unit_name('ft', many=match['number'] != '1')}"
