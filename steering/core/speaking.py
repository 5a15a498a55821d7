"""What a call says while a turn is taken: templates with their values, as text and as words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from steering.core.draft import HIDDEN, Draft
from steering.core.flow import Flow, Prompt, Template, Value
from steering.core.obligations import heard_name
from steering.core.speech import say, speak
from steering.core.turn import Line


class Objection(Protocol):
    """Why an answer is not taken: `limits.Broken`, or what the record has of one."""

    def told(self, language: str) -> tuple[str, str]: ...


@dataclass(frozen=True, slots=True)
class Said:
    """A prompt of the last reply, the flow that it belongs to, and how many of its first words had been heard before."""

    flow: Flow
    prompt: Prompt
    skipped: int = 0

    @property
    def must_hear(self) -> bool:
        return bool(self.prompt.wording) and self.flow.wording[self.prompt.wording].must_hear


class Speaker(Draft):
    """A draft that speaks."""

    def rendered(self, template: Template) -> tuple[str, str]:
        """A template's text with its values in written and in spoken form; SafeLine when a value is missing."""
        if template.spoken is not None:
            return template.text, template.spoken
        parts = [(part, part) if isinstance(part, str) else self._filled(part) for part in template.parts]
        return "".join(text for text, _ in parts), say("".join(words for _, words in parts), self.flow.language)

    def _filled(self, part: Value) -> tuple[str, str]:
        if part.name == "question":
            prompt = self.prompt()
            return self.rendered(prompt.template) if prompt else ("", "")
        kind, text = self.known(part.name)
        return text, HIDDEN if text == HIDDEN else speak(kind, text, self.flow.language, part.how)

    def shown(self, template: Template) -> tuple[str, str]:
        """Both forms of *template* as they may be kept: private values hidden."""
        hidden = self.flow.private | self.root.private
        if hidden.isdisjoint(template.names):
            return self.rendered(template)
        parts = (HIDDEN if isinstance(part, Value) and part.name in hidden else part for part in template.parts)
        return self.rendered(replace(template, parts=tuple(parts)))

    def line(self, prompt: Prompt) -> Line:
        text, spoken = self.rendered(prompt.template)
        return Line(id=self.line_id(self.flow, prompt), text=text, spoken=spoken)

    def line_id(self, flow: Flow, prompt: Prompt) -> str:
        return prompt.id if flow is self.root else f"{flow.name}:{prompt.id}"

    def say(self, prompt: Prompt) -> None:
        line = self.line(prompt)
        if line.spoken:
            self.lines.append(line)
            self.said.append(line.id)

    def said_before(self) -> list[Said]:
        """The prompts of the last reply."""
        return self.prompts_of(self.was.said)

    def prompts_of(self, said: Sequence[str]) -> list[Said]:
        """The prompts of the line ids *said*."""
        found = []
        for id in said:
            id, _, skipped = id.partition("#")
            name, _, bare = id.rpartition(":")
            flow = self.root.named(name) if name else self.root
            if prompt := flow.prompts.get(bare):
                found.append(Said(flow, prompt, int(skipped or 0)))
        return found

    def unheard(self, said: Said) -> bool:
        return said.must_hear and heard_name(self.root, said.flow, said.prompt.wording) not in self.heard

    def object(self, objection: Objection) -> None:
        """Tells the caller why what he said cannot be taken."""
        text, spoken = objection.told(self.flow.language)
        self.lines.append(Line(id="limit", text=text, spoken=spoken))
