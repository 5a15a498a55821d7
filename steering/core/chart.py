"""A flow as a Mermaid flowchart: steps are boxes, exits are arrows. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from steering.core.changes import heard
from steering.core.flow import Flow, Step, Target
from steering.core.machine import exits

_LONGEST = 60
# A step that asks is a rounded box, one that ends or hands over a stadium, any other a box.
_SHAPES = {"asks": ("(", ")"), "ends": ("([", "])"), "goes on": ("[", "]")}


def chart(flow: Flow) -> str:
    """The lines of the chart, which any viewer of Mermaid draws."""
    lines = ["flowchart TD", "  call((call))"]
    for step in flow.steps.values():
        shape = "asks" if step.asks else "ends" if step.end or step.hand_to else "goes on"
        left, right = _SHAPES[shape]
        lines.append(f'  s_{step.name}{left}"{_quoted(_shown(step))}"{right}')
    lines.append(f"  call --> s_{flow.start}")
    ways: dict[tuple[str, str], list[str]] = defaultdict(list)
    for source, label, target in _ways(flow):
        ways[source, _node(target)].append(label)
    if any(source == "anytime" for source, _ in ways):
        lines.append('  anytime{{"at any step"}}')
    for (source, node), labels in ways.items():
        lines.append(f'  {source} -->|"{_quoted(", ".join(dict.fromkeys(labels)))}"| {node}')
    elsewhere = {_node(target): str(target) for _, _, target in _ways(flow) if target.kind != "step"}
    lines += [f'  {node}[["{_quoted(name)}"]]' for node, name in elsewhere.items()]
    return "\n".join(lines) + "\n"


def _ways(flow: Flow) -> Iterator[tuple[str, str, Target]]:
    if flow.hours_else:
        yield "call", "outside the hours", flow.hours_else
    for line in flow.anytime:
        yield "anytime", " | ".join(heard(line)), line.target
    for feeling in flow.feelings:
        yield "anytime", f"{feeling.expression} {feeling.test}", feeling.target
    for ladder in ("if_silent", "if_unclear"):
        for rung in getattr(flow, ladder):
            if rung.target:
                yield "anytime", ladder, rung.target
    for _, target in flow.if_time_short:
        yield "anytime", "if_time_short", target
    if flow.if_not_heard:
        yield "anytime", "if_not_heard", flow.if_not_heard
    for step in flow.steps.values():
        for exit, target in exits(step):
            yield f"s_{step.name}", in_words(step, exit), target
        if step.run:
            yield f"s_{step.name}", "run", Target(kind="run", name=step.run)


def in_words(step: Step, exit: str) -> str:
    """What an author wrote for *exit*: the phrases of `hear.0`, the guard of `when.0`, else its word."""
    word, _, number = exit.partition(".")
    if word == "hear":
        return " | ".join(heard(step.hear[int(number)]))
    if word == "when":
        guard = step.when[int(number)].guard
        return str(guard) if guard else "otherwise"
    return word


def _node(target: Target) -> str:
    return f"s_{target.name}" if target.kind == "step" else f"t_{str(target).strip('()').replace(' ', '_')}"


def _shown(step: Step) -> str:
    """The name of the step, and the beginning of what it says or does."""
    prompts = [*step.say, *filter(None, (step.ask, step.consent, *(one.ask for one in step.form), step.end))]
    text = next((f"wording {prompt.wording}" if prompt.wording else prompt.template.text for prompt in prompts), "")
    text = text or (f"hand to {step.hand_to}" if step.hand_to else f"check {step.check}" if step.check else "")
    return f"{step.name}: {text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}" if text else step.name


def _quoted(text: str) -> str:
    """*text* as it may stand between quotation marks in a chart."""
    return text.replace("#", "#35;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
