"""Roman numerals: Henry VIII · World War II · Chapter IV."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.words import ordinal
from steering.core.speech.integers import english

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_ROMANS = {_TENS[n // 10] + _ONES[n % 10]: n for n in range(1, 100)}
# Those that are written small too: scene iii.
_SMALL = ("II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII")
_COUNTED = re.compile(
    r"\b(?:chapter|part|section|article|title|volume|vol\.|book|war|phase|type|stage|class|level|grade|tier|schedule|appendix|exhibit|figure|table|act|scene|unit|module|"
    r"bowl|rocky|model|version|factor|season|series|episode|area|division|region|group|category|page|number|no\.|round|olympiad|superbowl)s?\s+$",
    re.IGNORECASE,
)
_RULERS = frozenset(
    [
        "henry",
        "louis",
        "charles",
        "george",
        "edward",
        "elizabeth",
        "richard",
        "william",
        "james",
        "john",
        "paul",
        "pius",
        "benedict",
        "alexander",
        "catherine",
        "peter",
        "nicholas",
        "philip",
        "napoleon",
        "francis",
        "frederick",
        "gregory",
        "leo",
        "innocent",
        "clement",
        "urban",
        "otto",
        "ivan",
        "ferdinand",
        "mary",
        "margaret",
        "harald",
        "christian",
        "gustav",
        "victor",
        "leopold",
        "albert",
        "alfonso",
        "ramses",
        "thutmose",
        "king",
        "queen",
        "pope",
    ]
)
_ALSO_INITIALS = frozenset({"I", "V", "X", "C", "L", "D", "M"})


_CROWNED = re.compile(r"\b(?:King|Queen|Pope|Emperor|Prince|Kaiser|Tsar)\s[A-Z][a-z]+\s$")
# What stands behind a letter that is a part of a code: model X J 9, level L four.
_LETTER = re.compile(
    r"\s(?:[A-Z](?![\w'])(?!\.\w)|(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred)\b)"
)
_NAME = re.compile(r"\b([A-Z][a-z]+)\s$")
_GRADED = re.compile(r"\b(?:Type|Stage|Phase|Class|Level|Grade|Tier|Schedule|Category|[Tt]ype|[Ss]tage) $")
_GRADED_THING = re.compile(
    r" (?:diabetes|diabetic|error|cancer|tumor|clinical|trial|recall|drug|railroad|medical|device|survey|fun|collision)"
)


@book.form(
    "roman",
    r"(?P<roman>[IVXL]{1,8}|[ivx]{2,6})(?![\w&]|-\w|\.\w|/)",
    heads=[roman.lower() for roman in _ROMANS if roman not in _SMALL],
    words=[roman.lower() for roman in _SMALL],
)
def _roman(match: re.Match[str]) -> str | None:
    number = _ROMANS.get(match["roman"].upper())
    before = match.string[max(0, match.start() - 24) : match.start()]
    # "X J 9" are letters.
    if number is not None and len(match[0]) > 2 and match[0] == match.string:
        return english(number)
    if number is None or (len(match["roman"]) == 1 and _LETTER.match(match.string, match.end())):
        return None
    if len(match["roman"]) == 1 and before.lower().endswith(("model ", "number ")):
        # A letter, as of the Model X, or a person: "the number I".
        return None
    if _COUNTED.search(before):
        # "part I" is a part; "the part I like" is not.
        if (
            match["roman"] == "I"
            and not (_GRADED.search(before) and _GRADED_THING.match(match.string, match.end()))
            and re.match(r"['’]|\s+[a-z]|\s+[A-Z]\b", match.string[match.end() :])
        ):
            return None
        return english(number)
    name = _NAME.search(before)
    if (
        not name
        or match["roman"].islower()
        or (
            match["roman"] in _ALSO_INITIALS and (name[1].lower() not in _RULERS or re.match(r"['’]|\s+[a-z]", match.string[match.end() :]))
        )
    ):
        return None
    if len(match["roman"]) == 1 and match.string.startswith(".", match.end()) and not _CROWNED.search(before):
        # "Henry V." is whose name begins with V.
        return None
    if name[1].lower() in _RULERS or re.match(r"\s+(?:of [A-Z]|the\b)", match.string[match.end() :]):
        return f"the {ordinal(number)}"
    # A person of the third generation, or a product of the second.
    return f"the {ordinal(number)}" if number in (2, 3, 4) and re.search(r"[A-Z][\w.'-]*\s+[A-Z][\w'-]*\s$", before) else english(number)
