"""What only the whole of a file shows: whether its words go together, where its exits lead, and what is reached."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from steering.core.flow import Step
from steering.core.machine import exits
from steering.loader import meant, phrasing
from steering.loader.brackets import brackets
from steering.loader.codes import Report, did_you_mean
from steering.loader.exits import all_exits, place_of, word_of
from steering.loader.known import values_there
from steering.loader.parts import Parts
from steering.loader.recommended import recommended
from steering.loader.words import TURNS_BACK

_GOES_ON = ("check", "when", "go")
_ONLY_WITH = {
    "confirm": ("form",),
    "accept_only": ("consent",),
    "if_yes": ("consent",),
    "if_no": ("consent",),
    "if_ok": ("check",),
    "if_failed": ("check",),
    "proves": ("check",),
    "collect": ("ask",),
    "hear": ("ask", "form"),
}
_CLOSED = ("end", "hand_to", "run")
# Lines that read like words of this format, and are texts.
_GOES = re.compile(r"(?:go ?_?to|go|next) (?P<name>[a-z][a-z0-9_]*)")
_HANDS = re.compile(r"hand_to (?P<to>\S+)")
_WORDING = re.compile(r"wording (?P<name>[a-z][a-z0-9_]*)")
# A telephone number by its form, of seven figures at least: what is shorter may be a name that a platform knows.
_NO_COUNTRY = re.compile(r"\(?\d(?:[\s().-]*\d){6,}")


def checked(parts: Parts, report: Report, flows: Iterable[str]) -> None:
    """Reports what is wrong with the file as a whole. *flows* are those that `run` may name."""
    if not parts.steps:
        report.add("missing-word", parts.places.get("word.steps", parts.at), "A flow needs at least one step below `steps:`")
        return
    start = parts.start or next(iter(parts.steps))
    if start not in parts.steps:
        near = did_you_mean(start, parts.steps)
        report.add("unknown-step", parts.places.get("start", parts.at), f"There is no step '{start}' to start with{near}")
        return
    for step in parts.steps.values():
        _together(parts, step, report)
        _exits_there(parts, step, report)
    phrasing.of_file(parts, report)
    _ladders(parts, report)
    brackets(parts, report)
    _targets(parts, report, frozenset(flows))
    if report.whole:
        _reached(parts, start, report)
        _ending(parts, report)
    values_there(parts, start, report)
    _promises(parts, report)
    recommended(parts, report)


def handed_off(parts: Parts, report: Report, hand_off: Callable[[str], object] | None) -> None:
    """Whether *hand_off* knows where every `hand_to` leads; without it, whether a telephone number is written whole."""
    for step in parts.steps.values():
        if not step.hand_to or (hand_off and hand_off(step.hand_to) is not None):
            continue
        if _NO_COUNTRY.fullmatch(step.hand_to):
            why = f'`hand_to: {step.hand_to}` leads nowhere: a number needs its country code; write one such as "+1 312 555 0100"'
            report.add("unknown-hand-off", place_of(parts, step, "hand_to"), why)
        elif hand_off:
            why = f"`hand_to: {step.hand_to}` leads nowhere: no number, no SIP address, and not under `hand_offs:` in numbers.yaml"
            report.add("unknown-hand-off", place_of(parts, step, "hand_to"), why)


# ---- one step


def _has(step: Step, word: str) -> bool:
    return bool(getattr(step, word))


def _together(parts: Parts, step: Step, report: Report) -> None:
    """Whether the words of a step go together."""
    for word, hosts in _ONLY_WITH.items():
        if _has(step, word) and not any(_has(step, host) for host in hosts):
            report.add("word-not-here", word_of(parts, step, word), f"'{word}' goes only with {' or '.join(hosts)}")
    for word in _CLOSED:
        others = ["ask", "hear", "collect", "form", "consent", "check", "when", *(one for one in _CLOSED if one != word)]
        if word != "run":
            others.append("go")
        beside = [other for other in others if _has(step, word) and _has(step, other)]
        if beside:
            report.add(
                "word-not-here",
                word_of(parts, step, beside[0]),
                f"A step with '{word}' cannot have '{beside[0]}' too; make it a step of its own",
            )
    asking = [word for word in ("ask", "form", "consent") if _has(step, word)]
    if len(asking) > 1:
        report.add(
            "word-not-here", word_of(parts, step, asking[1]), f"A step asks once: '{asking[0]}' and '{asking[1]}' belong in two steps"
        )
    goes_on = [word for word in _GOES_ON if _has(step, word)]
    if "go" in goes_on and "check" in goes_on:
        report.add("word-not-here", word_of(parts, step, "go"), "A step with 'check' goes on by if_ok and if_failed, not by 'go'")


def _exits_there(parts: Parts, step: Step, report: Report) -> None:
    """Whether a step has the exits that its kind needs."""
    need: list[tuple[bool, str]] = [
        (bool(step.consent) and not (step.if_yes and step.if_no), "A consent needs if_yes and if_no"),
        (bool(step.check) and not (step.if_ok and step.if_failed), "A check needs if_ok and if_failed"),
        (bool(step.run) and not step.go, "A step with 'run' needs 'go', where the call goes on afterwards"),
    ]
    goes_on = any(_has(step, word) for word in _GOES_ON)
    closed = any(_has(step, word) for word in (*_CLOSED, "consent"))
    if step.collect or step.form:
        need.append((not goes_on, "After its question this step goes nowhere: add go, when or check"))
    elif step.ask:
        need.append((not step.hear, "This step asks and hears nothing: add hear or collect"))
    elif not closed:
        need.append((not goes_on, "This step goes nowhere: add go, ask, end, hand_to, run, check or when"))
    if step.when and step.when[-1].guard is not None and not step.go:
        need.append((True, "The last line under 'when' is 'otherwise', for when none of the guards holds"))
    for missing, why in need:
        if missing:
            report.add("missing-exit", place_of(parts, step), f"{why} (step '{step.name}')")


def _ladders(parts: Parts, report: Report) -> None:
    """Lines that are meant to go somewhere, and would be said."""
    for used in parts.used:
        text = used.template.text
        match = _GOES.fullmatch(text)
        name = match["name"] if match else text
        if name in parts.steps and (used.ladder or match):
            there = f"write `- go: {name}`" if used.ladder else f"write `go: {name}` on a line of its own"
            report.add("step-as-words", used.at, f"'{text}' would be said aloud; to go there, {there}")
        elif match := _HANDS.fullmatch(text):
            there = "write `- go: STEP`, and in that step " if used.ladder else "write, on a line of its own, "
            report.add("step-as-words", used.at, f"'{text}' would be said aloud; to hand the call over, {there}`hand_to: {match['to']}`")
        elif (match := _WORDING.fullmatch(text)) and match["name"] in parts.wording:
            report.add("step-as-words", used.at, f"'{text}' would be said aloud; to say the legal text, write wording.{match['name']}")
        elif text in TURNS_BACK:
            report.add("step-as-words", used.at, f"'{text}' would be said aloud; an exit leads to ({text}), as in `yes: ({text})`")


# ---- exits


def _targets(parts: Parts, report: Report, flows: frozenset[str]) -> None:
    for one_exit in all_exits(parts):
        target, at = one_exit.target, one_exit.at
        heard = one_exit.by.startswith(("hear", "anytime", "if_silent", "if_unclear", "feeling"))
        if target.kind == "step" and target.name not in parts.steps:
            report.add("unknown-step", at, f"There is no step '{target.name}'{meant.step(target.name, parts.steps, heard=heard)}")
        elif target.kind == "run" and target.name not in parts.steps and target.name not in flows:
            report.add("unknown-flow", at, f"There is no flow '{target.name}' to run{did_you_mean(target.name, flows)}")
        elif target.kind != "step" and not heard:
            where = f" (step '{one_exit.step}')" if one_exit.step else ""
            report.add("wrong-target", at, f"Only what a caller says leads to '{target}'; name a step{where}")
    for name, one in parts.steps.items():
        if one.run and one.run not in parts.steps and one.run not in flows:
            near = did_you_mean(one.run, flows)
            report.add("unknown-flow", place_of(parts, one, "run"), f"There is no flow '{one.run}' to run{near} (step '{name}')")
        if one.check and one.check not in parts.checks:
            near = did_you_mean(one.check, parts.checks)
            if not near and " " in one.check:
                near = f"; name it below `checks:`, as `NAME: {one.check}`, and write check: NAME"
            report.add("unknown-check", place_of(parts, one, "check"), f"There is no check '{one.check}'{near}")
    used = {step.check for step in parts.steps.values()}
    for name in parts.checks:
        if name not in used:
            report.add("unused", parts.places[f"check.{name}"], f"No step asks the check '{name}'")


def _leads(parts: Parts) -> dict[str, set[str]]:
    """The steps that each step leads to by its own exits, its ladders and what it runs."""
    ladders = {rung.target.name for name in ("if_silent", "if_unclear") for rung in getattr(parts, name) or () if rung.target}
    leads: dict[str, set[str]] = {}
    for step in parts.steps.values():
        leads[step.name] = {target.name for _, target in exits(step) if target.kind in ("step", "run") and target.name in parts.steps}
        if step.asks:
            leads[step.name] |= ladders & set(parts.steps)
        if step.run in parts.steps:
            leads[step.name].add(step.run)
    return leads


def _closure(start: Iterable[str], leads: Mapping[str, Iterable[str]]) -> set[str]:
    found, todo = set(start), list(start)
    while todo:
        for name in leads.get(todo.pop(), ()):
            if name not in found:
                found.add(name)
                todo.append(name)
    return found


def _reached(parts: Parts, start: str, report: Report) -> None:
    entries = {start} | {one.target.name for one in all_exits(parts) if not one.step and one.target.name in parts.steps}
    reached = _closure(entries, _leads(parts))
    for step in parts.steps.values():
        if step.name not in reached:
            report.add("unreachable-step", place_of(parts, step), f"Nothing leads to the step '{step.name}'")


def _ending(parts: Parts, report: Report) -> None:
    leads = _leads(parts)
    back: dict[str, set[str]] = {}
    for name, targets in leads.items():
        for target in targets:
            back.setdefault(target, set()).add(name)
    endings = [step.name for step in parts.steps.values() if step.end or step.hand_to]
    ends = _closure(endings, back)
    for step in parts.steps.values():
        if step.name not in ends:
            report.add("no-ending", place_of(parts, step), f"From the step '{step.name}' no ending can be reached")


# ---- the rest


def _apart(name: str, known: Iterable[str]) -> str:
    """The end of a message about a *name* that is not *known*: several without a comma, or one that is near."""
    several = name.split()
    return f"; write {', '.join(several)}" if len(several) > 1 and set(several) <= set(known) else did_you_mean(name, known)


def _promises(parts: Parts, report: Report) -> None:
    for number, promise in enumerate(parts.promises, 1):
        at = parts.places.get(f"promise.{number}", parts.at)
        known: Iterable[str] = parts.kinds if promise.kind == "never say" else parts.steps
        for name in promise.subjects:
            if name not in known:
                report.add(
                    "bad-promise",
                    at,
                    f"There is no {'value' if promise.kind == 'never say' else 'step'} '{name}'{_apart(name, known)}",
                )
        for condition in promise.conditions:
            word, _, name = condition.rpartition(" ")
            consents = [step.name for step in parts.steps.values() if step.consent]
            names: dict[str, Iterable[str]] = {"heard": set(parts.wording), "agreed": consents, "": parts.proved}
            if name not in names.get(word, ()):
                if word == "agreed":
                    near = did_you_mean(name, consents) or f"; the consent steps are: {', '.join(consents) or 'none'}"
                    report.add("unknown-step", at, f"There is no consent step '{name}'{near}")
                    continue
                near = meant.condition(condition, names, parts.checks) or did_you_mean(name, names.get(word, ()))
                report.add("bad-promise", at, f"'{condition}' cannot be promised{near}; write a proved fact, heard WORDING or agreed STEP")
