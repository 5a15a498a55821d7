"""Electronic addresses: help@acme.com · www.acme.com/pay · https://acme.com · 192.168.0.1 · @acme."""

from __future__ import annotations

import re

from steering.core.speech.english.book import book
from steering.core.speech.english.words import digits
from steering.core.speech.forms import DIGITS, GLUED, LETTERS
from steering.core.speech.integers import english

_SYMBOLS = {
    ".": "dot",
    "@": "at",
    "/": "slash",
    "\\": "backslash",
    "-": "dash",
    "_": "underscore",
    ":": "colon",
    "?": "question mark",
    "=": "equals",
    "&": "ampersand",
    "#": "hash",
    "+": "plus",
    "%": "percent",
    "~": "tilde",
    ",": "comma",
    "!": "bang",
    "'": "apostrophe",
    "*": "star",
    "$": "dollar",
}
_TOPS = (
    r"(?:com|org|net|gov|edu|io|co|ai|app|dev|info|biz|health|bank|us|uk|ca|de|fr|es|it|eu|in|me|tv|ly|au|jp|"
    r"ru|br|mx|nl|ch|ie|nz|za|sg|hk|pt|se|dk|fi|pl|mobi|energy|insurance|travel|clinic|online|shop|store|tech|care)"
)
# Letters that no one reads as a word.
_SPELLED = frozenset(
    {
        "www",
        "http",
        "https",
        "io",
        "tv",
        "uk",
        "us",
        "ca",
        "eu",
        "faq",
        "html",
        "htm",
        "php",
        "ai",
        "ftp",
        "irs",
        "fbi",
        "cdc",
        "ups",
        "ssa",
        "ibm",
        "aaa",
        "hr",
        "id",
        "usps",
        "atm",
        "jp",
        "de",
        "fr",
        "es",
    }
)
_PATH = r"(?:(?:/|\?(?=\w+=))[\w.~%/?=&#+:@-]*[\w/]|/)?"


def electronic(text: str) -> str:
    """An electronic address as it is dictated."""
    words: list[str] = []
    for part in re.findall(r"[^\W\d_]+|\d+|[^\w\s]|_", text):
        if part.isdigit():
            words.append(english(int(part)) if len(part) < 3 and part[0] != "0" else digits(part))
        elif part.isalpha():
            words.append(_letters(part))
        elif part in _SYMBOLS:
            words.append(_SYMBOLS[part])
    return " ".join(words)


def _letters(part: str) -> str:
    lower = part.lower()
    if lower in _SPELLED or (1 < len(part) < 5 and not re.search("[aeiouy]", lower)):
        return " ".join(lower.upper() if lower != "www" else lower)
    return part


def _link(text: str) -> str:
    return electronic(re.sub(r"^https?://", "", text).rstrip("/"))


@book.form(
    "electronic",
    r"[\w][\w.+'%&-]*@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]+(?![\w@])",
    at=GLUED + DIGITS,
    then=LETTERS + "_.-+'@%&",
    glue="_.-+'@%&" + DIGITS,
)
def _email(match: re.Match[str]) -> str:
    return electronic(match[0])


@book.form(
    "electronic",
    rf"(?:https?|ftp)://\w[\w-]*(?:\.[\w-]+)*(?::\d+)?{_PATH}",
    rf"www\.[\w-]+(?:\.[\w-]+)*{_PATH}",
    rf"(?:[A-Za-z0-9][\w-]*\.){{1,4}}{_TOPS}(?![\w@-]|\.\w){_PATH}",
    at=GLUED,
    then=LETTERS + "-._",
    flags=re.IGNORECASE,
    glue=".-:_" + DIGITS,
)
def _address(match: re.Match[str]) -> str:
    return _link(match[0])


@book.form(
    "electronic", r"[\dA-Fa-f]{2}(?::[\dA-Fa-f]{2}){5}(?![\w:])", at=GLUED + DIGITS, then=LETTERS + ":", run=(1, 2), glue=":" + DIGITS
)
def _hardware(match: re.Match[str]) -> str:
    """The address of a device: 00:1B:44:11:3A:B7."""
    return ", ".join(" ".join(digits(c) if c.isdigit() else c.upper() for c in pair) for pair in match[0].split(":"))


@book.form("electronic", r"(?P<drive>[A-Z]):(?=\\)(?P<path>(?:\\[\w.-]*\w)+|\\)", at=GLUED, glue=":")
def _folder(match: re.Match[str]) -> str:
    return f"{match['drive']} colon {electronic(match['path'])}"


@book.form("electronic", r"\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?P<path>/[\w/-]*\w)?(?!\d|[\w.]\w)", at=DIGITS, then=".", run=(1, 3))
def _ip(match: re.Match[str]) -> str:
    path = match["path"] or ""
    words = (
        "dot" if part == "." else "colon" if part == ":" else digits(part) for part in re.findall(r"\d+|[.:]", match[0].removesuffix(path))
    )
    return " ".join((*words, electronic(path))).rstrip()


@book.form(
    "electronic",
    r"(?!(?:1\.)?\d{3}\.\d{3}\.\d{4}(?!\d)|\d\d?\.\d\d?\.\d{4}(?!\d)|(?:1[3-9]|2\d|3[01])\.(?:0\d|1[0-2])\.\d\d(?![\d.]))\d+(?:\.\d+){2,}(?!\w)",
    at=DIGITS,
    then=".",
)
def _version(match: re.Match[str]) -> str:
    return " point ".join(english(int(part)) if len(part) < 4 else digits(part) for part in match[0].split("."))


@book.form("electronic", r"@(?P<name>[A-Za-z_]\w{1,30})", at="@")
def _handle(match: re.Match[str]) -> str:
    return f"at {electronic(match['name'])}"


@book.form("electronic", r"(?=\w*_)(?=\w*\d)[A-Za-z0-9]+(?:_[A-Za-z0-9]+){1,4}(?![\w@.]\w)", at=GLUED, glue="_" + DIGITS)
def _user(match: re.Match[str]) -> str:
    """The name of a user or a thing in a computer: jsmith_77."""
    return electronic(match[0])


@book.form("electronic", r"#(?P<name>[A-Za-z]\w{1,40}+)(?!-\w)", at="#")
def _tag(match: re.Match[str]) -> str | None:
    if match["name"].isupper() and re.search(r"\d", match["name"]):
        return None
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", match["name"].replace("_", " "))
    return f"hashtag {' '.join(electronic(word) for word in name.split())}"


@book.form(
    "electronic",
    r"[\w-]+\.(?:pdf|docx?|xlsx?|csv|txt|zip|png|jpe?g|html?|php|exe|json|py)(?!\w)",
    at=GLUED + DIGITS,
    then=LETTERS + "-._",
    glue="._-" + DIGITS,
)
def _file(match: re.Match[str]) -> str:
    name, _, suffix = match[0].rpartition(".")
    return f"{electronic(name)} dot {' '.join(suffix.upper())}"
