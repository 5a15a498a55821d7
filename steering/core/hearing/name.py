"""`name`: a person's name in title case: "um it's maria lopez" is "Maria Lopez".

There is no list of names. What is left when the words around a name are taken away is one, unless it holds
words that names do not: a wrong name on a legal call is worse than asking again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from itertools import pairwise

from steering.core.hearing.cardinals import BELOW_HUNDRED, SCALES
from steering.core.hearing.spelling import spelling
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.languages import language as language_of
from steering.core.languages import listed

# Said before a name, and taken away from its front.
_LEADS = frozenset(
    listed(
        """
        my | name | names | name's | is | it's | its | it | i'm | im | i | am | this | that's | that | would | be | called | call
        calls | me | the | first | last | full | middle | given | yes | yeah | sure | okay | ok | hi | hello | hey | there | um | uh
        er | erm | ah | oh | well | so | speaking | talking | with | to | you're | you | are | can | good | morning | afternoon
        evening | people | everyone | everybody | they | friends | go | goes | by | just | only | said | say | surname | family
        for | under | use | and | pronounced | spelled | spelt
        mister | mr | mrs | ms | miss | dr | doctor | sir | ma'am | like | he's | she's | that'd | it'd | him | her | put | down
        """
    )
)
# And wherever they stand.
_WITHIN = frozenset(listed("first | last | middle | name | names | surname | is | um | uh | er | erm | my | the | it's | sir | ma'am"))
_TAILS = frozenset(
    listed(
        """
        speaking | here | please | thanks | thank | you | is | fine | good | okay | ok | sir | ma'am | calling | again | spelled
        and | that's | yes | yeah | for | short | from | with
        """
    )
)
# No name has one of these in it.
_NEVER = frozenset(
    listed(
        """
        what | what's | who | who's | whose | why | how | how's | when | where | where's | which | not | no | nope | don't | dont | do
        does | did | can't | cannot | won't | want | need | have | has | had | know | knew | think | understand | was | were | would
        could | should | i'd | i'll | i've | he | she | it | we | they | your | his | their | our | about | because | if | but | or
        maybe | call | called | calling | agent | person | operator | representative | manager | supervisor | human | someone | robot
        of | in | on | at | repeat | number | account | got | get | getting | going | tell | say | says | some | any | too | hear
        isn't | aren't | wasn't | doesn't | didn't | you've | you'll | yep | yup | uh | huh | hmm | mhm | mm | sorry | pardon | excuse
        scam | speak | spoke | before | same | after | moment | second | minute | hold | wait | stop | take | off | leave | message
        english | spanish | already | now | then | later | today | tomorrow | yesterday | tonight | busy | moved | right | wrong
        nobody | nothing | something | anything | everything | been | being | very | much | really | too | also | as | than
        ask | all | whoever | anyone | anybody | everyone | everybody | picks | up | from
        a | an | time | complicated | difficult | ridiculous | terrible | awful | stupid | nonsense | kidding | joking | recorded
        comma | available | interested | question | help | please | dollars | bucks | hundred | let | let's | look | looking | make | see
        """
    )
) | {*BELOW_HUNDRED, *SCALES, *listed("monday | tuesday | wednesday | thursday | friday | saturday | sunday")}
# Words of every day that are names as well.
_NAMES_TOO = frozenset(
    listed(
        """
        april | august | june | may | summer | winter | white | black | brown | green | gray | young | little | price | stone | street
        waters | church | judge | prince | major | junior | storm | west | north | london | cook | baker | porter | carter | fisher
        mason | chase | miles | pierce | page | parker | bill | mark | rich | art | jack | frank | guy | joy | grace | hope | faith
        will | rose | christian | drew | dean | king | long | short | rice | love | day | best | sharp | banks | rivers | fields
        park | lane | dawn | ivy | daisy | lily | ruby | pearl | crystal | angel | carol | don | ray | pat | sue | rob | skip | chip
        cliff | dale | lance | norm | sandy | wade | ward | woody | bush | hall | hill | wood | moon | star | sky | autumn | sterling
        manning | harding | fleming | browning | channing | golding | irving | bowling | spring | lord | noble | power | ford | wells
        """
    )
)
_MOST = 4
_NAME_AT_MOST = 200
"""Characters in which accents are looked for: longer answers are no names."""
_JOINING = frozenset(listed("van | von | de | la | del | di | da | der | bin | al"))
_SPELLED_FROM, _DOING, _LETTERS = 3, 5, 30
_TITLES = frozenset(listed("mister | mr | mrs | ms | miss | dr | doctor"))


def name(text: str, language: str = "en") -> str | None:
    """The name in *text*, or None when what was said is no name."""
    if "@" in text:
        return None
    tokens = value_tokens(text, language)
    written = accented(text, tokens, language)
    for take in reversed(takes(tokens, language)):
        found = _named(take, language)
        if found:
            return " ".join(cased(written.get(word, word)) for word in found)
    return None


def hear(text: str, now: datetime | None, language: str) -> str | None:
    return name(text, language)


def accented(text: str, tokens: Sequence[str], language: str) -> dict[str, str]:
    """The words of *text* as they were written, by their folded forms: a name keeps its accents."""
    if text.isascii():
        return {}
    written = [word.strip(".,;:!?¡¿") for word in unicodedata.normalize("NFC", text[:_NAME_AT_MOST]).casefold().split()]
    return {
        folded[0]: word for word in written if not word.isascii() and len(folded := value_tokens(word, language)) == 1 and word.isalpha()
    }


def _named(tokens: Sequence[str], language: str) -> list[str] | None:
    said = list(tokens)
    if "not" in said[:-2]:
        # "not susan, sue"
        at = said.index("not")
        if said[at + 1] in ("a", "an", "the"):
            return None  # "this is not a good time"
        del said[at : at + 2]
    elif said[-2:-1] == ["not"] and said[-1] not in _NEVER | _TAILS:
        del said[-2:]  # "it's mark not mike"
    if any(word.endswith("'s") and after == "name" for word, after in pairwise(said)):
        return None  # "my wife's name is alice"
    said = _from_the_name(_without_letters(_joined(said)))
    start, end = 0, len(said)
    while start < end and said[start] in _LEADS:
        start += 1
    while end > start and said[end - 1] in _TAILS and not (end - start == 1 and said[start] in _NAMES_TOO):
        end -= 1
    if start and said[start - 1] == "the":
        return None  # "the c v v", "the owner"
    kept = [word.removesuffix("'s") for word in said[start:end] if word not in _WITHIN]
    # "bond, james bond", "dave dave miller"
    kept = [word for at, word in enumerate(kept) if word not in kept[at + 1 :] or len(word) == 1]
    if not kept:
        # "will" and "may" lead to a name, or are one.
        letters = spelling(" ".join(tokens), language)
        return [letters] if letters and letters.isalpha() and len(letters) >= _SPELLED_FROM else None
    if len(kept) <= _LETTERS and all(len(word) == 1 for word in kept):
        return [letters] if (letters := spelling(" ".join(kept), language)) else None
    # "bob and alice" are two.
    if len(kept) > _MOST or not _BESIDE.isdisjoint(kept) or not all(word.replace("'", "").isalpha() for word in kept):
        return None
    if kept[0].endswith("ing") and len(kept[0]) > _DOING and kept[0] not in _NAMES_TOO:
        return None
    # "doctor strange": behind a title, a word of every day is a name.
    common = frozenset[str]() if _TITLES.intersection(said) else _common(language)
    return kept if all(word in _NAMES_TOO or (word not in _NEVER and word not in common) for word in kept) else None


# What leads to a name only as a whole: "i want to talk to a person" names nobody.
_LEADING = tuple(
    tuple(phrase.split())
    for phrase in listed(
        """
        you'd want to talk to | you'd want to speak to | you'd want to speak with | you want to talk to | you want to speak to
        you want to speak with | ask for | you can ask for | you'd want | you want
        you'll want | you're looking for | look for | let's see | let me see
        that'll be me | that would be me | that'll be | it'll be | that one's
        """
    )
)
_OF_A_NAME = frozenset(listed("my | the | first | last | middle | family | given | surname"))
_RELATIVES = frozenset(listed("husband | wife | mother | mom | father | dad | son | daughter | brother | sister | partner"))
_BESIDE = frozenset({"and", "with"})
_MYSELF = (["i'm"], ["am"], ["is"])
_ABOUT_SPELLING = frozenset(listed("spelled | spelt | spelling | pronounced | sounds | funny | hard | foreign | unusual | odd"))


def _joined(said: list[str]) -> list[str]:
    """*said* without the "and" between two parts of a name: "my first name is jane and my last name is doe"."""
    return [word for at, word in enumerate(said) if word != "and" or not _OF_A_NAME.intersection(said[at + 1 : at + 2])]


def _told_apart(said: list[str]) -> list[str]:
    """*said* without what tells who the bearer is or how he is spelled: "his wife linda", "karen the manager", "jose with a z"."""
    for at in range(1, len(said) - 1):
        if said[at] in ("his", "her") and said[at - 1 : at] in _MYSELF and said[at + 1] in _RELATIVES:
            return said[at + 2 :]
        if said[at] == "with" and (said[at + 1] in ("no", "an", "two", "double") or len(said[at + 1]) == 1):
            return said[:at]
        if said[at] == "the" and at > 1 and (said[at - 2 : at - 1] in _MYSELF or said[max(0, at - 3) : at - 2] in _MYSELF):
            return said[:at]
    return said


def _from_the_name(said: list[str]) -> list[str]:
    """*said* without what leads to a name ("just ask for billy") and where its bearer is from ("from next door")."""
    said = _told_apart(said)
    if "but" in said[:-2] and _ABOUT_SPELLING.intersection(said[: said.index("but")]):
        said = said[said.index("but") + 1 :]
    for at in range(len(said)):
        lead = next((one for one in _LEADING if tuple(said[at : at + len(one)]) == one), None)
        if lead:
            said = said[at + len(lead) :]
            break
        if said[at] not in _LEADS:
            break
    for end, after in ((at, said[at + 1 : at + 2]) for at, word in enumerate(said) if word == "and"):
        if end and after in (["no"], ["yes"], ["i'm"], ["i"]):
            said = said[:end]
            break
    at = said.index("from") if "from" in said else 0
    return said[:at] if at and not _LEADS.issuperset(said[:at]) else said


def _without_letters(said: list[str]) -> list[str]:
    """*said* without the letters that spell a word before or behind them once more: "miller m i l l e r"."""
    single = [at for at, word in enumerate(said) if len(word) == 1]
    if len(single) < _SPELLED_FROM or not any(len(word) > 1 and word not in _LEADS and word not in _TAILS for word in said):
        return said
    return [word for word in said if len(word) > 1]


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(language_of(language).known)


def cased(word: str) -> str:
    """ "o'brien" is O'Brien, "mcdonald" McDonald, "jj" JJ."""
    if word in _JOINING:
        return word.capitalize()
    if word.startswith("mc") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    if len(word) == 2 and not set("aeiouy").intersection(word) and word.isascii():
        return word.upper()
    return "'".join(part.capitalize() for part in word.split("'"))
