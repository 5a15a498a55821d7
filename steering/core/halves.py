"""The half of the day of a time that may be either: said with its day before ("tomorrow morning", then "at ten"), the only one
that the limits allow, or asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from steering.core.call import Call
from steering.core.flow import Collect
from steering.core.heard import collected_before, day_in, fits
from steering.core.hearing.day_parts import half_said_with
from steering.core.hearing.phrases import PhraseTable
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.languages import language as language_of
from steering.core.turn import Turn
from steering.core.values import Time, read, write

_NIGHT_IS_OVER = 5
"""The hour from which "at night" is the evening's: two at night is early, nine at night is late."""
_USUAL = {"morning": range(5, 12), "later": (12, *range(1, 10)), "night": range(6, 12)}
"""The hours that nobody asks about again once their half was said; "eleven" for an afternoon is asked about."""


def keep(call: Call, turn: Turn, found: Mapping[str, object]) -> None:
    """Keeps the values by slot; a time in the half of the day that was said with its day."""
    call.keep(found)
    note_halves(call, turn.text)
    call.keep({name: time for name, value in found.items() if (time := _in_its_half(call, turn, name, value))})
    for one in call.here.form:
        # A value within a limit that is another one now: "no, it starts on friday".
        written = call.slots.get(one.name) if not found.keys().isdisjoint(one.kind.limit_names) else None
        if written and not fits(call, one, read(one.kind.name, written)):
            call.forget(one.name)


def note_halves(call: Call, text: str) -> None:
    """Keeps the halves of the day that *text* names with the days that this step has collected."""
    for one in (call.here.collect, *call.here.form):
        if one is None or one.kind.name != "date" or one.private:
            continue
        day = read("date", call.slots.get(one.name, ""))
        half = half_said_with(day, text, day_in(call, one, text)[1], call.flow.language) if isinstance(day, date) else None
        if half:
            call.halves[one.name] = half


def in_half(written: str, text: str, language: str) -> Time | None:
    """The time *written* in the half of the day that *text* names, None when it names none."""
    time = read("time", written)
    said = takes(value_tokens(text, language), language)
    half = next((found for take in reversed(said) if (found := _halves(language).match(take))), None)
    return None if half is None or not isinstance(time, Time) else _timed(time, half.value)


def _in_its_half(call: Call, turn: Turn, name: str, value: object) -> Time | None:
    """The ambiguous time *value* for the slot *name* in the half that was said with its day, else in the only one within its limits."""
    if not (isinstance(value, Time) and value.ambiguous):
        return None
    one = next((one for one in (call.here.collect, *call.here.form) if one and one.name == name), None)
    half = call.halves.get(_day_of(call, name) or "", "")
    if half:
        time = _timed(value, half) if value.value.hour in _USUAL.get(half, ()) else None
        return time if time and (one is None or fits(call, one, time)) else None
    # Whoever names the other half, be it in a greeting, is asked rather than overruled.
    named = in_half(write(value), turn.text, call.flow.language)
    only = None if one is None else only_half(call, one, value)
    return only if named in (None, only) else None


def only_half(call: Call, one: Collect, value: Time) -> Time | None:
    """The ambiguous time *value* in the one half of the day that the limits of *one* allow; None when it is neither or both."""
    allowed = [time for half in ("morning", "later") if fits(call, one, time := _timed(value, half))]
    return allowed[0] if len(allowed) == 1 else None


def _day_of(call: Call, name: str) -> str | None:
    """The slot of the day to which the time *name* belongs: the nearest asked before it, else the only one."""
    form = [one.name for one in call.here.form]
    days = [one.name for one in call.here.form if one.kind.name == "date"]
    before = [day for day in days if form.index(day) < form.index(name)]
    if days:
        return before[-1] if before else days[0] if len(days) == 1 else None
    asked = collected_before(call)
    return asked.name if asked else None


def _timed(time: Time, half: str) -> Time:
    hour = time.value.hour % 12
    late = half == "later" or (half == "night" and hour >= _NIGHT_IS_OVER)
    return Time(time.value.replace(hour=hour + 12 if late else hour))


@cache
def _halves(language: str) -> PhraseTable[str]:
    tongue = language_of(language)
    groups = (("morning", tongue.morning), ("later", tongue.later), ("night", tongue.night))
    return PhraseTable(((phrase, half) for half, phrases in groups for phrase in phrases), language)
