"""What a call should have, as advice: a way to a person, the question again, an end to the calls, approved legal texts.

A flow that has `quiet_hours`, or words for an answering machine, calls people, and should have more. One that has `open` hours
and neither is called by them, and is not told of opt-outs.
"""

from __future__ import annotations

from collections.abc import Iterator

from steering.core.answers import AnswerIndex
from steering.core.flow import Step
from steering.core.hearing.phrases import PhraseTable
from steering.core.languages import language
from steering.core.places import goes_to, values_agreed_to
from steering.loader.codes import Report
from steering.loader.exits import place_of
from steering.loader.parts import Parts, heard_lines, opt_out_lines

# Words of which one stands in any notice of recording.
RECORDING = {
    "ar": ("تسجيل", "مسجل"),
    "de": ("aufgezeichnet", "aufgenommen", "aufzeichn", "mitgeschnitten"),
    "en": ("recorded", "recording", "recorder"),
    "es": ("grab",),
    "fr": ("enregistr",),
    "hi": ("रिकॉर्ड",),
    "it": ("registrat", "registrazione"),
    "ja": ("録音",),
    "ko": ("녹음",),
    "pt": ("gravad", "gravação"),
    "ru": ("записыва", "запись"),
}


def recommended(parts: Parts, report: Report) -> None:
    """Reports, as warnings, what *parts* should have and have not."""
    for wording in parts.wording.values():
        if wording.must_hear and not wording.approved:
            why = f"The wording '{wording.name}' must be heard, but nobody has approved it; `steering lock FILE --who NAME` writes who did"
            report.add("recommend-approval", parts.places[f"wording.{wording.name}"], why)
    if not parts.anytime and not any(step.asks for step in parts.steps.values()):
        return
    for step in parts.steps.values():
        if step.consent and not step.accept_only:
            why = (
                'Without `accept_only` a plain yes and "I agree" are agreement; list it word for word: `accept_only: yes | i do | i agree`'
            )
            report.add("recommend-accept-only", place_of(parts, step, "consent"), why)
        if step.consent:
            _agreed_with_its_values(parts, step, report)
    calls = bool(parts.quiet_hours) or any("voicemail" in line.events for line in heard_lines(parts))
    steps = _anytime_steps(parts)
    tongue = parts.language.split("-")[0].casefold()
    if not any(step.hand_to for step in steps):
        report.add("recommend-person", parts.at, "No anytime phrase leads to a person; add `agent | a person | key 0: STEP`")
    if not any(line.target.kind == "repeat" for line in parts.anytime):
        report.add("recommend-repeat", parts.at, "No anytime phrase repeats the question; add `repeat | say that again: (repeat)`")
    if not opt_out_lines(parts) and (calls or not parts.hours):
        meant = _meant_as_opt_out(parts)
        at = parts.at if meant is None else parts.places.get(f"step.{meant}", parts.at)
        add = "`stop calling | do not call: STEP`" if meant is None else f"`record: do_not_call` to the step '{meant}'"
        report.add("recommend-opt-out", at, f"No anytime phrase leads to a step that records do_not_call; add {add}")
    if not calls:
        return
    if not parts.quiet_hours:
        why = "A flow that calls people should say when it does not; add `quiet_hours: 21:00-08:00 America/New_York`"
        report.add("recommend-quiet-hours", parts.at, why)
    robot = language(parts.language).robot
    if not _answers(parts, robot):
        asked = robot[0]
        report.add("recommend-robot", parts.at, f"Nothing answers '{asked}'; add below answers `{asked}: I am an automated assistant.`")
    if not any(word in text for text in _spoken(parts) for word in RECORDING[tongue]):
        why = "Nothing that is said tells that the call is recorded; if it is, say so first, as a wording with `must_hear: all`"
        report.add("recommend-recording-notice", parts.at, why)


def _agreed_with_its_values(parts: Parts, consent: Step, report: Report) -> None:
    """Whether a step that goes on to *consent* says a value before its question: the agreement would outlive the value."""
    own = values_agreed_to(consent)
    for step in parts.steps.values():
        if step.asks or consent.name not in goes_to(parts.steps, step):
            continue
        before = {name for prompt in step.say for name in prompt.template.names} - own
        if before:
            which = " and ".join(f"'{name}'" for name in sorted(before))
            why = f"A yes here is no agreement to {which}, which '{step.name}' says just before; say that line in this step"
            report.add("agreed-without-value", place_of(parts, consent, "consent"), why)


def _meant_as_opt_out(parts: Parts) -> str | None:
    """The step to which words of an opt-out lead, though it records none."""
    own = PhraseTable([(phrase, None) for phrase in language(parts.language).opt_out], parts.language)
    lines = (line for line in parts.anytime if line.target.kind == "step" and line.target.name in parts.steps)
    return next((line.target.name for line in lines if any(own.match(phrase) for phrase in line.phrases)), None)


def _anytime_steps(parts: Parts) -> list[Step]:
    targets = [line.target for line in parts.anytime]
    return [parts.steps[target.name] for target in targets if target.kind == "step" and target.name in parts.steps]


def _answers(parts: Parts, questions: tuple[str, ...]) -> bool:
    """Whether one of *questions* is answered, or the first leads anywhere from any step: others may just name a person."""
    said = [(phrase, i) for i, line in enumerate(parts.anytime) for phrase in line.phrases]
    table = PhraseTable(said, parts.language) if said else None
    index = AnswerIndex([answer.phrases for answer in parts.answers], parts.language) if parts.answers else None
    answered = index is not None and any(index.best(one) is not None for one in questions)
    return answered or (table is not None and table.match(questions[0]) is not None)


def _spoken(parts: Parts) -> Iterator[str]:
    for prompt in parts.prompts.values():
        yield prompt.template.text.casefold()
