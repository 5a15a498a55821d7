"""One `transitions` machine per flow version: the table of a flow's own exits. The only import of transitions.

Theory of operation. States are steps; triggers are the names of exits (`hear.0`, `if_ok`, `go`, …),
shared by all steps. The machine has no model: a move fires an event on a cursor of ours, which the
machine never learns of, so it holds no session alive and needs no lock. All names come from our
checked Flow and no callback is ever given, because transitions imports and calls a string callback
by its dotted path. `anytime` phrases and file-level ladders lead anywhere from anywhere; they are
looked up outside the table instead of being copied into every state.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping

from transitions import Machine, MachineError

from steering.core.flow import Step, Target

# It tells of every state it enters and leaves; the service has a line a turn of its own.
logging.getLogger("transitions").setLevel(logging.WARNING)


class _Cursor:
    """A place in the table; what `transitions` calls a model."""

    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


class FlowMachine:
    """The exits of a flow, shared by all its calls. No exit has a condition, so where one leads is asked of the machine once."""

    __slots__ = ("_events", "_known")

    def __init__(self, machine: Machine) -> None:
        self._events = machine.events
        self._known: dict[tuple[str, str], str] = {}

    def fire(self, step: str, exit: str) -> str:
        """The step that *exit* of *step* leads to; LookupError when the step has no such exit."""
        if (known := self._known.get((step, exit))) is not None:
            return known
        cursor = _Cursor(step)
        try:
            self._events[exit].trigger(cursor)
        except MachineError as error:
            raise LookupError(f"step '{step}' has no exit '{exit}'") from error
        self._known[step, exit] = cursor.state
        return cursor.state


def exits(step: Step) -> Iterator[tuple[str, Target]]:
    """All exits of *step* by name, in the order in which an author wrote them."""
    for i, hear in enumerate(step.hear):
        yield f"hear.{i}", hear.target
    for name in ("if_yes", "if_no", "if_ok", "if_failed", "go"):
        if target := getattr(step, name):
            yield name, target
    for i, when in enumerate(step.when):
        yield f"when.{i}", when.target
    for name in ("if_silent", "if_unclear"):
        for i, rung in enumerate(getattr(step, name) or ()):
            if rung.target:
                yield f"{name}.{i}", rung.target


def build_machine(steps: Mapping[str, Step]) -> FlowMachine:
    """The machine of checked *steps*: every target of kind "step" must be among them."""
    table = [
        {"trigger": name, "source": step.name, "dest": target.name}
        for step in steps.values()
        for name, target in exits(step)
        if target.kind == "step"
    ]
    return FlowMachine(Machine(model=None, states=list(steps), transitions=table, initial=next(iter(steps)), auto_transitions=False))
