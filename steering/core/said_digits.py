"""The digits that are said in free speech, in figures or in words: "four one one one", "double five", "forty one". Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from steering.core.hearing.cardinals import BELOW_HUNDRED, TENS
from steering.core.languages import language as language_of
from steering.core.languages import listed

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)?")
REPEATS = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_OH = frozenset(("oh", "o"))
BETWEEN = frozenset(listed("uh | um | er | erm | ah | and | then | dash | hyphen | space | comma | dot | point | slash"))
# What is said in the middle of a card number, beside those.
_PAUSE = BETWEEN | frozenset(
    listed(
        """
        wait | no | yes | yeah | sorry | hold | hang | on | let | me | see | okay | ok | so | well | hm | hmm | mm | like | next | again
        please | a | sec | second | moment | minute | just | right | i | it's | is | that's | the | rest | y | luego | después | espere
        espera | perdón | un | momento | guion | eh | bueno
        """
    )
)
_SHORT_TIMES = frozenset(listed("sec | second | moment | minute"))
_SPELLED = frozenset(listed("cvv | cvc | cid | ssn | dob"))
LONGEST_PAUSE = 6


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the text: where it stands, folded, and the digits that it says ("" for none)."""

    start: int
    end: int
    folded: str
    digits: str


def words_with_digits(text: str, language: str) -> list[Word]:
    """The words of *text*, those of one number put together."""
    names = digit_names(language)
    found: list[Word] = []
    repeat = 1
    for match in _TOKEN.finditer(text):
        folded = match[0].casefold().removesuffix("'s")
        digits = _figures(folded) if folded.isdecimal() else names.get(folded, "")
        if folded in _OH and not (found and found[-1].digits):
            digits = ""
        if digits and repeat > 1:
            digits, repeat = digits * repeat, 1
        if folded in REPEATS:
            repeat = REPEATS[folded]
            found.append(Word(match.start(), match.end(), folded, ""))
            continue
        if found and digits and len(digits) == 1 and digits != "0" and found[-1].folded in TENS and not folded.isdecimal():
            # "forty one" is 41.
            tens = found.pop()
            found.append(Word(tens.start, match.end(), folded, tens.digits[:-1] + digits))
            continue
        if found and folded == "hundred" and found[-1].digits:
            before = found.pop()
            found.append(Word(before.start, match.end(), folded, before.digits + "00"))
            continue
        repeat = 1
        if folded in _SHORT_TIMES and found and found[-1].folded == "one":
            # "One moment" counts nothing.
            found[-1] = Word(found[-1].start, found[-1].end, "a", "")
        found.append(Word(match.start(), match.end(), folded, digits))
        if len(folded) == 1 and (letters := "".join(word.folded for word in found[-3:])) in _SPELLED:
            # "c v v" is a word too.
            found[-3:] = [Word(found[-3].start, match.end(), letters, "")]
    return found


def digits_of(words: Sequence[Word], first: int, last: int) -> str:
    """The digits that the words from *first* to *last* say."""
    return "".join(word.digits for word in words[first : last + 1])


def digit_runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The first and last word of every stretch of digits; a hesitation or two may stand between them."""
    first = last = -1
    for at, word in enumerate(words):
        if word.digits:
            if first < 0:
                first = at
            last = at
        elif first >= 0 and (at - last > 2 or (word.folded not in BETWEEN and word.folded not in REPEATS)):
            yield first, last
            first = -1
    if first >= 0:
        yield first, last


def stretches(words: Sequence[Word], runs: Sequence[tuple[int, int]]) -> Iterator[list[Word]]:
    """The words with digits of every row of *runs* between which the caller only pauses."""
    stretch: list[Word] = []
    end = 0
    for first, last in runs:
        if stretch and (first - end > LONGEST_PAUSE + 1 or any(word.folded not in _PAUSE for word in words[end + 1 : first])):
            yield stretch
            stretch = []
        stretch += [word for word in words[first : last + 1] if word.digits]
        end = last
    if stretch:
        yield stretch


@cache
def digit_names(language: str) -> dict[str, str]:
    """The words that say digits: English ones, and the ten digits of Spanish and of *language*."""
    english = {word: str(value) for word, value in BELOW_HUNDRED.items()} | dict.fromkeys(_OH, "0")
    digits = [enumerate(language_of(one).digits) for one in ("es", language)]
    return english | {name.casefold(): str(value) for names in digits for value, name in names}


def _figures(written: str) -> str:
    """Figures of any script as 0 to 9."""
    return written if written.isascii() else "".join(str(unicodedata.decimal(one)) for one in written)
