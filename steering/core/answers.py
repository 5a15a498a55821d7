"""Approved questions and answers: the one whose phrasing is nearest to what was asked, or none.

Ranked by BM25 over stems, with every phrasing a document of its own, and measured against the score
that the phrasing gives itself: below the floor nothing is answered, because a wrong answer is worse
than asking again. So is what shares nothing with a question but words like "is" and "this".
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from steering.core.hearing.particles import introduces, particles
from steering.core.hearing.phrases import PhraseTable, words
from steering.core.hearing.stems import stem
from steering.core.languages import language as language_of

FLOOR = 0.62
SATURATION, LENGTH = 1.2, 0.4
_COMMON = 0.5


class AnswerIndex:
    """The phrasings of an answer file. Immutable after it is built."""

    def __init__(self, phrasings: Sequence[Sequence[str]], language: str = "en") -> None:
        """*phrasings* holds, for each answer, the ways in which its question is asked."""
        self._language = language
        tongue = language_of(language)
        self._fillers = frozenset((*tongue.fillers, *tongue.polite, *tongue.greetings))
        self._empty = frozenset(stem(word, language) for word in particles(language))
        written = [(one, i) for i, ways in enumerate(phrasings) for one in ways]
        self._table = PhraseTable((*written, *_whether_a_robot(written, tongue.robot, language)), language)
        documents = [(i, self._stems(one)) for i, ways in enumerate(phrasings) for one in ways]
        self._owners = [i for i, _ in documents]
        mean = sum(len(stems) for _, stems in documents) / max(1, len(documents))
        spread = Counter(term for _, stems in documents for term in set(stems))
        self._rare = {term: math.log(1 + (len(documents) - count + 0.5) / (count + 0.5)) for term, count in spread.items()}
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._whole = [0.0] * len(documents)
        for at, (_, stems) in enumerate(documents):
            for term, count in Counter(stems).items():
                weight = count * (SATURATION + 1) / (count + SATURATION * (1 - LENGTH + LENGTH * len(stems) / mean))
                self._postings[term].append((at, self._rare[term] * weight))
                self._whole[at] += self._rare[term] * weight

    def best(self, text: str) -> int | None:
        """The index of the answer to *text*; a phrasing said whole wins over one that is near."""
        if match := self._table.match(text):
            return match.value
        if introduces(text, self._language):
            return None
        asked = set(self._stems(text))
        meant = {at for term in asked - self._empty for at, _ in self._postings.get(term, ())}
        scores: dict[int, float] = defaultdict(float)
        for term in asked:
            for at, weight in self._postings.get(term, ()):
                if at in meant:
                    scores[at] += weight
        if not scores:
            return None
        known = sum(self._rare.get(term, 0.0) for term in asked)
        at = max(scores, key=lambda one: (scores[one] / self._whole[one], scores[one]))
        # Half of the words that carry meaning here must be this question's: a long story is not a question.
        own = sum(self._rare.get(term, 0.0) for term in asked if any(one == at for one, _ in self._postings.get(term, ())))
        return self._owners[at] if scores[at] / self._whole[at] >= FLOOR and own >= _COMMON * known else None

    def _stems(self, text: str) -> list[str]:
        return [stem(word, self._language) for word in words(text, self._language) if word not in self._fillers]


def _whether_a_robot(written: Sequence[tuple[str, int]], asked: Sequence[str], language: str) -> list[tuple[str, int]]:
    """The other ways to ask whether a machine is speaking, where one of them is answered; it is one question for the caller."""
    forms = {words(one, language) for one in asked}
    owner = next((i for one, i in written if words(one, language) in forms), None)
    return [] if owner is None else [(one, owner) for one in asked]
