"""The net beneath: card numbers, security codes, social security numbers and birth dates in free speech, replaced by `…`.

A private question hides its answer. This is for what a caller says unasked, in figures or in words ("four
one one one…"). A card number is 13 to 19 digits of an issuer's range that pass Luhn; a social security number
nine digits that can be one, unless they are called something else; a security code, a birth date and, where a
card is told of, the day it expires stand near their word. What takes one of them back and says it anew goes with
it. Everything else, order numbers and dates above all, stays as it was said. What several turns hold together is
found in `steering.core.pieces`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import dropwhile, islice, pairwise

from steering.core.birth_dates import BIRTH, birth_dates
from steering.core.card_numbers import CARD, GROUP, LONGEST, begins_card, cards, corrected_cards, could_be_social, is_card
from steering.core.expiry import EXPIRY, expiries
from steering.core.languages import listed
from steering.core.said_digits import (
    LONGEST_PAUSE,
    PAUSE,
    PLURALS,
    REPEATS,
    SOUNDS_LIKE,
    Word,
    corrects,
    digit_names,
    digit_runs,
    digits_of,
    misheard,
    only_pauses,
    stretches,
    uncounted,
    words_with_digits,
)
from steering.core.said_numbers import Span, at_a_glance, readings, without
from steering.core.security_codes import tells_a_code

_ZIP = re.compile(r"\d{5}-\d{4}")
SOCIAL = frozenset(listed("social | ssn | itin | sozialversicherungsnummer | seguro"))
_CODE = frozenset(
    listed(
        """
        cvv | cvc | cvv2 | cvc2 | csc | cid | vee | pin | security | verification
        seguridad | sicherheitscode | prüfnummer | cryptogramme
        """
    )
)
CUES = SOCIAL | _CODE | BIRTH
# What makes "security" and "social" mean something else.
_NO_CODE = frozenset(
    listed(
        """
        deposit | guard | guards | system | systems | camera | cameras | desk | gate | officer | check | checks | checkpoint | line | device
        question | questions | company | media | worker | workers | club | benefit | benefits | income | pays | office
        """
    )
)
_UNITS = frozenset(
    listed(
        """
        dollar | dollars | bucks | cents | euros | pounds | percent | people | followers | friends | times | guests | kids
        minutes | hours
        """
    )
)
_A = frozenset(("a", "per", "an"))
# What stands between a value and the word that tells of it: "442, that's the security code".
_TELLING = frozenset(
    listed("is | are | was | were | that's | that | it's | it | the | my | on | last | four | three | digits | of | number | yes")
)
_MEANING = SOCIAL | _CODE | EXPIRY | {"back", "c", "s", "v", "d", "digit", "digits"}
NAMED = frozenset(
    listed(
        """
        order | confirmation | tracking | reference | invoice | case | ticket | account | policy | claim | member | booking | reservation
        customer | routing | phone | telephone | mobile | cell | call | zip | serial | model | extension
        passport | license | licence | isbn | imei | iban | vin | meter | sku
        """
    )
)
_NEAR = 8
_SHORTEST_CARD = 13
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
    if (sounds := misheard(words)) is not words:
        for row in stretches(sounds, list(digit_runs(sounds))):
            found += cards([word for first, last in row for word in sounds[first : last + 1] if word.digits])
    found += birth_dates(words)
    return [*found, *expiries(words)] if found or tells_of_card(words) else found


def tells_of_card(words: Collection[Word]) -> bool:
    """Whether *words* name a card, and not only that something expires."""
    return any(word.folded in CARD and word.folded not in EXPIRY for word in words)


def _spans(text: str, words: Sequence[Word]) -> list[Span]:
    runs = list(digit_runs(words))
    found: list[Span] = []
    for row in stretches(words, runs):
        found += _in_stretch(words, row)
    found += _far_apart(words, [run for run in runs if not _covered(words, run, found)])
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
    if not found and _is_called_card(words, row[0][0], row[-1][1]):
        yield said[0][0].start, said[-1][-1].end
        return
    if len(row) < 2 or found:
        return
    takes_back = (at for at in range(1, len(row)) if corrects(words[row[at - 1][1] + 1 : row[at][0]]))
    for at in islice(takes_back, _MOST_CORRECTED):
        before = [word for part in said[:at] for word in part][-LONGEST:]
        after = [word for part in said[at : at + LONGEST] for word in part][:LONGEST]
        yield from corrected_cards(before, after, len(digits_of(words, *row[at])))
    whole = digits_of(words, row[0][0], row[-1][1])
    parts = [len(digits_of(words, *run)) for run in row]
    if could_be_social(whole) and (parts == [3, 2, 4] or words_around(words, *row[0])[0] & SOCIAL):
        yield said[0][0].start, said[-1][-1].end


def _is_called_card(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the digits from *first* to *last* are called a card number, or look like one, though one of them was misheard."""
    size = len(digits_of(words, first, last))
    around = words_around(words, first, last)[1]
    if not _SHORTEST_CARD <= size <= LONGEST or around & NAMED:
        return False
    in_fours = size == 4 * GROUP and all(len(word.digits) in (1, GROUP) for word in words[first : last + 1] if word.digits)
    return bool(around & CARD) or (in_fours and begins_card(digits_of(words, first, last)))


def _far_apart(words: Sequence[Word], runs: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """The card number that stands in groups with a few words of any kind between: "4111 1111, sorry, the dog, 1111 1111"."""
    groups = [run for run in runs if len(digits_of(words, *run)) > 2]
    for at, begin in enumerate(groups):
        digits, row = digits_of(words, *begin), [begin]
        if not begins_card(digits) or len(digits) % GROUP:
            continue
        for before, run in pairwise(groups[at:]):
            said = digits_of(words, *run)
            digits += said
            far = run[0] - before[1] - 1 > LONGEST_PAUSE
            if far or len(said) % GROUP or len(digits) > LONGEST or _counts(words, run[1]) or words_around(words, *run)[1] & NAMED:
                break
            row.append(run)
            if is_card(digits):
                yield from ((words[first].start, words[last].end) for first, last in row)
                return


def _may_hold(text: str, language: str) -> bool:
    """Whether a closer look can find anything: nine digits, or fewer beside a word that gives them a meaning."""
    words, figures = at_a_glance(text)
    if not figures and _signs(language).isdisjoint(words):
        return False
    names = digit_names(language)
    digits = figures + sum(len(names[word]) for word in words if word in names)
    repeated = any(word in REPEATS for word in words)
    many = 4 * digits if repeated else digits + 2 * words.count("hundred") + 3 * words.count("thousand")
    if many and not figures:
        many += sum(word in SOUNDS_LIKE for word in words) + sum(word in PLURALS for word in words) * 2 * GROUP
    of_card = "code" in words and not CARD.isdisjoint(words)
    return many >= 9 or not BIRTH.isdisjoint(words) or (digits > 1 and (of_card or not _MEANING.isdisjoint(words)))


@cache
def _signs(language: str) -> frozenset[str]:
    """The words without which, and without figures, there is nothing to hide."""
    return BIRTH.union(digit_names(language))


def _in_run(text: str, words: Sequence[Word], first: int, last: int, *, beside_card: bool) -> Iterator[Span]:
    said = [word for word in words[first : last + 1] if word.digits]
    before, around = words_around(words, first, last)
    after = _told_after(words, last)
    if around & _NO_CODE:
        before, around, after = before - _CODE, around - SOCIAL, set()
    told = tells_a_code(words[:first], beside_card=beside_card) or "back" in after
    for start, whole in readings(words, first, last):
        counted = _counts(words, last)
        social = len(whole) in (4, 9) and not counted and (around & SOCIAL or after & SOCIAL)
        code = len(whole) in (3, 4) and not counted and (before & _CODE or after & _CODE or told)
        said_so = start == first
        zip_code = _ZIP.fullmatch(text, words[start].start, said[-1].end)
        number = said_so and could_be_social(whole) and not zip_code and (_in_three_parts(text, said) or not around & NAMED)
        if social or code or number:
            yield words[start].start, said[-1].end
            return


def _counts(words: Sequence[Word], last: int) -> bool:
    """Whether the number that ends with the word *last* counts something: "1200 a month", "20 dollars"."""
    beside = [word.folded for word in words[last + 1 : last + 3]]
    return bool(beside) and (beside[0] in _UNITS or (beside[0] in _A and len(beside) > 1))


def _told_after(words: Sequence[Word], last: int) -> set[str]:
    """The word that tells what the number was which ends at *last*: "442, that's the security code"."""
    after = (word.folded for word in words[last + 1 : last + 2 + _NEAR])
    return {word for word in islice(dropwhile(_TELLING.__contains__, after), 1) if words[last + 1].folded in _TELLING}


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
