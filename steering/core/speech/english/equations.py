"""Sums and equations: 3 - 1 = 2 · y = 2x + 3 · 8 / 2 = 4 · √9, and Greek letters."""

from __future__ import annotations

import re
from string import ascii_lowercase

from steering.core.speech.english.book import book
from steering.core.speech.english.words import DECIMAL, decimal, ordinal
from steering.core.speech.forms import DIGITS, GLUED, LETTERS

_OPERATORS = {
    "+": "plus",
    "-": "minus",
    "–": "minus",
    "*": "times",
    "x": "times",
    "×": "times",
    "·": "times",
    "/": "divided by",
    "÷": "divided by",
    "=": "equals",
    "<": "is less than",
    ">": "is greater than",
    "≤": "is at most",
    "≥": "is at least",
    "≠": "is not",
    "±": "plus or minus",
}
_SIGN = "[-–+*x×·/÷=<>≤≥≠±]"
_ONE = rf"√?(?:{DECIMAL}[A-Za-z]?|(?:[A-Za-zα-ω]|[a-z]{{2}}(?=\^|\s?[+=])))(?:\^\d{{1,2}})?(?![\w%])"
_PIECES = re.compile(rf"(?P<root>√?)(?P<number>(?:{DECIMAL})?)(?P<letter>[A-Za-zα-ω]{{0,2}})(?:\^(?P<power>\d+))?\s?(?P<sign>{_SIGN}?)\s?")
_UNKNOWN = re.compile(r"(?<!\w)\d*[a-zα-ω](?!\w)")
_TIMES_UNKNOWN = re.compile(r"\d[a-z]\b")
_SIGNS = re.compile(_SIGN)
_SPACED = re.compile(rf"\s{_SIGN}\s")
_POWERS = {"2": "squared", "3": "cubed"}


@book.form(
    "symbol",
    rf"(?=\w{{1,2}}\s?{_SIGN}|\w\^|[\d.√]){_ONE}(?:\s?{_SIGN}\s?{_ONE}){{1,12}}(?![\w@]|\s?[$€£])",
    at=GLUED + DIGITS + "√",
    then="".join(_OPERATORS) + LETTERS + " .,^",
    spaced="".join(_OPERATORS),
    glue="".join(_OPERATORS) + "^",
    heads=ascii_lowercase,
    behind="".join(_OPERATORS) + DIGITS + " ^",
)
def _equation(match: re.Match[str]) -> str | None:
    """What holds an equals sign and an operator, or an unknown: "8 / 2" alone is a fraction, and "2 - 1" a range."""
    text = match[0]
    equal = "=" in text
    # Mostly a range or a fraction: look no further.
    if not equal and not _TIMES_UNKNOWN.search(text):
        return None
    sums = equal and len(_SIGNS.findall(text)) > 1
    if not sums and not (_UNKNOWN.search(text) and _SPACED.search(text)):
        return None
    words = []
    for piece in _PIECES.finditer(text):
        root, number, letter, power, sign = piece.groups()
        words += ["square root of"] * bool(root)
        words += [decimal(number)] if number else []
        words += letter
        words += [_POWERS.get(power) or f"to the {ordinal(int(power))}"] if power else []
        words += [_OPERATORS[sign]] if sign else []
    return " ".join(words)


@book.form("symbol", rf"(?P<high>{DECIMAL})\s[-–]\s(?P<low>{DECIMAL})$", at=DIGITS, then=" .,", spaced="-–")
def _difference(match: re.Match[str]) -> str | None:
    """A sum that stands alone: "100 - 50". A range rises, and a score has words beside it."""
    if match.start() or float(match["high"].replace(",", "")) <= float(match["low"].replace(",", "")):
        return None
    return f"{decimal(match['high'])} minus {decimal(match['low'])}"


_GREEK = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "epsilon",
    "ζ": "zeta",
    "η": "eta",
    "θ": "theta",
    "λ": "lambda",
    "π": "pi",
    "ρ": "rho",
    "σ": "sigma",
    "τ": "tau",
    "φ": "phi",
    "χ": "chi",
    "ψ": "psi",
    "ω": "omega",
}


@book.form("symbol", r"[α-ωΑ-Ω](?![\w'])", words=_GREEK)
def _greek(match: re.Match[str]) -> str:
    return _GREEK[match[0].lower()]
