"""`time`: one time of day: "half past three", "quarter to nine", "3:05 pm", "fourteen thirty", "noon"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from datetime import time as TimeOfDay
from typing import NamedTuple

from steering.core.hearing.cardinals import BELOW_HUNDRED, UNITS, below_hundred, pronoun
from steering.core.hearing.spans import is_open
from steering.core.hearing.tokens import takes, value_tokens, withdrawn
from steering.core.languages import listed
from steering.core.values import Time

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?")
_NAMED = {"noon": TimeOfDay(12), "midday": TimeOfDay(12), "noontime": TimeOfDay(12), "midnight": TimeOfDay(0)}
_PAST = {"past": 1, "after": 1, "to": -1, "till": -1, "til": -1, "until": -1, "before": -1, "of": -1}
_MORNING = frozenset({"am", "morning"})
_LATER = frozenset({"pm", "afternoon", "evening", "night", "tonight"})
_LEADS = frozenset({"at", "around", "about", "by", "before", "after", "until", "till", "from", "say", "make", "maybe"})
_CARRIERS = frozenset(
    listed(
        """
        it's | its | it | is | was | should | um | uh | please | like | or | so | the | how | let's | do | works | work | sharp
        would | be | for | me | exactly | can | could | we | i | i'd | i'll | great | good | fine | better | best | perfect | okay
        ok | early | earlier | late | later | latest | earliest | than | prefer | want | need | come | there | let | us | think
        said | meant | instead
        guess | that | that's | probably | what | yes | yeah | sure | well | just | right | on | appointment | time | my | again
        thanks | thank | you | actually | sorry | er | er | ah | oh | if | possible | and | a | this | not | no | sounds | go | with
        """
    )
)


class _Found(NamedTuple):
    """Hour and minute said before the token at *end*; *sure* that it is a time, *exact* when its half of the day is known."""

    hour: int
    minute: int
    end: int
    sure: bool
    exact: bool = False


def time(text: str, language: str = "en") -> Time | None:
    """The one time of day in *text*; ambiguous when nothing says which half of the day."""
    said = [_joined(take) for take in takes(value_tokens(text, language), language)]
    for place in reversed(range(len(said))):
        take = said[place]
        found = _times(take)
        if not found and place and (half := _half_alone(take)):
            # "six a.m., no, p.m."
            found = _times([*(word for word in said[place - 1] if word not in _MORNING and word not in _LATER), half])
        if not found and place and withdrawn(take):
            return None
        if len(found) == 1 and place and (halved := _in_the_half_before(take, said[place - 1])):
            found = halved
        # A correction that holds a number and no time takes back what was said before it.
        if found or any(_counts(word) or word in _CORRECTING for word in take):
            return found.pop() if len(found) == 1 else None
    return None


def _in_the_half_before(take: Sequence[str], before: Sequence[str]) -> set[Time]:
    """The hour of a correction that says no half of the day, in the half that was said with what it takes back: "two pm, no, three"."""
    halves = [word for word in before if word in _MORNING or word in _LATER]
    bare = not any(word in _MORNING or word in _LATER for word in take) and any(one.ambiguous for one in _times([*take]))
    return _times([*take, halves[0]]) if bare and len(halves) == 1 else set()


def _half_alone(take: Sequence[str]) -> str:
    """The half of the day in a correction that holds nothing else; empty when it does."""
    halves = [word for word in take if word in _MORNING or word in _LATER]
    rest = [word for word in take if word not in halves and word not in ("in", "the", "at")]
    return halves[0] if len(halves) == 1 and not rest else ""


_CORRECTING = frozenset({*_NAMED, "half", "quarter"})


def hear(text: str, now: datetime | None, language: str) -> Time | None:
    return None if _elsewhere(value_tokens(text, language), now) else time(text, language)


def from_now(text: str, now: datetime, language: str) -> Time | None:
    """The time that is counted from *now* in an answer of nothing else: "now", "an hour ago", "in twenty minutes"; English alone."""
    tokens = value_tokens(text, language) if language[:2] == "en" else ()
    said = [word for word in tokens if word not in _ROUND]
    if tuple(said) == ("now",):
        return Time(now.time().replace(second=0, microsecond=0, tzinfo=None))
    ahead, ago = said[:1] == ["in"] or said[-2:] == ["from", "now"], said[-1:] == ["ago"]
    if ahead == ago:
        return None
    length = said[1:] if said[:1] == ["in"] else said[:-1] if ago else said[:-2]
    minutes = _length(length)
    moment = now + timedelta(minutes=minutes if ahead else -minutes)
    # Behind midnight it is the time of another day.
    return Time(moment.time().replace(second=0, microsecond=0, tzinfo=None)) if minutes and moment.date() == now.date() else None


_ROUND = frozenset(
    listed("about | around | roughly | maybe | just | right | approximately | like | um | uh | since | it's | it | please | exactly | only")
)
_LENGTH_OF = {"minute": 1, "minutes": 1, "hour": 60, "hours": 60}
_HALVED = ("and", "a", "half")


def _length(said: Sequence[str]) -> int:
    """The minutes of "twenty minutes", "an hour and a half", "half an hour"; zero when it is no length."""
    if tuple(said) in (("half", "an", "hour"), ("half", "hour"), ("a", "half", "hour"), ("a", "half", "an", "hour")):
        return 30
    if tuple(said[-3:]) == _HALVED and len(said) > len(_HALVED):
        whole = _length(said[:-3])
        return whole + 30 if whole and not whole % 60 else 0
    count, end = (1, 1) if said[:1] in (["a"], ["an"]) else (_small(said, 0) or (0, 0))
    if tuple(said[end : end + 3]) == _HALVED and said[end + 3 :] == ["hours"]:
        return count * 60 + 30
    return count * _LENGTH_OF[said[end]] if count and end + 1 == len(said) and said[end] in _LENGTH_OF and count < _DAY else 0


_DAY = 24 * 60
_ZONES = {
    **dict.fromkeys(("eastern", "est", "edt"), ("EST", "EDT")),
    **dict.fromkeys(("central", "cst", "cdt"), ("CST", "CDT")),
    **dict.fromkeys(("mountain", "mst", "mdt"), ("MST", "MDT")),
    **dict.fromkeys(("pacific", "pst", "pdt"), ("PST", "PDT")),
    **dict.fromkeys(("gmt", "utc"), ("GMT", "UTC")),
}


def _elsewhere(tokens: Sequence[str], now: datetime | None) -> bool:
    """Whether a time is told by the clock of another zone than the one of *now*: "three pm eastern"."""
    here = now.tzname() if now else None
    return any(word in _ZONES and here not in _ZONES[word] for word in tokens)


def _joined(tokens: Sequence[str]) -> list[str]:
    """*tokens* with "p", "m" as one, "nineish" as "nine", and "8 p" as "8 pm"."""
    found: list[str] = []
    for place, word in enumerate(tokens):
        before, after = (tokens[place - 1] if place else ""), (tokens[place + 1] if place + 1 < len(tokens) else "")
        if word == "m" and before in ("a", "p"):
            continue
        base = word.removesuffix("ish")
        if word == "ish" and _counts(before):
            continue
        if word in ("a", "p") and (after == "m" or (_counts(before) and (word == "p" or not after))):
            found.append(f"{word}m")
        elif base != word and (_counts(base) or base in _NAMED):
            found.append(base)
        else:
            found.append(word)
    return found


def _counts(word: str) -> bool:
    return word in BELOW_HUNDRED or word[-1:].isdecimal()


def _times(tokens: list[str]) -> set[Time]:
    tokens = _without_denied(tokens)
    found: set[Time] = set()
    at = 0
    while at < len(tokens):
        if tokens[at] in _NAMED:
            if not _bounds(tokens, at, at + 1):
                found.add(Time(_NAMED[tokens[at]]))
            at += 1
            continue
        one = _clock(tokens, at) if _counts(tokens[at]) or tokens[at] in _OPENING else None
        if one is None or (tokens[at] == "one" and one.end == at + 1 and pronoun(tokens, at)):
            at += 1
            continue
        value, end, told = _placed(tokens, one)
        if tokens[end : end + 1] in (["to"], ["or"]) and end + 1 < len(tokens) and (other := _clock(tokens, end + 1)):
            return {value, _placed(tokens, other)[0]}  # "from two to four" is no one time
        if tokens[end : end + 1] in (["noon"], ["midnight"]) and value.value == TimeOfDay(12):
            at = end  # "twelve noon"
            continue
        if (told or not _runs_on(tokens, at, end)) and (one.sure or told or _led(tokens, at, end)) and not _bounds(tokens, at, end):
            found.add(value)
        at = end
    return found


def _bounds(tokens: Sequence[str], start: int, end: int) -> bool:
    """Whether the time there only begins or ends a span; "just after nine" is near nine."""
    return not (start > 1 and tokens[start - 2] in ("just", "right", "shortly")) and is_open(tokens, start, end)


_OPENING = frozenset({"half", "quarter", "a", "oh", "o"})


def _without_denied(tokens: list[str]) -> list[str]:
    """*tokens* without a time that is not meant: "not two, three"."""
    if "not" not in tokens:
        return tokens
    at = tokens.index("not")
    denied = _clock(tokens, at + 1) if at + 1 < len(tokens) else None
    if denied is None:
        return tokens
    # In "not two three" one hour is denied, and the other is meant.
    return tokens[:at] + tokens[at + 2 if denied.end > at + 2 and not denied.minute % 10 else denied.end :]


def _runs_on(tokens: Sequence[str], at: int, end: int) -> bool:
    """Whether more digits stand around: "five five five one two one two" is no time."""
    return (at > 0 and _counts(tokens[at - 1])) or (end < len(tokens) and (_counts(tokens[end]) or tokens[end] in ("oh", "o")))


def _clock(tokens: Sequence[str], at: int) -> _Found | None:
    """Hour and minute as said, with no regard to the half of the day."""
    if match := _CLOCK.fullmatch(tokens[at]):
        return _valid(int(match[1]), int(match[2]), at + 1, sure=":" in tokens[at], exact=tokens[at].startswith("0"))
    if tokens[at] in ("half", "quarter") or tuple(tokens[at : at + 2]) == ("a", "quarter"):
        return _relative(tokens, at)
    if tokens[at] in ("oh", "o", "zero") and at + 1 < len(tokens):
        return _military(tokens, at)
    first = _small(tokens, at)
    if first is None:
        return None
    value, end = first
    after = tokens[end] if end < len(tokens) else ""
    if after in ("past", "til", "till", "to") and end + 1 == len(tokens):
        return None  # broken off: "five past"
    if after in ("minute", "minutes") or (after in _PAST and end + 1 < len(tokens)):
        related = _relative(tokens, at)
        if related or after in ("minute", "minutes"):
            return related
    if after == "hundred":
        hours = tuple(tokens[end + 1 : end + 2]) == ("hours",)
        return _valid(value, 0, end + 1 + hours, sure=hours, exact=hours)
    if after in ("o'clock", "oclock", "sharp"):
        return _valid(value, 0, end + 1, sure=True)
    if tuple(tokens[end : end + 2]) == ("o", "clock"):
        return _valid(value, 0, end + 2, sure=True)
    if tuple(tokens[end : end + 3]) == ("on", "the", "dot"):
        return _valid(value, 0, end + 3, sure=True)
    if tokens[at].isdecimal() and len(tokens[at]) in (3, 4):
        return _valid(int(tokens[at][:-2]), int(tokens[at][-2:]), at + 1, sure=False, exact=tokens[at].startswith("0"))
    if after in ("oh", "o", "zero") and end + 1 < len(tokens) and tokens[end + 1] in UNITS:
        return _valid(value, UNITS[tokens[end + 1]], end + 2, sure=True)
    minutes = _small(tokens, end)
    if minutes and minutes[0] >= 10 and tokens[end] != "a" and value < 24:
        hours = tuple(tokens[minutes[1] : minutes[1] + 1]) == ("hours",)
        return _valid(value, minutes[0], minutes[1] + hours, sure=hours, exact=hours)
    return _valid(value, 0, end, sure=False)


def _military(tokens: Sequence[str], at: int) -> _Found | None:
    """ "oh nine hundred", "zero eight thirty"."""
    hour = UNITS.get(tokens[at + 1])
    end = at + 2
    if tokens[at + 1] == "hundred":
        hour, end = 0, at + 1
    if hour is None or end >= len(tokens):
        return None
    minutes = (0, end + 1) if tokens[end] == "hundred" else _small(tokens, end)
    if minutes is None or (tokens[end] != "hundred" and minutes[0] < 10):
        return None
    hours = tuple(tokens[minutes[1] : minutes[1] + 1]) == ("hours",)
    return _valid(hour, minutes[0], minutes[1] + hours, sure=True, exact=True)


def _relative(tokens: Sequence[str], at: int) -> _Found | None:
    """ "half past three", "quarter to nine", "ten minutes after four"."""
    if tokens[at] == "a":
        at += 1
    round_one = True
    if tokens[at] in ("half", "quarter"):
        minutes, end = (30 if tokens[at] == "half" else 15), at + 1
    else:
        said = _small(tokens, at)
        if said is None:
            return None
        minutes, end = said
        round_one = minutes % 5 == 0
        if end < len(tokens) and tokens[end] in ("minute", "minutes"):
            end, round_one = end + 1, True
    sign = _PAST.get(tokens[end], 0) if end < len(tokens) else 0
    if sign:
        end += 1
    elif minutes == 30 and tokens[at] == "half":
        sign = 1  # British: "half three"
    hour = _small(tokens, end)
    named = end < len(tokens) and tokens[end] in _NAMED
    if named:
        hour = (_NAMED[tokens[end]].hour or 24, end + 1)
    # "two to four" is from two to four; "five to ten minutes" is no hour.
    if not sign or hour is None or not 0 < minutes < 60 or not round_one or tuple(tokens[hour[1] : hour[1] + 1]) in _LENGTHS:
        return None
    total = (hour[0] * 60 + sign * minutes) % (24 * 60)
    end = hour[1] + (hour[1] < len(tokens) and tokens[hour[1]] in ("o'clock", "oclock"))
    clock, rest = divmod(total, 60)
    return _valid(clock if named or hour[0] > 12 else clock or 12, rest, end, sure=True, exact=named)


_LENGTHS = (("minutes",), ("minute",), ("hours",), ("hour",), ("days",), ("weeks",), ("people",), ("dollars",))


def _placed(tokens: Sequence[str], one: _Found) -> tuple[Time, int, bool]:
    """The time with the half of the day that was said around it, where it ends, and whether one was said."""
    end = one.end
    half = ""
    for size in range(4):
        word = tokens[end + size] if end + size < len(tokens) else ""
        if word in _MORNING or word in _LATER:
            half, end = word, end + size + 1
            break
        if word not in ("in", "the", "at", "this", "tomorrow", "last", "yesterday", "o'clock"):
            break
    if not half and any(word in tokens[max(0, one.end - 6) : one.end] for word in ("morning", "afternoon", "evening", "tonight")):
        half = next(word for word in tokens[max(0, one.end - 6) : one.end] if word in ("morning", "afternoon", "evening", "tonight"))
    if not half:
        ambiguous = 1 <= one.hour <= 12 and not one.exact
        return Time(TimeOfDay(one.hour, one.minute), ambiguous), end, False
    hour = one.hour
    if half in _LATER and hour < 12 and not (half in ("night", "tonight") and hour < 5):
        hour += 12
    elif hour == 12 and (half in _MORNING or half in ("night", "tonight")):
        hour = 0
    return Time(TimeOfDay(hour, one.minute)), end, True


def _led(tokens: Sequence[str], at: int, end: int) -> bool:
    """Whether a bare number is a time: after "at", or with nothing of weight around it."""
    if _STREETS.intersection(tokens[end : end + 3]):
        return False
    if at and tokens[at - 1] in _LEADS:
        return end == len(tokens) or tokens[end] not in _NOT_TIMES
    return all(word in _LEADS or word in _CARRIERS for word in (*tokens[:at], *tokens[end:]))


_STREETS = frozenset(listed("street | avenue | road | drive | lane | boulevard | court | apartment | st | ave | rd"))
_NOT_TIMES = frozenset(
    listed(
        """
        days | weeks | months | years | minutes | hours | dollars | people | kids | percent | miles | pounds | times
        of
        """
    )
)


def _small(tokens: Sequence[str], at: int) -> tuple[int, int] | None:
    if at < len(tokens) and tokens[at].isdecimal() and len(tokens[at]) <= 4:
        return int(tokens[at]), at + 1
    return below_hundred(tokens, at)


def _valid(hour: int, minute: int, end: int, *, sure: bool, exact: bool = False) -> _Found | None:
    return _Found(hour % 24, minute, end, sure, exact) if hour <= 24 and minute < 60 and (hour < 24 or not minute) else None
