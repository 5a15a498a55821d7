"""One flow file, read: nodes become the parts of a Flow, and whatever is wrong with a part is reported."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, cast

from steering.core import guards
from steering.core.feelings import EXPRESSIONS
from steering.core.flow import (
    Answer,
    Check,
    Collect,
    Feeling,
    Hear,
    Kind,
    LookUp,
    Need,
    Promise,
    Prompt,
    Rung,
    Step,
    Target,
    Template,
    When,
    Wording,
)  # fmt: skip
from steering.core.hearing.phrases import PhraseTable
from steering.core.hours import Hours, HoursError, QuietHours, duration
from steering.core.languages import LANGUAGES, language
from steering.core.values import read as read_value
from steering.loader import texts
from steering.loader.codes import Place, Report, did_you_mean
from steering.loader.nodes import List, Map, Node, Text, compose
from steering.loader.source import mended
from steering.loader.words import CHECK, FIELD, FILE, RUNG, SHARED, STEP, WORDING

MOST_BYTES = 1 << 20
# Words whose entries are put together when several files have them; all others may stand in one file.
_MERGED = ("needs", "wording", "promises", "checks", "anytime", "answers", "steps", "if_feeling")
# What is not UTF-8 is read as lone surrogates.
_SURROGATE = re.compile("[\ud800-\udfff]")
_APPROVED = re.compile(r"(?P<who>[^,]+.*?), (?P<when>[^,]+), lock (?P<lock>[0-9a-fA-F]{8})")
_OUTCOMES = ("end", "hand_to", "run", "consent", "form", "ask", "check", "when", "go")

Read = Callable[[str], str | None]


@dataclass(slots=True)
class Used:
    """A template in the file: where it stands, and at which step (empty: anywhere)."""

    template: Template
    at: Place
    step: str = ""
    ladder: bool = False


@dataclass(slots=True)
class Parts:
    """What was read of a file, before it is looked at as a whole."""

    file: str
    name: str = ""
    language: str = "en"
    start: str = ""
    at: Place = field(default_factory=lambda: Place(""))
    needs: dict[str, Need] = field(default_factory=dict)
    wording: dict[str, Wording] = field(default_factory=dict)
    promises: list[Promise] = field(default_factory=list)
    checks: dict[str, Check] = field(default_factory=dict)
    anytime: tuple[Hear, ...] = ()
    answers: list[Answer] = field(default_factory=list)
    steps: dict[str, Step] = field(default_factory=dict)
    if_silent: tuple[Rung, ...] | None = None
    if_unclear: tuple[Rung, ...] | None = None
    feelings: list[Feeling] = field(default_factory=list)
    hours: Hours | None = None
    hours_else: Target | None = None
    holidays: tuple[date, ...] = ()
    quiet_hours: QuietHours | None = None
    time_limit: float | None = None
    if_time_short: list[tuple[float, Target]] = field(default_factory=list)
    if_back: Prompt | None = None
    if_trouble: Prompt | None = None
    if_not_heard: Target | None = None
    opening_by_platform: bool = False
    retain: str = ""
    kinds: dict[str, Kind] = field(default_factory=dict)
    private: set[str] = field(default_factory=set)
    prompts: dict[str, Prompt] = field(default_factory=dict)
    used: list[Used] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)


def lock_of(text: str) -> str:
    """The first eight hex digits of SHA-256 over *text*, its white space folded."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


class _AnyName:
    """While a file is read, every word that could be a name is one: which there are is known at its end."""

    def __contains__(self, text: object) -> bool:
        word, _, name = str(text).rpartition(" ")
        return word in ("", "heard", "agreed") and bool(texts.NAME.fullmatch(name))


class Reader:
    """Reads one flow file and what it uses. *shown* gives the name of a file as findings show it."""

    def __init__(self, read: Read, name: str, report: Report, shown: Callable[[str], str]) -> None:
        self.read, self.report, self.shown = read, report, shown
        self.file = f"{name}.yaml"
        self.parts = Parts(file=shown(self.file), name=name)
        self.parts.at = Place(self.parts.file)
        self.wordings_said: set[str] = set()

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
        if isinstance(flow, Text) and flow.value != self.parts.name:
            self.report.add("flow-name", flow.at, f"The flow is named '{flow.value}' and its file '{self.parts.name}'; give them one name")
        if not texts.NAME.fullmatch(self.parts.name):
            self.report.add("bad-name", root.at, f"'{self.parts.name}' is no name of a flow: lower case letters, digits and underscores")
        self.parts.at = next(key.at for key, _ in root.items if key.value == "flow")
        items = self._known(root, FILE, "A flow")
        if "steps" not in items and "use" not in items:
            self.report.add("missing-word", root.at, "A flow needs `steps:`")
        self._language(items)
        sections = [items, *self._used(items.get("use"))]
        self.parts.words = {word for one in sections for word in one}
        for one in sections:
            for word, node in one.items():
                self.parts.places.setdefault(f"word.{word}", node.at)
        for one in sections:
            for word in ("needs", "wording"):
                if word in one:
                    getattr(self, f"_{word}")(one[word])
        once: dict[str, Place] = {}
        for one in sections:
            for word, node in one.items():
                if word in ("flow", "language", "use", "needs", "wording"):
                    continue
                if word not in _MERGED and word in once:
                    self.report.add("clash", node.at, f"'{word}' is written in {once[word].file} too; keep one of them")
                    continue
                once[word] = node.at
                getattr(self, f"_{word}")(node)
        for name in self.parts.wording:
            if name not in self.wordings_said:
                self.report.add("unused", self.parts.places[f"wording.{name}"], f"Nothing says the wording '{name}'")
        return self.parts

    # ---- files

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

    # ---- shapes

    def _known(self, node: Node, words: dict[str, str], what: str) -> dict[str, Node]:
        """The words of a map, those that are unknown or of the wrong shape reported and left out."""
        found: dict[str, Node] = {}
        if not isinstance(node, Map):
            self.report.add("wrong-shape", node.at, f"{what} is written as words with values, each on a line of its own")
            return found
        for key, value in node.items:
            shape = words.get(key.value)
            if shape is None:
                self.report.add("unknown-word", key.at, f"{what} has no word '{key.value}'{did_you_mean(key.value, words)}")
            elif self._fits(key, value, shape):
                found[key.value] = value
        return found

    def _fits(self, key: Text, value: Node, shape: str) -> bool:
        if isinstance(value, Text) and not value.value.strip():
            self.report.add("empty", key.at, f"Nothing is written after '{key.value}:'")
            return False
        right = {
            "text": isinstance(value, Text),
            "map": isinstance(value, Map),
            "list": isinstance(value, List),
            "lines": isinstance(value, Text) or (isinstance(value, List) and all(isinstance(one, Text) for one in value.items)),
            "ladder": isinstance(value, List),
            "either": isinstance(value, Text | Map),
        }[shape]
        if not right and shape == "text" and isinstance(value, List):
            parts = " | ".join(one.value for one in value.items if isinstance(one, Text))
            self.report.add("list-not-alternatives", value.at, f"Alternatives are not written as a list; write {key.value}: {parts}")
        elif not right:
            need = {"text": "one text", "map": "words with values below it", "list": "a list, each line with '- '"}
            wanted = need.get(shape, "a text, or a list of lines with '- '")
            self.report.add("wrong-shape", value.at, f"'{key.value}' needs {wanted}")
        return right

    def _items(self, node: Node) -> Iterator[tuple[Text, Text]]:
        """The entries of a map whose values are texts."""
        for key, value in node.items if isinstance(node, Map) else ():
            if not isinstance(value, Text):
                self.report.add("wrong-shape", value.at, f"'{key.value}' needs one text after it")
            elif not value.value.strip():
                self.report.add("empty", key.at, f"Nothing is written after '{key.value}:'")
            else:
                yield key, value

    def _named(self, key: Text, taken: dict[str, Any], what: str) -> bool:
        if not texts.NAME.fullmatch(key.value):
            self.report.add("bad-name", key.at, f"'{key.value}' is no name of {what}: lower case letters, digits and underscores")
        if key.value in taken:
            self.report.add("clash", key.at, f"There are two {what.split(' ', 1)[-1]}s of the name '{key.value}'")
            return False
        self.parts.places[f"{what.split(' ', 1)[-1]}.{key.value}"] = key.at
        return True

    def _prompt(self, id: str, node: Text, *, step: str = "", ladder: bool = False) -> Prompt:
        """The prompt of a spoken text, or the wording that it names."""
        text = node.value.strip()
        if text.startswith("wording."):
            name = text.removeprefix("wording.")
            if name in self.parts.wording:
                self.wordings_said.add(name)
                prompt = self.parts.wording[name].prompt
                self.parts.used.append(Used(prompt.template, node.at, step, ladder))
                return prompt
            near = did_you_mean(name, self.parts.wording)
            self.report.add("unknown-wording", node.at, f"There is no wording '{name}'{near}")
        prompt = Prompt(id=id, template=texts.template(node, self.parts.language, self.report))
        self.parts.used.append(Used(prompt.template, node.at, step, ladder))
        self.parts.prompts[id] = prompt
        return prompt

    # ---- the words of a file

    def _language(self, items: dict[str, Node]) -> None:
        node = items.get("language")
        if not isinstance(node, Text):
            return
        if node.value.split("-")[0].casefold() not in LANGUAGES:
            self.report.add("unknown-language", node.at, f"There is no language '{node.value}'; there are {', '.join(LANGUAGES)}")
        else:
            self.parts.language = node.value

    def _start(self, node: Text) -> None:
        self.parts.start = node.value
        self.parts.places["start"] = node.at

    def _needs(self, node: Map) -> None:
        for key, value in self._items(node):
            if not self._named(key, self.parts.needs, "a fact"):
                continue
            declared, sample, optional, private = texts.need(value)
            kind = texts.kind(value, declared, self.report)
            if sample and read_value(kind.name, sample) is None:
                self.report.add("bad-sample", value.at, f"The sample '{sample}' is no {kind.name}")
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
            prompt = Prompt(id=f"wording.{key.value}", template=texts.template(text, self.parts.language, self.report), wording=key.value)
            self.parts.prompts[prompt.id] = prompt
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
        match = _APPROVED.fullmatch(texts.folded_space(node.value))
        if match is None:
            self.report.add("bad-approval", node.at, "An approval is written `approved: WHO, WHEN, lock HASH`, with eight hex digits")
            return ""
        true = lock_of(text.value)
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
                self.report.add("bad-promise", one.at, why)
            else:
                self.parts.promises.append(found)
                self.parts.places[f"promise.{len(self.parts.promises)}"] = one.at

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

    def _guard(self, node: Text, text: str) -> guards.Guard:
        try:
            return guards.parse(text, _AnyName())
        except guards.GuardError as error:
            at = Place(node.at.file, node.at.line, node.at.column + error.column - 1)
            self.report.add("bad-guard", at, f"'{text}' cannot be read: {error.message}")
            return guards.parse("today is known")

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

    def _ladder(self, id: str, node: Node, step: str = "") -> tuple[Rung, ...]:
        rungs: list[Rung] = []
        items = node.items if isinstance(node, List) else ()
        for number, one in enumerate(items, 1):
            if isinstance(one, Text):
                rungs.append(Rung(prompt=self._prompt(f"{id}.{number}", one, step=step, ladder=True)))
                continue
            go = self._known(one, RUNG, "A rung").get("go")
            if isinstance(go, Text):
                rungs.append(Rung(target=texts.target(go, self.report)))
                if number < len(items):
                    self.report.add("wrong-target", go.at, "Only the last rung of a ladder may `go`")
        return tuple(rungs)

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
            self.parts.hours = Hours.parse(hours.strip())
        except HoursError as error:
            self.report.add("bad-hours", node.at, f"'{hours}' cannot be read: {error}")
        if not comma:
            self.report.add(
                "bad-hours", node.at, f"Say where a call goes outside these hours; write open: {hours.strip()}, else after_hours"
            )
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
            self.report.add("bad-hours", node.at, f"'{node.value}' cannot be read: {error}")

    def _time_limit(self, node: Text) -> None:
        self.parts.time_limit = self._duration(node, node.value)

    def _if_time_short(self, node: Map) -> None:
        for key, value in self._items(node):
            seconds = self._duration(key, key.value)
            if seconds:
                self.parts.if_time_short.append((seconds, texts.target(value, self.report)))
        self.parts.places["if_time_short"] = node.at

    def _duration(self, node: Text, text: str) -> float | None:
        seconds = duration(text)
        if seconds is None:
            self.report.add("bad-hours", node.at, f"'{text}' is no length of time; write 10 minutes")
        return seconds

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
        self._duration(node, node.value)
        self.parts.retain = node.value

    def _text(self, node: Node | None) -> str:
        return node.value.strip() if isinstance(node, Text) else ""

    def _one_of(self, node: Node | None, choices: tuple[str, ...], word: str) -> bool:
        text = self._text(node)
        if node is not None and text not in choices:
            self.report.add("unknown-choice", node.at, f"'{word}' cannot be '{text}'; it is {' or '.join(choices)}")
            return False
        return bool(text)

    # ---- steps

    def _steps(self, node: Map) -> None:
        for key, value in node.items:
            if self._named(key, self.parts.steps, "a step"):
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
                made["hear"], made["hear_table"] = lines, table(lines, self.parts.language, ("yes", "no"))
            elif word in ("if_yes", "if_no", "if_ok", "if_failed", "go"):
                made[word] = texts.target(cast(Text, node), self.report)
            elif word in ("if_silent", "if_unclear"):
                made[word] = self._ladder(f"{name}.{word}", node, name)
            elif word in ("proves", "record"):
                made[word] = tuple(part.strip() for part in self._text(node).split(",") if part.strip())
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

    def _collect(self, node: Text, one_of: Node | None) -> Collect:
        name, _, rest = (part.strip() for part in node.value.partition(","))
        words = [part.strip() for part in rest.split(",")]
        private = "private" in words
        kinds = [word for word in words if word and word != "private"]
        if not texts.NAME.fullmatch(name) or len(kinds) != 1:
            self.report.add("bad-kind", node.at, f"'{node.value}' cannot be collected; write collect: name, 4 digits")
        if isinstance(one_of, Text):
            kind = Kind(name="choice", choices=texts.alternatives(one_of, self.report))
            if kinds != ["choice"]:
                self.report.add("bad-kind", node.at, f"With one_of, what is collected is a choice; write collect: {name}, choice")
        else:
            kind = texts.kind(node, kinds[0], self.report) if kinds else Kind(name="text")
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
                kind = Kind(name="choice", choices=texts.alternatives(one_of, self.report))
            elif isinstance(type_, Text):
                kind = texts.kind(type_, type_.value.replace(", private", ""), self.report)
            else:
                self.report.add("missing-word", key.at, f"The question '{key.value}' needs `type:` or `one_of:`")
                continue
            private = "private" in items or self._text(type_).endswith(", private")
            # The line tells the questions of two forms apart.
            prompt = self._prompt(f"form.{key.value}.{key.at.line}", ask)
            fields.append(self._slot(key, key.value, kind, private, prompt))
        return {"form": tuple(fields)}

    def _step_accept_only(self, node: Text) -> dict[str, Any]:
        return {"accept_only": texts.alternatives(node, self.report)}

    def _step_check(self, node: Text) -> dict[str, Any]:
        name, _, tries = (part.strip() for part in node.value.partition(","))
        match = re.fullmatch(r"([1-9]\d?) (?:tries|try)", tries) if tries else None
        if tries and match is None:
            self.report.add("bad-kind", node.at, f"'{tries}' cannot be read; write check: {name}, 2 tries")
        return {"check": name, "tries": int(match[1]) if match else 1}

    def _step_when(self, node: Map) -> dict[str, Any]:
        lines = []
        entries = list(self._items(node))
        for i, (key, value) in enumerate(entries):
            otherwise = key.value.strip() == "otherwise"
            if otherwise and i < len(entries) - 1:
                self.report.add("bad-guard", key.at, "'otherwise' stands last: what comes after it is never reached")
            guard = None if otherwise else self._guard(key, key.value)
            lines.append(When(guard=guard, target=texts.target(value, self.report), line=key.at.line))
        return {"when": tuple(lines)}


def table(lines: tuple[Hear, ...], tag: str, without: tuple[str, ...] = ()) -> PhraseTable[int] | None:
    """The phrases of *lines*, each with the number of its line."""
    entries = [(phrase, i) for i, line in enumerate(lines) for phrase in line.phrases if phrase not in without]
    return PhraseTable(entries, tag) if entries else None


def own_words(parts: Parts) -> dict[str, Prompt]:
    """The engine's own prompts in the language of the file."""
    from steering.core.speech import say

    own = language(parts.language)
    said = {name: getattr(own, name) for name in ("if_trouble", "goodbye", "connecting", "one_moment")}
    return {
        name: Prompt(id=name, template=Template(text=text, parts=(text,), spoken=say(text, parts.language))) for name, text in said.items()
    }
