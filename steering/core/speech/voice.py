"""What a language must be able to say for `speak`."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Protocol

from steering.core.speech.forms import Known


class Voice(Protocol):
    @property
    def joined(self) -> str:
        """What stands between groups and letters: a pause."""

    @property
    def home(self) -> str:
        """The region ("US") whose callers dial a number of their own without its country code."""

    def in_region(self, region: str) -> Voice:
        """The language as it is written in *region*, the second part of a tag in capitals, or nothing."""

    def say(self, text: str, known: Known | None = None) -> str:
        """*text* in one pass of the language's forms; *known* is what earlier passes found."""

    def nothing_to_do(self, text: str) -> bool:
        """Whether *text* is surely spoken as it stands."""

    def number(self, value: Decimal) -> str: ...
    def ordinal(self, number: int) -> str: ...
    def digits(self, text: str) -> str: ...
    def spelled(self, text: str) -> str: ...
    def money(self, amount: Decimal, code: str) -> str: ...
    def date(self, when: date, *, weekday: bool) -> str: ...
    def time(self, when: time) -> str: ...
    def phone(self, number: str) -> str: ...
    def address(self, text: str) -> str: ...
