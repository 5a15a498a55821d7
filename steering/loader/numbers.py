"""`numbers.yaml`: which call gets which flow, what is known of callers, and where `hand_to` leads."""

from __future__ import annotations

import csv
import io
import re
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping

from steering.core.facts import needs, read_facts
from steering.core.flow import Flow
from steering.core.numbers import E164, Callers, Numbers, Route, Target, folded, phone_number, region_of, target
from steering.errors import FactError
from steering.loader.codes import Place, Report, did_you_mean
from steering.loader.nodes import Map, Node, Text
from steering.loader.parts import Read
from steering.loader.reader import Reader
from steering.loader.texts import NAME

FILE = "numbers.yaml"
MOST_TABLE_BYTES = 16 << 20
MOST_BEFORE_WORDS = 5.0
_TOP: dict[str, str] = {"numbers": "map", "hand_offs": "map"}
_ROUTE: dict[str, str] = {"flow": "text", "facts": "map", "callers": "either"}
_CALLERS: dict[str, str] = {"get": "text", "within": "text", "keep": "text"}
_HAND_OFF: dict[str, str] = {"pay": "text", "amount": "text"}
_AT_A_TIME = 64
_LIKE_A_NUMBER = re.compile(r"(?:tel:)?[+\d\s().\-/]*\d[+\d\s().\-/]*")


def read_numbers(read: Read, shown: Callable[[str], str], report: Report) -> Numbers:
    """What FILE and the tables in it say, to be used if *report* has not failed."""
    return _Numbers(read, FILE.removesuffix(".yaml"), report, shown).numbers()


def check_routes(numbers: Numbers, flows: Mapping[str, Flow | None], file: str, report: Report) -> None:
    """Whether every route leads to one of *flows* (None: it does not load), with facts that it knows.

    *file* is FILE as findings show it.
    """
    for key, route in numbers.routes.items():
        at, flow = Place(file, route.line, route.column), flows.get(route.flow)
        if route.flow and route.flow not in flows:
            report.add("unknown-flow", at, f"'{key}' leads to a flow '{route.flow}', which is not there{did_you_mean(route.flow, flows)}")
        if flow is None:
            continue
        needs = {name: need for one in (*flow.others.values(), flow) for name, need in one.needs.items()}
        asked = route.callers.look_up.keep if route.callers and route.callers.look_up else ()
        for name in (*route.facts, *(slot for slot, _ in asked)):
            if name not in needs:
                report.add("unknown-fact", at, f"The flow '{flow.name}' has no fact '{name}'{did_you_mean(name, needs)}")
            elif name in route.facts:
                try:
                    read_facts(flow, {name: route.facts[name]})
                except FactError as error:
                    report.add("unknown-fact", at, f"For '{key}': {error}")
        if route.callers:
            _rows_fit(route.callers, flow, at, report)
    for name, place in numbers.hand_offs.items():
        if place.kind == "pay":
            _paid(name, place, [flow for flow in flows.values() if flow], file, report)


def _rows_fit(callers: Callers, flow: Flow, at: Place, report: Report) -> None:
    """Whether the cells of a table are values of the kinds that *flow* needs."""
    for place, name in enumerate(callers.columns):
        if name not in needs(flow):
            continue
        unread = []
        for number, row in callers.rows.items():
            try:
                read_facts(flow, {name: row[place]} if len(row) > place and row[place] else {})
            except FactError as error:
                unread.append((number, error))
        if unread:
            number, why = unread[0]
            more = f", and so are {len(unread) - 1} others" if len(unread) > 1 else ""
            report.add("row-left-out", at, f"'{name}' of the caller whose number ends in {number[-4:]} is left out{more}: {why}")


def _paid(name: str, target: Target, flows: list[Flow], file: str, report: Report) -> None:
    """Whether the calls that are handed to *target* have the amount that is paid."""
    for flow in flows:
        whole = (*flow.others.values(), flow)
        if not any(step.hand_to == name for one in whole for step in one.steps.values()):
            continue
        # The values of a call are those of all its flows.
        values = {value: kind for one in whole for value, kind in one.kinds.items()}
        if target.amount not in values:
            why = f"The flow '{flow.name}' hands over to '{name}', and has no value '{target.amount}' to be paid"
            report.add("unknown-fact", Place(file, target.line, target.column), f"{why}{did_you_mean(target.amount, values)}")
        elif values[target.amount].name not in ("money", "number", "text"):
            why = f"'{target.amount}' of the flow '{flow.name}' is no money to be paid at '{name}', but {values[target.amount].name}"
            report.add("unknown-fact", Place(file, target.line, target.column), why)


class _Numbers(Reader):
    """Reads FILE. *_tables* are the rows of its tables, each read once."""

    def __init__(self, read: Read, name: str, report: Report, shown: Callable[[str], str]) -> None:
        super().__init__(read, name, report, shown)
        self._tables: dict[str, list[list[str]]] = {}

    def numbers(self) -> Numbers:
        root = self._root(self.file)
        if root is None:
            return Numbers()
        items = self._known(root, _TOP, FILE)
        routes: dict[str, Route] = {}
        for key, value in self._entries(items.get("numbers")):
            name = self._called(key)
            if name in routes:
                self.report.add("clash", key.at, f"'{key.value}' is here twice, written in two ways")
            routes[name] = self._route(key, value, name)
        hand_offs = {}
        for key, value in self._entries(items.get("hand_offs")):
            if found := self._hand_off(key, value):
                hand_offs[key.value.strip()] = found
        return Numbers(routes=routes, hand_offs=hand_offs)

    def _entries(self, node: Node | None) -> Iterator[tuple[Text, Node]]:
        return iter(node.items if isinstance(node, Map) else ())

    def _called(self, key: Text) -> str:
        """The number in E.164, or a platform's id."""
        if not _LIKE_A_NUMBER.fullmatch(unicodedata.normalize("NFKC", key.value).strip()):
            return folded(key.value)
        number = phone_number(key.value)
        if number is None:
            self.report.add("bad-number", key.at, f"'{key.value}' is no number with its country code; write one such as +1 312 555 0142")
        return number or folded(key.value)

    def _route(self, key: Text, value: Node, name: str) -> Route:
        if isinstance(value, Text):
            flow: Node | None = value
            items: dict[str, Node] = {}
        else:
            items = self._known(value, _ROUTE, "A number")
            flow = items.get("flow")
        if not self._text(flow):
            self.report.add("missing-word", key.at, f"'{key.value}' needs `flow: NAME`")
        elif not NAME.fullmatch(self._text(flow)) and flow is not None:
            self.report.add("bad-name", flow.at, f"'{self._text(flow)}' is no name of a flow: lower case letters, digits and underscores")
        facts = {fact.value: text.value for fact, text in self._items(items.get("facts"))}
        region = region_of(name) if name.startswith("+") else None
        callers = items.get("callers")
        known = self._callers(key, callers, region) if callers else None
        return Route(flow=self._text(flow), facts=facts, callers=known, line=key.at.line, column=key.at.column)

    def _callers(self, key: Text, node: Node, region: str | None) -> Callers:
        if isinstance(node, Text):
            return self._table(node, region)
        look_up = self._look_up(key, self._known(node, _CALLERS, "`callers`"))
        if look_up.within > MOST_BEFORE_WORDS:
            why = f"The caller waits for this in silence: `within` is at most {MOST_BEFORE_WORDS:.0f} seconds here"
            self.report.add("bad-look-up", node.at, why)
        if other := next((name for name in look_up.url.names if name != "number"), None):
            self.report.add("unknown-value", node.at, f"Before the call there is no value '{other}', only 'number', the caller's")
        return Callers(look_up=look_up)

    def _table(self, node: Text, region: str | None) -> Callers:
        """The rows of a CSV file by the caller's number."""
        rows = self._rows(node)
        if not rows:
            return Callers()
        columns = tuple(re.sub(r"[\s-]+", "_", name.strip().casefold()) for name in rows[0])
        if columns.count("number") != 1:
            written = ", ".join(rows[0])[:200]
            self.report.add("bad-table", node.at, f"'{node.value}' needs one column 'number' in its first line, which is: {written}")
            return Callers()
        at = columns.index("number")
        table: dict[str, tuple[str, ...]] = {}
        unread = []
        for line, row in enumerate(rows[1:], 2):
            if line % _AT_A_TIME == 0:
                # Calls go on while a long table is read.
                time.sleep(0)
            text = row[at].strip() if len(row) > at else ""
            number = text if E164.fullmatch(text) else phone_number(text, region)
            if number is None or number in table:
                unread += [line] if any(cell.strip() for cell in row) else []
                continue
            table[number] = tuple(cell.strip() for cell in row)
        if unread:
            more = f" and {len(unread) - 1} others are" if len(unread) > 1 else " is"
            why = f"Row {unread[0]} of '{node.value}'{more} left out: the number is none, has no country code, or is there twice"
            self.report.add("row-left-out", node.at, why)
        return Callers(columns=columns, rows=table)

    def _rows(self, node: Text) -> list[list[str]]:
        name = node.value.strip()
        if name in self._tables:
            return self._tables[name]
        self._tables[name] = []
        text = self.read(name) if name.endswith(".csv") else None
        if text is None:
            self.report.add("unknown-file", node.at, f"There is no table '{name}' beside this file; write one such as customers.csv")
        elif len(text.encode("utf-8", "surrogateescape")) > MOST_TABLE_BYTES:
            self.report.add("too-large", node.at, f"'{name}' is over {MOST_TABLE_BYTES >> 20} MiB; ask for so many callers by `get:`")
        elif re.search("[\ud800-\udfff]", text):
            self.report.add("not-utf8", node.at, f"'{name}' is not UTF-8 text; save it as UTF-8")
        else:
            head = text.partition("\n")[0]
            try:
                rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",", strict=True)
                self._tables[name] = list(rows)
            except csv.Error as error:
                self.report.add("bad-table", node.at, f"'{name}' cannot be read as a table: {error}")
                return []
            if not self._tables[name]:
                self.report.add("bad-table", node.at, f"'{name}' has no line with names of columns")
        return self._tables[name]

    def _hand_off(self, key: Text, node: Node) -> Target | None:
        if isinstance(node, Text):
            found = target(node.value)
            if found is None:
                why = f"'{node.value}' is nowhere to hand a call to; write a number such as +1 312 555 0100, sip:…, https://… or `pay:`"
                self.report.add("bad-hand-off", node.at, why)
            return found
        items = self._known(node, _HAND_OFF, "A hand-off")
        pay, amount = self._text(items.get("pay")), self._text(items.get("amount"))
        if not pay or not NAME.fullmatch(amount):
            self.report.add("bad-hand-off", key.at, f"'{key.value}' needs `pay: CONNECTOR` and `amount: FACT`")
            return None
        return Target(kind="pay", address=pay, amount=amount, line=key.at.line, column=key.at.column)
