"""What one answer holds for the questions of a step: values within their limits, and why one cannot be taken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache

from msgspec.structs import replace

from steering.core.birth_dates import BIRTH
from steering.core.call import HIDDEN, Call
from steering.core.counting import counted
from steering.core.days import counted_from
from steering.core.flow import Collect, Kind
from steering.core.hearing import hear
from steering.core.hearing.alone import says_only
from steering.core.hearing.certain import certain
from steering.core.hearing.choice import in_place, place
from steering.core.hearing.counted import counts_another, each_other_time
from steering.core.hearing.day_parts import without_day
from steering.core.hearing.digits import keyed
from steering.core.hearing.folding import listen
from steering.core.hearing.negation import affirmed
from steering.core.hearing.offers import compares, offered, unrefused
from steering.core.hearing.phrases import PhraseTable, words
from steering.core.hearing.text import is_no_answer
from steering.core.hearing.times import from_now
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.languages import language as language_of
from steering.core.limits import Broken, broken, in_currency, with_values, wrong_size
from steering.core.places import goes_to
from steering.core.turn import Kind as TurnKind
from steering.core.turn import Turn
from steering.core.values import Money, Time, read

# Kinds that take whatever was said, or answer every question: only the question that asks for one may fill it.
OPEN_KINDS = frozenset({"text", "name", "spelling", "yes or no"})
NUMERIC = frozenset({"number", "digits", "money", "phone", "date", "time"})
# Kinds whose value a caller may name without giving it.
_OFFERED = frozenset({"number", "money", "date"})
# Kinds of which a number that is left beside a day is one: "fifty on friday", "five on friday".
_BESIDE_A_DAY = frozenset({"money", "time"})
# Kinds that may be keyed: `#` ends them, `*` takes the last key back.
KEYED = frozenset({"number", "digits", "money", "phone"})
# Kinds that tell who somebody is.
_PROVING = frozenset({"digits", "phone", "date"})


def value_of(call: Call, turn: Turn, one: Collect) -> object | None:
    """The value for *one* in what was said or keyed.

    None when there is none, it is out of its limits, or it proves something and is a guess or somebody else's.
    """
    said = _text(turn, one)
    text = _offered(call, said, one)
    value = _value(call, one, text)
    if value is None and one.kind.name == "number" and (told := counted(call, one, text)):
        value = told.value
    if one.kind.name == "text" and one.private and _is_no_value(call, one, text):
        return None
    if value is None and turn.kind is TurnKind.SPEECH and call.field() is one:
        value = _in_a_word(call, one, said)
    if value is None and one.kind.name == "choice" and call.field() is one:
        value = in_place(text, one.kind.choices, _question(call, one), call.flow.language)
    if value is None or (one.kind.limits and not fits(call, one, value)) or _lacks_its_year(call, one, text):
        return None
    return None if turn.kind is TurnKind.SPEECH and _proves(call, one) and not certain(said, call.flow.language) else value


def _is_no_value(call: Call, one: Collect, text: str) -> bool:
    """Whether *text* is plainly no answer to *one*, a private question for any words: no answer at all, or the number of another one."""
    language = call.flow.language
    numbers = (other.kind for other in call.here.form if other is not one and other.private and (other.kind.size or 0) >= _TELLING)
    return is_no_answer(text, language) or any(hear(kind.hear_as, text, language=language) for kind in numbers)


def _in_a_word(call: Call, one: Collect, text: str) -> object | None:
    """Zero where "how many" is answered with "none"; where a value of the call is the most of an amount, that one for "all of it"."""
    language = call.flow.language
    tongue = language_of(language)
    if one.kind.name == "number":
        return 0 if says_only(text, tongue.none, (), language) else None
    named = [at for at, (word, bound) in enumerate(one.kind.limits) if word == "up to" and bound in one.kind.limit_names]
    kind = _limited(call, one.kind) if one.kind.name == "money" and named else None
    if kind is None or not says_only(text, tongue.whole, tongue.plain_yes, language):
        return None
    return read("money", kind.limits[named[0]][1])


def fits(call: Call, one: Collect, value: object) -> bool:
    """Whether *value* is within the limits of *one*; not when one of them is a value that is not there."""
    kind = _limited(call, one.kind)
    return kind is not None and broken(value, kind, call.now.date()) is None


def out_of_limits(call: Call, one: Collect, value: object) -> Broken | None:
    """The limit of *one* that *value* breaks, as far as they are known."""
    kind = _limited(call, one.kind)
    return broken(value, kind, call.now.date()) if kind else None


def _limited(call: Call, kind: Kind) -> Kind | None:
    def written(name: str) -> str | None:
        found = call.value(name)
        return None if found is None or found[1] == HIDDEN else found[1]

    return with_values(kind, written)


def _proves(call: Call, one: Collect) -> bool:
    """Whether a check compares *one* with what is known, or proves a fact by it."""
    flow = call.flow
    steps = (step for step in flow.steps.values() if step.check) if one.kind.name in _PROVING else ()
    return any(one.name in flow.checks[step.check].names for step in steps if step.proves or flow.checks[step.check].guard)


def _offered(call: Call, text: str, one: Collect) -> str:
    """What of *text* may answer *one*: not what is only asked about, past, or told of something else."""
    if one.kind.name not in _OFFERED:
        return text
    return offered(text, call.flow.language, _question(call, one), asked=call.field() is one)


def _question(call: Call, one: Collect) -> str:
    """The words that say what *one* is: its name and its question."""
    ask = one.ask or call.here.ask
    return f"{one.name.replace('_', ' ')} {ask.template.text if ask else ''}"


def _value(call: Call, one: Collect, text: str) -> object | None:
    """The value for *one* in *text*, whatever its limits; "two weeks" are no number of days."""
    value = _said(call, one, text)
    if value is None and one.kind.name == "time" and (left := _without_choices(call, text)) != text:
        # "at three, drive through" is no house in a street.
        text = left
        value = _said(call, one, text)
    if value is None and one.kind.name == "time" and call.field() is one:
        value = _since(call, one, text) or from_now(text, call.now, call.flow.language)
    if (beside := _beside_its_day(call, one, text)) is not None:
        left_over = _said(call, one, beside)
        # "el quince" is a day, and not fifteen euros too.
        value = left_over if value is None or one.kind.name == "money" else value
    another = one.kind.name == "number" and counts_another(value, text, call.flow.language, _question(call, one))
    another = another or (one.kind.name == "money" and each_other_time(text, call.flow.language, _question(call, one)))
    return None if another else value


def _since(call: Call, one: Collect, text: str) -> object | None:
    """The time in *text* that begins with the word of its question: "since three" where it asks "since when?"; English alone."""
    if call.flow.language[:2] != "en" or "since" not in words(_question(call, one), "en"):
        return None
    said = value_tokens(text, "en")
    return _said(call, one, " ".join(word for word in said if word != "since")) if "since" in said else None


def _without_choices(call: Call, text: str) -> str:
    """*text* without what it chooses for the form, where that is said as it is written."""
    chosen = (hear(one.kind.hear_as, text, language=call.flow.language) for one in call.here.form if one.kind.name == "choice")
    for choice in chosen:
        text = re.sub(rf"\b{re.escape(str(choice))}\b", ",", text, flags=re.IGNORECASE)
    return text


def beyond(call: Call, turn: Turn, one: Collect) -> Broken | None:
    """The limit that the value for *one* breaks which was said besides the answer to another question, and can be for *one* alone."""
    text = _offered(call, turn.text, one)
    value = _value(call, one, text) if one.kind.name in _BESIDE_A_DAY else None
    if value is None or bare(call, text, one, value):
        return None
    if ambiguous(value) and _said(call, one, _beside_its_day(call, one, text) or "") != value:
        return None
    return out_of_limits(call, one, value)


def _beside_its_day(call: Call, one: Collect, text: str) -> str | None:
    """*text* without the day that the form asks for too, when what is left can only be for *one*: "five on" of "five on friday"."""
    days = [other for other in call.here.form if other.kind.name == "date"]
    if one.kind.name not in _BESIDE_A_DAY or len(days) != 1 or days[0].private:
        return None
    others = [other for other in call.here.form if other not in (one, days[0]) and other.kind.name in NUMERIC]
    if call.field() is not one and not all(is_long(other) for other in others):
        return None
    day = _said(call, days[0], text)
    return without_day(day, text, day_in(call, days[0], text)[1], call.flow.language) if isinstance(day, date) else None


def is_amount(call: Call, turn: Turn, value: object) -> bool:
    """Whether the number *value* was said as money, in a form that asks for some: "thirty dollars" counts no pills."""
    money = next((one for one in call.here.form if one.kind.name == "money"), None)
    amount = _said(call, money, turn.text) if money else None
    return money is not None and isinstance(amount, Money) and amount.amount == value and not bare(call, turn.text, money, amount)


def objection(call: Call, turn: Turn, one: Collect | None) -> Broken | None:
    """Why the answer to *one* cannot be taken, though a value of its kind was heard."""
    text = _offered(call, _text(turn, one), one) if one else ""
    if one is None or not text:
        return None
    if one.kind.size is not None:
        some = hear("digits", text, language=call.flow.language)
        return wrong_size(one.kind.size) if some is not None and len(str(some)) != one.kind.size else None
    value = _value(call, one, text)
    if value is not None and _lacks_its_year(call, one, text):
        return Broken("year") if certain(text, call.flow.language) else None
    if value is None:
        return _incomplete(one.kind.name, text, call.flow.language)
    return out_of_limits(call, one, value)


def _incomplete(kind: str, text: str, language: str) -> Broken | None:
    """What is told of digits that are no telephone number, and of an address that is none."""
    if kind == "phone" and len(str(hear("digits", text, language=language) or "")) >= _DIALLED:
        return Broken("phone")
    return Broken("email") if kind == "email" and "@" in text else None


_DIALLED = 5
"""Digits from which an answer was meant as a telephone number."""


def others(call: Call, turn: Turn, asked: Collect | None) -> dict[str, object]:
    """Values for other questions of the form in the same words; one that could answer two questions is nobody's."""
    if turn.kind is TurnKind.KEYS:
        return {}
    form = call.here.form
    if asked is not None and asked.kind.name == "choice" and place(turn.text, call.flow.language) is not None:
        return {}  # "the second" of the two, and no day
    alike = [one.kind.hear_as if one.kind.name == "choice" else one.kind.name for one in form]
    found: dict[str, object] = {}
    many = sum(one.kind.name in NUMERIC for one in form) > 1
    told = _told_by_name(call, turn)
    for one, kind in zip(form, alike, strict=True):
        if one is asked or one.private or one.kind.name in OPEN_KINDS or (alike.count(kind) > 1 and one.name not in told):
            continue
        value = told[one.name] if one.name in told else value_of(call, turn, one)
        if value is None:
            continue
        loose = many and one.kind.name in _BESIDE_A_DAY and bare(call, turn.text, one, value)
        if not loose or _said(call, one, _beside_its_day(call, one, turn.text) or "") == value:
            found[one.name] = value
    # "two at seven pm" holds numbers that are no count, and "a table for two" no hour: a bare number is taken
    # only where nothing else is one, an hour without its half beside a date alone ("tuesday at three").
    hours = {name for name, value in found.items() if ambiguous(value)}
    numeric = {one.name: one.kind.name for one in form if one.kind.name in NUMERIC and (one is asked or one.name in found)}
    loosely = {name: kind for name, kind in numeric.items() if name not in told}

    if asked is not None and (anew := _said_anew(call, turn, asked, found)):
        return {anew: found[anew]}

    long = {one.name for one in form if one.name in numeric and is_long(one)}

    def fits(name: str) -> bool:
        if numeric.get(name) in ("number", "digits"):
            return name in told or loosely.keys() - hours == {name}
        return name not in hours or all(kind == "date" or other in long for other, kind in loosely.items() if other != name)

    return {name: value for name, value in found.items() if fits(name)}


def _told_by_name(call: Call, turn: Turn) -> dict[str, object]:
    """The numbers of the form that are told by what they count, where the values of other kinds are there without them."""
    told: dict[str, object] = {}
    for one in call.here.form:
        here = counted(call, one, _offered(call, turn.text, one)) if one.kind.name == "number" and not one.private else None
        if here is None or not fits(call, one, here.value):
            continue
        rest = replace(turn, text=here.rest)
        beside = (other for other in call.here.form if other.kind.name in NUMERIC - {"number"})
        if all(value_of(call, rest, other) == value_of(call, turn, other) for other in beside):
            told[one.name] = here.value
    return told


def counts_another_of_form(call: Call, turn: Turn, asked: Collect, value: object) -> bool:
    """Whether the number *value* is told by the name of another question than *asked*: "two children" at "How many adults?"."""
    told = _told_by_name(call, turn)
    return asked.name not in told and value in told.values()


def _said_anew(call: Call, turn: Turn, asked: Collect, found: Mapping[str, object]) -> str | None:
    """The earlier digits that alone are told by their number: "no, i said 1234568" at a question of how many."""
    language = call.flow.language
    long = [one.name for one in call.here.form if one.name in found and (one.kind.size or 0) >= _TELLING and one.name in call.slots]
    if list(found) != long or len(long) != 1 or asked.kind.name in ("digits", "phone") or value_of(call, turn, asked) is not None:
        return None
    return long[0] if len(takes(value_tokens(turn.text, language), language)) > 1 else None


def is_long(one: Collect) -> bool:
    """Whether the number that *one* asks for tells by itself what it is."""
    return one.kind.name == "phone" or (one.kind.size or 0) >= _TELLING


_TELLING = 4
"""Digits from which their number tells what they are."""
_UNKNOWN = "whatsoever"


def bare(call: Call, text: str, one: Collect, value: object) -> bool:
    """Whether nothing but numbers says *value*: "thirty" is no more an amount than a count."""
    language = call.flow.language
    if one.kind.name == "money" and language[:2] == "en" and _said(call, one, f"{text} {_UNKNOWN}") == value:
        return False  # with its currency an amount is one whatever else is said
    said = [word for word in words(text, language) if any(hear(kind, word, language=language) is not None for kind in ("digits", "number"))]
    return not ambiguous(value) and _said(call, one, " ".join(said)) == value


def ambiguous(value: object) -> bool:
    return isinstance(value, Time) and value.ambiguous


def collected_before(call: Call) -> Collect | None:
    """What the question before the open one collected, when the call came from there by `go` alone."""
    if len(call.marks) < len("ab") or not (call.question in ("ask", "consent") or call.question.startswith("form:")):
        return None
    before, here = call.marks[-2:]
    step = call.flow.steps.get(before.step)
    if step is None or (here.step, before.depth, before.at) != (call.step, here.depth, "ask") or step.collect is None:
        return None
    one = step.collect
    fits = not one.private and one.kind.name not in OPEN_KINDS and one.name in call.slots
    return one if fits and call.step in goes_to(call.flow.steps, step) else None


def day_in(call: Call, one: Collect, text: str) -> tuple[object | None, datetime]:
    """The day in *text* for *one*, and the moment from which it is heard: now, but where only another one is within the limits."""
    day, now, language = hear("date", text, now=call.now, language=call.flow.language), call.now, call.flow.language
    kind = _limited(call, one.kind) if one.kind.limits else None
    if kind is None or not (day is None or isinstance(day, date)):
        return day, now
    follows = any(word in ("after", "from") and bound in call.slots for word, bound in one.kind.limits)
    since = counted_from(day, text, kind, now, language, follows=follows)
    if since == now or _proves(call, one) or not BIRTH.isdisjoint(words(_question(call, one), language)):
        return day, now
    return hear("date", text, now=since, language=language), since


def _lacks_its_year(call: Call, one: Collect, text: str) -> bool:
    """Whether *text* holds a day for *one*, a date of birth, that is another one in another year: "march 4th"."""
    language = call.flow.language
    told = BIRTH.intersection(words(_question(call, one), language)) if one.kind.name == "date" else ()
    # The day of a birthday party has no year.
    if not told or (_BIRTHDAYS.issuperset(told) and not any(word in ("before", "until") for word, _ in one.kind.limits)):
        return False
    return hear("date", text, now=call.now, language=language) != hear("date", text, now=call.now - _SOME_YEARS, language=language)


_BIRTHDAYS = frozenset({"birthday", "bday"})
_SOME_YEARS = timedelta(days=5 * 365)


def _said(call: Call, one: Collect, text: str) -> object | None:
    language, kind = call.flow.language, one.kind
    if kind.name in NUMERIC:
        # "friday doesn't work": without its "not work" it would be meant.
        text = unrefused(text, language)
        if not compares(text, language) and (said := affirmed(text, language)) != " ".join(listen(text, language).words):
            text = said
    value = day_in(call, one, text)[0] if kind.name == "date" else hear(kind.hear_as, text, now=call.now, language=language)
    # In English `offered` has left out what is past.
    past = language[:2] != "en" and tells_of_past(text, language)
    if isinstance(value, Money) and (past or not in_currency(value, _limited(call, kind) or kind, language)):
        return None
    return None if kind.name == "yes or no" and value == "unsure" else value


def _text(turn: Turn, one: Collect) -> str:
    """What was said, or the digits that were keyed where *one* may be; keys answer nothing else."""
    if turn.kind is not TurnKind.KEYS:
        return turn.text
    return keyed(turn.text) if one.kind.name in KEYED else ""


def tells_of_past(text: str, language: str) -> bool:
    """Whether *text* tells what was done already: "i already got my pills on friday"."""
    return _past(language).match(text) is not None


@cache
def _past(language: str) -> PhraseTable[None]:
    return PhraseTable(((phrase, None) for phrase in language_of(language).past), language)
