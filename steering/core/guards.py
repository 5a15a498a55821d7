"""Guards: the small questions of `when` and `checks`, parsed once and answered without ever calling `eval`.

    guard  := both ("or" both)*            both := one ("and" one)*
    one    := "not" one | "(" guard ")" | test
    test   := side ("is" | "is not" | "<" | ">" | "<=" | ">=") side
            | name "in" "(" side ("," side)* ")" | name "is known" | name "is not known" | name
    side   := a name or a written value: 1,000 · $1,250.50 · 2026-11-02 · today · 2 minutes · "quoted" · bare words

A comparison with something not collected yet is false, "is not" too: nothing is concluded from what
nobody said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from steering.core.hours import duration
from steering.core.values import Money, Time, read

Lookup = Callable[[str], tuple[str, str] | None]
Operator = Literal["is", "is not", "<", ">", "<=", ">="]

_TOKEN = re.compile(
    r"""\s*(?:
    (?P<quoted>"[^"]*")
    |(?P<op><=|>=|=|<|>)
    |(?P<punct>[(),])
    |(?P<word>(?:[^\s"()<>=,]|,(?=\d{3}(?!\d)))+)
    )""",
    re.VERBOSE,
)
_NAME = re.compile(r"[^\W\d]\w*")
_RESERVED = frozenset({"and", "or", "not", "is", "in", "known"})
_DEEPEST = 40
# Marks of writing, but for those within a number ("3.5") and the sign before one.
_MARKS = re.compile(r"""['’‘ʼ`"“”„«»!?;()…¿¡‐–—]|(?<!\d)[.,:]|[.,:](?!\d)|(?<=[^\W_])-|-(?!\d)""")
_EXACT = frozenset({"email", "url", "phone"})
# Kinds whose values have an order, as a text is tried for one.
_ORDERED = ("number", "date", "time")


class GuardError(ValueError):
    """A guard that cannot be read; *column* counts from 1 in its text."""

    def __init__(self, message: str, column: int) -> None:
        self.message, self.column = message, column
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Name:
    """Something the call knows by name."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Written:
    """A value written in the guard itself."""

    text: str
    quoted: bool = False

    def __str__(self) -> str:
        return f'"{self.text}"' if self.quoted else self.text


Side = Name | Written


@dataclass(frozen=True, slots=True)
class Compare:
    left: Side
    operator: Operator
    right: Side

    def __str__(self) -> str:
        return f"{self.left} {self.operator} {self.right}"


@dataclass(frozen=True, slots=True)
class OneOf:
    left: Side
    choices: tuple[Side, ...]

    def __str__(self) -> str:
        return f"{self.left} in ({', '.join(map(str, self.choices))})"


@dataclass(frozen=True, slots=True)
class Known:
    name: str

    def __str__(self) -> str:
        return f"{self.name} is known"


@dataclass(frozen=True, slots=True)
class Fact:
    """A bare name: true when its written value is "yes"."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Not:
    inner: Node

    def __str__(self) -> str:
        return f"not {_inside(self.inner)}"


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " and ".join(map(_inside, self.parts))


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " or ".join(map(_inside, self.parts))


Node = Compare | OneOf | Known | Fact | Not | And | Or


def _inside(node: Node) -> str:
    return f"({node})" if isinstance(node, And | Or) else str(node)


@dataclass(frozen=True, slots=True)
class Guard:
    """A parsed guard. `str(guard)` is a form that parses back to it."""

    node: Node

    def holds(self, lookup: Lookup) -> bool:
        """Whether it is true, where *lookup* gives (kind, written value) of a name, or None."""
        return _holds(self.node, lookup)

    @property
    def names(self) -> tuple[str, ...]:
        """The names it asks for, each once, in order."""
        return tuple(dict.fromkeys(_names(self.node)))

    @property
    def assures(self) -> frozenset[str]:
        """The names that are certainly known when it holds."""
        return frozenset(_assures(self.node))

    def misfits(self, kind_of: Callable[[str], str]) -> tuple[str, ...]:
        """What is wrong with comparisons that can never hold, where *kind_of* gives the kind of a name."""
        return tuple(_misfits(self.node, kind_of))

    def __str__(self) -> str:
        return str(self.node)


def parse(text: str, names: Container[str] | None = None) -> Guard:
    """The guard that *text* says; GuardError tells where it stops making sense.

    A bare word is a name if it is in *names*, else a value. Without *names*, any single word that
    could be a name is one.
    """
    return Guard(_Parser(text, names).whole())


class _Parser:
    def __init__(self, text: str, names: Container[str] | None) -> None:
        self._text, self._names = text, names
        self._tokens = list(_tokens(text))
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._either()
        if self._at < len(self._tokens):
            raise self._error(f"'{self._peek()}' does not belong here")
        return node

    def _peek(self) -> str:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _take(self, *wanted: str) -> bool:
        if self._at < len(self._tokens) and self._tokens[self._at][0] != "quoted" and self._peek() in wanted:
            self._at += 1
            return True
        return False

    def _error(self, message: str) -> GuardError:
        column = self._tokens[self._at][2] if self._at < len(self._tokens) else len(self._text)
        return GuardError(message, column + 1)

    def _either(self) -> Node:
        parts = [self._both()]
        while self._take("or"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _both(self) -> Node:
        parts = [self._one()]
        while self._take("and"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _one(self) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._error("this guard is nested too deeply")
        try:
            if self._take("not"):
                return Not(self._one())
            if self._take("("):
                node = self._either()
                if not self._take(")"):
                    raise self._error("a ')' is missing")
                return node
            return self._test()
        finally:
            self._depth -= 1

    def _test(self) -> Node:
        began = self._at
        left = self._side()
        if self._take("is"):
            negated = self._take("not")
            if self._take("known"):
                known = Known(self._name(left, "is known"))
                return Not(known) if negated else known
            return Compare(left, "is not" if negated else "is", self._side())
        if self._peek() == "=":
            raise self._error("`=` is no sign; write `is`")
        for operator in ("<=", ">=", "<", ">"):
            if self._take(operator):
                return Compare(left, operator, self._side())
        if self._take("in"):
            return OneOf(left, self._choices())
        if isinstance(left, Name):
            return Fact(left.name)
        self._at = began
        raise self._error(f"'{left}' is not something that can be true or false")

    def _name(self, side: Side, what: str) -> str:
        if isinstance(side, Name):
            return side.name
        raise self._error(f"'{what}' needs a name before it, not '{side}'")

    def _choices(self) -> tuple[Side, ...]:
        if not self._take("("):
            raise self._error("write the choices in brackets: in (a, b)")
        found = [self._side()]
        while self._take(",", "|"):
            found.append(self._side())
        if not self._take(")"):
            raise self._error("a ')' is missing after the choices")
        return tuple(found)

    def _side(self) -> Side:
        words: list[str] = []
        while self._at < len(self._tokens):
            kind, token, _ = self._tokens[self._at]
            if kind == "quoted" and not words:
                self._at += 1
                return Written(token[1:-1], quoted=True)
            if kind != "word" or token in _RESERVED or token == "|":
                break
            words.append(token)
            self._at += 1
        text = " ".join(words)
        if not text:
            raise self._error(
                f"a name or a value is missing before '{self._peek()}'" if self._peek() else "a name or a value is missing at the end"
            )
        if self._names is None:
            # Without a list of names, "2 minutes" and "gold plus" are values and one word is a name.
            return Name(text) if _NAME.fullmatch(text) else Written(text)
        return Name(text) if text in self._names else Written(text)


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    at, end = 0, len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if not match or not match.lastgroup:
            raise GuardError("a quotation mark is not closed", text.index('"', at) + 1)
        kind = match.lastgroup
        yield kind, match[kind], match.start(kind)
        at = match.end()


def _holds(node: Node, lookup: Lookup) -> bool:
    match node:
        case And(parts):
            return all(_holds(part, lookup) for part in parts)
        case Or(parts):
            return any(_holds(part, lookup) for part in parts)
        case Not(inner):
            return not _holds(inner, lookup)
        case Known(name):
            return lookup(name) is not None
        case Fact(name):
            return lookup(name) == ("yes or no", "yes")
        case OneOf(left, choices):
            return any(_compare(left, "is", choice, lookup) for choice in choices)
        case Compare(left, operator, right):
            return _compare(left, operator, right, lookup)


def _compare(left: Side, operator: Operator, right: Side, lookup: Lookup) -> bool:
    one, other = _found(left, lookup), _found(right, lookup)
    if one is None or other is None:
        return False
    pair = _alike(one, other)
    if pair is None:
        return operator == "is not"
    a, b = pair
    if isinstance(a, str) and operator not in ("is", "is not"):
        # Digits and fields of a look-up are texts; only what they stand for has an order.
        found = next((both for kind in _ORDERED if None not in (both := (_value(kind, a), _value(kind, b)))), None)
        if found is None:
            return False
        a, b = found
    match operator:
        case "is":
            return bool(a == b)
        case "is not":
            return bool(a != b)
        case "<":
            return bool(a < b)
        case ">":
            return bool(a > b)
        case "<=":
            return bool(a <= b)
        case ">=":
            return bool(a >= b)


def _found(side: Side, lookup: Lookup) -> tuple[str, str] | None:
    """(kind, text); the kind of a written value is "" until it meets its other side."""
    if isinstance(side, Name):
        return lookup(side.name)
    if not side.quoted and side.text == "today":
        return lookup("today")
    return ("", side.text)


def _alike(one: tuple[str, str], other: tuple[str, str]) -> tuple[Any, Any] | None:
    """Both values in one comparable form, or None when they cannot be compared."""
    a, b = _value(one[0] or _for(other[0], one[1]), one[1]), _value(other[0] or _for(one[0], other[1]), other[1])
    if isinstance(a, Money) and isinstance(b, Money):
        return (a.amount, b.amount) if a.currency == b.currency else None
    if isinstance(a, Money) and isinstance(b, Decimal):
        return a.amount, b
    if isinstance(a, Decimal) and isinstance(b, Money):
        return a, b.amount
    return (a, b) if a is not None and type(a) is type(b) else None


def _for(kind: str, text: str) -> str:
    """How a written value is read beside a value of *kind*: an amount without a currency is any currency's."""
    return "number" if kind == "money" and read("number", text) is not None else kind


def _value(kind: str, text: str) -> object | None:
    if kind == "duration":
        seconds = duration(text)
        return Decimal(str(seconds)) if seconds is not None else read("number", text)
    value = read(kind, text)
    if isinstance(value, Time):
        return value.value
    if not isinstance(value, str):
        return value
    folded = "".join(value.split()).casefold()
    # Addresses live by their marks; in words a recogniser leaves them out: "St. Mary's" is "st marys".
    return folded if kind in _EXACT else _MARKS.sub("", folded) or folded


def _misfits(node: Node, kind_of: Callable[[str], str]) -> Iterator[str]:
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _misfits(part, kind_of)
        case Not(inner):
            yield from _misfits(inner, kind_of)
        case OneOf(left, choices):
            for choice in choices:
                yield from _misfits(Compare(left, "is", choice), kind_of)
        case Compare(left, operator, right):
            if isinstance(left, Name) and isinstance(right, Name):
                one, other = _sort(kind_of(left.name)), _sort(kind_of(right.name))
                if one != other:
                    yield f"'{left}' is a {one} and '{right}' a {other}"
            elif isinstance(left, Name) or isinstance(right, Name):
                name, written = (left, right) if isinstance(left, Name) else (right, left)
                yield from _misfit(kind_of(str(name)), str(name), operator, written)


def _misfit(kind: str, name: str, operator: Operator, written: Side) -> Iterator[str]:
    if not isinstance(written, Written):
        return
    text = written.text
    found: object | None = _found(written, lambda _: ("date", "2026-01-01"))
    if found != ("", text):
        if _sort(kind) not in ("date", "text"):
            yield f"'{name}' is a {_sort(kind)}, and today a date"
    elif _value(_for(kind, text), text) is None:
        yield f"'{text}' is no {kind}, as '{name}' is"
    elif _sort(kind) == "text" and operator not in ("is", "is not") and all(read(one, text) is None for one in _ORDERED):
        yield f"'{name}' and '{text}' have no order; compare them with 'is'"


def _sort(kind: str) -> str:
    """The sort of values that a kind compares with."""
    return {"money": "number", "duration": "number"}.get(kind, kind if kind in ("number", "date", "time") else "text")


def _names(node: Node) -> Iterator[str]:
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _names(part)
        case Not(inner):
            yield from _names(inner)
        case Known(name) | Fact(name):
            yield name
        case OneOf(left, choices):
            yield from (side.name for side in (left, *choices) if isinstance(side, Name))
        case Compare(left, _, right):
            yield from (side.name for side in (left, right) if isinstance(side, Name))


def _assures(node: Node) -> frozenset[str]:
    match node:
        case And(parts):
            return frozenset().union(*map(_assures, parts))
        case Or(parts):
            return frozenset.intersection(*map(_assures, parts))
        case Not():
            return frozenset()
        case OneOf(left, _):
            return frozenset(_names(Known(left.name))) if isinstance(left, Name) else frozenset()
        case _:
            return frozenset(_names(node))
