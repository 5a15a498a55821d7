"""How long numbers are divided when they are read out."""

from __future__ import annotations

# Country codes of one and of two digits; all others have three.
_SHORT = ("1", "7")
_TWO = frozenset(
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98".split()
)


def groups(bare: str) -> list[str]:
    """Digits in fours where that comes out even, else in threes; up to five stay together."""
    if len(bare) < 6:
        return [bare]
    return [bare[at : at + 4] for at in range(0, len(bare), 4)] if len(bare) % 4 == 0 else in_threes(bare)


def in_threes(bare: str) -> list[str]:
    """Digits in threes, with the last two to four together."""
    cut = max(0, (len(bare) - 2) // 3 * 3)
    return [*(bare[at : at + 3] for at in range(0, cut, 3)), bare[cut:]]


def international(bare: str) -> list[str]:
    """A number after its plus sign: the country code, then threes; as at home for North America."""
    size = 1 if bare[0] in _SHORT else 2 if bare[:2] in _TWO else 3
    return [bare[:size], *in_threes(bare[size:])]
