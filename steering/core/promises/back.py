"""Where `(back)` leads: to any question asked earlier on a path. Pure.

It is followed last, when it is known what can become true after a question: that goes back from each question at
which `(back)` can be said to all that are before it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable

from steering.core.places import turns_back
from steering.core.promises.facts import TEXTS, parts
from steering.core.promises.states import Found, State

# What may be true, and in which activation, when somebody goes back to a question.
_Then = set[tuple[int, int]]


def go_back(found: Found) -> bool:
    """Adds the states after a `(back)`; False when there are no new ones."""
    said = {state: {(state.run, true) for true in trues} for state in found.far if (trues := backs(found, state))}
    # A question asked again is not asked later: from it `(back)` leads to what was before its first asking.
    _spread(said, lambda state: (one for one in _before(found, state) if _same_question(one, state)))
    later: dict[State, _Then] = {}
    for state, then in said.items():
        for before in _before(found, state):
            if not _same_question(before, state):
                later.setdefault(before, set()).update(then)
    _spread(later, lambda state: _before(found, state))
    added = False
    for state, then in later.items():
        for run, true in then if state.kind == "asked" else ():
            for left in found.facts.back_at(state.true, true) if run == state.run else ():
                again = found.asked_anew(state, 0, left)
                if again != state:
                    added |= found.go_back(state, again)
    return added


def backs(found: Found, state: State) -> list[int]:
    """What may be true when the caller goes back from *state*; empty when that cannot be said there."""
    if state.kind != "asked":
        return []
    run, texts = found.runs[state.run], state.pending >> TEXTS
    at = found.places.question(run.flow, run.below, state.at)
    return [state.true | part for part in (parts(texts) if at.back else (texts,))] if turns_back(at) else []


def _spread(known: dict[State, _Then], before: Callable[[State], Iterable[State]]) -> None:
    """Lets what is *known* of a state be known of all that are *before* it."""
    todo = deque(known)
    while todo:
        state = todo.popleft()
        for one in before(state):
            there = known.setdefault(one, set())
            if not known[state] <= there:
                there |= known[state]
                todo.append(one)


def _before(found: Found, state: State) -> Collection[State]:
    """The states before *state*; a question that was gone back to has before it what was before its first asking."""
    if state not in found.again:
        return found.into.get(state, ())
    places, todo = {state}, [state]
    while todo:
        new = found.again.get(todo.pop(), set()) - places
        places |= new
        todo += new
    return {before for place in places for before in found.into.get(place, ())}


def _same_question(one: State, other: State) -> bool:
    return one.kind == other.kind == "asked" and one.run == other.run and one.at == other.at
