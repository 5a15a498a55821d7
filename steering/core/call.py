"""One turn at work: a draft of the session after it that moves, asks and answers for its checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from steering.core.draft import HIDDEN, Level, SafeLine
from steering.core.flow import OPT_OUT, Collect, Flow, Rung, Target
from steering.core.languages import language
from steering.core.look_up import asked_world
from steering.core.obligations import heard_name
from steering.core.places import values_agreed_to
from steering.core.session import Frame, Mark
from steering.core.speaking import Objection, Said, Speaker
from steering.core.turn import Effect, Kind, Line, Passed, Result, Settled
from steering.core.values import Time, write
from steering.errors import TurnRejected

__all__ = ["HIDDEN", "STEPS_A_TURN", "Call", "Level", "SafeLine", "Said"]

STEPS_A_TURN = 20
WAITS = "caller waits"
"""The exit by which a caller is given time, and the line that grants it."""
MARKS_KEPT = 8


class Call(Speaker):
    """The call that a turn is taken in."""

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

    # ---- asking

    def keep(self, found: Mapping[str, object]) -> None:
        """Keeps the values by slot; a time of day that may be either waits among the halves to be settled."""
        for name, value in found.items():
            if isinstance(value, Time) and value.ambiguous:
                self.forget(name)
                self.halves[name] = write(value)
            else:
                self.halves.pop(name, None)
                self.put({name: write(value)})

    def put(self, values: Mapping[str, str]) -> None:
        """Keeps written *values* by slot."""
        for name, value in values.items():
            if self.slots.get(name, value) != value:
                self.forget(name)
            self.slots[name] = value

    def forget(self, name: str) -> None:
        """Drops the value of a slot, and what is known of a half of the day with it."""
        self.halves.pop(name, None)
        if self.slots.pop(name, None) is not None:
            self.outdate(name)

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

    def ask_again(self) -> None:
        """Says the open question once more, at no cost of an attempt; a text that must be heard and was not stays owed."""
        again = {one.prompt.id for one in self.prompts_of(self.said)}
        for one in self.said_before():
            if self.unheard(one) and one.prompt.id not in again:
                self.said.append(self.line_id(one.flow, one.prompt))
        if prompt := self.prompt():
            self.say(prompt)

    def go_on_with_form(self, asked: Collect | None) -> None:
        """Asks for what the form still lacks; *asked* again, with thanks for the answer to another of its questions."""
        if asked and asked.name not in self.slots and asked.name not in self.halves:
            self.say(self.flow.noted)
        self.next_of_form()

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
        if ladder == "if_silent":
            count, self.silences = self.silences, self.silences + 1
        else:
            count, self.unclear = self.unclear, self.unclear + 1
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
            if rung.target.kind == "step":
                # As from `anytime`, it leads out of the steps that the flow runs of its own.
                self.unwind(self.levels()[0])
            self.jump(by, rung.target)
        else:
            self.say_goodbye(by)

    def wait(self) -> None:
        """Gives the caller time: the open question stays as it was, and no attempt is counted.

        Nothing that is said after it agrees to anything before the question has been asked again.
        """
        self.trace.append(Passed(step=self.step, by=WAITS))
        self.silences, self.question_heard = 0, ""
        words = language(self.flow.language).take_your_time
        self.lines.append(Line(id=WAITS, text=words, spoken=words))
        self.said.append(WAITS)

    def waited(self) -> bool:
        """Whether the caller was given time by the last reply."""
        return self.was.said == (WAITS,)

    def repeat(self) -> None:
        """Says the last reply again; a re-ask is not repeated, its question is."""
        before = self.said_before()
        reasked = ("if_", "answers.", "noted")
        if self.waited() or any(one.prompt.id.startswith(reasked) or ".if_" in one.prompt.id for one in before):
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
        for name in self.slots.keys() - set(earlier.slots):
            self.forget(name)
        self._forget_open_times()
        self.withdraw(name for name in self.agreed if name not in earlier.agreed)
        self.step, self.question = earlier.step, ""
        self.ask_anew(earlier.at)

    def return_to_question_before(self) -> None:
        """Comes back to the step of the question before this one, as if nothing had been asked since."""
        self.marks = self.marks[:-1]
        self.step, self.question = self.marks[-1].step, ""

    def start_over(self) -> None:
        """Begins again with what was heard, the opt-outs, the failed tries and the facts brought."""
        self.withdraw(self.agreed)
        for name in tuple(self.slots):
            self.forget(name)
        self.proved, self.marks = [], []
        self.records = [event for event in self.records if event == OPT_OUT]
        self.stack, self.flow = (), self.root
        self.enter(self.flow.start)

    def withdraw(self, names: Iterable[str]) -> None:
        """Takes agreements back, on the record."""
        gone = tuple(names)
        self.agreed = {name: words for name, words in self.agreed.items() if name not in gone}
        self.settled += [Settled(what="withdrawn", name=name, flow=self.flow.name) for name in gone]

    def outdate(self, name: str) -> None:
        """The value *name* is another now: what was heard and agreed to with the one before counts no more, on the record.

        Nor is what was said with it and not known to be heard ever settled: its words are gone with the value.
        """
        self.said = [id for id in self.said if all(name not in one.prompt.template.names for one in self.prompts_of([id]))]
        for flow in (self.root, *self.root.others.values()):
            for text in flow.wording.values():
                heard = heard_name(self.root, flow, text.name)
                if name in text.prompt.template.names and heard in self.heard:
                    del self.heard[heard]
                    self.settled.append(Settled(what="outdated", name=heard, flow=flow.name))
            self.withdraw([step for step in self.agreed if step in flow.steps and name in values_agreed_to(flow.steps[step])])

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
        self.waiting = f"{self.flow.name}.{self.step}#{asked}"
        self.effects.append(asked_world(self, check.name, look_up))

    def take_result(self, result: Result) -> None:
        if result.ok:
            self.put(result.values)
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
