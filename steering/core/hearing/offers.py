"""What of an answer in English offers a value: not what is refused, only asked about, past, or told of something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from steering.core.hearing.folding import fold, words
from steering.core.hearing.stems import stem

_Beside = Callable[[str], re.Match[str] | None]

_JOINTS = re.compile(
    r"\s*[,.;!?]+(?!\d)\s*(?:(?:but|so|then|because|and)\s+)?|\s+(?:but|so|then|because)\s+|\s+and\s+(?=(?:i|we|my|he|she|they|you|it|that)\b)"
)
# "i don't have more than fifty", "not even until friday" bound what is meant.
_BOUND = re.compile(r"\b(?:more than|over|until|till?|before|after|later than|except|other than|unless|only|less than)\b")
_OFFER = re.compile(
    r"\b(?:i|we)(?:'ll|'d like to|(?: just| only| probably)? (?:can|could|will|want to|would like to))(?!'t| not|not)\b"
    r"|\bhow about\b|\blet's\b"
)
_REFUSING = re.compile(
    r"""
    \b(?:i|we)\ (?:really\ |just\ |still\ )?(?:do\ not|don't|did\ not|didn't)\ (?:even\ )?(?:have|think\ (?:i|we)\ (?:can|could|have))\b
    | \b(?:i|we)\ (?:really\ |just\ )?(?:can't|can\ not|cannot|couldn't|won't|will\ not)\ (?:do|pay|afford|manage|give|send|swing|spare)\b
      (?!\ (?:that|it|this|all)\b)
    | \bhave(?:n't|\ not)\ got\b
    | \bnot\ even\b
    | (?<!that)(?<!it)(?<!this)(?<!not)(?:'s|\ (?:is|are|was|would\ be|sounds))(?!\ not)
      \ (?:just\ |way\ |a\ (?:little|bit)\ |still\ |far\ )?too\ (?:much|high|steep|expensive|early|late|soon)\b
    | (?<!that)(?<!it)(?<!this)\ (?:doesn't|does\ not|don't|do\ not|won't|will\ not|wouldn't|would\ not|isn't|is\ not|aren't)
      \ (?:really\ |going\ to\ |gonna\ |a\ )?(?:work|good|possible|doable|convenient|okay|ok|great)\b
    | (?<!that)(?<!it)(?<!this)(?:'s|\ is)\ (?:no\ good|bad|out|impossible|terrible)\b
    """,
    re.VERBOSE,
)
_SIGNS_OF_REFUSAL = ("not", "n't", " too ", " no good", " bad", " out", " impossible", " terrible")
"""Without one of these there is no refusal to look for."""
_ASKING = re.compile(
    r"""
    ^(?:(?:so|and|um|uh|well|wait|okay|ok)\ )*
    (?:(?:is|was|are|isn't|wasn't)\ (?:the|my|your|that\ the)\ | (?:is|was|will|are|were)\ (?:it|this|that|they|you)\ (?:be\ |still\ )?
        (?:ready|due|open|closed|done|there|here|finished|available|coming|delivered)\b
      | (?:do|did|don't)\ (?:i|we|you)\ | does\ (?:it|that|this)\
      | (?:will|would)\ (?:i|we)\ (?:have|need|owe)\b | must\ i\b | what\ (?:happens|would\ happen|will\ happen)\ (?:if|when)\b
      | why\ (?!don't\ |not\ ) | how\ come\b | what(?:'s|\ is|\ (?:day|date|month|amount|number)\ (?:is|was|are|were|do|did|does))\b)
    | \b(?:isn't|ain't|wasn't)\ it$
    | \bthought\ (?:it|that|this|the|my|you)\b
    """,
    re.VERBOSE,
)
_PAST = re.compile(
    r"""
    \b(?:i|we|you|they|he|she|who|people|guys|doctor|bank|husband|wife)(?:'ve|'d)?\ (?:already\ |just\ |have\ |had\ |also\ |only\ )*
    (?:paid|sent|gave|took|taken|given|charged|mailed|transferred|spent|lost|borrowed|received)\b
    | \b(?:i|we|they|he|she)\ (?:only\ |just\ )?(?:had|were|was)\b.{0,40}
      \b(?:last\ (?:time|year|month|week|night)|the\ other\ time|before)\b
    | \balready\ (?:got|had|made|picked|saw|paid|sent|gave|took|received|mailed|transferred)\b
    """,
    re.VERBOSE,
)
_TOLD = re.compile(
    r"""
    \bmy\ (?:\w+\ )?(?P<thing>rent|mortgage|salary|income|paycheck|check|bills?|insurance|birthday|pension|security|disability|benefits?
      |unemployment|wages?|balance|debt|groceries|medication|surgery|operation|procedure|flight|trip|vacation|holiday|wedding|funeral
      |interview|exam|court\ date|hearing|anniversary|shift|due\ date|lease)(?:'s|\ (?:is|was|are|costs?|runs?|comes|goes|starts?|ends?))\b
    | \b(?:i|we|he|she|they)\ (?:only\ |just\ |barely\ )?(?P<act>make|makes|earn|earns|bring\ home|take\ home|live\ on)\b
    | \b(?:i|we|he|she|they)(?:'m|'re|'s|'ll|\ am|\ are|\ is)?\ (?:only\ |just\ |will\ |be\ |going\ to\ |gonna\ )*
      (?P<going>leave|leaves|leaving|travel|travels|traveling|travelling|fly|flying|moving\ (?:out|away))\b
      (?!\ (?:it|that|this|you|a|the|my|our|for\ work)\b)
    """,
    re.VERBOSE,
)
_PAYDAY = re.compile(r"\b(?:i|we)(?:'ll)?\ (?:will\ |only\ |always\ )?get\ (?:paid|my\ (?:check|paycheck|pay|money|pension))\b", re.VERBOSE)
_OF_THE_PAST = frozenset({"did", "was", "were", "have", "had", "paid", "already", "ago", "been", "took", "sent"})
_OF_TRIPS = frozenset({"trip", "travel", "leav", "leave", "fly", "flight", "depart", "departure", "mov", "move", "go"})
_OF_EARNINGS = frozenset({"mak", "make", "earn", "income", "salary", "wage", "bring", "month", "home", "liv", "live"})


_COMPARING = re.compile(
    r"\bif not\b|\bnot (?:any )?(?:more|over|above|less|under|later) than\b|\bnot (?:over|above)\b"
    r"|\bnot (?:this|the|coming)\b[^.;]{0,40}\b(?:next|after|following)\b"
)


def compares(text: str, language: str) -> bool:
    """Whether a "not" in *text* denies no value alone: "not more than sixty", "monday not this but next", "if not friday then monday"."""
    folded = fold(text) if language[:2] == "en" else ""
    return "not" in folded and _COMPARING.search(folded) is not None


def unrefused(text: str, language: str) -> str:
    """*text* without the clauses that refuse the value they name: "fifty dollars is too much", "friday doesn't work"."""
    folded = fold(text) if language[:2] == "en" else ""
    return _without(text, _refusing) if any(sign in folded for sign in _SIGNS_OF_REFUSAL) and _REFUSING.search(folded) else text


def offered(text: str, language: str, about: str, *, asked: bool) -> str:
    """*text* without the clauses that only ask about a value or tell of another: "is the minimum fifty", "my rent is nine hundred".

    What the question (*about*) asks for is no other. For a question that is not the open one, not *asked*, neither is a payday a day.
    """
    if language[:2] != "en":
        return text

    def beside(clause: str) -> re.Match[str] | None:
        hit = _ASKING.search(clause)
        if hit or (hit := _PAST.search(clause) or _TOLD.search(clause) or (None if asked else _PAYDAY.search(clause))) is None:
            return hit
        return None if _is_asked_for(hit, words(about)) else hit

    return _without(text, beside)


def _is_asked_for(hit: re.Match[str], question: Collection[str]) -> bool:
    named = hit.groupdict()
    if hit.re is _PAST:
        return not _OF_THE_PAST.isdisjoint(question)
    stems = {stem(word) for word in question}
    if named.get("act"):
        return not _OF_EARNINGS.isdisjoint(stems)
    told = named.get("thing") or named.get("going") or ""
    return any(stem(word) in stems for word in told.split()) or (bool(named.get("going")) and not _OF_TRIPS.isdisjoint(stems))


def _refusing(clause: str) -> re.Match[str] | None:
    hit = _REFUSING.search(clause)
    return None if hit is None or _BOUND.search(clause) else hit


def _without(text: str, beside: _Beside) -> str:
    """*text* without the clauses in which *beside* finds something, but with an offer that follows in the same breath."""
    folded = fold(text)
    if beside(folded) is None and not any(sign in folded for sign in _SIGNS_OF_CLAUSES):
        return text
    clauses = _JOINTS.split(folded)
    kept: list[str] = []
    for clause in clauses:
        hit = beside(clause)
        offer = _OFFER.search(clause, hit.end()) if hit else None
        kept.extend([clause] if hit is None else [clause[offer.start() :]] if offer else [])
    return text if kept == clauses else ", ".join(kept)


_SIGNS_OF_CLAUSES = (",", ".", ";", "!", "?", " but ", " so ", " then ", " because ", " and ")
