"""`phone`: a telephone number in E.164; ten digits are North American, unless the region of the language has its own.

The digits are found by `digits`; phonenumbers only says whether somebody can be reached by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

import phonenumbers

from steering.core.hearing.cardinals import TENS, UNITS
from steering.core.hearing.digits import digits
from steering.core.hearing.folding import fold
from steering.core.hearing.tokens import takes, value_tokens

_PLUS = re.compile(r"\+|\bplus\b|\bcountry code\b")
_EXTENSION = re.compile(r"(?<=[a-z0-9])[ ,.]*\b(?:extension|ext|x)\b.*|(?<=\d)x\d+$")
# "twenty seven nine" is 27 9, or 20 7 9.
_TENS_AND_UNIT = re.compile(rf"\b({'|'.join(TENS)})[ -]({'|'.join(UNITS)})\b")
# "area code two six seven and the number is five five five …" is one number.
_BETWEEN = re.compile(r"\b(?:and |then )*(?:the )?(?:rest(?: of it)?|last seven|number)(?: is| are|'s)\b")
# Behind "area code" and such, and within a whole number, what sounds like a digit is one.
_SOUNDS = {"to": "two", "too": "two", "for": "four", "fore": "four", "ate": "eight", "won": "one"}
_SOUND = re.compile(rf"\b({'|'.join(_SOUNDS)})\b")
_SHORT = 200
"""Characters up to which an answer is heard in every way."""
_FEWEST, _MOST = 8, 15
_NATIONAL = 10
_NORTH_AMERICAN = re.compile(r"[2-9]\d{2}[2-9]\d{6}")
_ABROAD = ("011", "00")
"""What is dialled before a country code, in America and elsewhere."""


def phone(text: str, language: str = "en") -> str | None:
    """The number in *text* as "+13125550100", without its extension; None when it is none that can be dialled."""
    folded = _EXTENSION.sub("", fold(text))
    international = _PLUS.search(folded)
    said = folded[international.end() :] if international else folded
    region = language.rpartition("-")[2].upper() if "-" in language else "US"
    likely: str | None = None
    tried: set[str] = set()
    for reading in _readings(said):
        found = None if reading in tried else digits(reading, language=language)
        tried.add(reading)
        if found is None:
            continue
        if region != "US" and not international and (there := reached(found, region, sure=True)):
            return there
        number = dialled(found, international=bool(international))
        if number and (number.startswith("+1") or reached(number, None, sure=True)):
            return number
        likely = likely or (number and reached(number, None))
    # What nobody has, but somebody may have, is taken as it was said.
    return likely or (None if international else _mended(said, language))


def _mended(said: str, language: str) -> str | None:
    """The North American number of which a middle part was corrected: "212 664, sorry, 665 76 65"."""
    said_anew = takes(value_tokens(said, language), language)
    if len(said_anew) == 1:
        return None
    parts = [digits(" ".join(take), language=language) or "" for take in said_anew]
    if sum(map(len, parts[-2:])) <= _NATIONAL:
        return None
    found = digits(said, _NATIONAL, language)
    return dialled(found, international=False) if found else None


def _readings(said: str) -> Iterator[str]:
    """*said* and, after it, other ways to hear it."""
    yield said
    yield _TENS_AND_UNIT.sub(r"\1 and \2", said)
    if len(said) > _SHORT:
        return
    if country := _TENS_AND_UNIT.search(said):
        # "plus forty four twenty seven nine …"
        yield said[: country.end()] + _TENS_AND_UNIT.sub(r"\1 and \2", said[country.end() :])
    if "area code" in said:
        yield _BETWEEN.sub(" ", said[said.index("area code") :])
    yield _SOUND.sub(lambda word: _SOUNDS[word[0]], said)


def dialled(found: str, *, international: bool) -> str | None:
    """The digits *found* in the form of E.164, None when they are none; nothing is known of the country here."""
    abroad = "" if international else next((prefix for prefix in _ABROAD if found.startswith(prefix)), "")
    if international or abroad:
        found = found.removeprefix(abroad)
        if not _FEWEST <= len(found) <= _MOST or found.startswith("0"):
            return None
        return f"+{found}" if found[0] != "1" or _NORTH_AMERICAN.fullmatch(found[1:]) else None
    national = found[1:] if len(found) == 11 and found.startswith("1") else found
    return f"+1{national}" if _NORTH_AMERICAN.fullmatch(national) else None


def reached(found: str, region: str | None, *, sure: bool = False) -> str | None:
    """*found* in E.164 when its country has numbers of that length, dialled in *region*; *sure*: when it gives out such numbers."""
    try:
        number = phonenumbers.parse(found, region)
    except phonenumbers.NumberParseException:
        return None
    fits = phonenumbers.is_valid_number(number) if sure else phonenumbers.is_possible_number(number)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if fits else None


def hear(text: str, now: datetime | None, language: str) -> str | None:
    return phone(text, language)
