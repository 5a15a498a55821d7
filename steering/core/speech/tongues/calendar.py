"""Months and weekdays cut short: 24 de dic., lun.-vie., Mo., 23.11., пн., 23.11."""

from __future__ import annotations

import re
from collections.abc import Iterable

from steering.core.speech.forms import Forms
from steering.core.speech.tongues.tongue import Tongue


def cut_short(names: Iterable[str], short: str) -> dict[str, int]:
    """The place (from 0) of each name and of what it is cut to: *short* has them in order, `sep,sept` for several."""
    found = {name.casefold(): place for place, name in enumerate(names)}
    return found | {cut: place for place, cuts in enumerate(short.casefold().split()) for cut in cuts.split(",")}


def month_names(names: Iterable[str], short: str) -> str:
    """The pattern of a month, in full or cut short."""
    full = {name.casefold() for name in names}
    written = {re.escape(name) + ("" if name in full else r"\.?") for name in cut_short(names, short)}
    return "|".join(sorted(written, key=len, reverse=True))


def weekdays(forms: Forms, tongue: Tongue) -> None:
    if not tongue.short_weekdays:
        return
    places = cut_short(tongue.weekdays, tongue.short_weekdays)
    short = set(places) - {name.casefold() for name in tongue.weekdays}
    cut = "|".join(sorted(map(re.escape, short), key=len, reverse=True))
    span = rf"(?P<low>{cut})\.?\s?[-–—/]\s?(?P<high>{cut})(?!\w|-)(?P<dot>\.?)"
    alone = rf"(?P<day>{cut})\.(?=,|\s\d)"
    forms.abbreviate(rf"\b(?=[^\W\d_]{{1,6}}\.?\s?[-–—/])(?:{span})")

    @forms.form("date", span, heads=short, flags=re.IGNORECASE)
    def _span(match: re.Match[str]) -> str:
        low, high = (tongue.weekdays[places[match[name].casefold()]] for name in ("low", "high"))
        return tongue.range(low, high) + (match["dot"] if match.end() == len(match.string) else "")

    @forms.form("date", alone, heads=short, flags=re.IGNORECASE)
    def _alone(match: re.Match[str]) -> str:
        return tongue.weekday(places[match["day"].casefold()], match.string[max(0, match.start() - 16) : match.start()])
