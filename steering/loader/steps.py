"""The steps of a flow file."""

from __future__ import annotations

import re
from typing import Any, cast

from rapidfuzz.distance import OSA

from steering.core.flow import OPT_OUT, Collect, Kind, Prompt, Step, When
from steering.core.hearing.mentions import told_of
from steering.loader import meant, texts
from steering.loader.nodes import List, Map, Node, Text
from steering.loader.parts import table
from steering.loader.shapes import Shapes
from steering.loader.words import FIELD, STEP

_ELSE = ("else", "anything else")


def _divided(text: str) -> list[str]:
    """What stands between the commas of *text*."""
    return [part.strip() for part in text.split(",") if part.strip()]


class Steps(Shapes):
    """Reads `steps`."""

    def _steps(self, node: Map) -> None:
        for key, value in node.items:
            if self._named(key, self.parts.steps, "a step"):
                words = value.items if isinstance(value, Map) else ()
                self.parts.places |= {f"{key.value}:{word.value}": word.at for word, _ in words}
                self.parts.steps[key.value] = self._step(key, self._known(value, STEP, "A step"))

    def _step(self, key: Text, items: dict[str, Node]) -> Step:
        name = key.value
        made: dict[str, Any] = {"name": name, "line": key.at.line, "column": key.at.column}
        for word, node in items.items():
            if word == "say":
                said = node.items if isinstance(node, List) else (node,)
                made["say"] = tuple(
                    self._prompt(f"{name}.say.{i}", one, step=name) for i, one in enumerate(said, 1) if isinstance(one, Text)
                )
            elif word in ("ask", "confirm", "consent", "end"):
                made[word] = self._prompt(f"{name}.{word}", cast(Text, node), step=name)
            elif word == "hear":
                lines = tuple(texts.heard_line(one, value, self.report) for one, value in self._items(node))
                made["hear"], made["hear_table"] = lines, table(lines, self.parts.language, ("yes", "no"), told_of)
            elif word in ("if_yes", "if_no", "if_ok", "if_failed", "go"):
                made[word] = texts.target(cast(Text, node), self.report)
            elif word in ("if_silent", "if_unclear"):
                made[word] = self._ladder(f"{name}.{word}", node, name)
            elif word in ("proves", "record"):
                made[word] = tuple(_divided(self._text(node)))
                if word == "record":
                    self._opt_out_named(node, made[word])
            elif word == "run":
                made["run"] = self._text(node)
            elif word == "hand_to":
                made["hand_to"] = self._text(node)
            elif word == "collect":
                made["collect"] = self._collect(cast(Text, node), items.get("one_of"))
            elif word != "one_of":
                made |= getattr(self, f"_step_{word}")(node)
            self.parts.places[f"{name}.{word}"] = node.at
        if "one_of" in items and "collect" not in items:
            self.report.add("word-not-here", items["one_of"].at, "'one_of' goes only with collect: name, choice")
        return Step(**made)

    def _opt_out_named(self, node: Node, records: tuple[str, ...]) -> None:
        """Whether what is written as the opt-out is it: by another name it would be kept, and nobody would be spared a call."""
        for name in records:
            bare = re.sub(r"[\W_]|'", "", name.casefold()).replace("dont", "donot")
            if name != OPT_OUT and OSA.distance(bare, OPT_OUT.replace("_", "")) < 2:
                self.report.add("bad-name", node.at, f"'{name}' is no opt-out, and the caller would be called again; write {OPT_OUT}")

    def _collect(self, node: Text, one_of: Node | None) -> Collect:
        name, _, rest = (part.strip() for part in node.value.partition(","))
        words = _divided(rest)
        private = "private" in words
        kinds = [word for word in words if word != "private"]
        if not texts.NAME.fullmatch(name) or len(kinds) != 1:
            first, _, after = texts.folded_space(node.value.replace(",", " ")).partition(" ")
            after = re.sub(r" private$", ", private", after)
            plain = next((word for word in kinds if texts.is_kind(word)), "4 digits")
            first, after = (first, after) if texts.is_kind(after) else (name, plain) if kinds else ("name", plain)
            first = first if texts.NAME.fullmatch(first) else meant.name(first).removeprefix("; write ") or "name"
            secret = ", private" if private or after.endswith(", private") or meant.SECRET & set(kinds) else ""
            right = f"{first}, {after.removesuffix(', private')}{secret}"
            self.report.add("bad-kind", node.at, f"'{node.value}' cannot be collected; write collect: {right}")
        if isinstance(one_of, Text):
            kind = Kind(name="choice", choices=texts.choices(one_of, self.report))
            if kinds != ["choice"]:
                self.report.add("bad-kind", node.at, f"With one_of, what is collected is a choice; write collect: {name}, choice")
        else:
            kind = texts.kind(node, kinds[0], self.parts.language, self.report) if kinds else Kind(name="text")
        return self._slot(node, name, kind, private, None)

    def _slot(self, node: Node, name: str, kind: Kind, private: bool, ask: Prompt | None) -> Collect:
        if name in self.parts.kinds and self.parts.kinds[name] != kind:
            self.report.add("clash", node.at, f"'{name}' is {self.parts.kinds[name].name} elsewhere and {kind.name} here")
        self.parts.kinds.setdefault(name, kind)
        if private:
            self.parts.private.add(name)
        return Collect(name=name, kind=kind, private=private, ask=ask, line=node.at.line)

    def _step_form(self, node: Map) -> dict[str, Any]:
        fields = []
        for key, value in node.items:
            items = self._known(value, FIELD, "A question of a form")
            ask, type_, one_of = items.get("ask"), items.get("type"), items.get("one_of")
            if not isinstance(ask, Text):
                self.report.add("missing-word", key.at, f"The question '{key.value}' needs `ask:`")
                continue
            if isinstance(one_of, Text):
                kind = Kind(name="choice", choices=texts.choices(one_of, self.report))
            elif isinstance(type_, Text):
                kind = self._type(type_)
            else:
                self.report.add("missing-word", key.at, f"The question '{key.value}' needs `type:` or `one_of:`")
                kind = Kind(name="text")
            self._one_of(items.get("private"), ("yes", "no"), "private")
            private = self._text(items.get("private")) == "yes" or "private" in _divided(self._text(type_))
            # The line tells the questions of two forms apart.
            prompt = self._prompt(f"form.{key.value}.{key.at.line}", ask)
            fields.append(self._slot(key, key.value, kind, private, prompt))
        return {"form": tuple(fields)}

    def _type(self, node: Text) -> Kind:
        """The kind of a question of a form; `private` may stand behind it."""
        kinds = [word for word in _divided(node.value) if word != "private"]
        if len(kinds) > 1:
            right = " ".join(word for word in kinds if word not in meant.SECRET)
            secret = ", private" if len(kinds) < len(_divided(node.value)) or meant.SECRET & set(kinds) else ""
            self.report.add("bad-kind", node.at, f"'{node.value}' is no kind of value; write type: {right}{secret}")
        return texts.kind(node, kinds[0], self.parts.language, self.report) if kinds else Kind(name="text")

    def _step_accept_only(self, node: Text) -> dict[str, Any]:
        return {"accept_only": texts.accepted(node, self.parts.language, self.report)}

    def _step_check(self, node: Text) -> dict[str, Any]:
        name, _, tries = (part.strip() for part in node.value.partition(","))
        if uncommaed := re.fullmatch(r"([a-z]\w*) ([1-9]\d?) (?:tries|try)", name):
            name, tries = uncommaed[1], f"{uncommaed[2]} tries"
            self.report.add("bad-kind", node.at, f"'{node.value}' cannot be read; write check: {name}, {tries}")
        match = re.fullmatch(r"([1-9]\d?) (?:tries|try)", tries) if tries else None
        if tries and match is None:
            self.report.add("bad-kind", node.at, f"'{tries}' cannot be read; write check: {name}, 2 tries")
        return {"check": name, "tries": int(match[1]) if match else 1}

    def _step_when(self, node: Map) -> dict[str, Any]:
        lines = []
        entries = list(self._items(node))
        for i, (key, value) in enumerate(entries):
            otherwise = key.value.strip() in ("otherwise", *_ELSE)
            if key.value.strip() in _ELSE:
                self.report.add("bad-guard", key.at, f"'{key.value.strip()}' is written otherwise; write: otherwise: {value.value.strip()}")
            if otherwise and i < len(entries) - 1:
                self.report.add("bad-guard", key.at, "'otherwise' stands last: what comes after it is never reached")
            guard = None if otherwise else self._guard(key, key.value)
            lines.append(When(guard=guard, target=texts.target(value, self.report), line=key.at.line))
        return {"when": tuple(lines)}
