"""What tells that the security code of a card comes: "the number on the back is". Pure."""

from __future__ import annotations

from collections.abc import Sequence

from steering.core.card_numbers import CARD
from steering.core.languages import listed
from steering.core.said_digits import PAUSE, Word

OTHER_CODES = frozenset(
    listed("zip | area | postal | country | promo | discount | coupon | confirmation | door | gate | dial | bar | qr | dress")
)
_CODE_IS = PAUSE | frozenset(listed("was | of | on | my | number | here | back | would | be"))
_ON_THE_BACK = frozenset(listed("digit | digits | code | number | numbers | says | reads"))
_OF_CARD = _CODE_IS | CARD | frozenset(listed("is | it's | the | that | this | for | to | from"))
_FAR = 12


def tells_a_code(words: Sequence[Word], *, beside_card: bool) -> bool:
    """Whether *words* end with telling that a card's code comes: "the number on the back is", or beside a card "and the code is"."""
    before = [word.folded for word in words[-_FAR:]]
    if _says_three_digits(before) or _says_code_of_card(before):
        return True
    if "back" in before and not _ON_THE_BACK.isdisjoint(before):
        at = before.index("back")
        after = before[at + 1 :]
        if after[:1] == ["of"]:
            return not {"it", *CARD}.isdisjoint(after[1:4])
        return before[max(0, at - 2) : at] in (["on", "the"], ["at", "the"])
    if beside_card and before[-2:] == ["back", "is"]:
        return True
    if not beside_card or "code" not in before:
        return False
    at = len(before) - 1 - before[::-1].index("code")
    return before[max(0, at - 1)] not in OTHER_CODES and all(word in _CODE_IS for word in before[at + 1 :])


def _says_code_of_card(before: Sequence[str]) -> bool:
    """Whether *before* announces the code of a card by both words: "the code on my card is", "my card code is"."""
    at = next((at for at in range(len(before) - 1, -1, -1) if before[at] == "code"), None)
    if at is None or before[max(0, at - 1)] in OTHER_CODES:
        return False
    after = before[at + 1 :]
    return (before[max(0, at - 1)] in CARD or not CARD.isdisjoint(after)) and all(word in _OF_CARD for word in after)


def _says_three_digits(before: Sequence[str]) -> bool:
    """Whether *before* announces three digits, as a card's code has: "and the three digits are"."""
    for at in range(len(before) - 1):
        if before[at] in ("three", "3") and before[at + 1] in ("digit", "digits", "numbers"):
            return all(word in _CODE_IS or word == "thingy" for word in before[at + 1 :]) and "last" not in before[max(0, at - 1) : at]
    return False
