"""One state that a path has come to, and the ways on that steps and open questions share. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from steering.core.flow import Flow, Hear, Prompt, Step, Target
from steering.core.places import Question, Reply, question_of
from steering.core.promises.facts import GONE, TEXTS, UNASKED, parts
from steering.core.promises.states import Found, State

LADDER = "ladder"
"""What a hub hears that is a ladder of the file."""


class Here:
    """The *state* of *found* that is looked at. What is *pending* and *true* changes on the way out of it."""

    __slots__ = ("facts", "flow", "found", "root", "run", "state", "to_the_end")

    def __init__(self, found: Found, state: State) -> None:
        self.found, self.state = found, state
        self.facts, self.root, self.to_the_end = found.facts, found.root, found.watch.to_the_end
        self.run = found.runs[state.run]
        self.flow = self.run.flow

    @property
    def step(self) -> Step:
        """The step of a state that is no hub."""
        return self.flow.steps[self.state.at[0]]

    def question(self, name: str) -> Question:
        """What can happen while the question *name* of this step is open; or, without one, while its look-up runs."""
        return self.found.places.question(self.flow, self.run.below, (self.state.at[0], name))

    def follow(self, target: Target, by: str, pending: int, true: int) -> None:
        """Takes an exit that leads to *target*; `(back)` is followed when all else is known."""
        if target.kind == "step":
            self.found.go(self.state, State("enter", self.state.run, (target.name, ""), pending, true), by)
        elif target.kind == "run":
            self.found.call(self.state, target.name, self.flow, by, pending, true)
        elif target.kind == "start over":
            for left in self.facts.anew(true):
                start = State("enter", 0, (self.root.start, ""), pending, left)
                self.found.go(self.state, start, by, forgets=True)
        elif pending & GONE:
            self.ends("hangs up")
        elif target.kind == "repeat":
            self.found.go(self.state, self.state._replace(true=true), by)

    def follow_root(self, target: Target, by: str, pending: int, true: int) -> None:
        """Takes an exit of the whole call, from whatever flow it is in."""
        self.found.go(self.state, State("enter", 0, (target.name, ""), pending, true), by)

    def says(self, prompt: Prompt, true: int, reply: Reply | None = None) -> None:
        if self.found.watch.listening:
            self.found.tell(self.found.watch.says, prompt, self.state, true, reply)

    def ends(self, how: str) -> None:
        if self.to_the_end:
            self.found.tell(self.found.watch.ends, self.flow, self.state.at[0], how, self.state)

    def ask(self, question: str, pending: int, true: int, by: str | None = None) -> None:
        """Asks a *question* of this step."""
        if pending & GONE:
            self.ends("hangs up")
            return
        at = self.state.at[0], question
        pending |= self.facts.owed(self.flow, question_of(self.step, question))
        self.found.go(self.state, State("asked", self.state.run, at, pending, true), by, cost=int(self.state.kind != "enter"))

    # ---- what can be said or happen anywhere

    def hears(self, what: str, pending: int, true: int, by: str | None = None) -> None:
        """Goes to the hub from which *what* is heard leads away."""
        self.found.go(self.state, State("hub", self.state.run, (what, ""), pending, true), by, cost=0)

    def climbs_out(self, step: str, by: str, pending: int, true: int) -> None:
        """Goes to the *step* to which a ladder of the file leads, out of the steps that the flow runs of its own."""
        if not self.run.own:
            self.found.go(self.state, State("enter", self.state.run, (step, ""), pending, true), by)
        elif self.state.kind == "hub":
            self.found.lift(self.state)
        else:
            self.found.go(self.state, State("hub", self.state.run, (LADDER, step), pending, true), by, cost=0)

    def stays(self, ways: Iterable[tuple[Target, str, Flow]], how: str, true: int) -> None:
        """Runs the flows that an `anytime` phrase or a feeling runs from here, to come back here; and `(repeat)`."""
        for target, by, home in ways:
            if target.kind == "run":
                self.found.call(self.state, target.name, home, how + by, 0, true)
            else:
                self.found.go(self.state, self.state._replace(true=true), how + by)

    def event(self, at: Question, event: str, pending: int, true: int) -> bool:
        """Follows a bracketed word; False when nobody hears it."""
        place = at.events.get(event)
        if place is None:
            return False
        if isinstance(place, Hear):
            self.follow(place.target, f"({event})", pending, true)
            return True
        self.hears(event, pending, true)
        for flow in place:
            target, by = self.found.places.anytime[flow.name].events[event]
            if target.kind == "run":
                self.found.call(self.state, target.name, flow, by, pending, true)
            elif target.kind in ("repeat", "back"):
                self.follow(target, by, pending, true)
        return True

    def breaks_off(self, at: Question, pending: int, true: int) -> None:
        """The caller hangs up, or is a machine: at any moment, and whatever was heard of a text."""
        for heard in parts(pending >> TEXTS):
            if not self.event(at, "hangs up", GONE, true | heard):
                self.ends("hangs up")
        taken = self.event(at, "voicemail", 0, true)
        if self.to_the_end and (not taken or (not at.name and self._asks_again(at))):
            self.ends("voicemail")

    def asked_first(self, at: Question) -> None:
        """The first question of a call is open: a machine that the call has opened to has been asked nothing."""
        if "voicemail" in at.events and self._asks_again(at):
            self.ends("voicemail")
        self.found.go(self.state, self.state._replace(pending=self.state.pending & ~UNASKED), None, cost=0)

    def _asks_again(self, at: Question) -> bool:
        """Whether a machine leads to `(repeat)` or `(back)`: where nobody has been asked anything, the call ends."""
        place, anytime = at.events["voicemail"], self.found.places.anytime
        targets = [place.target] if isinstance(place, Hear) else [anytime[flow.name].events["voicemail"][0] for flow in place]
        return any(target.kind in ("repeat", "back") for target in targets)
