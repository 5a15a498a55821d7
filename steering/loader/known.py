"""Which values are surely there by the time a step says them or asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from steering.core.flow import OPT_OUT, Step
from steering.core.guards import Guard
from steering.core.machine import exits
from steering.core.places import values_agreed_to
from steering.loader.codes import Place, Report, did_you_mean
from steering.loader.exits import all_exits, place_of
from steering.loader.kept import asked_here, values_gone
from steering.loader.limited import limits_there
from steering.loader.parts import Parts, Used


def values_there(parts: Parts, start: str, report: Report) -> None:
    """Whether every value that is said or asked for can be there, and surely is."""
    ends = {step.name: _ends(parts, step) for step in parts.steps.values() if step.run in parts.steps}
    before = _surely_known(parts, start, ends)
    base, gone = _base(parts), values_gone(parts, start)
    limits_there(parts, before, base, report)
    urls = [check.look_up.url for check in parts.checks.values() if check.look_up]
    for used in parts.used:
        step = parts.steps.get(used.step)
        there = before.get(used.step, base) | (asked_here(step) if step else frozenset())
        for name in used.template.names:
            if name == "question" and used.ladder:
                continue
            if name not in parts.kinds:
                report.add("unknown-value", used.at, _never_given(parts, used, name))
            elif step and name not in there and _sayable(step, used.template, name):
                way = _without(parts, start, before, ends, step.name, name)
                why = f"Not every path here has collected '{name}' ({way}), and a line without its value is not said"
                report.add("missing-value", used.at, why)
            elif name in gone.get(used.step, ()) and not any(used.template is url for url in urls):
                why = f"'{name}' is private and not kept until here on every path, and a line without its value is not said"
                report.add("private-not-kept", used.at, why)
    for step in parts.steps.values():
        there = before.get(step.name, base) | asked_here(step) | parts.proved
        for when in step.when:
            for name in when.guard.names if when.guard else ():
                asked = f"{name} is known" in str(when.guard) or f"{name} is not known" in str(when.guard)
                if name.removeprefix("heard ") in _said_here(step) and not step.asks:
                    place = place_of(parts, step, "when")
                    why = f"'{name}' is not true yet where the text is just being said; ask something first"
                    report.add("value-may-be-missing", Place(place.file, when.line, place.column), why)
                if name in parts.kinds and name not in there and not asked:
                    place = place_of(parts, step, "when")
                    at = Place(place.file, when.line, place.column)
                    way = _without(parts, start, before, ends, step.name, name)
                    report.add(
                        "value-may-be-missing", at, f"Not every path here has collected '{name}' ({way}); without it the guard is false"
                    )


def _never_given(parts: Parts, used: Used, name: str) -> str:
    if name != "question":
        return f"Nobody ever gives a value '{name}'{did_you_mean(name, parts.kinds)}"
    followed = (parts.if_back, *(one.prompt for one in parts.answers))
    if any(prompt and prompt.template is used.template for prompt in followed):
        return "The open question follows this line by itself: leave {{ question }} out"
    return "{{ question }} is the open question, and only a line of if_silent or if_unclear asks it again: leave it out here"


def _without(
    parts: Parts, start: str, before: Mapping[str, frozenset[str]], ends: Mapping[str, frozenset[str]], name: str, value: str
) -> str:
    """One way to the step *name* on which *value* is not collected, in words."""
    for step in parts.steps.values():
        if step.name != name and any(to == name and value not in arriving for to, arriving in _ways(parts, step, before, ends)):
            return f"the way from '{step.name}' has not"
    return "the call begins here" if name == start else "it is reached from anywhere"


def _said_here(step: Step) -> frozenset[str]:
    return frozenset(prompt.wording for prompt in step.say if prompt.wording)


def _sayable(step: Step, template: object, name: str) -> bool:
    """The confirm and the check of a step come after its questions; its say and ask before."""
    return name not in {one.name for one in step.form} and (step.collect is None or step.collect.name != name)


def _base(parts: Parts) -> frozenset[str]:
    return frozenset(name for name, need in parts.needs.items() if not need.optional)


def _surely_known(parts: Parts, start: str, ends: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The names that have a value on every path to a step; *ends* are those from which the call comes back to steps that run others."""
    base = _base(parts)
    everything = frozenset(parts.kinds)
    known = dict.fromkeys(parts.steps, everything)
    entries = {start} | {one.target.name for one in all_exits(parts) if not one.step}
    for name in entries & set(parts.steps):
        known[name] = base
    todo = [name for name in parts.steps if name in entries]
    while todo:
        step = parts.steps[todo.pop()]
        for name, arriving in _ways(parts, step, known, ends):
            if not known[name] <= arriving:
                known[name] &= arriving
                # Who runs steps goes on with what is known at their ends.
                todo += [name, *(one for one, back in ends.items() if one in entries and name in back)]
            elif name not in entries:
                todo.append(name)
            entries.add(name)
    return known


def _ways(
    parts: Parts, step: Step, known: Mapping[str, frozenset[str]], ends: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, frozenset[str]]]:
    """The steps that *step* leads to, and what is known on the way there, by what is *known* at each step."""
    here = known[step.name]
    if step.name in ends:
        yield step.run, here
        if back := ends[step.name]:
            here |= frozenset.intersection(*(known[end] for end in back))
    for by, target in exits(step):
        if target.name in parts.steps:
            yield target.name, here | _brought(parts, step, by)


def _ends(parts: Parts, step: Step) -> frozenset[str]:
    """The ends from which the call comes back to *step*, which runs another of the same file. An opt-out does not come back."""
    found, todo = {step.run}, [step.run]
    while todo:
        leads = {target.name for _, target in exits(parts.steps[todo.pop()]) if target.name in parts.steps}
        todo += leads - found
        found |= leads
    return frozenset(name for name in found if parts.steps[name].end and OPT_OUT not in parts.steps[name].record)


def _brought(parts: Parts, step: Step, by: str) -> frozenset[str]:
    """What taking the exit *by* shows to be known."""
    if by.startswith(("hear", "if_silent", "if_unclear", "if_yes", "if_no")):
        return frozenset()
    brought = asked_here(step)
    check = parts.checks.get(step.check)
    if by == "if_ok" and check:
        brought |= frozenset(slot for slot, _ in check.look_up.keep) if check.look_up else _assured(parts, check.guard)
    if by.startswith("when."):
        brought |= _assured(parts, step.when[int(by[5:])].guard)
    return brought


def _assured(parts: Parts, guard: Guard | None) -> frozenset[str]:
    """The names that are certainly known when *guard* holds. What was heard is so no longer when a value in it goes."""
    return guard.assures(parts.told) if guard else frozenset()


def values_told(parts_of: Iterable[Parts], language: str) -> dict[str, frozenset[str]]:
    """The values in the texts that are heard, and in the consents that are agreed to, by the fact, in the flows of one call.

    A text of another language is another fact. Of texts, or consents, of the same name any may have been it.
    """
    told: dict[str, frozenset[str]] = {}
    for parts in parts_of:
        texts = parts.wording.values() if parts.language == language else ()
        facts = [(f"heard {text.name}", frozenset(text.prompt.template.names)) for text in texts]
        facts += [(f"agreed {step.name}", values_agreed_to(step)) for step in parts.steps.values() if step.consent]
        for fact, values in facts:
            told[fact] = told.get(fact, values) & values
    return told
