"""What legal wants to know of two versions of a flow: what is new, gone, or otherwise, in sentences. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from steering.core.flow import Collect, Flow, Hear, Promise, Prompt, Rung, Step
from steering.core.hours import Span, length
from steering.core.machine import exits
from steering.core.wording import lock

# What a flow has: its key, and its value in words.
_Fact = tuple[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class _Told:
    """How a thing is told of when it is new, gone, or changed; in *changed* `{now}` and `{was}` stand for its two values."""

    new: str
    gone: str
    changed: str


# What there is to tell of a flow, by the first word of its key.
_TOLD = {
    "step": _Told("There is a new step {0}.", "The step {0} is gone.", ""),
    "start": _Told("", "", "The call now begins at {now} (was {was})."),
    "wording": _Told(
        "There is a new wording '{0}': “{now}”",
        "The wording '{0}' is gone. It was: “{was}”",
        "The wording '{0}' changed: “{now}” It was: “{was}”",
    ),
    "must hear": _Told("The wording '{0}' must now be heard to its end.", "The wording '{0}' need no longer be heard to its end.", ""),
    "again": _Told("", "", "Cut off, the wording '{0}' is now said again {now} (was {was})."),
    "approved": _Told(
        "The wording '{0}' is now approved by {now}.",
        "The wording '{0}' is no longer approved (was by {was}).",
        "The wording '{0}' is now approved by {now} (was by {was}).",
    ),
    "not approved": _Told(
        "The wording '{0}' is not approved as it is now: its lock is {now}.", "The wording '{0}' is approved as it is now.", ""
    ),
    "promise": _Told("A promise is new: {0}.", "A promise is gone: {0}.", "A promise is now: {now}. It was: {was}."),
    "way": _Told(
        "A new way leads from {0} to {now}: {1}.",
        "The way from {0} to {was} is gone: {1}.",
        "From {0}, {1} now leads to {now} (was {was}).",
    ),
    "says": _Told(
        "The step {0} now says: “{now}”", "The step {0} no longer says: “{was}”", "The step {0} now says: “{now}” It said: “{was}”"
    ),
    "asks": _Told(
        "The step {0} now asks: “{now}”", "The step {0} no longer asks: “{was}”", "The step {0} now asks: “{now}” It asked: “{was}”"
    ),
    "consent": _Told(
        "The step {0} now asks for the agreement: “{now}”",
        "The step {0} no longer asks for the agreement: “{was}”",
        "The step {0} now asks for the agreement: “{now}” It asked: “{was}”",
    ),
    "ends": _Told(
        "The step {0} now ends with: “{now}”",
        "The step {0} no longer ends with: “{was}”",
        "The step {0} now ends with: “{now}” It was: “{was}”",
    ),
    "agrees": _Told(
        "As agreement at {0} now counts {now}.",
        "At {0} only a plain yes counts as agreement now (was {was}).",
        "As agreement at {0} now counts {now} (was {was}).",
    ),
    "reads back": _Told(
        "The step {0} now reads back: “{now}”", "The step {0} no longer reads back.", "The step {0} now reads back: “{now}” It was: “{was}”"
    ),
    "collects": _Told(
        "The step {0} now asks for {1}: {now}.",
        "The step {0} no longer asks for {1}.",
        "What the step {0} asks for as {1} is now {now} (was {was}).",
    ),
    "checks": _Told(
        "The step {0} now asks the check {now}.",
        "The step {0} no longer asks the check {was}.",
        "The step {0} now asks the check {now} (was {was}).",
    ),
    "tries": _Told("", "", "The step {0} now allows {now} (was {was})."),
    "proves": _Told("The step {0} now proves {1}.", "The step {0} no longer proves {1}.", ""),
    "records": _Told("The step {0} now records {1}.", "The step {0} no longer records {1}.", ""),
    "hands to": _Told(
        "The step {0} now hands the call to {now}.",
        "The step {0} no longer hands the call to {was}.",
        "The step {0} now hands the call to {now} (was {was}).",
    ),
    "runs": _Told("The step {0} now runs {now}.", "The step {0} no longer runs {was}.", "The step {0} now runs {now} (was {was})."),
    "check": _Told("There is a new check {0}: {now}.", "The check {0} is gone: {was}.", "The check {0} is now {now} (was {was})."),
    "need": _Told("A call now brings {0}: {now}.", "A call no longer brings {0}.", "The fact {0} is now {now} (was {was})."),
    "answer": _Told("'{0}' is now answered: “{now}”", "'{0}' is no longer answered.", "'{0}' is now answered: “{now}” It was: “{was}”"),
    "re-ask": _Told("{0} now says, {1}: “{now}”", "{0} no longer says, {1}: “{was}”", "{0} now says, {1}: “{now}” It was: “{was}”"),
    "opening": _Told(
        "The platform now says the first line of a call itself.", "The platform no longer says the first line of a call itself.", ""
    ),
    "hours": _Told("There are now {0}: {now}.", "No {0} any more (was {was}).", "The {0} are now {now} (were {was})."),
    "file": _Told("There is now {0}: {now}.", "No {0} any more (was {was}).", "The {0} is now {now} (was {was})."),
    "spoken": _Told(
        "{0} is now said: “{now}”", "{0} has the words of the language again (was “{was}”).", "{0} is now said: “{now}” It was: “{was}”"
    ),
}
# What belongs to a step, and goes with it.
_OF_STEP = frozenset({"way", "says", "asks", "consent", "ends", "agrees", "reads back", "collects", "checks", "tries", "proves", "records"})
_OF_STEP |= {"hands to", "runs"}
_OF_WORDING = frozenset({"must hear", "again", "approved", "not approved"})


def changes(old: Flow, new: Flow) -> tuple[str, ...]:
    """The differences between two versions of a flow, in the order of the new one; flows that it runs are looked at apart."""
    was, now = dict(_facts(old)), dict(_facts(new))
    gone = set(old.steps) - set(new.steps)
    promises = _same_promise(old, new)
    sentences = []
    for key, value in now.items():
        told = _TOLD[key[0]]
        if key in promises:
            sentences.append(told.changed.format(now=key[1], was=promises[key][1]))
        elif key not in was:
            sentences.append(told.new.format(*key[1:], now=value))
        elif was[key] != value:
            sentences.append(told.changed.format(*key[1:], now=value, was=was[key]))
    for key, value in was.items():
        # What a step or a text had that is gone has gone with it.
        gone_with = (key[0] in _OF_STEP and key[1] in gone) or (key[0] in _OF_WORDING and key[1] not in new.wording)
        if key not in now and not gone_with and key not in promises.values():
            sentences.append(_TOLD[key[0]].gone.format(*key[1:], was=value))
    return tuple(sentence for sentence in sentences if sentence)


def _same_promise(old: Flow, new: Flow) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The promises that changed, by what they are now: of the same kind, with most in common."""
    left = [promise for promise in old.promises if _promise(promise) not in map(_promise, new.promises)]
    same: dict[tuple[str, ...], tuple[str, ...]] = {}
    for promise in new.promises:
        words = {*promise.subjects, *promise.conditions}
        alike = [(len(words & {*one.subjects, *one.conditions}), one) for one in left if one.kind == promise.kind]
        common, best = max(alike, key=lambda one: one[0], default=(0, promise))
        if common and _promise(promise) not in map(_promise, old.promises):
            left.remove(best)
            same[_promise(promise)] = _promise(best)
    return same


def _promise(promise: Promise) -> tuple[str, str]:
    condition = {"before": " always ", "never say": " until ", "always ends with": ""}[promise.kind]
    return "promise", f"{promise.kind} {', '.join(promise.subjects)}{condition}{', '.join(promise.conditions)}"


def _facts(flow: Flow) -> Iterator[_Fact]:
    yield from _file(flow)
    for promise in flow.promises:
        yield _promise(promise), ""
    for name, wording in flow.wording.items():
        yield ("wording", name), wording.prompt.template.text
        if wording.must_hear:
            yield ("must hear", name), ""
            yield ("again", name), {"whole": "from its beginning", "rest": "from where it was cut"}[wording.again]
        if wording.approved:
            yield ("approved", name), wording.approved
            if (true := lock(wording.prompt.template.text)) not in wording.approved.lower():
                yield ("not approved", name), true
    for name, check in flow.checks.items():
        look_up = check.look_up
        yield ("check", name), str(check.guard) if look_up is None else f"{look_up.method} {look_up.url.text}"
    for line in flow.anytime:
        for phrase in heard(line):
            yield ("way", "everywhere", f"'{phrase}'"), str(line.target)
    for feeling in flow.feelings:
        yield ("way", "everywhere", f"{feeling.expression} {feeling.test}"), str(feeling.target)
    for ladder in ("if_silent", "if_unclear"):
        yield from _ladder("Everywhere", ladder, getattr(flow, ladder))
    for answer in flow.answers:
        yield ("answer", answer.phrases[0]), answer.prompt.template.text
    for step in flow.steps.values():
        yield from _step(step)


def _file(flow: Flow) -> Iterator[_Fact]:
    yield ("start",), flow.start
    if flow.opening_by_platform:
        yield ("opening",), ""
    hours = {
        "hours": _spans(flow.hours.spans, flow.hours.zone) if flow.hours else "",
        "quiet hours": _spans((flow.quiet_hours.span,), flow.quiet_hours.zone) if flow.quiet_hours else "",
    }
    for what, spans in hours.items():
        if spans:
            yield ("hours", what), spans
    told: Mapping[str, object] = {
        "language": flow.language,
        "time limit": length(flow.time_limit) if flow.time_limit else "",
        "length of time that calls are kept": length(flow.retain) if flow.retain else "",
        "step outside the hours": flow.hours_else,
        "step when a text was not heard": flow.if_not_heard,
        "list of holidays": ", ".join(day.isoformat() for day in flow.holidays),
    }
    for what, value in told.items():
        if value:
            yield ("file", what), str(value)
    for seconds, target in flow.if_time_short:
        yield ("way", "everywhere", f"less than {length(seconds)} left"), str(target)
    for name, need in flow.needs.items():
        words = [need.kind.name, *(["optional"] if need.optional else []), *(["private"] if need.private else [])]
        yield ("need", name), ", ".join(words)
    for name, prompt in (("What a caller hears who comes back", flow.if_back), ("The safe line", flow.if_trouble)):
        if prompt:
            yield ("spoken", name), prompt.template.text


def _spans(spans: tuple[Span, ...], zone: str) -> str:
    return " ".join([", ".join(f"{_days(span.days)}{_clock(span.begin)}-{_clock(span.end)}" for span in spans), zone])


def _days(days: frozenset[int]) -> str:
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    return "" if len(days) == len(names) else " ".join(names[day] for day in sorted(days)) + " "


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _step(step: Step) -> Iterator[_Fact]:
    name = step.name
    yield ("step", name), ""
    if step.say:
        yield ("says", name), " ".join(_text(prompt) for prompt in step.say)
    spoken = (("asks", step.ask), ("consent", step.consent), ("reads back", step.confirm), ("ends", step.end))
    for word, prompt in spoken:
        if prompt:
            yield (word, name), _text(prompt)
    for one in (step.collect, *step.form):
        if one:
            yield ("collects", name, one.name), _kind(one)
    if step.accept_only:
        yield ("agrees", name), ", ".join(f"'{phrase}'" for phrase in step.accept_only)
    if step.check:
        yield ("checks", name), step.check
        yield ("tries", name), f"{step.tries} {'try' if step.tries == 1 else 'tries'}"
    for word, names in (("proves", step.proves), ("records", step.record)):
        for one_name in names:
            yield (word, name, one_name), ""
    for word, value in (("hands to", step.hand_to), ("runs", step.run)):
        if value:
            yield (word, name), value
    yield from _ways(step)
    for ladder in ("if_silent", "if_unclear"):
        yield from _ladder(f"The step {name}", ladder, getattr(step, ladder) or ())


def _ways(step: Step) -> Iterator[_Fact]:
    for line in step.hear:
        for phrase in heard(line):
            yield ("way", step.name, f"'{phrase}'"), str(line.target)
    for number, when in enumerate(step.when, 1):
        yield ("way", step.name, f"when {when.guard}" if when.guard else f"otherwise ({number})"), str(when.target)
    for exit, target in exits(step):
        if not exit.startswith(("hear.", "when.")):
            yield ("way", step.name, exit.partition(".")[0]), str(target)


def heard(line: Hear) -> tuple[str, ...]:
    """What *line* hears, as an author writes it."""
    return (*line.phrases, *(f"key {key}" for key in line.keys), *(f"({event})" for event in line.events))


def _ladder(where: str, name: str, rungs: tuple[Rung, ...]) -> Iterator[_Fact]:
    for number, rung in enumerate(rungs, 1):
        if rung.prompt:
            yield ("re-ask", where, f"{name} {number}"), _text(rung.prompt)
        elif rung.target and where == "Everywhere":
            yield ("way", "everywhere", f"{name} {number}"), str(rung.target)


def _text(prompt: Prompt) -> str:
    return f"the wording '{prompt.wording}'" if prompt.wording else prompt.template.text


def _kind(one: Collect) -> str:
    kind = one.kind
    words = [f"{kind.size} digits" if kind.size else " or ".join(kind.choices) or kind.name]
    words += [f"{word} {bound}" for word, bound in kind.limits]
    return " ".join(words) + (", private" if one.private else "")
