"""Values that only bound what is meant: "after thursday", "more than thirty", "every monday", "five or later"."""

from __future__ import annotations

from collections.abc import Sequence

from steering.core.languages import listed

_OPENING = frozenset(
    tuple(phrase.split())
    for phrase in listed(
        """
        after | before | past | until | till | since | every | each | except | excluding | besides | anything but | everything but
        any day but | any time but | anytime but | other than | at least | at the least | at minimum | more than | less than
        fewer than | greater than | later than | earlier than | sooner than | higher than | lower than | over | under | above | below
        beyond | prior to | week of | weekend of
        """
    )
)
_CLOSING = frozenset(
    tuple(phrase.split())
    for phrase in listed(
        """
        more than | less than | or later | or after | or earlier | or before | or more | or less | or sooner | or over | or under
        or up | and up | and over | and above | and later | and after | onward | onwards | and onward | and onwards
        at least | at the least | at minimum
        """
    )
)
_BETWEEN = frozenset(listed("the | on | at | a | an | about | around | like | next | this | other | single | uh | um | my"))
_LONGEST = 3
_REACH = 6
"""Tokens before a value in which a "not" makes "more than" the most: "i'm not giving you more than forty"."""


def is_open(tokens: Sequence[str], start: int, end: int) -> bool:
    """Whether the value at `tokens[start:end]` is only where what is meant begins or ends.

    What a caller gives as the most ("no more than fifty", "up to fifty", "fifty at most") is his value.
    """
    at = start
    while at and tokens[at - 1] in _BETWEEN:
        at -= 1
    for place in range(at, start + 1):
        before = tuple(tokens[max(0, place - _LONGEST) : place])
        if not _OPENING.isdisjoint((before, before[-2:], before[-1:])):
            most = before[-2:] == ("more", "than") and any(
                word in ("no", "not", "cannot") or word.endswith("n't") for word in tokens[max(0, place - _REACH) : place]
            )
            return not most
    after = tuple(tokens[end : end + _LONGEST])
    return not _CLOSING.isdisjoint((after, after[:2], after[:1]))
