"""`choice:a|b|c`: which one of several was said, as it was written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from steering.core.hearing import number
from steering.core.hearing.clauses import choosing, refusals
from steering.core.hearing.folding import listen
from steering.core.hearing.phrases import Match, PhraseTable
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.languages import language as language_of

_BEFORE = frozenset({"the", "my", "a", "on", "in", "that", "this"})
_PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": -1, "former": 0, "latter": -1}
_AROUND_A_PLACE = frozenset({"the", "one", "option", "choice", "please", "i'll", "i", "will", "take"})
_OF_VERBS = frozenset({"do", "does", "did", "can", "could", "would", "will", "is", "are", "was", "am", "should", "have"})


def choice(text: str, choices: tuple[str, ...], language: str = "en") -> str | None:
    """The one of *choices* that *text* names; None when it names none, or several without settling on one."""
    table = _table(choices, language)
    tokens = value_tokens(text, language)
    whole = table.match(tokens)
    if whole and (_takes_back(whole, language) or whole.words == len(tokens)):
        return whole.value  # "the no plan", where the "no" takes nothing back
    if _either(tokens, choices, language) or _between(tokens, choices):
        return None
    tokens = value_tokens(_refusing(choosing(text, language), choices, language), language)
    for take in reversed(takes(tokens, language)):
        match = table.match(take)
        if match is None:
            if found := _spared(take, choices, language) or _counted(take, choices, language) or _joined(take, choices, language):
                return found
            continue
        others = _table(tuple(one for one in choices if one != match.value), language).match(take)
        return None if others and (others.words == match.words or _apart(others.value, match.value, take, language)) else match.value
    return None


def place(text: str, language: str = "en") -> int | None:
    """Which of several *text* means that says nothing else: 1 for "the second one", -1 for "the last"; English alone."""
    if language[:2] != "en":
        return None
    tongue = language_of(language)
    said = [word for word in listen(text, language).words if word not in tongue.fillers and word not in _AROUND_A_PLACE]
    return _PLACES.get(said[0]) if len(said) == 1 else None


def in_place(text: str, choices: tuple[str, ...], question: str, language: str = "en") -> str | None:
    """The one of *choices* that stands where *text* says, if *question* names them all in their order."""
    at = place(text, language)
    asked = f" {' '.join(listen(question, language).words)} "
    named = [asked.rfind(f" {' '.join(listen(one, language).words)} ") for one in choices]
    if at is None or not -len(choices) <= at < len(choices) or -1 in named or sorted(named) != named:
        return None
    return choices[at]


def _apart(other: str, chosen: str, take: Sequence[str], language: str) -> bool:
    """Whether *other* is named besides *chosen*, not within it: "the difference between counter and drive through"."""
    named = set(value_tokens(other, language))
    return named <= set(take) and not named <= set(value_tokens(chosen, language))


def _either(tokens: Sequence[str], choices: tuple[str, ...], language: str) -> bool:
    """Whether the last that is said of them is one or the other: "keep it or cancel it, i can't decide"."""
    if "or" not in tokens or language[:2] != "en":
        return False
    at = len(tokens) - 1 - tokens[::-1].index("or")
    around = (tokens[max(0, at - 3) : at], tokens[at + 1 : at + 4])
    named = [{one for one in choices if _table((one,), language).match(side)} for side in around]
    rest = tokens[at + 4 :]
    return len(named[0] | named[1]) > 1 and all(named) and not any(_table((one,), language).match(rest) for one in choices)


def _between(tokens: Sequence[str], choices: tuple[str, ...]) -> bool:
    """Whether what is asked for lies between two of them: "what is the difference between counter and drive through"."""
    said = f" {' '.join(tokens)} "
    return "between" in tokens and sum(f" {' '.join(value_tokens(one))} " in said for one in choices) > 1


def _refusing(text: str, choices: tuple[str, ...], language: str) -> str:
    """*text* with "not" for the "no" that refuses a choice: "no delivery"."""
    words = list(listen(text, language).words)
    refused = [place for place in refusals(text, language) if any(_named(words[place + 1 :], one, language) for one in choices)]
    for place in refused:
        words[place] = "not"
    return " ".join(words) if refused else text


def _named(words: Sequence[str], one: str, language: str) -> bool:
    """Whether *words* begin with the choice *one*."""
    return _table((one,), language).match(words[: len(value_tokens(one, language))]) is not None


def _takes_back(match: Match[str], language: str) -> bool:
    return any(word in language_of(language).no for word in listen(match.phrase, language).words)


def _spared(tokens: Sequence[str], choices: tuple[str, ...], language: str) -> str | None:
    """The one that is left when all others are denied one by one: "not gold, silver"."""
    nots = frozenset(language_of(language).negations)
    kept, denied = list(tokens), False
    for at in reversed(range(len(tokens))):
        if tokens[at] not in nots or (at and tokens[at - 1] in _OF_VERBS):
            continue
        after = at + 1
        while after < len(kept) and kept[after] in _BEFORE:
            after += 1
        sizes = [len(value_tokens(one, language)) for one in choices if _starts(kept[after:], one, language)]
        if sizes:
            kept, denied = [*kept[:at], *kept[after + max(sizes) :]], True
    found = {one for one in choices if _table((one,), language).match(kept)} if denied else set()
    return found.pop() if len(found) == 1 else None


def _starts(tokens: Sequence[str], one: str, language: str) -> bool:
    said = value_tokens(one, language)
    return bool(said) and tuple(tokens[: len(said)]) == said


def _counted(tokens: Sequence[str], choices: tuple[str, ...], language: str) -> str | None:
    """ "two" where the choices are figures."""
    if not any(one.isdecimal() for one in choices):
        return None
    said = number.number(" ".join(tokens), language)
    return next((one for one in choices if one.isdecimal() and int(one) == said), None)


def _joined(tokens: Sequence[str], choices: tuple[str, ...], language: str) -> str | None:
    """ "master card" for mastercard, "frontdesk" for front desk."""
    pairs = {first + second for first, second in pairwise(tokens)}
    names = {one: value_tokens(one, language) for one in choices}
    found = {one for one, name in names.items() if "".join(name) in (tokens if len(name) > 1 else pairs)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=512)
def _table(choices: tuple[str, ...], language: str) -> PhraseTable[str]:
    return PhraseTable(((one, one) for one in choices), language)
