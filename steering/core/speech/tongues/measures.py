"""Forms of languages but English around a number and its unit: measures, fractions, ranges, counted nouns."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from steering.core.speech.forms import DIGITS, GROUPED, LETTERS, NO_DIGIT, Forms
from steering.core.speech.tongues.nouns import gender
from steering.core.speech.tongues.tongue import Tongue
from steering.core.speech.tongues.units import UNITS

Parts = Callable[[str], tuple[str, str, str]]
APOSTROPHE = "'"
_DASH = r"\s?[-–—~〜～]\s?"
# Bottoms of fractions that are written with a stroke; others make a day of the month.
_BOTTOMS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10})
# The month and year of a card: 08/29.
_MONTH, _EXPIRY = re.compile(r"0[1-9]|1[0-2]"), re.compile(r"2[0-9]|3[0-9]|4[0-9]")


def _end(tongue: Tongue) -> str:
    """What ends a unit: in a language without spaces, anything but another Latin letter."""
    return r"(?!'?[^\W_])" if tongue.spaced else r"(?![A-Za-z0-9])"


def measures(forms: Forms, tongue: Tongue, number: str, parts: Parts) -> None:
    units = UNITS[tongue.tag]
    sign = "|".join(re.escape(one) for one in sorted(units, key=len, reverse=True))

    @forms.form(
        "measure",
        rf"(?P<sign>[-+]?)(?:(?P<low>{number}){_DASH})?(?P<number>{number})\s?(?P<unit>{sign}){_end(tongue)}",
        at=DIGITS + "-+",
        then=LETTERS + " .,'-–—~〜～°º℃",
        spaced=GROUPED if tongue.group_mark == " " else NO_DIGIT,
    )
    def _measure(match: re.Match[str]) -> str:
        minus = {"-": tongue.minus + tongue.space, "+": tongue.plus + tongue.space}.get(match["sign"], "")
        words = minus + tongue.measured(*parts(match["number"]), units[match["unit"]])
        # The dot that ends the sentence is no part of "Min.".
        stop = "." if match["unit"].endswith(".") and match.end() == len(match.string) else ""
        return (tongue.range(tongue.decimal(*parts(match["low"])), words) if match["low"] else words) + stop


def fractions(forms: Forms, tongue: Tongue) -> None:
    if behind := tongue.half_after:

        @forms.form("fraction", r"(?P<whole>\d{1,3})(?: 1/2| ?½) (?P<noun>[^\W\d_]{3,})", at=DIGITS, run=(1, 3), then=" ½", spaced="1½")
        def _and_a_half(match: re.Match[str]) -> str | None:
            """2 1/2 horas: dos horas y media."""
            noun = match["noun"]
            if match["whole"] == "1" and noun.endswith("s"):
                return None
            feminine = gender(tongue.tag, noun) == "f"
            number = tongue.before_noun(int(match["whole"]), feminine=feminine)
            return f"{number} {noun} {behind[feminine]}"

    # The names of units, and of the hour where its sign belongs to the clock.
    cut = {sign: unit.one for sign, unit in UNITS[tongue.tag].items() if sign[0].isalpha()}
    if tongue.hour_name:
        cut["h"] = tongue.hour_name.removesuffix("s")
    signs = "|".join(re.escape(one) for one in sorted(cut, key=len, reverse=True))

    @forms.form("fraction", rf"1/2 (?P<noun>(?:{signs})(?![\w/])|[^\W\d_]{{3,}})", at=DIGITS, run=(1, 1), then="/")
    def _half(match: re.Match[str]) -> str | None:
        """1/2 tableta: media tableta."""
        if match.string[max(0, match.start() - 2) : match.start() - 1].isdigit():
            return None
        noun = cut.get(match["noun"], match["noun"])
        words = tongue.half_of(noun, match.string[max(0, match.start() - 24) : match.start()])
        stop = "." if match[0].endswith(".") and match.end() == len(match.string) else ""
        return words and f"{words} {noun}{stop}"

    part = lru_cache(maxsize=1024)(tongue.part)
    on, on_after = re.compile(tongue.on + r"\s*$", re.IGNORECASE), re.compile(tongue.on_after)

    @forms.form(
        "fraction",
        r"(?!24/7(?!\d))(?:(?P<whole>\d{1,3}) )?(?P<top>\d{1,2})/(?P<bottom>\d{1,3})(?![\d/]|[.,]\d)",
        at=DIGITS,
        run=(1, 3),
        then=" /",
        spaced=DIGITS,
    )
    def _fraction(match: re.Match[str]) -> str | None:
        top, bottom = int(match["top"]), int(match["bottom"])
        before = match.string[max(0, match.start() - 16) : match.start()]
        if not match["whole"]:
            day, month = (bottom, top) if tongue.month_first else (top, bottom)
            fits = 0 < day < 32 and 0 < month < 13
            # Behind another number there is no such word.
            dated = not before[-2:-1].isdigit() and on.search(before)
            if fits and (top > bottom or bottom not in _BOTTOMS or dated or on_after.match(match.string, match.end())):
                return tongue.date_words(day, month, None, before)
            if dated and top < 13 < bottom < 32:
                # As it is written in the United States: antes del 3/14.
                return tongue.date_words(bottom, top, None, before)
            if _MONTH.fullmatch(match["top"]) and _EXPIRY.fullmatch(match["bottom"]):
                return tongue.date_words(None, top, 2000 + bottom)
        if not bottom:
            return None
        return part(int(match["whole"]) if match["whole"] else 0, top, bottom)


def ranges(
    forms: Forms, tongue: Tongue, number: str, mark: str, heads: tuple[str, ...], money: Callable[[str, str], str | None], parts: Parts
) -> None:
    times = [re.compile(pattern, re.IGNORECASE) for pattern in tongue.times]

    def clock(text: str) -> str | None:
        for pattern in times:
            if (match := pattern.fullmatch(text)) and int(match["hour"]) < 25:
                return tongue.clock(int(match["hour"]), int(match.groupdict().get("minute") or 0), "")
        return None

    side = r"\d{1,2}(?::\d\d|\s?h\s?\d\d(?!\d)|\s?h\b|[時시](?![間간])(?:\s?\d\d?[分분])?)"

    @forms.form("range", rf"(?P<low>{side}){_DASH}(?P<high>{side})(?:\s?Uhr)?(?![\d:])", at=DIGITS, run=(1, 2), then=LETTERS + ": ")
    def _hours(match: re.Match[str]) -> str | None:
        low, high = clock(match["low"]), clock(match["high"])
        return tongue.hours(low, high) if low and high else None

    @forms.form("range", rf"{mark}\s?(?P<low>{number}){_DASH}(?P<high>{number})(?![\d.,]*\d)", at="$€£¥₹₩₽", heads=heads)
    def _amounts(match: re.Match[str]) -> str | None:
        high = money(match["high"], match["mark"])
        return high and tongue.range(tongue.decimal(*parts(match["low"])), high)

    def scaled(match: re.Match[str]) -> str | None:
        many = money("100", match["mark"])
        noun = many.removeprefix(tongue.cardinal(100)).strip() if many else ""
        if not noun:
            return None
        whole, rest, point = parts(match["number"])
        one, more = tongue.scale_signs.get(match["scale"].rstrip("."), (match["scale"], match["scale"]))
        if whole == "1" and not rest:
            return tongue.scaled(tongue.before_noun(1), one, noun)
        return tongue.scaled(tongue.decimal(whole, rest, point), one if tongue.singular(whole) else more, noun)

    signs = "|".join(sorted(tongue.scale_signs, key=len, reverse=True)) or "(?!)"
    if tongue.scales:
        forms.form("money", rf"{mark}\s?(?P<number>{number})\s?(?P<scale>{tongue.scales}|{signs})(?!\w)", at="$€£¥₹₩₽", heads=heads)(scaled)
    if tongue.scale_signs:
        forms.form("money", rf"(?P<number>{number})\s?(?P<scale>{signs})\.?\s?{mark}", at=DIGITS, then=LETTERS + " .,'", spaced=NO_DIGIT)(
            scaled
        )


def repeated(forms: Forms, tongue: Tongue) -> None:
    """3x al día: tres veces al día."""

    @forms.form(
        "measure", r"(?P<number>\d{1,3})\s?[x×](?=\s[^\W\d_]{2}|/)(?:/(?P<per>[^\W\d_]+))?", at=DIGITS, run=(1, 3), then=" x×", spaced="x×"
    )
    def _times(match: re.Match[str]) -> str | None:
        words = tongue.times_over(int(match["number"]))
        return f"{words} {tongue.each(match['per'])}" if words and match["per"] else words


def nouns(forms: Forms, tongue: Tongue) -> None:
    """A number in the gender of the noun behind it: un mensaje, eine Woche, две минуты."""

    @forms.form("cardinal", r"(?P<number>\d{1,6}) (?P<noun>[^\W\d_]{2,})", at=DIGITS, run=(1, 6), then=" ", spaced=NO_DIGIT)
    def _counted(match: re.Match[str]) -> str | None:
        if len(match["number"]) > 1 and match["number"][0] == "0":
            return None
        if named := tongue.one_or_two(int(match["number"]), match["noun"]):
            return named
        words = tongue.agreeing(int(match["number"]), match["noun"], match.string[max(0, match.start() - 24) : match.start()])
        return words and f"{words}{'' if words.endswith(APOSTROPHE) else ' '}{match['noun']}"


def amount_of(tongue: Tongue, codes: dict[str, str], parts: Parts) -> Callable[[str, str], str | None]:
    """How a written amount with its mark is spoken."""

    def spoken(number: str, mark: str) -> str | None:
        whole, rest, _ = parts(number)
        return tongue.money(Decimal(f"{whole}.{rest or 0}"), codes.get(mark, mark)) if len(whole) < 13 and len(rest) < 3 else None

    return spoken
