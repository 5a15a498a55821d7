"""The small forms inside a flow file's texts: templates, kinds, phrases, targets, needs, promises."""

from __future__ import annotations

import re
from typing import Any, Literal, cast

from steering.core.flow import KINDS, LIMITS, Hear, Kind, Promise, Target, Template, Value
from steering.core.hearing import hear
from steering.core.obligations import folded
from steering.core.speech import FILTERS, say
from steering.core.values import Time, read, write
from steering.loader import meant
from steering.loader.agreeing import no_agreement
from steering.loader.codes import Report, did_you_mean
from steering.loader.nodes import Text
from steering.loader.words import EVENTS, KEYS, TURNS_BACK

NAME = meant.NAME
_VALUE = re.compile(r"\{\{(?P<inside>.*?)\}\}")
_NO_VALUE = re.compile(r"\{%.*?%\}|\{#.*?#\}|\$?\{\s*(?P<name>[A-Za-z]\w*)[^{}]*\}")
_SIZED = re.compile(r"(?P<size>[1-9]\d?) digits")
_A_SIZE = re.compile(r"(?P<size>[1-9]\d?) ?-?digits?|digits? (?P<behind>[1-9]\d?)")
_LIMIT = re.compile(rf" ({'|'.join(LIMITS)})(?= )")
_IN_TIME, _IN_AMOUNT = ("after", "before", "from", "until"), ("up to", "at least")
_LIMITED = {"date": _IN_TIME, "time": _IN_TIME, "number": _IN_AMOUNT, "money": _IN_AMOUNT}
SUCH = {"date": "; write today, or a day such as 2026-12-01", "time": "; write a time such as 9am or 17:30"}
"""How a limit of a kind may be written, for a message."""
_SPAN = re.compile(r"(?:between |from )?(?P<low>[^ ]+) ?(?:-|to|and) ?(?P<high>[^ ]+)")
_SIGN = re.compile(r"(?P<sign>[<>]=?) *(?P<bound>.+)")
_OPENS = 6
"""The hour from which an office may be open."""
_REGEX = re.compile(r"[\\^$*+\[\]{}]|\(\?|\.\*")


def folded_space(text: str) -> str:
    return " ".join(text.split())


def template(node: Text, language: str, report: Report, *, spoken: bool = True, binding: bool = False) -> Template:
    """The template in *node*; spoken at once when it has no values. *binding*: callers must hear it, or agree to it."""
    text = folded_space(node.value) if spoken else node.value.strip()
    parts: list[str | Value] = []
    at = 0
    for match in _VALUE.finditer(text):
        if match.start() > at:
            parts.append(text[at : match.start()])
        at = match.end()
        name, _, how = (part.strip() for part in match["inside"].partition("|"))
        if not NAME.fullmatch(name):
            report.add("bad-template", node.at, f"'{match[0]}' cannot be read: {meant.value(name)}")
        elif how and how not in FILTERS:
            known = ", ".join(sorted(FILTERS))
            report.add("unknown-filter", node.at, f"There is no filter '{how}'; the filters are {known}{did_you_mean(how, FILTERS)}")
        else:
            parts.append(Value(name=name, how=how))
    if at < len(text):
        parts.append(text[at:])
    rest = "".join(part for part in parts if isinstance(part, str))
    if "{{" in rest or "}}" in rest:
        report.add("bad-template", node.at, "A '{{' or '}}' has no partner: write {{ name }}")
    elif spoken and (odd := _NO_VALUE.search(rest)):
        right = f": write {{{{ {odd['name']} }}}}" if odd["name"] else ": a text has values, {{ name }}, and nothing else in braces"
        report.add("bad-template", node.at, f"'{odd[0]}' would be read aloud{right}")
    fixed = spoken and not any(isinstance(part, Value) for part in parts)
    said = say(text, language) if fixed else None
    if said is not None and not folded(said) and not _VALUE.search(text):
        code = "no-words" if binding else "nothing-said"
        report.add(code, node.at, f"Nothing of '{text}' is spoken: there is no word in it; write what the caller is to hear")
    return Template(text=text, parts=tuple(parts), spoken=said)


def is_kind(written: str) -> bool:
    """Whether *written* begins as a kind that can be collected, `private` behind it or not."""
    name = _LIMIT.split(written.removesuffix(", private"))[0]
    return name in KINDS or bool(_SIZED.fullmatch(name))


def kind(node: Text, written: str, language: str, report: Report) -> Kind:
    """The kind that *written* names: `4 digits`, `money up to 500`, `date after today`, `text`."""
    written = folded_space(written)
    if match := _SIZED.fullmatch(written):
        return Kind(name="digits", size=int(match["size"]))
    name, *rest = _LIMIT.split(written)
    if rest:
        bounds = (_clock(bound.strip()) if name == "time" else bound.strip() for bound in rest[1::2])
        limits = tuple(zip(rest[::2], bounds, strict=True))
        _limits_fit(node, name, limits, language, report)
        return Kind(name=name if name in KINDS else "text", limits=limits)
    if written == "choice":
        report.add("bad-kind", node.at, "A choice is collected, and its answers stand beside it: write one_of: a | b on a line of its own")
        return Kind(name="text")
    if written not in KINDS:
        known = ", ".join(one for one in KINDS if one != "choice")
        hint = _meant(written, language)
        report.add("bad-kind", node.at, f"There is no kind of value '{written}'; the kinds are {known}, and such as '4 digits'{hint}")
        return Kind(name="text")
    return Kind(name=written)


def _limits_fit(node: Text, name: str, limits: tuple[tuple[str, str], ...], language: str, report: Report) -> None:
    """Whether *name* has these limits, each once, and some value is within them."""
    allowed = _LIMITED.get(name, ())
    bounds: dict[str, Any] = {}
    if name not in KINDS:
        known = ", ".join(_LIMITED)
        report.add("bad-kind", node.at, f"There is no kind of value '{name}'; those with limits are {known}{meant.kind(name, language)}")
        return
    for word, bound in limits:
        if word not in allowed:
            known = "dates and times have after, before, from, until; numbers and money have up to, at least"
            report.add("bad-kind", node.at, f"'{name}' has no limit '{word}'; {known}{_meant(f'{name} {word} {bound}', language)}")
        elif word in bounds:
            report.add("bad-kind", node.at, f"The limit '{word}' is written twice")
        elif (bound != "today" or name != "date") and not NAME.fullmatch(bound):
            bounds[word] = read(name, bound)
            if bounds[word] is None:
                hint = meant.sample(name, bound, language) or SUCH.get(name, "")
                report.add("bad-sample", node.at, f"'{bound}' is no {name} to compare with{hint}")
    for low, high in (("at least", "up to"), ("after", "before"), ("from", "until"), ("after", "until"), ("from", "before")):
        least, most = bounds.get(low), bounds.get(high)
        least, most = (getattr(one, "amount", getattr(one, "value", one)) for one in (least, most))
        if least is not None and most is not None and (least > most or (least == most and {"after", "before"} & {low, high})):
            report.add("bad-kind", node.at, f"No {name} is both {low} {_bound(limits, low)} and {high} {_bound(limits, high)}")


def _clock(bound: str) -> str:
    """A time of day as it is kept, "09:00" for "9am"; *bound* as it is where it is none, or may be either half of the day."""
    time = read("time", bound) or hear("time", bound)
    return write(time) if isinstance(time, Time) and not time.ambiguous else bound


def _hours(low: str, high: str) -> tuple[str, str]:
    """Both as they can be compared with: "09:00" and "17:00" for "9" and "5", the half of the day being that of an office."""
    first, last = hear("time", low), hear("time", high)
    if not isinstance(first, Time) or not isinstance(last, Time):
        return low, high
    begin, end = first.value, last.value
    if first.ambiguous:
        begin = begin.replace(hour=(begin.hour - _OPENS) % 12 + _OPENS)
    if last.ambiguous:
        end = end.replace(hour=end.hour % 12 + 12 * (end.replace(hour=end.hour % 12) <= begin))
    return write(Time(begin)) if first.ambiguous else low, write(Time(end)) if last.ambiguous else high


def _bound(limits: tuple[tuple[str, str], ...], word: str) -> str:
    return next(bound for one, bound in limits if one == word)


def _meant(written: str, language: str) -> str:
    """What the author of an unknown kind may have meant."""
    if match := _A_SIZE.fullmatch(written):
        return f"; did you mean '{match['size'] or match['behind']} digits'?"
    name, _, bounds = written.partition(" ")
    if (sign := _SIGN.fullmatch(bounds)) and name in _LIMITED:
        words = (
            {"<": "before", ">": "after", "<=": "until", ">=": "from"} if name in ("date", "time") else {"<=": "up to", ">=": "at least"}
        )
        return f"; write {name} {words.get(sign['sign']) or words[sign['sign'] + '=']} {sign['bound']}"
    if match := _SPAN.fullmatch(bounds):
        low, high = ("from", "until") if name in ("date", "time") else ("at least", "up to")
        least, most = _hours(match["low"], match["high"]) if name == "time" else (match["low"], match["high"])
        return f"; write {name} {low} {least} {high} {most}"
    if "|" in written:
        return f"; for a choice write `collect: NAME, choice`, and on a line of its own `one_of: {written}`"
    return meant.kind(written, language)


def alternatives(node: Text, report: Report) -> tuple[str, ...]:
    """The parts of `a | b`; an empty one is reported."""
    parts = tuple(folded_space(part) for part in node.value.split("|"))
    if not all(parts):
        report.add("bad-phrase", node.at, f"There is an empty alternative in '{node.value}'; write a | b")
    return tuple(part for part in parts if part)


def heard_line(key: Text, value: Text, report: Report) -> Hear:
    """A line under `hear` or `anytime`."""
    phrases, keys, events = [], [], []
    parts = alternatives(key, report)
    for part in parts:
        if part.startswith("("):
            event = part.strip("() ")
            if event not in EVENTS:
                near = did_you_mean(event, EVENTS)
                report.add("bad-phrase", key.at, f"There is nothing like '{part}' to hear; in brackets: {', '.join(EVENTS)}{near}")
            events.append(event)
        elif part == "key" or part.startswith("key "):
            keys.append(_key(part, key, report))
        else:
            if _REGEX.search(part):
                report.add(
                    "looks-like-regex", key.at, f"'{part}' looks like a regular expression; phrases are plain words and match as such"
                )
            _one_phrase(part, key, report)
            if a_key := _PRESSED.fullmatch(part.casefold()):
                pressed = f"key {a_key['key'] or a_key['mark']}"
                if pressed not in parts:
                    why = f"'{part}' is heard only from a caller who says so; what is pressed is {pressed}"
                    report.add("not-heard", key.at, why)
            elif part.casefold() in _NO_SPEECH:
                why = f"'{part}' is heard only from a caller who says so; what nothing matches goes to if_unclear"
                report.add("not-heard", key.at, why)
            elif part.casefold() in ("silence", "voicemail", "hangs up", "cuts in"):
                report.add("not-heard", key.at, f"'{part}' is heard only from a caller who says so; write ({part.casefold()})")
            phrases.append(part)
    return Hear(
        phrases=tuple(phrases), keys=tuple(keys), events=tuple(events), target=target(value, report), line=key.at.line, column=key.at.column
    )


def _key(part: str, node: Text, report: Report) -> str:
    """The key of the phone in *part*, `key 1`."""
    pressed = part[4:].strip()
    if pressed not in KEYS:
        named = {"*": "star", "#": "pound"}.get(pressed, "1")
        report.add("bad-phrase", node.at, f"There is no key '{pressed}'; the keys are 0 to 9, star and pound: write key {named}")
    return pressed


def choices(node: Text, report: Report) -> tuple[str, ...]:
    """The values of a choice; one alone is several that are not divided."""
    parts = alternatives(node, report)
    if len(parts) == 1:
        _one_phrase(parts[0], node, report)
    return parts


def accepted(node: Text, language: str, report: Report) -> tuple[str, ...]:
    """The closed list of a consent: words that can only mean agreement, and keys."""
    parts = alternatives(node, report)
    for part in parts:
        if part.startswith("("):
            why = f"Agreement is said or keyed, '{part}' is neither; write accept_only: yes | i agree | key 1"
            report.add("bad-phrase", node.at, why)
        elif part == "key" or part.startswith("key "):
            _key(part, node, report)
        else:
            _one_phrase(part, node, report)
            if what := no_agreement(part, language):
                report.add("no-agreement", node.at, f"'{part}' is {what}, and would be taken for agreement; take it out of accept_only")
    return parts


def _one_phrase(part: str, node: Text, report: Report) -> None:
    """Whether *part* is one phrase and not several written as a sentence."""
    if "," in part:
        report.add("comma-in-phrase", node.at, f"'{part}' has a comma; alternatives are written {re.sub(r' *, *', ' | ', part)}")
    elif _OBLIQUE.search(part):
        report.add("comma-in-phrase", node.at, f"'{part}' is one phrase; alternatives are written {re.sub(r' */ *', ' | ', part)}")
    elif " or " in part:
        several = part.replace(" or ", " | ")
        report.add("comma-in-phrase", node.at, f"'{part}' is heard only with its 'or'; alternatives are written {several}")


_OBLIQUE = re.compile(r"[^\W\d_]{2} */ *[^\W\d_]{2}")
_PRESSED = re.compile(r"(?:(?:press|push|dial|key) ?)?(?P<key>\d)|(?:press|push|dial) ?(?P<mark>star|pound)")
_NO_SPEECH = frozenset(
    {"otherwise", "else", "anything else", "something else", "everything else", "anything", "default", "no match", "null", "~"}
)


def target(node: Text, report: Report) -> Target:
    """Where an exit leads: `step`, `(repeat)`, `run name`."""
    text = folded_space(node.value)
    if text.startswith("("):
        back = text.strip("() ")
        if back not in TURNS_BACK:
            near = did_you_mean(back, TURNS_BACK)
            report.add("wrong-target", node.at, f"An exit cannot lead to '{text}'; in brackets: (repeat), (back), (start over){near}")
        return Target(kind=cast(Literal["repeat", "back", "start over"], back), line=node.at.line, column=node.at.column)
    if text.startswith("run "):
        return Target(kind="run", name=text[4:].strip(), line=node.at.line, column=node.at.column)
    return Target(kind="step", name=text, line=node.at.line, column=node.at.column)


def need(node: Text, report: Report) -> tuple[str, str, bool, bool]:
    """(kind, sample, optional, private) of `money, private, e.g. $12`; another word is reported."""
    declared, _, sample = node.value.partition("e.g.")
    words = [word.strip() for word in declared.split(",") if word.strip()]
    for odd in words[1:]:
        if odd not in ("optional", "private"):
            hint = "; write private" if odd in meant.SECRET else did_you_mean(odd, ("optional", "private"))
            why = f"'{odd}' says nothing about a fact{hint}; after its kind stand optional, private and e.g. SAMPLE"
            report.add("bad-kind", node.at, why)
    return (words[0] if words else ""), sample.strip(), "optional" in words, "private" in words


def promise(text: str, conditions: str | None, line: int) -> Promise | None:
    """A promise from its two halves, None when it is none."""
    text = folded_space(text)
    halves = [part.strip() for part in (conditions or "").split(",") if part.strip()]
    for word in ("before", "never say", "always ends with"):
        if text.startswith(word + " ") or text == word:
            subjects = tuple(part.strip() for part in text[len(word) :].split(",") if part.strip())
            return Promise(kind=cast(Literal["before"], word), subjects=subjects, conditions=tuple(halves), line=line)
    return None
