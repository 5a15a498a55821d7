"""What of an answer in English may name a choice: not a question about it, not what is refused behind its name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from steering.core.hearing.folding import listen
from steering.core.hearing.trie import Trie
from steering.core.languages import language as language_of
from steering.core.languages import listed


def _phrases(text: str) -> Trie[None]:
    return Trie((tuple(phrase.split()), None) for phrase in listed(text))


# "can i get", "how about" and "would … work" choose.
_ASKING = _phrases(
    """
    what is | what are | what does | what do | what kind | what was | how much | how many | how does | how do | how is | how are | how long
    how good | how big | is | are | does | do you | do i | do they | do we | did | which | why | when | where | who
    tell me about | explain
    """
)
# Wherever they stand, these ask or tell of the past.
_ASIDE = _phrases(
    "what is | what are | what does | how much | the difference | used to | last time | keep calling | keep asking | keep getting"
    " | let me check | check with | no good in | no good on | not good in | not good on"
)
_REFUSING = listed(
    """
    i can not | we can not | i can not do | we can not do | i can not do it | i can not make | i can not make it | i can not come
    does not work | do not work | will not work | would not work | does not work for me | do not work for me | will not work for me
    is no good | are no good | is out | are out | is bad | are bad | is impossible | is not possible | i do not want | i do not like
    i do not need | i will not | i work | is too early | is too late | is too expensive
    """
)
# "i was thinking silver", "my first choice was silver" choose; "the delivery guy was rude" does not.
_MAY_HAVE_BEEN = frozenset({"i", "it", "that", "one", "choice", "wanted"})
_BACKWARDS = Trie((tuple(reversed(phrase.split())), None) for phrase in _REFUSING)
_JOINTS = frozenset({"but", "so", "then", "because", "and"})
# Who wants no delivery refuses it; "silver, no, gold" takes silver back.
_WANTING = frozenset(listed("want | wants | need | needs | like | with | take | have | is | please"))


def choosing(text: str, language: str) -> str:
    """*text* without its greetings, and the clauses of it that only ask about a choice, tell of the past or refuse what they name."""
    if language.partition("-")[0] != "en":
        return text
    heard = listen(text, language)
    words, breaks = heard.words, set(heard.breaks)
    kept: list[str] = []
    start = 0
    for place in range(1, len(words) + 1):
        if place < len(words) and place not in breaks and words[place] not in _JOINTS:
            continue
        clause = _greeted(_greeted(words[start:place], language), language)
        if not _beside(clause):
            kept.extend((*clause, ","))
        start = place
    whole = sum(word != "," for word in kept) == len(words)
    return text if whole else " ".join(kept)


def refusals(text: str, language: str) -> list[int]:
    """The places of a "no" that may refuse what it stands before: "no delivery", "i want no delivery"; not "no, delivery"."""
    if language.partition("-")[0] != "en" or "no" not in text.lower():
        return []
    words, breaks = listen(text, language)
    places = (place for place, word in enumerate(words) if word == "no" and place + 1 < len(words) and place + 1 not in breaks)
    return [place for place in places if place == 0 or words[place - 1] in _WANTING]


def _greeted(clause: Sequence[str], language: str) -> Sequence[str]:
    """*clause* without "good morning" at its head."""
    hit = _greetings(language).longest(clause, 0)
    return clause[hit.end :] if hit else clause


@cache
def _greetings(language: str) -> Trie[None]:
    return Trie((listen(phrase, language).words, None) for phrase in language_of(language).greetings)


def _beside(clause: Sequence[str]) -> bool:
    said = tuple(clause) if _JOINTS.isdisjoint(clause) else tuple(word for word in clause if word not in _JOINTS)
    if not said:
        return False
    refused = _BACKWARDS.longest(said[::-1], 0) if said[-1] in _BACKWARDS.begins else None
    aside = not _ASIDE.begins.keys().isdisjoint(said) and any(_ASIDE.longest(said, place) for place in range(len(said)))
    aside = aside or ("was" in said and any(after == "was" and word not in _MAY_HAVE_BEEN for word, after in pairwise(said)))
    asked = said[0] in _ASKING.begins and _ASKING.longest(said, 0) is not None
    return aside or asked or (refused is not None and refused.end < len(said))
