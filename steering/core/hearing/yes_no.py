"""`yes_no`: what a caller's answer to a yes/no question comes to.

What was said is read left to right as a row of signals, each the longest known phrase at its place.
Negation comes with the phrases ("not really" is one), so it is resolved before polarity. Then the
last clear signal wins, unless both are meant.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from steering.core.hearing.asking_back import asks_back
from steering.core.hearing.folding import Heard, answer, fold, listen, marked, told
from steering.core.hearing.oneself import is_oneself
from steering.core.hearing.right_party import Asked, introductions, names_another
from steering.core.hearing.trie import Hit, Trie
from steering.core.languages import language as language_of

Answer = Literal["yes", "no", "unsure"]
_Sort = Literal[
    "yes", "soft", "brief", "named", "no", "not", "unsure", "relative", "neutral", "condition", "both", "question", "polite", "correction"
]


@dataclass(frozen=True, slots=True)
class _Signal:
    sort: _Sort
    start: int
    end: int

    @property
    def answer(self) -> Answer:
        return "no" if self.sort in ("no", "not") else "unsure" if self.sort in ("unsure", "relative") else "yes"


_Hits = list[list[Hit[_Sort]]]
"""The known phrases that begin at each of the words, the shortest first."""
_ANSWERS = ("yes", "soft", "brief", "named", "no", "not", "unsure", "relative")
_SUBJECT = 3
"""Words before the negation of a sentence that begins with it: "we really do not"."""
_INVERTED = frozenset({"do", "does", "did", "has", "have", "is", "are", "am", "was", "can", "could", "will", "would", "should", "may"})
"""Words that begin a question only where they stand before their subject."""
_WORD = 3
"""Letters of the shortest answer that is one anywhere in a language without spaces."""
_SENTENCE = 4
"""Words of a phrase that is one across a comma."""
_BEHIND = 4
"""Answers and courtesies behind a short answer that are looked at."""
_NARRATIVE = 6
"""Words besides the signals from which a yes or no in the middle is told, not answered."""


def yes_no(text: str, language: str = "en", asked: Asked = ()) -> Answer | None:
    """Whether *text* answers yes, no, or can't say; None when it answers nothing.

    To a question for somebody (*asked*) he says yes by his name ("this is maria"); who says another name is unsure at best.
    """
    heard = told(marked(text, language), language)
    known = _known(language)
    hits = [known.hits(heard.words, at) for at in range(len(heard.words))]
    if asked:
        _add_introductions(heard, hits, text, asked, language)
    signals = _signals(heard, hits, language)
    last = heard.words[signals[-1].start :] if signals and signals[-1].sort == "correction" else ()
    if last and signals[-1].end == len(heard.words) and any(word in language_of(language).no for word in last):
        # "yes wait no" takes the yes back, and nothing comes in its place; "no sorry" is a no.
        return "no"
    said = _answers(heard, signals, language)
    if not said:
        return None
    if unsure := [signal for signal in said if signal.sort == "unsure"]:
        # "no not right now, call me later" is a no.
        later = said[0].answer == "no" and all(heard.words[signal.start : signal.end] in _LATER for signal in unsure)
        return "no" if later and all(signal.answer == "no" for signal in said if signal not in unsure) else "unsure"
    clear = [signal for signal in said if signal.sort != "relative"]
    settled = _settle(heard, signals, clear, language) if clear else "unsure"
    if settled == "yes" and (len(clear) < len(said) or names_another(text, asked, language)):
        return "unsure"  # "yes this is her husband"
    if settled == "yes" and asked and not _says_himself(heard, clear, asked, language):
        return "unsure"  # "great", "yes she's here"
    if settled == "no" and any(signal.sort == "named" for signal in clear):
        return "unsure"  # "no this is maria"
    if settled == "yes" and (_doubted(text, heard, clear) or _conditional(signals) or _reserved(heard, signals, clear, hits, language)):
        return "unsure"
    first = next((one.start for one in clear if not _mild(heard, one, language)), None)
    if settled == "yes" and first is not None and asks_back(heard, first, language):
        return "unsure"  # "yes who is this"
    return settled


def _add_introductions(heard: Heard, hits: _Hits, text: str, asked: Asked, language: str) -> None:
    """Adds to *hits* where somebody says that it is he who is *asked* for, and no more of a name: not "this is maria's mother"."""
    ways = _introduced(asked, language)
    fillers = language_of(language).fillers
    folded = fold(text)
    if any(f"{word}'s" in folded for one in asked for word in one):
        return
    for at in range(len(heard.words)):
        for hit in ways.hits(heard.words, at, lambda place: int(heard.words[place] in fillers)):
            turns = heard.words[hit.end : hit.end + 1] in _turns(language)
            if hit.end == len(heard.words) or hit.end in heard.breaks or hits[hit.end] or turns:
                hits[at].append(Hit("named", at, hit.end, hit.size, hit.order))


def _says_himself(heard: Heard, said: list[_Signal], asked: Asked, language: str) -> bool:
    """Whether it is he who is *asked* for that says yes: by his name, or without another word than such as he says."""
    return any(signal.sort == "named" for signal in said) or is_oneself(heard, asked, language)


def only_gone(text: str, language: str = "en", asked: Asked = ()) -> bool:
    """Whether nothing in *text* says no but that somebody cannot be had: "he's at work", not "no, he's at work".

    To a question for somebody (*asked*) neither does "maria is not here" or "this is not a good time".
    """
    heard, gone, known = answer(text, language), _gone(language, busy=bool(asked)), _known(language)
    kept, at = list[str](), 0
    while at < len(heard.words):
        hit, other = gone.longest(heard.words, at), known.longest(heard.words, at)
        if hit and other and other.end > hit.end:
            hit = None  # "no está hablando con ella"
        kept += () if hit else (heard.words[at],)
        at = hit.end if hit else at + 1
    return len(kept) < len(heard.words) and yes_no(" ".join(kept), language) != "no"


def asks(text: str, language: str = "en") -> bool:
    """Whether *text* begins as a question: "am i speaking with a person"."""
    heard = answer(text, language)
    first = _known(language).longest(heard.words, 0)
    return first is not None and _asks(heard, _Signal(first.value, 0, first.end), language)


def hear(text: str, now: datetime | None, language: str) -> Answer | None:
    return yes_no(text, language)


def _signals(heard: Heard, hits: _Hits, language: str) -> list[_Signal]:
    found: list[_Signal] = []
    at = 0
    while at < len(heard.words):
        before = found[-1:]
        hit = next((hit for hit in reversed(hits[at]) if _unbroken(heard, hit) and _whole(heard, hit, before, hits, language)), None)
        if hit is None:
            at += 1
            continue
        if before and before[0].sort == "question" and _asked_of(heard, hit, before[0], language):
            found[-1] = _Signal("question", before[0].start, hit.end)
            at = hit.end
            continue
        denied = before and before[0].sort == "not" and at - before[0].end <= 1 and at not in heard.breaks
        dead = hit.value in ("yes", "soft", "brief", "named") and (denied or _told(heard, at, before, language))
        dead = dead or (hit.value in ("yes", "no") and _quoted(heard, at))
        if dead or (hit.size == 1 and not _answers_there(heard, at, before, hits, language)):
            at = hit.end
        else:
            found.append(_Signal(hit.value, at, hit.end))
            at = hit.end
    return found


def _whole(heard: Heard, hit: Hit[_Sort], before: list[_Signal], hits: _Hits, language: str) -> bool:
    """Whether a short answer, or a polite "if you could", is all that its clause says, and a question begins one: not "he does"."""
    if hit.value == "question" and heard.words[hit.start] in _INVERTED:
        denied = hit.size > 1 and heard.words[hit.start + 1] in language_of(language).negations
        # "yeah can't you know" is no question.
        return _first(heard, hit.start, before) and not (denied and any(one.sort in ("yes", "no", "not") for one in before))
    if hit.value in ("yes", "soft") and heard.words[hit.start] in _folded(language).conditions:
        alone = _first(heard, hit.start, before) and not any(one.sort == "correction" for one in before)
        return alone and _ends(heard, hit.end, hits, language)
    if hit.value in ("yes", "brief") and _denied_verb(heard, hit, language):
        return False  # "i really do not"
    return hit.value != "brief" or _ends(heard, hit.end, hits, language)


def _denied_verb(heard: Heard, hit: Hit[_Sort], language: str) -> bool:
    ends = heard.words[hit.end - 1] in _INVERTED and hit.end < len(heard.words) and hit.end not in heard.breaks
    return ends and hit.size > 1 and heard.words[hit.end] in language_of(language).negations


def _first(heard: Heard, at: int, before: list[_Signal]) -> bool:
    """Whether nothing stands before *at* but answers and politeness."""
    return at == 0 or at in heard.breaks or any(one.end == at for one in before)


def _ends(heard: Heard, end: int, hits: _Hits, language: str) -> bool:
    """Whether a short answer stands alone: "i do", not "i do have a question"."""
    for _ in range(_BEHIND):
        if end >= len(heard.words) or end in heard.breaks:
            return True
        after = hits[end][-1] if hits[end] else None
        if after and after.value == "correction" and after.end == len(heard.words):
            return True  # "i have actually"
        if after is None or after.value not in ("polite", "yes", "both", "brief"):
            return False
        # "he is definitely trying" goes on.
        if after.value == "both" or (after.value == "yes" and heard.words[end] not in _folded(language).ordinary):
            return True
        end = after.end
    return True


def _asked_of(heard: Heard, hit: Hit[_Sort], before: _Signal, language: str) -> bool:
    """Whether *hit* ends the question *before* it, which begins with its verb: "is it ready", "did i cancel it"."""
    if before.end != hit.start or hit.start in heard.breaks or heard.words[before.start] not in _INVERTED:
        return False
    word, tongue = heard.words[hit.start], language_of(language)
    if hit.size == 1:
        return word in _folded(language).ordinary
    return heard.words[before.start] == "did" and hit.value in ("yes", "no") and word not in (*tongue.plain_yes, *tongue.no[:1])


def _told(heard: Heard, at: int, before: list[_Signal], language: str) -> bool:
    """Whether a "never" reaches the yes at *at*: "i never said yes", "nobody told me yes"; not "never, yes"."""
    for one in before:
        tongue, between = language_of(language), heard.words[one.end : at]
        if not between:
            return False
        single = one.end == one.start + 1 and heard.words[one.start] in tongue.negations and heard.words[one.start] not in tongue.no[:1]
        return (
            single
            and not any(word in _folded(language).openers or word in tongue.both for word in between)
            and not any(one.end <= place <= at for place in heard.breaks)
        )
    return False


_LATER = frozenset({("later",), ("maybe", "later"), ("some", "other", "time"), ("another", "time")})
_SAID = frozenset({"said", "says", "mean"})


def _quoted(heard: Heard, at: int) -> bool:
    """Whether somebody else said so: "my wife said yes", "what do you mean yes"; not "i said no", "i already said yes"."""
    return (
        at > 1 and heard.words[at - 1] in _SAID and at not in heard.breaks and not _SPEAKERS.intersection(heard.words[max(0, at - 3) : at])
    )


def _answers_there(heard: Heard, at: int, before: list[_Signal], hits: _Hits, language: str) -> bool:
    """Whether the word at *at* may answer there: "great" does not in "great timing", nor "always" in "they always say so"."""
    tongue = _folded(language)
    if heard.words[at] == _TAG and _is_tag(heard, at, before):
        return False
    if heard.words[at] not in tongue.ordinary or _ends(heard, at + 1, hits, language):
        return True
    first = _first(heard, at, before) or heard.words[at - 1] in _SPEAKERS
    opens = heard.words[at + 1] in tongue.openers or bool(hits[at + 1])
    return (first and opens) or heard.words[at - 1 : at] in _HELPERS


def _is_tag(heard: Heard, at: int, before: list[_Signal]) -> bool:
    """Whether the word at *at* only asks whether something is so: "the card ends in 1111 right"; not "the address is right"."""
    told = at - max((one.end for one in before), default=0)
    answered = any(one.sort in _ANSWERS for one in before)
    return told >= _STATEMENT and not answered and (heard.words[at - 1] not in _BEFORE_RIGHT or at in heard.breaks)


_TAG = "right"
_STATEMENT = 2
"""Words of the shortest statement that a tag turns into a question."""
_BEFORE_RIGHT = frozenset(
    {"is", "are", "was", "were", "be", "been", "am", "sounds", "sound", "looks", "look", "seems", "feels", "all", "about", "it", "them"}
    | {"everything", "that", "you", "just", "quite", "perfectly", "absolutely", "completely", "exactly", "totally", "pretty", "got"}
)
_SPEAKERS = frozenset({"i", "we"})
_HELPERS = (("will",), ("would",), ("can",), ("could",), ("do",))


def _unbroken(heard: Heard, hit: Hit[_Sort]) -> bool:
    """Whether *hit* is one phrase: "no, wait" is a no, and a word behind it; not "no, it's the right number"."""
    short = 1 < hit.size < _SENTENCE and heard.words[hit.start] == "no"
    return not short or not any(at in heard.breaks for at in range(hit.start + 1, hit.end))


def _mild(heard: Heard, signal: _Signal, language: str) -> bool:
    """Whether *signal* only opens a sentence: "okay", "great", "right"."""
    return signal.sort == "soft" or heard.words[signal.start : signal.end] in _OPENING_WORDS


_OPENING_WORDS = (("right",), ("true",), ("deal",))


def _answers(heard: Heard, signals: list[_Signal], language: str) -> list[_Signal]:
    """The signals that answer: not those that are only told in the middle of a story or a question."""
    covered = behind = sum(signal.end - signal.start for signal in signals)
    plain = len(heard.words) - covered < _NARRATIVE
    found: list[_Signal] = []
    asked = False
    for index, signal in enumerate(signals):
        before = signals[index - 1] if index else None
        fresh = signal.start == 0 or signal.start in heard.breaks or (before is not None and before.end == signal.start)
        behind -= signal.end - signal.start
        last = signal.end == len(heard.words) - behind
        alone = fresh
        fresh = fresh or (signal.sort in ("not", "relative") and signal.start <= _SUBJECT)
        if _asks(heard, signal, language) and not _followed(signals, index) and all(_mild(heard, one, language) for one in found):
            # "okay who is this" asks, and agrees to nothing.
            found.clear()
            asked = True
        elif not alone and _part_of_a_word(signal, spaced=language_of(language).spaced):
            continue
        elif signal.sort in _ANSWERS and (not asked or (fresh and signal.sort in ("yes", "no"))) and (plain or fresh or last):
            found.append(signal)
    return found


def _asks(heard: Heard, signal: _Signal, language: str) -> bool:
    """Whether a question begins there: "what", "who is this"."""
    opened = signal.sort == "neutral" and heard.words[signal.start] in language_of(language).questions
    return signal.sort == "question" or opened


def _part_of_a_word(signal: _Signal, *, spaced: bool) -> bool:
    """Whether *signal* in the middle of something is as likely the end of it: "das ist doch", それはいつ."""
    size = signal.end - signal.start
    return (signal.sort == "brief" and size == 1) if spaced else size < _WORD


def _followed(signals: list[_Signal], index: int) -> bool:
    """Whether a question word is only a startled "what" before a clear answer."""
    after = signals[index + 1] if index + 1 < len(signals) else None
    return after is not None and after.start == signals[index].end and after.sort in ("yes", "no")


def _settle(heard: Heard, signals: list[_Signal], said: list[_Signal], language: str) -> Answer:
    """One answer out of several: the last clear one, or unsure when both are meant."""
    last = said[-1]
    for earlier in reversed(said[:-1]):
        if earlier.answer == last.answer:
            continue
        between = [signal.sort for signal in signals if earlier.end <= signal.start and signal.end <= last.start]
        if "correction" in between:
            return last.answer
        if "both" in between:
            return "unsure"
        if earlier.answer == "no" and last.sort in ("soft", "brief", "named"):
            return "no" if last.sort == "soft" or last.end - last.start == 1 else "unsure"
        if earlier.answer == "no" and " ".join(heard.words[last.start : last.end]) in language_of(language).ordinary:
            return "unsure"  # "no absolutely"
        if any(one.sort == "no" for one in said[said.index(earlier) + 1 :]):
            return last.answer  # "yeah no i can't"
        if last.sort == "not" and _stressed(heard, earlier, last, language):
            return "no"
        if last.sort == "not":
            return "unsure" if earlier.sort != "soft" else "no"
        break
    return last.answer


def _stressed(heard: Heard, yes: _Signal, no: _Signal, language: str) -> bool:
    """Whether *yes* only stresses the *no* behind it: "i most certainly do not"."""
    between = heard.words[yes.end : no.start]
    stresses = heard.words[yes.end - 1] in language_of(language).ordinary and no.start not in heard.breaks
    return stresses and len(between) == 1 and between[0] in _INVERTED


def _doubted(text: str, heard: Heard, said: list[_Signal]) -> bool:
    """Whether the yes itself is asked: "yes?", not "yes. who is this?"."""
    goes_on = any(place in heard.breaks for place in range(said[-1].end, len(heard.words)))
    return text.rstrip().endswith(("?", "？", "؟")) and not goes_on


def _conditional(signals: list[_Signal]) -> bool:
    return any(signal.sort == "condition" for signal in signals)


def _reserved(heard: Heard, signals: list[_Signal], said: list[_Signal], hits: _Hits, language: str) -> bool:
    """Whether something is kept back behind the yes: "yes but", "okay but i need it sooner", "yes hold on let me get her"."""
    reserves = _reserves(language)
    asked = {one.end for one in signals if one.sort in ("neutral", "question")}
    # What rounds a sentence off takes back nothing ("yes but i need it sooner okay"), nor does what is asked ("yes but can you do it").
    at = next((one.end for one in reversed(said) if one.sort == "yes" and one.start not in asked), said[0].end)
    while at < len(heard.words):
        kept, hit = reserves.longest(heard.words, at), hits[at][-1] if hits[at] else None
        if kept and (hit is None or hit.end <= kept.end):
            return True
        at = hit.end if hit else at + 1
    return False


class _Folded(NamedTuple):
    """Single words of a language as they are heard: without their accents."""

    ordinary: frozenset[str]
    openers: frozenset[str]
    conditions: frozenset[str]


@cache
def _folded(language: str) -> _Folded:
    tongue = language_of(language)

    def single(phrases: tuple[str, ...]) -> frozenset[str]:
        heard = (listen(marked(phrase, language), language).words for phrase in phrases)
        return frozenset(words[0] for words in heard if len(words) == 1)

    return _Folded(single(tongue.ordinary), single(tongue.openers), single(tongue.conditions))


@cache
def _known(language: str) -> Trie[_Sort]:
    tongue = language_of(language)
    sorts: tuple[tuple[_Sort, Iterable[str]], ...] = (
        ("unsure", tongue.unsure),
        ("relative", tongue.relatives),
        ("no", tongue.no),
        ("yes", (*tongue.plain_yes, *tongue.yes)),
        ("soft", tongue.soft_yes),
        ("brief", tongue.brief_yes),
        ("neutral", tongue.neutral),
        ("correction", tongue.corrections),
        ("condition", tongue.conditions),
        ("both", tongue.both),
        ("question", tongue.questions),
        ("polite", (*tongue.polite, *tongue.greetings, *tongue.fillers)),
        ("not", tongue.negations),
    )
    return Trie((listen(marked(phrase, language), language).words, sort) for sort, phrases in sorts for phrase in phrases)


@cache
def _reserves(language: str) -> Trie[None]:
    tongue = language_of(language)
    return Trie((listen(phrase, language).words, None) for phrase in (*tongue.reserves, *tongue.wait))


@lru_cache(maxsize=256)
def _introduced(asked: Asked, language: str) -> Trie[None]:
    return Trie((listen(marked(way, language), language).words, None) for way in introductions(asked, language))


@cache
def _turns(language: str) -> frozenset[tuple[str, ...]]:
    return frozenset(listen(turn, language).words for turn in language_of(language).turns)


@cache
def _gone(language: str, *, busy: bool) -> Trie[None]:
    tongue = language_of(language)
    return Trie((listen(phrase, language).words, None) for phrase in (*tongue.gone, *(tongue.busy if busy else ())))
