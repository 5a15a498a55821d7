"""Hearing by kind: usual answers, two thousand characters made to be slow, and texts that nobody says."""

from __future__ import annotations

import random
import re
import resource
import statistics
import time
from collections.abc import Callable
from datetime import datetime

from steering.core.hearing import KINDS, LIMIT, hear, tongues
from steering.core.hearing.phrases import PhraseTable
from steering.core.hearing.tongues.table import meanings, table
from steering.core.languages import LANGUAGES, language

NOW = datetime(2026, 11, 18, 10)
USUAL = {
    "yes_no": "um yes I would like to change my order number seven please",
    "consent": "um yes please",
    "digits:4": "it is four five one two",
    "number": "there are five of us",
    "money": "i can pay fifty dollars today",
    "phone": "three one two five five five zero one nine nine",
    "email": "john dot smith at gmail dot com",
    "spelling": "l o p e z",
    "name": "my name is maria lopez",
    "date": "how about next tuesday the twenty fourth",
    "time": "half past three in the afternoon",
    "choice:morning|afternoon": "in the morning please",
}
# What makes every place of a text the beginning of something.
REPEATED = """
no |one |double |the fifth sorry the fifth sorry |one hundred |not |sorry |yes no |i do not |a |at |two thousand |four five |next |in
three days |half past |b as in boy |dot at |john at gmail dot com |$|1|1 |1,|1-|twenty |and a half |point |minus |o |oh |i mean |march
|the |don't |what if |yes |january first |\u00e9 |stop calling me |wait |five dollars and |a week from |1:1|@|a@a.|-|yes, no, |a, |p.m.
uh |.5 |-5 |1st |forty five |seven nine |hundred |not this monday but the next one |abcdefghij|agnet
""".replace("\n", " ").split("|")
WORDS = re.findall(
    r"\S+",
    """
    no yes one two twenty hundred thousand and a half quarter past to from at dot com @ . , - $ 5 1985 4/12 march next week friday in
    days the of double oh not sorry i mean wait as s t e r point minus dollars cents pm am noon eve christmas day end last month year
    plus extension # * ' \u2026 \u00bd \u0663 \u00e9 \ufdfa \u65e5 \u0939\u093e \u0439
    """,
)
ODD, ROUNDS, VARIED = 100_000, 7, 80
TRIPLES, AGAIN = 60, 12


def main() -> None:
    print("\n| a usual answer heard | µs (median) |\n|---|---|")
    for kind, said in USUAL.items():
        print(f"| {kind.partition(':')[0]} | {_timed(lambda text, kind=kind: hear(kind, text, NOW), said, 1000) * 1e6:.1f} |")  # type: ignore[misc]
    print(f"\n| {LIMIT:,} characters heard | ms (worst of {len(REPEATED)} texts, by its median) | text |\n|---|---|---|")
    phrases = PhraseTable([(phrase, phrase) for phrase in ("agent", "stop calling me", "representative", "do not call", "cancel my order")])
    for kind in USUAL:
        print(_worst(kind.partition(":")[0], lambda text, kind=kind: hear(kind, text, NOW)))  # type: ignore[misc]
    print(_worst("phrases", phrases.match))
    _other_languages()
    _odd_texts()


def _timed(act: Callable[[str], object], text: str, rounds: int) -> float:
    """The median CPU seconds of *act*. One utterance is folded once a turn, so no two are the same."""
    taken = []
    for count in range(rounds):
        said = text + " " * (count % VARIED)
        begun = time.thread_time()
        act(said)
        taken.append(time.thread_time() - begun)
    return statistics.median(taken)


def _worst(name: str, act: Callable[[str], object]) -> str:
    taken, text = max((_timed(act, (one * LIMIT)[: LIMIT - ROUNDS], ROUNDS), one) for one in REPEATED)
    return f"| {name} | {taken * 1e3:.2f} | `{(text * LIMIT)[:24].strip()}` … |"


def _other_languages() -> None:
    """One word or three of a language's lexicon, apart or as one, over and over: the slowest of ten languages by kind."""
    draw = random.Random(5)
    threes = {tag: [draw.sample(_words(tag), 3) for _ in range(TRIPLES)] for tag in tongues.LANGUAGES}
    texts = {tag: [*_words(tag), "12/12", *map(" ".join, some), *map("".join, some)] for tag, some in threes.items()}
    print(f"\n| {LIMIT:,} characters heard in ten other languages | ms (the slowest text, by its median) | text |\n|---|---|---|")
    for kind in (*tongues.KINDS, "yes_no", "consent", "choice:a|b c"):
        tried = [(_timed(_hearing(kind, tag), _repeated(text), 1), tag, text) for tag in texts for text in texts[tag]]
        slowest = sorted(tried, reverse=True)[:AGAIN]
        taken, tag, text = max((_timed(_hearing(kind, tag), _repeated(text), ROUNDS), tag, text) for _, tag, text in slowest)
        print(f"| {kind.partition(':')[0]} | {taken * 1e3:.2f} | {tag}: `{_repeated(text)[:24].strip()}` … |")


def _words(tag: str) -> list[str]:
    lexicon, tongue = table(tag).lexicon, language(tag)
    fields = ("numbers", "articles", "tens", "scales", "weekdays", "joins")
    counted = [phrase for name in fields for _, phrase in meanings(getattr(lexicon, name))]
    return [*counted, *tongue.plain_yes, *tongue.no, *tongue.negations, *tongue.corrections, *tongue.accented]


def _hearing(kind: str, tag: str) -> Callable[[str], object]:
    return lambda said: hear(kind, said, NOW, tag)


def _repeated(text: str) -> str:
    return (f"{text} " * LIMIT)[: LIMIT - ROUNDS]


def _odd_texts() -> None:
    """Texts of every script and of the grammar's own words in any order, over all kinds: an exception would end the run."""
    draw = random.Random(7)
    kinds = [*KINDS, "digits:4", "choice:a|b c|no plan"]
    begun, held = time.thread_time(), 0
    for count in range(ODD):
        if count == ODD // 2:
            held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        top = draw.choice((127, 0x250, 0x700, 0x3000, 0x10000, 0x110000))
        text = " ".join(draw.choices(WORDS, k=draw.randrange(40))) if count % 2 else "".join(map(chr, draw.choices(range(top), k=40)))
        hear(kinds[count % len(kinds)], text, NOW, LANGUAGES[count % len(LANGUAGES)])
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held
    print(f"\n{ODD:,} odd texts over all kinds: no exception, {time.thread_time() - begun:.1f} s, {grown} KiB more in their second half.")
