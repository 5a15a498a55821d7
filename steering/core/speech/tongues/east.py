"""Counting by myriads, as Japanese and Korean do."""

from __future__ import annotations


def counted_by_myriads(number: int, digits: str, tens: tuple[str, ...], myriads: tuple[str, ...], *, one_before_thousand: bool) -> str:
    """*number* in groups of four digits.

    A one is silent before ten, hundred and thousand; *one_before_thousand* speaks it before the last (一千).
    """
    if number == 0:
        return digits[0]
    words: list[str] = []
    for myriad in myriads:
        number, group = divmod(number, 10000)
        if group:
            words.append(_group(group, digits, tens, one_before_thousand=one_before_thousand) + myriad)
    return "".join(reversed(words))


def _group(group: int, digits: str, tens: tuple[str, ...], *, one_before_thousand: bool) -> str:
    words = ""
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit:
            silent = digit == 1 and place and not (place == 3 and one_before_thousand)
            words += ("" if silent else digits[digit]) + tens[place]
    return words
