"""Every path that a call can take, followed as far as a few facts are concerned. Pure.

Theory of operation. A state is a place (a step entered, a question asked, or a hub), the must-hear texts that
the reply so far holds, and which of the *facts* are true: bit i of `true` stands for `facts[i]`. States are
visited in the order of their distance from the beginning, so the first one found wanting has the shortest
path. What callers say is not looked at: whatever an exit may hear is taken to be said. A guard is followed
both ways unless the facts decide it. So there is no call without its path here, while a few paths have no
call (a phrase that another one always wins, more failed tries than there are).

Every moment at which the engine changes something has its rule in `steps` or `questions`; who changes `engine`,
`call` or `slots` changes it there too, and `tests/promises` plays random flows against the engine to see that
they agree.

- A text of the last reply counts as heard when the next turn is taken. Or the caller cuts in: then only
  `anytime` phrases, a hang-up and the third cut lead away, with any part of the texts heard.
- `anytime` phrases and feelings lead to the same places from every step, so they leave from a *hub*, one for
  each set of true facts, instead of from every question.
- An opt-out is taken while a look-up runs too, and in the first words of a call that cannot open because facts
  are missing: a path begins where it leads, and nothing was said, asked or proved before.
- A flow that is run is an *activation*: it is explored once for each state in which it is entered, whoever
  runs it. Its ends go back to all its callers, its hubs to the hubs of its callers.
- Facts that are alike are followed at once, each state with the facts for which a call comes there. A rule is asked once
  for all facts that it does not look at by name, and by itself for each that it does. Shortest paths are of one fact.
- `(back)` leads to any question asked earlier on the path: what was heard and proved since stays, agreements
  and values are those of then. It is followed last, when it is known what can become true after a question.
"""

from __future__ import annotations

from functools import partial

from steering.core.flow import Target
from steering.core.promises.back import go_back
from steering.core.promises.facts import TEXTS, Alike, Facts
from steering.core.promises.here import Here
from steering.core.promises.questions import asked, hub
from steering.core.promises.states import Found, FoundAtOnce, State, Watch
from steering.core.promises.steps import entered, left

_RULES = {"enter": entered, "left": left, "asked": asked, "hub": hub}


def explore(facts: Facts, watch: Watch, *, only_false: bool = False) -> Found:
    """All states of the calls in which *facts* may be true, told to *watch*; see `Found` for *only_false*."""
    if isinstance(facts, Alike):
        return _explore_at_once(facts, watch, only_false=only_false)
    # A lone fact that is proved, or none, is what it was at any question that is gone back to.
    found = Found(facts, watch, only_false=only_false, turns_back=facts.places.back and (len(facts.bit) > 1 or facts.passing > 0))
    _begin(found)
    if watch.looking and facts.places.back and not found.turns_back and _back_tells(found):
        found = Found(facts, watch, only_false=only_false, turns_back=True)
        _begin(found)
    _turn_back(found)
    return found


def _explore_at_once(facts: Alike, watch: Watch, *, only_false: bool) -> Found:
    lone_and_proved = len(facts.bit) == 1 and not facts.heard | facts.agreed
    found = FoundAtOnce(facts, watch, only_false=only_false, turns_back=facts.places.back and not lone_and_proved)
    _begin(found)
    _turn_back(found)
    return found


def _turn_back(found: Found) -> None:
    while found.watch.looking and found.turns_back and go_back(found):
        _visit(found)


def _begin(found: Found) -> None:
    root = found.root
    found.begin(root.start)
    if root.hours and root.hours_else:
        found.begin(root.hours_else.name)
    for target, by in found.places.anytime[root.name].out:
        # Told where no usual path is as short.
        found.begin(target.name, f"{by} in the first words, before its facts are there", cost=2)
    _visit(found)


def _visit(found: Found) -> None:
    for state, lanes in found.unvisited():
        found.follow(lanes, partial(_rule, found, state))
        if not found.watch.looking:
            return


def _rule(found: Found, state: State) -> None:
    _RULES[state.kind](Here(found, state))


def _back_tells(found: Found) -> bool:
    """Whether `(back)` can lead a lone fact to a state that is not known without it.

    An agreement may have been taken back by a no since, and a text that a step before has said is not said again.
    """
    for state in found.far:
        if state.kind != "asked":
            continue
        step = found.runs[state.run].flow.steps[state.at[0]]
        if state.true and step.if_no and found.facts.bit_of(f"agreed {step.name}") and _asks_after(found, state, step.if_no):
            return True
        texts = state.pending >> TEXTS
        if texts and texts & ~(found.asked_anew(state, 0, state.true).pending >> TEXTS):
            return True
    return False


def _asks_after(found: Found, state: State, target: Target) -> bool:
    """Whether a call goes on to ask anything after the exit of *state* to *target*."""
    if state.run or target.kind != "step":
        return True
    onward = Found(found.facts, Watch())
    onward.begin(target.name)
    _visit(onward)
    return any(one.kind == "asked" for one in onward.far)
