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
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from steering.core.call import HIDDEN
from steering.core.hearing.cardinals import BELOW_HUNDRED, TENS
from steering.core.languages import language as language_of
from steering.core.languages import listed

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)?")
_FIGURE = re.compile(r"\d")
_APART = bytes.maketrans(b"-,.;:!?/'\"()", b" " * 12)
_FIGURES = b"0123456789"
_REPEATS = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_OH = frozenset(("oh", "o"))
_BETWEEN = frozenset(listed("uh | um | er | erm | ah | and | then | dash | hyphen | space | comma | dot | point | slash"))
# What is said in the middle of a card number, beside those.
_PAUSE = _BETWEEN | frozenset(
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
_LONGEST_PAUSE = 6
_SHORTEST, _LONGEST = 13, 19
_SHORTEST_NUMBER = 4
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
    runs = list(_runs(words))
    spans = [span for said in _stretches(words, runs) for span in _cards(said)]
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
        words = _words(texts[at], language)
        runs = list(_runs(words))
        if not runs:
            if not spans or len(words) > _LONGEST_PAUSE:
                return None
            spans.insert(0, (0, 0))
            continue
        first, last = runs[-1] if spans else runs[0]
        said = [word for word in words[first : last + 1] if word.digits]
        piece = _digits(words, first, last)
        digits = piece + digits
        apart = len(words) - last > _LONGEST_PAUSE if spans else first > _LONGEST_PAUSE
        if apart or len(digits) > _LONGEST or _is_named(words, first, last) or _like_a_telephone_number(piece):
            return None
        spans.insert(0, (said[0].start, said[-1].end))
        if len(spans) > 1 and _is_card(digits):
            hidden = [_without(text, [span]) if span[1] else text for text, span in zip(texts[at:], spans, strict=True)]
            return (*texts[:at], *hidden)
        if len(spans) > 1 and (first > _LONGEST_PAUSE or len(runs) > 1):
            return None
    return None


def numbers_in(text: str, language: str = "en") -> frozenset[str]:
    """The numbers of four digits or more that are said in *text*, in figures."""
    words = _words(text, language)
    return frozenset(digits for first, last in _runs(words) if len(digits := _digits(words, first, last)) >= _SHORTEST_NUMBER)


def without_numbers(text: str, numbers: frozenset[str], language: str = "en") -> str:
    """*text* with `…` for those of *numbers* (in figures) that are said in it."""
    if not numbers or not may_be_piece(text, language):
        return text
    words = _words(text, language)
    found = [(first, last) for first, last in _runs(words) if _digits(words, first, last) in numbers]
    return _without(text, [(words[first].start, words[last].end) for first, last in found])


def may_be_piece(text: str, language: str = "en") -> bool:
    """Whether *text* may hold a piece of a card number: some digits, and no whole one."""
    words, figures = _at_a_glance(text)
    return bool(figures) or not _names(language).keys().isdisjoint(words)


def _digits(words: Sequence[_Word], first: int, last: int) -> str:
    return "".join(word.digits for word in words[first : last + 1])


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
    names = _names(language)
    digits = figures + sum(len(names[word]) for word in words if word in names)
    many = 4 * digits if any(word in _REPEATS for word in words) else digits + 2 * words.count("hundred")
    return many >= 9 or not _BIRTH.isdisjoint(words) or (digits > 1 and not _MEANING.isdisjoint(words))


def _words(text: str, language: str) -> list[_Word]:
    names = _names(language)
    found: list[_Word] = []
    repeat = 1
    for match in _TOKEN.finditer(text):
        folded = match[0].casefold().removesuffix("'s")
        digits = _figures(folded) if folded.isdecimal() else names.get(folded, "")
        if folded in _OH and not (found and found[-1].digits):
            digits = ""
        if digits and repeat > 1:
            digits, repeat = digits * repeat, 1
        if folded in _REPEATS:
            repeat = _REPEATS[folded]
            found.append(_Word(match.start(), match.end(), folded, ""))
            continue
        if found and digits and len(digits) == 1 and digits != "0" and found[-1].folded in TENS and not folded.isdecimal():
            # "forty one" is 41.
            tens = found.pop()
            found.append(_Word(tens.start, match.end(), folded, tens.digits[:-1] + digits))
            continue
        if found and folded == "hundred" and found[-1].digits:
            before = found.pop()
            found.append(_Word(before.start, match.end(), folded, before.digits + "00"))
            continue
        repeat = 1
        if folded in _SHORT_TIMES and found and found[-1].folded == "one":
            # "One moment" counts nothing.
            found[-1] = _Word(found[-1].start, found[-1].end, "a", "")
        found.append(_Word(match.start(), match.end(), folded, digits))
        if len(folded) == 1 and (letters := "".join(word.folded for word in found[-3:])) in _SPELLED:
            # "c v v" is a word too.
            found[-3:] = [_Word(found[-3].start, match.end(), letters, "")]
    return found


@cache
def _signs(language: str) -> frozenset[str]:
    """The words without which, and without figures, there is nothing to hide."""
    return _BIRTH.union(_names(language))


def _figures(written: str) -> str:
    """Figures of any script as 0 to 9."""
    return written if written.isascii() else "".join(str(unicodedata.decimal(one)) for one in written)


@cache
def _names(language: str) -> dict[str, str]:
    """The words that say digits: English ones, and the ten digits of Spanish and of *language*."""
    english = {word: str(value) for word, value in BELOW_HUNDRED.items()} | dict.fromkeys(_OH, "0")
    digits = [enumerate(language_of(one).digits) for one in ("es", language)]
    return english | {name.casefold(): str(value) for names in digits for value, name in names}


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


def _stretches(words: Sequence[_Word], runs: Sequence[tuple[int, int]]) -> Iterator[list[_Word]]:
    """The words with digits of every row of *runs* between which the caller only pauses."""
    stretch: list[_Word] = []
    end = 0
    for first, last in runs:
        if stretch and (first - end > _LONGEST_PAUSE + 1 or any(word.folded not in _PAUSE for word in words[end + 1 : first])):
            yield stretch
            stretch = []
        stretch += [word for word in words[first : last + 1] if word.digits]
        end = last
    if stretch:
        yield stretch


def _in_run(text: str, words: Sequence[_Word], first: int, last: int) -> Iterator[tuple[int, int]]:
    said = [word for word in words[first : last + 1] if word.digits]
    whole = _digits(words, first, last)
    before, around = _around(words, first, last)
    social = len(whole) in (4, 9) and around & _SOCIAL
    code = len(whole) in (3, 4) and (before & _CODE or {"back", "digits"} <= before)
    number = _could_be_ssn(whole) and (_in_three_parts(text, said) or not around & _NAMED)
    if social or code or number:
        yield said[0].start, said[-1].end


def _around(words: Sequence[_Word], first: int, last: int) -> tuple[set[str], set[str]]:
    """The words before the run from *first* to *last*, and those before and after it."""
    before = {word.folded for word in words[max(0, first - _NEAR) : first]}
    return before, before | {word.folded for word in words[last + 1 : last + 4]}


def _is_named(words: Sequence[_Word], first: int, last: int) -> bool:
    return not _around(words, first, last)[1].isdisjoint(_NAMED)


def _like_a_telephone_number(digits: str) -> bool:
    return len(digits) == 10 or (len(digits) == 11 and digits[0] == "1")


def _is_card(digits: str) -> bool:
    return _ISSUERS.fullmatch(digits) is not None and _luhn(digits)


def _cards(said: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """Where card numbers stand in a stretch of digits, the longest from each place."""
    at = 0
    while at < len(said):
        end = next((end for end, digits in _from(said, at) if _is_card(digits)), 0)
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
        if part and (apart or word.folded.isdecimal()):
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
