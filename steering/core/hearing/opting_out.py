"""Who asks not to be called again, however it is put: the author's words, and the grammar of it that the language has.

A line of a grammar spells phrases: "(do not/never) (ever/) call" stands for four. A line "CALL = call/ring" gives
a name to words, to be used in the lines below it. Inflection counts as in phrases, fillers are passed over.
Words about somebody else's telephone are taken out first: "don't call the police" asks nothing of us. No phrase of those
goes over a comma ("don't call. My lawyer will"), but where its line has one.
An oath between the words takes nothing away: "stop fucking calling me".
What is none in the flow's language may be one of another's closed list: who is called is not asked in which he says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from steering.core.hearing.folding import Heard, listen
from steering.core.hearing.negation import negated
from steering.core.hearing.phrases import PhraseTable, table_of
from steering.core.hearing.stems import stem
from steering.core.hearing.trie import Trie
from steering.core.languages import LANGUAGES
from steering.core.languages import language as language_of

__all__ = ["OptOuts"]

_PARTS = re.compile(r"\(([^()]*)\)|([^\s()]+)")


class OptOuts:
    """What is an opt-out in a flow, and to which line of `anytime` it leads. Immutable after it is built."""

    __slots__ = ("_first", "_language", "_others", "_swearing", "_table")

    def __init__(self, own: Sequence[tuple[str, int]], first: int, others: Iterable[str], language: str = "en") -> None:
        """*own* are the author's phrases and their lines; *first* is the line for the language's, *others* mean something else."""
        # "stop the call" ends this one, "stop the calls" all of them.
        self._others = frozenset(listen(one, language).words for one in (*others, *language_of(language).stop))
        more = [(one, first) for one in language_of(language).opt_out if listen(one, language).words not in self._others]
        self._table = PhraseTable((*own, *more), language)
        self._swearing = PhraseTable([one for one in own if _without_oaths(one[0], language)], language)
        self._first = first
        self._language = language

    def match(self, said: str) -> tuple[int, int] | None:
        """The line of an opt-out in *said*, and the number of its words; None when there is none."""
        calm = _without_oaths(said, self._language)
        if not calm:
            return self._match(said)
        if own := self._swearing.match(said):
            return own.value, own.words
        return next((found for one in calm if (found := self._match(one))), None)

    def _match(self, said: str) -> tuple[int, int] | None:
        whole = listen(said, self._language)
        heard = _about_us(whole, self._language)
        if found := self._table.match(said if heard is whole else _written(heard)):
            return found.value, found.words
        grammar = _grammars(self._language)[0]
        for start, end in _places(grammar, heard, self._language):
            if heard.words[start:end] not in self._others and not negated(heard, start, end, self._language):
                return self._first, end - start
        return self._in_another_language(said)

    def _in_another_language(self, said: str) -> tuple[int, int] | None:
        for by, phrases in _foreign(self._language):
            heard = listen(said, by).words
            hit = next((hit for at in range(len(heard)) if (hit := phrases.longest(heard, at))), None)
            # There it may be denied: "i never said stop calling me".
            if hit and heard[hit.start : hit.end] not in self._others and table_of(language_of(hit.value).opt_out, hit.value).match(said):
                return self._first, hit.size
        return None

    def denied(self, said: str) -> tuple[str, ...] | None:
        """The words before a negation that denies an opt-out, as `PhraseTable.denied` has them."""
        return self._table.denied(said)


def _without_oaths(said: str, language: str) -> tuple[str, ...]:
    """*said* without its oaths, in whatever language, as they are longest and as they are shortest; none where it has none."""
    heard, oaths = listen(said, language), _oaths(language)
    if oaths.begins.keys().isdisjoint(heard.words):
        return ()
    hits = [oaths.hits(heard.words, at) for at in range(len(heard.words))]
    if not any(hits):
        return ()
    # "votre putain de liste" is "votre liste", "arrêtez, putain, de m'appeler" keeps its "de".
    return tuple(dict.fromkeys(_written(_kept(heard, [some[which].end if some else 0 for some in hits])) for which in (-1, 0)))


def _kept(heard: Heard, ends: Sequence[int]) -> Heard:
    """*heard* without the words from each place to its end in *ends*."""
    kept, breaks, at = list[str](), set[int](), 0
    while at < len(heard.words):
        if at in heard.breaks:
            breaks.add(len(kept))
        kept += () if ends[at] else (heard.words[at],)
        at = ends[at] or at + 1
    return Heard(tuple(kept), frozenset(breaks))


@cache
def _oaths(language: str) -> Trie[None]:
    own = language.partition("-")[0].casefold()
    heard = ((tag, listen(one, language).words) for tag in LANGUAGES for one in language_of(tag).oaths)
    # Single letters of another language are what one without spaces leaves of its words.
    return Trie((words, None) for tag, words in heard if tag == own or max(map(len, words), default=0) > 1)


def _about_us(heard: Heard, language: str) -> Heard:
    """*heard* without what is about something else, with a break in their place."""
    asked, beside = _grammars(language)
    others = list(_places(beside, heard, language, marked=True))
    if not others:
        return heard
    # "i told you never call me back" is no "you never call me back".
    whole = list(_places(asked, heard, language))
    others = [(a, b) for a, b in others if not any(c <= a and b <= d and (a, b) != (c, d) for c, d in whole)]
    words, breaks, shift, done = list(heard.words), set[int](), 0, 0
    for start, end in others:
        breaks.update(place - shift for place in heard.breaks if done <= place <= start)
        del words[start - shift : end - shift]
        breaks.add(start - shift)
        shift, done = shift + end - start, end
    breaks.update(place - shift for place in heard.breaks if place >= done)
    return Heard(tuple(words), frozenset(breaks))


def _written(heard: Heard) -> str:
    return " ".join(f", {word}" if at in heard.breaks else word for at, word in enumerate(heard.words))


def _places(grammar: re.Pattern[str] | None, heard: Heard, language: str, marked: bool = False) -> Iterable[tuple[int, int]]:
    """Where *grammar* finds phrases in *heard*, as places of words; over a break, where it is *marked*, only where a "," stands."""
    if grammar is None:
        return
    text = _stemmed(heard.words, heard.breaks if marked else frozenset(), language)
    for hit in grammar.finditer(text):
        start = text.count(" ", 0, hit.start())
        yield start, start + hit.group().count(" ")


@lru_cache(maxsize=64)
def _stemmed(words: tuple[str, ...], breaks: frozenset[int], language: str) -> str:
    """*words* as stems that stand behind a space each, with a comma before the space at *breaks*."""
    return "".join(f"{',' if at in breaks else ''} {stem(word, language)}" for at, word in enumerate(words))


@cache
def _foreign(language: str) -> tuple[tuple[str, Trie[str]], ...]:
    """The opt-outs of the languages but *language*, by a language that divides words as they do."""
    base = language.partition("-")[0].casefold()
    groups: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for tag in LANGUAGES:
        # English writes contractions out, French divides "m'appelez", Japanese every letter.
        by = "en" if tag == "en" else "fr" if language_of(tag).spaced else "ja"
        phrases = (listen(one, by).words for one in language_of(tag).opt_out if tag != base)
        groups.setdefault(by, []).extend((heard, tag) for heard in phrases if len(heard) > 1)
    return tuple((by, Trie(entries)) for by, entries in groups.items() if entries)


@cache
def _grammars(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """The language's opt-outs, and what is none."""
    tongue = language_of(language)
    return _compiled(tongue.opting_out, language), _compiled(tongue.no_opt_out, language)


def _compiled(grammar: str, language: str) -> re.Pattern[str] | None:
    """*grammar* over stems that stand behind a space each."""
    fillers = "|".join(_stems(one, language) for one in language_of(language).fillers)
    named: dict[str, str] = {}
    lines: list[str] = []
    for line in filter(None, map(str.strip, grammar.splitlines())):
        name, is_name, words = line.partition(" = ")
        if is_name:
            named[name] = words
            continue
        parts = []
        for group, word in _PARTS.findall(line):
            if word == ",":
                parts.append(",?")
                continue
            choices = [part for choice in (group or word).split("/") for part in _choices(choice, named)]
            spelled = "|".join(sorted((_stems(one, language) for one in set(choices) if one), key=len, reverse=True))
            parts.append(f"(?:{spelled})(?:{fillers})*?" if "" not in choices else f"(?:(?:{spelled})(?:{fillers})*?)?")
        lines.append("".join(parts))
    return re.compile(f"(?= )(?:{'|'.join(lines)})(?=[ ,]|$)") if lines else None


def _choices(choice: str, named: dict[str, str]) -> list[str]:
    """What *choice* spells: itself, or with each of the words that a name in it stands for."""
    for word in choice.split():
        if word in named:
            return [choice.replace(word, one) for one in named[word].split("/")]
    return [choice]


def _stems(phrase: str, language: str) -> str:
    return "".join(f" {re.escape(stem(word, language))}" for word in listen(phrase, language).words)
