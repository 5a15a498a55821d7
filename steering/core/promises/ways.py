"""The shortest way to a state, move by move and in words. Pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from steering.core.promises.back import backs
from steering.core.promises.states import Found, State

# A move by its name (None: there is none to tell) and the state it leads to.
Move = tuple[str | None, State]
# Where a place of a flow is written, of ("collect", "step.greet"): "line 41".
Where = Callable[[str, str], str]


def told(found: Found, state: State, where: Where) -> str:
    """The way to *state*: "greet (line 41) --yes--> verify (line 47)"."""
    words, by = "", ""
    for move, one in way(found, state):
        by = f"{by}{', ' if by and move else ''}{move or ''}"
        if one.kind == "hub" or (words and not by):
            continue
        flow = found.runs[one.run].flow
        name = one.at[0] if flow is found.root else f"{flow.name}.{one.at[0]}"
        words += (f"{'' if words else 'the call begins'} --{by}--> " if by else "") + f"{name} ({where(flow.name, f'step.{one.at[0]}')})"
        by = ""
    return words


def way(found: Found, state: State) -> list[Move]:
    """The moves that lead to *state*, from the first state on."""
    return _moves(found, state, None)[::-1]


def _moves(found: Found, state: State, entry: State | None) -> list[Move]:
    """The moves from *state* back to the beginning, or to where its flow was entered."""
    moves: list[Move] = []
    at: State | None = state
    while at is not None and at != entry:
        came = found.came[at]
        if came.since is not None:
            moves += reversed(_and_back(found, came.since, at))
            at = came.since
            continue
        moves.append((came.by, at))
        if came.call is None or came.before is None:
            at = came.before
        else:
            run = found.runs[came.before.run]
            moves += _moves(found, came.before, run.entry)
            moves.append((run.callers[came.call.run, came.call.at].by, run.entry))
            at = came.call
    return moves


def _and_back(found: Found, since: State, again: State) -> list[Move]:
    """The moves from the question *since* to one from which `(back)` leads to *again*."""
    onward: dict[State, list[State]] = {}
    for state, befores in found.into.items():
        for before in befores:
            onward.setdefault(before, []).append(state)
    came: dict[State, State] = {}
    todo = deque([since])
    while todo:
        state = todo.popleft()
        there = state.run == since.run and state.at != since.at
        if there and any(again.true in found.facts.back_at(since.true, true) for true in backs(found, state)):
            moves: list[Move] = []
            while state != since:
                moves.append((found.names[state][came[state]], state))
                state = came[state]
            questions = {one.at for _, one in moves if one.kind == "asked" and one.run == since.run}
            times = f", {len(questions)} times" if len(questions) > 1 else ""
            return [*moves[::-1], (f"(back){times}", again)]
        for other in onward.get(state, ()):
            if other not in came and other != since:
                came[other] = state
                todo.append(other)
    return [("(back)", again)]
