"""`email`: an address, written or said: "john dot smith at gmail dot com", "j o e 42 at acme dot co dot uk".

The address is found by rules; email-validator only says whether it can be one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from email_validator import EmailNotValidError, validate_email

from steering.core.hearing.cardinals import BELOW_HUNDRED, SCALES
from steering.core.hearing.digits import digits
from steering.core.hearing.folding import LIMIT, ends, fold
from steering.core.hearing.tokens import takes
from steering.core.languages import listed

_WRITTEN = re.compile(r"[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}")
_SIGNS = {"dot": ".", "period": ".", "point": ".", "underscore": "_", "dash": "-", "hyphen": "-", "minus": "-", "plus": "+"}
_DOTS = frozenset({"dot", "period", "point", "."})
_HYPHENS = frozenset({"dash", "hyphen", "minus"})
_ENDINGS = frozenset(
    listed(
        """
        com | org | net | edu | gov | mil | int | io | co | uk | us | info | biz | me | app | dev | de | fr | es | it | ca | au | in
        jp | ai | tv | nl | se | dk | fi | pl | ch | at | be | ie | nz | za | mx | br | ru | cn | kr | sg | hk | tw | id | ph | th
        vn | tr | gr | pt | cz | hu | ro | eu | cc | xyz | ly | gg | health | online | store | shop | tech | site | website | blog
        cloud | email | live | news | pro | team | company | agency | law | bank | care | clinic | dental | world | life | group
        family | church | school | academy | house | design | studio | media | digital | solutions | services | systems | software
        """
    )
)
# Behind the last of these the address begins.
_LEADS = frozenset(
    listed(
        """
        is | its | thats | that | email | emails | address | mail | be | at | to | use | try | sure | yes | yeah | okay | ok | well
        reach | contact | under | by | write | please | mine | personal | business
        """
    )
)
# These are no beginning of one, but may stand within: "john four you".
_WEAK = frozenset(listed("i | you | me | my | the | it | and | all | can | so | we | as | a | would | just | like | or | send | mean"))
# An address with these in it is a story.
_NEVER = frozenset(
    listed(
        """
        was | were | am | im | live | look | looking | call | meet | going | not | dont | work | working | have | had | on | in
        get | got | your | there | where | what | stuck | arrived | over | until
        """
    )
)
# But these are names too, such as outlook and live.
_NAMES = frozenset({"live", "look", "work", "call", "get", "working"})
# What is said about an address and not in it.
_ASIDES = re.compile(
    r"\b(?:all (?:one word|lower ?case|together|small letters|in one word|caps)|one word|altogether|lower ?case|upper ?case|capital"
    r"|(?:with )?no (?:spaces?|dots?|caps|capitals)|without (?:spaces|dots)|the (?:letters?|numbers?|digits?|word)|(?:and )?then"
    r"|with (?:the|a) (?:number|numeral|digit|letter) \w+|with (?:an?|one|two|no|double) [a-z](?:'?s)?"
    r"|(?:my )?(?:last|first|full|middle) name|um+|uh+|er|erm|ah)\b"
)
_SAME = (
    (re.compile(r"\bunder score\b"), "underscore"),
    (re.compile(r"\bat (?:sign|symbol)\b"), "at"),
    (re.compile(r"\b(that|it|mail)'s\b"), r"\1 is"),
)
# "b-o-b" is spelled.
_LETTERS = re.compile(r"(?<![\w.-])[a-z0-9](?:-[a-z0-9]){2,}(?![\w.-])")
_TOKEN = re.compile(r"[a-z0-9.+_%-]+|@")
_REPEATS = frozenset({"double", "triple"})
_LONGEST = 12
"""Words of the part before "at" that are taken together."""
_LONGEST_LABEL = 6
_MOST_AT = 8


def email(text: str, language: str = "en") -> str | None:
    """The address in *text*, in lower case, or None when there is no whole one."""
    folded = fold(text)[:LIMIT]
    for pattern, same in _SAME:
        folded = pattern.sub(same, folded)
    bare = _LETTERS.sub(lambda said: said[0].replace("-", " "), folded) if "-" in folded else folded
    if any(map(_is_odd, _LETTERED.finditer(bare))):
        return None
    tokens = ends(_TOKEN.findall(_ASIDES.sub(" ", bare).replace("'", "")))
    said = takes(tokens, language)
    domain = ""
    for take in reversed(said):
        found = _spoken(take, domain)
        if found:
            return found
        # "tom at yahoo, no, gmail dot com" corrects the domain alone.
        start = 1 if take[:1] == ("at",) else 0
        domain = domain or (_domain(take, start) or "" if len(said) > 1 else "")
    written = _WRITTEN.findall(folded) if "@" in folded else ()
    one = len(set(written)) == 1 or len(said) > 1
    return written[-1] if written and one and _can_be(written[-1]) else None


def hear(text: str, now: datetime | None, language: str) -> str | None:
    return email(text, language)


_LETTERED = re.compile(r"\b(?P<word>[a-z]{2,}|[a-z](?: [a-z]){1,11}) with (?P<many>an?|one|two|no|double) (?P<letter>[a-z])(?:'?s)?\b")


def _is_odd(said: re.Match[str]) -> bool:
    """Whether a word is written otherwise than the caller says of its letters: "bob with two bs", "catherine with a k"."""
    word, letter = said["word"].replace(" ", ""), said["letter"]
    if said["many"] in ("two", "double"):
        return letter * 2 not in word
    return (letter in word) == (said["many"] == "no") or (said["many"] == "one" and letter * 2 in word)


def _spoken(tokens: Sequence[str], corrected: str) -> str | None:
    """The address said in *tokens*, with the domain that was *corrected* afterwards."""
    places = [at for at in range(1, len(tokens)) if tokens[at] in ("at", "@")][-_MOST_AT:]
    for at in reversed(places):
        domain = corrected or _domain(tokens, at + 1)
        local = _local(tokens[max(0, at - _LONGEST) : at]) if domain else ""
        if domain and local:
            whole = f"{local}@{domain}"
            if _is_second(tokens, places, at) and _spoken(tokens[: at - 1], "") != whole:
                return None
            return whole if _WRITTEN.fullmatch(whole) and _can_be(whole) else None
    return None


def _is_second(tokens: Sequence[str], places: Sequence[int], at: int) -> bool:
    """Whether another address stands before the one whose "at" is at *at*: "bob at gmail dot com or al at aol dot com"."""
    return any(_OTHERS.intersection(tokens[place:at]) and _domain(tokens, place + 1) for place in places if place < at)


_OTHERS = frozenset({"or", "and"})


def _can_be(address: str) -> bool:
    """Whether mail could be sent there, by the form of the address alone."""
    try:
        validate_email(address, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True


def _domain(tokens: Sequence[str], at: int) -> str | None:
    """ "gmail dot com", "g mail dot co dot uk", "acme.com", "school dot k twelve dot ca dot us"."""
    labels: list[list[str]] = [[]]
    for word in tokens[at : at + 4 * _LONGEST_LABEL]:
        if word in _DOTS:
            labels.append([])
        elif word in ("at", "@"):
            break
        else:
            parts = [part for part in word.split(".") if part]
            for number, part in enumerate(parts):
                if number:
                    labels.append([])
                labels[-1].append(part)
    while labels and not labels[-1]:
        labels.pop()
    # What follows the ending is said about something else.
    for last in range(1, len(labels)):
        head = [_label(one) for one in labels[:last]]
        ending = _ending(labels[last])
        goes_on = last + 1 < len(labels) and len(labels[last]) == (len(ending) if len(ending) > 1 and labels[last][0] != ending else 1)
        if not all(head) or (ending and not goes_on):
            return ".".join((*head, ending)) if all(head) and ending else None
    return None


def _label(words: Sequence[str]) -> str:
    if not words or len(words) > _LONGEST_LABEL or (len(words) > 1 and (_NEVER - _NAMES).intersection(words)):
        return ""
    if all(word in _NUMBERS for word in words):
        return digits(" ".join(words)) or ""
    if len(words) > 1 and len(words[0]) == 1 and all(word in _NUMBERS for word in words[1:]):
        return words[0] + (digits(" ".join(words[1:])) or "")
    return "".join("-" if word in _HYPHENS else word for word in words).strip("-")


def _ending(words: Sequence[str]) -> str:
    """The last label at the beginning of *words*: "com", or spelled, "c o m"."""
    if words and words[0] in _ENDINGS:
        return words[0]
    letters = ""
    for word in words:
        if len(word) != 1:
            break
        letters += word
    return letters if letters in _ENDINGS else ""


_NUMBERS = frozenset({*BELOW_HUNDRED, *SCALES, "hundred", "oh"})


def _local(tokens: Sequence[str]) -> str:
    """The part before "at", from behind the last leading word."""
    signed = [tokens[place + 1 : place + 2] != () and tokens[place + 1] in _SIGNS for place in range(len(tokens))]
    lead = max((place for place, word in enumerate(tokens) if word in _LEADS and not signed[place]), default=-1)
    if lead > 0 and tokens[lead] in _SPELLING and (spelled := _spelled_behind(tokens, lead)) is not None:
        return _local(spelled)
    start = lead + 1
    while start < len(tokens) and tokens[start] in _WEAK and len(tokens[start]) > 1 and not signed[start]:
        start += 1
    if start and tuple(tokens[start - 1 : start + 1]) == ("my", "name") and start + 1 < len(tokens) and not signed[start]:
        start += 1  # "my name carol dot dunn"
    kept = _spelled(tokens[start:])
    # "my name at gmail": which name was not said.
    if start and tokens[start - 1] == "my" and kept[-1:] == ["name"]:
        return ""
    if _NEVER.intersection(kept):
        return ""
    said: list[str] = []
    at = 0
    while at < len(kept):
        end = at
        while end < len(kept) and (kept[end] in _NUMBERS or kept[end] in _REPEATS):
            end += 1
        number = digits(" ".join(kept[at:end])) if end > at else None
        if number:
            said.append(number)
            at = end
        elif kept[at] in _REPEATS and at + 1 < len(kept):
            said.append(_repeated(kept[at], kept[at + 1]))
            at += 2
        else:
            said.append(_SIGNS.get(kept[at], kept[at]))
            at += 1
    return "".join(said)


def _spelled_behind(tokens: Sequence[str], lead: int) -> Sequence[str] | None:
    """*tokens* with the letters behind *lead* for the word before it: "jane dot doe, that's d o e"; None where they spell no word.

    Empty where it is not clear what of the address they spell.
    """
    at = lead - 1 if tokens[lead] == "is" and tokens[lead - 1] in ("that", "it") else lead
    letters, before = tokens[lead + 1 :], tokens[:at]
    begun = any(word in _SIGNS for word in before) and "at" not in before
    if not letters or not before or any(len(word) > 1 for word in letters):
        return () if begun else None
    if "at" not in before and before[-1][0] == letters[0] and len(before[-1]) > 1 and len(letters) > 1 and before[-1] not in _LEADS:
        return (*before[:-1], "".join(letters))
    return () if begun else None


_SPELLING = frozenset({"is", "its", "thats"})


def _repeated(word: str, after: str) -> str:
    """ "double t" is tt, "double u" is w."""
    if len(after) > 1:
        return after
    return "w" if (word, after) == ("double", "u") else after * (2 if word == "double" else 3)


def _spelled(tokens: Sequence[str]) -> list[str]:
    """*tokens* without the words that only say which letter is meant ("m as in mary"), and without a word that is spelled again."""
    found: list[str] = []
    at = 0
    while at < len(tokens):
        word, after = tokens[at], tuple(tokens[at + 1 : at + 3])
        if len(word) == 1 and after == ("as", "in") and at + 3 < len(tokens):
            found.append(word)
            at += 4
        elif len(word) == 1 and len(after) == 2 and after[0] in ("like", "for") and after[1][0] == word:
            found.append(word)
            at += 3
        else:
            found.append(word)
            at += 1
    for place, word in enumerate(found):
        letters = found[place + 1 : place + 1 + len(word)]
        if len(word) > 1 and letters == list(word):
            return [*found[:place], *found[place + 1 :]]
    return found
