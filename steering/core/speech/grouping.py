"""How long numbers are divided when they are read out."""

from __future__ import annotations

import re

import phonenumbers

_COUNTRY = re.compile(r"[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3}")


def groups(bare: str) -> list[str]:
    """Digits in fours where that comes out even, else in threes; up to five stay together."""
    if len(bare) < 6:
        return [bare]
    return [bare[at : at + 4] for at in range(0, len(bare), 4)] if len(bare) % 4 == 0 else in_threes(bare)


def in_threes(bare: str) -> list[str]:
    """Digits in threes, with the last two to four together."""
    cut = max(0, (len(bare) - 2) // 3 * 3)
    return [*(bare[at : at + 3] for at in range(0, cut, 3)), bare[cut:]]


def international(bare: str) -> list[str]:
    """A number after its plus sign: the country code, then threes; as at home for North America."""
    code = _COUNTRY.match(bare)
    size = code.end() if code else 0
    return [bare[:size], *in_threes(bare[size:])]


def at_home(number: str, region: str) -> str | None:
    """*number* as it is dialled in its own country, in groups; None when *region* ("US") is another country or no number has it."""
    try:
        found = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return None
    if found.country_code != phonenumbers.country_code_for_region(region) or not phonenumbers.is_possible_number(found):
        return None
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.NATIONAL)
