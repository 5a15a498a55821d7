"""Times of day: 3:05pm · 12:30 a.m. · 9am-5pm · 14:30 · 10:15 EST."""

from __future__ import annotations

import re
from datetime import time

from steering.core.speech.english.book import book
from steering.core.speech.english.words import counts_something
from steering.core.speech.forms import DIGITS, GLUED
from steering.core.speech.integers import english

_ZONES = r"(?:[ECMPAH][SD]?T|UTC|GMT|BST|CEST|CET|AKST|AKDT|HST)\b"
# The last dot of "a.m." is part of it only where no sentence can end.
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Weds?|Thur?s?|Fri|Sat|Sun)(?:\.|\s\d)"
_INSIDE = rf"\s+[a-z]|\s?[,;:!?–—-]|\s?\(?{_ZONES}|\s(?:{_DAY})"
_HALF = rf"(?:\s?(?P<half{{0}}>[AaPp])\.?\s?[Mm](?:\.(?={_INSIDE})|\b))"
# "7:05p": a letter is enough behind minutes or in a range.
_SHORT = _HALF.replace(r"\.?\s?[Mm]", r"(?:\.?\s?[Mm]|(?<=\d[ap])(?![\w'&/]))")
_ZONE = rf"(?P<zone>\s?\(?{_ZONES}\)?)"
_CLOCK = r"(?P<hour{0}>[01]?\d|2[0-4])(?::(?P<minute{0}>[0-5]\d))?"
# British: 9.30am-5pm.
_POINTED = _CLOCK.replace("(?::", "(?:[:.]")
_TO = r"\s?(?P<to>-|–|—|\bto\b|\bthrough\b|\buntil\b)\s?"
_SCORE = re.compile(r"\b(?:ratio|odds|score|scored|won|lost|beat|verse|mix|aspect)\b[^.]{0,24}$", re.IGNORECASE)


_AT = re.compile(r"\b(?:at|by|before|after|until|till|since|from)\s$", re.IGNORECASE)


def spoken_time(when: time) -> str:
    """A time of day by the twelve-hour clock: nine thirty AM, noon, midnight."""
    if when.minute == 0 and when.hour in (0, 12):
        return "noon" if when.hour else "midnight"
    return f"{_clock(when.hour % 12 or 12, when.minute)} {'AM' if when.hour < 12 else 'PM'}"


def _clock(hour: int, minute: int) -> str:
    if minute == 0:
        return english(hour)
    return f"{english(hour)} oh {english(minute)}" if minute < 10 else f"{english(hour)} {english(minute)}"


def _bare(hour: int, minute: int) -> str:
    """A time without AM or PM."""
    if hour == 24 or hour == 0:
        return "midnight" if minute == 0 else f"{_clock(12, minute)} AM"
    if minute == 0:
        return f"{english(hour)} o'clock" if hour < 13 else f"{english(hour)} hundred"
    return _clock(hour, minute)


def _half(letter: str | None) -> str:
    return f" {letter.upper()}M" if letter else ""


def _zone(written: str | None) -> str:
    return f" {written.strip(' ()')}" if written else ""


@book.form(
    "time",
    _CLOCK.format(1) + "(?P<half1>(?!))?" + _TO + _CLOCK.format(2).replace(")?", ")") + f"(?P<half2>(?!))?{_ZONE}?(?![\\w:/%$])",
    at=DIGITS,
    then=" :-–—",
    run=(1, 2),
    spaced="-–—tu",
)
@book.form(
    "time",
    _CLOCK.format(1).replace(")?", ")") + "(?P<half1>(?!))?" + _TO + _CLOCK.format(2) + f"(?P<half2>(?!))?{_ZONE}?(?![\\w:/%$])",
    at=DIGITS,
    then=":",
    run=(1, 2),
)
@book.form(
    "time",
    _POINTED.format(1) + _SHORT.format(1) + "?" + _TO + _POINTED.format(2) + _SHORT.format(2) + _ZONE + "?",
    _CLOCK.format(1) + _HALF.format(1) + _TO + _CLOCK.format(2) + f"(?P<half2>(?!))?{_ZONE}?(?![\\w:/%$])",
    at=DIGITS,
    then=" :.aApP-–—",
    run=(1, 2),
    spaced="aApP-–—tu",
)
def _hours(match: re.Match[str]) -> str:
    hours = [(int(match[f"hour{n}"]), int(match[f"minute{n}"] or 0), match[f"half{n}"]) for n in (1, 2)]
    by_day = max(hour for hour, *_ in hours) > 12
    first, last = (_bare(hour, minute) if by_day and hour > 12 else _clock(hour, minute) + _half(half) for hour, minute, half in hours)
    return f"{first} {'to' if match['to'] in '-–—' else match['to']} {last}{_zone(match['zone'])}"


@book.form(
    "time",
    rf"{_CLOCK.format('')}{_SHORT.format('')}?\s?(?:-|–|—|\bto\b)\s?(?P<last>noon|midnight)\b",
    at=DIGITS,
    then=" :aApP-–—",
    run=(1, 2),
)
def _till_noon(match: re.Match[str]) -> str:
    return f"{_clock(int(match['hour']), int(match['minute'] or 0))}{_half(match['half'])} to {match['last']}"


_DAY_HOUR = r"(?P<hour{0}>[01]\d|2[0-4])(?P<minute{0}>[0-5]\d)"
_OPENS = re.compile(
    r"\b(?:opens?|reopens?|closes?|arrives?|departs?|leaves?|lands?|boards?|boarding|meet|visiting|surgery|shift)\b(?: \w+)? at $",
    re.IGNORECASE,
)
_SAID = re.compile(r"[.,;:!?]?(?:$| (?:on|and|today|tomorrow|sharp|for|from)\b|\s[A-Z])")
# Before two times of the clock of twenty four hours.
_HOURS = re.compile(
    r"\b(?:hours|hrs\.?|open|visiting|shift|daily|on duty)(?: (?:are|is|from))?:? $|\d{4}-\d{4}(?:,| &| and) $", re.IGNORECASE
)
_MILITARY = re.compile(r"\b(?:at|by|until|till|before|after|from|to|and|since)\s$", re.IGNORECASE)


@book.form(
    "time", rf"{_DAY_HOUR.format(1)}\s?[-–]\s?{_DAY_HOUR.format(2)}(?P<word>(?:\s(?:hours|hrs?))?)(?![\w-]|[.,:/]\d)", at=DIGITS, run=(4, 4)
)
@book.form(
    "time", rf"{_DAY_HOUR.format(1)}(?P<hour2>)(?P<minute2>)(?:\s?(?P<word>hours|hrs?))?(?![\w-]|[.,:/]\d|\s[A-Z])", at=DIGITS, run=(4, 4)
)
def _military(match: re.Match[str]) -> str | None:
    """By the clock of twenty four hours: 0600 hours, 0900-1700."""
    early = match[0][0] == "0" or (
        match["hour2"] != "" and _HOURS.search(match.string, max(0, match.start() - 24), match.start()) is not None
    )
    said = _MILITARY.search(match.string, max(0, match.start() - 8), match.start())
    opens = (
        not match["hour2"]
        and _OPENS.search(match.string, max(0, match.start() - 24), match.start())
        and _SAID.match(match.string, match.end())
    )
    surely = early if match["hour2"] else early or said if match["word"] else (early and said) or opens
    if not surely:
        return None
    times = (_military_time(match[f"hour{n}"], match[f"minute{n}"]) for n in (1, 2) if match[f"hour{n}"])
    return " to ".join(times) + (" hours" if match["word"] else "")


def _military_time(hour: str, minute: str) -> str:
    early = "oh " if hour[0] == "0" else ""
    return early + (f"{english(int(hour))} hundred" if minute == "00" else _clock(int(hour), int(minute)))


@book.form("time", r"(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)(?![\w%]|[.,:/-]\d)", at=DIGITS, then=".", run=(1, 2))
def _pointed_time(match: re.Match[str]) -> str | None:
    """British and Irish: departs at 10.50."""
    if not _OPENS.search(match.string, max(0, match.start() - 24), match.start()) or counts_something(match.string, match.end()):
        return None
    return _clock(int(match["hour"]), int(match["minute"]))


@book.form("time", r"(?P<first>[Nn]oon|[Mm]idnight)\s?[-–—]\s?(?=\d)", at=GLUED, glue="-–", heads=("noon", "midnight"))
def _from_noon(match: re.Match[str]) -> str:
    return f"{match['first']} to "


@book.form(
    "time",
    r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)(?![\d:])" + f"{_HALF.format('')}?{_ZONE}?",
    at=DIGITS,
    then=":",
    run=(1, 2),
)
def _with_seconds(match: re.Match[str]) -> str:
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"])
    if match["half"]:
        words = f"{_clock(hour, minute)} and {_count(second, 'second')}{_half(match['half'])}"
    else:
        words = f"{_count(hour, 'hour')} {_count(minute, 'minute')} and {_count(second, 'second')}"
    return words + _zone(match["zone"])


def _count(number: int, unit: str) -> str:
    return f"{english(number)} {unit}{'' if number == 1 else 's'}"


@book.form(
    "time", rf"(?P<hour>1[0-2]|0?[1-9])\.(?P<minute>[0-5]\d){_HALF.format('')}{_ZONE}?(?P<word>(?!))?", at=DIGITS, then=".", run=(1, 2)
)
@book.form(
    "time",
    r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:/]|-[A-Za-z]{1,4}-\d)"
    + f"{_SHORT.format('')}?{_ZONE}?(?P<word>\\s+(?:noon|midnight|o'clock))?",
    at=DIGITS,
    then=":",
    run=(1, 2),
)
def _time(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    text, start = match.string, match.start()
    surely = match["zone"] or match["half"] or _AT.search(text, max(0, start - 8), start)
    if not surely and _SCORE.search(text, max(0, start - 32), start):
        return f"{english(hour)} to {english(minute)}"
    if match["word"]:
        return _clock(hour, minute) + match["word"]
    words = _clock(hour, minute) + _half(match["half"]) if match["half"] else _bare(hour, minute)
    return words + _zone(match["zone"])


@book.form(
    "time",
    r"(?P<hour>1[0-2]|0?[1-9])" + _HALF.format("") + f"{_ZONE}?",
    r"(?P<hour>1[0-2]|0?[1-9])(?P<half>(?!))?" + r"(?P<zone>\s(?:EST|EDT|CST|CDT|PST|PDT|MST|MDT|GMT|UTC)\b)",
    at=DIGITS,
    then=" aApP",
    run=(1, 2),
    spaced="aApPECMGU",
)
def _hour(match: re.Match[str]) -> str:
    return english(int(match["hour"])) + _half(match["half"]) + _zone(match["zone"])


_AROUND = re.compile(
    r"\b(?:at|by|from|to|until|till|before|after|between|in|out|opens?|closes?|closed|closing|daily|week(?:day|end)s)\s$", re.IGNORECASE
)


@book.form("time", r"(?P<hour>1[0-2]|[1-9])(?P<half>[ap])(?!\w|\.\w|\s(?:an?|per|each)\b|/)", at=DIGITS, then="ap", run=(1, 2))
def _letter_hour(match: re.Match[str]) -> str | None:
    """Out by 11a; elsewhere 4p are pence."""
    if not _AROUND.search(match.string, max(0, match.start() - 9), match.start()):
        return None
    return english(int(match["hour"])) + _half(match["half"])


@book.form("time", r"(?P<chapter>\d{1,3}):(?P<low>\d{1,3})[-–](?P<high>\d{1,3})(?![\d:])", at=DIGITS, then=":", run=(1, 3))
def _verses(match: re.Match[str]) -> str | None:
    if not _BOOK.search(match.string, max(0, match.start() - 20), match.start()):
        return None
    return f"{english(int(match['chapter']))}, {english(int(match['low']))} to {english(int(match['high']))}"


_BOOK = re.compile(r"\b(?:Psalms?|Genesis|Exodus|Matthew|Mark|Luke|John|Acts|Romans|Corinthians|Isaiah|Proverbs|James|Peter|Hebrews)\s$")


@book.form("time", r"(?P<high>\d{1,3}):(?P<low>\d{1,3})(?![\d:]|-[A-Za-z]{1,4}-\d)", at=DIGITS, then=":", run=(1, 3))
def _ratio(match: re.Match[str]) -> str:
    # "25:30" is minutes and seconds, "3:1" a ratio.
    to = " " if len(match["low"]) == 2 else " to "
    return f"{english(int(match['high']))}{to}{english(int(match['low']))}"
