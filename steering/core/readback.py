"""The read-back of a form: yes goes on, a value said anew corrects, and only what is wrong is asked again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from msgspec.structs import replace

from steering.core.call import Call
from steering.core.flow import Collect
from steering.core.flow import Kind as ValueKind
from steering.core.halves import keep
from steering.core.heard import NUMERIC, OPEN_KINDS, ambiguous, bare, day_in, is_long, objection, others, tells_of_past, value_of
from steering.core.hearing import hear
from steering.core.hearing.besides import adds
from steering.core.hearing.certain import certain
from steering.core.hearing.folding import listen
from steering.core.hearing.negation import affirmed
from steering.core.hearing.phrases import PhraseTable, table_of, words
from steering.core.hearing.tokens import takes, value_tokens
from steering.core.languages import language as language_of
from steering.core.speech import say, speak
from steering.core.turn import Kind, Passed, Turn
from steering.core.values import Time, read, write

READ_BACK = frozenset({"confirmed", "not confirmed", "asked again"})
"""How an answer to the read-back goes that changes no value itself."""


def take_correction(call: Call, turn: Turn) -> bool:
    """Takes an answer to the read-back, or to the question what is wrong in it; False when it is none."""
    if turn.kind is Kind.KEYS:
        return False
    answer = hear("yes_no", turn.text, language=call.flow.language)
    wrong = _wrong(call, turn.text, refused=answer == "no")
    anew = {name: value for name, value in _anew(call, turn, wrong).items() if not _may_be_private(call, turn, name, value)}
    if named := _told_by_name(call, turn):
        # A bare number is the value that was named, and no other.
        unsaid = all(value is None for value in named.values())
        unnamed = [one for one in call.here.form if named.get(one.name) is None and named.keys() != {one.name}]
        loose = [one.name for one in unnamed if _is_loose(call, turn, one, anew, hours=unsaid)]
        anew = {name: value for name, value in anew.items() if name not in loose}
        anew |= {name: value for name, value in named.items() if value is not None}
    elif answer != "yes" and not wrong and len(_able(call, turn)) > 1:
        return _ask_what(call)
    changed = {name: value for name, value in anew.items() if call.slots.get(name) != write(value)}
    if answer is None and call.question == "confirm" and not wrong and _said_after_us(call, turn, heard=bool(anew) and not changed):
        return _confirmed(call)
    counted = not anew and hear("number", turn.text, language=call.flow.language) is not None
    if answer == "yes" and counted and call.question == "confirm" and is_besides(call, turn.text, agreed=True):
        return False  # "ok and two bottles" keeps something back
    if changed and call.question == "confirm" and not wrong and is_besides(call, turn.text, agreed=answer == "yes"):
        return False
    if changed:
        keep(call, turn, changed)
        call.trace.append(Passed(step=call.step, by="corrected"))
        call.next_of_form()
        return True
    meant = wrong or [one for one in call.here.form if one.name in named] or call.here.form
    number = _bare_number(call, turn.text)
    if meant is call.here.form and answer != "yes" and _private_size(call, hear("digits", number, language=call.flow.language)):
        return _ask_what(call)
    told = [one for one in meant if answer != "yes" and not one.private and one.kind.name not in OPEN_KINDS]
    # "3 pm" and "make it two" are no number of seven digits with too few.
    told = [one for one in told if number or meant is not call.here.form or one.kind.size is None]
    broken = [(one, why) for one in told if (why := objection(call, turn, one))]
    if broken and meant is call.here.form and (len(broken) > 1 or _may_end_long(call, number, broken[0][0])):
        return _ask_what(call)
    if broken:
        call.object(broken[0][1])
        return _ask_anew(call, (broken[0][0],))
    if wrong:
        return _ask_anew(call, wrong)
    if table_of(language_of(call.flow.language).everything, call.flow.language).match(turn.text) and answer not in ("yes", "unsure"):
        return _ask_anew(call, call.here.form)
    if answer not in ("yes", "no"):
        return False
    if call.question == "change":
        # Nothing that we know of is to be changed: what there is, is read once more.
        call.ask("confirm")
    elif answer == "yes":
        return _confirmed(call)
    else:
        return _refused(call)
    return True


def _confirmed(call: Call) -> bool:
    call.trace.append(Passed(step=call.step, by="confirmed"))
    call.leave()
    return True


def _said_after_us(call: Call, turn: Turn, *, heard: bool) -> bool:
    """Whether nothing is said but values as they were read back, and nothing is asked: "fifty dollars", "friday", "3 pm".

    *heard*: some were, and no others. Else what is said as a whole must be one, and the only one of its kind.
    """
    language, text = call.flow.language, turn.text
    given = [one for one in call.here.form if one.name in call.slots and not one.private and one.kind.name not in OPEN_KINDS - {"name"}]
    kinds = [one.kind.name for one in given]

    def says(said: str, one: Collect) -> bool:
        value, kept = value_of(call, replace(turn, text=said), one), read(one.kind.name, call.slots[one.name])
        if isinstance(value, Time) and isinstance(kept, Time) and value.ambiguous:
            return (value.value.hour % 12, value.value.minute) == (kept.value.hour % 12, kept.value.minute)
        return value is not None and write(value) == call.slots[one.name]

    if not heard and not any(kinds.count(one.kind.name) == 1 and says(text, one) for one in given):
        return False
    around = call.here.confirm.template.text if call.here.confirm else ""
    tongue = language_of(language)
    beside = {
        *tongue.fillers,
        *words(" ".join(tongue.polite), language),
        *(_BESIDE if language[:2] == "en" else ()),
        *words(_VALUE.sub(" ", around), language),
    }
    known = beside.difference(tongue.negations, tongue.no).union(
        *(words(speak(one.kind.name, call.slots[one.name], language), language) for one in given)
    )

    def is_known(said: str) -> bool:
        return known.issuperset(words(say(said, language), language))

    said = text.split()
    return certain(text, language) and (is_known(text) or all(is_known(word) or any(says(word, one) for one in given) for word in said))


def _refused(call: Call) -> bool:
    """Takes a bare no: the only question is asked again, of several the caller is asked which."""
    if len(call.here.form) > 1:
        return _ask_what(call)
    call.trace.append(Passed(step=call.step, by="not confirmed"))
    return _ask_anew(call, call.here.form)


def recall_read_back(call: Call, by: str, dropped: Collection[str]) -> None:
    """Takes an answer to the read-back whose words were not kept as the record says that it went; *dropped* are asked anew."""
    call.trace.append(Passed(step=call.step, by=by))
    if by == "confirmed":
        call.leave()
        return
    for name in dropped:
        call.forget(name)
    if by == "not confirmed" and not dropped:
        call.ask("change")
    else:
        call.next_of_form()


def _may_be_private(call: Call, turn: Turn, name: str, value: object) -> bool:
    """Whether a bare number that would be read back as *name* has as many digits as a private answer: "no, 4456"."""
    asked = next(one for one in call.here.form if one.name == name)
    if asked.private or asked.kind.name not in NUMERIC or not _private_size(call, re.sub(r"\D", "", write(value))):
        return False
    return bare(call, affirmed(turn.text, call.flow.language), asked, value)


def _private_size(call: Call, digits: object) -> bool:
    """Whether *digits* are as many as a private answer of the form has."""
    return len(str(digits or "")) in {one.kind.size for one in call.here.form if one.private and one.kind.name in NUMERIC}


def _may_end_long(call: Call, number: str, one: Collect) -> bool:
    """Whether *number*, which is no value for *one*, may be the end of a long number of the form: "no, 0143" of a telephone number."""
    digits = str(hear("digits", number, language=call.flow.language) or "")
    return len(digits) >= _END and not is_long(one) and any(is_long(other) for other in call.here.form)


def _is_loose(call: Call, turn: Turn, one: Collect, anew: Mapping[str, object], *, hours: bool) -> bool:
    """Whether the value for *one* among those said *anew* is a number that may be another's; *hours*: one without its half is too."""
    if one.name not in anew or one.kind.name not in NUMERIC:
        return False
    return bare(call, turn.text, one, anew[one.name]) or (hours and ambiguous(anew[one.name]))


def _ask_what(call: Call) -> bool:
    """Asks what is to be changed; False when that is the question already."""
    if call.question == "change":
        return False
    call.trace.append(Passed(step=call.step, by="not confirmed"))
    call.ask("change")
    return True


def _ask_anew(call: Call, wrong: Iterable[Collect]) -> bool:
    """Forgets the values that are wrong, and no other, and asks for them."""
    for one in wrong:
        call.forget(one.name)
    call.trace.append(Passed(step=call.step, by="asked again"))
    call.next_of_form()
    return True


def _anew(call: Call, turn: Turn, wrong: tuple[Collect, ...]) -> dict[str, object]:
    """The values said anew; the one that was named may be told from another of its kind: "the return date is friday"."""
    language = call.flow.language
    if len(takes(value_tokens(turn.text, language), language)) == 1 and tells_of_past(turn.text, language):
        return {}  # "i already got my pills on friday"
    found = others(call, turn, None)
    if len(wrong) == 1 and wrong[0].name not in found and not wrong[0].private and wrong[0].kind.name not in OPEN_KINDS:
        value = value_of(call, turn, wrong[0])
        if value is not None:
            found[wrong[0].name] = value
    if not found and not wrong:
        return _alone(call, turn)
    return _in_clauses(call, turn, found) | found if found else found


def _alone(call: Call, turn: Turn) -> dict[str, object]:
    """A bare number that can be one value only: "no, two hundred" where the other is a day."""
    found = _able(call, turn)
    return found if len(found) == 1 else {}


def _able(call: Call, turn: Turn) -> dict[str, object]:
    """The values that a bare number may be: "no, two hundred", "no, it was eleven"; none where anything else is said."""
    said = _bare_number(call, turn.text)
    if not said or len(said.split()) > _LEADING:
        return {}
    able = [one for one in call.here.form if one.kind.name in NUMERIC and not one.private]
    return {one.name: value for one in able if (value := value_of(call, replace(turn, text=said), one)) is not None}


def _bare_number(call: Call, text: str) -> str:
    """The number that is said last in *text*, if nothing else is said there: "two hundred", "eleven" of "no, it was eleven"; else empty."""
    language = call.flow.language
    take = takes(value_tokens(text, language), language)[-1]
    said = [word for word in take if word not in _TELLING] if language[:2] == "en" else take
    return "" if any(hear("number", word, language=language) is None for word in said) else " ".join(said)


def _in_clauses(call: Call, turn: Turn, found: Mapping[str, object]) -> dict[str, object]:
    """Hours and long numbers in clauses of their own: "make it five and friday", "wednesday at eleven, 312 555 0199"."""
    lost = {one.name for one in call.here.form if one.kind.name == "time" or is_long(one)} - found.keys()
    clauses = _clauses(turn.text, call.flow.language) if lost else []
    heard = [(name, value) for clause in clauses for name, value in others(call, replace(turn, text=clause), None).items() if name in lost]
    names = [name for name, _ in heard]
    return {name: value for name, value in heard if names.count(name) == 1}


def _told_by_name(call: Call, turn: Turn) -> dict[str, object | None]:
    """The values that the caller names, with what they shall be: "the money should be forty"; None where he says no value."""
    language = call.flow.language
    found: dict[str, object | None] = {}
    for clause in _clauses(turn.text, language):
        named = {one.name: _named(call, one, clause) for one in call.here.form}
        most = max(named.values())
        one = next(one for one in call.here.form if named[one.name] == most)
        if most and list(named.values()).count(most) == 1 and not one.private and one.kind.name not in OPEN_KINDS:
            found[one.name] = _value_in(call, turn, one, clause)
    return found


def _value_in(call: Call, turn: Turn, one: Collect, clause: str) -> object | None:
    """The value for *one* in *clause*, or behind its name there."""
    language = call.flow.language
    said = clause.split()
    called = (one.name.replace("_", " "), *language_of(language).called.get(one.kind.name, ()))
    name = {word for phrase in called for word in phrase.split()}
    after = max((place + 1 for place, word in enumerate(said) if word in name), default=0)
    denied = any(word in language_of(language).negations for word in said[after:])
    starts = (0,) if denied else (0, *range(after, min(after + _LEADING, len(said))))
    values = (value_of(call, replace(turn, text=" ".join(said[start:])), one) for start in starts)
    return next((value for value in values if value is not None), None)


_TELLING = frozenset(
    {"it", "it's", "its", "that", "that's", "was", "is", "should", "be", "make", "i", "said", "meant", "please", "um", "uh"}
)
"""Words around a bare number that name nothing."""
_BESIDE = frozenset({"at", "on", "the", "in", "it's", "its", "that's", "it", "is", "that"})
"""Words before a value that is said after us: "at 3 pm"; those of the read-back are others."""
_VALUE = re.compile(r"\{\{[^{}]*\}\}")
_END = 3
"""Digits by which the end of a number is told."""
_LEADING = 4
"""Words between a name and its value: "should be", "needs to be changed to"."""


def _wrong(call: Call, text: str, *, refused: bool) -> tuple[Collect, ...]:
    """What the caller says is wrong, by its name or by its value: "the day is right but the time is wrong"."""
    language = call.flow.language
    told = refused or call.question == "change" or len(takes(value_tokens(text, language), language)) > 1
    told = told or table_of(language_of(language).changes, language).match(text) is not None
    found: dict[str, int] = {}
    for clause in _clauses(text, language) if told else ():
        if hear("yes_no", clause, language=language) == "yes":
            continue
        for one in call.here.form:
            if named := _named(call, one, clause):
                found[one.name] = max(named, found.get(one.name, 0))
            elif one.kind.name not in OPEN_KINDS and not one.private and _is_said(call, one, clause):
                found.setdefault(one.name, 1)
    most = max(found.values(), default=0)
    return tuple(one for one in call.here.form if found.get(one.name) == most) if most else ()


def ask_what_is_denied(call: Call, turn: Turn) -> bool:
    """Forgets an earlier answer of the form that is only denied ("no, not friday") and asks for it anew; False when none is."""
    if len(words(turn.text, call.flow.language)) > BRIEF or turn.kind is Kind.KEYS:
        return False
    tongue = language_of(call.flow.language)
    if not any(word in tongue.negations and word not in tongue.no[:1] for word in listen(turn.text, call.flow.language).words):
        return False
    given = [one for one in call.here.form if one.name in call.slots and not one.private and one.kind.name not in OPEN_KINDS]
    wrong = [one for one in given if _is_said(call, one, turn.text)]
    return len(wrong) == 1 and _ask_anew(call, wrong)


def ask_what_is_wrong(call: Call, turn: Turn) -> bool:
    """Forgets an earlier answer of the form that is called wrong by its name ("wait, the card number is wrong") and asks for it anew."""
    language, asked = call.flow.language, call.field()
    told = table_of(language_of(language).changes, language).match(turn.text) is not None
    if turn.kind is Kind.KEYS or len(words(turn.text, language)) > _COMPLAINT or not told:
        return False
    named = {one.name: _named(call, one, turn.text) for one in call.here.form if one is asked or one.name in call.slots}
    most = max(named.values(), default=0)
    wrong = [one for one in call.here.form if named.get(one.name) == most and one is not asked]
    return bool(most) and list(named.values()).count(most) == 1 and bool(wrong) and _ask_anew(call, wrong)


def is_besides(call: Call, text: str, *, agreed: bool = False) -> bool:
    """Whether *text* is said besides the answers of the form and names none of them: "and one small cheese"; *agreed*: behind a yes too."""
    return adds(text, call.flow.language, agreed=agreed) and not any(_named(call, one, text) for one in call.here.form)


BRIEF = 5
"""Words of an answer that can be about nothing else: "make that tuesday" corrects, a story with a tuesday in it does not."""


_COMPLAINT = 7
"""Words of an answer that tells no more than what is wrong: "wait no, the card number is wrong"."""


def _named(call: Call, one: Collect, clause: str) -> int:
    """How surely *clause* names *one*, 0 when it does not: by its whole name before a part of it, by either before its kind, more words
    before fewer; in "the day is not right" too, where it is denied."""
    own, parts, kind = _names(one.name, one.kind, call.flow.language)

    def said(names: PhraseTable[None]) -> int:
        match = names.match(clause)
        return match.words if match else int(names.denied(clause) is not None)

    return max(3 * said(own), 2 * said(parts), 2 * said(kind) - 1, 0)


def _is_said(call: Call, one: Collect, clause: str) -> bool:
    """Whether *clause* holds the value that was read back: "not tuesday"."""
    language = call.flow.language
    said = " ".join(word for word in listen(clause, language).words if word not in language_of(language).negations)
    value = day_in(call, one, said)[0] if one.kind.name == "date" else hear(one.kind.hear_as, said, now=call.now, language=language)
    return value is not None and write(value) == call.slots.get(one.name)


def _clauses(text: str, language: str) -> list[str]:
    heard = listen(text, language)
    joints = {word for phrase in language_of(language).both for word in listen(phrase, language).words}
    clauses: list[list[str]] = [[]]
    for at, word in enumerate(heard.words):
        if word in joints or at in heard.breaks:
            clauses.append([])
        if word not in joints:
            clauses[-1].append(word)
    return [" ".join(clause) for clause in clauses if clause]


@lru_cache(maxsize=512)
def _names(name: str, kind: ValueKind, language: str) -> tuple[PhraseTable[None], ...]:
    """What a caller may call a value: its name, or how many digits it has; a word of its name; its kind."""
    called, parts = language_of(language).called, [part for part in name.split("_") if part]
    own = [" ".join(parts)]
    if kind.size:
        size = speak("number", str(kind.size), language)
        own += [f"{many} {digits}" for many in (size, kind.size) for digits in called["digits"]]
        own += called.get(f"{kind.size} digits", ())
    groups = (own, parts, called.get(kind.name, ()))
    return tuple(PhraseTable(((phrase, None) for phrase in dict.fromkeys(group)), language) for group in groups)
