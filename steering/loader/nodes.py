"""Strict YAML: text becomes nodes with their places, and no value is guessed.

Every scalar stays as it was typed. The tree is composed here from libyaml's events, because a
composer of our own can refuse duplicate words and bound depth and aliases while it reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from steering.loader.codes import Place, Report

MAX_DEPTH = 12
MAX_NODES = 200_000


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as typed; *plain* when it was not quoted."""

    at: Place
    value: str
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Map:
    at: Place
    items: tuple[tuple[Text, Node], ...]

    def get(self, word: str) -> Node | None:
        return next((value for key, value in self.items if key.value == word), None)


@dataclass(frozen=True, slots=True)
class List:
    at: Place
    items: tuple[Node, ...]


Node = Text | Map | List

_IN_PLAIN_WORDS = {
    "could not find expected ':'": "a ':' is missing after the word, or the line is not indented to belong to the one above",
    "did not find expected key": "the indentation does not fit the lines above",
    "did not find expected '-' indicator": "the indentation does not fit the list above",
    "mapping values are not allowed in this context": "there is a ': ' too many, or the indentation does not fit the lines above",
    "found character that cannot start any token": "a sentence that begins with this mark must be quoted",
    "found unexpected end of stream": "a quotation mark is not closed",
    "control characters are not allowed": "there is a control character in the file",
}


class _Refused(Exception):
    """A file that cannot be composed; already reported."""


def compose(file: str, text: str, report: Report) -> Node | None:
    """The nodes of *text*, or None when it is empty or is not YAML; what is wrong is reported."""
    try:
        node = _Composer(file, text, report).document()
        if node is None:
            report.add("empty-file", Place(file), "There is nothing in the file")
        return node
    except _Refused:
        return None
    except yaml.MarkedYAMLError as error:
        # An open quotation is missed at the end of the file; it is the beginning that helps.
        unclosed = error.problem == "found unexpected end of stream"
        mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
        at = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        problem = error.problem or "this is not YAML"
        report.add("yaml-syntax", at, _sentence(_IN_PLAIN_WORDS.get(problem, problem)))
    except yaml.reader.ReaderError as error:
        # The position counts bytes.
        before = text.encode()[: error.position].decode("utf-8", "ignore")
        at = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        report.add("yaml-syntax", at, _sentence(_IN_PLAIN_WORDS.get(str(error.reason), str(error.reason))))
    return None


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


# libyaml's events carry fields by their kind that the stubs of their common class do not name.
_Event = Any


class _Composer:
    def __init__(self, file: str, text: str, report: Report) -> None:
        self._file, self._report = file, report
        self._events = yaml.parse(text, Loader=yaml.CSafeLoader)
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._open: list[str] = []
        self._count = 0

    def document(self) -> Node | None:
        node: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    self._refuse("yaml-syntax", event, "One file is one call: take out the line '---' and what follows")
                first = next(self._events)
                if isinstance(first, yaml.ScalarEvent) and not first.value and not first.anchor:
                    return None
                node = self._node(first, 0)
        return node

    def _at(self, event: _Event) -> Place:
        return Place(self._file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _refuse(self, code: str, event: _Event, message: str) -> None:
        self._report.add(code, self._at(event), message)
        raise _Refused

    def _node(self, event: _Event, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if depth > MAX_DEPTH:
            self._refuse("too-deep", event, f"This is nested more than {MAX_DEPTH} deep")
        if event.tag and event.tag != "!":
            self._report.add("yaml-tag", self._at(event), f"The tag '{event.tag}' is not used here; take it out")
        began = self._count
        self._bound(event, 1)
        if event.anchor:
            self._open.append(event.anchor)
        node: Node
        if isinstance(event, yaml.MappingStartEvent):
            node = self._map(event, depth)
        elif isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := next(self._events), yaml.SequenceEndEvent):
                items.append(self._node(inner, depth + 1))
            node = List(self._at(event), tuple(items))
        else:
            node = Text(self._at(event), event.value, event.style in (None, ""))
        if event.anchor:
            self._open.pop()
            self._anchors[event.anchor] = node, self._count - began
        return node

    def _map(self, event: _Event, depth: int) -> Map:
        items: list[tuple[Text, Node]] = []
        seen: dict[str, Place] = {}
        while not isinstance(inner := next(self._events), yaml.MappingEndEvent):
            key = self._node(inner, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Text):
                self._report.add("wrong-shape", key.at, "A word is needed before the ':', not a list")
            elif key.value in seen:
                where = seen[key.value].line
                why = f"'{key.value}' is here twice; it is already in line {where}"
                lines = "; write `say:` once, and below it each text on a line with '- '" if key.value == "say" else ""
                self._report.add("duplicate-key", key.at, f"{why}{lines}")
            else:
                seen[key.value] = key.at
                items.append((key, value))
        return Map(self._at(event), tuple(items))

    def _alias(self, event: _Event) -> Node:
        if event.anchor in self._open:
            self._refuse("too-many-aliases", event, f"'*{event.anchor}' contains itself")
        if event.anchor not in self._anchors:
            self._refuse("yaml-syntax", event, f"There is no anchor '&{event.anchor}' above")
        node, size = self._anchors[event.anchor]
        self._bound(event, size)
        return node

    def _bound(self, event: _Event, more: int) -> None:
        self._count += more
        if self._count > MAX_NODES:
            self._refuse("too-many-aliases", event, f"With its aliases this file has more than {MAX_NODES:,} entries")
