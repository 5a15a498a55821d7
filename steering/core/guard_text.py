"""A guard out of its text.

guard  := both ("or" both)*            both := one ("and" one)*
one    := "not" one | "(" guard ")" | test
test   := side ("is" | "is not" | "<" | ">" | "<=" | ">=") side
        | side ("in" | "not in") "(" side ("," side)* ")" | name "is known" | name "is not known" | name
side   := a name or a written value: 1,000 · $1,250.50 · 2026-11-02 · today · 2 minutes · "quoted" · bare words
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from steering.core.guards import And, Compare, Fact, Guard, Known, Name, Node, Not, OneOf, Or, Side, Written

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


class GuardError(ValueError):
    """A guard that cannot be read; *column* counts from 1 in its text."""

    def __init__(self, message: str, column: int) -> None:
        self.message, self.column = message, column
        super().__init__(message)


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

    def _then(self, *wanted: str) -> bool:
        """Whether the words *wanted* follow one another here; they are then taken."""
        found = tuple(token for _, token, _ in self._tokens[self._at : self._at + len(wanted)]) == wanted
        self._at += len(wanted) if found else 0
        return found

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
        if self._then("not", "in"):
            # Each choice is denied by itself: "is not" is false of what is not there, as every comparison.
            denied = tuple(Compare(left, "is not", choice) for choice in self._choices())
            return denied[0] if len(denied) == 1 else And(denied)
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
