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
    ay: a | bee: b | be: b | cee: c | see: c | sea: c | dee: d | ee: e | ef: f | eff: f | gee: g | aitch: h | haitch: h
    eye: i | jay: j | kay: k | el: l | ell: l | em: m | en: n | oh: o | pee: p | pea: p | cue: q | queue: q
    are: r | ar: r | ess: s | es: s | tee: t | tea: t | you: u | yu: u | vee: v | ex: x | why: y | wye: y | zee: z
    zed: z | zeta: z | els: l | ells: l | yoo: u | vay: v | dubya: w
    """
)
# Names of letters that are ordinary words too: letters only among letters.
_WORDS = frozenset(listed("a | i | be | see | sea | eye | are | you | why | tea | oh | pea"))
_REPEATS = {"double": 2, "triple": 3}
_SKIPPED = frozenset(listed("capital | upper | uppercase | lower | lowercase | case | letter | and | then | um | uh | er | space | dot"))
_SIGNS = {"dash": "-", "hyphen": "-", "apostrophe": "'"}
_COUNTS = {"two": 2, "three": 3}
_ABBREVIATED = frozenset(listed("mr | mrs | ms | dr | st | hm | hmm | mm | mhm | pm | tv | pst | shh"))
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
    certain = strange = False
    at = 0
    while at < len(tokens):
        letter = _letter(tokens, at) or (_run_together(tokens, at) if row or _letter(tokens, at + 1) else None)
        if letter is None:
            sign = _SIGNS.get(tokens[at]) if row and _letter(tokens, at + 1) else None
            if sign or (tokens[at] in _SKIPPED and row):
                row += [sign] if sign else []
                at += 1
                continue
            strange = strange or tokens[at] not in _LEADS
            best, row, certain = (row if certain and len(row) > len(best) else best), [], False
            # "juan with a j" says which letter, and spells nothing.
            at += 3 if tokens[at] == "with" and tokens[at + 1 : at + 2] in (("a",), ("an",)) else 1
            continue
        row.append(letter[0])
        certain = certain or not (tokens[at] in _WORDS or letter[0].isdigit())
        at = letter[1]
    # "a a a" and "i o u" are letters, "oh i see" is not.
    certain = certain or (len(row) > _FEWEST and all(len(word) == 1 and word.isalpha() for word in tokens))
    best = row if certain and len(row) > len(best) else best
    said = "".join(best)
    # Two letters may be anything: "see i am a b student".
    return said if len(said) > _FEWEST or (len(said) == _FEWEST and not strange) else None


def _run_together(tokens: Sequence[str], at: int) -> tuple[str, int] | None:
    """Letters that a recogniser wrote as one word, which no word is: "sch", "mc"."""
    word = tokens[at]
    return (
        (word, at + 1) if 2 <= len(word) <= 3 and word.isalpha() and not _VOWELS.intersection(word) and word not in _ABBREVIATED else None
    )


_VOWELS = frozenset("aeiouy")


def _letter(tokens: Sequence[str], at: int) -> tuple[str, int] | None:
    """One letter or digit at *at*, with its "as in" or "double", and where it ends."""
    if at >= len(tokens):
        return None
    word = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    if word == "double" and after in ("u", "you", "yoo"):
        return "w", at + 2
    if word in _REPEATS and after and after not in _REPEATS:
        repeated = _letter(tokens, at + 1)
        return (repeated[0] * _REPEATS[word], repeated[1]) if repeated and len(repeated[0]) == 1 else None
    if word in _COUNTS and len(after) == 3 and after.endswith("'s"):
        return after[0] * _COUNTS[word], at + 2
    if word in ("x", "ex") and after == "ray":
        return "x", at + 2
    letter = word if len(word) == 1 and word.isalnum() else _ALPHABET.get(word) or _NAMES.get(word)
    if letter is None:
        if word.isdecimal():
            return word, at + 1
        return (str(UNITS[word]), at + 1) if word in UNITS else None
    return _explained(tokens, at, letter)


def _explained(tokens: Sequence[str], at: int, letter: str) -> tuple[str, int]:
    """*letter* with the word that says which it is: "b as in boy", "m like mary", "s for sam", "m mike"."""
    said = tuple(tokens[at + 1 : at + 4])
    if said[:2] in (("as", "in"), ("like", "in")) and len(said) == 3:
        xray = tokens[at + 3 : at + 5] == ("x", "ray")
        return said[2][0], at + 4 + xray
    if len(said) >= 2 and said[0] in ("for", "like", "as") and said[1][0] == letter and len(said[1]) > 1:
        return letter, at + 3
    if len(tokens[at]) == 1 and said and _ALPHABET.get(said[0]) == letter:
        return letter, at + 2
    return letter, at + 1
