"""What a caller's words mean: `hear(kind, text)` gives a value or None, by rules alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from steering.core.hearing import choice, consent, dates, digits, email, money, name, number, phone, spelling, text, times, tongues, yes_no
from steering.core.hearing.folding import LIMIT
from steering.core.languages import LANGUAGES

__all__ = ["KINDS", "LIMIT", "hear"]

Hearer = Callable[[str, datetime | None, str], object | None]

KINDS: dict[str, Hearer] = {
    "yes_no": yes_no.hear,
    "consent": consent.hear,
    "digits": digits.hear,
    "number": number.hear,
    "money": money.hear,
    "phone": phone.hear,
    "email": email.hear,
    "spelling": spelling.hear,
    "name": name.hear,
    "date": dates.hear,
    "time": times.hear,
    "text": text.hear,
}


def hear(kind: str, said: str, now: date | datetime | None = None, language: str = "en") -> object | None:
    """The value of *kind* that *said* holds, or None when it holds none.

    *now* is the caller's present; without it, dates that need it are not heard. `digits:4` hears exactly
    four digits, `choice:a|b|c` one of the choices as written. ValueError for an unknown kind or language.
    """
    if language.partition("-")[0].casefold() not in LANGUAGES:
        raise ValueError(f"There is no language '{language}' to hear. The languages are: {', '.join(LANGUAGES)}.")
    said = said[:LIMIT]
    called, _, detail = kind.partition(":")
    hearers = tongues.KINDS if tongues.speaks(language) else {}
    if called == "digits" and detail:
        return (tongues.digits if hearers else digits.digits)(said, _size(kind, detail), language)
    if called == "choice" and detail:
        return choice.choice(said, tuple(one.strip() for one in detail.split("|") if one.strip()), language)
    if called not in KINDS or detail:
        raise ValueError(f"There is no kind '{kind}' to hear. The kinds are: {', '.join((*KINDS, 'choice:a|b'))}.")
    moment = now if isinstance(now, datetime) or now is None else datetime.combine(now, time())
    return hearers.get(called, KINDS[called])(said, moment, language)


def _size(kind: str, detail: str) -> int:
    if not (detail.isdecimal() and 0 < int(detail) <= digits.LONGEST):
        raise ValueError(f"'{kind}' needs a number of digits from 1 to {digits.LONGEST}, as in 'digits:4'.")
    return int(detail)
