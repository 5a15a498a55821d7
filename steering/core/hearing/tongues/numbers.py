"""Numbers at a place in a row: whole, ordinal, decimal, halved, with their sign."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from steering.core.hearing.number import plain
from steering.core.hearing.tongues.row import MOST, Row, Whole, takes
from steering.core.hearing.tongues.spans import Placed, meant, spanned

LARGEST = 10**15
LONGEST_RUN = 15


class Number(NamedTuple):
    value: Decimal
    end: int
    sure: bool = True


def hear(text: str, now: datetime | None, language: str) -> int | Decimal | None:
    """The one number in *text*; None when there is none, or several."""
    for row in takes(text, language):
        found = _numbers(row)
        if found:
            values = {one.value for one in meant(row, found)}
            return plain(values.pop()) if len(values) == 1 else None
    return None


def _numbers(row: Row) -> list[Placed[Decimal]]:
    found: list[Placed[Decimal]] = []
    at = tried = 0
    while at < len(row) and tried < MOST:
        if _BEGINS.isdisjoint(row.items[at].senses):
            at += 1
            continue
        tried += 1
        one = number(row, at)
        if one is None:
            at += 1
            continue
        one = _run_on(row, at, one)
        counted = row.sense(one.end, "things") is not None and (one.value > 1 or row.lexicon.tens)
        if one.sure or counted or row.bare((at, one.end)) or _with_another(row, one.end):
            found.append(Placed(one.value, at, one.end))
        at = one.end
    return found


def _with_another(row: Row, end: int) -> bool:
    """Whether a number follows what ends at *end*, alone or behind "or": an article is a number in "una o dos"."""
    return any(row.number(at, "numbers") is not None for at in (end, end + 1) if spanned(row, end, at))


_BEGINS = frozenset({"numbers", "articles", "figure", "tens", "minus", "fractions", "halves"})


def number(row: Row, at: int) -> Number | None:
    """The number that begins at *at*, with its sign, decimals and half."""
    if row.sense(at, "minus") is not None and row.sense(at + 1, "minus") is None:
        one = number(row, at + 1)
        return one._replace(value=-one.value) if one else None
    added = row.sense(at, "fractions")
    if isinstance(added, Decimal):
        return _with_fraction(row, at, added)
    halves = row.sense(at, "halves")
    if halves is not None:
        return _half_of(row, at)
    written = row.sense(at, "figure")
    if isinstance(written, Decimal) and written != written.to_integral_value():
        return _scaled(row, Number(written, at + 1))
    one_whole = whole(row, at)
    if one_whole is None:
        return None
    end = one_whole.end
    if (size := row.number(end, "dozens")) is not None:
        return Number(Decimal(one_whole.value * size), end + 1)
    return _decimals(row, one_whole) or _and_half(row, one_whole) or Number(Decimal(one_whole.value), end, one_whole.sure)


def whole(row: Row, at: int, *, ordinals: bool = False) -> Whole | None:
    """The whole number that begins at *at*, as far as it goes; with *ordinals* its last word may be one."""
    chunks: list[tuple[int, int]] = []
    end, sure, ordinal = at, False, False
    while True:
        start = row.after(end, "joins") if chunks else end
        # "mil", ألفان: a scale that is a number by itself.
        alone = row.number(start, "numbers") or 0
        group = Whole(alone, start + 1) if alone > 999 else hundreds(row, start, ordinals=ordinals)
        if group is None:
            break
        value, after, kept = group.value, group.end, len(chunks)
        scale = (row.number(start, "scales") or 1) if alone > 999 else 1
        while not group.ordinal and (times := row.number(after, "scales")) is not None and times > scale:
            # 千二百万, "dos mil quinientos millones": what was said before and is smaller is counted too.
            while kept and chunks[kept - 1][0] < times:
                kept -= 1
                value += chunks[kept][0]
            value, scale, after = value * times, times, after + 1
        if value >= LARGEST or (kept and value >= chunks[kept - 1][1]):
            break
        chunks[kept:] = [(value, scale)]
        sure = sure or group.sure or scale > 1
        end, ordinal = after, group.ordinal
        if scale == 1:
            break
    return Whole(sum(value for value, _ in chunks), end, sure, ordinal) if chunks else None


def hundreds(row: Row, at: int, *, ordinals: bool = False) -> Whole | None:
    """A number below a thousand; below ten thousand where tens are counted (千二百)."""
    # Every rule of a kind asks for it at the same places.
    key = at, ordinals
    if key not in row.hundreds:
        row.hundreds[key] = _hundreds(row, at, ordinals=ordinals)
    return row.hundreds[key]


def _hundreds(row: Row, at: int, *, ordinals: bool) -> Whole | None:
    written = row.sense(at, "figure")
    if isinstance(written, Decimal) and row.sense(at + 1, "tens") is None:
        return Whole(int(written), at + 1) if written == written.to_integral_value() and written >= 0 else None
    if row.lexicon.tens and (row.number(at, "numbers") or 0) < 10:
        return _by_tens(row, at) or (small(row, at, ordinals=ordinals))
    head = row.number(at, "numbers")
    if head is not None and 100 <= head < 1000:
        found = Whole(head, at + 1)
    else:
        one = small(row, at, ordinals=ordinals)
        if one is None or one.ordinal or row.sense(one.end, "hundreds") is None or not _counts_hundreds(row, one):
            return one
        found = Whole(one.value * 100, one.end + 1)
    if found.value % 100:
        return found
    rest = small(row, row.after(found.end, "joins"), ordinals=ordinals)
    if rest is None or not rest.value or row.sense(rest.end, "hundreds") is not None or _unit_follows(row, rest):
        return found
    return Whole(found.value + rest.value, rest.end, ordinal=rest.ordinal)


def _counts_hundreds(row: Row, one: Whole) -> bool:
    """Whether *one* counts the hundreds behind it: "neunzehnhundert", पच्चीस सौ; but "vingt-cinq cents" are coins."""
    return 0 < one.value < 10 or (one.value % 10 > 0 and (one.value < 20 or row.sense(one.end, "coins") is None))


def _unit_follows(row: Row, rest: Whole) -> bool:
    """Whether an article belongs to what is behind it: "cien y un momento"."""
    return not rest.sure and rest.end < len(row) and not row.items[rest.end].senses


def small(row: Row, at: int, *, ordinals: bool = False, joins: bool = True) -> Whole | None:
    """A number below a hundred."""
    one = _word(row, at, ordinals=ordinals)
    if one is None or one.value > 99:
        return None
    if row.lexicon.ones_first:
        if not joins:
            return one
        tens = _word(row, at + 2, ordinals=ordinals) if 0 < one.value < 10 and row.sense(at + 1, "joins") is not None else None
        if tens and 20 <= tens.value < 100 and tens.value % 10 == 0:
            return Whole(one.value + tens.value, at + 3, ordinal=tens.ordinal)
        return one
    room = row.lexicon.rooms.get(one.value, 10 if one.value >= 20 and one.value % 10 == 0 else 0)
    start = row.after(one.end, "joins") if joins else one.end
    if one.value == 10 and start == one.end and row.lexicon.joins:
        # "diez y seis" is sixteen, "diez seis" is ten and six.
        return one
    unit = _word(row, start, ordinals=ordinals) if room and not one.ordinal else None
    if unit and 0 < unit.value < room and not (start > one.end and _unit_follows(row, unit)):
        return Whole(one.value + unit.value, unit.end, ordinal=unit.ordinal)
    return one


def _word(row: Row, at: int, *, ordinals: bool) -> Whole | None:
    if (value := row.number(at, "numbers")) is not None:
        return Whole(value, at + 1)
    if (value := row.number(at, "articles")) is not None:
        return Whole(value, at + 1, sure=False)
    if ordinals and (value := row.number(at, "ordinals")) is not None:
        return Whole(value, at + 1, ordinal=True)
    tail = _tail(row, at)
    return None if tail is None else Whole(tail, at + 1)


def _by_tens(row: Row, at: int) -> Whole | None:
    """千二百五: digits before ten, hundred and thousand, each smaller than the one before."""
    total, room, end, sure = 0, LARGEST, at, False
    while True:
        digit = _digit(row, end)
        after = end if digit is None or digit > 9 else end + 1
        times = row.number(after, "tens")
        if times is not None and times < room and (after == end or digit):
            total, room, end, sure = total + (digit if after > end and digit else 1) * times, times, after + 1, True
            continue
        if after > end and digit is not None and room > 9 and (digit or not total):
            sure = sure or row.number(end, "numbers") is not None
            total, end = total + digit, after
        return Whole(total, end, sure) if end > at else None


def _digit(row: Row, at: int) -> int | None:
    for name in ("numbers", "articles"):
        if (digit := row.number(at, name)) is not None:
            return digit
    written = row.sense(at, "figure")
    if isinstance(written, Decimal):
        return int(written) if written in range(10) else None
    return _tail(row, at)


def _tail(row: Row, at: int) -> int | None:
    """A digit that is one only behind a number of the same script, with nothing unknown behind it."""
    tail = row.number(at, "tails")
    if tail is None:
        return None
    counted = row.sense(at - 1, "tens") is not None or (row.number(at - 1, "numbers") or 0) > 9
    alike = counted and ord(row.text(at - 1)[0]) >> 8 == ord(row.text(at)[0]) >> 8
    return tail if alike and (at + 1 == len(row) or row.items[at + 1].senses) else None


def _decimals(row: Row, one: Whole) -> Number | None:
    """*one* with what follows "coma": digits one by one or as numbers, or a named part (пять десятых)."""
    if row.sense(one.end, "points") is None and row.sense(one.end, "wholes") is None:
        return None
    start = row.after(one.end, "points", "wholes")
    start = row.after(start, "joins") if row.sense(one.end, "wholes") is not None else start
    digits, end = "", start
    while len(digits) < LONGEST_RUN and (piece := hundreds(row, end)) and piece.value < 1000:
        written = row.text(end) if row.sense(end, "figure") is not None else str(piece.value)
        digits, end = digits + written, piece.end
        if (part := row.number(end, "parts")) is not None:
            return _scaled(row, Number(one.value + Decimal(int(digits)) / part, end + 1))
    return _scaled(row, Number(one.value + Decimal(f"0.{digits[:LONGEST_RUN]}"), end)) if digits else None


def _and_half(row: Row, one: Whole) -> Number | None:
    at = row.after(one.end, "joins")
    if row.sense(at, "halves") is None:
        return None
    return _scaled(row, Number(one.value + Decimal("0.5"), at + 1))


def _half_of(row: Row, at: int) -> Number | None:
    """ "medio millón", "media docena", and words that are a number and a half (полтора)."""
    value = row.sense(at, "halves")
    amount = value if isinstance(value, Decimal) else Decimal("0.5")
    if (size := row.number(at + 1, "dozens")) is not None:
        return Number(amount * size, at + 2)
    one = _scaled(row, Number(amount, at + 1))
    return one if amount > 1 or one.end > at + 1 else None


def _with_fraction(row: Row, at: int, added: Decimal) -> Number | None:
    """साढ़े तीन, सवा लाख: a fraction added to the number, or the scale, behind it."""
    one = small(row, at + 1)
    if one is not None:
        value, end = Decimal(one.value), one.end
        if row.sense(end, "hundreds") is not None:
            value, end = (value + added) * 100, end + 1
            return _scaled(row, Number(value, end))
        return _scaled(row, Number(value + added, end))
    named = row.number(at + 1, "scales") or (100 if row.sense(at + 1, "hundreds") is not None else None)
    return Number((1 + added) * named, at + 2) if named else None


def _scaled(row: Row, one: Number) -> Number:
    value, end = one.value, one.end
    if row.sense(end, "hundreds") is not None and row.sense(end - 1, "fractions") is None and one.value < 10 and one.value % 1:
        value, end = value * 100, end + 1
    while (times := row.number(end, "scales")) is not None and value * times < LARGEST:
        value, end = value * times, end + 1
    return Number(value, end)


def _run_on(row: Row, at: int, one: Number) -> Number:
    """Numbers said in pieces are one number: "uno dos tres"."""
    if one.value < 0 or one.value > 99 or one.value % 1 or row.sense(at, "figure") is not None:
        return one
    pieces, end, sure = str(one.value), one.end, one.sure
    last: Whole | None = None
    while len(pieces) < LONGEST_RUN and (piece := hundreds(row, end)) and piece.value < 100 and row.sense(end, "figure") is None:
        if row.number(piece.end, "scales") is not None or (not piece.sure and piece.end == len(row) - 1):
            break
        pieces, end, sure = pieces + str(piece.value), piece.end, sure or piece.sure
        last = piece
    if last is None:
        return one
    in_two = pieces == f"{one.value}{last.value}"
    if row.lexicon.articles_apart and row.sense(at, "articles") is not None and one.end == at + 1 and in_two:
        return Number(Decimal(last.value), end, sure)  # "un ocho" is an eight
    if in_two and _two_of_a_span(one.value, last.value):
        return one  # and another one
    # Two words that may be something else are no number yet: "이 일".
    return Number(Decimal(pieces), end, sure or len(pieces) > 2)


def _two_of_a_span(one: Decimal, last: int) -> bool:
    """Whether two numbers side by side are as likely "two or three": दो तीन, "два три", "veinte treinta"; but not 1984."""
    return one < last and not (one in (19, 20) and last > 9)
