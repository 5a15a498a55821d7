"""What only several turns together show to be private: a card number in pieces, and a value whose word came in the turn before. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from steering.core.birth_dates import MONTHS, dated
from steering.core.call import HIDDEN
from steering.core.card_numbers import CARD, GROUP, LONGEST, begins_card, could_be_social, is_card
from steering.core.expiry import without_expiry
from steering.core.languages import listed
from steering.core.masking import CUES, NAMED, SOCIAL, spans, words_around
from steering.core.said_digits import LONGEST_PAUSE, OH, Word, digit_runs, digits_of, only_pauses, uncounted, words_with_digits
from steering.core.said_numbers import Span, may_be_piece, without
from steering.core.security_codes import tells_a_code

# What says that a number goes on which was begun before.
_GOES_ON = frozenset(
    listed("rest | last | remaining | next | then | final | finally | lastly | other | continue | continues | ending | ends")
)
_LINKS = frozenset(
    listed(
        """
        is | are | was | it | be | would | the | a | my | number | code | of | birth | date | day | on | in | digits | last | uh | um | er
        so | and | okay | for | card | here | that | that's | es | el | de
        """
    )
)
# A turn with one of these tells or asks of a value, and begins none.
_TELLS = frozenset(listed("have | has | had | got | gave | given | told | know | knows | forgot | lost | changed | sent"))
_ASKS = frozenset(
    listed(
        """
        what | what's | which | where | when | why | who | how | do | does | did | is | are | was | can | could | should | shall | will
        would
        """
    )
)


def may_complete(text: str, language: str = "en") -> bool:
    """Whether *text* may complete what a turn before it has begun: some digits, or the name of a month."""
    return may_be_piece(text, language) or not MONTHS.isdisjoint(text.casefold().split())


def together(texts: Sequence[str], language: str = "en") -> tuple[str, ...] | None:
    """*texts*, what a caller said in one turn after the other, without what the last of them shows to be private; None: nothing."""
    if pieced := in_pieces(texts, language):
        return pieced
    last = after_cue(texts, language) or after_piece(texts, language)
    return None if last is None else (*texts[:-1], last)


def in_pieces(texts: Sequence[str], language: str = "en") -> tuple[str, ...] | None:
    """*texts* without the card number, or the social security number where one is told of, that the last of them completes; None: none.

    A piece is what stands between two breaks: digits up to the end of their turn, then turns of something else, and
    the first digits of the last turn. Between two pieces stands one brief turn; more, where one of them tells of a card or the
    last that it goes on ("and the rest is"). What is called something else, or is a telephone number, is no piece.
    """
    pieced = _in_pieces(texts, language, list) or _in_pieces(texts, language, uncounted)
    if pieced is None:
        return None
    return (*pieced[:-1], without_expiry(pieced[-1], language))


def _in_pieces(texts: Sequence[str], language: str, reading: Callable[[list[Word]], list[Word]]) -> tuple[str, ...] | None:
    found: list[list[Span]] = []
    digits, pieces, others = "", 0, 0
    told = far = social = False
    for at in range(len(texts) - 1, -1, -1):
        words = reading(words_with_digits(texts[at], language))
        runs = list(digit_runs(words))
        if not runs:
            if not pieces:
                return None
            others += 1
            far = far or others > 1 or len(words) > LONGEST_PAUSE
            found.insert(0, [])
            continue
        first, last = runs[-1] if pieces else runs[0]
        piece = digits_of(words, first, last)
        beside = words[last + 1 :] if pieces else words[:first]
        told = told or (not pieces and any(word.folded in _GOES_ON for word in beside))
        if _is_named(words, first, last) or _like_a_telephone_number(words[first : last + 1], in_words=False):
            if not pieces:
                return None
            found.insert(0, [])
            far = True
            continue
        digits = piece + digits
        if len(digits) > LONGEST or (len(beside) > LONGEST_PAUSE and not only_pauses(beside)):
            return None
        said = [word for word in words[first : last + 1] if word.digits]
        found.insert(0, [(said[0].start, said[-1].end)])
        pieces, others = pieces + 1, 0
        told = told or any(word.folded in CARD for word in words)
        social = social or any(word.folded in SOCIAL for word in words)
        card = is_card(digits) and (told or not far)
        if pieces > 1 and (card or (could_be_social(digits) and (social or _ends_social(texts[:at], language)))):
            return (*texts[:at], *(without(text, spans) for text, spans in zip(texts[at:], found, strict=True)))
        if pieces > 1 and (first > LONGEST_PAUSE or len(runs) > 1):
            return None
    return None


def _ends_social(before: Sequence[str], language: str) -> bool:
    """Whether the last of the turns *before* is about a social security number."""
    return bool(before) and any(word.folded in SOCIAL for word in words_with_digits(before[-1], language))


def without_beginnings(texts: Sequence[str], language: str = "en", wanted: Collection[str] = ()) -> tuple[str, ...]:
    """*texts*, all that a caller said in a call that is over, without the card numbers that were begun and never finished.

    The pieces begin as a card number does and stand in turns that follow each other, one turn of something else between two
    at most. They have twelve digits or more, or eight in one breath; where no card is told of, both. What was *wanted*, in figures,
    is no piece.
    """
    kept, tells, pieces = list(texts), list[bool](), list[tuple[int, Span, str]]()
    for at, text in enumerate(texts):
        words = words_with_digits(text, language)
        tells.append(any(word.folded in CARD for word in words))
        for first, last in digit_runs(words):
            digits = digits_of(words, first, last)
            if (
                len(digits) >= GROUP
                and digits not in wanted
                and not _is_named(words, first, last)
                and not _like_a_telephone_number(words[first : last + 1])
            ):
                pieces.append((at, (words[first].start, words[last].end), digits))
    hidden: list[tuple[int, Span, str]] = []
    while pieces:
        row = _beginning(pieces)
        whole, longest = sum(len(digits) for *_, digits in row), max((len(digits) for *_, digits in row), default=0)
        told = bool(row) and any(tells[max(0, row[0][0] - 1) : row[-1][0] + 1])
        long, breath = whole >= 3 * GROUP, longest >= 2 * GROUP
        if (long and breath) or (told and (long or breath)):
            hidden += row
        pieces = pieces[max(1, len(row)) :]
    for at in {at for at, *_ in hidden}:
        kept[at] = without(kept[at], [span for one, span, _ in hidden if one == at])
    return tuple(kept)


def _beginning(pieces: Sequence[tuple[int, Span, str]]) -> list[tuple[int, Span, str]]:
    """The first of *pieces* that begin a card number together; none when the first does not."""
    row = list(pieces[:1]) if begins_card(pieces[0][2]) else []
    for one in pieces[1:] if row else ():
        if one[0] - row[-1][0] > len("ab") or sum(len(digits) for *_, digits in (*row, one)) > LONGEST:
            break
        row.append(one)
    return row


def after_cue(texts: Sequence[str], language: str = "en") -> str | None:
    """The last of *texts* without the value whose word ends the turn before ("my date of birth is"), a pause apart; None: there is none."""
    *before, text = texts
    words = words_with_digits(text, language)
    first = next((at for at, word in enumerate(words) if dated(word)), len(words))
    for at, cue in enumerate(reversed(before[-2:])):
        earlier = words_with_digits(cue, language)
        if HIDDEN in cue and _is_code(earlier, words, first):
            run = next(iter(digit_runs(words)))
            return without(text, [(words[run[0]].start, words[run[1]].end)])
        if HIDDEN in cue and (kept := without_expiry(text, language)) is not text:
            return kept
        if _is_open(cue, earlier):
            size = len(cue) + 1
            found = [(start - size, end - size) for start, end in spans(f"{cue} {text}", language) if start >= size]
            before_it = [word for word in words[:first] if word.folded not in OH]
            return without(text, found) if found and only_pauses(before_it) else None
        if at or any(word.digits for word in earlier) or not only_pauses(earlier):
            return None
    return None


def after_piece(texts: Sequence[str], language: str = "en") -> str | None:
    """The last of *texts* without the digits that go on with a card number hidden before it; None: there are none.

    They are all that is said, and a group of four or more. One brief turn of something else may stand between.
    """
    *before, text = texts
    words = words_with_digits(text, language)
    groups = [word for word in words if word.digits]
    size = sum(len(word.digits) for word in groups)
    if not GROUP <= size < LONGEST - GROUP or not only_pauses([word for word in words if not word.digits]):
        return None
    others = 0
    for earlier in reversed(before):
        said = words_with_digits(earlier, language)
        if HIDDEN in earlier and any(word.folded in CARD for word in said):
            return without(text, [(groups[0].start, groups[-1].end)])
        others += HIDDEN not in earlier
        if others > 1 or not only_pauses(said):
            return None
    return None


def _is_code(earlier: Sequence[Word], words: Sequence[Word], first: int) -> bool:
    """Whether *words* tell the code of the card that was hidden in the turn before."""
    if not any(word.folded in CARD for word in (*earlier, *words)) or not tells_a_code(words[:first], beside_card=True):
        return False
    run = next(digit_runs(words), None)
    return run is not None and len(digits_of(words, *run)) in (3, 4)


def _is_open(text: str, words: list[Word]) -> bool:
    """Whether *text* ends with the word of a value, and without the value."""
    folded = [word.folded for word in words]
    cue = max((at for at, word in enumerate(folded) if word in CUES), default=-1)
    if cue < 0 and tells_a_code(words, beside_card=False):
        return not text.rstrip().endswith("?") and folded[0] not in _ASKS and _TELLS.isdisjoint(folded)
    if cue < 0 or text.rstrip().endswith("?") or folded[0] in _ASKS or not _TELLS.isdisjoint(folded):
        return False
    after = uncounted(words)[cue + 1 :]
    return all(word.folded in _LINKS or word.counts for word in after) and not any(word.digits for word in after)


def _is_named(words: Sequence[Word], first: int, last: int) -> bool:
    return not words_around(words, first, last)[1].isdisjoint(NAMED)


def _like_a_telephone_number(said: Sequence[Word], *, in_words: bool = True) -> bool:
    """Whether the digits *said* are as many as a telephone number has, and not in groups of four; *in_words*: one by one too."""
    sizes = [len(word.digits) for word in said if word.digits]
    if sizes[:2] == [GROUP, GROUP] or (not in_words and set(sizes) == {1}):
        return False
    return sum(sizes) == 10 or (sum(sizes) == 11 and digits_of(said, 0, len(said) - 1)[0] == "1")
