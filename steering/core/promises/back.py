"""Where `(back)` leads: to any question asked earlier on a path. Pure.

It is followed last, when it is known what can become true after a question: that goes back from each question at
which `(back)` can be said to all that are before it.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable
from functools import partial

from steering.core.places import turns_back
from steering.core.promises.facts import TEXTS, parts
from steering.core.promises.states import Found, State

# What may be true, and in which activation, when somebody goes back to a question, with the facts for which it is so.
_Then = dict[tuple[int, int], int]


def go_back(found: Found) -> bool:
    """Adds the states after a `(back)`; False when there are no new ones."""
    said = {state: {(state.run, true): lanes for true in trues} for state, lanes in found.lanes.items() if (trues := backs(found, state))}
    # A question asked again is not asked later: from it `(back)` leads to what was before its first asking.
    _spread(said, lambda state: (one for one in _before(found, state) if _same_question(one[0], state)))
    later: dict[State, _Then] = {}
    for state, then in said.items():
        for before, lanes in _before(found, state):
            if not _same_question(before, state):
                _join(later.setdefault(before, {}), then, lanes)
    _spread(later, lambda state: _before(found, state))
    known = found.backs
    for state, then in later.items():
        for (run, true), lanes in then.items() if state.kind == "asked" else ():
            for left in found.facts.back_at(state.true, true) if run == state.run else ():
                found.follow(lanes, partial(_goes_back, found, state, left))
    return found.backs > known


def _goes_back(found: Found, state: State, left: int) -> None:
    found.tell(found.go_back, state, found.asked_anew(state, 0, left))


def backs(found: Found, state: State) -> list[int]:
    """What may be true when the caller goes back from *state*; empty when that cannot be said there."""
    if state.kind != "asked":
        return []
    run, texts = found.runs[state.run], state.pending >> TEXTS
    at = found.places.question(run.flow, run.below, state.at)
    return [state.true | part for part in (parts(texts) if at.back else (texts,))] if turns_back(at) else []


def _spread(known: dict[State, _Then], before: Callable[[State], Iterable[tuple[State, int]]]) -> None:
    """Lets what is *known* of a state be known of all that are *before* it."""
    todo = deque(known)
    while todo:
        state = todo.popleft()
        for one, lanes in before(state):
            if _join(known.setdefault(one, {}), known[state], lanes):
                todo.append(one)


def _join(there: _Then, then: _Then, lanes: int) -> bool:
    """Adds *then*, so far as it is so for *lanes*; False when all of that was known *there*."""
    new = False
    for one, some in then.items():
        known = there.get(one, 0)
        if some & lanes & ~known:
            there[one] = known | (some & lanes)
            new = True
    return new


def _before(found: Found, state: State) -> Collection[tuple[State, int]]:
    """The states before *state*; a question that was gone back to has before it what was before its first asking."""
    if state not in found.again:
        return found.into.get(state, {}).items()
    places, todo = {state: found.lanes[state]}, [state]
    while todo:
        place = todo.pop()
        for one, lanes in found.again.get(place, {}).items():
            if new := lanes & places[place] & ~places.get(one, 0):
                places[one] = places.get(one, 0) | new
                todo.append(one)
    before: dict[State, int] = defaultdict(int)
    for place, some in places.items():
        for one, lanes in found.into.get(place, {}).items():
            before[one] |= lanes & some
    return before.items()


def _same_question(one: State, other: State) -> bool:
    return one.kind == other.kind == "asked" and one.run == other.run and one.at == other.at
