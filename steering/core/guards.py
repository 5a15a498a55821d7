"""Guards: the small questions of `when` and `checks`, parsed once and answered without ever calling `eval`.

A comparison with something not collected yet is false, "is not" too: nothing is concluded from what
nobody said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from steering.core.comparing import Operator, Pair, compared, misfit, sort

Lookup = Callable[[str], Pair | None]


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

    @property
    def is_today(self) -> bool:
        return self.text == "today" and not self.quoted

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

    def assures(self, told: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """The names that are certainly known when it holds, where *told* are those that are known while a fact is true."""
        return _assures(self.node, told)

    def misfits(self, kind_of: Callable[[str], str]) -> tuple[str, ...]:
        """What is wrong with comparisons that can never hold, where *kind_of* gives the kind of a name."""
        return tuple(_misfits(self.node, kind_of))

    def __str__(self) -> str:
        return str(self.node)


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
    return one is not None and other is not None and compared(one, operator, other)


def _found(side: Side, lookup: Lookup) -> Pair | None:
    if isinstance(side, Name):
        return lookup(side.name)
    return lookup("today") if side.is_today else ("", side.text)


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
        case Compare(Name(one), _, Name(other)):
            sorts = sort(kind_of(one)), sort(kind_of(other))
            if sorts[0] != sorts[1]:
                yield f"'{one}' is a {sorts[0]} and '{other}' a {sorts[1]}"
        case Compare(Name(name), operator, Written() as written) | Compare(Written() as written, operator, Name(name)):
            kind = kind_of(name)
            if not written.is_today:
                why = misfit(name, kind, operator, written.text)
            else:
                why = "" if sort(kind) in ("date", "text") else f"'{name}' is a {sort(kind)}, and today a date"
            if why:
                yield why


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


def _assures(node: Node, told: Mapping[str, frozenset[str]]) -> frozenset[str]:
    match node:
        case And(parts):
            return frozenset[str]().union(*(_assures(part, told) for part in parts))
        case Or(parts):
            return frozenset.intersection(*(_assures(part, told) for part in parts))
        case Fact(name):
            return told.get(name, frozenset()) | {name}
        case Not():
            return frozenset()
        case OneOf(left, _):
            return frozenset(_names(Known(left.name))) if isinstance(left, Name) else frozenset()
        case _:
            return frozenset(_names(node))
