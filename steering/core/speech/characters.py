"""Characters before and after the forms: foreign digits and variants folded, what no voice can say dropped."""

from __future__ import annotations

import unicodedata

from steering.core.speech.forms import PUNCTUATION, only_letters

_SAME = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "…": "...",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "―": "—",
    "−": "-",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "٪": "%",
    "٫": ".",
    "٬": ",",
    "￥": "¥",
    "￦": "₩",
    "⁄": "/",
}
_JOINERS = "\u200c\u200d"
_KEPT = frozenset(PUNCTUATION + "-" + _JOINERS)


class _Folded(dict[int, str]):
    """A table for `str.translate` that works each character out once."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


def _fold(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "No" and unicodedata.decomposition(character).startswith("<super>") and unicodedata.digit(character, None) is not None:
        # "m²" and "10⁶" are powers, not digits that stand behind others.
        return f"^{unicodedata.digit(character)}"
    if category in ("No", "Nl"):
        plain = unicodedata.normalize("NFKC", character).replace("⁄", "/")
        # "2½" is two and a half, not twenty one halves.
        return f" {plain} " if "/" in plain else plain if plain.isascii() else ""
    if (
        category in ("Cc", "Cs", "Co", "Cn")
        or (category == "Cf" and character not in _JOINERS)
        or category == "Me"
        or "\ufe00" <= character <= "\ufe0f"
    ):
        return character if character in "\n\r\t" else ""
    if "\uff01" <= character <= "\uff5e":
        return character if character in PUNCTUATION or character.isalpha() else chr(ord(character) - 0xFEE0)
    return character


_FOLDED = _Folded()


def fold(text: str) -> str:
    """*text* with ASCII digits, straight apostrophes and plain spaces, and without invisible characters."""
    return text.translate(_FOLDED)


def speakable(character: str) -> bool:
    """Whether a voice can take *character*: a letter, a mark on one, plain punctuation or white space."""
    return character.isalpha() or character in _KEPT or character.isspace() or unicodedata.category(character) in ("Mn", "Mc")


def scrub(text: str) -> str:
    """*text* without anything that is not speakable."""
    return text if only_letters(text) else "".join(filter(speakable, text))
