"""`if_feeling`: how the caller sounds, on scores as low as real ones, and only ever towards care.

The window is the caller's last four scored turns, never seconds. *strong*: at least 0.20 and three
times the mean of the 48 expressions (an absent one is 0). *rising*: 0.10 over the mean of the earlier
turns in the window. *above X*: as it says. A rule that has fired does so again only after its
expression has fallen below two thirds of the score that fired it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from steering.core.flow import Feeling

EXPRESSIONS = (
    *("Admiration", "Adoration", "Aesthetic Appreciation", "Amusement", "Anger", "Anxiety", "Awe", "Awkwardness", "Boredom", "Calmness"),
    *("Concentration", "Confusion", "Contemplation", "Contempt", "Contentment", "Craving", "Desire", "Determination", "Disappointment"),
    *("Disgust", "Distress", "Doubt", "Ecstasy", "Embarrassment", "Empathic Pain", "Entrancement", "Envy", "Excitement", "Fear", "Guilt"),
    *("Horror", "Interest", "Joy", "Love", "Nostalgia", "Pain", "Pride", "Realization", "Relief", "Romance", "Sadness", "Satisfaction"),
    *("Shame", "Surprise (negative)", "Surprise (positive)", "Sympathy", "Tiredness", "Triumph"),
)
WINDOW = 4
STRONG, TIMES_THE_MEAN, RISE, AGAIN = 0.20, 3.0, 0.10, 2 / 3

_ROUNDING = 1e-9
"""Scores are decimals, and 0.3 is 0.1 over 0.2."""

Window = tuple[Mapping[str, float], ...]


def felt(rules: Sequence[Feeling], window: Window, scores: Mapping[str, float]) -> Window:
    """The window with this turn's scores of the expressions that *rules* name, and their mean over all 48."""
    lower = {name.casefold(): score for name, score in scores.items()}
    kept = {rule.expression.casefold(): lower.get(rule.expression.casefold(), 0.0) for rule in rules}
    mean = sum(lower.get(name.casefold(), 0.0) for name in EXPRESSIONS) / len(EXPRESSIONS)
    return (*window, kept | {"": mean})[-WINDOW:]


def calmed(rules: Sequence[Feeling], window: Window, fired: Mapping[str, float]) -> dict[str, float]:
    """The rules that have fired and whose expression has not fallen since."""
    now = window[-1]
    expressions = {rule_name(rule): rule.expression.casefold() for rule in rules}
    return {name: score for name, score in fired.items() if now.get(expressions.get(name, ""), 0.0) >= score * AGAIN - _ROUNDING}


def firing(rules: Sequence[Feeling], window: Window, fired: Mapping[str, float]) -> Feeling | None:
    """The first rule that fires on the newest scores of *window*."""
    now, earlier = window[-1], window[:-1]
    for rule in rules:
        name = rule.expression.casefold()
        score = now.get(name, 0.0)
        if rule_name(rule) in fired:
            continue
        if rule.test == "strong" and score >= STRONG and score >= TIMES_THE_MEAN * now.get("", 0.0) - _ROUNDING:
            return rule
        if rule.test == "rising" and earlier and score - sum(one.get(name, 0.0) for one in earlier) / len(earlier) >= RISE - _ROUNDING:
            return rule
        if rule.test == "above" and score > rule.threshold:
            return rule
    return None


def rule_name(rule: Feeling) -> str:
    return f"{rule.expression.casefold()} {rule.test} {rule.threshold:g}"
