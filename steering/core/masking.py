"""The net beneath: card numbers, security codes, social security numbers and birth dates in free speech, replaced by `…`.

A private question hides its answer. This is for what a caller says unasked, in figures or in words ("four
one one one…"). A card number is 13 to 19 digits of an issuer's range that pass Luhn; a social security number
nine digits that can be one, unless they are called something else; a security code and a birth date stand
near their word. Everything else, order numbers and dates above all, stays as it was said.

A card number may be broken by a pause ("4111 1111, wait, 1111 1111"), or by our own words in between: then it
is found when its last piece comes, and the pieces before are hidden too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from steering.core.call import HIDDEN
from steering.core.card_numbers import LONGEST, cards, could_be_social, is_card
from steering.core.languages import listed
from steering.core.said_digits import (
    BETWEEN,
    LONGEST_PAUSE,
    REPEATS,
    Word,
    digit_names,
    digit_runs,
    digits_of,
    stretches,
    words_with_digits,
)

_FIGURE = re.compile(r"\d")
_APART = bytes.maketrans(b"-,.;:!?/'\"()", b" " * 12)
_FIGURES = b"0123456789"
_SOCIAL = frozenset(listed("social | ssn | itin | sozialversicherungsnummer | seguro"))
_CODE = frozenset(
    listed("cvv | cvc | cvv2 | cvc2 | cid | security | verification | seguridad | sicherheitscode | prüfnummer | cryptogramme")
)
_BIRTH = frozenset(listed("born | birth | birthday | birthdate | dob | geboren | geburtsdatum | nacimiento | nací | naissance | né | née"))
_MEANING = _SOCIAL | _CODE | {"back", "c", "s", "v"}
_NAMED = frozenset(
    listed(
        """
        order | confirmation | tracking | reference | invoice | case | ticket | account | policy | claim | member | booking | reservation
        customer | routing | phone | telephone | mobile | cell | call | zip | serial | model | extension
        """
    )
)
_MONTHS = frozenset(
    listed(
        """
        january | february | march | april | may | june | july | august | september | october | november | december
        jan | feb | mar | apr | jun | jul | aug | sep | sept | oct | nov | dec
        """
    )
)
_ORDINALS = frozenset(
    listed(
        """
        first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth | eleventh | twelfth | thirteenth | fourteenth
        fifteenth | sixteenth | seventeenth | eighteenth | nineteenth | twentieth | thirtieth | st | nd | rd | th | hundred | thousand
        """
    )
)
_NEAR = 8
_SHORTEST_NUMBER = 4


def masked(text: str, language: str = "en") -> str:
    """*text* with what must not be kept replaced by `…`; the same object when there is nothing of the kind."""
    if not _may_hold(text, language):
        return text
    words = words_with_digits(text, language)
    runs = list(digit_runs(words))
    spans = [span for said in stretches(words, runs) for span in cards(said)]
    for first, last in runs:
        if not any(start <= words[last].start < end for start, end in spans):
            spans += _in_run(text, words, first, last)
    spans += _birth_dates(words)
    return _without(text, spans)


def in_pieces(texts: Sequence[str], language: str = "en") -> tuple[str, ...] | None:
    """*texts*, what a caller said in one turn after the other, without the card number that the last of them completes; None: it does not.

    A piece is what stands between two breaks: digits up to the end of their turn, then turns of little else, and
    the first digits of the last turn. What is called something else, or is a telephone number, is no piece.
    """
    spans: list[tuple[int, int]] = []
    digits = ""
    for at in range(len(texts) - 1, -1, -1):
        words = words_with_digits(texts[at], language)
        runs = list(digit_runs(words))
        if not runs:
            if not spans or len(words) > LONGEST_PAUSE:
                return None
            spans.insert(0, (0, 0))
            continue
        first, last = runs[-1] if spans else runs[0]
        said = [word for word in words[first : last + 1] if word.digits]
        piece = digits_of(words, first, last)
        digits = piece + digits
        apart = len(words) - last > LONGEST_PAUSE if spans else first > LONGEST_PAUSE
        if apart or len(digits) > LONGEST or _is_named(words, first, last) or _like_a_telephone_number(piece):
            return None
        spans.insert(0, (said[0].start, said[-1].end))
        if len(spans) > 1 and is_card(digits):
            hidden = [_without(text, [span]) if span[1] else text for text, span in zip(texts[at:], spans, strict=True)]
            return (*texts[:at], *hidden)
        if len(spans) > 1 and (first > LONGEST_PAUSE or len(runs) > 1):
            return None
    return None


def numbers_in(text: str, language: str = "en") -> frozenset[str]:
    """The numbers of four digits or more that are said in *text*, in figures."""
    words = words_with_digits(text, language)
    return frozenset(digits for first, last in digit_runs(words) if len(digits := digits_of(words, first, last)) >= _SHORTEST_NUMBER)


def without_numbers(text: str, numbers: frozenset[str], language: str = "en") -> str:
    """*text* with `…` for those of *numbers* (in figures) that are said in it."""
    if not numbers or not may_be_piece(text, language):
        return text
    words = words_with_digits(text, language)
    found = [(first, last) for first, last in digit_runs(words) if digits_of(words, first, last) in numbers]
    return _without(text, [(words[first].start, words[last].end) for first, last in found])


def may_be_piece(text: str, language: str = "en") -> bool:
    """Whether *text* may hold a piece of a card number: some digits, and no whole one."""
    words, figures = _at_a_glance(text)
    return bool(figures) or not digit_names(language).keys().isdisjoint(words)


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
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
    many = 4 * digits if any(word in REPEATS for word in words) else digits + 2 * words.count("hundred")
    return many >= 9 or not _BIRTH.isdisjoint(words) or (digits > 1 and not _MEANING.isdisjoint(words))


@cache
def _signs(language: str) -> frozenset[str]:
    """The words without which, and without figures, there is nothing to hide."""
    return _BIRTH.union(digit_names(language))


def _in_run(text: str, words: Sequence[Word], first: int, last: int) -> Iterator[tuple[int, int]]:
    said = [word for word in words[first : last + 1] if word.digits]
    whole = digits_of(words, first, last)
    before, around = _around(words, first, last)
    social = len(whole) in (4, 9) and around & _SOCIAL
    code = len(whole) in (3, 4) and (before & _CODE or {"back", "digits"} <= before)
    number = could_be_social(whole) and (_in_three_parts(text, said) or not around & _NAMED)
    if social or code or number:
        yield said[0].start, said[-1].end


def _around(words: Sequence[Word], first: int, last: int) -> tuple[set[str], set[str]]:
    """The words before the run from *first* to *last*, and those before and after it."""
    before = {word.folded for word in words[max(0, first - _NEAR) : first]}
    return before, before | {word.folded for word in words[last + 1 : last + 4]}


def _is_named(words: Sequence[Word], first: int, last: int) -> bool:
    return not _around(words, first, last)[1].isdisjoint(_NAMED)


def _like_a_telephone_number(digits: str) -> bool:
    return len(digits) == 10 or (len(digits) == 11 and digits[0] == "1")


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


def _birth_dates(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The date that follows a word of birth."""

    def dated(word: Word) -> bool:
        return bool(word.digits) or word.folded in _MONTHS or word.folded in _ORDINALS

    for at, word in enumerate(words):
        if word.folded not in _BIRTH:
            continue
        first = next((one for one in range(at + 1, min(len(words), at + 1 + _NEAR)) if dated(words[one])), len(words))
        last = -1
        for one in range(first, len(words)):
            if dated(words[one]):
                last = one
            elif words[one].folded not in BETWEEN and words[one].folded not in ("of", "the"):
                break
        if any(words[one].digits or words[one].folded in _ORDINALS for one in range(first, last + 1)):
            yield words[first].start, words[last].end
