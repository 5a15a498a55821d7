"""The digits that are said in free speech, in figures or in words: "four one one one", "double five", "four thousand and eleven". Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from steering.core.hearing.cardinals import BELOW_HUNDRED, TENS, UNITS
from steering.core.languages import language as language_of
from steering.core.languages import listed

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)?")
REPEATS = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
PLURALS = {f"{name}s": str(value) for name, value in UNITS.items()} | {"sixes": "6", "zeroes": "0", "ohs": "0"}
_COUNTS = frozenset(str(count) for count in range(1, 17))
OH = frozenset(("oh", "o"))
# Words that a recognizer writes for digits: "for won won won".
SOUNDS_LIKE = {"won": "1", "wun": "1", "to": "2", "too": "2", "tree": "3", "for": "4", "fore": "4", "ate": "8", "o": "0"}
_MARKS = frozenset(listed("dash | hyphen | space | comma | dot | point | slash"))
BETWEEN = _MARKS | frozenset(listed("uh | um | er | erm | ah | and | then"))
# What takes back digits that were said before it.
_CORRECTS = frozenset(listed("no | sorry | mean | meant | actually | correction | oops | wait | scratch | rather | perdón"))
# What is said in the middle of a card number, beside those.
PAUSE = (
    BETWEEN
    | _CORRECTS
    | frozenset(
        listed(
            """
            yes | yeah | hold | hang | on | let | me | see | okay | ok | so | well | hm | hmm | mm | like | next | again | it
            please | a | sec | second | moment | minute | just | right | i | it's | is | are | that | that's | the | rest | y | luego
            después | espere | espera | un | momento | guion | eh | bueno | first | last | final | finally | lastly | remaining | other
            followed | by | after | with | starts | ends | ending | digit | digits | numbers | make | there's | goes
            yep | yup | huh | mhm | got
            """
        )
    )
)
_SHORT_TIMES = frozenset(listed("sec | second | moment | minute"))
_SPELLED = frozenset(listed("cvv | cvc | csc | cid | ssn | dob | itin"))
_COUNTING = frozenset(listed("first | second | third | fourth | next | last | other | final | remaining | following | middle"))
_COUNTED = frozenset(listed("digit | digits | numbers"))
_TOLL_FREE = "8"
LONGEST_PAUSE = 6
"""Words of any kind between two pieces of a number."""
_LONGEST_JOINT = 9
"""Words that only join or take back, between two pieces of a number in one breath."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the text: where it stands, folded, and the digits that it says ("" for none).

    *counts*: it may only count the digits to come, as in "the last four are", "three digits".
    """

    start: int
    end: int
    folded: str
    digits: str
    counts: bool = False


def words_with_digits(text: str, language: str) -> list[Word]:
    """The words of *text*, those of one number put together."""
    names = digit_names(language)
    found: list[Word] = []
    repeat, scaled = 1, False
    for match in _TOKEN.finditer(text):
        folded = match[0].casefold().removesuffix("'s")
        digits = _figures(folded) if folded.isdecimal() else names.get(folded, "")
        if folded in OH and not _goes_on(found):
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
        if found and folded in PLURALS and found[-1].digits in _COUNTS and not found[-1].counts:
            # "four ones" are four digits.
            count = found.pop()
            found.append(Word(count.start, match.end(), folded, PLURALS[folded] * int(count.digits)))
            continue
        repeat, scaled = 1, scaled or folded in _SCALES
        if folded in _SHORT_TIMES and found and found[-1].folded == "one":
            # "One moment" counts nothing.
            found[-1] = Word(found[-1].start, found[-1].end, "a", "")
        if folded in _CORRECTS and found and found[-1].folded in OH:
            # "Oh, wait" is no zero.
            found[-1] = replace(found[-1], digits="")
        if folded in _COUNTED and found and found[-1].digits:
            found[-1] = replace(found[-1], counts=True)
        counts = len(digits) == 1 and bool(found) and found[-1].folded in _COUNTING
        found.append(Word(match.start(), match.end(), folded, digits, counts))
        if len(folded) == 1:
            _spell(found)
    return _scaled(found) if scaled else found


def uncounted(words: list[Word]) -> list[Word]:
    """*words* without the digits of those that may only count; the same list when there are none."""
    if not any(word.counts for word in words):
        return words
    return [replace(word, digits="") if word.counts else word for word in words]


def misheard(words: list[Word]) -> list[Word]:
    """*words* with the digits that only sound like them: "for won won won"; the same list when there are none."""
    if not any(word.folded in SOUNDS_LIKE and not word.digits for word in words):
        return words
    return [replace(word, digits=word.digits or SOUNDS_LIKE.get(word.folded, "")) for word in words]


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


def stretches(words: Sequence[Word], runs: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Every row of *runs* between which the caller only pauses."""
    row: list[tuple[int, int]] = []
    for first, last in runs:
        if row and not only_pauses(words[row[-1][1] + 1 : first]):
            yield row
            row = []
        row.append((first, last))
    if row:
        yield row


def only_pauses(words: Sequence[Word]) -> bool:
    """Whether *words*, between two numbers, are no more than a pause, a joint or a correction."""
    return len(words) <= _LONGEST_JOINT and all(word.folded in PAUSE or word.counts for word in words)


def corrects(words: Iterable[Word]) -> bool:
    """Whether *words* take back what was said before them."""
    return any(word.folded in _CORRECTS for word in words)


@cache
def digit_names(language: str) -> dict[str, str]:
    """The words that say digits: English ones, and the ten digits of Spanish and of *language*."""
    english = {word: str(value) for word, value in BELOW_HUNDRED.items()} | dict.fromkeys(OH, "0")
    digits = [enumerate(language_of(one).digits) for one in ("es", language)]
    return english | {name.casefold(): str(value) for names in digits for value, name in names}


def _goes_on(found: Sequence[Word]) -> bool:
    """Whether an "oh" after the words *found* is a zero: it follows a digit, or a dash after one."""
    at = len(found) - 1
    if at > 0 and (found[at].folded in _MARKS or found[at].folded in REPEATS):
        at -= 1
    return at >= 0 and bool(found[at].digits)


def _spell(found: list[Word]) -> None:
    """Puts the letters at the end of *found* together where they are a word: "c v v"."""
    for size in (4, 3):
        letters = found[-size:]
        if (spelled := "".join(word.folded for word in letters)) in _SPELLED and all(len(word.folded) == 1 for word in letters):
            found[-size:] = [Word(letters[0].start, letters[-1].end, spelled, "")]
            return


_SCALES = {"hundred": 2, "thousand": 3}


def _scaled(words: list[Word]) -> list[Word]:
    """*words* with those of a number in hundreds or thousands put together: "four thousand one hundred eleven"."""
    found: list[Word] = []
    at = 0
    while at < len(words):
        digits, end = _thousands(words, at)
        if end - at > 1:
            found.append(Word(words[at].start, words[end - 1].end, words[end - 1].folded, digits))
        else:
            found.append(words[at])
        at = max(end, at + 1)
    return found


def _thousands(words: Sequence[Word], at: int) -> tuple[str, int]:
    digits, end = _hundreds(words, at)
    if not digits or len(digits) > len("999") or not _is(words, end, "thousand"):
        return digits, end
    low, end = _low(words, end + 1, "thousand")
    return digits + low, end


def _hundreds(words: Sequence[Word], at: int) -> tuple[str, int]:
    digits = words[at].digits
    if words[at].folded == "a" and at + 1 < len(words) and words[at + 1].folded in _SCALES:
        digits = "1"
    if not digits or len(digits) > len("99") or not _is(words, at + 1, "hundred"):
        return digits, at + 1
    low, end = _low(words, at + 2, "hundred")
    if digits == _TOLL_FREE and end > at + 2 and end < len(words) and words[end].digits:
        # "eight hundred fifty five five…" begins a telephone number.
        return digits + "00", at + 2
    return digits + low, end


def _low(words: Sequence[Word], at: int, scale: str) -> tuple[str, int]:
    """The digits below *scale* that are said from *at* on, zeros where none are, and the word after them."""
    size = _SCALES[scale]
    start = at + 1 if _is(words, at, "and") else at
    if start < len(words) and words[start].digits and not words[start].folded.isdecimal():
        digits, end = _hundreds(words, start) if scale == "thousand" else (words[start].digits, start + 1)
        row = digits in _UNITS and end < len(words) and bool(words[end].digits)
        if len(digits) <= size and digits[0] != "0" and not row:
            return digits.rjust(size, "0"), end
    return "0" * size, at


_UNITS = frozenset(str(value) for value in UNITS.values())


def _is(words: Sequence[Word], at: int, folded: str) -> bool:
    return at < len(words) and words[at].folded == folded


def _figures(written: str) -> str:
    """Figures of any script as 0 to 9."""
    return written if written.isascii() else "".join(str(unicodedata.decimal(one)) for one in written)
