"""Light inflection: call, calls, called and calling are one word; nothing that changes a meaning is."""

from __future__ import annotations

from functools import lru_cache

from steering.core.languages import language as language_of
from steering.core.languages import listed

# Words that only look inflected.
_WHOLE = frozenset(
    listed("""
        this | his | its | is | was | has | yes | us | bus | gas | plus | less | unless | always | perhaps | across
        news | lens | does | goes | during | nothing | something | anything | everything | thing | morning | evening
        king | ring | bring | sing | string | spring | wing | red | bed | need | seed | feed | speed | indeed
        hundred | sacred | kindred | united | states | minus | basis | series | species | pas | address | process
        access | business | express | miss | pass | class | press | cross | loss | boss | wedding | building | ceiling
        being | sterling
    """)
)
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=8_192)
def stem(word: str, language: str = "en") -> str:
    """The part of *word* that its inflected forms share."""
    if language[:2] == "en":
        return _english(word)
    for ending in language_of(language).endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _english(word: str) -> str:
    if len(word) < 4 or word in _WHOLE or not word.isalpha():
        return word
    if word.endswith(("ise", "ised", "ises", "ising", "isation")) and len(word) > 6:
        at = word.rindex("is")
        word = word[:at] + "iz" + word[at + 2 :]
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ery") and len(word) > 6:
        return _bare(word[:-1])
    if word.endswith("ing") and len(word) > 5 and _VOWELS.intersection(word[:-3]):
        return _bare(word[:-3])
    if word.endswith("ed") and len(word) > 4 and _VOWELS.intersection(word[:-2]):
        return _bare(word[:-2])
    if word.endswith("es") and word[:-2].endswith(("s", "x", "z", "ch", "sh", "o")):
        return _bare(word[:-2])
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return _bare(word[:-1])
    return _bare(word)


def _bare(root: str) -> str:
    """*root* without a doubled last consonant and without a silent e, so that all forms meet."""
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "aeioufsz":
        return root[:-1]
    return root[:-1] if len(root) > 3 and root.endswith("e") else root
