"""Months and weekdays cut short: 24 de dic., lun.-vie., Mo., 23.11., пн., 23.11."""

from __future__ import annotations

import re
from collections.abc import Iterable

from steering.core.speech.forms import Forms
from steering.core.speech.tongues.tongue import Tongue

# Behind these a weekday cut short needs no date; some are words, too.
_ON = re.compile(
    r"\b(?:da|dal|a|al|di|de|del|el|il|le|du|au|am|ab|von|vom|bis|jeden|ogni|cada|chaque|до|по|с|в|во|на|каждый)\s$", re.IGNORECASE
)
_WORDS = frozenset({"mar", "so", "jeu", "mer", "ter", "dom", "sa"})


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
    alone = rf"(?P<day>{cut})\.(?=(?P<dated>,|\s\d)|\s*\Z|\s[^\W\d_](?-i:(?<![A-ZÄÖÜ])))"
    forms.abbreviate(rf"\b(?=[^\W\d_]{{1,6}}+\.?+\s?+[-–—/])(?:{span})")
    forms.abbreviate(rf"\b(?=[^\W\d_]{{1,6}}+\.)(?:{cut})\.")

    @forms.form("date", span, heads=short, flags=re.IGNORECASE)
    def _span(match: re.Match[str]) -> str:
        low, high = (tongue.weekdays[places[match[name].casefold()]] for name in ("low", "high"))
        return tongue.range(low, high) + (match["dot"] if match.end() == len(match.string) else "")

    @forms.form("date", alone, heads=short, flags=re.IGNORECASE)
    def _alone(match: re.Match[str]) -> str | None:
        before, day = match.string[max(0, match.start() - 16) : match.start()], match["day"].casefold()
        if match["dated"] is None and (day in _WORDS or not _ON.search(before)):
            return None
        stop = "." if match.end() == len(match.string) else ""
        return tongue.weekday(places[day], before) + stop
