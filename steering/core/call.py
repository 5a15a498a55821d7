"""One turn at work: a changeable copy of a Session that moves, speaks and asks, then freezes again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from typing import NamedTuple, Protocol
from urllib.parse import parse_qsl, quote
from zoneinfo import ZoneInfo

from steering.core.feelings import calmed, felt
from steering.core.flow import OPT_OUT, Collect, Flow, Prompt, Rung, Step, Target, Template, Value
from steering.core.guards import Guard
from steering.core.obligations import heard_name
from steering.core.places import question_of
from steering.core.session import Frame, Mark, Session
from steering.core.speech import say, speak
from steering.core.turn import Effect, Kind, Line, Passed, Reply, Result, Settled, Turn
from steering.core.values import Time, write
from steering.errors import TurnRejected

STEPS_A_TURN = 20
MARKS_KEPT = 8
HIDDEN = "…"


class SafeLine(Exception):
    """The turn cannot be answered for a *reason* of ours: the safe line is said, the session stays."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class Objection(Protocol):
    """Why an answer is not taken: `limits.Broken`, or what the record has of one."""

    def told(self, language: str) -> tuple[str, str]: ...


class Level(NamedTuple):
    """A flow on the stack with the number of frames below it; the running flow is the first."""

    flow: Flow
    depth: int


@dataclass(frozen=True, slots=True)
class Said:
    """A prompt of the last reply, the flow that it belongs to, and how many of its first words had been heard before."""

    flow: Flow
    prompt: Prompt
    skipped: int = 0

    @property
    def must_hear(self) -> bool:
        return bool(self.prompt.wording) and self.flow.wording[self.prompt.wording].must_hear


class Call:
    """The session of one turn while it changes. The dictionaries are copies of its own."""

    def __init__(self, root: Flow, session: Session, turn: Turn) -> None:
        self.root, self.was, self.turn = root, session, turn
        self.flow = root.named(session.flow)
        self.step = session.step
        self.question, self.question_heard = session.question, session.question_heard
        self.stack = session.stack
        self.facts = dict(session.facts) | dict(turn.facts)
        self.slots, self.halves = dict(session.slots), dict(session.halves)
        self.proved = list(session.proved)
        self.heard = dict(session.heard)
        self.agreed = dict(session.agreed)
        self.records = list(session.records)
        self.silences, self.unclear = session.silences, session.unclear
        self.tries, self.cut = dict(session.tries), dict(session.cut)
        self.marks = list(session.marks)
        self.feelings, self.fired = session.feelings, dict(session.fired)
        self.flags = list(session.flags)
        self.ended, self.waiting = session.ended, ""
        self.at = max(session.at, turn.at)
        self.started = session.started or self.at
        self.lines: list[Line] = []
        # The answer of a look-up goes on with the reply that waited for it.
        self.said = list(session.said) if turn.kind is Kind.RESULT else []
        self.trace: list[Passed] = []
        self.effects: list[Effect] = []
        self.settled: list[Settled] = []
        self.trouble = ""
        self.private = self.scored = False
        self.checked_values: set[str] = set()
        self.hops = 0

    # ---- what there is

    @property
    def here(self) -> Step:
        return self.flow.steps[self.step]

    @property
    def now(self) -> datetime:
        zone: tzinfo = ZoneInfo(self.root.hours.zone) if self.root.hours else UTC
        return datetime.fromtimestamp(self.at, zone)

    def levels(self) -> Sequence[Level]:
        """The running flow and those that wait for it, innermost first; steps that a flow runs of its own are one with it."""
        if not self.stack:
            return (Level(self.flow, 0),)
        flows = [*(frame.flow for frame in self.stack), self.flow.name]
        outwards = range(len(flows) - 1, -1, -1)
        return [Level(self.root.named(flows[i]), i) for i in outwards if not i or flows[i - 1] != flows[i]]

    def feel(self, scores: Mapping[str, float]) -> None:
        """Notes how the caller sounds; one window serves the rules of every flow on the stack."""
        rules = [rule for level in self.levels() for rule in level.flow.feelings]
        if rules:
            self.feelings = felt(rules, self.feelings, scores)
            self.fired = calmed(rules, self.feelings, self.fired)
            self.scored = True

    def field(self) -> Collect | None:
        """The slot that the open question asks for."""
        if self.question == "ask":
            return self.here.collect
        name = self.question.removeprefix("form:").removeprefix("half:")
        return next((one for one in (self.here.collect, *self.here.form) if one and one.name == name), None)

    def prompt(self) -> Prompt | None:
        """The open question."""
        step = self.here
        if self.question.startswith("form:"):
            one = self.field()
            return one.ask if one else None
        if self.question.startswith("half:"):
            return self.flow.which_half
        return {"ask": step.ask, "consent": step.consent, "confirm": step.confirm, "change": self.flow.what_to_change}.get(self.question)

    def asked_by_author(self) -> str:
        """The open question, or the one of the author's that the engine asks about."""
        if self.question.startswith("half:"):
            return self.question.replace("half:", "form:") if self.here.form else "ask"
        return "confirm" if self.question == "change" else self.question

    def value(self, name: str) -> tuple[str, str] | None:
        """(kind, written value) of anything a guard or a template may name; None when it is not there."""
        written = self.slots.get(name, self.facts.get(name))
        if written is not None:
            kind = self.flow.kinds.get(name) or self.root.kinds.get(name)
            return (kind.name if kind else "text"), written
        if name in self.proved:
            return "yes or no", "yes"
        if name.startswith(("heard ", "agreed ")):
            word, _, subject = name.partition(" ")
            found = heard_name(self.root, self.flow, subject) in self.heard if word == "heard" else subject in self.agreed
            return ("yes or no", "yes") if found else None
        if name == "today":
            return "date", self.now.date().isoformat()
        if name == "time_left" and self.root.time_limit is not None:
            return "duration", str(max(0, round(self.root.time_limit - (self.at - self.started))))
        return None

    def holds(self, guard: Guard, by: str) -> bool:
        """Whether *guard* holds. In a replay it may ask for a value that is not kept: then whether the call left by *by* here."""
        recalled = self.turn.recalled
        if recalled and any((found := self.value(name)) and found[1] == HIDDEN for name in guard.names):
            return any(move.step == self.step and move.by == by for move in recalled.moves)
        return guard.holds(self.value)

    def time_left(self) -> float:
        limit = self.root.time_limit
        return float("inf") if limit is None else limit - (self.at - self.started)

    # ---- speaking

    def rendered(self, template: Template) -> tuple[str, str]:
        """A template's text with its values in written and in spoken form; SafeLine when a value is missing."""
        if template.spoken is not None:
            return template.text, template.spoken
        written, spoken = [], []
        for part in template.parts:
            if isinstance(part, str):
                written.append(part)
                spoken.append(part)
                continue
            text, words = self._filled(part)
            written.append(text)
            spoken.append(words)
        return "".join(written), say("".join(spoken), self.flow.language)

    def _filled(self, part: Value) -> tuple[str, str]:
        if part.name == "question":
            prompt = self.prompt()
            return self.rendered(prompt.template) if prompt else ("", "")
        found = self.value(part.name)
        if found is None or (found[1] == HIDDEN and not self.turn.recalled):
            raise SafeLine("missing_value")
        kind, text = found
        if text == HIDDEN:
            return HIDDEN, HIDDEN
        return text, speak(kind, text, self.flow.language, part.how)

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

    # ---- moving

    def follow(self, exit: str, target: Target) -> None:
        """Leaves the step by one of its own exits."""
        if target.kind == "step":
            step = self.flow.machine.fire(self.step, exit)
            self.trace.append(Passed(step=self.step, by=exit, to=step))
            self.enter(step)
        else:
            self.jump(exit, target)

    def jump(self, by: str, target: Target, named_in: Flow | None = None) -> None:
        """Goes where *target* says, from anywhere: `anytime`, ladders of the file, hours. *named_in* is whose target it is."""
        self.trace.append(Passed(step=self.step, by=by, to=str(target)))
        if target.kind == "step":
            self.enter(target.name)
        elif target.kind == "run":
            self.run(target.name, resumes=True, named_in=named_in)
        elif target.kind == "repeat":
            self.repeat()
        elif target.kind == "back":
            self.back()
        else:
            self.start_over()

    def enter(self, name: str) -> None:
        """Goes through *name* and on, until something is asked, ended, or awaited."""
        self.hops += 1
        if self.hops > STEPS_A_TURN:
            raise TurnRejected(f"more than {STEPS_A_TURN} steps in one turn, at '{name}'")
        self.step, self.question = name, ""
        self._forget_open_times()
        self.silences = self.unclear = 0
        step = self.here
        for event in step.record:
            self.note(event)
        for prompt in step.say:
            self.say(prompt)
        if step.run:
            self.run(step.run, resumes=False)
        elif step.hand_to:
            if not step.say:
                self.say(self.flow.connecting)
            self.effects.append(Effect(kind="hand_to", key=f"hand_to:{step.hand_to}", name=step.hand_to))
            self.close("hand_to")
        elif step.end:
            self.say(step.end)
            # An opt-out ends the whole call, wherever it was said.
            if self.stack and OPT_OUT not in step.record:
                self.returns()
            else:
                self.close("end")
        elif step.consent:
            self.ask("consent")
        elif step.form:
            self.next_of_form()
        elif step.ask:
            self.ask("ask")
        else:
            self.leave()

    def leave(self) -> None:
        """Goes on from a step that has nothing (more) to ask."""
        step = self.here
        if step.check:
            self.check()
            return
        for i, when in enumerate(step.when):
            if when.guard is None or self.holds(when.guard, f"when.{i}"):
                self.follow(f"when.{i}", when.target)
                return
        if step.go is None:
            raise TurnRejected(f"step '{self.step}' has no exit that holds")
        self.follow("go", step.go)

    def run(self, name: str, *, resumes: bool, named_in: Flow | None = None) -> None:
        """Runs another flow file, or a step of the flow that names it, to return here."""
        home = named_in or self.flow
        flow = home if name in home.steps else self.root.named(name)
        self.stack = (*self.stack, Frame(flow=self.flow.name, step=self.step, question=self.asked_by_author() if resumes else ""))
        if flow is not self.flow:
            self.flow = flow
            self.require(flow)
        self.enter(name if name in flow.steps else flow.start)

    def returns(self) -> None:
        """Goes back to the step that ran the flow that has just ended."""
        frame = self.stack[-1]
        self.stack = self.stack[:-1]
        self.flow = self.root.named(frame.flow)
        self._forget_deeper_questions()
        self.trace.append(Passed(step=self.step, by="returns", to=frame.step))
        self.step, self.question = frame.step, frame.question
        if frame.question:
            self.ask_anew(frame.question)
        elif self.here.go:
            self.follow("go", self.here.go)
        else:
            self.leave()

    def unwind(self, level: Level) -> None:
        """Leaves the flows that run above *level*, whose exit is about to be taken."""
        if level.depth < len(self.stack):
            self.step = self.stack[level.depth].step
            self.stack, self.flow = self.stack[: level.depth], level.flow
            self._forget_deeper_questions()

    def _forget_deeper_questions(self) -> None:
        """`(back)` never leads into a flow that has been left."""
        self.marks = [mark for mark in self.marks if mark.depth <= len(self.stack)]

    def close(self, how: str) -> None:
        self.ended, self.question = how, ""
        self.effects.append(Effect(kind="hang_up", key="hang_up", name=how))

    def say_goodbye(self, by: str) -> None:
        self.trace.append(Passed(step=self.step, by=by))
        self.say(self.flow.goodbye)
        self.close("goodbye")

    def note(self, event: str) -> None:
        if event not in self.records:
            self.records.append(event)
            self.effects.append(Effect(kind="record", key=f"record:{event}", name=event))

    def require(self, flow: Flow) -> None:
        """SafeLine when *flow* needs a fact that the call has not."""
        if any(not need.optional and self.value(name) is None for name, need in flow.needs.items()):
            raise SafeLine("missing_facts")

    # ---- asking

    def keep(self, found: Mapping[str, object]) -> None:
        """Keeps the values by slot; a time of day that may be either waits among the halves to be settled."""
        for name, value in found.items():
            settled = not (isinstance(value, Time) and value.ambiguous)
            self.forget(name)
            (self.slots if settled else self.halves)[name] = write(value)

    def forget(self, name: str) -> None:
        """Drops the value of a slot, and what is known of a half of the day with it."""
        self.slots.pop(name, None)
        self.halves.pop(name, None)

    def _forget_open_times(self) -> None:
        """Drops the times whose half of the day is not known; the halves of the days that are kept stay."""
        self.halves = {name: half for name, half in self.halves.items() if name in self.slots}

    def ask(self, question: str) -> None:
        """Opens *question* of this step and says it."""
        if question != self.question:
            self.silences = self.unclear = 0
        self.question, self.question_heard = question, ""
        if question != self.asked_by_author():
            self.ask_again()
            return
        mark = Mark(step=self.step, at=question, slots=tuple(self.slots), agreed=tuple(self.agreed), depth=len(self.stack))
        if not self.marks or (self.marks[-1].step, self.marks[-1].at, self.marks[-1].depth) != (mark.step, mark.at, mark.depth):
            self.marks = [*self.marks, mark][-MARKS_KEPT:]
        if prompt := self.prompt():
            self.say(prompt)

    def ask_anew(self, question: str) -> None:
        """Asks *question* of a step that was left and is come back to; what must be heard there and was not is said before it."""
        for prompt in self.here.say:
            if self.unheard(Said(self.flow, prompt)):
                self.say(prompt)
        self.ask(question)

    def unheard(self, said: Said) -> bool:
        return said.must_hear and heard_name(self.root, said.flow, said.prompt.wording) not in self.heard

    def ask_again(self) -> None:
        """Says the open question once more, at no cost of an attempt; a text that must be heard and was not stays owed."""
        again = {one.prompt.id for one in self.prompts_of(self.said)}
        for one in self.said_before():
            if self.unheard(one) and one.prompt.id not in again:
                self.said.append(self.line_id(one.flow, one.prompt))
        if prompt := self.prompt():
            self.say(prompt)

    def next_of_form(self) -> None:
        step = self.here
        for one in step.form:
            if one.name not in self.slots:
                self.ask(f"half:{one.name}" if one.name in self.halves else f"form:{one.name}")
                return
        if step.confirm:
            # A correction changes the values, so the read-back is said anew.
            self.ask("confirm")
        else:
            self.leave()

    def climb(self, ladder: str, objection: Objection | None = None) -> None:
        """Takes the next rung of `if_silent` or `if_unclear`; beyond the last one the call ends.

        An *objection* to what was heard is said in the place of the rung's words, and the question after it.
        """
        own: tuple[Rung, ...] | None = getattr(self.here, ladder)
        rungs: tuple[Rung, ...] = own or getattr(self.flow, ladder)
        count = self.silences if ladder == "if_silent" else self.unclear
        if ladder == "if_silent":
            self.silences += 1
        else:
            self.unclear += 1
        rung = rungs[count] if count < len(rungs) else Rung()
        by = f"{ladder}.{count}"
        if rung.prompt:
            self.trace.append(Passed(step=self.step, by=by))
            if objection:
                self.object(objection)
                self.ask_again()
            else:
                self.say(rung.prompt)
        elif rung.target and own:
            self.follow(by, rung.target)
        elif rung.target:
            self.jump(by, rung.target)
        else:
            self.say_goodbye(by)

    def object(self, objection: Objection) -> None:
        """Tells the caller why what he said cannot be taken."""
        text, spoken = objection.told(self.flow.language)
        self.lines.append(Line(id="limit", text=text, spoken=spoken))

    def repeat(self) -> None:
        """Says the last reply again; a re-ask is not repeated, its question is."""
        before = self.said_before()
        if any(one.prompt.id.startswith(("if_", "answers.")) or ".if_" in one.prompt.id for one in before):
            self.ask_again()
            return
        home = self.flow
        for one in before:
            self.flow = one.flow
            self.say(one.prompt)
        self.flow = home

    def back(self) -> None:
        """Returns to the question before this one; at the first one, or at the border of a run, repeats."""
        if self.question != self.asked_by_author():
            question = self.asked_by_author()
            self._forget_open_times()
            self.ask(question)
            return
        depth = len(self.stack)
        earlier = self.marks[-2] if len(self.marks) > 1 else None
        if earlier is None or earlier.depth != depth or self.marks[-1].depth != depth:
            self.repeat()
            return
        if self.turn.kind is Kind.SILENCE:
            # What is owed here is said again by those who come here again.
            self.said.clear()
        self.marks = self.marks[:-1]
        self.slots = {name: value for name, value in self.slots.items() if name in earlier.slots}
        self._forget_open_times()
        self.withdraw(name for name in self.agreed if name not in earlier.agreed)
        self.step, self.question = earlier.step, ""
        self.ask_anew(earlier.at)

    def start_over(self) -> None:
        """Begins again with what was heard, the opt-outs, the failed tries and the facts brought."""
        self.withdraw(self.agreed)
        self.slots, self.proved, self.marks = {}, [], []
        self.records = [event for event in self.records if event == OPT_OUT]
        self.stack, self.flow = (), self.root
        self.enter(self.flow.start)

    def withdraw(self, names: Iterable[str]) -> None:
        """Takes agreements back, on the record."""
        gone = tuple(names)
        self.agreed = {name: words for name, words in self.agreed.items() if name not in gone}
        self.settled += [Settled(what="withdrawn", name=name, flow=self.flow.name) for name in gone]

    # ---- asking the data

    def check(self) -> None:
        """Asks the step's check: the data of the call now, or the world through an Effect."""
        check = self.flow.checks[self.here.check]
        if check.guard:
            self.checked(self.holds(check.guard, "if_ok"))
            return
        look_up = check.look_up
        if look_up is None:
            raise TurnRejected(f"check '{check.name}' asks nothing")
        asked = self.tries.get(f"?{self.step}", 0) + 1
        self.tries[f"?{self.step}"] = asked
        url = self.address(look_up.url)
        body: dict[str, str] = {}
        if look_up.method == "post":
            url, _, query = url.partition("?")
            body = dict(parse_qsl(query, keep_blank_values=True))
        self.waiting = f"{self.flow.name}.{self.step}#{asked}"
        self.effects.append(
            Effect(
                kind=look_up.method,
                key=self.waiting,
                name=check.name,
                url=url,
                body=body,
                within=look_up.within,
                keep=look_up.keep,
                private=not (self.flow.private | self.root.private).isdisjoint(look_up.url.names),
            )
        )

    def address(self, template: Template) -> str:
        """The address of a look-up; every value but one that begins it is escaped."""
        filled = []
        for part in template.parts:
            if isinstance(part, str):
                filled.append(part)
                continue
            found = self.value(part.name)
            if found is None or (found[1] == HIDDEN and not self.turn.recalled):
                raise SafeLine("missing_value")
            filled.append(quote(found[1], safe="") if "".join(filled) else found[1])
        return "".join(filled)

    def take_result(self, result: Result) -> None:
        if result.ok:
            self.slots |= dict(result.values)
            self.checked(True)
            return
        self.trouble = result.reason
        self.checked(False, final=bool(result.reason))

    def checked(self, passed: bool, *, final: bool = False) -> None:
        """Leaves a check, or asks its question again while there are tries. *final*: there was no data to ask."""
        step = self.here
        self.checked_values |= set(self.flow.checks[step.check].names)
        if passed and step.if_ok:
            self.proved += [fact for fact in step.proves if fact not in self.proved]
            self.follow("if_ok", step.if_ok)
            return
        failed = self.tries.get(self.step, 0) + 1
        self.tries[self.step] = failed
        collected = [step.collect] if step.collect else list(step.form)
        if failed < step.tries and collected and not final:
            self.trace.append(Passed(step=self.step, by="again"))
            for one in collected:
                self.forget(one.name)
            self.next_of_form() if step.form else self.ask("ask")
        elif step.if_failed:
            self.follow("if_failed", step.if_failed)
        else:
            raise TurnRejected(f"check of step '{self.step}' has no exit")

    # ---- freezing

    def owed_values(self) -> set[str]:
        """The values in what may have to be said again: the last reply, the open question, and the questions of flows that wait."""
        if not (self.root.private or self.flow.private):
            return set()
        said = self.prompts_of(self.said)
        prompts = [one.prompt for one in (said[-1:] if self.ended else said)]
        if self.step and self.question and (question := self.prompt()):
            prompts.append(question)
        for frame in self.stack:
            flow = self.root.named(frame.flow)
            step = flow.steps[frame.step]
            if frame.question and (question := question_of(step, frame.question)):
                prompts += [question, *(one for one in step.say if self.unheard(Said(flow, one)))]
        return {name for one in prompts for name in one.template.names}

    def frozen(self) -> Session:
        # A private value is kept no longer than a check still needs it, or its form is open.
        open_form = {one.name for one in self.here.form} if self.step and self.question else set()
        needed = {name for check in self.flow.checks.values() for name in check.names} - self.checked_values
        private = (self.flow.private | self.root.private) - open_form - needed - self.owed_values()
        hidden = {name: HIDDEN for name in self.slots if name in private}
        was = self.was
        return Session(
            id=was.id,
            flow=self.flow.name,
            flow_hash=was.flow_hash,
            seed=was.seed,
            started=self.started,
            at=self.at,
            step=self.step,
            question=self.question,
            question_heard=self.question_heard if self.question else "",
            stack=self.stack,
            facts=self.facts,
            slots=self.slots | hidden,
            halves=self.halves,
            proved=tuple(self.proved),
            heard=self.heard,
            agreed=self.agreed,
            records=tuple(self.records),
            silences=self.silences,
            unclear=self.unclear,
            tries=self.tries,
            cut=self.cut,
            said=tuple(self.said),
            marks=tuple(self.marks),
            feelings=self.feelings,
            fired=self.fired,
            flags=tuple(self.flags),
            ended=self.ended,
            waiting=self.waiting,
        )

    def reply(self) -> Reply:
        wait = "result" if self.waiting else "nothing" if self.ended else "caller"
        return Reply(
            lines=tuple(self.lines),
            steps=tuple(self.trace),
            wait=wait,  # type: ignore[arg-type]
            effects=tuple(self.effects),
            settled=tuple(self.settled),
            ended=bool(self.ended),
            private=self.private,
            trouble=self.trouble,
        )
