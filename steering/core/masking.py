"""The net beneath: card numbers, security codes, social security numbers and birth dates in free speech, replaced by `…`.

A private question hides its answer. This is for what a caller says unasked, in figures or in words ("four
one one one…"). A card number is 13 to 19 digits of an issuer's range that pass Luhn; a social security number
nine digits that can be one, unless they are called something else; a security code and a birth date stand
near their word. Everything else, order numbers and dates above all, stays as it was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from steering.core.call import HIDDEN
from steering.core.hearing.cardinals import TEENS, TENS, UNITS
from steering.core.languages import language as language_of
from steering.core.languages import listed

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)?")
_FIGURE = re.compile(r"\d")
_APART = str.maketrans(dict.fromkeys("-,.;:!?/'\"()…", " "))
_REPEATS = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_OH = frozenset(("oh", "o"))
_BETWEEN = frozenset(listed("uh | um | er | erm | ah | and | then | dash | hyphen | space | comma | dot | point | slash"))
_SOCIAL = frozenset(listed("social | ssn | itin | sozialversicherungsnummer | seguro"))
_CODE = frozenset(listed("cvv | cvc | cvv2 | cvc2 | cid | security | verification"))
_BIRTH = frozenset(listed("born | birth | birthday | birthdate | dob | geboren | geburtsdatum | nacimiento | nací | naissance | né | née"))
_MEANING = _SOCIAL | _CODE | {"back"}
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
_SHORTEST, _LONGEST = 13, 19
_ISSUERS = re.compile(
    r"(?:4\d{12}(?:\d{3}){0,2}|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}"
    r"|(?:6011|64[4-9]\d|65\d\d|622\d|62\d\d)\d{12,15}|(?:30[0-5]\d|3095|36\d\d|3[89]\d\d)\d{10,15}|35(?:2[89]|[3-8]\d)\d{12,15}"
    r"|(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{9,15})"
)


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of the text: where it stands, folded, and the digits that it says ("" for none)."""

    start: int
    end: int
    folded: str
    digits: str


def masked(text: str, language: str = "en") -> str:
    """*text* with what must not be kept replaced by `…`; the same object when there is nothing of the kind."""
    if not _may_hold(text, language):
        return text
    words = _words(text, language)
    spans: list[tuple[int, int]] = []
    for first, last in _runs(words):
        spans += _in_run(text, words, first, last)
    spans += _birth_dates(words)
    if not spans:
        return text
    kept, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            kept += [text[at:start], HIDDEN]
        at = max(at, end)
    return "".join((*kept, text[at:]))


def _may_hold(text: str, language: str) -> bool:
    """Whether a closer look can find anything: nine digits, or fewer beside a word that gives them a meaning."""
    words, names = text.casefold().translate(_APART).split(), _names(language)
    digits = len(_FIGURE.findall(text)) + sum(len(names[word]) for word in words if word in names)
    many = 4 * digits if any(word in _REPEATS for word in words) else digits + 2 * words.count("hundred")
    return many >= 9 or not _BIRTH.isdisjoint(words) or (digits > 1 and not _MEANING.isdisjoint(words))


def _words(text: str, language: str) -> list[_Word]:
    names = _names(language)
    found: list[_Word] = []
    repeat = 1
    for match in _TOKEN.finditer(text):
        folded = match[0].casefold().removesuffix("'s")
        digits = folded if folded.isdigit() else names.get(folded, "")
        if folded in _OH and not (found and found[-1].digits):
            digits = ""
        if digits and repeat > 1:
            digits, repeat = digits * repeat, 1
        if folded in _REPEATS:
            repeat = _REPEATS[folded]
            found.append(_Word(match.start(), match.end(), folded, ""))
            continue
        if found and digits and len(digits) == 1 and digits != "0" and found[-1].folded in TENS and not folded.isdigit():
            # "forty one" is 41.
            tens = found.pop()
            found.append(_Word(tens.start, match.end(), folded, tens.digits[:-1] + digits))
            continue
        if found and folded == "hundred" and found[-1].digits:
            before = found.pop()
            found.append(_Word(before.start, match.end(), folded, before.digits + "00"))
            continue
        repeat = 1
        found.append(_Word(match.start(), match.end(), folded, digits))
    return found


@cache
def _names(language: str) -> dict[str, str]:
    """The words that say digits: English ones, and the ten digits of *language*."""
    english = {word: str(value) for word, value in (UNITS | TEENS | TENS).items()} | dict.fromkeys(_OH, "0")
    own = {name.casefold(): str(value) for value, name in enumerate(language_of(language).digits)}
    return english | own


def _runs(words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """The first and last word of every stretch of digits; a hesitation or two may stand between them."""
    first = last = -1
    for at, word in enumerate(words):
        if word.digits:
            if first < 0:
                first = at
            last = at
        elif first >= 0 and (at - last > 2 or (word.folded not in _BETWEEN and word.folded not in _REPEATS)):
            yield first, last
            first = -1
    if first >= 0:
        yield first, last


def _in_run(text: str, words: Sequence[_Word], first: int, last: int) -> Iterator[tuple[int, int]]:
    said = [word for word in words[first : last + 1] if word.digits]
    whole = "".join(word.digits for word in said)
    cards = list(_cards(said))
    if cards:
        yield from cards
        return
    before = {word.folded for word in words[max(0, first - _NEAR) : first]}
    around = before | {word.folded for word in words[last + 1 : last + 4]}
    social = len(whole) in (4, 9) and around & _SOCIAL
    code = len(whole) in (3, 4) and (before & _CODE or {"back", "digits"} <= before)
    number = _could_be_ssn(whole) and (_in_three_parts(text, said) or not around & _NAMED)
    if social or code or number:
        yield said[0].start, said[-1].end


def _cards(said: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """Where card numbers stand in a stretch of digits, the longest from each place."""
    at = 0
    while at < len(said):
        end = next((end for end, digits in _from(said, at) if _ISSUERS.fullmatch(digits) and _luhn(digits)), 0)
        if end:
            yield said[at].start, said[end - 1].end
        at = end or at + 1


def _from(said: Sequence[_Word], at: int) -> list[tuple[int, str]]:
    """The digits from the word *at* on, as long as a card number may be, with the words that they end before: longest first."""
    found: list[tuple[int, str]] = []
    digits = ""
    for end in range(at + 1, len(said) + 1):
        digits += said[end - 1].digits
        if len(digits) > _LONGEST:
            break
        if len(digits) >= _SHORTEST:
            found.append((end, digits))
    return found[::-1]


def _luhn(digits: str) -> bool:
    total = 0
    for at, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if at % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _could_be_ssn(digits: str) -> bool:
    return len(digits) == 9 and digits[:3] not in ("000", "666") and digits[3:5] != "00" and digits[5:] != "0000" and digits[0] != "9"


def _in_three_parts(text: str, said: Sequence[_Word]) -> bool:
    """Whether the digits are written or said as three, two and four."""
    parts, part = [], ""
    for at, word in enumerate(said):
        apart = at and not text[said[at - 1].end : word.start].isspace()
        if part and (apart or word.digits == word.folded):
            parts.append(part)
            part = ""
        part += word.digits
    return [len(one) for one in (*parts, part)] == [3, 2, 4]


def _birth_dates(words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """The date that follows a word of birth."""

    def dated(word: _Word) -> bool:
        return bool(word.digits) or word.folded in _MONTHS or word.folded in _ORDINALS

    for at, word in enumerate(words):
        if word.folded not in _BIRTH:
            continue
        first = next((one for one in range(at + 1, min(len(words), at + 1 + _NEAR)) if dated(words[one])), len(words))
        last = -1
        for one in range(first, len(words)):
            if dated(words[one]):
                last = one
            elif words[one].folded not in _BETWEEN and words[one].folded not in ("of", "the"):
                break
        if any(words[one].digits or words[one].folded in _ORDINALS for one in range(first, last + 1)):
            yield words[first].start, words[last].end
