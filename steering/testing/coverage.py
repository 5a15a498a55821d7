"""What calls have passed of a flow, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import shorten

from steering.core.chart import in_words
from steering.core.flow import Flow, Step
from steering.core.machine import exits
from steering.testing.talk import Talk


@dataclass(slots=True)
class Coverage:
    """What calls have passed: steps, exits (`step.exit`), ladders, and how obligations fared."""

    steps: set[str] = field(default_factory=set)
    exits: set[str] = field(default_factory=set)
    ladders: set[str] = field(default_factory=set)
    obligations: dict[str, set[str]] = field(default_factory=dict)

    def lines(self, flow: Flow) -> Iterator[str]:
        """The coverage of *flow* in sentences, what is missing named."""
        all_steps = {name: name for name in flow.steps}
        all_exits = {f"{step.name}.{name}": _shown(step, name) for step in flow.steps.values() for name, _ in exits(step)}
        yield from (_covered("steps", self.steps, all_steps), _covered("exits", self.exits, all_exits))
        yield "  ladders: " + (", ".join(sorted(self.ladders)) or "none")
        for name, wording in flow.wording.items():
            if wording.must_hear:
                yield f"  obligation {name}: " + (", ".join(sorted(self.obligations.get(name, ()))) or "never said")
        for name in (step.name for step in flow.steps.values() if step.consent):
            yield f"  consent {name}: " + (", ".join(sorted(self.obligations.get(name, ()))) or "never answered")


def _covered(what: str, seen: set[str], all_of_them: Mapping[str, str]) -> str:
    missing = [shown for name, shown in sorted(all_of_them.items()) if name not in seen]
    return f"  {what}: {len(all_of_them) - len(missing)} of {len(all_of_them)}" + (f"; not: {', '.join(missing)}" if missing else "")


def _shown(step: Step, exit: str) -> str:
    """The name of an exit, and what an author wrote for it where the name has only its number."""
    words = in_words(step, exit)
    return f"{step.name}.{exit}" + (f" ({shorten(words, 40, placeholder=' …')})" if words != exit else "")


def cover(talk: Talk, coverage: Coverage) -> None:
    """Adds to *coverage* what *talk* has passed."""
    flow, session = talk.flow, talk.session()
    for reply in talk.replies:
        for one in reply.steps:
            coverage.steps |= {name for name in (one.step, one.to) if name in flow.steps}
            coverage.exits.add(f"{one.step}.{one.by}")
            if one.by.startswith(("if_silent", "if_unclear")):
                coverage.ladders.add(one.by)
        for line in reply.lines:
            prompt = flow.prompts.get(line.id)
            coverage.steps |= {name for name in (line.id.partition(".")[0],) if name in flow.steps}
            if prompt and prompt.wording in flow.wording and flow.wording[prompt.wording].must_hear:
                coverage.obligations.setdefault(prompt.wording, set()).add("said")
        for settled in reply.settled:
            coverage.obligations.setdefault(settled.name, set()).add(settled.what)
    if session is None:
        return
    coverage.steps.add(session.step)
