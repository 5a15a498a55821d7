"""One flow file, read: nodes become the parts of a Flow, and whatever is wrong with a part is reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, cast

from steering.core.feelings import EXPRESSIONS
from steering.core.flow import Answer, Feeling, Need, Prompt, Wording
from steering.core.hours import Hours, HoursError, QuietHours
from steering.core.languages import LANGUAGES
from steering.core.values import read as read_value
from steering.core.wording import lock
from steering.core.written import pointed
from steering.loader import meant, texts
from steering.loader.codes import Place, did_you_mean
from steering.loader.lookups import Checks
from steering.loader.nodes import List, Map, Node, Text, compose
from steering.loader.parts import Parts
from steering.loader.source import mended
from steering.loader.steps import Steps
from steering.loader.words import FILE, SHARED, WORDING

MOST_BYTES = 1 << 20
# Words whose entries are put together when several files have them; all others may stand in one file.
_MERGED = ("needs", "wording", "promises", "checks", "anytime", "answers", "steps", "if_feeling")
# Words whose entries the others name, so that they are read first.
_NAMED = ("needs", "wording")
# What is not UTF-8 is read as lone surrogates.
_SURROGATE = re.compile("[\ud800-\udfff]")
# With two locks nobody could say which of them was approved.
APPROVED = re.compile(r"(?!.*, *lock .*, *lock )(?P<who>[^,]+.*?), (?P<when>[^,]+), lock (?P<lock>[0-9a-fA-F]{8})")


class Reader(Checks, Steps):
    """Reads one flow file and what it uses."""

    def parsed(self) -> Parts | None:
        """What the file says, or None when it is no flow at all."""
        root = self._root(self.file)
        if root is None:
            return None
        flow = root.get("flow")
        if flow is None:
            near = did_you_mean("flow", (key.value for key, _ in root.items))
            self.report.add("no-flow", root.at, f"A call begins with `flow: {self.parts.name}`{near}")
            return None
        self._named_as_file(root, flow)
        items = self._known(root, FILE, "A flow")
        if "steps" not in items and "use" not in items:
            self.report.add("missing-word", root.at, "A flow needs `steps:`")
        self._language(items)
        self._sections([items, *self._used(items.get("use"))])
        for name in self.parts.wording:
            if name not in self.wordings_said:
                self.report.add("unused", self.parts.places[f"wording.{name}"], f"Nothing says the wording '{name}'")
        return self.parts

    def _named_as_file(self, root: Map, flow: Node) -> None:
        name = self.parts.name
        if isinstance(flow, Text) and flow.value != name:
            self.report.add("flow-name", flow.at, f"The flow is named '{flow.value}' and its file '{name}'; give them one name")
        if not texts.NAME.fullmatch(name):
            self.report.add(
                "bad-name", root.at, f"'{name}' is no name of a flow: lower case letters, digits and underscores{meant.name(name)}"
            )
        self.parts.at = next(key.at for key, _ in root.items if key.value == "flow")

    def _sections(self, sections: list[dict[str, Node]]) -> None:
        """Reads the words of the file and of what it uses; first those whose entries the others name."""
        for section in sections:
            for word, node in section.items():
                self.parts.places.setdefault(f"word.{word}", node.at)
            for word in _NAMED:
                if word in section:
                    getattr(self, f"_{word}")(section[word])
        once: dict[str, Place] = {}
        for section in sections:
            for word, node in section.items():
                if word in ("flow", "language", "use", *_NAMED):
                    continue
                if word not in _MERGED and word in once:
                    self.report.add("clash", node.at, f"'{word}' is written in {once[word].file} too; keep one of them")
                    continue
                once[word] = node.at
                getattr(self, f"_{word}")(node)

    def _root(self, file: str) -> Map | None:
        text = self.read(file)
        shown = self.shown(file)
        if text is None:
            self.report.add("no-such-file", Place(shown), f"There is no file {shown}")
            return None
        if len(text.encode("utf-8", "replace")) > MOST_BYTES:
            self.report.add("too-large", Place(shown), "The file is over 1 MiB")
            return None
        if odd := _SURROGATE.search(text):
            line = text.count("\n", 0, odd.start()) + 1
            column = odd.start() - text.rfind("\n", 0, odd.start())
            self.report.add("not-utf8", Place(shown, line, column), "The file is not UTF-8 text; save it as UTF-8")
            return None
        self.parts.files[file] = text
        root = compose(shown, mended(shown, text, self.report), self.report)
        if root is None:
            return None
        if not isinstance(root, Map):
            self.report.add("wrong-shape", root.at, "A file begins with a word such as `flow: name`")
            return None
        return root

    def _used(self, node: Node | None) -> Iterator[dict[str, Node]]:
        """The words of the files that `use` names."""
        if not isinstance(node, Text):
            return
        for name in (part.strip() for part in node.value.split(",")):
            root = self._shared(node, name)
            if root is not None:
                yield self._known(root, {word: FILE[word] for word in SHARED}, "A part for others to use")

    def _shared(self, node: Text, name: str) -> Map | None:
        if not texts.NAME.fullmatch(name) or self.read(f"{name}.yaml") is None:
            self.report.add("unknown-file", node.at, f"There is no file '{name}.yaml' beside this one")
            return None
        root = self._root(f"{name}.yaml")
        if root is not None and root.get("flow") is not None:
            self.report.add("used-flow", node.at, f"'{name}' is a call itself; `run: {name}` runs it")
            return None
        return root

    # ---- the words of a file

    def _language(self, items: dict[str, Node]) -> None:
        node = items.get("language")
        if not isinstance(node, Text):
            return
        if node.value.split("-")[0].casefold() not in LANGUAGES:
            self.report.add(
                "unknown-language",
                node.at,
                f"There is no language '{node.value}'; there are {', '.join(LANGUAGES)}{meant.tag(node.value, LANGUAGES)}",
            )
        else:
            self.parts.language = node.value

    def _start(self, node: Text) -> None:
        self.parts.start = node.value
        self.parts.places["start"] = node.at

    def _needs(self, node: Map) -> None:
        for key, value in self._items(node):
            if not self._named(key, self.parts.needs, "a fact"):
                continue
            declared, sample, optional, private = texts.need(value, self.report)
            kind = texts.kind(value, declared, self.parts.language, self.report)
            if sample and read_value(kind.name, pointed(kind.name, sample, self.parts.language)) is None:
                self.report.add(
                    "bad-sample", value.at, f"The sample '{sample}' is no {kind.name}{meant.sample(kind.name, sample, self.parts.language)}"
                )
            need = Need(name=key.value, kind=kind, optional=optional, private=private, sample=sample, line=key.at.line)
            self.parts.needs[key.value] = need
            self.parts.kinds[key.value] = kind
            if private:
                self.parts.private.add(key.value)

    def _wording(self, node: Map) -> None:
        for key, value in node.items:
            if not self._named(key, self.parts.wording, "a wording"):
                continue
            items = self._known(value, WORDING, "A wording")
            text = items.get("text")
            if not isinstance(text, Text):
                self.report.add("missing-word", key.at, f"The wording '{key.value}' needs `text:`")
                continue
            must_hear, again, approved = (self._text(items.get(word)) for word in ("must_hear", "again", "approved"))
            self._one_of(items.get("must_hear"), ("all",), "must_hear")
            self._one_of(items.get("again"), ("whole", "rest"), "again")
            prompt = Prompt(
                id=f"wording.{key.value}", template=texts.template(text, self.parts.language, self.report, binding=True), wording=key.value
            )
            self.parts.prompts[prompt.id] = prompt
            self.parts.places[f"said.{prompt.id}"] = text.at
            self.parts.wording[key.value] = Wording(
                name=key.value,
                prompt=prompt,
                must_hear=must_hear == "all",
                again=cast(Literal["whole", "rest"], again or "whole"),
                approved=approved,
                lock=self._lock(items.get("approved"), text, key.value),
                line=key.at.line,
            )

    def _lock(self, node: Node | None, text: Text, name: str) -> str:
        if not isinstance(node, Text):
            return ""
        match = APPROVED.fullmatch(texts.folded_space(node.value))
        if match is None:
            self.report.add(
                "bad-approval",
                node.at,
                "An approval is written `approved: WHO, WHEN, lock HASH`; `steering lock FILE --who NAME` writes it",
            )
            return ""
        true = lock(text.value)
        if match["lock"].lower() != true:
            why = f"The text of '{name}' is not the one that was approved: its lock is {true}, not {match['lock']}"
            self.report.add("lock-mismatch", node.at, why)
        return match["lock"].lower()

    def _promises(self, node: List) -> None:
        for one in node.items:
            items = [(key.value, value.value) for key, value in self._items(one)] if isinstance(one, Map) else []
            found = None
            if len(items) == 2 and items[0][0] == "before" and items[1][0] == "always":
                found = texts.promise(f"before {items[0][1]}", items[1][1], one.at.line)
            elif len(items) == 2 and items[0][0] == "never say" and items[1][0] == "until":
                found = texts.promise(f"never say {items[0][1]}", items[1][1], one.at.line)
            elif len(items) == 1 and items[0][0] == "always ends with":
                found = texts.promise(f"always ends with {items[0][1]}", None, one.at.line)
            if found is None or not found.subjects:
                why = "A promise is `before: X` with `always: A`, `never say: V` with `until: A`, or `always ends with: S`"
                written = one.value if isinstance(one, Text) else ": ".join(items[0]) if len(items) == 1 else ""
                self.report.add("bad-promise", one.at, f"{why}{meant.promise(texts.folded_space(written))}")
            else:
                self.parts.promises.append(found)
                self.parts.places[f"promise.{len(self.parts.promises)}"] = one.at

    def _anytime(self, node: Map) -> None:
        for key, value in self._items(node):
            self.parts.places[f"anytime.{len(self.parts.anytime)}"] = key.at
            self.parts.anytime += (texts.heard_line(key, value, self.report),)

    def _answers(self, node: Node) -> None:
        if isinstance(node, Text):
            root = self._shared(node, node.value.strip())
            node = root.get("answers") if root else None  # type: ignore[assignment]
            if root is not None and not isinstance(node, Map):
                self.report.add("missing-word", root.at, "An answer file needs `answers:` with `phrase | phrase: answer` below it")
        for key, value in self._items(node) if isinstance(node, Map) else ():
            number = len(self.parts.answers) + 1
            prompt = self._prompt(f"answers.{number}", value)
            self.parts.answers.append(Answer(phrases=texts.alternatives(key, self.report), prompt=prompt, line=key.at.line))

    def _if_silent(self, node: Node) -> None:
        self.parts.if_silent = self._ladder("if_silent", node)

    def _if_unclear(self, node: Node) -> None:
        self.parts.if_unclear = self._ladder("if_unclear", node)

    def _if_feeling(self, node: Map) -> None:
        for key, value in self._items(node):
            match = re.fullmatch(r"(?P<name>.+?) (?:(?P<test>strong|rising)|above (?P<score>0?\.\d+|1|0))", texts.folded_space(key.value))
            known = {name.casefold() for name in EXPRESSIONS}
            name = match["name"].casefold() if match else ""
            if match is None or name not in known:
                near = did_you_mean(name, known) if match else ""
                why = f"'{key.value}' cannot be read; write `anger strong`, `anger rising` or `anger above 0.3`{near}"
                self.report.add("bad-feeling", key.at, why)
                continue
            test = cast(Literal["strong", "rising", "above"], match["test"] or "above")
            found = Feeling(
                expression=match["name"],
                test=test,
                target=texts.target(value, self.report),
                threshold=float(match["score"] or 0),
                line=key.at.line,
            )
            self.parts.places[f"feeling.{len(self.parts.feelings)}"] = key.at
            self.parts.feelings.append(found)

    def _open(self, node: Text) -> None:
        hours, comma, other = node.value.partition(", else ")
        try:
            # After a time a comma begins other hours; after a day, another day.
            self.parts.hours = Hours.parse(re.sub(r"(?<=\d)\s*,", " |", hours).strip())
        except HoursError as error:
            why = f"'{hours}' cannot be read: {error}; write open: Mon-Fri 08:00-17:30 America/Chicago, else after_hours"
            self.report.add("bad-hours", node.at, why)
        if not comma:
            shown = hours.strip() if self.parts.hours else "Mon-Fri 08:00-17:30 America/Chicago"
            self.report.add("bad-hours", node.at, f"Say where a call goes outside these hours; write open: {shown}, else after_hours")
        else:
            self.parts.hours_else = texts.target(Text(node.at, other.strip()), self.report)

    def _holidays(self, node: Text) -> None:
        days = []
        for part in node.value.replace(",", "|").split("|"):
            day = read_value("date", part.strip())
            if isinstance(day, date):
                days.append(day)
            else:
                self.report.add("bad-hours", node.at, f"'{part.strip()}' is no date; write holidays: 2026-12-25 | 2027-01-01")
        self.parts.holidays = tuple(days)

    def _quiet_hours(self, node: Text) -> None:
        try:
            self.parts.quiet_hours = QuietHours.parse(node.value)
        except HoursError as error:
            why = f"'{node.value}' cannot be read: {error}; write quiet_hours: 21:00-08:00 America/New_York"
            self.report.add("bad-hours", node.at, why)

    def _time_limit(self, node: Text) -> None:
        self.parts.time_limit = self._duration(node, node.value)

    def _if_time_short(self, node: Map) -> None:
        for key, value in self._items(node):
            seconds = self._duration(key, key.value)
            if seconds:
                self.parts.if_time_short.append((seconds, texts.target(value, self.report)))
        self.parts.places["if_time_short"] = node.at

    def _if_back(self, node: Text) -> None:
        self.parts.if_back = self._prompt("if_back", node)

    def _if_trouble(self, node: Text) -> None:
        self.parts.if_trouble = self._prompt("if_trouble", node)
        if self.parts.if_trouble.template.spoken is None:
            self.report.add("bad-template", node.at, "The safe line has no values in it: it must hold when nothing else does")

    def _if_not_heard(self, node: Text) -> None:
        self.parts.if_not_heard = texts.target(node, self.report)

    def _opening(self, node: Text) -> None:
        self.parts.opening_by_platform = self._one_of(node, ("by the platform",), "opening")

    def _retain(self, node: Text) -> None:
        self.parts.retain = self._duration(node, node.value, "3 years")
