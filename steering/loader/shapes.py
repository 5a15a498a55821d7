"""What every part of a flow file is read with: the shapes of words, names, prompts, guards and ladders."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from steering.core.flow import Prompt, Rung
from steering.core.guard_text import GuardError, parse
from steering.core.guards import Guard
from steering.core.hours import duration
from steering.loader import meant, texts
from steering.loader.codes import Place, Report, did_you_mean
from steering.loader.nodes import List, Map, Node, Text
from steering.loader.parts import Parts, Read, Used
from steering.loader.words import RUNG


class _AnyName:
    """While a file is read, every word that could be a name is one: which there are is known at its end."""

    def __contains__(self, text: object) -> bool:
        word, _, name = str(text).rpartition(" ")
        return word in ("", "heard", "agreed") and bool(texts.NAME.fullmatch(name))


class Words:
    """Takes words with values apart, and reports those that are unknown or of the wrong shape."""

    # What stands between the parts of one text that some write as a list.
    between = " | "

    def __init__(self, report: Report) -> None:
        self.report = report

    def _known(self, node: Node, words: dict[str, str], what: str) -> dict[str, Node]:
        """The words of a map, those that are unknown or of the wrong shape reported and left out."""
        found: dict[str, Node] = {}
        if not isinstance(node, Map):
            self.report.add("wrong-shape", node.at, f"{what} is written as words with values, each on a line of its own")
            return found
        beside = [key.value for key, _ in node.items]
        for key, value in node.items:
            shape = words.get(key.value)
            if shape is None:
                self.report.add("unknown-word", key.at, f"{what} has no word '{key.value}'{meant.word(key.value, words, beside)}")
            elif self._fits(key, value, shape):
                found[key.value] = value
        return found

    def _fits(self, key: Text, value: Node, shape: str) -> bool:
        if not (value.value.strip() if isinstance(value, Text) else value.items):
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
            parts = self.between.join(one.value for one in value.items if isinstance(one, Text))
            self.report.add("list-not-alternatives", value.at, f"Alternatives are not written as a list; write {key.value}: {parts}")
        elif not right:
            need = {
                "text": "one text",
                "map": "words with values below it",
                "either": "one text, or words with values below it",
                "list": "a list, each line with '- '",
                "ladder": "a list, each line with '- '",
            }
            wanted = need.get(shape, "a text, or a list of lines with '- '")
            hint = meant.lines(key.value, shape, value)
            self.report.add("wrong-shape", value.at, f"'{key.value}' needs {wanted}{hint}")
        return right

    def _items(self, node: Node | None) -> Iterator[tuple[Text, Text]]:
        """The entries of a map whose values are texts."""
        for key, value in node.items if isinstance(node, Map) else ():
            if not isinstance(value, Text):
                self.report.add("wrong-shape", value.at, f"'{key.value}' needs one text after it")
            elif not value.value.strip():
                self.report.add("empty", key.at, f"Nothing is written after '{key.value}:'")
            else:
                yield key, value


class Shapes(Words):
    """Reads nodes into *parts* and reports what does not fit. *shown* gives the name of a file as findings show it."""

    def __init__(self, read: Read, name: str, report: Report, shown: Callable[[str], str]) -> None:
        super().__init__(report)
        self.read, self.shown = read, shown
        self.file = f"{name}.yaml"
        self.parts = Parts(file=shown(self.file), name=name)
        self.parts.at = Place(self.parts.file)
        self.wordings_said: set[str] = set()

    def _named(self, key: Text, taken: dict[str, Any], what: str) -> bool:
        if not texts.NAME.fullmatch(key.value):
            why = f"'{key.value}' is no name of {what}: lower case letters, digits and underscores{meant.name(key.value)}"
            self.report.add("bad-name", key.at, why)
        if key.value in taken:
            self.report.add("clash", key.at, f"There are two {what.split(' ', 1)[-1]}s of the name '{key.value}'")
            return False
        self.parts.places[f"{what.split(' ', 1)[-1]}.{key.value}"] = key.at
        return True

    def _text(self, node: Node | None) -> str:
        return node.value.strip() if isinstance(node, Text) else ""

    def _one_of(self, node: Node | None, choices: tuple[str, ...], word: str) -> bool:
        text = self._text(node)
        if node is not None and text not in choices:
            self.report.add("unknown-choice", node.at, f"'{word}' cannot be '{text}'; it is {' or '.join(choices)}")
            return False
        return bool(text)

    def _duration(self, node: Text, text: str, such_as: str = "10 minutes") -> float | None:
        seconds = duration(text)
        if seconds is None:
            self.report.add("bad-hours", node.at, f"'{text}' is no length of time; write it like {such_as}")
        return seconds

    def _prompt(self, id: str, node: Text, *, step: str = "", ladder: bool = False) -> Prompt:
        """The prompt of a spoken text, or the wording that it names."""
        self.parts.places[f"said.{id}"] = node.at
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
        elif text in self.parts.wording:
            self.wordings_said.add(text)
            self.report.add("step-as-words", node.at, f"'{text}' would be said aloud; to say the legal text, write wording.{text}")
        prompt = Prompt(id=id, template=texts.template(node, self.parts.language, self.report, binding=id.endswith(".consent")))
        self.parts.used.append(Used(prompt.template, node.at, step, ladder))
        self.parts.prompts[id] = prompt
        return prompt

    def _guard(self, node: Text, text: str) -> Guard:
        try:
            return parse(text, _AnyName())
        except GuardError as error:
            at = Place(node.at.file, node.at.line, node.at.column + error.column - 1)
            self.report.add("bad-guard", at, f"'{text}' cannot be read: {error.message}")
            return parse("today is known")

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
