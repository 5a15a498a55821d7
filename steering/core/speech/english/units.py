"""Units of measure by their written signs, and what may stand behind "per"."""

from __future__ import annotations

import re
from functools import lru_cache

_PLURAL_S = {
    "mm": "millimeter",
    "cm": "centimeter",
    "m": "meter",
    "km": "kilometer",
    "nm": "nanometer",
    "µm": "micrometer",
    "yd": "yard",
    "yds": "yard",
    "mi": "mile",
    "nmi": "nautical mile",
    "mg": "milligram",
    "mcg": "microgram",
    "µg": "microgram",
    "ng": "nanogram",
    "g": "gram",
    "kg": "kilogram",
    "kgs": "kilogram",
    "lb": "pound",
    "lbs": "pound",
    "oz": "ounce",
    "floz": "fluid ounce",
    "ml": "milliliter",
    "dl": "deciliter",
    "cl": "centiliter",
    "µl": "microliter",
    "L": "liter",
    "l": "liter",
    "gal": "gallon",
    "gals": "gallon",
    "qt": "quart",
    "qts": "quart",
    "pt": "pint",
    "tbsp": "tablespoon",
    "tsp": "teaspoon",
    "KB": "kilobyte",
    "MB": "megabyte",
    "GB": "gigabyte",
    "TB": "terabyte",
    "PB": "petabyte",
    "Kb": "kilobit",
    "Mb": "megabit",
    "Gb": "gigabit",
    "kb": "kilobyte",
    "mb": "megabyte",
    "gb": "gigabyte",
    "tb": "terabyte",
    "W": "watt",
    "kW": "kilowatt",
    "MW": "megawatt",
    "GW": "gigawatt",
    "Wh": "watt hour",
    "kWh": "kilowatt hour",
    "MWh": "megawatt hour",
    "V": "volt",
    "v": "volt",
    "mV": "millivolt",
    "kV": "kilovolt",
    "A": "amp",
    "mA": "milliamp",
    "mAh": "milliamp hour",
    "Ω": "ohm",
    "J": "joule",
    "kJ": "kilojoule",
    "N": "newton",
    "kN": "kilonewton",
    "dB": "decibel",
    "Pa": "pascal",
    "kPa": "kilopascal",
    "hPa": "hectopascal",
    "hr": "hour",
    "hrs": "hour",
    "h": "hour",
    "min": "minute",
    "mins": "minute",
    "sec": "second",
    "secs": "second",
    "s": "second",
    "ms": "millisecond",
    "d": "day",
    "yr": "year",
    "yrs": "year",
    "mo": "month",
    "mos": "month",
    "wk": "week",
    "wks": "week",
    "ac": "acre",
    "ha": "hectare",
    "kcal": "kilocalorie",
    "cal": "calorie",
    "cals": "calorie",
    "pts": "point",
    "pp": "percentage point",
    "bps": "basis point",
    "px": "pixel",
    "MP": "megapixel",
    "kt": "knot",
    "kts": "knot",
    "mol": "mole",
    "mmol": "millimole",
    "lm": "lumen",
    "IU": "international unit",
    "mIU": "milli-international unit",
    "mEq": "milliequivalent",
    "doz": "dozen",
    "pk": "pack",
}
_OTHERS = {
    "ft": ("foot", "feet"),
    "in": ("inch", "inches"),
    "mph": ("mile per hour", "miles per hour"),
    "mpg": ("mile per gallon", "miles per gallon"),
    "kph": ("kilometer per hour", "kilometers per hour"),
    "kmh": ("kilometer per hour", "kilometers per hour"),
    "gpm": ("gallon per minute", "gallons per minute"),
    "Kbps": ("kilobit per second", "kilobits per second"),
    "kbps": ("kilobit per second", "kilobits per second"),
    "Mbps": ("megabit per second", "megabits per second"),
    "Gbps": ("gigabit per second", "gigabits per second"),
    "MJ": ("megajoule", "megajoules"),
    "GJ": ("gigajoule", "gigajoules"),
    "kVA": ("kilovolt ampere", "kilovolt amperes"),
    "Hz": ("hertz", "hertz"),
    "kHz": ("kilohertz", "kilohertz"),
    "MHz": ("megahertz", "megahertz"),
    "GHz": ("gigahertz", "gigahertz"),
    "hp": ("horsepower", "horsepower"),
    "cc": ("c c", "c c"),
    "psi": ("pound per square inch", "pounds per square inch"),
    "bpm": ("beat per minute", "beats per minute"),
    "rpm": ("revolution per minute", "revolutions per minute"),
    "fps": ("frame per second", "frames per second"),
    "ppm": ("part per million", "parts per million"),
    "ppb": ("part per billion", "parts per billion"),
    "dpi": ("dot per inch", "dots per inch"),
    "inHg": ("inch of mercury", "inches of mercury"),
    "mmHg": ("millimeter of mercury", "millimeters of mercury"),
    "BTU": ("B T U", "B T U's"),
    "ct": ("count", "count"),
}
_UNITS = {sign: (one, one + "s") for sign, one in _PLURAL_S.items()} | _OTHERS
# In other capitals these are states, time zones and titles.
_ONE_CASE = frozenset({"mo", "mi", "ms", "pt", "ct", "ha", "ac", "nm", "cal", "in", "pp", "doz", "mol", "min"})
_ANY_CASE = {sign.lower(): names for sign, names in reversed(_UNITS.items()) if len(sign) > 1 and sign.lower() not in _ONE_CASE}
_SQUARE = {"sq": "square ", "cu": "cubic ", "2": "square ", "3": "cubic "}
_LENGTHS = frozenset({"mm", "cm", "m", "km", "ft", "yd", "mi", "in"})
# A unit as it is written: letters, perhaps with a power or a "sq" before it. `names` tells which there are.
UNIT = r"(?P<unit>(?:sq|cu|fl)\.?\s?[a-z]{1,2}\b|[A-Za-zµΩ]{1,5}(?:\^?[23](?!\d))?)"
PER = r"(?:\s?/\s?(?P<share>\d{1,4}\s?)?(?P<per>(?:sq|cu)\.?\s[a-z]{1,2}\b|[A-Za-zµ]+(?:\^?[23](?!\d))?)(?!\w))"
_ALIKE = (
    frozenset({"lb", "lbs", "oz", "kg", "g"}),
    frozenset({"mi", "km", "ft", "m", "in", "cm", "yd", "mm"}),
    frozenset({"gal", "L", "l", "qt", "pt"}),
)
_PERS = {
    "qtr": "quarter",
    "ea": "each",
    "mth": "month",
    "sqft": "square foot",
    "person": "person",
    "doz": "dozen",
    "pr": "pair",
    "nt": "night",
}


# What is weighed, or comes in packs: 2 x 500 mg, 2 x 100 test strips. Boards and photos are 2 x 4.
PACKED = (
    r"\s?(?:[mk]?g|mcg|lbs?|oz|m[lL]|IU|units?|GB)\b"
    r"|\s(?:[a-z]+ )?(?:strips|tablets|tabs|capsules|caps|pills|doses|vials|pens|sachets|patches|needles|lancets|wipes|masks|gloves)\b"
)


@lru_cache(maxsize=1024)
def names(sign: str) -> tuple[str, str] | None:
    """One and many of the unit with the written *sign*, or None when it is no unit."""
    sign = re.sub(r"[.^\s]", "", sign)
    if found := _UNITS.get(sign) or _ANY_CASE.get(sign.lower() if sign not in _ONE_CASE else ""):
        return found
    power, base = (sign[:2], sign[2:]) if sign[:2] in _SQUARE else (sign[-1:], sign[:-1])
    if power in _SQUARE and base in _LENGTHS:
        one, many = _UNITS[base]
        return _SQUARE[power] + one, _SQUARE[power] + many
    return None


def alike(one: str, other: str) -> bool:
    """Whether both signs measure the same, so that the second amount says the first once more: 50 lb/23 kg."""
    return one == other or any(one in signs and other in signs for signs in _ALIKE)


def name(sign: str, *, many: bool) -> str:
    """The name of a *sign* that is a unit."""
    found = names(sign)
    assert found is not None
    return found[many]


def per(sign: str) -> str:
    """What an amount is for, by its sign behind the stroke: mo month, kWh kilowatt hour, visit visit."""
    if sign in _PERS:
        return _PERS[sign]
    found = names(sign)
    return found[0] if found else sign
