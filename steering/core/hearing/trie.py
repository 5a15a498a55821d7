"""Phrases as paths of tokens: finding the longest one at a place costs its length, not their number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Node(Generic[T]):
    """A place in the trie; *found* holds (value, order of entry) when a phrase ends here."""

    __slots__ = ("found", "next")

    def __init__(self) -> None:
        self.next: dict[str, Node[T]] = {}
        self.found: tuple[T, int] | None = None


class Hit(NamedTuple, Generic[T]):
    """A phrase found at `tokens[start:end]`; *order* is its place among the entries."""

    value: T
    start: int
    end: int
    size: int
    order: int


class Trie(Generic[T]):
    """Token sequences and their values; of equal sequences the first entered stays."""

    __slots__ = ("_root", "begins", "size")

    def __init__(self, entries: Iterable[tuple[Sequence[str], T]]) -> None:
        self._root: Node[T] = Node()
        self.begins = self._root.next
        """The tokens with which a phrase begins: where none of them stands there is nothing to find."""
        self.size = 0
        for tokens, value in entries:
            node = self._root
            for token in tokens:
                node = node.next.setdefault(token, Node())
            if tokens and node.found is None:
                node.found = (value, self.size)
            self.size += 1

    def hits(self, tokens: Sequence[str], start: int, skip: Callable[[int], int] | None = None) -> list[Hit[T]]:
        """All phrases that begin at *start*, shortest first. *skip* gives how many tokens at a place are fillers."""
        found: list[Hit[T]] = []
        if start < len(tokens) and tokens[start] not in self.begins:
            return found
        node, at, size = self._root, start, 0
        while at < len(tokens):
            after = node.next.get(tokens[at])
            if after is None:
                aside = skip(at) if skip and size else 0
                if not aside:
                    break
                at += aside
                continue
            node, at, size = after, at + 1, size + 1
            if node.found:
                found.append(Hit(node.found[0], start, at, size, node.found[1]))
        return found

    def longest(self, tokens: Sequence[str], start: int) -> Hit[T] | None:
        """The longest phrase that begins at *start*."""
        following, at, end = self.begins, start, start
        found: tuple[T, int] | None = None
        while at < len(tokens) and (node := following.get(tokens[at])):
            following, at = node.next, at + 1
            if node.found:
                found, end = node.found, at
        return Hit(found[0], start, end, end - start, found[1]) if found else None
