"""`spelling`: letters (and digits) said one by one: "b as in boy", "bravo", "double l", "capital m"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from steering.core.hearing.cardinals import UNITS
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.languages import listed, paired

_ALPHABET = {
    word: word[0]
    for word in listed(
        """
        alpha | alfa | bravo | charlie | delta | echo | foxtrot | golf | hotel | india | juliet | juliett | kilo | lima
        mike | november | oscar
        papa | quebec | romeo | sierra | tango | uniform | victor | whiskey | whisky | xray | yankee | zulu
        """
    )
}
_NAMES = paired(
    """
    bee: b | be: b | cee: c | see: c | sea: c | dee: d | ee: e | ef: f | eff: f | gee: g | aitch: h | haitch: h
    eye: i | jay: j | kay: k | el: l | ell: l | em: m | en: n | oh: o | pee: p | pea: p | cue: q | queue: q
    are: r | ar: r | ess: s | es: s | tee: t | tea: t | you: u | yu: u | vee: v | ex: x | why: y | wye: y | zee: z
    zed: z | zeta: z
    """
)
# Names of letters that are ordinary words too: letters only among letters.
_WORDS = frozenset(listed("a | i | be | see | sea | eye | are | you | why | tea | oh | pea"))
_REPEATS = {"double": 2, "triple": 3}
_SKIPPED = frozenset(
    listed(
        """
        capital | upper | uppercase | lower | lowercase | case | letter | and | then | um | uh | er | dash | hyphen
        space | dot
        """
    )
)
_LEADS = frozenset(
    listed(
        """
        it's | its | it | is | that's | that | spelled | spelt | spell | my | name | last | first | code | the | sure
        yes | okay | ok | so | well | i | spelling | number
        """
    )
)
_FEWEST = 2


def spelling(text: str, language: str = "en") -> str | None:
    """The letters spelled in *text*, in lower case, or None when nothing is spelled."""
    found: str | None = None
    for take in takes(value_tokens(text, language), language):
        found = _letters(take) or found
    return found


def hear(text: str, now: datetime | None, language: str) -> str | None:
    return spelling(text, language)


def _letters(tokens: Sequence[str]) -> str | None:
    """The longest row of letters in *tokens*; a whole word before or behind it is only what is spelled."""
    best: list[str] = []
    row: list[str] = []
    certain = False
    at = 0
    while at < len(tokens):
        letter = _letter(tokens, at)
        if letter is None:
            if tokens[at] in _SKIPPED and row:
                at += 1
                continue
            best, row, certain = (row if certain and len(row) > len(best) else best), [], False
            at += 1
            continue
        row.append(letter[0])
        certain = certain or tokens[at] not in _WORDS
        at = letter[1]
    best = row if certain and len(row) > len(best) else best
    said = "".join(best)
    return said if len(said) >= _FEWEST else None


def _letter(tokens: Sequence[str], at: int) -> tuple[str, int] | None:
    """One letter or digit at *at*, with its "as in" or "double", and where it ends."""
    word = tokens[at]
    if word in _REPEATS and at + 1 < len(tokens) and tokens[at + 1] not in _REPEATS:
        after = _letter(tokens, at + 1)
        return (after[0] * _REPEATS[word], after[1]) if after and len(after[0]) == 1 else None
    if word == "double" and tokens[at + 1 : at + 2] == ("u",):
        return "w", at + 2
    letter = word if len(word) == 1 and word.isalnum() else _ALPHABET.get(word) or _NAMES.get(word)
    if letter is None:
        if word.isdecimal():
            return word, at + 1
        return (str(UNITS[word]), at + 1) if word in UNITS else None
    after_letter = tuple(tokens[at + 1 : at + 3])
    if after_letter in (("as", "in"), ("like", "in")) and at + 3 < len(tokens):
        return tokens[at + 3][0], at + 4
    if after_letter[:1] in (("for",), ("like",)) and len(after_letter) == 2 and after_letter[1][0] == letter and len(after_letter[1]) > 1:
        return letter, at + 3
    return letter, at + 1
