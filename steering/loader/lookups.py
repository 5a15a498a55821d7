"""The checks of a flow file: questions to the data of the call, or to the world."""

from __future__ import annotations

import json
import re

from steering.core.flow import Check, Kind, LookUp
from steering.core.hours import duration
from steering.loader import texts
from steering.loader.nodes import Map, Node, Text
from steering.loader.parts import Used
from steering.loader.shapes import Shapes
from steering.loader.words import CHECK


class Checks(Shapes):
    """Reads `checks`."""

    def _checks(self, node: Map) -> None:
        for key, value in node.items:
            if not self._named(key, self.parts.checks, "a check"):
                continue
            if isinstance(value, Text):
                guard = self._guard(value, value.value)
                self.parts.checks[key.value] = Check(name=key.value, guard=guard, line=key.at.line)
            else:
                look_up = self._look_up(key, self._known(value, CHECK, "A check"))
                self.parts.checks[key.value] = Check(name=key.value, look_up=look_up, line=key.at.line)

    def _look_up(self, key: Text, items: dict[str, Node]) -> LookUp:
        methods = [word for word in ("get", "post") if word in items]
        if len(methods) != 1:
            self.report.add(
                "bad-look-up", key.at, f"The check '{key.value}' needs `get: ADDRESS` or `post: ADDRESS`, or a question such as `a is b`"
            )
        address = items.get(methods[0]) if methods else Text(key.at, "http://none")
        assert isinstance(address, Text)
        url = texts.template(address, self.parts.language, self.report, spoken=False)
        self.parts.used.append(Used(url, address.at))
        if not re.match(r"https?://[^/\s{}]|\{\{", url.text):
            self.report.add("bad-look-up", address.at, f"'{url.text}' is no address; write https://… or begin with a fact of kind url")
        within = duration(self._text(items.get("within")) or "2 seconds")
        if within is None or not 0 < within <= 30:
            self.report.add("bad-look-up", items["within"].at, "`within` is a length of time of at most 30 seconds, such as 2 seconds")
        keep = []
        for part in (self._text(items.get("keep")) or "").split(","):
            if not part.strip():
                continue
            match = re.fullmatch(r"\s*(?P<slot>[a-z][a-z0-9_]*) from (?P<field>[\w.]+)\s*", part)
            if match is None:
                self.report.add("bad-look-up", items["keep"].at, f"'{part.strip()}' cannot be kept; write keep: slot from field")
                continue
            keep.append((match["slot"], match["field"]))
            self.parts.kinds.setdefault(match["slot"], Kind(name="text"))
        sample = self._sample(items.get("sample"), keep)
        return LookUp(method="post" if methods == ["post"] else "get", url=url, within=within or 2.0, keep=tuple(keep), sample=sample)

    def _sample(self, node: Node | None, keep: list[tuple[str, str]]) -> dict[str, str]:
        sample: dict[str, str] = {}
        if isinstance(node, Map):
            sample = {key.value: value.value for key, value in self._items(node)}
        elif isinstance(node, Text):
            try:
                found = json.loads(node.value)
            except (ValueError, RecursionError):
                found = None
            if not isinstance(found, dict):
                self.report.add("bad-look-up", node.at, 'A sample is written as an answer would be: {"field": "value"}')
            else:
                sample = {str(name): str(value) for name, value in found.items()}
        missing = [field for _, field in keep if node is not None and field not in sample]
        if missing and node is not None:
            self.report.add("bad-look-up", node.at, f"The sample has no field '{missing[0]}', which `keep` needs")
        return sample
