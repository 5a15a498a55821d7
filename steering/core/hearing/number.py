"""`number`: one number in words or figures, with sign, decimals and halves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from steering.core.hearing.cardinals import BELOW_HUNDRED, SCALES, TEENS, TENS, UNITS, Number, below_hundred, cardinal
from steering.core.hearing.spans import is_open
from steering.core.hearing.tokens import takes, value_tokens, withdrawn
from steering.core.languages import listed

_MINUS = frozenset({"minus", "negative"})
_LOT = {"dozen": 12, "couple": 2, "pair": 2, "score": 20}
_TIMES = {"twice": 2, "thrice": 3}
_PARTS = {"half": Decimal("0.5"), "halves": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25")}
_THIRDS = frozenset({"third", "thirds"})
_ALONE = frozenset(listed("just | only | um | uh | like | about | maybe | well | so | it's | it | is | a | please | i | think | probably"))
_OH = UNITS | {"oh": 0, "o": 0, "nought": 0, "naught": 0, "nil": 0}
_PIECES = BELOW_HUNDRED | _OH
_ZEROS = frozenset({"point", "nought", "naught", "oh", "nil"})
# The words with which a number begins: at all others nothing is looked for.
BEGINNINGS = _ZEROS | {*BELOW_HUNDRED, *_MINUS, *_TIMES, "a", "hundred", "half", "quarter", "once", "both"}
_SUMMING = frozenset({"so", "makes", "altogether", "total"})
_VAGUE = frozenset({"something", "odd", "some"})


def number(text: str, language: str = "en") -> int | Decimal | None:
    """The one number in *text*; None when there is none, or several."""
    said = takes(value_tokens(text, language), language)
    for place in reversed(range(len(said))):
        take = said[place]
        found = numbers(take)
        if not found and place and withdrawn(take):
            return None
        if len({value for value, _, _ in found}) > 1:
            # "two adults and three kids, so five altogether"
            start = max((at for at, word in enumerate(take) if word in _SUMMING), default=len(take))
            found = [one for one in found if one[1] > start] or found
        if found:
            bounded = any(is_open(take, start, end) or _said_twice(take[start:end]) or unclear(take[start:end]) for _, start, end in found)
            bounded = bounded or any(_with_others(take, start, end) for _, start, end in found)
            return plain(found[0][0]) if len({value for value, _, _ in found}) == 1 and not bounded else None
    return None


def _said_twice(said: Sequence[str]) -> bool:
    """Whether *said* is a stutter, or a half: "fifty fifty"."""
    half = len(said) // 2
    return said[0] in TENS and said[:half] == said[half:]


def unclear(said: Sequence[str]) -> bool:
    """Whether *said* begins with two digits that may be one or the other, or a stutter: "two three guests", "nine nine and a half"."""
    digits = len(said) > 1 and all(UNITS.get(word) for word in said[:2])
    return digits and (said[0] != said[1] if len(said) == 2 else said[2] not in _PIECES)


def _with_others(take: Sequence[str], start: int, end: int) -> bool:
    """Whether persons who are not counted are added to the number there: "me and two kids", "two kids and my wife"."""
    before = take[start - 2 : start] if start > 1 else ()
    after = next((take[at + 1 : at + 3] for at in (end, end + 1) if take[at : at + 1] == ("and",)), ())
    added = before[1:] == ("and",) and (before[0] in _MYSELF or (start > 2 and take[start - 3] in _OURS and before[0] in _RELATIVES))
    return added or (after[:1] != () and after[0] in _MYSELF) or (len(after) > 1 and after[0] in _OURS and after[1] in _RELATIVES)


_MYSELF = frozenset({"me", "myself", "i"})
_OURS = frozenset({"my", "our"})
_RELATIVES = frozenset(
    listed(
        "husband | wife | mother | mom | mum | father | dad | son | daughter | brother | sister | partner | boyfriend | girlfriend | friend"
    )
)


def hear(text: str, now: datetime | None, language: str) -> int | Decimal | None:
    return number(text, language)


def plain(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value


def numbers(tokens: Sequence[str]) -> list[tuple[Decimal, int, int]]:
    """All numbers in *tokens* with where they begin and end."""
    found: list[tuple[Decimal, int, int]] = []
    at = 0
    while at < len(tokens):
        one = number_at(tokens, at)
        if one is None:
            at += 1
        elif at and tokens[at - 1] == "not":
            at = _denied(tokens, at, one)
        else:
            found.append((one.value, at, one.end))
            whole = number_at(tokens, one.end + 2) if tokens[one.end : one.end + 2] == ("out", "of") and len(tokens) > one.end + 2 else None
            at = whole.end if whole else one.end  # "nine out of ten"
    return found


def _denied(tokens: Sequence[str], at: int, one: Number) -> int:
    """Where the number that "not" denies ends: in "not two three" two is denied, and three is meant."""
    first = at + 1
    alike = one.end == at + 2 and any(tokens[at] in same and tokens[first] in same for same in (UNITS, TEENS, TENS))
    return first if alike else one.end


def number_at(tokens: Sequence[str], at: int) -> Number | None:
    """The number that begins at *at*: cardinal, decimal, half, dozen; with its sign."""
    if tokens[at] not in BEGINNINGS and not tokens[at][-1].isdecimal():
        return None
    if tokens[at] in _MINUS and at + 1 < len(tokens) and tokens[at + 1] not in _MINUS:
        one = number_at(tokens, at + 1)
        return one._replace(value=-one.value) if one else None
    if part := _part_of(tokens, at):
        return part
    if tokens[at] in ("a", "half") and at + 1 < len(tokens) and tokens[at + 1] in _LOT:
        return _dozens(tokens, Number(Decimal(_LOT[tokens[at + 1]]), at + 2, True), _LOT[tokens[at + 1]])
    if tokens[at] in _TIMES:
        return Number(Decimal(_TIMES[tokens[at]]), at + 1, True)
    if tokens[at] == "both" and tokens[at + 1 : at + 2] == ("of",):
        return Number(Decimal(2), at + 2, True)
    if (tokens[at] in ("half", "quarter", "once")) and all(word in _ALONE for word in (*tokens[:at], *tokens[at + 1 :])):
        return Number(_PARTS.get(tokens[at], Decimal(1)), at + 1, True)
    if tokens[at] in _ZEROS:
        end = at if tokens[at] == "point" else at + 1
        return _decimals(tokens, Number(Decimal(0), end, True))
    one = cardinal(tokens, at)
    if one is None:
        return None
    one = _run_on(tokens, at, one)
    after = tokens[one.end] if one.end < len(tokens) else ""
    if after == "dozen":
        return _dozens(tokens, Number(one.value * 12, one.end + 1, True), 12)
    if after == "k":
        return Number(one.value * 1000, one.end + 1, one.spoken)
    if after in _THIRDS or after in _VAGUE or _and_thirds(tokens, one.end) or _some_hundred(tokens, at):
        return None
    if after in _PARTS and one.value < 10:
        return Number(one.value * _PARTS[after], one.end + 1, True)
    return _scaled(tokens, _decimals(tokens, one)) or _half(tokens, one) or one


def _dozens(tokens: Sequence[str], one: Number, size: int) -> Number:
    """ "a dozen and a half"."""
    if tuple(tokens[one.end : one.end + 3]) == ("and", "a", "half"):
        return Number(one.value + Decimal(size) / 2, one.end + 3, True)
    return one


def _and_thirds(tokens: Sequence[str], at: int) -> bool:
    """Whether "and a third" stands there, which is not read."""
    return at + 2 < len(tokens) and tokens[at] == "and" and tokens[at + 2] in _THIRDS


def _some_hundred(tokens: Sequence[str], at: int) -> bool:
    """Whether nobody knows how many hundreds are meant: "a few hundred", "several hundred dollars"."""
    return tokens[at] == "hundred" and at > 0 and tokens[at - 1] in _UNKNOWN


_UNKNOWN = frozenset({"few", "several", "many", "some", "of"})


def _part_of(tokens: Sequence[str], at: int) -> Number | None:
    """ "half a million", "a quarter of a million" from its second word, "half a dozen"."""
    if tokens[at] not in ("half", "quarter"):
        return None
    end = at + 1
    while end < len(tokens) and end - at < 3 and tokens[end] in ("of", "a"):
        end += 1
    whole = _WHOLES.get(tokens[end], 0) if end < len(tokens) else 0
    return Number(_PARTS[tokens[at]] * whole, end + 1, True) if whole else None


_WHOLES = SCALES | {"hundred": 100, "dozen": 12}


def _run_on(tokens: Sequence[str], at: int, one: Number) -> Number:
    """Numbers said in pieces are one number: "one twenty", "nineteen eighty four", "four five one two"."""
    ahead = tokens[one.end : one.end + 2 * LONGEST_RUN]
    # Two words are a piece at most: so many are too many.
    if not one.spoken or one.value > 99 or (len(ahead) == 2 * LONGEST_RUN and _PIECES.keys() >= set(ahead)):
        return one
    pieces, end = [int(one.value)], one.end
    while end < len(tokens) and (piece := _PIECES.get(tokens[end])) is not None and len(pieces) <= LONGEST_RUN:
        unit = UNITS.get(tokens[end + 1], 0) if tokens[end] in TENS and end + 1 < len(tokens) else 0
        pieces.append(piece + unit)
        end += 2 if unit else 1
    if len(pieces) == 1 or len(pieces) > LONGEST_RUN:
        return one
    return Number(Decimal("".join(map(str, pieces))), end, True)


LONGEST_RUN = 15


def _decimals(tokens: Sequence[str], one: Number) -> Number | None:
    """*one* with the digits after "point"."""
    if not (one.end + 1 < len(tokens) and tokens[one.end] == "point"):
        return None
    digits, end = "", one.end + 1
    while end < len(tokens) and len(digits) < LONGEST_RUN:
        piece = below_hundred(tokens, end)
        if piece is None and tokens[end] in _OH:
            piece = (0, end + 1)
        if piece is None:
            if not tokens[end].isdecimal():
                break
            digits, end = digits + tokens[end][:LONGEST_RUN], end + 1
        else:
            digits, end = digits + str(piece[0]), piece[1]
    return Number(one.value + Decimal(f"0.{digits}"), end, one.spoken) if digits else None


def _scaled(tokens: Sequence[str], one: Number | None) -> Number | None:
    """ "one point two | million"."""
    while one and one.end < len(tokens) and tokens[one.end] in SCALES:
        one = Number(one.value * SCALES[tokens[one.end]], one.end + 1, one.spoken)
    return one


def _half(tokens: Sequence[str], one: Number) -> Number | None:
    """ "two and a half", "a million and a half", "two and a half million", "five and three quarters"."""
    if not (one.end + 2 < len(tokens) and tokens[one.end] == "and" and tokens[one.end + 2] in _PARTS):
        return None
    count = UNITS.get(tokens[one.end + 1], 1 if tokens[one.end + 1] == "a" else 0)
    end = one.end + 3
    scale = SCALES.get(tokens[end], 1) if end < len(tokens) else 1
    inside = SCALES.get(tokens[one.end - 1], 1)
    return Number((one.value + count * _PARTS[tokens[one.end + 2]] * inside) * scale, end + (scale > 1), one.spoken) if count else None
