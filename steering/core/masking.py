"""The net beneath: card numbers, security codes, social security numbers and birth dates in free speech, replaced by `…`.

A private question hides its answer. This is for what a caller says unasked, in figures or in words ("four
one one one…"). A card number is 13 to 19 digits of an issuer's range that pass Luhn; a social security number
nine digits that can be one, unless they are called something else; a security code and a birth date stand
near their word. What takes one of them back and says it anew goes with it. Everything else, order numbers and
dates above all, stays as it was said. What several turns hold together is found in `steering.core.pieces`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, pairwise

from steering.core.birth_dates import BIRTH, birth_dates
from steering.core.call import HIDDEN
from steering.core.card_numbers import LONGEST, cards, corrected_cards, could_be_social
from steering.core.languages import listed
from steering.core.said_digits import (
    OH,
    PAUSE,
    REPEATS,
    Word,
    corrects,
    digit_names,
    digit_runs,
    digits_of,
    only_pauses,
    stretches,
    uncounted,
    words_with_digits,
)

Span = tuple[int, int]
_FIGURE = re.compile(r"\d")
_APART = bytes.maketrans(b"-,.;:!?/'\"()", b" " * 12)
_FIGURES = b"0123456789"
_SOCIAL = frozenset(listed("social | ssn | itin | sozialversicherungsnummer | seguro"))
_CODE = frozenset(
    listed("cvv | cvc | cvv2 | cvc2 | cid | security | verification | seguridad | sicherheitscode | prüfnummer | cryptogramme")
)
CARD = frozenset(
    listed("card | visa | mastercard | amex | discover | debit | credit | expires | expiration | exp | tarjeta | karte | carte")
)
_OTHER_CODES = frozenset(
    listed("zip | area | postal | country | promo | discount | coupon | confirmation | door | gate | dial | bar | qr | dress")
)
_CODE_IS = PAUSE | frozenset(listed("was | of | on | my | number | here | back | would | be"))
_ON_THE_BACK = frozenset(listed("digit | digits | code | number | numbers"))
CUES = _SOCIAL | _CODE | BIRTH
_MEANING = _SOCIAL | _CODE | {"back", "c", "s", "v"}
NAMED = frozenset(
    listed(
        """
        order | confirmation | tracking | reference | invoice | case | ticket | account | policy | claim | member | booking | reservation
        customer | routing | phone | telephone | mobile | cell | call | zip | serial | model | extension
        """
    )
)
_NEAR = 8
SHORTEST_NUMBER = 4
# How often a number may be corrected in one breath.
_MOST_CORRECTED = 10


def masked(text: str, language: str = "en") -> str:
    """*text* with what must not be kept replaced by `…`; the same object when there is nothing of the kind."""
    return without(text, spans(text, language)) if _may_hold(text, language) else text


def spans(text: str, language: str) -> list[Span]:
    """Where in *text* stands what must not be kept."""
    words = words_with_digits(text, language)
    found = _spans(text, words)
    if (less := uncounted(words)) is not words:
        # "The last four are 1111", or four and then 1111.
        found += _spans(text, less)
    return [*found, *birth_dates(words)]


def _spans(text: str, words: Sequence[Word]) -> list[Span]:
    runs = list(digit_runs(words))
    found: list[Span] = []
    for row in stretches(words, runs):
        found += _in_stretch(words, row)
    beside = bool(found)
    for run in runs:
        if not _covered(words, run, found):
            found += _in_run(text, words, *run, beside_card=beside)
    for before, after in pairwise(runs):
        joint = words[before[1] + 1 : after[0]]
        if _covered(words, before, found) and corrects(joint) and only_pauses(joint) and _counts_nothing(words, after[1]):
            found.append((words[after[0]].start, words[after[1]].end))
    return found


def _covered(words: Sequence[Word], run: tuple[int, int], found: Sequence[Span]) -> bool:
    return any(start <= words[run[1]].start < end for start, end in found)


def _counts_nothing(words: Sequence[Word], last: int) -> bool:
    """Whether the number that ends with the word *last* is one by itself: "no, 1112", and not "no, 20 dollars"."""
    return last + 1 == len(words) or words[last + 1].folded in PAUSE


def _in_stretch(words: Sequence[Word], row: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """The card numbers in a row of runs, the one among them that is corrected in its midst, and a social security number in three parts."""
    said = [[word for word in words[first : last + 1] if word.digits] for first, last in row]
    found = list(cards([word for part in said for word in part]))
    yield from found
    if len(row) < 2 or found:
        return
    takes_back = (at for at in range(1, len(row)) if corrects(words[row[at - 1][1] + 1 : row[at][0]]))
    for at in islice(takes_back, _MOST_CORRECTED):
        before = [word for part in said[:at] for word in part][-LONGEST:]
        after = [word for part in said[at : at + LONGEST] for word in part][:LONGEST]
        yield from corrected_cards(before, after, len(digits_of(words, *row[at])))
    whole = digits_of(words, row[0][0], row[-1][1])
    parts = [len(digits_of(words, *run)) for run in row]
    if could_be_social(whole) and (parts == [3, 2, 4] or words_around(words, *row[0])[0] & _SOCIAL):
        yield said[0][0].start, said[-1][-1].end


def numbers_in(text: str, language: str = "en", shortest: int = SHORTEST_NUMBER) -> frozenset[str]:
    """The numbers of *shortest* digits or more that are said in *text*, in figures."""
    return frozenset(digits for *_, digits in numbers_said(text, language) if len(digits) >= shortest)


def without_numbers(text: str, numbers: frozenset[str], language: str = "en") -> str:
    """*text* with `…` for those of *numbers* (in figures) that are said in it."""
    if not numbers or not may_be_piece(text, language):
        return text
    said = numbers_said(text, language)
    return without(text, [(words[first].start, words[last].end) for words, first, last, digits in said if digits in numbers])


def numbers_said(text: str, language: str) -> Iterator[tuple[Sequence[Word], int, int, str]]:
    """Every number that *text* says: the words, which are its first and last, and its digits; one that may be meant in two ways in both."""
    words = words_with_digits(text, language)
    for counted in (words, less) if (less := uncounted(words)) is not words else (words,):
        for first, last in digit_runs(counted):
            for start, digits in _readings(counted, first, last):
                yield counted, start, last, digits


def _readings(words: Sequence[Word], first: int, last: int) -> Iterator[tuple[int, str]]:
    """The first word of the run from *first* to *last*, and its digits; with the "oh" before it too."""
    whole = digits_of(words, first, last)
    yield first, whole
    if first and words[first - 1].folded in OH:
        yield first - 1, f"0{whole}"


def may_be_piece(text: str, language: str = "en") -> bool:
    """Whether *text* may hold a piece of a card number: some digits, and no whole one."""
    words, figures = _at_a_glance(text)
    return bool(figures) or not digit_names(language).keys().isdisjoint(words)


def without(text: str, spans: Sequence[Span]) -> str:
    """*text* with `…` for its *spans*; the same object when there are none."""
    if not spans:
        return text
    kept, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            kept += [text[at:start], HIDDEN]
        at = max(at, end)
    return "".join((*kept, text[at:]))


def _at_a_glance(text: str) -> tuple[list[str], int]:
    """The words of *text*, folded, and how many figures it has: what every turn is asked, so done on bytes, which is quick."""
    raw = text.casefold().encode(errors="surrogatepass")
    figures = len(raw) - len(raw.translate(None, _FIGURES))
    told = raw.translate(_APART).decode(errors="surrogatepass")
    if not text.isascii():
        figures, told = len(_FIGURE.findall(text)), told.replace("…", " ")
    return told.split(), figures


def _may_hold(text: str, language: str) -> bool:
    """Whether a closer look can find anything: nine digits, or fewer beside a word that gives them a meaning."""
    words, figures = _at_a_glance(text)
    if not figures and _signs(language).isdisjoint(words):
        return False
    names = digit_names(language)
    digits = figures + sum(len(names[word]) for word in words if word in names)
    repeated = any(word in REPEATS for word in words)
    many = 4 * digits if repeated else digits + 2 * words.count("hundred") + 3 * words.count("thousand")
    return many >= 9 or not BIRTH.isdisjoint(words) or (digits > 1 and not _MEANING.isdisjoint(words))


@cache
def _signs(language: str) -> frozenset[str]:
    """The words without which, and without figures, there is nothing to hide."""
    return BIRTH.union(digit_names(language))


def _in_run(text: str, words: Sequence[Word], first: int, last: int, *, beside_card: bool) -> Iterator[Span]:
    said = [word for word in words[first : last + 1] if word.digits]
    before, around = words_around(words, first, last)
    for start, whole in _readings(words, first, last):
        social = len(whole) in (4, 9) and around & _SOCIAL
        code = len(whole) in (3, 4) and (before & _CODE or tells_a_code(words[:first], beside_card=beside_card))
        said_so = start == first
        number = said_so and could_be_social(whole) and (_in_three_parts(text, said) or not around & NAMED)
        if social or code or number:
            yield words[start].start, said[-1].end
            return


def tells_a_code(words: Sequence[Word], *, beside_card: bool) -> bool:
    """Whether *words* end with telling that a card's code comes: "the number on the back is", or beside a card "and the code is"."""
    before = [word.folded for word in words[-_NEAR:]]
    if "back" in before and not _ON_THE_BACK.isdisjoint(before):
        at = before.index("back")
        after = before[at + 1 :]
        if after[:1] == ["of"]:
            return not {"it", *CARD}.isdisjoint(after[1:4])
        return before[max(0, at - 2) : at] in (["on", "the"], ["at", "the"])
    if not beside_card or "code" not in before:
        return False
    at = len(before) - 1 - before[::-1].index("code")
    return before[max(0, at - 1)] not in _OTHER_CODES and all(word in _CODE_IS for word in before[at + 1 :])


def words_around(words: Sequence[Word], first: int, last: int) -> tuple[set[str], set[str]]:
    """The words before the run from *first* to *last*, and those before and after it."""
    before = {word.folded for word in words[max(0, first - _NEAR) : first]}
    return before, before | {word.folded for word in words[last + 1 : last + 4]}


def _in_three_parts(text: str, said: Sequence[Word]) -> bool:
    """Whether the digits are written or said as three, two and four."""
    parts, part = [], ""
    for at, word in enumerate(said):
        apart = at and not text[said[at - 1].end : word.start].isspace()
        if part and (apart or word.folded.isdecimal()):
            parts.append(part)
            part = ""
        part += word.digits
    return [len(one) for one in (*parts, part)] == [3, 2, 4]
