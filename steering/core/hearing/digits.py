"""`digits`: a string of digits, however it is said: "forty five oh one", "double two", "4-5-1-2#"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from steering.core.hearing.cardinals import BELOW_HUNDRED, UNITS, cardinal
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.languages import listed

_SURE = {word: str(value) for word, value in UNITS.items()} | {"nought": "0", "naught": "0", "niner": "9"}
_OH = {"oh": "0", "o": "0", "nil": "0", "null": "0", "ought": "0", "aught": "0"}
# Words that are digits only beside digits.
_SOUNDS = {"to": "2", "too": "2", "for": "4", "fore": "4", "ate": "8", "won": "1", "tree": "3", "fife": "5"}
_UNLIKELY = frozenset({"ate", "won", "fore"})
_REPEATS = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_PLURALS = {"zeros": "0", "zeroes": "0", "ohs": "0", "sixes": "6"} | {f"{word}s": str(value) for word, value in UNITS.items() if value != 6}
_MANY = 6
_PIECES = 2
_BETWEEN = frozenset(
    listed(
        """
        uh | um | er | erm | ah | and | then | dash | hyphen | space | minus | comma | dot | period | like | well
        uhm | eh | hm | hmm | a | slash | pause | okay | ok | got | that
        """
    )
)
_LEADS = frozenset(
    listed(
        """
        is | it's | its | number | are | code | pin | digits | zip | id | was | be | say | said | in | with
        press | pressed | enter | account
        """
    )
)
_COUNTED = frozenset(listed("digit | digits | number | numbers | characters"))
KEYS = re.compile(r"[\d#*\s-]*[#*][\d#*\s-]*")
LONGEST = 40


@dataclass(frozen=True, slots=True)
class _Run:
    """Digits said in one go, from the token at *start* to the one before *end*; *edge* may follow as a digit."""

    digits: str
    start: int
    end: int
    sounds: tuple[int, ...] = ()


def digits(text: str, size: int | None = None, language: str = "en") -> str | None:
    """The digits in *text*; with *size* exactly so many. None when they are not there or not clear."""
    if KEYS.fullmatch(text[:LONGEST]):
        return fits(keyed(text), size)
    found: str | None = None
    for take in takes(value_tokens(text, language), language):
        if size and take[-2:-1] == ("all",) and take[-1] in _PLURALS:
            return _PLURALS[take[-1]] * size
        said = _take(_affirmed(take), size)
        if said:
            found = said if found is None else corrected(found, said, size)
    return fits(found, size)


def _affirmed(take: tuple[str, ...]) -> tuple[str, ...]:
    """*take* without what it is not: "four five one two, not four five one three"."""
    at = take.index("not") if "not" in take else 0
    if not (at and _digit_like(take[at - 1])):
        return take
    denied = "".join(run.digits for run in _runs(take[at + 1 :]))
    # "four five one two, not three": which of them is not three?
    return take[:at] if not denied or len(denied) == sum(len(run.digits) for run in _runs(take[:at])) else ()


def hear(text: str, now: datetime | None, language: str) -> str | None:
    return digits(text, language=language)


def fits(found: str | None, size: int | None) -> str | None:
    if not found or len(found) > LONGEST:
        return None
    if size is None or len(found) == size:
        return found
    half = len(found) // 2
    return found[:half] if half == size and found[:half] == found[half:] else None


def keyed(text: str) -> str:
    """The digits of keys as pressed: "*" takes the last one back, "#" ends."""
    pressed: list[str] = []
    for key in text:
        if key == "#":
            break
        if key == "*":
            del pressed[-1:]
        elif key.isdecimal():
            pressed.append(key)
    return "".join(pressed)


def corrected(before: str, after: str, size: int | None) -> str:
    """*before* with *after* said in its place, or in the place of its end."""
    restart = len(after) >= len(before) if size is None else len(after) >= size or (after[0] == before[0] and len(after) >= len(before))
    if restart:
        return after
    kept = len(before) - len(after) if size is None else size - len(after)
    return before[:kept] + after


def _take(tokens: Sequence[str], size: int | None) -> str:
    runs = _runs(tokens)
    if size is not None:
        for reading in (
            [run.digits for run in runs],
            [_without_sounds(run) for run in runs],
            [_with_edges(tokens, run, size) for run in runs],
            [_without_their_number(tokens, run, size) for run in runs],
        ):
            fitting = {said for said in reading if len(said) == size}
            if len(fitting) == 1:
                return fitting.pop()
        return "".join(run.digits for run in runs)
    if len(runs) == 1 and len(runs[0].digits) == 1 and not _alone(tokens, runs[0]):
        return ""
    if len(runs) > _PIECES:
        return ""  # in pieces, with talk between them
    longest = max((len(run.digits) for run in runs), default=0)
    best = {run.digits for run in runs if len(run.digits) == longest}
    return best.pop() if len(best) == 1 else ""


def _alone(tokens: Sequence[str], run: _Run) -> bool:
    """Whether a single digit is the answer and not a word of a sentence: "three", "it is three"."""
    others = len(tokens) - (run.end - run.start)
    if tokens[run.end : run.end + 1] in (("idea",), ("clue",), ("chance",)):
        return False
    return others <= 1 or tokens[run.start - 1] in _LEADS


def _without_sounds(run: _Run) -> str:
    return "".join(digit for place, digit in enumerate(run.digits) if place not in run.sounds)


def _with_edges(tokens: Sequence[str], run: _Run, size: int) -> str:
    """The run with a sounding word before or behind it, when that makes it whole."""
    if len(run.digits) != size - 1:
        return run.digits
    if run.end < len(tokens) and tokens[run.end] in _SOUNDS:
        return run.digits + _SOUNDS[tokens[run.end]]
    if run.start and tokens[run.start - 1] in _SOUNDS:
        return _SOUNDS[tokens[run.start - 1]] + run.digits
    return run.digits


def _without_their_number(tokens: Sequence[str], run: _Run, size: int) -> str:
    """The run without the number of its digits in front: "the last four four five one two"."""
    counted = run.start > 0 and tokens[run.start - 1] in ("last", "first") and run.digits.startswith(str(size))
    return run.digits.removeprefix(str(size)) if counted else run.digits


def _runs(tokens: Sequence[str]) -> list[_Run]:
    runs: list[_Run] = []
    at = 0
    while at < len(tokens):
        run = _run(tokens, at)
        if run is None:
            at += 1
            continue
        if not (_counts(tokens, run) or (run.start and tokens[run.start - 1] == "not")):
            runs.append(run)
        at = run.end
    return runs


def _counts(tokens: Sequence[str], run: _Run) -> bool:
    """Whether the run only says how many: "the last four", "four digits"."""
    if len(run.digits) > 2:
        return False
    after = tokens[run.end] if run.end < len(tokens) else ""
    return after in _COUNTED or (run.start > 0 and tokens[run.start - 1] in ("last", "first") and run.end < len(tokens))


def _run(tokens: Sequence[str], start: int) -> _Run | None:
    said: list[str] = []
    sounds: list[int] = []
    at = end = start
    while at < len(tokens):
        piece = _piece(tokens, at)
        if piece is None and not said and _opens(tokens, at):
            piece = (_SOUNDS[tokens[at]], at + 1)
            sounds.append(sum(map(len, said)))
        if piece is None and tokens[at] in _SOUNDS and at == end and said and _goes_on(tokens, at + 1):
            piece = (_SOUNDS[tokens[at]], at + 1)
            sounds.append(sum(map(len, said)))
        if piece is None:
            if not (said and tokens[at] in _BETWEEN):
                break
            at += 1
            continue
        said.append(piece[0])
        at = end = piece[1]
    return _Run("".join(said), start, end, tuple(sounds)) if said else None


def _goes_on(tokens: Sequence[str], at: int) -> bool:
    """Whether digits follow, or nothing: "seven for", "seven for one", "seven for ate"; not "seven for my son"."""
    return at == len(tokens) or _piece(tokens, at) is not None or (tokens[at] in _UNLIKELY and at + 1 == len(tokens))


def _opens(tokens: Sequence[str], at: int) -> bool:
    """Whether "ate" or "won" begins a row of digits: "ate ate three oh won"; not "i ate three"."""
    first = at == 0 or tokens[at - 1] in _LEADS
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    return first and tokens[at] in ("ate", "won") and bool(after) and (_digit_like(after) or after in ("ate", "won"))


def _piece(tokens: Sequence[str], at: int) -> tuple[str, int] | None:
    """The digits of one number or word at *at*, and where they end."""
    word, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else ""
    if word[-1].isdecimal():
        bare = "".join(filter(str.isdecimal, word))
        return bare, at + 1
    if word in _REPEATS and after:
        digit = _SURE.get(after) or _OH.get(after) or (after if len(after) == 1 and after.isdecimal() else "")
        return (digit * _REPEATS[word], at + 2) if digit else None
    if after in _PLURALS and 2 <= UNITS.get(word, 0) <= _MANY:
        return _PLURALS[after] * UNITS[word], at + 2  # "two sevens", "four zeros"
    if word in _OH:
        beside = (at > 0 and _digit_like(tokens[at - 1])) or (after and _digit_like(after))
        return (_OH[word], at + 1) if beside else None
    if word in BELOW_HUNDRED or (word == "a" and after in ("hundred", "thousand")):
        number = cardinal(tokens, at)
        if number is None:
            return None
        # "eight hundred five five five" is 800 and then digits, "eight hundred five" alone is 805.
        digits_follow = number.end < len(tokens) and _digit_like(tokens[number.end])
        if digits_follow and number.end - 2 > at and tokens[number.end - 2] == "hundred" and tokens[number.end - 1] in UNITS:
            return str(number.value // 100 * 100), number.end - 1
        return str(number.value), number.end
    return (_SURE[word], at + 1) if word in _SURE else None


def _digit_like(word: str) -> bool:
    return word in _SURE or word in _OH or word in BELOW_HUNDRED or word in _REPEATS or word[-1].isdecimal()
